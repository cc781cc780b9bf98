"""Header lines of a mail that stand above its text (From, Sent, To, Subject): they ask nothing, but say when it was sent and what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.times import find_times
from bot.core.wording import late
from bot.core.workdays import Calendar

_NAMES = r"from|sent|to|cc|bcc|subject|date|reply-to|importance|attachments?|发件人|发送时间|发送日期|收件人|抄送|主题|日期|发送|寄件人|寄件日期|收件者|副本|主旨"
_LINE = rf"[ \t>*]*(?P<{{0}}>{_NAMES})[*]?[ \t]?[:：][*]?[^\n]{{{{0,600}}}}(?:\n|\Z)"
_BLOCK = late(
    rf"\A\s*(?:(?:-{{2,}}[^\n]{{0,40}}-{{2,}}|begin forwarded message:?|forwarded message:?|-{{2,}}|_{{5,}})[ \t]*\n\s{{0,6}})?(?:(?:{_LINE.format('x').replace('(?P<x>', '(?:')})[ \t]*){{2,9}}", re.I
)
_FIELD = late(rf"(?:^|\n)[ \t>*]*(?P<name>{_NAMES})[*]?[ \t]?[:：][*]?[ \t]*(?P<said>[^\n]{{0,600}})", re.I)
_WHEN = frozenset(("sent", "date", "发送时间", "发送日期", "日期", "寄件日期"))
_ABOUT = frozenset(("subject", "主题", "主旨"))
_SENT, _TO = frozenset(("sent", "发送时间", "发送日期", "寄件日期")), frozenset(("to", "收件人", "收件者"))
_SENDER = frozenset(("from", "发件人", "寄件人"))
_REPLIES = late(r"^(?:\s*(?:re|fw|fwd|aw|wg|tr|答复|回复|转发|轉寄|回覆)\s?(?:\[\d+\])?\s?[:：])+\s*", re.I)
_LONGEST_AGO = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Mail:
    """What the header says: where it ends in the text, its subject and its line of time."""

    end: int
    subject: str = ""
    when: str = ""

    def sent_at(self, received: datetime, calendar: Calendar) -> datetime:
        """When it was sent (naive local time), as far as the header tells a time before it was received."""
        for time in find_times(self.when, received, calendar) if self.when else ():
            if time.start and received - _LONGEST_AGO <= time.start <= received:
                return time.start if time.clock else time.start.replace(hour=9)
        return received


def read_mail(text: str) -> Mail | None:
    """The header of a mail at the beginning of a normalised text; None where there is none."""
    block = _BLOCK.match(text)
    if block is None:
        return None
    fields = {found["name"].lower(): found["said"].strip() for found in _FIELD.finditer(text, 0, block.end())}
    written = fields.keys() & _SENDER or (fields.keys() & _SENT and fields.keys() & _ABOUT) or (fields.keys() & _TO and fields.keys() & _ABOUT)
    if not written:  # 主题：…⏎日期：… are the fields of an invitation
        return None
    subject = next((_REPLIES.sub("", said) for name, said in fields.items() if name in _ABOUT), "")
    return Mail(block.end(), subject.strip(), next((said for name, said in fields.items() if name in _WHEN), ""))


def without_header(text: str, mail: Mail) -> str:
    """The text with its header blanked out, every other character in its place."""
    return re.sub(r"[^\n]", " ", text[: mail.end]) + text[mail.end :]
