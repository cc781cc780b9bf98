"""Texts made to hurt cost in proportion to their length, counted in instructions, so that a busy machine changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.bench.hostile_texts import TEXTS, growth


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.__name__)
def test_eight_times_a_hostile_text_takes_little_more_than_eight_times_the_instructions(text: Callable[[int], str]) -> None:
    assert growth(text, 25, 8) < 10
