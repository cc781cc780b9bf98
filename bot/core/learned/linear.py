"""A linear model: features with weights, one sum a class."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

_HUNDRED = 100.0
Chances = Mapping[str, float]
"""How likely each class is."""


@dataclass(frozen=True, slots=True)
class Linear:
    """Classes, their biases, and for each feature its weight for every class (hundredths of a log-odd)."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[int, ...]]

    @classmethod
    def read(cls, classes: tuple[str, ...], bias: tuple[float, ...], lines: str) -> Linear:
        """The model whose lines are the feature, a tab, and `weight weight …`."""
        weights = {}
        for line in lines.splitlines():
            feature, _, row = line.rpartition("\t")
            weights[feature] = tuple(map(int, row.split(" ")))
        return cls(classes, bias, weights)

    def sums(self, features: Mapping[str, float]) -> list[float]:
        """The weighted sum of each class, in the order of `classes`; unknown features count nothing."""
        totals = [each * _HUNDRED for each in self.bias]
        known = self.weights
        for name, value in features.items():
            row = known.get(name)
            if row:
                for i, weight in enumerate(row):
                    totals[i] += weight * value
        return [total / _HUNDRED for total in totals]

    def chances(self, features: Mapping[str, float]) -> Chances:
        """How likely each class is where exactly one of them holds; the chances add up to 1."""
        sums = self.sums(features)
        highest = max(sums)
        powers = [math.exp(each - highest) for each in sums]
        whole = sum(powers)
        return {name: power / whole for name, power in zip(self.classes, powers, strict=True)}

    def odds(self, features: Mapping[str, float]) -> Chances:
        """How likely each class is where any number of them may hold."""
        return {name: 1 / (1 + math.exp(-max(-30.0, min(30.0, each)))) for name, each in zip(self.classes, self.sums(features), strict=True)}
