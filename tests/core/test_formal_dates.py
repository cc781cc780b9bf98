"""Limits in formal notices: put off for some and not for others, put in the place of old ones, counted from what has a name."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Kind, Message
from bot.core.understand import understand_as
from bot.core.workdays import default_calendar


def due(text: str, sent: str = "2026-01-06T09:45") -> list[str]:
    """The days due, with hour or part."""
    at = datetime.fromisoformat(sent).replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    notice = understand_as(Message("m", at, text), Kind.TASK, default_calendar())
    return [" ".join(filter(None, [d.date.isoformat()[5:], d.time or d.part])) for d in notice.deadlines]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("河东片延至1月10日，河西片延至1月12日，圩镇延至1月14日交齐台账。", ["01-10", "01-12", "01-14"]),
        ("名单1月8日前报，照片延到1月10日前交。", ["01-08", "01-10"]),
        ("自查报告分类放宽：\n1.企业：1月13日前交；\n2.社会组织：延至1月15日前交。", ["01-13", "01-15"]),
    ],
)
def test_what_is_put_off_for_some_leaves_the_limits_of_others(text: str, days: list[str]) -> None:
    assert due(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("请1月12日前报名单。名单改到1月13日。", ["01-13"]),
        ("请1月12日前报名单，时间改到1月13日。", ["01-13"]),
        ("台账1月12日前报，因系统故障延至1月14日。", ["01-14"]),
        ("台账延至1月12日前报，现再延至1月14日。", ["01-14"]),
        ("审核截止时间由“1月13日17时”更正为“1月15日17时”。", ["01-15 17:00"]),
    ],
)
def test_what_is_put_off_again_or_for_all_replaces_the_old_limit(text: str, days: list[str]) -> None:
    assert due(text) == days


def test_a_system_that_shuts_after_an_hour_is_open_until_then() -> None:
    assert due("请抓紧上传佐证，1月28日20:00后系统自动关闭。") == ["01-28 20:00"]
