"""The life of groups, looked at once a day in the early morning, before the digests."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.core.groups import turn, turn_of
from bot.core.models import Changes, Entity, GroupState, JournalEntry, Memory, Workspace
from handlers.candidates import evidence_on_all
from handlers.deps import Deps
from storage.store import Look

MARK = "tick:groups"

LOOKED_AT = time(6)
"""Local time from which a day's look is due."""


async def a_look_is_due(look: Look, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the groups have not been looked at on this day, and it is late enough."""
    local = now.astimezone(zone)
    return local.time() >= LOOKED_AT and (await look.memory(MARK) or "") < local.date().isoformat()


async def let_groups_age(deps: Deps, workspace: Workspace, now: datetime) -> None:
    """Turn every group by what time did to it, and write down why."""
    today = now.astimezone(ZoneInfo(deps.calendar.timezone)).date().isoformat()
    async with deps.store.work(workspace.id) as work:
        quiet = deps.rules.group_quiet_workdays
        changed: list[Entity] = []
        for evidence in await evidence_on_all(work, now, deps.calendar, quiet):
            group = evidence.group
            if group.state is GroupState.DISSOLVED:
                continue
            what = turn_of(evidence, quiet)
            after = turn(group, what) if what else group
            if what is None or after == group:
                continue
            reason = evidence.keep.value if evidence.keep else what.value
            detail: dict[str, object] = {"tasks": evidence.tasks, "quiet": evidence.quiet_workdays}
            changed += [after, JournalEntry(now, f"group_{what.value}", reason, group=group.id, detail=detail)]
        await work.apply(Changes((*changed, Memory(MARK, today, now))))
