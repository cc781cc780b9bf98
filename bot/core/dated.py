"""The day a document was signed (成文日期): the last line that is a date and nothing else."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.core.wording import late

_DIGITS = {letter: digit for digit, letter in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0, "Ｏ": 0, "O": 0}
_LINE = late(
    r"(?m)^[ \t]*(?:[^\n。，,]{0,30}[ \t])?(?P<year>\d{4}|[一二三四五六七八九〇○零ＯO]{4})年"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日[ \t]*(?:印发|印)?[ \t]*$"
)
_LONGEST_AGO = timedelta(days=60)


def own_date(text: str, received: datetime) -> datetime | None:
    """09:00 of the day a document says it was signed, in the zone of `received`; None where it says none.

    A day after it was received or more than 60 days before is taken for something else.
    """
    found = None
    for match in _LINE.finditer(text.replace(" ", "")):
        try:
            day = received.replace(
                year=_year(match["year"]), month=_number(match["month"]), day=_number(match["day"]),
                hour=9, minute=0, second=0, microsecond=0,
            )  # fmt: skip
        except ValueError:
            continue
        if received - _LONGEST_AGO <= day and day.date() <= received.date():
            found = min(day, received)
    return found


def _year(words: str) -> int:
    return int(words) if words.isdigit() else int("".join(str(_DIGITS[letter]) for letter in words))


def _number(words: str) -> int:
    if re.fullmatch(r"\d+", words):
        return int(words)
    tens, ten, ones = words.partition("十")
    if not ten:
        return _DIGITS.get(words, 0)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + _DIGITS.get(ones, 0)
