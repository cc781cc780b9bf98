"""A task's facts told again from its messages: what they would be had one of them said something else, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.changes import answered, differences, fill_in
from bot.core.models import KnownTask, Message, Notice, Relation, Source
from bot.core.relate.merging import move
from bot.core.relate.relation import RelateReason
from bot.core.relate.traits import read_traits
from bot.core.understand import understand
from bot.core.workdays import Calendar


def retell(facts: Notice, sources: Sequence[Source], messages: Mapping[str, Message], calendar: Calendar) -> Notice:
    """`facts` of the opening message after the later `sources`, oldest first; messages by id, as they were received."""
    for source in sources:
        message = messages.get(source.message)
        if message is None or source.relation not in (Relation.UPDATE, Relation.DUPLICATE):
            continue
        notice = understand(message, calendar)
        if source.relation is Relation.UPDATE:
            traits = read_traits(message.text, message.reference, source.group, source.sender)
            facts, _ = move(facts, notice, traits, inner=source.reason == RelateReason.INNER_DEADLINE)
        else:
            facts = fill_in(facts, notice)
        facts = answered(facts)
    return facts


def told_without(
    known: KnownTask,
    messages: Mapping[str, Message],
    message: str,
    calendar: Calendar,
    opening: Notice | None = None,
) -> Notice | None:
    """The facts without what that message says, or with `opening` in place of the opener's words.

    None where the messages alone do not account for the facts: a person set a date, or joined another task.
    """
    opener = messages.get(known.task.opened_by)
    if opener is None:
        return None
    first = understand(opener, calendar)
    later = [each for each in known.sources if each.message != opener.id]
    if differences(retell(first, later, messages, calendar), known.task.facts):
        return None
    rest = [each for each in later if each.message != message]
    return retell(opening or first, rest, messages, calendar)
