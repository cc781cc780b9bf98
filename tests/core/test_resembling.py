"""Groups that say the same, found exactly and cheaply."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from bot.core.resembling import FEWEST, alike_groups


def test_a_group_most_of_whose_notices_another_had_is_named_with_its_share() -> None:
    seen = {f"t{n}": (1, 2) for n in range(9)}
    [one] = alike_groups({1: 40, 2: 11}, seen)
    assert (one.small, one.large, one.shared, one.total) == (2, 1, 9, 11)
    assert round(one.share, 2) == 0.82 and len(one.examples) == 3


def test_of_two_groups_with_the_same_notices_only_one_is_proposed() -> None:
    assert len(alike_groups({1: 9, 2: 9}, {f"t{n}": (1, 2) for n in range(9)})) == 1


def test_a_group_with_few_notices_is_not_judged() -> None:
    assert alike_groups({1: 40, 2: 4}, {f"t{n}": (1, 2) for n in range(4)}) == []


@given(st.lists(st.frozensets(st.integers(1, 6), min_size=1, max_size=5), max_size=40))
def test_no_pair_above_the_share_is_overlooked(each: list[frozenset[int]]) -> None:
    totals = Counter(group for groups in each for group in groups)
    seen = {f"t{n}": tuple(sorted(groups)) for n, groups in enumerate(each) if len(groups) > 1}
    named = {one.small: one for one in alike_groups(totals, seen)}
    for a, b in permutations(totals, 2):
        both = sum(a in groups and b in groups for groups in each)
        larger = (totals[b], -b) > (totals[a], -a)
        if larger and totals[a] >= FEWEST and both >= 0.6 * totals[a]:
            assert a in named and named[a].shared >= both
    for one in named.values():
        assert one.shared == sum(one.small in groups and one.large in groups for groups in each)
