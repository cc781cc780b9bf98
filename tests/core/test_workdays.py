"""Facts about working days, breaks and the conventional instants of a day."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.core.festivals import festival_day, nth_weekday, solar_term
from bot.core.models import Part
from bot.core.workdays import Calendar, default_calendar, parse_holidays

CALENDAR = default_calendar()
ZONE = ZoneInfo("Asia/Shanghai")


def test_a_shifted_sunday_is_worked_and_its_holiday_is_not() -> None:
    assert CALENDAR.is_workday(date(2026, 9, 20))
    assert not CALENDAR.is_workday(date(2026, 10, 5))
    assert CALENDAR.is_workday(date(2026, 10, 10))


def test_three_workdays_before_national_day_skip_the_break() -> None:
    assert CALENDAR.add_workdays(date(2026, 9, 29), 3) == date(2026, 10, 9)
    assert CALENDAR.add_workdays(date(2026, 10, 8), -1) == date(2026, 9, 30)
    assert CALENDAR.add_workdays(date(2026, 10, 3), 0) == date(2026, 10, 3)


def test_the_last_workday_of_a_week_follows_the_shifts() -> None:
    assert CALENDAR.last_workday_of_week(date(2026, 9, 16)) == date(2026, 9, 20)
    assert CALENDAR.last_workday_of_week(date(2026, 9, 23)) == date(2026, 9, 24)
    assert CALENDAR.last_workday_of_week(date(2026, 2, 18)) == date(2026, 2, 20)


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("国庆", 2026, date(2026, 10, 1), date(2026, 10, 7)),
        ("国庆节", 2025, date(2025, 10, 1), date(2025, 10, 8)),
        ("中秋节", 2026, date(2026, 9, 25), date(2026, 9, 27)),
        ("春节", 2026, date(2026, 2, 15), date(2026, 2, 23)),
        ("元旦", 2024, date(2023, 12, 30), date(2024, 1, 1)),
        ("五一", 2025, date(2025, 5, 1), date(2025, 5, 5)),
        ("教师节", 2026, date(2026, 9, 10), date(2026, 9, 10)),
    ],
)
def test_a_break_is_the_days_off_around_the_festival(name: str, year: int, first: date, last: date) -> None:
    assert CALENDAR.break_of(name, year) == (first, last)


def test_an_unknown_name_has_no_break() -> None:
    assert CALENDAR.break_of("无此节", 2026) is None


def test_a_year_beyond_the_data_is_guessed_and_said_so() -> None:
    assert CALENDAR.knows(2026)
    assert not CALENDAR.knows(2027)
    assert not CALENDAR.is_workday(date(2027, 10, 4))
    assert not CALENDAR.is_workday(date(2027, 2, 8))
    assert CALENDAR.is_workday(date(2027, 3, 1))


def test_a_holidays_file_makes_a_year_known() -> None:
    calendar = Calendar(overrides=parse_holidays("日期,安排,名称\n2027-10-01,2027-10-08,休,国庆\n2027-09-26,班,国庆\n"))
    assert calendar.knows(2027)
    assert calendar.break_of("国庆", 2027) == (date(2027, 10, 1), date(2027, 10, 8 + 2))
    assert calendar.is_workday(date(2027, 9, 26))


def test_a_calendar_file_reads_the_same() -> None:
    text = (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270104\r\n"
        "SUMMARY:元旦（休）\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270109\r\n"
        "SUMMARY:元旦 补班\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert parse_holidays(text) == {
        date(2027, 1, 1): False,
        date(2027, 1, 2): False,
        date(2027, 1, 3): False,
        date(2027, 1, 9): True,
    }


@pytest.mark.parametrize("text", ["2027-01-01,休\n明天,休", "2027-02-30,休", "2027-01-01,2028-01-01,休,元旦"])
def test_a_wrong_line_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"line \d"):
        parse_holidays(text)


@pytest.mark.parametrize(
    ("clock", "part", "begins", "at"),
    [
        (None, None, False, datetime(2026, 9, 24, 18, tzinfo=ZONE)),
        (None, Part.COB, False, datetime(2026, 9, 24, 18, tzinfo=ZONE)),
        (None, Part.NOON, False, datetime(2026, 9, 24, 12, tzinfo=ZONE)),
        (None, Part.MORNING, False, datetime(2026, 9, 24, 12, tzinfo=ZONE)),
        (None, Part.AFTERNOON, False, datetime(2026, 9, 24, 18, tzinfo=ZONE)),
        (None, Part.EVENING, False, datetime(2026, 9, 25, 0, tzinfo=ZONE)),
        ("24:00", None, False, datetime(2026, 9, 25, 0, tzinfo=ZONE)),
        ("17:30", None, False, datetime(2026, 9, 24, 17, 30, tzinfo=ZONE)),
        (time(9, 15), None, True, datetime(2026, 9, 24, 9, 15, tzinfo=ZONE)),
        (None, Part.AFTERNOON, True, datetime(2026, 9, 24, 14, tzinfo=ZONE)),
    ],
)
def test_a_part_of_a_day_has_its_instant(
    clock: time | str | None, part: Part | None, begins: bool, at: datetime
) -> None:
    assert CALENDAR.at(date(2026, 9, 24), clock, part, begins=begins) == at


def test_an_office_that_stops_earlier_has_earlier_deadlines() -> None:
    assert Calendar(workday_end=time(17)).at(date(2026, 9, 24), part=Part.COB).hour == 17


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("春节", 2027, date(2027, 2, 6)),
        ("除夕", 2026, date(2026, 2, 16)),
        ("腊八", 2026, date(2026, 1, 26)),
        ("清明", 2027, date(2027, 4, 5)),
        ("冬至", 2026, date(2026, 12, 22)),
        ("立春", 2026, date(2026, 2, 4)),
        ("母亲节", 2026, date(2026, 5, 10)),
        ("黑色星期五", 2026, date(2026, 11, 27)),
        ("复活节", 2026, date(2026, 4, 5)),
    ],
)
def test_a_festival_has_its_day(name: str, year: int, day: date) -> None:
    assert festival_day(name, year) == day


def test_what_does_not_exist_is_none() -> None:
    assert nth_weekday(2026, 2, 5, 0) is None
    assert solar_term("清明", 1800) is None
    assert festival_day("春节", 3000) is None
