"""Days that the calendar does not have: 9月31日, 2月30日, 2月29日 of a common year."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.models import Span
from bot.core.times.days import AHEAD_DAYS, PAST_DAYS
from bot.core.times.numbers import DAY, MONTH, whole
from bot.core.wording import late

_MONTH_DAY = late(rf"(?=[\d〇零一二三四五六七八九十])(?<![\d一二三四五六七八九十])(?:(?P<y>\d{{4}})年)?(?P<m>{MONTH})月(?:份的?)?\s?(?P<d>{DAY})(?:[日号]|(?=[之以]?前))[之以]?前?")
_FEBRUARY, _LEAP_DAY = 2, 29
SURELY_IMPOSSIBLE = r"(?:(?<![\d一])(?:0?[469]|11|[四六九]|十一)月份?(?:31|三十一)[日号]?|(?<![\d一十])(?:0?2|二)月份?(?:3[01]|三十一?)[日号]?)"
"""A day that no year has, as a regular expression."""


@dataclass(frozen=True, slots=True)
class Impossible:
    """A day that does not exist, where it is said, and the days on both sides of it."""

    said: str
    span: Span
    before: date
    after: date


def _exists(year: int | None, month: int, day: int, today: date) -> bool:
    years = [year] if year else [today.year - 1, today.year, today.year + 1]
    for each in years:
        if day <= calendar.monthrange(each, month)[1]:
            near = (date(each, month, day) - today).days
            if year or (month, day) != (_FEBRUARY, _LEAP_DAY) or -PAST_DAYS <= near <= AHEAD_DAYS:
                return True
    return False


def impossible_days(text: str, today: date) -> list[Impossible]:
    """The days of a normalised text that do not exist; without a year those near `today` are meant."""
    found = []
    for m in _MONTH_DAY.finditer(text) if "月" in text else ():
        year, month, day = whole(m["y"]), whole(m["m"]) or 0, whole(m["d"]) or 0
        if day < _LEAP_DAY or not 1 <= month <= 12 or (year is not None and not 1900 <= year <= 2200) or _exists(year, month, day, today):
            continue
        first = date(year or today.year, month, 1)
        if year is None and (today - first).days > PAST_DAYS + 31:
            first = first.replace(year=first.year + 1)
        last = first.replace(day=calendar.monthrange(first.year, month)[1])
        found.append(Impossible(m.group(), m.span(), last, last + timedelta(days=1)))
    return found
