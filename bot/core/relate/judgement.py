"""The cascade: candidates, vetoes, weight of evidence with two thresholds, then what the message does to the task."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from bot.core.changes import differences
from bot.core.models import (
    Deadline,
    FactChange,
    Kind,
    KnownTask,
    Message,
    Notice,
    Recurrence,
    Relation,
    Requirement,
    Task,
    TaskState,
    Verdict,
)
from bot.core.platform_lines import read_platform_line
from bot.core.relate.anchors import own_occasion
from bot.core.relate.bearing import BEARINGS, bearing_features
from bot.core.relate.called_off import calls_off_another, is_bare_off, named_as_off
from bot.core.relate.details import details_told, moves_hands, names_nothing, subject_of, tells_details
from bot.core.relate.evidence import evidence_of
from bot.core.relate.fingerprints import Fingerprints, shortlist
from bot.core.relate.hints import Hints, bearing_row, hints_of, weighed_row
from bot.core.relate.letting_off import is_personal
from bot.core.relate.memory import NOTHING_REMEMBERED, RelateMemory, key_of
from bot.core.relate.merging import fresh_moments, move, place_moved
from bot.core.relate.named_dates import moved_as_named, told_of
from bot.core.relate.overlapping import overlapping
from bot.core.relate.pairing import compare_all
from bot.core.relate.pointing import Pointed, fits, limit_meant, means_all, pointed_at, read_beside
from bot.core.relate.relation import (
    COPY_LEAST,
    MOVED,
    Effect,
    RelateReason,
    copied_from,
    effect_as,
    effect_of_copy,
    moves_in_words,
)
from bot.core.relate.replaced import asked_in_place
from bot.core.relate.rhythm_changes import LETS_OFF_RHYTHM, held_until_then, names_another, names_same
from bot.core.relate.shipped import Judgements, shipped
from bot.core.relate.slips import corrected_by
from bot.core.relate.telling_dates import read_told
from bot.core.relate.this_once import exceptions_told, falls_on_no_date, with_dates_of
from bot.core.relate.threshold import (
    ALMOST,
    CERTAIN,
    KEEPS_APART,
    MAYBE,
    SURE_AGAINST_RULE,
    SURE_OF_NAMELESS,
    SURE_OF_TALK,
    SURE_THOUGH_TALK,
    least_chance,
    worth_asking,
)
from bot.core.relate.time_changes import hour_on_known_day, speaks_of_both, stops_for_now
from bot.core.relate.traits import Moment, Traits, dates_of, moments_of, read_traits
from bot.core.relate.vetoes import Veto, almost_copied, does_something, vetoed
from bot.core.relate.views import current_of, view_of
from bot.core.relate.waiving import all_of_it, leaves_standing, read_waivers, withdraws_another
from bot.core.relate.weighing import Candidate, Features, Incoming, Weights
from bot.core.times import find_times
from bot.core.understand import understand_as
from bot.core.workdays import Calendar

BARELY_TALK = 0.97
"""How surely words bear on nothing before a message that reads as chatter is compared with nothing but copies."""
SURE_OF_BOTH = 0.3
"""How sure it must be that a message that changes two tasks together speaks of the second."""
_OF_ITS_OWN = 0.1
"""The share of a message's words that fit one task alone, from which on such a message names it."""
SURE_OF_EITHER, _AS_LIKELY = 0.6, 0.8
"""Below the first a task is not changed where another is so nearly as likely meant."""
_OTHERS = 20
"""So many more tasks are looked at where details are told of a thing that need not be named (记得加盖公章)."""
EFFECTS = BEARINGS[1:5]
"""What a message may do to the task it speaks of."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One candidate with its features, what the rules say of it, and its probability of being meant."""

    candidate: Candidate
    features: Features
    hints: Hints
    chance: float


def relate(
    message: Message,
    notice: Notice,
    known: Sequence[KnownTask],
    calendar: Calendar,
    memory: RelateMemory = NOTHING_REMEMBERED,
) -> Verdict:
    """Place one message among the open and recently closed tasks; judged only by what is known then."""
    return relate_with(shipped(), message, notice, known, calendar, memory)


def relate_with(
    judge: Judgements,
    message: Message,
    notice: Notice,
    known: Sequence[KnownTask],
    calendar: Calendar,
    memory: RelateMemory = NOTHING_REMEMBERED,
) -> Verdict:
    """`relate` with the given judgements (the bench tries others)."""
    if not notice.kind.actionable and read_platform_line(message.text) is not None:
        return _none(notice)  # the platform itself speaks of no task
    if (slip := _slip_put_right(message, known, calendar)) is not None:
        return slip
    if (told := _pointed(judge, message, notice, known, calendar, memory)) is not None:
        return told
    incoming = read_incoming(message, notice, calendar)
    bearing = bearing_of(judge, incoming)
    idle = bearing["none"] > BARELY_TALK and not notice.kind.actionable
    if idle and not (is_bare_off(message.text) or read_waivers(message.text) or tells_details(message.text)) and not _said_before(incoming, known, calendar):
        return _none(notice)
    weighed = _weigh_all(judge, incoming, bearing, known, calendar, memory)
    best = max(weighed, key=lambda w: (w.chance, w.candidate.current.last_at), default=None)
    if best is not None and best.chance >= MAYBE and (replaced := _replaced(message, notice, best)) is not None:
        return replaced
    if best is not None and _sure_enough(incoming, bearing, best, notice, calendar) and not _elsewhere(incoming, best):
        verdict = _repeat(judge, incoming, best, weighed, calendar, lambda kind: notice if notice.kind.actionable else understand_as(message, kind, calendar))
        if notice.kind.actionable and _loses_a_limit(verdict, notice, best.candidate.known.task, calendar):
            return _new(judge, incoming, best, weighed, memory)
        if notice.kind.actionable and _changes_rhythm(verdict, best) and names_another(message.text, _known_of(best)):
            return _new(judge, incoming, best, weighed, memory)
        alters = verdict.relation in (Relation.UPDATE, Relation.CANCEL) and not verdict.also
        if alters and notice.kind.actionable and not message.sender and _could_be_either(best, weighed):
            return _new(judge, incoming, best, weighed, memory)
        if verdict.relation is Relation.CANCEL and _speaks_of_another(message.text, best.candidate):
            return _none(notice)
        if notice.kind is not Kind.CHATTER or verdict.reason is not RelateReason.CONTENT_CHANGED or _surely_changes(best):
            return verdict
    if not notice.kind.actionable or _calls_off_what_is_unknown(message.text, notice):
        return _none(notice)
    return _new(judge, incoming, best, weighed, memory)


def _slip_put_right(message: Message, known: Sequence[KnownTask], calendar: Calendar) -> Verdict | None:
    corrected = corrected_by(message, known, calendar)
    if corrected is None:
        return None
    task, facts = corrected
    changes = differences(task.task.facts, facts)
    reasons = {"deadline": RelateReason.DEADLINE_MOVED, "event": RelateReason.EVENT_MOVED, "place": RelateReason.PLACE_MOVED}
    return Verdict(Relation.UPDATE, reasons[changes[0].fact], of=task.task.number, changes=changes, facts=facts)


def _speaks_of_another(text: str, candidate: Candidate) -> bool:
    return withdraws_another(text, candidate.view.substance) or calls_off_another(text, candidate)


def _pointed(
    judge: Judgements, message: Message, notice: Notice, known: Sequence[KnownTask], calendar: Calendar, memory: RelateMemory
) -> Verdict | None:
    """What short words that only point at something known do to it (那个表改到周五); None where they do not point, or at nothing.

    Where they may mean more than one task, none is changed: people are asked which; a day before all of theirs is kept
    as a task of its own meanwhile.
    """
    pointed = pointed_at(message, calendar)
    meant = [each for each in known if fits(pointed, each, message)] if pointed is not None else []
    if pointed is None or not meant:
        return None
    if len(meant) > 1:
        meant = _of_this_period(read_incoming(message, notice, calendar), meant, calendar) or meant
    together = len(meant) > 1 and means_all(message, len(meant))
    if len(meant) > 1 and not together:
        return _which(notice, meant) if not message.sender else None
    task, limit = meant[0].task, limit_meant(pointed, meant[0])
    if limit is None and len(task.facts.deadlines) > 1 and not task.facts.events and not pointed.presses:
        return _which(notice, meant) if not message.sender else None
    said, read = read_beside(message, pointed, task.facts, limit, calendar)
    incoming = read_incoming(said, read, calendar)
    weighed = _weigh_all(judge, incoming, bearing_of(judge, incoming), known, calendar, memory, frozenset((task.number,)))
    best = next(each for each in weighed if each.candidate.known.task.number == task.number)
    if copied_from(incoming, best.candidate):
        return None
    verdict = _repeat(judge, incoming, best, weighed, calendar, lambda kind: read, _effect_of_pointing(pointed, incoming, best), limit)
    return replace(verdict, also=tuple(each.task.number for each in meant[1:]))


def _of_this_period(incoming: Incoming, meant: Sequence[KnownTask], calendar: Calendar) -> list[KnownTask]:
    """The tasks that no other month, batch or document number keeps apart from the message."""
    numbers = frozenset(each.task.number for each in meant)
    beside = zip(*compare_with(incoming, meant, calendar, numbers), strict=True)
    return [candidate.known for candidate, features in beside if vetoed(features) not in KEEPS_APART]


def _which(notice: Notice, meant: Sequence[KnownTask]) -> Verdict:
    known = [moment.day for one in meant for moment in moments_of(one.task.facts)]
    if notice.kind.actionable and known and any(moment.day < min(known) for moment in moments_of(notice)):
        return Verdict(Relation.NEW, RelateReason.POSSIBLY_KNOWN, maybe=meant[-1].task.number)
    return Verdict(Relation.NONE, RelateReason.WHICH_UNSAID)


def _effect_of_pointing(pointed: Pointed, incoming: Incoming, best: Weighed) -> Effect:
    if pointed.presses:
        return effect_as(Relation.REMINDER, incoming, best.candidate, best.features)
    rule, facts = best.hints.effect, best.candidate.known.task.facts
    if rule.relation is Relation.UPDATE and not rule.inner:
        return rule
    if not fresh_moments(facts, incoming.moments):
        return rule if rule.relation is Relation.DUPLICATE else Effect(Relation.DUPLICATE, RelateReason.SAME_FACTS)
    return Effect(Relation.UPDATE, RelateReason.EVENT_MOVED if facts.kind is Kind.EVENT else RelateReason.DEADLINE_MOVED)


def _changes_rhythm(verdict: Verdict, best: Weighed) -> bool:
    return verdict.facts is not None and verdict.facts.recurrence != best.candidate.known.task.facts.recurrence


def _sure_enough(incoming: Incoming, bearing: Mapping[str, float], best: Weighed, notice: Notice, calendar: Calendar) -> bool:
    """Whether the message surely speaks of the task; less will do where it tells of the dates or the rhythm of the very duty it names."""
    f, task = best.features, best.candidate.known.task
    least = least_chance(incoming, bearing, f, best.hints.veto)
    if best.chance >= least or best.chance < SURE_THOUGH_TALK or task.facts.recurrence is None or (f["m_group"] and not f["same_group"]):
        return best.chance >= least
    text, known = incoming.traits.raw, _known_of(best)
    if best.hints.effect.reason is RelateReason.RHYTHM_CHANGED:
        return best.chance >= SURE_OF_TALK and (names_same(text, known) or bool(f["m_change"] and f["substance_shared"] >= _NAMED))
    named = f["substance_shared"] >= _NAMED or names_same(text, known)
    return named and exceptions_told(text, incoming.traits.at, notice, task, calendar, rhythm_changes=True) is not None


def _known_of(best: Weighed) -> str:
    known = best.candidate.known
    return "\n".join((known.task.facts.title, *(source.text for source in known.sources)))


_NAMED = 2
"""So many 2-grams of its substance name a duty."""


def _replaced(message: Message, notice: Notice, best: Weighed) -> Verdict | None:
    """The verdict where something else takes the place of an open task that is called off by its name."""
    known = best.candidate.known
    if not notice.kind.actionable or known.task.state is not TaskState.OPEN:
        return None
    wanted = asked_in_place(message.text, notice, known.task.facts, known.sources[0].text, message.reference)
    if wanted is None:
        return None
    facts, changes = wanted
    return Verdict(Relation.UPDATE, RelateReason.REPLACED, of=known.task.number, changes=changes, facts=facts)


def _calls_off_what_is_unknown(text: str, notice: Notice) -> bool:
    """Whether a message only calls off something that it names: none of the known, so there is nothing to do."""
    wanted = notice.deadlines or notice.events or notice.recurrence or notice.requirements - {Requirement.ATTEND}
    return not wanted and (is_bare_off(text) or withdraws_another(text, frozenset()))


def _none(notice: Notice) -> Verdict:
    reason = RelateReason.CHATTER if notice.kind is Kind.CHATTER else RelateReason.INFORMATION
    return Verdict(Relation.NONE, reason)


def bearing_of(judge: Judgements, incoming: Incoming) -> Mapping[str, float]:
    """How likely the words of a message open a duty, repeat one …, by the names of the relations."""
    t = incoming.traits
    return judge.bearing.chances(bearing_features(t.raw, t.group, t.sender))


def _said_before(incoming: Incoming, known: Sequence[KnownTask], calendar: Calendar) -> bool:
    if len(incoming.traits.text) < COPY_LEAST:
        return False
    candidates, _ = _shortlist(incoming, known, calendar)
    return any(copied_from(incoming, candidate) for candidate in candidates)


def _shortlist(
    incoming: Incoming, known: Sequence[KnownTask], calendar: Calendar, meant: frozenset[int] = frozenset()
) -> tuple[list[Candidate], Fingerprints]:
    days = frozenset(m.day for m in incoming.moments | incoming.dates)
    chosen, index = shortlist(incoming.traits, days, known)
    missing = meant - {one.task.number for one in chosen}
    chosen += [one for one in known if one.task.number in missing]
    if tells_details(incoming.traits.raw) or (incoming.traits.mailboxes and moves_hands(incoming.traits.raw)):
        others = [one for one in known if one.task.state is TaskState.OPEN and one not in chosen]
        chosen = [*chosen, *others[-_OTHERS:]]

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
    candidates, index = _shortlist(incoming, known, calendar, meant)
    return candidates, compare_all(incoming, candidates, Weights(index.frequency, len(index)))


@lru_cache(maxsize=8192)
def _dates(text: str, at: datetime, calendar: Calendar) -> frozenset[Moment]:
    return dates_of(find_times(text, calendar.local(at), calendar))


def _weigh_all(
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


def _elsewhere(incoming: Incoming, best: Weighed) -> bool:
    """Whether another office calls to another place at no hour that is known, and nothing says that a gathering moves there."""
    f = best.features
    told = f["same_group"] or f["same_sender"] or f["m_change"] or f["m_cancel"] or f["m_relay"] or f["copied"] or f["moment"] == 2
    return bool(f["office_apart"]) and not told and place_moved(best.candidate.known.task.facts, incoming.notice, incoming.traits) is not None


def _could_be_either(best: Weighed, weighed: Sequence[Weighed]) -> bool:
    """Whether another task is as likely meant: to change the wrong one is worse than to ask."""
    second = max((w.chance for w in weighed if w is not best), default=0.0)
    return best.chance < SURE_OF_EITHER and second > _AS_LIKELY * best.chance


def _surely_changes(best: Weighed) -> bool:
    """Whether words of change come from a message that reads as chatter and surely speaks of the task (心得不要了光发照片就行)."""
    f = best.features
    return best.chance >= SURE_AGAINST_RULE and f["b_none"] < 0 and bool(f["m_change"] or f["m_cancel"])


def _loses_a_limit(verdict: Verdict, notice: Notice, task: Task, calendar: Calendar) -> bool:
    """Whether a message would go into a duty that comes back with a limit that none of its dates is."""
    alike = verdict.relation is Relation.DUPLICATE or verdict.reason in (RelateReason.DEADLINE_MOVED, RelateReason.CONTENT_CHANGED)
    return alike and falls_on_no_date(notice, task, calendar)


def _repeat(
    judge: Judgements,
    incoming: Incoming,
    best: Weighed,
    weighed: Sequence[Weighed],
    calendar: Calendar,
    read_as: Callable[[Kind], Notice],
    settled: Effect | None = None,
    limit: Deadline | None = None,
) -> Verdict:
    """What the message does to its task; `read_as` reads it as a notice of the task's kind, that its dates are not lost.

    `settled` is the effect where it is plain, `limit` the one limit of several that is meant.
    """
    copied = copied_from(incoming, best.candidate)
    effect = settled or (effect_of_copy(copied) if copied else _effect(judge, incoming, best))
    task = best.candidate.known.task
    if effect.relation is Relation.CANCEL and task.facts.recurrence and is_personal(incoming.traits.raw):
        effect = Effect(Relation.UPDATE, RelateReason.CONTENT_CHANGED)
    facts: Notice | None = None
    changes: tuple[FactChange, ...] = ()
    told, said = incoming.traits.raw, read_as(task.facts.kind)
    rule = None if copied or not _may_be_once(effect, task, told) else exceptions_told(
        told, incoming.traits.at, said, task, calendar, effect.reason is RelateReason.RHYTHM_CHANGED
    )
    later = None if copied else hour_on_known_day(said, task.facts, told, calendar)
    if rule is not None and rule == task.facts.recurrence:
        effect = Effect(Relation.DUPLICATE, RelateReason.CHANGE_ALREADY_KNOWN)
    elif rule is not None:
        effect, facts = Effect(Relation.UPDATE, _why_other_dates(task.facts, rule)), with_dates_of(task.facts, rule)
        changes = differences(task.facts, facts)
    elif later is not None:
        effect, facts = Effect(Relation.UPDATE, RelateReason.DEADLINE_MOVED), replace(task.facts, deadlines=(later,))
        changes = differences(task.facts, facts)
    elif effect.relation is Relation.UPDATE and limit is not None:
        moved, _ = move(replace(task.facts, events=(), deadlines=(limit,)), said, incoming.traits, calendar)
        others = (each for each in task.facts.deadlines if each is not limit)
        deadlines = sorted((*others, *(replace(each, about=limit.about) for each in moved.deadlines)), key=lambda each: each.at)
        facts = replace(task.facts, deadlines=tuple(deadlines))
        changes = differences(task.facts, facts)
    elif not copied and _tells_details(effect, incoming, best, said):
        effect = Effect(Relation.UPDATE, RelateReason.DETAILS_TOLD)
    else:
        effect = effect if copied else _as_named(effect, incoming, best, calendar)
    if effect.relation is Relation.UPDATE and facts is None:
        sources = best.candidate.known.sources
        facts, changes = move(
            task.facts, said, incoming.traits, calendar, sources, inner=effect.inner, waiver=effect.waiver, asked=sources[0].text
        )
        if best.features["awaited"]:
            facts = _where_it_was(facts, best.candidate.known, calendar)
        new, old = facts.recurrence, task.facts.recurrence
        if new and old and new != old:
            rule = held_until_then(old, new, told, incoming.traits.at, calendar)
            facts = replace(facts, recurrence=rule)
            changes = differences(task.facts, facts) or changes
    return Verdict(
        effect.relation,
        effect.reason,
        of=task.number,
        also=_also(incoming.traits, best, weighed, effect, calendar),
        evidence=evidence_of(incoming, best.candidate, best.features),
        changes=changes,
        facts=facts,
    )


def facts_after(message: Message, notice: Notice, reason: str, known: KnownTask, calendar: Calendar) -> Notice:
    """The facts of a task after a message that was found to change them for that reason: told again on the same road."""
    judge, facts = shipped(), known.task.facts
    told = _slip_put_right(message, [known], calendar) or _pointed(judge, message, notice, [known], calendar, NOTHING_REMEMBERED)
    if told is None:
        incoming = read_incoming(message, notice, calendar)
        only = frozenset((known.task.number,))
        weighed = _weigh_all(judge, incoming, bearing_of(judge, incoming), [known], calendar, NOTHING_REMEMBERED, only)
        said, best = RelateReason(reason) if reason in [*RelateReason] else RelateReason.CONTENT_CHANGED, weighed[0]
        hint = best.hints.effect
        effect = hint if hint.reason is said else Effect(Relation.UPDATE, said, inner=said is RelateReason.INNER_DEADLINE)

        def read_as(kind: Kind) -> Notice:
            return notice if notice.kind.actionable else understand_as(message, kind, calendar)

        told = _repeat(judge, incoming, best, weighed, calendar, read_as, effect)
    return told.facts or facts


def _why_other_dates(facts: Notice, rule: Recurrence) -> RelateReason:
    once = facts.recurrence is not None and replace(facts.recurrence, exceptions=rule.exceptions) == rule
    return RelateReason.THIS_ONCE if once else RelateReason.RHYTHM_CHANGED




def _where_it_was(facts: Notice, known: KnownTask, calendar: Calendar) -> Notice:
    """The facts of a meeting that was put off and has its day again: where nothing else is said, it is where it was to be."""
    if len(facts.events) != 1 or facts.events[0].place:
        return facts
    for source in known.sources:
        read = understand_as(Message(source.message, source.at, source.text), facts.kind, calendar)
        place = next((event.place for event in read.events if event.place), None)
        if place:
            return replace(facts, events=(replace(facts.events[0], place=place),))
    return facts


_AS_IT_IS = frozenset(
    (RelateReason.SAME_WORDS, RelateReason.PARTLY_WAIVED, RelateReason.RHYTHM_CHANGED, RelateReason.PUT_OFF, RelateReason.PLACE_MOVED)
) | MOVED  # fmt: skip
"""Reasons that hold whatever a message says of single dates."""


def _as_named(effect: Effect, incoming: Incoming, best: Weighed, calendar: Calendar) -> Effect:
    """The effect; where a message names dates of the task with their new days, that these move, however else it was read.

    Who is known to be another than they from whom the task comes only tells on what was told before.
    """
    known, t = best.candidate.known, incoming.traits
    passed_on = effect.relation is Relation.DUPLICATE and t.sender and not best.features["same_sender"]
    if effect.relation is Relation.CANCEL or effect.reason in _AS_IT_IS or passed_on:
        return effect
    facts = known.task.facts
    after = moved_as_named(facts, known.sources, t.raw, read_told(t.raw, t.at, calendar), t.at, calendar)
    if after is None or moments_of(after) <= moments_of(facts):
        return effect
    if effect.inner and sum(each.at.timestamp() for each in after.deadlines) <= sum(each.at.timestamp() for each in facts.deadlines):
        return effect  # a lower level's own limit is an earlier one
    return Effect(Relation.UPDATE, RelateReason.DEADLINE_MOVED if after.events == facts.events else RelateReason.EVENT_MOVED)


def _tells_details(effect: Effect, incoming: Incoming, best: Weighed, notice: Notice) -> bool:
    """Whether what seemed to repeat or press tells how the thing is handed in now (包案表要盖章, 老钱请假了，台账交给小孟)."""
    known = best.candidate.known
    changes = effect.relation is Relation.UPDATE and (effect.reason is not RelateReason.CONTENT_CHANGED or incoming.kind is not Kind.CHATTER)
    if changes or effect.relation is Relation.CANCEL or effect.reason is RelateReason.SAME_WORDS or incoming.dates:
        return False
    return details_told(known.task.facts, notice, incoming.traits.raw, (source.text for source in known.sources))


def _may_be_once(effect: Effect, task: Task, text: str) -> bool:
    """Whether a message may speak of single dates of a duty that comes back."""
    if task.facts.recurrence is None or effect.inner or effect.relation is Relation.REMINDER:
        return False
    if effect.reason is RelateReason.RHYTHM_CHANGED and LETS_OFF_RHYTHM.search(text):
        return False  # 不用每周报了，月底前报一次 is no pause
    return effect.waiver is None or all_of_it(effect.waiver, task.facts.title)


def _effect(judge: Judgements, incoming: Incoming, best: Weighed) -> Effect:
    """What the message does to its task: what rules and words agree on, else the likeliest when all is weighed."""
    if best.chance == ALMOST:
        return Effect(Relation.DUPLICATE, RelateReason.SAME_WORDS)
    rule, f = best.hints.effect, best.features
    if f["awaited"]:
        return Effect(Relation.UPDATE, RelateReason.EVENT_MOVED)
    if f["named_off"] and rule.reason is not RelateReason.PARTLY_WAIVED:
        return Effect(Relation.CANCEL, RelateReason.WITHDRAWN)
    told_in_words = rule.reason in MOVED and (not f["updated"] or moves_in_words(incoming.traits.text))
    stopped = rule.relation is Relation.CANCEL and stops_for_now(incoming.traits.raw)
    if rule.reason is RelateReason.PARTLY_WAIVED or told_in_words or stopped:
        return rule
    by_words = max(EFFECTS, key=lambda name: f[f"b_{name}"])
    if by_words == rule.relation:
        return rule
    relation = _likeliest(judge, incoming, best)
    if relation is Relation.REMINDER and not f["press"] and (by_words != relation or rule.reason is RelateReason.CHANGE_ALREADY_KNOWN):
        return rule
    if rule.inner and relation is Relation.DUPLICATE and f["m_to_me"]:
        return rule  # who retells all of it and wants it earlier himself sets a limit of his own
    effect = rule if relation is rule.relation else effect_as(relation, incoming, best.candidate, f)
    if effect.reason is not RelateReason.CONTENT_CHANGED:
        return effect
    return _nothing_changed(f, rule, unsaid=not f["m_change"] and by_words != relation)


def _likeliest(judge: Judgements, incoming: Incoming, best: Weighed) -> Relation:
    """The likeliest effect; against the rules a task is closed only by words that withdraw it more likely than not."""
    f, task = best.features, best.candidate
    chances = dict(judge.effect.chances(f))
    withdraws = best.hints.effect.relation is Relation.CANCEL or f["b_cancel"] > 0
    if not withdraws or leaves_standing(incoming.traits.raw, task.known.task.facts, task.view.fields, task.known.sources[0].text):
        del chances[Relation.CANCEL]
    return Relation(max(chances, key=chances.__getitem__))


def _nothing_changed(f: Features, rule: Effect, unsaid: bool) -> Effect:
    """A change that moves no fact: a lower level only tells it on, who merely urges or says of no change changes nothing."""
    if f["below"] and (f["updated"] or not f["m_change"]):
        return Effect(Relation.DUPLICATE, RelateReason.CHANGE_ALREADY_KNOWN if f["updated"] else RelateReason.PASSED_ON)
    if unsaid or (f["m_urge"] and not f["m_change"]):
        return rule
    return Effect(Relation.UPDATE, RelateReason.CONTENT_CHANGED)


def moved_too(message: Message, notice: Notice, facts: Notice, calendar: Calendar) -> tuple[Notice, tuple[FactChange, ...]] | None:
    """The facts of a second task that an update changes together with its own, and what changed; None where it does not."""
    told = read_told(message.text, message.reference, calendar)
    if not speaks_of_both(message.text):
        named = told_of(facts, told, message.reference, calendar)
        after = moved_as_named(facts, (), message.text, told, message.reference, calendar) if named else None
        return (after, differences(facts, after)) if after and after != facts else None
    read = notice if notice.kind.actionable else understand_as(message, facts.kind, calendar)
    return move(facts, read, read_traits(message.text, message.reference, message.group, message.sender), calendar)


def _also(t: Traits, best: Weighed, weighed: Sequence[Weighed], effect: Effect, calendar: Calendar) -> tuple[int, ...]:
    """Further tasks that the message presses or changes: those of the same hand that it names in words of their own, the
    other of two that it changes together (安全台账和防火台账都延到周二), and those of which it tells another new day."""
    if effect.relation is Relation.DUPLICATE:
        return ()
    others = [w for w in weighed if w is not best]
    if effect.relation in (Relation.UPDATE, Relation.CANCEL) and speaks_of_both(t.raw):
        moved = effect.reason in MOVED
        return tuple(w.candidate.known.task.number for w in others if w.chance >= SURE_OF_BOTH or (moved and w.features["unique"] > _OF_ITS_OWN))
    if effect.reason in MOVED and (beside := _moved_beside(t, best, others, calendar)):
        return beside
    if not _named_by_itself(best):
        return ()
    return tuple(w.candidate.known.task.number for w in others if w.hints.veto is None and w.features["who"] >= 3 and _named_by_itself(w))


def _moved_beside(t: Traits, best: Weighed, others: Sequence[Weighed], calendar: Calendar) -> tuple[int, ...]:
    """The tasks that are named with a new day of their own beside that of the best (安全台账延到周一，消防自查表提前到周二)."""
    told = read_told(t.raw, t.at, calendar)
    if sum(each.moves for each in told) < 2:
        return ()
    mine = told_of(best.candidate.known.task.facts, told, t.at, calendar)
    theirs = ((w.candidate.known.task, told_of(w.candidate.known.task.facts, told, t.at, calendar)) for w in others)
    return tuple(task.number for task, named in theirs if mine and named and not named & mine and task.closed_at is None)


def _named_by_itself(weighed: Weighed) -> bool:
    """Whether the message has words for this task that fit no other candidate."""
    return weighed.features["unique"] > 0.5 and weighed.features["phrases"] >= 2


def _new(judge: Judgements, incoming: Incoming, best: Weighed | None, weighed: Sequence[Weighed], memory: RelateMemory) -> Verdict:
    overlaps = overlapping(judge.overlap, incoming, [w.candidate for w in weighed], [w.features for w in weighed])
    nearest = max(weighed, key=lambda w: w.features["contain"], default=None)
    if best is not None and worth_asking(best.chance, best.features):
        return Verdict(
            Relation.NEW,
            RelateReason.POSSIBLY_KNOWN,
            maybe=best.candidate.known.task.number,
            overlaps=overlaps,
            evidence=evidence_of(incoming, best.candidate, best.features),
        )
    if nearest is None:
        return Verdict(Relation.NEW, RelateReason.NO_LIKENESS)
    return Verdict(
        Relation.NEW,
        _why_new(incoming, nearest, memory),
        overlaps=overlaps,
        evidence=evidence_of(incoming, nearest.candidate, nearest.features),
    )


_WHY: dict[Veto, RelateReason] = {
    Veto.OTHER_PERIOD: RelateReason.OTHER_PERIOD,
    Veto.OTHER_DOCUMENT: RelateReason.OTHER_DOCUMENT,
    Veto.OTHER_SIGNATURE: RelateReason.OTHER_OFFICE,
    Veto.OTHER_OFFICE: RelateReason.OTHER_OFFICE,
    Veto.FROM_ABOVE: RelateReason.OTHER_OFFICE,
    Veto.STRANGER: RelateReason.OTHER_SUBJECT,
    Veto.OWN_WISH: RelateReason.OTHER_OFFICE,
    Veto.OTHER_OCCASION: RelateReason.OTHER_OCCASION,
    Veto.NEXT_OF_SERIES: RelateReason.NEXT_OF_SERIES,
    Veto.OTHER_SUBJECT: RelateReason.OTHER_SUBJECT,
    Veto.OWN_SUBJECT: RelateReason.OTHER_SUBJECT,
    Veto.OTHER_RHYTHM: RelateReason.OTHER_DATE,
    Veto.OTHER_DATE: RelateReason.OTHER_DATE,
    Veto.LONG_OVER: RelateReason.OTHER_DATE,
}


def _why_new(incoming: Incoming, nearest: Weighed, memory: RelateMemory) -> RelateReason:
    if key_of(incoming.traits, nearest.candidate.view) in memory.different:
        return RelateReason.TOLD_DIFFERENT
    if nearest.hints.veto is None or nearest.features["contain"] < 0.15:
        return RelateReason.NO_LIKENESS
    return _WHY[nearest.hints.veto]
