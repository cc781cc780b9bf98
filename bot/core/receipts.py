"""Receipts: who is asked to answer 收到, by when, in which words, and who has answered so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.core.models import Deadline, Message, Notice, Requirement, Span

_SAID = r"[^。；;！!？?，,\n]"
_WHEN = r"(?:[于在]|今|明|后天|当|本|下?周|星期|礼拜|[0-9一二三四五六七八九十两半])"
_ASKS = re.compile(
    r"收到(?:后|的|了|通知|信息|消息|以上)*[，,\s]{0,2}(?:都|均|也)?(?:请|烦请|麻烦|务必|及时)?(?:在?群[里内])?"
    r"(?:回复|回个|回一|回下|回话|回信|回1|回执|扣|吱|确认|报一声|签收)"
    r"|(?:收到|知悉|阅知?|看到)(?:通知|消息|信息)?(?:后|的|了)*[，,\s]{0,2}(?:同志|单位|村居?|人员?)?[，,\s]{0,2}"
    rf"(?:(?:请(?!问)|烦请|麻烦|务必){_SAID}{{0,16}}?|{_WHEN}{_SAID}{{0,12}}?(?:前|内)(?:都|均)?(?:在?群[里内])?)"
    r"(?:回复|回执|确认|签收|接龙)(?!群众|信访|来电|来信|对方|诉求|申请|咨询|网民|投诉)"
    r"|收到(?:通知|消息)?的(?:同志|单位|村居?|人员?)[都均也请]{0,2}(?:在?群[里内])?(?:回复|确认|扣|报一声|签收)"
    r"|回复[“\"「]?收到|回个?[“\"「]?收到|确认收到|接龙[“\"「]?收到|看到(?:通知|消息)?(?:后|的)?请?回复"
    r"|confirm receipt|acknowledge receipt|reply (?:with )?[\"“']?received",
    re.I,
)
ASKED_WITH = ("收到", "知悉", "阅", "看到", "eceipt", "eceived")
"""Every request for a receipt has one of these."""

_MAY_ASK = re.compile("|".join(ASKED_WITH), re.I)
_ANSWERS = re.compile(
    r"(?:[@＠]\S+\s*)?(?:[^\s，,。！!:：没未请各有]{0,12}?[：:\s]?)"
    r"(?:(?:已|均|都)?收到(?:了|，?谢谢|，?辛苦了?|通知)?|收悉|(?:好的?|明白|知悉|遵办)[，,\s]*(?:收到)?|\+?1|ok|received|noted|got it)"
    r"(?:[，,\s]*(?:谢谢|辛苦了?|马上办?|按要求落实)|[，,\s]+[^\s，,。！!？?]{2,8})?[\s。.！!~～🙏👌👍🌹]*",
    re.I,
)
RECEIVED = "received:"
"""Memory key, before a task's number and a member's id: he has answered that he got it."""

_LONGEST_ANSWER = 30
_FORM = re.compile(r"回复(?:格式)?[：:\s]?[“\"「]([^”\"」\n]{2,30})[”\"」]")
_SLOTS = (
    (re.compile(r"(?:单位|村名|村居|社区|乡镇)(?:名称)?"), "office"),
    (re.compile(r"姓名|名字|本人姓名"), "name"),
)
_AROUND = 20


class Workdays(Protocol):
    """What is needed of the calendar."""

    @property
    def timezone(self) -> str:
        """The office's time zone."""
        ...

    def is_workday(self, day: date) -> bool:
        """Whether people work on that day."""
        ...

    def add_workdays(self, day: date, count: int) -> date:
        """The `count`th workday after `day`."""
        ...

    def at(self, day: date, clock: str | None = None) -> datetime:
        """The instant of a clock time, of the end of the working day where there is none."""
        ...


def asks_receipt(text: str) -> bool:
    """Whether the text asks everybody who reads it to answer that he did; what is itself an answer asks nothing."""
    return _MAY_ASK.search(text) is not None and not is_answer(text) and _ASKS.search(text) is not None


def is_answer(text: str) -> bool:
    """Whether the whole of a short text says 收到."""
    text = text.strip()
    return len(text) <= _LONGEST_ANSWER and _ANSWERS.fullmatch(text) is not None


def receipt_due(text: str, asked_at: datetime, deadlines: Sequence[Deadline], calendar: Workdays) -> datetime:
    """By when the receipt is wanted: a deadline said beside the request, else the end of that working day.

    What comes within an hour of the day's end, or on a day off, is wanted by the end of the next workday. A notice
    that is itself due earlier wants its receipt by then.
    """
    asked = _ASKS.search(text)
    near = [each.at for each in deadlines if asked and each.said and _of_request(text, asked.span(), each.span)]
    if near:
        return min(near)
    day = asked_at.astimezone(ZoneInfo(calendar.timezone)).date()
    ends = calendar.at(day)
    if not calendar.is_workday(day) or ends - asked_at < timedelta(hours=1):
        ends = calendar.at(calendar.add_workdays(day, 1))
    return min([ends, *(each.at for each in deadlines if each.at > asked_at)])


def _of_request(text: str, asked: Span, said: Span) -> bool:
    """Whether a deadline is said in the clause that asks for the receipt, or alone in the clause after it."""
    if said[0] >= asked[1]:
        between, after = text[asked[1] : said[0]], text[said[1] : said[1] + 6]
        alone = re.match(r"\s*(?:之?前|以前|截止)?\s*(?:[。；;，,！!\n]|\Z)", after)
        return len(between) <= _AROUND and not re.search(r"[。；;\n]" if alone else r"[。；;\n，,]", between)
    between = text[min(said[1], asked[0]) : asked[0]]
    return len(between) <= _AROUND and not re.search(r"[。；;\n，,]", between)


def with_receipt(notice: Notice, message: Message, calendar: Workdays) -> Notice:
    """The notice with the deadline of its receipt, where it asks for one."""
    if Requirement.REPLY_RECEIPT not in notice.requirements:
        return notice
    return replace(notice, receipt_by=receipt_due(message.text, message.reference, notice.deadlines, calendar))


def ready_reply(text: str, office: str, name: str) -> str:
    """The answer to copy: in the form the notice asks for, else 收到 (received, where the notice is English)."""
    form = _FORM.search(text)
    if form is None:
        named = re.search(r"(?:回复|注明)[^。\n]{0,6}(?:单位|村名)?[+＋和、]?姓名", text)
        received = "收到" if re.search(r"[\u4e00-\u9fff]", text) else "Received"
        return f"{office}{name}{received}" if named else received
    reply = re.sub(r"[+＋]", " ", form[1])
    for pattern, slot in _SLOTS:
        reply = pattern.sub(lambda _, slot=slot: office if slot == "office" else name, reply)  # type: ignore[misc]
    return " ".join(reply.split())


@dataclass(frozen=True, slots=True)
class Roll:
    """Who of the people seen in a group has answered one message, and who has not; names, in order of appearance."""

    answered: tuple[str, ...]
    missing: tuple[str, ...]


def call_roll(asked: Message, seen: Iterable[Message], gone: Iterable[str] = ()) -> Roll:
    """Whose receipt of `asked` is there; `seen` are the group's messages, before and after it, oldest first.

    An answer to another message counts for that one alone; any other counts for what was asked before it. Whoever
    says something else at all after the request was heard, but has not answered.
    """
    people: dict[str, str] = {}
    answered: dict[str, str] = {}
    left = set(gone)
    for message in seen:
        who = person_of(message)
        if who is None or who == person_of(asked):
            continue
        people[who] = message.sender or people.get(who, who)
        if message.received_at < asked.received_at or message.id == asked.id or not is_answer(message.text):
            continue
        if message.reply_to in (None, asked.id):
            answered[who] = people[who]
    missing = tuple(name for who, name in people.items() if who not in answered and who not in left)
    return Roll(tuple(answered.values()), missing)


def person_of(message: Message) -> str | None:
    """What tells one writer from another: his door reference, behind a bridge his name."""
    bridged = message.sender is not None and message.origin.sender_name != message.sender
    return message.sender if bridged or message.by is None else message.by
