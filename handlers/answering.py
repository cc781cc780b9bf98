"""What is noted and said beside the decision: the group's counts, and the answer to who brought the messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core.attribution import Why
from bot.core.burst import (
    ASKING,
    Item,
    add_to_burst,
    album_mate,
    is_news,
    item_of,
    join_album,
    pictures_before,
    replaced_in,
    said_as_new,
)
from bot.core.decide import Decision
from bot.core.models import (
    Entity,
    GroupState,
    JournalEntry,
    Member,
    Memory,
    Message,
    Notice,
    Origin,
    OutboxRow,
    Outcome,
    StoredMessage,
)
from bot.core.registry import heard
from bot.core.views import title_of
from handlers.deps import Rules
from handlers.desk import Desk, part_of_album
from handlers.whence import asked

MOST_ITEMS = 50
"""A burst that has gathered so many messages is closed; the next message begins another."""

Taken = tuple[Message, Notice, Decision]
"""One message with what was read in it and decided about it."""


def registered(desk: Desk, taken: Sequence[Taken], before: Mapping[str, StoredMessage | None]) -> list[Entity]:
    """The group's counts after these messages; an edit is not counted again."""
    group = desk.group
    if group is None:
        return []
    entries: list[Entity] = []
    for part, _, decision in taken:
        if before[part.id] is not None:
            continue
        after = heard(group, decision.outcome, decision.verdict.relation, part.reference)
        if group.state is GroupState.DISSOLVED and after.state is GroupState.ACTIVE:
            entries.append(JournalEntry(desk.now, "group_revived", "revived", group=group.id, message=part.id))
        group = after
    return [group, *entries]


def still_open(row: OutboxRow | None) -> OutboxRow | None:
    """The burst row when more may be added to it: not one that was tried already, nor one that is full."""
    if row is None or row.attempts or row.parts_sent:
        return None
    items = row.data["items"]
    return None if isinstance(items, list) and len(items) >= MOST_ITEMS else row


async def answered(
    desk: Desk, actor: Member, message: Message, rules: Rules, taken: Sequence[Taken], joined: bool = False
) -> list[Entity]:
    """The answer to who brought the messages, gathered with what else arrives at once, and what was asked with it.

    With `joined` the message is a file, and what was taken in is the notice that it belongs to.
    """
    items = [_item(desk, *one) for one in taken if not _is_mere_correction(*one)]
    if joined and items:
        names = [file.name for file in message.attachments]
        items = [item | _of_these(item, names) for item in items]
        if said_as_new(desk.waiting, taken[0][0].id) and not items[0]["troubles"]:
            return []
        if items[0]["outcome"] != Outcome.NEW.value:
            items = [item | {"joined": names} for item in items]
        desk = replace(desk, waiting=replaced_in(desk.waiting, taken[0][0].id))
    if not items:
        return []
    came_from = desk.came_from
    # One question stands for the whole burst, also for whom it has just been raised about.
    unknown = came_from.why is Why.UNKNOWN and (came_from.ask or bool(desk.waiting and desk.waiting.data.get("ask")))
    asking = [str(item["message"]) for item in items if unknown and is_news(item)]
    if asking and not _forwarded(message) and not await desk.ledger.groups():
        asking = []  # Words pasted before any group is known: there is nothing to choose from.
    chat = message.chat or actor.chat
    waits = (rules.burst_wait, rules.burst_limit)
    again = message.edited or joined
    guessed = _guessed(desk, items)
    others = came_from.others if asking or guessed else ()
    row = add_to_burst(desk.waiting, chat, actor.id, items, asking, desk.now, *waits, again, guessed, others)
    saved: list[Entity] = []
    if message.album and message.text.strip():
        saved = await _reunited(desk, message.album, items[0])
        row = join_album(row, message.album, items[0])
    issuer = next((notice.issuer for _, notice, _ in taken if notice.issuer), None)
    if asking:
        saved += asked(came_from, issuer, desk.now)
        saved.append(Memory(ASKING + chat, str(row.data["first"]), desk.now))
    return [row, *saved]


def _guessed(desk: Desk, items: Sequence[Item]) -> list[Item]:
    """The items worth asking for whose group is a guess."""
    came_from, group = desk.came_from, desk.group
    if came_from.sure or group is None:
        return []
    why = came_from.why.value
    return [{"message": item["message"], "group": group.id, "why": why} for item in items if is_news(item)]


def _of_these(item: Item, names: Sequence[str]) -> Item:
    """What an item says of files, of these alone."""
    return {
        "troubles": [one for one in item["troubles"] if one[0] in names],
        "partly": [one for one in item["partly"] if one in names],
    }


def _forwarded(message: Message) -> bool:
    return message.sent_at is not None or message.origin != Origin()


def _is_mere_correction(part: Message, _: Notice, decision: Decision) -> bool:
    """An edit that changes nothing for anybody is taken in without a word."""
    return part.edited and decision.outcome in (Outcome.CHATTER, Outcome.MERGED) and not decision.changes


def _item(desk: Desk, part: Message, notice: Notice, decision: Decision) -> Item:
    title = title_of(decision.task) if decision.task else notice.title
    item = item_of(part, decision, title, desk.came_from.name)
    if decision.verdict.reason == "album" and (mate := album_mate(desk.waiting, part.album)):
        item["part_of"] = mate["message"]
    return item


async def _reunited(desk: Desk, album: str, worded: Item) -> list[Entity]:
    """Pictures of an album that came before its words are no longer waiting for a look."""
    found: list[Entity] = []
    for id in pictures_before(desk.waiting, album):
        row = await desk.ledger.message(id)
        if row is not None and row.outcome is Outcome.NEEDS_LOOK:
            again = part_of_album(row.message, worded["outcome"], worded["task"], row.group, row.attributed)
            found.append(replace(again, kind=row.kind))
    return found
