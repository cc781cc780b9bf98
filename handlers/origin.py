"""A person says which group messages came from: applied to the whole burst, and remembered for the next time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.attribution import NO_GROUP, Why, memory_keys
from bot.core.burst import ASKING, key_of
from bot.core.headers import clean_name
from bot.core.models import Changes, Entity, Group, Memory, OutboxRow, StoredMessage
from bot.core.registry import heard, new_group
from handlers.commands.call import Call, Refusal


async def set_origin(call: Call) -> None:
    """/from GROUP [FIRST]: a button names the group by id and the burst by its first message; words name the group."""
    words = call.words
    if not words:
        raise Refusal("group_missing", command="from")
    by_button = len(words) == 2 and words[0].isdigit()
    first = words[1] if by_button else await call.work.memory(ASKING + call.command.chat)
    row = await call.work.outbox(key_of(call.command.chat, first)) if first else None
    if row is None:
        raise Refusal("nothing_asked", command="from")
    group = await _group(call, words[0] if by_button else " ".join(words), by_id=by_button)
    asked = row.data.get("ask")
    stored = [message for id in (asked if isinstance(asked, list) else []) if (message := await call.work.message(id))]
    await _apply(call, row, group, stored)


async def _group(call: Call, said: str, *, by_id: bool) -> Group | None:
    """The group that is meant, a new one where the name is new, None for "no group"."""
    if by_id or said == NO_GROUP:
        return await call.work.group(int(said)) if said != NO_GROUP else None
    name = clean_name(said)
    group = await call.work.group_named(name)
    if group is None:
        fresh = new_group(name, "unknown", call.now)
        group = replace(fresh, id=(await call.work.apply(Changes((fresh,)))).ids[name])
    return group


async def _apply(call: Call, row: OutboxRow, group: Group | None, stored: Sequence[StoredMessage]) -> None:
    saved: dict[object, Entity] = {}
    counted = group
    for message in stored:
        if message.attributed == Why.ASKED.value:
            continue
        saved[message.message.id] = replace(message, group=group.id if group else None, attributed=Why.ASKED.value)
        if counted is not None:
            counted = heard(counted, message.outcome, message.relation, message.message.reference)
        for source in await call.work.sources_of_message(message.message.id):
            saved[source.task, source.message] = replace(source, group=group.name if group else None)
        for key in await _keys(call, message):
            saved[key] = Memory(key, str(group.id) if group else NO_GROUP, call.now)
    call.save(*saved.values(), *((counted,) if counted else ()))
    data = row.data | {"ask": [], "noted": group.name if group else ""}
    call.say("burst_again", data)


async def _keys(call: Call, message: StoredMessage) -> tuple[str, ...]:
    """Under which names the answer is remembered: who posted it, else the office that signs."""
    sender = message.message.sender or message.message.origin.sender_name
    task = await call.work.task(message.task) if message.task is not None and not sender else None
    return memory_keys(sender, task.facts.issuer if task else None)
