"""Which table keeps which dataclass, by which key, and how an entity becomes a row and a row an entity."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Row, Select, Table, select

from bot.core.models import (
    Assignment,
    Group,
    Invitation,
    JournalEntry,
    Member,
    Memory,
    Occurrence,
    Original,
    OutboxRow,
    Overlap,
    Reminder,
    Source,
    StoredMessage,
    Task,
)
from storage import tables

E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Home:
    """Where an entity lives: its table, and the columns besides `workspace` that name a row."""

    table: Table
    key: tuple[str, ...]


HOMES: dict[type, Home] = {
    Group: Home(tables.groups, ("id",)),
    Member: Home(tables.member, ("id",)),
    Invitation: Home(tables.invitation, ("token",)),
    StoredMessage: Home(tables.message, ("id",)),
    Task: Home(tables.task, ("number",)),
    Source: Home(tables.source, ("task", "message")),
    Overlap: Home(tables.overlap, ("a", "b")),
    Assignment: Home(tables.assignment, ("task", "member")),
    Occurrence: Home(tables.occurrence, ("task", "date")),
    Reminder: Home(tables.reminder, ("task", "member", "rung", "about")),
    Memory: Home(tables.memory, ("key",)),
    Original: Home(tables.original, ("hash",)),
    OutboxRow: Home(tables.outbox, ("key",)),
    JournalEntry: Home(tables.journal, ("id",)),
}
"""In the order of writing: what is pointed at comes first."""


_NAMES: dict[type, tuple[str, ...]] = {kind: tuple(f.name for f in fields(kind)) for kind in HOMES}


def text_key(text: str) -> str:
    """What two copies of one text share: a digest over its letters and digits, widths and blanks aside.

    "" when the text has none, so that a row of dots resembles nothing.
    """
    squashed = "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
    return hashlib.blake2b(squashed.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest() if squashed else ""


def to_row(entity: Any, workspace: int) -> dict[str, Any]:
    """The entity's columns, in Python values."""
    row = {name: getattr(entity, name) for name in _NAMES[type(entity)]}
    row["workspace"] = workspace
    if isinstance(entity, StoredMessage):
        said = entity.message
        row |= {
            "id": said.id,
            "received_at": said.received_at,
            "text": said.text,
            "text_key": text_key(said.text),
            "chat": said.chat,
            "by": said.by,
            "private": said.private,
            "message": replace(said, text=""),
        }
    return row


def columns_of(kind: type) -> tuple[ColumnElement[Any], ...]:
    """The columns from which `from_row` builds an entity, in its order."""
    table = HOMES[kind].table
    names = _NAMES[kind]
    return tuple(table.c[name] for name in (("text", *names) if kind is StoredMessage else names))


_CHOSEN = {kind: select(*columns_of(kind)) for kind in HOMES}


def chosen(kind: type) -> Select[*tuple[Any, ...]]:
    """`SELECT` of all columns an entity needs; callers add what narrows it down."""
    return _CHOSEN[kind]


def from_row(kind: type[E], row: Row[*tuple[Any, ...]] | Sequence[Any]) -> E:
    """The entity a row of `chosen(kind)` stands for."""
    values: list[Any] = list(row)
    if kind is StoredMessage:
        text = values.pop(0)
        values[0] = replace(values[0], text=text)
    build: Callable[..., E] = kind
    return build(*values)
