"""What the rules propose: pieces of a time, said or implied, before they are merged and resolved."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from operator import attrgetter

from bot.core.models import Part, Span


class Has:
    """Which parts of a time a piece says, coarse to fine; plain integers, since they are compared all the time."""

    NOTHING = 0
    YEAR = 1
    MONTH = 2
    DAY = 4
    WEEKDAY = 8
    PART = 16
    CLOCK = 32


DATE = Has.YEAR | Has.MONTH | Has.DAY | Has.WEEKDAY


@dataclass(slots=True)
class Moment:
    """One time in pieces; [start, end) in the normalised text. Relative parts count from the reference.

    `edge` narrows the finest date part said: begin, middle, end, first/second/third (旬), half1, half2, weekend,
    spring … winter, quarter1 … quarter4, decade. `loose` pieces mean nothing unless something else is next to them. `reach` is how many days or years more it lasts (今明两天); `by` says that an
    English by or before stood inside it.
    """

    start: int
    end: int
    has: int
    year: int | None = None
    year_off: int | None = None
    month: int | None = None
    month_off: int | None = None
    day: int | None = None
    day_off: int | None = None
    week_off: int | None = None
    weekday: int | None = None
    nth: int | None = None
    nth_unit: str | None = None
    lunar: bool = False
    leap: bool = False
    festival: str | None = None
    edge: str | None = None
    edge_of: str | None = None
    head: int | None = None
    part: Part | None = None
    part_word: str = ""
    hour: int | None = None
    minute: int = 0
    second: int = 0
    meridiem: str | None = None
    padded: bool = False
    spelled: bool = False
    loose: bool = False
    now: bool = False
    vague: bool = False
    shift: str | None = None
    reach: int = 0
    span_years: tuple[int, int] | None = None
    english: bool = False
    by: bool = False

    @property
    def dated(self) -> bool:
        """Whether any part of a date is said."""
        return bool(self.has & DATE)

    def twin(self) -> Moment:
        """A copy (cheaper than `copy.copy` on slots)."""
        return Moment(*_VALUES(self))


FIELDS = tuple(f.name for f in fields(Moment))
_VALUES = attrgetter(*FIELDS)


@dataclass(slots=True)
class Spell:
    """A length of time, perhaps anchored: `how` is within, after, ago, since, next, last, or None for a bare one.

    `elsewhere` says that it counts from something else than the notice (会后3日内).
    """

    start: int
    end: int
    amount: float
    unit: str
    how: str | None = None
    low: float | None = None
    workdays: bool = False
    extra_minutes: int = 0
    vague: bool = False
    elsewhere: bool = False


@dataclass(slots=True)
class Often:
    """A recurring time."""

    start: int
    end: int
    rrule: str
    part: Part | None = None
    clock: str | None = None
    before: bool = False


@dataclass(slots=True)
class Bare:
    """A number that takes its unit from the time after it: the 9 of 9–11点."""

    start: int
    end: int
    value: int
    unit: str
    spelled: bool = False


Piece = Moment | Spell | Often | Bare


@dataclass(slots=True)
class Found:
    """A merged expression before it is resolved: one moment, or two for a range."""

    first: Piece
    last: Moment | None = None
    start: int = 0
    end: int = 0
    before: bool = False
    since: bool = False
    until: Moment | None = None
    borrowed: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """Where it stands in the normalised text."""
        return self.start, self.end
