"""What is compared: the message to be placed, a task that could be meant, and how telling a 2-gram is."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from bot.core.models import Kind, KnownTask, Notice
from bot.core.relate.traits import Moment, Traits
from bot.core.relate.views import Current, TaskView


@dataclass(frozen=True, slots=True)
class Incoming:
    """The message to be placed, with the moments it asks for and every instant that it names.

    `hour_known` is whether its time is when it was posted, and not only when somebody pasted it.
    """

    traits: Traits
    notice: Notice
    moments: frozenset[Moment]
    dates: frozenset[Moment]
    kind: Kind
    hour_known: bool = True


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known task that could be meant."""

    known: KnownTask
    view: TaskView
    current: Current


Features = dict[str, float]

class Weights(dict[str, float]):
    """How telling a 2-gram is among the candidates and the other known tasks: smoothed inverse document frequency."""

    def __init__(self, frequency: Callable[[str], int], total: int) -> None:
        super().__init__()
        self._frequency = frequency
        self._total = max(total, 1)

    def __missing__(self, gram: str) -> float:
        weight = self[gram] = math.log(1 + (self._total + 3) / (self._frequency(gram) + 0.7))
        return weight

    def sum(self, grams: frozenset[str]) -> float:
        """The weight of a set of 2-grams."""
        return sum(map(self.__getitem__, grams))
