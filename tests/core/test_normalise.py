"""Facts about reading text in one form and finding the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.normalise import normalise
from tests.growth import FEWER_THAN_SQUARED, growth


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("９月２４日１７：３０前", "9月24日17:30前"),
        ("請於週五下班前報送，逾期後果自負", "请于周五下班前报送，逾期后果自负"),
        ("下午３點鐘在會議室開會", "下午3点钟在会议室开会"),
        ("9 月 2 4 日 1 7 ： 3 0 前", "9月24日17:30前"),
        ("9月 24日 17 : 30", "9月24日 17:30"),
        ("关 于 做 好 防 汛 工 作 的 通 知", "关于做好防汛工作的通知"),
        ("2026 年 9 月 24 日", "2026年9月24日"),
        ("请于9月\n24日前", "请于9月24日前"),
        ("l1月2O日前报", "11月20日前报"),
        ("二○二六年七月十三日", "二〇二六年七月十三日"),
        ("二00八年", "二〇〇八年"),
        ("⽉底前", "月底前"),
        ("9\u200b月24日", "9月24日"),
        ("17∶30", "17:30"),
        ("清单16.30前交到二楼", "清单16:30前交到二楼"),
        ("12日9；00集合", "12日9:00集合"),
        ("今晚 8.30点名", "今晚 8:30点名"),
    ],
)
def test_one_form_for_many_ways_to_write(written: str, read: str) -> None:
    assert normalise(written).text == read


@pytest.mark.parametrize(
    "text",
    [
        "联系人：王敏 李强 13800000000",
        "地点：三楼会议室（305）",
        "Please send it by 24 Sept, OK? hello world",
        "王○、李○○",
        "1.报表 2.台账 3.照片",
        "Oil 10 ml",
        "面积16.30亩，4.30前报",
        "周五 9.18 前交",
    ],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert normalise(text).text == text


def test_a_span_leads_back_to_the_original_words() -> None:
    normal = normalise("请 在 ９ 月 ２４ 日 前报")
    start = normal.text.index("9月24日")
    begin, end = normal.original_span(start, start + len("9月24日"))
    assert normal.original[begin:end] == "９ 月 ２４ 日"
    assert normal.normal_span(begin, end) == (start, start + len("9月24日"))


@given(st.text(alphabet=st.sampled_from("９月 ２4日\u3000：:17後點lO二○〇年\n\u200b，王敏abc😀"), max_size=60))
def test_every_span_lies_inside_the_original(text: str) -> None:
    normal = normalise(text)
    for i in range(len(normal.text)):
        begin, end = normal.original_span(i, i + 1)
        assert 0 <= begin < end <= len(text)
        assert normal.normal_span(begin, end) == (i, i + 1)


@given(st.text(alphabet=st.sampled_from("９月 ２4日\u3000：:17後點二年\n\u200b，王敏abc😀"), max_size=60))
def test_what_is_read_once_is_read_the_same_again_but_for_blanks(text: str) -> None:
    once = normalise(text).text
    assert "".join(normalise(once).text.split()) == "".join(once.split())


@pytest.mark.parametrize(("text", "read"), [("l９○:", "190:"), ("l月○4日", "1月04日"), ("７：1〇前", "7:10前")])
def test_one_letter_read_as_a_digit_lets_the_next_be_read(text: str, read: str) -> None:
    assert normalise(text).text == read


@pytest.mark.parametrize("piece", ["关 ", "9 ", "月 ", "O", "○", "：1", " \n", "l0", "\t "])
def test_a_hostile_text_costs_linear_time(piece: str) -> None:
    assert growth(lambda length: normalise(piece * (length // len(piece)) + "尾"), 10_000) < FEWER_THAN_SQUARED
