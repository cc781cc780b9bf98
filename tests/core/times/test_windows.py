"""Facts about windows, ranges, periods and lengths of time."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.models import TimeKind
from bot.core.times import find_times
from bot.core.workdays import default_calendar

from .test_points import REF, only


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("3个工作日内", datetime(2026, 9, 29)),
        ("15个工作日之内", datetime(2026, 10, 21)),
        ("三天内", datetime(2026, 9, 26)),
        ("3日内", datetime(2026, 9, 26)),
        ("两周内", datetime(2026, 10, 7)),
        ("半个月内", datetime(2026, 10, 8)),
        ("2小时内", datetime(2026, 9, 23, 11, 30)),
        ("半小时内", datetime(2026, 9, 23, 10)),
        ("48小时内", datetime(2026, 9, 25, 9, 30)),
        ("廿四小时内", datetime(2026, 9, 24, 9, 30)),
        ("本周内", datetime(2026, 9, 24)),
        ("周末前", datetime(2026, 9, 24)),
        ("本月内", datetime(2026, 9, 30)),
        ("月内", datetime(2026, 9, 30)),
        ("年内", datetime(2026, 12, 31)),
        ("10月中旬前", datetime(2026, 10, 20)),
        ("国庆节前", datetime(2026, 9, 30)),
        ("中秋前", datetime(2026, 9, 24)),
        ("节前", datetime(2026, 9, 24)),
        ("节后3天内", datetime(2026, 9, 30)),
        ("国庆节后5个工作日内", datetime(2026, 10, 13)),
        ("月末最后一个工作日前", datetime(2026, 9, 30)),
        ("within 3 working days", datetime(2026, 9, 29)),
    ],
)
def test_a_window_to_act_in_is_a_limit_at_its_end(text: str, last: datetime) -> None:
    found = only(text)
    assert found.kind is TimeKind.POINT
    assert found.start == last
    assert found.before


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("9月20日至30日", "2026-09-20", "2026-09-30"),
        ("9月20日-25日", "2026-09-20", "2026-09-25"),
        ("9.20-9.25", "2026-09-20", "2026-09-25"),
        ("12月1日—5日", "2026-12-01", "2026-12-05"),
        ("12月28日至1月5日", "2026-12-28", "2027-01-05"),
        ("即日起至11月30日", "2026-09-23", "2026-11-30"),
        ("今天起至10月4日", "2026-09-23", "2026-10-04"),
        ("周三至周五", "2026-09-23", "2026-09-25"),
        ("周一至周三", "2026-09-28", "2026-09-30"),
        ("9月至11月", "2026-09-01", "2026-11-30"),
        ("三季度", "2026-07-01", "2026-09-30"),
        ("下周", "2026-09-28", "2026-10-04"),
        ("下个月", "2026-10-01", "2026-10-31"),
        ("10月上旬", "2026-10-01", "2026-10-10"),
        ("国庆期间", "2026-10-01", "2026-10-07"),
        ("这周末", "2026-09-26", "2026-09-27"),
        ("上半年", "2026-01-01", "2026-06-30"),
        ("去年夏天", "2025-06-01", "2025-08-31"),
        ("90年代", "1990-01-01", "1999-12-31"),
        ("二零零八年", "2008-01-01", "2008-12-31"),
        ("近三个月", "2026-06-23", "2026-09-23"),
        ("未来7天", "2026-09-23", "2026-09-30"),
        ("今明两天", "2026-09-23", "2026-09-24"),
        ("明后天", "2026-09-24", "2026-09-25"),
        ("28、29号", "2026-09-28", "2026-09-29"),
        ("10月13日、14日", "2026-10-13", "2026-10-14"),
        ("1-9月", "2026-01-01", "2026-09-30"),
        ("7月1日至9月30日", "2026-07-01", "2026-09-30"),
        ("9月中下旬", "2026-09-11", "2026-09-30"),
    ],
)
def test_a_range_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    found = only(text)
    assert found.kind is TimeKind.RANGE
    assert found.start is not None
    assert found.end is not None
    assert (found.start.date().isoformat(), found.end.date().isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("下午2点到4点", datetime(2026, 9, 23, 14), datetime(2026, 9, 23, 16)),
        ("9月24日上午9点至下午5点", datetime(2026, 9, 24, 9), datetime(2026, 9, 24, 17)),
        ("9-11点", datetime(2026, 9, 23, 9), datetime(2026, 9, 23, 11)),
        ("22:00—次日6:00", datetime(2026, 9, 23, 22), datetime(2026, 9, 24, 6)),
        ("晚上11点~凌晨2点", datetime(2026, 9, 23, 23), datetime(2026, 9, 24, 2)),
        ("9月24日9:00-11:30", datetime(2026, 9, 24, 9), datetime(2026, 9, 24, 11, 30)),
        ("明天早上八点到中午12点", datetime(2026, 9, 24, 8), datetime(2026, 9, 24, 12)),
        ("9月20日9:00至9月25日17:00", datetime(2026, 9, 20, 9), datetime(2026, 9, 25, 17)),
        ("12月9日零时至12月16日24时", datetime(2026, 12, 9), datetime(2026, 12, 17)),
    ],
)
def test_a_range_of_hours_takes_from_its_beginning_what_its_end_leaves_out(
    text: str, start: datetime, end: datetime
) -> None:
    found = only(text)
    assert (found.start, found.end) == (start, end)


def test_an_open_beginning_has_no_end() -> None:
    found = only("10月1日起")
    assert (found.kind, found.start, found.end) == (TimeKind.RANGE, datetime(2026, 10, 1), None)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("三天后", datetime(2026, 9, 26)),
        ("半个月后", datetime(2026, 10, 8)),
        ("2小时后", datetime(2026, 9, 23, 11, 30)),
        ("三年前", datetime(2023, 9, 23)),
        ("五分钟前", datetime(2026, 9, 23, 9, 25)),
        ("两个工作日后", datetime(2026, 9, 28)),
        ("in 3 days", datetime(2026, 9, 26)),
        ("国庆长假后", datetime(2026, 10, 8)),
    ],
)
def test_a_length_counts_from_the_day_of_the_notice(text: str, start: datetime) -> None:
    assert only(text).start == start


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("24小时", 1440), ("一个半小时", 90), ("四个星期", 40320), ("两天", 2880), ("36天5小时30分", 52170), ("3~6个月", 259200)],
)
def test_a_length_without_anchor_is_a_duration(text: str, minutes: int) -> None:
    found = only(text)
    assert found.kind is TimeKind.DURATION
    assert found.start is None
    assert found.minutes == minutes


def test_a_window_after_something_else_is_doubtful() -> None:
    assert only("会后3日内").unsure == "anchor"
    assert only("收到通知后3日内").unsure is None


def test_about_so_many_takes_the_larger_number() -> None:
    assert only("两三天内").start == datetime(2026, 9, 26)


def test_workdays_are_marked() -> None:
    assert only("3个工作日内").workdays


def test_now_is_vague() -> None:
    assert only("目前").unsure == "vague"
    assert find_times("过几天", REF, default_calendar())[0].unsure == "vague"


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("11月上旬报方案，中旬报进度表，下旬报总结", ["11-10", "11-20", "11-30"]),
        ("一、10月上旬摸底；\n二、中旬录入；\n三、下旬复核", ["10-10", "10-20", "10-31"]),
        ("12月中旬初审，下旬公示", ["12-20", "12-31"]),
        ("10月下旬培训，中旬报名", ["10-31", "09-20"]),
    ],
)
def test_the_month_of_a_third_carries_on_to_the_later_thirds(said: str, ends: list[str]) -> None:
    assert [f"{t.end:%m-%d}" for t in find_times(said, datetime(2025, 9, 9, 9), default_calendar()) if t.end] == ends


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("周四晚10点到次日凌晨2点", "11 22:00 12 02:00"),
        ("9月11日22:00至次日2:00", "11 22:00 12 02:00"),
        ("9月11日晚十点到第二天早上六点", "11 22:00 12 06:00"),
        ("9月11日早上8点至次日下午5点", "11 08:00 12 17:00"),
        ("11 September between 2 and 5 pm", "11 14:00 11 17:00"),
        ("11 September between 9:00 and 11:30", "11 09:00 11 11:30"),
    ],
)
def test_a_span_of_hours_ends_on_the_day_it_says(said: str, span: str) -> None:
    (found,) = find_times(said, datetime(2025, 9, 9, 9), default_calendar())
    assert found.start and found.end and f"{found.start:%d %H:%M} {found.end:%d %H:%M}" == span


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("腊月二十至正月十五", "2026-02-07", "2026-03-03"),
        ("从腊月初八到除夕", "2026-01-26", "2026-02-16"),
        ("2月16日（农历除夕）至23日", "2026-02-16", "2026-02-23"),
        ("6月19日（端午）至21日", "2026-06-19", "2026-06-21"),
        ("1月25日（腊八）至31日", "2026-01-25", "2026-01-31"),
    ],
)
def test_a_window_ends_on_the_day_of_the_old_calendar_or_passes_over_the_festival_in_brackets(said: str, first: str, last: str) -> None:
    (found,) = find_times(f"{said}，开门", datetime(2026, 1, 19, 9), default_calendar())
    assert found.start is not None and found.end is not None
    assert (found.start.date().isoformat(), found.end.date().isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("said", "day"),
    [("9月上旬末", "2026-09-10"), ("本月中旬末前", "2026-01-20"), ("下旬底前", "2026-01-31"), ("腊月二十三", "2026-02-10"), ("正月十六", "2026-03-04"), ("4月4日（清明）前", "2026-04-04")],
)
def test_the_end_of_a_third_and_a_day_of_a_lunar_month_are_one_day(said: str, day: str) -> None:
    (found,) = find_times(f"请{said}把台账交来", datetime(2026, 1, 19, 9), default_calendar())
    assert found.start is not None and (found.kind, found.start.date().isoformat()) == (TimeKind.POINT, day)
