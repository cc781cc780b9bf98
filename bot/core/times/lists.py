"""Days said as a list: a common hour holds for each of them, days in a row without one are a span."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.core.times.joins import join
from bot.core.times.moment import Found, Has, Moment
from bot.core.wording import late

_LISTED = late(r"\s?(?:[、/]|和|及|与|跟|以及)\s?")
_LISTED_EN = late(r"(?:,|,? and| ?&) (?:the )?")
_HOUR = Has.PART | Has.CLOCK


def _day(found: Found) -> Moment | None:
    """The moment of an expression that is a single day and nothing else."""
    m = found.first
    due = found.before and not (isinstance(m, Moment) and m.english and not m.month)
    alone = found.last is None and not (due or found.since or found.notes)
    return m if alone and isinstance(m, Moment) and bool(m.day or m.weekday is not None) and not m.has & _HOUR and not m.now else None


def _follows(one: Found, other: Found, text: str) -> bool:
    """Whether nothing but the mark of a list stands between two expressions."""
    between = text[one.end : other.start]
    if not (isinstance(one.first, Moment) and isinstance(other.first, Moment)):
        return False
    if one.first.english:
        return other.first.english and one.first.day is not None and not one.first.month and _LISTED_EN.fullmatch(between) is not None
    return not between or _LISTED.fullmatch(between) is not None


def _with_month_of(run: Sequence[Found], last: Moment) -> None:
    """17 and 24 March: the month said with the last day is that of all."""
    for found in run if last.english and last.month else ():
        m = found.first
        if isinstance(m, Moment) and m.english and m.day and not m.month:
            m.month, m.year, m.loose = last.month, last.year, last.loose
            m.has |= last.has & (Has.YEAR | Has.MONTH)


def _same_kind(a: Moment, b: Moment) -> bool:
    """Two days of the month, or two days of the week."""
    return bool(a.day and b.day) or (a.weekday is not None and b.weekday is not None and not a.day and not b.day)


def _next_to(a: Moment, b: Moment) -> bool:
    """Whether `b` is said as the day after `a` in the same month."""
    return bool(a.day and b.day) and b.month in (None, a.month) and b.day == (a.day or 0) + 1 and a.lunar == b.lunar


def _with_hour(day: Moment, hour: Moment) -> Moment:
    """The day with the part of the day and the clock of another moment."""
    only = Moment(hour.start, hour.end, hour.has & _HOUR)
    for name in ("part", "part_word", "hour", "minute", "second", "meridiem", "padded", "spelled"):
        setattr(only, name, getattr(hour, name))
    start, end = day.start, day.end
    lent = join(day.twin(), only)
    lent.start, lent.end = start, end
    return lent


def _lend(run: Sequence[Found], last: Found) -> None:
    """24、25日晚7点—9点: both days have that hour."""
    hour = last.first
    assert isinstance(hour, Moment)
    for found in run:
        assert isinstance(found.first, Moment)
        found.first = _with_hour(found.first, hour)
        found.last = last.last.twin() if last.last is not None and not last.last.dated else None
        found.before = last.before = found.before or last.before


def read_lists(found: list[Found], text: str) -> list[Found]:
    """The expressions of a text with the lists of days among them read as such; linear in their number."""
    result: list[Found] = []
    run: list[Found] = []
    for one in found:
        m = one.first
        if run and isinstance(m, Moment) and _follows(run[-1], one, text):
            last = run[-1].first
            assert isinstance(last, Moment)
            if _same_kind(last, m):
                _with_month_of(run, m)
            if _same_kind(last, m) and m.has & _HOUR and (one.last is None or not one.last.dated):
                _lend(run, one)
                result += [*run, one]
                run = []
                continue
            if _same_kind(last, m) and _is_day(one):
                run.append(one)
                continue
        result += _closed(run)
        run = []
        if _day(one) is not None:
            run = [one]
        else:
            result.append(one)
    return result + _closed(run)


def _is_day(found: Found) -> bool:
    """Whether an expression is a single day, perhaps with 前 behind it."""
    return isinstance(found.first, Moment) and found.last is None and not found.since and not found.notes and not found.first.has & _HOUR


def _closed(run: list[Found]) -> list[Found]:
    """A finished list: days in a row are one span (13日、14日), others stand for themselves."""
    days = [found.first for found in run]
    moments = [day for day in days if isinstance(day, Moment)]
    if len(run) > 1 and run[0].before:  # due on 8 and 22 May: a limit each
        for found in run:
            found.before = True
        return run
    if len(run) < 2 or not all(_next_to(a, b) for a, b in pairwise(moments)):
        return run
    first, last = run[0], run[-1]
    assert isinstance(last.first, Moment)
    first.last, first.end, first.before = last.first, last.end, last.before
    return [first]
