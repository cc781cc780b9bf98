"""Facts about times typed into commands."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.typed_times import read_typed_time
from bot.core.workdays import default_calendar

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 9, 23, 9, 30, tzinfo=ZONE)  # a Wednesday


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZONE)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("typed", "limit"),
    [
        ("明天下午3点", at(2026, 9, 24, 15)),
        ("2h", at(2026, 9, 23, 11, 30)),
        ("30m", at(2026, 9, 23, 10)),
        ("1小时", at(2026, 9, 23, 10, 30)),
        ("半小时后", at(2026, 9, 23, 10)),
        ("下周一", at(2026, 9, 28, 18)),
        ("下周一上午9点", at(2026, 9, 28, 9)),
        ("next friday 5pm", at(2026, 10, 2, 17)),
        ("tomorrow noon", at(2026, 9, 24, 12)),
        ("by 24 Sept 17:30", at(2026, 9, 24, 17, 30)),
        ("9月24日17:30前", at(2026, 9, 24, 17, 30)),
        ("9.24", at(2026, 9, 24, 18)),
        ("9/24 17:30", at(2026, 9, 24, 17, 30)),
        ("今晚12点", at(2026, 9, 24, 0)),
        ("改到周五下班前", at(2026, 9, 25, 18)),
        ("３天后", at(2026, 9, 26, 18)),
        ("3个工作日", at(2026, 9, 29, 18)),
        ("17:30", at(2026, 9, 23, 17, 30)),
        ("下週三", at(2026, 9, 30, 18)),
        ("下周", at(2026, 9, 30, 18)),
        ("in 3 days", at(2026, 9, 26, 18)),
        ("国庆节前", at(2026, 9, 30, 18)),
    ],
)
def test_what_people_type_is_a_time_limit(typed: str, limit: datetime) -> None:
    assert read_typed_time(typed, NOW, default_calendar()) == limit


@pytest.mark.parametrize(
    ("typed", "speak_at"),
    [
        ("明早", at(2026, 9, 24, 8)),
        ("下周一", at(2026, 9, 28, 8)),
        ("今晚", at(2026, 9, 23, 18)),
        ("2h", at(2026, 9, 23, 11, 30)),
    ],
)
def test_a_reminder_speaks_at_the_beginning_of_what_was_typed(typed: str, speak_at: datetime) -> None:
    assert read_typed_time(typed, NOW, default_calendar(), begins=True) == speak_at


@pytest.mark.parametrize(
    "typed",
    [
        "2月30日",
        "25点",
        "25:00",
        "31 Feb",
        "9月31日下午3点",
        "王敏",
        "",
        "   ",
        "每周五",
        "改一下",
        "13月1日",
        "abc",
        "现在",
        "x" * 200,
        "第3条",
    ],
)
def test_what_cannot_be_is_none(typed: str) -> None:
    assert read_typed_time(typed, NOW, default_calendar()) is None


def test_other_languages_are_read_by_dateparser() -> None:
    assert read_typed_time("25 octobre 2026 15:00", NOW, default_calendar()) == at(2026, 10, 25, 15)
