"""Talk in which a limit is asked for and given, offered and agreed on, or denied and put right."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.answered import turns_of
from bot.core.models import Kind, Message
from bot.core.understand import understand, understand_as
from bot.core.workdays import default_calendar

_SENT = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def due(text: str) -> list[str]:
    """The days due in a text that is known to ask for something."""
    return [d.date.isoformat()[5:] for d in understand_as(Message("m", _SENT, text), Kind.TASK, default_calendar()).deadlines]


@pytest.mark.parametrize(
    "text",
    [
        "网格员小秦：井盖排查这个事别忘了\n5-101：最晚哪天？\n网格员小秦：3月9日",
        "老秦 08:01\n大家把井盖查一遍\n老方 08:03\n什么时候要\n老秦 08:04\n3月9日",
        "老秦：请各户把井盖查一遍\n老方：3月9日行吗\n老秦：行",
        "老秦：大家把井盖查一遍\n老方：今天就要吗\n老秦：不用，3月9日就行",
        "老秦：大家把井盖查一遍\n老方：月底行不\n老秦：月底太晚，3月9日",
        "老秦：大家把井盖查一遍\n老秦：时间3月9日\n老方：好的",
        "老方：主任，井盖排查到哪天？\n老秦：到3月9日，大家都抓紧",
    ],
)
def test_the_day_that_talk_agrees_on_is_due_alone(text: str) -> None:
    assert due(text) == ["03-09"]


@pytest.mark.parametrize(
    "text",
    [
        "老方：快递什么时候到\n老秦：3月9日",
        "老方：周末去钓鱼不\n老秦：周六行吗\n老方：行",
        "老方：你那房子什么时候交房\n老秦：3月9日",
    ],
)
def test_talk_of_other_matters_stays_chatter(text: str) -> None:
    assert understand(Message("m", _SENT, text), default_calendar()).kind is Kind.CHATTER


def test_lines_of_a_notice_are_no_talk() -> None:
    assert turns_of("时间：3月9日\n地点：镇文化站\n时间：3月10日", ()) == ()
