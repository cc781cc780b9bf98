"""Facts about recurring times."""

from __future__ import annotations

import pytest

from bot.core.models import Part, TimeKind
from bot.core.times import find_times
from bot.core.workdays import default_calendar

from .test_points import REF, only


@pytest.mark.parametrize(
    ("text", "rrule"),
    [
        ("每天", "FREQ=DAILY"),
        ("每个工作日", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("每天（节假日除外）", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("每周", "FREQ=WEEKLY"),
        ("每周五", "FREQ=WEEKLY;BYDAY=FR"),
        ("每周一、周四", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("每周三、五", "FREQ=WEEKLY;BYDAY=WE,FR"),
        ("每周一至周五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("每两周周三", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("双周三", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("每月25日", "FREQ=MONTHLY;BYMONTHDAY=25"),
        ("每月10日、20日和月末", "FREQ=MONTHLY;BYMONTHDAY=10,20,-1"),
        ("每月1号和15号", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("每月底", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("每月最后一天", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("每月最后一个工作日", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("每月第一个星期五", "FREQ=MONTHLY;BYDAY=1FR"),
        ("每季度末", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("季后首月8日", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=8"),
        ("1、4、7、10月的8日", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=8"),
        ("每年9月10日", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=10"),
        ("每2小时", "FREQ=HOURLY;INTERVAL=2"),
        ("两小时一报", "FREQ=HOURLY;INTERVAL=2"),
        ("隔一天", "FREQ=DAILY;INTERVAL=2"),
        ("每半年", "FREQ=MONTHLY;INTERVAL=6"),
        ("周一至周五每天", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("逢周三", "FREQ=WEEKLY;BYDAY=WE"),
        ("每月25日至月底", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("every Monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("every other Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("every working day", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("on the 1st and 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("the last working day of each month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("at the end of every quarter", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("weekly on Fridays", "FREQ=WEEKLY;BYDAY=FR"),
        ("monthly, by the 25th", "FREQ=MONTHLY;BYMONTHDAY=25"),
        ("every two weeks on Wednesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("every 2 hours", "FREQ=HOURLY;INTERVAL=2"),
    ],
)
def test_a_recurring_time_is_a_rule(text: str, rrule: str) -> None:
    found = only(text)
    assert found.kind is TimeKind.SET
    assert found.rrule == rrule


def test_a_rule_carries_its_clock_or_part() -> None:
    assert only("每周五下午4点前").clock == "16:00"
    assert only("每周五下午4点前").before
    assert only("每天晚上12点前").clock == "24:00"
    assert only("每周四下班前").part is Part.COB
    assert only("every Monday by 10:00").clock == "10:00"


def test_several_times_a_day_give_the_last_one() -> None:
    assert only("每日上午9时、下午4时前").clock == "16:00"


def test_bounds_said_beside_a_rule_stay_findable() -> None:
    found = find_times("12月1日—5日每天16时前", REF, default_calendar())
    assert [each.kind for each in found] == [TimeKind.RANGE, TimeKind.SET]


@pytest.mark.parametrize("text", ["每人两份", "每村一张", "每户3张", "每个点位", "每张1M以上"])
def test_per_unit_is_no_recurrence(text: str) -> None:
    assert [each for each in find_times(text, REF, default_calendar()) if each.kind is TimeKind.SET] == []
