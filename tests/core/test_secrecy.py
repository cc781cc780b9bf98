"""Marks of secrecy are refused, ordinary words are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.secrecy import is_classified


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("机密★1年\n关于…的通知", "机密"),
        ("秘密\n县委办文件", "秘密"),
        ("绝 密\n第3号", "绝密"),
        ("【内部资料】请各村阅", "内部资料"),
        ("内部资料 注意保存\n一、概况", "内部资料"),
        ("密级：秘密", "秘密"),
        ("[机密] 请勿外传", "机密"),
        ("本件属于国家机密，阅后收回", "机密"),
        ("CONFIDENTIAL\nPlease read", "机密"),
    ],
)
def test_a_mark_is_seen(text: str, level: str) -> None:
    assert is_classified(text) == level


@pytest.mark.parametrize(
    "text",
    ["召开保密工作会议", "商业秘密保护培训通知", "涉密别发群里", "这是我们的秘密武器", "请各单位报送保密自查报告", "内部资料室搬到二楼", "confidential line for complaints"],
)
def test_ordinary_words_are_no_mark(text: str) -> None:
    assert is_classified(text) is None


@given(st.text(max_size=200))
def test_any_text_is_read_without_failing(text: str) -> None:
    assert is_classified(text) == is_classified(text)
