"""A small sum of decision trees, fitted by `tests/bench/fit_relate.py` and kept as plain data."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Node = tuple[str, float, int, int] | float
"""Either a leaf's value, or (feature, threshold, node if at most, node if above)."""

Tree = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """The fitted judgement whether a task is meant: trees and bias."""

    link: tuple[Tree, ...]
    link_bias: float


def score(trees: Sequence[Tree], bias: float, features: Mapping[str, float]) -> float:
    """The probability that the trees give to a row of features; a feature that is not there counts as 0."""
    total = bias
    for tree in trees:
        node = tree[0]
        while isinstance(node, tuple):
            name, threshold, low, high = node
            node = tree[low if features.get(name, 0.0) <= threshold else high]
        total += node
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
