"""A list of routine duties is as many tasks as it has rhythms; a notice with one rhythm, however many lines, is one."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.doubts import ANOTHER_RHYTHM
from bot.core.listed_duties import listed_duties
from bot.core.models import Message
from bot.core.rules_beside import differ
from bot.core.understand import understand
from bot.core.workdays import default_calendar

AT = datetime(2026, 9, 23, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
CALENDAR = default_calendar()


def read(message):
    return understand(message, CALENDAR)


def duties_of(text):
    message = Message("m", AT, text)
    return listed_duties(message, read(message), read)


def rules_of(text):
    return [(notice.recurrence.rrule, notice.recurrence.time) for _, notice in duties_of(text)]


def test_lines_that_come_back_by_different_rules_are_duties_of_their_own():
    text = "每周一碰头会，上午9点到10点，三楼会议室。\n每周五下午2点到4点收报表，逾期不候。\n每月25日前报下月计划"
    assert rules_of(text) == [("FREQ=WEEKLY;BYDAY=MO", "09:00"), ("FREQ=WEEKLY;BYDAY=FR", "16:00"), ("FREQ=MONTHLY;BYMONTHDAY=25", None)]
    assert [part.id for part, _ in duties_of(text)] == ["m#1", "m#2", "m#3"]


@pytest.mark.parametrize(
    "marks", [("一、", "二、", "三、"), ("1. ", "2. ", "3. "), ("①", "②", "③"), ("（1）", "（2）", "（3）"), ("一是", "二是", "三是")]
)
@pytest.mark.parametrize("between", ["\n", "；"])
def test_numbered_items_are_taken_apart_on_lines_and_within_one(marks, between):
    duties = ("每天17:00前报巡查情况", "每周四下班前报下周日程", "每月3日前交上月值班台账")
    text = "各站所：" + between.join(mark + duty for mark, duty in zip(marks, duties, strict=True)) + "。"
    assert [rule for rule, _ in rules_of(text)] == ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TH", "FREQ=MONTHLY;BYMONTHDAY=3"]


def test_what_belongs_to_no_item_stays_with_each():
    text = "各站所：\n一、日报。\n每天17:00前报巡查情况。\n二、周报。\n每周四下班前报日程。\n联系人：李敏 0512-66551234"
    (first, one), (second, other) = duties_of(text)
    assert (one.title, other.title) == ("日报", "周报")
    assert one.contacts == other.contacts != ()
    assert one.contacts[0].name == "李敏"
    assert "每周四" not in first.text
    assert "每天" not in second.text
    assert first.text.startswith("各站所：")


def test_a_heading_that_tells_little_gives_way_to_what_it_heads():
    text = "各村：\n一、信访维稳。每天17:00前零报告。\n二、安全生产。每周五下班前报隐患排查台账。\n三、会议。10月15日下午2:30在镇三楼会议室召开年终总结会，支部书记参加。"
    assert [notice.title for _, notice in duties_of(text)] == ["信访维稳", "安全生产", "年终总结会"]


def test_a_duty_for_once_among_them_is_one_of_its_own():
    duties = [notice for _, notice in duties_of("①每天18点前网格巡查接龙\n②10月15日前报村集体收入\n③每周六20点前发人居环境照片")]
    assert [notice.recurrence is not None for notice in duties] == [True, False, True]
    assert [str(each.date) for each in duties[1].deadlines] == ["2026-10-15"]


@pytest.mark.parametrize(
    "text",
    [
        "各村每周五17:00前报周报。\n联系人：李敏 0512-66551234",
        "各村：原来每天报的巡查情况\n今后每周五17:00前报一次\n报党政办",
        "张三 2026/9/22 09:30:11\n台账每天报\n张三 2026/9/22 10:30:11\n还是每周五17点前报吧",
        "每周五17:00前报A表\n每周五17:00前报B表",
        "每周五17:00前报周报\n首次10月9日报",
        "项目｜周期\n日报｜每天17点前报\n周报｜每周五17点前报",
    ],
)
def test_one_duty_and_what_is_said_about_it_stay_together(text):
    assert duties_of(text) == ()


def test_a_rhythm_that_cannot_be_told_apart_is_at_least_named():
    notice = read(Message("m", AT, "项目｜周期\n巡查日报｜各村每天17点前报送\n工作周报｜各村每周五17点前报送"))
    assert [doubt.said for doubt in notice.unsure if doubt.code == ANOTHER_RHYTHM]


def test_rules_are_the_same_duty_where_one_only_tells_the_other_more_exactly():
    assert not differ("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=FR")
    assert not differ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
    assert not differ("FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1")
    assert not differ("FREQ=MONTHLY;BYMONTHDAY=1,15", "FREQ=MONTHLY;BYMONTHDAY=15")
    assert differ("FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=FR")
    assert differ("FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2")
    assert differ("FREQ=WEEKLY;BYDAY=FR", "FREQ=MONTHLY;BYMONTHDAY=5")


WHENS = {"每天": "FREQ=DAILY", "每周五": "FREQ=WEEKLY;BYDAY=FR", "每周二": "FREQ=WEEKLY;BYDAY=TU", "每月25日": "FREQ=MONTHLY;BYMONTHDAY=25", "每月8日": "FREQ=MONTHLY;BYMONTHDAY=8"}
PAPERS = ("巡查情况", "信访台账", "值班表", "进度报表", "矛盾纠纷台账")


@given(st.lists(st.sampled_from(sorted(WHENS)), min_size=2, max_size=5, unique=True), st.permutations(PAPERS), st.sampled_from(["{}17:00前报{}", "{}17点之前把{}发群里", "请各村{}17:00前报送{}"]))
def test_no_line_of_a_list_is_lost(whens, papers, shape):
    text = "\n".join(shape.format(when, paper) for when, paper in zip(whens, papers, strict=False))
    assert rules_of(text) == [(WHENS[when], "17:00") for when in whens]


@given(st.lists(st.sampled_from(["每天17:00前报表", "每周五17:00前报表", "①每月8日前交台账", "一、10月9日前报名单；", "联系人：李敏", "2. 每周一9:00开会，三楼", ""]), max_size=7))
def test_every_word_of_a_list_stands_in_some_duty(lines):
    parts = duties_of("\n".join(lines))
    if parts:
        for line in lines:
            assert any(line in part.text for part, _ in parts)
