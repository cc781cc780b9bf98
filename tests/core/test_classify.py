"""What a message is: a duty, an event, something to know, or talk."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.models import Kind, Message
from bot.core.understand import understand
from bot.core.workdays import default_calendar
from tests.core.own_facts import SHANGHAI, kind_of, rows_with


@pytest.mark.parametrize(
    "text",
    [
        "各村明天中午前把防火巡查台账报应急办",
        "@所有人 秋种进度今晚8点前在群里接龙",
        "还差坪上、龙潭两个村，抓紧",
        "明天就截止了，花名册才收到一家",
        "原定周五报的清单延到下周一，其他不变",
        "那张摸底表不用报了，以民政的为准",
        "请各校立即排查校舍隐患，发现问题马上停用",
        "Please email the signed list to Ms Wu by Friday noon.",
    ],
)
def test_a_demand_is_a_task(text: str) -> None:
    assert kind_of(text) is Kind.TASK


@pytest.mark.parametrize(
    "text", ["明天开会几点来着", "后天交表是几点前来着", "@王主任 明天几点集合？", "那个表是周五交还是下周一交来着", "检查组哪天到？"]
)
def test_who_only_asks_when_something_is_wants_nothing_done(text: str) -> None:
    assert kind_of(text) is Kind.CHATTER


@pytest.mark.parametrize("text", ["各村几号开秧门，今天下班前报给我", "高庙的卷宗几时送？今天收口"])
def test_who_asks_when_and_wants_to_be_told_has_a_demand(text: str) -> None:
    assert kind_of(text) is Kind.TASK



@pytest.mark.parametrize(
    "text",
    [
        "定于10月20日上午9点在镇三楼会议室召开安全生产例会，各站所负责人参加",
        "明早七点半老粮站集合，扑火队全体参加演练",
        "推进会改到下午三点，地点不变",
        "Safety training on Friday 16 October, 2 pm, Room 3. Everyone must attend.",
    ],
)
def test_taking_part_in_something_dated_is_an_event(text: str) -> None:
    assert kind_of(text) is Kind.EVENT


@pytest.mark.parametrize(
    "text",
    [
        "县气象台10月12日16时发布大风蓝色预警，预计今夜到明天风力6级，请注意防范。",
        "自2027年1月1日起，城乡居民医保门诊报销比例提高到60%，无需申请。县医保局",
        "通报：三季度环境卫生考核，清水村、长滩村排名前两位，予以表扬。",
        "本周六上午8点至12点城南片区停水，请提前储水。自来水公司",
    ],
)
def test_what_is_only_to_be_known_is_info(text: str) -> None:
    assert kind_of(text) is Kind.INFO


@pytest.mark.parametrize(
    "text",
    [
        "收到",
        "好的，谢谢主任",
        "那张表是填户籍人口还是常住人口？",
        "冬至快乐，大家记得吃饺子",
        "自家土猪肉，35元一斤，要的私聊",
        "全部收齐，感谢配合",
    ],
)
def test_talk_is_chatter(text: str) -> None:
    assert kind_of(text) is Kind.CHATTER


def test_a_persons_own_report_is_chatter() -> None:
    assert kind_of("李庄村台账已报，请查收", "李庄村 会计") is Kind.CHATTER


def test_a_receipt_alone_makes_no_task() -> None:
    assert kind_of("通报：上周督导发现问题12个，均已整改。收到请回复。县教体局") is Kind.INFO


def test_a_question_about_the_deadline_is_no_demand() -> None:
    assert kind_of("名单是今天下班前交还是明天交？") is Kind.CHATTER


def test_the_reasons_are_what_the_dates_are_for_and_words_of_the_text() -> None:
    notice = understand(Message("m", datetime(2026, 9, 22, 10, tzinfo=SHANGHAI), "各村明天中午前把台账报应急办"), default_calendar())
    assert notice.reasons[0] == "due_date"
    assert all(reason.removeprefix("said:") in "各村明天中午前把台账报应急办" for reason in notice.reasons[1:])


def test_actionable_is_told_from_the_rest_in_our_own_notices() -> None:
    rows = rows_with("kind")
    wrong = [text for text, sender, gold in rows if kind_of(text, sender).actionable != Kind(gold).actionable]
    assert len(wrong) <= 0.02 * len(rows), wrong


def test_the_kind_is_right_in_our_own_notices() -> None:
    rows = rows_with("kind")
    wrong = [text for text, sender, gold in rows if kind_of(text, sender) is not Kind(gold)]
    assert len(wrong) <= 0.05 * len(rows), wrong


@given(st.text(max_size=400))
def test_any_text_has_one_kind(text: str) -> None:
    assert kind_of(text) is kind_of(text)
