"""What each of several deadlines is for."""

from __future__ import annotations

import pytest

from tests.core.reading import read


def _abouts(text: str) -> list[str]:
    return [each.about for each in read(text).deadlines]


@pytest.mark.parametrize(
    ("text", "abouts"),
    [
        ("请各馆5月25日前报藏书清单，5月28日前交盘点报告。", ["报藏书清单", "交盘点报告"]),
        ("一、排查表5月25日前报安办；二、整改报告5月28日17:00前送应急所。", ["填排查表", "交整改报告"]),
        ("编号清单5月20日上午11点报河长办；堵口的5月25日前封堵完毕。", ["报编号清单", "封堵完毕"]),
        ("各店5月25日前清理门前杂物，5月28日前把灯箱拆下来。", ["清理门前杂物", "把灯箱拆下来"]),
        ("社员5月14日前交身份证复印件（正反面），5月20日前把入股协议送到社里。", ["交身份证复印件", "送入股协议"]),
    ],
)
def test_a_deadline_is_named_by_the_paper_or_the_act_that_is_due(text: str, abouts: list[str]) -> None:
    assert _abouts(text) == abouts


@pytest.mark.parametrize(
    ("text", "abouts"),
    [
        ("渠道清淤限期：\n石门村 7处 5月16日前完工\n下垟村 12处 5月20日前完工", ["石门村 7处", "下垟村 12处"]),
        ("台账分批交：\n▲河东四个村——5月18日\n▲河西六个村——5月22日", ["河东四个村", "河西六个村"]),
    ],
)
def test_limits_of_one_thing_are_told_apart_by_whose_they_are(text: str, abouts: list[str]) -> None:
    assert _abouts(text) == abouts


def test_a_single_deadline_needs_no_name() -> None:
    assert _abouts("请各馆5月25日前报藏书清单。") == [""]
