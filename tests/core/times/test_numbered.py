"""A number before 号 is a day unless the whole word behind it is a thing that bears numbers."""

import pytest

from tests.core.reading import due, places, sessions


@pytest.mark.parametrize(
    "text",
    [
        "17号志愿者在河滩集合，早上八点半，清淤的都来。",
        "17号系统操作培训，早上八点半，各窗口来一人。",
        "17号机关干部栽树，早上八点半到后山，都参加。",
        "17号文艺队彩排，早上八点半，演员都到礼堂。",
        "17号选举培训会，早上八点半，请各村选委会派人参加。",
        "17号种树，早上八点半渠口集合，党员都来。",
        "17号线上课堂，早上八点半，报了名的园长都来听。",
        "17号图书室搬家，早上八点半，队员都来。",
    ],
)
def test_a_day_before_a_word_that_begins_like_a_thing(text: str) -> None:
    assert sessions(text) == ["04-17 08:30"]


@pytest.mark.parametrize("thing", ["罐区", "料仓", "趸船", "林班", "标段", "舞台", "病区", "鱼塘", "锅炉房", "影厅", "哨卡", "变压器", "塔吊"])
def test_a_thing_with_a_number_is_no_day(thing: str) -> None:
    assert sessions(f"4月21日下午3点在5号{thing}开现场会，各班班长参加。") == ["04-21 15:00"]
    assert places(f"4月21日下午3点在5号{thing}开现场会，各班班长参加。") == [f"5号{thing}"]
    assert due(f"请设备科4月21日前把5号{thing}的检修记录报上来。") == ["04-21"]


def test_behind_an_hour_and_在_stands_a_place() -> None:
    assert sessions("15日上午9点在3号下洼渠口集合，各组组长参加。") == ["04-15 09:00"]
