"""A message opened: without its header line, a record taken apart, each part with what it means."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.dated import own_date, signed_at
from bot.core.headers import Header, without_header
from bot.core.letterhead import read_letterhead
from bot.core.listed_duties import listed_duties
from bot.core.models import (
    AskedForm,
    Attachment,
    Doubt,
    Kind,
    Letterhead,
    Member,
    Message,
    Notice,
    Original,
    Requirement,
    Workspace,
)
from bot.core.platform_lines import read_platform_line
from bot.core.receipts import with_receipt
from bot.core.records import inner_messages, stand_alone
from bot.core.times import find_times
from bot.core.understand import understand
from bot.core.workdays import Calendar
from handlers.attached import moved, words_alone, words_of_files
from handlers.ledger import Receipt
from handlers.together import goes_on_in, is_annex, speaks_of_file

log = logging.getLogger("jianfu.message")

_ANNEX = re.compile(r"附[件表]\s?(\d{0,2})")

Mate = tuple[Message, Receipt | None]
"""A further message of an album, without the words of its file."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message opened: `body` is without its header line, `parts` are the messages in it with what each means.

    `mates` are the other messages of its album, `originals` the files as they came; `listed` says that the parts are
    the duties of one list, none of which is another.
    """

    office: int
    message: Message
    header: Header
    body: Message
    parts: tuple[tuple[Message, Notice], ...]
    actor: Member | None
    now: datetime
    receipt: Receipt | None
    mates: tuple[Mate, ...] = ()
    originals: tuple[Original, ...] = ()
    listed: bool = False

    @property
    def issuer(self) -> str | None:
        """The office that the first part to name one comes from."""
        return next((notice.issuer for _, notice in self.parts if notice.issuer), None)

    @property
    def answer_to(self) -> str | None:
        """The chat that is answered; none for what was read in a group."""
        return (self.message.chat or self.actor.chat) if self.message.private and self.actor else None


def opened(
    calendar: Calendar,
    office: tuple[Workspace, Member | None],
    message: Message,
    now: datetime,
    receipt: Receipt | None,
) -> Letter:
    """The message opened; never raises for what is in it."""
    workspace, actor = office
    calendar = replace(calendar, timezone=workspace.timezone)
    body, header = without_header(message)
    if body.text != message.text and body.attachments:
        body = replace(body, attachments=moved(body.attachments, len(body.text) - len(message.text)))
    parts = tuple((part, understood(part, header, calendar)) for part in inner_messages(_zoned(body, workspace)))
    if len(parts) > 1 and not stand_alone([notice for _, notice in parts]):
        parts = ((body, understood(body, header, calendar)),)
    duties = listed_duties(*parts[0], lambda part: understood(part, header, calendar)) if len(parts) == 1 else ()
    return Letter(workspace.id, message, header, body, duties or parts, actor, now, receipt, listed=bool(duties))


def _zoned(message: Message, workspace: Workspace) -> Message:
    """The message by the office's clock: times written in a pasted record are of no other."""
    zone, sent = ZoneInfo(workspace.timezone), message.sent_at
    local = message.received_at.astimezone(zone) if message.received_at.tzinfo else message.received_at
    return replace(message, received_at=local, sent_at=sent.astimezone(zone) if sent and sent.tzinfo else sent)


def understood(part: Message, header: Header, calendar: Calendar) -> Notice:
    """What one message means, with the forms that came with it."""
    if not part.text.strip() or read_platform_line(part.text):
        return Notice(Kind.CHATTER)
    try:
        notice = with_receipt(understand(_dated_by_its_file(part, calendar), calendar), part, calendar)
    except Exception:
        # Nothing vanishes: what the rules stumble over is kept, and waits for a person's look.
        log.exception("message %s cannot be understood", part.id)
        return Notice(Kind.CHATTER, unsure=(Doubt("kind", "unreadable"),))
    if header.cut and not part.attachments:
        return replace(notice, unsure=(*notice.unsure, Doubt("text", "cut_short")))
    forms = tuple(form for file in part.attachments for form in _named(file, notice.letterhead))
    notice = replace(notice, files=tuple(file.hash for file in part.attachments if file.hash))
    if forms and not words_alone(part) and not _dated(notice):
        notice = replace(notice, kind=Kind.CHATTER)
    return with_forms(notice, forms) if forms else notice


def reading(calendar: Calendar) -> Callable[[Message], Notice]:
    """How a message that was opened and kept is understood again."""
    return lambda message: understood(message, Header(message.text), calendar)


def _named(file: Attachment, letterhead: Letterhead | None) -> tuple[AskedForm, ...]:
    """The forms of a file; one that is only called 附件2 bears the name that the document gives its second annex."""
    number = _ANNEX.match(file.name)
    annexes = letterhead.annexes if letterhead else ()
    place = int(number[1] or 1) - 1 if number else len(annexes)
    if place >= len(annexes):
        return file.forms
    said = file.name.rpartition(".")[0]
    return tuple(replace(form, name=annexes[place]) if form.name in (said, file.name) else form for form in file.forms)


def with_forms(notice: Notice, forms: tuple[AskedForm, ...]) -> Notice:
    """A duty with a form is to fill it in; a form alone asks for a look, since nobody says by when it is wanted."""
    notice = replace(notice, forms=forms)
    if notice.kind.actionable:
        return replace(notice, requirements=notice.requirements | {Requirement.FILL_FORM})
    return replace(notice, unsure=(*notice.unsure, Doubt("kind", "form_only")))


def together_understood(words: Message, whole: Message, header: Header, calendar: Calendar) -> Notice:
    """What a notice means with the file that followed it; a file takes nothing from a duty that was told."""
    notice, told = understood(whole, header, calendar), understood(words, header, calendar)
    if told.kind.actionable and not notice.kind.actionable:
        told = replace(told, files=notice.files)
        return with_forms(told, notice.forms) if notice.forms else told
    return notice


def stands_alone(words: Message, file: Message, notice: Notice, calendar: Calendar) -> bool:
    """Whether a file is a duty of its own beside the one before it, which speaks of no file or has its file already."""
    if (file.album and file.album == words.album) or file.reply_to == words.id:
        return False
    if is_annex(file) or goes_on_in(words, file):
        return False
    unread = all(one.state not in ("", "read", "empty") for one in file.attachments)
    if words.attachments:
        return _dated(notice) or unread
    if speaks_of_file(words) or not _dated(notice):
        return False
    try:
        return _dated(understand(words, calendar))
    except Exception:
        return True


def _dated(notice: Notice) -> bool:
    return notice.kind.actionable and bool(notice.deadlines or notice.events or notice.recurrence)


def _dated_by_its_file(part: Message, calendar: Calendar) -> Message:
    """Where the words beside a file name no time, its relative dates count from the day it was signed."""
    if not any(file.pages for file in part.attachments):
        return part
    beside, reference = words_alone(part), calendar.local(part.reference)
    if beside and find_times(beside, reference, calendar):
        return part
    said = words_of_files(part)
    letterhead = read_letterhead(said)
    signed = (letterhead and signed_at(letterhead.signed_on, reference)) or own_date(said, reference)
    return replace(part, sent_at=signed) if signed else part
