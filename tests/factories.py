"""Things that tests need, with everything that does not matter filled in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count
from typing import Any

from bot.core.models import (
    Attachment,
    Deadline,
    Event,
    Group,
    Kind,
    Member,
    Message,
    Notice,
    Relation,
    Requirement,
    Role,
    Source,
    Task,
)
from bot.core.workdays import Calendar

SHANGHAI = timezone(timedelta(hours=8))
NOW = datetime(2026, 9, 23, 9, 30, tzinfo=SHANGHAI)
"""A Wednesday morning."""

CALENDAR = Calendar()

NOTICE = (
    "关于报送秸秆禁烧台账的通知\n各乡镇：请按附件格式填报秸秆禁烧网格包保责任台账，签字盖章后于9月25日17:00前"
    "报送至nyj@example.cn，联系人王敏 13800000000。\n县农业农村局\n2026年9月22日"
)
"""A notice that opens a task: Friday 17:00, to 王敏, by 县农业农村局."""

_ids = count(1)


def instant(day: int, clock: str = "09:00", month: int = 9) -> datetime:
    """An instant of autumn 2026 in Shanghai."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, month, day, hour, minute, tzinfo=SHANGHAI)


def message(text: str = NOTICE, **more: Any) -> Message:
    """A message forwarded to the bot in private by user `tg:1`, with an id of its own."""
    at = more.pop("at", NOW)
    fields: dict[str, Any] = {"id": f"tg:1:{next(_ids)}", "received_at": at, "chat": "tg:1", "by": "tg:1"}
    return Message(**(fields | {"text": text} | more))


def group_message(text: str = NOTICE, **more: Any) -> Message:
    """A message that the bot read in group chat `tg:-100`, posted by user `tg:9`."""
    fields: dict[str, Any] = {"id": f"tg:-100:{next(_ids)}", "chat": "tg:-100", "by": "tg:9", "private": False}
    return message(text, **(fields | more))


def picture(**more: Any) -> Message:
    """A photo without words."""
    return message("", attachments=(Attachment("photo.jpg", "image/jpeg", 1000, "f1"),), **more)


def deadline(day: int = 25, clock: str | None = "17:00", **more: Any) -> Deadline:
    """A deadline in September 2026."""
    when = date(2026, 9, day)
    return Deadline(when, CALENDAR.at(when, clock, more.get("part")), time=clock, **more)


def event(day: int = 24, clock: str = "14:30", **more: Any) -> Event:
    """A meeting in September 2026."""
    when = date(2026, 9, day)
    return Event(when, CALENDAR.at(when, clock), time=clock, **({"place": "镇政府三楼会议室"} | more))


def notice(title: str = "报秸秆禁烧台账", **more: Any) -> Notice:
    """A task understood: one deadline, one office, one requirement."""
    fields: dict[str, Any] = {
        "kind": Kind.TASK,
        "issuer": "县农业农村局",
        "deadlines": (deadline(),),
        "requirements": frozenset({Requirement.DATA_STATISTICS}),
    }
    return Notice(title=title, **(fields | more))


def task(number: int = 12, **more: Any) -> Task:
    """An open task."""
    facts = more.pop("facts", None) or notice()
    fields: dict[str, Any] = {"opened_by": f"tg:1:{number}", "opened_at": NOW}
    if "due" not in more and facts.deadlines:
        fields["due"] = facts.deadlines[0].at
    return Task(number, facts, **(fields | more))


def source(number: int = 12, **more: Any) -> Source:
    """The message that opened a task."""
    fields: dict[str, Any] = {
        "message": f"tg:1:{number}",
        "relation": Relation.NEW,
        "reason": "no_likeness",
        "at": NOW,
        "text": NOTICE,
        "group": "农业农村工作群",
        "sender": "王敏",
    }
    return Source(number, **(fields | more))


def member(id: int = 1, **more: Any) -> Member:
    """A cadre whom the door knows as `tg:<id>`."""
    fields: dict[str, Any] = {"user": f"tg:{id}", "chat": f"tg:{id}", "name": f"干部{id}", "role": Role.CADRE}
    return Member(id, **(fields | more))


def group(id: int = 1, name: str = "农业农村工作群", **more: Any) -> Group:
    """A standing group."""
    return Group(id, name, **more)


def utc(at: datetime) -> datetime:
    """The same instant as the store gives it back."""
    return at.astimezone(UTC)
