"""The cascade: candidates, vetoes, weight of evidence with two thresholds, then what the message does to the task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from bot.core.models import FactChange, Kind, KnownTask, Message, Notice, Relation, Verdict
from bot.core.relate.anchors import Anchor, anchored, floor
from bot.core.relate.evidence import evidence_of
from bot.core.relate.fingerprints import Fingerprints, shortlist
from bot.core.relate.fitted import FITTED
from bot.core.relate.merging import move
from bot.core.relate.overlapping import overlapping
from bot.core.relate.pairing import compare_all, message_features
from bot.core.relate.relation import COPY_LEAST, Effect, RelateReason, copied_from, effect_of, effect_of_copy
from bot.core.relate.traits import Moment, Traits, dates_of, moments_of, read_traits
from bot.core.relate.trees import Model
from bot.core.relate.vetoes import Veto, does_something, vetoed
from bot.core.relate.views import TaskView, current_of, view_of
from bot.core.relate.weighing import Candidate, Features, Incoming, Weights
from bot.core.times import find_times
from bot.core.workdays import Calendar

SURE = 0.5
"""From here on a message is merged into a task."""
SURE_OF_ACT = 0.35
"""The same for a message that presses, changes or withdraws: it must speak of something."""
MAYBE = 0.2
"""From here on it stays a task of its own and people are asked."""
SURE_THOUGH_TALK = 0.5
"""What it takes for a message that reads as chatter or information, and presses or changes, to speak of a task."""
SURE_OF_ECHO = 0.75
"""The same for one that only names the task's moment again."""
NEVER = 1.1
CERTAIN = 2.0
"""The very same words: above every threshold."""


@dataclass(frozen=True, slots=True)
class RelateMemory:
    """What people answered in this workspace: pairs of duties (`pair_key`) that are one, and that are not."""

    same: frozenset[str] = frozenset()
    different: frozenset[str] = frozenset()


NOTHING_REMEMBERED = RelateMemory()


@dataclass(frozen=True, slots=True)
class Weighed:
    """One candidate with its features, what struck it off or settled it, and its probability of being meant."""

    candidate: Candidate
    features: Features
    veto: Veto | None
    anchor: Anchor | None
    chance: float


def relate(
    message: Message,
    notice: Notice,
    known: Sequence[KnownTask],
    calendar: Calendar,
    memory: RelateMemory = NOTHING_REMEMBERED,
) -> Verdict:
    """Place one message among the open and recently closed tasks; judged only by what is known then."""
    return relate_with(FITTED, message, notice, known, calendar, memory)


def relate_with(
    model: Model,
    message: Message,
    notice: Notice,
    known: Sequence[KnownTask],
    calendar: Calendar,
    memory: RelateMemory = NOTHING_REMEMBERED,
) -> Verdict:
    """`relate` with the given weights (the bench tries others)."""
    incoming = read_incoming(message, notice, calendar)
    if _speaks_of_nothing(incoming) and not _said_before(incoming, known, calendar):
        return _none(notice)
    candidates, rows = compare_with(incoming, known, calendar)
    weighed = [_weigh(incoming, c, f, memory, model) for c, f in zip(candidates, rows, strict=True)]
    best = max(weighed, key=lambda w: (w.chance, w.candidate.current.last_at), default=None)
    if best is not None and best.chance >= _threshold(incoming, best):
        return _repeat(incoming, best, weighed)
    if not notice.kind.actionable:
        return _none(notice)
    return _new(incoming, best, weighed, memory)


def _none(notice: Notice) -> Verdict:
    reason = RelateReason.CHATTER if notice.kind is Kind.CHATTER else RelateReason.INFORMATION
    return Verdict(Relation.NONE, reason)


def _speaks_of_nothing(incoming: Incoming) -> bool:
    """Whether `_threshold` is out of reach beside every task, so that only a copy of known words could be a repeat."""
    cues = incoming.traits.cues
    if incoming.kind.actionable or does_something(message_features(incoming)):
        return False
    dated = incoming.moments or incoming.dates or incoming.notice.recurrence
    return bool(cues.closing or cues.report or (cues.question and not cues.presses) or not dated)


def _said_before(incoming: Incoming, known: Sequence[KnownTask], calendar: Calendar) -> bool:
    if len(incoming.traits.text) < COPY_LEAST:
        return False
    candidates, _ = _shortlist(incoming, known, calendar)
    return any(copied_from(incoming, candidate) for candidate in candidates)


def _shortlist(
    incoming: Incoming, known: Sequence[KnownTask], calendar: Calendar
) -> tuple[list[Candidate], Fingerprints]:
    days = frozenset(m.day for m in incoming.moments | incoming.dates)
    chosen, index = shortlist(incoming.traits, days, known)

    def read(known: KnownTask) -> Candidate:
        return Candidate(known, view_of(known), current_of(known, lambda text, at: _dates(text, at, calendar)))

    return [index.candidate(one.task.number, calendar, read) for one in chosen], index


def read_incoming(message: Message, notice: Notice, calendar: Calendar) -> Incoming:
    """A message with its notice as matching sees it."""
    at = message.reference
    traits = read_traits(message.text, at, message.group, message.sender)
    dates = _dates(message.text, at, calendar)
    return Incoming(traits, notice, moments_of(notice), dates, notice.kind)


def compare_with(
    incoming: Incoming, known: Sequence[KnownTask], calendar: Calendar
) -> tuple[list[Candidate], list[Features]]:
    """The candidates among the known tasks and the features of the message beside each."""
    candidates, index = _shortlist(incoming, known, calendar)
    return candidates, compare_all(incoming, candidates, Weights(index.frequency, len(index)))


@lru_cache(maxsize=8192)
def _dates(text: str, at: datetime, calendar: Calendar) -> frozenset[Moment]:
    return dates_of(find_times(text, calendar.local(at), calendar))


def _weigh(incoming: Incoming, candidate: Candidate, f: Features, memory: RelateMemory, model: Model) -> Weighed:
    if copied_from(incoming, candidate):
        return Weighed(candidate, f, None, None, CERTAIN)
    veto = vetoed(f)
    chance = 0.0 if veto else model.chance(f)
    anchor = anchored(f) if veto is None else None
    if anchor:
        chance = max(chance, floor(f))
    key = _key(duty_of(incoming.traits), duty_of_view(candidate.view))
    if key in memory.different and not does_something(f):
        chance = min(chance, MAYBE / 2)
    elif key in memory.same and chance >= MAYBE:
        chance = max(chance, SURE)
    return Weighed(candidate, f, veto, anchor, chance)


def _threshold(incoming: Incoming, best: Weighed) -> float:
    if incoming.kind.actionable:
        return SURE_OF_ACT if does_something(best.features) else SURE
    f, cues = best.features, incoming.traits.cues
    told = (cues.change or cues.cancel) and f["substance_shared"] >= 2 and (f["below"] or f["same_sender"])
    tells = cues.report and not (f["act"] and (f["who"] >= 3 or told))
    if cues.closing or tells or (cues.question and not cues.presses and not told):
        return NEVER
    if does_something(f):
        return SURE_THOUGH_TALK
    if best.anchor is None and f["substance_shared"] >= 2 and (f["below"] or f["same_sender"]):
        return SURE_OF_ECHO
    if not (best.anchor or f["moment"] or f["named_exact"] or (f["t_event"] and f["named_day"] and f["below"])):
        return NEVER
    return SURE_THOUGH_TALK if best.anchor else SURE_OF_ECHO


def _repeat(incoming: Incoming, best: Weighed, weighed: Sequence[Weighed]) -> Verdict:
    copied = copied_from(incoming, best.candidate)
    effect = effect_of_copy(copied) if copied else effect_of(incoming, best.candidate, best.features)
    task = best.candidate.known.task
    facts: Notice | None = None
    changes: tuple[FactChange, ...] = ()
    if effect.relation is Relation.UPDATE:
        facts, changes = move(task.facts, incoming.notice, incoming.traits, inner=effect.inner)
    return Verdict(
        effect.relation,
        effect.reason,
        of=task.number,
        also=_also(best, weighed, effect),
        evidence=evidence_of(incoming, best.candidate, best.features),
        changes=changes,
        facts=facts,
    )


def _also(best: Weighed, weighed: Sequence[Weighed], effect: Effect) -> tuple[int, ...]:
    """Further tasks of the same hand that the message presses or changes, each named in words of its own."""
    if effect.relation is Relation.DUPLICATE or not _named_by_itself(best):
        return ()
    return tuple(
        w.candidate.known.task.number
        for w in weighed
        if w is not best and w.veto is None and w.features["who"] >= 3 and _named_by_itself(w)
    )


def _named_by_itself(weighed: Weighed) -> bool:
    """Whether the message has words for this task that fit no other candidate."""
    return weighed.features["unique"] > 0.5 and weighed.features["phrases"] >= 2


def _new(incoming: Incoming, best: Weighed | None, weighed: Sequence[Weighed], memory: RelateMemory) -> Verdict:
    overlaps = overlapping(incoming, [w.candidate for w in weighed], [w.features for w in weighed])
    unsure = best is not None and best.chance >= MAYBE
    nearest = max(weighed, key=lambda w: w.features["contain"], default=None)
    if best is not None and unsure:
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
    Veto.OTHER_OCCASION: RelateReason.OTHER_OCCASION,
    Veto.NEXT_OF_SERIES: RelateReason.NEXT_OF_SERIES,
    Veto.OTHER_SUBJECT: RelateReason.OTHER_SUBJECT,
    Veto.OWN_SUBJECT: RelateReason.OTHER_SUBJECT,
    Veto.OTHER_RHYTHM: RelateReason.OTHER_DATE,
    Veto.OTHER_DATE: RelateReason.OTHER_DATE,
    Veto.LONG_OVER: RelateReason.OTHER_DATE,
}


def _why_new(incoming: Incoming, nearest: Weighed, memory: RelateMemory) -> RelateReason:
    if _key(duty_of(incoming.traits), duty_of_view(nearest.candidate.view)) in memory.different:
        return RelateReason.TOLD_DIFFERENT
    if nearest.veto is None or nearest.features["contain"] < 0.15:
        return RelateReason.NO_LIKENESS
    return _WHY[nearest.veto]


def duty_of(traits: Traits) -> str:
    """Who asks for what, in a form that is the same next month: office or sender, and the people or things counted."""
    who = traits.speaker.offices[0].stem if traits.speaker.offices else (traits.speaker.person or traits.sender)
    return f"{who}/{','.join(sorted(traits.marks.population))}"


def duty_of_view(view: TaskView) -> str:
    """The same of a known task: what its opening message says."""
    return duty_of(view.opener)


def _key(a: str, b: str) -> str:
    return "|".join(sorted((a, b)))


def pair_key(a: KnownTask, b: KnownTask) -> str:
    """The name under which an answer about two tasks (the same or not) is remembered for such pairs."""
    return _key(duty_of_view(view_of(a)), duty_of_view(view_of(b)))
