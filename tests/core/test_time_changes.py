"""Facts about changes of time as people tell them on: what the list says afterwards, in a chat that knows neither group nor sender."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Message, Notice, Relation, Verdict
from bot.core.relate import RelateReason, moved_too, relate
from bot.core.relate.time_changes import shift_of
from bot.core.understand import understand
from bot.core.workdays import default_calendar
from tests.bench.streams import Ledger

CALENDAR = default_calendar()
FIRST = datetime(2026, 11, 23, 9, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
"""A Monday."""

_ids = count(1)

SURVEY = "各村请于11月25日17:00前把防汛隐患排查表报应急办小刘"
MEETING = "定于11月27日（周五）14:30在镇政府三楼会议室召开安全生产例会，各村主任参加，名单26日中午前报应急办"
DAILY = "医保征缴进度从今天起每天下午5点前接龙，到12月31日结束"


def after(*texts: str) -> tuple[Verdict, Notice]:
    """The verdict on the last of the messages, an hour apart, and the facts of its task then."""
    ledger = Ledger()
    for hour, text in enumerate(texts):
        message = Message(f"tg:1:{next(_ids)}", FIRST + timedelta(hours=hour), text, by="tg:1")
        notice = understand(message, CALENDAR)
        verdict = relate(message, notice, list(ledger.tasks.values()), CALENDAR)
        ledger.apply(message, notice, verdict)
    return verdict, ledger.tasks[verdict.of or len(ledger.tasks)].task.facts


def limits(facts: Notice) -> list[str]:
    return [f"{each.date:%m-%d} {each.time or each.part or ''}".strip() for each in facts.deadlines]


def sessions(facts: Notice) -> list[str]:
    return [f"{each.date:%m-%d} {each.time or each.part or ''} {each.place or ''}".strip() for each in facts.events]


def test_a_limit_that_moves_in_so_many_words_moves_whoever_passes_it_on() -> None:
    verdict, facts = after(SURVEY, "各村注意，刚接县防指通知，防汛隐患排查表提前到24号下午5点前报，照片可以25号补")
    assert verdict.reason == RelateReason.DEADLINE_MOVED
    assert limits(facts) == ["11-24 17:00", "11-25 17:00"]


@pytest.mark.parametrize(
    ("said", "limit"),
    [("防汛隐患排查表再给两天", "11-27 17:00"), ("防汛隐患排查表提前一天报", "11-24 17:00"), ("防汛隐患排查表往后顺延一周", "12-02 17:00"), ("防汛排查表推迟半小时", "11-25 17:30")],
)
def test_a_limit_moves_by_as_much_as_is_said(said: str, limit: str) -> None:
    _, facts = after(SURVEY, said)
    assert limits(facts) == [limit]


def test_who_tells_a_shift_on_does_not_shift_again() -> None:
    verdict, facts = after(SURVEY, "防汛隐患排查表再给两天", "应急办说了，防汛隐患排查表再给两天，大家抓紧")
    assert limits(facts) == ["11-27 17:00"]
    assert verdict.relation is not Relation.UPDATE


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("会议往后推一个小时", timedelta(hours=1)),
        ("活动提前半小时", timedelta(minutes=-30)),
        ("再宽限三天", timedelta(days=3)),
        ("顺延两个工作日", timedelta(days=2)),
        ("请提前15分钟到场", None),
        ("有事提前一天请假", None),
        ("因遇台风，活动推迟两天", timedelta(days=2)),
        ("请提前一天打扫干净", None),
        ("植树活动如遇雨顺延一天", None),
        ("晚一天扣一分", None),
        ("服务时间延长一小时", None),
        ("报名时间延长三天", timedelta(days=3)),
        ("三天内报", None),
        ("今晚两小时", None),
    ],
)
def test_a_shift_is_read_from_what_moves_and_not_from_how_early_to_come(text: str, by: timedelta | None) -> None:
    assert shift_of(text) == by


def test_a_meeting_put_off_has_no_day_until_one_is_told() -> None:
    verdict, facts = after(MEETING, "通知：原定27日的安全生产例会因故推迟，具体时间另行通知")
    assert verdict.reason == RelateReason.PUT_OFF
    assert (sessions(facts), limits(facts)) == ([], ["11-26 noon"])
    _, facts = after(MEETING, "原定27日的安全生产例会因故推迟，具体时间另行通知", "安全生产例会重新定了：12月1日上午9点，在镇政府四楼")
    assert sessions(facts) == ["12-01 09:00 镇政府四楼"]


def test_what_would_be_put_off_if_it_rained_keeps_its_day() -> None:
    walk = "定于11月28日上午9点在滨河广场举行健步走，各单位10人参加"
    _, facts = after(walk, "11月28日上午9点滨河广场健步走，如遇雨顺延，具体时间另行通知")
    assert sessions(facts) == ["11-28 09:00 滨河广场"]


def test_the_room_of_a_meeting_moves_also_where_papers_are_asked_for_before_it() -> None:
    _, facts = after(MEETING, "会议改到四楼西会议室了，时间不变")
    assert sessions(facts) == ["11-27 14:30 四楼西会议室"]


def test_papers_for_a_meeting_move_without_it() -> None:
    _, facts = after(MEETING, "安全生产例会的参会名单延到27日上午10点前报")
    assert sessions(facts) == ["11-27 14:30 镇政府三楼会议室"]
    assert limits(facts) == ["11-27 10:00"]


def test_a_rhythm_that_gives_way_to_another_ends_no_duty() -> None:
    verdict, facts = after(DAILY, "医保征缴不用天天报了，改每周一、周四报")
    assert verdict.reason == RelateReason.RHYTHM_CHANGED
    rule = facts.recurrence
    assert rule is not None
    assert (rule.rrule, rule.time, str(rule.until)) == ("FREQ=WEEKLY;BYDAY=MO,TH", "17:00", "2026-12-31")


@pytest.mark.parametrize(
    ("duty", "said", "rule", "time"),
    [
        ("各组每周五下班前把巡查截图发给小阚", "这周起截图改成周四下班前交，周五小阚要去县里", "FREQ=WEEKLY;BYDAY=TH", None),
        ("各村每天晚上8点前发塘坝巡查照片到群里", "塘坝照片早一点，改成下午6点半前发，天黑了拍不清", "FREQ=DAILY", "18:30"),
        ("公益性岗位考勤表各村每月25日前报人社所", "考勤表要跟工资走，以后改成20号前报", "FREQ=MONTHLY;BYMONTHDAY=20", None),
        ("公益性岗位考勤表各村每月25日前报人社所", "考勤表这个月24号就要，县里提前对账", "FREQ=MONTHLY;BYMONTHDAY=25", None),
    ],
)
def test_a_rhythm_moves_to_the_day_or_hour_said_for_it_from_now_on(duty: str, said: str, rule: str, time: str | None) -> None:
    _, facts = after(duty, said)
    assert facts.recurrence is not None
    assert (facts.recurrence.rrule, facts.recurrence.time) == (rule, time)


def test_a_new_number_of_pictures_takes_the_place_of_the_old() -> None:
    verdict, facts = after("小区消防通道照片，明天下班前发我，每个单元2张", "消防通道照片改成每单元3张，其他不变")
    assert verdict.relation is Relation.UPDATE
    assert [(spec.item, spec.count_min) for spec in facts.specs] == [("photo", 3)]


def test_of_several_limits_the_one_that_is_named_moves() -> None:
    _, facts = after("各村请于12月10日前完成渠道清淤，12月15日前将验收表报镇水利站", "渠道清淤可以缓到15号，验收表时间不变")
    assert limits(facts) == ["12-15", "12-15"]


def test_of_two_tasks_that_may_be_meant_alike_none_is_changed_without_asking() -> None:
    texts = ("1月份高龄津贴变动表12月25日前报民政办", "2月份高龄津贴变动表1月25日前报民政办")
    verdict, _ = after(*texts, "高龄津贴那张变动表提前到12月20号")
    assert (verdict.relation, verdict.maybe is not None) == (Relation.NEW, True)
    verdict, facts = after(*texts, "高龄津贴那张变动表（1月的）提前到12月20号")
    assert (verdict.of, limits(facts)) == (1, ["12-20"])


def test_two_limits_that_move_together_both_move() -> None:
    texts = ("各村：山洪灾害危险区人员台账11月27日前报镇水利站", "各村：农村房屋安全隐患台账11月26日前报镇村建所", "危险区人员台账和房屋隐患台账都延到下周一下班前")
    verdict, facts = after(*texts)
    assert limits(facts) == ["11-30 cob"]
    assert verdict.also
    [second] = verdict.also
    message = Message("tg:1:0", FIRST + timedelta(hours=2), texts[2], by="tg:1")
    moved = moved_too(message, understand(message, CALENDAR), after(texts[second - 1])[1], CALENDAR)
    assert moved is not None
    assert limits(moved[0]) == ["11-30 cob"]


def test_a_rhythm_that_gives_way_to_one_last_figure_leaves_that_limit() -> None:
    _, facts = after(DAILY, "医保征缴进度不用天天报了，12月31日前报一次总数就行")
    assert (facts.recurrence, limits(facts)) == (None, ["12-31"])


@pytest.mark.parametrize("said", ["今天下午的干部职工篮球友谊赛取消，请互相转告", "县气象台取消暴雨橙色预警"])
def test_what_is_called_off_by_a_name_of_its_own_is_no_known_task_and_no_new_one(said: str) -> None:
    verdict, _ = after(MEETING, SURVEY, said)
    assert verdict.relation is Relation.NONE


def test_what_was_called_off_and_is_wanted_after_all_has_its_new_limit() -> None:
    verdict, facts = after(SURVEY, "防汛隐患排查表不用报了，县里从系统里导", "不好意思各位，防汛隐患排查表县里又要了，27号前报上来")
    assert verdict.reason == RelateReason.ASKED_AGAIN
    assert limits(facts) == ["11-27"]


def test_papers_stay_due_when_their_meeting_falls_out() -> None:
    verdict, facts = after(MEETING, "安全生产例会不开了，名单照报，时间不变")
    assert verdict.relation is Relation.UPDATE
    assert (sessions(facts), limits(facts)) == ([], ["11-26 noon"])


@pytest.mark.parametrize("told", ["班子会定在周五上午8:30。", "班子会时间定了，周五上午8:30", "班子会周五上午8:30开"])
def test_a_meeting_put_off_until_further_notice_takes_the_day_that_is_told_at_last(told: str) -> None:
    first = "周四下午3点班子会，三楼会议室，各分管领导准备汇报材料，周三下班前发我"
    verdict, facts = after(first, "班子会时间另行通知，材料照交。")
    assert (verdict.reason, limits(facts), sessions(facts)) == (RelateReason.PUT_OFF, ["11-25 cob"], [])
    verdict, facts = after(first, "班子会时间另行通知，材料照交。", told)
    assert (verdict.of, limits(facts), sessions(facts)) == (1, ["11-25 cob"], ["11-27 08:30 三楼会议室"])


@pytest.mark.parametrize("told", ["消防照片10点太赶，12点前都行", "消防检查照片放宽到中午12点前发"])
def test_an_hour_that_is_granted_is_of_the_day_that_is_known(told: str) -> None:
    _, facts = after("明天上午10点前把消防检查照片发群里，每村3张。", told)
    assert limits(facts) == ["11-24 12:00"]
