"""A message beside the known tasks: which are worth a close look, and how likely each of them is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import islice

from bot.core.models import (
    KnownTask,
    Message,
    Notice,
    TaskState,
)
from bot.core.relate.anchors import own_occasion
from bot.core.relate.bearing import bearing_features
from bot.core.relate.called_off import named_as_off
from bot.core.relate.details import moves_hands, names_nothing, subject_of, tells_details
from bot.core.relate.fingerprints import Fingerprints, shortlist
from bot.core.relate.hints import Hints, bearing_row, hints_of, weighed_row
from bot.core.relate.memory import RelateMemory, key_of
from bot.core.relate.pairing import compare_all
from bot.core.relate.relation import (
    RelateReason,
)
from bot.core.relate.shipped import Judgements
from bot.core.relate.threshold import (
    ALMOST,
    CERTAIN,
    MAYBE,
    SURE_OF_NAMELESS,
    SURE_OF_TALK,
)
from bot.core.relate.traits import Moment, dates_of, moments_of, read_traits
from bot.core.relate.vetoes import almost_copied, does_something
from bot.core.relate.views import current_of, view_of
from bot.core.relate.weighing import Candidate, Features, Incoming, Weights
from bot.core.times import find_times
from bot.core.workdays import Calendar

_OTHERS = 20
"""So many more tasks are looked at where details are told of a thing that need not be named (记得加盖公章)."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One candidate with its features, what the rules say of it, and its probability of being meant."""

    candidate: Candidate
    features: Features
    hints: Hints
    chance: float


def bearing_of(judge: Judgements, incoming: Incoming) -> Mapping[str, float]:
    """How likely the words of a message open a duty, repeat one …, by the names of the relations."""
    t = incoming.traits
    return judge.bearing.chances(bearing_features(t.raw, t.group, t.sender))


def shortlisted(
    incoming: Incoming, known: Sequence[KnownTask], calendar: Calendar, meant: frozenset[int] = frozenset()
) -> tuple[list[Candidate], Fingerprints]:
    """The tasks worth a close look, those `meant` among them, and the index that says how common a 2-gram is."""
    days = frozenset(m.day for m in incoming.moments | incoming.dates)
    chosen, index = shortlist(incoming.traits, days, known)
    missing = meant - {one.task.number for one in chosen}
    chosen += [one for one in known if one.task.number in missing]
    if tells_details(incoming.traits.raw) or (incoming.traits.mailboxes and moves_hands(incoming.traits.raw)):
        looked_at = {one.task.number for one in chosen}
        others = (one for one in reversed(known) if one.task.state is TaskState.OPEN and one.task.number not in looked_at)
        chosen = [*chosen, *islice(others, _OTHERS)]

    def read(known: KnownTask) -> Candidate:
        return Candidate(known, view_of(known), current_of(known, lambda text, at: _dates(text, at, calendar)))

    return [index.candidate(one.task.number, calendar, read) for one in chosen], index


def read_incoming(message: Message, notice: Notice, calendar: Calendar) -> Incoming:
    """A message with its notice as matching sees it."""
    at = message.reference
    traits = read_traits(message.text, at, message.group, message.sender)
    dates = _dates(message.text, at, calendar)
    return Incoming(traits, notice, moments_of(notice), dates, notice.kind, message.hour_known)


def compare_with(
    incoming: Incoming, known: Sequence[KnownTask], calendar: Calendar, meant: frozenset[int] = frozenset()
) -> tuple[list[Candidate], list[Features]]:
    """The candidates among the known tasks, those `meant` however unlike, and the features of the message beside each."""
    candidates, index = shortlisted(incoming, known, calendar, meant)
    return candidates, compare_all(incoming, candidates, Weights(index.frequency, len(index)))


@lru_cache(maxsize=8192)
def _dates(text: str, at: datetime, calendar: Calendar) -> frozenset[Moment]:
    return dates_of(find_times(text, calendar.local(at), calendar))


def weigh_all(
    judge: Judgements,
    incoming: Incoming,
    bearing: Mapping[str, float],
    known: Sequence[KnownTask],
    calendar: Calendar,
    memory: RelateMemory,
    meant: frozenset[int] = frozenset(),
) -> list[Weighed]:
    candidates, rows = compare_with(incoming, known, calendar, meant)
    own = bearing_row(incoming, bearing)
    off = named_as_off(incoming.traits.raw, incoming.traits.at, candidates, calendar)
    link = judge.link if incoming.hour_known else judge.link_pasted
    weighed = []
    for candidate, features in zip(candidates, rows, strict=True):
        hints = hints_of(incoming, candidate, features)
        row = weighed_row(incoming, candidate, features, hints, own)
        chance = CERTAIN if row["copied"] else ALMOST if almost_copied(row) else link.chance(row)
        if own_occasion(row) or candidate is off:
            chance = max(chance, SURE_OF_TALK)
        row["awaited"] = float(_is_awaited(incoming, candidate, row))
        chance = CERTAIN if row["awaited"] else chance
        row["named_off"] = float(candidate is off)
        weighed.append(Weighed(candidate, row, hints, _as_told(incoming, candidate, features, chance, memory)))
    return _with_named(incoming, weighed)


def _with_named(incoming: Incoming, weighed: list[Weighed]) -> list[Weighed]:
    """Who lets off a piece that only one open task has, or tells how it is handed in, speaks of that task, however it
    reads (照片就免了吧, 包案表要盖章)."""
    still_open = [at for at, w in enumerate(weighed) if w.candidate.known.task.state is TaskState.OPEN]
    named = [at for at in still_open if (waiver := weighed[at].hints.effect.waiver) and waiver.pieces]
    sure = SURE_OF_TALK
    if not named and not incoming.dates:
        named, sure = [at for at in still_open if _is_of(incoming, weighed[at].candidate, len(still_open) == 1)], SURE_OF_NAMELESS
    if len(named) == 1:
        [at] = named
        weighed[at] = replace(weighed[at], chance=max(weighed[at].chance, sure))
    return weighed


def _is_awaited(incoming: Incoming, candidate: Candidate, f: Features) -> bool:
    """Whether the new day is told of a meeting that was put off until further notice."""
    task, told = candidate.known.task, candidate.known.sources
    waits = task.state is TaskState.OPEN and not task.facts.events and any(each.reason == RelateReason.PUT_OFF for each in told)
    dated = len(incoming.notice.events) == 1 and not _GOES_ON.search(incoming.traits.raw)
    return waits and dated and f["substance_shared"] > 0 and not (f["copied"] or f["m_cancel"])


_GOES_ON = re.compile(r"照常|照旧|如期|\bas planned\b", re.I)
"""What takes place as it was told was not put off."""


def _is_of(incoming: Incoming, candidate: Candidate, alone: bool) -> bool:
    """Whether details are told of the thing that a task asks for, by its name or since a person who pastes has no other."""
    text, facts = incoming.traits.raw, candidate.known.task.facts
    if tells_details(text):
        named = subject_of(text)[-2:]
        if names_nothing(text):
            return alone and not incoming.hour_known
        return bool(named) and named in candidate.known.sources[0].text
    addresses = incoming.traits.mailboxes and facts.submit_to.emails
    return bool(addresses and moves_hands(text) and not incoming.notice.events)


def _as_told(incoming: Incoming, candidate: Candidate, f: Features, chance: float, memory: RelateMemory) -> float:
    """The chance in the light of what people answered about such pairs."""
    if chance >= ALMOST or not (memory.same or memory.different):
        return chance
    key = key_of(incoming.traits, candidate.view)
    if key in memory.different and not does_something(f):
        return min(chance, MAYBE / 2)
    return max(chance, SURE_OF_NAMELESS) if key in memory.same and chance >= MAYBE else chance
