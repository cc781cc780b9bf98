"""What a reminder says about one task, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.models import Reminder, Rung, Task
from bot.core.reminding import Ladder
from bot.core.views import SOON
from bot.core.workdays import Calendar
from handlers.starting import starts_views

LATE = timedelta(minutes=15)
"""A message later than this says so."""

TIME_TO_BEGIN = frozenset({Rung.START_BY, Rung.DAY_BEFORE, Rung.SAME_DAY, Rung.HALF_TIME})
"""Rungs at which it is still worth saying that a seal should be under way."""


def reminder_item(
    task: Task, reminder: Reminder, now: datetime, calendar: Calendar, ladder: Ladder, through: bool
) -> dict[str, object]:
    """One task in a reminder; a snooze speaks of what the task is due for. `through`: it breaks a silence."""
    zone = ZoneInfo(calendar.timezone)
    about = task.due if reminder.rung is Rung.SNOOZE else reminder.about
    past = about is not None and about <= now
    day = (about.astimezone(zone) - timedelta(minutes=1)).date() if about else None
    return {
        "number": task.number,
        "rung": reminder.rung.value,
        "about": about.isoformat() if about else None,
        "date": day.isoformat() if day and task.facts.recurrence else None,
        "sign": sign_at(day, past, now.astimezone(zone).date()),
        "late": now - reminder.due > LATE,
        "past": past,
        "through": through and reminder.rung is not Rung.SNOOZE,
        "starts": starts_views(task, about, now, calendar, ladder, over=reminder.rung in TIME_TO_BEGIN),
        "owed": 1,
    }


def sign_at(day: date | None, past: bool, today: date) -> str:
    """The sign of a date seen from `today`."""
    if day is None:
        return "⚪"
    return "🔴" if past else "🟠" if day <= today else "🟡" if day - today <= SOON else "⚪"


def one_each(items: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    """Each task once, for the instant that comes first; dates of a recurring duty that are owed are counted.

    A snooze that falls on a step of the ladder gives way to it: the step says more.
    """
    found: dict[object, dict[str, object]] = {}
    for item in items:
        key = (item["number"], item["past"])
        first = found.setdefault(key, item)
        if first is item:
            continue
        if first["rung"] == Rung.SNOOZE.value:
            found[key] = item
        elif first["date"] and first["about"] != item["about"] and item["rung"] != Rung.SNOOZE.value:
            found[key] = first | {"owed": int(str(first["owed"])) + 1}
    return list(found.values())
