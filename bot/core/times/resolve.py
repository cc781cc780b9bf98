"""From a merged expression to a `TimeExpression`: days, hours, windows; what was not said is marked as implied."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from bot.core.festivals import BREAKS
from bot.core.models import Grain, Part, TimeExpression, TimeKind
from bot.core.times.clocks import Hour, hour_of, part_over, part_start
from bot.core.times.days import resolve_days
from bot.core.times.edges import ONE, Days, Frame
from bot.core.times.moment import DATE, Found, Has, Moment, Often, Spell
from bot.core.times.spans import length_of, minutes_of

_END = time(23, 59, 59)


@dataclass(slots=True)
class Point:
    """A resolved moment: first instant, last instant of what was said, and what a label needs."""

    start: datetime
    end: datetime
    grain: Grain
    part: Part | None = None
    clock: str | None = None
    midnight_end: bool = False
    implied: list[str] = field(default_factory=list)
    unsure: str | None = None

    @property
    def day(self) -> date:
        """The label's day: 24:00 belongs to the day that ends."""
        return self.start.date() - ONE if self.midnight_end else self.start.date()


def _when(m: Moment, days: Days, frame: Frame) -> str:
    if not m.dated:
        return "unsaid" if days.first == frame.today and not frame.of_routine else "future"
    if days.first < frame.today:
        return "past"
    return "today" if days.first == frame.today else "future"


def _passed(m: Moment, frame: Frame, before: bool) -> bool:
    """Whether the clock or part of a bare weekday that falls on today is over."""
    if m.has & Has.CLOCK:
        hour = hour_of(m, frame.now, "today", before)
        return hour.days == 0 and hour.at <= frame.now.time()
    if m.has & Has.PART:
        return part_over(m, frame.now, frame.calendar.workday_end)
    return before and frame.now.time() >= frame.calendar.workday_end


def _after_festival(m: Moment, notes: list[str]) -> list[str]:
    """春节后, 国庆长假后: the first workday after the break."""
    if notes and m.festival and "after" in notes and not notes_shift(notes) and m.festival in BREAKS and not m.has & Has.YEAR:
        m.edge, m.edge_of = "break", "festival"
        return [*notes, "eve:1:work"]
    return notes


def _shifted(days: Days, notes: list[str], frame: Frame) -> Days:
    for note in notes:
        if note.startswith("eve:"):
            _, count, unit = note.split(":")
            base = days.first if int(count) < 0 else days.last
            day = frame.calendar.add_workdays(base, int(count)) if unit == "work" else base + int(count) * ONE
            days = Days(day, day, Grain.DAY, days.implied, days.unsure)
    return days


def _tomorrow_if_over(m: Moment, days: Days, frame: Frame, before: bool) -> None:
    """下班前 said after work means the next workday; 上午10点前 said in the afternoon the next day."""
    if m.dated or days.first != frame.today or not before:
        return
    over = _passed(m, frame, before)
    if over and m.part is Part.COB:
        days.first = days.last = frame.calendar.add_workdays(frame.today, 1)
        days.unsure = "day"
    elif over and m.has & Has.PART and m.part_word not in ("晚", "晚上"):
        days.first = days.last = frame.today + ONE
        days.unsure = "day"


def resolve(m: Moment, frame: Frame, before: bool, notes: list[str]) -> Point | None:
    """The instant or period of a moment; None for a day or hour that does not exist."""
    if m.now:
        return Point(frame.now, frame.now, Grain.MINUTE, unsure="vague")
    notes = _after_festival(m, notes)
    bare_weekday = m.weekday is not None and m.week_off is None
    passed = bare_weekday and _passed(m, frame, before)
    days = resolve_days(m, frame, before and not notes_shift(notes), passed)
    if days is None:
        return None
    if not m.dated and frame.event_day is not None:
        days.first = days.last = frame.event_day
    days = _shifted(days, notes, frame)
    _tomorrow_if_over(m, days, frame, before)
    unsure = days.unsure
    if m.weekday is not None and (m.month or m.day) and not m.nth and days.first.weekday() != m.weekday:
        unsure = "weekday"
    if m.vague:
        unsure = "vague"
    if m.has & Has.CLOCK:
        hour = hour_of(m, frame.now, _when(m, days, frame), before)
        return _at_clock(m, days, hour, unsure)
    if m.has & Has.PART:
        start = datetime.combine(days.first, part_start(m, frame.calendar.workday_end))
        return Point(start, start, Grain.PART, m.part, None, False, days.implied, unsure)
    start, end = datetime.combine(days.first, time()), datetime.combine(days.last, _END)
    return Point(start, end, days.grain, implied=days.implied, unsure=unsure)


def notes_shift(notes: list[str]) -> bool:
    """Whether 前一天 and the like count from the day itself."""
    return bool(notes) and any(note.startswith("eve:") for note in notes)


def _at_clock(m: Moment, days: Days, hour: Hour, unsure: str | None) -> Point:
    start = datetime.combine(days.first + hour.days * ONE, hour.at)
    clock = "24:00" if hour.midnight_end else f"{hour.at.hour:02}:{hour.at.minute:02}"
    implied = days.implied + (["meridiem"] if hour.guessed else [])
    grain = Grain.HOUR if m.spelled and not m.minute else Grain.MINUTE
    return Point(start, start, grain, None, clock, hour.midnight_end, implied, unsure or hour.unsure)


def _inherit(first: Moment, last: Moment) -> Moment:
    """The end of a range takes from its beginning what it leaves out."""
    last = last.twin()
    if last.dated:
        for bit, names in (
            (Has.YEAR, ("year", "year_off")),
            (Has.MONTH, ("month", "month_off", "lunar")),
        ):
            if last.has & (Has.YEAR | bit) or min_of(last) <= bit or not first.has & bit:
                continue
            for name in names:
                setattr(last, name, getattr(first, name))
        if last.has & DATE == Has.WEEKDAY and first.week_off is not None:
            last.week_off = first.week_off
    if last.has & Has.CLOCK and not last.part_word and not last.meridiem:
        if first.part_word and (last.hour or 0) < 12:
            same = hour_number(first) <= (last.hour or 0) % 12 + (0.0 if first.hour else 12)
            if same or first.part_word not in ("上午", "早上", "早"):
                last.part_word, last.part = first.part_word, None
        elif first.meridiem and first.english:
            last.meridiem = first.meridiem
    return last


def min_of(m: Moment) -> int:
    """The coarsest part a moment says."""
    return m.has & -m.has


def hour_number(m: Moment) -> float:
    """The hour as said, with minutes as a fraction."""
    return (m.hour or 0) % 12 + m.minute / 60


def _range_end(first: Point, m: Moment, last: Moment, frame: Frame, before: bool) -> Point | None:
    frame = replace(frame)
    if not last.dated or last.edge_of == "event":
        frame.event_day = first.day
        if m.dated or first.start.date() != frame.today:
            frame.event_day = first.day
    elif last.has & DATE == Has.DAY:
        frame.near_day = first.day
    if last.edge_of == "event" and last.has & Has.CLOCK and not last.part_word:
        last = last.twin()
        last.padded = True
        if first.start.hour >= 18 and (last.hour or 0) < 12:
            last.part_word = "凌晨" if (last.hour or 0) < 6 else "早上"
    end = resolve(_inherit(m, last), frame, before, [])
    if end is None:
        return None
    if not last.dated:
        while end.start <= first.start and last.has & Has.CLOCK:
            half_day = not last.part_word and 1 <= (last.hour or 0) <= 11 and end.start.hour < 12 and not last.padded
            return _later(end, 12 if half_day and end.start + ONE / 2 > first.start else 24)
    elif end.end < first.start:
        return _roll(end, first, last)
    return end


def _later(point: Point, hours: int) -> Point:
    start = point.start + hours * (ONE / 24)
    clock = point.clock if hours == 24 else start.strftime("%H:%M")
    return Point(start, start, point.grain, point.part, clock, point.midnight_end, point.implied, point.unsure)


def _roll(end: Point, first: Point, last: Moment) -> Point:
    """The end lies after the beginning: next week, next month or next year."""
    if last.year is not None or last.year_off is not None or last.day_off is not None:
        return end
    try:
        if last.has & DATE == Has.WEEKDAY:
            return _moved(end, 7)
        if last.has & Has.MONTH or last.month is not None:
            start = end.start.replace(year=end.start.year + 1)
            return Point(start, end.end.replace(year=end.end.year + 1), end.grain, end.part, end.clock, end.midnight_end)
        month = end.start.month % 12 + 1
        year = end.start.year + (month == 1)
        return Point(
            end.start.replace(year=year, month=month), end.end.replace(year=year, month=month), end.grain, end.part,
            end.clock, end.midnight_end,
        )  # fmt: skip
    except ValueError:
        return end


def _moved(point: Point, days: int) -> Point:
    return Point(point.start + days * ONE, point.end + days * ONE, point.grain, point.part, point.clock)


def _by_24_hours(m: Moment, last: Moment) -> bool:
    """5:30—12:00 begins in the morning."""
    return not last.part_word and not last.meridiem and (m.hour or 0) >= 4 and (last.hour or 0) >= 12


def _first_of_range(m: Moment, last: Moment, frame: Frame, notes: list[str]) -> Point | None:
    if m.has & Has.MONTH and not m.has & Has.YEAR and (last.year is not None or last.year_off is not None):
        m = m.twin()
        m.year = last.year if last.year is not None else frame.today.year + (last.year_off or 0)
        point = resolve(m, frame, False, notes)
        end = resolve(last, frame, False, [])
        if point and end and point.start > end.end and m.year:
            m.year -= 1
            point = resolve(m, frame, False, notes)
        return point
    plain_month = m.has & Has.MONTH and not m.has & Has.YEAR and m.month is not None and m.festival is None and last.edge_of != "event"
    if plain_month and not m.lunar and last.has & DATE and last.festival is None and not last.lunar:
        end = resolve(_inherit(m, last), frame, False, [])
        if end is not None:
            m = m.twin()
            m.year, m.has = end.start.year, m.has | Has.YEAR
            point = resolve(m, frame, False, notes)
            if point is not None and point.start > end.end:
                m.year -= 1
                point = resolve(m, frame, False, notes)
            if point is not None:
                point.implied.append("year")
            return point
    if m.has == Has.CLOCK and last.english and last.dated:
        end = resolve(last, frame, False, [])
        if end is not None:
            frame = replace(frame, event_day=end.day)
    if m.english and m.has == Has.DAY and last.month is not None:
        m = m.twin()
        m.month, m.year, m.year_off = last.month, last.year, last.year_off
        m.has |= last.has & (Has.MONTH | Has.YEAR)
    if m.has & Has.CLOCK and not m.meridiem and last.meridiem:
        m = m.twin()
        m.meridiem = last.meridiem if (m.hour or 0) % 12 <= (last.hour or 0) % 12 or last.meridiem == "a" else "a"
    elif m.has & Has.CLOCK and not m.part_word and last.has & Has.CLOCK and (last.dated or (m.hour or 0) >= 6 or _by_24_hours(m, last)):
        m = m.twin()
        m.padded = True
    return resolve(m, frame, False, notes)


def express(found: Found, said: str, span: tuple[int, int], frame: Frame) -> TimeExpression | None:
    """The finished expression, None where no such day exists."""
    if isinstance(found.first, Spell):
        return _spell(found.first, said, span, frame)
    if isinstance(found.first, Often):
        return _set(found, found.first, said, span, frame)
    if not isinstance(found.first, Moment):
        return None
    if found.last is not None:
        return _ahead(_range(found, found.first, found.last, said, span, frame), frame)
    point = resolve(found.first, frame, found.before, found.notes)
    if point is None:
        return None
    if found.first.shift == "since" or found.since:
        return _open(point, said, span)
    period = point.end.date() != point.start.date()
    if period and (found.before or found.first.shift == "within"):
        point.start = datetime.combine(point.end.date(), time())
        point.grain, period = Grain.DAY, False
    return TimeExpression(
        TimeKind.RANGE if period else TimeKind.POINT, said, span, point.start, point.end if period else None,
        point.grain, None, found.before or found.first.shift in ("within", "before_break"), point.part,
        point.midnight_end, None, False, tuple(point.implied), point.unsure, point.clock,
    )  # fmt: skip


_SOON = 120
"""Days ahead within which a span that is said to begin may do so."""


def _ahead(time: TimeExpression | None, frame: Frame) -> TimeExpression | None:
    """2月28日起到12月31日, read in January: a span that is said to begin lies ahead where it begins soon."""
    if time is None or time.start is None or time.end is None or "起" not in time.said or "year" not in time.implied or time.end.date() >= frame.today:
        return time
    try:
        start, end = (each.replace(year=each.year + 1) for each in (time.start, time.end))
    except ValueError:
        return time
    return replace(time, start=start, end=end) if 0 <= (start.date() - frame.today).days <= _SOON else time


def _open(point: Point, said: str, span: tuple[int, int]) -> TimeExpression:
    """X起: a range without an end."""
    return TimeExpression(
        TimeKind.RANGE, said, span, point.start, None, point.grain, part=point.part, implied=tuple(point.implied),
        unsure=point.unsure, clock=point.clock, midnight_end=point.midnight_end,
    )  # fmt: skip


def _range(
    found: Found, m: Moment, last: Moment, said: str, span: tuple[int, int], frame: Frame
) -> TimeExpression | None:
    first = _first_of_range(m, last, frame, [])
    if first is None:
        return None
    end = _range_end(first, m, last, frame, found.before)
    if end is None or end.end < first.start:
        return None
    stop = end.start if end.clock else end.end if end.grain is not Grain.PART else _part_end(end, last)
    part = first.part or (end.part if found.before and last.dated and not first.clock else None)  # 即日起至周五下班前: the limit's part
    return TimeExpression(
        TimeKind.RANGE, said, span, first.start, stop, end.grain if not end.clock else Grain.MINUTE, None, found.before,
        part, end.midnight_end, None, False, tuple(first.implied), first.unsure or end.unsure, first.clock,
        end.clock,
    )  # fmt: skip


def _part_end(point: Point, m: Moment) -> datetime:
    from bot.core.times.words import PARTS

    hour = PARTS[m.part_word][2] if m.part_word in PARTS else 24
    midnight = datetime.combine(point.start.date(), time())
    return midnight + hour * (ONE / 24)


def _spell(s: Spell, said: str, span: tuple[int, int], frame: Frame) -> TimeExpression | None:
    try:
        length = length_of(s, frame)
    except (ValueError, OverflowError):
        return TimeExpression(TimeKind.DURATION, said, span, minutes=minutes_of(s), workdays=s.workdays)
    clock = None
    if length.kind is TimeKind.POINT and length.grain is Grain.MINUTE and length.start:
        clock = length.start.strftime("%H:%M")
    return TimeExpression(
        length.kind, said, span, length.start, length.end, length.grain, None, length.before, None, False,
        length.minutes, s.workdays, (), length.unsure, clock,
    )  # fmt: skip


def _set(found: Found, often: Often, said: str, span: tuple[int, int], frame: Frame) -> TimeExpression:
    part, clock, m, end_clock = often.part, often.clock, found.last, None
    grain = Grain.DAY
    if m is not None and m.has & Has.CLOCK:
        when = "today" if found.before and not m.part_word else "future"
        hour = hour_of(m, frame.now, when, found.before) if m.hour == 0 else hour_of(m, frame.now, "future", found.before)
        nightly = found.before and hour.at.hour == hour.at.minute == 0 and "晚" in said  # 每晚零点前: the end of that day
        clock = "24:00" if hour.midnight_end or nightly else f"{hour.at.hour:02}:{hour.at.minute:02}"
        part, grain = None, Grain.MINUTE
        if found.until is not None:
            end = hour_of(_inherit(m, found.until), frame.now, "future", True)
            end_clock = "24:00" if end.midnight_end else f"{end.at.hour:02}:{end.at.minute:02}"
    elif m is not None and m.has & Has.PART:
        part, grain = m.part, Grain.PART
    return TimeExpression(
        TimeKind.SET, said, span, grain=grain, rrule=often.rrule, before=found.before, part=part, clock=clock,
        end_clock=end_clock,
    )  # fmt: skip
