"""Whether a notice presses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.urgency import find_urgency


@pytest.mark.parametrize(
    "text",
    ["关于报送情况的紧急通知", "特　急", "请立即上报", "马上派人去看", "尽快补齐", "火速转发", "第一时间报告", "务必抓紧", "速报", "Please reply ASAP", "URGENT: upload today"],
)
def test_pressing_words_make_it_urgent(text: str) -> None:
    assert find_urgency(text.replace("　", " "))


@pytest.mark.parametrize("text", ["填紧急联系人", "应急物资清单", "马上过年了", "政策速递", "到期后系统将立即关闭", "不用着急，不必马上报"])
def test_words_that_only_look_pressing(text: str) -> None:
    assert find_urgency(text) is None


@given(st.text(max_size=200))
def test_the_span_lies_inside_the_text(text: str) -> None:
    span = find_urgency(text)
    assert span is None or 0 <= span[0] < span[1] <= len(text)
