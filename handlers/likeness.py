"""Groups that say the same: found over the last 60 days, and as plain data with examples."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.core.attribution import SEEN_KEY
from bot.core.models import Group, GroupState
from bot.core.resembling import Likeness, alike_groups
from bot.core.views import View, title_of
from storage.store import Look

LOOKED_BACK = timedelta(days=60)


async def alike(look: Look, now: datetime) -> tuple[list[Likeness], dict[int, Group]]:
    """The groups that say the same, of those that live; and all groups by id."""
    groups = {each.id: each for each in await look.groups()}
    shared = await look.shared_notices(now - LOOKED_BACK)
    found = alike_groups(shared.totals, shared.seen)
    gone = {id for id, each in groups.items() if each.state is GroupState.DISSOLVED or each.parent}
    return [each for each in found if each.small not in gone and each.large not in gone], groups


async def likeness_view(look: Look, one: Likeness, groups: Mapping[int, Group]) -> View:
    """One pair as templates show it, with the tasks and people that both have."""
    small, large = groups[one.small], groups[one.large]
    numbers = [int(name[1:]) for name in one.examples if name[0] == "t"][:2]
    tasks = [task for number in numbers if (task := await look.task(number))]
    ours = await look.group_members(small.id) & await look.group_members(large.id)
    return {
        "small": small.name,
        "large": large.name,
        "id": small.id,
        "into": large.id,
        "muted": small.muted,
        "shared": one.shared,
        "total": one.total,
        "tasks": one.tasks,
        "percent": int(100 * one.share),
        "examples": [{"number": task.number, "title": title_of(task)} for task in tasks],
        "people": max(len(ours), await look.listed(SEEN_KEY, small.id, large.id)),
    }
