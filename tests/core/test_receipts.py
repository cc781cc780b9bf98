"""Receipts: who is asked, by when, in which words, and who has answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.models import Deadline, Requirement
from bot.core.receipts import asks_receipt, call_roll, is_answer, ready_reply, receipt_due, with_receipt
from tests.factories import CALENDAR, NOW, deadline, group_message, instant, message, notice


@pytest.mark.parametrize(
    "text",
    [
        "明天开会，收到请回复",
        "请各村收到后回复",
        "大家看到通知请回复“收到”",
        "以上，收到的请在群里扣1",
        "Please confirm receipt.",
        "收到请今晚22:30前回复",
        "收到后请于明早8:00前在群内回复",
        "请各单位收到后今天下班前回复",
        "收到请尽快回复",
        "收到通知的单位请于12点前电话回复",
        "请收到的同志回复",
        "知悉请回复",
    ],
)
def test_a_request_for_a_receipt_is_recognised(text: str) -> None:
    assert asks_receipt(text)


NO_REQUESTS = (
    "收到投诉后24小时内回复群众",
    "收到群众来信请及时回复来信人",
    "收到申请后3日内回复",
    "请各村在收到表格后于5日前报送",
    "收到货款后请于3日内确认开票",
    "王书记收到，请问几点前回复？",
)


@pytest.mark.parametrize(
    "text", ["收到", "收到，马上办", "我们没收到表格", "请回复电话号码", "收到群众举报3起", *NO_REQUESTS]
)
def test_what_asks_for_nothing_is_no_request(text: str) -> None:
    assert not asks_receipt(text)


@pytest.mark.parametrize(
    "text",
    ["收到", "收到。", "收到，谢谢", "东风村收到", "好的，收到", "已收到", "1", "OK", "收悉", "王强：收到", "received"],
)
def test_an_answer_is_recognised(text: str) -> None:
    assert is_answer(text)


@pytest.mark.parametrize(
    "text", ["没收到", "收到了吗？", "请问表格什么时候交", "10", "收到通知的请抓紧时间把台账报到我这里来，谢谢大家配合"]
)
def test_other_words_are_no_answer(text: str) -> None:
    assert not is_answer(text)


def test_a_receipt_has_a_deadline_of_its_own() -> None:
    said = "各村9月25日17:00前报台账。收到请于今天12:00前回复。"
    at = said.index("今天12:00前")
    noon = Deadline(NOW.date(), instant(23, "12:00"), "12:00", said="今天12:00前", span=(at, at + 8))
    assert receipt_due(said, NOW, [deadline(), noon], CALENDAR) == instant(23, "12:00")
    assert receipt_due("9月25日17:00前报台账，收到请回复", NOW, [deadline()], CALENDAR) == instant(23, "18:00")
    for text in ("9月25日17:00前报台账，收到请回复", "收到请回复，9月25日17:00前报台账"):
        at = text.index("9月")
        said_there = replace(deadline(), said="9月25日17:00前", span=(at, at + 11))
        assert receipt_due(text, NOW, [said_there], CALENDAR) == instant(23, "18:00"), "that is the list's"
    later = replace(noon, span=(6, 14))
    assert receipt_due("收到请回复，今天12:00前。", NOW, [later], CALENDAR) == instant(23, "12:00")
    assert receipt_due("收到请回复", instant(23, "17:30"), [], CALENDAR) == instant(24, "18:00")
    assert receipt_due("收到请回复", instant(25, "20:00"), [], CALENDAR) > instant(26, "18:00")
    assert receipt_due("收到请回复，中午开会", NOW, [deadline(23, "11:00")], CALENDAR) == instant(23, "11:00")


def test_the_reply_is_ready_in_the_form_that_is_asked_for() -> None:
    assert ready_reply("收到请回复", "青石镇", "王强") == "收到"
    assert ready_reply("请回复“单位+姓名收到”", "青石镇", "王强") == "青石镇 王强收到"
    assert ready_reply("Please confirm receipt", "Qingshi", "Wang") == "Received"


def test_the_roll_says_who_has_not_answered() -> None:
    before = [
        group_message("早", by=f"tg:{n}", sender=name, at=instant(22))
        for n, name in ((5, "张三"), (6, "李四"), (7, "王五"))
    ]
    asked = group_message("明天开会，收到请回复", by="tg:9", sender="周敏")
    other = group_message("收到", by="tg:6", sender="李四", at=instant(23, "10:00"), reply_to="tg:-100:other")
    after = [
        group_message("收到", by="tg:5", sender="张三", at=instant(23, "10:00")),
        other,
        group_message("几点", by="tg:7", sender="王五", at=instant(23, "10:00")),
    ]
    roll = call_roll(asked, [*before, asked, *after])
    assert roll.answered == ("张三",) and roll.missing == ("李四", "王五")
    assert call_roll(asked, [*before, asked, *after], gone=["王五"]).missing == ("李四",)


def test_a_notice_that_asks_for_a_receipt_gets_its_own_deadline() -> None:
    asked = message("各村9月25日17:00前报台账，收到请回复")
    asking = notice(requirements=frozenset({Requirement.REPLY_RECEIPT}))
    assert with_receipt(asking, asked, CALENDAR).receipt_by == instant(23, "18:00")
    assert with_receipt(notice(), asked, CALENDAR).receipt_by is None
