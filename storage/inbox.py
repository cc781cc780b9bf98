"""The durable inbox: raw updates as a door received them, kept until they are handled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import tables
from storage.whole import Whole

_inbox = tables.inbox.c
_FINISH = (
    update(tables.inbox)
    .where(_inbox.door == bindparam("_door"), _inbox.update_id == bindparam("_update_id"))
    .values(state="done", raw="")
)


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A raw update that waits; `id` counts in order of arrival."""

    id: int
    update_id: int
    chat: str | None
    raw: str


class Inbox(Whole):
    """Keeps updates of all doors; an update is known by its door and number, once."""

    async def put_update(self, door: str, update_id: int, chat: str | None, raw: str, now: datetime) -> bool:
        """Keep one update; False when it was kept before."""
        return bool(await self.put_updates(door, [(update_id, chat, raw)], now))

    async def put_updates(self, door: str, updates: Sequence[tuple[int, str | None, str]], now: datetime) -> set[int]:
        """Keep several (update_id, chat, raw) in one commit; the numbers of those that are new."""
        rows = [
            {"door": door, "update_id": number, "chat": chat, "raw": raw, "received_at": now, "state": "waiting"}
            for number, chat, raw in updates
        ]
        if not rows:
            return set()
        async with self._database.writing() as connection:
            return set((await connection.execute(_put_into(self._database.is_sqlite), rows)).scalars())

    async def waiting_updates(self, door: str) -> list[InboxRow]:
        """What was received and not finished, in order of arrival."""
        query = (
            select(_inbox.id, _inbox.update_id, _inbox.chat, _inbox.raw)
            .where(tables.INBOX_WAITING, _inbox.door == door)
            .order_by(_inbox.id)
        )
        async with self._database.reading() as connection:
            return [InboxRow(*row) for row in await connection.execute(query)]

    async def finish_update(self, door: str, update_id: int) -> None:
        """Note that nothing is left to do for it."""
        async with self._database.writing() as connection:
            await finish(connection, [(door, update_id)])

    async def quarantine_update(self, door: str, update_id: int, raw: str, error: str, now: datetime) -> None:
        """Set an update aside that cannot be read, with why; it is kept even when it was never put."""
        row = {
            "door": door,
            "update_id": update_id,
            "raw": raw,
            "received_at": now,
            "state": "quarantined",
            "error": error,
        }
        insert = self._database.insert(tables.inbox).values(row)
        keep = insert.on_conflict_do_update(
            index_elements=["door", "update_id"], set_={"state": "quarantined", "error": error, "raw": raw}
        )
        async with self._database.writing() as connection:
            await connection.execute(keep)


@cache
def _put_into(is_sqlite: bool) -> Any:
    insert = sqlite.insert(tables.inbox) if is_sqlite else postgresql.insert(tables.inbox)
    return insert.on_conflict_do_nothing().returning(_inbox.update_id)


async def finish(connection: AsyncConnection, updates: Sequence[tuple[str, int]]) -> None:
    """Mark updates handled inside a transaction; their text is no longer needed, their number still is."""
    await connection.execute(_FINISH, [{"_door": door, "_update_id": update_id} for door, update_id in updates])
