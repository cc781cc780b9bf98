"""Images of rows before and after a change: what `/undo` needs to put things back exactly."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Column, MetaData, Table, and_, or_, select, type_coerce
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.core.models import Changes, Entity, JournalEntry
from storage import tables
from storage.rows import HOMES, to_row
from storage.scope import Scope

Image = dict[str, Any]
"""A row as the engine keeps it: column → plain JSON value."""
_CHUNK = 200
_NOT_IMAGED = {"revision", "claimed_at"}


def _bare(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    return kind.impl_instance if isinstance(kind, TypeDecorator) else kind


@cache
def plain(table: Table) -> Table:
    """The table with the engine's own types: what is read is what is stored, to the letter."""
    columns = [Column(c.name, _bare(c.type), primary_key=c.primary_key) for c in table.columns]
    return Table(table.name, MetaData(), *columns)


async def read_images(scope: Scope, table: Table, keys: Sequence[dict[str, Any]]) -> dict[str, Image]:
    """The rows of these keys (Python values, as the table's types take them) by `name_of` their plain key."""
    columns = [type_coerce(c, _bare(c.type)).label(c.name) for c in table.columns if c.name not in _NOT_IMAGED]
    found: dict[str, Image] = {}
    for start in range(0, len(keys), _CHUNK):
        these = [and_(*(table.c[name] == value for name, value in key.items())) for key in keys[start : start + _CHUNK]]
        query = select(*columns).where(table.c.workspace == scope.workspace.id, or_(*these))
        for row in await scope._connection.execute(query):
            image = dict(row._mapping)
            found[name_of(table, image)] = image
    return found


def key_of(table: Table) -> tuple[str, ...]:
    """The columns besides the workspace that name a row."""
    return next(home.key for home in HOMES.values() if home.table is table)


def name_of(table: Table, image: Image) -> str:
    """One text for a row's key."""
    return json.dumps([image[name] for name in key_of(table)])


def _keys(entities: Iterable[Entity]) -> dict[Table, list[dict[str, Any]]]:
    keys: dict[Table, list[dict[str, Any]]] = {}
    for entity in entities:
        if isinstance(entity, JournalEntry):
            continue
        home = HOMES[type(entity)]
        row = to_row(entity, 0)
        key = {name: row[name] for name in home.key}
        if key not in keys.setdefault(home.table, []):
            keys[home.table].append(key)
    return keys


async def rows_before(scope: Scope, entities: Sequence[Entity]) -> dict[Table, dict[str, Image]]:
    """Images of all rows these entities will overwrite."""
    return {table: await read_images(scope, table, keys) for table, keys in _keys(entities).items()}


async def record_action(
    scope: Scope,
    changes: Changes,
    before: dict[Table, dict[str, Image]],
    saved: Sequence[Entity],
    at: datetime | None,
) -> None:
    """Keep what the change did, unless it did nothing."""
    images = []
    for table, keys in _keys(saved).items():
        old = before.get(table, {})
        for name, after in (await read_images(scope, table, keys)).items():
            if old.get(name) != after:
                images.append({"table": table.name, "before": old.get(name), "after": after})
    if images:
        row = {
            "workspace": scope.workspace.id,
            "member": changes.undo_by,
            "label": changes.undo_label,
            "at": at,
            "images": json.dumps(images, ensure_ascii=False),
        }
        await scope._connection.execute(tables.action.insert(), [row])
