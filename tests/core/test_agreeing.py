"""Facts about dates of one text that share their fate: hours of a rhythm, first and last days, windows of a list."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.dates import find_dates
from bot.core.learned.agreeing import agreeing
from bot.core.normalise import normalise
from bot.core.roles import DateRole
from tests.core.reading import CALENDAR

SENT = datetime(2026, 10, 12, 8)


def likeliest(text: str, **told: tuple[DateRole, float]) -> dict[str, DateRole]:
    """The likeliest role of each date once those that mean the same agree; `told` has what each is likely, all else is neither."""
    verdicts = find_dates(normalise(text), SENT, CALENDAR).verdicts()
    chances = []
    for verdict in verdicts:
        role, chance = told.get(verdict.mention.time.said, (DateRole.NEITHER, 1.0))
        chances.append({each: chance if each is role else (1 - chance if each is DateRole.NEITHER and role is not DateRole.NEITHER else 0.0) for each in DateRole})
    return {v.mention.time.said: max(c, key=lambda role: c[role]) for v, c in zip(verdicts, agreeing(verdicts, chances), strict=True)}  # type: ignore[arg-type, return-value, call-overload]


def test_an_hour_without_a_day_is_that_of_the_rhythm_where_nothing_else_is_due() -> None:
    said = likeliest("材料往后一个月送两次：10日和25日。纸质的，上午11点半前送到收发台。", **{"一个月送两次": (DateRole.RECURRING, 0.9), "上午11点半前": (DateRole.DEADLINE, 0.8)})
    assert said["上午11点半前"] is DateRole.RECURRING


def test_an_hour_of_that_same_day_is_the_hour_of_the_rhythm() -> None:
    said = likeliest("频次：一周两次，定为星期二和星期五。时限：当日15时，平台到点自动关闭。", **{"一周两次": (DateRole.RECURRING, 0.9), "当日15时": (DateRole.DEADLINE, 0.8)})
    assert said["当日15时"] is DateRole.RECURRING


def test_the_day_of_a_monthly_rhythm_told_again_is_no_date_of_its_own() -> None:
    told = {"每月8日前": (DateRole.RECURRING, 0.9), "8日": (DateRole.DEADLINE, 0.8), "9日": (DateRole.DEADLINE, 0.8), "11月8日": (DateRole.DEADLINE, 0.8)}
    assert likeliest("每月8日前传照片，过了8日入口自己就关了。", **told)["8日"] is DateRole.RECURRING
    assert likeliest("每月8日前传照片，总结9日交。", **told)["9日"] is DateRole.DEADLINE
    assert likeliest("每月8日前传照片，总结11月8日交。", **told)["11月8日"] is DateRole.DEADLINE


def test_beside_a_day_that_is_due_the_hour_stays_a_limit() -> None:
    said = likeliest(
        "材料一个月送两次。这个月的10月20日送，上午11点半前送到收发台。",
        **{"一个月送两次": (DateRole.RECURRING, 0.9), "10月20日": (DateRole.DEADLINE, 0.9), "上午11点半前": (DateRole.DEADLINE, 0.8)},
    )
    assert said["上午11点半前"] is DateRole.DEADLINE


@pytest.mark.parametrize("text", ["第一期10月24日，最后一期12月17日，都在职工之家。", "10月24日头一回，12月17日末一回，别忘了。"])
def test_the_first_and_the_last_day_share_their_fate(text: str) -> None:
    assert set(likeliest(text, **{"10月24日": (DateRole.RECURRING, 0.9), "12月17日": (DateRole.EVENT, 0.5)}).values()) == {DateRole.RECURRING}


def test_the_windows_that_open_the_items_of_a_list_share_their_fate() -> None:
    text = "①10月12日—16日 库管员盘点\n②10月19日—23日 财务核对\n③10月26日—30日 差异整改"
    said = likeliest(text, **{"10月19日—23日": (DateRole.WINDOW, 0.9), "10月26日—30日": (DateRole.WINDOW, 0.9)})
    assert set(said.values()) == {DateRole.WINDOW}
