"""Input of `parse`, `times` and `replay`: JSON Lines of messages, or plain text as one message."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo

from bot.core.models import Message


class BadLine(ValueError):
    """A line that holds no message; the text says why and what a good one looks like."""


@dataclass
class Reader:
    """Reads messages in order; what cannot be read is reported to `complaints` with its line number and counted."""

    zone: ZoneInfo
    now: datetime
    complaints: TextIO = field(default_factory=lambda: sys.stderr)
    bad: int = 0

    def messages(self, source: str) -> Iterator[tuple[Message, str | None]]:
        """(message, scenario) for each good line of file `source` ("-" is standard input)."""
        for value in self._values(source):
            try:
                scenario = value.get("scenario")
                yield message_of(value, self.now, self.zone), scenario if isinstance(scenario, str) else None
            except BadLine as error:
                self._complain(value["__line__"], str(error))

    def expressions(self, source: str) -> Iterator[tuple[str, str, datetime]]:
        """(id, text, reference instant) for each good line `{"id","text","reference"}`."""
        for value in self._values(source):
            line = value["__line__"]
            try:
                text = _text(value, "text")
                yield str(value.get("id", line)), text, _instant(value, "reference", self.now, self.zone)
            except BadLine as error:
                self._complain(line, str(error))

    def _values(self, source: str) -> Iterator[dict[str, object]]:
        text = _read(source)
        if not text.lstrip().startswith("{"):
            if text.strip():
                yield {"id": "text", "text": text.strip("\n"), "__line__": 1}
            return
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                value = json.loads(line)
            except json.JSONDecodeError as error:
                self._complain(number, f"no JSON ({error.msg})")
                continue
            if not isinstance(value, dict):
                self._complain(number, "no JSON object")
                continue
            yield {**value, "__line__": number}

    def _complain(self, line: object, why: str) -> None:
        self.bad += 1
        example = '{"id": "1", "received_at": "2026-09-23T09:30:00+08:00", "group": null, "sender": null, "text": "…"}'
        print(f"line {line}: {why}; a good line: {example}", file=self.complaints)


def _read(source: str) -> str:
    if source == "-":
        return sys.stdin.buffer.read().decode("utf-8", errors="replace").removeprefix("\ufeff")
    return Path(source).read_bytes().decode("utf-8", errors="replace").removeprefix("\ufeff")


def message_of(value: dict[str, object], now: datetime, zone: ZoneInfo) -> Message:
    """The message that a JSON object of the label contract describes; raises `BadLine`."""
    # A corpus line may hold the bare message or {"message": …, "gold": …}.
    inner = value.get("message")
    fields = inner if isinstance(inner, dict) else value
    identity = fields.get("id", value.get("__line__"))
    if not isinstance(identity, str | int):
        raise BadLine('"id" is no text')
    return Message(
        id=str(identity),
        received_at=_instant(fields, "received_at", now, zone),
        text=_text(fields, "text"),
        group=_optional(fields, "group"),
        sender=_optional(fields, "sender"),
    )


def _text(value: dict[str, object], key: str) -> str:
    text = value.get(key)
    if not isinstance(text, str):
        raise BadLine(f'"{key}" is missing or no text')
    return text


def _optional(value: dict[str, object], key: str) -> str | None:
    text = value.get(key)
    if text is not None and not isinstance(text, str):
        raise BadLine(f'"{key}" is neither text nor null')
    return text or None


def _instant(value: dict[str, object], key: str, default: datetime, zone: ZoneInfo) -> datetime:
    text = value.get(key)
    if text is None:
        return default
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        raise BadLine(f'"{key}" is no ISO time like 2026-09-23T09:30:00+08:00') from None
    return found if found.tzinfo else found.replace(tzinfo=zone)
