"""Questions about where things stand in a text, each answered in logarithmic time however many things there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from bot.core.models import Span

Thing = TypeVar("Thing")


class Spans:
    """Parts of a text that are spoken for; they may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def meets(self, span: Span) -> bool:
        """Whether a span shares words with one of these."""
        last = bisect_left(self._starts, span[1]) - 1
        return last >= 0 and self._ends[last] > span[0]


class Placed(Generic[Thing]):
    """Things in the order of their places in a text."""

    def __init__(self, things: Iterable[Thing], place: Callable[[Thing], int]) -> None:
        self.things: Sequence[Thing] = sorted(things, key=place)
        self._places = [place(thing) for thing in self.things]

    def until(self, at: int) -> int:
        """How many things stand before a place."""
        return bisect_left(self._places, at)

    def between(self, begin: int, end: int) -> Sequence[Thing]:
        """The things that stand at `begin` or behind it, and not behind `end`."""
        return self.things[bisect_left(self._places, begin) : bisect_right(self._places, end)]
