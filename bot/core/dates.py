"""All dates of one text by one author: its deadlines, its events, its recurring duty, and what is doubtful in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from bot.core.anchored import read_anchored
from bot.core.answered import Turn, turns_of, with_answers
from bot.core.closing_hours import with_closing_hours
from bot.core.common_hours import with_common_hours
from bot.core.corrected import with_corrections
from bot.core.counted import with_counted
from bot.core.course_parts import with_parts_of_course
from bot.core.date_columns import with_columns
from bot.core.dated_rows import legible, with_limits_of_rows, with_rows_alike
from bot.core.days_of_others import with_days_of_others
from bot.core.deadlines import read_deadlines
from bot.core.doubts import doubts_of, impossible_dates, other_rhythms
from bot.core.each_stage import with_each_stage
from bot.core.english_anchored import read_anchored_in_english
from bot.core.events import read_events
from bot.core.implied_rhythms import with_implied_rhythms
from bot.core.later_lines import with_later_lines
from bot.core.later_places import with_later_places
from bot.core.learned.weighing import weigh
from bot.core.lent_hours import with_lent_hours
from bot.core.listed_papers import with_limits_of_papers
from bot.core.members import with_limits_of_members
from bot.core.mentions import Mention, find_mentions
from bot.core.models import Deadline, Doubt, Event, Kind, Recurrence, Span, TimeExpression
from bot.core.moved import with_moved, with_moved_again
from bot.core.normalise import Normal
from bot.core.open_until import with_open_until
from bot.core.own_exceptions import with_own_exceptions
from bot.core.own_limits import with_own_limits
from bot.core.programme import with_agenda, with_programme
from bot.core.recurrence import read_recurrence
from bot.core.roles import Verdict
from bot.core.rules_beside import rules_beside
from bot.core.segment import Record, split_records, without_headers
from bot.core.sequence import assign_roles
from bot.core.shifted import with_shifts_of_others
from bot.core.span_hours import with_hours_of_span
from bot.core.spanning import Spans
from bot.core.stage_ends import with_ends_of_stages
from bot.core.times import find_times
from bot.core.turns import with_hours_of_turns, with_limits_in_a_row
from bot.core.visits import with_visits
from bot.core.workdays import Calendar

Fact = TypeVar("Fact", Deadline, Event, Recurrence)

_NEIGHBOURHOODS: tuple[Callable[[Sequence[Verdict]], Sequence[Verdict]], ...] = (
    with_corrections,
    with_rows_alike,
    with_columns,
    with_parts_of_course,
    with_programme,
    with_agenda,
    with_hours_of_span,
    with_closing_hours,
    with_hours_of_turns,
    with_limits_in_a_row,
    with_ends_of_stages,
    with_common_hours,
    with_shifts_of_others,
    with_own_limits,
    with_lent_hours,
    with_visits,
)
"""What dates are by those that stand beside them, once the words have been weighed; each sees what the one before made of them."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The dated facts of one text; spans are those of the original."""

    deadlines: tuple[Deadline, ...] = ()
    events: tuple[Event, ...] = ()
    recurrence: Recurrence | None = None
    doubts: tuple[Doubt, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


def _times(normal: Normal, records: Sequence[Record], sent_at: datetime, calendar: Calendar) -> list[TimeExpression]:
    """Time expressions of the text; in a pasted record each line's count from its own time."""
    if not records:
        return find_times(legible(normal.text), sent_at, calendar)
    found: list[TimeExpression] = []
    for record in records:
        start, end = record.body
        for time in find_times(legible(normal.text[start:end]), record.at or sent_at, calendar):
            found.append(replace(time, span=(time.span[0] + start, time.span[1] + start)))
    return found


@dataclass(frozen=True, slots=True)
class Dated:
    """A text with its time expressions in their surroundings, and when it was written (naive local time)."""

    normal: Normal
    text: str
    """The normalised text, its record heads blanked out."""
    mentions: tuple[Mention, ...]
    sent_at: datetime
    calendar: Calendar
    talk: tuple[Turn, ...] = ()

    def verdicts(self, kind: Kind | None = None) -> list[Verdict]:
        """What the rules alone take each date for in a text of this kind."""
        counted = with_counted(with_moved_again(with_moved(assign_roles(self.mentions, self.sent_at, kind))), self.sent_at.date(), self.calendar)
        staged = with_open_until(with_each_stage(with_limits_of_members(counted), self.sent_at.date()))
        return with_answers(with_days_of_others(with_limits_of_papers(with_limits_of_rows(staged))), self.talk)


def find_dates(normal: Normal, sent_at: datetime, calendar: Calendar) -> Dated:
    """All time expressions of a normalised text; `sent_at` is the naive local time it reached the reader."""
    records = split_records(normal.text, sent_at)
    if any("|" in r.speaker or re.match(r"\s*[-—–~～]", normal.text[r.body[0] : r.body[0] + 3]) for r in records):
        records = ()
    text = without_headers(normal.text, records)
    earliest = min((r.at for r in records if r.at), default=sent_at)
    mentions = find_mentions(text, _times(normal, records, sent_at, calendar))
    return Dated(normal, text, tuple(mentions), min(earliest, sent_at), calendar, turns_of(normal.text, records))


def read_dates(normal: Normal, sent_at: datetime, calendar: Calendar, kind: Kind | None = None) -> Dates:
    """Read the dates of a normalised text of this kind; `sent_at` is the naive local time it reached the reader."""
    dated = find_dates(normal, sent_at, calendar)
    verdicts, _ = weigh(dated.verdicts(kind), dated.sent_at, {str(kind or Kind.TASK): 1.0})
    return facts_of(dated, verdicts, calendar, kind)


def _settled(verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    for settled_by in _NEIGHBOURHOODS:
        verdicts = settled_by(verdicts)
    return verdicts


def _is_told_by_turns(talk: Sequence[Turn]) -> bool:
    """Whether somebody speaks again: 日报：… and 周报：… are fields, not people."""
    return len({turn.who for turn in talk}) < len(talk)


def facts_of(dated: Dated, verdicts: Sequence[Verdict], calendar: Calendar, kind: Kind | None = None) -> Dates:
    """What follows from the dates of a text of this kind once the role of each is known."""
    normal, text, sent_at = dated.normal, dated.text, dated.sent_at
    as_announced = verdicts
    verdicts = _settled(with_later_lines(verdicts, dated.talk, kind))
    verdicts = with_implied_rhythms(verdicts)
    found = read_recurrence(verdicts, calendar, sent_at.date())
    used = found.used if found else frozenset()
    deadlines = read_deadlines(verdicts, calendar, used)
    events = read_events(verdicts, calendar, used, kind)

    def announced_before(at: int) -> tuple[Event, ...]:
        return read_events(_settled([v for v in as_announced if v.mention.start < at]), calendar, used, kind)

    events = with_later_places(events, text, verdicts, dated.talk, announced_before)
    anchored = [*read_anchored(text, verdicts, events, calendar), *read_anchored_in_english(text, verdicts, events, calendar)]
    taken = Spans(each.span for each in anchored)
    bases = Spans(span for each in anchored for span in (each.base, each.hour) if span)
    events = tuple(e for e in events if not taken.meets(e.span))
    plain = [d for d in deadlines if not (taken.meets(d.span) or bases.meets(d.span))]
    days, exact = {d.date for d in plain}, {d.date for d in plain if d.time}
    said_twice = {(d.date, d.time, d.part) for d in plain}
    counted = [d for d in (each.deadline for each in anchored) if (d.date, d.time, d.part) not in said_twice and (d.time or (d.date not in exact and (d.part or d.date not in days)))]
    deadlines = tuple(sorted([*plain, *counted], key=lambda d: (d.at, d.span)))

    recurrence = found.recurrence if found else None
    beside = other_rhythms(rules_beside(verdicts, recurrence, used)) if recurrence and not _is_told_by_turns(dated.talk) else ()
    if recurrence:
        recurrence, deadlines = with_own_exceptions(recurrence, deadlines, verdicts, sent_at.date(), calendar)

    def words(span: Span) -> str:
        first, last = normal.original_span(*span)
        return normal.original[first:last]

    def at_home(fact: Fact) -> Fact:
        return replace(fact, span=normal.original_span(*fact.span), said=words(fact.span))

    def as_written(event: Event) -> Event:
        at = text.find(event.place) if event.place else -1
        return at_home(replace(event, place=normal.as_written(at, at + len(event.place)) if event.place and at >= 0 else event.place))

    return Dates(
        tuple(at_home(d) for d in deadlines),
        tuple(as_written(e) for e in events),
        at_home(recurrence) if recurrence else None,
        doubts_of(verdicts, deadlines, events, sent_at) + impossible_dates(text, sent_at, kind) + beside,
        tuple(verdicts),
    )
