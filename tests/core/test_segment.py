"""Pasted records, clauses and the parts of a formal notice."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.segment import clauses, parts, split_records, without_headers

RECEIVED = datetime(2026, 9, 23, 12, 0)


def talk(text: str) -> list[tuple[str, datetime | None, str]]:
    """Speaker, time and words of each line of a record."""
    return [(r.speaker, r.at, r.text) for r in split_records(text, RECEIVED)]


def test_lines_with_full_date_and_seconds() -> None:
    assert talk("王敏 2026/9/22 09:30:11\n台账明天报\n老周 2026/9/22 09:31:40\n收到") == [
        ("王敏", datetime(2026, 9, 22, 9, 30), "台账明天报"),
        ("老周", datetime(2026, 9, 22, 9, 31), "收到"),
    ]


def test_a_clock_alone_is_the_latest_one_before_receipt() -> None:
    assert [at for _, at, _ in talk("王敏 20:14\n明早开会\n老周 20:20\n好")] == [
        datetime(2026, 9, 22, 20, 14),
        datetime(2026, 9, 22, 20, 20),
    ]


def test_a_date_without_a_year_is_in_the_past() -> None:
    assert [at for _, at, _ in talk("[聊天记录]\n何晓 12/30 17:41\n报名单\n老周 12/30 17:50\n好的")] == [
        datetime(2025, 12, 30, 17, 41),
        datetime(2025, 12, 30, 17, 50),
    ]


def test_bracketed_time_before_the_name() -> None:
    assert talk("[29/06, 20:14] Lu Fang: send photos\n[30/06, 09:02] Lu Fang: two per dam") == [
        ("Lu Fang", datetime(2026, 6, 29, 20, 14), "send photos"),
        ("Lu Fang", datetime(2026, 6, 30, 9, 2), "two per dam"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[18 Sep 17:32] Kate: list by noon", "[18 Sep 17:40] Bob: fine"),
        ("Sep 18, 17:32 Kate: list by noon", "Sep 18, 17:40 Bob: fine"),
        ("Kate (Fri 17:32): list by noon", "Bob (Fri 17:40): fine"),
        ("周五 17:32 Kate：list by noon", "周五 17:40 Bob：fine"),
        ("Kate（9月18日 17:32）：list by noon", "Bob（9月18日 17:40）：fine"),
    ],
)
def test_a_stamp_may_name_its_month_or_only_its_weekday_and_stand_before_or_behind_the_name(first: str, second: str) -> None:
    assert talk(f"{first}\n{second}") == [
        ("Kate", datetime(2026, 9, 18, 17, 32), "list by noon"),
        ("Bob", datetime(2026, 9, 18, 17, 40), "fine"),
    ]


def test_names_with_colons_are_talk_when_a_speaker_returns() -> None:
    assert talk("老郑：明早巡河，谁在\n小贺：几点\n老郑：六点半") == [
        ("老郑", None, "明早巡河，谁在"),
        ("小贺", None, "几点"),
        ("老郑", None, "六点半"),
    ]


def test_nested_records_keep_their_depth() -> None:
    text = "王敏 09:30\n转一下\n        张三 08:10\n        报名单\n老周 09:31\n好"
    assert [r.depth for r in split_records(text, RECEIVED)] == [0, 1, 0]


def test_a_quote_and_its_reply() -> None:
    assert [(r.speaker, r.text) for r in split_records("「张三：台账几号交」\n- - - - - -\n25号", RECEIVED)] == [
        ("张三", "台账几号交"),
        ("", "25号"),
    ]


@pytest.mark.parametrize(
    "text",
    ["时间：9月3日\n地点：会议室\n时间：以通知为准", "一、报送内容：台账\n二、报送时间：9月\n一、其他：无", "清水村：正常\n枫林村：正常\n清水村：补", "请于9:30前报送"],
)
def test_a_notice_with_colons_is_no_record(text: str) -> None:
    assert split_records(text, RECEIVED) == ()


def test_blanking_headers_keeps_every_offset() -> None:
    text = "王敏 9/22 09:30\n报台账\n老周 9/22 09:31\n收到"
    records = split_records(text, RECEIVED)
    blank = without_headers(text, records)
    assert len(blank) == len(text)
    assert blank.split() == ["报台账", "收到"]
    assert [text[slice(*r.body)] for r in records] == ["报台账", "收到"]


def test_clauses_end_at_commas_and_stops() -> None:
    text = "请于周五前报，不用盖章。收到请回"
    assert [text[slice(*span)] for span in clauses(text)] == ["请于周五前报", "不用盖章", "收到请回"]


def test_head_body_and_signature_of_a_formal_notice() -> None:
    text = "关于报送台账的通知\n各乡镇：\n请于10日前报送。\n青禾县水利局\n2026年10月8日"
    found = parts(text)
    assert text[slice(*found.head)] == "关于报送台账的通知\n"
    assert text[slice(*found.body)] == "各乡镇：\n请于10日前报送。\n"
    assert text[slice(*found.signature)] == "青禾县水利局\n2026年10月8日"


def test_a_group_notice_head_belongs_to_the_head() -> None:
    text = "【群公告】明天报名单"
    assert text[slice(*parts(text).body)] == "明天报名单"


@given(st.text(alphabet="王敏：: 09/2-\n[]，「」好收到", max_size=120))
def test_records_lie_inside_the_text_in_order(text: str) -> None:
    at = 0
    for record in split_records(text, RECEIVED):
        assert at <= record.span[0] <= record.body[0] <= record.body[1] <= len(text)
        at = record.span[0]


@pytest.mark.parametrize(
    "text",
    [
        "体检安排表\n批次　日期　时间　地点\n一　10月13日　7:30　县中医院\n二　10月14日　7:30　县中医院\n请空腹。",
        "场次 时间 地点\n第一场 9月25日 8:30 礼堂\n第二场 9月26日 8:30 礼堂",
        "队名 日期 会场\n红队 9月25日 19:30 球场\n蓝队 9月26日 19:30 球场",
    ],
)
def test_rows_of_a_table_are_no_chat_record(text: str) -> None:
    assert split_records(text, datetime(2026, 9, 28, 8, 30)) == ()


def test_a_neighbour_known_by_his_room_is_a_speaker() -> None:
    text = "[聊天记录]\n物业小周 11月23日 09:00\n灶台拆改登记表别忘了报\n3-202 11月23日 09:01\n最晚哪天？\n物业小周 11月23日 09:02\n11月28日"
    assert [record.speaker for record in split_records(text, datetime(2026, 11, 23, 9, 30))] == ["物业小周", "3-202", "物业小周"]
