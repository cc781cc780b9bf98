"""Facts about slips put right a moment later, in words that name no matter."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from bot.core.models import Message, Notice
from bot.core.relate import relate
from bot.core.understand import understand
from bot.core.workdays import default_calendar
from tests.bench.streams import Ledger

CALENDAR = default_calendar()
MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
POSTED = pytest.mark.parametrize("who", [(None, None), ("民政工作群", "何主任")], ids=["pasted", "posted"])
_ids = count(1)

TABLE = "孤儿助学补助发放表27号前报民政办"
MEETING = "周四下午3点在二楼开低保评议会"
TWO = "各村12月3日前报信访台账，12月5日前报全年总结"


def after(*texts: str, who: tuple[str | None, str | None] = (None, None), minutes: int = 7) -> tuple[Notice, int]:
    """The facts of the first task after messages that follow on each other, and how many tasks there are."""
    ledger = Ledger()
    for n, text in enumerate(texts):
        message = Message(f"slip:{next(_ids)}", MONDAY + timedelta(minutes=minutes * n), text, group=who[0], sender=who[1], by="u")
        notice = understand(message, CALENDAR)
        ledger.apply(message, notice, relate(message, notice, list(ledger.tasks.values()), CALENDAR))
    return ledger.tasks[1].task.facts, len(ledger.tasks)


def dates(facts: Notice) -> list[str]:
    limits = [f"{each.date:%m-%d} {each.time or ''}".strip() for each in facts.deadlines]
    return limits + [f"{each.date:%m-%d} {each.time or ''} {each.place or ''}".strip() for each in facts.events]


@POSTED
@pytest.mark.parametrize(
    ("notice", "slip", "right"),
    [
        (TABLE, "打错了，是26号。", ["11-26"]),
        (TABLE, "说错了，26号前报", ["11-26"]),
        (TABLE, "不好意思，是26号，不是27号", ["11-26"]),
        (TABLE, "上条日期有误，应为26号", ["11-26"]),
        (TABLE, "@所有人 上面日期写错，以25号为准", ["11-25"]),
        (TABLE, "发放表是26号前，前面打错了", ["11-26"]),
        (MEETING, "口误，下午4点", ["11-26 16:00 二楼"]),
        (MEETING, "更正一下，是周五", ["11-27 15:00 二楼"]),
        (MEETING, "打错了，是三楼", ["11-26 15:00 三楼"]),
        (MEETING, "地点有误，应为四楼会议室", ["11-26 15:00 四楼会议室"]),
        ("周日早上8点滨江公园北门集合，参加义务植树", "不好意思打错了，集合是南门不是北门", ["11-29 08:00 滨江公园南门"]),
        (TWO, "上面5号打错了，应该是6号", ["12-03", "12-06"]),
        ("Please send the budget by 27 November.", "Typo, I meant 26 November.", ["11-26"]),
    ],
)
def test_a_slip_is_put_right_by_words_that_name_nothing(notice: str, slip: str, right: list[str], who: tuple[str | None, str | None]) -> None:
    facts, tasks = after(notice, slip, who=who)
    assert (dates(facts), tasks) == (right, 1)


@POSTED
@pytest.mark.parametrize("said", ["打错了，是6号", "打错了", "是不是3号前报？", "低保名单打错了，是6号"])
def test_where_nobody_can_tell_what_was_wrong_nothing_changes(said: str, who: tuple[str | None, str | None]) -> None:
    assert dates(after(TWO, said, who=who)[0]) == ["12-03", "12-05"]


def test_the_slip_is_of_the_last_that_the_same_sender_told_the_group() -> None:
    ledger = Ledger()
    told = (("民政群", "何主任", TABLE), ("水利群", "孙站长", "水库巡查记录28号前报水利站"), ("民政群", "何主任", "打错了，是26号"))
    for n, (group, sender, text) in enumerate(told):
        message = Message(f"slip:{next(_ids)}", MONDAY + timedelta(minutes=n), text, group=group, sender=sender)
        notice = understand(message, CALENDAR)
        ledger.apply(message, notice, relate(message, notice, list(ledger.tasks.values()), CALENDAR))
    assert [dates(known.task.facts) for known in ledger.tasks.values()] == [["11-26"], ["11-28"]]


def test_pasted_long_after_it_means_nothing() -> None:
    assert dates(after(TABLE, "打错了，是26号。", minutes=200)[0]) == ["11-27"]
