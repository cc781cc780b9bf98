"""A linear model over a row of named values, one sum a class (that of `bot.core.learned` weighs names alone)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Linear:
    """Classes, their biases, and for each feature its weight for every class (hundredths of a log-odd)."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[int, ...]]

    @classmethod
    def read(cls, classes: tuple[str, ...], bias: tuple[float, ...], lines: str) -> Linear:
        """The model whose lines are the feature (any characters but a line's end), a tab, and `weight weight …`."""
        pairs = (line.rsplit("\t", 1) for line in lines.strip("\n").split("\n"))
        return cls(classes, bias, {feature: tuple(map(int, row.split(" "))) for feature, row in pairs})

    def chances(self, features: Mapping[str, float]) -> dict[str, float]:
        """How likely each class is; the chances add up to 1, and unknown features count nothing."""
        sums = [100 * each for each in self.bias]
        known = self.weights
        for name, value in features.items():
            row = known.get(name)
            if row and value:
                for i, weight in enumerate(row):
                    sums[i] += weight * value
        highest = max(sums)
        powers = [math.exp((each - highest) / 100) for each in sums]
        whole = sum(powers)
        return {name: power / whole for name, power in zip(self.classes, powers, strict=True)}
