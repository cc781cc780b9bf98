"""Working days as the State Council arranges them, with an office's own additions; says when it does not know a year.

Arranged days come from `chinese_calendar` (read on first need). For a year it does not know, weekends and the
customary breaks stand in, and `knows(year)` is False.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cache, lru_cache
from types import MappingProxyType

from bot.core.festivals import BREAKS, festival_day
from bot.core.models import Part

_ONE = timedelta(days=1)
_FAR = 400
_DEADLINE_AT = {Part.NOON: time(12), Part.MORNING: time(12), Part.AFTERNOON: time(18)}
_BEGINS_AT = {Part.MORNING: time(8), Part.NOON: time(12), Part.AFTERNOON: time(14), Part.EVENING: time(18)}
_CUSTOM = {"元旦": (0, 0), "春节": (-1, 6), "清明": (0, 0), "五一": (0, 4), "端午": (0, 0)} | {
    "中秋": (0, 0),
    "国庆": (0, 6),
}
"""Days before and after the festival that are customarily off."""


@dataclass(frozen=True, slots=True)
class _Arranged:
    off: frozenset[date]
    on: frozenset[date]
    years: frozenset[int]


@cache
def _arranged() -> _Arranged:
    from chinese_calendar import constants

    off, on = frozenset(constants.holidays), frozenset(constants.workdays)
    return _Arranged(off, on, frozenset(day.year for day in off))


@lru_cache(maxsize=64)
def _customary_days_off(year: int) -> frozenset[date]:
    days: set[date] = set()
    for name, (before, after) in _CUSTOM.items():
        day = festival_day(name, year)
        if day is None:
            continue
        days.update(day + timedelta(days=k) for k in range(before, after + 1))
    return frozenset(days)


@dataclass(frozen=True, slots=True)
class Calendar:
    """An office's working days and the conventional instants of a day.

    `overrides` maps a day to whether it is worked, and makes its year known. `workday_end` is when 下班前 ends.
    """

    workday_end: time = time(18)
    timezone: str = "Asia/Shanghai"
    overrides: Mapping[date, bool] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    _override_years: frozenset[int] = field(init=False, repr=False, hash=False, compare=False, default=frozenset())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_override_years", frozenset(day.year for day in self.overrides))

    def knows(self, year: int) -> bool:
        """Whether the year's arrangement of days off is published and loaded."""
        return year in self._override_years or year in _arranged().years

    def is_workday(self, day: date) -> bool:
        """Whether offices work on `day` (a guess where `knows` is False)."""
        said = self.overrides.get(day)
        if said is not None:
            return said
        arranged = _arranged()
        if day in arranged.on:
            return True
        if day in arranged.off:
            return False
        if day.weekday() >= 5:
            return False
        return self.knows(day.year) or day not in _customary_days_off(day.year)

    def is_holiday(self, day: date) -> bool:
        """Whether `day` lies in a festival's break, as arranged; a plain weekend does not."""
        if self.is_workday(day):
            return False
        arranged = _arranged()
        return day in arranged.off or day in self.overrides or (
            not self.knows(day.year) and day in _customary_days_off(day.year)
        )

    def add_workdays(self, day: date, count: int) -> date:
        """The `count`th workday after `day` (before it when negative; `day` itself when 0)."""
        step = _ONE if count > 0 else -_ONE
        left = min(abs(count), 2000)
        while left and date.min + 9 * _ONE < day < date.max - 9 * _ONE:
            day += step
            left -= self.is_workday(day)
        return day

    def last_workday_before(self, day: date) -> date:
        """The last workday strictly before `day`."""
        return self.add_workdays(day, -1)

    def last_workday_of_week(self, day: date) -> date:
        """The last workday of the ISO week of `day`; its Friday when the whole week is off."""
        monday = day - day.weekday() * _ONE
        week = [monday + k * _ONE for k in range(7)]
        worked = [each for each in week if self.is_workday(each)]
        return worked[-1] if worked else week[4]

    def break_of(self, name: str, year: int) -> tuple[date, date] | None:
        """First and last day off around a festival of that year; the single day for one that gives no days off.

        Names as people write them (国庆, 国庆节, 五一, 春节 …); None for an unknown name.
        """
        bare = name if festival_day(name, year) else name.removesuffix("假期").removesuffix("节")
        day = festival_day(bare, year)
        if day is None:
            return None
        first = last = day
        if bare not in BREAKS:
            return first, last
        for _ in range(_FAR):
            if self.is_workday(first - _ONE):
                break
            first -= _ONE
        for _ in range(_FAR):
            if self.is_workday(last + _ONE):
                break
            last += _ONE
        return first, last

    def at(
        self, day: date, clock: time | str | None = None, part: Part | None = None, begins: bool = False
    ) -> datetime:
        """The aware instant of a day with a clock time ("24:00" allowed), a part of it, or neither.

        As a deadline a part means its end and a bare day the end of work; with `begins` (events) their beginning.
        """
        zone = _zone(self.timezone)
        if isinstance(clock, str):
            if clock.startswith("24"):
                return datetime.combine(day + _ONE, time(0), zone)
            clock = time.fromisoformat(clock)
        if clock is None and begins and part is not Part.COB:
            clock = _BEGINS_AT[part] if part else time(8)
        elif clock is None and part is Part.EVENING:
            return datetime.combine(day + _ONE, time(0), zone)
        elif clock is None:
            clock = _DEADLINE_AT.get(part, self.workday_end) if part else self.workday_end
        return datetime.combine(day, clock, zone)

    def local(self, instant: datetime) -> datetime:
        """The naive local time of an instant; a naive one is taken as local already."""
        if instant.tzinfo is None:
            return instant
        return instant.astimezone(_zone(self.timezone)).replace(tzinfo=None)


@cache
def _zone(name: str) -> tzinfo:
    """The zone of this name; the package costs a start too much to be imported before any instant is known."""
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


@cache
def default_calendar() -> Calendar:
    """The calendar of an office without settings of its own."""
    return Calendar()


_WORK_WORDS = re.compile(r"班|补|work|make-?up", re.I)
_OFF_WORDS = re.compile(r"休|假|holiday|off|rest", re.I)
_DAY = re.compile(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?")


def _read_day(text: str, line: int) -> date:
    match = _DAY.match(text.strip())
    if not match:
        raise ValueError(f"line {line}: not a date: {text.strip()[:40]!r}")
    try:
        return date(*map(int, match.groups()))
    except ValueError as error:
        raise ValueError(f"line {line}: no such day: {text.strip()[:40]!r}") from error


def _is_worked(words: str) -> bool:
    if re.search(r"调休", words) and not re.search(r"上班|补班", words):
        return False
    return bool(_WORK_WORDS.search(words)) and not re.search(r"不上班|day off", words, re.I)


def _days(first: date, last: date, line: int) -> list[date]:
    if not 0 <= (last - first).days <= 60:
        raise ValueError(f"line {line}: a break from {first} to {last} is not believable")
    return [first + k * _ONE for k in range((last - first).days + 1)]


def _parse_csv(text: str) -> dict[date, bool]:
    found: dict[date, bool] = {}
    for number, row in enumerate(csv.reader(text.splitlines()), 1):
        cells = [cell.strip() for cell in row if cell.strip()]
        if not cells or cells[0].startswith("#") or (number == 1 and not _DAY.match(cells[0])):
            continue
        first = last = _read_day(cells[0], number)
        if len(cells) > 1 and _DAY.match(cells[1]):
            last = _read_day(cells.pop(1), number)
        words = " ".join(cells[1:])
        if words and not _WORK_WORDS.search(words) and not _OFF_WORDS.search(words) and len(cells) > 2:
            raise ValueError(f"line {number}: say 休 or 班 (off or work): {words[:40]!r}")
        found.update(dict.fromkeys(_days(first, last, number), _is_worked(words)))
    return found


def _parse_ics(text: str) -> dict[date, bool]:
    found: dict[date, bool] = {}
    event: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(re.sub(r"\r?\n[ \t]", "", text).splitlines(), 1):
        key, _, value = line.partition(":")
        key = key.split(";")[0].strip().upper()
        if key == "BEGIN" and value.strip().upper() == "VEVENT":
            event = {}
        elif key == "END" and value.strip().upper() == "VEVENT" and "DTSTART" in event:
            first = _read_day(*event["DTSTART"])
            last = _read_day(*event["DTEND"]) - _ONE if "DTEND" in event else first
            worked = _is_worked(event.get("SUMMARY", ("", 0))[0])
            found.update(dict.fromkeys(_days(first, max(first, last), number), worked))
        else:
            event[key] = (value, number)
    return found


def parse_holidays(text: str) -> dict[date, bool]:
    """Read days off and worked days out of CSV or ICS text, as `Calendar.overrides`.

    CSV lines are `day,休|班,name` or `first,last,休|班,name` (休 when nothing is said); a first line without a date
    is a heading. ICS events are all-day; 班/补班/work in the summary marks a worked day. Raises ValueError that
    names the line.
    """
    text = text.lstrip("\ufeff")
    return _parse_ics(text) if text.lstrip().upper().startswith("BEGIN:VCALENDAR") else _parse_csv(text)
