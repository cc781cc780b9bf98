"""Reminders that fell due: gathered per person, held back at night, sent as one message with a button for each."""

from __future__ import annotations

import hashlib
import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.lifecycle import due_of
from bot.core.models import (
    AssignmentState,
    Changes,
    Entity,
    JournalEntry,
    Member,
    Memory,
    OutboxRow,
    Reminder,
    Rung,
    Task,
    TaskState,
)
from bot.core.quiet import comes_through, quiet_until
from bot.core.reminding import EXACT, TRUE_DEADLINE, Ladder, after_overdue
from bot.core.views import next_due
from bot.core.workdays import Calendar
from handlers.deps import Deps
from handlers.ticking import TOGETHER, TOO_LATE
from handlers.ticking.counting import count_unasked, unasked_today
from handlers.ticking.digests import CAN_WAIT, next_digest
from handlers.ticking.items import one_each, reminder_item
from storage.store import Work

log = logging.getLogger("jianfu.tick")

AT_ONCE = 500
"""Reminders read in one go; more are read in the next."""

MOST_TRIES = 3
"""A reminder that crashed so often is parked."""

TRY_AGAIN = timedelta(minutes=5)


async def send_reminders(deps: Deps, now: datetime) -> None:
    """Write one message for every person with something due, until nothing is due any more."""
    seen: set[tuple[int, int]] = set()
    while due := await deps.store.due_reminders(now, AT_ONCE):
        people: dict[tuple[int, int], list[Reminder]] = defaultdict(list)
        for workspace, reminder in due:
            people[workspace, reminder.member].append(reminder)
        fresh = {who: rows for who, rows in people.items() if who not in seen}
        seen |= people.keys()
        for (workspace, member), rows in fresh.items():
            await _guarded(deps, workspace, member, rows, now)
        if not fresh or len(due) < AT_ONCE:
            return


async def _guarded(deps: Deps, workspace: int, member: int, rows: Sequence[Reminder], now: datetime) -> None:
    try:
        await _remind(deps, workspace, member, now)
    except Exception:
        log.exception("reminding member %d of workspace %d failed", member, workspace)
        await _put_off(deps, workspace, rows, now)


async def _put_off(deps: Deps, workspace: int, rows: Sequence[Reminder], now: datetime) -> None:
    """Push what crashed ahead; park it after some tries."""
    async with deps.store.work(workspace) as work:
        for row in rows:
            key = f"tick_failed:{row.task}:{row.member}:{row.rung.value}:{row.about.isoformat()}"
            tries = int(await work.memory(key) or 0) + 1
            again = replace(row, due=now + TRY_AGAIN) if tries < MOST_TRIES else replace(row, state="parked")
            await work.apply(Changes((again, Memory(key, str(tries), now))))


@dataclass(slots=True)
class _Round:
    """What one person is told now, and what becomes of his reminders."""

    member: Member
    now: datetime
    zone: ZoneInfo
    calendar: Calendar
    ladder: Ladder
    items: list[dict[str, object]]
    save: list[Entity]
    told: list[Reminder]
    missed: int = 0
    must: bool = False


async def _remind(deps: Deps, workspace: int, member_id: int, now: datetime) -> None:
    async with deps.store.work(workspace) as work:
        calendar = replace(deps.calendar, timezone=work.workspace.timezone)
        zone = ZoneInfo(calendar.timezone)
        member = await work.member(member_id)
        waiting = await work.reminders(member=member_id, until=now + TOGETHER)
        due = [each for each in waiting if each.due <= now]
        if member is None or member.unreachable:
            await work.apply(Changes(tuple(_unheard(each, member, now, calendar, deps.rules.ladder) for each in due)))
            return
        silence = quiet_until(member, now, zone, calendar)
        digest = next_digest(member, now, calendar)
        said = _Round(member, now, zone, calendar, deps.rules.ladder, [], [], [])
        for reminder in _together(waiting, now):
            task = await work.task(reminder.task)
            if task is None or not await _has_it(work, task, reminder):
                said.save.append(replace(reminder, state="void"))
            elif reminder.rung is Rung.OVERDUE and await _over(work, said, task, reminder):
                continue
            elif silence is not None and not _may_break(reminder, task, silence, now):
                if reminder.due <= now:
                    said.save.append(replace(reminder, due=silence))
            elif digest is not None and _leaves_it_to(digest, reminder):
                said.save.append(replace(reminder, due=digest))
            else:
                _say(said, task, reminder, silence is not None)
        await _write(deps, work, said)


def _unheard(
    reminder: Reminder, member: Member | None, now: datetime, calendar: Calendar, ladder: Ladder
) -> Reminder:
    """A reminder for somebody who cannot be reached is not kept waiting; what is overdue is tried again later."""
    if member is not None and reminder.rung is Rung.OVERDUE:
        return after_overdue(reminder, now, calendar, ladder)
    return replace(reminder, state="void")


def _may_break(reminder: Reminder, task: Task, silence_ends: datetime, now: datetime) -> bool:
    """Whether a reminder may be sent into a silence: it was asked for, is urgent, or its deadline falls inside."""
    if reminder.rung is Rung.SNOOZE:
        return True
    return reminder.about > now and comes_through(reminder.about, task.facts.urgent, silence_ends)


def _leaves_it_to(digest: datetime, reminder: Reminder) -> bool:
    """Whether a reminder can wait for the digest that comes within the half hour and says the same."""
    return reminder.rung is Rung.OVERDUE or (reminder.rung in CAN_WAIT and reminder.about > digest)


def _together(waiting: Sequence[Reminder], now: datetime) -> list[Reminder]:
    """What is due, and what falls due so soon that it joins; nothing joins where nothing is due."""
    due = [each for each in waiting if each.due <= now]
    soon = [each for each in waiting if now < each.due < now + TOGETHER and each.rung not in EXACT]
    return sorted([*due, *soon], key=lambda each: (each.about, each.task, each.due)) if due else []


async def _has_it(work: Work, task: Task, reminder: Reminder) -> bool:
    if task.state is not TaskState.OPEN:
        return False
    shares = await work.assignments([task.number], member=reminder.member)
    if not shares:
        return reminder.rung is Rung.SNOOZE
    return any(each.state is AssignmentState.OPEN for each in shares)


async def _over(work: Work, said: _Round, task: Task, reminder: Reminder) -> bool:
    """An event that is over needs nobody any more: it closes itself. A date that has others after it rolls on."""
    facts = task.facts
    occurrences = await work.occurrences(task.number) if facts.recurrence else []
    rolled = replace(task, due=due_of(task, occurrences, said.now))
    if rolled.due != task.due:
        said.save.append(rolled)
    if any(each.at == reminder.about for each in facts.deadlines) or facts.recurrence:
        return False
    if not facts.events or reminder.about not in {each.at for each in facts.events}:
        return False
    said.save.append(replace(reminder, state="void"))
    if not facts.deadlines and reminder.about == max(each.at for each in facts.events):
        closed = replace(task, state=TaskState.DONE, closed_at=said.now)
        said.save += [closed, JournalEntry(said.now, "done", "event_over", task.number)]
    return True


def _say(said: _Round, task: Task, reminder: Reminder, breaks_silence: bool) -> None:
    now, past = said.now, reminder.about <= said.now
    said.told.append(reminder)
    if past and reminder.rung not in (Rung.OVERDUE, Rung.SNOOZE) and now - reminder.about > TOO_LATE:
        # Its deadline passed while the bot was away: worth a word while it is fresh, useless afterwards.
        said.missed += 1
        said.save.append(replace(reminder, state="void"))
        return
    said.items.append(reminder_item(task, reminder, now, said.calendar, said.ladder, breaks_silence))
    said.must = said.must or reminder.rung in TRUE_DEADLINE
    rolls_on = task.facts.recurrence is None and next_due(task.facts, now) != reminder.about
    if reminder.rung is Rung.OVERDUE and not rolls_on:
        said.save.append(after_overdue(reminder, now, said.calendar, said.ladder))
    else:
        said.save.append(replace(reminder, state="sent"))


async def _write(deps: Deps, work: Work, said: _Round) -> None:
    """One row for all; over the day's measure, what is no true deadline is left to the digest."""
    member, now = said.member, said.now
    full = await unasked_today(work, member.id, now, said.zone) >= deps.rules.unasked_per_day
    if (said.items or said.missed) and (said.must or not full):
        items = one_each(said.items)
        data: dict[str, object] = {
            "tasks": list(dict.fromkeys(item["number"] for item in items)),
            "items": items,
            "missed": said.missed,
            "late": any(item["late"] for item in items),
            "at": now.isoformat(),
        }
        said.save.append(OutboxRow(_key(said), member.chat, "reminders", data, now, member=member.id))
        if not said.must:
            said.save.append(await count_unasked(work, member.id, now, said.zone))
    if said.save:
        await work.apply(Changes(tuple(said.save)))


def _key(said: _Round) -> str:
    """The same promises give the same key, whatever the clock does."""
    promises = sorted(
        f"{each.task}:{each.rung.value}:{each.about.isoformat()}:{each.due.isoformat()}" for each in said.told
    )
    return f"remind:{said.member.id}:{hashlib.sha256('|'.join(promises).encode()).hexdigest()[:24]}"
