"""A small sum of decision trees, fitted by the scripts of `tests/bench/` and kept as plain text."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

Node = tuple[str, float, int, int] | float
"""Either a leaf's value, or (feature, threshold, node if at most, node if above)."""

Tree = tuple[Node, ...]


_FIRST, _HOPELESS = 100, -3.5
"""A sum below this after so many trees is not worth the others: of 20,000 none of those came above -3, a chance of 0.05."""


@dataclass(frozen=True)
class Model:
    """A fitted yes-or-no judgement: trees and bias."""

    trees: tuple[Tree, ...]
    bias: float

    @classmethod
    def read(cls, bias: float, lines: str) -> Model:
        """The model whose lines are one tree each: its nodes with `|` between, a leaf's value or feature, threshold, low, high."""
        return cls(tuple(tuple(map(_node, line.split("|"))) for line in lines.splitlines()), bias)

    def written(self) -> str:
        """The trees as `read` reads them."""
        return "\n".join("|".join(" ".join(map(str, n)) if isinstance(n, tuple) else str(n) for n in tree) for tree in self.trees)

    def chance(self, features: Mapping[str, float]) -> float:
        """The probability that the trees give to a row of features; one that a tree asks for and is not there is 0.

        Where the first trees leave no hope it is theirs alone: small, and not the exact one.
        """
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self._promising_sum(features)))))

    def total(self, features: Mapping[str, float]) -> float:
        """The sum that the trees give to a row of features, a log-odd."""
        return self._whole_sum(features)

    @cached_property
    def _whole_sum(self) -> Callable[[Mapping[str, float]], float]:
        return _compiled(self.trees, self.bias, len(self.trees))

    @cached_property
    def _promising_sum(self) -> Callable[[Mapping[str, float]], float]:
        return _compiled(self.trees, self.bias, _FIRST)


class Jury(dict[str, Model]):
    """Several judgements of the same rows by name; each feature is looked up once for all of them."""

    def totals(self, features: Mapping[str, float]) -> dict[str, float]:
        """The sum that each model's trees give to a row of features, a log-odd."""
        return dict(zip(self, self._sums(features), strict=True))

    @cached_property
    def _sums(self) -> Callable[[Mapping[str, float]], tuple[float, ...]]:
        local, lines = _looked_up(tree for model in self.values() for tree in model.trees)
        for place, model in enumerate(self.values()):
            lines += [f" total{place} = {model.bias!r}", *(f" total{place} += {_expression(tree, 0, local)}" for tree in model.trees)]
        lines.append(f" return ({''.join(f'total{place}, ' for place in range(len(self)))})")
        made: dict[str, Callable[[Mapping[str, float]], tuple[float, ...]]] = {}
        exec("\n".join(lines), made)
        return made["total"]


def _node(said: str) -> Node:
    parts = said.split(" ")
    return float(parts[0]) if len(parts) == 1 else (parts[0], float(parts[1]), int(parts[2]), int(parts[3]))


def _compiled(trees: Sequence[Tree], bias: float, first: int) -> Callable[[Mapping[str, float]], float]:
    """The sum of bias and trees as a Python function, made as dataclasses make theirs; it may end after the first ones.

    Every message asks it some twenty times; walking from node to node takes several times as long.
    """
    local, lines = _looked_up(trees)
    lines += [
        f" total = {bias!r}",
        *(f" total += {_expression(tree, 0, local)}" for tree in trees[:first]),
        *([f" if total < {_HOPELESS!r}: return total"] if trees[first:] else []),
        *(f" total += {_expression(tree, 0, local)}" for tree in trees[first:]),
        " return total",
    ]
    made: dict[str, Callable[[Mapping[str, float]], float]] = {}
    exec("\n".join(lines), made)
    return made["total"]


def _looked_up(trees: Iterable[Tree]) -> tuple[dict[str, str], list[str]]:
    """The variable of each feature the trees ask for, and the lines of a function that looks them up."""
    features = dict.fromkeys(node[0] for tree in trees for node in tree if isinstance(node, tuple))
    local = {name: f"f{place}" for place, name in enumerate(features)}
    return local, ["def total(features):", " of = features.get", *(f" {variable} = of({name!r}, 0.0)" for name, variable in local.items())]


def _expression(tree: Tree, place: int, local: Mapping[str, str]) -> str:
    node = tree[place]
    if not isinstance(node, tuple):
        return repr(node)
    name, threshold, low, high = node
    return f"({_expression(tree, low, local)} if {local[name]} <= {threshold!r} else {_expression(tree, high, local)})"
