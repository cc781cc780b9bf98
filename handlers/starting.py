"""By when a seal, a signature or a collection must be begun, as plain data for templates."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.models import Task
from bot.core.reminding import Ladder, Workdays, starts
from bot.core.views import View

SOON = timedelta(hours=26)
"""A list mentions a beginning only when it is at most so far ahead: today, or tomorrow morning."""


def starts_views(
    task: Task,
    about: datetime | None,
    now: datetime,
    calendar: Workdays,
    ladder: Ladder,
    *,
    over: bool = True,
    within: timedelta | None = None,
) -> list[View]:
    """What must be begun by when so that `task` is ready `about` then: `{"at", "what", "over"}`, earliest first.

    `over` keeps what should have begun already; `within` leaves out what is farther ahead.
    """
    if about is None or about <= now:
        return []
    return [
        {"at": each.at.isoformat(), "what": list(each.what), "over": each.at <= now}
        for each in starts(task, about, calendar, ladder)
        if (over or each.at > now) and (within is None or each.at - now <= within)
    ]
