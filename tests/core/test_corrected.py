"""Facts about people who correct themselves within one message."""

from __future__ import annotations

import pytest

from tests.core.reading import due, sessions

DAYS = [("4月14日", "4月16日", "04-16"), ("下周二下班前", "下周四下班前", "04-16 cob"), ("14号17点前", "15号12点前", "04-15 12:00"), ("今天下班前", "明天下班前", "04-10 cob")]


@pytest.mark.parametrize(("old", "new", "wanted"), DAYS)
@pytest.mark.parametrize(
    "text",
    [
        "各村{old}把名册报给张敏。更正：不是{old}，是{new}。",
        "各位网格员 {old}把巡查表交上来 呃更正 不是{old} 是{new}",
        "各位网格员 {old}把台账发群里 说错了 是{new}",
        "请各村{old}把台账报农办。刚才打错了，应该是{new}。",
        "请各村{old}把台账报农办。（时间写错了，以{new}为准）",
        "台账请{old}交，口误，{new}。",
        "台账{old}交……啊不，{new}交。",
        "各村把台账{old}报给我 哎呀记错了 {new}",
        "台账{new}交，不是{old}，看清楚。",
        "台账{new}交（不是之前说的{old}）。",
        "台账不是{old}交，是{new}交。",
    ],
)
def test_the_day_put_right_is_the_limit_and_the_old_one_is_none(text: str, old: str, new: str, wanted: str) -> None:
    assert due(text.format(old=old, new=new)) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "各村主任 4月14日下午2:30到三楼会议室开会 说错了 是4月16日下午2:30",
        "防汛会4月14日下午2:30在三楼开，口误，4月16日下午2:30。",
        "防汛会4月16日下午2:30开，不是4月14日下午2:30，各村主任到三楼。",
    ],
)
def test_a_meeting_moves_to_the_day_put_right(text: str) -> None:
    assert sessions(text) == ["04-16 14:30"]


def test_which_things_are_meant_is_no_denial() -> None:
    assert due("低保复核材料4月20日前报，不是4月12日前出生的不用报。") == ["04-20"]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("①②4月14日下班前交，③可缓到4月16日中午前。", ["04-14 cob", "04-16 noon"]),
        ("台账4月14日前交，照片可以缓到4月16日。", ["04-14", "04-16"]),
        ("台账4月14日前交，时间可以缓到4月16日。", ["04-16"]),
    ],
)
def test_another_item_that_may_come_later_leaves_the_first_its_limit(text: str, limits: list[str]) -> None:
    assert due(text) == limits
