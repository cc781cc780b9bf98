"""A person says which group messages came from: applied to the whole burst, and remembered for the next time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.attribution import HEAD_KEY, NO_GROUP, Why, home_of, memory_keys
from bot.core.burst import ASKING, asked_in, guessed_in, key_of
from bot.core.headers import clean_name, fold
from bot.core.models import Changes, Entity, Group, Memory, StoredMessage
from bot.core.registry import heard, new_group, unheard
from bot.core.views import title_of
from handlers.commands.call import Call, Refusal
from handlers.compose import groups_to_choose

OTHER = "?"
"""Instead of a group: none of those that were offered, show more."""

_OF_TASK = re.compile(r"#(\d{1,6})")


async def set_origin(call: Call) -> None:
    """/from GROUP [FIRST]: a button names the group by id and the burst by its first message; words name the group.

    `/from #12` asks for the group of a task's message, `/from GROUP #12` says it.
    """
    words = call.words
    if not words:
        raise Refusal("group_missing", command="from")
    if of_task := next((match for word in words if (match := _OF_TASK.fullmatch(word))), None):
        await _of_task(call, int(of_task[1]), [word for word in words if word != of_task[0]])
        return
    by_button = len(words) == 2 and (words[0].isdigit() or words[0] == OTHER)
    first = words[1] if by_button else await call.work.memory(ASKING + call.command.chat)
    row = await call.work.outbox(key_of(call.command.chat, first)) if first else None
    if row is None:
        raise Refusal("nothing_asked", command="from")
    ids = [*asked_in(row), *(each["message"] for each in guessed_in(row))]
    if words[0] == OTHER:
        call.say("burst_again", row.data | {"ask": ids, "guessed": []})
        return
    by_id = by_button or (len(words) == 1 and words[0].isdigit())
    group = await _group(call, words[0] if by_button else " ".join(words), by_id=by_id)
    stored = [message for id in ids if (message := await call.work.message(id))]
    await _apply(call, group, stored)
    call.say("burst_again", row.data | {"ask": [], "guessed": [], "noted": group.name if group else ""})


async def _of_task(call: Call, number: int, rest: Sequence[str]) -> None:
    """The group of the message that opened a task: asked for, or said."""
    dossier = await call.dossier(number)
    opener = await call.work.message(dossier.task.opened_by)
    if opener is None:
        raise Refusal("no_original", number=number)
    told: dict[str, object] = {"number": number, "title": title_of(dossier.task)}
    known = await call.work.group(opener.group) if opener.group is not None else None
    if not rest:
        groups = await groups_to_choose(call.work, (), (known.id,) if known else ())
        call.say("whose_group", told | {"groups": groups, "now_in": known.name if known else None})
        return
    group = await _group(call, " ".join(rest), by_id=len(rest) == 1 and rest[0].isdigit())
    await _apply(call, group, [opener])
    call.say("group_noted", told | {"name": group.name if group else None})


async def _group(call: Call, said: str, *, by_id: bool) -> Group | None:
    """The group that is meant, a new one where the name is new, None for "no group"."""
    if said == NO_GROUP:
        return None
    if by_id:
        known = await call.work.group(int(said)) if len(said) < 10 else None
        if known is None:
            raise Refusal("no_such_group", said=said[:30])
        return home_of(known, await call.work.groups())
    name = clean_name(said)
    group = await call.work.group_named(name)
    if group is None:
        fresh = new_group(name, "unknown", call.now)
        group = replace(fresh, id=(await call.work.apply(Changes((fresh,)))).ids[name])
    return group


async def _apply(call: Call, group: Group | None, stored: Sequence[StoredMessage]) -> None:
    """Count the messages where they belong, and remember what that teaches."""
    saved: dict[object, Entity] = {}
    counted = {each.id: each for each in await call.work.groups()}
    for message in stored:
        id = group.id if group else None
        if message.attributed == Why.ASKED.value and message.group == id:
            continue
        saved[message.message.id] = replace(message, group=id, attributed=Why.ASKED.value)
        told = (message.outcome, message.relation)
        if message.group in counted and message.group != id:
            counted[message.group] = unheard(counted[message.group], *told)
            saved[Group, message.group] = counted[message.group]
        if id in counted and message.group != id:
            counted[id] = heard(counted[id], *told, message.message.reference)
            saved[Group, id] = counted[id]
        for source in await call.work.sources_of_message(message.message.id):
            saved[source.task, source.message] = replace(source, group=group.name if group else None)
        for memory in await _taught(call, message, group):
            saved[memory.key] = memory
    call.save(*saved.values(), label="from")


async def _taught(call: Call, message: StoredMessage, group: Group | None) -> list[Memory]:
    """Who posts there, else which office signs there; and which group a header line means."""
    value = str(group.id) if group else NO_GROUP
    sender = message.message.sender or message.message.origin.sender_name
    task = await call.work.task(message.task) if message.task is not None and not sender else None
    keys = list(memory_keys(sender, task.facts.issuer if task else None))
    if message.attributed == Why.HEADER.value and message.group is not None and group is not None:
        named = await call.work.group(message.group)
        keys = [HEAD_KEY + fold(named.name)] if named else []
    return [Memory(key, value, call.now) for key in keys]
