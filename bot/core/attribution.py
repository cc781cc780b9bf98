"""Which group does a message come from, and how sure are we.

In the order of what can be trusted: the door said so, the bot itself sits there, the same message was seen there, a
header line names it, people's answers, where the sender or the same words were before; else nobody knows and people
are asked once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.headers import Header, clean_name, fold
from bot.core.models import Group, Message


class Why(StrEnum):
    """Why a message is attributed to its group; stored with it."""

    GIVEN = "given"
    ORIGIN_CHAT = "origin_chat"
    SEEN_IN_GROUP = "seen_in_group"
    HEADER = "header"
    ASKED = "asked"
    HISTORY = "history"
    WORDING = "wording"
    UNKNOWN = "unknown"


CONFIDENCE = {
    Why.GIVEN: 1.0,
    Why.ORIGIN_CHAT: 1.0,
    Why.SEEN_IN_GROUP: 0.95,
    Why.HEADER: 0.9,
    Why.ASKED: 0.9,
    Why.HISTORY: 0.7,
    Why.WORDING: 0.6,
    Why.UNKNOWN: 0.0,
}
"""How sure each reason makes us, from 0 to 1."""

SURE = 0.9
"""From here on nobody is offered another group."""

SENDER_KEY = "group_of_sender:"
ISSUER_KEY = "group_of_issuer:"
"""Memory keys: what people answered, by who posted it and by the office that signs it; the value is a group id."""

HEAD_KEY = "group_of_head:"
"""Memory key, before a group's name as a header line has it: the id of the group that people say it is."""

SEEN_KEY = "seen_in:"
"""Memory key, before a sender: ids of the groups in which he was surely seen, with commas, the latest last."""

MOST_SEEN = 20
"""How many groups of one sender are kept."""

LINK_KEY = "link:"
"""Memory key, before a chat: the id of the group that a bridge shows there, as a person set it."""

NO_GROUP = "0"
"""The remembered answer "it came from no group": do not ask again."""

ASKED_BEFORE = "?"
"""What is remembered when people were asked and have not answered: do not ask again, and do not guess."""

PASTED_SOON = timedelta(days=3)
"""Words pasted so long after they were seen in one single group were copied there."""

SAME_INSTANT = timedelta(seconds=1)
"""A forward tells the second at which its original was posted."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A message that stands in a group: in which, since when, by whom; `same` words, or only the same instant.

    `seat` is whether the bot itself read it there; else it was forwarded or pasted to the bot and surely attributed.
    """

    group: int
    at: datetime
    sender: str | None = None
    same: bool = True
    seat: bool = True


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What attribution may look at. `seat` is the group whose chat the bot itself got the message in.

    `twins` are messages that may be the same one, the latest first; `memories` are what was learned, by full key.
    """

    groups: Sequence[Group] = ()
    seat: Group | None = None
    twins: Sequence[Twin] = ()
    memories: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where a message comes from: `group` is the known group (None when new or unknown), `name` its name.

    `ask` is set when nobody knows and nobody was asked yet. `others` are ids of groups that may be meant instead, the
    likeliest first. `head` is the name that a header line had.
    """

    why: Why
    name: str | None = None
    group: Group | None = None
    sender: str | None = None
    platform: str = "unknown"
    ask: bool = False
    alias: str | None = None
    others: tuple[int, ...] = ()
    head: str | None = None

    @property
    def confidence(self) -> float:
        """How sure we are, from 0 (unknown) to 1."""
        return CONFIDENCE[self.why]

    @property
    def sure(self) -> bool:
        """Whether nobody needs to be asked."""
        return self.confidence >= SURE


def attribute(message: Message, header: Header, known: Knowledge, issuer: str | None = None) -> Attribution:
    """Decide where `message` (already without its header) comes from; unknown is an honest answer."""
    sender = message.sender or header.sender or message.origin.sender_name
    bridged = header.platform != "unknown"
    if known.seat is not None and not (header.group and bridged):
        seat = home_of(known.seat, known.groups)
        return _found(Why.ORIGIN_CHAT, seat, sender, seat.platform)
    if known.seat is not None:
        return _headed(header, known, sender)
    if message.group and message.group != header.group:
        name = clean_name(message.group)
        return Attribution(Why.GIVEN, name, _named(name, known.groups), sender, header.platform)
    if message.origin.chat and message.origin.chat_title:
        return _from_origin(message, header, known, sender)
    twin = _same_message(message, known.twins)
    homes = homes_of(known.groups)
    if twin is not None and twin in homes:
        return _found(Why.SEEN_IN_GROUP, homes[twin], sender, homes[twin].platform)
    if header.group and (not header.guess or _named(header.group, known.groups)):
        return _headed(header, known, sender)
    if header.alone:
        return Attribution(Why.HEADER, None, None, sender, header.platform)
    return _from_history(message, header, known, sender, issuer)


def homes_of(groups: Sequence[Group]) -> dict[int, Group]:
    """By id every group, or the one that people said it is another name of."""
    by_id = {group.id: group for group in groups}
    return {group.id: by_id.get(group.parent or group.id, group) for group in groups}


def home_of(group: Group, groups: Sequence[Group]) -> Group:
    """The group itself, or the one that people said it is another name of."""
    return next((each for each in groups if each.id == group.parent), group) if group.parent else group


def _found(why: Why, group: Group, sender: str | None, platform: str, others: tuple[int, ...] = ()) -> Attribution:
    return Attribution(why, group.name, group, sender, platform, others=others)


def _headed(header: Header, known: Knowledge, sender: str | None) -> Attribution:
    """The group of a header line; of another name that people said is a known group's, that one."""
    name = header.group or ""
    told = known.memories.get(HEAD_KEY + fold(name))
    group = next((home_of(group, known.groups) for group in known.groups if str(group.id) == told), None)
    group = group or _named(name, known.groups) or (_named(header.alias, known.groups) if header.alias else None)
    shown = group.name if group else name
    return Attribution(Why.HEADER, shown, group, sender, header.platform, alias=header.alias, head=name)


def _same_message(message: Message, twins: Sequence[Twin]) -> int | None:
    """The one group in which this very message was seen; None where it was seen in several, or nobody can know."""
    here = [twin for twin in twins if twin.seat]
    if message.sent_at is not None:
        at, who = message.sent_at, fold(message.sender or message.origin.sender_name or "")
        then = [twin for twin in here if abs(twin.at - at) <= SAME_INSTANT]
        found = {twin.group for twin in then if twin.same} or {
            twin.group for twin in then if who and fold(twin.sender or "") == who
        }
        return found.pop() if len(found) == 1 else None
    found = {twin.group for twin in twins if twin.same}
    soon = any(twin.same and timedelta() <= message.received_at - twin.at <= PASTED_SOON for twin in here)
    return found.pop() if len(found) == 1 and soon and not message.group else None


def _from_history(
    message: Message, header: Header, known: Knowledge, sender: str | None, issuer: str | None
) -> Attribution:
    """A guess from people's answers, from where the sender posts, or from where these words were before."""
    homes = {str(id): group for id, group in homes_of(known.groups).items()}
    remembered = next((known.memories[key] for key in memory_keys(sender, issuer) if known.memories.get(key)), None)
    if remembered == NO_GROUP:
        return Attribution(Why.HISTORY, None, None, sender, header.platform)
    told = seen_ids(known.memories.get(SEEN_KEY + fold(sender))) if sender else []
    seen = list(dict.fromkeys(homes[id].id for id in told if id in homes))
    heard = [homes[str(twin.group)].id for twin in known.twins if twin.same and str(twin.group) in homes]
    alive = {group.id: group for group in homes.values()}
    likely = tuple(dict.fromkeys((*heard, *reversed(seen))))
    if remembered in homes:
        return _guess(Why.HISTORY, homes[remembered], sender, header, likely)
    if remembered is None:
        if len(seen) == 1:
            return _guess(Why.HISTORY, alive[seen[0]], sender, header, likely)
        if heard:
            return _guess(Why.WORDING, alive[heard[0]], sender, header, likely)
    return Attribution(Why.UNKNOWN, sender=sender, platform=header.platform, ask=remembered is None, others=likely)


def _guess(why: Why, group: Group, sender: str | None, header: Header, likely: Collection[int]) -> Attribution:
    others = tuple(id for id in likely if id != group.id)
    return _found(why, group, sender, header.platform, others)


def _from_origin(message: Message, header: Header, known: Knowledge, sender: str | None) -> Attribution:
    """A channel or an anonymous admin names its chat; a bridge's header inside it names the true group."""
    if header.group and header.platform != "unknown":
        return _headed(header, known, sender)
    name = clean_name(message.origin.chat_title or "")
    group = next((home_of(each, known.groups) for each in known.groups if each.chat == message.origin.chat), None)
    group = group or _named(name, known.groups)
    return Attribution(Why.ORIGIN_CHAT, group.name if group else name, group, sender, "telegram")


def memory_keys(sender: str | None, issuer: str | None) -> tuple[str, ...]:
    """Under which key an answer is remembered: who posted it; only where nobody is named, the office that signs."""
    if sender:
        return (SENDER_KEY + fold(sender),)
    return (ISSUER_KEY + fold(issuer),) if issuer else ()


def seen_ids(value: str | None) -> list[str]:
    """The group ids under `SEEN_KEY`, the latest last."""
    return value.split(",") if value else []


def also_seen(value: str | None, group: int) -> str | None:
    """What to keep under `SEEN_KEY` now that its sender was seen in that group; None when nothing changes."""
    ids = seen_ids(value)
    return None if str(group) in ids else ",".join([*ids, str(group)][-MOST_SEEN:])


def _named(name: str, groups: Sequence[Group]) -> Group | None:
    wanted = fold(name)
    alive = [g for g in groups if g.parent is None]
    return next((g for g in alive if fold(g.name) == wanted or wanted in map(fold, g.aliases)), None)
