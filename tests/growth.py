"""How cost grows with size, for tests that nothing explodes; how fast anything is, `tests/bench` measures."""

from __future__ import annotations

import time
from collections.abc import Callable

_LEAST = 0.02
"""Seconds below which the cost of a small text is not told from nothing."""
FEWER_THAN_SQUARED = 40.0
"""Ten times the text may cost so many times as much: far more than ten, for the machine may be busy, far less than a hundred."""


def growth(cost: Callable[[int], object], size: int) -> float:
    """How many times the processor's time `cost` takes for ten times `size` as for `size`, known to both."""

    def seconds(of: int) -> float:
        began = time.process_time()
        cost(of)
        return time.process_time() - began

    seconds(size)
    return seconds(10 * size) / max(seconds(size), _LEAST)
