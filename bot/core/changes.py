"""What two readings of one duty have in common: filling in what is missing, and saying what differs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.core.models import Deadline, Event, FactChange, Notice, Recurrence, RecurrenceException, Spec

SEPARATOR = "；"
"""Between several values of one fact."""

MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}|cob|noon|morning|afternoon|evening))?\Z")
"""How a changed date is written: ISO day, then a clock time or a part of the day; templates word it."""


STILL_OPEN = "open"
"""The new date of what was put off until further notice; templates word it."""

NO_DEADLINE = "no_deadline"
"""Code of the doubt that no date says by when."""


def fill_in(facts: Notice, notice: Notice) -> Notice:
    """`facts` with what they lack and `notice` says; nothing that is known is overwritten."""
    have, more = facts.submit_to, notice.submit_to
    numbers = {contact.phone for contact in facts.contacts}
    return replace(
        facts,
        issuer=facts.issuer or notice.issuer,
        deadlines=_filled_deadlines(facts, notice),
        events=tuple(_filled_event(event, notice) for event in facts.events),
        requirements=facts.requirements or notice.requirements,
        specs=facts.specs or notice.specs,
        urgent=facts.urgent or notice.urgent,
        contacts=(*facts.contacts, *(c for c in notice.contacts if c.phone and c.phone not in numbers)),
        submit_to=replace(
            have,
            emails=have.emails or more.emails,
            phones=have.phones or more.phones,
            people=have.people or more.people,
            urls=have.urls or more.urls,
            systems=have.systems or more.systems,
        ),
    )


def adds_dates(facts: Notice, notice: Notice) -> bool:
    """Whether `fill_in` makes a date or a clock time known."""
    filled = fill_in(facts, notice)
    return _moments((*filled.deadlines, *filled.events)) != _moments((*facts.deadlines, *facts.events))


def _filled_deadlines(facts: Notice, notice: Notice) -> tuple[Deadline, ...]:
    """The deadlines, or those of the notice where there is no date at all; a clock time for a bare day is taken over."""
    if not (facts.deadlines or facts.recurrence or facts.events):
        return notice.deadlines
    if len(facts.deadlines) != 1 or len(notice.deadlines) != 1:
        return facts.deadlines
    [known], [said] = facts.deadlines, notice.deadlines
    finer = known.date == said.date and not (known.time or known.part) and (said.time or said.part)
    return (replace(said, about=known.about, inner=known.inner),) if finer else facts.deadlines


def _filled_event(known: Event, notice: Notice) -> Event:
    """The meeting with its place and hour where only the notice says them."""
    said = next((event for event in notice.events if event.date == known.date), None)
    if said is None:
        return known
    if not (known.time or known.part) and (said.time or said.part):
        known = replace(known, time=said.time, part=said.part, at=said.at)
    agree = (known.time, known.part) == (said.time, said.part) or not (said.time or said.part)
    return replace(known, place=known.place or said.place) if agree else known


def answered(facts: Notice) -> Notice:
    """`facts` without the question by when, once a date answers it."""
    if not (facts.deadlines or facts.events or facts.recurrence):
        return facts
    left = tuple(doubt for doubt in facts.unsure if doubt.code != NO_DEADLINE)
    return facts if left == facts.unsure else replace(facts, unsure=left)


def additions(old: Notice, filled: Notice) -> tuple[FactChange, ...]:
    """What was missing in `old` and is known now, a clock time for a bare day included."""
    return tuple(c for c in differences(old, filled) if not c.old or (c.fact in ("deadline", "event")))


def differences(old: Notice, new: Notice) -> tuple[FactChange, ...]:
    """What differs between two readings, as short text for people; wording alone is no difference."""
    pairs = (
        ("deadline", _moments(old.deadlines), _moments(new.deadlines)),
        ("event", _moments(old.events), _moments(new.events)),
        ("place", _listed(e.place for e in old.events), _listed(e.place for e in new.events)),
        ("recurrence", _rhythm(old), _rhythm(new)),
        ("once", left_out(_exceptions(old)), left_out(_exceptions(new))),
        ("issuer", old.issuer or "", new.issuer or ""),
        ("submit_to", _address(old), _address(new)),
        ("specs", _listed(map(_spec, old.specs)), _listed(map(_spec, new.specs))),
    )
    return tuple(FactChange(fact, before, after) for fact, before, after in pairs if before != after)


def moment(item: Deadline | Event | Recurrence | RecurrenceException, day: str) -> str:
    """A day with its clock time or part as `MOMENT` says."""
    more = item.time or (item.part.value if item.part else "")
    return f"{day} {more}".strip()


def _moments(items: Iterable[Deadline | Event]) -> str:
    return SEPARATOR.join(sorted(moment(item, item.date.isoformat()) for item in items))


def _listed(values: Iterable[str | None]) -> str:
    return SEPARATOR.join(dict.fromkeys(value for value in values if value))


def _rhythm(facts: Notice) -> str:
    """Rule, time or part, last day, what becomes of days off, and from when it holds where another holds before it."""
    rule = facts.recurrence
    if rule is None:
        return ""
    hours = f"hours={','.join(rule.hours)}" if rule.hours else ""
    more = (hours, str(rule.until or ""), f"days_off={rule.days_off}" if rule.days_off else "", f"since={rule.start}" if rule.before else "")
    return " ".join(filter(None, (moment(rule, rule.rrule), *more)))


def left_out(told: Iterable[RecurrenceException]) -> str:
    """What of a rhythm holds but once: days that fall out as ISO intervals, and those that move as day, ">" and `MOMENT`."""
    days = (f"{each.first}/{each.last}" if each.date is None else f"{each.first}>{moment(each, each.date.isoformat())}" for each in told)
    return SEPARATOR.join(days)


def _exceptions(facts: Notice) -> tuple[RecurrenceException, ...]:
    return facts.recurrence.exceptions if facts.recurrence else ()


def _address(facts: Notice) -> str:
    to = facts.submit_to
    return _listed((*to.people, *to.emails, *to.phones, *to.urls, *to.systems))


def _spec(spec: Spec) -> str:
    counts = {spec.count_min, spec.count_max} - {None}
    return " ".join(filter(None, (spec.item, "–".join(map(str, sorted(counts, key=str))), "/".join(spec.formats))))
