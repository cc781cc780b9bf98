"""Groups that say the same: how much of one group's notices another had already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

ALIKE = 0.6
"""From which share of its notices on a group is proposed to be merged into another."""

FEWEST = 5
"""A group with fewer notices says nothing about its habits."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Of `total` notices in group `small`, `shared` were in group `large` too, so many of them `tasks`.

    `examples` are some of them.
    """

    small: int
    large: int
    shared: int
    total: int
    examples: tuple[str, ...] = ()
    tasks: int = 0

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.shared / self.total


def alike_groups(totals: Mapping[int, int], seen: Mapping[str, Sequence[int]], share: float = ALIKE) -> list[Likeness]:
    """Every group with the larger one that had most of its notices, where that is at least `share` of them; most first.

    Of two groups with as many notices the one known longer counts as the larger. Exact, and cheap with many
    groups: a partner must have one of the few rarest notices of a group, so only those few are looked up.
    """
    notices: dict[int, list[str]] = defaultdict(list)
    for name in sorted(seen, key=lambda each: (len(seen[each]), each)):
        for group in seen[name]:
            notices[group].append(name)
    sets = {group: frozenset(names) for group, names in notices.items()}
    found = []
    for group, names in notices.items():
        total = totals.get(group, 0)
        needed = ceil(share * total - 1e-9)
        if total < FEWEST or len(names) < needed:
            continue
        rare = names[: len(names) - needed + 1]
        near = {other for name in rare for other in seen[name] if (totals[other], -other) > (total, -group)}
        shared, _, minus = max(
            ((len(sets[group] & sets[other]), totals[other], -other) for other in near), default=(0, 0, 0)
        )
        if shared < needed:
            continue
        other = -minus
        both = sorted(sets[group] & sets[other], key=lambda each: (each[0] != "t", len(seen[each]), each))
        tasks = sum(name[0] == "t" for name in both)
        found.append(Likeness(group, other, shared, total, tuple(both[:3]), tasks))
    return sorted(found, key=lambda each: (-each.share, -each.shared, each.small))
