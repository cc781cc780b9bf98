"""Facts about who acts on a date, as classes of words."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.agents import agents
from bot.core.dates import find_dates
from bot.core.normalise import normalise
from tests.core.reading import CALENDAR, SENT


def of_last_date(text: str) -> set[str]:
    """What the words around the last date of a text tell."""
    return set(agents(find_dates(normalise(text), datetime.fromisoformat(SENT), CALENDAR).mentions[-1]))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("灭火器的合格标牌5月6日前由消防支队更换。", "who by office"),
        ("新床垫5月6日前由厂家送到各宿舍。", "who by hired, act gives before"),
        ("5月6日前医院把化验单寄给本人。", "who right office"),
        ("铭牌——市里5月6日前配送到村。", "who left above"),
        ("旧设备我中心4月20日集中处理，5月6日前公布处理结果。", "who carried us"),
        ("请各片区5月6日前把巡查记录报镇里。", "who left readers, act hands before"),
        ("补助款5月6日前打卡。", "of a thing, act gives"),
        ("5月6日前交护林台账。", "who nobody, act hands before"),
        ("Our lease expires on 6 May.", "english us left"),
        ("Please sign and return the slip by 6 May.", "english readers left"),
    ],
)
def test_who_acts_is_told_by_the_class_of_the_words_around(text: str, told: str) -> None:
    assert told in of_last_date(text)


def test_whoever_is_addressed_is_nobody_else_even_where_an_office_is_named() -> None:
    assert not any("office" in each for each in of_last_date("请各科室5月6日前交表。"))


@given(st.text(alphabet=st.sampled_from("由各我局县里学校请5月6日前，。公布交补贴 we our please\n"), max_size=60))
def test_any_text_can_be_asked_who_acts(text: str) -> None:
    for mention in find_dates(normalise(text), datetime.fromisoformat(SENT), CALENDAR).mentions:
        assert all(isinstance(each, str) and each for each in agents(mention))
