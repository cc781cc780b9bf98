"""Digests at each member's times; one for a day and time, however often the bot restarts."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.digest import slots_between
from bot.core.models import Changes, Member, Memory, OutboxRow, Reminder, Rung, Task, Workspace
from bot.core.reminding import after_overdue
from bot.core.views import next_due
from bot.core.workdays import Calendar
from handlers.deps import Deps
from handlers.digesting import Journals, digest_data, leave_out, pressing_numbers
from handlers.lines import line_view
from handlers.ticking import TOGETHER, TOO_LATE, mark_of
from handlers.ticking.counting import count_unasked
from handlers.ticking.items import LATE
from storage.store import Look, Work

log = logging.getLogger("jianfu.tick")

MARK = "tick:digests"

SWALLOWS = timedelta(hours=1)
"""Reminders due up to so long after a digest, the end included, are not sent beside it: the digest says the same."""

CAN_WAIT = frozenset({Rung.DAY_BEFORE, Rung.SAME_DAY, Rung.START_BY})
"""What a digest makes needless within `SWALLOWS`, beside what is overdue."""

NEAR = frozenset({Rung.TWO_HOURS, Rung.HALF_TIME})
"""What joins a digest only within the half hour; the last half hour before a deadline is always said by itself."""

TOGETHER_WRITTEN = 25
"""Digests written in one transaction: a commit costs more than a digest, and nobody waits long for his turn."""

NOTED_EVERY = timedelta(minutes=5)
"""How often it is noted that nothing was due, so that a time set anew is not taken for one that was missed."""

FIRST_LOOK_BACK = timedelta(days=1)
"""What a member's first digest tells of; later ones tell what happened since the one before."""


MOST_LOOKED_BACK = timedelta(days=60)
"""How far back missed digests are counted."""


@dataclass(frozen=True, slots=True)
class DueDigest:
    """Whose digest is due, for which time, and how many before it were missed."""

    member: Member
    slot: datetime
    missed: int = 0


@dataclass(frozen=True, slots=True)
class DueDigests:
    """The digests that are due; `note` when it is to be written down up to when was looked."""

    slots: tuple[DueDigest, ...]
    note: bool


@dataclass(slots=True)
class _Swallowed:
    """What a digest makes needless: reminders as they are to be saved, tasks asked for again, what came too late."""

    save: list[Reminder | Task] = field(default_factory=list)
    again: list[int] = field(default_factory=list)
    missed: int = 0


async def due_digests(look: Look, now: datetime, calendar: Calendar) -> DueDigests:
    """The members whose time came since the last look; a time long past is left out."""
    mark = await look.memory(MARK)
    since = mark_of(mark, now)
    slots = _due(await look.members(), since, now, calendar) if since < now else []
    return DueDigests(tuple(slots), mark is None or now - since >= NOTED_EVERY or bool(slots))


async def send_digests(deps: Deps, workspace: Workspace, due: DueDigests, now: datetime) -> None:
    """Write the digest of every member who is due; one that failed is tried again by the next tick."""
    journals: Journals = {}
    failed = False
    for start in range(0, len(due.slots), TOGETHER_WRITTEN):
        some = due.slots[start : start + TOGETHER_WRITTEN]
        # Where one of them fails the others are written each by itself.
        if not await _sent(deps, workspace, some, now, journals):
            ones = [await _sent(deps, workspace, [each], now, journals) for each in some] if len(some) > 1 else [False]
            failed = failed or not all(ones)
    if failed or not due.note:
        return
    async with deps.store.work(workspace.id) as work:
        mark = await work.memory(MARK)
        if mark is None or now > mark_of(mark, now):
            await work.apply(Changes((Memory(MARK, now.isoformat(), now),)))


def next_digest(member: Member, now: datetime, calendar: Calendar) -> datetime | None:
    """The member's digest that comes within the half hour, None when none does."""
    zone = ZoneInfo(calendar.timezone)
    if member.unreachable or not member.digest_times:
        return None
    days = {now.astimezone(zone).date(), (now + TOGETHER).astimezone(zone).date()}
    works = {day: calendar.is_workday(day) for day in days}
    return next(iter(slots_between(member, now, now + TOGETHER, zone, works)), None)


def _due(members: Sequence[Member], since: datetime, now: datetime, calendar: Calendar) -> list[DueDigest]:
    """Each member with the latest of his digest times in (since, now] that is not too long past."""
    zone = ZoneInfo(calendar.timezone)
    first = max(since, now - MOST_LOOKED_BACK)
    days = [
        first.astimezone(zone).date() + timedelta(days=k)
        for k in range((now.astimezone(zone).date() - first.astimezone(zone).date()).days + 1)
    ]
    works = {day: calendar.is_workday(day) for day in days}
    found = []
    for member in members:
        begun = max(first, member.joined_at) if member.joined_at else first
        slots = slots_between(member, begun, now, zone, works)
        if slots and slots[-1] > now - TOO_LATE and not member.unreachable:
            found.append(DueDigest(member, slots[-1], len(slots) - 1))
    return found


async def _sent(deps: Deps, workspace: Workspace, some: Sequence[DueDigest], now: datetime, journals: Journals) -> bool:
    """Whether these digests are written; what fails is tried again by the next tick and holds up nobody."""
    try:
        async with deps.store.work(workspace.id) as work:
            for due in some:
                await _send(deps, work, due, now, journals)
    except Exception:
        ids = [due.member.id for due in some]
        log.exception("the digests of members %s of workspace %d failed", ids, workspace.id)
        return False
    return True


async def _send(deps: Deps, work: Work, due: DueDigest, now: datetime, journals: Journals) -> None:
    member, zone = due.member, ZoneInfo(deps.calendar.timezone)
    local = due.slot.astimezone(zone)
    key = f"digest:{member.id}:{local:%Y-%m-%d}:{local:%H:%M}"
    if await work.outbox(key) is not None:
        return
    last = await work.memory(f"digest:{member.id}")
    since = datetime.fromisoformat(last) if last else now - FIRST_LOOK_BACK
    data = await digest_data(work, member, now, deps.calendar, deps.rules, since, journals)
    told = Memory(f"digest:{member.id}", now.isoformat(), now)
    if data is None:
        await work.apply(Changes((told,)))
        return
    swallowed = await _swallowed(deps, work, due, data, now)
    again = [await work.task(number) for number in swallowed.again]
    data |= {
        "late": now - due.slot > LATE,
        "missed": swallowed.missed + (due.missed if last else 0),
        "again": [line_view(task, now, deps.calendar.timezone) for task in again if task is not None],
        "at": now.isoformat(),
    }
    leave_out(data, set(swallowed.again))
    row = OutboxRow(key, member.chat, "digest", data, now, member=member.id)
    counted = await count_unasked(work, member.id, now, zone)
    await work.apply(Changes((row, told, counted, *swallowed.save)))


async def _swallowed(deps: Deps, work: Work, due: DueDigest, data: dict[str, object], now: datetime) -> _Swallowed:
    """The reminders this digest makes needless: what it names as pressing is not said again beside it."""
    until = max(due.slot, now) + SWALLOWS
    soon = max(due.slot, now) + TOGETHER
    named, found = pressing_numbers(data), _Swallowed()
    for each in await work.reminders(member=due.member.id, until=until):
        if each.due > until:
            continue
        if each.rung is Rung.SNOOZE:
            if each.due <= max(due.slot, now) + LATE:
                found.save.append(replace(each, state="sent"))
                found.again.append(each.task)
        elif each.rung is Rung.OVERDUE:
            found.save += await _overdue(deps, work, each, now)
        elif each.about <= now:
            found.save.append(replace(each, state="void"))
            found.missed += now - each.due > LATE
        elif each.task in named and (each.rung in CAN_WAIT or (each.rung in NEAR and each.due <= soon)):
            found.save.append(replace(each, state="sent"))
    return found


async def _overdue(deps: Deps, work: Work, reminder: Reminder, now: datetime) -> list[Reminder | Task]:
    """Said by the digest: again another day, or never where a later date of the task counts from now on."""
    task = await work.task(reminder.task)
    if task is None or reminder.about > now:
        return []
    following = next_due(task.facts, now) if task.facts.recurrence is None else None
    if following is None or following == reminder.about:
        return [after_overdue(reminder, max(now, reminder.due), deps.calendar, deps.rules.ladder)]
    return [replace(reminder, state="sent"), replace(task, due=following)]
