"""A title keeps no time that moved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.title_times import retitled
from tests.factories import deadline, event, notice


@pytest.mark.parametrize(
    ("title", "said", "left"),
    [
        ("周五上午9点的网格员例会", "周五上午9点", "网格员例会"),
        ("28日前报耕地核实表", "28日", "报耕地核实表"),
        ("Budget talk on Friday", "Friday", "Budget talk"),
        ("12月值班表", "28日", "12月值班表"),
        ("28日会", "28日", "28日会"),
    ],
)
def test_a_time_that_moved_falls_out_of_the_title(title: str, said: str, left: str) -> None:
    before = notice(title, deadlines=(replace(deadline(28), said=said),))
    assert retitled(before, replace(before, deadlines=(deadline(30),))).title == left


def test_a_time_that_still_holds_stays() -> None:
    before = notice("周五网格会", deadlines=(), events=(replace(event(25), said="周五"),))
    assert retitled(before, replace(before, deadlines=(deadline(24),))).title == "周五网格会"
