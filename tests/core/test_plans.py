"""Plans as lists and tables: what each office is to have done by the day of its row."""

import pytest

from tests.core.reading import due, read, sessions

HEAD = "4月份重点工作安排"


@pytest.mark.parametrize(
    ("rows", "limits"),
    [
        ("1、党费收缴  4月14日前  组织科\n2、仓库盘点表  4月16日  后勤科\n3、春耕安全告知书回执  4月20日前  安监站", ["04-14", "04-16", "04-20"]),
        ("1. 校车台账（4月13日，总务处）\n2. 年度考核登记表（4月21日，工会）\n3. 期中考试命题（4月23日，教务处）", ["04-13", "04-21", "04-23"]),
        ("1. 固定资产清查，财务室，4月14日前\n2. 听课记录上交，教研室，4月17日\n3. 学籍核对，工会，4月22日17:00前", ["04-14", "04-17", "04-22 17:00"]),
        ("序号\t工作内容\t责任科室\t完成时限\n1\t药品盘点\t药房\t4月14日前\n2\t图书清点表\t图书室\t4月18日17:00前\n3\t危化品台账\t实验室\t4月24日", ["04-14", "04-18 17:00", "04-24"]),
        ("| 序号 | 事项 | 责任部门 | 完成时间 |\n| --- | --- | --- | --- |\n| 1 | 食堂票据整理 | 食堂 | 4月14日前 |\n| 2 | 消防器材登记 | 安全办 | 4月15日前 |", ["04-14", "04-15"]),
    ],
)
def test_the_day_of_each_row_is_a_limit(rows: str, limits: list[str]) -> None:
    assert due(f"{HEAD}\n{rows}") == limits


@pytest.mark.parametrize(
    "text",
    [
        "4月活动安排\n1、合唱比赛  4月14日  工会\n2、摄影展  4月16日  团委",
        "近期工作安排\n4月14日 县里来检查\n4月15日 大扫除\n4月16日 放假",
        "4月份值班安排\n4月14日 张三\n4月15日 李四",
        f"{HEAD}\n1、市教育局调研  4月14日\n2、公示职称名单  4月16日",
        "3月重点工作完成情况\n1、台账整理  3月20日  办公室\n2、资产盘点  3月24日  财务室",
    ],
)
def test_rows_that_ask_nothing_have_no_limits(text: str) -> None:
    assert due(text) == []


def test_what_is_held_in_a_plan_is_no_limit() -> None:
    assert "04-16" not in due(f"{HEAD}\n1、党员名册核对  4月14日前  组织科\n2、消防演练  4月16日  安监站")


def test_nobody_signs_with_the_last_cell_of_a_table() -> None:
    assert read(f"{HEAD}\n1、党费收缴  4月14日前  组织科\n2、仓库盘点  4月16日  后勤办公室").issuer is None
    assert read("各村4月16日前报台账。\n安岭镇农业办公室\n4月9日").issuer == "安岭镇农业办公室"
    assert sessions("各村4月16日前报台账。\n安岭镇农业办公室\n4月9日") == []


@pytest.mark.parametrize("tail", ["", "\n联系人：罗敏 13800001234", "\n逾期不报的予以通报。"])
def test_items_that_open_with_their_limit(tail: str) -> None:
    text = (
        "关于开展农村危房复核的通知\n各村（社区）：\n一、入户核查。4月16日前各村完成入户，填写核查表。\n二、花名册。4月17日前报花名册（电子版和盖章纸质版）到村建办206室。\n"
        "三、会审。4月20日镇里组织会审。\n四、数据。4月22日前在系统中填报完成情况。\n五、总结。4月28日前报公示照片和工作总结。"
    )
    assert due(text + tail) == ["04-16", "04-17", "04-22", "04-28"]
