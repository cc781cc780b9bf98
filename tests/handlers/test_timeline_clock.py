"""Downtime, wrong clocks and other time zones: what is late says so, what is useless is counted, nothing comes twice."""

from __future__ import annotations

import pytest

from tests.handlers.timeline import at, away, expect, expect_none, forward, nothing_else, play, restart, say

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"


def ledger(when: str) -> str:
    return f"各村：{when}前将秸秆禁烧台账报镇农业农村办。"


# ── downtime ──


async def test_a_few_minutes_away_are_not_worth_a_word(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月22日17:00"))),
        at("09-22 08:57", away("09-22 09:06"), restart()),
        expect("09-22 09:06", "7 小时后到期"),
        expect("09-22 15:00", "2 小时后到期"),
        nothing_else("09-22 17:00"),
    )


@SQLITE
async def test_no_message_of_the_first_minutes_says_that_it_is_late(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月22日17:00"))),
        at("09-22 08:57", away("09-22 09:06"), restart()),
        expect_none("09-22 09:00", "09-22 12:00", about="晚到了"),
    )


async def test_after_hours_away_three_tasks_are_one_late_message(database_url: str) -> None:
    others = ("9月22日18:00前，各村把基本医保参保名单发镇人社所邮箱。", "请各村9月22日下班前报送森林防火值班表。")
    await play(
        database_url,
        at("09-18 10:00", forward(ledger("9月22日17:00")), *(forward(text) for text in others)),
        at("09-21 08:00", away("09-21 13:00"), restart()),
        expect("09-21 13:00", "晚到了", "#1 ", "#2 ", "#3 "),
        nothing_else("09-22 08:00"),
    )


@SQLITE
async def test_a_deadline_that_passed_an_hour_ago_is_still_told_once(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月22日17:00"))),
        at("09-22 12:00", away("09-22 18:00"), restart()),
        expect("09-22 18:00", "晚到了", "已过期"),
        expect("09-23 09:00", "已过期"),
        expect("09-22 09:00", "到期"),
        nothing_else("09-23 20:00"),
    )


async def test_after_days_away_the_count_of_what_was_dropped_is_told(database_url: str) -> None:
    await play(
        database_url,
        at("09-16 10:00", forward(ledger("9月18日17:00")), forward("9月30日18:00前，各村把医保参保名单发镇人社所邮箱。")),
        at("09-16 20:00", away("09-22 09:30"), restart()),
        expect("09-22 09:30", "已过期", "停机期间有 3 条提醒过时，没有补发"),
        expect_none("09-22 09:31", "09-23 08:59"),
    )


async def test_after_days_away_one_late_digest_tells_all(database_url: str) -> None:
    await play(
        database_url,
        at("09-16 10:00", forward(ledger("9月18日17:00"))),
        at("09-16 20:00", away("09-22 09:30"), restart()),
        expect("09-22 09:30", "这份晚到了", "过时，没有补发", "🔴 逾期 1"),
        expect("09-23 08:00", "🔴 逾期 1"),
        nothing_else("09-23 20:00"),
        digests=True,
    )


@SQLITE
async def test_a_digest_missed_by_a_day_waits_for_the_next_one(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月29日17:00"))),
        at("09-21 20:00", away("09-22 21:00"), restart()),
        expect_none("09-21 20:00", "09-23 07:59"),
        expect("09-23 08:00", "待办 1 件"),
        digests=True,
    )


@SQLITE
async def test_a_restart_after_the_digest_brings_no_second_one(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月29日17:00"))),
        at("09-22 08:00", restart()),
        at("09-22 08:01", restart()),
        at("09-22 11:00", restart()),
        expect("09-22 08:00", "待办 1 件"),
        nothing_else("09-22 20:00"),
        digests=True,
    )


@SQLITE
async def test_a_weekend_away_loses_nothing(database_url: str) -> None:
    await play(
        database_url,
        at("09-11 10:00", forward(ledger("9月15日17:00"))),
        at("09-11 18:00", away("09-14 07:00"), restart()),
        expect("09-14 09:00", "1 天 8 小时后到期"),
        expect("09-15 09:00", "到期"),
        expect("09-15 15:00", "到期"),
        nothing_else("09-15 17:00"),
    )


# ── wrong clocks ──


@SQLITE
async def test_a_clock_set_back_by_a_day_brings_no_second_digest(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月29日17:00"))),
        at("09-23 08:30", away("09-22 07:00")),
        expect("09-22 08:00", "待办 1 件"),
        expect("09-23 08:00", "待办 1 件"),
        expect("09-24 08:00", "待办 1 件"),
        nothing_else("09-24 20:00"),
        digests=True,
    )


async def test_a_clock_that_ran_a_year_ahead_does_not_silence_the_digest(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("2028年9月29日17:00"))),
        at("09-21 20:00", away("2027-09-20 03:00"), restart()),
        at("2027-09-20 03:01", away("09-21 20:05"), restart()),
        expect("09-22 08:00", "待办 1 件"),
        expect_none("09-22 08:01", "09-23 07:00"),
        digests=True,
    )


@SQLITE
async def test_a_snooze_survives_a_clock_that_jumps_back(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月29日17:00"))),
        at("09-21 11:00", say("/snooze 1 1小时后")),
        at("09-21 12:10", away("09-21 11:30")),
        expect("09-21 12:00", "再提醒一次"),
        nothing_else("09-21 20:00"),
    )


# ── zones that change their clocks ──


async def test_in_berlin_the_ladder_keeps_wall_clock_when_summer_ends(database_url: str) -> None:
    await play(
        database_url,
        at("10-21 10:00", forward(ledger("10月26日17:00"))),
        expect("10-23 09:00", "3 天 9 小时后到期"),
        expect_none("10-23 10:00", "10-26 07:30"),
        expect("10-26 09:00", "8 小时后到期"),
        expect("10-26 15:00", "2 小时后到期"),
        nothing_else("10-26 17:00"),
        timezone=BERLIN,
    )


async def test_in_berlin_the_ladder_keeps_wall_clock_when_summer_begins(database_url: str) -> None:
    await play(
        database_url,
        at("03-25 10:00", forward(ledger("3月30日17:00"))),
        expect("03-27 09:00", "3 天 7 小时后到期"),
        expect_none("03-27 10:00", "03-30 07:30"),
        expect("03-30 09:00", "8 小时后到期"),
        expect("03-30 15:00", "2 小时后到期"),
        nothing_else("03-30 17:00"),
        timezone=BERLIN,
    )


@SQLITE
async def test_in_the_hour_that_comes_twice_half_an_hour_is_half_an_hour(database_url: str) -> None:
    await play(
        database_url,
        at("10-24 20:00", forward("紧急：各村10月25日凌晨3:15前将防汛值守情况报镇应急办。")),
        expect("10-24 21:00", "后到期"),
        expect("10-25 02:45*", "30 分钟后到期"),
        nothing_else("10-25 03:14"),
        timezone=BERLIN,
    )


@SQLITE
async def test_a_duty_of_each_day_stays_at_its_hour_through_the_change(database_url: str) -> None:
    await play(
        database_url,
        at("10-30 08:00", forward("即日起至11月3日，各村每天17:00前报送防火情况。")),
        expect("10-30 12:30", "4 小时 30 分后到期"),
        at("10-30 16:00", say("/done 1")),
        expect("10-31 15:00", "2 小时后到期"),
        at("10-31 16:00", say("/done 1")),
        expect("11-01 15:00", "2 小时后到期"),
        at("11-01 16:00", say("/done 1")),
        expect("11-02 09:00", "8 小时后到期"),
        expect("11-02 15:00", "2 小时后到期"),
        nothing_else("11-02 16:00"),
        timezone=NEW_YORK,
    )


@SQLITE
async def test_in_new_york_nights_are_quiet_by_the_clock_on_the_wall(database_url: str) -> None:
    await play(
        database_url,
        at("03-06 15:00", forward("通知：3月9日上午8:30在镇政府三楼会议室召开防汛工作推进会，请各村书记参加。")),
        expect_none("03-06 21:30", "03-09 07:29"),
        expect("03-09 07:30", "1 小时后开始"),
        nothing_else("03-09 08:30"),
        timezone=NEW_YORK,
    )


@SQLITE
async def test_the_digest_keeps_its_hour_on_both_sides_of_the_change(database_url: str) -> None:
    await play(
        database_url,
        at("03-27 10:00", forward(ledger("4月20日17:00"))),
        expect("03-30 08:00", "待办 1 件"),
        expect("03-31 08:00", "待办 1 件"),
        nothing_else("03-31 20:00"),
        timezone=BERLIN,
        digests=True,
    )
