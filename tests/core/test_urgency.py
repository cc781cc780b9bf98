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


@pytest.mark.parametrize(
    "text",
    ["名册下午交我（急）", "❗急❗名册下午交我", "这事很急", "材料特别急，先报数字", "请即办", "请从快办理", "请迅即核对", "请速反馈", "加紧上报", "急需名册一份，下午交", "【紧急】补报名册", "时间紧急", "加急件：下午交名册"],
)
def test_spoken_pressing(text: str) -> None:
    assert find_urgency(text)


@pytest.mark.parametrize(
    "text",
    [
        "报送紧急采购台账",
        "清点紧急避难场所",
        "加急件数量周报",
        "急用药品盘点",
        "紧急用电方案",
        "急需紧缺人才目录",
        "“马上就办”典型案例",
        "“立即改”“马上改”事项统计",
        "这份不是急件，月底前交",
        "大家不着急",
        "急救包清点",
    ],
)
def test_what_is_only_called_by_a_pressing_word(text: str) -> None:
    assert find_urgency(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "称不准的立即换掉",  # what the word presses for may itself be a stop, and 不准的 is no ban
        "各店立即停用这批货，下架封存",
        "漏水的立刻补好不要等",
        "见信后第一时间派人去看",
        "发现险情后立即报告",
        "务必抓 紧，周五前交",
        "收到后马 上 去贴",
        "越早越好，别拖到月底",
        "急着用，中午前发我",
        "as soon as you can manage, into this group",
    ],
)
def test_what_is_pressed_for_does_not_deny_the_pressing(text: str) -> None:
    assert find_urgency(text)


@pytest.mark.parametrize(
    "text",
    ["能立即整改的，月底前改完", "早稻马上要割了，报空仓数", "马上就是端午了，报值班表", "数填到“墒情速报”小程序", "不得立即拆除，等通知", "无需马上回复"],
)
def test_what_is_near_or_possible_does_not_press(text: str) -> None:
    assert find_urgency(text) is None


@given(st.text(max_size=200))
def test_the_span_lies_inside_the_text(text: str) -> None:
    span = find_urgency(text)
    assert span is None or 0 <= span[0] < span[1] <= len(text)
