"""Dates in figures that an English text writes with the day first: 04/12/2026, 4/12 (Friday), 13/11 and 4/12."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.core.times.moment import Has, Moment, Piece
from bot.core.wording import late

_FIGURES = late(r"(\d{1,2})/(\d{1,2})(?:/(?:\d\d|\d{4}))?")
_DAY_FIRST = late(r"(?<![\d/.-])(?:1[3-9]|2\d|3[01])/(?:1[0-2]|0?[1-9])(?:/(?:20)?\d\d)?(?![\d/%]|\.\d)")
_DAY = r"(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|nes|ur|day|sday|nesday|rsday|urday)?\b"
_DAY_BEFORE, _DAY_BEHIND = late(rf"\b{_DAY}\.?,?\s?(?:the )?\(?\Z", re.I), late(rf",?\s?\(?{_DAY}", re.I)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HAN = late(r"[一-鿿]")


def with_days_first(pieces: Sequence[Piece], text: str, today: date) -> None:
    """Turns round what was taken for month/day where the text writes the day first: another of its dates can be nothing else, its weekday says so, or the day has passed with its year."""
    ambiguous = list(_ambiguous(pieces, text))
    if not ambiguous or _HAN.search(text):
        return
    always = _DAY_FIRST.search(text) is not None
    for m in ambiguous:
        if always or _says_so(m, text, today):
            m.month, m.day = m.day, m.month


def _ambiguous(pieces: Sequence[Piece], text: str) -> Iterator[Moment]:
    for piece in pieces:
        if isinstance(piece, Moment) and piece.has & Has.DAY and piece.month and piece.day and piece.day <= 12:
            figures = _FIGURES.fullmatch(text, piece.start, piece.end)
            if figures and int(figures[1]) == piece.month:
                yield piece


def _says_so(m: Moment, text: str, today: date) -> bool:
    """Whether its weekday, else its year, fits only with the day first."""
    year, month, day = m.year or today.year, m.month or 1, m.day or 1
    beside = _DAY_BEFORE.search(text, max(0, m.start - 14), m.start) or _DAY_BEHIND.match(text, m.end)
    if beside:
        weekday = _WEEKDAYS.index(beside[1].lower())
        years = (year,) if m.year else (year, year + 1)
        return not any(date(y, month, day).weekday() == weekday for y in years) and any(date(y, day, month).weekday() == weekday for y in years)
    return m.year is not None and date(year, month, day) < today <= date(year, day, month)


def is_written_day_first(match: re.Match[str]) -> bool:
    """Whether what stands before figures says that they are a date: by 30/11, due: 31/12, on Friday 27/11."""
    return _DATED.search(match.string, max(0, match.start() - 24), match.start()) is not None


_DATED = late(r"(?:\b(?:by|before|on|until|till|through|from|to|due|than|is|latest|of|after|date|deadline|closes?|since|and|or)|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|deadline[^.:\n]{0,14}:|due:|date:|[a-z]:)[ ,(]{0,2}(?:the )?\Z", re.I)
