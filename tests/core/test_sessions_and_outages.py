"""When something begins, when people are fetched or gather for it and when it is over; what is only cut off; where it is."""

from __future__ import annotations

import pytest

from tests.core.reading import due, read, sessions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("防汛拉练卡\n日期：4月16日\n集结：06:10\n开始：06:30\n结束：08:00\n地点：东堤闸口\n民兵全员参加", ["04-16 06:30 ~08:00"]),
        ("茶艺比赛通知\n日期：4月17日\n检录：13:20\n开赛：14:00\n散场：16:30\n地点：文化馆排练厅\n各村选手必须到场", ["04-17 14:00 ~16:30"]),
        ("合唱彩排：4月18日上午8:40到场，9:00开始，11:00结束，镇礼堂，队员全部参加。", ["04-18 09:00 ~11:00"]),
        ("女职工体检：4月21日（周二）上午，县妇幼保健院，空腹，大巴7:20厂门口开。请带身份证。", ["04-21 morning"]),
        ("观摩会定于4月22日上午9:30，在柳河村冷库举行，中巴7:20在镇政府门口等，各村书记都要参加。", ["04-22 09:30"]),
        ("龙舟邀请赛：4月19日9点开赛，12点收船，白沙码头，队员都来。", ["04-19 09:00 ~12:00"]),
        ("叉车工复训：4月28日至30日，每天8:30—17:00，技工学校实训楼，名单上的人必须到。", ["04-28 08:30 ~17:00"]),
        ("防溺水培训分两批来：\n1—6号网格 4月14日\n7—12号网格 4月16日\n时间都是上午9:00，地方都在社区二楼教室。别缺席。", ["04-14 09:00", "04-16 09:00"]),
        ("4月18日实操课，大巴7:40从厂门口发车，全体学员参加。", ["04-18 07:40"]),
        ("请4月18日9:00到镇政府大院集合，集体乘车去县里参观。", ["04-18 09:00"]),
    ],
)
def test_a_session_begins_when_it_begins(text: str, expected: list[str]) -> None:
    assert sessions(text) == expected


def test_a_span_of_days_keeps_its_last_one_beside_its_daily_hours() -> None:
    (event,) = read("叉车工复训：4月28日至30日，每天8:30—17:00，技工学校实训楼，名单上的人必须到。").events
    assert (event.date.day, event.time, event.end_date and event.end_date.day, event.end_time) == (28, "08:30", 30, "17:00")


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("明天（10号）早上8点到下午2点，三组至六组停水换阀门，请大家提前储水。", []),
        ("电梯停用\n停梯：1幢 4月13日 9:00—11:30；2幢 4月14日同一时段\n各楼长列个行动不便老人名单，4月12日17:00前发前台。", ["04-12 17:00"]),
        ("4月16日停水。各楼栋长4月15日中午前把储水桶需求数报物业。", ["04-15 noon"]),
    ],
)
def test_nobody_comes_to_what_is_cut_off(text: str, limits: list[str]) -> None:
    assert (sessions(text), due(text)) == ([], limits)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4月16日下午2点停电应急演练，地点配电房，值班员全部参加。", ["04-16 14:00"]),
        ("明天上午9点停水检修，请各组组长8:50到泵房集合。", ["04-10 08:50"]),
    ],
)
def test_what_is_done_about_a_cut_is_a_session(text: str, expected: list[str]) -> None:
    assert sessions(text) == expected


def test_a_list_about_a_cut_is_a_demand() -> None:
    assert due("请各门店本周五停电损失情况报物业。") == ["04-10"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("更正：不是村部，是老粮站！时间没变，明天上午9点，种植户都来。", "老粮站"),
        ("家长会\n· 哪天：4月17日，周五\n· 几点：晚7点到8点半\n· 哪里：一楼报告厅（2号楼东侧）\n· 谁到：每户一位家长", "一楼报告厅（2号楼东侧）"),
        ("下周一晚上文化广场合练，穿红的那套，人人都要到。", "文化广场"),
        ("排位赛，本周日早上6点老码头抽签，会员都来。", "老码头"),
        ("年会改到4月17日晚上6点，老地方渔家乐二楼江景厅，全体理事参加。", "渔家乐二楼江景厅"),
        ("安全考试4月14日14:00\n地点：培训中心机房，全员参加。", "培训中心机房"),
        ("Staff training runs 14-15 April, 9:00-16:30 both days, Township Hall. All staff must attend.", "Township Hall"),
        ("Volunteers' briefing: Thu 16 Apr, 10:00-11:30, Hall 2 mezzanine. All must attend.", "Hall 2 mezzanine"),
    ],
)
def test_where_it_takes_place(text: str, place: str) -> None:
    assert [event.place for event in read(text).events] == [place]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Supplier audit next Tuesday, 9:00 am, Hall 2. All line leaders stand by their stations.", ["04-14 09:00"]),
        ("Ms Lin explains the new form at 2 pm tomorrow in the Stores office - all clerks must come.", ["04-10 14:00"]),
        ("The library closes on 14 April at 10:00. All staff must attend the drill on 15 April, 11:00.", ["04-15 11:00"]),
        ("Reports are due at 3 pm on 14 April. Everyone must attend the briefing afterwards.", []),
    ],
)
def test_whoever_is_called_in_english_comes_then(text: str, expected: list[str]) -> None:
    assert sessions(text) == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("工会换届选举日4月16日全天，投票箱放在门卫室。全体会员带工作证来投票。计票4月17日，由监票人办。", ["04-16"]),
        ("业委会投票日4月18日（周六），地点东门岗亭。请业主参加投票。", ["04-18"]),
        ("投票日4月18日，选票4月15日前交居委会，不用到现场投票。", []),
    ],
)
def test_the_day_of_a_poll_is_one_for_those_called_to_vote(text: str, days: list[str]) -> None:
    assert sessions(text) == days
