"""A message was edited: what it had done to tasks is taken back before it is judged again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.lifecycle import due_of
from bot.core.models import KnownTask, Message, Notice, Relation, Source, Task, TaskState
from bot.core.retelling import dates_without, told_without
from bot.core.workdays import Calendar
from handlers.ledger import Ledger
from handlers.letters import reading
from storage.store import text_key

BY_PERSON = "merged_by_person"


@dataclass(frozen=True, slots=True)
class Former:
    """A task the message spoke of: its link, the task as it stands, and as it would be had nothing been said."""

    source: Source
    task: Task
    before: Task


async def former_links(
    ledger: Ledger, tasks: Sequence[KnownTask], message: str, calendar: Calendar, now: datetime
) -> list[Former]:
    """The tasks that a message spoke of so far, without opening them; a person's word that it belongs there stays."""
    found = []
    for one in tasks:
        source = next((each for each in one.sources if each.message == message), None)
        if source is None or source.reason == BY_PERSON or one.task.opened_by == message:
            continue
        found.append(await former_link(ledger, one, source, calendar, now))
    return found


async def former_link(ledger: Ledger, known: KnownTask, source: Source, calendar: Calendar, now: datetime) -> Former:
    """One task that a message spoke of, with the task as it would be without that source."""
    task = known.task
    if source.relation is Relation.CANCEL and task.state is TaskState.CANCELLED:
        others = (each for each in known.sources if each.message != source.message)
        if all(each.relation is not Relation.CANCEL for each in others):
            task = replace(task, state=TaskState.OPEN, closed_at=None)
            task = replace(task, due=due_of(task, await ledger.occurrences(task.number), now))
    elif source.relation is Relation.REMINDER:
        task = replace(task, urged=max(0, task.urged - _counted(source, known.sources)))
    elif source.relation in (Relation.UPDATE, Relation.DUPLICATE):
        facts = await facts_without(ledger, known, source.message, calendar)
        if facts is None and source.reason == BY_PERSON:
            facts = dates_without(known, await said_of(ledger, known), source.message, reading(calendar))
        if facts is not None and facts != task.facts:
            task = replace(task, facts=facts)
            task = replace(task, due=due_of(task, await ledger.occurrences(task.number), now))
    return Former(source, known.task, task)


def _counted(reminder: Source, sources: Sequence[Source]) -> int:
    """How often a reminder was counted: not, where others pressed in these very words too."""
    said, others = text_key(reminder.text), (each for each in sources if each.message != reminder.message)
    return int(all(each.relation is not Relation.REMINDER or text_key(each.text) != said for each in others))


async def facts_without(
    ledger: Ledger, known: KnownTask, message: str, calendar: Calendar, opening: Notice | None = None
) -> Notice | None:
    """`told_without` with the messages as they are stored."""
    return told_without(known, await said_of(ledger, known), message, reading(calendar), calendar, opening)


async def said_of(ledger: Ledger, known: KnownTask) -> dict[str, Message]:
    """The messages of a task by id, as they were received."""
    stored = await ledger.messages([each.message for each in known.sources])
    return {id: one.message for id, one in stored.items()}


def as_before(tasks: Sequence[KnownTask], former: Sequence[Former], message: str) -> list[KnownTask]:
    """The known tasks without the former words of a message and without what they did."""
    undone = {each.task.number: each.before for each in former}
    found = (_without(known, message) for known in tasks)
    return [
        replace(known, task=undone[known.task.number]) if known.task.number in undone else known
        for known in found
        if known.sources
    ]


def _without(known: KnownTask, message: str) -> KnownTask:
    """The task without that message; the same object where it does not speak of it."""
    if all(source.message != message for source in known.sources):
        return known
    return replace(known, sources=tuple(source for source in known.sources if source.message != message))
