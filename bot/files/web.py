"""Pages of the web, also those that Word or an office system saved as one file (mht): what a browser would show."""

from __future__ import annotations

import html
import re
from email import message_from_bytes
from email.policy import compat32
from html.parser import HTMLParser

from bot.files.pages import Unreadable
from bot.files.plain import MOST_BYTES, decoded
from bot.files.tables import line_of

_BLOCKS = frozenset("p div br li h1 h2 h3 h4 h5 h6 ul ol section article header footer title".split())
_UNSEEN = frozenset("script style head noscript template".split())
_DEEPEST = 8
"""Tables in one another; pages of the web lay out their columns with them."""
_LONGEST_CELL = 120
_MOST_LINES = 3
"""Characters and lines of a cell that stands in one line with others; longer ones are prose in a column."""
_MOST_PARTS = 200


class _Table:
    """A table under way: what its open cell holds, and the cells of its row so far."""

    def __init__(self) -> None:
        self.cell: list[str] | None = None
        self.row: list[str] = []
        self.said: list[str] = []

    def end_cell(self) -> None:
        if self.cell is not None:
            self.row.append("".join(self.cell))
            self.cell = None

    def end_row(self) -> None:
        self.end_cell()
        cells = [" ".join(cell.split()) for cell in self.row]
        lines = max((sum(map(bool, map(str.strip, cell.split("\n")))) for cell in self.row), default=0)
        if sum(map(bool, cells)) > 1 and max(map(len, cells)) <= _LONGEST_CELL and lines <= _MOST_LINES:
            self.said.append(line_of(cells))
        else:
            self.said += [cell for cell in self.row if cell.strip()]
        self.row = []


class _Words(HTMLParser):
    """Collects what a browser would show; cells of a row stand side by side."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.hidden = 0
        self.tables: list[_Table] = []
        self.deeper = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.hidden += 1
        elif tag == "table":
            self._begin_table()
        elif tag in ("tr", "td", "th") and self.tables and not self.deeper:
            table = self.tables[-1]
            if tag == "tr":
                table.end_row()
            else:
                table.end_cell()
                table.cell = []
        elif tag in _BLOCKS or tag == "tr":
            self._say("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag == "table":
            self._end_table()
        elif tag in ("tr", "td", "th") and self.tables and not self.deeper:
            table = self.tables[-1]
            (table.end_row if tag == "tr" else table.end_cell)()
        elif tag in _BLOCKS:
            self._say("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self._say(re.sub(r"\s+", " ", data))

    def close(self) -> None:
        super().close()
        self.deeper = 0
        while self.tables:
            self._end_table()

    def _begin_table(self) -> None:
        if len(self.tables) < _DEEPEST:
            self._say("\n")
            self.tables.append(_Table())
        else:
            self.deeper += 1

    def _end_table(self) -> None:
        if self.deeper:
            self.deeper -= 1
        elif self.tables:
            table = self.tables.pop()
            table.end_row()
            self._say("\n".join((*table.said, "")))

    def _say(self, text: str) -> None:
        """Where the innermost open cell is; a caption stands before its table."""
        for table in reversed(self.tables):
            if table.cell is not None:
                table.cell.append(text)
                return
        self.out.append(text)


def read_html(content: bytes) -> str:
    """What a browser would show of a page."""
    return _shown(decoded(content)[:MOST_BYTES])


def _shown(text: str) -> str:
    words = _Words()
    try:
        words.feed(text)
        words.close()
    except (AssertionError, ValueError, RecursionError):
        return html.unescape(re.sub(r"<[^<>]{0,2000}>", "\n", text))
    return "".join(words.out)


def read_saved(content: bytes) -> str:
    """The first page in a file of several parts; raises `Unreadable`."""
    message = message_from_bytes(content, policy=compat32)
    for place, part in enumerate(message.walk()):
        if place >= _MOST_PARTS:
            break
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            content = page[: 4 * MOST_BYTES] if isinstance(page, bytes) else b""
            try:
                return _shown(content.decode(part.get_content_charset() or "utf-8")[:MOST_BYTES])
            except (UnicodeDecodeError, LookupError):
                return read_html(content)
    raise Unreadable("unknown")
