"""Facts about single dates of a duty that comes back: some fall out, some move, and the rhythm stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.core.models import Recurrence, RecurrenceException, Relation, Task
from bot.core.occurrences import follow_rule, plan_occurrences
from tests.core.rhythms import MONDAY, dates_told, told
from tests.factories import CALENDAR

WEEKLY = "各站所：从本周起每周五16:00前报项目进度周报，发到党政办邮箱。"
DAILY = "各村每天17:00前在群里报森林防火日报，报到明年1月15日。"
MONTHLY = "各村每月5日前把上月的高龄津贴变动月报表交民政办。"


@pytest.mark.parametrize(
    ("notice", "change", "dates"),
    [
        (WEEKLY, "这周的周报不用报了", ["12-04 16:00", "12-11 16:00"]),
        (WEEKLY, "下周项目进度周报停报一次，其他时间照旧", ["11-27 16:00", "12-11 16:00"]),
        (WEEKLY, "本周的周报提前到周四报", ["11-26 16:00", "12-04 16:00"]),
        (WEEKLY, "本周周报周四中午12点前报，周五县里要用", ["11-26 12:00", "12-04 16:00"]),
        (WEEKLY, "这周的项目进度周报可以推迟到下周一上午10点", ["11-30 10:00", "12-04 16:00"]),
        (DAILY, "明后两天防火日报不用报", ["11-23 17:00", "11-26 17:00"]),
        (DAILY, "防火日报周末不用报", ["11-23 17:00", "11-24 17:00", "11-25 17:00", "11-26 17:00", "11-27 17:00", "11-30 17:00"]),
        (MONTHLY, "12月份的高龄津贴月报表免报，系统里能取数", ["12-05 18:00", "02-05 18:00"]),
        (DAILY, "周三四五林区封山，防火日报不用报", ["11-23 17:00", "11-24 17:00", "11-28 17:00"]),
        (DAILY, "11月24日防火日报停报一天", ["11-23 17:00", "11-25 17:00"]),
        (DAILY, "平台升级，防火日报停报到25日", ["11-26 17:00", "11-27 17:00"]),
        (WEEKLY, "项目进度周报停报两周", ["12-11 16:00"]),
        (WEEKLY, "工地停工，项目进度周报先停两次，不用报", ["12-11 16:00"]),
        ("各社区每月25日前报流动人口变动月报表。", "1月、2月的流动人口月报免报，3月恢复", ["11-25 18:00", "12-25 18:00", "03-25 18:00"]),
    ],
)
def test_what_holds_but_once_changes_single_dates_and_not_the_rhythm(notice: str, change: str, dates: list[str]) -> None:
    assert told(notice, change)[0].relation is Relation.UPDATE
    assert dates_told(notice, change, count=len(dates)) == dates


@pytest.mark.parametrize("change", ["周报从这周起不用报了", "项目进度周报以后不用再报了"])
def test_what_is_let_off_from_now_on_is_over(change: str) -> None:
    assert told(WEEKLY, change)[0].relation is Relation.CANCEL


def test_a_question_changes_no_date() -> None:
    assert told(WEEKLY, "这周的周报还用报吗？")[0].relation in (Relation.NONE, Relation.DUPLICATE)


@pytest.mark.parametrize("said", ["要是下大雨，明天的防火日报可以不报", "小刘明天请假，防火日报他不用报", "国庆放假期间防火日报不停，照常报"])
def test_a_condition_or_one_man_s_leave_changes_no_date(said: str) -> None:
    assert dates_told(DAILY, said, count=2) == ["11-23 17:00", "11-24 17:00"]


def test_a_break_of_a_festival_ends_where_it_is_taken_up_again() -> None:
    dates = dates_told(DAILY, "元旦放假这几天防火日报停报，1月4日恢复", count=41)
    assert dates[-3:] == ["12-31 17:00", "01-04 17:00", "01-05 17:00"]


def test_the_same_exception_told_on_changes_nothing_more() -> None:
    verdict, facts = told(WEEKLY, "这周的周报不用报了", "各站所注意，这周的项目进度周报不用报")
    assert verdict.relation is Relation.DUPLICATE
    assert facts.recurrence is not None and len(facts.recurrence.exceptions) == 1


def test_a_limit_that_is_no_date_of_the_duty_is_a_duty_of_its_own() -> None:
    verdict, _ = told(DAILY, "下周二市里来查防火，各村明天中午前把防火台账补齐")
    assert (verdict.relation, verdict.maybe is not None) == (Relation.NEW, True)


def test_a_date_that_fell_out_and_is_wanted_after_all_is_open_again() -> None:
    friday = date(2026, 11, 27)
    rule = Recurrence("FREQ=WEEKLY;BYDAY=FR", "16:00")
    without = replace(rule, exceptions=(RecurrenceException(friday, friday),))
    task = Task(1, replace(told(WEEKLY)[1], recurrence=rule), "m", MONDAY)
    known = plan_occurrences(task, (), MONDAY, CALENDAR)
    left = replace(task, facts=replace(task.facts, recurrence=without))
    gone = {each.date: each for each in (*known, *follow_rule(left, rule, known, MONDAY, CALENDAR))}
    assert {each.date: each.state for each in gone.values()} == {friday: "void", date(2026, 12, 4): "open"}
    back = follow_rule(task, without, tuple(gone.values()), MONDAY, CALENDAR)
    assert [(each.date, each.state) for each in back if each.date == friday] == [(friday, "open")]
