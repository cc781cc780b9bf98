"""What comes out of a file: pages of text, the forms on them, or one code that says why there is nothing."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

from bot.files.marks import plain

MOST_PAGES = 200
"""Pages, slides, sheets or pictures of one file that are read."""
MOST_CELLS = 200_000
MOST_ROWS = 20_000
MOST_CHARACTERS = 60_000
"""Characters of one file that are kept; a notice with its attachments has a tenth of it."""
MOST_UNPACKED = 200 * 1024 * 1024
"""Bytes that a zip container may say it unpacks to."""
MOST_MEMBERS = 3_000
MOST_DEPTH = 2
"""How many zips may stand in one another."""
MOST_PIXELS = 60_000_000

_BLANKS = re.compile(r"[ \t\u3000\xa0]+")
_EMPTY_LINES = re.compile(r"\n{3,}")
_CONTROLS = re.compile("[\0\x01\x04-\x08\x0b\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\ufeff\ud800-\udfff]")


class Unreadable(Exception):
    """A file that gives no text; `code` is one of `TROUBLES`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


TROUBLES = frozenset(
    "too_big too_heavy too_slow locked damaged old_word old_slides ofd heic archive media picture scan empty unknown"
    " gone".split()
)
"""Why a file could not be read: `picture` and `scan` need the extra `ocr`, `old_word` a converter, `gone` a resend."""


@dataclass(frozen=True, slots=True)
class Form:
    """A table that asks to be filled in: its name, its columns from left to right, `key` alike for alike columns.

    `rows` are the rows that are filled in already.
    """

    name: str
    columns: tuple[str, ...]
    key: str
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """One file read. `cut` says that there was more than is kept; `doubtful` that it was read from pictures.

    `pages` bear the marks of `bot.files.marks`. `level` is the mark of secrecy that it bears anywhere, also in what is
    not kept; then nothing else of it is.
    """

    sort: str
    pages: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    trouble: str | None = None
    cut: bool = False
    doubtful: bool = False
    level: str | None = None

    @property
    def text(self) -> str:
        """All pages in one, without marks."""
        return "\n".join(plain(page) for page in self.pages if page)


def tidied(text: str) -> str:
    """The text without control characters, with single blanks and at most one empty line in a row."""
    lines = (_BLANKS.sub(" ", line).strip() for line in _CONTROLS.sub("", text.replace("\r\n", "\n")).splitlines())
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def shortened(pages: list[str]) -> tuple[tuple[str, ...], bool]:
    """The pages up to the limits, tidied, and whether anything was left out."""
    kept: list[str] = []
    room = MOST_CHARACTERS
    cut = len(pages) > MOST_PAGES
    for page in pages[:MOST_PAGES]:
        text = tidied(page)
        cut = cut or len(text) > room
        kept.append(text[:room])
        room = max(0, room - len(text))
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept), cut


def as_plain(read: Read) -> dict[str, Any]:
    """A `Read` as plain JSON."""
    return asdict(read)


def from_plain(value: dict[str, Any]) -> Read:
    """The `Read` that `as_plain` wrote."""
    forms = tuple(Form(each["name"], tuple(each["columns"]), each["key"], each["rows"]) for each in value["forms"])
    pages, trouble, level = tuple(value["pages"]), value["trouble"], value.get("level")
    return Read(str(value["sort"]), pages, forms, trouble, bool(value["cut"]), bool(value["doubtful"]), level)
