"""/assign, /merge, /same, /differ, /split: who has a task, and which messages are one duty."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.joining import merge as merge_tasks
from bot.core.joining import split_off, take_out, tell_apart
from bot.core.lifecycle import Dossier, Move, Step
from bot.core.lifecycle import assign as assign_task
from bot.core.models import KnownTask, Member, Source, TaskState
from bot.core.views import View, title_of
from bot.core.words import numbers_in
from handlers.commands.call import Call, Refusal
from handlers.letters import reading

MOST_CHOICES = 8
"""Buttons with people shown at most; more are typed."""

_EVERYBODY = frozenset({"all", "everyone", "全体", "所有人", "大家"})


# ── assign ──


async def assign(call: Call) -> None:
    """/assign N @who…: give a task to people; without names it asks, with buttons."""
    number, rest = call.number_and_rest()
    dossier = await call.dossier(number)
    if dossier.task.state is not TaskState.OPEN:
        raise Refusal("closed", number=number, state=dossier.task.state.value, parent=dossier.task.parent)
    members = await call.work.members()
    if not rest:
        _ask_who(call, dossier, members)
        return
    chosen = _named(rest, members)
    move = assign_task(dossier, chosen, call.member, call.now)
    await call.settle(move, "assign")
    after = move.after[0]
    names = {each.id: each.name for each in members}
    call.say(
        "assigned",
        {
            "number": number,
            "title": title_of(dossier.task),
            "already": move.step is Step.ALREADY,
            "to": [each.name for each in chosen],
            "holders": [names[each] for each in after.holders if each in names],
            "away": [each.name for each in chosen if each.unreachable],
        },
    )
    if move.step is Step.ASSIGNED:
        for each in chosen:
            if each.id not in dossier.holders and each.id != call.member.id:
                data: dict[str, object] = {"task": number, "by": call.member.name, "cards": [number]}
                call.tell(each, "given", data, dossier.task)


def _ask_who(call: Call, dossier: Dossier, members: Sequence[Member]) -> None:
    free = [each for each in members if each.id not in dossier.holders][:MOST_CHOICES]
    call.say(
        "ask_who",
        {
            "number": dossier.task.number,
            "title": title_of(dossier.task),
            "people": [{"name": each.name, "id": each.id} for each in free],
            "more": len(members) - len(dossier.holders) - len(free),
        },
    )


def _named(text: str, members: Sequence[Member]) -> list[Member]:
    """The members meant by names, parts of names or `&id` of a button; refuses what is unknown or ambiguous."""
    chosen: dict[int, Member] = {}
    for word in re.split(r"[@\s,，、]+", text):
        if not word:
            continue
        if word.lower() in _EVERYBODY:
            chosen |= {each.id: each for each in members}
            continue
        fitting = [each for each in members if word == f"&{each.id}" or word.lower() == each.name.lower()]
        fitting = fitting or [each for each in members if word.lower() in each.name.lower()]
        if not fitting:
            raise Refusal("no_such_person", said=word[:20], people=[each.name for each in members[:MOST_CHOICES]])
        if len(fitting) > 1:
            raise Refusal("several_people", said=word[:20], people=[each.name for each in fitting[:MOST_CHOICES]])
        chosen[fitting[0].id] = fitting[0]
    return list(chosen.values())


# ── merge, same, differ ──


async def merge(call: Call) -> None:
    """/merge N M: M goes into N."""
    first, second = _two(call)
    await _merge(call, first, second)


async def same(call: Call) -> None:
    """/same N M: the answer that N, which looked new, is the known M: N goes into M."""
    first, second = _two(call)
    await _merge(call, second, first)


async def _merge(call: Call, into: int, other: int) -> None:
    if into == other:
        raise Refusal("same_number", number=into)
    kept, gone = await call.dossier(into), await call.dossier(other)
    if kept.task.state is TaskState.MERGED and kept.task.parent is not None and kept.task.parent != other:
        kept = await call.dossier(kept.task.parent)
    move = merge_tasks(kept, gone, call.member, call.now)
    if move.step is Step.NOT_OPEN:
        raise Refusal("closed", number=other, state=gone.task.state.value, parent=gone.task.parent)
    await call.settle(move, "merge")
    call.say("joined", _pair(move, kept, gone))


async def differ(call: Call) -> None:
    """/differ N M: they look alike and are two duties."""
    first, second = _two(call)
    a, b = await call.dossier(first), await call.dossier(second)
    move = tell_apart(first, second, call.member, call.now)
    call.save(*move.save, label="differ")
    call.say("joined", _pair(move, a, b), anew=True)


def _two(call: Call) -> tuple[int, int]:
    numbers = numbers_in(" ".join(call.words))
    if len(numbers) == 1 and len(call.words) == 2:
        raise Refusal("same_number", number=numbers[0])
    if len(numbers) != 2:
        raise Refusal("two_numbers", command=call.command.name)
    return numbers[0], numbers[1]


def _pair(move: Move, kept: Dossier, gone: Dossier) -> dict[str, object]:
    return {
        "step": move.step.value,
        "number": kept.task.number,
        "title": title_of(kept.task),
        "other": gone.task.number,
        "other_title": title_of(gone.task),
    }


# ── split ──


async def split(call: Call) -> None:
    """/split N [k]: what was merged into N comes out, or its k-th message becomes a task of its own."""
    number, rest = call.number_and_rest()
    dossier = await call.dossier(number)
    if dossier.task.state is TaskState.MERGED and dossier.task.parent is not None:
        await _take_out(call, dossier)
        return
    others = [each for each in dossier.sources if each.message != dossier.task.opened_by]
    if not others:
        raise Refusal("nothing_to_split", number=number)
    if len(others) > 1 and not rest:
        _ask_which(call, dossier, others)
        return
    picked = numbers_in(rest)
    index = picked[0] if picked else 1
    if not 1 <= index <= len(others):
        raise Refusal("no_such_source", number=number, count=len(others))
    await _split_off(call, dossier, others[index - 1])


async def _take_out(call: Call, dossier: Dossier) -> None:
    assert dossier.task.parent is not None
    parent = await call.dossier(dossier.task.parent)
    history = await call.work.journal(task=dossier.task.number)
    move = take_out(dossier, parent, history, call.member, call.now, call.calendar)
    await call.settle(move, "split")
    call.say("joined", _pair(move, dossier, parent))


async def _split_off(call: Call, dossier: Dossier, source: Source) -> None:
    from bot.core.retelling import told_without
    from bot.core.understand import understand

    stored = await call.work.message(source.message)
    if stored is not None and stored.task is not None and stored.task != dossier.task.number:
        merged = await call.work.task(stored.task)
        if merged is not None and merged.state is TaskState.MERGED and merged.parent == dossier.task.number:
            await _take_out(call, await call.dossier(merged.number))
            return
    facts = understand(stored.message, call.calendar) if stored else dossier.task.facts
    if not facts.kind.actionable:
        facts = dossier.task.facts
    number = await call.work.next_number()
    known = KnownTask(dossier.task, dossier.sources)
    messages = await call.work.messages_of([each.message for each in dossier.sources])
    said = {id: one.message for id, one in messages.items()}
    left = told_without(known, said, source.message, reading(call.calendar), call.calendar)
    move = split_off(dossier, source, stored, facts, number, call.member, call.now, call.calendar, left)
    if move.step is Step.NOTHING_TO_SPLIT:
        raise Refusal("nothing_to_split", number=dossier.task.number)
    await call.settle(move, "split")
    call.say("joined", _pair(move, move.after[0], dossier))


def _ask_which(call: Call, dossier: Dossier, others: Sequence[Source]) -> None:
    sources: list[View] = [
        {
            "index": place,
            "at": each.at.isoformat(),
            "group": each.group,
            "text": " ".join(each.text.split())[:60],
            "relation": each.relation.value,
        }
        for place, each in enumerate(others, 1)
    ]
    call.say(
        "ask_which",
        {"number": dossier.task.number, "title": title_of(dossier.task), "sources": sources[-20:]},
    )
