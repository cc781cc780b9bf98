"""How values are kept: one portable, sortable column type for each kind of value, the same on both engines."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """The JSON reader and writer of a type; built when first needed, since building all would slow the start."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def as_json(kind: Any, value: Any) -> str:
    """The value as compact JSON text."""
    try:
        return adapter(kind).dump_json(value).decode()
    except ValueError:  # a lone surrogate somewhere inside
        text = json.dumps(adapter(kind).dump_python(value, mode="json"), ensure_ascii=False)
        return _UNKEEPABLE.sub("\ufffd", text)


def from_json(kind: Any, text: str) -> Any:
    """The value that `as_json` wrote."""
    return adapter(kind).validate_json(text)


class CleanText(TypeDecorator[str]):
    """Text as people wrote it, save for the few code points that an engine would refuse (NUL, lone surrogates)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text with U+FFFD in place of what cannot be kept."""
        return None if value is None else _UNKEEPABLE.sub("\ufffd", value)


class Id(TypeDecorator[int]):
    """A row's id; SQLite counts up only in an INTEGER column. One that no row can have is looked for as -1."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """INTEGER on SQLite (64 bits there), BIGINT elsewhere."""
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        """The id, or -1."""
        return value if value is None or abs(value) < 2**63 else -1


class Number(TypeDecorator[int]):
    """A task's number. People type any number: one that no task can have is looked for as -1, which none has."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        """The number, or -1."""
        return value if value is None or abs(value) < 2**31 else -1


class Instant(TypeDecorator[datetime]):
    """An aware instant as whole microseconds since 1970 UTC: sorts, compares and indexes alike on both engines."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Microseconds of the instant; a naive time is a mistake in the program and raises ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone: {value.isoformat()}")
        return (value - _EPOCH) // _MICROSECOND

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[int | None], datetime | None]:
        """The instant, in UTC; given as such, since the detour over `process_result_value` costs more than the work."""
        return lambda value: None if value is None else _EPOCH + timedelta(microseconds=value)


class Day(TypeDecorator[date]):
    """A calendar day as `YYYY-MM-DD`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """ISO text of the day."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """The day."""
        return None if value is None else date.fromisoformat(value)


class Word(TypeDecorator[StrEnum]):
    """A member of a string enum as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, enum: type[StrEnum]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:
        """The value's text."""
        return None if value is None else str(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], StrEnum | None]:
        """The enum's member."""
        enum, known = self.enum, {member.value: member for member in self.enum}
        return lambda value: None if value is None else known.get(value) or enum(value)


class Json(TypeDecorator[Any]):
    """A nested value as JSON text, by pydantic's reading of its annotated type."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """JSON text."""
        return None if value is None else as_json(self.kind, value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], Any]:
        """The value of the annotated type."""
        kind = self.kind
        return lambda value: None if value is None else from_json(kind, value)
