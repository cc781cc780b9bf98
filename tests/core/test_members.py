"""Lists of who hands in where, each member closed by its own day."""

from __future__ import annotations

import pytest

from tests.core.reading import due


@pytest.mark.parametrize("joint", ["——", "：", " → ", "　"])
@pytest.mark.parametrize("verb", ["给", "交", "送", "报"])
def test_the_day_that_closes_a_member_is_its_limit(joint: str, verb: str) -> None:
    rows = [("湾头片", "小孟", "4月14日"), ("坡上片", "金会计", "4月15日"), ("镇区片", "前台", "4月15日下午3点前")]
    text = "表格按片收：\n" + "\n".join(f"◇{who}{joint}{verb}{whom}，{day}" for who, whom, day in rows) + "\n一户一张。"
    assert sorted(due(text)) == ["04-14", "04-15", "04-15 15:00"]


@pytest.mark.parametrize("who", [("一年级", "二年级"), ("东院", "西院")])
def test_members_of_one_line_have_each_their_limit(who: tuple[str, str]) -> None:
    assert sorted(due(f"体检表分两处收：{who[0]}交医务室，4月15日；{who[1]}交总务处，4月15日中午前。")) == ["04-15", "04-15 noon"]


def test_one_limit_said_twice_is_one() -> None:
    assert due("各片：表格4月15日交。\n报送要求：统一交农办，4月15日下午3点前。") == ["04-15 15:00"]


def test_bullets_that_open_with_a_number_end_no_span_of_days() -> None:
    assert due("谁收谁：\n- 一组：给骆会计——4月14日\n- 三组：给章文书——4月15日\n- 五组：给骆会计——4月16日\n表格一户一张。") == ["04-14", "04-15", "04-16"]

