"""What follows from a message: understood + verdict + known + now → what to write. Pure; every branch names its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.attribution import Attribution
from bot.core.changes import additions, adds_dates, answered, differences, fill_in
from bot.core.lifecycle import due_of, with_dates
from bot.core.models import (
    Assignment,
    AssignmentState,
    Entity,
    FactChange,
    JournalEntry,
    Kind,
    Member,
    Message,
    Notice,
    Occurrence,
    Outcome,
    Overlap,
    Relation,
    Reminder,
    Source,
    StoredMessage,
    Task,
    TaskState,
    Verdict,
)
from bot.core.occurrences import CLOSED, follow_rule, plan_occurrences
from bot.core.receipts import is_answer
from bot.core.reminding import DEFAULT_LADDER, Ladder, replan
from bot.core.telling import tell_holders
from bot.core.title_times import retitled
from bot.core.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Known:
    """What was known when the message came. The rows are those of `task`, the one the verdict speaks of (or None).

    `number` is the next free task number, `group` the id of the group the message comes from, `actor` who gave the
    message to the bot, `people` whom a new task concerns, `members` everybody of the workspace. `pressed` is whether the
    task was pressed for in these very words before.
    """

    now: datetime
    calendar: Calendar
    number: int
    group: int | None = None
    actor: Member | None = None
    people: tuple[Member, ...] = ()
    members: tuple[Member, ...] = ()
    task: Task | None = None
    assignments: tuple[Assignment, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    ladder: Ladder = DEFAULT_LADDER
    pressed: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of the message, the task it belongs to, everything to save, and what changed in words for people."""

    outcome: Outcome
    verdict: Verdict
    task: Task | None = None
    save: tuple[Entity, ...] = ()
    changes: tuple[FactChange, ...] = ()
    finished: tuple[int, ...] = ()
    """Open tasks that the message says are done: people are asked, nothing is closed."""


RECEIPT = "receipt"
"""Reason of chatter that only says 收到."""

_OUTCOMES = {
    Relation.NEW: Outcome.NEW,
    Relation.DUPLICATE: Outcome.MERGED,
    Relation.REMINDER: Outcome.MERGED,
    Relation.UPDATE: Outcome.CHANGED,
    Relation.CANCEL: Outcome.CHANGED,
}
_VERBS = {
    Relation.NEW: "opened",
    Relation.DUPLICATE: "merged",
    Relation.REMINDER: "urged",
    Relation.UPDATE: "changed",
    Relation.CANCEL: "cancelled",
}


def decide(message: Message, notice: Notice, verdict: Verdict, came_from: Attribution, known: Known) -> Decision:
    """Turn one understood message into what is to be written; a message of no duty is only kept and counted."""
    verdict = _asked_instead(notice, verdict, known)
    follow = _FOLLOW.get(verdict.relation)
    if follow is None or (verdict.relation is not Relation.NEW and known.task is None):
        outcome = _outcome_without_task(message, notice, verdict)
        return Decision(outcome, verdict, save=(stored(message, notice, verdict, came_from, outcome, None, known),))
    decision = follow(message, notice, verdict, known)
    task = decision.task
    assert task is not None
    read = notice if verdict.relation is Relation.NEW else replace(notice, kind=task.facts.kind)
    evidence = (
        stored(message, read, verdict, came_from, decision.outcome, task.number, known),
        task,
        source_of(message, verdict, came_from, task.number, decision.changes),
        entry_of(message, verdict, task.number, known, decision.changes),
    )
    return replace(decision, save=(*evidence, *decision.save))


WHICH_UNSAID = "which_unsaid"
"""Reason of a change that may be meant for more than one task."""


def _outcome_without_task(message: Message, notice: Notice, verdict: Verdict) -> Outcome:
    """Nothing vanishes: what could not be read, or may be a duty, waits for a look."""
    if not message.text.strip():
        # A picture without a word on it was looked at; what could not be read was not.
        unread = any(file.state != "empty" for file in message.attachments)
        return Outcome.NEEDS_LOOK if unread else Outcome.CHATTER
    if notice.kind.actionable or verdict.reason == WHICH_UNSAID or any(doubt.about in ("kind", "text") for doubt in notice.unsure):
        return Outcome.NEEDS_LOOK
    return Outcome.INFO if notice.kind is Kind.INFO else Outcome.CHATTER


def stored(
    message: Message,
    notice: Notice,
    verdict: Verdict,
    came_from: Attribution,
    outcome: Outcome,
    task: int | None,
    known: Known,
) -> StoredMessage:
    """The message with what became of it."""
    reason = verdict.reason
    if outcome is Outcome.NEEDS_LOOK:
        unread = "file_unread" if not message.text.strip() else "unsure_kind"
        reason = WHICH_UNSAID if reason == WHICH_UNSAID else unread
    elif outcome is Outcome.CHATTER and is_answer(message.text):
        reason = RECEIPT
    return StoredMessage(
        message, outcome, notice.kind, verdict.relation, reason, task, known.group, came_from.why.value
    )


def source_of(
    message: Message,
    verdict: Verdict,
    came_from: Attribution,
    task: int,
    changes: tuple[FactChange, ...] = (),
) -> Source:
    """The link of the message to its task."""
    return Source(
        task,
        message.id,
        verdict.relation,
        verdict.reason,
        message.received_at,
        message.text,
        came_from.name,
        came_from.sender,
        verdict.evidence,
        changes or verdict.changes,
    )


def entry_of(
    message: Message, verdict: Verdict, task: int, known: Known, changes: tuple[FactChange, ...] = ()
) -> JournalEntry:
    """What is noted in the journal of what the message did to its task."""
    return JournalEntry(
        known.now,
        _VERBS[verdict.relation],
        verdict.reason,
        task,
        known.group,
        message.id,
        known.actor.id if known.actor else None,
        {"changes": [[c.fact, c.old, c.new] for c in changes]} if changes else {},
    )


# ── One function a relation ──────────────────────────────────────────────────


def _open(message: Message, notice: Notice, verdict: Verdict, known: Known) -> Decision:
    task = Task(known.number, notice, message.id, known.now)
    occurrences = plan_occurrences(task, (), known.now, known.calendar)
    task = replace(task, due=due_of(task, occurrences, known.now))
    given = tuple(Assignment(task.number, member.id, at=known.now) for member in known.people)
    reminders = replan(task, known.people, (), known.now, known.calendar, known.ladder, occurrences)
    pairs = [
        Overlap(min(other, task.number), max(other, task.number), reason=verdict.reason) for other in verdict.overlaps
    ]
    if verdict.maybe is not None and verdict.maybe not in verdict.overlaps:
        a, b = sorted((verdict.maybe, task.number))
        pairs.append(Overlap(a, b, "maybe", verdict.reason))
    return Decision(Outcome.NEW, verdict, task, (*occurrences, *given, *reminders, *pairs))


def _repeat(message: Message, notice: Notice, verdict: Verdict, known: Known) -> Decision:
    """The same again: its group and missing facts are added, and who forwarded it has it too."""
    task = _task(known)
    filled = answered(fill_in(task.facts, notice))
    added: tuple[FactChange, ...] = ()
    if filled != task.facts and task.state is TaskState.OPEN:
        added = additions(task.facts, filled)
        dated = adds_dates(task.facts, notice)
        task = replace(task, facts=filled)
        task = replace(task, due=due_of(task, known.occurrences, known.now) if dated else task.due)
    return replace(_with_readers(task, verdict, known), changes=added)


def _urge(message: Message, notice: Notice, verdict: Verdict, known: Known) -> Decision:
    """Somebody presses for it: counted once, through however many groups the same words come."""
    task = _task(known)
    return _with_readers(task if known.pressed else replace(task, urged=task.urged + 1), verdict, known)


def _with_readers(task: Task, verdict: Verdict, known: Known) -> Decision:
    """The task with shares for who else has it now; reminders are planned again only where something moved."""
    joined = _joining(task, known)
    moved = joined or task.due != _task(known).due
    return Decision(Outcome.MERGED, verdict, task, (*joined, *(_reminders(task, joined, known) if moved else ())))


def _change(message: Message, notice: Notice, verdict: Verdict, known: Known) -> Decision:
    """New facts: reminders move along, and whoever has the task hears of it, except who brought the news."""
    old = _task(known)
    facts = verdict.facts or replace(fill_in(old.facts, notice), deadlines=notice.deadlines or old.facts.deadlines)
    changes = verdict.changes or differences(old.facts, facts)
    task = replace(old, facts=retitled(old.facts, answered(facts)))
    again = old.state is TaskState.DONE and any(change.fact not in _DATES for change in changes)
    wanted = asked_again(old, facts, known.now)
    if wanted:
        changes = (FactChange("state", old.state.value, TaskState.OPEN.value), *changes)
    if again or wanted:
        task = replace(task, state=TaskState.OPEN, closed_at=None)
    return with_new_facts(message, task, verdict, known, changes, reopen=again)


def asked_again(task: Task, facts: Notice, now: datetime) -> bool:
    """Whether what was called off is wanted after all: its new facts hold a date ahead that was not known (还是要报，24号前)."""
    before, after = ({*(each.at for each in one.deadlines), *(each.at for each in one.events)} for one in (task.facts, facts))
    return task.state is TaskState.CANCELLED and any(at > now for at in after - before)


def with_new_facts(
    message: Message,
    task: Task,
    verdict: Verdict,
    known: Known,
    changes: tuple[FactChange, ...],
    reopen: bool = False,
) -> Decision:
    """The task with facts that have changed: dates and reminders move along, and who has it is told."""
    before = known.task.facts.recurrence if known.task else None
    added = follow_rule(task, before, known.occurrences, known.now, known.calendar) if before or task.facts.recurrence else ()
    occurrences = with_dates(known.occurrences, added)
    task = replace(task, due=due_of(task, occurrences, known.now))
    redone = tuple(
        replace(each, state=AssignmentState.OPEN, at=known.now)
        for each in known.assignments
        if reopen and each.state is AssignmentState.DONE
    )
    joined = (*redone, *_joining(task, known))
    told = tell_holders(message, "changed", task, holders_of(known, joined), known.now, known.calendar, changes)
    moved = _reminders(task, joined, replace(known, occurrences=occurrences))
    return Decision(Outcome.CHANGED, verdict, task, (*added, *joined, *moved, *told), changes)


def _asked_instead(notice: Notice, verdict: Verdict, known: Known) -> Verdict:
    """A meeting that falls out while papers are asked for in its place (会不开了，材料19日前发来) goes on as that duty."""
    task = known.task
    if verdict.relation is not Relation.CANCEL or task is None or task.state is not TaskState.OPEN or not task.facts.events:
        return verdict
    asked = tuple(each for each in notice.deadlines if each.at > known.now and each.date not in {d.date for d in task.facts.deadlines})
    if not asked:
        return verdict
    wanted = replace(task.facts, kind=Kind.TASK, events=(), deadlines=asked, requirements=notice.requirements, specs=notice.specs, submit_to=notice.submit_to)
    changes = tuple(each for each in differences(task.facts, wanted) if each.fact in _DATES)
    return replace(verdict, relation=Relation.UPDATE, reason="asked_instead", facts=wanted, changes=changes)


def _cancel(message: Message, notice: Notice, verdict: Verdict, known: Known) -> Decision:
    """Close the task, silence its reminders, say so to whoever still has it."""
    before = _task(known)
    task, silenced = called_off(known, TaskState.CANCELLED)
    told = tell_holders(message, "cancelled", task, holders_of(known), known.now, known.calendar) if task is not before else ()
    return Decision(Outcome.CHANGED, verdict, task, (*silenced, *told))


def called_off(known: Known, state: TaskState) -> tuple[Task, tuple[Reminder | Occurrence, ...]]:
    """The task, closed in that state if it was open; its reminders fall silent and its open dates are skipped."""
    task = _task(known)
    if task.state is TaskState.OPEN:
        task = replace(task, state=state, closed_at=known.now, due=None)
    silenced = tuple(replace(each, state="void") for each in known.reminders if each.state == "pending")
    dates = tuple(replace(each, state="skipped") for each in known.occurrences if each.state not in CLOSED)
    return task, (*silenced, *dates)


_FOLLOW: dict[Relation, Callable[[Message, Notice, Verdict, Known], Decision]] = {
    Relation.NEW: _open,
    Relation.DUPLICATE: _repeat,
    Relation.REMINDER: _urge,
    Relation.UPDATE: _change,
    Relation.CANCEL: _cancel,
}


def amend_opener(
    message: Message, notice: Notice, came_from: Attribution, known: Known, told: Notice | None = None
) -> Decision:
    """The message that opened `known.task` was edited: its facts follow, with what changed kept as history.

    `told` are the facts as later messages leave them, where that can be told; else they are those of the edit.
    """
    old = _task(known)
    verdict = Verdict(Relation.UPDATE, "edited", old.number)
    if not notice.kind.actionable:
        doubtful = Verdict(Relation.NONE, "edited_to_no_duty")
        row = stored(message, notice, doubtful, came_from, Outcome.NEEDS_LOOK, old.number, known)
        return Decision(Outcome.NEEDS_LOOK, doubtful, old, (replace(row, reason="edited_to_no_duty"),))
    facts = told or notice
    changes = differences(old.facts, facts)
    opening = Verdict(Relation.NEW, "edited", old.number)
    kept = (
        stored(message, notice, opening, came_from, Outcome.NEW, old.number, known),
        source_of(message, opening, came_from, old.number, changes),
    )
    if not changes:
        return Decision(Outcome.MERGED, verdict, old, (*kept, replace(old, facts=facts)))
    decision = with_new_facts(message, replace(old, facts=facts), verdict, known, changes)
    task = decision.task
    assert task is not None
    entry = entry_of(message, verdict, task.number, known, changes)
    return replace(decision, save=(*kept, task, entry, *decision.save))


# ── Parts they share ─────────────────────────────────────────────────────────

_DATES = frozenset({"deadline", "deadlines", "event", "events"})


def _task(known: Known) -> Task:
    assert known.task is not None
    return known.task


def _joining(task: Task, known: Known) -> tuple[Assignment, ...]:
    """Shares for people whom the message concerns and who have none yet; a closed task is nobody's any more."""
    if task.state is not TaskState.OPEN:
        return ()
    have = {each.member for each in known.assignments}
    new = [member for member in known.people if member.id not in have]
    if known.assignments and (known.actor is None or known.actor.id in have):
        new = []
    return tuple(Assignment(task.number, member.id, at=known.now) for member in new)


def holders_of(known: Known, joined: Sequence[Assignment] = (), without_actor: bool = True) -> list[Member]:
    """Members whose share is open; who brought the news himself needs not be told."""
    having = {a.member for a in (*known.assignments, *joined) if a.state is AssignmentState.OPEN}
    if without_actor and known.actor is not None:
        having.discard(known.actor.id)
    return [member for member in known.members if member.id in having]


def _reminders(task: Task, joined: Sequence[Assignment], known: Known) -> tuple[Reminder, ...]:
    people = holders_of(known, joined, without_actor=False)
    return replan(task, people, known.reminders, known.now, known.calendar, known.ladder, known.occurrences)
