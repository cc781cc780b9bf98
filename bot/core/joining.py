"""Two tasks become one and one becomes two; what was wrongly joined comes apart with everything in place.

A message that was taken out of a task stays there as a source of relation `none`, which nobody reads as a source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.lifecycle import Dossier, Move, Step, due_of, with_dates, with_shares
from bot.core.models import (
    Assignment,
    AssignmentState,
    Entity,
    JournalEntry,
    Member,
    Notice,
    Occurrence,
    Overlap,
    Relation,
    Source,
    StoredMessage,
    Task,
    TaskState,
)
from bot.core.occurrences import Workdays, follow_rule, plan_occurrences


def merge(into: Dossier, other: Dossier, member: Member, now: datetime) -> Move:
    """Two tasks are one duty: `other` goes into `into`, with its messages, people and dates, and can come out again."""
    a, b = into.task, other.task
    if a.number == b.number:
        return Move(Step.SAME_TASK, after=(into, other))
    if b.state is TaskState.MERGED and b.parent == a.number:
        return Move(Step.ALREADY, after=(into, other))
    if TaskState.MERGED in (a.state, b.state) or TaskState.OPEN not in (a.state, b.state):
        return Move(Step.NOT_OPEN, after=(into, other))
    have = {each.message for each in into.sources if each.relation is not Relation.NONE}
    copied = tuple(
        replace(each, task=a.number, relation=Relation.DUPLICATE, reason="merged_by_person")
        for each in other.sources
        if each.message not in have and each.relation is not Relation.NONE
    )
    joined = tuple(
        Assignment(a.number, each, AssignmentState.OPEN, member.id, now)
        for each in other.holders
        if each not in into.holders
    )
    dates = {each.at for each in a.facts.deadlines}
    added = tuple(each for each in b.facts.deadlines if each.at not in dates) if not a.facts.recurrence else ()
    deadlines = tuple(sorted((*a.facts.deadlines, *added), key=lambda each: each.at))
    kept = replace(a, facts=replace(a.facts, deadlines=deadlines), state=TaskState.OPEN, closed_at=None)
    kept = replace(kept, due=due_of(kept, into.occurrences, now))
    gone = replace(b, state=TaskState.MERGED, parent=a.number, closed_at=now)
    pairs = _carried_over(into, other)
    entry = JournalEntry(
        now,
        "joined",
        "by_person",
        b.number,
        member=member.id,
        detail={
            "into": a.number,
            "state": b.state.value,
            "into_state": a.state.value,
            "messages": [each.message for each in copied],
            "members": [each.member for each in joined],
            "deadlines": [each.at.isoformat() for each in added],
            "overlaps": [each.a if each.b == a.number else each.b for each in pairs],
        },
    )
    after = replace(
        into,
        task=kept,
        assignments=with_shares(into.assignments, joined),
        sources=(*into.sources, *copied),
    )
    told = replace(entry, task=a.number, detail={"from": b.number})
    rows: tuple[Entity, ...] = (*copied, *joined, *pairs, _pair(a.number, b.number, "same", "by_person"), entry, told)
    return Move(Step.MERGED, (kept, gone, *rows), (after, replace(other, task=gone)))


def _pair(one: int, other: int, kind: str, reason: str) -> Overlap:
    return Overlap(min(one, other), max(one, other), kind, reason)


def _carried_over(into: Dossier, other: Dossier) -> tuple[Overlap, ...]:
    """What the task that goes overlaps with, the task that stays overlaps with from now on."""
    a, b = into.task.number, other.task.number
    have = {number for each in into.overlaps for number in (each.a, each.b)} | {a, b}
    theirs = {number for each in other.overlaps if each.kind == "overlap" for number in (each.a, each.b)}
    return tuple(_pair(a, number, "overlap", "merged_by_person") for number in sorted(theirs - have))


def take_out(
    dossier: Dossier,
    parent: Dossier,
    history: Sequence[JournalEntry],
    member: Member,
    now: datetime,
    calendar: Workdays,
) -> Move:
    """A merge was wrong: the merged task stands again as it was, and its parent loses what it got from it.

    Dates of a recurring duty that passed meanwhile are opened, so that it goes on; the two are remembered as two.
    """
    task = dossier.task
    if task.state is not TaskState.MERGED or task.parent != parent.task.number:
        return Move(Step.ALREADY, after=(dossier, parent))
    entry = next((each for each in reversed(history) if each.verb == "joined" and each.task == task.number), None)
    detail = entry.detail if entry else {}
    messages, members = _listed(detail, "messages"), _listed(detail, "members")
    added = _listed(detail, "deadlines")
    back = tuple(
        replace(each, relation=Relation.NONE, reason="split_by_person")
        for each in parent.sources
        if each.message in messages
    )
    leaving = tuple(
        replace(each, state=AssignmentState.REMOVED, at=now)
        for each in parent.assignments
        if each.member in members and each.state is AssignmentState.OPEN
    )
    state = TaskState(str(detail.get("state", TaskState.OPEN.value)))
    again = replace(task, state=state, parent=None, closed_at=None if state is TaskState.OPEN else now)
    opened = plan_occurrences(again, dossier.occurrences, now, calendar) if state is TaskState.OPEN else ()
    occurrences = with_dates(dossier.occurrences, opened)
    again = replace(again, due=due_of(again, occurrences, now))
    pairs = [_pair(parent.task.number, number, "gone", "split_by_person") for number in _numbers(detail, "overlaps")]
    pairs.append(_pair(parent.task.number, task.number, "different", "split_by_person"))
    facts = parent.task.facts
    facts = replace(facts, deadlines=tuple(each for each in facts.deadlines if each.at.isoformat() not in added))
    kept = replace(parent.task, facts=facts)
    was = TaskState(str(detail.get("into_state", kept.state.value)))
    if kept.state is TaskState.OPEN and was is not TaskState.OPEN:
        kept = replace(kept, state=was, closed_at=now)
    elif kept.state is TaskState.OPEN:
        kept = replace(kept, due=due_of(kept, parent.occurrences, now))
    shares = with_shares(parent.assignments, leaving)
    states = {each.state for each in shares}
    if kept.state is TaskState.OPEN and AssignmentState.DONE in states and AssignmentState.OPEN not in states:
        kept = replace(kept, state=TaskState.DONE, closed_at=now)  # only who came with the other task had not done it
    told = JournalEntry(now, "split", "by_person", task.number, member=member.id, detail={"from": kept.number})
    other = replace(told, task=kept.number, detail={"out": task.number})
    return Move(
        Step.REOPENED,
        (again, kept, *opened, *back, *leaving, *pairs, told, other),
        (
            replace(dossier, task=again, occurrences=occurrences),
            replace(
                parent,
                task=kept,
                assignments=shares,
                sources=with_sources(parent.sources, back),
            ),
        ),
    )


def split_off(
    dossier: Dossier,
    source: Source,
    message: StoredMessage | None,
    facts: Notice,
    number: int,
    member: Member,
    now: datetime,
    calendar: Workdays,
    facts_left: Notice | None = None,
) -> Move:
    """One message is a duty of its own after all: it leaves the task and opens number `number` with its own facts.

    `facts_left` are those of the task it leaves where the message had changed them.
    """
    parent = dossier.task
    dates: tuple[Occurrence, ...] = ()
    if facts_left is not None and facts_left != parent.facts:
        before, parent = parent.facts.recurrence, replace(parent, facts=facts_left)
        dates = follow_rule(parent, before, dossier.occurrences, now, calendar) if before else ()
        parent = replace(parent, due=due_of(parent, with_dates(dossier.occurrences, dates), now) if parent.due else None)
    left: tuple[Entity, ...] = (parent, *dates) if parent is not dossier.task else ()
    opener = dossier.task.opened_by
    live = [each for each in dossier.sources if each.relation is not Relation.NONE]
    if len(live) < 2 or source.message == opener:
        return Move(Step.NOTHING_TO_SPLIT, after=(dossier,))
    task = Task(number, facts, source.message, now)
    occurrences = plan_occurrences(task, (), now, calendar)
    task = replace(task, due=due_of(task, occurrences, now))
    own = replace(source, task=number, relation=Relation.NEW, reason="split_by_person", changes=())
    gone = replace(source, relation=Relation.NONE, reason="split_by_person")
    people = dossier.holders or (member.id,)
    given = tuple(Assignment(number, each, AssignmentState.OPEN, None, now) for each in people)
    entry = JournalEntry(
        now,
        "opened",
        "split_by_person",
        number,
        message=source.message,
        member=member.id,
        detail={"from": dossier.task.number},
    )
    told = JournalEntry(
        now, "split", "by_person", dossier.task.number, message=source.message, member=member.id, detail={"out": number}
    )
    moved = (replace(message, task=number, relation=Relation.NEW, reason="split_by_person"),) if message else ()
    return Move(
        Step.SPLIT,
        (task, own, gone, *occurrences, *given, *moved, _pair(parent.number, number, "different", "split_by_person"), *left, entry, told),
        (
            Dossier(task, given, occurrences, (own,)),
            replace(dossier, task=parent, occurrences=with_dates(dossier.occurrences, dates), sources=with_sources(dossier.sources, (gone,))),
        ),
    )


def tell_apart(a: int, b: int, member: Member, now: datetime) -> Move:
    """A person says that two tasks that look alike are two duties."""
    low, high = sorted((a, b))
    entry = JournalEntry(now, "told_apart", "by_person", high, member=member.id, detail={"from": low})
    return Move(Step.DIFFERENT, (_pair(low, high, "different", "by_person"), entry))


def with_sources(sources: Sequence[Source], changed: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(({each.message: each for each in sources} | {each.message: each for each in changed}).values())


def _numbers(detail: dict[str, object], key: str) -> list[int]:
    return [each for each in _listed(detail, key) if isinstance(each, int)]


def _listed(detail: dict[str, object], key: str) -> list[object]:
    value = detail.get(key)
    return list(value) if isinstance(value, list) else []
