"""Promised reminders: of one office, and those due in any."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, select

from bot.core.models import Reminder
from storage import tables
from storage.rows import columns_of, from_row
from storage.scope import Scope
from storage.whole import Whole

_reminder = tables.reminder.c


class ReminderReads(Scope):
    """What can be asked about reminders."""

    async def reminders(
        self,
        task: int | None = None,
        states: Collection[str] = ("pending",),
        *,
        member: int | None = None,
        until: datetime | None = None,
    ) -> list[Reminder]:
        """Reminders in these states, of one task, one member, due at or before `until` where given, the next first."""
        wanted: ColumnElement[bool] = _reminder.state.in_(list(states))
        if tuple(states) == ("pending",):
            wanted = tables.REMINDER_PENDING
        of_it = [] if task is None else [_reminder.task == task]
        of_it += [] if member is None else [_reminder.member == member]
        of_it += [] if until is None else [_reminder.due <= until]
        return await self._all(Reminder, wanted, *of_it, order=(_reminder.due, _reminder.task, _reminder.member))


class Due(Whole):
    """What has fallen due, over all offices."""

    async def due_reminders(self, now: datetime, limit: int) -> list[tuple[int, Reminder]]:
        """(workspace, reminder) of pending ones due at or before `now`, the oldest first."""
        query = (
            select(_reminder.workspace, *columns_of(Reminder))
            .where(tables.REMINDER_PENDING, _reminder.due <= now)
            .order_by(_reminder.due)
            .limit(limit)
        )
        async with self._database.reading() as connection:
            return [(row[0], from_row(Reminder, row[1:])) for row in await connection.execute(query)]
