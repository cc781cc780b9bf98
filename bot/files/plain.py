"""Plain text and tables of commas, in whatever charset they were written."""

from __future__ import annotations

import csv
import re
from io import StringIO

from bot.files import marks
from bot.files.pages import MOST_CHARACTERS, MOST_ROWS

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
MOST_BYTES = 8 * MOST_CHARACTERS
"""Of a text that are looked at."""


def decoded(content: bytes) -> str:
    """The text: by its mark or declaration, else UTF-8, else GB 18030, else what charset-normalizer finds likeliest."""
    return marks.plain(_decoded(content))


def _decoded(content: bytes) -> str:
    content = content[: MOST_BYTES * 4]
    for mark, charset in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(charset, "replace")
    declared = _DECLARED.search(content[:2048])
    wanted = ["utf-8", "gb18030"] if declared is None else [declared[1].decode("ascii", "replace"), "utf-8", "gb18030"]
    for charset in wanted:
        text: str | None
        try:
            text = content.decode(charset)
        except (UnicodeDecodeError, LookupError):
            text = _but_for_the_end(content, charset)
        if text is not None and not _odd(text):
            return text
    return _likeliest(content)


def _but_for_the_end(content: bytes, charset: str) -> str | None:
    """A character cut in two at the very end is no reason to take another charset."""
    try:
        text = content.decode(charset, "ignore")
        whole = len(text.encode(charset)) >= len(content) - 3
    except (LookupError, UnicodeError):
        return None
    return text if whole else None


def _odd(text: str) -> bool:
    """Whether a decoding gave characters nobody writes: private ones, or rare ones beyond the common plane."""
    odd = sum("\ue000" <= c <= "\uf8ff" or c > "\U0002ffff" or "\x80" <= c <= "\x9f" for c in text[:5000])
    return odd * 50 > len(text[:5000])


def _likeliest(content: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:65536], cp_isolation=["gb18030", "big5", "utf_8", "utf_16", "cp1252", "cp932"]).best()
    return content.decode(best.encoding if best else "gb18030", "replace")


def read_text(content: bytes) -> str:
    """Plain text."""
    return decoded(content)[:MOST_BYTES]


def read_table(content: bytes) -> list[list[str]]:
    """The rows of a table of commas, semicolons or tabs."""
    text = decoded(content)[:MOST_BYTES].lstrip("\ufeff")
    first = text.split("\n", 1)[0]
    mark = max(",\t;，", key=first.count)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(StringIO(text.replace("\0", "")), delimiter=mark):
            rows.append([cell.strip() for cell in row])
            if len(rows) >= MOST_ROWS:
                break
    except csv.Error:
        rows = [[cell.strip() for cell in line.split(mark)] for line in text.splitlines()[:MOST_ROWS]]
    return rows
