"""Facts about what takes place at another time than was said."""

from __future__ import annotations

import pytest

from tests.core.reading import due, read, sessions

TIMES = [("4月14日上午9点", "4月15日下午3点", "04-15 15:00"), ("明天上午9点", "后天上午10点", "04-11 10:00"), ("下周四下午2点半", "下周五下午2点半", "04-17 14:30")]


@pytest.mark.parametrize(("old", "new", "wanted"), TIMES)
@pytest.mark.parametrize("what", ["防汛会", "消防培训", "村主任例会"])
@pytest.mark.parametrize(
    "text",
    [
        "更正：{what}时间应为{new}，不是{old}，请以此为准。",
        "@所有人 {what}{old}开不成了，{new}再开，别跑空。",
        "刚才说的{what}往后挪，{old}→{new}，各村主任记一下",
        "{what}原通知{old}开，现定为{new}，请各村主任按新时间到会。",
        "{what}时间变更通知\n原时间：{old}\n新时间：{new}\n地点：三楼会议室\n请各村主任准时参加。",
        "{what}时间更正为{new}（原通知为{old}），其他不变。",
        "因天气原因，{what}由{old}改期至{new}举行，其他事项不变。",
        "各村主任注意，{what}挪到{new}了，{old}别来。",
        "{what}改期：{new}，{old}不开了。",
    ],
)
def test_a_meeting_that_is_moved_has_its_new_time_alone(text: str, what: str, old: str, new: str, wanted: str) -> None:
    notice = text.format(what=what, old=old, new=new)
    assert sessions(notice) == [wanted] and not due(notice) and read(notice).kind == "event"


def test_where_it_would_move_in_the_rain_has_not_moved() -> None:
    assert sessions("运动会定于4月18日上午9点在操场举行，如遇下雨顺延到4月25日，请各班准时参加。") == ["04-18 09:00"]


def test_a_limit_put_off_is_no_event() -> None:
    text = "培训报名截止时间由4月14日改为4月16日，请各村抓紧。"
    assert due(text) == ["04-16"] and not sessions(text)


def test_when_a_building_is_finished_is_no_limit_of_those_who_hand_in_a_plan() -> None:
    text = "业主签了补充协议，竣工日期从5月30号推到明年1月20号。4月16号下午把新的总进度计划给我过目。"
    assert due(text) == ["04-16 afternoon"]
