"""What people do to a task: done, dropped, postponed, assigned, merged, split; each a pure step that says its outcome.

Reminders are not touched here: whoever saves a step plans them again from what it left (`reminding.replan`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.core.models import (
    Assignment,
    AssignmentState,
    Deadline,
    Entity,
    Event,
    JournalEntry,
    Member,
    Occurrence,
    Overlap,
    Part,
    Recurrence,
    RecurrenceException,
    Source,
    Task,
    TaskState,
)
from bot.core.occurrences import CLOSED, Workdays, current, hour_before, later_hour, plan_occurrences
from bot.core.title_times import retitled
from bot.core.views import next_due


class Step(StrEnum):
    """What came of it; templates word it."""

    DONE = "done"
    SHARE_DONE = "share_done"
    OCCURRENCE_DONE = "occurrence_done"
    DROPPED = "dropped"
    SHARE_DROPPED = "share_dropped"
    POSTPONED = "postponed"
    ASSIGNED = "assigned"
    MERGED = "merged"
    SPLIT = "split"
    REOPENED = "reopened"
    DIFFERENT = "different"
    ALREADY = "already"
    NOT_RECURRING = "not_recurring"
    SAME_TASK = "same_task"
    NOT_OPEN = "not_open"
    NOTHING_TO_SPLIT = "nothing_to_split"


@dataclass(frozen=True, slots=True)
class Dossier:
    """A task with everything that hangs on it; rows of other tasks have no place here."""

    task: Task
    assignments: tuple[Assignment, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    sources: tuple[Source, ...] = ()
    overlaps: tuple[Overlap, ...] = ()

    @property
    def holders(self) -> tuple[int, ...]:
        """The members whose share is open."""
        return tuple(each.member for each in self.assignments if each.state is AssignmentState.OPEN)


@dataclass(frozen=True, slots=True)
class Move:
    """One step taken: what came of it, what to save, and the dossiers as they are afterwards."""

    step: Step
    save: tuple[Entity, ...] = ()
    after: tuple[Dossier, ...] = ()
    occurrence: Occurrence | None = None
    following: Occurrence | None = None
    left: int = 0

    @property
    def changed(self) -> bool:
        """Whether there is anything to save."""
        return bool(self.save)


def due_of(task: Task, occurrences: Iterable[Occurrence], now: datetime) -> datetime | None:
    """The next instant that matters of an open task: its dates, or the oldest open date of a recurring duty."""
    waiting = min((each.at for each in occurrences if each.state not in CLOSED), default=None)
    return min((at for at in (next_due(task.facts, now), waiting) if at is not None), default=None)


# ── done, dropped ────────────────────────────────────────────────────────────


def finish(
    dossier: Dossier,
    member: Member,
    office: bool,
    now: datetime,
    calendar: Workdays,
    *,
    how: str = "done",
    on: date | None = None,
) -> Move:
    """Somebody says it is done: his share, the current date of a recurring duty, or the whole task.

    `office` is whether his word counts for everybody. `how` is done, nil or skipped; `on` names the date of a
    recurring duty, so that a second click on the same button closes nothing more.
    """
    task = dossier.task
    if task.state is not TaskState.OPEN:
        return Move(Step.ALREADY, after=(dossier,))
    if task.facts.recurrence is not None:
        return _finish_occurrence(dossier, member, now, calendar, how, on)
    if how == "skipped":
        return Move(Step.NOT_RECURRING, after=(dossier,))
    return _finish_share(dossier, member, office, now, how)


def _finish_share(dossier: Dossier, member: Member, office: bool, now: datetime, how: str) -> Move:
    task = dossier.task
    entry = JournalEntry(now, "done", "nil" if how == "nil" else "by_person", task.number, member=member.id)
    if not office and member.id not in dossier.holders:
        return Move(Step.ALREADY, after=(dossier,))
    others = [each for each in dossier.holders if each != member.id]
    if not office and others:
        shares = _closed(dossier.assignments, AssignmentState.DONE, now, only=member.id)
        after = replace(dossier, assignments=with_shares(dossier.assignments, shares))
        return Move(Step.SHARE_DONE, (*shares, replace(entry, verb="share_done")), (after,), left=len(others))
    shares = _closed(dossier.assignments, AssignmentState.DONE, now)
    return _close(dossier, TaskState.DONE, Step.DONE, shares, entry, now)


def _finish_occurrence(
    dossier: Dossier, member: Member, now: datetime, calendar: Workdays, how: str, on: date | None
) -> Move:
    task = dossier.task
    this = current(dossier.occurrences)
    if on is not None:
        this = next((each for each in dossier.occurrences if each.date == on and each.state not in CLOSED), None)
    elif this is not None and _closed_ahead(dossier.occurrences, now, calendar):
        return Move(Step.ALREADY, after=(dossier,), following=this)
    if this is None and on is not None:
        return Move(Step.ALREADY, after=(dossier,), following=current(dossier.occurrences))
    state = {"nil": "nil", "skipped": "skipped"}.get(how, "done")
    entry = JournalEntry(
        now, "occurrence_done", state, task.number, member=member.id, detail={"date": str(this.date) if this else None}
    )
    occurrences = dossier.occurrences
    rule = task.facts.recurrence
    if this is not None and rule is not None and state != "skipped":
        if _told_twice(rule, this, now, calendar):
            return Move(Step.ALREADY, after=(dossier,), following=this)
        if (later := later_hour(rule, this, now, calendar)) is not None:
            return _next_hour(dossier, this, later, entry, now)
    closed = (replace(this, state=state),) if this else ()
    occurrences = with_dates(occurrences, closed)
    opened = plan_occurrences(task, occurrences, now, calendar)
    occurrences = with_dates(occurrences, opened)
    if current(occurrences) is None:
        shares = _closed(dossier.assignments, AssignmentState.DONE, now)
        ended = replace(dossier, occurrences=occurrences)
        return _close(ended, TaskState.DONE, Step.DONE, (*closed, *opened, *shares), entry, now)
    after = replace(task, due=due_of(task, occurrences, now))
    return Move(
        Step.OCCURRENCE_DONE,
        (after, *closed, *opened, entry),
        (replace(dossier, task=after, occurrences=occurrences),),
        occurrence=closed[0] if closed else None,
        following=current(occurrences),
    )


def _told_twice(rule: Recurrence, this: Occurrence, now: datetime, calendar: Workdays) -> bool:
    """Whether of what is due more than once a day the next hour is farther away than the one that was done just now."""
    before = hour_before(rule, this, calendar)
    return before is not None and now < before + (this.at - before) / 2


def _next_hour(dossier: Dossier, this: Occurrence, later: datetime, entry: JournalEntry, now: datetime) -> Move:
    """It is done for one hour of the day, and due at the next one."""
    moved = replace(this, at=later)
    occurrences = with_dates(dossier.occurrences, [moved])
    after = replace(dossier.task, due=due_of(dossier.task, occurrences, now))
    return Move(
        Step.OCCURRENCE_DONE,
        (after, moved, entry),
        (replace(dossier, task=after, occurrences=occurrences),),
        occurrence=this,
        following=moved,
    )


def _closed_ahead(occurrences: Sequence[Occurrence], now: datetime, calendar: Workdays) -> bool:
    """Whether the date that counts today is closed already, so that the one waiting has not begun."""
    waiting = current(occurrences)
    if waiting is None or waiting.at <= now:
        return False
    today = now.astimezone(calendar.at(waiting.date).tzinfo).date()
    return any(each.state in ("done", "nil") and today <= each.date < waiting.date for each in occurrences)


def drop(dossier: Dossier, member: Member, office: bool, now: datetime) -> Move:
    """It need not be done: by this member, or by anybody when `office` or when he is the last who has it."""
    task = dossier.task
    if task.state is not TaskState.OPEN or (not office and member.id not in dossier.holders):
        return Move(Step.ALREADY, after=(dossier,))
    entry = JournalEntry(now, "dropped", "by_person", task.number, member=member.id)
    others = [each for each in dossier.holders if each != member.id]
    if not office and others:
        shares = _closed(dossier.assignments, AssignmentState.REMOVED, now, only=member.id)
        after = replace(dossier, assignments=with_shares(dossier.assignments, shares))
        return Move(Step.SHARE_DROPPED, (*shares, replace(entry, verb="share_dropped")), (after,), left=len(others))
    shares = _closed(dossier.assignments, AssignmentState.REMOVED, now)
    dates = tuple(replace(each, state="skipped") for each in dossier.occurrences if each.state not in CLOSED)
    return _close(dossier, TaskState.DROPPED, Step.DROPPED, (*shares, *dates), entry, now)


def _close(
    dossier: Dossier,
    state: TaskState,
    step: Step,
    rows: tuple[Assignment | Occurrence, ...],
    entry: JournalEntry,
    now: datetime,
) -> Move:
    task = replace(
        dossier.task, state=state, closed_at=now, due=None if state is not TaskState.DONE else dossier.task.due
    )
    after = replace(
        dossier,
        task=task,
        assignments=with_shares(dossier.assignments, [row for row in rows if isinstance(row, Assignment)]),
        occurrences=with_dates(dossier.occurrences, [row for row in rows if isinstance(row, Occurrence)]),
    )
    return Move(step, (task, *rows, entry), (after,))


# ── due, assign ──────────────────────────────────────────────────────────────


def postpone(dossier: Dossier, deadline: Deadline, member: Member, now: datetime) -> Move:
    """A person sets the deadline: it takes the place of the one that counts now; other dates stay."""
    task = dossier.task
    if task.state is not TaskState.OPEN:
        return Move(Step.NOT_OPEN, after=(dossier,))
    this = current(dossier.occurrences)
    if task.facts.recurrence is not None and this is not None and this.at == task.due:
        return _move_date(dossier, this, deadline, member, now)
    old = next((each for each in task.facts.deadlines if each.at == task.due), None)
    meeting = None if old else next((each for each in task.facts.events if each.at == task.due), None)
    if meeting is not None:
        return _move_meeting(dossier, meeting, deadline, member, now)
    kept = [each for each in task.facts.deadlines if each is not old and each.at != deadline.at]
    if old is None and not task.facts.events:
        kept = []
    deadline = replace(deadline, about=old.about if old else "", inner=old.inner if old else False)
    doubts = tuple(doubt for doubt in task.facts.unsure if doubt.about not in ("deadline", "deadlines"))
    facts = replace(task.facts, deadlines=tuple(sorted((*kept, deadline), key=lambda each: each.at)), unsure=doubts)
    after = replace(task, facts=retitled(task.facts, facts))
    after = replace(after, due=due_of(after, dossier.occurrences, now))
    entry = _postponed(task, deadline.at, member, now)
    return Move(Step.POSTPONED, (after, entry), (replace(dossier, task=after),))


def _move_meeting(dossier: Dossier, meeting: Event, to: Deadline, member: Member, now: datetime) -> Move:
    """The meeting that counts now is at another time; one moved to a day keeps its hour."""
    task, hour = dossier.task, bool(to.time or to.part)
    at = to.at if hour else meeting.at + timedelta(days=(to.date - meeting.date).days)
    moved = replace(meeting, date=to.date, at=at, said=to.said, span=(0, 0), implied=(), end_date=None)
    if hour:
        moved = replace(moved, time=to.time, part=to.part, end_time=None)
    events = sorted((moved if each is meeting else each for each in task.facts.events), key=lambda each: each.at)
    after = replace(task, facts=retitled(task.facts, replace(task.facts, events=tuple(events))))
    after = replace(after, due=due_of(after, dossier.occurrences, now))
    return Move(Step.POSTPONED, (after, _postponed(task, at, member, now)), (replace(dossier, task=after),))


def _move_date(dossier: Dossier, this: Occurrence, deadline: Deadline, member: Member, now: datetime) -> Move:
    """Only the present date of a recurring duty moves; its rule stays."""
    task, rule = dossier.task, dossier.task.facts.recurrence
    assert rule is not None
    part = deadline.part if deadline.time or deadline.part else Part.COB
    told = RecurrenceException(this.date, this.date, deadline.date, deadline.time, part)
    facts = replace(task.facts, recurrence=replace(rule, exceptions=(*rule.exceptions, told)))
    moved = replace(this, at=deadline.at)
    occurrences = with_dates(dossier.occurrences, [moved])
    after = replace(task, facts=facts, due=due_of(task, occurrences, now))
    return Move(
        Step.POSTPONED,
        (after, moved, _postponed(task, moved.at, member, now)),
        (replace(dossier, task=after, occurrences=occurrences),),
        occurrence=moved,
    )


def _postponed(task: Task, at: datetime, member: Member, now: datetime) -> JournalEntry:
    old = task.due.isoformat() if task.due else None
    detail: dict[str, object] = {"old": old, "new": at.isoformat()}
    return JournalEntry(now, "postponed", "by_person", task.number, member=member.id, detail=detail)


def assign(dossier: Dossier, members: Sequence[Member], by: Member, now: datetime) -> Move:
    """Give a task to these members; who has it keeps it, who had closed his share has it open again."""
    if dossier.task.state is not TaskState.OPEN:
        return Move(Step.NOT_OPEN, after=(dossier,))
    given = tuple(
        Assignment(dossier.task.number, member.id, AssignmentState.OPEN, by.id, now)
        for member in members
        if member.id not in dossier.holders
    )
    if not given:
        return Move(Step.ALREADY, after=(dossier,))
    entry = JournalEntry(
        now,
        "assigned",
        "by_person",
        dossier.task.number,
        member=by.id,
        detail={"members": [each.member for each in given]},
    )
    after = replace(dossier, assignments=with_shares(dossier.assignments, given))
    return Move(Step.ASSIGNED, (*given, entry), (after,))


# ── parts they share ─────────────────────────────────────────────────────────


def _closed(
    assignments: Sequence[Assignment], state: AssignmentState, now: datetime, only: int | None = None
) -> tuple[Assignment, ...]:
    return tuple(
        replace(each, state=state, at=now)
        for each in assignments
        if each.state is AssignmentState.OPEN and only in (None, each.member)
    )


def with_shares(assignments: Sequence[Assignment], changed: Iterable[Assignment]) -> tuple[Assignment, ...]:
    """The shares of one task with these put in place of, or beside, what was there."""
    return tuple(({each.member: each for each in assignments} | {each.member: each for each in changed}).values())


def with_dates(occurrences: Sequence[Occurrence], changed: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """The dates of one duty, in order, with these put in place of, or beside, what was there."""
    merged = {each.date: each for each in occurrences} | {each.date: each for each in changed}
    return tuple(merged[day] for day in sorted(merged))
