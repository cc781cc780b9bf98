"""When a member's phone stays silent: nights, days off, and who is on duty regardless."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.core.models import Member


class Workdays(Protocol):
    """What is needed of the calendar."""

    def is_workday(self, day: date) -> bool:
        """Whether offices work on `day`."""
        ...


def quiet_until(member: Member, at: datetime, zone: ZoneInfo, calendar: Workdays) -> datetime | None:
    """When the silence that covers `at` ends, or None when one may speak to `member` at `at`.

    Silence is the member's quiet hours and whole days off; on duty there is none, through that date.
    """
    local = at.astimezone(zone)
    if member.on_duty_until and local.date() <= member.on_duty_until:
        return None
    end = local
    for _ in range(60):
        if not calendar.is_workday(end.date()):
            end = _at(end.date() + timedelta(days=1), time(0), zone)
            continue
        night_end = _night_end(member, end, zone)
        if night_end is None:
            break
        end = night_end
    return end if end > local else None


def comes_through(about: datetime, urgent: bool, silence_ends: datetime) -> bool:
    """Whether a reminder may break the silence: it is urgent, or what it is about falls inside the silence."""
    return urgent or about < silence_ends


def evening_before(member: Member, at: datetime, zone: ZoneInfo) -> datetime | None:
    """Half an hour before the night that covers `at` begins; None when `at` is no night of the member's."""
    local = at.astimezone(zone)
    if _night_end(member, local, zone) is None:
        return None
    start = time.fromisoformat(member.quiet_hours[0])
    day = local.date() if local.time() >= start else local.date() - timedelta(days=1)
    return _at(day, start, zone) - timedelta(minutes=30)


def kinder_hour(member: Member, due: datetime, about: datetime, zone: ZoneInfo) -> datetime:
    """When to say what would fall into the night: when it ends, or half an hour before it begins.

    After midnight the evening before counts only where less than an hour would be left in the morning. Any `due`
    outside the night comes back as it is.
    """
    local = due.astimezone(zone)
    start, end = (time.fromisoformat(each) for each in member.quiet_hours)
    if start > end and local.time() >= start:
        return _at(local.date(), start, zone) - timedelta(minutes=30)
    if start <= end or local.time() >= end:
        return due
    morning = _at(local.date(), end, zone)
    if about - morning >= timedelta(hours=1):
        return morning
    return _at(local.date() - timedelta(days=1), start, zone) - timedelta(minutes=30)


def _night_end(member: Member, local: datetime, zone: ZoneInfo) -> datetime | None:
    start, end = (time.fromisoformat(each) for each in member.quiet_hours)
    clock = local.time()
    if start == end:
        return None
    if start < end:
        return _at(local.date(), end, zone) if start <= clock < end else None
    if clock >= start:
        return _at(local.date() + timedelta(days=1), end, zone)
    return _at(local.date(), end, zone) if clock < end else None


def _at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone)
