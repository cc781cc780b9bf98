"""A known task as matching sees it: the traits of all its sources beside its current facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from bot.core.models import KnownTask, Source
from bot.core.relate.offices import Office, read_offices, same_office, same_person
from bot.core.relate.papers import Papers
from bot.core.relate.traits import Moment, Traits, moments_of, read_traits

ReadDates = Callable[[str, datetime], frozenset[Moment]]


@dataclass(frozen=True, slots=True)
class TaskView:
    """What the sources of one task have in common with whatever comes next; `opener` is the first of them."""

    number: int
    opener: Traits
    sources: tuple[Traits, ...]
    grams: frozenset[str]
    phrases: frozenset[str]
    substance: frozenset[str]
    papers: Papers
    fields: frozenset[str]
    owners: tuple[Office, ...]
    offices: tuple[Office, ...]
    people: frozenset[str]
    groups: frozenset[str]
    quoted: frozenset[str]
    mailboxes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Current:
    """The changing side of a task: its moments now, those it had before, its recurrence and its last activity."""

    moments: frozenset[Moment]
    past: frozenset[Moment]
    last_at: datetime


def view_of(known: KnownTask) -> TaskView:
    """The view of a task; built once for the same sources."""
    return _view(known.task.number, known.sources, known.task.facts.issuer)


@lru_cache(maxsize=8192)
def _view(number: int, sources: tuple[Source, ...], issuer: str | None) -> TaskView:
    traits = tuple(read_traits(s.text, s.at, s.group, s.sender) for s in sources)
    opener = traits[0]
    owners = dict.fromkeys((*opener.signed, *opener.speaker.offices, *(read_offices(issuer) if issuer else ())))
    offices = dict.fromkeys(o for t in traits for o in (*t.offices, *t.speaker.offices))
    return TaskView(
        number=number,
        opener=opener,
        sources=traits,
        grams=frozenset().union(*(t.grams for t in traits)),
        phrases=frozenset().union(*(t.phrases for t in traits)),
        substance=frozenset().union(*(t.substance for t in traits)),
        papers=tuple(dict.fromkeys(paper for t in traits for paper in t.papers)),
        fields=frozenset().union(*(t.fields for t in traits)),
        owners=tuple(owners),
        offices=tuple(offices),
        people=frozenset(p for t in traits for p in (*t.people, t.speaker.person) if p),
        groups=frozenset(t.group for t in traits if t.group),
        quoted=frozenset().union(*(t.quoted for t in traits)),
        mailboxes=frozenset().union(*(t.mailboxes for t in traits)),
    )


def current_of(known: KnownTask, read_dates: ReadDates) -> Current:
    """The moments of a task now and in its history."""
    now = moments_of(known.task.facts)
    past: set[Moment] = set()
    for source in known.sources:
        past |= read_dates(source.text, source.at)
    return Current(now, frozenset(past), known.sources[-1].at)


def share_office(mine: tuple[Office, ...], theirs: tuple[Office, ...]) -> bool:
    """Whether any office of one side is one of the other's."""
    return any(same_office(a.stem, b.stem) for a in mine for b in theirs)


def same_sender(a: Traits, b: Traits) -> bool:
    """Whether two messages were posted by one person, or by one office without a name."""
    if not a.sender or not b.sender:
        return False
    if a.sender == b.sender:
        return True
    mine, theirs = a.speaker, b.speaker
    if mine.person and theirs.person:
        agreed = same_person(mine.person, theirs.person)
        return agreed and (not mine.offices or not theirs.offices or share_office(mine.offices, theirs.offices))
    return bool(mine.offices and theirs.offices and not (mine.person or theirs.person)) and share_office(
        mine.offices, theirs.offices
    )
