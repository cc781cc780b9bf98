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
_TWICE = 2
_SMALL_HOURS = "06:00"
"""两点一次、五点一次 in the afternoon: below this an hour is taken for that half of the day in which it stands as well."""
_DAY_OF_NO_MATTER = datetime.combine(date(2024, 1, 2), time())


def hours_of(m: Mention, last: str | None, beside: Iterable[Mention], calendar: Calendar) -> tuple[str, ...]:
    """All hours of a day at which what a rhythm asks for is due, in order; none where it is due but once a day.

    `last` is the hour that is known to be the last one, `beside` are the other dates of the sentence. Where it is another
    than those told together (早5点半、中午1点各清扫一遍，晚上9点前发照片), what is handed in is due but then.
    """
    if last is None or m.time.end_clock or not (m.time.rrule or "").startswith(("FREQ=DAILY", "FREQ=WEEKLY")) or not _OFTEN.search(m.whole):
        return ()
    hours = {*_clocks(m.time.said, calendar)}
    if len(hours) < _TWICE:
        others = (other for other in beside if other.start > m.start and not other.has_day and other.has_clock and other.time.kind is TimeKind.POINT)
        hours |= {clock for other in others for clock in _clocks(other.time.said, calendar)}
    hours = {hour for hour in hours if hour <= last and not (hour < _SMALL_HOURS and f"{int(hour[:2]) + 12}{hour[2:]}" in hours | {last})}
    return tuple(sorted(hours)) if last in hours and len(hours) >= _TWICE else ()


def _clocks(said: str, calendar: Calendar) -> Iterator[str]:
    for piece in _JOINS.split(said):
        yield from (found.clock for found in find_times(piece, _DAY_OF_NO_MATTER, calendar) if found.clock)
