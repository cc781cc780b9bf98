"""Limits of a level above, where those who pass them on set their readers an earlier one."""

from __future__ import annotations

import pytest

from tests.core.reading import due


@pytest.mark.parametrize(
    "text",
    [
        "州里5月8日要数据，各县市4月22日前先报我处。",
        "区局4月24日收口，各所22日前传给综合科。",
        "总行4月27日要报表，各网点22号交运营部。",
        "县残联4月26日要名册，各村先在4月22日前报民政办。",
        "转区住建局通知：4月27日前上报加装意向。各小区楼长22日前把签字表交到社区，我们汇总了一起报。",
        "转市疾控通知：4月27日16:00前上报库存和预约数。咱们是我统一往上报，所以各门诊22号前把这两个数给我。",
    ],
)
def test_the_readers_own_limit_is_the_one_they_keep(text: str) -> None:
    assert due(text) == ["04-22"]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("转县局通知：4月24日前报农机台账。另外4月20日前把保险名单给我。", ["04-20", "04-24"]),
        ("请各科4月20日前报计划；4月16日前先报分管领导审。", ["04-16", "04-20"]),
        ("县里要求各村4月20日前报齐，大家抓紧。", ["04-20"]),
    ],
)
def test_a_second_demand_takes_nothing_from_the_first(text: str, limits: list[str]) -> None:
    assert due(text) == limits
