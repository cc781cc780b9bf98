"""Once a minute: dates that open, digests, reminders that fall due, the life of groups; late is caught up, once.

Everything a tick decides is written with the rows it sends, so a tick that is repeated or interrupted says nothing
twice. What fell due while the bot was away counts as due now.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from bot.core.models import Workspace
from handlers.deps import Deps
from handlers.ticking import digests, groups, occurrences, reminders

log = logging.getLogger("jianfu.tick")


async def tick(deps: Deps, now: datetime) -> None:
    """Do what has fallen due in every office by `now`; an office that fails does not hold up the others."""
    for workspace in await deps.store.workspaces():
        here = replace(deps, calendar=replace(deps.calendar, timezone=workspace.timezone))
        for part in (occurrences.open_dates, digests.send_digests, groups.let_groups_age):
            await _guarded(part, here, workspace, now)
    await reminders.send_reminders(deps, now)
    deps.wake()


async def _guarded(
    part: Callable[[Deps, Workspace, datetime], Awaitable[None]], deps: Deps, workspace: Workspace, now: datetime
) -> None:
    try:
        await part(deps, workspace, now)
    except Exception:
        log.exception("%s failed in workspace %d; the next tick tries again", part.__name__, workspace.id)
