"""Dates of notices as people type them into a group: who is on turn, what one does oneself, hours between, lengths that move."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Message, Notice
from bot.core.understand import understand
from bot.core.workdays import default_calendar

CALENDAR = default_calendar()


def _read(text: str, at: str = "2025-06-17 09:50") -> Notice:
    return understand(Message("m", datetime.fromisoformat(at).replace(tzinfo=ZoneInfo("Asia/Shanghai")), text), CALENDAR)


def due(text: str, at: str = "2025-06-17 09:50") -> list[str]:
    """Day and hour or part of each deadline."""
    return [" ".join(filter(None, [d.date.isoformat()[5:], d.time or d.part])) for d in _read(text, at).deadlines]


def held(text: str) -> list[str]:
    """Day and hour or part of each event."""
    return [" ".join(filter(None, [e.date.isoformat()[5:], e.time or e.part])) for e in _read(text).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项目部现在起三个小时内把连墙件补齐，补完拍照发群", ["06-17 12:50"]),
        ("从现在起四十分钟内把转移人数报我", ["06-17 10:30"]),
        ("周五轮到二窗口值午班的把调班单补一下，今天中午饭前放我桌上", ["06-17 noon"]),
        ("专家组周三上午来验，台账周二下班前备齐", ["06-17 cob"]),
        ("上次走访的空巢老人台账 今晚 9：30 我要交社区 你们九点前必须给我", ["06-17 21:00"]),
        ("督导组24日进校，进校前一天把自评报告盖章送到校办", ["06-23"]),
        ("I need the stall photos by 5 this afternoon, please send them to me", ["06-17 17:00"]),
        ("Please submit the headcount before 6 this evening", ["06-17 18:00"]),
        ("今天要交的周报往后推一天，都交到我这", ["06-18"]),
        ("12月的票今天下班给我，别拖", ["06-17 cob"]),
        ("你们周五下班把工时单交到我这", ["06-20 cob"]),
        ("决算套表今天先把主表给我；附表不急，拖到下礼拜三也行", ["06-17", "06-25"]),
        ("名单东街今天下午五点前报，南街人多，可以等到明天中午", ["06-17 17:00", "06-18 noon"]),
        ("合同周五前寄给我，发票放到下周一没关系", ["06-20", "06-23"]),
        ("名单别拖到月底，25号之前报来，不能等到30号", ["06-25"]),
        ("新增人员名单周四前报我", ["06-19"]),
        ("回执单周三下班前交来", ["06-18 cob"]),
        ("差旅单年底前都能报，要这个月打卡的，20号下午三点前贴好票拿来", ["06-20 15:00"]),
        ("年底消防检查，请把灭火器的数量写在纸上，23日前送物业前台", ["06-23"]),
        ("登记表我们跟县里约的24号，你们提前两天给我就行", ["06-22"]),
        ("验收组说是下周五来，各村提前三天把台账备好报我", ["06-24"]),
        ("花名册三天之内要，今天算第一天，也就是19号下午，要纸质签名的", ["06-19 afternoon"]),
        ("请20号下班前、也就是周五，把表交齐给我", ["06-20 cob"]),
        ("投票延期了，原来截到今晚，现在到周日晚上八点，还没投的把票交到门卫", ["06-22 20:00"]),
        ("申报原先报到18号，现在放到25号，请各村抓紧报", ["06-25"]),
        ("疫苗明天上午到货，各村今天下班前把冰箱清出来", ["06-17 cob"]),
        ("台账本来是昨天截止，放假顺延到今天下班，还没交的抓紧", ["06-17 cob"]),
        ("周五当天上午10点前把名单报我", ["06-20 10:00"]),
        ("单元卷七年级周三，八年级周四，九年级最晚周五交我抽屉里", ["06-18", "06-19", "06-20"]),
        ("18日10:00交通厅从国道过。占道的柴垛、苞谷架当天9:00前挪到屋后", ["06-18 09:00"]),
        ("6月18日9时应急广播试播，每个村当天中午前拍一张有人在听的照片", ["06-18 noon"]),
        ("Flu jab consent forms: Ward A today, Ward B tomorrow, Ward C by Monday noon.", ["06-17", "06-18", "06-23 noon"]),
    ],
)
def test_a_limit_said_in_passing_is_read(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王老师家里有事，今天的课往后顺一天，同一时间同一教室，请学员参加", ["06-18"]),
        ("义诊周六上午九点，老年活动室，如遇大雨则顺延至周日，请医生准时参加", ["06-21 09:00"]),
        ("气排球赛定周日上午九点体育馆，万一停电就改到下周日，各队准时参赛", ["06-22 09:00"]),
        ("今晚的戏因下雨挪到明晚七点，还是小学操场，请演员准时参加", ["06-18 19:00"]),
        ("周三当天上午9点在村部开会，请全体村干部参加", ["06-18 09:00"]),
        ("重阳那天早上六点半，文庙门口支锅，请志愿者准时参加", ["10-29 06:30"]),
        ("放映队21号到石坎，放映员和村文书当天下午6点在晒谷坪碰头", ["06-21 18:00"]),
        ("明天秋游，早上七点四十校门口集合，八点发车，下午四点左右回到学校", ["06-18 07:40"]),
        ("明天九点的会推迟半小时开，会议室不变，请各科室参会", ["06-18 09:30"]),
        ("明天下午三点的工作例会顺延一个小时，请大家参加", ["06-18 16:00"]),
        ("运动会6月21日上午8点半，下雨顺延一天，请各班准时参加", ["06-21 08:30"]),
    ],
)
def test_a_length_moves_what_takes_place_unless_it_only_may(text: str, expected: list[str]) -> None:
    assert held(text) == expected


def test_when_people_are_back_is_nothing_to_do() -> None:
    assert due("The workshop starts at 9:30 tomorrow, please attend; we will be back by 4 pm.") == []


def test_a_list_asked_for_a_day_ahead_does_not_move_the_training() -> None:
    assert "06-17" not in held("6月18日上午9点办培训，名单提前一天报给我，请村文书参加")


def test_when_a_plane_lands_is_not_when_people_meet() -> None:
    assert held("王总明天到，飞机十点落地，请小段九点半准时到机场集合") == ["06-18 09:30"]


def test_days_said_without_a_mark_between_them_are_one_span_of_a_daily_duty() -> None:
    found = _read("假期三天，也就是20号21号22号，每天下午四点，报一个客流数，没开门的报零").recurrence
    assert found is not None
    assert [str(found.start), str(found.until), found.time] == ["2025-06-20", "2025-06-22", "16:00"]


def test_a_list_before_a_weekday_is_not_an_odd_week() -> None:
    assert _read("名单周五前报我").recurrence is None
    assert _read("医废暂存间单周的周二下午转运，各卫生站填好联单").recurrence is not None


def test_an_hour_before_which_something_is_due_on_a_festival_is_of_that_day() -> None:
    at = "2026-01-20 19:26"
    assert due("除夕晚上八点前报平安", at) == ["02-16 20:00"]
    assert due("元宵节当天下午3点前把灯挂好", at) == ["03-03 15:00"]
    assert due("除夕前一天下午三点前报值班表", at) == ["02-15 15:00"]
    assert due("春节前报平安", at) == ["02-14"]
