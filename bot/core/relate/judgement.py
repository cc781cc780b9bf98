"""The cascade: candidates, vetoes, weight of evidence with two thresholds, then what the message does to the task."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core.changes import differences
from bot.core.models import (
    Kind,
    KnownTask,
    Message,
    Notice,
    Relation,
    Requirement,
    Task,
    TaskState,
    Verdict,
)
from bot.core.platform_lines import read_platform_line
from bot.core.relate.called_off import calls_off_another, is_bare_off
from bot.core.relate.comparing import Weighed, bearing_of, compare_with, read_incoming, shortlisted, weigh_all
from bot.core.relate.details import tells_details
from bot.core.relate.evidence import evidence_of
from bot.core.relate.following import follow
from bot.core.relate.memory import NOTHING_REMEMBERED, RelateMemory, key_of
from bot.core.relate.merging import fresh_moments, place_moved
from bot.core.relate.overlapping import overlapping
from bot.core.relate.pointing import Pointed, fits, limit_meant, means_all, pointed_at, read_beside
from bot.core.relate.relation import (
    COPY_LEAST,
    Effect,
    RelateReason,
    copied_from,
    effect_as,
)
from bot.core.relate.replaced import asked_in_place
from bot.core.relate.rhythm_changes import names_another, names_same
from bot.core.relate.shipped import Judgements, shipped
from bot.core.relate.slips import corrected_by
from bot.core.relate.this_once import exceptions_told, falls_on_no_date
from bot.core.relate.threshold import (
    KEEPS_APART,
    MAYBE,
    SURE_AGAINST_RULE,
    SURE_OF_TALK,
    SURE_THOUGH_TALK,
    least_chance,
    worth_asking,
)
from bot.core.relate.traits import moments_of
from bot.core.relate.vetoes import Veto, vetoed
from bot.core.relate.waiving import read_waivers, withdraws_another
from bot.core.relate.weighing import Candidate, Incoming
from bot.core.understand import understand_as
from bot.core.workdays import Calendar

BARELY_TALK = 0.97
"""How surely words bear on nothing before a message that reads as chatter is compared with nothing but copies."""

SURE_OF_EITHER, _AS_LIKELY = 0.6, 0.8
"""Below the first a task is not changed where another is so nearly as likely meant."""


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
    weighed = weigh_all(judge, incoming, bearing, known, calendar, memory)
    best = max(weighed, key=lambda w: (w.chance, w.candidate.current.last_at), default=None)
    if best is not None and best.chance >= MAYBE and (replaced := _replaced(message, notice, best)) is not None:
        return replaced
    if best is not None and _sure_enough(incoming, bearing, best, notice, calendar) and not _elsewhere(incoming, best):
        verdict = follow(judge, incoming, best, weighed, calendar, lambda kind: notice if notice.kind.actionable else understand_as(message, kind, calendar))
        if notice.kind.actionable and _loses_a_limit(verdict, notice, best.candidate.known.task, calendar):
            return _new(judge, incoming, best, weighed, memory)
        if notice.kind.actionable and _asks_anew(verdict, notice, best):
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
    weighed = weigh_all(judge, incoming, bearing_of(judge, incoming), known, calendar, memory, frozenset((task.number,)))
    best = next(each for each in weighed if each.candidate.known.task.number == task.number)
    if copied_from(incoming, best.candidate):
        return None
    verdict = follow(judge, incoming, best, weighed, calendar, lambda kind: read, _effect_of_pointing(pointed, incoming, best), limit)
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


def _asks_anew(verdict: Verdict, notice: Notice, best: Weighed) -> bool:
    """Whether a duty that comes back and was called off is demanded in other words: a copy is only late, this may be wanted again."""
    called_off = best.candidate.known.task.state is TaskState.CANCELLED
    repeats = verdict.relation in (Relation.DUPLICATE, Relation.REMINDER)
    return called_off and repeats and notice.recurrence is not None and best.features["contain"] <= _COPIED


_COPIED = 0.9
"""Share of a message's words that a known one holds where it is a copy."""


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


def _said_before(incoming: Incoming, known: Sequence[KnownTask], calendar: Calendar) -> bool:
    if len(incoming.traits.text) < COPY_LEAST:
        return False
    candidates, _ = shortlisted(incoming, known, calendar)
    return any(copied_from(incoming, candidate) for candidate in candidates)


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


def facts_after(message: Message, notice: Notice, reason: str, known: KnownTask, calendar: Calendar) -> Notice:
    """The facts of a task after a message that was found to change them for that reason: told again on the same road."""
    judge, facts = shipped(), known.task.facts
    told = _slip_put_right(message, [known], calendar) or _pointed(judge, message, notice, [known], calendar, NOTHING_REMEMBERED)
    if told is None:
        incoming = read_incoming(message, notice, calendar)
        only = frozenset((known.task.number,))
        weighed = weigh_all(judge, incoming, bearing_of(judge, incoming), [known], calendar, NOTHING_REMEMBERED, only)
        said, best = RelateReason(reason) if reason in [*RelateReason] else RelateReason.CONTENT_CHANGED, weighed[0]
        hint = best.hints.effect
        effect = hint if hint.reason is said else Effect(Relation.UPDATE, said, inner=said is RelateReason.INNER_DEADLINE)

        def read_as(kind: Kind) -> Notice:
            return notice if notice.kind.actionable else understand_as(message, kind, calendar)

        told = follow(judge, incoming, best, weighed, calendar, read_as, effect)
    return told.facts or facts


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
