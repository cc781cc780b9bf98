"""Recurring duties: a rule becomes dates, each with a state of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Protocol

from bot.core.models import Occurrence, Part, Recurrence, RecurrenceException, Task, TaskState

VOID = "void"
"""State of a date that the rule had before it was changed; it may come back with the next change."""

CLOSED = frozenset({"done", "nil", "skipped", VOID})
"""States of an occurrence that is behind us."""

LOOK_AHEAD = timedelta(days=400)
"""How far the next date of a rule is looked for."""

LONGEST_BREAK = timedelta(days=15)
"""How far a date moves at most to leave the days off."""

_WEEKDAYS = "BYDAY=MO,TU,WE,TH,FR"
_NTH_WORKDAY = re.compile(rf"FREQ=MONTHLY;BYDAY={_WEEKDAYS.removeprefix('BYDAY=')};BYSETPOS=(?P<place>-?\d+)")


class Workdays(Protocol):
    """What is needed of the calendar."""

    def is_workday(self, day: date) -> bool:
        """Whether offices work on `day`."""
        ...

    def is_holiday(self, day: date) -> bool:
        """Whether `day` lies in a festival's break."""
        ...

    def add_workdays(self, day: date, count: int) -> date:
        """The `count`th workday after `day`, before it when negative."""
        ...

    def at(self, day: date, clock: time | str | None = None, part: Part | None = None) -> datetime:
        """The instant of a day with a clock time, a part or neither."""
        ...


class Clock(Protocol):
    """What is needed of the calendar to know when an hour of a day is."""

    def at(self, day: date, clock: time | str | None = None, part: Part | None = None) -> datetime:
        """The instant of a day with a clock time, a part or neither."""
        ...


def dates_between(recurrence: Recurrence, first: date, last: date, calendar: Workdays) -> tuple[date, ...]:
    """The dates of the rule from `first` to `last`, both included, counted from the rule's own start where it has one.

    A rule over Monday to Friday means working days: days off are left out and worked weekends taken in. Rules finer
    than a day come once a day. Dates on days off are left out or moved as the rule says, and those left out but once
    are no dates; one moved but once stays under its own date (`instant_of`). An unreadable rule has none. Until the rule
    starts, the dates are those of the one before it.
    """
    dates = _by_calendar(recurrence, first, last, calendar)
    if recurrence.before and recurrence.start and first < recurrence.start:
        earlier = dates_between(recurrence.before, first, min(last, recurrence.start - timedelta(days=1)), calendar)
        dates = (*earlier, *(day for day in dates if day >= recurrence.start))
    return tuple(day for day in dates if not left_out(recurrence, day))


def rule_on(recurrence: Recurrence, day: date) -> Recurrence:
    """The rule that holds on a day: the one before until the other starts."""
    while recurrence.before and recurrence.start and day < recurrence.start:
        recurrence = recurrence.before
    return recurrence


def _exception(recurrence: Recurrence, day: date) -> RecurrenceException | None:
    of_old = rule_on(recurrence, day)
    told = recurrence.exceptions if of_old is recurrence else (*of_old.exceptions, *recurrence.exceptions)
    return next((each for each in reversed(told) if each.first <= day <= each.last), None)


def moved_once(recurrence: Recurrence, day: date) -> bool:
    """Whether a date of the rule moves but once."""
    exception = _exception(recurrence, day)
    return exception is not None and exception.date is not None


def left_out(recurrence: Recurrence, day: date) -> bool:
    """Whether a date of the rule falls out but once."""
    exception = _exception(recurrence, day)
    return exception is not None and exception.date is None


def instant_of(recurrence: Recurrence, day: date, calendar: Workdays) -> datetime:
    """When what falls on a date of the rule is due, moved but once or not."""
    moved, rule = _exception(recurrence, day), rule_on(recurrence, day)
    if moved is None or moved.date is None:
        return calendar.at(day, rule.hours[0] if rule.hours else rule.time, rule.part)
    hour = moved if moved.time or moved.part else rule
    return calendar.at(moved.date, hour.time, hour.part)


def later_hour(recurrence: Recurrence, this: Occurrence, now: datetime, calendar: Workdays) -> datetime | None:
    """When what is due more than once a day is due next on the date of `this`; None behind its last hour."""
    return next((at for at in later_hours(recurrence, this, calendar) if at > now), None)


def later_hours(recurrence: Recurrence, this: Occurrence, calendar: Clock) -> tuple[datetime, ...]:
    """When what is due more than once a day is due again on the date of `this`."""
    hours = rule_on(recurrence, this.date).hours if not moved_once(recurrence, this.date) else ()
    return tuple(at for hour in hours if (at := calendar.at(this.date, hour)) > this.at)


def hour_before(recurrence: Recurrence, this: Occurrence, calendar: Workdays) -> datetime | None:
    """When it was due before on the same date; None at its first hour."""
    hours = rule_on(recurrence, this.date).hours
    return next((at for hour in reversed(hours) if (at := calendar.at(this.date, hour)) < this.at), None)


def _hour_ahead(rule: Recurrence, this: Occurrence, now: datetime, calendar: Workdays) -> Occurrence:
    """A date at the first of its hours that is still ahead, at its last one where none is."""
    if this.at > now or not rule_on(rule, this.date).hours or moved_once(rule, this.date):
        return this
    return replace(this, at=later_hour(rule, this, now, calendar) or calendar.at(this.date, rule_on(rule, this.date).time))


def _by_calendar(recurrence: Recurrence, first: date, last: date, calendar: Workdays) -> tuple[date, ...]:
    if not recurrence.days_off:
        return _by_rule(recurrence, first, last, calendar)
    around = LONGEST_BREAK if recurrence.days_off in ("next", "before") else timedelta(0)
    found = _by_rule(recurrence, first - around, last + around, calendar)
    kept = {_off_day(day, recurrence.days_off, calendar) for day in found}
    return tuple(sorted(day for day in kept if day is not None and first <= day <= last))


def _off_day(day: date, meaning: str, calendar: Workdays) -> date | None:
    """Where a date of the rule goes: it stays on a workday, else it moves or falls out (None)."""
    if calendar.is_workday(day) or (meaning == "skip_holidays" and not calendar.is_holiday(day)):
        return day
    return calendar.add_workdays(day, {"next": 1, "before": -1}[meaning]) if meaning in ("next", "before") else None


def _by_rule(recurrence: Recurrence, first: date, last: date, calendar: Workdays) -> tuple[date, ...]:
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

    begin = max(first, recurrence.start) if recurrence.start else first
    end = min(last, recurrence.until) if recurrence.until else last
    if begin > end:
        return ()
    if nth := _NTH_WORKDAY.fullmatch(recurrence.rrule):
        return _nth_workdays(int(nth["place"]), begin, end, calendar)
    if _WEEKDAYS in recurrence.rrule and "INTERVAL" not in recurrence.rrule and "BYSETPOS" not in recurrence.rrule:
        days = (begin + timedelta(days=k) for k in range((end - begin).days + 1))
        return tuple(day for day in days if calendar.is_workday(day))
    rule = recurrence.rrule
    if rule.startswith(("FREQ=HOURLY", "FREQ=MINUTELY")):
        rule = "FREQ=DAILY"
    anchor = recurrence.start or first
    try:
        found = rrulestr(rule, dtstart=datetime.combine(anchor, time()))
        return tuple(
            each.date()
            for each in found.between(datetime.combine(begin, time()), datetime.combine(end, time()), inc=True)
        )
    except (ValueError, TypeError, KeyError):
        return ()


def _nth_workdays(place: int, begin: date, end: date, calendar: Workdays) -> tuple[date, ...]:
    """每月最后一个工作日, 每月第3个工作日: one working day of each month, by its place from the front or the back."""
    found, month = [], begin.replace(day=1)
    while month <= end:
        following = (month + timedelta(days=32)).replace(day=1)
        days = [day for k in range((following - month).days) if calendar.is_workday(day := month + timedelta(days=k))]
        if 0 < abs(place) <= len(days):
            found.append(days[place - 1 if place > 0 else place])
        month = following
    return tuple(day for day in found if begin <= day <= end)


def next_occurrence(task: Task, after: date, calendar: Workdays) -> Occurrence | None:
    """The first occurrence of a recurring task on a date later than `after`, None when the rule has ended."""
    recurrence = task.facts.recurrence
    if recurrence is None:
        return None
    step = timedelta(days=32)
    first = after + timedelta(days=1)
    counted = anchored(task) or recurrence
    while first <= after + LOOK_AHEAD:
        dates = dates_between(counted, first, first + step, calendar)
        if dates:
            return Occurrence(task.number, dates[0], instant_of(recurrence, dates[0], calendar))
        first += step + timedelta(days=1)
    return None


def anchored(task: Task) -> Recurrence | None:
    """The rhythm of a task with the day it counts from: 每两周 from the week the task was opened in, where none is told."""
    rule = task.facts.recurrence
    week = task.opened_at.date() - timedelta(days=task.opened_at.weekday())
    if rule is None:
        return None
    before = rule.before and replace(rule.before, start=rule.before.start or week)
    return replace(rule, start=rule.start or week, before=before)


def plan_occurrences(
    task: Task, known: Sequence[Occurrence], now: datetime, calendar: Workdays, after: date | None = None
) -> tuple[Occurrence, ...]:
    """The occurrences to add so that the next date still ahead is open; nothing when it is, or the rule has ended.

    They are looked for behind `after`, else behind the last that is known. Dates that passed unseen (the bot was away)
    are recorded as skipped, except the latest: that one stays owed.
    """
    if task.state is not TaskState.OPEN or task.facts.recurrence is None:
        return ()
    if any(each.at > now and each.state not in CLOSED for each in known):
        return ()
    day = after or max((each.date for each in known if each.state != VOID), default=_day_before(task, task.opened_at, calendar))
    added: list[Occurrence] = []
    while (following := next_occurrence(task, day, calendar)) is not None:
        following = _hour_ahead(task.facts.recurrence, following, now, calendar)
        added.append(following)
        day = following.date
        if following.at > now:
            break
    passed = [each for each in added if each.at <= now]
    skipped = {each.date for each in passed[:-1]}
    return tuple(replace(each, state="skipped") if each.date in skipped else each for each in added)


def _day_before(task: Task, since: datetime, calendar: Workdays) -> date:
    """Occurrences count from the day of `since`, or the day after when that day's hour is already past."""
    recurrence = task.facts.recurrence
    today = since.astimezone(calendar.at(since.date()).tzinfo).date()
    rule = rule_on(recurrence, today) if recurrence else None
    if rule and calendar.at(today, rule.time, rule.part) <= since:
        return today
    return today - timedelta(days=1)


def follow_rule(task: Task, old: Recurrence | None, known: Sequence[Occurrence], now: datetime, calendar: Workdays) -> tuple[Occurrence, ...]:
    """The occurrences that change when the rule of a duty was `old` and is now the task's, or it has none any more.

    Dates that passed stay owed, those done stay done. Of another rhythm those ahead are void and the next is looked
    for anew; of the same one they move where the rule moved them, and after its new end or left out they are void.
    """
    rule = task.facts.recurrence
    waiting = [each for each in known if each.state not in CLOSED]
    if rule is None:
        return tuple(replace(each, state=VOID) for each in waiting)
    same = old is not None and old.rrule == rule.rrule
    counted = anchored(task) or rule
    changed = []
    for each in waiting:
        over = left_out(rule, each.date) or (rule.until is not None and each.date > rule.until)
        if each.at > now:
            over = over or not same or not dates_between(counted, each.date, each.date, calendar)
        at = _hour_ahead(rule, replace(each, at=instant_of(rule, each.date, calendar)), now, calendar).at
        missed = each.at <= now and not moved_once(rule, each.date)
        kept = missed or (same and old is not None and at == instant_of(old, each.date, calendar))  # somebody may have put it off by hand
        changed.append(replace(each, state=VOID) if over else each if kept else replace(each, at=at))
    if same and old is not None:
        changed += [replace(each, state="open", at=back) for each in known if (back := _wanted_again(each, old, rule, now, calendar))]
    moved = {each.date: each for each in (*known, *changed)}
    after = None
    if old is not None and not same:
        settled = (each.date for each in moved.values() if each.state != VOID)
        after = max((_day_before(task, now, calendar), *settled))
    found = {each.date: each for each in (*changed, *plan_occurrences(task, tuple(moved.values()), now, calendar, after))}
    return tuple(found.values())


def _wanted_again(each: Occurrence, old: Recurrence, rule: Recurrence, now: datetime, calendar: Workdays) -> datetime | None:
    """When a date ahead is due that fell out and no longer does."""
    back = each.state == VOID and left_out(old, each.date) and not left_out(rule, each.date)
    at = instant_of(rule, each.date, calendar)
    return at if back and at > now else None


def current(known: Sequence[Occurrence]) -> Occurrence | None:
    """The occurrence a tap on 完成 speaks of: the oldest that is still open."""
    waiting = sorted((each for each in known if each.state not in CLOSED), key=lambda each: each.at)
    return waiting[0] if waiting else None
