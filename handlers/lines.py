"""Tasks as the short lines of lists, digests and reminders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.listing import by_urgency
from bot.core.models import Task
from bot.core.views import View, further_views, next_view, recurrence_view, sign_of, title_of


def line_view(task: Task, now: datetime, timezone: str) -> View:
    """What one line says about a task, as plain data: number, title, sign, what is next, who asks."""
    return {
        "number": task.number,
        "title": title_of(task),
        "state": task.state.value,
        "sign": sign_of(task, now, timezone),
        "next": next_view(task, ZoneInfo(timezone)),
        "further": further_views(task, now),
        "issuer": task.facts.issuer,
        "urgent": task.facts.urgent,
        "nil": any(each.value == "nil_report" for each in task.facts.requirements),
        "recurring": task.facts.recurrence is not None,
        "recurrence": recurrence_view(task.facts.recurrence) if task.facts.recurrence else None,
    }


def line_views(tasks: Sequence[Task], now: datetime, timezone: str) -> list[View]:
    """The tasks in sections, most urgent first: `{"sign", "tasks": [line…]}`."""
    return [
        {"sign": sign, "tasks": [line_view(task, now, timezone) for task in found]}
        for sign, found in by_urgency(tasks, now, ZoneInfo(timezone)).items()
    ]
