"""A spec while it is being read: what was said so far of the pictures, the videos or the files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.core.names import Span

Count = tuple[int, int, int | None, int | None]
"""Start and end of the words, and the least and the most they ask for."""

_NUMERALS = {"零": 0, "一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
             "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "a": 1, "an": 1, "single": 1}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """What was read of one kind of item; sizes in MB, length in seconds."""

    item: str
    counts: list[Count] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    size_max: float | None = None
    size_min: float | None = None
    seconds: int | None = None
    caption: bool | None = None
    orientation: str | None = None
    span: Span | None = None

    def touch(self, start: int, end: int) -> None:
        """Note that these words said something."""
        self.span = (start, end) if self.span is None else (min(self.span[0], start), max(self.span[1], end))


Drafts = dict[str, Draft]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause [start, end) of a text, the kinds of item named in it, and the kind spoken of before it.

    `owner(at, unit, stop)` tells which kind the words at [at, stop) are about; None where that is nobody's.
    """

    text: str
    start: int
    end: int
    kinds: frozenset[str]
    current: str | None
    owner: Callable[..., str | None]


def number(word: str) -> int:
    """A numeral of one or two characters, or of one English word, as a number."""
    word = word.lower()
    if word.isdigit():
        return int(word)
    if word in _NUMERALS:
        return _NUMERALS[word]
    tens, _, ones = word.partition("十")
    return (_NUMERALS.get(tens, 1) if tens else 1) * 10 + _NUMERALS.get(ones, 0)
