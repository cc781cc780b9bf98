"""/due and /snooze: when it is due, when to be reminded again; both ask with quick choices when no time is typed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.core.lifecycle import Dossier, postpone
from bot.core.models import AssignmentState, Deadline, JournalEntry, Part, Reminder, Rung, TaskState
from bot.core.relate.time_changes import shifted
from bot.core.views import View, deadline_view, event_view, title_of
from handlers.commands.call import Call, Refusal

_DATED = re.compile(
    r"\d\s*(?:[月日号点时分:：./-]|am\b|pm\b)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I
)
"""What is meant as a date or hour, so that a wrong one is called wrong and not unreadable."""


MOST_CHOICES = 6
LONGEST_COMMAND = 64
"""Bytes that a button may carry."""

SAYS_THE_SAME = timedelta(hours=1)
"""A step of the ladder so soon after a snooze is not said beside it."""

STILL_TIME = timedelta(minutes=45)
"""A snooze takes the place of the reminder two hours before where so much time is left after it."""


def read_when(call: Call, said: str, begins: bool = False) -> datetime:
    """The time a person typed, with `begins` as a moment to speak rather than a limit; refuses what is none or over."""
    from bot.core.typed_times import read_typed_time, reads_as_rhythm, still_ahead

    number = call.words[0].lstrip("#") if call.words else ""
    about = {"said": said[:30], "command": call.command.name, "number": number if number.isdigit() else "12"}
    at = read_typed_time(said, call.now, call.calendar, begins)
    if at is None:
        rhythm = reads_as_rhythm(said, call.now, call.calendar)
        raise Refusal("rhythm_typed" if rhythm else "no_such_date" if _DATED.search(said) else "bad_time", **about)
    if at <= call.now:
        at = still_ahead(said, at, call.now, call.calendar)
    if at is None:
        raise Refusal("past_time", **about)
    return at


def deadline_at(call: Call, at: datetime, said: str) -> Deadline:
    """The deadline a typed time sets: with its hour where one was said, and 24:00 as people call it."""
    from bot.core.times import find_times

    local = at.astimezone(call.zone)
    found = find_times(said, call.now, call.calendar)
    part = found[0].part if len(found) == 1 else None
    if local.time() == time(0):
        part = part if part is Part.EVENING else None
        return Deadline(local.date() - timedelta(days=1), at, None if part else "24:00", part, said)
    bare = at == call.calendar.at(local.date()) and not any(each.clock for each in found)
    return Deadline(local.date(), at, None if part or bare else f"{local:%H:%M}", part, said)


async def due(call: Call) -> None:
    """/due N… [when]: set the deadline, or ask with quick choices."""
    dossiers, said = await _dossiers_and_when(call)
    if not said:
        call.say("ask_due", _about(dossiers[0]))
        return
    deadlines = [_new_deadline(call, each, said) for each in dossiers]
    pairs = list(zip(dossiers, deadlines, strict=True))
    moves = [postpone(dossier, deadline, call.member, call.now) for dossier, deadline in pairs]
    for move in moves:
        await call.settle(move, "due")
    call.say(
        "due_set",
        _about(dossiers[0])
        | {
            "tasks": [
                _set_view(call, dossier, move.after[0], deadline)
                for dossier, move, deadline in zip(dossiers, moves, deadlines, strict=True)
            ]
        },
    )
    for move, dossier in zip(moves, dossiers, strict=True):
        await _tell_others(call, move.after[0], dossier)


async def move(call: Call) -> None:
    """/move N… when: which of these tasks is meant, asked with a button each."""
    dossiers, said = await _dossiers_and_when(call)
    tasks = [_about(each) | {"command": f"/due {each.task.number} {said}"} for each in dossiers]
    pressed = [each for each in tasks if len(str(each["command"]).encode()) <= LONGEST_COMMAND and "|" not in said]
    call.say("ask_move", {"tasks": tasks, "when": said, "pressed": pressed[:MOST_CHOICES]})


async def _dossiers_and_when(call: Call) -> tuple[list[Dossier], str]:
    """The open tasks meant, and when; of several tasks the time must be said."""
    from bot.core.typed_moves import reads_as_time

    numbers, said = call.numbers_and_rest(lambda rest: reads_as_time(rest, call.now, call.calendar))
    if not said and len(numbers) > 1:
        raise Refusal("time_missing", command=call.command.name, numbers=" ".join(map(str, numbers)))
    dossiers = [await call.dossier(each) for each in numbers]
    for each in dossiers:
        _must_be_open(each)
    return dossiers, said


def _new_deadline(call: Call, dossier: Dossier, said: str) -> Deadline:
    """The time said, or the task's own by so much earlier or later."""
    from bot.core.typed_moves import typed_shift

    by, task = typed_shift(said), dossier.task
    if by is None:
        return deadline_at(call, read_when(call, said), said)
    if task.due is None:
        raise Refusal("nothing_to_shift", number=task.number)
    limit = next((each for each in task.facts.deadlines if each.at == task.due), None)
    meeting = next((each for each in task.facts.events if each.at == task.due), None)
    moved = shifted(limit, by) if limit else shifted(meeting, by) if meeting else None
    deadline = deadline_at(call, task.due + by, "")
    if moved is not None:
        deadline = Deadline(moved.date, moved.at, moved.time, moved.part, said)
    if deadline.at <= call.now:
        raise Refusal("past_time", said=said[:30], command=call.command.name, number=str(task.number))
    return deadline


def _set_view(call: Call, before: Dossier, after: Dossier, deadline: Deadline) -> View:
    """The task with the time it has now: of a meeting the meeting's own."""
    moved = next((each for each in after.task.facts.events if each not in before.task.facts.events), None)
    view = event_view(moved) if moved else deadline_view(deadline)
    day_off = not call.calendar.is_workday(moved.date if moved else deadline.date)
    return _about(after) | {"deadline": view, "meeting": moved is not None, "day_off": day_off}


async def _tell_others(call: Call, after: Dossier, before: Dossier) -> None:
    """Whoever else has the task hears that its deadline moved."""
    old = before.task.due.isoformat() if before.task.due else None
    new = after.task.due.isoformat() if after.task.due else None
    for member in await call.work.members() if old != new else ():
        if member.id in after.holders and member.id != call.member.id:
            data: dict[str, object] = {"task": after.task.number, "by": call.member.name, "old": old, "new": new}
            call.tell(member, "due_moved", data, after.task)


async def snooze(call: Call) -> None:
    """/snooze N… [when]: be reminded again then; a second time takes the place of the first."""
    dossiers, said = await _dossiers_and_when(call)
    if not said:
        call.say("ask_snooze", _about(dossiers[0]))
        return
    at = read_when(call, said, begins=True)
    for dossier in dossiers:
        await _snoozed(call, dossier, at)
    dues = [each.task.due for each in dossiers]
    late = [due is not None and at > due > call.now for due in dues]
    tasks = [_about(each) | {"after_due": after} for each, after in zip(dossiers, late, strict=True)]
    call.say("snoozed", _about(dossiers[0]) | {"at": at.isoformat(), "tasks": tasks})


async def _snoozed(call: Call, dossier: Dossier, at: datetime) -> None:
    task = dossier.task
    if not call.office and call.member.id not in dossier.holders:
        raise Refusal("not_yours", number=task.number)
    reminder = Reminder(task.number, call.member.id, Rung.SNOOZE, task.opened_at, at)
    known = await call.work.reminders(task.number, member=call.member.id, until=at + SAYS_THE_SAME)
    quiet = tuple(_hushed(each, at) for each in known if _says_the_same(each, at))
    entry = JournalEntry(
        call.now, "snoozed", "by_person", task.number, member=call.member.id, detail={"until": at.isoformat()}
    )
    call.save(reminder, *quiet, entry, label="snooze")


def _says_the_same(reminder: Reminder, at: datetime) -> bool:
    """Whether a step of the ladder before or just after the snooze would only say the same twice."""
    if reminder.rung is Rung.OVERDUE:
        return reminder.due <= at
    if reminder.rung in (Rung.DAY_BEFORE, Rung.SAME_DAY, Rung.START_BY):
        return reminder.about > at
    return reminder.rung in (Rung.TWO_HOURS, Rung.HALF_TIME) and reminder.about - at >= STILL_TIME


def _hushed(reminder: Reminder, at: datetime) -> Reminder:
    return replace(reminder, due=at) if reminder.rung is Rung.OVERDUE else replace(reminder, state="sent")


def _must_be_open(dossier: Dossier) -> None:
    task = dossier.task
    if task.state is not TaskState.OPEN:
        raise Refusal("closed", number=task.number, state=task.state.value, parent=task.parent)


def _about(dossier: Dossier) -> dict[str, object]:
    task = dossier.task
    return {
        "number": task.number,
        "title": title_of(task),
        "due": task.due.isoformat() if task.due else None,
        "shares": sum(each.state is AssignmentState.OPEN for each in dossier.assignments),
    }
