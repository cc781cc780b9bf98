"""Reading messages: one, many, by their words, and what became of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, literal, or_, select

from bot.core.models import Memory, Outcome, StoredMessage
from storage import tables
from storage.rows import text_key
from storage.scope import Scope

__all__ = ["MessageReads", "text_key"]

_message = tables.message.c
_memory = tables.memory.c
_source = tables.source.c
_IN_GROUP = (_message.group.is_not(None), _message.private.is_(False))
_NEWEST = (_message.received_at.desc(), _message.id.desc())


class MessageReads(Scope):
    """What can be asked about messages and about what was learned from answers."""

    async def message(self, id: str) -> StoredMessage | None:
        """The message of that id."""
        return await self._one(StoredMessage, _message.id == id)

    async def messages_of(self, ids: Collection[str]) -> dict[str, StoredMessage]:
        """Those messages that are known, by id."""
        found = await self._all(StoredMessage, _message.id.in_(list(ids)))
        return {stored.message.id: stored for stored in found}

    async def messages(
        self,
        *,
        group: int | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        outcomes: Collection[Outcome] | None = None,
        holding: Collection[str] = (),
        limit: int = 200,
    ) -> list[StoredMessage]:
        """The latest `limit` messages that fit, oldest first; `since` counts, `until` does not.

        `holding` are words of which their text has at least one.
        """
        conditions: list[ColumnElement[bool]] = []
        if group is not None:
            conditions.append(_message.group == group)
        if since is not None:
            conditions.append(_message.received_at >= since)
        if until is not None:
            conditions.append(_message.received_at < until)
        if outcomes is not None:
            conditions.append(_message.outcome.in_(list(outcomes)))
        if holding:
            conditions.append(or_(*(_message.text.contains(word, autoescape=True) for word in holding)))
        return (await self._all(StoredMessage, *conditions, order=_NEWEST, limit=limit))[::-1]

    async def find_twins(
        self, text_keys: Collection[str], since: datetime, most: int = 12
    ) -> dict[str, list[StoredMessage]]:
        """Messages of known groups with those keys (see `text_key`) at or after `since`: by key, the latest first."""
        wanted = [key for key in text_keys if key]
        if not wanted:
            return {}
        turn = func.row_number().over(partition_by=_message.text_key, order_by=_NEWEST).label("turn")
        seen = (_message.workspace == self.workspace.id, _message.text_key.in_(wanted), _message.received_at >= since)
        ranked = select(_message.id, _message.text_key, turn).where(*seen, _message.group.is_not(None)).subquery("r")
        rows = list(await self._connection.execute(select(ranked.c.id, ranked.c.text_key).where(ranked.c.turn <= most)))
        told = await self.messages_of([row.id for row in rows]) if rows else {}
        found: dict[str, list[StoredMessage]] = {}
        for row in rows:
            found.setdefault(row.text_key, []).append(told[row.id])
        for twins in found.values():
            twins.sort(key=lambda twin: (twin.message.received_at, twin.message.id), reverse=True)
        return found

    async def posted_at(self, since: datetime, until: datetime) -> list[StoredMessage]:
        """What the bot itself saw in groups from `since` up to and with `until`, a few messages at most."""
        then = (_message.received_at >= since, _message.received_at <= until)
        return await self._all(StoredMessage, *then, *_IN_GROUP, order=_NEWEST, limit=20)

    async def search(self, words: Sequence[str], limit: int = 50) -> list[StoredMessage]:
        """The latest messages that contain all words, newest first; letters' case does not matter.

        A word may also be of the name of who sent the message, where a task has it.
        """
        sent = select(_source.message).where(_source.workspace == self.workspace.id)
        holds = [
            or_(
                _message.text.icontains(word, autoescape=True),
                _message.id.in_(sent.where(_source.sender.icontains(word, autoescape=True))),
            )
            for word in words
            if word
        ]
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

    async def memories_of(self, keys: Collection[str]) -> dict[str, str]:
        """What was learned under those keys."""
        return {m.key: m.value for m in await self._all(Memory, _memory.key.in_(list(keys)))}

    async def listed(self, prefix: str, *numbers: int, alone: bool = False) -> int:
        """How many keys that begin so have these numbers in their list (`1,5,8`); `alone`: and no other."""
        begins = (_memory.workspace == self.workspace.id, _memory.key.startswith(prefix, autoescape=True))
        whole = literal(",") + _memory.value + literal(",")
        held = [whole.contains(f",{number},") for number in numbers]
        if alone:
            held = [_memory.value == ",".join(map(str, numbers))]
        query = select(func.count()).select_from(tables.memory).where(*begins, *held)
        return int(await self._connection.scalar(query) or 0)

    async def lists(self, prefix: str) -> list[list[int]]:
        """The lists of numbers (`1,5,8`) under all keys that begin so."""
        begins = (_memory.workspace == self.workspace.id, _memory.key.startswith(prefix, autoescape=True))
        values = await self._connection.scalars(select(_memory.value).where(*begins))
        return [[int(number) for number in value.split(",") if number.isdigit()] for value in values]

    async def memories(self, prefix: str) -> dict[str, str]:
        """Everything learned under keys that begin so."""
        begins = _memory.key.startswith(prefix, autoescape=True)
        return {m.key: m.value for m in await self._all(Memory, begins, order=(_memory.key,))}
