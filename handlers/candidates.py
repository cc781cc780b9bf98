"""Which groups may be dissolved, with their evidence, as plain data."""

from __future__ import annotations

from datetime import datetime

from bot.core.groups import Evidence, Keep, weigh
from bot.core.models import Group
from bot.core.views import View
from bot.core.workdays import Calendar
from storage.store import Look

_BEFORE_TASKS = frozenset({Keep.STANDING, Keep.EXEMPT, Keep.LATER, Keep.NEVER_SPOKE, Keep.DISSOLVED})
"""Reasons that hold whatever the group's tasks are, so that these need not be read."""


async def evidence_on(look: Look, group: Group, now: datetime, calendar: Calendar, quiet_workdays: int) -> Evidence:
    """The evidence on one group; its tasks are read only where they can matter."""
    without = weigh(group, (), now, calendar, quiet_workdays)
    if without.keep in _BEFORE_TASKS or without.quiet_workdays < quiet_workdays:
        return without
    return weigh(group, tuple(await look.group_tasks(group.id)), now, calendar, quiet_workdays)


async def candidates(look: Look, now: datetime, calendar: Calendar, quiet_workdays: int) -> list[Evidence]:
    """All groups that may go, the longest silent first."""
    found = [await evidence_on(look, group, now, calendar, quiet_workdays) for group in await look.groups()]
    return sorted((each for each in found if each.keep is None), key=lambda each: -each.quiet_workdays)


def evidence_view(evidence: Evidence) -> View:
    """One candidate as templates show it."""
    group = evidence.group
    return {
        "id": group.id,
        "name": group.name,
        "tasks": evidence.tasks,
        "closed": evidence.closed,
        "quiet": evidence.quiet_workdays,
        "messages": group.messages,
        "first": group.first_at.isoformat() if group.first_at else None,
        "last": group.last_at.isoformat() if group.last_at else None,
        "chat": group.chat is not None,
        "keep": evidence.keep.value if evidence.keep else None,
    }
