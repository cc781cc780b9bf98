"""Days on a simulated clock: what a cadre hears at which minute, and when the phone stays quiet.

23 September 2026 is a Wednesday; 25 to 27 September (Mid-Autumn) and 1 to 7 October (National Day) are days off,
20 September and 10 October are worked.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.handlers.scene import COORDINATOR, OTHER
from tests.handlers.timeline import at, away, expect, expect_none, forward, nothing_else, play, restart, say

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def ledger(when: str) -> str:
    return f"各村：{when}前将秸秆禁烧台账报镇农业农村办。"


async def test_issued_in_the_morning_wanted_in_the_afternoon(database_url: str) -> None:
    await play(
        database_url,
        at("09-23 09:00", forward(ledger("今天17:00"))),
        expect("09-23 13:00±1m", "4 小时后到期"),
        expect("09-23 16:30±1m", "30 分钟后到期"),
        expect("09-24 09:00", "已过期"),
        nothing_else("09-24 12:00"),
    )


@SQLITE
async def test_a_week_ahead_is_said_three_times(database_url: str) -> None:
    await play(
        database_url,
        at("09-17 10:00", forward(ledger("9月23日17:00"))),
        expect("09-22 09:00", "1 天 8 小时后到期"),
        expect("09-23 09:00", "8 小时后到期"),
        expect("09-23 15:00", "2 小时后到期"),
        nothing_else("09-23 23:00"),
    )


@SQLITE
async def test_what_is_wanted_next_morning_does_not_ring_at_night(database_url: str) -> None:
    await play(
        database_url,
        at("09-23 20:38", forward("通知：明天上午8:00在镇政府三楼会议室召开防汛工作推进会，请各村书记参加。")),
        expect_none("09-23 21:30", "09-24 07:30"),
        expect("09-24 07:30", "30 分钟后开始"),
        nothing_else("09-24 07:59"),
    )


async def test_half_time_that_falls_into_the_night_is_said_the_evening_before(database_url: str) -> None:
    await play(
        database_url,
        at("09-23 15:00", forward(ledger("明天12:00"))),
        expect("09-23 21:00", "15 小时后到期"),
        expect("09-24 11:30", "30 分钟后到期"),
        nothing_else("09-24 12:00"),
    )


async def test_a_deadline_inside_the_night_comes_through(database_url: str) -> None:
    await play(
        database_url,
        at("09-23 16:00", forward(ledger("今晚23:00"))),
        expect("09-23 19:30", "3 小时 30 分后到期"),
        expect("09-23 22:30", "30 分钟后到期", "打扰了"),
        nothing_else("09-24 07:00"),
    )


@SQLITE
async def test_a_monday_morning_deadline_is_reminded_on_friday(database_url: str) -> None:
    await play(
        database_url,
        at("09-16 10:00", forward(ledger("9月21日9:00"))),
        expect("09-20 09:00", "1 天后到期"),
        expect("09-21 07:30±1m", "到期"),
        nothing_else("09-21 09:00"),
    )


@SQLITE
async def test_an_ordinary_monday_is_reminded_on_friday(database_url: str) -> None:
    await play(
        database_url,
        at("09-09 10:00", forward(ledger("9月14日10:00"))),
        expect("09-11 09:00", "3 天 1 小时后到期"),
        expect_none("09-11 10:00", "09-14 07:30"),
        expect("09-14 08:00", "2 小时后到期"),
        nothing_else("09-14 10:00"),
    )


async def test_the_first_day_after_national_day_is_reminded_before_the_holiday(database_url: str) -> None:
    await play(
        database_url,
        at("09-28 10:00", forward(ledger("10月8日12:00"))),
        expect("09-30 09:00", "8 天后到期"),
        expect_none("09-30 10:00", "10-08 07:30"),
        expect("10-08 09:00", "到期"),
        expect("10-08 10:00", "到期"),
        nothing_else("10-08 12:00"),
    )


@SQLITE
async def test_what_falls_due_on_the_eve_of_the_holiday_is_overdue_only_afterwards(database_url: str) -> None:
    await play(
        database_url,
        at("09-24 10:00", forward(ledger("9月30日17:00"))),
        expect("09-29 09:00", "到期"),
        expect("09-30 09:00", "到期"),
        expect("09-30 15:00", "2 小时后到期"),
        expect_none("09-30 17:01", "10-08 07:30"),
        expect("10-08 09:00", "已过期"),
        nothing_else("10-08 23:00"),
    )


@SQLITE
async def test_who_is_on_duty_in_the_holiday_hears_of_it(database_url: str) -> None:
    await play(
        database_url,
        at("09-30 16:00", forward(ledger("10月4日17:00"))),
        expect("10-04 15:00", "2 小时后到期"),
        expect_none("10-04 17:01", "10-08 07:30"),
        on_duty_until=date(2026, 10, 7),
    )


@SQLITE
async def test_a_saturday_that_is_worked_is_a_day_like_others(database_url: str) -> None:
    await play(
        database_url,
        at("10-08 10:00", forward(ledger("10月10日17:00"))),
        expect("10-09 09:00", "1 天 8 小时后到期"),
        expect("10-10 09:00", "8 小时后到期"),
        expect("10-10 15:00", "2 小时后到期"),
        expect_none("10-10 17:01", "10-12 07:30"),
        expect("10-12 09:00", "已过期"),
        nothing_else("10-12 12:00"),
    )


@SQLITE
async def test_month_end_is_the_last_of_the_month(database_url: str) -> None:
    await play(
        database_url,
        at("10-26 10:00", forward(ledger("月底"))),
        expect("10-30 09:00", "#1"),
        expect_none("10-26 11:00", "10-30 08:59"),
    )


@SQLITE
async def test_a_snooze_rings_once_and_leaves_the_ladder_alone(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月23日17:00"))),
        at("09-22 09:05", say("/snooze 1 1小时后")),
        expect("09-22 09:00", "到期"),
        expect("09-22 10:05", "再提醒一次"),
        expect("09-23 09:00", "到期"),
        expect("09-23 15:00", "2 小时后到期"),
        nothing_else("09-23 17:00"),
    )


async def test_a_snooze_never_outlives_the_task(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月24日17:00"))),
        at("09-21 11:00", say("/snooze 1 明早")),
        at("09-21 16:00", say("/done 1")),
        nothing_else("09-29 12:00"),
    )


async def test_a_restart_in_between_loses_and_doubles_nothing(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月23日17:00"))),
        at("09-22 08:59", restart()),
        at("09-22 09:00", restart()),
        at("09-22 09:01", restart()),
        expect("09-22 09:00±1m", "到期"),
        at("09-23 14:59", restart()),
        expect("09-23 09:00", "到期"),
        expect("09-23 15:00", "2 小时后到期"),
        nothing_else("09-23 17:00"),
    )


@SQLITE
async def test_what_was_missed_for_an_hour_comes_once_and_says_that_it_is_late(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月22日17:00"))),
        at("09-22 08:50", away("09-22 10:10"), restart()),
        expect("09-22 10:15±5m", "晚到了"),
        expect("09-22 15:00", "2 小时后到期"),
        nothing_else("09-22 17:00"),
    )


async def test_the_digest_swallows_the_reminders_of_nine(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月24日17:00"))),
        expect("09-22 08:00", "待办 1 件"),
        expect("09-23 08:00", "🟡 三日内 1"),
        expect("09-24 08:00", "🟠 今日 1"),
        expect("09-24 15:00", "2 小时后到期"),
        nothing_else("09-24 17:00"),
        digests=True,
    )


@SQLITE
async def test_the_digest_swallows_what_is_overdue(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月22日17:00"))),
        expect("09-22 08:00", "🟠 今日 1"),
        expect("09-22 15:00", "2 小时后到期"),
        expect("09-23 08:00", "🔴 逾期 1"),
        nothing_else("09-23 20:00"),
        digests=True,
    )


@SQLITE
async def test_a_card_of_the_same_hour_is_not_said_again_at_nine(database_url: str) -> None:
    await play(
        database_url,
        at("09-22 08:20", forward(ledger("9月23日17:00"))),
        expect("09-23 09:00", "到期"),
        expect("09-23 15:00", "2 小时后到期"),
        nothing_else("09-23 17:00"),
    )


async def test_three_tasks_of_one_morning_are_one_message(database_url: str) -> None:
    others = (
        "通知：9月23日17:10在镇政府二楼会议室召开森林防火视频会，请各村书记参加。",
        "9月23日17:15前，各村把基本医保参保名单发镇人社所邮箱。",
    )
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月23日17:00")), *(forward(text) for text in others)),
        expect("09-22 09:00", "#1 ", "#2 ", "#3 "),
        expect("09-23 09:00", "#1 ", "#2 ", "#3 "),
        expect("09-23 15:00", "#1 ", "#2 ", "#3 "),
        nothing_else("09-23 17:00"),
    )


@SQLITE
async def test_an_extension_moves_the_reminders_along(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月23日17:00"))),
        at("09-22 10:00", say("/due 1 9月24日12:00")),
        expect("09-22 09:00", "到期"),
        expect("09-23 09:00", "1 天 3 小时后到期"),
        expect("09-24 09:00±1m", "到期"),
        expect("09-24 10:00", "2 小时后到期"),
        nothing_else("09-24 12:00"),
    )


@SQLITE
async def test_who_is_given_a_task_is_reminded_and_who_gave_it_is_not(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月23日17:00"), COORDINATOR)),
        at("09-21 11:00", say("/assign 1 @李梅", COORDINATOR)),
        expect("09-21 11:00", "分派给你", chat=OTHER),
        expect("09-22 09:00", "到期", chat=OTHER),
        expect("09-23 09:00", "到期", chat=OTHER),
        nothing_else("09-23 10:00"),
    )


@SQLITE
async def test_a_cancelled_task_is_silent(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward("通知：9月23日下午2:30在镇政府三楼会议室召开防汛工作推进会，请各村书记参加。")),
        at("09-21 15:00", forward("9月23日下午的防汛工作推进会取消，请相互转告。")),
        nothing_else("09-24 12:00"),
    )


async def test_weekly_duties_ring_for_each_date_by_itself(database_url: str) -> None:
    await play(
        database_url,
        at("09-07 10:00", forward("即日起，每周五16:00前报送矛盾纠纷排查情况到镇综治办。")),
        expect("09-10 09:00", "#1"),
        expect("09-11 09:00", "#1"),
        expect("09-11 14:00", "2 小时后到期"),
        at("09-11 15:00", say("/done 1")),
        expect("09-17 09:00", "#1"),
        nothing_else("09-17 23:00"),
    )


async def test_a_clock_that_jumps_back_says_nothing_twice(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月23日17:00"))),
        at("09-22 09:10", away("09-22 08:30")),
        expect("09-22 09:00", "到期"),
        expect("09-23 09:00", "到期"),
        expect("09-23 15:00", "2 小时后到期"),
        nothing_else("09-23 17:00"),
    )
