"""How many unasked messages a member already got today, true deadlines apart; what is beyond waits for the digest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.core.models import Entity, Memory, OutboxRow, Task

NEWS = frozenset({"changed", "cancelled", "due_moved"})
"""What the next digest says too, so that it can wait for it."""

UNASKED = NEWS | {"given", "closed_for_you", "gathered"}
"""What one member's deed, or a word in a group, makes the bot say to another."""

PRESSING = timedelta(days=1)
"""News of a task that is due so soon is told however much was said that day."""


class Reads(Protocol):
    """What is needed of a transaction."""

    async def memory(self, key: str) -> str | None:
        """What was noted under that key."""
        ...

    async def task(self, number: int) -> Task | None:
        """The task of that number."""
        ...


async def unasked_today(reads: Reads, member: int, now: datetime, zone: ZoneInfo) -> int:
    """Unasked messages decided for `member` on the local day of `now`."""
    day, _, count = (await reads.memory(f"unasked:{member}") or "").partition(" ")
    return int(count) if day == _day(now, zone) else 0


async def count_unasked(reads: Reads, member: int, now: datetime, zone: ZoneInfo, more: int = 1) -> Memory:
    """The count with `more` messages, to be saved with them."""
    count = await unasked_today(reads, member, now, zone) + more
    return Memory(f"unasked:{member}", f"{_day(now, zone)} {count}", now)


async def within_measure(
    reads: Reads, entities: Iterable[Entity], now: datetime, zone: ZoneInfo, most: int
) -> list[Entity]:
    """The entities without the news that would be one message too many for its reader today, and the new counts."""
    kept: list[Entity] = []
    counts: dict[int, int] = {}
    for entity in entities:
        reader = await _unasked_reader(reads, entity, now)
        if reader is not None and isinstance(entity, OutboxRow):
            had = counts.get(reader, await unasked_today(reads, reader, now, zone))
            if entity.template in NEWS and had >= most:
                continue
            counts[reader] = had + 1
        kept.append(entity)
    return [*kept, *(Memory(f"unasked:{who}", f"{_day(now, zone)} {count}", now) for who, count in counts.items())]


async def _unasked_reader(reads: Reads, entity: Entity, now: datetime) -> int | None:
    """Whose measure an entity counts towards; None where it is no unasked message, or of a true deadline."""
    if not isinstance(entity, OutboxRow) or entity.template not in UNASKED:
        return None
    number = entity.data.get("task")
    task = await reads.task(number) if isinstance(number, int) else None
    if task is not None and (task.facts.urgent or (task.due is not None and task.due - now < PRESSING)):
        return None
    return entity.member


def _day(now: datetime, zone: ZoneInfo) -> str:
    return now.astimezone(zone).date().isoformat()
