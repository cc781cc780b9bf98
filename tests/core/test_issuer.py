"""Who demands it, read from the text alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.issuer import find_issuer
from bot.core.normalise import normalise
from tests.core import reading
from tests.core.own_facts import rows_with


def issuer(text: str) -> str | None:
    """The issuer of a text, in normalised spelling."""
    normal = normalise(text).text
    span = find_issuer(normal)
    return normal[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("关于报送台账的通知\n各乡镇：\n请于10日前报送。\n青禾县水利局\n2026年10月8日", "青禾县水利局"),
        ("各村明天报名单。镇民政办", "镇民政办"),
        ("下班前交齐。 ——党政办小何", "党政办"),
        ("本周内报完。县创卫办 联系人：夏雨荷 18700000135", "县创卫办"),
        ("转发县民政局通知：请各乡镇走访慰问。镇民政办", "县民政局"),
        ("县农经站：网签先录基础信息", "县农经站"),
        ("【县信访局交办】请核实", "县信访局"),
        ("县水利局催着要数据，把清淤米数报给我", "县水利局"),
        ("材料送来。县民政局社会事务股", "县民政局"),
        ("请于20日前报送。镇卫生院公卫科", "镇卫生院"),
        ("青禾县教育体育局关于做好校车审验工作的通知", "青禾县教育体育局"),
        ("The County Forestry Bureau asks for the list.", "County Forestry Bureau"),
    ],
)
def test_the_demanding_office(text: str, office: str) -> None:
    assert issuer(text) == office


@pytest.mark.parametrize(
    "text",
    ["名单报镇武装部", "各村民委员会：请抓紧报", "报名打农技站 13800000607", "材料交组织办封存", "明天下午三点开会", "县里要数，快报"],
)
def test_a_receiver_or_an_addressee_is_no_issuer(text: str) -> None:
    assert issuer(text) is None


def test_issuers_of_our_own_notices_are_found() -> None:
    rows = rows_with("issuer")
    wrong = [(text, gold) for text, _, gold in rows if gold and issuer(text) != normalise(gold).text]
    assert len(wrong) <= 0.08 * sum(1 for _, _, gold in rows if gold), wrong


@given(st.text(alphabet="县镇局办站所关于转发通知：，。\n各村请报2026年9月3日——Office of ", max_size=80))
def test_any_text_is_read_without_failing(text: str) -> None:
    span = find_issuer(text)
    assert span is None or 0 <= span[0] < span[1] <= len(text)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Gas will be off on Saturday 11 April from 8:30 to 16:00. Hillside Property Management", "Hillside Property Management"),
        ("Send the figures to a@example.com within 5 working days.\nBay District Chamber of Commerce", "Bay District Chamber of Commerce"),
        ("Linhai Gas Company: supply will be off until 5 am on Saturday.", "Linhai Gas Company"),
        ("Hi all, Anping Culture Station here. Send three photos by Monday.", "Anping Culture Station"),
        ("The Town Forestry Bureau is holding a site tour on 16 April, 9:00 to 11:00. Send the names by Monday.", "Town Forestry Bureau"),
    ],
)
def test_an_english_office_signs_heads_or_speaks(text: str, office: str) -> None:
    assert reading.read(text).issuer == office
