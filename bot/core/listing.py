"""Which tasks a list shows and in which order: most urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.core.models import Task
from bot.core.occurrences import Workdays, anchored, dates_between
from bot.core.views import sign_of

PAGE = 20
"""Tasks on one page of a list."""

SIGNS = ("🔴", "🟠", "🟡", "⚪")
"""Urgency, the most urgent first."""


class Pick(StrEnum):
    """What a list was asked for."""

    ALL = "all"
    TODAY = "today"
    WEEK = "week"
    OVERDUE = "overdue"
    PERSON = "person"
    GROUP = "group"
    WORDS = "words"
    DAYS = "days"


def by_urgency(tasks: Sequence[Task], now: datetime, zone: ZoneInfo) -> dict[str, list[Task]]:
    """The tasks under their signs, each list by due instant, undated ones last; only signs that occur."""
    ordered = sorted(tasks, key=lambda task: (task.due is None, task.due or now, not task.facts.urgent, task.number))
    found: dict[str, list[Task]] = {sign: [] for sign in SIGNS}
    for task in ordered:
        found[sign_of(task, now, zone.key)].append(task)
    return {sign: each for sign, each in found.items() if each}


def within(tasks: Sequence[Task], first: date, last: date, now: datetime, calendar: Workdays) -> list[Task]:
    """The open tasks of which something is due or takes place from `first` to `last`.

    What is overdue belongs to any time that today lies in.
    """
    zone = calendar.at(now.date()).tzinfo
    local = now.astimezone(zone)
    owed = first <= local.date() <= last

    def is_in(task: Task) -> bool:
        facts, rule = task.facts, anchored(task)
        # An instant at 00:00 is the end of the day before.
        due = (task.due.astimezone(zone) - timedelta(minutes=1)).date() if task.due else None
        if due and (first <= due <= last or (owed and task.due and task.due < now)):
            return True
        if rule is not None:
            return bool(dates_between(rule, max(first, local.date()), last, calendar))
        days = [(each.date, each.date) for each in facts.deadlines]
        days += [(each.date, each.end_date or each.date) for each in facts.events]
        return any(begin <= last and first <= end for begin, end in days)

    return [each for each in tasks if is_in(each)]


def pick_tasks(tasks: Sequence[Task], pick: Pick, now: datetime, zone: ZoneInfo) -> list[Task]:
    """The open tasks that `pick` means, most urgent first; today and this week include what is overdue."""
    signed = by_urgency(tasks, now, zone)
    if pick is Pick.OVERDUE:
        return signed.get("🔴", [])
    if pick is Pick.TODAY:
        return [*signed.get("🔴", []), *signed.get("🟠", [])]
    flat = [task for sign in SIGNS for task in signed.get(sign, [])]
    if pick is Pick.WEEK:
        today = now.astimezone(zone).date()
        sunday = today + timedelta(days=6 - today.weekday())
        # An instant at 00:00 is the end of the day before.
        return [
            each for each in flat if each.due and (each.due.astimezone(zone) - timedelta(minutes=1)).date() <= sunday
        ]
    return flat
