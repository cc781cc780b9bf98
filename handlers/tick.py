"""Once a minute: dates that open, digests, reminders that fall due, the life of groups; late is caught up, once.

Everything a tick decides is written with the rows it sends, so a tick that is repeated or interrupted says nothing
twice. What fell due while the bot was away counts as due now.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.models import Workspace
from handlers.deps import Deps
from handlers.ticking import digests, groups, occurrences, reminders
from handlers.tidying import tidy

log = logging.getLogger("jianfu.tick")


async def tick(deps: Deps, now: datetime) -> None:
    """Do what has fallen due in every office by `now`; an office that fails does not hold up the others."""
    for workspace in await deps.store.workspaces():
        here = replace(deps, calendar=replace(deps.calendar, timezone=workspace.timezone))
        try:
            await _in_office(here, workspace, now)
        except Exception:
            log.exception("the tick failed in workspace %d; the next one tries again", workspace.id)
    await reminders.send_reminders(deps, now)
    await tidy(deps, now)
    deps.wake()


async def _in_office(deps: Deps, workspace: Workspace, now: datetime) -> None:
    """One short look tells what is due here; mostly nothing is."""
    async with deps.store.look(workspace.id) as look:
        numbers = await occurrences.passed_dates(look, now)
        due = await digests.due_digests(look, now, deps.calendar)
        aged = await groups.a_look_is_due(look, now, ZoneInfo(workspace.timezone))
    if numbers:
        await occurrences.open_dates(deps, workspace, numbers, now)
    if aged:
        await groups.let_groups_age(deps, workspace, now)
    if due.note:
        await digests.send_digests(deps, workspace, due, now)
