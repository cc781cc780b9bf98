"""Plain text, HTML and tables of commas, in whatever charset they were written."""

from __future__ import annotations

import csv
import html
import re
from html.parser import HTMLParser
from io import StringIO

from bot.files import marks
from bot.files.pages import MOST_CHARACTERS, MOST_ROWS

_BLOCKS = frozenset("p div br tr li h1 h2 h3 h4 h5 h6 table ul ol section article header footer title".split())
_UNSEEN = frozenset("script style head noscript template".split())
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
_MOST_BYTES = 8 * MOST_CHARACTERS


def decoded(content: bytes) -> str:
    """The text: by its mark or declaration, else UTF-8, else GB 18030, else what charset-normalizer finds likeliest."""
    return marks.plain(_decoded(content))


def _decoded(content: bytes) -> str:
    content = content[: _MOST_BYTES * 4]
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


class _Words(HTMLParser):
    """Collects what a browser would show; cells of a row stand side by side."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.hidden = 0
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.hidden += 1
        elif tag in ("td", "th"):
            self.out.append(" | " if self.cells else "")
            self.cells += 1
        elif tag in _BLOCKS:
            self.out.append("\n")
            self.cells = 0 if tag == "tr" else self.cells

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in _BLOCKS:
            self.out.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.out.append(re.sub(r"\s+", " ", data))


def read_html(content: bytes) -> str:
    """What a browser would show of a page."""
    text = decoded(content)[:_MOST_BYTES]
    words = _Words()
    try:
        words.feed(text)
        words.close()
    except (AssertionError, ValueError, RecursionError):
        return html.unescape(re.sub(r"<[^<>]{0,2000}>", "\n", text))
    return "".join(words.out)


def read_text(content: bytes) -> str:
    """Plain text."""
    return decoded(content)[:_MOST_BYTES]


def read_table(content: bytes) -> list[list[str]]:
    """The rows of a table of commas, semicolons or tabs."""
    text = decoded(content)[:_MOST_BYTES].lstrip("\ufeff")
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
