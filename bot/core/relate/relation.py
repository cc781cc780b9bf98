"""What a message does to the task it speaks of: cancel before change before press before repeat."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.core.models import Kind, KnownTask, Relation, Source, TaskState
from bot.core.relate.english_changes import comes_earlier, moves_in_english
from bot.core.relate.merging import fresh_moments, place_moved
from bot.core.relate.rhythm_changes import new_rhythm
from bot.core.relate.time_changes import LEAVE, is_put_off, may_shift, shift_of, stops_for_now
from bot.core.relate.traits import Moment
from bot.core.relate.waiving import Waived, Waiver, leaves_standing, said_before, without
from bot.core.relate.weighing import Candidate, Features, Incoming
from bot.core.relate.wording import plain


class RelateReason(StrEnum):
    """Why a message was placed as it was; stored and shown by `/why`."""

    CHATTER = "chatter"
    INFORMATION = "information"
    NO_LIKENESS = "no_likeness"
    NEXT_OF_SERIES = "next_of_series"
    OTHER_PERIOD = "other_period"
    OTHER_DOCUMENT = "other_document"
    OTHER_OFFICE = "other_office"
    OTHER_OCCASION = "other_occasion"
    OTHER_SUBJECT = "other_subject"
    OTHER_DATE = "other_date"
    TOLD_DIFFERENT = "told_different"
    POSSIBLY_KNOWN = "possibly_known"
    WHICH_UNSAID = "which_unsaid"
    SAME_WORDS = "same_words"
    PASSED_ON = "passed_on"
    SAME_FACTS = "same_facts"
    CHANGE_ALREADY_KNOWN = "change_already_known"
    CANCEL_ALREADY_KNOWN = "cancel_already_known"
    COUNTS_MISSING = "counts_missing"
    TIME_LEFT = "time_left"
    ASKS_PROGRESS = "asks_progress"
    REMINDS = "reminds"
    WITHDRAWN = "withdrawn"
    DEADLINE_MOVED = "deadline_moved"
    EVENT_MOVED = "event_moved"
    PLACE_MOVED = "place_moved"
    PUT_OFF = "put_off"
    ASKED_AGAIN = "asked_again"
    RHYTHM_CHANGED = "rhythm_changed"
    THIS_ONCE = "this_once"
    INNER_DEADLINE = "inner_deadline"
    CONTENT_CHANGED = "content_changed"
    PARTLY_WAIVED = "partly_waived"
    DETAILS_TOLD = "details_told"
    REPLACED = "replaced"


MOVED = frozenset((RelateReason.ASKED_AGAIN, RelateReason.DEADLINE_MOVED, RelateReason.EVENT_MOVED, RelateReason.PUT_OFF, RelateReason.RHYTHM_CHANGED))
"""Changes of time said in so many words: to pass over one leaves people with a wrong deadline."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A relation with its reason; `inner` marks a lower level's own earlier deadline, `waiver` says what is let off."""

    relation: Relation
    reason: RelateReason
    inner: bool = False
    waiver: Waiver | None = None


_COPY_WITHIN = timedelta(hours=48)
COPY_LEAST = 6


def copied_from(incoming: Incoming, candidate: Candidate) -> Source | None:
    """The source whose very words came again while they can still mean the same days."""
    t = incoming.traits
    if len(t.text) < COPY_LEAST:
        return None
    for source, traits in zip(candidate.known.sources, candidate.view.sources, strict=True):
        if traits.text == t.text and (abs(t.at - traits.at) <= _COPY_WITHIN or _same_days(incoming, candidate)):
            return source
    return None


def _same_days(incoming: Incoming, candidate: Candidate) -> bool:
    return bool(incoming.dates) and incoming.dates <= candidate.current.past


def effect_of_copy(source: Source) -> Effect:
    """The same words again: nothing new, save that pressing presses again."""
    if source.relation is Relation.REMINDER:
        return Effect(Relation.REMINDER, RelateReason.REMINDS)
    return Effect(Relation.DUPLICATE, RelateReason.SAME_WORDS)


def effect_of(incoming: Incoming, candidate: Candidate, f: Features) -> Effect:
    """What the message does to the task."""
    cues, known = incoming.traits.cues, candidate.known
    fresh = fresh_moments(known.task.facts, incoming.moments)
    place = place_moved(known.task.facts, incoming.notice, incoming.traits)
    waiver = leaves_standing(incoming.traits.raw, known.task.facts, candidate.view.fields, known.sources[0].text)
    if waiver and waiver.extent in (Waived.PART, Waived.SOME):
        return _partly_waived(waiver, incoming, known, f)
    if _wanted_again(incoming, known, candidate.current.past):
        return Effect(Relation.UPDATE, RelateReason.ASKED_AGAIN)
    if new_rhythm(incoming.notice, known.task.facts, incoming.traits):
        return Effect(Relation.UPDATE, RelateReason.RHYTHM_CHANGED)
    if is_put_off(incoming.notice, known.task.facts, incoming.traits):
        return Effect(Relation.UPDATE, RelateReason.PUT_OFF)
    if not (fresh or waiver or known.task.facts.events) and stops_for_now(incoming.traits.raw):
        return Effect(Relation.CANCEL, RelateReason.WITHDRAWN)
    if not fresh and not place and may_shift(incoming.notice, known.task.facts) and (by := shift_of(incoming.traits.raw)) is not None:
        return _shifted(by, known)
    if cues.cancel and not waiver and not _only_moves(incoming, f, fresh, place):
        if known.task.closed_at is not None and _told_before(known, Relation.CANCEL):
            return Effect(Relation.DUPLICATE, RelateReason.CANCEL_ALREADY_KNOWN)
        return Effect(Relation.CANCEL, RelateReason.WITHDRAWN)
    pressing = _pressing(incoming, f)
    counts = bool(cues.missing or cues.remaining or cues.started) and pressing is not None
    restates = bool(cues.change and f["moment"] and f["below"]) and not (fresh or place or (cues.remaining and f["due_soon"]))
    if restates and not f["same_sender"] and _told_before(known, Relation.UPDATE):
        return Effect(Relation.DUPLICATE, RelateReason.CHANGE_ALREADY_KNOWN)
    settled = not cues.firm or _told_before(known, Relation.UPDATE)
    if cues.change and not (counts and not fresh and not place and settled):
        return _change(incoming, candidate, f, fresh, place)
    inner = _inner_deadline(incoming, candidate, f, fresh)
    if pressing and _sets_earlier_limit(incoming, known, f):
        return Effect(Relation.UPDATE, RelateReason.DEADLINE_MOVED)
    if pressing and not (inner and pressing is RelateReason.REMINDS and not cues.urge):
        return Effect(Relation.REMINDER, pressing)
    if inner:
        return inner
    if _stale(incoming, candidate):
        return Effect(Relation.DUPLICATE, RelateReason.SAME_FACTS)
    if fresh and f["own_office"] and known.task.facts.kind is Kind.EVENT:
        return Effect(Relation.UPDATE, RelateReason.EVENT_MOVED)
    reason = RelateReason.PASSED_ON if cues.relay or f["below"] else RelateReason.SAME_FACTS
    return Effect(Relation.DUPLICATE, RelateReason.SAME_WORDS if f["contain"] > 0.9 else reason)


def _shifted(by: timedelta, known: KnownTask) -> Effect:
    """A known time moves by so much, unless that was told before: who tells it on does not move it again."""
    if any(s.relation is Relation.UPDATE and shift_of(s.text) == by for s in known.sources):
        return Effect(Relation.DUPLICATE, RelateReason.CHANGE_ALREADY_KNOWN)
    event = known.task.facts.kind is Kind.EVENT
    return Effect(Relation.UPDATE, RelateReason.EVENT_MOVED if event else RelateReason.DEADLINE_MOVED)


_AGAIN = re.compile(r"又要|还是要|还[得要]|仍(?:要|需|然要)|接着|恢复|重新(?:要|报|开|启)|照开|照报|又(?:能|可以|说)|继续|再报|\b(?:back on|after all|again|resumed?)\b", re.I)


def _wanted_again(incoming: Incoming, known: KnownTask, past: frozenset[Moment]) -> bool:
    """Whether what was called off is wanted after all: by a day ahead, with words that say so or a day that it never had."""
    if known.task.state is not TaskState.CANCELLED:
        return False
    today = incoming.traits.at.date()
    if _AGAIN.search(incoming.traits.raw):
        return any(m.day >= today for m in incoming.dates)
    return not incoming.traits.cues.cancel and any(m.day >= today and m not in past for m in fresh_moments(known.task.facts, incoming.moments))


def _partly_waived(waiver: Waiver, incoming: Incoming, known: KnownTask, f: Features) -> Effect:
    """A change, unless it was told before: what is still asked for was not."""
    if without(known.task.facts, waiver, known.sources[0].text) != known.task.facts:
        return Effect(Relation.UPDATE, RelateReason.PARTLY_WAIVED, waiver=waiver)
    told = said_before(waiver, (source.text for source in known.sources))
    if told or (incoming.traits.sender and _change_known(incoming, known, f)):
        return Effect(Relation.DUPLICATE, RelateReason.CHANGE_ALREADY_KNOWN)
    return Effect(Relation.UPDATE, RelateReason.PARTLY_WAIVED, waiver=waiver)


def effect_as(relation: Relation, incoming: Incoming, candidate: Candidate, f: Features) -> Effect:
    """The effect of a message of which it is settled what it does, with the reason that fits best."""
    cues, known = incoming.traits.cues, candidate.known
    if relation is Relation.CANCEL:
        return Effect(relation, RelateReason.WITHDRAWN)
    if relation is Relation.REMINDER:
        left = cues.remaining or f["left"] > 0 or f["due_today"] or f["over_days"]
        return Effect(relation, _pressing(incoming, f) or (RelateReason.TIME_LEFT if left else RelateReason.REMINDS))
    fresh = fresh_moments(known.task.facts, incoming.moments)
    if relation is Relation.UPDATE:
        return _inner_deadline(incoming, candidate, f, fresh) or _moved(incoming, candidate, fresh)
    if known.task.closed_at is not None and cues.cancel and _told_before(known, Relation.CANCEL):
        return Effect(relation, RelateReason.CANCEL_ALREADY_KNOWN)
    if cues.change and _told_before(known, Relation.UPDATE):
        return Effect(relation, RelateReason.CHANGE_ALREADY_KNOWN)
    if f["contain"] > 0.9:
        return Effect(relation, RelateReason.SAME_WORDS)
    return Effect(relation, RelateReason.PASSED_ON if cues.relay or f["below"] else RelateReason.SAME_FACTS)


def _moved(incoming: Incoming, candidate: Candidate, fresh: frozenset[Moment]) -> Effect:
    """An update by what it moves."""
    facts = candidate.known.task.facts
    if place_moved(facts, incoming.notice, incoming.traits):
        return Effect(Relation.UPDATE, RelateReason.PLACE_MOVED)
    if fresh and not _stale(incoming, candidate):
        event = facts.kind is Kind.EVENT
        return Effect(Relation.UPDATE, RelateReason.EVENT_MOVED if event else RelateReason.DEADLINE_MOVED)
    return Effect(Relation.UPDATE, RelateReason.CONTENT_CHANGED)


def _told_before(known: KnownTask, relation: Relation) -> bool:
    return any(s.relation is relation for s in known.sources)


_IN_WRITING = re.compile(r"书面(?:材料|报|交|反馈|汇报|说明|发言)?|改(?:成|为)(?:交|报|发)?(?:材料|文字|表格)")


_CALLED_OFF = re.compile(r"取消|作废|撤|终止|中止|停止|不再|cancel|called off")


def _only_moves(incoming: Incoming, f: Features, fresh: frozenset[Moment], place: str | None) -> bool:
    """Words of withdrawal beside a new time or place belong to the old one (上午不用去了，挪到下午)."""
    cues = incoming.traits.cues
    if _IN_WRITING.search(incoming.traits.text):
        return False
    if place or any(m.day >= incoming.traits.at.date() for m in fresh):
        return bool(cues.change)
    return bool(cues.change and (f["moment"] == 2 or f["named_exact"])) and not _CALLED_OFF.search(cues.cancel)


def _pressing(incoming: Incoming, f: Features) -> RelateReason | None:
    cues = incoming.traits.cues
    if cues.missing:
        return RelateReason.COUNTS_MISSING
    if cues.started:
        return RelateReason.ASKS_PROGRESS
    near = f["left"] > 0 or f["due_soon"] or f["over_days"] or f["recurs"] or f["who"] >= 3
    if cues.remaining and near and not (f["m_relay"] and f["who"] < 3):
        return RelateReason.TIME_LEFT
    restated = incoming.notice.recurrence is not None
    if f["same_group"] and f["same_sender"] and (cues.urge or f["due_today"]) and not restated:
        return RelateReason.REMINDS
    return None


_HARD = re.compile(r"(?:必须|务必|一定要?|最[晚迟]|不得[晚迟]于)[^,，。;；!！]{0,12}(?:[报交收送发填传]|完成)|\bat the latest\b|\bno later than\b", re.I)
_CLAUSE = re.compile(r"[^,，。;；!！\n]*")


def _sets_earlier_limit(incoming: Incoming, known: KnownTask, f: Features) -> bool:
    """Whether who presses sets an earlier limit in hard words (还有四个班没交，明天中午12点前必须交齐): it holds for all.

    Another hand than that from which the task comes only sets one for itself.
    """
    facts, t, said = known.task.facts, incoming.traits, incoming.notice.deadlines
    if facts.events or facts.recurrence or len(facts.deadlines) != 1 or len(said) != 1 or (t.sender and not f["same_sender"]):
        return False
    [old], [new] = facts.deadlines, said
    around = t.raw[max(t.raw.rfind(stop, 0, new.span[0]) for stop in ",，。;；!！\n") + 1 : new.span[0]]
    behind = _CLAUSE.match(t.raw, new.span[0])
    earlier = new.at < old.at and (new.date < old.date or bool(old.time or old.part))
    return earlier and new.at > t.at and _HARD.search(around + (behind[0] if behind else "")) is not None


_MOVES = re.compile(
    r"延(?:至|到|期|后|长)|推(?:迟|后|到|延)|顺延|后延|宽限|提(?:前|早)|挪|移|改(?:到|为|成|至|在|期|下午|上午|晚上|早上|明|后|周|\d)|调整"
    r"|(?:截止|时间|期限|截至)[^,。]{0,6}(?:改|变|换)|换(?:到|成|为)|mov(?:ed|es) to|extended|postponed|now|rescheduled"
)


def moves_in_words(text: str) -> bool:
    """Whether words say that a time moves (延到, 提前到, 改成下午), beyond a time that merely differs."""
    return _MOVES.search(LEAVE.sub("", text)) is not None or moves_in_english(text) or shift_of(text) is not None


def _change(
    incoming: Incoming, candidate: Candidate, f: Features, fresh: frozenset[Moment], place: str | None
) -> Effect:
    known, event = candidate.known, candidate.known.task.facts.kind is Kind.EVENT
    if place:
        return Effect(Relation.UPDATE, RelateReason.PLACE_MOVED)
    moves = moves_in_words(incoming.traits.text) or not f["named_day"]
    if fresh and moves and not _stale(incoming, candidate):
        return Effect(Relation.UPDATE, RelateReason.EVENT_MOVED if event else RelateReason.DEADLINE_MOVED)
    if _change_known(incoming, known, f):
        return Effect(Relation.DUPLICATE, RelateReason.CHANGE_ALREADY_KNOWN)
    return Effect(Relation.UPDATE, RelateReason.CONTENT_CHANGED)


def _change_known(incoming: Incoming, known: KnownTask, f: Features) -> bool:
    """Whether what the message calls a change was told before: an update is on record and this one adds nothing."""
    if not _told_before(known, Relation.UPDATE):
        return f["m_level"] == 1 and f["who"] < 3 and bool(f["moment"])
    if f["same_opener"] and f["same_group"]:
        updates = {s.text for s in known.sources if s.relation is Relation.UPDATE}
        return plain(incoming.traits.text) in {plain(text) for text in updates}
    return True


def _stale(incoming: Incoming, candidate: Candidate) -> bool:
    """Whether every moment it names was the task's before an update (an old forward that comes late)."""
    past = {(m.day, m.clock) for m in candidate.current.past} | {(m.day, None) for m in candidate.current.past}
    return bool(incoming.moments) and all((m.day, m.clock) in past for m in incoming.moments)


_FIRST_TO_US = re.compile(r"先(?:报|交|发|送|填|传|给)|各(?:村|组|社区|班|支部|校|站)[^。]{0,40}(?:前|给我|报我|交我|发我)")


_BROUGHT_FORWARD = re.compile(r"提[前早]|不等[^,，。]{0,6}了|倒过来|brought forward")


def _inner_deadline(
    incoming: Incoming, candidate: Candidate, f: Features, fresh: frozenset[Moment]
) -> Effect | None:
    """A lower level asks for it earlier to have time to collect: a deadline beside the original."""
    facts = candidate.known.task.facts
    outer = [d for d in facts.deadlines if not d.inner]
    rule, known = incoming.notice.recurrence, facts.recurrence
    if rule and known and rule.time and known.time and rule.time < known.time and not f["same_opener"]:
        return Effect(Relation.UPDATE, RelateReason.INNER_DEADLINE, inner=True)
    if not fresh or not outer or facts.kind is Kind.EVENT or f["same_opener"] or _stale(incoming, candidate):
        return None
    first_to_us = _FIRST_TO_US.search(incoming.traits.text)
    if (f["moment"] or _BROUGHT_FORWARD.search(incoming.traits.text) or comes_earlier(incoming.traits.raw)) and not first_to_us:
        return None
    latest = max(d.date for d in outer)
    if any(m.day < latest or (m.day == latest and m.clock) for m in fresh):
        return Effect(Relation.UPDATE, RelateReason.INNER_DEADLINE, inner=True)
    return None
