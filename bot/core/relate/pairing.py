"""One message beside each known task that could be meant: all features, those of the whole field included."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from bot.core.models import Kind
from bot.core.relate.agreement import NOT_DUE, marks_agree, template_swap, when_agrees, who_agrees
from bot.core.relate.english_changes import matter_of, speaks_of_another
from bot.core.relate.fields import likeness, special
from bot.core.relate.papers import likest
from bot.core.relate.traits import Traits
from bot.core.relate.vetoes import vetoed
from bot.core.relate.views import TaskView, share_office
from bot.core.relate.weighing import Candidate, Features, Incoming, Weights

_OCCASION = re.compile(
    r"会(?!计|员|议室|议记录|救|保|费|员|同|诊|经|考|被|有|不|让|造|更|给|把|导|影|说|做|用|写|填|弄|办)|的会|会(?:不开|不用|取消|改|推|换|挪|延)|开会|个会|培训|演练|演出|汇演|活动|视察|调研|督查|检查组|讲座|评审|典礼|比赛"
    r"|\b(?:training|meeting|open house|workshop|session|drill|show)\b"
)


def compare_all(incoming: Incoming, candidates: Sequence[Candidate], weights: Weights) -> list[Features]:
    """The features of a message beside each candidate, those that need the whole field included."""
    own = message_features(incoming)
    rows = [_compare(incoming, c, weights) | own for c in candidates]
    for row, candidate in zip(rows, candidates, strict=True):
        row["latest_of_sender"] = float(
            row["same_sender"]
            and all(
                not r["same_sender"] or c.current.last_at <= candidate.current.last_at
                for r, c in zip(rows, candidates, strict=True)
            )
        )
    _set_in_group(rows, candidates)
    standing = [vetoed(row) is None for row in rows]
    for row, candidate in zip(rows, candidates, strict=True):
        rivals = [r for r, stands in zip(rows, standing, strict=True) if stands and _rivals(row, r)]
        for lead, of in (
            ("margin", "contain"),
            ("cosine_lead", "cosine"),
            ("phrase_lead", "phrases"),
            ("substance_lead", "substance"),
        ):
            row[lead] = row[of] - max((r[of] for r in rivals), default=0.0)
        row["moment_rivals"] = float(sum(r["moment"] >= row["moment"] for r in rivals)) if row["moment"] else 0.0
        row["day_rivals"] = float(sum(r["moment"] or r["named_day"] for r in rivals) > 0)
        row["sender_rivals"] = float(min(4, sum(r["same_sender"] for r in rivals)))
        row["unique"] = _unique(incoming, candidate, candidates, weights)
        row.update(_composites(row))
    for row in rows:
        row["who_lead"] = row["who"] - max((r["who"] for r in rows if r is not row), default=0.0)
        row["when_lead"] = row["when"] - max((r["when"] for r in rows if r is not row), default=0.0)
    return rows


def _set_in_group(rows: Sequence[Features], candidates: Sequence[Candidate]) -> None:
    """Which of the tasks of the same group was spoken of last, and which is due first."""
    places = [i for i, row in enumerate(rows) if row["same_group"]]
    latest = max((candidates[i].current.last_at for i in places), default=None)
    first = min((rows[i]["due_hours"] for i in places), default=0.0)
    for i, row in enumerate(rows):
        row["latest_in_group"] = float(i in places and candidates[i].current.last_at == latest)
        row["first_in_group"] = float(i in places and 0 < first < NOT_DUE and row["due_hours"] == first)


def _rivals(row: Features, other: Features) -> bool:
    """Whether another candidate could be meant as well; not one of another day when this one's day is named."""
    return other is not row and not (row["moment"] and other["day_apart"])


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


def message_features(incoming: Incoming) -> Features:
    """What the message says by itself, whatever it is compared with."""
    t, cues = incoming.traits, incoming.traits.cues
    own = bool(t.signed) and (not t.speaker.offices or share_office(t.signed, t.speaker.offices))
    return {
        "m_level": float(t.speaker.level),
        "m_group": float(bool(t.group)),
        "m_leader": float(t.speaker.leader),
        "m_signed": float(own),
        "m_signed_other": float(bool(t.signed) and not own),
        "m_stated": float(bool(cues.stated)),
        "m_relay": float(bool(cues.relay)),
        "m_pointing": float(bool(cues.pointing)),
        "m_convenes": float(bool(cues.convenes)),
        "m_own_wish": float(bool(cues.own_wish)),
        "m_to_me": float(bool(cues.to_me)),
        "m_missing": float(bool(cues.missing)),
        "m_remaining": float(bool(cues.remaining)),
        "m_started": float(bool(cues.started)),
        "m_urge": float(bool(cues.urge)),
        "m_change": float(bool(cues.change)),
        "m_cancel": float(bool(cues.cancel)),
        "m_also": float(bool(cues.also)),
        "m_question": float(bool(cues.question)),
        "m_report": float(bool(cues.report)),
        "m_dated": float(bool(incoming.moments or incoming.notice.recurrence)),
        "m_fields": float(min(6, len(t.fields))),
        "m_substance": float(min(8, len(t.substance))),
        "m_recurs": float(incoming.notice.recurrence is not None),
        "m_length": float(min(4, len(t.text) // 25)),
        "m_formal": float(sum(map(bool, (own, cues.stated, t.mailboxes, len(t.fields) >= 3)))),
    }


def _compare(incoming: Incoming, candidate: Candidate, weights: Weights) -> Features:
    t, view = incoming.traits, candidate.view
    shared = t.grams & view.grams
    contain = weights.sum(shared) / (weights.sum(t.grams) or 1.0)
    opener, common = view.opener, t.substance & view.substance
    row: Features = {
        "contain": contain,
        "covered": weights.sum(t.grams & opener.grams) / (weights.sum(opener.grams) or 1.0),
        "cosine": _cosine(t, view, weights),
        "phrases": float(min(6, len(t.phrases & view.phrases))),
        "shared_weight": min(1.0, weights.sum(shared) / 25.0),
        "fields": likeness(t.fields, view.fields),
        "fields_shared": float(min(6, len(t.fields & view.fields))),
        "fields_special": float(min(4, len(special(t.fields & view.fields)))),
        "subject": _alike(t.subject, opener.subject, weights),
        "substance": weights.sum(common) / (weights.sum(t.substance) or 1.0),
        "substance_shared": float(min(4, len(common))),
        "concepts": len(t.concepts & opener.concepts) / (len(t.concepts) or 1),
        "paper": likest(t.papers, view.papers),
        "paper_opener": likest(t.papers, opener.papers),
    }
    known = frozenset().union(*(matter_of(source.raw) for source in view.sources))
    row["english_apart"] = float(speaks_of_another(t.raw, known))
    row.update(who_agrees(t, view))
    row.update(when_agrees(incoming, candidate))
    row.update(marks_agree(t, view))
    kind = candidate.known.task.facts.kind
    occasion = bool(_OCCASION.search(t.text))
    row["occasion"] = float(occasion) if kind is Kind.EVENT else -float(occasion)
    row["kind_apart"] = float(incoming.kind.actionable and incoming.kind is not kind)
    row["t_event"] = float(kind is Kind.EVENT)
    row["t_undated"] = float(not (candidate.current.past or candidate.known.task.facts.recurrence))
    row["t_length"] = float(min(8, len(opener.text) // 15))
    row["t_fields"] = float(min(6, len(opener.fields)))
    row["t_closed"] = float(candidate.known.task.closed_at is not None)
    level = t.speaker.level
    row["swap"] = float((row["same_sender"] or level >= opener.speaker.level > 0) and template_swap(t, view))
    return row


def _alike(a: frozenset[str], b: frozenset[str], weights: Weights) -> float:
    shared = a & b
    return weights.sum(shared) / math.sqrt(weights.sum(a) * weights.sum(b)) if shared else 0.0


_SOURCES_READ = 5


def _cosine(t: Traits, view: TaskView, weights: Weights) -> float:
    """Likeness to the likest source, long texts no likelier than short ones."""
    best = 0.0
    for source in {id(s): s for s in (view.opener, *view.sources[-_SOURCES_READ:])}.values():
        best = max(best, _alike(t.grams, source.grams, weights))
    return best
