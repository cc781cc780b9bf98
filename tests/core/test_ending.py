"""Facts about when what takes place is over, and when people are to be there."""

from __future__ import annotations

import pytest

from tests.core.reading import due, sessions

EVENTS = [
    ("定于4月14日上午10点10分在初中部操场举行地震应急演练", "10:10", "11:50", "9:50"),
    ("4月14日（周二）8:30在镇文化广场开展义诊", "08:30", "10:10", "8:10"),
]


@pytest.mark.parametrize(("event", "begins", "ends", "_before"), EVENTS)
@pytest.mark.parametrize("over", ["解除", "收车", "收摊", "清场", "打道回府", "吃饭", "关门", "收尾", "归队", "放人", "下山"])
def test_when_it_is_over_is_no_session_of_its_own(event: str, begins: str, ends: str, _before: str, over: str) -> None:
    assert [each.split(" ~")[0] for each in sessions(f"{event}，{ends}{over}。请各村来2人参加。")] == [f"04-14 {begins}"]


@pytest.mark.parametrize(("event", "begins", "_ends", "before"), EVENTS)
@pytest.mark.parametrize("there", ["到位", "入座", "进场", "签到"])
def test_to_be_there_before_what_was_said_is_no_session(event: str, begins: str, _ends: str, before: str, there: str) -> None:
    assert sessions(f"{event}，请各村来2人参加，{before}{there}。") == [f"04-14 {begins}"]


def test_the_last_day_of_a_training_is_its_end() -> None:
    assert sessions("微型消防站队员轮训4月15日8:30在大队训练塔开训，16日17:00结束。各站派2人参加。") == ["04-15 08:30 ~17:00"]


@pytest.mark.parametrize("over", ["结训", "解散", "结课"])
def test_the_last_day_of_a_camp_is_its_end(over: str) -> None:
    assert sessions(f"民兵集训4月15日6:00在武装部院内集结，17日18:00{over}，中间不准请假。请各村基干民兵准时参加。") == ["04-15 06:00 ~18:00"]


def test_an_inspection_that_goes_on_into_the_small_hours_begins_in_the_evening() -> None:
    assert sessions("今晚查非法烟花爆竹，22:00派出所院内上车，一直查到明天凌晨1:30。市监所、供销社各出2人参加。") == ["04-09 22:00 ~01:30"]


def test_a_day_without_a_year_that_lies_just_behind_is_no_event_to_come() -> None:
    text = "我庭将于下周二上午九点半在李坪村文化广场巡回审理一起纠纷，请各村调解主任到场旁听。该案2月2日立案。"
    assert sessions(text) == ["04-14 09:30"]


def test_papers_back_by_an_hour_are_due_then_and_people_are_not() -> None:
    assert due("Please have the risk form filled in and back by tomorrow noon.") == ["04-10 noon"]
    assert due("The drivers will be home and back by 4 pm tomorrow, so no call is needed.") == []
