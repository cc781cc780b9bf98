"""From rows of named features to a shipped network; needs scipy (extra `fit`).

scikit-learn's MLPClassifier knows neither the direct sums nor the dropping of features, without which so few texts are
learned by heart (role of a date, unread texts: F1 of what is due 0.90 without, 0.92 with them).
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_matrix

from bot.core.learned.linear import Chances, Features


@dataclass(frozen=True)
class Plan:
    """How a network is fitted: hidden units of each of so many networks, rounds over the rows, step, share of features dropped."""

    units: int = 32
    networks: int = 2
    rounds: int = 4
    step: float = 0.05
    dropped: float = 0.3
    least: int = 12
    batch: int = 128


_UNITS_DROPPED, _BEGIN = 0.3, 0.05
_MEAN_OF, _EACH = 3, 25
"""How many of the last rounds are averaged, and after how many steps each time."""


@dataclass
class Fitted:
    """A network in floating point: weights of features (features × lanes), biases of lanes, output (hidden × classes)."""

    classes: tuple[str, ...]
    names: list[str]
    weights: np.ndarray
    bias: np.ndarray
    output: np.ndarray

    def chances(self, rows: Sequence[Features]) -> list[Chances]:
        """How likely each class is for every row."""
        if not rows:
            return []
        lanes = matrix(rows, self._places) @ self.weights + self.bias
        hidden = len(self.output)
        sums = np.maximum(lanes[:, :hidden], 0) @ self.output + lanes[:, hidden:]
        return [dict(zip(self.classes, map(float, row), strict=True)) for row in _softmax(sums)]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: at for at, name in enumerate(self.names)}

    def written(self, what: str) -> str:
        """The module that `Network.read` reads, headed by `what` it is, every weight in one byte."""
        scales = np.abs(self.weights).max(axis=0) / 127
        steps = np.rint(self.weights / scales).astype(int) + 128
        packed = base64.b64encode(steps.astype(np.uint8).tobytes()).decode()
        names = "\n".join(name.replace("\\", "\\\\").replace('"', '\\"') for name in self.names)
        lines = [f'"""{what}, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""', ""]
        lines += [f"CLASSES = {self.classes!r}".replace("'", '"'), f"BIAS = {tuple(round(float(b), 4) for b in self.bias)}"]
        lines += [f"SCALES = {tuple(float(f'{s:.4g}') for s in scales)}"]
        lines += [f"OUTPUT = {tuple(tuple(int(w) for w in row) for row in np.rint(self.output * 1000))}"]
        lines += [f'NAMES = """\\\n{names}\n"""', 'WEIGHTS = """\\']
        return "\n".join([*lines, *(packed[at : at + 160] for at in range(0, len(packed), 160)), '"""', ""])


def matrix(rows: Sequence[Features], places: dict[str, int]) -> csr_matrix:
    """Rows as a sparse matrix over known features."""
    begins, columns, values = [0], list[int](), list[float]()
    for row in rows:
        for loudness, names in row:
            known = [places[name] for name in names if name in places]
            columns += known
            values += [loudness] * len(known)
        begins.append(len(columns))
    table = csr_matrix((np.array(values, np.float32), np.array(columns, np.int32), np.array(begins)), shape=(len(rows), len(places)))
    table.sum_duplicates()
    return table


def fit_network(rows: Sequence[Features], answers: Sequence[str], classes: tuple[str, ...], plan: Plan, trusted: Sequence[float]) -> Fitted:
    """Several networks from different beginnings, side by side as one that says their mean."""
    counted = Counter(name for row in rows for _, names in row for name in names)
    names = sorted(name for name, count in counted.items() if count >= plan.least and name.isprintable())
    table = matrix(rows, {name: at for at, name in enumerate(names)})
    right, weight = np.array([classes.index(each) for each in answers]), np.array(trusted, np.float32)
    parts = [_fit_one(table, right, len(classes), weight, plan, seed) for seed in range(plan.networks)]
    count = len(parts)
    hidden = np.hstack([weights[:, : plan.units] for weights, _, _ in parts])
    direct = sum(weights[:, plan.units :] for weights, _, _ in parts) / count
    bias = np.concatenate([*(b[: plan.units] for _, b, _ in parts), sum(b[plan.units :] for _, b, _ in parts) / count])
    return Fitted(classes, names, np.hstack([hidden, direct]), bias, np.vstack([output for _, _, output in parts]) / count)


def _fit_one(table: csr_matrix, right: np.ndarray, classes: int, trusted: np.ndarray, plan: Plan, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Adagrad over the cross entropy, features and hidden units dropped at random; the mean of what the last rounds went through.

    Where the steps end by chance moves the share of dates taken for limits by a tenth; their mean does not.
    """
    chance = np.random.default_rng(seed)
    count, units = table.shape[1], plan.units
    weights = np.hstack([chance.standard_normal((count, units)) * _BEGIN, np.zeros((count, classes))]).astype(np.float32)
    bias = np.zeros(units + classes, np.float32)
    output = (chance.standard_normal((units, classes)) / np.sqrt(units)).astype(np.float32)
    seen_hidden, seen_direct = np.full(count, 1e-4, np.float32), np.full(count, 1e-4, np.float32)
    seen_bias, seen_output = np.full(bias.shape, 1e-4, np.float32), np.full(output.shape, 1e-4, np.float32)
    mean, samples = [np.zeros_like(each) for each in (weights, bias, output)], 0
    for turn in range(plan.rounds):
        order = chance.permutation(len(right))
        for at in range(0, len(order), plan.batch):
            some = order[at : at + plan.batch]
            rows = table[some].copy()
            rows.data *= (chance.random(rows.nnz) > plan.dropped).astype(np.float32) / (1 - plan.dropped)
            heard = (chance.random((len(some), units)) > _UNITS_DROPPED).astype(np.float32) / (1 - _UNITS_DROPPED)
            lanes = rows @ weights + bias
            active = (lanes[:, :units] > 0) * heard
            hidden = lanes[:, :units] * active
            wrong = _softmax(hidden @ output + lanes[:, units:])
            wrong[np.arange(len(some)), right[some]] -= 1
            wrong *= trusted[some][:, None] / len(some)
            of_output = hidden.T @ wrong
            of_lanes = np.hstack([(wrong @ output.T) * active, wrong])
            of_bias = of_lanes.sum(axis=0)
            columns = np.unique(rows.indices)
            of_weights = rows[:, columns].T @ of_lanes
            seen_hidden[columns] += (of_weights[:, :units] ** 2).mean(axis=1)
            seen_direct[columns] += (of_weights[:, units:] ** 2).mean(axis=1)
            weights[columns, :units] -= plan.step * of_weights[:, :units] / np.sqrt(seen_hidden[columns])[:, None]
            weights[columns, units:] -= plan.step * of_weights[:, units:] / np.sqrt(seen_direct[columns])[:, None]
            seen_bias += of_bias**2
            bias -= plan.step * of_bias / np.sqrt(seen_bias)
            seen_output += of_output**2
            output -= plan.step * of_output / np.sqrt(seen_output)
            if turn >= plan.rounds - _MEAN_OF and at // plan.batch % _EACH == 0:
                for total, each in zip(mean, (weights, bias, output), strict=True):
                    total += each
                samples += 1
    return mean[0] / samples, mean[1] / samples, mean[2] / samples


def _softmax(sums: np.ndarray) -> np.ndarray:
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
