"""Marks in a page's text where its lines were broken on paper, so that a fact can be told by its line."""

from __future__ import annotations

import re

_MARK = re.compile("\x02(\\d{1,6})\x03")
_STRAY = re.compile("[\x02\x03]")

Breaks = tuple[tuple[int, int], ...]
"""Places in a text with how many more lines of the paper lie before each than the text has lines."""


def mark(lines: int = 1) -> str:
    """What stands where `lines` lines of the paper end that are no lines of the text."""
    return f"\x02{lines}\x03" if lines > 0 else ""


def unmarked(page: str) -> tuple[str, Breaks]:
    """The text without its marks, and where they stood."""
    if "\x02" not in page and "\x03" not in page:
        return page, ()
    parts, breaks, at, length = list[str](), list[tuple[int, int]](), 0, 0
    for found in _MARK.finditer(page):
        words = _STRAY.sub("", page[at : found.start()])
        parts.append(words)
        length += len(words)
        breaks.append((length, int(found[1])))
        at = found.end()
    parts.append(_STRAY.sub("", page[at:]))
    return "".join(parts), tuple(breaks)


def plain(text: str) -> str:
    """The text without its marks."""
    return unmarked(text)[0]
