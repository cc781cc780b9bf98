"""Programmes: several days of one list, each with what takes place then."""

import pytest

from tests.core.reading import due, read, sessions


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("周六上午腰鼓展演，周日上午广场舞决赛，各社区队员到场。", ["04-11 morning", "04-12 morning"]),
        ("读书月安排：4月14日下午启动仪式；4月16日诗歌朗诵比赛，报告厅；4月22日晚上7点颁奖。请各支部派人参加。", ["04-14 afternoon", "04-16", "04-22 19:00"]),
        ("请团员按时参加：\n4月13日晚上 团课\n4月15日下午4:00 座谈会，二楼\n4月17日 述职汇报会", ["04-13 evening", "04-15 16:00", "04-17"]),
        ("演出前还有两次合练：4月14日晚上，文化站202；4月16日下午3:00，带妆，大礼堂。队员一个不能少。", ["04-14 evening", "04-16 15:00"]),
        ("活动安排：4月26日下午2:30五一联欢，4月27日晚上7点摄影作品展，4月29日下午2:30象棋预赛。请大家准时参加。", ["04-26 14:30", "04-27 19:00", "04-29 14:30"]),
    ],
)
def test_every_item_of_a_programme_is_an_event(text: str, held: list[str]) -> None:
    assert sessions(text) == held
    assert due(text) == []


def test_the_ceremony_that_closes_a_week_is_not_the_end_of_the_one_that_opened_it() -> None:
    text = "社区定于4月20日至24日举办邻里节。4月20日上午9:00开幕式，广场；4月22日下午包粽子比赛，食堂；4月24日下午3:00闭幕式暨颁奖。请各楼组长参加。"
    assert sessions(text) == ["04-20 09:00", "04-22 afternoon", "04-24 15:00"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("4月14日下午2点三楼会议室开座谈会，4月16日县里考核，4月20日公示名单，请各村主任参加。", ["04-14 14:00"]),
        ("4月14日上午9点体育馆开赛，请选手到场，4月16日前交参赛照片。", ["04-14 09:00"]),
        ("4月2日讲座，4月4日参观，都很成功，照片4月15日前报。", []),
    ],
)
def test_what_others_do_and_what_is_over_is_no_item(text: str, held: list[str]) -> None:
    assert sessions(text) == held


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("申请表4月20日至28日交学生处，成绩单4月24日前发我。", ["04-24", "04-28"]),
        ("4月13日至20日送到农技站，花名册15日前报。", ["04-15", "04-20"]),
        ("4月13日至20日逐户排查，排查表4月20日前报安监办。", ["04-20"]),
    ],
)
def test_what_is_handed_to_somebody_within_days_is_due_then(text: str, limits: list[str]) -> None:
    assert due(text) == limits


def test_a_programme_of_the_past_is_no_invitation() -> None:
    assert read("3月20日开幕式，3月22日比赛，3月24日闭幕式，圆满结束，感谢大家。").events == ()
