"""Later lines of talk change what earlier ones set: hours given to who asks, limits put off, items dropped; chatter changes nothing."""

from __future__ import annotations

import pytest

from tests.core.reading import due, read, sessions

AT = "2026-06-10 11:30"
"""A Wednesday; the lines below are of its forenoon."""


def talk(*lines: str) -> str:
    return "\n".join(f"[6/10 09:{at:02}] {line}" for at, line in enumerate(lines))


@pytest.mark.parametrize(
    ("said", "limit"),
    [
        ("那缓到周六中午前", "06-13 noon"),
        ("听岔了，是周五上午十一点前", "06-12 11:00"),
        ("往后挪一挪，下午五点半前", "06-11 17:30"),
        ("不是三点，是四点，看花眼看错了", "06-11 16:00"),
        ("周五吧", "06-12"),
        ("那统一放到下周一下班前，都按这个来", "06-15 cob"),
    ],
)
def test_who_set_a_limit_puts_it_off(said: str, limit: str) -> None:
    lines = ("老秦：各组把塘坝清单明天下午三点前报给我，一口不漏", "桥头老吕：还有三口塘没量", f"老秦：{said}", "桥头老吕：好")
    assert due(talk(*lines), AT) == [limit]


def test_a_move_of_the_day_leaves_the_second_task_alone() -> None:
    lines = ("老秦：各组塘坝清单明天前报给我，渔船花名册周五前报", "阿荷：花名册弄不完", "老秦：花名册往后放，周日前", "阿荷：好")
    assert due(talk(*lines), AT) == ["06-11", "06-14"]


def test_a_further_task_changes_no_limit() -> None:
    lines = ("老秦：各组把塘坝清单明天下午三点前报给我，一口不漏", "阿荷：收到", "老秦：还有，渔船花名册周五前报", "阿荷：好")
    assert due(talk(*lines), AT) == ["06-11 15:00", "06-12"]


@pytest.mark.parametrize(
    "chatter",
    ["能不能推到周六", "周五前交行不行", "我周六才回得来", "要是改到周日就好了", "明天下午三点我在卫生院，来不及", "周五过了三点交的算不算"],
)
def test_what_others_ask_or_plead_is_no_limit(chatter: str) -> None:
    lines = ("老秦：各组把塘坝清单明天下午三点前报给我，一口不漏", f"阿荷：{chatter}", "老秦：不行", "阿荷：好吧")
    assert due(talk(*lines), AT) == ["06-11 15:00"]


def test_a_plea_that_is_granted_moves_the_limit() -> None:
    lines = ("老秦：各组把塘坝清单明天前报给我，一口不漏", "阿荷：能不能推到周六", "老秦：可以", "阿荷：谢谢")
    assert due(talk(*lines), AT) == ["06-13"]


def test_some_are_let_off_and_the_rest_are_not() -> None:
    lines = ("老秦：各组把塘坝清单明天下午三点前报给我，一口不漏", "阿荷：河口组涨水进不去", "老秦：河口组延到周六中午前，其余不变")
    assert due(talk(*lines), AT) == ["06-11 15:00", "06-13 noon"]


@pytest.mark.parametrize("said", ["渔船花名册不用交了", "刚问了，渔船花名册今年不要了", "渔船花名册先不报，等文件"])
def test_one_of_two_items_is_dropped(said: str) -> None:
    lines = ("老秦：各组塘坝清单明天前报给我，渔船花名册周五前报", "阿荷：好", f"老秦：{said}")
    assert due(talk(*lines), AT) == ["06-11"]


def test_a_question_drops_nothing() -> None:
    lines = ("老秦：各组塘坝清单明天前报给我，渔船花名册周五前报", "阿荷：渔船花名册不用交了吗？", "老秦：要交")
    assert due(talk(*lines), AT) == ["06-11", "06-12"]


@pytest.mark.parametrize(("asked", "given", "limit"), [("几点前", "四点半", "06-12 16:30"), ("上午还是下午", "上午", "06-12 morning"), ("最晚几点哦", "中午前", "06-12 noon")])
def test_the_hour_that_is_asked_for_belongs_to_the_day(asked: str, given: str, limit: str) -> None:
    assert due(talk("老秦：各组的塘坝清单周五前要，做好发我", f"阿荷：{asked}", f"老秦：{given}", "阿荷：好"), AT) == [limit]


def test_an_hour_asked_for_something_else_is_not_lent() -> None:
    assert due(talk("老秦：各组的塘坝清单周五前要，做好发我", "阿荷：你们几点下班", "老秦：五点半", "阿荷：好"), AT) == ["06-12"]


@pytest.mark.parametrize(
    ("said", "session"),
    [
        ("改十点", "06-12 10:00"),
        ("讲师堵在路上，推到十点半", "06-12 10:30"),
        ("改到周六，还是这个点", "06-13 09:00"),
        ("周日吧，钟点不变", "06-14 09:00"),
        ("时间变了，下午两点", "06-12 14:00"),
    ],
)
def test_a_session_is_moved(said: str, session: str) -> None:
    lines = ("老秦：周五上午九点在供销社二楼开养蜂培训，都要来", "阿荷：要带本子吗", "老秦：带", f"老秦：{said}", "阿荷：好")
    assert sessions(talk(*lines), AT) == [session]


def test_a_limit_stays_when_the_session_is_moved() -> None:
    lines = ("老秦：周五上午九点在供销社二楼开养蜂培训，每组来两个人", "老秦：参训名单明天中午前发我", "阿荷：好", "老秦：培训推到周六上午十点，名单照旧")
    text = talk(*lines)
    assert sessions(text, AT) == ["06-13 10:00"]
    assert due(text, AT) == ["06-11 noon"]


def test_questions_answered_in_one_text() -> None:
    text = "关于养蜂培训，一并答复：\n哪天？周五。\n几点？上午九点半开始。\n谁参加？每组两位。"
    assert sessions(text, AT) == ["06-12 09:30"]


def test_days_of_a_daily_duty_answered_apart() -> None:
    text = "巡塘几个问题一起答：\n问：哪几天？答：6月12号到18号。\n问：报什么？答：当天水位。\n问：没水的塘呢？答：照样报。\n问：几点？答：每天下午五点前，填在腾讯文档里。"
    rule = read(text, AT).recurrence
    assert rule is not None
    assert (rule.rrule, rule.time, str(rule.start), str(rule.until)) == ("FREQ=DAILY", "17:00", "2026-06-12", "2026-06-18")
    assert due(text, AT) == []


def test_a_village_speaks_among_people() -> None:
    lines = ("老秦：各组的塘坝清单周五前要，做好发我", "桥头村：几点", "老秦：四点", "桥头村：好")
    assert due("\n".join(lines), AT) == ["06-12 16:00"]


def test_a_list_of_villages_is_no_talk() -> None:
    text = "塘坝清单明天下午三点前报我。各村口数：\n桥头村：12口\n河口村：9口\n桥头村：含山塘3口"
    assert due(text, AT) == ["06-11 15:00"]


def places(text: str) -> list[str | None]:
    return [event.place for event in read(text, AT).events]


CALL = "老秦：周五上午九点在供销社二楼开养蜂培训，都要来"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("换到老年食堂", "老年食堂"),
        ("供销社漏雨，搬去镇小学多媒体教室", "镇小学多媒体教室"),
        ("不在供销社了，去文化活动中心", "文化活动中心"),
        ("那就老年食堂", "老年食堂"),
        ("改到周六上午十点", "供销社二楼"),
        ("改十点，地点老年食堂", "老年食堂"),
    ],
)
def test_the_place_is_the_one_said_last(said: str, place: str) -> None:
    assert places(talk(CALL, "阿荷：二楼不是在刷墙吗", f"老秦：{said}", "阿荷：好")) == [place]


@pytest.mark.parametrize("said", ["能不能换到老年食堂", "要是换到老年食堂就好了", "我在老年食堂帮忙，晚点到"])
def test_a_wish_changes_no_place(said: str) -> None:
    assert places(talk(CALL, f"阿荷：{said}", "老秦：不行", "阿荷：哦")) == ["供销社二楼"]


def test_the_place_that_is_asked_for() -> None:
    text = "关于养蜂培训，一并答复：\n哪天？周五。\n几点？上午九点半开始。\n在哪？供销社二楼。\n谁参加？每组两位。"
    assert places(text) == ["供销社二楼"]


def test_who_set_a_limit_and_lets_everybody_off_gives_it_up() -> None:
    text = "[4/8 18:22] 周主任: 明早9点前把透析名单交上来\n[4/8 18:25] 小贺: 发哪里？\n[4/8 18:26] 周主任: 公共邮箱\n[4/9 08:32] 周主任: 给你们宽到4月13日，过了不等"
    assert due(text) == ["04-13"]


def test_english_talk_gives_everybody_longer() -> None:
    text = "8 April 17:40 - Ron: all drivers, we need odometer readings by 10 April\n8 April 17:41 - Van 3: can I do it later\n8 April 17:43 - Ron: fine, everybody has until 14 April, but it goes in the app"
    assert due(text) == ["04-14"]


def test_the_day_asked_for_is_the_limit() -> None:
    assert due("锅炉检测的事统一回一下：\n问：最晚哪天交检测报告？答：4月17日。\n问：扫描件行不行？答：不行，要盖章的纸质版。\n问：交到哪？答：安环部钟强，15100000388。\n问：消防队哪天来？答：4月24日，大家照常上班。") == ["04-17"]
