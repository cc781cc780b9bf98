"""Who is who: members and invitations inside an office, and finding a person's office from outside."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.models import Group, Invitation, Member, OutboxState, Workspace
from storage import tables
from storage.rows import HOMES, columns_of, from_row, to_row
from storage.scope import Scope
from storage.whole import Whole

_member = tables.member.c
_invitation = tables.invitation.c
_office = tables.workspace.c
_OFFICE = (_office.id, _office.name, _office.timezone)


class MemberReads(Scope):
    """What can be asked about members and invitations."""

    async def members(self) -> list[Member]:
        """All members, by id."""
        return await self._all(Member, order=(_member.id,))

    async def member(self, id: int) -> Member | None:
        """The member of that id."""
        return await self._one(Member, _member.id == id)

    async def member_of_user(self, user: str) -> Member | None:
        """The member whom the door knows by that reference."""
        return await self._one(Member, _member.user == user)

    async def invitation(self, token: str) -> Invitation | None:
        """The invitation with that token, used or not."""
        return await self._one(Invitation, _invitation.token == token)


class People(Whole):
    """Finding the office of a person, a chat or a link; answers are cached until a change in this process.

    A change by another process is noticed when the office's data are next read.
    """

    async def whoami(self, user: str) -> tuple[Workspace, Member] | None:
        """The office and the member a door's user reference stands for; of several offices the one joined last."""
        kept = self._people.get(user)
        if kept is not None:
            return kept
        seen = self._changes_seen
        order = (_member.joined_at.desc().nulls_last(), _member.id.desc())
        row = await self._office_of(Member, _member.user == user, order)
        if row is None:
            return None
        found = (Workspace(*row[-3:]), from_row(Member, row[:-3]))
        if seen == self._changes_seen:
            self._people[user] = found
        return found

    async def workspace_of_chat(self, chat: str) -> Workspace | None:
        """The office that has a group with this chat."""
        kept = self._chats.get(chat)
        if kept is not None:
            return kept[0]
        seen = self._changes_seen
        column = tables.groups.c
        row = await self._office_of(Group, column.chat == chat, (column.id.desc(),))
        if row is None:
            return None
        found = Workspace(*row[-3:])
        if seen == self._changes_seen:
            self._chats[chat] = (found, row[0])
        return found

    async def workspaces(self) -> list[Workspace]:
        """All offices, by id."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(*_OFFICE).order_by(_office.id))
            return [Workspace(*row) for row in rows]

    async def find_invitation(self, token: str) -> tuple[Workspace, Invitation] | None:
        """The invitation a link carries, used or not, and its office."""
        row = await self._office_of(Invitation, _invitation.token == token, (_invitation.made_at.desc(),))
        if row is None:
            return None
        return Workspace(*row[-3:]), from_row(Invitation, row[:-3])

    async def create_workspace(
        self, name: str, admin: Member, now: datetime, timezone: str = "Asia/Shanghai"
    ) -> tuple[Workspace, Member]:
        """Found an office with its first member."""
        insert = self._database.insert
        async with self._database.writing() as connection:
            values = {"name": name, "timezone": timezone, "created_at": now, "members_revision": 1}
            office = await connection.scalar(insert(tables.workspace).values(values).returning(_office.id))
            member = to_row(admin, office)
            del member["id"]
            id = await connection.scalar(insert(tables.member).values(member).returning(_member.id))
        self._forget_people(admin.user)
        return Workspace(office, name, timezone), replace(admin, id=id)

    async def unreachable(self, chat: str, flag: bool, why: str = "") -> None:
        """Note that a member blocked the bot, or came back; what waits for a chat that is gone is parked with `why`."""
        here = and_(_member.chat == chat, _member.unreachable.is_(not flag))
        change = update(tables.member).where(here).values(unreachable=flag).returning(_member.workspace, _member.user)
        async with self._database.writing() as connection:
            changed = [(row.workspace, row.user) for row in await connection.execute(change)]
            if changed:
                await count_member_change(connection, {workspace for workspace, _ in changed})
            if flag:
                waiting = update(tables.outbox).where(tables.outbox.c.chat == chat, tables.OUTBOX_PENDING)
                await connection.execute(waiting.values(state=OutboxState.PARKED, error=why))
        for _, user in changed:
            self._forget_people(user)

    async def chat_moved(self, old: str, new: str) -> None:
        """A group became a supergroup: what points to the old chat reference points to the new one from now on."""
        waiting = or_(tables.OUTBOX_PENDING, tables.OUTBOX_CLAIMED, tables.OUTBOX_PARKED)
        async with self._database.writing() as connection:
            for table, condition in ((tables.outbox, waiting), (tables.groups, true()), (tables.member, true())):
                # The numbers of messages begin anew in the new chat: an edit would hit another message.
                anew = {"edit": None} if table is tables.outbox else {}
                await connection.execute(update(table).where(table.c.chat == old, condition).values(chat=new, **anew))
            await connection.execute(update(tables.inbox).where(tables.inbox.c.chat == old).values(chat=new))
            changed = await connection.scalars(select(_member.workspace).where(_member.chat == new))
            await count_member_change(connection, set(changed))
        self._forget_people()

    async def _office_of(
        self, kind: type[Any], condition: ColumnElement[bool], order: tuple[ColumnElement[Any], ...]
    ) -> Row[*tuple[Any, ...]] | None:
        """The first row of that kind, followed by its office's three columns."""
        table = HOMES[kind].table
        query = (
            select(*columns_of(kind), *_OFFICE)
            .join_from(table, tables.workspace, table.c.workspace == _office.id)
            .where(condition)
            .order_by(*order)
            .limit(1)
        )
        async with self._database.reading() as connection:
            return (await connection.execute(query)).first()


async def count_member_change(connection: AsyncConnection, workspaces: Collection[int]) -> None:
    """Tell other processes that what they keep about these offices' members is old."""
    more = {"members_revision": _office.members_revision + 1}
    await connection.execute(update(tables.workspace).where(_office.id.in_(list(workspaces))).values(more))
