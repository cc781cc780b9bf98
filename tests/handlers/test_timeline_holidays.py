"""Holidays, make-up days, month ends and leap days on a simulated clock: when the ladder speaks around days off.

Spring Festival 2026 is off from 15 to 23 February, 14 and 28 February are worked; National Day is off from 1 to 7
October, 20 September and 10 October are worked. The calendar does not know 2027.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.handlers.timeline import at, expect, expect_none, forward, nothing_else, play

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def ledger(when: str) -> str:
    return f"各村：{when}前将秸秆禁烧台账报镇农业农村办。"


async def test_after_spring_festival_is_reminded_on_the_worked_saturday_before(database_url: str) -> None:
    await play(
        database_url,
        at("02-10 10:00", forward(ledger("2月24日17:00"))),
        expect("02-14 09:00", "10 天后到期"),
        expect_none("02-14 09:01", "02-24 07:30"),
        expect("02-24 09:00", "8 小时后到期"),
        expect("02-24 15:00", "2 小时后到期"),
        nothing_else("02-24 17:00"),
    )


@SQLITE
async def test_what_is_due_on_the_worked_saturday_is_reminded_on_friday(database_url: str) -> None:
    await play(
        database_url,
        at("02-09 10:00", forward(ledger("2月14日17:00"))),
        expect("02-13 09:00", "1 天 8 小时后到期"),
        expect("02-14 09:00", "8 小时后到期"),
        expect("02-14 15:00", "2 小时后到期"),
        expect_none("02-14 17:01", "02-24 07:30"),
        expect("02-24 09:00", "已过期"),
        nothing_else("02-24 20:00"),
    )


@SQLITE
async def test_the_second_worked_saturday_of_february_is_a_day_like_others(database_url: str) -> None:
    await play(
        database_url,
        at("02-25 10:00", forward(ledger("3月2日17:00"))),
        expect("02-28 09:00", "2 天 8 小时后到期"),
        expect("03-02 09:00", "8 小时后到期"),
        expect("03-02 15:00", "2 小时后到期"),
        nothing_else("03-02 17:00"),
    )


@SQLITE
async def test_before_spring_festival_means_the_last_workday(database_url: str) -> None:
    await play(
        database_url,
        at("02-10 10:00", forward("各村：春节前把低保复核表报镇民政办。")),
        expect("02-13 09:00", "#1"),
        expect("02-14 09:00", "#1"),
        expect("02-14 16:00", "2 小时后到期"),
        nothing_else("02-14 18:00"),
    )


@SQLITE
async def test_a_deadline_inside_the_festival_comes_through_and_excuses_itself(database_url: str) -> None:
    await play(
        database_url,
        at("02-13 10:00", forward(ledger("2月17日12:00"))),
        expect("02-14 09:00", "3 天 3 小时后到期"),
        expect("02-17 10:00", "2 小时后到期", "打扰了"),
        nothing_else("02-24 08:59"),
    )


@SQLITE
async def test_urgent_work_is_heard_in_the_festival(database_url: str) -> None:
    await play(
        database_url,
        at("02-16 09:00", forward("紧急通知：各村今天15:00前将森林防火值守情况报镇应急办。")),
        expect("02-16 12:00", "3 小时后到期", "急"),
        expect("02-16 14:30", "30 分钟后到期", "急"),
        nothing_else("02-16 20:00"),
    )


@SQLITE
async def test_who_is_on_duty_over_new_year_has_a_digest_each_day(database_url: str) -> None:
    await play(
        database_url,
        at("02-15 18:00", forward(ledger("2月25日17:00"))),
        expect("02-16 08:00", "待办 1 件"),
        expect("02-17 08:00", "待办 1 件"),
        expect_none("02-18 00:00", "02-24 07:59"),
        expect("02-24 08:00", "🟡 三日内 1"),
        nothing_else("02-24 20:00"),
        digests=True,
        on_duty_until=date(2026, 2, 17),
    )


async def test_no_digest_comes_in_national_week_and_one_on_the_worked_saturday(database_url: str) -> None:
    await play(
        database_url,
        at("09-30 10:00", forward(ledger("10月16日17:00"))),
        expect_none("10-01 00:00", "10-08 07:59"),
        expect("10-08 08:00", "待办 1 件"),
        expect("10-09 08:00", "待办 1 件"),
        expect("10-10 08:00", "待办 1 件"),
        nothing_else("10-11 23:00"),
        digests=True,
    )


@SQLITE
async def test_the_last_digest_before_national_week_says_what_to_keep_in_mind(database_url: str) -> None:
    await play(
        database_url,
        at("09-28 10:00", forward(ledger("10月8日12:00"))),
        expect("09-29 08:00", "⚪ 以后 1"),
        expect("09-30 08:00", "🟡 放假前记着 1"),
        expect("10-08 08:00", "🟠 今日 1"),
        expect("10-08 10:00", "2 小时后到期"),
        nothing_else("10-08 12:00"),
        digests=True,
    )


@SQLITE
async def test_overdue_work_rests_over_the_holiday_and_comes_back_weekly(database_url: str) -> None:
    await play(
        database_url,
        at("09-28 10:00", forward(ledger("9月29日17:00"))),
        expect("09-29 09:00", "到期"),
        expect("09-29 15:00", "到期"),
        expect("09-30 09:00", "已过期"),
        expect_none("09-30 10:00", "10-08 07:30"),
        expect("10-08 09:00", "已过期"),
        expect("10-09 09:00", "已过期"),
        expect("10-16 09:00", "已过期"),
        expect("10-23 09:00", "已过期"),
        nothing_else("10-26 23:00"),
    )


@SQLITE
async def test_in_a_year_the_calendar_does_not_know_weekends_and_customary_breaks_are_off(database_url: str) -> None:
    await play(
        database_url,
        at("2027-09-27 10:00", forward(ledger("2027年10月8日17:00"))),
        expect("2027-09-30 09:00", "8 天后到期"),
        expect_none("2027-09-30 10:00", "2027-10-08 07:30"),
        expect("2027-10-08 09:00", "8 小时后到期"),
        expect("2027-10-08 15:00", "2 小时后到期"),
        nothing_else("2027-10-08 17:00"),
    )


@SQLITE
async def test_an_ordinary_week_of_an_unknown_year_works_like_any(database_url: str) -> None:
    await play(
        database_url,
        at("2027-03-11 10:00", forward(ledger("2027年3月15日17:00"))),
        expect("2027-03-12 09:00", "3 天 8 小时后到期"),
        expect_none("2027-03-12 10:00", "2027-03-15 07:30"),
        expect("2027-03-15 09:00", "8 小时后到期"),
        expect("2027-03-15 15:00", "2 小时后到期"),
        nothing_else("2027-03-15 17:00"),
    )


@SQLITE
async def test_the_end_of_february_is_the_28th(database_url: str) -> None:
    await play(
        database_url,
        at("02-25 10:00", forward(ledger("月底"))),
        expect("02-27 09:00", "1 天 9 小时后到期"),
        expect("02-28 09:00", "#1"),
        expect("02-28 16:00", "2 小时后到期"),
        nothing_else("02-28 18:00"),
    )


@SQLITE
async def test_the_end_of_february_in_a_leap_year_is_the_29th(database_url: str) -> None:
    await play(
        database_url,
        at("2028-02-24 10:00", forward(ledger("2028年2月底"))),
        expect("2028-02-28 09:00", "#1"),
        expect("2028-02-29 09:00", "#1"),
        expect("2028-02-29 16:00", "2 小时后到期"),
        nothing_else("2028-02-29 18:00"),
    )


async def test_a_monthly_duty_on_the_last_day_finds_each_months_end(database_url: str) -> None:
    await play(
        database_url,
        at("08-24 10:00", forward("各村：每月底17:00前将防返贫监测台账报镇乡村振兴办。")),
        expect("08-28 09:00", "#1"),
        expect("08-31 09:00", "8 小时后到期"),
        expect("08-31 15:00", "2 小时后到期"),
        expect("09-01 09:00", "已过期"),
        expect("09-29 09:00", "#1", "1 天 8 小时后到期"),
        expect("09-30 09:00", "8 小时后到期"),
        expect("09-30 15:00", "2 小时后到期"),
        nothing_else("08-31 16:00"),
    )
