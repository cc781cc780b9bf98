"""Load what attribution needs, surest first, and no more than it needs; and remember what it teaches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.attribution import (
    ASKED_BEFORE,
    CONFIDENCE,
    HEAD_KEY,
    LINK_KEY,
    SAME_INSTANT,
    SEEN_KEY,
    SURE,
    Attribution,
    Knowledge,
    Twin,
    Why,
    also_seen,
    attribute,
    memory_keys,
)
from bot.core.headers import Header, clean_name, fold
from bot.core.models import Entity, Group, JournalEntry, Memory, Message, StoredMessage
from bot.core.platform_lines import read_platform_line
from bot.core.registry import renamed_group
from handlers.ledger import Ledger
from handlers.letters import Letter
from storage.store import text_key

TWIN_WITHIN = timedelta(days=30)
"""How long ago the same words may have been seen in a group."""

_WHYS = frozenset(why.value for why in Why)

SHORTEST_TWIN = 12
"""Shorter texts (收到, 好的) are said in every group and tell nothing."""


async def find_whence(
    ledger: Ledger, message: Message, header: Header, issuer: str | None, seat: str | None, now: datetime
) -> Attribution:
    """Where `message` (already without its header) comes from; `seat` is the group chat the bot itself got it in."""
    groups = await ledger.groups()
    sitting = next((group for group in groups if group.chat == seat), None) if seat else None
    place = seat or message.origin.chat
    linked = await ledger.memory(LINK_KEY + place) if place else None
    sitting = next((group for group in groups if linked and str(group.id) == linked), sitting)
    heads = {}
    if header.group and (told := await ledger.memory(HEAD_KEY + fold(header.group))):
        heads[HEAD_KEY + fold(header.group)] = told
    if sitting is not None or (message.origin.chat and message.origin.chat_title) or _is_given(message, header):
        return attribute(message, header, Knowledge(groups, sitting, memories=heads), issuer)
    twins = await _twins(ledger, message, now, any(group.chat for group in groups))
    keys = _learned(message, header, issuer)
    learned = {key: value for key in keys if (value := await ledger.memory(key))}
    return attribute(message, header, Knowledge(groups, None, twins, heads | learned), issuer)


def _is_given(message: Message, header: Header) -> bool:
    return bool(message.group and message.group != header.group)


def _learned(message: Message, header: Header, issuer: str | None) -> tuple[str, ...]:
    """Keys of what people answered about the sender or the office, and of where the sender was seen."""
    sender = _sender(message, header)
    return (*memory_keys(sender, issuer), *((SEEN_KEY + fold(sender),) if sender else ()))


def _sender(message: Message, header: Header) -> str | None:
    return message.sender or header.sender or message.origin.sender_name


def foreseen(message: Message, header: Header, issuer: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Keys of texts and of memories that `find_whence` will most likely ask for."""
    head = (HEAD_KEY + fold(header.group),) if header.group else ()
    keys = (*head, *_learned(message, header, issuer))
    if place := message.origin.chat if message.private else message.chat:
        return (), (LINK_KEY + place, *keys)
    if not message.private or _is_given(message, header):
        return (), keys
    return ((text_key(message.text),) if len(message.text) >= SHORTEST_TWIN else ()), keys


async def _twins(ledger: Ledger, message: Message, now: datetime, sits: bool) -> list[Twin]:
    """Messages of groups with these words; where the bot `sits` in some, those of the second that a forward tells."""
    found = []
    if len(message.text) >= SHORTEST_TWIN:
        stored = await ledger.find_twins(text_key(message.text), now - TWIN_WITHIN)
        found = [_twin(one) for one in stored if one.message.id != message.id and _is_sure(one)]
    at = message.sent_at
    if sits and at is not None and not any(twin.seat and abs(twin.at - at) <= SAME_INSTANT for twin in found):
        then = await ledger.posted_at(at - SAME_INSTANT, at + SAME_INSTANT)
        found += [replace(_twin(one), same=False) for one in then]
    return found


def _is_sure(stored: StoredMessage) -> bool:
    """Whether nobody guessed where it came from."""
    return stored.attributed in _WHYS and CONFIDENCE[Why(stored.attributed)] >= SURE


def _twin(stored: StoredMessage) -> Twin:
    said = stored.message
    return Twin(stored.group or 0, said.received_at, said.sender or said.origin.sender_name, seat=not said.private)


async def taught(ledger: Ledger, group: Group, senders: Iterable[str | None], now: datetime) -> list[Entity]:
    """What is to be remembered of people who were surely seen in a group, where that is new."""
    found: list[Entity] = []
    for sender in dict.fromkeys(senders):
        key = SEEN_KEY + fold(sender or "")
        value = also_seen(await ledger.memory(key), group.id) if sender else None
        if value is not None:
            found.append(Memory(key, value, now))
    return found


async def platform_told(ledger: Ledger, letter: Letter, group: Group) -> tuple[Group, list[Entity]]:
    """The group after what its platform wrote there, as a bridge passed it on: a new name, people who came."""
    message, bridged = letter.body, letter.header.platform != "unknown"
    line = None if message.private and not bridged else read_platform_line(message.text)
    if line is None or letter.header.sender is not None or await ledger.message(message.id) is not None:
        return group, []
    if line.renamed is not None:
        taken = any(fold(each.name) == fold(line.renamed) for each in await ledger.groups())
        if taken:
            return group, []
        old: dict[str, object] = {"from": group.name}
        entry = JournalEntry(letter.now, "group_renamed", "platform_line", group=group.id, detail=old)
        return renamed_group(group, clean_name(line.renamed)), [entry]
    came: list[Entity] = []
    for name in line.came:
        who: dict[str, object] = {"user": name, "name": name}
        came.append(JournalEntry(message.reference, "person_joined", "platform_line", group=group.id, detail=who))
    return group, came


def asked(came_from: Attribution, issuer: str | None, now: datetime) -> tuple[Memory, ...]:
    """Remember that people are being asked, so that the same sender does not raise the same question every day."""
    return tuple(Memory(key, ASKED_BEFORE, now) for key in memory_keys(came_from.sender, issuer))
