"""Which other tasks ask for substantially the same data of the same population."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.learned.trees import Model
from bot.core.models import Kind
from bot.core.relate.weighing import Candidate, Features, Incoming

ENOUGH = 0.4
"""From here on two tasks are shown as asking for the same."""


def may_overlap(incoming: Incoming, candidate: Candidate, f: Features) -> bool:
    """Whether an overlap is possible at all: two tasks for the same period and population."""
    if incoming.kind is not Kind.TASK or candidate.known.task.facts.kind is not Kind.TASK:
        return False
    return not (f["period_apart"] or f["swap"])


def asks_the_same(f: Features) -> bool:
    """Whether by rule the columns and the subject are the same: most columns, or few but telling ones of one population."""
    same_words = f["phrases"] or f["subject"] >= 0.08 or f["substance_shared"] >= 2
    about_the_same = f["population"] or same_words or f["fields_special"] >= 2
    most_columns = f["fields_shared"] >= 3 and f["fields"] >= 0.5 and about_the_same
    telling_columns = f["fields_special"] >= 2 and f["subject"] >= 0.1
    same_people = f["population"] and f["fields_shared"] >= 2 and f["phrases"]
    return bool(most_columns or telling_columns or same_people)


def overlap_row(f: Features) -> Features:
    """The row that is weighed: the pair's features with how columns, subject and office go together."""
    other = not (f["own_office"] and not f["section_apart"])
    return f | {
        "asks_the_same": float(asks_the_same(f)),
        "other_office": float(other),
        "other_asks_the_same": float(other and not f["population_apart"] and asks_the_same(f)),
        "columns": f["fields_shared"] * f["fields"],
        "subject_of_other": f["subject"] * other,
        "columns_of_one": f["fields"] * (not other),
    }


def _something_common(f: Features) -> bool:
    """Whether anything that is asked for is named on both sides: a subject, a column, people, what a paper is of."""
    return bool(f["substance_shared"] or f["fields_shared"] or f["population"] or f["paper"] > 0)


def overlapping(model: Model, incoming: Incoming, candidates: Sequence[Candidate], rows: Sequence[Features]) -> tuple[int, ...]:
    """The numbers of the tasks that a new task overlaps with, in order."""
    found = [
        c.known.task.number
        for c, f in zip(candidates, rows, strict=True)
        if may_overlap(incoming, c, f) and _something_common(f) and model.chance(overlap_row(f)) >= ENOUGH
    ]
    return tuple(sorted(found))
