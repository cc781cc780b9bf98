"""Duties that come back, with their bounds, and what only sounds like one."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.dates import Dates, read_dates
from bot.core.normalise import normalise
from bot.core.workdays import default_calendar


def read(text: str, at: str = "2026-07-01 08:30") -> Dates:
    return read_dates(normalise(text), datetime.fromisoformat(at), default_calendar())


def rule(text: str) -> tuple[str | None, ...] | None:
    """Rule, time or part, first and last day."""
    r = read(text).recurrence
    return r and (r.rrule, r.time or r.part, r.start and r.start.isoformat(), r.until and r.until.isoformat())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每天上午9点前在群里报巡查人次", ("FREQ=DAILY", "09:00", None, None)),
        ("每周三下班前报一次项目进度", ("FREQ=WEEKLY;BYDAY=WE", "cob", None, None)),
        ("以后每月5号前把上月台账送供电所", ("FREQ=MONTHLY;BYMONTHDAY=5", None, None, None)),
        ("各单位每季度末报一次总结", ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", None, None, None)),
        ("每个工作日16时前填报数据", ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "16:00", None, None)),
        ("改为每两周周三报，17点前发到平台", ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "17:00", None, None)),
        ("即日起至8月31日，各村每天上午9点前报数", ("FREQ=DAILY", "09:00", "2026-07-01", "2026-08-31")),
        (
            "9月1日至10月31日，每个工作日下班前上报进度",
            ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "cob", "2026-09-01", "2026-10-31"),
        ),
        ("7月6日起每周一10:00前报送周报，报到9月30日", ("FREQ=WEEKLY;BYDAY=MO", "10:00", "2026-07-06", "2026-09-30")),
        (
            "Send the report every Monday by 10:00 until 30 September.",
            ("FREQ=WEEKLY;BYDAY=MO", "10:00", None, "2026-09-30"),
        ),
    ],
)
def test_a_recurring_duty_has_rule_time_and_bounds(text: str, expected: tuple[str | None, ...]) -> None:
    assert rule(text) == expected


def test_a_purely_recurring_duty_has_no_deadline() -> None:
    assert read("9月1日至10月31日，每天17:00前报送进度，报到10月31日").deadlines == ()


def test_several_times_a_day_give_the_last_one() -> None:
    found = rule("每天10点、16点各报一次停工情况")
    assert found is not None
    assert found[:2] == ("FREQ=DAILY", "16:00")


def test_a_rate_is_no_duty() -> None:
    assert rule("请7月10日前报方案，巡河每周不少于1次，县局每周五通报进度") is None


def test_a_single_hand_in_beside_a_recurring_one_stays_a_deadline() -> None:
    found = read("值班名单7月3日17:00前报党政办。7月4日至10日每天16:00前报平安。")
    assert [d.date.isoformat() for d in found.deadlines] == ["2026-07-03"]
    assert found.recurrence is not None
    assert (found.recurrence.start, found.recurrence.until) == (
        datetime(2026, 7, 4).date(),
        datetime(2026, 7, 10).date(),
    )


def test_a_replaced_rhythm_gives_way_to_the_new_one() -> None:
    found = rule("照片不用再每天报了，改成每周五下午4点前报一次，报到8月31日")
    assert found == ("FREQ=WEEKLY;BYDAY=FR", "16:00", None, "2026-08-31")
