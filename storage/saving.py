"""Writing a decision down: every entity whole, by its natural key, in few statements and one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.models import (
    Assignment,
    Changes,
    Entity,
    Group,
    Invitation,
    JournalEntry,
    Member,
    OutboxRow,
    OutboxState,
    Reminder,
    Source,
    StoredMessage,
    Task,
)
from storage import tables
from storage.errors import StoreError
from storage.images import record_action, rows_before
from storage.inbox import finish
from storage.rows import HOMES, to_row
from storage.scope import WriteScope

_POINTERS: dict[type, tuple[tuple[str, type], ...]] = {
    StoredMessage: (("group", Group),),
    JournalEntry: (("group", Group), ("member", Member)),
    Assignment: (("member", Member), ("given_by", Member)),
    Reminder: (("member", Member),),
    OutboxRow: (("member", Member),),
    Invitation: (("made_by", Member), ("used_by", Member)),
}
"""Fields that hold the id of a group or member; they may name one that is new in the same change."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What writing gave: `ids` maps the names of new groups and the user references of new members to their ids.

    `late` are keys of outbox rows that could not be changed, because they are being sent or were sent already.
    """

    ids: Mapping[str, int] = field(default_factory=dict)
    late: tuple[str, ...] = ()


class Saving(WriteScope):
    """The writing half of a piece of work."""

    async def apply(
        self, changes: Changes, *, receipt: tuple[str, int] | None = None, now: datetime | None = None
    ) -> Applied:
        """Write a decision; `receipt` (door, update_id) is marked done with it, `now` dates it for `/undo`.

        A group or member with an id of 0 or less is new, unless its chat, name or user is known. Other entities of
        the same change may point to it by that id (0, or -1, -2 … for several), which is then replaced.
        """
        undoable = changes.undo_label is not None and changes.undo_by is not None
        found = [await self._found(entity) for entity in changes.save]
        before = await rows_before(self, found) if undoable else {}
        given: dict[tuple[type, int], int] = {}
        made: dict[Any, int] = {}
        ids: dict[str, int] = {}
        for place, (old, entity) in enumerate(zip(changes.save, found, strict=True)):
            if isinstance(entity, Group | Member) and isinstance(old, Group | Member):
                name = (type(entity), _called(entity))
                if entity.id == 0 and name in made:
                    entity = replace(entity, id=made[name])
                found[place] = kept = await self._save_counted(entity)
                given[type(old), old.id] = made[name] = kept.id
                if old.id <= 0:
                    ids[old.name if isinstance(old, Group) else old.user] = kept.id
        saved = [_pointed(entity, given) for entity in found]
        late = await self._save_all(saved)
        await self._count(saved)
        if receipt is not None:
            await finish(self._connection, [receipt])
        if undoable:
            await record_action(self, changes, before, saved, now or _instant_of(saved) or self._head.heard_at)
        return Applied(ids, late)

    async def finish_updates(self, receipts: Sequence[tuple[str, int]]) -> None:
        """Mark updates (door, update_id) done with this work."""
        if receipts:
            await finish(self._connection, receipts)

    async def drop_said(self, keys: Sequence[str]) -> None:
        """Delete what was said under these keys, so that it is no longer kept."""
        column = tables.outbox.c
        said = (column.workspace == self.workspace.id, column.key.in_(keys), column.state == OutboxState.SENT)
        await self._connection.execute(delete(tables.outbox).where(*said))

    async def _found(self, entity: Entity) -> Entity:
        """A new group or member with the id of the known one that it turns out to be; all else as it is."""
        if isinstance(entity, Group | Member) and entity.id <= 0:
            return replace(entity, id=await self._known_id(entity) or 0)
        return entity

    async def _known_id(self, entity: Group | Member) -> int | None:
        """The id of the group or member that a new one turns out to be."""
        if isinstance(entity, Member):
            return await self._id_where(tables.member, tables.member.c.user == entity.user)
        column = tables.groups.c
        if entity.chat is not None:
            found = await self._id_where(tables.groups, column.chat == entity.chat)
            if found is not None:
                return found
        named = column.name == entity.name
        free = column.chat.is_(None) if entity.chat is not None else True
        return await self._id_where(tables.groups, named, free, column.parent.is_(None))

    async def _id_where(self, table: Table, *conditions: Any) -> int | None:
        query = select(table.c.id).where(table.c.workspace == self.workspace.id, *conditions).order_by(table.c.id)
        id: int | None = await self._connection.scalar(query.limit(1))
        return id

    async def _save_counted(self, entity: Group | Member) -> Group | Member:
        """Write a group or member and return it with the id that the engine gave."""
        table = HOMES[type(entity)].table
        row = to_row(entity, self.workspace.id)
        id, id_here = row.pop("id"), self.workspace.id
        if id > 0:
            self._touched_people.append(entity)
            if (await self._connection.execute(_change(table), row | {"_id": id, "_workspace": id_here})).rowcount != 1:
                raise StoreError("no_such_row", f"{table.name} {id} is not in workspace {self.workspace.id}")
            return entity
        insert = self._database.insert(table).values(row).returning(table.c.id)
        kept = replace(entity, id=(await self._connection.execute(insert)).scalar_one())
        self._touched_people.append(kept)
        return kept

    async def _save_all(self, entities: Sequence[Entity]) -> tuple[str, ...]:
        by_kind: dict[type, list[Any]] = {}
        for entity in entities:
            by_kind.setdefault(type(entity), []).append(entity)
        late: tuple[str, ...] = ()
        for kind, home in HOMES.items():
            found = by_kind.get(kind)
            if not found or kind in (Group, Member):
                continue
            if kind is OutboxRow:
                late = await self._save_outbox(found)
                continue
            rows = [to_row(entity, self.workspace.id) for entity in found]
            if kind is Task:
                rows = [row | {"revision": self._head.revision + 1} for row in rows]
            if kind is JournalEntry:
                await self._connection.execute(self._database.insert(home.table), rows)
            else:
                await self._connection.execute(_upsert(home.table, home.key, self._database.is_sqlite), rows)
        return late

    async def _save_outbox(self, rows: Iterable[OutboxRow]) -> tuple[str, ...]:
        """New rows once by their key; known ones are changed unless somebody is sending them."""
        fresh, known = [], {}
        for entity in rows:
            row = to_row(entity, self.workspace.id)
            id = row.pop("id")
            if id == 0:
                fresh.append(row)
            else:
                known[id] = row | {"_id": id, "_workspace": self.workspace.id}
        free = await self._still_free(known)
        if free:
            await self._connection.execute(_change(tables.outbox), [known[id] for id in free])
        if fresh:
            insert = self._database.insert(tables.outbox)
            await self._connection.execute(insert.on_conflict_do_nothing(index_elements=["workspace", "key"]), fresh)
        return tuple(row["key"] for id, row in known.items() if id not in free)

    async def _still_free(self, ids: Collection[int]) -> list[int]:
        """Of outbox rows of this office those that nobody is sending or has sent, held until the work ends."""
        if not ids:
            return []
        column = tables.outbox.c
        here = (column.workspace == self.workspace.id, column.id.in_(list(ids)))
        query = select(column.id).where(*here, column.state.in_([OutboxState.PENDING, OutboxState.PARKED]))
        if self._locks_rows:
            query = query.with_for_update()
        return list(await self._connection.scalars(query))

    async def _count(self, saved: Sequence[Entity]) -> None:
        """Move the office's counters on, and what is kept of its tasks with them."""
        written = [e for e in saved if isinstance(e, Task)]
        sources = [e for e in saved if isinstance(e, Source)]
        people = any(isinstance(e, Member) for e in saved)
        if not (written or sources or people):
            return
        head = self._head
        last_number = head.last_number
        if written or sources:
            head.revision += 1
            head.last_number = max([last_number, *(task.number for task in written)])
            head.heard_at = max([*([head.heard_at] if head.heard_at else ()), *(s.at for s in sources)], default=None)
            await self._mark_changed({s.task for s in sources} - {t.number for t in written})
            known = self._own_known()
            if known.revision == head.revision - 1:
                known.patch(head.revision, written, sources, last_number)
        if people:
            head.members_revision += 1
        await self._save_head()

    async def _mark_changed(self, numbers: set[int]) -> None:
        if numbers:
            column = tables.task.c
            here = (column.workspace == self.workspace.id, column.number.in_(numbers))
            await self._connection.execute(update(tables.task).where(*here).values(revision=self._head.revision))


@cache
def _change(table: Table) -> Any:
    """UPDATE of a whole row by its id, inside one workspace."""
    here = (table.c.id == bindparam("_id"), table.c.workspace == bindparam("_workspace"))
    return update(table).where(*here)


@cache
def _upsert(table: Table, key: tuple[str, ...], is_sqlite: bool) -> Any:
    insert = sqlite.insert(table) if is_sqlite else postgresql.insert(table)
    named = ("workspace", *key)
    rest = {column.name: insert.excluded[column.name] for column in table.columns if column.name not in named}
    return insert.on_conflict_do_update(index_elements=list(named), set_=rest)


def _called(entity: Group | Member) -> tuple[str | None, ...]:
    """What makes two new ones in one change the same."""
    return (entity.name, entity.chat) if isinstance(entity, Group) else (entity.user,)


def _pointed(entity: Entity, given: Mapping[tuple[type, int], int]) -> Entity:
    """The entity with ids of new groups and members in place of the stand-ins."""
    pointers = _POINTERS.get(type(entity), ())
    found = {name: given.get((kind, getattr(entity, name))) for name, kind in pointers}
    changed: dict[str, Any] = {name: id for name, id in found.items() if id is not None and id != getattr(entity, name)}
    return replace(entity, **changed) if changed else entity


def _instant_of(saved: Sequence[Entity]) -> datetime | None:
    """When a decision was taken that does not say so: its journal does."""
    return next((e.at for e in saved if isinstance(e, JournalEntry)), None)
