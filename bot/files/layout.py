"""Pieces of text with places → lines in reading order: columns one after the other, cells of a row side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bot.files.marks import mark
from bot.files.tables import line_of


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters: left, top, right, bottom (y grows downwards) and its words."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        """How high the letters are."""
        return max(self.bottom - self.top, 0.1)

    @property
    def middle(self) -> float:
        """Where its line runs."""
        return (self.top + self.bottom) / 2


Line = list[Piece]

_ENDS = ("。", "！", "？", "!", "?", "；", "”", "）")
_UNBROKEN = re.compile(r"[!-~]+")


_FOLIO = re.compile(r"[-—–―－·• ]*第? ?\d{1,3} ?页?(?: ?[/／,，]? ?共? ?\d{1,3} ?页)?[-—–―－·• ]*")


def lines_of(pieces: Sequence[Piece], reach: float = 0.0) -> list[str]:
    """The lines of a page in reading order, sentences that run over several joined, without the page's number.

    `reach` is how far to the right a full line goes at least, for pages of too few lines to show it. The last ends in
    a mark where its sentence may go on overleaf.
    """
    said = [piece for piece in pieces if piece.text.strip()]
    rows = _without_folio(_rows(said))
    found: list[str] = []
    blocks = _blocks(rows)
    for block in blocks:
        found += _paragraphs(block, reach if len(blocks) == 1 else 0.0)
    if rows and _is_full(rows):
        found[-1] += mark()
    return found


def _without_folio(rows: list[Line]) -> list[Line]:
    """The rows without a number that stands alone below (or above) all others."""
    for place in (-1, 0):
        alone = rows[place][0].text.strip() if len(rows) > 1 and len(rows[place]) == 1 else ""
        if _FOLIO.fullmatch(alone) and (len(rows) > 2 or not alone.isdigit()):
            del rows[place]
    return rows


def _is_full(rows: list[Line]) -> bool:
    """Whether the last row fills its column and ends no sentence; before a number there may be room for letters."""
    last = rows[-1][-1]
    if last.text.endswith(_ENDS) or last.right - last.left < 8 * last.height or len(rows[-1]) > 1:
        return False
    same = [row[0].right for row in rows if len(row) == 1]
    room = 8.0 if last.text.endswith(("：", ":")) else 1.6
    return len(same) > 2 and last.right > max(same) - room * last.height


def _rows(pieces: Sequence[Piece]) -> list[Line]:
    """Pieces whose middles lie on one height, from the left; a gap-less run is one piece."""
    rows: list[Line] = []
    for piece in sorted(pieces, key=lambda each: each.middle):
        row = rows[-1] if rows else None
        if row and abs(median(p.middle for p in row) - piece.middle) < 0.5 * min(row[0].height, piece.height):
            row.append(piece)
        else:
            rows.append([piece])
    return [_joined(sorted(row, key=lambda each: each.left)) for row in rows]


def _joined(row: Line) -> Line:
    found = [row[0]]
    for piece in row[1:]:
        last = found[-1]
        gap = piece.left - last.right
        if gap < 0.6 * min(last.height, piece.height):
            blank = " " if gap > 0.2 * piece.height and last.text[-1:].isascii() and piece.text[:1].isascii() else ""
            top, bottom = min(last.top, piece.top), max(last.bottom, piece.bottom)
            found[-1] = Piece(last.left, top, max(last.right, piece.right), bottom, last.text + blank + piece.text)
        else:
            found.append(piece)
    return found


def _blocks(rows: list[Line]) -> list[list[Line]]:
    """Where a white strip divides prose over many rows the left column stands before the right one."""
    blocks: list[list[Line]] = [[]]
    place = 0
    while place < len(rows):
        end, strip = _two_columns(rows, place)
        if strip is None:
            blocks[-1].append(rows[place])
            place += 1
            continue
        left = [[p for p in row if p.right <= strip] for row in rows[place:end]]
        right = [[p for p in row if p.left >= strip] for row in rows[place:end]]
        blocks += [[row for row in left if row], [row for row in right if row], []]
        place = end
    return [block for block in blocks if block]


_FEWEST_ROWS = 5
_PROSE = 11
"""Letters a line of a column has at least in the median; cells of tables are shorter."""


def _two_columns(rows: list[Line], start: int) -> tuple[int, float | None]:
    """Where the run of rows ends that one strip divides in two columns of prose, and the strip; None when none does."""
    if len(rows[start]) != 2:
        return start, None
    low, high = rows[start][0].right, rows[start][1].left
    end = start
    both = []
    for row in rows[start:]:
        new_low = max([low, *(p.right for p in row if p.left < low)])
        new_high = min([high, *(p.left for p in row if p.right > high)])
        if new_high - new_low < 0.5 * row[0].height or len(row) > 2:
            break
        low, high, end = new_low, new_high, end + 1
        if len(row) == 2:
            both.append(row)
    if len(both) < _FEWEST_ROWS or min(median(len(row[side].text) for row in both) for side in (0, 1)) < _PROSE:
        return start, None
    return end, (low + high) / 2


_BEGINS = re.compile(
    r"[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[、．.](?!\d)|[①-⑳]|附件"
    r"|.{0,16}?\d{4}[/年-]\d{1,2}[/月-]\d{1,2}日? ?\d{1,2}[:：]\d{2}|[^，。]{1,10}[ ]?\d{1,2}[:：]\d{2}(?::\d{2})?$"
)
"""What begins a line of its own: an item of a list, the head of a chat message."""
_TELLING_ROWS = 4


def _paragraphs(rows: list[Line], reach: float) -> list[str]:
    """One string a paragraph: a line that fills the width goes on in the next that begins at the margin."""
    singles = [row[0] for row in rows if len(row) == 1]
    right = max((piece.right for piece in singles), default=0.0)
    right = max(right, reach) if reach and len(singles) < _TELLING_ROWS else right
    left = min((piece.left for piece in singles), default=0.0)
    found: list[str] = []
    last: Piece | None = None
    for row in rows:
        only = row[0] if len(row) == 1 else None
        if last is not None and only is not None and _runs_on(last, only, left, right):
            found[-1] = _together(found[-1], only.text.strip())
        else:
            found.append(line_of([piece.text for piece in row]))
        last = only
    return found


def _runs_on(last: Piece, next_: Piece, left: float, right: float) -> bool:
    """Whether a line goes on in the next: what begins that one had no room at its end."""
    high = next_.height
    if last.text.endswith(("。", "！", "？", "!", "?")) or last.right - last.left < 8 * high:
        return False
    if _BEGINS.match(next_.text):
        return False
    if next_.left > left + 1.2 * high or next_.top - last.bottom > 1.6 * high:
        return False
    found = _UNBROKEN.match(next_.text.strip())
    first = min(0.55 * high * len(found[0]) if found else high, 20 * high)
    return right - last.right < first + 0.6 * high


def _together(before: str, after: str) -> str:
    """Two lines as one, marked where the first ended."""
    word = re.search(r"[!-~]*$", before)
    if word and ("@" in word[0] or "://" in word[0]):
        return before + mark() + after
    latin = before[-1:].isascii() and after[:1].isascii() and before[-1:].isalpha() and after[:1].isalpha()
    return before + (" " if latin else "") + mark() + after
