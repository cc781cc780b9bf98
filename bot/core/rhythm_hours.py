"""The hours of what is due more than once a day: 每天上午10点、下午5点各报一次."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.times import find_times
from bot.core.wording import late
from bot.core.workdays import Calendar

_OFTEN = late(r"[两二三四2-4]\s?[次遍回趟]|[两三四]报|各[一-鿿]{0,4}[一1][次遍回趟]|分别|再[一-鿿]{0,2}[报填交发]?[一1][次遍回]|\b(?:twice|(?:two|three|four) times)\b", re.I)
_JOINS = re.compile(r"[、和及与,，]|\band\b")
_DAY_OF_NO_MATTER = datetime.combine(date(2024, 1, 2), time())


def hours_of(m: Mention, last: str | None, beside: Iterable[Mention], calendar: Calendar) -> tuple[str, ...]:
    """All hours of a day at which what a rhythm asks for is due, in order; none where it is due but once a day.

    `last` is the hour that is known to be the last one, `beside` are the other dates of the sentence.
    """
    if last is None or m.time.end_clock or not (m.time.rrule or "").startswith(("FREQ=DAILY", "FREQ=WEEKLY")) or not _OFTEN.search(m.whole):
        return ()
    others = (other for other in beside if not other.has_day and other.has_clock and other.time.kind is TimeKind.POINT)
    hours = {*_clocks(m.time.said, calendar), *(clock for other in others for clock in _clocks(other.time.said, calendar)), last}
    early = sorted(hour for hour in hours if hour <= last)
    return tuple(early) if len(early) > 1 else ()


def _clocks(said: str, calendar: Calendar) -> Iterator[str]:
    for piece in _JOINS.split(said):
        yield from (found.clock for found in find_times(piece, _DAY_OF_NO_MATTER, calendar) if found.clock)
