"""Duties that come back, heard as somebody pastes them: the verdict on the last message and the dates it leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.models import Message, Notice, Occurrence, Task, Verdict
from bot.core.occurrences import follow_rule, later_hour, plan_occurrences
from bot.core.relate import relate
from bot.core.understand import understand
from tests.bench.streams import Ledger
from tests.factories import CALENDAR

MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


def told(*texts: str, at: datetime = MONDAY) -> tuple[Verdict, Notice]:
    """The verdict on the last of some pasted messages, and the facts of the first as it leaves them."""
    verdict, ledger, _ = _heard(texts, at)
    return verdict, next(iter(ledger.tasks.values())).task.facts


def tasks_told(*texts: str, at: datetime = MONDAY) -> list[bool]:
    """Whether each task that some pasted messages opened is still open."""
    return [each.task.closed_at is None for each in _heard(texts, at)[1].tasks.values()]


def dates_told(*texts: str, count: int = 3, at: datetime = MONDAY) -> list[str]:
    """When the dates of the first duty are due, in order, as people have them on their list after the messages."""
    _, ledger, known = _heard(texts, at)
    task = next(iter(ledger.tasks.values())).task
    if task.closed_at is not None:
        return []
    found, now = [], at + timedelta(hours=len(texts))
    while len(found) < count:
        waiting = sorted((each for each in known.values() if each.state == "open"), key=lambda each: each.at)
        for each in waiting:
            found.append(each.at)
            now = max(now, each.at)
            later = later_hour(task.facts.recurrence, each, now, CALENDAR) if task.facts.recurrence else None
            known[each.date] = replace(each, at=later) if later else replace(each, state="done")
        more = plan_occurrences(task, tuple(known.values()), now, CALENDAR)
        if not more and not waiting:
            break
        known |= {each.date: each for each in more}
    limits = [each.at for each in task.facts.deadlines]
    return [f"{each:%m-%d %H:%M}" for each in sorted(found + limits)[:count]]


def _heard(texts: tuple[str, ...], at: datetime) -> tuple[Verdict, Ledger, dict[date, Occurrence]]:
    """The ledger after the messages, an hour apart, with the dates of its first task."""
    ledger, known = Ledger(), dict[date, Occurrence]()
    for n, text in enumerate(texts):
        message = Message(f"{hash(texts)}-{n}", at + timedelta(hours=n), text, by="u")
        notice = understand(message, CALENDAR)
        before = dict(ledger.tasks)
        verdict = relate(message, notice, list(ledger.tasks.values()), CALENDAR)
        ledger.apply(message, notice, verdict)
        first = next(iter(ledger.tasks), None)
        task = ledger.tasks[first].task if first else Task(1, notice, message.id, message.reference)
        old = before[first].task.facts.recurrence if first in before else None
        if first not in before:
            found = plan_occurrences(task, (), message.reference, CALENDAR)
        else:
            found = follow_rule(task, old, tuple(known.values()), message.reference, CALENDAR) if task.facts.recurrence != old else ()
        known |= {each.date: each for each in found}
    return verdict, ledger, known
