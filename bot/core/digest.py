"""The digest: what changed, what is due, what may go, what came in; nothing when there is nothing to say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core.groups import Evidence
from bot.core.listing import by_urgency
from bot.core.models import FactChange, JournalEntry, Member, Outcome, Task
from bot.core.views import next_due

TELLING = frozenset({"changed", "cancelled", "postponed"})
"""Journal verbs that a digest puts on top."""


@dataclass(frozen=True, slots=True)
class News:
    """A task that changed since the last digest, and how."""

    task: Task
    changes: tuple[FactChange, ...]
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Digest:
    """One digest: each open task stands in it once, under `news` or under its sign."""

    news: tuple[News, ...]
    sections: Mapping[str, Sequence[Task]]
    dissolvable: tuple[Evidence, ...]
    counts: Mapping[Outcome, int]
    refused: int
    open: int

    @property
    def received(self) -> int:
        """How many messages came in, those that were refused included."""
        return sum(self.counts.values()) + self.refused


def build_digest(
    tasks: Sequence[Task],
    closed: Mapping[int, Task],
    journal: Sequence[JournalEntry],
    counts: Mapping[Outcome, int],
    dissolvable: Sequence[Evidence],
    now: datetime,
    zone: ZoneInfo,
    reader: int | None = None,
    warned: bool = False,
) -> Digest | None:
    """The digest of the reader's open `tasks`; `closed` are his tasks that were cancelled lately, by number.

    `journal` holds what happened since the last digest; `warned` is whether anything is to be warned of. None when there is nothing a person would want to know.
    """
    by_number = {task.number: task for task in tasks}
    told_himself = ("postponed", reader)
    news = _news(by_number, closed, [each for each in journal if (each.verb, each.member) != told_himself], now, zone)
    news = tuple(sorted(news, key=lambda each: (each.task.due is None, each.task.due or now, each.task.number)))
    told = {each.task.number for each in news}
    sections = by_urgency([task for task in tasks if task.number not in told], now, zone)
    refused = sum(entry.verb == "refused" for entry in journal)
    if not (news or sections or dissolvable or warned or counts.get(Outcome.NEEDS_LOOK)):
        return None
    return Digest(news, sections, tuple(dissolvable), counts, refused, len(by_number))


def _news(
    open_tasks: Mapping[int, Task],
    closed: Mapping[int, Task],
    journal: Sequence[JournalEntry],
    now: datetime,
    zone: ZoneInfo,
) -> tuple[News, ...]:
    changes: dict[int, dict[str, FactChange]] = {}
    cancelled: set[int] = set()
    for entry in journal:
        if entry.task is None or entry.verb not in TELLING:
            continue
        if entry.verb == "cancelled":
            cancelled.add(entry.task)
        listed = [_postponed(entry, zone)] if entry.verb == "postponed" else entry.detail.get("changes")
        for one in listed if isinstance(listed, list) else []:
            fact, old, new = (str(part) for part in one)
            known = changes.setdefault(entry.task, {}).get(fact)
            changes[entry.task][fact] = FactChange(fact, known.old if known else old, new)
    found = []
    for number in sorted(changes.keys() | cancelled):
        if number in open_tasks and changes.get(number):
            found.append(News(_rolled_on(open_tasks[number], now), tuple(changes[number].values()), False))
        elif number in closed and number in cancelled:
            found.append(News(closed[number], (), True))
    return tuple(found)


def _rolled_on(task: Task, now: datetime) -> Task:
    """The task by the date that counts after the change: what passed meanwhile is not what is new."""
    following = None if task.facts.recurrence else next_due(task.facts, now)
    return replace(task, due=following) if following else task


def _postponed(entry: JournalEntry, zone: ZoneInfo) -> list[str]:
    """A deadline that a person moved, written as other changes are."""
    said = [entry.detail.get("old"), entry.detail.get("new")]
    return ["deadline", *(_moment(datetime.fromisoformat(str(at)), zone) if at else "" for at in said)]


def _moment(at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    if local.time() == time(0):
        return f"{local.date() - timedelta(days=1)} 24:00"
    return f"{local:%Y-%m-%d %H:%M}"


def slots_between(
    member: Member, after: datetime, until: datetime, zone: ZoneInfo, works: Mapping[date, bool]
) -> list[datetime]:
    """The instants of the member's digests in (after, until]; `works` says which of these days are workdays."""
    found = []
    day = after.astimezone(zone).date()
    while day <= until.astimezone(zone).date():
        on_duty = member.on_duty_until is not None and day <= member.on_duty_until
        if works.get(day, True) or on_duty or not member.digest_workdays_only:
            found += [_at(day, clock, zone) for clock in member.digest_times]
        day += timedelta(days=1)
    return sorted(at for at in found if after < at <= until)


def _at(day: date, clock: str, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), zone)
