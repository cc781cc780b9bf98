"""Fit a small sum of shallow trees to 0/1 answers, in plain Python: gradient boosting with directions kept."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.core.relate.trees import Node, Tree


@dataclass(frozen=True)
class Plan:
    """How much to fit: few shallow trees, each on a part of the rows and features."""

    trees: int = 90
    depth: int = 3
    rate: float = 0.12
    least: float = 6.0
    ridge: float = 3.0
    rows: float = 0.75
    features: float = 0.6
    bins: int = 16
    seed: int = 7


class Rows:
    """Rows of features cut into bins."""

    def __init__(self, rows: Sequence[Mapping[str, float]], names: Sequence[str], bins: int) -> None:
        self.names = list(names)
        self.cuts: list[list[float]] = []
        self.columns: list[list[int]] = []
        for name in names:
            values = [row.get(name, 0.0) for row in rows]
            cuts = _cuts(values, bins)
            self.cuts.append(cuts)
            self.columns.append([sum(v > c for c in cuts) for v in values])


def _cuts(values: Sequence[float], bins: int) -> list[float]:
    distinct = sorted(set(values))
    middles = [(a + b) / 2 for a, b in pairwise(distinct)]
    if len(middles) <= bins:
        return [round(m, 4) for m in middles]
    ordered = sorted(values)
    picked = {round(ordered[len(ordered) * i // (bins + 1)], 4) for i in range(1, bins + 1)}
    return sorted(picked)


PLAN = Plan()


def fit(
    rows: Sequence[Mapping[str, float]],
    answers: Sequence[int],
    directions: Mapping[str, int],
    plan: Plan = PLAN,
) -> tuple[tuple[Tree, ...], float]:
    """Trees and bias; `directions` names the features to use and whether the answer may only rise (1) or fall (-1)."""
    names = sorted(directions)
    table = Rows(rows, names, plan.bins)
    share = min(max(sum(answers) / max(len(answers), 1), 1e-3), 1 - 1e-3)
    bias = math.log(share / (1 - share))
    scores = [bias] * len(rows)
    chance = random.Random(plan.seed)
    trees: list[Tree] = []
    for _ in range(plan.trees):
        odds = [1 / (1 + math.exp(-s)) for s in scores]
        gradient = [a - p for a, p in zip(answers, odds, strict=True)]
        hessian = [max(p * (1 - p), 1e-6) for p in odds]
        taken = [i for i in range(len(rows)) if chance.random() < plan.rows]
        columns = chance.sample(range(len(names)), max(1, round(len(names) * plan.features)))
        nodes: list[Node] = []
        _grow(nodes, table, directions, gradient, hessian, taken, columns, plan, plan.depth, (-4.0, 4.0))
        tree = tuple(nodes)
        trees.append(tree)
        for i in range(len(rows)):
            scores[i] += _leaf(tree, table, i)
    return tuple(trees), round(bias, 4)


def _leaf(tree: Tree, table: Rows, row: int) -> float:
    node = tree[0]
    while isinstance(node, tuple):
        name, threshold, low, high = node
        column = table.names.index(name)
        limit = table.cuts[column].index(threshold)
        node = tree[low if table.columns[column][row] <= limit else high]
    return node


def _grow(
    nodes: list[Node],
    table: Rows,
    directions: Mapping[str, int],
    gradient: Sequence[float],
    hessian: Sequence[float],
    taken: Sequence[int],
    columns: Sequence[int],
    plan: Plan,
    depth: int,
    bounds: tuple[float, float],
) -> int:
    """Append a node and what is under it; its place in `nodes` is given back."""
    here = len(nodes)
    g, h = sum(gradient[i] for i in taken), sum(hessian[i] for i in taken)
    value = min(max(g / (h + plan.ridge), bounds[0]), bounds[1])
    nodes.append(round(value * plan.rate, 5))
    split = _best_split(table, directions, gradient, hessian, taken, columns, plan, bounds) if depth else None
    if split is None:
        return here
    column, limit = split
    low = [i for i in taken if table.columns[column][i] <= limit]
    high = [i for i in taken if table.columns[column][i] > limit]
    below, above = _child_bounds(directions[table.names[column]], gradient, hessian, low, high, plan, bounds)
    at_low = _grow(nodes, table, directions, gradient, hessian, low, columns, plan, depth - 1, below)
    at_high = _grow(nodes, table, directions, gradient, hessian, high, columns, plan, depth - 1, above)
    nodes[here] = (table.names[column], table.cuts[column][limit], at_low, at_high)
    return here


def _child_bounds(
    direction: int,
    gradient: Sequence[float],
    hessian: Sequence[float],
    low: Sequence[int],
    high: Sequence[int],
    plan: Plan,
    bounds: tuple[float, float],
) -> tuple[tuple[float, float], tuple[float, float]]:
    if not direction:
        return bounds, bounds
    values = [sum(gradient[i] for i in part) / (sum(hessian[i] for i in part) + plan.ridge) for part in (low, high)]
    middle = min(max(sum(values) / 2, bounds[0]), bounds[1])
    lower, upper = (bounds[0], middle), (middle, bounds[1])
    return (lower, upper) if direction > 0 else (upper, lower)


def _best_split(
    table: Rows,
    directions: Mapping[str, int],
    gradient: Sequence[float],
    hessian: Sequence[float],
    taken: Sequence[int],
    columns: Sequence[int],
    plan: Plan,
    bounds: tuple[float, float],
) -> tuple[int, int] | None:
    best, found = 1e-3, None
    g_all, h_all = sum(gradient[i] for i in taken), sum(hessian[i] for i in taken)
    base = g_all * g_all / (h_all + plan.ridge)
    for column in columns:
        bins = table.columns[column]
        size = len(table.cuts[column])
        if not size:
            continue
        gs, hs, ns = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
        for i in taken:
            b = bins[i]
            gs[b] += gradient[i]
            hs[b] += hessian[i]
            ns[b] += 1
        g = h = 0.0
        n = 0
        direction = directions[table.names[column]]
        for limit in range(size):
            g, h, n = g + gs[limit], h + hs[limit], n + ns[limit]
            if n < plan.least or len(taken) - n < plan.least:
                continue
            low, high = g / (h + plan.ridge), (g_all - g) / (h_all - h + plan.ridge)
            if direction and (high - low) * direction < 0:
                continue
            gain = g * g / (h + plan.ridge) + (g_all - g) ** 2 / (h_all - h + plan.ridge) - base
            if gain > best:
                best, found = gain, (column, limit)
    return found
