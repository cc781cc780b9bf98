"""Facts about words that make a day a limit whatever stands around."""

from __future__ import annotations

import pytest

from tests.core.reading import due

DEMANDS = ["请各位业主把地下室储物间清空，钥匙交物业前台登记。", "请各教学点对照学籍把订数改准后报教务处杨老师。", "请各分店把盘点差异说明报财务，"]


@pytest.mark.parametrize("demand", DEMANDS)
@pytest.mark.parametrize(
    "limit",
    [
        "以4月16日为限",
        "4月16日是最后一天",
        "最后一天是4月16日",
        "4月16日为最后期限",
        "过了4月16日就不收了",
        "超过4月16日不再办理",
        "4月16日以后不再受理",
        "4月16日之后不再补录",
        "过了4月16日后果自负",
        "不能晚于4月16日",
        "不要晚于4月16日",
        "时间给到4月16日",
        "4月16日我要看到结果",
        "给大家一周时间",
    ],
)
def test_such_words_alone_are_a_limit(demand: str, limit: str) -> None:
    assert due(f"{demand}{limit}。有疑问打电话。") == ["04-16"]


@pytest.mark.parametrize("limit", ["最多三天", "期限3天", "给三天时间"])
def test_time_that_is_given_counts_from_the_notice(limit: str) -> None:
    assert due(f"请各位业主把地下室储物间清空。{limit}。") == ["04-12"]


@pytest.mark.parametrize("limit", ["【4月16日截止】", "【截至4月16日】"])
def test_a_limit_in_brackets_is_one(limit: str) -> None:
    assert due(f"{limit}请各门店把盘点差异说明报财务。") == ["04-16"]


@pytest.mark.parametrize(
    "text",
    [
        "本期优惠活动4月16日是最后一天，进店有礼。",
        "服务期满三年内为限。",
        "停水三天，请各户储水。",
        "享受培训以退役一年内为限。",
        "名单4月16日前交，4月17日之后不再收。",
    ],
)
def test_what_ends_by_itself_or_comes_after_is_none(text: str) -> None:
    assert due(text) in ([], ["04-16"]) and "04-17" not in due(text) and "04-12" not in due(text)
