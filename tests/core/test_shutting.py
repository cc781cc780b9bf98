"""Facts about limits that are said by what shuts then."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.models import Message
from bot.core.understand import understand
from bot.core.workdays import default_calendar

AT = datetime(2026, 9, 16, 9, 30)


def due(text: str) -> list[str]:
    deadlines = understand(Message("1", AT, text, "工作群", "李站长"), default_calendar()).deadlines
    return [" ".join(filter(None, [each.date.isoformat(), each.time])) for each in deadlines]


@pytest.mark.parametrize("what", ["填报系统", "报名通道", "申报窗口", "上传端口", "问卷", "接龙", "收集表", "缴费链接"])
@pytest.mark.parametrize("shuts", ["关闭", "停止收件", "封存", "失效", "锁定", "不再受理", "准时关闭", "停止填报"])
def test_when_what_the_reader_hands_in_through_shuts_it_is_due(what: str, shuts: str) -> None:
    assert due(f"各村：请尽快登录填报台账，{what}将于9月24日17:00{shuts}。") == ["2026-09-24 17:00"]


@pytest.mark.parametrize(
    "text",
    ["图书馆系统9月24日17:00关闭维护，届时无法检索", "旧OA系统9月24日停用，新系统同时启用", "商场9月24日停止营业", "老办法9月24日废止", "县医院门诊窗口9月24日停诊", "合同9月24日到期"],
)
def test_what_shuts_for_others_is_no_limit(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize("runs", ["9月18日开始，9月24日结束", "9月18日上线，9月24日下线", "9月18日起办，办到9月24日", "9月18日开放，9月24日关闭"])
@pytest.mark.parametrize("what", ["网上选课", "公租房年审", "旧农机报废登记"])
def test_where_something_opens_and_ends_the_end_is_due(what: str, runs: str) -> None:
    assert due(f"{what}{runs}，请大家按时办理。") == ["2026-09-24"]


def test_each_of_two_that_end_is_due() -> None:
    assert due("各位：9月24日报名结束，9月26日缴费结束，请各家长抓紧。") == ["2026-09-24", "2026-09-26"]


@pytest.mark.parametrize("seals", ["锁库", "锁表", "封账", "封票", "关账", "自动锁单"])
@pytest.mark.parametrize("asks", ["请在“云上乡镇”里补录种植面积", "各户把水表读数填进共享表格", "用“乡邻通”小程序登记摊位"])
def test_what_the_reader_has_just_been_asked_to_fill_in_is_due_when_it_is_sealed(asks: str, seals: str) -> None:
    assert due(f"{asks}，9月24日18:00{seals}，过后改不了。") == ["2026-09-24 18:00"]


@pytest.mark.parametrize("text", ["昨天的盘点在“仓管家”上填完了，9月24日封库检修", "9月24日封路，请绕行", "大坝9月24日关闸，请下游村民注意安全"])
def test_what_is_sealed_otherwise_is_no_limit(text: str) -> None:
    assert due(text) == []
