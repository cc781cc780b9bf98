"""What is open from one day to another, who is allowed more time, who is spared: which days are the readers' limits."""

from __future__ import annotations

import pytest

from tests.core.reading import due, read, sessions


@pytest.mark.parametrize(
    "open_",
    ["自4月13日起办到4月24日", "从4月13号办到4月24号", "4月13日起收件，收到4月24日", "从4月13日一直收到4月24日", "窗口4月13日开，4月24日关", "通道从4月13日开到4月24日", "4月13日开办，一直办到4月24日截"],
)
@pytest.mark.parametrize("rest", ["周日不办公。请带户口本到社区窗口办理。", "家长在小程序里填。", "4月10日前搬走的不用审。"])
def test_the_day_until_which_something_is_open_is_the_only_limit(open_: str, rest: str) -> None:
    text = f"各住户：老年卡年审{open_}，{rest}"
    assert due(text) == ["04-24"] and not sessions(text)


@pytest.mark.parametrize("said", ["北门大桥从4月13日封到4月24日，请绕行。", "菊展从4月13日开到4月24日，欢迎观赏。", "食堂4月13日起试营业，试到4月24日。"])
def test_what_is_only_shut_or_shown_until_a_day_asks_nothing(said: str) -> None:
    assert not due(said)


@pytest.mark.parametrize("rest", ["4月20日前退租的不用报。", "4月15日前搬走的就不用来了。", "4月20日以前办过的不必再办。"])
def test_a_day_that_says_who_is_spared_is_no_limit(rest: str) -> None:
    assert due(f"租户信息请各楼长4月24日前报社区。{rest}") == ["04-24"]


def test_who_has_not_done_it_by_a_day_is_not_spared() -> None:
    assert due("租户信息请各楼长4月24日前报社区。") == due("租户信息请各楼长4月24日前报社区，4月24日前没报的不用来领补贴。")


@pytest.mark.parametrize("who", ["后山三个组路没通，", "12栋停着电，", "住院的", "库区两个村要坐船，"])
@pytest.mark.parametrize("later", ["放宽到", "可到", "宽到", "缓到", "顺延到", "可以晚到", "延至"])
def test_more_time_for_some_leaves_the_limit_of_all(who: str, later: str) -> None:
    assert due(f"水表照片4月20日前交到物业前台；{who}{later}4月27日。") == ["04-20", "04-27"]


@pytest.mark.parametrize("moved", ["因系统故障，放宽到4月27日", "现统一延至4月27日", "改到4月27日", "大家都忙，推迟到4月27日"])
def test_more_time_for_all_takes_the_place_of_the_limit(moved: str) -> None:
    assert due(f"水表照片原定4月20日前交到物业前台，{moved}。") == ["04-27"]


@pytest.mark.parametrize("seen", ["一天看两回水温", "每天测三次余氯", "一天巡两遍泵房"])
def test_what_is_measured_so_often_is_a_duty(seen: str) -> None:
    rule = read(f"各水厂：4月13日至5月20日，{seen}，读数填进群里的接龙，当天的最晚晚上8点接完。").recurrence
    assert rule and (rule.rrule, rule.time, str(rule.start), str(rule.until)) == ("FREQ=DAILY", "20:00", "2026-04-13", "2026-05-20")
