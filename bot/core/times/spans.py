"""Lengths of time, bare or counted from the reference: 3个工作日内, 两周后, 近三年."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.core.models import Grain, TimeKind
from bot.core.times.edges import Frame, add_months
from bot.core.times.moment import Spell

_MINUTES = {"second": 1 / 60, "minute": 1, "quarter_hour": 15, "hour": 60, "day": 1440, "week": 10080}
_MINUTES |= {"month": 43200, "season": 129600, "year": 525600}
_GRAINS = {"month": Grain.MONTH, "season": Grain.QUARTER, "year": Grain.YEAR, "week": Grain.WEEK}
_END = time(23, 59, 59)


@dataclass(slots=True)
class Length:
    """What a spell means: a point, a range or a bare duration of `minutes`."""

    kind: TimeKind
    minutes: int
    start: datetime | None = None
    end: datetime | None = None
    grain: Grain = Grain.DAY
    before: bool = False
    unsure: str | None = None


def minutes_of(s: Spell) -> int:
    """How long a spell is, in minutes (a month counts as 30 days)."""
    return round(s.amount * _MINUTES[s.unit]) + s.extra_minutes


def moved(s: Spell, frame: Frame, sign: int, amount: float | None = None) -> datetime:
    """The reference moved by a spell; spans of days and more move the day and keep the time."""
    count = s.amount if amount is None else amount
    if s.unit in ("second", "minute", "quarter_hour", "hour"):
        return frame.now + sign * timedelta(minutes=count * _MINUTES[s.unit] + s.extra_minutes)
    if s.workdays:
        day = frame.calendar.add_workdays(frame.today, sign * int(count))
    elif s.unit in ("month", "season", "year"):
        months = count * {"month": 1, "season": 3, "year": 12}[s.unit]
        day = add_months(frame.today, sign * int(months))
        day += sign * timedelta(days=round((months - int(months)) * 30))
    else:
        exact = count * _MINUTES[s.unit] / 1440
        day = frame.today + sign * timedelta(days=round(exact + 0.01))
    return datetime.combine(day, frame.now.time()) + sign * timedelta(minutes=s.extra_minutes)


def length_of(s: Spell, frame: Frame) -> Length:
    """Resolve a spell. Raises OverflowError or ValueError where the calendar has no such day."""
    fine = s.unit in ("second", "minute", "quarter_hour", "hour")
    grain = Grain.MINUTE if fine else Grain.DAY
    total = minutes_of(s)
    unsure = "vague" if s.vague and s.how != "within" else "anchor" if s.elsewhere else None
    if s.workdays and s.how and not frame.calendar.knows(moved(s, frame, 1).year):
        unsure = "year_unknown"
    if s.how is None:
        return Length(TimeKind.DURATION, total, None, None, grain if fine else _GRAINS.get(s.unit, grain), False, unsure)
    if s.how in ("within", "after", "ago"):
        at = moved(s, frame, -1 if s.how == "ago" else 1)
        if not fine:
            at = datetime.combine(at.date(), time())
            grain = _GRAINS.get(s.unit, grain) if s.how != "within" and s.amount >= 1 and s.unit == "year" else grain
        elif s.unit != "second":
            at = at.replace(second=0, microsecond=0)
        return Length(TimeKind.POINT, total, at, None, grain, s.how == "within", unsure)
    ahead = s.how == "next"
    other = moved(s, frame, 1 if ahead else -1)
    start, end = (frame.now, other) if ahead else (other, frame.now)
    if not fine:
        start, end = datetime.combine(start.date(), time()), datetime.combine(end.date(), _END)
    return Length(TimeKind.RANGE, total, start, end, grain, False, unsure)
