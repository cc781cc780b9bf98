"""Recurring duties: which dates a rule gives and which of them stand open."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.models import Kind, Notice, Occurrence, Recurrence, Task, TaskState
from bot.core.occurrences import current, dates_between, follow_rule, next_occurrence, plan_occurrences
from bot.core.workdays import Calendar

ZONE = ZoneInfo("Asia/Shanghai")
CALENDAR = Calendar()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def duty(rule: str, opened: str = "2026-09-23T09:30", state: TaskState = TaskState.OPEN, **more: object) -> Task:
    recurrence = Recurrence(rrule=rule, **more)  # type: ignore[arg-type]
    return Task(12, Notice(Kind.TASK, "报数", recurrence=recurrence), "m1", at(opened), state)


@pytest.mark.parametrize(
    ("rule", "first", "last", "dates"),
    [
        ("FREQ=DAILY", "2026-09-23", "2026-09-25", ["2026-09-23", "2026-09-24", "2026-09-25"]),
        ("FREQ=WEEKLY;BYDAY=FR", "2026-09-23", "2026-10-05", ["2026-09-25", "2026-10-02"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", "2026-03-01", ["2026-01-31", "2026-02-28"]),
        ("FREQ=MONTHLY;BYMONTHDAY=10,20,-1", "2026-02-01", "2026-02-28", ["2026-02-10", "2026-02-20", "2026-02-28"]),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "2026-09-01", "2026-12-31", ["2026-09-30", "2026-12-31"]),
        ("FREQ=HOURLY;INTERVAL=2", "2026-09-23", "2026-09-24", ["2026-09-23", "2026-09-24"]),
    ],
)
def test_a_rule_gives_its_dates(rule: str, first: str, last: str, dates: list[str]) -> None:
    found = dates_between(Recurrence(rule), date.fromisoformat(first), date.fromisoformat(last), CALENDAR)
    assert [day.isoformat() for day in found] == dates


def test_monday_to_friday_means_working_days() -> None:
    rule = Recurrence("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
    found = dates_between(rule, date(2026, 9, 28), date(2026, 10, 12), CALENDAR)
    assert date(2026, 10, 2) not in found
    assert date(2026, 10, 10) in found, "the Saturday that is worked after National Day"


def test_one_working_day_of_the_month_is_that_day_alone() -> None:
    last = dates_between(Recurrence("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", start=date(2026, 9, 1)), date(2026, 9, 1), date(2026, 10, 31), CALENDAR)
    assert last == (date(2026, 9, 30), date(2026, 10, 30))
    third = dates_between(Recurrence("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3"), date(2026, 10, 2), date(2026, 11, 30), CALENDAR)
    assert third == (date(2026, 10, 10), date(2026, 11, 4)), "National Day's break is over on the 8th, and the 10th is worked"


def test_a_rule_keeps_to_its_bounds() -> None:
    rule = Recurrence("FREQ=DAILY", start=date(2026, 12, 1), until=date(2026, 12, 5))
    found = dates_between(rule, date(2026, 11, 1), date(2026, 12, 31), CALENDAR)
    assert (found[0], found[-1], len(found)) == (date(2026, 12, 1), date(2026, 12, 5), 5)


@pytest.mark.parametrize("rule", ["", "nonsense", "FREQ=SOMETIMES", "FREQ=WEEKLY;BYDAY=XX"])
def test_an_unreadable_rule_has_no_dates(rule: str) -> None:
    assert dates_between(Recurrence(rule), date(2026, 9, 1), date(2026, 9, 30), CALENDAR) == ()


def test_the_next_date_opens_with_its_hour() -> None:
    task = duty("FREQ=WEEKLY;BYDAY=FR", time="16:00")
    assert plan_occurrences(task, (), at("2026-09-23T09:30"), CALENDAR) == (
        Occurrence(12, date(2026, 9, 25), at("2026-09-25T16:00")),
    )


def test_an_hour_already_past_on_the_first_day_is_not_owed() -> None:
    task = duty("FREQ=DAILY", opened="2026-09-23T17:30", time="16:00")
    (opened,) = plan_occurrences(task, (), at("2026-09-23T17:30"), CALENDAR)
    assert opened.date == date(2026, 9, 24)


def test_closing_one_date_opens_the_next() -> None:
    task = duty("FREQ=DAILY", time="16:00")
    first = Occurrence(12, date(2026, 9, 23), at("2026-09-23T16:00"), "done")
    (opened,) = plan_occurrences(task, (first,), at("2026-09-23T10:00"), CALENDAR)
    assert opened.date == date(2026, 9, 24)


def test_saying_it_again_opens_nothing() -> None:
    task = duty("FREQ=DAILY", time="16:00")
    now = at("2026-09-23T10:00")
    opened = plan_occurrences(task, (), now, CALENDAR)
    assert plan_occurrences(task, opened, now, CALENDAR) == ()


def test_dates_that_passed_unseen_are_skipped_but_the_latest_stays_owed() -> None:
    task = duty("FREQ=DAILY", time="16:00")
    known = (Occurrence(12, date(2026, 9, 23), at("2026-09-23T16:00"), "done"),)
    added = plan_occurrences(task, known, at("2026-09-27T10:00"), CALENDAR)
    assert [(each.date.day, each.state) for each in added] == [
        (24, "skipped"),
        (25, "skipped"),
        (26, "open"),
        (27, "open"),
    ]


def test_another_rhythm_voids_the_dates_ahead_and_opens_its_own_next() -> None:
    weekly, daily = duty("FREQ=WEEKLY;BYDAY=FR", time="16:00"), duty("FREQ=DAILY", time="16:00")
    now = at("2026-09-23T10:00")
    known = (Occurrence(12, date(2026, 9, 18), at("2026-09-18T16:00")), Occurrence(12, date(2026, 9, 25), at("2026-09-25T16:00")))
    changed = {each.date.day: each.state for each in follow_rule(daily, weekly.facts.recurrence, known, now, CALENDAR)}
    assert changed == {18: "open", 25: "void", 23: "open"}
    back = {each.date.day: each.state for each in follow_rule(weekly, daily.facts.recurrence, (replace(known[1], state="void"),), now, CALENDAR)}
    assert back == {25: "open"}


def test_a_date_that_a_changed_rhythm_dropped_comes_again_when_its_turn_comes() -> None:
    task = duty("FREQ=DAILY", time="16:00")
    known = (Occurrence(12, date(2026, 9, 24), at("2026-09-24T16:00"), "done"), Occurrence(12, date(2026, 9, 25), at("2026-09-25T16:00"), "void"))
    (opened,) = plan_occurrences(task, known, at("2026-09-24T17:00"), CALENDAR)
    assert (opened.date.day, opened.state) == (25, "open")


def test_without_a_rule_nothing_more_is_owed() -> None:
    once = replace(duty("FREQ=DAILY"), facts=Notice(Kind.TASK, "报数"))
    known = (Occurrence(12, date(2026, 9, 23), at("2026-09-23T16:00")),)
    (void,) = follow_rule(once, Recurrence("FREQ=DAILY"), known, at("2026-09-23T10:00"), CALENDAR)
    assert void.state == "void"


@pytest.mark.parametrize("state", [each for each in TaskState if each is not TaskState.OPEN])
def test_a_closed_duty_opens_nothing(state: TaskState) -> None:
    assert plan_occurrences(duty("FREQ=DAILY", state=state), (), at("2026-09-23T10:00"), CALENDAR) == ()


def test_a_duty_that_has_ended_opens_nothing() -> None:
    task = duty("FREQ=DAILY", until=date(2026, 9, 24))
    known = (Occurrence(12, date(2026, 9, 24), at("2026-09-24T18:00"), "done"),)
    assert plan_occurrences(task, known, at("2026-09-24T19:00"), CALENDAR) == ()


def test_every_second_week_keeps_its_rhythm() -> None:
    task = duty("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", opened="2026-09-23T09:30")
    first = next_occurrence(task, date(2026, 9, 22), CALENDAR)
    assert first is not None and first.date == date(2026, 9, 23)
    second = next_occurrence(task, first.date, CALENDAR)
    assert second is not None and second.date == date(2026, 10, 7)


def test_done_speaks_of_the_oldest_that_is_owed() -> None:
    owed = Occurrence(12, date(2026, 9, 22), at("2026-09-22T16:00"))
    ahead = Occurrence(12, date(2026, 9, 23), at("2026-09-23T16:00"))
    done = Occurrence(12, date(2026, 9, 21), at("2026-09-21T16:00"), "nil")
    assert current([ahead, done, owed]) == owed
    assert current([done]) is None


@given(
    st.sampled_from(
        ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=30"]
    ),
    st.integers(min_value=0, max_value=200),
)
def test_however_long_the_bot_was_away_one_date_is_ahead_and_none_comes_twice(rule: str, days: int) -> None:
    from datetime import timedelta

    task = duty(rule, time="16:00")
    now = at("2026-09-23T10:00")
    known = plan_occurrences(task, (), now, CALENDAR)
    later = now + timedelta(days=days)
    known += plan_occurrences(task, known, later, CALENDAR)
    assert len({each.date for each in known}) == len(known)
    assert sum(each.at > later and each.state == "open" for each in known) == 1
    assert sum(each.at <= later and each.state == "open" for each in known) <= 2
