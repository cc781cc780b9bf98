"""Several people, snoozes, duty, and duties that come back."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.reminding import Ladder
from handlers.deps import Rules
from tests.handlers.scene import COORDINATOR, OTHER
from tests.handlers.timeline import at, expect, expect_none, forward, nothing_else, play, say

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def ledger(when: str) -> str:
    return f"各村：{when}前将秸秆禁烧台账报镇农业农村办。"


async def test_two_members_with_different_nights_hear_the_same_at_different_hours(database_url: str) -> None:
    await play(
        database_url,
        at("09-22 17:00", forward("通知：明天上午8:30在镇政府三楼会议室召开防汛工作推进会，请各村书记参加。")),
        at("09-22 17:01", say("/assign 1 李梅", COORDINATOR)),
        expect("09-22 17:01", "分派给你", chat=OTHER),
        expect("09-22 20:30", "后开始", chat=OTHER),
        expect("09-23 08:00", "30 分钟后开始", chat=OTHER),
        nothing_else("09-23 08:30", chat=OTHER),
        expect("09-23 08:00", "30 分钟后开始"),
        others={OTHER: {"quiet_hours": ("21:00", "06:00")}},
    )


@SQLITE
async def test_who_sets_no_quiet_hours_is_reminded_at_any_hour(database_url: str) -> None:
    await play(
        database_url,
        at("09-22 20:00", forward(ledger("9月23日06:00"))),
        expect("09-23 01:00", "5 小时后到期"),
        expect("09-23 05:30", "30 分钟后到期"),
        nothing_else("09-23 06:00"),
        quiet_hours=("00:00", "00:00"),
    )


@SQLITE
async def test_duty_switches_the_silence_off_until_its_date(database_url: str) -> None:
    await play(
        database_url,
        at("09-24 10:00", say("/settings 值班 9月26日")),
        at("09-24 16:00", forward(ledger("9月26日17:00")), forward("9月28日09:30前，各村把基本医保参保名单发镇人社所邮箱。")),
        expect("09-26 15:00", "2 小时后到期"),
        expect_none("09-26 15:01", "09-28 07:29"),
        expect("09-28 07:30", "2 小时后到期"),
        expect("09-28 09:00", "已过期"),
        nothing_else("09-28 09:10"),
    )


@SQLITE
async def test_a_second_snooze_takes_the_place_of_the_first(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月30日17:00"))),
        at("09-21 11:00", say("/snooze 1 1小时后")),
        at("09-21 11:10", say("/snooze 1 今天17:00")),
        expect("09-21 17:00", "再提醒一次"),
        nothing_else("09-22 20:00"),
    )


@SQLITE
async def test_a_snooze_hushes_the_step_it_stands_for(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月23日17:00"))),
        at("09-22 15:00", say("/snooze 1 明早")),
        expect("09-22 09:00", "1 天 8 小时后到期"),
        expect("09-23 08:00", "再提醒一次"),
        expect("09-23 15:00", "2 小时后到期"),
        nothing_else("09-23 17:00"),
    )


@SQLITE
async def test_a_snooze_to_next_monday_says_nothing_before(database_url: str) -> None:
    await play(
        database_url,
        at("09-09 10:00", forward(ledger("9月16日17:00"))),
        at("09-09 11:00", say("/snooze 1 下周一")),
        expect("09-14 08:00", "再提醒一次"),
        expect("09-15 09:00", "到期"),
        expect("09-16 09:00", "到期"),
        expect("09-16 15:00", "到期"),
        nothing_else("09-16 17:00"),
    )


@SQLITE
async def test_a_snooze_that_was_taken_back_leaves_the_ladder_whole(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月23日17:00"))),
        at("09-22 15:00", say("/snooze 1 明早")),
        at("09-22 15:01", say("/undo")),
        expect("09-22 09:00", "到期"),
        expect("09-23 09:00", "8 小时后到期"),
        expect("09-23 15:00", "2 小时后到期"),
        nothing_else("09-23 17:00"),
    )


async def test_a_daily_duty_except_on_days_off_rests_over_the_weekend(database_url: str) -> None:
    await play(
        database_url,
        at("09-17 08:00", forward("即日起，各村每天17:00前报送秸秆禁烧情况，节假日除外。")),
        expect("09-17 12:30", "4 小时 30 分后到期"),
        expect("09-18 09:00", "8 小时后到期"),
        at("09-17 16:00", say("/done 1")),
        expect("09-18 15:00", "2 小时后到期"),
        at("09-18 16:00", say("/done 1")),
        expect_none("09-18 16:01", "09-20 08:59"),
        expect("09-20 09:00", "8 小时后到期"),
        expect("09-20 15:00", "2 小时后到期"),
        at("09-20 16:00", say("/done 1")),
        expect_none("09-20 16:01", "09-21 08:59"),
    )


async def test_a_weekly_duty_moves_off_the_holiday_when_it_says_so(database_url: str) -> None:
    await play(
        database_url,
        at("09-28 10:00", forward("各村：每周五16:00前报送矛盾纠纷排查情况，遇节假日顺延。")),
        expect("09-30 09:00", "8 天后到期"),
        expect_none("10-01 00:00", "10-08 07:30"),
        expect("10-08 09:00", "7 小时后到期"),
        expect("10-08 14:00", "2 小时后到期"),
        nothing_else("10-08 16:00"),
    )


async def test_a_duty_that_ends_is_silent_afterwards(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 08:00", forward("9月21日至9月22日，各村每天17:00前报送防汛值守情况。")),
        at("09-21 16:00", say("/done 1")),
        at("09-22 16:00", say("/done 1")),
        expect("09-21 12:30", "到期"),
        expect("09-22 09:00", "到期"),
        expect("09-22 15:00", "到期"),
        expect_none("09-22 17:00", "09-30 20:00"),
    )


@SQLITE
async def test_a_streak_of_nil_reports_is_one_tap_each(database_url: str) -> None:
    line = await play(
        database_url,
        at("09-21 08:00", forward("9月21日至9月25日，各村每天17:00前报送防火情况，无情况零报告。")),
        at("09-24 10:00", say("/nil 1@2026-09-21"), say("/nil 1@2026-09-22"), say("/nil 1@2026-09-23")),
        expect("09-24 15:00", "2 小时后到期"),
        expect_none("09-24 17:01", "09-27 20:00", about="9月22日"),
    )
    answers = [one.text for one in line.heard if one.asked and "零报告" in one.text]
    assert len(answers) == 3
    commands = [button.command for sent in line.scene.sender.sent for row in sent.buttons for button in row]
    assert {"/nil 1@2026-09-22", "/nil 1@2026-09-23"} <= {command.removesuffix(" +") for command in commands}


@SQLITE
async def test_a_date_that_is_skipped_is_not_reminded(database_url: str) -> None:
    await play(
        database_url,
        at("09-07 10:00", forward("即日起，每周五16:00前报送矛盾纠纷排查情况到镇综治办。")),
        at("09-09 10:00", say("/skip 1")),
        expect_none("09-09 10:01", "09-17 08:59"),
        expect("09-17 09:00", "1 天 7 小时后到期"),
        nothing_else("09-17 20:00"),
    )


@SQLITE
async def test_a_collection_from_villages_is_said_two_workdays_ahead(database_url: str) -> None:
    await play(
        database_url,
        at("09-14 10:00", forward("请收齐各村的秸秆禁烧台账，9月23日17:00前报县农业农村局。")),
        expect("09-21 09:00", "收各村的最晚 今天 17:00 开始"),
        expect("09-22 09:00", "收各村的该开始了"),
        expect("09-23 09:00", "到期"),
        expect("09-23 15:00", "到期"),
        nothing_else("09-23 17:00"),
    )


@SQLITE
async def test_an_office_without_such_hours_hears_no_beginnings(database_url: str) -> None:
    await play(
        database_url,
        at("09-14 10:00", forward("请收齐各村的秸秆禁烧台账，签字盖章后9月23日17:00前报县农业农村局。")),
        expect_none("09-14 10:01", "09-23 20:00", about="开始"),
        expect("09-22 09:00", "1 天 8 小时后到期"),
        rules=Rules(ladder=Ladder(seal_hours=0, sign_hours=0, villages_hours=0)),
    )


@SQLITE
async def test_duty_over_a_holiday_ends_with_its_date(database_url: str) -> None:
    await play(
        database_url,
        at("09-30 16:00", forward(ledger("10月3日17:00")), forward("10月6日12:00前，各村把基本医保参保名单发镇人社所邮箱。")),
        expect("10-03 15:00", "2 小时后到期"),
        expect("10-06 10:00", "2 小时后到期", "打扰了"),
        nothing_else("10-08 08:59"),
        on_duty_until=date(2026, 10, 4),
    )
