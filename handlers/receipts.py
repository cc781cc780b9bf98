"""Receipts asked for in groups the bot sits in: load what a roll needs."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.core.models import AssignmentState, Message, Origin, Outcome, StoredMessage
from bot.core.receipts import ASKED_WITH, RECEIVED, Roll, asks_receipt, call_roll
from storage.store import Look

SEEN_WITHIN = timedelta(days=60)
"""Who spoke in the group within this time, or came into it, is expected to answer."""

ASKED_WITHIN = timedelta(days=3)
"""How long one can ask who answered."""

_MOST = 5000
_NOTICES = (Outcome.NEW, Outcome.MERGED, Outcome.CHANGED, Outcome.INFO, Outcome.NEEDS_LOOK)


async def open_receipts(look: Look, now: datetime) -> list[StoredMessage]:
    """The messages of the last days that ask a group for receipts, the newest first."""
    found = await look.messages(since=now - ASKED_WITHIN, outcomes=_NOTICES, holding=ASKED_WITH, limit=_MOST)
    return [each for each in reversed(found) if not each.message.private and asks_receipt(each.message.text)]


async def roll_of(look: Look, asked: StoredMessage) -> Roll:
    """Who of the group's people has answered that message."""
    said = asked.message
    if asked.group is None:
        return Roll((), ())
    since = said.received_at - SEEN_WITHIN
    heard = await look.messages(group=asked.group, since=since, limit=_MOST)
    came: list[Message] = []
    gone: set[str] = set()
    for entry in await look.journal(group=asked.group, since=since, limit=_MOST):
        who, name = str(entry.detail.get("user", "")), str(entry.detail.get("name", ""))
        if entry.verb == "person_joined":
            # Under his own name, not a bridge's, so that what he says later is known as his.
            origin = Origin(sender_name=name or None)
            came.append(
                Message(f"joined:{who}", entry.at, "", sender=name or None, by=who, private=False, origin=origin)
            )
            gone.discard(who)
        elif entry.verb == "person_left":
            gone.add(who)
    seen = [each.message for each in heard if not each.message.private]
    return call_roll(said, sorted([*came, *seen], key=lambda each: each.received_at), gone)


async def answered_receipts(look: Look, numbers: Collection[int]) -> set[int]:
    """Those of these open tasks whose receipt was given, as people marked it: by everybody who has the task."""
    if not numbers:
        return set()
    marked = await look.memories(RECEIVED)
    holders: dict[int, set[int]] = {number: set() for number in numbers}
    for share in await look.assignments(numbers):
        if share.state is AssignmentState.OPEN:
            holders[share.task].add(share.member)
    gave = {
        number: {int(key.rpartition(":")[2]) for key in marked if key.startswith(f"{RECEIVED}{number}:")}
        for number in numbers
    }
    return {number for number in numbers if gave[number] and holders[number] <= gave[number]}
