"""Titles a person would write on a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.models import Kind
from bot.core.normalise import normalise
from bot.core.title import LONGEST, LONGEST_ENGLISH, find_title
from tests.core.own_facts import rows_with


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("关于报送2026年秋季秸秆禁烧台账的通知\n各乡镇：", Kind.TASK, "报秋季秸秆禁烧台账"),
        ("@所有人 国庆值班名单还差两个村，下班前发我", Kind.TASK, "报国庆值班名单"),
        ("关于召开县委经济工作会议的通知", Kind.EVENT, "县委经济工作会议"),
        ("明天上午9点在三楼会议室开夏粮生产会", Kind.EVENT, "夏粮生产会"),
        ("请填写《培训需求调查表》，3月中旬前反馈", Kind.TASK, "填培训需求调查表"),
        ("参加民兵体检的人员名单报武装部", Kind.TASK, "报民兵体检人员名单"),
        ("Please update the household register by Friday", Kind.TASK, "Update household register"),
    ],
)
def test_the_title_says_what_to_do(text: str, kind: Kind, title: str) -> None:
    assert find_title(normalise(text).text, kind) == title


def test_chatter_has_no_title() -> None:
    assert find_title("收到", Kind.CHATTER) == ""


def test_every_own_notice_has_a_short_title() -> None:
    for text, _, kind in rows_with("kind"):
        if kind != "chatter":
            title = find_title(text, Kind(kind))
            assert 2 <= len(title) <= (LONGEST_ENGLISH + 1 if title[:3].isascii() else LONGEST), text


@given(st.text(max_size=300), st.sampled_from(Kind))
def test_no_title_is_too_long(text: str, kind: Kind) -> None:
    assert len(find_title(text, kind)) <= LONGEST_ENGLISH + 1
