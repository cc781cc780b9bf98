"""What belongs to a rhythm and stands elsewhere in the text: once weighed to belong to it, it does, wherever it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.core.dates import find_dates
from bot.core.normalise import normalise
from bot.core.recurrence import read_recurrence
from bot.core.roles import DateRole
from tests.factories import CALENDAR

MONDAY = datetime(2026, 10, 12, 8)


def bounds(text: str, *belonging: str) -> tuple[str | None, str | None]:
    """First and last day of the duty where all rhythms and these further dates were weighed to belong to it."""
    verdicts = [
        replace(v, role=DateRole.RECURRING, reason="weighed_recurring") if v.mention.time.rrule or v.mention.time.said in belonging else replace(v, role=DateRole.NEITHER)
        for v in find_dates(normalise(text), MONDAY, CALENDAR).verdicts()
    ]
    found = read_recurrence(verdicts, CALENDAR, MONDAY.date())
    assert found is not None
    return tuple(day and day.isoformat()[5:] for day in (found.recurrence.start, found.recurrence.until))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "belonging", "told"),
    [
        ("每周二、周五晚上七点半上课，请准时到。11月21日头一晚，12月28日末一晚。", ["11月21日", "12月28日"], ("11-21", "12-28")),
        ("每周三报一次。\n谁报都行，报给前台就成，别忘了。\n先试着来，11月1日做起，12月31日做完。", ["11月1日", "12月31日"], ("11-01", "12-31")),
        ("每周三报一次。\n谁报都行，报给前台就成，别忘了把单子留底，年底还要看。\n12月18号报完拉倒。", [], (None, "12-18")),
        ("每周三报一次。\n谁报都行，报给前台就成，别忘了把单子留底，年底还要看。\n例外另说，11月25日那天开会。", ["11月25日"], (None, None)),
    ],
)
def test_days_that_belong_to_a_rhythm_and_are_none_of_its_own_are_its_first_and_last(text: str, belonging: list[str], told: tuple[str | None, str | None]) -> None:
    assert bounds(text, *belonging) == told


def rhythm(text: str, *belonging: str, **likely: float) -> str | None:
    """The duty that comes back where all rhythms and these further dates were weighed to belong to it."""
    verdicts = [
        replace(v, role=DateRole.RECURRING, likely=likely.get(v.mention.time.rrule or "", 1.0)) if v.mention.time.rrule or v.mention.time.said in belonging else replace(v, role=DateRole.NEITHER)
        for v in find_dates(normalise(text), MONDAY, CALENDAR).verdicts()
    ]
    found = read_recurrence(verdicts, CALENDAR, MONDAY.date())
    return found and " ".join(filter(None, [found.recurrence.rrule, found.recurrence.time or found.recurrence.part]))


@pytest.mark.parametrize(
    ("text", "belonging", "rule"),
    [
        ("实行一天一报。\n一、内容：各院接诊人数、收治人数。\n二、方式：在直报系统填，无病例的填0。\n三、时点：上午9时30分以前。", ["上午9时30分以前"], "FREQ=DAILY 09:30"),
        ("小结月月要写。\n写什么见附件，写多长不论。\n哪天交、交给谁，也说清：15日交温岚。", ["15日"], "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("清单每周报。\n谁报都行，报给前台。\n日子嘛，还是星期一，照旧。", ["星期一"], "FREQ=WEEKLY;BYDAY=MO"),
        ("安全报告一年一交。\n校长签字后送408室。\n时间：4月15日以前。", ["4月15日以前"], "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15"),
        ("沙龙隔周一次，放在星期四。每期17:40开始，大约一小时。", ["星期四"], "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH 17:40"),
        ("一天报两回：早上第一节课前，8点20；下午第一节课前，14点20。", ["8点20", "14点20"], "FREQ=DAILY 14:20"),
        ("记录本一季一传。哪天传？3月、6月、9月、12月的25号。", [], "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25"),
        ("报表周一三五交，时间从下午四点提到上午十一点。", ["上午十一点"], "FREQ=WEEKLY;BYDAY=MO,WE,FR 11:00"),
    ],
)
def test_a_day_or_an_hour_told_sentences_away_belongs_to_the_rhythm(text: str, belonging: list[str], rule: str) -> None:
    assert rhythm(text, *belonging) == rule


def test_what_was_weighed_to_be_no_part_of_it_stays_away() -> None:
    assert rhythm("实行一天一报。\n一、内容：接诊人数。\n二、窗口开放到晚上8点。") == "FREQ=DAILY"


def test_of_several_rhythms_the_likely_ones_count() -> None:
    text = "药房每日盘库，短缺清单每周报送，星期一交。"
    assert rhythm(text, "星期一", **{"FREQ=DAILY": 0.6}) == "FREQ=WEEKLY;BYDAY=MO"
    assert rhythm("读数每周报送。太少了，读数改为每日报送。") == "FREQ=DAILY"
