"""Facts about English times."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.models import Part, TimeKind
from bot.core.times import find_times
from bot.core.workdays import default_calendar

from .test_points import REF, only


@pytest.mark.parametrize(
    ("text", "start", "clock"),
    [
        ("by Friday 5pm", datetime(2026, 9, 25, 17), "17:00"),
        ("by 5:30 pm this Friday", datetime(2026, 9, 25, 17, 30), "17:30"),
        ("next Monday", datetime(2026, 9, 28), None),
        ("24 Sept", datetime(2026, 9, 24), None),
        ("September 24th, 2026", datetime(2026, 9, 24), None),
        ("on 24 September at 14:30", datetime(2026, 9, 24, 14, 30), "14:30"),
        ("Wednesday 30 September, 2 pm", datetime(2026, 9, 30, 14), "14:00"),
        ("tomorrow 9am", datetime(2026, 9, 24, 9), "09:00"),
        ("by the 10th", datetime(2026, 10, 10), None),
        ("the day after tomorrow", datetime(2026, 9, 25), None),
        ("by the end of September", datetime(2026, 9, 30), None),
        ("by the end of this quarter", datetime(2026, 9, 30), None),
        ("before the National Day holiday", datetime(2026, 9, 30), None),
        ("no later than 24 September", datetime(2026, 9, 24), None),
        ("within 2 hours", datetime(2026, 9, 23, 11, 30), "11:30"),
        ("two weeks ago", datetime(2026, 9, 9), None),
        ("the first Monday of October", datetime(2026, 10, 5), None),
        ("after the National Day holiday", datetime(2026, 10, 8), None),
        ("17h30", datetime(2026, 9, 23, 17, 30), "17:30"),
        ("today before 6 pm", datetime(2026, 9, 23, 18), "18:00"),
    ],
)
def test_an_english_time_is_read(text: str, start: datetime, clock: str | None) -> None:
    found = only(text)
    assert found.start == start
    assert found.clock == clock


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("by COB Friday", Part.COB),
        ("by EOD tomorrow", Part.COB),
        ("by close of business on 30 September", Part.COB),
        ("before noon tomorrow", Part.NOON),
        ("by Wednesday before noon", Part.NOON),
        ("this afternoon", Part.AFTERNOON),
        ("tomorrow evening", Part.EVENING),
    ],
)
def test_an_english_part_of_a_day_is_kept(text: str, part: Part) -> None:
    assert only(text).part is part


def test_by_and_before_mark_a_limit() -> None:
    assert only("by Friday").before
    assert only("until 30 September").before
    assert only("tomorrow 6 pm latest").before
    assert only("today before 6 pm").before
    assert not only("on Friday").before


def test_starting_opens_a_range() -> None:
    found = only("starting 1 October")
    assert (found.kind, found.end) == (TimeKind.RANGE, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1 to 20 November", "2026-11-01", "2026-11-20"),
        ("Oct 22–23", "2026-10-22", "2026-10-23"),
        ("from 28 Oct to 20 Dec", "2026-10-28", "2026-12-20"),
        ("next week", "2026-09-28", "2026-10-04"),
        ("between 2 pm and 4 pm on 28 September", "2026-09-28", "2026-09-28"),
        ("Friday 25 September, 9:00-11:30 am", "2026-09-25", "2026-09-25"),
    ],
)
def test_an_english_range_is_read(text: str, first: str, last: str) -> None:
    found = only(text)
    assert found.kind is TimeKind.RANGE
    assert found.start is not None
    assert found.end is not None
    assert (found.start.date().isoformat(), found.end.date().isoformat()) == (first, last)


def test_a_month_name_is_no_verb() -> None:
    assert find_times("you may march on", REF, default_calendar()) == []


@pytest.mark.parametrize("text", ["they arrive in a day early", "send it in a day or two", "done in two days late"])
def test_a_span_that_measures_something_else_or_leaves_itself_open_names_no_day(text: str) -> None:
    assert all(time.start is None and time.end is None for time in find_times(text, REF, default_calendar()))
