"""The registry of groups, filled from what is seen: when each last spoke, how much of it was chatter or repeats."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.core.attribution import Attribution
from bot.core.groups import GroupTurn, looks_temporary, turn
from bot.core.models import Group, GroupState, Outcome, Relation


def new_group(name: str, platform: str, now: datetime, chat: str | None = None, alias: str | None = None) -> Group:
    """A group seen for the first time; whether it is temporary is guessed from its name."""
    aliases = (alias,) if alias and alias != name else ()
    return Group(0, name, platform, chat, temporary=looks_temporary(name), first_at=now, aliases=aliases)


def renamed_group(group: Group, name: str) -> Group:
    """The group under a new name; the old one still finds it, and the guess is made anew unless a person has said it."""
    aliases = tuple(each for each in dict.fromkeys((*group.aliases, group.name)) if each != name)
    temporary = group.temporary if group.temporary_said else looks_temporary(name)
    return replace(group, name=name, aliases=aliases, temporary=temporary)


def group_of(came_from: Attribution, at: datetime) -> Group | None:
    """The group to register a message with: the known one, or a new one of that name; None when nobody knows."""
    if came_from.group is not None:
        group, platform = came_from.group, came_from.platform
        known = group.platform != "unknown" or platform == "unknown"
        return group if known else replace(group, platform=platform)
    return new_group(came_from.name, came_from.platform, at, alias=came_from.alias) if came_from.name else None


def heard(group: Group, outcome: Outcome, relation: Relation, at: datetime) -> Group:
    """The group after one more message at `at`; a notice brings a dissolved group back to life, chatter does not."""
    notice = outcome not in (Outcome.CHATTER, Outcome.NEEDS_LOOK)
    later = at if group.last_at is None else max(at, group.last_at)
    counted = replace(
        group,
        messages=group.messages + 1,
        chatter=group.chatter + (outcome is Outcome.CHATTER),
        repeats=group.repeats + (relation is Relation.DUPLICATE),
        first_at=at if group.first_at is None else min(at, group.first_at),
        last_at=later,
        last_notice_at=later if notice else group.last_notice_at,
    )
    if group.state is GroupState.DISSOLVED:
        return turn(counted, GroupTurn.REVIVED) if notice else counted
    return turn(counted, GroupTurn.SPOKE)


def unheard(group: Group, outcome: Outcome, relation: Relation) -> Group:
    """The group's counts without a message that came from elsewhere; when it last spoke nobody knows better."""
    return replace(
        group,
        messages=max(0, group.messages - 1),
        chatter=max(0, group.chatter - (outcome is Outcome.CHATTER)),
        repeats=max(0, group.repeats - (relation is Relation.DUPLICATE)),
    )
