"""Days that come back without a word that says so: where they are weighed to do, they are read as the rhythm they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.core.dates import find_dates
from bot.core.implied_rhythms import comings, with_implied_rhythms
from bot.core.normalise import normalise
from bot.core.roles import DateRole, Verdict
from tests.factories import CALENDAR

MONDAY = datetime(2026, 10, 12, 8)


def verdicts(text: str, role: DateRole = DateRole.RECURRING) -> list[Verdict]:
    return [replace(v, role=role) for v in find_dates(normalise(text), MONDAY, CALENDAR).verdicts()]


@pytest.mark.parametrize(
    ("text", "rrule", "said"),
    [
        ("上课日（周一到周五）填", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "周一到周五"),
        ("从周日至周二交", "FREQ=WEEKLY;BYDAY=MO,TU,SU", "周日至周二"),
        ("礼拜一报一次礼拜四报一次", "FREQ=WEEKLY;BYDAY=MO,TH", "礼拜一报一次礼拜四"),
        ("1号、16号是保养日", "FREQ=MONTHLY;BYMONTHDAY=1,16", "1号、16号"),
        ("10号一回，20号一回，月底一回", "FREQ=MONTHLY;BYMONTHDAY=10,20,-1", "10号一回，20号一回，月底"),
        ("日子是当月25日", "FREQ=MONTHLY;BYMONTHDAY=25", "当月25日"),
        ("次月第一个星期二交", "FREQ=MONTHLY;BYDAY=1TU", "次月第一个星期二"),
        ("The check moves to the last Sunday of the month.", "FREQ=MONTHLY;BYDAY=-1SU", "the last Sunday of the month"),
    ],
)
def test_days_that_were_weighed_to_come_back_are_one_rhythm(text: str, rrule: str, said: str) -> None:
    sets = [v.mention.time for v in with_implied_rhythms(verdicts(text)) if v.role is DateRole.RECURRING]
    assert [(time.rrule, time.said) for time in sets] == [(rrule, said)]


def test_days_of_which_one_was_weighed_otherwise_stay_days() -> None:
    first, second = verdicts("1号、16号是保养日")
    read = [first, replace(second, role=DateRole.DEADLINE)]
    assert with_implied_rhythms(read) == read


def test_days_a_rhythm_names_itself_are_only_told_over() -> None:
    read = verdicts("一旬一报，10日、20日和最末一天")
    assert [v.mention.time.rrule for v in with_implied_rhythms(read) if v.mention.time.rrule] == ["FREQ=MONTHLY;BYMONTHDAY=10,20,-1"]


@pytest.mark.parametrize(
    ("text", "rrule"),
    [
        ("调度日定在星期二。", "FREQ=WEEKLY;BYDAY=TU"),
        ("报表日是15号。", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("课排在周二和周四，晚上上课。", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("1号、16号是保养日，别忘了。", "FREQ=MONTHLY;BYMONTHDAY=1,16"),
        ("The days are Wednesday and Saturday.", "FREQ=WEEKLY;BYDAY=WE,SA"),
    ],
)
def test_days_that_are_said_to_be_those_of_something_surely_come_back(text: str, rrule: str) -> None:
    assert [(coming.rrule, coming.surely) for coming in comings(verdicts(text))] == [(rrule, True)]


@pytest.mark.parametrize("text", ["截止日是15号。", "开会的日子定在周二。", "考试定在周二，面试定在周四。"])
def test_a_single_day_of_what_need_not_come_back_is_no_rhythm(text: str) -> None:
    assert not [coming for coming in comings(verdicts(text)) if coming.surely]


def test_where_a_rhythm_leaves_its_days_open_they_stay_its_days() -> None:
    read = verdicts("一个月两次，10日和25日")
    assert with_implied_rhythms(read) == read


@pytest.mark.parametrize("text", ["9月25日、26日开会", "下周二、周四开会", "周三交", "15号交"])
def test_days_of_one_week_or_month_and_single_days_are_none(text: str) -> None:
    assert list(comings(verdicts(text))) == []
