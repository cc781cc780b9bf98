"""The files that the bot hands out, made when they are sent: lists, what a group leaves behind, originals."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.models import OutboxRow
from bot.render import Renderer
from handlers.archiving import archive_of, packed
from handlers.exporting import Sheet, content_of, sheets_of
from storage.store import Look

Made = tuple[str, bytes, dict[str, object]]
"""A file's name, its content, and what its caption says of it."""


async def _lists(look: Look, renderer: Renderer, row: OutboxRow, language: str, now: datetime) -> Made | None:
    """A workbook or table; written off the loop, since a long list takes time."""
    what, ending = str(row.data["what"]), str(row.data["ending"])
    tasks, sources, groups = await sheets_of(look, _words(look, renderer, language, now), masked=True)
    sheets: tuple[Sheet, ...] = (groups,) if what == "groups" else (tasks, sources)
    content = await asyncio.to_thread(content_of, sheets, ending)
    return f"{_stem(look, what, now)}.{ending}", content, {}


async def _archive(look: Look, renderer: Renderer, row: OutboxRow, language: str, now: datetime) -> Made | None:
    archive = await archive_of(look, int(str(row.data["group"])), _words(look, renderer, language, now))
    if archive is None:
        return None
    name, content = await asyncio.to_thread(packed, archive, _stem(look, str(row.data["name"]), now))
    return name, content, {"files": len(archive.files), "left_out": archive.left_out}


async def _original(look: Look, renderer: Renderer, row: OutboxRow, language: str, now: datetime) -> Made | None:
    """A file as it came; None when it is no longer kept."""
    kept = await look.original(str(row.data["hash"]))
    return (str(row.data["name"]), kept.content, {}) if kept else None


def _words(look: Look, renderer: Renderer, language: str, now: datetime) -> str:
    return renderer.render("export", language, {}, now, look.workspace.timezone).pages[0]


def _stem(look: Look, name: str, now: datetime) -> str:
    day = now.astimezone(ZoneInfo(look.workspace.timezone)).strftime("%Y%m%d")
    plain = re.sub(r"[^\w-]+", "_", name)[:40]
    return f"{plain}-{day}"


MADE: dict[str, Callable[[Look, Renderer, OutboxRow, str, datetime], Awaitable[Made | None]]] = {
    "export_file": _lists,
    "archive": _archive,
    "file": _original,
}
"""Template of a caption → how its file is made."""
