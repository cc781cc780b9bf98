"""Which dates are the reader's deadline, and which only look like one."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.dates import read_dates
from bot.core.normalise import normalise
from bot.core.workdays import default_calendar

WEDNESDAY = "2026-03-11 09:20"


def due(text: str, at: str = WEDNESDAY) -> list[str]:
    """Deadlines as `date time-or-part`, earliest first."""
    dates = read_dates(normalise(text), datetime.fromisoformat(at), default_calendar())
    return [" ".join(filter(None, [d.date.isoformat(), d.time, d.part])) for d in dates.deadlines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请各村于3月16日17:00前将台账报镇农业办。", ["2026-03-16 17:00"]),
        ("登记表周五交，没有的也写个无。", ["2026-03-13"]),
        ("最晚别超过3月17号，交到窗口。", ["2026-03-17"]),
        ("报送时间：3月18日下班前。", ["2026-03-18 cob"]),
        ("名单今晚九点前给我", ["2026-03-11 21:00"]),
        ("材料截止3月20日，过时不候", ["2026-03-20"]),
        ("15号收齐，16号我要装订。", ["2026-03-15"]),
        ("两小时内电话报告", ["2026-03-11 11:20"]),
        ("收到通知后3个工作日内反馈意见", ["2026-03-16"]),
        ("本周内把表填完发群里", ["2026-03-13"]),
        ("明天上午把照片补上来", ["2026-03-12 morning"]),
        ("Please send the list by Friday noon.", ["2026-03-13 noon"]),
        ("Return the form no later than 18 March at 4:30 pm.", ["2026-03-18 16:30"]),
    ],
)
def test_a_hand_in_date_is_a_deadline(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("请及时报送台账。\n清江县水务局\n2026年3月12日", "signing date"),
        ("【3月12日 通知三】请各村抓紧报送", "head"),
        ("根据3月12日全县会议部署，请尽快报送方案", "citation"),
        ("请报送辖区人口台账，以3月31日24时为标准时点", "base date"),
        ("数据截至3月12日，请尽快核对后上报", "state of figures"),
        ("《办法》自2026年4月1日起施行，请组织学习并报送心得", "in force"),
        ("请报送2005年12月31日前出生人员名单", "describes a noun"),
        ("请尽快报送，逾期未报的4月1日起停发补贴", "consequence"),
        ("请抓紧报送，结果我局将于3月20日通报", "the issuer's own act"),
        ("请抓紧整改，3月20日县里来抽查", "an upper level's act"),
        ("请填写国庆假期（10月1日至7日）值班表", "period of a table"),
        ("昨天下午五点前没报的抓紧", "past"),
    ],
)
def test_other_dates_are_no_deadline(text: str, family: str) -> None:
    assert due(text) == [], family


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("原定3月12日截止的申报延期至3月19日18:00。", ["2026-03-19 18:00"]),
        ("填报截止时间由3月12日顺延到3月14日12时。", ["2026-03-14 12:00"]),
        ("表周五下班前交。刚接到通知，改成周四中午12点。", ["2026-03-12 12:00"]),
        ("更正：通知里3月25日写错了，应在3月18日前报送。", ["2026-03-18"]),
    ],
)
def test_the_last_statement_wins(text: str, expected: list[str]) -> None:
    assert due(text) == expected


def test_two_levels_have_one_deadline_each() -> None:
    assert due("各组3月13日前交村里，各村3月16日下午5点前报镇农经站。") == ["2026-03-13", "2026-03-16 17:00"]


def test_an_upper_levels_deadline_counts_only_without_the_readers_own() -> None:
    assert due("县里3月18日收。想报的3月16日中午12:00前把材料给经发办") == ["2026-03-16 12:00"]


def test_a_window_ends_with_its_last_day() -> None:
    assert due("即日起至4月30日，请村民到窗口办理认证。") == ["2026-04-30"]
    assert due("3月16日到3月20日为集中换证时间，凭身份证办理。") == ["2026-03-20"]


def test_a_stage_with_a_hand_in_date_has_only_that() -> None:
    text = "第一步：排查（3月12日至3月20日），汇总成台账，3月19日17时前报消安办。\n第二步：整改（3月21日至4月10日），逐项销号。"
    assert due(text) == ["2026-03-19 17:00", "2026-04-10"]


def test_several_deadlines_say_what_is_due() -> None:
    dates = read_dates(
        normalise("方案3月13日前报送，总结3月31日前报送。"), datetime.fromisoformat(WEDNESDAY), default_calendar()
    )
    assert ["方案" in dates.deadlines[0].about, "总结" in dates.deadlines[1].about] == [True, True]


def test_every_deadline_shows_the_words_it_was_read_from() -> None:
    text = "请于３月１６日 １７：００前报送"
    deadline = read_dates(normalise(text), datetime.fromisoformat(WEDNESDAY), default_calendar()).deadlines[0]
    assert text[slice(*deadline.span)] == deadline.said
    assert "３月１６日" in deadline.said
    assert "year" in deadline.implied
