"""Load what attribution needs, surest first, and no more than it needs."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.attribution import ASKED_BEFORE, LINK_KEY, Attribution, Header, Knowledge, Why, attribute, memory_keys
from bot.core.models import Group, Memory, Message
from handlers.ledger import Ledger
from storage.store import text_key

TWIN_WITHIN = timedelta(days=30)
"""How long ago the same words may have been seen in a group."""

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
    known = Knowledge(groups, sitting)
    found = attribute(message, header, known, issuer)
    if found.why is not Why.UNKNOWN and not (found.why is Why.HEADER and sitting is None):
        return found
    twin = await _twin(ledger, message, groups, now)
    if twin is not None:
        return attribute(message, header, Knowledge(groups, None, twin), issuer)
    if found.why is Why.HEADER:
        return found
    memories = {key: value for key in memory_keys(found.sender, issuer) if (value := await ledger.memory(key))}
    return attribute(message, header, Knowledge(groups, None, None, memories), issuer)


def foreseen(message: Message, header: Header, issuer: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Keys of texts and of memories that `find_whence` will most likely ask for."""
    if place := message.origin.chat if message.private else message.chat:
        return (), (LINK_KEY + place,)
    if not message.private or message.group:
        return (), ()
    texts = (text_key(message.text),) if len(message.text) >= SHORTEST_TWIN else ()
    return texts, memory_keys(message.sender or header.sender or message.origin.sender_name, issuer)


async def _twin(ledger: Ledger, message: Message, groups: list[Group], now: datetime) -> Group | None:
    if len(message.text) < SHORTEST_TWIN:
        return None
    twin = await ledger.find_twin(text_key(message.text), now - TWIN_WITHIN)
    return next((group for group in groups if twin and group.id == twin.group), None)


def asked(came_from: Attribution, issuer: str | None, now: datetime) -> tuple[Memory, ...]:
    """Remember that people are being asked, so that the same sender does not raise the same question every day."""
    return tuple(Memory(key, ASKED_BEFORE, now) for key in memory_keys(came_from.sender, issuer))
