"""The day a document was signed (成文日期): a line that is a date and nothing else, but perhaps who signed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from bot.core.wording import late

_DIGITS = {letter: digit for digit, letter in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0, "Ｏ": 0, "O": 0}
_DATE = (
    r"(?P<year>\d{4}|[一二三四五六七八九〇○零ＯO]{4})年"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日[ \t]*(?:印发|印)?[ \t]*"
)
_LINE = late(rf"(?m)^[ \t]*(?:[^\n。，,]{{0,30}}[ \t])?{_DATE}$")
_SIGNED = late(rf"(?P<who>[^\n。，,：:]{{0,30}}?)[ \t]*{_DATE}")
_LONGEST_AGO = timedelta(days=60)


def own_date(text: str, received: datetime) -> datetime | None:
    """09:00 of the day a document says it was signed, in the zone of `received`; None where it says none.

    A day after it was received or more than 60 days before is taken for something else.
    """
    found = None
    for match in _LINE.finditer(text.replace(" ", "")):
        try:
            day = date(_year(match["year"]), _number(match["month"]), _number(match["day"]))
        except ValueError:
            continue
        found = signed_at(day, received) or found
    return found


def signed_at(day: date | None, received: datetime) -> datetime | None:
    """09:00 of the day something was signed, in the zone of `received`; None for a day that it cannot have been."""
    if day is None:
        return None
    at = received.replace(year=day.year, month=day.month, day=day.day, hour=9, minute=0, second=0, microsecond=0)
    return min(at, received) if received - _LONGEST_AGO <= at and day <= received.date() else None


def day_of_line(line: str) -> tuple[str, date | None]:
    """Who stands before the date, and the date, of a line that is a date and perhaps an office before it."""
    found = _SIGNED.fullmatch(line.replace(" ", ""))
    if found is None:
        return "", None
    try:
        return found["who"], date(_year(found["year"]), _number(found["month"]), _number(found["day"]))
    except ValueError:
        return "", None


def _year(words: str) -> int:
    return int(words) if words.isdigit() else int("".join(str(_DIGITS[letter]) for letter in words))


def _number(words: str) -> int:
    if re.fullmatch(r"\d+", words):
        return int(words)
    tens, ten, ones = words.partition("十")
    if not ten:
        return _DIGITS.get(words, 0)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + _DIGITS.get(ones, 0)
