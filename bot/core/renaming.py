"""A new group that is an old one under another name: the same people write there, and the old name fell silent."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.headers import fold
from bot.core.models import Group, GroupState

NEW_FOR = timedelta(days=30)
"""How long after its first message a group may be asked about."""

SPOKE_WITHIN = timedelta(days=21)
"""The old name was in use so shortly before the new one came."""

SILENT_FOR = timedelta(days=3)
"""So long the old name has been silent beside the new one; where the names are alike that is not waited for."""

SAME_PEOPLE = 2 / 3
"""Of those who write in the new group, so many wrote in the old one."""

_NUMBERS = re.compile(r"\d+|[一二三四五六七八九十]+(?=[批期次届轮组片])")


@dataclass(frozen=True, slots=True)
class Renamed:
    """A group that may be another's new name: ids, and how many people write in both."""

    new: int
    old: int
    people: int


def maybe_new(groups: Sequence[Group], now: datetime) -> list[Group]:
    """The groups known since so short a time that they may be old ones renamed; a chat's own names are known surely."""
    return [each for each in groups if _in_use(each) and each.first_at is not None and each.first_at > now - NEW_FOR]


def renamed_groups(groups: Sequence[Group], seen: Mapping[str, Sequence[int]], now: datetime) -> list[Renamed]:
    """Every new group with the old one whose name it may have taken; `seen` says in which groups each person wrote."""
    people: dict[int, set[str]] = defaultdict(set)
    for person, ids in seen.items():
        for id in ids:
            people[id].add(person)
    by_id = {each.id: each for each in groups if _in_use(each)}
    found = []
    for new in maybe_new(groups, now):
        writers = people[new.id]
        near = {id for person in writers for id in seen[person] if id in by_id and id != new.id}
        likely = [
            (alike(new.name, by_id[id].name), len(writers & people[id]), -id)
            for id in near
            if _gave_way(by_id[id], new) and len(writers & people[id]) >= SAME_PEOPLE * len(writers)
        ]
        for same_words, both, minus in sorted(likely, reverse=True)[:1]:
            if same_words or (both > 1 and new.first_at is not None and now - new.first_at >= SILENT_FOR):
                found.append(Renamed(new.id, -minus, both))
    return found


def _in_use(group: Group) -> bool:
    return group.parent is None and group.chat is None and group.state is not GroupState.DISSOLVED


def _gave_way(old: Group, new: Group) -> bool:
    """Whether the old group spoke until the new one came, and never since."""
    if old.last_at is None or new.first_at is None:
        return False
    here = {old.platform, new.platform} - {"unknown"}
    return (
        len(here) <= 1 and new.first_at - SPOKE_WITHIN < old.last_at < new.first_at and not _another(old.name, new.name)
    )


def _another(one: str, other: str) -> bool:
    """Whether the names count on: last year's group and this year's are two."""
    first, second = _NUMBERS.findall(fold(one)), _NUMBERS.findall(fold(other))
    return bool(first and second and first != second)


def alike(one: str, other: str) -> bool:
    """Whether half of the shorter name's pairs of characters stand in the other."""
    first, second = set(_pairs(one)), set(_pairs(other))
    return bool(first and second) and len(first & second) * 2 >= min(len(first), len(second))


def _pairs(name: str) -> Iterator[str]:
    """Pairs of neighbouring characters, without the words that every group's name has."""
    bare = re.sub(r"(?:工作|微信|qq|通知|信息)?群\Z|[^\w]", "", fold(name))
    return (bare[place : place + 2] for place in range(len(bare) - 1))
