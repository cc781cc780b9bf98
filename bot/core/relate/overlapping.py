"""Which other tasks ask for substantially the same data of the same population."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.models import Kind
from bot.core.relate.trees import Model, score
from bot.core.relate.weighing import Candidate, Features, Incoming

OVERLAPS = 0.4
"""From this probability on two tasks are shown as asking for the same."""


def may_overlap(incoming: Incoming, candidate: Candidate, f: Features) -> bool:
    """Whether an overlap is possible at all: two tasks, the same period, not two editions of one form."""
    if incoming.kind is not Kind.TASK or candidate.known.task.facts.kind is not Kind.TASK:
        return False
    return not f["period_apart"] and not f["swap"]


def overlapping(
    incoming: Incoming, candidates: Sequence[Candidate], rows: Sequence[Features], model: Model
) -> tuple[int, ...]:
    """The numbers of the tasks that a new task overlaps with, in order."""
    found = [
        c.known.task.number
        for c, f in zip(candidates, rows, strict=True)
        if may_overlap(incoming, c, f) and score(model.overlap, model.overlap_bias, f) >= OVERLAPS
    ]
    return tuple(sorted(found))
