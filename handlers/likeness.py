"""Groups that say the same: found over the last 60 days, and as plain data with examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
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


async def likeness_views(look: Look, those: Sequence[Likeness], groups: Mapping[int, Group]) -> list[View]:
    """Pairs as templates show them, with the tasks and people that both groups have."""
    pairs = [(one.small, one.large) for one in those]
    lists = await look.lists(SEEN_KEY) if those else []
    people = Counter(pair for ids in lists for pair in pairs if pair[0] in ids and pair[1] in ids)
    return [await _view(look, one, groups, people[one.small, one.large]) for one in those]


async def _view(look: Look, one: Likeness, groups: Mapping[int, Group], people: int) -> View:
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
        "people": max(len(ours), people),
    }
