"""Days with digests: what they swallow, what stands on top, what is counted; the evening one; the day's measure."""

from __future__ import annotations

import pytest

from handlers.deps import Rules
from tests.handlers.scene import CADRE, COORDINATOR, OTHER
from tests.handlers.timeline import at, expect, expect_none, forward, nothing_else, play, say

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
MEETING = "通知：9月23日下午14:30在镇政府三楼会议室召开防汛工作推进会，请各村书记参加。"


def ledger(when: str) -> str:
    return f"各村：{when}前将秸秆禁烧台账报镇农业农村办。"


async def test_a_snooze_to_the_digests_hour_stands_on_top_of_it(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月30日17:00"))),
        at("09-21 15:00", say("/snooze 1 明早")),
        expect("09-22 08:00", "⏰ 再提醒\n#1"),
        nothing_else("09-22 20:00"),
        digests=True,
    )


@SQLITE
async def test_what_is_due_two_hours_after_the_digest_is_said_in_it(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月23日10:00"))),
        expect("09-22 08:00", "🟡 三日内 1"),
        expect("09-23 08:00", "🟠 今日 1"),
        nothing_else("09-23 10:00"),
        digests=True,
    )


async def test_what_can_wait_half_an_hour_waits_for_the_digest(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月24日17:00"))),
        expect("09-22 09:20", "待办 1 件"),
        expect("09-23 09:20", "🟡 三日内 1"),
        expect("09-24 09:20", "🟠 今日 1"),
        expect("09-24 15:00", "2 小时后到期"),
        nothing_else("09-24 17:00"),
        digests=True,
        digest_times=("09:20",),
    )


async def test_the_evening_digest_counts_what_came_today(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月30日17:00")), forward("大家辛苦了")),
        expect("09-21 17:30", "2 条 → 新任务 1"),
        expect("09-22 08:00", "待办 1 件"),
        at("09-22 11:00", forward("9月29日18:00前，各村把基本医保参保名单发镇人社所邮箱。")),
        expect("09-22 17:30", "今天 1 条 → 新任务 1"),
        nothing_else("09-22 20:00"),
        digests=True,
        digest_times=("08:00", "17:30"),
    )


async def test_a_meeting_that_is_over_is_no_overdue_task_of_the_digest(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(MEETING), forward(ledger("9月30日17:00"))),
        expect("09-22 08:00", "#1 "),
        expect("09-23 08:00", "🟠 今日 1", "#1 "),
        expect("09-23 12:30", "2 小时后开始"),
        expect("09-24 08:00", "待办 1 件"),
        expect_none("09-23 14:31", "09-24 20:00", about="#1 "),
        digests=True,
    )


async def test_a_changed_place_stands_on_top_with_the_hour(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(MEETING)),
        at("09-22 16:00", forward("更正：9月23日下午14:30的防汛工作推进会，地点改为镇政府四楼会议室，请相互转告。")),
        expect("09-22 08:00", "#1 "),
        expect("09-23 08:00", "变更 1\n🟠 #1", "今天 14:30", "四楼会议室"),
        expect("09-23 12:30", "2 小时后开始"),
        nothing_else("09-23 20:00"),
        digests=True,
    )


@SQLITE
async def test_a_cancelled_meeting_is_told_once_by_the_digest(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(MEETING)),
        at("09-21 15:00", forward("9月23日下午的防汛工作推进会取消，请相互转告。")),
        expect("09-22 08:00", "变更 1", "已取消"),
        nothing_else("09-24 20:00"),
        digests=True,
    )


async def test_a_task_that_several_groups_urge_stays_one(database_url: str) -> None:
    text = ledger("9月23日17:00")
    await play(
        database_url,
        at("09-21 10:00", *(forward(text, group=f"{name}工作群") for name in ("党政办", "农业", "综治", "包村"))),
        at("09-21 16:00", forward("@所有人 秸秆禁烧台账还没报的抓紧，9月23日17:00前报镇农业农村办", group="农业工作群")),
        expect("09-22 08:00", "待办 1 件", "（4 个群 → 1 件事）"),
        expect("09-23 08:00", "🟠 今日 1"),
        expect("09-23 15:00", "2 小时后到期"),
        nothing_else("09-23 17:00"),
        digests=True,
    )


@SQLITE
async def test_a_deadline_moved_by_a_colleague_is_told_at_once_and_stands_in_the_digest(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月29日17:00"))),
        at("09-21 15:00", say("/due 1 9月28日12:00", COORDINATOR)),
        expect("09-21 15:00", "9月28日"),
        expect("09-22 08:00", "变更 1\n#1", "9月29日 17:00 → 9月28日"),
        nothing_else("09-22 20:00"),
        digests=True,
    )


@SQLITE
async def test_news_at_night_waits_for_the_morning(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月29日17:00"))),
        at("09-21 23:00", say("/due 1 9月28日12:00", COORDINATOR)),
        at("09-21 23:10", say("/assign 1 李梅", COORDINATOR)),
        expect("09-22 07:30", "9月28日"),
        expect("09-22 07:30", "分派给你", chat=OTHER),
        nothing_else("09-22 20:00"),
        nothing_else("09-22 20:00", chat=OTHER),
    )


@SQLITE
async def test_news_beyond_the_days_measure_waits_for_the_digest(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward(ledger("9月29日17:00"))),
        *(at(f"09-21 1{hour}:00", say(f"/due 1 9月2{8 + hour % 2}日12:00", COORDINATOR)) for hour in range(1, 5)),
        expect("09-21 11:00", "#1"),
        expect("09-21 12:00", "#1"),
        expect("09-22 08:00", "变更 1"),
        nothing_else("09-22 20:00"),
        digests=True,
        rules=Rules(unasked_per_day=2),
    )


@SQLITE
async def test_the_digest_says_by_when_the_seal_must_be_begun(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward("各村：9月24日17:00前将低保复核表签字盖章后报镇民政办。")),
        expect("09-22 08:00", "#1 "),
        expect("09-23 08:00", "签字、盖章最晚 今天 17:00 开始"),
        expect("09-24 08:00", "签字、盖章该开始了"),
        expect("09-24 15:00", "2 小时后到期"),
        nothing_else("09-24 17:00"),
        digests=True,
    )


@SQLITE
async def test_nobody_hears_a_digest_of_nothing(database_url: str) -> None:
    await play(
        database_url,
        at("09-21 10:00", forward("大家辛苦了"), forward("收到")),
        nothing_else("09-23 20:00", chat=CADRE),
        digests=True,
    )
