"""`jianfu parse` and `jianfu times`: understand without storing."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from datetime import datetime

from bot.calendars import office_calendar
from bot.clock import utc_now
from bot.config import Settings
from bot.core.headers import Header
from bot.core.label import notice_label
from bot.core.models import Message, Notice, TimeExpression
from bot.core.places_in_files import evidence_of
from bot.core.times import find_times
from bot.core.understand import understand
from bot.core.workdays import Calendar
from bot.progress import progress
from bot.reading import Reader


def _reader(settings: Settings, options: argparse.Namespace) -> Reader:
    at = options.at or utc_now().astimezone(settings.zone)
    return Reader(settings.zone, at if at.tzinfo else at.replace(tzinfo=settings.zone))


async def parse(settings: Settings, options: argparse.Namespace) -> int:
    """Print what each message means; 1 when some lines were bad."""
    reader, calendar = _reader(settings, options), office_calendar(settings)
    for message, _ in progress(reader.messages(options.file)):
        notice = _from_file(message, calendar) if message.attachments else understand(message, calendar)
        if options.json:
            print(json.dumps(notice_label(message.id, notice), ensure_ascii=False))
        else:
            print("\n".join([*_for_people(message.id, notice), *_in_file(notice, message)]), end="\n\n")
    return int(reader.bad > 0)


def _from_file(message: Message, calendar: Calendar) -> Notice:
    """What a file means, with its forms, its relative dates counted from the day it was signed."""
    from handlers.letters import understood

    return understood(message, Header(message.text), calendar)


async def times(settings: Settings, options: argparse.Namespace) -> int:
    """Print the time expressions of each text; 1 when some lines were bad."""
    reader, calendar = _reader(settings, options), office_calendar(settings)
    for identity, text, reference in progress(reader.expressions(options.file)):
        found = find_times(text, reference, calendar)
        if options.json:
            print(json.dumps({"id": identity, "times": [time_label(item) for item in found]}, ensure_ascii=False))
        else:
            print(f"{identity}: {text[:60]}")
            for item in found:
                print("  " + " ".join(_words([item.said, "=", _shown(item.start), _shown(item.end), item.rrule])))
    return int(reader.bad > 0)


def time_label(item: TimeExpression) -> dict[str, object]:
    """The object that `times --json` prints for one expression (`INTERFACES.md`)."""
    return {
        "kind": item.kind.value,
        "start": _shown(item.start),
        "end": _shown(item.end),
        "grain": item.grain.value,
        "rrule": item.rrule,
        "said": item.said,
        "span": list(item.span),
        "before": item.before,
        "implied": list(item.implied),
        "minutes": item.minutes,
    }


def _shown(instant: datetime | None) -> str | None:
    return instant.replace(tzinfo=None).isoformat(timespec="minutes") if instant else None


def _words(parts: Iterable[str | None]) -> list[str]:
    return [part for part in parts if part]


_SHOWN = ("issuer", "deadlines", "recurrence", "events", "requirements", "specs", "contacts", "reasons", "unsure")


def _for_people(identity: str, notice: Notice) -> list[str]:
    """A short plain view for the terminal; `--json` is the stable one."""
    label = notice_label(identity, notice)
    lines = [f"{identity}: {notice.kind.value} {notice.title}".rstrip()]
    for key in _SHOWN:
        value = label[key]
        for item in value if isinstance(value, list) else [value] if value else []:
            shown = item if isinstance(item, str) else json.dumps(_said(item), ensure_ascii=False)
            lines.append(f"  {key}: {shown}")
    return lines


def _in_file(notice: Notice, message: Message) -> list[str]:
    """Where in its file each fact stands."""
    lines = []
    for each in evidence_of(notice, message):
        page = f"page {each.place.page}, " if each.place.page else ""
        lines.append(f"  {each.about} «{each.said}»: {page}{each.place.unit} {each.place.line}")
    return lines


def _said(item: object) -> object:
    if isinstance(item, dict):
        return {key: value for key, value in item.items() if value not in (None, [], "", False) and key != "span"}
    return item
