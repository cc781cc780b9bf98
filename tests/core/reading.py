"""What tests of understanding say of a text in short: its limits, sessions and duty, for a notice of one fixed day."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.models import Message, Notice
from bot.core.understand import understand
from bot.core.workdays import default_calendar

CALENDAR = default_calendar()
SENT = "2026-04-09 15:45"
"""A Thursday afternoon."""


def read(text: str, at: str = SENT) -> Notice:
    """The notice of a text that reached the reader then (local time)."""
    return understand(Message("m", datetime.fromisoformat(at).replace(tzinfo=ZoneInfo("Asia/Shanghai")), text), CALENDAR)


def due(text: str, at: str = SENT) -> list[str]:
    """Day with hour or part of each deadline: "04-16 11:00"."""
    return [" ".join(filter(None, [d.date.isoformat()[5:], d.time or d.part])) for d in read(text, at).deadlines]


def sessions(text: str, at: str = SENT) -> list[str]:
    """Day with hour or part of each event, and its end: "04-16 09:00 ~11:30"."""
    return [" ".join(filter(None, [e.date.isoformat()[5:], e.time or e.part, e.end_time and f"~{e.end_time}"])) for e in read(text, at).events]


def places(text: str, at: str = SENT) -> list[str | None]:
    """Where each event takes place."""
    return [e.place for e in read(text, at).events]


def stays(text: str, at: str = SENT) -> list[str]:
    """First day with its hour, and last day with its own, of each event: "04-20 08:30 - 04-21 16:00"."""
    events = read(text, at).events
    return [" ".join(filter(None, [e.date.isoformat()[5:], e.time, e.end_date and f"- {e.end_date.isoformat()[5:]}", e.end_time])) for e in events]
