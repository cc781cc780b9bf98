"""How many unasked messages a member already got today."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.models import Member, Memory
from storage.store import Work


async def unasked_today(work: Work, member: Member, now: datetime, zone: ZoneInfo) -> int:
    """Unasked messages decided for `member` on the local day of `now`."""
    day, _, count = (await work.memory(f"unasked:{member.id}") or "").partition(" ")
    return int(count) if day == _day(now, zone) else 0


async def count_unasked(work: Work, member: Member, now: datetime, zone: ZoneInfo) -> Memory:
    """The count with one more message, to be saved with that message."""
    count = await unasked_today(work, member, now, zone) + 1
    return Memory(f"unasked:{member.id}", f"{_day(now, zone)} {count}", now)


def _day(now: datetime, zone: ZoneInfo) -> str:
    return now.astimezone(zone).date().isoformat()
