"""Lines that say something is done: which open tasks they can mean, and lines that only look so."""

from __future__ import annotations

import pytest

from bot.core.finished import read_finished, tasks_finished
from bot.core.models import KnownTask, TaskState
from tests.factories import notice, source, task


def known(number: int, title: str, text: str, **more: object) -> KnownTask:
    return KnownTask(task(number, facts=notice(title), **more), (source(number, text=text, sender="刘站长"),))  # type: ignore[arg-type]


KNOWN = [
    known(1, "报防汛值守表", "各村周三前报防汛值守表，石桥村、柳湾村抓紧"),
    known(2, "填养殖户信息采集表", "养殖户信息采集表月底前填好发我"),
    known(3, "交半年总结", "各办公室30日前交半年总结，附照片"),
    known(4, "Return the consent forms", "Please return the consent forms by Friday"),
    known(5, "报旧台账", "旧台账", state=TaskState.DONE),
]


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("防汛值守表交了", [1]),
        ("值守表已报", [1]),
        ("养殖户信息采集表都填完了", [2]),
        ("采集表今天已经发过去了，请查收", [2]),
        ("我的半年总结写好了", [3]),
        ("养殖户采集表填好了", [2]),
        ("养殖场采集表填好了", []),
        ("照片也传上去了", [3]),
        ("第二个报了", [2]),
        ("1、3交了", [1, 3]),
        ("第1个和第3个都报了", [1, 3]),
        ("全部办完了", [1, 2, 3, 4]),
        ("防汛值守表都收齐了，辛苦各位", [1]),
        ("consent forms returned", []),
        ("I've sent the consent forms", [4]),
        ("The consent forms are all in", [4]),
        ("旧台账交了", []),
        ("9号报了", []),
        ("1、9都报了", []),
        ("柳湾村报了", []),
        ("小周交了", []),
        ("已报", []),
    ],
)
def test_which_open_tasks_a_line_says_are_done(line: str, numbers: list[int]) -> None:
    said = read_finished(line)
    assert (tasks_finished(said, KNOWN) if said else []) == numbers


@pytest.mark.parametrize(
    "line",
    [
        "防汛值守表交了吗",
        "防汛值守表交了没有",
        "防汛值守表没交",
        "值守表谁交了",
        "值守表交了的接龙",
        "值守表交了以后再走",
        "请把值守表交了",
        "要是值守表交了就好",
        "值守表改了",
        "值守表取消了",
        "值守表今天要交了",
        "还差两份总结没收齐",
        "the consent forms must be sent",
        "Have you sent the consent forms?",
        "各村抓紧，值守表明天就要，交了的村在群里说一声，没交的村说明原因，书记明天上午要看全镇的汇总情况",
    ],
)
def test_a_line_that_says_nothing_is_done(line: str) -> None:
    said = read_finished(line)
    assert said is None or not tasks_finished(said, KNOWN)


def test_anothers_words_count_where_he_asked_for_it_and_all_is_in() -> None:
    gathered, handed_in = read_finished("防汛值守表都收齐了"), read_finished("防汛值守表交了")
    assert gathered is not None and handed_in is not None
    assert tasks_finished(gathered, KNOWN, ["刘站长"]) == [1]
    assert tasks_finished(gathered, KNOWN, ["李会计"]) == []
    assert tasks_finished(handed_in, KNOWN, ["刘站长"]) == []
