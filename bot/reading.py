"""Input of `parse`, `times` and `replay`: JSON Lines of messages, or one message as plain text or as a file."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo

from bot.core.models import Attachment, Message
from bot.files.pages import Read
from bot.files.plain import decoded
from bot.files.sorts import sort_of
from bot.trouble import Trouble


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
                yield _with_pages(message_of(value, self.now, self.zone), value), _named(scenario)
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
        content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        name = "stdin" if source == "-" else Path(source).name
        if _is_document(content, name):
            read = _opened(content, name)
            yield {"id": name, "text": read.text, "__line__": 1, "__file__": read}
            return
        text = decoded(content) if not content.lstrip().startswith(b"{") else content.decode("utf-8", errors="replace")
        text = text.removeprefix("\ufeff")
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


def _is_document(content: bytes, name: str) -> bool:
    """Whether bytes are a file as a notice may come in, and neither JSON Lines nor plain words."""
    if content.lstrip()[:1] in (b"{", b""):
        return False
    return sort_of(content, name) not in ("txt", "csv") or name.lower().endswith(".csv")


def _opened(content: bytes, name: str) -> Read:
    """What a file says, read aside as the bot does; raises `Trouble` where it cannot be read."""

    from bot.files.reader import FileReader

    async def read() -> Read:
        reader = FileReader()
        try:
            return await reader.read(content, name)
        finally:
            await reader.close()

    with ThreadPoolExecutor(1) as aside:  # the caller's own loop is running
        found = aside.submit(lambda: asyncio.run(read())).result()
    if found.level is not None:
        raise Trouble("marked_secret", file=name, level=found.level)
    if found.trouble is not None:
        raise Trouble("file", file=name, trouble=found.trouble)
    return found


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


def _with_pages(message: Message, value: dict[str, object]) -> Message:
    """The message that knows where on which page of its file each word stands."""
    read = value.get("__file__")
    if not isinstance(read, Read):
        return message
    from handlers.attached import put_together

    return put_together(replace(message, text="", attachments=(Attachment(message.id),)), [read])


def _named(scenario: object) -> str | None:
    return scenario if isinstance(scenario, str) else None


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
