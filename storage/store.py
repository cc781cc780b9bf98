"""The store: everything that is remembered, behind plain async functions and frozen dataclasses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.models import Group, Member, Workspace
from storage import tables
from storage.care import Care, Health, restore
from storage.engine import connect
from storage.errors import StoreError
from storage.forgetting import Forgetting
from storage.grams import Resembling
from storage.groups import GroupReads, Heard, Shared
from storage.inbox import Inbox, InboxRow
from storage.known import KnownTasks
from storage.members import MemberReads, People
from storage.messages import MessageReads, text_key
from storage.opening import prepare
from storage.originals import OriginalReads, OriginalWrites
from storage.outbox import Delivery, OutboxReads
from storage.reminders import Due, ReminderReads
from storage.saving import Applied, Saving
from storage.scope import Head
from storage.tasks import TaskReads
from storage.undo import Undoable, Undoing, UndoReads

__all__ = [
    "Applied",
    "Health",
    "Heard",
    "InboxRow",
    "Look",
    "Shared",
    "Store",
    "StoreError",
    "Undoable",
    "Work",
    "text_key",
]

_office = tables.workspace.c
_HEAD = tuple(_office[name] for name in Head.__slots__)
_ENTER = select(_office.id, _office.name, _office.timezone, *_HEAD).where(_office.id == bindparam("workspace"))
# Not FOR UPDATE: that would hold up whoever only writes a row that points to the office.
_LOCK = _ENTER.with_for_update(key_share=True)
S = TypeVar("S", bound="Look")


class Look(TaskReads, MessageReads, GroupReads, MemberReads, ReminderReads, OutboxReads, OriginalReads, UndoReads):
    """Reading one office, over one state of its data."""


class Work(Saving, Undoing, Forgetting, OriginalWrites, Resembling, Look):
    """Reading and writing one office, alone: nobody else writes there until it has ended."""


class Store(Inbox, People, Delivery, Due, Care):
    """One open database with all its offices."""

    @classmethod
    async def open(cls, url: str, *, migrate: bool = True) -> Store:
        """Open the database, bringing its schema up to date; raises StoreError with a stable code."""
        database = connect(url)
        try:
            await prepare(database, migrate=migrate)
        except BaseException:
            await database.close()
            raise
        return cls(database)

    @staticmethod
    async def restore(url: str, path: Path) -> Path | None:
        """Put a backup in the place of a SQLite database that nobody has open; where what stood there is kept."""
        return await restore(url, path)

    async def close(self) -> None:
        """Give all connections back."""
        await self._database.close()

    @asynccontextmanager
    async def look(self, workspace: int) -> AsyncIterator[Look]:
        """Read in one office."""
        async with self._database.reading() as connection:
            yield await self._enter(Look, connection, workspace, locked=False)

    @asynccontextmanager
    async def work(self, workspace: int) -> AsyncIterator[Work]:
        """Read and write in one office, in one transaction that an exception undoes; other writers there wait."""
        async with self._database.writing() as connection:
            work = await self._enter(Work, connection, workspace, locked=not self._database.is_sqlite)
            yield work
        self._committed(work)

    async def _enter(self, kind: type[S], connection: AsyncConnection, workspace: int, *, locked: bool) -> S:
        row = (await connection.execute(_LOCK if locked else _ENTER, {"workspace": workspace})).first()
        if row is None:
            raise StoreError("no_workspace", f"there is no workspace {workspace}")
        head = Head(*row[3:])
        self._note_members(workspace, head.members_revision)
        known = self._known.setdefault(workspace, KnownTasks())
        return kind(self._database, connection, Workspace(*row[:3]), head, known)

    def _committed(self, work: Work) -> None:
        """Take over what the work learned, now that everybody can see it."""
        id, known = work.workspace.id, work._known
        if known is not self._known.get(id) and known.revision >= self._known[id].revision:
            self._known[id] = known
        if work._everyone_changed:
            self._forget_people()
        for entity in work._touched_people:
            self._note_person(work.workspace, entity)
        self._members_revision[id] = work._head.members_revision

    def _note_person(self, office: Workspace, entity: Group | Member) -> None:
        if isinstance(entity, Member):
            self._forget_people(entity.user)
            return
        for chat in [chat for chat, (_, group) in self._chats.items() if group == entity.id and chat != entity.chat]:
            del self._chats[chat]
        if entity.chat not in (None, *self._chats):
            self._changes_seen += 1
        if entity.chat is not None:
            self._chats[entity.chat] = (office, entity.id)
