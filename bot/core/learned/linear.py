"""A linear model: features with weights, one sum a class."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Chances = Mapping[str, float]
"""How likely each class is."""

Features = Sequence[tuple[float, Iterable[str]]]
"""What is seen: groups of names, all names of a group equally loud."""

_HUNDRED = 100.0
_LANE = 32
_HALF = 1 << (_LANE - 1)


def chances_of(classes: Sequence[str], sums: Sequence[float]) -> Chances:
    """How likely each class is whose log-odds, but for what is the same in all, are these; the chances add up to 1."""
    highest = max(sums)
    powers = [math.exp(each - highest) for each in sums]
    whole = sum(powers)
    return {name: power / whole for name, power in zip(classes, powers, strict=True)}


@dataclass(frozen=True, slots=True)
class Linear:
    """Classes, their biases, and for each feature its weight for every class (hundredths of a log-odd).

    The weights of a feature stand side by side in one integer, 32 bits each, so that one addition adds them all:
    adding up is most of what reading a message costs.
    """

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    packed: Mapping[str, int]
    _lanes: struct.Struct = field(init=False, repr=False, compare=False)
    _lifted: int = field(init=False, repr=False, compare=False)
    """Half of what a lane holds, in every lane: added to a sum it leaves no lane below 0."""

    def __post_init__(self) -> None:
        count = len(self.classes)
        object.__setattr__(self, "_lanes", struct.Struct(f"<{count}I"))
        object.__setattr__(self, "_lifted", sum(_HALF << _LANE * i for i in range(count)))

    @classmethod
    def of(cls, classes: tuple[str, ...], bias: tuple[float, ...], weights: Mapping[str, Sequence[int]]) -> Linear:
        """The model of these weights, in the order of the classes."""
        return cls(classes, bias, {name: sum(w << _LANE * i for i, w in enumerate(row)) for name, row in weights.items()})

    @classmethod
    def read(cls, classes: tuple[str, ...], bias: tuple[float, ...], lines: str) -> Linear:
        """The model whose lines are the feature, a tab, and `weight weight …`."""
        lanes = [_LANE * i for i in range(len(classes))]
        packed = {}
        for line in lines.splitlines():
            feature, _, row = line.rpartition("\t")
            packed[feature] = sum([int(weight) << lane for weight, lane in zip(row.split(" "), lanes, strict=True) if weight != "0"])
        return cls(classes, bias, packed)

    def weights_of(self, name: str) -> tuple[int, ...]:
        """The weight of one feature for every class; all 0 where it is not known."""
        return self.apart(self.packed.get(name, 0))

    def weight_of(self, name: str, at: int) -> int:
        """The weight of one feature for the class at this place; 0 where it is not known."""
        return (self.packed.get(name, 0) + self._lifted >> _LANE * at & (1 << _LANE) - 1) - _HALF

    def apart(self, packed: int) -> tuple[int, ...]:
        """The weights that stand side by side in one integer, in the order of `classes`."""
        lanes = self._lanes.unpack((packed + self._lifted).to_bytes(self._lanes.size, "little"))
        return tuple([lane - _HALF for lane in lanes])

    def sums(self, features: Features) -> list[float]:
        """The weighted sum of each class, in the order of `classes`; unknown features count nothing."""
        totals = list(self.bias)
        look_up, unpack, lifted, size = self.packed.get, self._lanes.unpack, self._lifted, self._lanes.size
        for loudness, names in features:
            together = sum(filter(None, map(look_up, names)))
            if together:
                lanes = unpack((together + lifted).to_bytes(size, "little"))
                totals = [total + (lane - _HALF) * loudness / _HUNDRED for total, lane in zip(totals, lanes, strict=True)]
        return totals

    def chances(self, features: Features) -> Chances:
        """How likely each class is where exactly one of them holds; the chances add up to 1."""
        return chances_of(self.classes, self.sums(features))
