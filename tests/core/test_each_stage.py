"""Limits that are said once for every stage, round or batch whose days the text names."""

from __future__ import annotations

import pytest

from tests.core.reading import due

STAGES = [
    "自查阶段为4月13日至4月17日，各点逐项自查；立行立改阶段为4月20日至4月24日；回头看阶段为4月27日至4月30日。",
    "第一阶段（4月13日—4月17日）：清查。\n第二阶段（4月20日—4月24日）：整治。\n第三阶段（4月27日—4月30日）：巩固。\n",
    "分三个阶段：阶段一4月13日到4月17日，阶段二4月20日到4月24日，阶段三4月27日到4月30日。",
]


@pytest.mark.parametrize("stages", STAGES)
@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("每个阶段的最后一天16时前", ["04-17 16:00", "04-24 16:00", "04-30 16:00"]),
        ("每阶段结束当天下班前", ["04-17 cob", "04-24 cob", "04-30 cob"]),
        ("各阶段最后一日", ["04-17", "04-24", "04-30"]),
        ("每个阶段结束前一天", ["04-16", "04-23", "04-29"]),
        ("每阶段结束次日上午10点前", ["04-18 10:00", "04-25 10:00", "05-01 10:00"]),
    ],
)
def test_each_stage_has_its_limit_at_its_end(stages: str, when: str, expected: list[str]) -> None:
    assert due(f"关于燃气点整治的通知\n各站点：\n{stages}{when}把小结的扫描件报送镇安监站。") == expected


@pytest.mark.parametrize("act", ["我办公布排名", "镇里通报一次", "由督查组组织抽查"])
def test_what_others_do_at_the_end_of_each_stage_is_no_limit(act: str) -> None:
    text = f"各站点：第一轮4月13日至17日，第二轮4月20日至24日，每轮最后一天16时{act}。总结4月28日前报镇安监站。"
    assert "04-28" in due(text) and not {"04-17 16:00", "04-24 16:00"} & set(due(text))


@pytest.mark.parametrize("up", ["5月20日前向市局书面报告", "5月20日前给县委办报送专题材料"])
def test_what_those_who_write_report_upwards_is_no_limit(up: str) -> None:
    assert due(f"各站点：4月24日前把清单报我局。我局将于5月组织交叉检查，{up}。") == ["04-24"]


def test_what_readers_report_upwards_is_a_limit() -> None:
    assert "05-20" in due("各站点：4月24日前把清单报我局，5月20日前向市局书面报告整改情况。")
