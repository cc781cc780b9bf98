"""A task's facts told again from its messages: what they would be had one of them said something else, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.changes import answered, differences, fill_in
from bot.core.models import KnownTask, Message, Notice, Relation, Source
from bot.core.relate.merging import move
from bot.core.relate.relation import RelateReason
from bot.core.relate.traits import read_traits
from bot.core.workdays import Calendar

Read = Callable[[Message], Notice]
"""How a message is understood."""


def retell(
    facts: Notice, sources: Sequence[Source], messages: Mapping[str, Message], read: Read, calendar: Calendar, opener: Sequence[Source] = ()
) -> Notice:
    """`facts` of the opening message after the later `sources`, oldest first; messages by id, as they were received."""
    for place, source in enumerate(sources):
        message = messages.get(source.message)
        if message is None or source.relation not in (Relation.UPDATE, Relation.DUPLICATE):
            continue
        notice = read(message)
        if source.relation is Relation.UPDATE:
            traits = read_traits(message.text, message.reference, source.group, source.sender)
            told = (*opener, *sources[:place])
            facts, _ = move(facts, notice, traits, calendar, told, inner=source.reason == RelateReason.INNER_DEADLINE)
        else:
            facts = fill_in(facts, notice)
        facts = answered(facts)
    return facts


def told_without(
    known: KnownTask,
    messages: Mapping[str, Message],
    message: str,
    read: Read,
    calendar: Calendar,
    opening: Notice | None = None,
) -> Notice | None:
    """The facts without what that message says, or with `opening` in place of the opener's words.

    None where the messages alone do not account for the facts (a person set a date, or joined another task), or
    where none that is left is a duty by itself.
    """
    opener = messages.get(known.task.opened_by)
    if opener is None:
        return None
    first = read(opener)
    later = [each for each in known.sources if each.message != opener.id]
    begun = [each for each in known.sources if each.message == opener.id]
    if differences(retell(first, later, messages, read, calendar, begun), known.task.facts):
        return None
    if message == opener.id and opening is None:
        return _begun_by(heir_of(later, messages, read), later, messages, read, calendar)
    rest = [each for each in later if each.message != message]
    return retell(opening or first, rest, messages, read, calendar, begun)


def dates_without(known: KnownTask, messages: Mapping[str, Message], message: str, read: Read) -> Notice:
    """The facts of a task that a person joined with another, without the deadlines that only that message says."""
    facts, said, others = known.task.facts, set[datetime](), set[datetime]()
    for source in known.sources:
        if source.message in messages:
            dates = {each.at for each in read(messages[source.message]).deadlines}
            (said if source.message == message else others).update(dates)
    return replace(facts, deadlines=tuple(each for each in facts.deadlines if each.at not in said - others))


def heir_of(rest: Sequence[Source], messages: Mapping[str, Message], read: Read) -> Source | None:
    """The message that opens the task where its opener is gone: the oldest that is a duty by itself, else the oldest."""
    found = (each for each in rest if (said := messages.get(each.message)) and read(said).kind.actionable)
    return next(found, rest[0] if rest else None)


def _begun_by(
    heir: Source | None, sources: Sequence[Source], messages: Mapping[str, Message], read: Read, calendar: Calendar
) -> Notice | None:
    """The facts as `heir` tells them and the other sources go on."""
    message = messages.get(heir.message) if heir else None
    first = read(message) if message else None
    if first is None or not first.kind.actionable:
        return None
    return retell(first, [each for each in sources if each is not heir], messages, read, calendar, [heir] if heir else [])
