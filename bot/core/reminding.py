"""The ladder of reminders: what is promised to each person who has a task, from its dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.core.models import Event, Member, Occurrence, Part, Reminder, Requirement, Rung, Task, TaskState
from bot.core.occurrences import CLOSED, later_hours
from bot.core.quiet import evening_before, kinder_hour

SHORT = timedelta(hours=24)
"""A demand with less time than this gets half-time and thirty minutes instead of the long ladder."""

EXACT = frozenset({Rung.THIRTY_MINUTES, Rung.SNOOZE})
"""Rungs that are sent at their own minute and are not drawn forward to join others."""

TRUE_DEADLINE = frozenset({Rung.SAME_DAY, Rung.TWO_HOURS, Rung.HALF_TIME, Rung.THIRTY_MINUTES, Rung.SNOOZE})
"""Rungs that are sent however many messages a person already got that day."""

MEETING = timedelta(hours=2)
"""How long a meeting is taken to last whose end was not said."""

JUST_SAID = timedelta(hours=1)
"""What the card has just said is not said again within this time, unless the deadline itself is near."""

OVERDUE_DAILY = 3
"""After so many workdays of daily reminders an overdue task is mentioned weekly."""


class Workdays(Protocol):
    """What is needed of the calendar."""

    @property
    def timezone(self) -> str:
        """The office's time zone."""
        ...

    def is_workday(self, day: date) -> bool:
        """Whether offices work on `day`."""
        ...

    def add_workdays(self, day: date, count: int) -> date:
        """The `count`th workday after `day`, before it when negative."""
        ...

    def at(self, day: date, clock: time | str | None = None, part: Part | None = None) -> datetime:
        """The instant of a day with a clock time."""
        ...


@dataclass(frozen=True, slots=True)
class Ladder:
    """An office's reminder settings; clock times are local, hours are working hours, 0 for none.

    The hours say how long before a deadline a seal, a leader's signature or a collection from villages is begun.
    """

    morning: time = time(9)
    work_begins: time = time(9)
    work_ends: time = time(18)
    seal_hours: int = 9
    sign_hours: int = 9
    villages_hours: int = 18


DEFAULT_LADDER = Ladder()


@dataclass(frozen=True, slots=True)
class Start:
    """By when (`at`) inner steps must be begun; `what` are seal, sign, villages."""

    at: datetime
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Aim:
    """One instant to be ready for: `day` is the day people call it by (24:00 belongs to the day before).

    `ends` is when a meeting that is no deadline too is over; `exact` is whether an hour or part of the day was said,
    `rolls_on` whether the same is due again later that day, so that nobody need be told the day after that it is owed.
    """

    at: datetime
    day: date
    recurring: bool = False
    ends: datetime | None = None
    exact: bool = True
    rolls_on: bool = False


def plan_reminders(
    task: Task,
    members: Sequence[Member],
    now: datetime,
    calendar: Workdays,
    rules: Ladder = DEFAULT_LADDER,
    occurrences: Sequence[Occurrence] = (),
) -> tuple[Reminder, ...]:
    """All reminders of a task for the members who have it open, seen from `now`; past rungs are left out.

    Nothing for a closed task. Each deadline, event and open occurrence has its own ladder; its `about` is that
    instant. See `replan` for a task that already has reminders.
    """
    if task.state is not TaskState.OPEN:
        return ()
    zone = ZoneInfo(calendar.timezone)
    planned: list[Reminder] = []
    for aim in _aims(task, occurrences, calendar):
        rungs = list(_rungs(task, aim, now, calendar, rules))
        for member in members:
            for rung, due in rungs:
                kind = _at_a_kind_hour(member, rung, due, aim.at, zone, now)
                if kind is not None:
                    planned.append(Reminder(task.number, member.id, rung, aim.at, kind.astimezone(UTC)))
    return tuple(planned)


def replan(
    task: Task,
    members: Sequence[Member],
    known: Sequence[Reminder],
    now: datetime,
    calendar: Workdays,
    rules: Ladder = DEFAULT_LADDER,
    occurrences: Sequence[Occurrence] = (),
) -> tuple[Reminder, ...]:
    """What to save so that a task's reminders fit its present dates and people: new ladders, and voids of stale rungs.

    A ladder that was planned stays as it is, whatever was sent of it; so saying it again changes nothing. A snooze
    lives as long as the task: who asked for it need not have the task himself.
    """
    wanted = plan_reminders(task, members, now, calendar, rules, occurrences)
    ladders = [each for each in known if each.rung is not Rung.SNOOZE]
    standing = {(each.member, each.about) for each in ladders if each.state != "void"}
    pairs = {(each.member, each.about) for each in wanted}
    added = [each for each in wanted if (each.member, each.about) not in standing]
    revived = [
        replace(each, state="pending")
        for each in ladders
        if each.state == "void" and (each.member, each.about) in standing & pairs and each.due > now
    ]
    people = {member.id for member in members}
    abouts = {aim.at for aim in _aims(task, occurrences, calendar)}
    if task.state is not TaskState.OPEN:
        people, abouts = set(), set()
    stale = [
        replace(each, state="void")
        for each in known
        if each.state == "pending" and not _still_meant(each, task, people, abouts)
    ]
    return (*stale, *revived, *added)


def _still_meant(reminder: Reminder, task: Task, people: set[int], abouts: set[datetime]) -> bool:
    if reminder.rung is Rung.SNOOZE:
        return task.state is TaskState.OPEN
    return reminder.member in people and reminder.about in abouts


def after_overdue(reminder: Reminder, now: datetime, calendar: Workdays, rules: Ladder = DEFAULT_LADDER) -> Reminder:
    """The same overdue reminder, pending again: each workday at first, then weekly."""
    zone = ZoneInfo(calendar.timezone)
    today = now.astimezone(zone).date()
    first = calendar.add_workdays(_day_of(reminder.about, zone), 1)
    last_daily = calendar.add_workdays(first, OVERDUE_DAILY - 1)
    day = calendar.add_workdays(today, 1)
    if day > last_daily:
        day = today + timedelta(days=7)
        if not calendar.is_workday(day):
            day = calendar.add_workdays(day, 1)
    return replace(reminder, due=calendar.at(day, rules.morning), state="pending")


def starts(task: Task, at: datetime, calendar: Workdays, rules: Ladder = DEFAULT_LADDER) -> tuple[Start, ...]:
    """By when the seal, the signature and the collection that `task` needs for `at` must be begun, earliest first."""
    facts = task.facts
    wanted = (
        ("villages", rules.villages_hours, facts.collects),
        ("sign", rules.sign_hours, Requirement.SIGN in facts.requirements),
        ("seal", rules.seal_hours, Requirement.SEAL in facts.requirements),
    )
    by_hours: dict[int, list[str]] = {}
    for what, hours, needed in wanted:
        if needed and hours:
            by_hours.setdefault(hours, []).append(what)
    return tuple(
        Start(_working_hours_before(at, hours, calendar, rules), tuple(what))
        for hours, what in sorted(by_hours.items(), reverse=True)
    )


def _ends(event: Event, calendar: Workdays) -> datetime:
    """When a meeting is over: as it was said, else two hours after it began."""
    if event.end_date is None and event.end_time is None:
        return event.at + MEETING
    end = calendar.at(event.end_date or event.date, event.end_time)
    return max(end, event.at + timedelta(minutes=30))


def _aims(task: Task, occurrences: Iterable[Occurrence], calendar: Workdays) -> list[_Aim]:
    # In UTC: instants of one zone are compared and subtracted by their wall clocks, which DST shifts.
    aims = {each.at.astimezone(UTC): each.date for each in task.facts.deadlines}
    over: dict[datetime, datetime] = {}
    for event in task.facts.events:
        at = event.at.astimezone(UTC)
        if at not in aims:
            aims[at], over[at] = event.date, _ends(event, calendar)
    rule = task.facts.recurrence
    waiting = [each for each in occurrences if each.state not in CLOSED]
    again = {each.at.astimezone(UTC): later_hours(rule, each, calendar) for each in waiting} if rule else {}
    coming = {each.at.astimezone(UTC): each.date for each in waiting}
    coming |= {at.astimezone(UTC): coming[first] for first, hours in again.items() for at in hours}
    aims = coming | aims
    if not aims and task.due is not None:
        aims[task.due.astimezone(UTC)] = _day_of(task.due, ZoneInfo(calendar.timezone))
    said = {each.at.astimezone(UTC) for each in task.facts.deadlines if each.time or each.part}
    said |= {each.at.astimezone(UTC) for each in task.facts.events if each.time or each.part}
    said |= coming.keys() if rule is None or rule.time or rule.part else set()
    later = {hours[-1].astimezone(UTC) for hours in again.values() if hours}
    rolls = {at for at, day in coming.items() if at not in later and any(coming[last] == day for last in later)}
    return [_Aim(at, day, at in coming, over.get(at), at in said, at in rolls) for at, day in sorted(aims.items())]


def _day_of(at: datetime, zone: ZoneInfo) -> date:
    return (at.astimezone(zone) - timedelta(minutes=1)).date()


def _rungs(task: Task, aim: _Aim, now: datetime, calendar: Workdays, rules: Ladder) -> Iterator[tuple[Rung, datetime]]:
    now = now.astimezone(UTC)
    today = now.astimezone(ZoneInfo(calendar.timezone)).date()
    later_date = aim.recurring and aim.day > today
    ahead = _short_ladder if aim.at - now < SHORT and not later_date else _long_ladder
    for rung, due in ahead(task, aim, now, calendar, rules):
        if now + (timedelta(0) if rung in TRUE_DEADLINE - {Rung.SAME_DAY} else JUST_SAID) < due < aim.at:
            yield rung, due
    if aim.rolls_on:
        return
    overdue = aim.ends or calendar.at(calendar.add_workdays(aim.day, 1), rules.morning)
    yield Rung.OVERDUE, overdue if overdue > now else _next_morning(now, calendar, rules)


def _next_morning(now: datetime, calendar: Workdays, rules: Ladder) -> datetime:
    today = now.astimezone(ZoneInfo(calendar.timezone)).date()
    morning = calendar.at(today, rules.morning)
    if morning > now and calendar.is_workday(today):
        return morning
    return calendar.at(calendar.add_workdays(today, 1), rules.morning)


def _short_ladder(
    task: Task, aim: _Aim, now: datetime, calendar: Workdays, rules: Ladder
) -> Iterator[tuple[Rung, datetime]]:
    left = aim.at - now
    thirty = aim.at - timedelta(minutes=30)
    half = (aim.at - left / 2).replace(second=0, microsecond=0)
    if left >= timedelta(minutes=90):
        yield Rung.HALF_TIME, half
    if left >= timedelta(minutes=40):
        yield Rung.THIRTY_MINUTES, thirty
    elif left >= timedelta(minutes=10):
        yield Rung.HALF_TIME, half


def _long_ladder(
    task: Task, aim: _Aim, now: datetime, calendar: Workdays, rules: Ladder
) -> Iterator[tuple[Rung, datetime]]:
    day_before = calendar.at(calendar.add_workdays(aim.day, -1), rules.morning)
    zone = ZoneInfo(calendar.timezone)
    for begin in starts(task, aim.at, calendar, rules)[:1]:
        if begin.at.astimezone(zone).date() < day_before.astimezone(zone).date():
            morning = calendar.at(begin.at.astimezone(zone).date(), rules.morning)
            yield Rung.START_BY, morning if morning - now > JUST_SAID else begin.at
    if not (aim.recurring and _comes_daily(task)):
        yield Rung.DAY_BEFORE, day_before
    morning = calendar.at(aim.day, rules.morning)
    two_hours = aim.at - timedelta(hours=2)
    if not aim.exact and not calendar.is_workday(aim.day):
        # Some time on a day off: one word in the morning, together with what else is due that day.
        yield Rung.SAME_DAY, morning
        return
    if two_hours - morning >= timedelta(minutes=30) and calendar.is_workday(aim.day):
        yield Rung.SAME_DAY, morning
    yield Rung.TWO_HOURS, two_hours


def _comes_daily(task: Task) -> bool:
    """Whether a duty is due every day or workday, so that its day before is its own last day."""
    rule = task.facts.recurrence.rrule if task.facts.recurrence else ""
    return "INTERVAL" not in rule and (rule.startswith(("FREQ=DAILY", "FREQ=HOURLY")) or "MO,TU,WE,TH,FR" in rule)


def _working_hours_before(at: datetime, hours: int, calendar: Workdays, rules: Ladder) -> datetime:
    """`hours` working hours before `at`, in UTC: a difference of wall clocks is no span where clocks are changed."""
    left = timedelta(hours=hours)
    zone = ZoneInfo(calendar.timezone)
    day, end = _day_of(at, zone), at.astimezone(UTC)
    for _ in range(400):
        if calendar.is_workday(day):
            begins = calendar.at(day, rules.work_begins).astimezone(UTC)
            end = min(end, calendar.at(day, rules.work_ends).astimezone(UTC))
            if end - begins >= left:
                return end - left
            left -= max(end - begins, timedelta(0))
        day -= timedelta(days=1)
    return end


def _at_a_kind_hour(
    member: Member, rung: Rung, due: datetime, about: datetime, zone: ZoneInfo, now: datetime
) -> datetime | None:
    """`due`, or where it is the middle of the night an hour that is still ahead; None where it had better stay unsaid.

    Half-time at night is said the evening before, unless the card itself came that evening.
    """
    if rung is Rung.HALF_TIME:
        evening = evening_before(member, due, zone)
        if evening is None:
            return due
        return evening if evening - now >= JUST_SAID else None
    if rung is not Rung.TWO_HOURS:
        return due
    kinder = kinder_hour(member, due, about, zone)
    return kinder if kinder > now else due
