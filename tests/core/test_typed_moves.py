"""Lines that move a known task by its number, and those that only look so."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.core.models import Task
from bot.core.typed_moves import read_reply_move, read_typed_move, reads_as_time, tasks_moved, typed_shift
from bot.core.typed_times import read_typed_days, read_typed_time, still_ahead
from tests.factories import CALENDAR, deadline, notice, task

EVENING = datetime.fromisoformat("2026-11-23T21:48+08:00")
"""A Monday."""


@pytest.mark.parametrize(
    ("line", "numbers", "when"),
    [
        ("#7 改到后天上午10点", (7,), "后天上午10点"),
        ("#12延到12月4日", (12,), "12月4日"),
        ("7号挪到下周三", (7,), "下周三"),
        ("把3号任务推迟到下周二吧", (3,), "下周二"),
        ("请把#5的期限改为11月30日", (5,), "11月30日"),
        ("5号的截止时间提前到明天中午", (5,), "明天中午"),
        ("2、4都顺延到周五", (2, 4), "周五"),
        ("2和4改到周五下班前", (2, 4), "周五下班前"),
        ("任务8 推迟两天", (8,), "推迟两天"),
        ("8号提前一天", (8,), "提前一天"),
        ("move 3 to next friday 5pm", (3,), "next friday 5pm"),
        ("please postpone #3 and #4 until Monday", (3, 4), "Monday"),
        ("#6 is now due on Thursday", (6,), "Thursday"),
    ],
)
def test_a_line_that_moves_a_task_by_its_number(line: str, numbers: tuple[int, ...], when: str) -> None:
    move = read_typed_move(line)
    assert move is not None
    assert (move.numbers, move.when) == (numbers, when)
    assert reads_as_time(move.when, EVENING, CALENDAR)


@pytest.mark.parametrize(
    "line",
    [
        "1号前报低保台账",
        "26号的会改到27号",
        "12号能改到周五吗",
        "3号改到周五？",
        "3号改到周五。请各村按新时间报。",
        "推迟到周五",
        "3号下午的培训改到周五",
        "3号楼改到周五检查",
        "检查1改到周五",
        "1号、2号停水",
        "照片3张改为5张",
        "move on to friday",
        "the meeting on 3 moved to friday",
        "",
    ],
)
def test_a_notice_moves_no_task(line: str) -> None:
    assert read_typed_move(line) is None


@pytest.mark.parametrize("when", ["三楼会议室", "王强负责", "5张", "每周四", "周五三楼", "推迟两天再说", "延到县里通知"])
def test_what_is_no_time_as_a_whole_moves_nothing(when: str) -> None:
    assert not reads_as_time(when, EVENING, CALENDAR)


@pytest.mark.parametrize(
    ("line", "when"),
    [("改到周五", "周五"), ("期限延到12月4日吧", "12月4日"), ("推迟两天", "推迟两天"), ("move it to friday", "friday"), ("提前到明天中午", "明天中午")],
)
def test_a_line_that_answers_a_card_moves_its_task(line: str, when: str) -> None:
    assert read_reply_move(line) == when
    assert reads_as_time(when, EVENING, CALENDAR)


@pytest.mark.parametrize("line", ["改到周五行吗", "收到", "地点改到周五定", "会议改到周五", "明天"])
def test_other_answers_to_a_card_move_nothing(line: str) -> None:
    assert read_reply_move(line) is None


def moved(line: str, *tasks: Task) -> tuple[list[int], list[int]]:
    move = read_typed_move(line)
    assert move is not None
    return tasks_moved(move, tasks, CALENDAR)


def test_the_first_of_the_month_is_a_day_where_something_stands_on_it() -> None:
    other, on_the_first = task(1, facts=notice(deadlines=(deadline(24),))), task(2, facts=notice(deadlines=(deadline(1),)))
    assert moved("1号改到周五", other) == ([1], [])
    assert moved("1号改到周五") == ([], [])
    assert moved("1号改到周五", on_the_first) == ([], [])
    assert moved("1号改到周五", other, on_the_first) == ([], [1, 2])
    assert moved("#1 改到周五", other, on_the_first) == ([1], [])
    assert moved("任务1 改到周五", other, on_the_first) == ([1], [])


def test_a_move_between_days_of_the_month_or_of_the_third_of_a_row_is_asked() -> None:
    known = [task(number, facts=notice(deadlines=(deadline(24),))) for number in (1, 3)]
    assert moved("3号改到10号", *known) == ([], [3])
    assert moved("第三个延到月底", *known) == ([], [3])
    assert moved("第二个延到月底", *known) == ([], [])
    assert moved("1号和3号推迟到下周三", *known) == ([1, 3], [])


@pytest.mark.parametrize(
    ("said", "by"),
    [("推迟两天", 2 * 24), ("提前一天", -24), ("往后推半小时", 0.5), ("再给三天", 72), ("延一周", 7 * 24), ("晚1小时", 1)],
)
def test_by_how_much_a_line_moves_a_time(said: str, by: float) -> None:
    assert typed_shift(said) == timedelta(hours=by)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("周一", "2026-11-30T18:00+08:00"),
        ("星期一下班前", "2026-11-30T18:00+08:00"),
        ("monday", "2026-11-30T18:00+08:00"),
        ("eod", "2026-11-24T00:00+08:00"),
        ("本周一", None),
        ("今天下午3点", None),
        ("昨天", None),
        ("11月20日", None),
    ],
)
def test_what_a_person_means_by_a_time_that_reads_as_past(said: str, expected: str | None) -> None:
    at = read_typed_time(said, EVENING, CALENDAR)
    meant = at if at is None or at > EVENING else still_ahead(said, at, EVENING, CALENDAR)
    assert meant == (datetime.fromisoformat(expected) if expected else None)


def test_this_evening_is_still_ahead_for_a_reminder_while_it_lasts() -> None:
    at = read_typed_time("今晚", EVENING, CALENDAR, begins=True)
    assert at is not None and at <= EVENING
    assert still_ahead("今晚", at, EVENING, CALENDAR) == EVENING + timedelta(minutes=30)
    late = EVENING.replace(hour=23, minute=45)
    assert still_ahead("今晚", at, late, CALENDAR) is None


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("明天", "2026-11-24", "2026-11-24"),
        ("后天要交的", "2026-11-25", "2026-11-25"),
        ("下周", "2026-11-30", "2026-12-06"),
        ("next week", "2026-11-30", "2026-12-06"),
        ("12月3日", "2026-12-03", "2026-12-03"),
        ("12月", "2026-12-01", "2026-12-31"),
        ("friday", "2026-11-27", "2026-11-27"),
    ],
)
def test_days_that_a_list_is_asked_for(said: str, first: str, last: str) -> None:
    found = read_typed_days(said, EVENING, CALENDAR)
    assert found is not None
    assert (str(found[0]), str(found[1])) == (first, last)


@pytest.mark.parametrize("said", ["值班表", "低保 明天", "每周五", "@王强", "三楼", ""])
def test_words_that_are_no_days(said: str) -> None:
    assert read_typed_days(said, EVENING, CALENDAR) is None
