"""What a message does to the task it speaks of, and the facts that it leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

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
    Task,
    Verdict,
)
from bot.core.relate.bearing import BEARINGS
from bot.core.relate.comparing import Weighed
from bot.core.relate.details import details_told
from bot.core.relate.evidence import evidence_of
from bot.core.relate.letting_off import is_personal
from bot.core.relate.merging import move
from bot.core.relate.named_dates import moved_as_named, told_of
from bot.core.relate.relation import (
    MOVED,
    Effect,
    RelateReason,
    copied_from,
    effect_as,
    effect_of_copy,
    moves_in_words,
)
from bot.core.relate.rhythm_changes import LETS_OFF_RHYTHM, held_until_then
from bot.core.relate.shipped import Judgements
from bot.core.relate.telling_dates import read_told
from bot.core.relate.this_once import exceptions_told, with_dates_of
from bot.core.relate.threshold import (
    ALMOST,
)
from bot.core.relate.time_changes import hour_on_known_day, speaks_of_both, stops_for_now
from bot.core.relate.traits import Traits, moments_of, read_traits
from bot.core.relate.waiving import all_of_it, leaves_standing
from bot.core.relate.weighing import Features, Incoming
from bot.core.understand import understand_as
from bot.core.workdays import Calendar

SURE_OF_BOTH = 0.3
"""How sure it must be that a message that changes two tasks together speaks of the second."""

_OF_ITS_OWN = 0.1
"""The share of a message's words that fit one task alone, from which on such a message names it."""

EFFECTS = BEARINGS[1:5]
"""What a message may do to the task it speaks of."""


def follow(
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
