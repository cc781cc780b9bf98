"""Facts about what a day takes over from what was said before it: month, week, year; and from what is said later today."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.times import find_times
from bot.core.workdays import default_calendar

REF = datetime(2026, 9, 14, 9, 45)  # a Monday


def days(text: str, at: datetime = REF) -> list[str]:
    found = find_times(text, at, default_calendar())
    return [f"{(each.end or each.start):%m-%d}" + (f" {each.clock}" if each.clock else "") for each in found if each.start]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("10月16日前报参赛名单，22日前交作品", ["10-16", "10-22"]),
        ("10月16日在三楼召开换届工作会。22日前将贯彻落实情况报党建办", ["10-16", "10-22"]),
        ("报名时间：10月16日至19日；缴费时间：20日至25日", ["10-19", "10-25"]),
        ("10月16日开大会，22日前报参会名单", ["10-16", "09-22"]),
        ("10月份工作安排：\n1.18日前报台账；\n2.28日前报总结", ["10-31", "10-18", "10-28"]),
        ("下星期一前完成自查，星期三前将自查报告报安监站", ["09-21", "09-23"]),
        ("下周工作安排：\n1.周一前报低保台账；\n2.周五下班前报危房表", ["09-27", "09-21", "09-25"]),
        ("供电所下周一来取申请表，各村周六前收齐放村部", ["09-21", "09-19"]),
        ("2027年9月30日前完成主体并报进度表，12月20日前报竣工验收材料", ["09-30", "12-20"]),
    ],
)
def test_month_and_week_carry_on_to_later_days(text: str, wanted: list[str]) -> None:
    assert days(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("电子版网上周六中午前交齐", ["09-19"]),
        ("原件线下月底前交齐", ["09-30"]),
        ("附件3周五前报", ["09-18"]),
        ("表3周四前交给刘梅", ["09-17"]),
        ("登记表明天交到党建办", ["09-15"]),
        ("情况说明后天交", ["09-16"]),
        ("体检单月底前交", ["09-30"]),
        ("注意一下下个月5号前报", ["10-05"]),
        ("请各位代表明天到村部开会", ["09-15"]),
        ("一声明天开会", ["09-15"]),
        ("国庆节后返岗第一天报", ["10-08"]),
        ("统一周六交", ["09-19"]),
    ],
)
def test_the_word_before_a_time_is_no_part_of_it(text: str, wanted: list[str]) -> None:
    assert days(text) == wanted


@pytest.mark.parametrize("text", ["证明天数够", "说明天气情况", "讲明天然气费", "注明日期"])
def test_words_that_only_look_like_tomorrow_are_none(text: str) -> None:
    assert not [each for each in find_times(text, REF, default_calendar()) if each.start]


def test_an_hour_gone_by_today_is_the_one_still_ahead() -> None:
    assert days("今天10点前报值班表", datetime(2026, 9, 14, 19, 30)) == ["09-14 22:00"]


@pytest.mark.parametrize("text", ["明天上午9；00开会", "明天上午9.00开会", "明天上午9:00开会"])
def test_a_colon_may_be_written_otherwise_behind_half_of_a_day(text: str) -> None:
    assert days(text) == ["09-15 09:00"]


@pytest.mark.parametrize(("text", "clock"), [("明天下午2点40镇文化站开会", "14:40"), ("明晚七点二十村部见", "19:20")])
def test_minutes_may_stand_right_before_a_place(text: str, clock: str) -> None:
    assert days(text) == [f"09-15 {clock}"]


@pytest.mark.parametrize(
    ("text", "at", "limits"),
    [
        ("台账国庆节前一天17时前交", "2026-04-09 15:45", ["09-30 17:00"]),
        ("台账长假前一天17:00前交", "2026-02-12 16:25", ["02-14 17:00"]),
        ("台账放假前一天17时以前交", "2026-02-12 16:25", ["02-14 17:00"]),
        ("台账请在长假结束后第一个工作日报来", "2026-09-28 15:40", ["10-08"]),
        ("台账节后第一个工作日报来", "2026-10-08 07:40", ["10-08"]),
        ("台账下午两点 半前交", "2026-04-09 11:45", ["04-09 14:30"]),
        ("① 回执下周一早上交；② 接龙截止到周日晚上八点", "2026-04-09 15:45", ["04-13", "04-12 20:00"]),
    ],
)
def test_an_eve_keeps_its_hour_a_break_to_come_is_meant_and_the_next_item_has_a_week_of_its_own(text: str, at: str, limits: list[str]) -> None:
    assert days(text, datetime.fromisoformat(at)) == limits
