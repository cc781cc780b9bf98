"""A pasted chat record as the messages it holds, each with its own speaker and time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.models import Message, Notice
from bot.core.segment import split_records

_HEADING = re.compile(
    r"[-—\s\[【]*(?:.{0,20}聊天记录|.{0,20}[Cc]hat [Hh]istory|合并转发|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)[^\n]{0,30}"
)


def inner_messages(message: Message) -> tuple[Message, ...]:
    """The messages of a pasted record, numbered `<id>#1`, …; a message that is no such record stands for itself.

    Words before the first entry are a message of their own, `<id>#0`. Lines without times of their own are a
    conversation: one line says 明早, the next 六点半, so they are one message.
    """
    records = split_records(message.text, message.reference)
    if not records or all(record.at is None for record in records):
        return (message,)
    preface = message.text[: records[0].span[0]].strip()
    parts = [
        replace(
            message,
            id=f"{message.id}#{place}",
            text=record.text,
            sender=record.speaker or message.sender,
            sent_at=record.at or message.sent_at,
            attachments=(),
        )
        for place, record in enumerate(records, start=1)
    ]
    if preface and not _HEADING.fullmatch(preface):
        parts.insert(0, replace(message, id=f"{message.id}#0", text=preface))
    return tuple(parts)


def stand_alone(parts: Sequence[Notice]) -> bool:
    """Whether the lines of a record are to be understood one by one: at least two ask for something by themselves."""
    return sum(each.kind.actionable and bool(each.deadlines or each.events or each.recurrence) for each in parts) > 1
