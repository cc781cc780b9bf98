"""One workspace inside one transaction: the narrow place through which every query of an office goes."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, bindparam, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.models import Group, Member, Workspace
from storage import tables
from storage.engine import Database
from storage.known import KnownTasks
from storage.rows import HOMES, chosen, from_row

E = TypeVar("E")


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """Holds the garbage collector off while rows become entities: it would walk all of them, over and over, in vain."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@dataclass(slots=True)
class Head:
    """What the workspace's own row says about the state of its data."""

    revision: int
    reload_before: int
    members_revision: int
    last_number: int
    heard_at: datetime | None
    grams_upto: int
    grams_since: datetime | None


_SAVE_HEAD = (
    update(tables.workspace)
    .where(tables.workspace.c.id == bindparam("_id"))
    .values({name: bindparam(name) for name in Head.__slots__})
)


class Scope:
    """Reads entities of one workspace; the rooms' reading methods are built on `_all` and `_one`."""

    def __init__(
        self, database: Database, connection: AsyncConnection, workspace: Workspace, head: Head, known: KnownTasks
    ) -> None:
        self.workspace = workspace
        self._database = database
        self._connection = connection
        self._head = head
        self._known = known
        self._locks_rows = False

    def _select(self, kind: type[Any]) -> Select[*tuple[Any, ...]]:
        """All rows of a kind in this workspace, and never of another."""
        return chosen(kind).where(HOMES[kind].table.c.workspace == self.workspace.id)

    async def _all(
        self,
        kind: type[E],
        *conditions: ColumnElement[bool],
        order: Sequence[ColumnElement[Any]] = (),
        limit: int | None = None,
    ) -> list[E]:
        query = self._select(kind).where(*conditions).order_by(*order).limit(limit)
        rows = await self._connection.execute(query)
        with _nothing_to_collect():
            return [from_row(kind, row) for row in rows]

    async def _one(
        self, kind: type[E], *conditions: ColumnElement[bool], order: Sequence[ColumnElement[Any]] = ()
    ) -> E | None:
        found = await self._all(kind, *conditions, order=order, limit=1)
        return found[0] if found else None


class WriteScope(Scope):
    """The same with the office's counters in hand; what it learns is shared only once it is committed."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._locks_rows = not self._database.is_sqlite
        self._touched_people: list[Group | Member] = []
        self._everyone_changed = False
        self._known_is_own = False

    def _own_known(self) -> KnownTasks:
        """The known tasks in a copy of this transaction, which is thrown away if it fails."""
        if not self._known_is_own:
            self._known, self._known_is_own = self._known.copy(), True
        return self._known

    async def _save_head(self) -> None:
        """Write the office's counters."""
        values = {name: getattr(self._head, name) for name in Head.__slots__}
        await self._connection.execute(_SAVE_HEAD, {"_id": self.workspace.id} | values)
