"""One message beside one known task: what agrees, what conflicts, what the message itself does."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.core.models import Kind, KnownTask, Notice
from bot.core.relate.fields import likeness
from bot.core.relate.offices import Office, names_level, names_office, same_office, same_person
from bot.core.relate.periods import disagree, qualifiers, read_marks
from bot.core.relate.traits import Moment, Traits
from bot.core.relate.views import Current, TaskView, same_sender, share_office


@dataclass(frozen=True, slots=True)
class Incoming:
    """The message to be placed, with the moments it asks for and every instant that it names."""

    traits: Traits
    notice: Notice
    moments: frozenset[Moment]
    dates: frozenset[Moment]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known task that could be meant."""

    known: KnownTask
    view: TaskView
    current: Current


Features = dict[str, float]

_OCCASION = re.compile(
    r"会(?!计|员|议室|议记录|救|保|费|员|同|诊|经|考|被|有|不|让|造|更|给|把|导|影|说|做|用|写|填|弄|办)|培训|演练|演出|汇演|活动|视察|调研|督查|检查组|讲座|评审|典礼|比赛"
    r"|\b(?:training|meeting|open house|workshop|session|drill|show)\b"
)


class Weights:
    """How telling a 2-gram is among the candidates and the other known tasks."""

    def __init__(self, frequency: Callable[[str], int], total: int) -> None:
        self._frequency = frequency
        self._total = max(total, 1)
        self._known: dict[str, float] = {}

    def of(self, gram: str) -> float:
        """Smoothed inverse document frequency."""
        weight = self._known.get(gram)
        if weight is None:
            weight = math.log(1 + (self._total + 3) / (self._frequency(gram) + 0.7))
            self._known[gram] = weight
        return weight

    def sum(self, grams: frozenset[str]) -> float:
        """The weight of a set of 2-grams."""
        return sum(map(self.of, grams))


def compare_all(incoming: Incoming, candidates: Sequence[Candidate], weights: Weights) -> list[Features]:
    """The features of a message beside each candidate, those that need the whole field included."""
    rows = [_compare(incoming, c, weights) for c in candidates]
    own = _message_features(incoming)
    for row, candidate in zip(rows, candidates, strict=True):
        rivals = [r for r in rows if r is not row and not (row["moment"] and r["day_apart"])]
        for lead, of in (("margin", "contain"), ("cosine_lead", "cosine"), ("phrase_lead", "phrases")):
            row[lead] = row[of] - max((r[of] for r in rivals), default=0.0)
        row["moment_rivals"] = float(sum(r["moment"] >= row["moment"] for r in rivals)) if row["moment"] else 0.0
        row["sender_rivals"] = float(min(4, sum(r["same_sender"] for r in rivals)))
        row["latest_of_sender"] = float(
            row["same_sender"]
            and all(
                not r["same_sender"] or c.current.last_at <= candidate.current.last_at
                for r, c in zip(rows, candidates, strict=True)
            )
        )
        row["unique"] = _unique(incoming, candidate, candidates, weights)
        row.update(own)
        row.update(_composites(row))
    for row in rows:
        row["who_lead"] = row["who"] - max((r["who"] for r in rows if r is not row), default=0.0)
        row["when_lead"] = row["when"] - max((r["when"] for r in rows if r is not row), default=0.0)
    return rows


def _composites(f: Features) -> Features:
    act = bool(f["m_missing"] or f["m_remaining"] or f["m_started"] or f["m_change"] or f["m_cancel"] or f["m_urge"])
    change = bool(f["m_change"] or f["m_cancel"])
    who, when = _who_score(f), _when_score(f, change)
    return {
        "act": float(act),
        "press": float(bool(f["m_missing"] or f["m_remaining"] or f["m_started"])),
        "who": who,
        "when": when,
        "who_act": who if act else 0.0,
        "who_tell": 0.0 if act else who,
        "demand": f["m_formal"] + f["m_to_me"] + float(f["m_fields"] >= 3) - f["m_relay"] if not act else 0.0,
    }


def _who_score(f: Features) -> float:
    """From 4 (the office or person that owns it) down to -2 (another office that names nobody of it)."""
    if f["same_opener"]:
        return 4.0
    if f["same_sender"] or f["own_office"]:
        return 3.0
    if f["in_line"] or f["person_named"] or f["owner_named"]:
        return 2.0 if not f["above"] else 0.5
    if f["office_known"] or (f["same_group"] and not f["office_apart"]):
        return 1.5
    if f["below"]:
        return 1.0
    if f["above"]:
        return -2.0
    return -1.0 if f["office_apart"] else 0.0


def _when_score(f: Features, change: bool) -> float:
    """From 3 (the same moment) over 0 (nothing dated) down to -2 (other days)."""
    if f["left"] > 0 or f["moment"] == 2:
        return 3.0
    if f["moment"] or f["named_exact"]:
        return 2.0
    if f["past_moment"] or f["named_day"]:
        return 1.0
    if change:
        return 0.0
    if f["day_apart"] or f["recurs_apart"]:
        return -2.0
    return -1.0 if f["moment_apart"] or f["left"] < 0 else 0.0


def _unique(incoming: Incoming, candidate: Candidate, candidates: Sequence[Candidate], weights: Weights) -> float:
    grams = incoming.traits.grams & candidate.view.grams
    if not grams:
        return 0.0
    others: set[str] = set()
    for other in candidates:
        if other is not candidate:
            others |= other.view.grams & grams
    return min(1.0, weights.sum(frozenset(grams - others)) / 12.0)


def _message_features(incoming: Incoming) -> Features:
    t, cues = incoming.traits, incoming.traits.cues
    own = bool(t.signed) and (not t.speaker.offices or share_office(t.signed, t.speaker.offices))
    return {
        "m_level": float(t.speaker.level),
        "m_leader": float(t.speaker.leader),
        "m_signed": float(own),
        "m_signed_other": float(bool(t.signed) and not own),
        "m_stated": float(bool(cues.stated)),
        "m_relay": float(bool(cues.relay)),
        "m_to_me": float(bool(cues.to_me)),
        "m_missing": float(bool(cues.missing)),
        "m_remaining": float(bool(cues.remaining)),
        "m_started": float(bool(cues.started)),
        "m_urge": float(bool(cues.urge)),
        "m_change": float(bool(cues.change)),
        "m_cancel": float(bool(cues.cancel)),
        "m_question": float(bool(cues.question)),
        "m_report": float(bool(cues.report)),
        "m_dated": float(bool(incoming.moments or incoming.notice.recurrence)),
        "m_fields": float(min(6, len(t.fields))),
        "m_length": float(min(4, len(t.text) // 25)),
        "m_formal": float(sum(map(bool, (own, cues.stated, t.mailboxes, len(t.fields) >= 3)))),
    }


def _compare(incoming: Incoming, candidate: Candidate, weights: Weights) -> Features:
    t, view = incoming.traits, candidate.view
    shared = t.grams & view.grams
    contain = weights.sum(shared) / (weights.sum(t.grams) or 1.0)
    opener = view.opener
    row: Features = {
        "contain": contain,
        "covered": weights.sum(t.grams & opener.grams) / (weights.sum(opener.grams) or 1.0),
        "cosine": _cosine(t, view, weights),
        "phrases": float(min(6, len(t.phrases & view.phrases))),
        "shared_weight": min(1.0, weights.sum(shared) / 25.0),
        "fields": likeness(t.fields, view.fields),
        "concepts": len(t.concepts & opener.concepts) / (len(t.concepts) or 1),
    }
    row.update(_who(t, view))
    row.update(_when(incoming, candidate))
    row.update(_marks(t, view))
    kind = candidate.known.task.facts.kind
    occasion = bool(_OCCASION.search(t.text))
    row["occasion"] = float(occasion) if kind is Kind.EVENT else -float(occasion)
    row["kind_apart"] = float(incoming.kind.actionable and incoming.kind is not kind)
    row["t_event"] = float(kind is Kind.EVENT)
    row["t_closed"] = float(candidate.known.task.closed_at is not None)
    level = t.speaker.level
    row["swap"] = float((row["same_sender"] or level >= opener.speaker.level > 0) and template_swap(t, view))
    return row


_SOURCES_READ = 5


def _cosine(t: Traits, view: TaskView, weights: Weights) -> float:
    """Likeness to the likest source, long texts no likelier than short ones."""
    mine = weights.sum(t.grams)
    best = 0.0
    for source in {id(s): s for s in (view.opener, *view.sources[-_SOURCES_READ:])}.values():
        shared = t.grams & source.grams
        if shared:
            best = max(best, weights.sum(shared) / math.sqrt(mine * weights.sum(source.grams)))
    return best


def _who(t: Traits, view: TaskView) -> Features:
    speaker, opener = t.speaker, view.opener
    mentioned = [o for o in t.offices if not (t.signed and o in t.signed)]
    owner_named = share_office(tuple(mentioned), view.owners) or any(names_office(t.text, o.stem) for o in view.owners)
    named_person = any(same_person(p, q) for p in t.people for q in view.people if p != speaker.person)
    senders = [s for s in view.sources if same_sender(t, s)]
    own_office = any(_one_office(a, b) for a in speaker.offices for b in view.owners)
    in_line = not own_office and share_office(speaker.offices, view.owners)
    strangers = [
        o for o in t.offices if not any(same_office(o.stem, k.stem) for k in (*view.owners, *view.offices))
    ]
    inner, theirs = _section(speaker.offices), _section(opener.speaker.offices)
    signed_apart = bool(t.signed) and not share_office(t.signed, view.owners)
    return {
        "level_named": float(0 < speaker.level < opener.speaker.level and names_level(t.text, opener.speaker.level)),
        "same_sender": float(bool(senders)),
        "same_opener": float(same_sender(t, opener)),
        "same_group": float(bool(t.group) and t.group in view.groups),
        "opener_group": float(bool(t.group) and t.group == opener.group),
        "own_office": float(own_office),
        "section_apart": float(bool(inner and theirs) and own_office and not same_office(inner, theirs)),
        "in_line": float(in_line),
        "office_known": float(share_office(speaker.offices, view.offices)),
        "office_apart": float(bool(speaker.offices and view.owners) and not own_office),
        "owner_named": float(owner_named),
        "owner_named_other": float(owner_named and not own_office),
        "office_named": float(share_office(tuple(mentioned), view.offices)),
        "person_named": float(named_person),
        "stranger_named": float(bool(strangers)),
        "signed_apart": float(signed_apart),
        "below": float(bool(speaker.level) and speaker.level < opener.speaker.level),
        "above": float(bool(opener.speaker.level) and speaker.level > opener.speaker.level),
        "mailbox": float(bool(t.mailboxes & view.mailboxes)),
        "mailbox_apart": float(bool(t.mailboxes and view.mailboxes and not t.mailboxes & view.mailboxes)),
        "quoted": float(bool(t.quoted & view.quoted) or any(q in t.text for q in view.quoted)),
        "quoted_apart": float(bool(t.quoted and view.quoted and not t.quoted & view.quoted)),
    }


def _one_office(a: Office, b: Office) -> bool:
    """One office, not merely one line of offices (镇民政办 is not 县民政局)."""
    return same_office(a.stem, b.stem) and (a.level == b.level or not a.level or not b.level)


def _section(offices: tuple[Office, ...]) -> str:
    return offices[-1].stem if len(offices) > 1 else ""


def agreement(mine: frozenset[Moment], theirs: frozenset[Moment]) -> int:
    """2 where a day and its clock time agree, 1 where a day agrees and a clock is unsaid, 0 otherwise."""
    best = 0
    for a in mine:
        for b in theirs:
            if a.same_day(b):
                best = max(best, 2 if a.clock and a.clock == b.clock else int(not a.clock or not b.clock))
    return best


def _when(incoming: Incoming, candidate: Candidate) -> Features:
    current, t = candidate.current, incoming.traits
    now, named = incoming.moments, incoming.dates
    moment = agreement(now, current.moments)
    rule, known_rule = incoming.notice.recurrence, candidate.known.task.facts.recurrence
    if rule and known_rule and rule.rrule == known_rule.rrule:
        moment = max(moment, 2 if rule.time == known_rule.time else 1)
    same_day = any(a.same_day(b) for a in now | named for b in current.moments)
    past = agreement(now, current.past)
    left = 0.0
    if t.left:
        left = 1.0 if any(_inside(t, d.at) for d in candidate.known.task.facts.deadlines) else -1.0
    facts = candidate.known.task.facts
    recurs_apart = bool(rule and known_rule) and not moment
    due = [d.at for d in (*facts.deadlines, *facts.events)]
    over = bool(due) and max(due) < t.at
    hours = max(0.0, (t.at - current.last_at).total_seconds() / 3600)
    latest = max((d.date for d in facts.deadlines if not d.inner), default=None)
    earlier = bool(latest and now) and all(t.at.date() <= m.day < latest for m in now)  # type: ignore[operator]
    return {
        "earlier": float(earlier),
        "moment": float(moment),
        "named_day": float(same_day),
        "named_exact": float(agreement(named, current.moments) == 2),
        "past_moment": float(past),
        "moment_apart": float(bool(now and current.moments) and not moment and not past),
        "day_apart": float(bool(now and current.moments) and not same_day),
        "left": left,
        "over_days": min(10.0, (t.at - max(due)).total_seconds() / 86400) if over else 0.0,
        "due_today": float(any(d.date() == t.at.date() for d in due)),
        "quiet_hours": min(240.0, hours),
        "recurs_apart": float(recurs_apart),
        "recurs_one": float(bool(rule) != bool(known_rule) and bool(now or rule)),
        "recurs": float(facts.recurrence is not None),
    }


def _inside(t: Traits, at: object) -> bool:
    return t.left is not None and t.left.first <= at <= t.left.last  # type: ignore[operator]


def _marks(t: Traits, view: TaskView) -> Features:
    mine, theirs = t.marks, view.opener.marks
    known = [s.marks for s in view.sources]
    period = disagree(mine, theirs) if not any(not disagree(mine, k) and k.batches for k in known) else ""
    documents = mine.documents & frozenset().union(*(k.documents for k in known))
    agrees = any(
        getattr(mine, name) & getattr(theirs, name) for name in ("batches", "months", "halves", "quarters", "holidays")
    )
    everyone = frozenset().union(*(k.population for k in known))
    population = mine.population & everyone
    qualified, theirs_qualified = qualifiers(mine), frozenset().union(*(qualifiers(k) for k in known))
    return {
        "period_apart": float(bool(period)),
        "period_same": float(agrees),
        "document": float(bool(documents)),
        "document_apart": float(bool(mine.documents and theirs.documents) and not documents),
        "population": float(min(2, len(population))),
        "population_apart": float(bool(mine.population and everyone) and not population),
        "qualifier_apart": float(bool(qualified and theirs_qualified) and not qualified & theirs_qualified),
        "cadence_apart": float(bool(mine.cadences and theirs.cadences) and not mine.cadences & theirs.cadences),
    }


def template_swap(t: Traits, view: TaskView) -> bool:
    """Whether the text is a source's text with a subject word put in place of another: the same form, another duty."""
    for source in view.sources:
        if abs(len(source.text) - len(t.text)) > 0.3 * len(t.text) or source.text == t.text:
            continue
        if len(t.grams & source.grams) < 0.45 * len(t.grams | source.grams):
            continue
        match = SequenceMatcher(None, source.text, t.text, autojunk=False)
        if match.ratio() < 0.7:
            continue
        for tag, i, j, k, m in match.get_opcodes():
            old, new = source.text[i:j], t.text[k:m]
            if tag == "replace" and _subject(old) and _subject(new) and read_marks(old) is not None:
                return True
    return False


def _subject(piece: str) -> bool:
    return any("一" <= c <= "鿿" and c not in "年月日号时点分上中下午前后今明周一二三四五六七八九十第" for c in piece)
