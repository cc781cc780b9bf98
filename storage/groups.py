"""Reading groups: by id, name and chat, with their tasks and who posts there."""

from __future__ import annotations

from sqlalchemy import and_, exists, or_, select

from bot.core.models import Group, Relation, Task, TaskState
from storage import tables
from storage.scope import Scope

_group = tables.groups.c
_message = tables.message.c
_member = tables.member.c
_source = tables.source.c


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
        found = await self._one(Group, _group.name == name, order=(_group.id,))
        if found is not None:
            return found
        renamed = await self._all(Group, _group.aliases != (), order=(_group.id,))
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
        from_message = and_(
            _message.workspace == _source.workspace, _message.id == _source.message, _message.group == group_id
        )
        of_group = exists().where(
            _source.workspace == here.workspace,
            _source.task == here.number,
            or_(_source.group.in_([group.name, *group.aliases]), exists().where(from_message)),
        )
        return await self._all(Task, of_group, order=(here.number,))

    async def group_tallies(self) -> dict[int, tuple[int, int]]:
        """Of each group that has any: how many tasks came from it and how many of these are open, merged ones apart."""
        here = tables.task.c
        of_task = and_(here.workspace == _source.workspace, here.number == _source.task)
        counted = (_source.workspace == self.workspace.id, here.state != TaskState.MERGED)
        live = _source.relation != Relation.NONE
        by_name = select(_source.group, here.number, here.state).join_from(tables.source, tables.task, of_task)
        by_name = by_name.where(*counted, live, _source.group.is_not(None)).distinct()
        of_message = and_(_message.workspace == _source.workspace, _message.id == _source.message)
        by_id = select(_message.group, here.number, here.state).join_from(tables.source, tables.task, of_task)
        by_id = by_id.join(tables.message, of_message).where(*counted, live, _message.group.is_not(None)).distinct()
        named = {name: group.id for group in await self.groups() for name in (group.name, *group.aliases)}
        found: dict[int, dict[int, TaskState]] = {}
        for name, number, state in await self._connection.execute(by_name):
            if name in named:
                found.setdefault(named[name], {})[number] = state
        for id, number, state in await self._connection.execute(by_id):
            found.setdefault(id, {})[number] = state
        return {id: (len(of), sum(state is TaskState.OPEN for state in of.values())) for id, of in found.items()}

    async def group_members(self, group_id: int) -> set[str]:
        """The user references of workspace members who were seen posting in that group."""
        seen = exists().where(
            _message.workspace == self.workspace.id,
            _message.group == group_id,
            _message.by == _member.user,
            _message.private.is_(False),
        )
        query = select(_member.user).where(_member.workspace == self.workspace.id, seen)
        return set(await self._connection.scalars(query))
