"""What is noted beside a decision: receipts to watch, files that came after, bridges that went out."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.core.models import Entity, Group, JournalEntry, Member, Message, Notice, OutboxRow, Role, Task
from bot.core.quiet import kinder_hour, quiet_until
from bot.core.receipts import asks_receipt, receipt_due
from bot.core.workdays import Calendar
from handlers.ledger import Ledger

BEFORE_DUE = timedelta(hours=1)
"""How long before receipts are due those who lead are told who is missing."""

_LOGGED_OUT = re.compile(
    r"\A\s*(?:WeChat server has logged you out|Web ?WeChat logged your account out"
    r"|(?:企业)?(?:微信|QQ)(?:网页版)?(?:账号|帐号)?(?:已|被)?(?:登出|退出登录|下线|掉线)[^\n]{0,20}(?:重新登录|扫码))",
    re.I,
)


class DeskReads(Protocol):
    """What is needed of the desk a message is worked on."""

    @property
    def ledger(self) -> Ledger:
        """The office's data."""
        ...

    @property
    def calendar(self) -> Calendar:
        """The office's calendar."""
        ...

    @property
    def now(self) -> datetime:
        """The instant it is."""
        ...

    @property
    def group(self) -> Group | None:
        """The group the message comes from."""
        ...


async def noticed(desk: DeskReads, part: Message, notice: Notice) -> list[Entity]:
    """Entities to be saved with the message; nothing of an edit is noted again."""
    found: list[Entity] = []
    group = desk.group.id if desk.group else None
    if any(doubt.code == "cut_short" for doubt in notice.unsure):
        found.append(JournalEntry(desk.now, "cut_short", "bridge", group=group, message=part.id))
    if part.reply_to and part.attachments:
        found.append(JournalEntry(desk.now, "whole_came", "bridge", group=group, message=part.reply_to))
    if _LOGGED_OUT.match(part.text) and len(part.text) < 300:
        found += await _bridge_out(desk, part.by)
    elif group is not None and not part.private and asks_receipt(part.text):
        found += await _watched(desk, part, notice)
    return found


def own_receipt(desk: DeskReads, task: Task, actor: Member) -> tuple[OutboxRow, ...]:
    """One line to who forwarded a notice, before its receipt is due; made when it is sent, nothing once he answered."""
    due = task.facts.receipt_by
    if due is None or due - BEFORE_DUE <= desk.now:
        return ()
    at = _told_at(desk, due, actor)
    data: dict[str, object] = {"task": task.number, "due": due.isoformat()}
    return (OutboxRow(f"receipt_due:{task.number}:{actor.id}", actor.chat, "receipt_due", data, at, member=actor.id),)


def _told_at(desk: DeskReads, due: datetime, member: Member) -> datetime:
    """When `member` is told of receipts that are missing: before they are due, and as far as can be in his hours.

    An hour before, or halfway where less than two are left; not at night but before it or after; on a day off only
    what is due within it.
    """
    zone = ZoneInfo(desk.calendar.timezone)
    at = max(due - BEFORE_DUE, desk.now + (due - desk.now) / 2)
    kinder = kinder_hour(member, at, due, zone)
    at = kinder if kinder > desk.now else at
    ends = quiet_until(member, at, zone, desk.calendar)
    return ends if ends is not None and ends < due else at


async def _bridge_out(desk: DeskReads, by: str | None) -> list[Entity]:
    """Those who lead, and who passed it on, are told at once, once a day: nothing comes in any more."""
    day = desk.now.astimezone(ZoneInfo(desk.calendar.timezone)).date()
    return [
        OutboxRow(f"bridge_out:{day}:{each.id}", each.chat, "bridge_out", {}, desk.now, member=each.id)
        for each in await desk.ledger.members()
        if each.role is not Role.CADRE or each.user == by
    ]


async def _watched(desk: DeskReads, part: Message, notice: Notice) -> list[Entity]:
    """One line to those who lead, made when it is sent: who has not answered then; nobody missing, nothing said."""
    due = receipt_due(part.text, part.reference, notice.deadlines, desk.calendar)
    rows: list[Entity] = []
    for each in await desk.ledger.members():
        if each.role is Role.CADRE or each.user == part.by:
            continue
        at = _told_at(desk, due, each)
        data: dict[str, object] = {"message": part.id, "due": due.isoformat()}
        rows.append(OutboxRow(f"receipt:{part.id}:{each.id}", each.chat, "receipt_missing", data, at, member=each.id))
    return rows
