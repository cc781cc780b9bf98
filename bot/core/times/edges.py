"""Beginnings, ends and thirds of months, quarters and years; the frame that relative words count from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.core.models import Grain
from bot.core.times.moment import Moment
from bot.core.workdays import Calendar

ONE = timedelta(days=1)


@dataclass(slots=True)
class Frame:
    """What relative words count from: the instant (naive local), the calendar, and days said earlier in the text."""

    now: datetime
    calendar: Calendar
    near_day: date | None = None
    event_day: date | None = None
    festival: tuple[str, int] | None = None
    near_week: date | None = None
    """The Monday of the week that a bare weekday lies in, where the text says so."""
    of_routine: bool = False
    """Whether the clock read now belongs to every day or to a morning spoken of, not to what is left of today."""
    today: date = field(init=False)
    """The day of the reference instant."""

    def __post_init__(self) -> None:
        self.today = self.now.date()


@dataclass(slots=True)
class Days:
    """First and last day of what was said (the same for a single day)."""

    first: date
    last: date
    grain: Grain = Grain.DAY
    implied: list[str] = field(default_factory=list)
    unsure: str | None = None


def month_of(year: int, month: int) -> tuple[int, int]:
    """A month counted over the year's borders: (2026, 14) is (2027, 2)."""
    return year + (month - 1) // 12, (month - 1) % 12 + 1


def first_of(year: int, month: int) -> date:
    """The first day of a month counted over the year's borders."""
    return date(*month_of(year, month), 1)


def last_of(year: int, month: int) -> date:
    """The last day of a month counted over the year's borders."""
    return first_of(year, month + 1) - ONE


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the month's last day when it has no such day."""
    first = first_of(day.year, day.month + months)
    return first.replace(day=min(day.day, last_of(first.year, first.month).day))


def edge_of_month(year: int, month: int, edge: str | None) -> tuple[date, date]:
    first, last = first_of(year, month), last_of(year, month)
    bounds = {
        "begin": (1, 5),
        "middle": (11, 20),
        "first": (1, 10),
        "first2": (1, 20),
        "second": (11, 20),
        "first_end": (10, 10),
        "second_end": (20, 20),
        "half1": (1, 15),
    }
    if edge in bounds:
        low, high = bounds[edge]
        return first.replace(day=low), first.replace(day=high)
    if edge == "third":
        return first.replace(day=21), last
    if edge == "last2":
        return first.replace(day=11), last
    if edge == "half2":
        return first.replace(day=16), last
    if edge == "end":
        return last, last
    return first, last


_YEAR_EDGES = {
    "begin": (1, 1), "middle": (6, 6), "half1": (1, 6), "half2": (7, 12), "spring": (3, 5), "summer": (6, 8),
    "autumn": (9, 11), "winter": (12, 14), "summer_vacation": (7, 8), "winter_vacation": (13, 14),
}  # fmt: skip


def edge_of_year(year: int, m: Moment, today: date) -> Days:
    if m.edge == "end":
        return Days(date(year, 12, 31), date(year, 12, 31))
    if m.edge == "half_end":
        half = date(year, 6, 30) if today <= date(year, 6, 30) else date(year, 12, 31)
        return Days(half, half)
    if m.edge == "head":
        return Days(date(year, 1, 1), last_of(year, min(m.head or 1, 12)), Grain.MONTH)
    if m.edge == "tail":
        return Days(first_of(year, 13 - min(m.head or 1, 12)), date(year, 12, 31), Grain.MONTH)
    if m.edge == "half":
        low, high = (1, 6) if today.month <= 6 else (7, 12)
    else:
        low, high = _YEAR_EDGES[m.edge or "half1"]
    return Days(first_of(year, low), last_of(year, high), Grain.QUARTER if m.edge else Grain.YEAR)


def quarter_days(m: Moment, frame: Frame, year: int | None) -> Days:
    base = year if year is not None else frame.today.year
    if m.edge == "head":
        return Days(date(base, 1, 1), last_of(base, m.head or 3), Grain.QUARTER)
    this_quarter = (frame.today.month - 1) // 3 * 3 + 1
    low = 3 * m.nth - 2 if m.nth else this_quarter + (m.month_off or 0)
    first, last = first_of(base, low), last_of(base, low + 2)
    if m.edge == "end":
        return Days(last, last)
    if m.edge == "begin":
        return Days(first, last_of(first.year, first.month), Grain.MONTH)
    return Days(first, last, Grain.QUARTER)
