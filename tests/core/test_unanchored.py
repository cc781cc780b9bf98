"""Spans counted from what has no date in the text are no deadlines; spans counted from the notice are."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.mentions import find_mentions
from bot.core.times import find_times
from bot.core.unanchored import after_undated
from bot.core.workdays import default_calendar


def hangs_on_nothing(text: str) -> bool:
    """Whether the last span of the text counts from something that has no date."""
    mentions = find_mentions(text, find_times(text, datetime(2026, 9, 22, 10), default_calendar()))
    return after_undated(mentions[-1])


@pytest.mark.parametrize(
    "text",
    [
        "企业复工后三天内报自查表", "开学一周内张贴", "新生返校后两周内完成体检", "人员入职之日起30日内签合同", "挂牌后10日内", "办结后24小时内回访",
        "台风过后三天内报损失", "解封后半小时内", "9月25日会议结束后三天内交", "苗木到货后两天内栽完", "验收之日起5日内移交", "孩子出院三天内回访，出院后一周内再访",
    ],
)  # fmt: skip
def test_a_span_after_something_undated_has_no_anchor(text: str) -> None:
    assert hangs_on_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "收到通知后3日内报", "即日起三天内报", "请于三天内报", "接函后5个工作日内回复", "通知下发之日起5日内报送", "节后三天内报", "文件印发后一周内传达",
        "请大家随后3天内交齐", "从今天起5天内报", "从明天起一周内走访完", "任务下达后2小时内到岗",
    ],
)  # fmt: skip
def test_a_span_from_the_notice_itself_has_one(text: str) -> None:
    assert not hangs_on_nothing(text)


@pytest.mark.parametrize("text", ["材料齐的我局收件后15日内办结。", "窗口收齐后3个工作日内答复。", "财务科收到后两天内回电核对。", "我关受理后5个工作日内告知结论。"])
def test_what_an_office_promises_from_receipt_on_is_not_the_readers(text: str) -> None:
    assert hangs_on_nothing(text)


@pytest.mark.parametrize("text", ["各林业站收到后3日内上报。", "请有关单位接到通知后2日内回复。", "村委会收到后两天内把回执报上来。", "街道办收到后5日内整改到位。"])
def test_what_readers_owe_from_receipt_on_counts_from_the_notice(text: str) -> None:
    assert not hangs_on_nothing(text)
