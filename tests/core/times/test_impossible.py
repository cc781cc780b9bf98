"""Days that do not exist are asked about, not passed over."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.core.doubts import impossible_dates
from bot.core.models import Kind
from bot.core.times.impossible import impossible_days

TODAY = date(2026, 9, 22)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("9月31日前报材料", "2026-09-30"),
        ("11月31号下班前交表", "2026-11-30"),
        ("四月三十一日前交", "2027-04-30"),
        ("2月30日前", "2027-02-28"),
        ("2月29日24时关闭", "2027-02-28"),
        ("2027年2月29日前", "2027-02-28"),
    ],
)
def test_a_day_that_does_not_exist_has_neighbours(text: str, before: str) -> None:
    assert [day.before.isoformat() for day in impossible_days(text, TODAY)] == [before]


@pytest.mark.parametrize("text", ["9月30日前", "12月31日", "2028年2月29日", "31日前", "一年12月365日", "第31日"])
def test_a_day_that_exists_is_no_question(text: str) -> None:
    assert impossible_days(text, TODAY) == []


def test_the_leap_day_is_right_when_it_lies_near() -> None:
    assert impossible_days("2月29日24时关闭", date(2024, 2, 21)) == []


def test_the_question_offers_both_neighbours() -> None:
    (doubt,) = impossible_dates("请9月31日前报。", datetime(2026, 9, 22, 10), Kind.TASK)
    assert (doubt.about, doubt.options, doubt.said) == ("deadline", ("2026-09-30", "2026-10-01"), "9月31日前")
