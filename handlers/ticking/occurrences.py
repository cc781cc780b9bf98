"""Recurring duties: when a date has passed, the next one opens, with its reminders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.lifecycle import due_of, with_dates
from bot.core.models import AssignmentState, Changes, Memory, TaskState, Workspace
from bot.core.occurrences import plan_occurrences
from bot.core.reminding import replan
from handlers.deps import Deps
from handlers.ticking import mark_of
from storage.store import Look, Work

MARK = "tick:occurrences"


async def passed_dates(look: Look, now: datetime) -> list[int]:
    """The duties that have an open date which passed since the last tick that looked."""
    open_until_now = await look.open_occurrences(now)
    if not open_until_now:
        return []
    mark = await look.memory(MARK)
    since = mark_of(mark, now) if mark else None
    return sorted({each.task for each in open_until_now if since is None or since < each.at})


async def open_dates(deps: Deps, workspace: Workspace, numbers: Sequence[int], now: datetime) -> None:
    """Open the next date of each of these duties."""
    async with deps.store.work(workspace.id) as work:
        for number in numbers:
            await _open_next(deps, work, number, now)
        await work.apply(Changes((Memory(MARK, now.isoformat(), now),)))


async def _open_next(deps: Deps, work: Work, number: int, now: datetime) -> None:
    task = await work.task(number)
    if task is None or task.state is not TaskState.OPEN:
        return
    known = await work.occurrences(number)
    added = plan_occurrences(task, known, now, deps.calendar)
    if not added:
        return
    occurrences = with_dates(known, added)
    task = replace(task, due=due_of(task, occurrences, now))
    members = {each.id: each for each in await work.members()}
    people = [
        members[each.member]
        for each in await work.assignments([number])
        if each.state is AssignmentState.OPEN and each.member in members
    ]
    said = await work.reminders(number, states=("pending", "sent", "void"))
    planned = replan(task, people, said, now, deps.calendar, deps.rules.ladder, occurrences)
    await work.apply(Changes((task, *added, *planned)))
