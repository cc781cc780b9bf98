"""Reading messages: one, many, by their words, and what became of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from bot.core.models import Memory, Outcome, StoredMessage
from storage import tables
from storage.rows import text_key
from storage.scope import Scope

__all__ = ["MessageReads", "text_key"]

_message = tables.message.c
_memory = tables.memory.c
_NEWEST = (_message.received_at.desc(), _message.id.desc())


class MessageReads(Scope):
    """What can be asked about messages and about what was learned from answers."""

    async def message(self, id: str) -> StoredMessage | None:
        """The message of that id."""
        return await self._one(StoredMessage, _message.id == id)

    async def messages(
        self,
        *,
        group: int | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        outcomes: Collection[Outcome] | None = None,
        limit: int = 200,
    ) -> list[StoredMessage]:
        """The latest `limit` messages that fit, oldest first; `since` counts, `until` does not."""
        conditions: list[ColumnElement[bool]] = []
        if group is not None:
            conditions.append(_message.group == group)
        if since is not None:
            conditions.append(_message.received_at >= since)
        if until is not None:
            conditions.append(_message.received_at < until)
        if outcomes is not None:
            conditions.append(_message.outcome.in_(list(outcomes)))
        return (await self._all(StoredMessage, *conditions, order=_NEWEST, limit=limit))[::-1]

    async def find_twin(self, text_key: str, since: datetime) -> StoredMessage | None:
        """The latest message with that key (see `text_key`) that the bot itself saw in a group at or after `since`."""
        if not text_key:
            return None
        seen = (_message.text_key == text_key, _message.received_at >= since)
        in_group = (_message.group.is_not(None), _message.private.is_(False))
        return await self._one(StoredMessage, *seen, *in_group, order=_NEWEST)

    async def search(self, words: Sequence[str], limit: int = 50) -> list[StoredMessage]:
        """The latest messages that contain all words, newest first; letters' case does not matter."""
        holds = [_message.text.icontains(word, autoescape=True) for word in words if word]
        return await self._all(StoredMessage, *holds, order=_NEWEST, limit=limit) if holds else []

    async def outcome_counts(self, since: datetime, until: datetime, by: str | None = None) -> dict[Outcome, int]:
        """How many messages ended how from `since` up to before `until`; only outcomes that occurred."""
        query = (
            select(_message.outcome, func.count())
            .where(_message.workspace == self.workspace.id)
            .where(_message.received_at >= since, _message.received_at < until)
            .group_by(_message.outcome)
        )
        if by is not None:
            query = query.where(_message.by == by)
        rows = await self._connection.execute(query)
        return {row[0]: row[1] for row in rows}

    async def memory(self, key: str) -> str | None:
        """What was learned under that key."""
        found = await self._one(Memory, _memory.key == key)
        return found.value if found else None

    async def memories(self, prefix: str) -> dict[str, str]:
        """Everything learned under keys that begin so."""
        begins = _memory.key.startswith(prefix, autoescape=True)
        return {m.key: m.value for m in await self._all(Memory, begins, order=(_memory.key,))}
