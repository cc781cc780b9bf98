"""An invitation has its day, and nobody is invited to a day gone by."""

import pytest

from tests.core.reading import due, sessions


@pytest.mark.parametrize(
    "text",
    [
        "4月16日我们去敬老院包馄饨，志愿者都来，带围裙。",
        "这周的碰头会挪到4月16日了，三楼，大家互相转告，别跑空。",
        "本月食安委会4月16日开，各副主任列席。",
        "时间变了，改成16号，地点粮站食堂，去的人都知道一下。",
    ],
)
def test_the_only_day_of_an_invitation_is_its_day(text: str) -> None:
    assert sessions(text) == ["04-16"]


@pytest.mark.parametrize("text", ["合唱比赛4月16日报名结束，排练时间看群公告，请团员参加。", "运动会时间待定，请各班4月16日前把名单报体育组，全员参加。"])
def test_an_invitation_whose_day_is_told_later_has_none(text: str) -> None:
    assert sessions(text) == []
    assert due(text) == ["04-16"]


@pytest.mark.parametrize(
    "text",
    [
        "东门口水管爆了，从昨晚4月8号十点就在冒，维修班马上带泵到现场抽，拍段视频发群里。",
        "4月8日早上六点有人往河里倒渣土，河管员都到现场取证。",
    ],
)
def test_what_has_happened_is_no_event(text: str) -> None:
    assert sessions(text) == []
