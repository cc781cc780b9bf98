"""The life of groups, looked at once a day in the early morning, before the digests."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core.attribution import SEEN_KEY, seen_ids
from bot.core.groups import GroupTurn, fell_silent, turn, turn_of
from bot.core.models import Changes, Entity, Group, GroupState, JournalEntry, Memory, Workspace
from bot.core.renaming import maybe_new, renamed_groups
from handlers.candidates import evidence_on_all
from handlers.deps import Deps
from handlers.likeness import alike
from storage.store import Look, Work

MARK = "tick:groups"

LOOKED_BACK = timedelta(days=60)
"""How much of the past tells how busy a group normally is."""

LOOKED_FOR_ALIKE, TOLD_FROM = 0, 0.8
"""On Mondays; what is less alike is shown only to who asks."""

LOOKED_AT = time(6)
"""Local time from which a day's look is due."""


async def a_look_is_due(look: Look, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the groups have not been looked at on this day, and it is late enough."""
    local = now.astimezone(zone)
    return local.time() >= LOOKED_AT and (await look.memory(MARK) or "") < local.date().isoformat()


async def _once(work: Work, key: str, spoke: datetime | None, now: datetime, verb: str, group: Group) -> list[Entity]:
    """An entry that the digest tells, unless it was told of the same silence before."""
    mark = spoke.isoformat() if spoke else "never"
    if await work.memory(key) == mark:
        return []
    return [Memory(key, mark, now), JournalEntry(now, verb, verb.removeprefix("group_"), group=group.id)]


async def let_groups_age(deps: Deps, workspace: Workspace, now: datetime) -> None:
    """Turn every group by what time did to it, and write down why."""
    today = now.astimezone(ZoneInfo(deps.calendar.timezone)).date().isoformat()
    async with deps.store.work(workspace.id) as work:
        quiet = deps.rules.group_quiet_workdays
        changed, gave_way = await _renamed(work, now)
        heard = await work.heard_since(now - LOOKED_BACK)
        for evidence in await evidence_on_all(work, now, deps.calendar, quiet):
            group = evidence.group
            if group.state is GroupState.DISSOLVED or group.parent is not None:
                continue
            notices = heard[group.id].notices if group.id in heard else 0
            if group.id not in gave_way and fell_silent(evidence, notices, deps.calendar, quiet):
                changed += await _once(work, f"silent:{group.id}", group.last_at, now, "group_silent", group)
            what = turn_of(evidence, quiet)
            after = turn(group, what) if what else group
            if what is None or after == group:
                continue
            reason = evidence.keep.value if evidence.keep else what.value
            changed.append(after)
            if what is GroupTurn.WORK_DONE:
                # Proposed once: what was only chatted since brings no second proposal.
                since = group.last_notice_at or group.last_at
                changed += await _once(work, f"proposed:{group.id}", since, now, f"group_{what.value}", group)
                continue
            detail: dict[str, object] = {"tasks": evidence.tasks, "quiet": evidence.quiet_workdays}
            changed.append(JournalEntry(now, f"group_{what.value}", reason, group=group.id, detail=detail))
        changed += await _alike(work, now)
        await work.apply(Changes((*changed, Memory(MARK, today, now))))


async def _renamed(work: Work, now: datetime) -> tuple[list[Entity], set[int]]:
    """Groups that may be old ones under a new name, each asked about once; and the old ones, silent for that reason."""
    groups = await work.groups()
    if not maybe_new(groups, now):
        return [], set()
    seen = {key: [int(id) for id in seen_ids(value)] for key, value in (await work.memories(SEEN_KEY)).items()}
    found: list[Entity] = []
    likely = renamed_groups(groups, seen, now)
    for each in likely:
        key = f"renamed:{each.old}:{each.new}"
        if await work.memory(key) is None:
            detail: dict[str, object] = {"old": each.old, "people": each.people}
            found.append(JournalEntry(now, "group_maybe_renamed", "same_people", group=each.new, detail=detail))
            found.append(Memory(key, now.isoformat(), now))
    return found, {each.old for each in likely}


async def _alike(work: Work, now: datetime) -> list[Entity]:
    """Once a week groups are looked for most of whose notices another had; each pair is told once."""
    if now.astimezone(ZoneInfo(work.workspace.timezone)).weekday() != LOOKED_FOR_ALIKE:
        return []
    found: list[Entity] = []
    likenesses, _ = await alike(work, now)
    for each in likenesses:
        key = f"alike:{each.small}:{each.large}"
        if each.share >= TOLD_FROM and await work.memory(key) is None:
            detail: dict[str, object] = {"into": each.large, "percent": int(100 * each.share)}
            found.append(JournalEntry(now, "group_alike", "alike", group=each.small, detail=detail))
            found.append(Memory(key, now.isoformat(), now))
    return found
