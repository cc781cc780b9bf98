"""The files of a message: fetched, read aside, and set into the message's text where a reader would open them."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.cleaning import carriable
from bot.core.models import AskedForm, Attachment, Message, Original
from bot.core.secrecy import is_classified
from bot.files.marks import plain, unmarked
from bot.files.pages import Read
from bot.files.reader import LARGEST
from handlers.deps import Deps, PermanentFailure, SendFailure
from handlers.progressing import Teller

log = logging.getLogger("jianfu.message")

MOST_TEXT = 15_000
"""Characters of a message with its files that are understood and compared; the originals are kept whole."""

TRIES = (1.0, 3.0, 9.0)
"""Seconds between the attempts to fetch a file."""

_BRIDGED_CUT = re.compile(r"\n\.{3}\n")
"""Where a bridge cut a long text; the whole of it follows as a page of HTML or a text."""

_COUNTED = dict.fromkeys(("docx", "doc", "odt", "rtf", "html", "mht", "pptx"), "paragraph") | dict.fromkeys(
    ("xlsx", "xls", "ods", "csv"), "row"
)
"""What is counted in a file, where that is not lines."""

_BEGINS_ANEW = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|附件|附表|抄送|\Z)"
)

_HEAD_LINE = re.compile(r"[^\n]{1,80}[:：](?=\n)")


def marked(message: Message) -> str | None:
    """The mark of secrecy that a message bears, in its words or in the names of its files."""
    said = (message.text, *(file.name.rpartition(".")[0] for file in message.attachments))
    return next((level for level in map(is_classified, said) if level), None)


async def with_files(
    deps: Deps, message: Message, now: datetime, teller: Teller
) -> tuple[Message, list[Original], str | None]:
    """The message with what its files say, the files as they came, and the mark of secrecy that one of them bears.

    Never raises for what is in them; nothing is read on after a mark.
    """
    reads: list[Read] = []
    originals: list[Original] = []
    files: list[Attachment] = []
    for place, file in enumerate(message.attachments, 1):
        content, trouble = await _fetched(deps, file)
        if content is None:
            reads.append(Read("unknown", trouble=trouble))
            files.append(file)
            continue
        assert deps.files is not None
        teller.begins(place)
        read = await deps.files.read(content, file.name, teller.hear)
        if level := read.level or is_classified(read.text):
            teller.marked = True
            return message, [], level
        reads.append(replace(read, pages=tuple(carriable(page) for page in read.pages)))
        digest = hashlib.sha256(content).hexdigest()
        files.append(replace(file, hash=digest, size=len(content)))
        originals.append(Original(digest, content, now))
    return put_together(replace(message, attachments=tuple(files)), reads), originals, None


async def _fetched(deps: Deps, file: Attachment) -> tuple[bytes | None, str]:
    """A file's bytes, or None and why not."""
    if file.size > LARGEST:
        return None, "too_big"
    assert deps.fetch is not None
    for pause in (*TRIES, None):
        try:
            return await deps.fetch(file.ref), ""
        except PermanentFailure as failure:
            log.warning("a file cannot be fetched: %s", failure.detail)
            return None, "too_big" if "too big" in failure.detail.lower() else "gone"
        except SendFailure as failure:
            log.info("a file cannot be fetched yet: %s", failure.detail)
        if pause is not None:
            await asyncio.sleep(pause)
    return None, "gone"


def put_together(message: Message, reads: Sequence[Read]) -> Message:
    """The message with the pages of its files behind its words; where each page begins is kept with its file."""
    text = message.text.rstrip()
    whole = next((read for read in reads if read.sort in ("html", "txt") and read.trouble is None), None)
    if whole is not None and _BRIDGED_CUT.search(text):
        head = _HEAD_LINE.match(text)
        text = head[0] if head else ""
    files: list[Attachment] = []
    overleaf = False
    for file, read in zip(message.attachments, reads, strict=True):
        starts: list[int] = []
        breaks: list[tuple[int, int]] = []
        overleaf = overleaf and read.doubtful  # photographed pages are one document, other files are not
        for page in read.pages:
            words, broken = unmarked(page)
            room = MOST_TEXT - len(text) - 1
            if room < 20:
                break
            glue = "" if not text or (overleaf and not begins_anew(words)) else "\n"
            start = len(text) + len(glue)
            starts.append(start)
            if words.strip():
                text += glue + words[:room]
                breaks += [(start + place, count) for place, count in broken if place < min(room, len(words))]
                overleaf = bool(broken) and broken[-1][0] == len(words)
        noted = _noted(file, read, tuple(starts), tuple(breaks))
        cut = read.cut or len(starts) < len(read.pages) or len(text) >= MOST_TEXT - 1
        files.append(replace(noted, overleaf=overleaf and bool(starts), cut=cut and bool(starts)))
    return replace(message, text=text if any(read.pages for read in reads) else message.text, attachments=tuple(files))


def begins_anew(words: str) -> bool:
    """Whether a page begins with what no sentence from the page before goes on with."""
    return bool(_BEGINS_ANEW.match(words))


def _noted(file: Attachment, read: Read, starts: tuple[int, ...], breaks: tuple[tuple[int, int], ...]) -> Attachment:
    forms = tuple(
        AskedForm(carriable(plain(form.name)) or file.name, tuple(map(carriable, form.columns)), form.key)
        for form in read.forms
    )
    found = replace(file, state=read.trouble or "read", pages=starts, forms=forms, doubtful=read.doubtful)
    return replace(found, breaks=breaks, unit=_COUNTED.get(read.sort, "line"))


def moved(files: Sequence[Attachment], by: int) -> tuple[Attachment, ...]:
    """The files of a text that now begins `by` characters later (earlier where negative)."""
    return tuple(
        replace(
            file,
            pages=tuple(max(0, start + by) for start in file.pages),
            breaks=tuple((max(0, place + by), count) for place, count in file.breaks),
        )
        for file in files
    )


def words_alone(message: Message) -> str:
    """What the message says beside its files."""
    first = min((start for file in message.attachments for start in file.pages), default=len(message.text))
    return message.text[:first].strip()


def words_of_files(message: Message) -> str:
    """What the files of a message say."""
    first = min((start for file in message.attachments for start in file.pages), default=len(message.text))
    return message.text[first:].strip()
