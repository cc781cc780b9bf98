"""The same facts laid out otherwise: rows, cells, lines with a label each, lists of batches. What a layout is made of says nothing by itself."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.normalise import normalise
from bot.core.segment import split_records
from bot.core.times import find_times
from tests.core.reading import CALENDAR

SENT = datetime(2026, 4, 9, 15, 45)


def said(text: str) -> list[str]:
    return [time.said for time in find_times(normalise(text).text, SENT, CALENDAR)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("起：4月20日21:30\n止：4月21日5:00", ["4月20日21:30", "4月21日5:00"]),
        ("集结：07:20\n开始：08:00", ["07:20", "08:00"]),
        ("材料收到4月20日\n止，过时不收", ["4月20日\n止"]),
        ("近期安排\n04/14 门窗照片\n04/20 水表读数\n05/06 小结", ["04/14", "04/20", "05/06"]),
        ("通知\n1/3 先看文件\n2/3 再填表\n3/3 盖章", []),
        ("3—9号网格", []),
        ("3—9号报名", ["3—9号"]),
        ("这就是最后日子", []),
        ("然后日子照过，后日交", ["后日"]),
    ],
)
def test_what_stands_on_another_line_or_before_a_noun_is_no_part_of_a_time(text: str, times: list[str]) -> None:
    assert said(text) == times


@pytest.mark.parametrize("sep", ["  ", " ‖ ", " │ ", "\t", "——", " "])
def test_rows_that_end_in_a_day_and_an_hour_are_no_pasted_talk(sep: str) -> None:
    text = normalise(f"各班要交的\n一班{sep}门窗照片{sep}4月20日16:00\n二班{sep}课桌清单{sep}4月22日9:30").text
    assert split_records(text, SENT) == ()


def test_what_people_said_lately_is_pasted_talk() -> None:
    text = "老陶 4月8日 16:00\n门窗照片谁有\n老戚 4月8日 16:02\n我有"
    assert [record.speaker for record in split_records(text, SENT)] == ["老陶", "老戚"]
