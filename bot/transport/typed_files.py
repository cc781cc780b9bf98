"""Files given to the terminal: a line that is the path of a file stands for the file, as when it is dragged in."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlparse

from bot.core.models import Attachment
from handlers.deps import PermanentFailure

_NAMED = re.compile(r"[/\\]|\.\w{2,5}\Z")
_LONGEST = 1000


def file_of(line: str) -> Path | None:
    """The file a line names; None for anything else."""
    words = line.strip()
    if words[:1] in "\"'" and words[-1:] == words[:1]:
        words = words[1:-1]
    elif words.startswith("file://"):
        words = unquote(urlparse(words).path)
    elif os.name != "nt":
        words = re.sub(r"\\(.)", r"\1", words)  # terminals write what is dragged in with escaped blanks
    if len(words) > _LONGEST or not _NAMED.search(words):
        return None
    try:
        path = Path(words).expanduser().absolute()
        return path if path.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def with_files(text: str) -> tuple[str, tuple[Attachment, ...]]:
    """The words of what was typed, and the files its lines name."""
    words: list[str] = []
    files: list[Attachment] = []
    for line in text.split("\n"):
        path = file_of(line)
        if path is None:
            words.append(line)
        else:
            files.append(Attachment(path.name, size=path.stat().st_size, ref=str(path)))
    return "\n".join(words).strip("\n"), tuple(files)


async def content_of(ref: str) -> bytes:
    """What is in the file; raises `PermanentFailure`."""
    try:
        return await asyncio.to_thread(Path(ref).read_bytes)
    except OSError as error:
        raise PermanentFailure(str(error)) from error
