"""Reading groups: by id, name and chat, with their tasks and who posts there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Text,
    and_,
    case,
    cast,
    exists,
    func,
    literal_column,
    select,
    type_coerce,
)

from bot.core.models import Group, Outcome, Relation, Task, TaskState
from storage import tables
from storage.columns import Instant
from storage.scope import Scope

_group = tables.groups.c
_message = tables.message.c
_member = tables.member.c
_source = tables.source.c
_task = tables.task.c
_NOTICES = (Outcome.NEW, Outcome.MERGED, Outcome.CHANGED, Outcome.INFO)


@dataclass(frozen=True, slots=True)
class Heard:
    """What a group brought since an instant, as counts of messages."""

    messages: int = 0
    notices: int = 0
    chatter: int = 0
    repeats: int = 0

    def __add__(self, other: Heard) -> Heard:
        return Heard(
            self.messages + other.messages,
            self.notices + other.notices,
            self.chatter + other.chatter,
            self.repeats + other.repeats,
        )


@dataclass(frozen=True, slots=True)
class Shared:
    """Notices of a time: `totals` says how many each group had, `seen` which groups had each that several had.

    `seen` maps a notice (`t<task>` or `k<text key>`) to the ids of its groups.
    """

    totals: dict[int, int]
    seen: dict[str, tuple[int, ...]]


class GroupReads(Scope):
    """What can be asked about groups."""

    async def groups(self) -> list[Group]:
        """All groups, by id."""
        return await self._all(Group, order=(_group.id,))

    async def group(self, id: int) -> Group | None:
        """The group of that id."""
        return await self._one(Group, _group.id == id)

    async def group_named(self, name: str) -> Group | None:
        """The group of that name, else the one that has it as an alias; the oldest where several have it."""
        found = await self._one(Group, _group.name == name, _group.parent.is_(None), order=(_group.id,))
        if found is not None:
            return found
        renamed = await self._all(Group, _group.aliases != (), _group.parent.is_(None), order=(_group.id,))
        return next((group for group in renamed if name in group.aliases), None)

    async def group_of_chat(self, chat: str) -> Group | None:
        """The group whose chat the bot sits in."""
        return await self._one(Group, _group.chat == chat, order=(_group.id.desc(),))

    async def group_tasks(self, group_id: int) -> list[Task]:
        """Tasks with a source from that group (by name or alias, or by a message attributed to it), by number."""
        group = await self.group(group_id)
        if group is None:
            return []
        here = tables.task.c
        joined = select(_group.id).where(_group.workspace == self.workspace.id, _group.parent == group_id)
        ids = [group_id, *await self._connection.scalars(joined)]
        told = select(_message.id).where(_message.workspace == self.workspace.id, _message.group.in_(ids))
        live = (_source.workspace == self.workspace.id, _source.relation != Relation.NONE)
        by_id = select(_source.task).where(*live, _source.message.in_(told))
        by_name = select(_source.task).where(*live, _source.group.in_([group.name, *group.aliases]))
        return await self._all(Task, here.number.in_(by_id.union(by_name)), order=(here.number,))

    async def group_tallies(self) -> dict[int, tuple[int, int]]:
        """Of each group that has any: how many tasks came from it and how many of these are open, merged ones apart."""
        groups = await self.groups()
        home = {group.id: group.parent or group.id for group in groups}
        homes: dict[str, set[int]] = {}
        for group in groups:
            for name in (group.name, *group.aliases):
                homes.setdefault(name, set()).add(home[group.id])
        here = (_source.workspace == self.workspace.id, _source.relation != Relation.NONE)
        listed = func.aggregate_strings(cast(_source.task, Text), ",")
        by_name = select(_source.group, listed).where(*here, _source.group.is_not(None)).group_by(_source.group)
        found: dict[int, set[int]] = {}
        unclear: list[str] = []
        for name, numbers in await self._connection.execute(by_name):
            for id in homes.get(name, ()):
                found.setdefault(id, set()).update(map(int, numbers.split(",")))
            if name not in homes:
                unclear.append(name)
        # Only where no name tells the group are the messages themselves asked: that costs a read of each.
        of_message = and_(_message.workspace == _source.workspace, _message.id == _source.message)
        by_id = select(_message.group, _source.task).join_from(tables.source, tables.message, of_message)
        by_id = by_id.where(*here, _message.group.is_not(None))
        for nameless in [_source.group.is_(None), *([_source.group.in_(unclear)] if unclear else [])]:
            for id, number in await self._connection.execute(by_id.where(nameless)):
                found.setdefault(home.get(id, id), set()).add(number)
        states = select(_task.number, _task.state).where(_task.workspace == self.workspace.id)
        gone, still_open = set[int](), set[int]()
        for number, state in await self._connection.execute(states):
            if state in (TaskState.MERGED, TaskState.OPEN):
                (gone if state is TaskState.MERGED else still_open).add(number)
        own = {id: numbers - gone for id, numbers in found.items()}
        return {id: (len(numbers), len(numbers & still_open)) for id, numbers in own.items() if numbers}

    async def group_members(self, group_id: int) -> set[str]:
        """The user references of workspace members who were seen posting in that group."""
        seen = exists().where(
            _message.workspace == self.workspace.id,
            _message.group.in_(list(await self._names_of([group_id]))),
            _message.by == _member.user,
            _message.private.is_(False),
        )
        query = select(_member.user).where(_member.workspace == self.workspace.id, seen)
        return set(await self._connection.scalars(query))

    async def homes(self) -> dict[int, int]:
        """Of each group that went into another: into which."""
        gone = (_group.workspace == self.workspace.id, _group.parent.is_not(None))
        rows = await self._connection.execute(select(_group.id, _group.parent).where(*gone))
        return {row.id: row.parent for row in rows}

    async def _names_of(self, group_ids: Collection[int]) -> dict[int, int]:
        """The ids under which messages of these groups stand: id → the group, one that went into it included."""
        into = {id: home for id, home in (await self.homes()).items() if home in set(group_ids)}
        return {id: id for id in group_ids} | into

    async def group_ways(self, group_ids: Collection[int]) -> dict[int, dict[str, int]]:
        """How messages were attributed to each of these groups: why → how many."""
        home = await self._names_of(group_ids)
        here = (_message.workspace == self.workspace.id, _message.group.in_(list(home)))
        each = (_message.group, _message.attributed)
        found: dict[int, Counter[str]] = {}
        for id, why, count in await self._connection.execute(select(*each, func.count()).where(*here).group_by(*each)):
            found.setdefault(home[id], Counter())[why] += count
        return {id: dict(ways) for id, ways in found.items()}

    async def marked_since(self, group_id: int, reason: str, since: datetime) -> int:
        """How many messages of that group since then ended for that reason."""
        ids = list(await self._names_of([group_id]))
        received = (*self._of_groups(since), _message.group.in_(ids), _message.reason == reason)
        return int(await self._connection.scalar(select(func.count()).where(*received)) or 0)

    async def heard_since(self, since: datetime, group_id: int | None = None) -> dict[int, Heard]:
        """What each group, or that one alone, brought since then; groups that were silent are left out.

        What came under the name of a group that went into another counts for that one.
        """
        sums = (
            func.count(),
            func.sum(case((_message.outcome.in_(_NOTICES), 1), else_=0)),
            func.sum(case((_message.outcome == Outcome.CHATTER, 1), else_=0)),
            func.sum(case((_message.relation == Relation.DUPLICATE, 1), else_=0)),
        )
        query = select(_message.group, *sums).where(*self._of_groups(since)).group_by(_message.group)
        home = await self.homes()
        if group_id is not None:
            query = query.where(_message.group.in_([group_id, *(id for id, into in home.items() if into == group_id)]))
        found: dict[int, Heard] = {}
        for id, *counts in await self._connection.execute(query):
            so_far = found.get(home.get(id, id), Heard())
            found[home.get(id, id)] = so_far + Heard(*map(int, counts))
        return found

    async def shared_notices(self, since: datetime) -> Shared:
        """Which notices since then were seen in which groups: a task, or where there is none the same words."""
        gone = select(_task.number, _task.parent).where(
            _task.workspace == self.workspace.id, _task.state == TaskState.MERGED
        )
        into = {number: parent for number, parent in await self._connection.execute(gone) if parent}
        listed = func.aggregate_strings(cast(_message.group, Text), ",")
        told = (*self._of_groups(since), _message.outcome.in_(_NOTICES))
        # As a sum the words lead no planner to their own index; read apart from the tasks they cost half as much again.
        words = case((_message.task.is_(None), _message.text_key.concat(literal_column("''"))))
        said = _message.task.is_not(None) | (_message.text_key != "")
        query = select(_message.task, words, listed).where(*told, said).group_by(_message.task, words)
        home = {str(id): str(other) for id, other in (await self.homes()).items()}
        seen: dict[str, set[str]] = {}
        for number, key, groups in await self._connection.execute(query):
            name = f"k{key}" if number is None else f"t{into.get(number, number)}"
            seen.setdefault(name, set()).update(groups.split(","))
        if home:
            seen = {name: {home.get(group, group) for group in groups} for name, groups in seen.items()}
        totals = Counter(group for groups in seen.values() for group in groups)
        several = {name: tuple(sorted(map(int, groups))) for name, groups in seen.items() if len(groups) > 1}
        return Shared({int(group): count for group, count in totals.items()}, several)

    def _of_groups(self, since: datetime) -> tuple[ColumnElement[bool], ...]:
        # The sum keeps planners from the index by time, which would read every message; the one by group holds it all.
        received = type_coerce(type_coerce(_message.received_at, BigInteger) + literal_column("0"), Instant)
        return _message.workspace == self.workspace.id, _message.group.is_not(None), received >= since
