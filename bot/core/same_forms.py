"""The same form again: under another name it is the known one, from another office it asks for what was asked before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.models import AskedForm, Kind, KnownTask, Notice, Relation, TaskState, Verdict
from bot.core.relate import RelateReason

SAME_FORM, _EVIDENCE = "same_form", "+same_form"
"""Why a message was placed as it was, and what speaks for it."""
_FEWEST_COLUMNS = 3
"""A form of fewer columns (姓名、电话) tells nothing."""


_OTHER_BATCH = frozenset({RelateReason.NEXT_OF_SERIES, RelateReason.OTHER_PERIOD})
_OTHER_DUTY = frozenset(
    {
        RelateReason.OTHER_DOCUMENT,
        RelateReason.OTHER_OFFICE,
        RelateReason.OTHER_SUBJECT,
        RelateReason.OTHER_DATE,
        RelateReason.TOLD_DIFFERENT,
    }
)


def by_forms(notice: Notice, verdict: Verdict, known: Sequence[KnownTask]) -> Verdict:
    """The verdict in the light of the forms that came with the message; people's and the words' judgement goes first."""
    keys = _keys(notice)
    if not keys or verdict.reason in _OTHER_BATCH:
        return verdict
    if verdict.of is not None:
        shared = any(each.task.number == verdict.of and keys & _keys(each.task.facts) for each in known)
        return replace(verdict, evidence=(*verdict.evidence, _EVIDENCE)) if shared else verdict
    alike = [each for each in known if each.task.state is TaskState.OPEN and keys & _keys(each.task.facts)]
    if verdict.relation is Relation.NONE:
        return _form_alone(notice, verdict, alike)
    others = [each.task.number for each in alike if _is_of_another(notice, each.task.facts)]
    found = replace(verdict, overlaps=tuple(sorted({*verdict.overlaps, *others})))
    own = [each.task.number for each in alike if each.task.number not in others]
    asks = verdict.maybe is None and verdict.reason not in _OTHER_DUTY
    if len(own) == 1 and asks and own[0] not in verdict.overlaps:
        if _same_days(notice, next(each.task.facts for each in alike if each.task.number == own[0])):
            return _repeats(verdict, own[0])
        found = replace(found, maybe=own[0])
    return found


def _form_alone(notice: Notice, verdict: Verdict, alike: Sequence[KnownTask]) -> Verdict:
    """A form without words is that of the one open task that asks for it."""
    if len(alike) != 1 or notice.kind is not Kind.CHATTER:
        return verdict
    return _repeats(verdict, alike[0].task.number)


def _repeats(verdict: Verdict, number: int) -> Verdict:
    evidence = (*verdict.evidence, _EVIDENCE)
    return replace(verdict, relation=Relation.DUPLICATE, reason=SAME_FORM, of=number, overlaps=(), evidence=evidence)


def _keys(notice: Notice) -> frozenset[str]:
    return frozenset(form.key for form in notice.forms if _tells(form))


def _tells(form: AskedForm) -> bool:
    return len(form.columns) > _FEWEST_COLUMNS or sum(len(each) > 2 for each in form.columns) >= _FEWEST_COLUMNS


def _is_of_another(notice: Notice, facts: Notice) -> bool:
    """Whether two offices ask that are named and not each other's part."""
    a, b = notice.issuer or "", facts.issuer or ""
    return bool(a and b) and a not in b and b not in a


def _same_days(notice: Notice, facts: Notice) -> bool:
    """Whether the message names the days the task has, or none."""
    days = {each.date for each in notice.deadlines}
    return not notice.recurrence and days <= {each.date for each in facts.deadlines}
