"""Digests at each member's times; one for a day and time, however often the bot restarts."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.digest import slots_between
from bot.core.models import Changes, Member, Memory, OutboxRow, Reminder, Rung, Workspace
from bot.core.reminding import after_overdue
from bot.core.workdays import Calendar
from handlers.deps import Deps
from handlers.digesting import digest_data
from handlers.ticking import TOO_LATE, mark_of
from handlers.ticking.counting import count_unasked
from storage.store import Look, Work

log = logging.getLogger("jianfu.tick")

MARK = "tick:digests"

SWALLOWS = timedelta(hours=1)
"""Reminders due up to so long after a digest, the end included, are not sent beside it: the digest says the same."""

SWALLOWED = frozenset({Rung.DAY_BEFORE, Rung.SAME_DAY, Rung.START_BY, Rung.OVERDUE})
"""What a digest makes needless; a deadline that is near is said by itself."""

NOTED_EVERY = timedelta(minutes=5)
"""How often it is noted that nothing was due, so that a time set anew is not taken for one that was missed."""

FIRST_LOOK_BACK = timedelta(days=1)
"""What a member's first digest tells of; later ones tell what happened since the one before."""


@dataclass(frozen=True, slots=True)
class DueDigests:
    """Whose digests are due and for which time; `note` when it is to be written down up to when was looked."""

    slots: tuple[tuple[Member, datetime], ...]
    note: bool


async def due_digests(look: Look, now: datetime, calendar: Calendar) -> DueDigests:
    """The members whose time came since the last look; a time long past is left out."""
    mark = await look.memory(MARK)
    since = mark_of(mark, now)
    slots = _due(await look.members(), max(since, now - TOO_LATE), now, calendar) if since < now else []
    return DueDigests(tuple(slots), mark is None or now - since >= NOTED_EVERY or bool(slots))


async def send_digests(deps: Deps, workspace: Workspace, due: DueDigests, now: datetime) -> None:
    """Write the digest of every member who is due; one that failed is tried again by the next tick."""
    failed = [member.id for member, slot in due.slots if not await _sent(deps, workspace, member, slot, now)]
    if failed or not due.note:
        return
    async with deps.store.work(workspace.id) as work:
        mark = await work.memory(MARK)
        if mark is None or now > mark_of(mark, now):
            await work.apply(Changes((Memory(MARK, now.isoformat(), now),)))


def _due(
    members: Sequence[Member], after: datetime, now: datetime, calendar: Calendar
) -> list[tuple[Member, datetime]]:
    """Each member with the latest of his digest times in (after, now]."""
    zone = ZoneInfo(calendar.timezone)
    days = [after.astimezone(zone).date(), now.astimezone(zone).date()]
    works = {day: calendar.is_workday(day) for day in days}
    found = []
    for member in members:
        since = max(after, member.joined_at) if member.joined_at else after
        slots = slots_between(member, since, now, zone, works)
        if slots and not member.unreachable:
            found.append((member, slots[-1]))
    return found


async def _sent(deps: Deps, workspace: Workspace, member: Member, slot: datetime, now: datetime) -> bool:
    """Whether the member's digest is written; one that fails is tried again by the next tick and holds up nobody."""
    try:
        async with deps.store.work(workspace.id) as work:
            await _send(deps, work, member, slot, now)
    except Exception:
        log.exception("the digest of member %d of workspace %d failed", member.id, workspace.id)
        return False
    return True


async def _send(deps: Deps, work: Work, member: Member, slot: datetime, now: datetime) -> None:
    zone = ZoneInfo(deps.calendar.timezone)
    local = slot.astimezone(zone)
    key = f"digest:{member.id}:{local:%Y-%m-%d}:{local:%H:%M}"
    if await work.outbox(key) is not None:
        return
    last = await work.memory(f"digest:{member.id}")
    since = datetime.fromisoformat(last) if last else now - FIRST_LOOK_BACK
    data = await digest_data(work, member, now, deps.calendar, deps.rules, since)
    told = Memory(f"digest:{member.id}", now.isoformat(), now)
    if data is None:
        await work.apply(Changes((told,)))
        return
    row = OutboxRow(key, member.chat, "digest", data, now, member=member.id)
    swallowed = await _swallowed(deps, work, member, slot, now)
    counted = await count_unasked(work, member, now, zone)
    await work.apply(Changes((row, told, counted, *swallowed)))


async def _swallowed(deps: Deps, work: Work, member: Member, slot: datetime, now: datetime) -> list[Reminder]:
    """The reminders this digest makes needless, marked as sent."""
    until = max(slot, now) + SWALLOWS
    found = []
    for each in await work.reminders(member=member.id, until=until):
        if each.rung not in SWALLOWED or each.due > until:
            continue
        if each.rung is Rung.OVERDUE:
            found.append(after_overdue(each, max(now, each.due), deps.calendar))
        elif each.about > now:
            found.append(replace(each, state="sent"))
    return found
