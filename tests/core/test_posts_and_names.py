"""Receivers by their post and name, in a sentence or in the column of a table."""

import pytest

from tests.core.reading import read


@pytest.mark.parametrize("holder", ["质控沈薇", "监测单位郝工", "疾控潘俊", "车间颜秋", "调度卢敏", "物业宋岚", "采购邢主管", "水厂符厂长", "检验科文干事", "总包徐璐", "感控员卓群"])
@pytest.mark.parametrize("text", ["请于4月16日前将排班表报{}。", "体温记录4月16日12点前发给{}（13800000412）。"])
def test_a_name_behind_a_post(holder: str, text: str) -> None:
    (person,) = read(text.format(holder)).submit_to.people
    assert holder.endswith(person) and len(person) in (2, 3)
    assert person[0] in "沈郝潘颜卢宋邢符文徐卓"


@pytest.mark.parametrize(
    "text",
    [
        "请各单位4月16日前将文件柜清单报文印室。",
        "请各网格员4月16日前把提示转发到自己的楼栋群。",
        "决算报告盖好章，4月16日前发到a@example.cn。",
        "检验报告一览\n库点\t批次\t交单期限\n一号库\t1—6批\t4月16日\n请各库点按期送检。",
        "4月16日前把设计图纸送设计院，水样送水厂长期保存。",
    ],
)
def test_what_only_looks_like_a_name(text: str) -> None:
    assert read(text).submit_to.people == ()


@pytest.mark.parametrize("bar", ["|", "｜", ";"])
def test_the_column_of_receivers_may_name_their_office_too(bar: str) -> None:
    rows = [("序号", "要什么", "什么时候", "交到哪"), ("1", "迎检方案", "4月16日前", "院办徐璐"), ("2", "在岗花名册", "4月20日12:00前", "站内勤 卓文")]
    text = "\n".join(["迎检分工", *(bar.join(row) for row in rows), "城北医院"])
    assert set(read(text).submit_to.people) == {"徐璐", "卓文"}
