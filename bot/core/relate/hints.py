"""What rules and words hint, set beside what agrees: one row of features that the fitted judgements weigh."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.models import Relation
from bot.core.relate.anchors import Anchor, anchored
from bot.core.relate.bearing import log_odds
from bot.core.relate.relation import Effect, copied_from, effect_of
from bot.core.relate.vetoes import Veto, vetoed
from bot.core.relate.weighing import Candidate, Features, Incoming


@dataclass(frozen=True, slots=True)
class Hints:
    """What the rules say of a message beside one task: the first veto and anchor that hold, and what it would do to it."""

    veto: Veto | None
    anchor: Anchor | None
    effect: Effect


def hints_of(incoming: Incoming, candidate: Candidate, f: Features) -> Hints:
    """What the rules say of one pair."""
    return Hints(vetoed(f), anchored(f), effect_of(incoming, candidate, f))


def bearing_row(incoming: Incoming, bearing: Mapping[str, float]) -> Features:
    """The part of a row that is the same beside every task: what the words bear on, and the kind that was read."""
    return {f"b_{name}": log_odds(chance) for name, chance in bearing.items()} | {f"k_{incoming.kind}": 1.0}


def weighed_row(incoming: Incoming, candidate: Candidate, f: Features, hints: Hints, own: Features) -> Features:
    """The whole row of a pair; `own` is the message's `bearing_row`."""
    known = candidate.known
    row = f | own
    row[f"e_{hints.effect.relation}"] = 1.0
    if hints.veto:
        row["v"] = row[f"v_{hints.veto}"] = 1.0
    if hints.anchor:
        row["a"] = row[f"a_{hints.anchor}"] = 1.0
    row["copied"] = float(copied_from(incoming, candidate) is not None)
    row["n_sources"] = float(min(5, len(known.sources)))
    row["updated"] = float(any(s.relation is Relation.UPDATE for s in known.sources))
    row["cancelled"] = float(any(s.relation is Relation.CANCEL for s in known.sources))
    return row
