"""Reading groups: by id, name and chat, with their tasks and who posts there."""

from __future__ import annotations

from sqlalchemy import and_, exists, or_, select

from bot.core.models import Group, Task
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
