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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每日16时前报", ("FREQ=DAILY", "16:00", None, None)),
        ("每个工作日下班前报", ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "cob", None, None)),
        ("每周一、三、五上午报数", ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "morning", None, None)),
        ("每月25日前报送", ("FREQ=MONTHLY;BYMONTHDAY=25", None, None, None)),
        ("每月底前报送台账", ("FREQ=MONTHLY;BYMONTHDAY=-1", None, None, None)),
        ("每季度末报送总结", ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", None, None, None)),
        ("每两周周三报一次", ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", None, None, None)),
        ("双周三下午5点前报", ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "17:00", None, None)),
        ("12月1日—5日每天16时前报", ("FREQ=DAILY", "16:00", "2026-12-01", "2026-12-05")),
        ("从今天起至3月31日，每天18点前报数", ("FREQ=DAILY", "18:00", "2026-03-11", "2026-03-31")),
        ("3月16日起，每周五前报送进度", ("FREQ=WEEKLY;BYDAY=FR", None, "2026-03-16", None)),
        ("每周五报进度，直到6月30日", ("FREQ=WEEKLY;BYDAY=FR", None, None, "2026-06-30")),
        ("每天早8点、晚8点各报一次", ("FREQ=DAILY", "20:00", None, None)),
        ("天天报，晚上9点前", ("FREQ=DAILY", "21:00", None, None)),
        ("每旬末报一次", ("FREQ=MONTHLY;BYMONTHDAY=10,20,-1", None, None, None)),
        ("每半年末报总结", ("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1", None, None, None)),
        ("每年12月底前报送", ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", None, None, None)),
        ("每月5日、20日前填报", ("FREQ=MONTHLY;BYMONTHDAY=5,20", None, None, None)),
        ("Report every Friday by 4 pm", ("FREQ=WEEKLY;BYDAY=FR", "16:00", None, None)),
        ("Submit daily by 10:00 from 12 March until 20 March", ("FREQ=DAILY", "10:00", "2026-03-12", "2026-03-20")),
        ("Send the log by the 5th of each month", ("FREQ=MONTHLY;BYMONTHDAY=5", None, None, None)),
        ("Every weekday before 9 am send the count", ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "09:00", None, None)),
        ("值班期间（3月16日至22日），每日8时、18时报平安", ("FREQ=DAILY", "18:00", "2026-03-16", "2026-03-22")),
        ("每隔3天报一次", ("FREQ=DAILY;INTERVAL=3", None, None, None)),
        ("逢周一上午9点前上报", ("FREQ=WEEKLY;BYDAY=MO", "09:00", None, None)),
    ],
)
def test_every_way_to_say_how_often_is_read(text: str, expected: tuple[str | None, ...]) -> None:
    found = read(text, "2026-03-11 09:20")
    assert found.recurrence is not None
    r = found.recurrence
    assert (r.rrule, r.time or r.part, r.start and r.start.isoformat(), r.until and r.until.isoformat()) == expected
    assert found.deadlines == ()
