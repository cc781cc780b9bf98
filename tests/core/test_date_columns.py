"""Tables with several columns of dates: what each column is for, and which one is the reader's."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Kind, Message
from bot.core.understand import understand_as
from bot.core.workdays import default_calendar
from tests.core import reading


def read(text: str, kind: Kind = Kind.TASK) -> tuple[list[str], list[str]]:
    """The days due, and the days of what takes place with their places."""
    sent = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    notice = understand_as(Message("m", sent, text), kind, default_calendar())
    events = [" ".join(filter(None, [e.date.isoformat()[5:], e.time or e.part, e.place])) for e in notice.events]
    return [d.date.isoformat()[5:] for d in notice.deadlines], events


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("农机检修分工\n片区｜自查日｜结果上报\n东片｜3月6日｜3月9日\n西片｜3月7日｜3月10日\n各机手照办。", ["03-06", "03-07", "03-09", "03-10"]),
        ("| 材料 | 村交镇 | 镇交县 |\n|---|---|---|\n| 危房名单 | 3月9日 | 3月12日 |\n| 照片 | 3月10日 | 3月13日 |\n请按时交。", ["03-09", "03-10"]),
        ("类别｜社区摸底｜街道复核｜结果公示\n空巢老人｜3月9日｜3月16日｜3月23日\n残疾人｜3月10日｜3月17日｜3月24日\n各社区照自己那列办，表报我。", ["03-09", "03-10"]),
        ("批次  单位填报  专家评审\n第一批  3月9日  3月20日\n第二批  3月16日  3月27日\n请各单位按批次填报。", ["03-09", "03-16"]),
        ("任务 | 最晚完成 | 验收(我办)\n修渠 | 3月9日 | 3月20日\n清淤 | 3月10日 | 3月20日\n按时完成。", ["03-09", "03-10"]),
        ("任务 | 完成时限 | 验收\n修渠 | 3月9日 | 3月20日\n清淤 | 3月10日 | 3月20日\n按时完成。", ["03-09", "03-10"]),
        ("事项\t我方初稿\t你方反馈\n协议\t3月9日\t3月12日\n清单\t3月10日\t3月13日\n你们只看右边那栏，按时反馈。", ["03-12", "03-13"]),
    ],
)
def test_only_the_dates_of_the_readers_columns_are_due(text: str, due: list[str]) -> None:
    assert read(text)[0] == due


@pytest.mark.parametrize(
    ("text", "due", "events"),
    [
        ("企业 | 材料截止 | 现场核查\n甲厂 | 3月9日 | 3月18日\n乙厂 | 3月10日 | 3月19日\n核查当天负责人在厂。", ["03-09", "03-10"], ["03-18", "03-19"]),
        ("地点　　日子　　村里报人数\n南岸　3月24日上午　3月20日\n北岸　3月25日上午　3月21日\n体检车按表到。", ["03-20", "03-21"], ["03-24 morning 南岸", "03-25 morning 北岸"]),
        ("期次｜报名截止｜开课\n一期｜3月9日｜3月16日\n二期｜3月23日｜3月30日\n学员到职校上课。", ["03-09", "03-23"], ["03-16", "03-30"]),
    ],
)
def test_a_column_of_meetings_beside_one_of_limits(text: str, due: list[str], events: list[str]) -> None:
    found = read(text, Kind.EVENT)
    assert found[0] == due
    assert [event if " " in expected else event[:5] for event, expected in zip(found[1], events, strict=True)] == events


def test_the_place_of_a_row_is_read_where_single_blanks_part_the_cells() -> None:
    text = "日期　时间　单位　地点\n3月14日　9:00　农业办　四楼小会议室\n3月15日　14:30　财政所　党群中心二楼\n请准时参加述职。"
    assert read(text, Kind.EVENT)[1] == ["03-14 09:00 四楼小会议室", "03-15 14:30 党群中心二楼"]


def test_one_column_of_dates_is_read_as_before() -> None:
    assert read("事项｜期限\n名单｜3月9日\n照片｜3月10日\n请按时报。")[0] == ["03-09", "03-10"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("片区｜任务数｜完成时限\n东片｜120户｜3月上旬\n西片｜88户｜3月中旬末\n南片｜90户｜3月31日\n请按期清零。", ["03-10", "03-20", "03-31"]),
        ("点位 | 问题 | 整改时限\n菜市场 | 破损 | 立行立改\n车站 | 乱停 | 3月3日—3月10日\n学校 | 飞线 | 3月底", ["03-10", "03-31"]),
    ],
)
def test_a_third_a_window_or_an_end_in_the_one_column_of_limits_is_due(text: str, due: list[str]) -> None:
    assert read(text)[0] == due


@pytest.mark.parametrize("head", ["补到哪天", "几号要", "哪天前交", "最晚", "收件日", "交到几号", "限到", "什么时候报"])
@pytest.mark.parametrize("gap", ["      ", "\t", " | "])
def test_a_column_head_says_in_any_words_that_its_days_are_limits(head: str, gap: str) -> None:
    rows = (("社区", "少什么", head), ("荷塘", "照片模糊", "3月9日"), ("梨园", "缺签名", "3/10"), ("竹林", "没盖章", "3月11日"))
    assert read("退件清单\n" + "\n".join(gap.join(row) for row in rows) + "\n补好送二楼窗口。")[0] == ["03-09", "03-10", "03-11"]


@pytest.mark.parametrize("head", ["哪天修好的", "出生日期", "比例"])
def test_a_column_of_other_days_or_figures_is_no_limit(head: str) -> None:
    assert read(f"路灯情况\n路段      问题      {head}\n东街      不亮      2/10\n西街      闪烁      2/11\n请各村3月9日前核对。")[0] == ["03-09"]


@pytest.mark.parametrize("gap", ["　　", "\t", " | "])
@pytest.mark.parametrize("days", [("3/24周二", "3/25周三"), ("3月24日", "3月25日"), ("3.24", "3.25")])
@pytest.mark.parametrize("heads", [("日子", "钟点", "在哪放"), ("哪天", "几点", "地方"), ("日期", "时间", "地点")])
def test_rows_with_day_hour_and_place_are_sessions(gap: str, days: tuple[str, str], heads: tuple[str, str, str]) -> None:
    rows = (heads, (days[0], "19:00", "南坪祠堂"), (days[1], "15:30", "北街小学操场"))
    text = "露天电影排期\n" + "\n".join(gap.join(row) for row in rows) + "\n轮到的村组织30人以上到场观看。"
    assert read(text, Kind.EVENT)[1] == ["03-24 19:00 南坪祠堂", "03-25 15:30 北街小学操场"]


_ROWS = "东街｜3月9日｜3月20日｜3月27日\n西街｜3月10日｜3月21日｜3月28日"


@pytest.mark.parametrize(
    ("heads", "beside", "due"),
    [
        ("片区｜交登记卡｜水务公司查表｜换表", "后两栏是水务公司自己安排的，片区看看就行。", ["03-09", "03-10"]),
        ("片区｜交登记卡｜打孔｜穿线", "第三、四栏由施工队定，各片不用跟。", ["03-09", "03-10"]),
        ("片区｜交登记卡｜安装队上门｜验收", "登记卡一式两份。", ["03-09", "03-10"]),
        ("片区｜交登记卡｜管护站审核｜打卡", "登记卡要盖章。", ["03-09", "03-10"]),
        ("片区｜挖沟｜交照片｜填平", "右边两栏是各片要守的日子。", ["03-09", "03-10", "03-20", "03-21", "03-27", "03-28"]),
    ],
)
@pytest.mark.parametrize("edge", ["｜", "\u3000", "\t"])
def test_a_column_of_those_hired_or_said_to_be_others_is_not_the_readers(heads: str, beside: str, due: list[str], edge: str) -> None:
    found = read(f"管网改造\n{heads}\n{_ROWS}\n".replace("｜", edge) + beside)[0]
    assert sorted(set(found) & set(due)) == sorted(set(found)) if len(due) > 2 else found == due


@pytest.mark.parametrize("who", ["谁办", "责任", "谁来做", "承办"])
@pytest.mark.parametrize("edge", ["｜", "\u3000"])
def test_a_row_of_the_office_that_writes_is_not_the_readers(who: str, edge: str) -> None:
    rows = f"序号｜事项｜要求｜时间｜{who}\n1｜库存表｜一式两份，签字｜3月9日｜各门店\n2｜盘点差异说明｜发kc@example.cn｜3月12日｜各门店送财务\n3｜差异核销｜—｜3月19日｜连锁公司财务中心\n4｜汇总报税务局｜—｜3月25日｜连锁公司财务中心"
    assert read(f"一季度盘点按下表：\n{rows}\n连锁公司财务中心".replace("｜", edge))[0] == ["03-09", "03-12"]


@pytest.mark.parametrize(
    ("table", "limits"),
    [
        ("电梯大修表决票，一户一份。\n小区\t截止\t交给\n东苑\t4月14日18:00\t小白\n西苑\t4月15日18:00\t小谷\n漏了的别塞信箱。", ["04-14 18:00", "04-15 18:00"]),
        ("序号｜资料｜责任部门｜提供时间｜状态\n1｜会议纪要｜办公室｜4月8日｜已交\n2｜固定资产台账｜资产部｜4月14日12:00｜缺\n3｜合同｜法务部｜4月15日17:00｜缺\n4月20日9:30在505开进点会，各部门负责人参加。", ["04-14 12:00", "04-15 17:00"]),
    ],
)
def test_days_with_an_hour_under_a_head_of_limits_are_no_sessions(table: str, limits: list[str]) -> None:
    assert reading.due(table) == limits
