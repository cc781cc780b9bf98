"""Forgetting a person: what he said that concerns no task goes, what does stays as the office's, without him.

Kept: tasks, the notices he forwarded (their sources), counts. Gone: his member row, shares, reminders, what was or
would be said to him, what was learned from his answers, his other messages' text, and undo images that show him.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, func, or_, update

from bot.core.models import Member, StoredMessage
from storage import tables
from storage.columns import CleanText
from storage.originals import OriginalWrites
from storage.rows import to_row

_POINTING = (
    (tables.message, "id"),
    (tables.source, "message"),
    (tables.task, "opened_by"),
    (tables.journal, "message"),
)
"""Where message ids stand; a door's id begins with the reference of the chat."""


class Forgetting(OriginalWrites):
    """The writing half of /forget."""

    async def forget(self, member: int, now: datetime) -> None:
        """Delete a member's personal data; an unknown member changes nothing."""
        found = await self._one(Member, tables.member.c.id == member)
        if found is None:
            return
        await self._forget_messages(found)
        await self._rename_message_ids(found)
        for table, whose in self._his_rows(found):
            await self._connection.execute(delete(table).where(table.c.workspace == self.workspace.id, whose))
        entries = tables.journal.c
        his = (entries.workspace == self.workspace.id, entries.member == member)
        await self._connection.execute(update(tables.journal).where(*his).values(member=None, detail={}))
        raw = tables.inbox.c.chat.in_({found.chat, found.user})
        await self._connection.execute(update(tables.inbox).where(raw).values(raw="", state="done", chat=None))
        self._head.revision += 1
        self._head.reload_before = self._head.revision
        self._head.members_revision += 1
        self._everyone_changed = True
        self._own_known()
        await self._save_head()

    def _his_rows(self, member: Member) -> list[tuple[Table, ColumnElement[bool]]]:
        """Rows that are only about him."""
        words = [word for word in (member.user, member.chat, member.name) if len(word) > 1]

        def shows(column: ColumnElement[Any]) -> ColumnElement[bool]:
            return or_(*(column.contains(word, autoescape=True) for word in words))

        memory, action, outbox = tables.memory.c, tables.action.c, tables.outbox.c
        images = action.images
        return [
            (tables.assignment, tables.assignment.c.member == member.id),
            (tables.reminder, tables.reminder.c.member == member.id),
            (tables.card, tables.card.c.chat == member.chat),
            (tables.outbox, or_(outbox.chat == member.chat, outbox.member == member.id)),
            (tables.memory, or_(shows(memory.key), shows(memory.value))),
            (tables.action, or_(action.member == member.id, shows(images))),
            (tables.member, tables.member.c.id == member.id),
        ]

    async def _forget_messages(self, member: Member) -> None:
        """Blank what he said; a notice that became part of a task keeps its words."""
        column = tables.message.c
        by_him = or_(column.by == member.user, column.chat == member.chat)
        rows, gone = [], set[str]()
        for kept in await self._all(StoredMessage, by_him):
            said = kept.message
            bare = replace(said, by=None, chat=None if said.private else said.chat, sender=None)
            if kept.task is None:
                gone |= {file.hash for file in said.attachments if file.hash}
                bare = replace(bare, text="", attachments=())
            rows.append(to_row(replace(kept, message=replace(bare, id=self._renamed(said.id, member))), 0))
            rows[-1]["old_id"] = said.id
        for row in rows:
            old_id = row.pop("old_id")
            row["workspace"] = self.workspace.id
            here = (column.workspace == self.workspace.id, column.id == old_id)
            await self._connection.execute(update(tables.message).where(*here).values(row))
        await self.drop_unused(gone)

    def _renamed(self, id: str, member: Member) -> str:
        his = f"{member.chat}:"
        return id.replace(his, f"gone:{member.id}:", 1) if id.startswith(his) else id

    async def _rename_message_ids(self, member: Member) -> None:
        """Ids keep telling messages apart and no longer tell whose they were."""
        his = f"{member.chat}:"
        for table, name in _POINTING:
            column = table.c[name]
            here = (table.c.workspace == self.workspace.id, column.startswith(his, autoescape=True))
            renamed = func.replace(column, his, f"gone:{member.id}:", type_=CleanText)
            await self._connection.execute(update(table).where(*here).values({name: renamed}))
