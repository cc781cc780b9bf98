"""Who is told of what a message did, and when: the pressing at once, changes to those who have the task."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zlib import crc32
from zoneinfo import ZoneInfo

from bot.core.models import FactChange, Member, Message, OutboxRow, Task
from bot.core.quiet import comes_through, quiet_until
from bot.core.workdays import Calendar

AT_ONCE = timedelta(days=1)
"""A task read in a group that is due within this, or urgent, is told at once; others wait for the digest."""


def tell_pressing(task: Task, people: Iterable[Member], now: datetime, calendar: Calendar) -> tuple[OutboxRow, ...]:
    """The card of a pressing task for each of `people`, after their quiet hours unless it cannot wait so long."""
    if not task.facts.urgent and (task.due is None or task.due - now > AT_ONCE):
        return ()
    return tuple(
        OutboxRow(
            f"card:{task.number}:{member.id}",
            member.chat,
            "card",
            {"task": task.number},
            _when(task, member, now, calendar),
            member=member.id,
        )
        for member in people
    )


def _when(task: Task, member: Member, now: datetime, calendar: Calendar) -> datetime:
    ends = quiet_until(member, now, ZoneInfo(calendar.timezone), calendar)
    if ends is None or comes_through(task.due or ends + AT_ONCE, task.facts.urgent, ends):
        return now
    return ends


def tell_holders(
    message: Message,
    template: str,
    task: Task,
    people: Iterable[Member],
    now: datetime,
    calendar: Calendar,
    changes: Sequence[FactChange] = (),
) -> tuple[OutboxRow, ...]:
    """One row for each of `people` about what `message` did to `task`, after their quiet hours if it can wait."""
    listed = [[change.fact, change.old, change.new] for change in changes]
    data: dict[str, object] = {"task": task.number, "changes": listed}
    # What an edit changes is another thing to say than what its message said before.
    again = f":{task.number}:{crc32(repr(listed).encode()):x}" if message.edited else ""
    return tuple(
        OutboxRow(
            f"{template}:{message.id}:{member.id}{again}",
            member.chat,
            template,
            data,
            _when(task, member, now, calendar),
            member=member.id,
        )
        for member in people
    )
