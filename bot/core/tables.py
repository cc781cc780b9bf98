"""Tables pasted as text: lines whose cells a bar, a tab or blanks keep apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.core.wording import late

_EDGE = late(r"\s*[|｜丨\t]\s*| {2,}")
_BLANK = late(" ")
_PROSE = late(r"[，。；！？]")
_RULE = late(r"[\s|｜:：-]+")
_FEWEST_CELLS = 2
_LONGEST_TABLE = 60
"""Rows of a table that are looked at."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its cells: where each begins, and what it says."""

    start: int
    begins: tuple[int, ...]
    cells: tuple[str, ...]

    def column(self, at: int) -> int:
        """The column a place of the text lies in."""
        return sum(begin <= at for begin in self.begins) - 1


def _row(line: str, start: int, like: Row | None) -> Row | None:
    """A line as a row of cells, None where it is no row; lines drawn between rows have no cells.

    Single blanks part cells where the line is no prose, or where it falls into as many of them as the row above.
    """
    if _RULE.fullmatch(line):
        return None
    begins, cells, at = [], [], len(line) - len(line.lstrip(" |｜丨\t"))
    body = line.rstrip(" |｜丨\t")
    edges = [match.span() for match in _EDGE.finditer(body, at)]
    if not edges:
        blanks = [match.span() for match in _BLANK.finditer(body, at)]
        edges = blanks if not _PROSE.search(body) or (like is not None and len(blanks) + 1 == len(like.cells)) else []
    for left, right in [*edges, (len(body), len(body))]:
        begins.append(start + at)
        cells.append(body[at:left])
        at = right
    return Row(start, tuple(begins), tuple(cells))


def _runs(text: str) -> Iterator[tuple[Row, ...]]:
    run: list[Row] = []
    at = 0
    for line in text.split("\n"):
        row = _row(line, at, run[-1] if run else None)
        at += len(line) + 1
        if row is None and line.strip() and run:
            continue
        alike = row is not None and len(row.cells) > _FEWEST_CELLS
        if run and (not alike or row is None or len(row.cells) != len(run[0].cells) or len(run) > _LONGEST_TABLE):
            yield tuple(run)
            run = []
        if alike and row is not None:
            run.append(row)
    yield tuple(run)


@lru_cache(maxsize=16)
def tables(text: str) -> tuple[tuple[Row, ...], ...]:
    """Runs of rows with the same number of cells; the first row of each may be its head."""
    return tuple(run for run in _runs(text) if run)


_BAR = late(r"[|｜丨\t]")


@lru_cache(maxsize=16)
def pairs(text: str) -> tuple[tuple[Row, ...], ...]:
    """Runs of lines with two cells each that a bar or a tab keeps apart; the first of each may be its head."""
    runs: list[tuple[Row, ...]] = []
    run: list[Row] = []
    at = 0
    for line in text.split("\n"):
        row = _row(line, at, None) if _BAR.search(line) and len(run) <= _LONGEST_TABLE else None
        at += len(line) + 1
        if row is not None and len(row.cells) == _FEWEST_CELLS:
            run.append(row)
        elif run:
            runs.append(tuple(run))
            run = []
    return (*runs, tuple(run)) if run else tuple(runs)
