"""What a group leaves behind when it is dissolved: its tasks and notices as a workbook, and its files as they came."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.core.models import Attachment, Outcome, StoredMessage
from handlers.exporting import Cell, Sheet, Words, content_of, day_of, safe, sheets_of, words_of
from storage.store import Look

NOTICES = (Outcome.NEW, Outcome.MERGED, Outcome.CHANGED, Outcome.INFO, Outcome.NEEDS_LOOK)
"""What is more than chatter."""

MOST_MESSAGES = 5000
MOST_BYTES = 45_000_000
"""Telegram takes files of 50 MB."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The sheets, the originals by the name they get, and how many did not fit."""

    sheets: tuple[Sheet, ...]
    files: tuple[tuple[str, bytes], ...] = ()
    left_out: int = 0


async def notices_of(look: Look, group: int) -> list[StoredMessage]:
    """What a group and those merged into it brought, chatter apart, oldest first; the latest few thousand."""
    ids = [group, *(each.id for each in await look.groups() if each.parent == group)]
    found = [one for id in ids for one in await look.messages(group=id, outcomes=NOTICES, limit=MOST_MESSAGES)]
    return sorted(found, key=lambda one: one.message.received_at)


def files_in(messages: Sequence[StoredMessage]) -> dict[str, Attachment]:
    """The files that came with these messages, one of each content; by a name where nobody ever fetched it."""
    found: dict[str, Attachment] = {}
    for one in messages:
        for file in one.message.attachments:
            found.setdefault(file.hash or f"{one.message.id}:{file.name}", file)
    return found


async def archive_of(look: Look, group: int, words: str) -> Archive | None:
    """What a group leaves behind, numbers hidden in the sheets; None when there is no such group."""
    zone, found = ZoneInfo(look.workspace.timezone), await look.group(group)
    if found is None:
        return None
    own = {task.number for task in await look.group_tasks(group)}
    tasks, sources, groups = await sheets_of(look, words, masked=True, only=own)
    messages = await notices_of(look, group)
    said = words_of(words)
    told = tuple(tuple(safe(cell, True) for cell in _message_row(each, found.name, zone, said)) for each in messages)
    mine = tuple(row for row in groups.rows if row[0] == group)
    files, left_out = await _originals(look, messages)
    return Archive((tasks, replace(sources, rows=told), replace(groups, rows=mine)), files, left_out)


async def _originals(look: Look, messages: Sequence[StoredMessage]) -> tuple[tuple[tuple[str, bytes], ...], int]:
    """The files that are kept, as many as fit, each by a name of its own."""
    asked = {hash: file for hash, file in files_in(messages).items() if file.hash}
    kept = await look.kept_originals(asked) if asked else set()
    taken: dict[str, bytes] = {}
    size = 0
    for hash in (hash for hash in asked if hash in kept):
        original = await look.original(hash)
        if original is None or size + len(original.content) > MOST_BYTES:
            continue
        size += len(original.content)
        taken[_own_name(asked[hash].name, taken)] = original.content
    return tuple(taken.items()), len(asked) - len(taken)


def _own_name(name: str, taken: dict[str, bytes]) -> str:
    plain = re.sub(r"[\x00-\x1f]", "", name.replace("\\", "/").rpartition("/")[2])[-80:].strip(". ") or "file"
    stem, dot, ending = plain.rpartition(".")
    again = 2
    while plain in taken:
        plain = f"{stem or ending}-{again}{dot}{ending if dot else ''}"
        again += 1
    return plain


def _message_row(stored: StoredMessage, name: str, zone: ZoneInfo, said: Words) -> tuple[Cell, ...]:
    message = stored.message
    files = " ".join(f"[{each.name}]" for each in message.attachments)
    text = f"{message.text} {files}".strip()
    relation = said.get(stored.relation.value, stored.relation.value)
    return stored.task, relation, day_of(message.reference, zone), name, message.sender, text


def packed(archive: Archive, stem: str) -> tuple[str, bytes]:
    """The archive as one file with its ending: a workbook, or where originals go along a zip of all."""
    book = content_of(archive.sheets, "xlsx")
    if not archive.files:
        return f"{stem}.xlsx", book
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr(f"{stem}.xlsx", book)
        for name, content in archive.files:
            pack.writestr(f"files/{name}", content)
    return f"{stem}.zip", held.getvalue()
