"""A small neural network over named features: a hidden layer of rectified units beside a direct sum a class.

What a linear model cannot say, a hidden unit can: 前 beside 发群 is a limit, beside 还能卖 it is none. Several networks
fitted from other beginnings stand side by side as one with a wider hidden layer, whose mean errs less than each.
"""

from __future__ import annotations

import base64
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.learned.linear import Chances, Features, chances_of

_MIDDLE = 128
"""What a weight of 0 is kept as: a byte holds −128 … 127 lifted by it, so that sums never borrow."""
_LANE = 2
"""Bytes of a lane: so many as hold the sum of `_TOGETHER` bytes."""
_TOGETHER = 256
_STEP = 1000.0
"""Steps of a weight of the output layer are thousandths."""


@dataclass(frozen=True, slots=True)
class Network:
    """Classes, and for each feature its weight for every hidden unit and, behind these, directly for every class.

    The weights of a feature stand side by side in one integer, 16 bits each, so that one addition adds them all. A lane
    of `scales` says what a step of its weights is worth. `bias` has one value a lane, `output` one row of weights a
    hidden unit, one for every class.
    """

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    scales: tuple[float, ...]
    output: tuple[tuple[float, ...], ...]
    packed: Mapping[str, int]
    _lanes: struct.Struct = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_lanes", struct.Struct(f"<{len(self.scales)}H"))

    @classmethod
    def read(cls, classes: tuple[str, ...], bias: tuple[float, ...], scales: tuple[float, ...], output: tuple[tuple[int, ...], ...], names: str, weights: str) -> Network:
        """The network whose `names` are one feature a line and whose `weights` are their bytes in that order, in base 64."""
        raw = base64.b64decode(weights)
        lanes = bytearray(_LANE * len(raw))
        lanes[::_LANE] = raw
        width = _LANE * len(scales)
        packed = {name: int.from_bytes(lanes[at : at + width], "little") for name, at in zip(names.rstrip("\n").split("\n"), range(0, len(lanes), width), strict=True)}
        return cls(classes, bias, scales, tuple(tuple(weight / _STEP for weight in row) for row in output), packed)

    def chances(self, features: Features) -> Chances:
        """How likely each class is where exactly one of them holds; the chances add up to 1."""
        return chances_of(self.classes, self.sums(features))

    def sums(self, features: Features) -> list[float]:
        """The log-odds of each class, but for what is the same in all, in the order of `classes`; unknown features count nothing."""
        lanes = self._added(features)
        sums = lanes[len(self.output) :]
        for unit, row in zip(lanes, self.output, strict=False):
            if unit > 0:
                sums = [total + unit * weight for total, weight in zip(sums, row, strict=True)]
        return sums

    def said_by(self, name: str) -> list[float]:
        """What a feature by itself adds to the sums that nothing at all has; all 0 where it is unknown."""
        return [after - before for after, before in zip(self.sums([(1.0, (name,))]), self.sums([]), strict=True)]

    def _added(self, features: Features) -> list[float]:
        """What comes together in each lane, hidden units first."""
        totals: list[float] = [0.0] * len(self.scales)
        look_up, unpack, size = self.packed.get, self._lanes.unpack, self._lanes.size
        for loudness, names in features:
            known = list(filter(None, map(look_up, names)))
            for at in range(0, len(known), _TOGETHER):
                some = known[at : at + _TOGETHER]
                lifted = _MIDDLE * len(some)
                lanes = unpack(sum(some).to_bytes(size, "little"))
                totals = [total + (lane - lifted) * loudness for total, lane in zip(totals, lanes, strict=True)]
        return [bias + total * scale for bias, total, scale in zip(self.bias, totals, self.scales, strict=True)]
