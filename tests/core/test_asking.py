"""Facts about what a text asks for once the model has weighed what the rules found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.channels import find_channels
from bot.core.learned.asking import weigh_requirements
from bot.core.models import Kind, Requirement
from bot.core.normalise import normalise
from bot.core.requirements import find_requirements
from tests.core.reading import read

R = Requirement


def named_in_vain(text: str) -> set[Requirement]:
    """What a text names and does not ask for, by the rules."""
    aside: set[Requirement] = set()
    find_requirements(normalise(text).text, Kind.TASK, None, aside)
    return aside


@pytest.mark.parametrize(
    ("text", "requirement"),
    [
        ("塘坝巡护记录4月16日前发我，照片这回不用拍。", R.PHOTO),
        ("收支明细4月16日前发邮箱，纸质的不收。", R.PAPER_COPY),
        ("意见表4月16日前收齐，今年不用盖章。", R.SEAL),
    ],
)
def test_what_is_named_and_denied_is_set_aside_and_stays_out(text: str, requirement: Requirement) -> None:
    assert requirement in named_in_vain(text)
    assert requirement not in read(text).requirements


def test_what_is_denied_once_and_asked_for_once_is_not_set_aside() -> None:
    text = "签到表不用拍照，现场照片两张4月16日前发群里。"
    assert R.PHOTO not in named_in_vain(text)
    assert R.PHOTO in read(text).requirements


def test_news_asks_for_nothing_but_a_receipt() -> None:
    text = normalise("机井已经修好，台账、照片都在村部，收到请回复。").text
    channels = find_channels(text)
    found = find_requirements(text, Kind.INFO, channels)
    assert set(weigh_requirements(text, Kind.INFO, found, set(), channels)) == {R.REPLY_RECEIPT}


@given(st.text(alphabet=st.sampled_from("请各村把台账照片签字盖章报不用交系统填表入户4月16日前，。：\n 报我list photo"), max_size=80), st.sampled_from([Kind.TASK, Kind.EVENT]))
def test_each_requirement_points_into_the_text_whoever_found_it(text: str, kind: Kind) -> None:
    text = normalise(text).text
    channels = find_channels(text)
    aside: set[Requirement] = set()
    found = find_requirements(text, kind, channels, aside)
    weighed = weigh_requirements(text, kind, found, aside, channels)
    assert weighed == weigh_requirements(text, kind, found, aside, channels)
    assert not aside & set(weighed)
    assert all(0 <= start <= end <= len(text) for start, end in weighed.values())
