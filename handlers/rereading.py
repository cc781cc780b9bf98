"""A message was edited: what it had done to tasks is taken back before it is judged again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.lifecycle import due_of
from bot.core.models import KnownTask, Notice, Relation, Source, Task, TaskState
from bot.core.retelling import told_without
from bot.core.workdays import Calendar
from handlers.ledger import Ledger

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
        found.append(Former(source, one.task, await _before(ledger, one, source, calendar, now)))
    return found


async def _before(ledger: Ledger, known: KnownTask, source: Source, calendar: Calendar, now: datetime) -> Task:
    """The task as it would be without that source."""
    task = known.task
    if source.relation is Relation.CANCEL and task.state is TaskState.CANCELLED:
        others = (each for each in known.sources if each.message != source.message)
        if all(each.relation is not Relation.CANCEL for each in others):
            task = replace(task, state=TaskState.OPEN, closed_at=None)
            return replace(task, due=due_of(task, await ledger.occurrences(task.number), now))
    if source.relation is Relation.REMINDER:
        return replace(task, urged=max(0, task.urged - 1))
    if source.relation is Relation.UPDATE:
        facts = await facts_without(ledger, known, source.message, calendar)
        if facts is not None and facts != task.facts:
            task = replace(task, facts=facts)
            return replace(task, due=due_of(task, await ledger.occurrences(task.number), now))
    return task


async def facts_without(
    ledger: Ledger, known: KnownTask, message: str, calendar: Calendar, opening: Notice | None = None
) -> Notice | None:
    """`told_without` with the messages as they are stored."""
    stored = await ledger.messages([each.message for each in known.sources])
    return told_without(known, {id: one.message for id, one in stored.items()}, message, calendar, opening)


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
