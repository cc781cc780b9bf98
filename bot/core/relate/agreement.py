"""What agrees and what conflicts between a message and a task: who, when, and the marks of period and population."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from difflib import SequenceMatcher

from bot.core.names import is_surname
from bot.core.relate.offices import Office, names_level, names_office, same_office, same_person
from bot.core.relate.periods import disagree, later_batch, qualifiers
from bot.core.relate.traits import Moment, Traits, clocks_agree
from bot.core.relate.views import TaskView, same_sender, share_office
from bot.core.relate.weighing import Candidate, Features, Incoming


def who_agrees(t: Traits, view: TaskView) -> Features:
    speaker, opener = t.speaker, view.opener
    mentioned = [o for o in t.offices if not (t.signed and o in t.signed)]
    owner_named = share_office(tuple(mentioned), view.owners) or any(names_office(t.text, o.stem) for o in view.owners)
    named_person = any(_person_meant(p, view) for p in t.people if p != speaker.person) or any(
        p in t.text and p != speaker.person for p in (s.speaker.person for s in view.sources) if _full_name(p)
    )
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
        "signed_known": float(signed_apart and share_office(t.signed, view.offices)),
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


def _full_name(person: str) -> bool:
    return 1 < len(person) < 4 and is_surname(person[0]) and not _ROLE.search(person)


_ROLE = re.compile(r"主任|书记|站长|所长|文书|会计|支书|组长|专干|干事|老师|长$|员$|办$|队$|科$|值班")


def _person_meant(person: str, view: TaskView) -> bool:
    """Whether a person named is one of the task; a word in Latin letters only when it is in a sender's name."""
    if person[0].isascii():
        return any(person in s.sender.lower() for s in view.sources)
    return any(same_person(person, other) for other in view.people if not other[0].isascii())


def _section(offices: tuple[Office, ...]) -> str:
    return offices[-1].stem if len(offices) > 1 else ""


def agreement(mine: frozenset[Moment], theirs: frozenset[Moment]) -> int:
    """2 where a day and its clock time agree, 1 where a day agrees and a clock is unsaid, 0 otherwise."""
    best = 0
    for a in mine:
        for b in theirs:
            if a.same_day(b):
                best = max(best, clocks_agree(a.clock, b.clock))
    return best


NOT_DUE = 240.0
"""Hours to the next deadline where there is none, or a later one."""


def when_agrees(incoming: Incoming, candidate: Candidate) -> Features:
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
    due = [*(d.at for d in facts.deadlines), *(e.at for e in facts.events)]
    over = bool(due) and max(due) < t.at
    hours = max(0.0, (t.at - current.last_at).total_seconds() / 3600)
    latest = max((d.at for d in facts.deadlines if not d.inner), default=None)
    asked = [d.at for d in incoming.notice.deadlines] or [e.at for e in incoming.notice.events]
    earlier = latest is not None and bool(asked) and all(t.at <= at <= latest for at in asked) and min(asked) < latest
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
        "due_hours": min(NOT_DUE, min(((d - t.at).total_seconds() / 3600 for d in due if d > t.at), default=NOT_DUE)),
        "due_soon": float(any(0 <= (d.date() - t.at.date()).days <= 1 for d in due)),
        "due_today": float(any(d.date() == t.at.date() for d in due)),
        "quiet_hours": min(240.0, hours) if incoming.hour_known else _UNKNOWN,
        "one_breath": _in_one_breath(t, candidate.view) if incoming.hour_known else 0.0,
        "recurs_apart": float(recurs_apart),
        "recurs_one": float(bool(rule) != bool(known_rule) and bool(now or rule)),
        "recurs": float(facts.recurrence is not None),
    }


_UNKNOWN = -1.0
"""Hours since the task was last spoken of, where nobody knows when the message was posted."""
_BREATH = timedelta(minutes=10)


def _in_one_breath(t: Traits, view: TaskView) -> float:
    """How close upon the opener the same hand says this: who asks for one thing after the other asks for several."""
    opener = view.opener
    hand = same_sender(t, opener) if t.sender else not opener.sender
    if not hand or t.group != opener.group or t.at - opener.at > _BREATH:
        return 0.0
    return 2.0 if t.at - view.sources[-1].at <= _BREATH / 5 else 1.0


def _inside(t: Traits, at: datetime) -> bool:
    return t.left is not None and t.left.first <= at <= t.left.last


def marks_agree(t: Traits, view: TaskView) -> Features:
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
        "later_batch": float(bool(known) and all(later_batch(mine, k) for k in known)),
        "document": float(bool(documents)),
        "document_apart": float(bool(mine.documents and theirs.documents) and not documents),
        "population": float(min(2, len(population))),
        "population_apart": float(bool(mine.population and everyone) and not population),
        "qualifier_apart": float(bool(qualified and theirs_qualified) and not qualified & theirs_qualified),
        "cadence_apart": float(bool(mine.cadences and theirs.cadences) and not mine.cadences & theirs.cadences),
    }


_TEMPLATE_MOST = 500
"""Longer texts are not compared letter by letter: that costs the square of their length."""


def template_swap(t: Traits, view: TaskView) -> bool:
    """Whether the text is a source's text with a subject word put in place of another: the same form, another duty."""
    if len(t.text) > _TEMPLATE_MOST:
        return False
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
            if tag == "replace" and _subject(old) and _subject(new):
                return True
    return False


def _subject(piece: str) -> bool:
    return any("一" <= c <= "鿿" and c not in "年月日号时点分上中下午前后今明周一二三四五六七八九十第" for c in piece)
