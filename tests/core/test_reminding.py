"""The ladder of reminders, quiet hours, and what planning again changes."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.models import (
    Deadline,
    Event,
    Kind,
    Member,
    Notice,
    Occurrence,
    Recurrence,
    Reminder,
    Requirement,
    Role,
    Rung,
    Task,
    TaskState,
)
from bot.core.quiet import comes_through, quiet_until
from bot.core.reminding import Ladder, Start, after_overdue, plan_reminders, replan, starts
from bot.core.workdays import Calendar

ZONE = ZoneInfo("Asia/Shanghai")
CALENDAR = Calendar()
WANG = Member(1, "tg:1", "tg:1", "王敏", Role.CADRE)
LI = Member(2, "tg:2", "tg:2", "李强", Role.CADRE)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def by(text: str, day: str | None = None) -> Deadline:
    return Deadline(date.fromisoformat(day or text[:10]), at(text), text[11:])


def task(*deadlines: Deadline, **more: object) -> Task:
    facts = Notice(Kind.TASK, "报台账", deadlines=deadlines, **more)  # type: ignore[arg-type]
    return Task(12, facts, "m1", at("2026-09-21T09:00"), due=min((each.at for each in deadlines), default=None))


def ladder(planned: tuple[Reminder, ...]) -> list[tuple[str, str]]:
    return [(each.rung.value, each.due.astimezone(ZONE).strftime("%m-%d %H:%M")) for each in planned]


def test_a_week_ahead_gives_the_workday_before_the_same_day_and_two_hours() -> None:
    planned = plan_reminders(task(by("2026-09-24T17:00")), [WANG], at("2026-09-21T09:00"), CALENDAR)
    assert ladder(planned) == [
        ("day_before", "09-23 09:00"),
        ("same_day", "09-24 09:00"),
        ("two_hours", "09-24 15:00"),
        ("overdue", "09-28 09:00"),
    ]


def test_a_deadline_on_a_day_off_is_not_said_that_morning() -> None:
    planned = plan_reminders(task(by("2026-09-25T17:00")), [WANG], at("2026-09-21T09:00"), CALENDAR)
    assert [rung for rung, _ in ladder(planned)] == ["day_before", "two_hours", "overdue"]


def test_tomorrows_date_of_a_daily_duty_is_not_said_in_the_night() -> None:
    tomorrow = Occurrence(12, date(2026, 9, 24), at("2026-09-24T16:00"))
    planned = plan_reminders(task(), [WANG], at("2026-09-23T16:01"), CALENDAR, occurrences=[tomorrow])
    assert ladder(planned)[:2] == [("same_day", "09-24 09:00"), ("two_hours", "09-24 14:00")]


def test_monday_morning_is_said_on_friday() -> None:
    planned = plan_reminders(task(by("2026-09-14T09:00")), [WANG], at("2026-09-08T09:00"), CALENDAR)
    assert ladder(planned)[:2] == [("day_before", "09-11 09:00"), ("two_hours", "09-14 07:30")]


def test_what_is_due_before_breakfast_is_said_the_evening_before() -> None:
    planned = plan_reminders(task(by("2026-09-16T08:00")), [WANG], at("2026-09-08T09:00"), CALENDAR)
    assert ("two_hours", "09-15 21:00") in ladder(planned)


def test_the_day_after_a_holiday_is_said_on_the_last_workday_before_it() -> None:
    planned = plan_reminders(task(by("2026-10-08T12:00")), [WANG], at("2026-09-21T09:00"), CALENDAR)
    assert ladder(planned)[0] == ("day_before", "09-30 09:00")


def test_less_than_a_day_gives_half_time_and_thirty_minutes() -> None:
    planned = plan_reminders(task(by("2026-09-23T17:00")), [WANG], at("2026-09-23T09:00"), CALENDAR)
    assert ladder(planned)[:2] == [("half_time", "09-23 13:00"), ("thirty_minutes", "09-23 16:30")]


def test_twenty_minutes_leave_one_reminder() -> None:
    planned = plan_reminders(task(by("2026-09-23T09:20")), [WANG], at("2026-09-23T09:00"), CALENDAR)
    assert ladder(planned) == [("half_time", "09-23 09:10"), ("overdue", "09-24 09:00")]


def test_midnight_belongs_to_the_day_it_ends() -> None:
    deadline = Deadline(date(2026, 9, 24), at("2026-09-25T00:00"), "24:00")
    planned = plan_reminders(task(deadline), [WANG], at("2026-09-21T09:00"), CALENDAR)
    assert ("same_day", "09-24 09:00") in ladder(planned)
    assert ("two_hours", "09-24 21:00") in ladder(planned)


def test_rungs_in_the_past_are_left_out() -> None:
    planned = plan_reminders(task(by("2026-09-24T17:00")), [WANG], at("2026-09-23T10:00"), CALENDAR)
    assert "day_before" not in dict(ladder(planned))


def test_a_notice_that_comes_after_its_deadline_is_chased_next_morning() -> None:
    planned = plan_reminders(task(by("2026-09-21T17:00")), [WANG], at("2026-09-25T10:00"), CALENDAR)
    assert ladder(planned) == [("overdue", "09-28 09:00")]


def test_nothing_dated_is_never_reminded() -> None:
    assert plan_reminders(task(), [WANG], at("2026-09-25T10:00"), CALENDAR) == ()


@pytest.mark.parametrize("state", [each for each in TaskState if each is not TaskState.OPEN])
def test_a_closed_task_is_never_reminded(state: TaskState) -> None:
    closed = replace(task(by("2026-09-25T17:00")), state=state)
    assert plan_reminders(closed, [WANG], at("2026-09-21T09:00"), CALENDAR) == ()


def test_an_event_is_reminded_before_it_begins() -> None:
    meeting = Event(date(2026, 9, 24), at("2026-09-24T14:30"), "14:30", place="三楼会议室")
    planned = plan_reminders(task(events=(meeting,)), [WANG], at("2026-09-21T09:00"), CALENDAR)
    assert [rung for rung, _ in ladder(planned)][:3] == ["day_before", "same_day", "two_hours"]


def test_each_open_date_of_a_recurring_duty_has_its_own_ladder() -> None:
    dates = [
        Occurrence(12, date(2026, 9, 24), at("2026-09-24T16:00"), "done"),
        Occurrence(12, date(2026, 9, 25), at("2026-09-25T16:00")),
    ]
    planned = plan_reminders(task(), [WANG], at("2026-09-23T10:00"), CALENDAR, occurrences=dates)
    assert {each.about for each in planned} == {at("2026-09-25T16:00")}


def test_a_seal_must_be_begun_a_working_day_before() -> None:
    sealed = task(by("2026-09-18T17:00"), requirements=frozenset({Requirement.SEAL}))
    assert starts(sealed, at("2026-09-18T17:00"), CALENDAR) == (Start(at("2026-09-17T17:00"), ("seal",)),)
    assert starts(task(by("2026-09-18T17:00")), at("2026-09-18T17:00"), CALENDAR) == ()


def test_each_inner_step_begins_by_its_own_hours_and_zero_hours_mean_none() -> None:
    needs = frozenset({Requirement.SEAL, Requirement.SIGN})
    whole = replace(task(by("2026-09-18T17:00"), requirements=needs), facts=replace(
        task(by("2026-09-18T17:00"), requirements=needs).facts, collects=True))
    rules = Ladder(seal_hours=2, sign_hours=2, villages_hours=18)
    assert starts(whole, at("2026-09-18T17:00"), CALENDAR, rules) == (
        Start(at("2026-09-16T17:00"), ("villages",)), Start(at("2026-09-18T15:00"), ("sign", "seal")),
    )  # fmt: skip
    none = Ladder(seal_hours=0, sign_hours=0, villages_hours=0)
    assert starts(whole, at("2026-09-18T17:00"), CALENDAR, none) == ()


def test_a_collection_from_villages_is_said_on_the_morning_it_must_begin() -> None:
    whole = task(by("2026-09-18T17:00"))
    whole = replace(whole, facts=replace(whole.facts, collects=True))
    planned = plan_reminders(whole, [WANG], at("2026-09-10T10:00"), CALENDAR)
    assert ladder(planned)[:2] == [("start_by", "09-16 09:00"), ("day_before", "09-17 09:00")]


def test_a_daily_duty_has_no_day_before() -> None:
    rule = Recurrence("FREQ=DAILY", "16:00")
    daily = task()
    daily = replace(daily, facts=replace(daily.facts, deadlines=(), recurrence=rule))
    dates = [Occurrence(12, date(2026, 9, 24), at("2026-09-24T16:00"))]
    planned = plan_reminders(daily, [WANG], at("2026-09-23T07:00"), CALENDAR, occurrences=dates)
    assert [rung for rung, _ in ladder(planned)] == ["same_day", "two_hours", "overdue"]


def test_half_time_at_night_is_said_the_evening_before_or_not_at_all() -> None:
    one = task(by("2026-09-24T08:00"))
    in_the_afternoon = plan_reminders(one, [WANG], at("2026-09-23T18:00"), CALENDAR)
    assert ladder(in_the_afternoon)[:2] == [("half_time", "09-23 21:00"), ("thirty_minutes", "09-24 07:30")]
    late = plan_reminders(one, [WANG], at("2026-09-23T20:38"), CALENDAR)
    assert ladder(late)[0] == ("thirty_minutes", "09-24 07:30")


@given(st.integers(1, 60 * 24 - 1), st.integers(0, 60 * 24 - 1), st.booleans())
def test_half_time_never_falls_into_the_night(left: int, minute: int, urgent: bool) -> None:
    now = at("2026-09-22T00:00") + timedelta(minutes=minute)
    end = now + timedelta(minutes=left)
    one = task(Deadline(end.date(), end, end.strftime("%H:%M")), urgent=urgent)
    halves = [each for each in plan_reminders(one, [WANG], now, CALENDAR) if each.rung is Rung.HALF_TIME]
    assert all(quiet_until(WANG, each.due, ZONE, CALENDAR) is None for each in halves)


# ── planning again ──


def test_planning_again_changes_nothing() -> None:
    one, now = task(by("2026-09-25T17:00")), at("2026-09-21T09:00")
    known = plan_reminders(one, [WANG], now, CALENDAR)
    assert replan(one, [WANG], known, now, CALENDAR) == ()
    sent = tuple(replace(each, state="sent") if each.due < at("2026-09-25T12:00") else each for each in known)
    assert replan(one, [WANG], sent, at("2026-09-25T12:00"), CALENDAR) == ()


def test_a_snooze_outlives_a_new_plan_but_not_the_task() -> None:
    one, now = task(by("2026-09-28T17:00")), at("2026-09-21T09:00")
    snooze = Reminder(12, 2, Rung.SNOOZE, one.opened_at, at("2026-09-22T09:00"))
    assert snooze not in replan(one, [WANG], [snooze], now, CALENDAR)
    assert not [each for each in replan(one, [WANG], [snooze], now, CALENDAR) if each.rung is Rung.SNOOZE]
    closed = replan(replace(one, state=TaskState.CANCELLED), [WANG], [snooze], now, CALENDAR)
    assert closed == (replace(snooze, state="void"),)


def test_a_moved_deadline_voids_the_old_ladder_and_plans_the_new_one() -> None:
    now = at("2026-09-21T09:00")
    known = plan_reminders(task(by("2026-09-25T17:00")), [WANG], now, CALENDAR)
    changed = replan(task(by("2026-09-24T12:00")), [WANG], known, now, CALENDAR)
    assert {each.about for each in changed if each.state == "void"} == {at("2026-09-25T17:00")}
    assert {each.about for each in changed if each.state == "pending"} == {at("2026-09-24T12:00")}


def test_a_deadline_that_moves_there_and_back_keeps_what_was_not_yet_said() -> None:
    one, other = task(by("2026-09-24T17:00")), task(by("2026-09-28T17:00"))
    known = {each.rung: each for each in plan_reminders(one, [WANG], at("2026-09-21T09:00"), CALENDAR)}
    known[Rung.DAY_BEFORE] = replace(known[Rung.DAY_BEFORE], state="sent")
    now = at("2026-09-23T10:00")
    moved = replan(other, [WANG], tuple(known.values()), now, CALENDAR)
    rows = {(each.rung, each.about): each for each in (*known.values(), *moved)}
    back = replan(one, [WANG], tuple(rows.values()), now, CALENDAR)
    again = {each.rung for each in back if each.about == at("2026-09-24T17:00") and each.state == "pending"}
    assert again == {Rung.SAME_DAY, Rung.TWO_HOURS, Rung.OVERDUE}


def test_a_finished_task_has_every_pending_reminder_voided_its_snooze_too() -> None:
    one, now = task(by("2026-09-25T17:00")), at("2026-09-21T09:00")
    snooze = Reminder(12, 1, Rung.SNOOZE, one.opened_at, at("2026-09-22T09:00"))
    known = (*plan_reminders(one, [WANG], now, CALENDAR), snooze)
    changed = replan(replace(one, state=TaskState.DONE), [WANG], known, now, CALENDAR)
    assert len(changed) == len(known)
    assert {each.state for each in changed} == {"void"}


def test_who_leaves_a_task_is_no_longer_reminded_and_who_joins_is() -> None:
    one, now = task(by("2026-09-25T17:00")), at("2026-09-21T09:00")
    known = plan_reminders(one, [WANG], now, CALENDAR)
    changed = replan(one, [LI], known, now, CALENDAR)
    assert {(each.member, each.state) for each in changed} == {(1, "void"), (2, "pending")}


def test_overdue_comes_daily_on_workdays_and_then_weekly() -> None:
    reminder = Reminder(12, 1, Rung.OVERDUE, at("2026-09-10T17:00"), at("2026-09-11T09:00"))
    days = []
    for _ in range(6):
        days.append(reminder.due.strftime("%m-%d"))
        reminder = after_overdue(replace(reminder, state="sent"), reminder.due, CALENDAR)
    assert days == ["09-11", "09-14", "09-15", "09-22", "09-29", "10-08"]


@given(
    st.integers(min_value=1, max_value=60 * 24 * 40),
    st.integers(min_value=0, max_value=60 * 24 * 40),
)
def test_every_rung_lies_ahead_and_before_what_it_is_about(left: int, later: int) -> None:
    start = at("2026-09-21T09:00")
    deadline = start + timedelta(minutes=left)
    one = task(Deadline(deadline.date(), deadline))
    now = start + timedelta(minutes=later)
    planned = plan_reminders(one, [WANG, LI], now, CALENDAR)
    assert len({(each.member, each.rung, each.about) for each in planned}) == len(planned)
    assert all(each.due > now for each in planned)
    assert all(each.due < each.about for each in planned if each.rung is not Rung.OVERDUE)
    assert all(each.due > each.about for each in planned if each.rung is Rung.OVERDUE)


# ── quiet ──


@pytest.mark.parametrize(
    ("moment", "ends"),
    [
        ("2026-09-23T12:00", None),
        ("2026-09-23T21:29", None),
        ("2026-09-23T21:30", "2026-09-24T07:30"),
        ("2026-09-24T03:00", "2026-09-24T07:30"),
        ("2026-09-24T07:30", None),
        ("2026-09-19T12:00", "2026-09-20T07:30"),  # a Saturday that is worked before National Day comes next day
        ("2026-10-03T12:00", "2026-10-08T07:30"),
        ("2026-09-30T22:00", "2026-10-08T07:30"),
    ],
)
def test_the_phone_is_silent_at_night_and_on_days_off(moment: str, ends: str | None) -> None:
    assert quiet_until(WANG, at(moment), ZONE, CALENDAR) == (at(ends) if ends else None)


def test_who_is_on_duty_hears_everything_until_that_date() -> None:
    on_duty = replace(WANG, on_duty_until=date(2026, 10, 3))
    assert quiet_until(on_duty, at("2026-10-03T23:00"), ZONE, CALENDAR) is None
    assert quiet_until(on_duty, at("2026-10-04T10:00"), ZONE, CALENDAR) == at("2026-10-08T07:30")


def test_what_is_urgent_or_falls_inside_the_silence_comes_through() -> None:
    ends = at("2026-09-24T07:30")
    assert comes_through(at("2026-09-24T00:00"), False, ends)
    assert comes_through(at("2026-09-25T17:00"), True, ends)
    assert not comes_through(at("2026-09-24T17:00"), False, ends)
