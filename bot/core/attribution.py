"""Which group does a message come from, and how sure are we.

In the order of what can be trusted: the door said so, the bot itself sits there, the same words were seen there, a
header line names it, the sender's or the signing office's history, else nobody knows and people are asked once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.core.models import Group, Message


class Why(StrEnum):
    """Why a message is attributed to its group; stored with it."""

    GIVEN = "given"
    ORIGIN_CHAT = "origin_chat"
    SEEN_IN_GROUP = "seen_in_group"
    HEADER = "header"
    HISTORY = "history"
    ASKED = "asked"
    UNKNOWN = "unknown"


CONFIDENCE = {
    Why.GIVEN: 1.0,
    Why.ORIGIN_CHAT: 1.0,
    Why.SEEN_IN_GROUP: 0.95,
    Why.HEADER: 0.9,
    Why.ASKED: 0.9,
    Why.HISTORY: 0.7,
    Why.UNKNOWN: 0.0,
}
"""How sure each reason makes us, from 0 to 1."""

SENDER_KEY = "group_of_sender:"
ISSUER_KEY = "group_of_issuer:"
"""Memory keys: what people answered, by who posted it and by the office that signs it; the value is a group id."""

LINK_KEY = "link:"
"""Memory key, before a chat: the id of the group that a bridge shows there, as a person set it."""

NO_GROUP = "0"
"""The remembered answer "it came from no group": do not ask again."""

ASKED_BEFORE = "?"
"""What is remembered when people were asked and have not answered: do not ask again, and do not guess."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header line taken off a text: what it named, and the words below it. `cut` when the bridge shortened them."""

    text: str
    group: str | None = None
    sender: str | None = None
    platform: str = "unknown"
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What attribution may look at. `seat` is the group whose chat the bot itself got the message in.

    `twin` is the group in which the same words were seen; `memories` are remembered answers by their full key.
    """

    groups: Sequence[Group] = ()
    seat: Group | None = None
    twin: Group | None = None
    memories: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where a message comes from: `group` is the known group (None when new or unknown), `name` its name.

    `ask` is set when nobody knows and nobody was asked yet.
    """

    why: Why
    name: str | None = None
    group: Group | None = None
    sender: str | None = None
    platform: str = "unknown"
    ask: bool = False

    @property
    def confidence(self) -> float:
        """How sure we are, from 0 (unknown) to 1."""
        return CONFIDENCE[self.why]


# ── Header lines ─────────────────────────────────────────────────────────────

_PLATFORMS = {"💬": "wechat", "🐧": "qq", "💻": "wecom"}
_BRIDGE = re.compile(
    r"\A\s*(?P<app>💬|🐧|💻|📱|📟|🌐|💼)(?P<type>👥|👤|💭|🗣️?|📢|❓|💻|🤖|🔗)?\s*(?P<who>[^\n\[\]]{0,80}?)\s*"
    r"(?:\[(?P<group>[^\n\]]{1,80})\])?\s*[:：][ \t]*(?:\n|\Z)"
)
_ALIAS = re.compile(r"(?P<alias>.*?)\s*[（(](?P<nick>[^()（）]{1,40})[)）]\Z")
_GROUPISH = (
    r"[^\s【】\[\]#＃,，。;；:：、]{1,28}?(?:群组|群聊|群|工作圈|专班|工作组|大家庭|联络站)(?:[（(]\d{1,4}[)）])?"
)
_HAND_WRITTEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\A\s*【(?:来自|转自|转发自)?\s*[:：]?\s*(?P<group>{_GROUPISH})】[ \t]*[:：]?\s*",
        rf"\A\s*\[(?:来自|转自|转发自)?\s*[:：]?\s*(?P<group>{_GROUPISH})\][ \t]*[:：]?\s*",
        rf"\A\s*[#＃](?P<group>{_GROUPISH})[#＃]?(?:[ \t]*[:：]|[ \t]+|\n|(?=[^\w]))\s*",
        rf"\A\s*[（(]?(?:来自|转自|转发自|摘自|出自)\s*[:：]?\s*[“”「\"]?(?P<group>{_GROUPISH})[”」\"]?的?(?:通知|消息)?"
        r"[)）]?[ \t]*(?:[:：,，。]|\n|[ \t])\s*",
        rf"\A\s*(?P<group>{_GROUPISH})\s*(?:里的?)?(?:通知|消息)?(?:[:：]\s*\n|[:：](?=\S))\s*",
        r"\A\s*\[?(?:[Ff]rom|[Vv]ia|[Ff]orwarded from)\s*[:：]?\s*(?P<group>[^\n\[\]]{2,50}?(?:[Gg]roup|[Cc]hat))\]?"
        r"[ \t]*(?:[:：,.]|\n)\s*",
    )
)
_TAIL = re.compile(
    rf"\n\s*[（(【]?(?:——|—|--)?\s*(?:来自|转自|转发自|摘自)\s*[:：]?\s*(?P<group>{_GROUPISH})[)）】]?\s*\Z"
)
_TAIL_REACH = 80
_AUTHOR = re.compile(r"\A\s*(?P<who>[^\n:：，。！？【】]{1,24}):[ \t]*\n(?=\S)")
_ADDRESSED = re.compile(
    r"^(?:各|诸|全体|所有|致|请|@|大家|同志|领导|尊敬|dear|hi|hello|all)|(?:们|同志|通知|公告|如下|领导|书记|主任|附件|注)$",
    re.I,
)
_CUT = re.compile(r"\A(?P<head>.{60,200}?)\n\.\.\.\n(?P<tail>.{60,200})\Z", re.S)
_COUNT = re.compile(r"[（(]\d{1,4}[)）]\Z")


def read_header(text: str, *, linked: bool = False) -> Header:
    """Take a bridge's or a person's header line off `text`; with no header the text stays whole.

    `linked` says that the message stood in a chat of the bot's own world (not pasted by a person), where the bridge
    writes only `author:` on the first line.
    """
    if match := _BRIDGE.match(text):
        return _bridge_header(text, match)
    for pattern in _HAND_WRITTEN:
        if (match := pattern.match(text)) and text[match.end() :].strip():
            return Header(text[match.end() :], clean_name(match["group"]), cut=_is_cut(text[match.end() :]))
    if (match := _TAIL.search(text, max(0, len(text) - _TAIL_REACH))) and text[: match.start()].strip():
        return Header(text[: match.start()], clean_name(match["group"]))
    if linked and (match := _AUTHOR.match(text)) and not _ADDRESSED.search(match["who"].strip()):
        body = text[match.end() :]
        return Header(body, sender=match["who"].strip(), cut=_is_cut(body))
    return Header(text, cut=_is_cut(text) and linked)


def _bridge_header(text: str, match: re.Match[str]) -> Header:
    """`💬👥 alias (nick) [group]:`; a private chat (👤) has no group, a plain group head names only itself."""
    body = text[match.end() :]
    who, group = (match["who"] or "").strip(), match["group"]
    if group is None and match["type"] in ("👥", "💭"):
        group, who = who, ""
    alias = _ALIAS.match(who)
    sender = (alias["alias"].strip() or alias["nick"].strip()) if alias else who
    return Header(
        body,
        clean_name(group) if group else None,
        sender or None,
        _PLATFORMS.get(match["app"], "unknown"),
        _is_cut(body),
    )


def _is_cut(body: str) -> bool:
    """Whether a bridge kept only the first and last hundred characters (the whole follows as a file)."""
    match = _CUT.match(body.strip())
    return bool(match and 90 <= len(match["head"]) <= 110 and 90 <= len(match["tail"]) <= 110)


def clean_name(name: str) -> str:
    """A group's name without its head count and surrounding blanks."""
    return _COUNT.sub("", name.strip()).strip() or name.strip()


def without_header(message: Message) -> tuple[Message, Header]:
    """The message as its author wrote it, with group and sender filled in from the header, and the header itself."""
    nobody_named = message.sent_at is not None and message.origin.sender_name is None
    linked = not message.private or message.origin.chat is not None or nobody_named
    header = read_header(message.text, linked=linked)
    if header.text == message.text:
        return message, header
    return replace(
        message, text=header.text, group=message.group or header.group, sender=message.sender or header.sender
    ), header


# ── The decision ─────────────────────────────────────────────────────────────


def attribute(message: Message, header: Header, known: Knowledge, issuer: str | None = None) -> Attribution:
    """Decide where `message` (already without its header) comes from; unknown is an honest answer."""
    sender = message.sender or header.sender or message.origin.sender_name
    if known.seat is not None:
        named = _named(header.group, known.groups) if header.group else None
        if header.group:
            return Attribution(Why.HEADER, header.group, named, sender, header.platform)
        return Attribution(Why.ORIGIN_CHAT, known.seat.name, known.seat, sender, known.seat.platform)
    if message.group and message.group != header.group:
        name = clean_name(message.group)
        return Attribution(Why.GIVEN, name, _named(name, known.groups), sender, header.platform)
    if message.origin.chat and message.origin.chat_title:
        return _from_origin(message, header, known, sender)
    if known.twin is not None:
        return Attribution(Why.SEEN_IN_GROUP, known.twin.name, known.twin, sender, known.twin.platform)
    if header.group:
        return Attribution(Why.HEADER, header.group, _named(header.group, known.groups), sender, header.platform)
    remembered = _remembered(memory_keys(sender, issuer), known)
    group = next((group for group in known.groups if str(group.id) == remembered), None)
    if group is not None or remembered == NO_GROUP:
        return Attribution(Why.HISTORY, group.name if group else None, group, sender, header.platform)
    return Attribution(Why.UNKNOWN, sender=sender, platform=header.platform, ask=remembered is None)


def _from_origin(message: Message, header: Header, known: Knowledge, sender: str | None) -> Attribution:
    """A channel or an anonymous admin names its chat; a bridge's header inside it names the true group."""
    if header.group:
        return Attribution(Why.HEADER, header.group, _named(header.group, known.groups), sender, header.platform)
    name = clean_name(message.origin.chat_title or "")
    group = next((group for group in known.groups if group.chat == message.origin.chat), None)
    group = group or _named(name, known.groups)
    return Attribution(Why.ORIGIN_CHAT, group.name if group else name, group, sender, "telegram")


def memory_keys(sender: str | None, issuer: str | None) -> tuple[str, ...]:
    """Under which key an answer is remembered: who posted it; only where nobody is named, the office that signs."""
    if sender:
        return (SENDER_KEY + fold(sender),)
    return (ISSUER_KEY + fold(issuer),) if issuer else ()


def _remembered(keys: Sequence[str], known: Knowledge) -> str | None:
    return next((known.memories[key] for key in keys if known.memories.get(key)), None)


def _named(name: str, groups: Sequence[Group]) -> Group | None:
    wanted = fold(name)
    alive = [g for g in groups if g.parent is None]
    return next((g for g in alive if fold(g.name) == wanted or wanted in map(fold, g.aliases)), None)


def fold(name: str) -> str:
    """A name for comparing: one width, no blanks, no case."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", name)).casefold()
