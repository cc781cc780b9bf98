"""The networks that weigh what a text is and what a date is for say what their weights say by plain arithmetic."""

from __future__ import annotations

import base64
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.learned.network import Network

CLASSES = ("deadline", "neither")
SCALES, BIAS, OUTPUT = (0.5, 0.25, 0.125, 1.0), (0.5, -1.0, 0.0, 0.25), ((2000, -1500), (-500, 250))
ROWS = {"前": (10, -20, 4, -1), "发群": (-3, 60, 0, 2), "还能卖": (-128, 127, -7, 3)}


def network(rows: dict[str, tuple[int, ...]]) -> Network:
    """The network as its module keeps it: a line a name, a byte a weight."""
    weights = base64.b64encode(bytes(128 + weight for row in rows.values() for weight in row)).decode()
    return Network.read(CLASSES, BIAS, SCALES, OUTPUT, "\n".join([*rows, ""]), weights)


def plainly(rows: dict[str, tuple[int, ...]], features: list[tuple[float, list[str]]]) -> list[float]:
    """The same sums, one weight after the other."""
    lanes = list(BIAS)
    for loudness, names in features:
        for name in names:
            for lane, weight in enumerate(rows.get(name, (0,) * len(lanes))):
                lanes[lane] += loudness * weight * SCALES[lane]
    hidden = [max(unit, 0.0) for unit in lanes[:2]]
    return [lanes[2 + c] + sum(unit * row[c] / 1000 for unit, row in zip(hidden, OUTPUT, strict=True)) for c in range(2)]


@given(st.lists(st.tuples(st.floats(0, 4), st.lists(st.sampled_from([*ROWS, "没见过"]), max_size=9)), max_size=5))
def test_the_sums_are_those_of_plain_arithmetic(features: list[tuple[float, list[str]]]) -> None:
    assert network(ROWS).sums(features) == pytest.approx(plainly(ROWS, features), abs=1e-6)


@given(st.lists(st.tuples(st.floats(0, 4), st.lists(st.sampled_from([*ROWS]), max_size=9)), max_size=5))
def test_the_chances_add_up_to_one_and_the_higher_sum_is_the_likelier_class(features: list[tuple[float, list[str]]]) -> None:
    chances, sums = network(ROWS).chances(features), network(ROWS).sums(features)
    assert math.isclose(sum(chances.values()), 1.0)
    assert (chances["deadline"] > chances["neither"]) == (sums[0] > sums[1]) or math.isclose(*sums)


def test_more_features_than_a_lane_can_hold_at_once_are_added_up_all_the_same() -> None:
    many = {f"{place}": (127, -128, 127, -128) for place in range(1000)}
    features = [(1.0, list(many))]
    assert network(many).sums(features) == pytest.approx(plainly(many, features))


def test_what_a_feature_says_by_itself_is_what_it_adds_to_nothing() -> None:
    whole = network(ROWS)
    for name in ROWS:
        with_it, without = whole.sums([(1.0, [name])]), whole.sums([])
        assert whole.said_by(name) == pytest.approx([a - b for a, b in zip(with_it, without, strict=True)])
    assert whole.said_by("没见过") == [0.0, 0.0]
