"""From the date part of a moment to days: a first and a last day, and how fine it was said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.core.festivals import BREAKS, festival_day, lunar_day, lunar_day_ahead, nth_weekday
from bot.core.models import Grain
from bot.core.times.edges import (
    ONE,
    Days,
    Frame,
    edge_of_month,
    edge_of_year,
    first_of,
    last_of,
    month_of,
    quarter_days,
)
from bot.core.times.moment import Has, Moment

PAST_DAYS, AHEAD_DAYS = 60, 305
"""A date without a year lies between so many days before and after the day of the notice (label contract)."""
_FESTIVAL_PAST = 21
_LATE = 16


def _candidates(year: int) -> Iterator[int]:
    yield from (each for each in (year, year + 1, year - 1) if 1 <= each <= 9998)


def _year_near(frame: Frame, month: int, day: int) -> date | None:
    """The day without a year: between 60 days before and 305 days after."""
    for year in _candidates(frame.today.year):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if -PAST_DAYS <= (found - frame.today).days <= AHEAD_DAYS:
            return found
    return None


def _year_of(m: Moment, frame: Frame) -> int | None:
    if m.year is not None:
        return m.year
    return None if m.year_off is None else frame.today.year + m.year_off


def _month_near(frame: Frame, month: int, closes: bool) -> int:
    """The year of a month said without one; a month that closes something is not long past."""
    for year in _candidates(frame.today.year):
        away = (last_of(year, month) - frame.today).days
        if (-PAST_DAYS if closes else -90) <= away <= (AHEAD_DAYS + 1 if closes else 276):
            return year
    return frame.today.year


def _lunar(m: Moment, frame: Frame, year: int | None) -> Days | None:
    if m.leap:
        years = [year] if year else [frame.today.year + k for k in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, 8, 11)]
        return next((found for y in years if (found := _leap_month(m, y))), None)
    if m.month is None and m.day and year is None:
        ahead = lunar_day_ahead(frame.today, m.day)
        return Days(ahead, ahead, Grain.DAY, ["year", "month"]) if ahead else None
    month = m.month or frame.today.month
    years = [year] if year is not None else [frame.today.year, frame.today.year + 1, frame.today.year - 1]
    for each in years:
        first = lunar_day(each, month, m.day or 1)
        if first is None:
            continue
        last = first
        if not m.day:
            following = lunar_day(*month_of(each, month + 1), 1)
            last = following - ONE if following else first + 28 * ONE
        if year is not None or -PAST_DAYS <= (last - frame.today).days <= AHEAD_DAYS + 50:
            return Days(first, last, Grain.DAY if m.day else Grain.MONTH, [] if year else ["year"])
    return None


def _leap_month(m: Moment, year: int) -> Days | None:
    from lunardate import LunarDate

    try:
        first = LunarDate(year, m.month or 1, m.day or 1, True).to_solar_date()
    except (ValueError, IndexError):
        return None
    return Days(first, first if m.day else first + 28 * ONE, Grain.DAY if m.day else Grain.MONTH)


def _festival(m: Moment, frame: Frame, year: int | None, before: bool) -> Days | None:
    name = m.festival or ""
    implied: list[str] = []
    day: date | None
    if year is not None:
        day = festival_day(name, year)
    else:
        implied.append("year")
        near = [festival_day(name, y) for y in _candidates(frame.today.year)]
        reach = 0 if before else _FESTIVAL_PAST
        inside = [d for d in near if d and -reach <= (d - frame.today).days <= AHEAD_DAYS + PAST_DAYS - reach]
        day = inside[0] if inside else None
    if day is None:
        return None
    frame.festival = (name, day.year)
    sure = None if name not in BREAKS or frame.calendar.knows(day.year) else "year_unknown"
    if m.edge == "break" or before:
        off = frame.calendar.break_of(name, day.year) or (day, day)
        if before and not m.has & (Has.PART | Has.CLOCK):
            eve = frame.calendar.last_workday_before(off[0])
            return Days(eve, eve, Grain.DAY, implied, sure)
        return Days(day, day, Grain.DAY, implied, sure) if before else Days(off[0], off[1], Grain.DAY, implied, sure)
    return Days(day, day, Grain.DAY, implied)


def _next_break(frame: Frame, after: bool) -> tuple[date, date] | None:
    if frame.festival:
        return frame.calendar.break_of(*frame.festival)
    found = []
    for year in _candidates(frame.today.year):
        for name in ("元旦", "春节", "清明", "五一", "端午", "中秋", "国庆"):
            off = frame.calendar.break_of(name, year)
            if off and off[1] >= frame.today - (10 * ONE if after else -ONE):
                found.append(off)
    found.sort()
    if after and len(found) > 1 and found[0][1] < frame.today and found[1][0] - frame.today <= 10 * ONE:
        return found[1]  # between two breaks the one to come is meant
    return found[0] if found else None


def _around_break(m: Moment, frame: Frame) -> Days | None:
    off = _next_break(frame, m.shift != "before_break")
    if off is None:
        return None
    sure = None if frame.calendar.knows(off[0].year) else "year_unknown"
    if m.shift == "before_break":
        eve = frame.calendar.last_workday_before(off[0])
        return Days(eve, eve, Grain.DAY, ["festival"], sure)
    if m.shift == "break_end":
        return Days(off[1], off[1], Grain.DAY, ["festival"], sure)
    day = frame.calendar.add_workdays(off[1], 1)
    if m.shift == "after_week":
        return Days(day, frame.calendar.last_workday_of_week(day), Grain.WEEK, ["festival"], sure)
    return Days(day, day, Grain.DAY, ["festival"], sure)


def _week(m: Moment, frame: Frame, before: bool) -> Days:
    monday = frame.today - frame.today.weekday() * ONE + 7 * (m.week_off or 0) * ONE
    unsure = "week" if (m.week_off or 0) > 0 and frame.today.weekday() == 6 else None
    if m.edge == "weekend" and not before:
        return Days(monday + 5 * ONE, monday + 6 * ONE, Grain.DAY, [], unsure)
    if m.nth == 1:
        day = frame.calendar.add_workdays(monday - ONE, 1)
        return Days(day, day, Grain.DAY, [], unsure)
    if m.edge == "middle":
        return Days(monday + 2 * ONE, monday + 2 * ONE, Grain.DAY, [], unsure)
    if m.edge == "weekend" or m.shift == "within" or m.nth or (before and m.weekday is None):
        day = frame.calendar.last_workday_of_week(monday)
        return Days(day, day, Grain.DAY, [], unsure if frame.calendar.knows(day.year) else "year_unknown")
    if m.weekday is None:
        return Days(monday, monday + 6 * ONE, Grain.WEEK, [], unsure)
    day = monday + m.weekday * ONE
    return Days(day, day, Grain.DAY, [], unsure)


def _weekday(m: Moment, frame: Frame, passed: bool) -> Days:
    if frame.near_week:
        said = frame.near_week + (m.weekday or 0) * ONE
        return Days(said, said, Grain.DAY, ["week"])
    ahead = ((m.weekday or 0) - frame.today.weekday()) % 7
    unsure = "week" if ahead == 0 and (passed or frame.now.hour >= _LATE) else None
    if ahead == 0 and passed:
        ahead = 7
    if m.shift == "week_later":
        ahead += 7
    day = frame.today + ahead * ONE
    return Days(day, day, Grain.DAY, ["week"], unsure)


def _nth_in_month(m: Moment, year: int, month: int, frame: Frame) -> Days | None:
    nth = m.nth or 1
    day: date | None
    if m.nth_unit == "weekday":
        day = nth_weekday(year, month, nth, m.weekday or 0)
    elif m.nth_unit == "week":
        monday = nth_weekday(year, month, nth, 0)
        return Days(monday, monday + 6 * ONE, Grain.WEEK) if monday else None
    elif m.nth_unit == "workday":
        start = first_of(year, month) - ONE if nth > 0 else last_of(year, month) + ONE
        day = frame.calendar.add_workdays(start, nth)
    else:
        day = last_of(year, month)
    return Days(day, day) if day else None


def _in_month(m: Moment, frame: Frame, year: int | None, before: bool) -> Days | None:
    implied = ["year"] if year is None and m.month_off is None else []
    if m.month is None:
        base = year if year is not None else frame.today.year
        year, month = month_of(base, frame.today.month + (m.month_off or 0))
    else:
        month = m.month
        if year is None and m.day and not m.edge and not m.nth:
            day = _year_near(frame, month, m.day)
            return Days(day, day, Grain.DAY, implied) if day else None
        if year is None:
            year = _month_near(frame, month, before or m.edge is not None or m.nth is not None)
    if m.nth:
        found = _nth_in_month(m, year, month, frame)
        if found:
            found.implied += implied
        return found
    if m.day:
        try:
            day = date(year, month, m.day)
        except ValueError:
            return None
        return Days(day, day, Grain.DAY, implied)
    first, last = edge_of_month(year, month, m.edge)
    if m.edge == "middle" and before:
        last = first.replace(day=15)
    return Days(first, last, Grain.DAY if m.edge else Grain.MONTH, implied)


def _day_only(m: Moment, frame: Frame) -> Days | None:
    """The day of this month, or of the next when it is past; near another date, of that date's month."""
    if m.day is None:
        return None
    if frame.near_day:
        try:
            day = frame.near_day.replace(day=m.day)
        except ValueError:
            day = date.min
        if day >= frame.today:
            return Days(day, day, Grain.DAY, ["month"])
    for k in range(4):
        year, month = month_of(frame.today.year, frame.today.month + k)
        if m.day <= last_of(year, month).day:
            day = date(year, month, m.day)
            if day >= frame.today:
                return Days(day, day, Grain.DAY, ["month"])
    return None


def _plain_edge(m: Moment, frame: Frame, year: int | None, before: bool) -> Days:
    if m.edge_of == "month":
        first, last = edge_of_month(year or frame.today.year, frame.today.month, m.edge)
        if m.edge == "middle" and before:
            last = first.replace(day=15)
        if last < frame.today and m.edge != "end" and year is None:
            following = month_of(frame.today.year, frame.today.month + 1)
            if before:
                first, last = edge_of_month(*following, m.edge)
        return Days(first, last, Grain.DAY, ["month"])
    base = year if year is not None else frame.today.year
    if year is None and m.edge == "begin" and (before or frame.today.month > 6):
        base += 1
    return edge_of_year(base, m, frame.today)


def resolve_days(m: Moment, frame: Frame, before: bool, passed: bool) -> Days | None:
    """The days a moment's date part means; `before` when …前 follows, `passed` when its clock today is over.

    None for a day that does not exist. A moment without a date part is today, or the event's day for 当天/次日.
    """
    year = _year_of(m, frame)
    if m.span_years:
        return Days(date(m.span_years[0], 1, 1), date(m.span_years[1], 12, 31), Grain.YEAR)
    if m.shift in ("before_break", "after_break", "after_week", "break_end"):
        return _around_break(m, frame)
    if m.festival:
        return _festival(m, frame, year, before)
    if m.lunar and (m.month is not None or m.day is not None):
        return _lunar(m, frame, year)
    if m.month is not None and (m.day or m.edge or m.nth or m.day_off is None):
        return _in_month(m, frame, year, before)
    if m.day_off is not None:
        if m.edge_of == "event" and m.day_off < 0 and not frame.event_day:
            return Days(frame.today, frame.today, Grain.DAY, ["day"], "anchor")
        base = frame.event_day if m.edge_of == "event" and frame.event_day else frame.today
        day = base + m.day_off * ONE
        return Days(day, day + m.reach * ONE)
    if m.week_off is not None or m.edge_of == "week":
        return _week(m, frame, before)
    if m.edge_of == "quarter":
        return quarter_days(m, frame, year)
    if m.month_off is not None:
        return _in_month(m, frame, year, before)
    if m.edge:
        return _plain_edge(m, frame, year, before)
    if m.day is not None:
        return _day_only(m, frame)
    if m.weekday is not None:
        return _weekday(m, frame, passed)
    if year is not None:
        return Days(date(year, 1, 1), date(year + m.reach, 12, 31), Grain.YEAR)
    return Days(frame.today, frame.today, Grain.DAY, [] if m.has & Has.DAY else ["day"])
