"""A whole message through the whole pipeline, and the label that others read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.label import notice_label
from bot.core.models import Kind, Message, Notice
from bot.core.understand import understand
from bot.core.workdays import default_calendar

_OWN_FILE = Path(__file__).parents[1] / "data" / "own-notices.jsonl"
OWN = [json.loads(line) for line in _OWN_FILE.read_text(encoding="utf-8").splitlines()]
Label = dict[str, Any]


def message(text: str, at: str = "2026-03-11T09:20:00+08:00", **more: str) -> Message:
    return Message("m", datetime.fromisoformat(at), text, **more)


def read(text: str, at: str = "2026-03-11T09:20:00+08:00") -> Notice:
    return understand(message(text, at), default_calendar())


@cache
def _labels() -> list[tuple[Label, Label]]:
    pairs = []
    for row in OWN:
        m = row["message"]
        told = Message(m["id"], datetime.fromisoformat(m["received_at"]), m["text"])
        pairs.append((row["gold"], notice_label(m["id"], understand(told, default_calendar()))))
    return pairs


def _f1(pick: Callable[[Label], Iterable[object]]) -> float:
    """F1 over all own notices of the things `pick` names."""
    hit = said = wanted = 0
    for gold, label in _labels():
        right, ours = Counter(pick(gold)), Counter(pick(label))
        hit += (right & ours).total()
        said += ours.total()
        wanted += right.total()
    return 2 * hit / (said + wanted)


def _when(fact: Label) -> tuple[object, ...]:
    noon = fact["time"] == "12:00" or fact["part"] == "noon"
    return (fact["date"], "noon") if noon else (fact["date"], fact["time"], fact["part"])


def test_deadlines_of_the_own_notices_are_read() -> None:
    assert _f1(lambda x: [_when(d) for d in x["deadlines"]]) >= 0.97


def test_events_of_the_own_notices_are_read() -> None:
    assert _f1(lambda x: [_when(e) for e in x["events"]]) >= 0.92


def test_places_of_the_own_notices_are_read() -> None:
    assert _f1(lambda x: [e["place"] for e in x["events"] if e["place"]]) >= 0.9


def test_recurrences_of_the_own_notices_are_read() -> None:
    keys = ("rrule", "time", "part", "start", "until")
    assert _f1(lambda x: [tuple(x["recurrence"][k] for k in keys)] if x["recurrence"] else []) >= 0.95


def test_kinds_of_the_own_notices_are_read() -> None:
    assert _f1(lambda x: [x["kind"]]) >= 0.92


def test_the_label_has_every_key_of_the_contract_and_is_plain_json() -> None:
    label = notice_label(
        "m", read("请各村3月13日17:00前将台账报镇农业办，联系人王敏13800000000。定于3月16日9:00在镇礼堂召开大会。")
    )
    assert set(label) == {
        "id", "kind", "title", "issuer", "deadlines", "recurrence", "events", "urgent", "requirements", "specs",
        "submit_to", "contacts", "reasons", "unsure",
    }  # fmt: skip
    assert json.loads(json.dumps(label)) == label
    assert label["deadlines"][0].keys() >= {"date", "time", "part", "at", "said", "span", "implied"}  # type: ignore[index]
    assert label["deadlines"][0]["at"] == "2026-03-13T17:00:00+08:00"  # type: ignore[index]


def test_chatter_has_every_field_empty() -> None:
    notice = read("收到，我们村12号前报")
    assert (notice.kind, notice.deadlines, notice.events, notice.contacts) == (Kind.CHATTER, (), (), ())


def test_relative_words_count_from_when_the_notice_was_first_sent() -> None:
    first_sent = datetime.fromisoformat("2026-03-10T18:00:00+08:00")
    told = Message(
        "m", datetime.fromisoformat("2026-03-11T09:20:00+08:00"), "请各村明天17:00前报送台账", sent_at=first_sent
    )
    assert understand(told, default_calendar()).deadlines[0].date.isoformat() == "2026-03-11"


def test_in_a_pasted_record_relative_words_count_from_the_lines_own_time() -> None:
    text = "站长 3/10 16:20\n各村明天中午12点前把墒情数据报过来\n小李 3/10 16:25\n好的站长"
    assert [d.date.isoformat() for d in read(text).deadlines] == ["2026-03-11"]


def test_next_friday_said_on_a_sunday_is_asked_once() -> None:
    notice = read("各村下周五前把台账报来", "2026-03-15T10:00:00+08:00")
    assert [(d.about, d.code, d.options) for d in notice.unsure] == [("deadline", "week", ("2026-03-20", "2026-03-27"))]


def test_friday_said_on_a_friday_evening_is_asked() -> None:
    notice = read("各村周五前把台账报来", "2026-03-13T19:30:00+08:00")
    assert [d.code for d in notice.unsure] == ["today_or_next"]


def test_a_hand_in_without_any_date_is_asked_for() -> None:
    assert [d.code for d in read("请各村把危房排查台账报镇村建办").unsure] == ["no_deadline"]


def test_a_plain_deadline_raises_no_question() -> None:
    assert read("请各村3月13日17:00前将台账报镇农业办").unsure == ()


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "。" * 50, "9", "前前前", "2月30日前报", "99月99日25:61前", "《" * 99, "到" * 300]
)
def test_odd_text_never_raises(text: str) -> None:
    assert read(text).kind in Kind


_WORDS = "3月13日 下周五 17:00 明天 下班前 截止 延期至 每周五 9月20日至30日 会议室 召开 请各村 报送台账 24点 张三 9:30".split()
_PIECES = st.sampled_from([*"前后于在到至从每日周月年前报交送开会。，；：\n（）【】《》—、 ", *_WORDS])


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=40).map("".join)))
def test_any_text_gives_the_same_notice_twice_with_spans_inside_it(text: str) -> None:
    told = message("请各村报送台账，" + text)
    notice = understand(told, default_calendar())
    assert notice == understand(told, default_calendar())
    for fact in (*notice.deadlines, *notice.events, *filter(None, [notice.recurrence])):
        start, end = fact.span
        assert 0 <= start < end <= len(told.text)
        assert told.text[start:end] == fact.said


def test_many_threads_understand_alike() -> None:
    texts = [row["message"]["text"] for row in OWN] * 3
    alone = [read(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(read, texts)) == alone
