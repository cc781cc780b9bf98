"""From clock and day part of a moment to an hour of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.core.models import Part
from bot.core.times.moment import Moment
from bot.core.times.words import PARTS

_NIGHT = frozenset("晚上 晚间 夜晚 晚 夜 晚饭 晚饭后 吃晚饭后 天黑".split())
_DEEP = frozenset("夜里 夜间 深夜 半夜 大半夜 午夜 子夜".split())


@dataclass(slots=True)
class Hour:
    """An hour of a day: `days` leads over midnight, `midnight_end` is 24:00; `guessed` am/pm was not said."""

    at: time
    days: int = 0
    midnight_end: bool = False
    guessed: bool = False
    unsure: str | None = None


def _with_part(m: Moment, hour: int) -> Hour:
    word = m.part_word
    if word in _NIGHT or word in _DEEP:
        if hour in (0, 12, 24):
            return Hour(time(0, m.minute, m.second), 1, m.minute == 0)
        if 5 <= hour < 12:
            return Hour(time(hour + 12, m.minute, m.second))
        if 1 <= hour <= 4:
            return Hour(time(hour, m.minute, m.second), 1 if word in _NIGHT else 0)
    elif word in PARTS and PARTS[word][0] is Part.AFTERNOON:
        if 1 <= hour < 12:
            hour += 12
    elif word in ("中午", "正午", "午间", "晌午"):
        if 1 <= hour <= 4:
            hour += 12
    elif word == "凌晨" and hour == 12:
        hour = 0
    if hour == 24:
        return Hour(time(0), 1, True)
    return Hour(time(hour, m.minute, m.second))


def _guessed(m: Moment, hour: int, ref: datetime, when: str, before: bool) -> Hour:
    """A clock without a day part: office hours for another day, what is still ahead for today."""
    if hour == 12 and m.spelled and before and when == "today" and ref.hour >= 12 and m.minute == 0:
        return Hour(time(0), 1, True, True)
    plain = Hour(time(hour, m.minute, m.second))
    if 10 <= hour <= 11 and m.spelled and before and when == "today" and plain.at <= ref.time():
        return Hour(time(hour + 12, m.minute, m.second), 0, False, True)
    if not 1 <= hour <= 11 or m.padded or when == "past":
        return plain
    later = Hour(time(hour + 12, m.minute, m.second), 0, False, True)
    if when == "future":
        if hour <= 5 or (hour == 6 and before):
            return later
        return Hour(plain.at, 0, False, hour in (6, 7), "meridiem" if hour in (6, 7) and before else None)
    if not m.spelled and hour >= 6 and not before:
        return plain
    if plain.at > ref.time() and (hour >= 6 or ref.hour < 6):
        return plain
    if later.at > ref.time():
        return later
    if when == "today":
        return later if before or hour <= 5 else plain
    return Hour(plain.at if hour >= 6 else later.at, 1, False, True, "day") if m.spelled else plain


def hour_of(m: Moment, ref: datetime, when: str, before: bool) -> Hour:
    """The hour that a clock means on a day that is `when`: past, today, future, or unsaid (then today or next).

    `before` says that …前 follows. Hours are as said: 下午18:00 is 18:00, 上午12点 noon, 晚十二点 24:00.
    """
    hour = m.hour or 0
    if m.meridiem:
        hour = hour % 12 + (12 if m.meridiem == "p" else 0) if hour <= 12 else hour
        return Hour(time(hour, m.minute, m.second)) if hour < 24 else Hour(time(0), 1, True)
    tonight = m.part_word == "凌晨" and hour % 12 == 0 and m.minute == 0 and before and when in ("today", "unsaid")
    if m.part_word and not tonight:
        return _with_part(m, hour)
    if tonight:
        return Hour(time(0), 1, True)
    if hour == 24:
        return Hour(time(0), 1, True)
    if hour == 0 and m.minute == 0 and before and when in ("today", "unsaid"):
        return Hour(time(0), 1, True)
    return _guessed(m, hour, ref, when, before)


def part_start(m: Moment, workday_end: time) -> time:
    """The conventional beginning of a day part."""
    if m.part is Part.COB:
        return workday_end
    return time(PARTS[m.part_word][1]) if m.part_word in PARTS else time(0)


def part_over(m: Moment, ref: datetime, workday_end: time) -> bool:
    """Whether a day part of today is already over."""
    if m.part is Part.COB:
        return ref.time() >= workday_end
    end = PARTS[m.part_word][2] if m.part_word in PARTS else 24
    return ref.hour >= end


def minutes_later(ref: datetime, minutes: float) -> datetime:
    """The instant so many minutes later, to the second."""
    return ref + timedelta(seconds=round(minutes * 60))
