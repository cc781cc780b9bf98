"""Facts about which of a task's dates a message moves: the one that it names beside the new day or the length."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.models import Message, Relation
from bot.core.relate import moved_too
from bot.core.understand import understand
from tests.core.test_time_changes import CALENDAR, FIRST, after, limits, sessions

PAPERS = "各村12月1日前上报优抚对象花名册，12月5日前上报退役军人信息台账，12月9日前完成光荣牌悬挂核查"
FORM_AND_PLAN = "河道自查表26号前发我，治理方案12月3日下班前交水利站"
MEETING = "12月5日上午9点在村部二楼开股东代表会，11月30日前把提案报给我"
TRAINING = "12月8日上午10点在党校举办统计培训，各单位12月2日前报名"
OF_TWO = "三组党员会12月2日晚7点，四组党员会12月3日晚7点，请包组干部参加"


@pytest.mark.parametrize(
    ("notice", "said", "expected"),
    [
        (FORM_AND_PLAN, "自查表可以晚一天", ["11-27", "12-03 cob"]),
        (FORM_AND_PLAN, "治理方案顺延两天，自查表不变", ["11-26", "12-05 cob"]),
        (FORM_AND_PLAN, "方案不能晚，自查表可以晚一天", ["11-27", "12-03 cob"]),
        (FORM_AND_PLAN, "河道的材料整体顺延两天", ["11-28", "12-05 cob"]),
        (FORM_AND_PLAN, "自查表延到27号，方案延到12月8日", ["11-27", "12-08"]),
        (PAPERS, "台账推迟到12月8日，花名册不变", ["12-01", "12-08", "12-09"]),
        (PAPERS, "光荣牌核查时间紧，顺延一周", ["12-01", "12-05", "12-16"]),
        (PAPERS, "花名册和台账都延到12月7日", ["12-07", "12-07", "12-09"]),
        (PAPERS, "花名册可以缓到3号，核查提前到8号", ["12-03", "12-05", "12-08"]),
        (PAPERS, "信息台账早两天交", ["12-01", "12-03", "12-09"]),
        (PAPERS, "台账由12月5日调整至12月6日下午5点", ["12-01", "12-06 17:00", "12-09"]),
        ("第一批问卷12月1日前交，第二批问卷12月10日前交，交统计站", "第二批问卷延到12月15日", ["12-01", "12-15"]),
        ("请12月10日前完成数据上报，纸质表12月14日前送财政所", "【更正】上报时间12月10日更正为12月18日，纸质表时间相应延至12月22日", ["12-18", "12-22"]),
        ("总报告30号前报县办，分表26号前报镇里", "总报告提前到周五", ["11-26", "11-27"]),
    ],
)
def test_of_several_limits_those_move_that_are_named_beside_the_new_day(notice: str, said: str, expected: list[str]) -> None:
    verdict, facts = after(notice, said)
    assert (verdict.relation, limits(facts)) == (Relation.UPDATE, expected)


@pytest.mark.parametrize(
    ("notice", "said", "due", "held"),
    [
        (TRAINING, "统计培训报名延长至12月4日，培训改到12月11日上午10点", ["12-04"], ["12-11 10:00 党校"]),
        (TRAINING, "报名延到3日，培训时间不变", ["12-03"], ["12-08 10:00 党校"]),
        (TRAINING, "统计培训改到12月9日，时间不变，报名延到4日", ["12-04"], ["12-09 10:00 党校"]),
        (MEETING, "代表会推迟一周，提案还是11月30日前", ["11-30"], ["12-12 09:00 村部二楼"]),
        (MEETING, "提案可以晚两天报", ["12-02"], ["12-05 09:00 村部二楼"]),
        (MEETING, "代表会提前到12月4日，提案也提前一天", ["11-29"], ["12-04 09:00 村部二楼"]),
        (OF_TWO, "四组党员会改到12月4日晚7点", [], ["12-02 19:00", "12-04 19:00"]),
        (OF_TWO, "三组党员会推后一小时", [], ["12-02 20:00", "12-03 19:00"]),
    ],
)
def test_of_meetings_and_papers_each_moves_as_it_is_named(notice: str, said: str, due: list[str], held: list[str]) -> None:
    _, facts = after(notice, said)
    assert (limits(facts), sessions(facts)) == (due, held)


@pytest.mark.parametrize(
    "said",
    [
        "花名册能不能晚两天？",
        "如果下雪，核查推迟到12月12日",
        "花名册不得推迟到12月2日以后",
        "柳沟村申请花名册延到12月4日",
        "柳沟、石梁两个村路断了，核查可以延到12月15日，其他村还是9号",
        "花名册还有三个村没报，1号前必须报",
    ],
)
def test_what_is_asked_supposed_forbidden_or_for_some_moves_nothing(said: str) -> None:
    _, facts = after(PAPERS, said)
    assert limits(facts) == ["12-01", "12-05", "12-09"]


def test_a_limit_that_moved_is_still_known_by_what_it_is_for() -> None:
    _, facts = after(FORM_AND_PLAN, "自查表延到27号", "治理方案提前到12月1日", "自查表延到28号")
    assert limits(facts) == ["11-28", "12-01"]
    assert [each.about for each in facts.deadlines] == ["填河道自查表", "交治理方案"]


def test_who_tells_on_that_one_limit_moves_does_not_move_it_again_and_the_other_may_move_as_far() -> None:
    _, facts = after(FORM_AND_PLAN, "治理方案晚两天", "治理方案晚两天，大家看到没")
    assert limits(facts) == ["11-26", "12-05 cob"]
    _, facts = after(FORM_AND_PLAN, "治理方案晚两天", "自查表也晚两天")
    assert limits(facts) == ["11-28", "12-05 cob"]


@pytest.mark.parametrize(
    ("notice", "said", "due", "held"),
    [
        ("志愿服务日定在26号下午2点，活动小结第二天下班前发", "志愿服务日挪到30号，时间不变", ["12-01 cob"], ["11-30 14:00"]),
        ("12月5日上午9点开股东代表会，会议记录次日上午报给我", "代表会推迟三天", ["12-09 morning"], ["12-08 09:00"]),
        ("12月5日上午9点开股东代表会，名单会前三天报给我", "代表会改到12月9日", ["12-06"], ["12-09 09:00"]),
        ("12月5日上午9点开股东代表会，12月6日前把会议记录报给我", "代表会推迟到12月8日", ["12-06"], ["12-08 09:00"]),
    ],
)
def test_a_limit_counted_from_a_meeting_moves_with_it(notice: str, said: str, due: list[str], held: list[str]) -> None:
    _, facts = after(notice, said)
    assert (limits(facts), sessions(facts)) == (due, held)


@pytest.mark.parametrize("said", ["应急演练改到12月4日下午同一时间", "应急演练改到12月4日，时间不变", "应急演练推迟到12月4日老时间"])
def test_a_meeting_keeps_its_hour_where_that_is_said(said: str) -> None:
    _, facts = after("12月3日下午3:30应急演练，全体干部参加", said)
    assert sessions(facts) == ["12-04 15:30"]


def test_what_takes_place_moves_and_leaves_the_papers_for_it() -> None:
    _, facts = after("下周二市领导调研，请各村准备，线路图周五前报党政办", "调研改到下周三了")
    assert (limits(facts), sessions(facts)) == (["11-27"], ["12-02"])


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("燃气台账延到下周一，电动车自查表提前到下周二", "11-30", "12-01"),
        ("燃气台账晚两天，电动车自查表晚一天", "11-29", "12-03"),
        ("电动车自查表提前到下周二，燃气台账不变", "11-27", "12-01"),
    ],
)
def test_two_tasks_that_are_named_each_with_its_day_move_each_to_its_own(said: str, first: str, second: str) -> None:
    texts = ("燃气台账周五前报住建站", "电动车自查表下周三前报派出所", said)
    verdict, facts = after(*texts)
    found = {verdict.of: limits(facts)}
    for number in verdict.also:
        message = Message("tg:1:0", FIRST + timedelta(hours=2), said, by="tg:1")
        moved = moved_too(message, understand(message, CALENDAR), after(texts[number - 1])[1], CALENDAR)
        assert moved is not None
        found[number] = limits(moved[0])
    assert found in ({1: [first], 2: [second]}, {2: [second]}, {1: [first]})
    assert verdict.also or "不变" in said


@pytest.mark.parametrize(
    ("said", "limit"),
    [
        ("困难职工名单还有四家没交，明天中午12点前必须交齐", "11-24 12:00"),
        ("困难职工名单还差两家，明天下班前务必收齐", "11-24 cob"),
        ("困难职工名单还有四家没交，周四前必须交齐", "11-26"),
        ("困难职工名单还有四家没交，明天要通报", "11-26"),
        ("困难职工名单还有四家没交，今天上午必须动起来", "11-26"),
    ],
)
def test_who_presses_moves_the_limit_only_by_an_earlier_one_in_hard_words(said: str, limit: str) -> None:
    _, facts = after("困难职工名单周四前报工会", said)
    assert limits(facts) == [limit]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("自查表可以28号再发，方案不变", ["11-28", "12-03 cob"]),
        ("治理方案县里催得急，12月1日就要，自查表还是26号", ["11-26", "12-01"]),
        ("自查表28号前交就行", ["11-28", "12-03 cob"]),
        ("更正一下，治理方案是12月2日下班前，不是12月3日", ["11-26", "12-02 cob"]),
        ("自查表26号前交就行，方案12月3日再交", ["11-26", "12-03 cob"]),
        ("自查表我25号交可以吗？", ["11-26", "12-03 cob"]),
        ("自查表我请假，30号再补交行不行", ["11-26", "12-03 cob"]),
        ("我们村的自查表25号就报了", ["11-26", "12-03 cob"]),
    ],
)
def test_a_new_day_for_what_is_named_moves_it_without_a_word_of_moving(said: str, expected: list[str]) -> None:
    _, facts = after(FORM_AND_PLAN, said)
    assert limits(facts) == expected
