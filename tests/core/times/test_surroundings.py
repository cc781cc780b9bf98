"""Facts about what stands around a time: it does not change what the time means, nor does a word run into it."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.models import TimeExpression
from bot.core.times import find_times
from bot.core.workdays import default_calendar

REF = datetime(2026, 9, 23, 9, 30)  # a Wednesday
TIMES = (
    "9月24日17时前|10月8日17:00前|9月24日前|明天上午8:30前|本周五下午3点前|下周三前|今晚10点前|3个工作日内|2小时内|两周内|15天内|半小时内|月底前|国庆节前"
    "|9月20日至30日|每周五下午4点前|每月25日前|17:30前|17时前|25日前|周五前|年底前|每天16时前|十月十五日前|2026年9月30日前"
).split("|")
BEFORE = (
    "各村：|各村:|各网点：|统一|请于|务必|时间：|一、|1、|1. |（一）|（1）|①|【|“|，|。|\n|- |*|▲|@张山 |我办|材料|表格|名单|清单|人数|户数|汇总后|签字后|提前|验收后|盖章后|结束后|原来|每次|首次"
    "|弄一下|报一下|其中|还有就是|并于|改到|延期至|附件二：|第一批|电话打完"
).split("|")
BEHIND = "报|，|。|；|）|”|\n|上报|完成|交到镇里|将表格|把人数|发群里|统一报|各村抓紧|，逾期不候|!|…".split("|")


def values(found: list[TimeExpression]) -> list[tuple[object, ...]]:
    return [(each.start, each.end, each.clock, each.part, each.rrule) for each in found]


@pytest.mark.parametrize("words", BEFORE)
def test_what_stands_before_a_time_does_not_change_it(words: str) -> None:
    calendar = default_calendar()
    for time in TIMES:
        assert values(find_times(f"{words}{time}报", REF, calendar)) == values(find_times(f"请{time}报", REF, calendar)), time


@pytest.mark.parametrize("words", BEHIND)
def test_what_stands_behind_a_time_does_not_change_it(words: str) -> None:
    calendar = default_calendar()
    for time in TIMES:
        assert values(find_times(f"请{time}{words}", REF, calendar)) == values(find_times(f"请{time}报", REF, calendar)), time


@pytest.mark.parametrize("time", [time for time in TIMES if not time.startswith(("2026", "今", "每"))])
def test_the_number_of_a_list_item_is_no_part_of_a_time(time: str) -> None:
    calendar = default_calendar()
    listed = find_times(f"要求如下：\n1.各村自查；\n2.{time}报台账；\n3.收到请回复", REF, calendar)
    assert values(listed) == values(find_times(f"请{time}报", REF, calendar))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.12月15日前交明细清单", ["12月15日前"]),
        ("1.12月15日前；2.12月25日前", ["12月15日前", "12月25日前"]),
        ("1.3个工作日内反馈", ["3个工作日内"]),
        ("二.12月5日前自查", ["12月5日前"]),
        ("12.5前报", ["12.5前"]),
        ("4.15日前报", ["4.15日前"]),
        ("1.5天内完成", ["1.5天内完成"]),
        ("单月底前报", ["单月底前"]),
        ("到后年底完成", ["后年底"]),
        ("历时数月", ["数月"]),
    ],
)
def test_numbers_and_names_of_times_stay_apart(text: str, said: list[str]) -> None:
    assert [each.said for each in find_times(text, REF, default_calendar())] == said


@pytest.mark.parametrize("item", ["2、请各村报名", "15、其他", "一、对象", "二、地点", "三，带好证件"])
@pytest.mark.parametrize("month", ["9月", "2026年9月", "10-11月"])
def test_the_number_of_the_next_line_is_no_day_of_the_month_before_it(month: str, item: str) -> None:
    assert [time.said for time in find_times(f"活动时间：{month}\n{item}", REF, default_calendar())] == [month]


def test_a_day_broken_over_two_lines_is_one_day() -> None:
    assert [time.said for time in find_times("请于9月\n24日前报送", REF, default_calendar())] == ["9月\n24日前"]
