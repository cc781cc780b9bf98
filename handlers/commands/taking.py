"""What nobody could read a duty in: a person says that it is one, or that it is none."""

from __future__ import annotations

from dataclasses import replace

from bot.core.attribution import Attribution, Why
from bot.core.burst import LONGEST_LINE
from bot.core.decide import Known, decide
from bot.core.doubts import NO_DEADLINE
from bot.core.models import Doubt, Kind, Notice, Outcome, Relation, StoredMessage, Verdict
from handlers.commands.call import Call, Refusal

BY_PERSON = "taken_by_person"


async def take(call: Call) -> None:
    """/take MESSAGE: what waits for a look becomes a task of whoever says so."""
    stored = await _waiting(call)
    group = await call.work.group(stored.group) if stored.group is not None else None
    came_from = Attribution(Why(stored.attributed or Why.UNKNOWN.value), group.name if group else None, group)
    verdict = Verdict(Relation.NEW, BY_PERSON)
    people = (call.member,)
    number, ladder = await call.work.next_number(), call.deps.rules.ladder
    known = Known(call.now, call.calendar, number, stored.group, call.member, people, people, ladder=ladder)
    decision = decide(stored.message, _duty(call, stored), verdict, came_from, known)
    assert decision.task is not None
    call.save(*decision.save, label="take")
    call.say("card", {"task": decision.task.number})


async def leave(call: Call) -> None:
    """/leave MESSAGE: what waits for a look is only kept."""
    stored = await _waiting(call)
    call.save(replace(stored, outcome=Outcome.INFO, reason=BY_PERSON), label="leave")
    call.say("left", {})


async def _waiting(call: Call) -> StoredMessage:
    stored = await call.work.message(call.words[0]) if call.words else None
    if stored is None or not (call.office or stored.message.by == call.member.user):
        raise Refusal("not_waiting")
    if stored.outcome is not Outcome.NEEDS_LOOK:
        raise Refusal("looked_at", number=stored.task)
    return stored


def _duty(call: Call, stored: StoredMessage) -> Notice:
    """What could be read, as a task; a file's name is its title, and when it is due is asked."""
    from bot.core.understand import understand_as

    message = stored.message
    notice = understand_as(message, Kind.TASK, call.calendar)
    named = " ".join(message.text.split()) or "、".join(each.name for each in message.attachments)
    dated = notice.deadlines or notice.events or notice.recurrence
    return replace(
        notice,
        title=notice.title or named[:LONGEST_LINE],
        unsure=() if dated else (Doubt("deadline", NO_DEADLINE),),
    )
