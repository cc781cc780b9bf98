"""Facts about the days of a meeting: who comes reports in, is there, and leaves; only the meeting is the event."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.models import Message
from bot.core.understand import understand
from bot.core.workdays import default_calendar

AT = datetime(2026, 9, 16, 9, 30)
FRAMES = (
    "关于举办全省农技培训班的通知\n各县：现将有关事项通知如下：\n{days}\n地点：农业大厦\n请准时参加。",
    "关于召开年会的通知\n一、会议时间和地点\n{days}\n二、参会人员\n各单位负责人。\n三、会务费每人500元。\n协会秘书处\n2026年9月15日",
)


def events(days: str, frame: str) -> list[str]:
    found = understand(Message("1", AT, frame.format(days=days)), default_calendar()).events
    return [" ".join(filter(None, [each.date.isoformat(), each.time, each.part])) for each in found]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("10月12日报到，10月13日至14日开会，15日离会。", "2026-10-13"),
        ("请参会人员于10月12日下午在农业大厦（太湖街6号，电话0351-4000000）报到，13日上午开会，下午离会。", "2026-10-13 morning"),
        ("10月12日报到,10月13日~14日培训,10月15日离会。", "2026-10-13"),
        ("报到时间：10月12日14:00-18:00；培训时间：10月13日至14日。", "2026-10-13"),
        ("培训时间：10月13日至15日（10月12日下午报到，16日返程）。", "2026-10-13"),
        ("培训时间：10月13日至15日，13日上午8:30报到。", "2026-10-13 08:30"),
        ("10月13日14:30前到县委党校报到，15:00开班。", "2026-10-13 15:00"),
        ("10月13日8:30在县委党校报到，培训三天。", "2026-10-13 08:30"),
    ],
)
def test_only_the_meeting_is_an_event_and_reporting_in_where_nothing_else_is_said(days: str, expected: str, frame: str) -> None:
    assert events(days, frame) == [expected]


def test_school_that_begins_is_no_meeting() -> None:
    text = "各校：8月29日前把食堂自查报告扫描后传平台。8月30日教师报到，9月1日正式上课。"
    assert understand(Message("1", datetime(2026, 8, 25, 16), text), default_calendar()).events == ()
