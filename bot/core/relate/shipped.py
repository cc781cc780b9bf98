"""The fitted judgements as they are shipped, read at their first use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bot.core.learned.trees import Model
from bot.core.relate.linear import Linear


@dataclass(frozen=True)
class Judgements:
    """What is fitted: what words bear on, whether a task is meant, what is done to it, whether two tasks ask the same.

    `link` judges messages of which the hour is known at which they were posted, `link_pasted` the others.
    """

    bearing: Linear
    link: Model
    link_pasted: Model
    effect: Linear
    overlap: Model


@cache
def shipped() -> Judgements:
    """The judgements that `tests/bench/fit_relate.py` wrote."""
    from bot.core.relate import bearing_weights, effect_weights, link_trees, overlap_trees, pasted_trees

    return Judgements(
        bearing=Linear.read(bearing_weights.CLASSES, bearing_weights.BIAS, bearing_weights.LINES),
        link=Model.read(link_trees.BIAS, link_trees.LINES),
        link_pasted=Model.read(pasted_trees.BIAS, pasted_trees.LINES),
        effect=Linear.read(effect_weights.CLASSES, effect_weights.BIAS, effect_weights.LINES),
        overlap=Model.read(overlap_trees.BIAS, overlap_trees.LINES),
    )
