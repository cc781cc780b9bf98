"""Facts about stages of days and the day each is handed in."""

from __future__ import annotations

import pytest

from tests.core.reading import due, sessions


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("分三段，每段交一次进度：4月13日至15日清淤，15日交；4月16日至22日砌坎，22日交；4月23日至28日验槽，28日交。", ["04-15", "04-22", "04-28"]),
        ("各片分两批，第一批4月13日—15日测，16日报；第二批4月20日—22日测，23日报。", ["04-16", "04-23"]),
        ("4月13日至15日公示，15日报县局。", []),
    ],
)
def test_each_stage_is_handed_in_at_its_end(text: str, limits: list[str]) -> None:
    assert due(text) == limits and not sessions(text)


def test_a_meeting_of_days_stays_one() -> None:
    assert sessions("运动会4月20日至22日在县体育场举行，请各代表队参加，23日交总结。")
