"""Facts about duties that come back otherwise than before: from a later day, in another measure, until another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.lifecycle import Dossier, Step, finish
from bot.core.models import Occurrence, Recurrence, Relation, Rung, Task
from bot.core.occurrences import dates_between, follow_rule, instant_of, plan_occurrences
from bot.core.reminding import plan_reminders
from storage.columns import as_json, from_json
from tests.core.rhythms import MONDAY, dates_told, tasks_told, told
from tests.factories import CALENDAR, member

WEEKLY = "各村：每周五15:00前报河道保洁周报，发农业农村办邮箱。"
DAILY = "各村每天18:00前在群里报抗旱用水情况。"
UNTIL = "各村每晚9点前报值班情况，报到周五。"
MONTHLY = "各社区每月25日前报流动人口变动月报表。"
WORKDAYS = "各班组每天上午8点前报工人到岗数，周末和节假日不报。"
FRIDAYS = ["11-27 15:00", "12-04 15:00", "12-11 15:00"]


@pytest.mark.parametrize(
    ("notice", "change", "dates"),
    [
        (WEEKLY, "河道保洁周报从下周起改成周三报", ["11-27 15:00", "12-02 15:00", "12-09 15:00"]),
        (WEEKLY, "下个月开始河道保洁周报改为每两周报一次", ["11-27 15:00", "12-04 15:00", "12-18 15:00"]),
        (DAILY, "抗旱用水从11月25日起改为16:00前报", ["11-23 18:00", "11-24 18:00", "11-25 16:00"]),
        (DAILY, "周四起用水情况不用天天报了，改每周一报", ["11-23 18:00", "11-24 18:00", "11-25 18:00", "11-30 18:00"]),
        (MONTHLY, "流动人口月报表明年起改为每月20日前报", ["11-25 18:00", "12-25 18:00", "01-20 18:00"]),
        (MONTHLY, "流动人口月报表从12月起改为每月10日前报，11月的还是25日", ["11-25 18:00", "12-10 18:00", "01-10 18:00"]),
        (WEEKLY, "河道保洁周报从本周起改成周四报", ["11-26 15:00", "12-03 15:00"]),
        (WEEKLY, "河道保洁周报今后每两周报一次", ["11-27 15:00", "12-11 15:00"]),
    ],
)
def test_until_a_new_rhythm_starts_the_dates_of_the_old_one_stay_due(notice: str, change: str, dates: list[str]) -> None:
    assert dates_told(notice, change, count=len(dates)) == dates


@pytest.mark.parametrize(
    ("notice", "change", "dates"),
    [
        (MONTHLY, "流动人口的表改季度报了", ["12-25 18:00", "03-25 18:00"]),
        (DAILY, "从下周一起用水情况不用每天报了，每周汇总报一次，周四", [*(f"11-{day} 18:00" for day in range(23, 30)), "12-03 18:00"]),
        (WORKDAYS, "工人到岗数改到每天上午7:30前报", ["11-24 07:30", "11-25 07:30", "11-26 07:30", "11-27 07:30", "11-30 07:30"]),
        (MONTHLY, "12月的流动人口月报提前到21号报，以后还是25号", ["11-25 18:00", "12-21 18:00", "01-25 18:00"]),
    ],
)
def test_another_measure_keeps_the_days_that_are_not_told(notice: str, change: str, dates: list[str]) -> None:
    assert dates_told(notice, change, count=len(dates)) == dates


@pytest.mark.parametrize(
    ("notice", "change", "dates"),
    [
        (WEEKLY, "河道保洁周报12月4日结束，之后不用报了", FRIDAYS[:2]),
        (WEEKLY, "河道保洁周报报到12月11日为止", FRIDAYS),
        (WEEKLY, "从12月起河道保洁周报不用报了", FRIDAYS[:1]),
        (DAILY, "旱情缓解，用水情况明天是最后一次，后天起不用报", ["11-23 18:00", "11-24 18:00"]),
        (UNTIL, "值班情况继续报，报到12月1日", [*(f"11-{day} 21:00" for day in range(23, 31)), "12-01 21:00"]),
        (UNTIL, "值班情况再报两天", [f"11-{day} 21:00" for day in range(23, 30)]),
    ],
)
def test_a_rhythm_goes_on_until_the_day_that_is_told_last(notice: str, change: str, dates: list[str]) -> None:
    assert dates_told(notice, change, count=len(dates) + 2) == dates


@pytest.mark.parametrize("change", ["用水情况到昨天为止，不用报了", "抗旱用水情况从现在起不用报了"])
def test_what_has_no_date_left_is_over(change: str) -> None:
    assert tasks_told(DAILY, change) == [False]


@pytest.mark.parametrize(
    "said",
    [
        "河道保洁周报是不是从12月起改周三报？",
        "收到，河道保洁周报每周五报",
        "要是县里同意，河道保洁周报从下周起改成周三报",
        "河道保洁周报12月4日结束吗",
        "河道保洁周报时间不变，还是每周五",
    ],
)
def test_a_question_a_condition_or_an_answer_changes_no_rhythm(said: str) -> None:
    assert dates_told(WEEKLY, said) == FRIDAYS


def test_the_rhythm_of_a_paper_of_another_name_is_a_duty_of_its_own() -> None:
    assert dates_told(WEEKLY, "安全生产周报改为每周三报") == FRIDAYS
    assert tasks_told(WEEKLY, "安全生产周报改为每周三报") == [True, True]


def test_another_rhythm_of_the_same_named_paper_is_no_second_duty() -> None:
    texts = "每周五下午4点前报信访周报给信访办。", "信访周报从12月起每两周报一次，单周周五"
    assert told(*texts)[0].relation is Relation.UPDATE
    assert dates_told(*texts) == ["11-27 16:00", "12-04 16:00", "12-18 16:00"]


TWICE = Recurrence("FREQ=DAILY", "16:00", hours=("09:00", "16:00"))
ME = member()


@pytest.mark.parametrize(
    ("texts", "dates"),
    [
        (["各泵站每天上午10点、下午5点各报一次水位。"], ["11-23 10:00", "11-23 17:00", "11-24 10:00", "11-24 17:00"]),
        ([DAILY, "用水情况改每天报两次，上午11点、下午6点"], ["11-23 11:00", "11-23 18:00", "11-24 11:00"]),
        (["各泵站每天上午9点、下午5点各报一次水位。", "明天起下午那次水位改16:00前报"], ["11-23 09:00", "11-23 17:00", "11-24 09:00", "11-24 16:00"]),
    ],
)
def test_what_is_due_twice_a_day_has_both_hours(texts: list[str], dates: list[str]) -> None:
    assert dates_told(*texts, count=len(dates)) == dates


def test_done_for_one_hour_it_is_due_at_the_next_one_and_a_second_tap_closes_nothing() -> None:
    task = Task(1, replace(told(DAILY)[1], recurrence=TWICE), "m", MONDAY)
    first = Dossier(task, occurrences=plan_occurrences(task, (), MONDAY, CALENDAR))
    [this] = first.occurrences
    assert f"{this.at:%H:%M}" == "09:00"
    done = finish(first, ME, True, MONDAY, CALENDAR, on=this.date)
    assert done.step is Step.OCCURRENCE_DONE
    assert [f"{each.at:%H:%M} {each.state}" for each in done.after[0].occurrences] == ["16:00 open"]
    assert finish(done.after[0], ME, True, MONDAY + timedelta(minutes=1), CALENDAR, on=this.date).step is Step.ALREADY
    late = finish(done.after[0], ME, True, MONDAY + timedelta(hours=7), CALENDAR, on=this.date)
    assert [each.state for each in late.after[0].occurrences if each.date == this.date] == ["done"]


def test_who_misses_the_first_hour_of_the_day_is_reminded_of_the_second_and_told_once_the_day_after() -> None:
    task = Task(1, replace(told(DAILY)[1], recurrence=TWICE), "m", MONDAY)
    planned = plan_reminders(task, [ME], MONDAY, CALENDAR, occurrences=plan_occurrences(task, (), MONDAY, CALENDAR))
    assert {f"{each.about.astimezone(MONDAY.tzinfo):%H:%M}" for each in planned if each.rung is not Rung.OVERDUE} == {"09:00", "16:00"}
    assert [f"{each.about.astimezone(MONDAY.tzinfo):%H:%M}" for each in planned if each.rung is Rung.OVERDUE] == ["16:00"]


@pytest.mark.parametrize(
    ("notice", "dates"),
    [
        ("各社区每月25日前报流动人口变动月报表，这个月27号前给我就行。", ["11-27 18:00", "12-25 18:00"]),
        ("每周五15:00前报河道保洁周报，本周提前到周四。", ["11-26 15:00", "12-04 15:00"]),
        ("各社区每月25日前报流动人口变动月报表。本月可以推迟到28号。", ["11-28 18:00", "12-25 18:00"]),
        ("各社区每月25日前报流动人口变动月报表，另外这个月27号前把年终总结交来。", ["11-25 18:00", "11-27 18:00", "12-25 18:00"]),
    ],
)
def test_what_a_notice_says_of_its_next_date_alone_moves_that_date(notice: str, dates: list[str]) -> None:
    assert dates_told(notice, count=len(dates)) == dates


def test_what_is_done_twice_a_day_and_handed_in_once_is_due_once() -> None:
    assert dates_told("主干道每天早5点半、中午1点各清扫一遍，晚上9点前把当天照片发到市容群。", count=2) == ["11-23 21:00", "11-24 21:00"]


@pytest.mark.parametrize("said", ["保洁周报还是每周五，不改了", "河道保洁周报不改了，照原来报"])
def test_a_change_that_is_taken_back_leaves_the_rhythm_as_it_was(said: str) -> None:
    assert dates_told(WEEKLY, "河道保洁周报从12月起改成周三报", said) == FRIDAYS


FRIDAY, THURSDAY = "FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY;BYDAY=TH"
LATER = Recurrence(THURSDAY, "12:00", start=date(2026, 12, 1), before=Recurrence(FRIDAY, "16:00"))


def test_a_rule_has_the_dates_and_hours_of_the_one_before_until_it_starts() -> None:
    days = dates_between(LATER, MONDAY.date(), date(2026, 12, 11), CALENDAR)
    assert [f"{instant_of(LATER, day, CALENDAR):%m-%d %H:%M}" for day in days] == ["11-27 16:00", "12-03 12:00", "12-10 12:00"]


def test_a_rule_with_the_one_before_it_is_kept_whole() -> None:
    assert from_json(Recurrence, as_json(Recurrence, LATER)) == LATER


def test_a_date_already_owed_stays_where_it_was_when_the_rhythm_changes() -> None:
    facts = told(WEEKLY)[1]
    task = Task(1, replace(facts, recurrence=LATER), "m", MONDAY)
    owed = Occurrence(1, date(2026, 11, 20), MONDAY - timedelta(days=3))
    known = (owed, *plan_occurrences(replace(task, facts=facts), (), MONDAY, CALENDAR))
    after = {each.date: each for each in (*known, *follow_rule(task, facts.recurrence, known, MONDAY, CALENDAR))}
    assert after[owed.date] == owed
    assert after[date(2026, 11, 27)].state == "open"
