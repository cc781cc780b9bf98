"""Days that do not exist are asked about, not passed over."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.core.doubts import impossible_dates
from bot.core.models import Kind
from bot.core.times.impossible import impossible_days
from tests.core.reading import due

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


def test_a_day_said_to_be_a_slip_is_no_question() -> None:
    assert impossible_dates("昨天写的9月31日有误，以9月28日为准。", datetime(2026, 9, 22, 10), Kind.TASK) == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("更正：昨天发的《水井台账》交的日子写成了6月31号，6月哪来的31号，以6月26日为准，别的不变。", ["06-26"]),
        ("各村：药械清单报送日期以6月18日为准，前面写的6月31日有误。", ["06-18"]),
        ("更正：报表截止时间“6月31日”应为“6月30日”，请各单位按时报送。", ["06-30"]),
        ("刚才手误，6月没有31号，花名册6月30日17:00前报上来。", ["06-30 17:00"]),
        ("5月没有别的会，31号前把总结交上来。", ["05-31"]),
    ],
)
def test_the_day_that_stands_for_one_no_calendar_has_is_the_limit(text: str, days: list[str]) -> None:
    assert due(text, "2026-05-20 09:00") == days
