"""Facts about whose day it is where a text says who speaks and who is spoken to."""

from __future__ import annotations

import pytest

from tests.core.reading import due

SHARED = "梅塘镇人民政府关于核对林地图斑的通知\n各村（社区）：\n一、分工\n1．护林员：4月15日前走完图斑；\n2．{who}：4月21日前{act}。\n梅塘镇人民政府\n2026年4月8日"


@pytest.mark.parametrize(("who", "act"), [("镇林业站", "汇总"), ("林业站", "复核"), ("县林业局", "抽查"), ("镇人民政府", "上报")])
def test_an_office_in_a_list_told_to_villages_is_no_reader(who: str, act: str) -> None:
    assert due(SHARED.format(who=who, act=act)) == ["04-15"]


@pytest.mark.parametrize("greeting", ["各村、各站所：", "各村（社区）、镇直各单位：", "各村、镇各办公室："])
def test_an_office_that_is_greeted_with_them_is_a_reader(greeting: str) -> None:
    assert due(SHARED.format(who="镇林业站", act="汇总").replace("各村（社区）：", greeting)) == ["04-15", "04-21"]


def test_rows_of_offices_told_to_villages_are_not_theirs() -> None:
    assert due("谁｜做什么｜哪天前\n各村会计｜填鱼塘面积表｜4月14日\n梅塘镇水产站｜汇总｜4月17日\n请各村抓紧。梅塘镇水产站") == ["04-14"]


@pytest.mark.parametrize(
    "text",
    [
        "各乡镇：\n市局要求，各县（市、区）4月24日前报齐。请各乡镇4月16日前将堤防清册报我局。\n安和县水利局",
        "各村：\n县里通知各乡镇4月24日前把堤防清册报水利局，各村4月16日前交到水利站。",
        "转市局通知要点：“……清册核对后，于4月24日前由各县统一报送……”\n各乡镇4月16日前先报我局业务股。",
        "转省办通知：“……登记表于4月24日前由各县统一收齐……”\n我县时限提前：各队4月16日前送302室。",
    ],
)
def test_what_is_demanded_of_a_higher_level_is_no_limit_of_the_lower(text: str) -> None:
    assert due(text) == ["04-16"]


@pytest.mark.parametrize(
    "text",
    [
        "各县（市、区）水利局：\n按照省厅部署，各县（市、区）4月16日前将堤防清册报我局。\n永平市水利局",
        "县水利局通知：各乡镇4月16日前报送堤防清册，发业务股。",
        "各乡镇：\n各乡镇4月16日前将堤防清册报我局。\n安和县水利局",
    ],
)
def test_a_level_that_is_spoken_to_has_its_limit(text: str) -> None:
    assert due(text) == ["04-16"]


@pytest.mark.parametrize(
    "text",
    [
        "Work plan\nOur side: the new menu goes live on 14 April, all faults cleared by 20 April.\nYour side: the signed price list by 16 April.",
        "Next steps\nYour side: please return the price list by 16 April.\nOur side: a first draft by 20 April.",
        "联调安排\n我方：4月20日前完成接口改造。\n贵方：4月16日前提供加盖公章的验收单。",
        "致乙方：\n甲方：4月20日前移交场地。\n乙方：4月16日前提交加盖公章的进度计划。",
    ],
)
def test_our_side_is_not_your_side(text: str) -> None:
    assert due(text) == ["04-16"]


@pytest.mark.parametrize(
    "text",
    [
        "各村：\n清册由村会计4月16日前填好交农办，农办4月24日前审完。",
        "请各组4月16日前报清册，村里4月24日前统一报镇。",
        "各村：\n项目 | 谁 | 哪天\n清册 | 各村 | 4月16日\n汇总表 | 镇里 | 4月24日\n请抓紧。",
    ],
)
def test_who_is_given_what_is_handed_in_acts_next(text: str) -> None:
    assert due(text) == ["04-16"]


def test_who_is_given_it_and_hands_it_on_to_those_who_write_is_a_reader() -> None:
    assert due("四、期限 合作社4月16日交乡镇，乡镇4月24日前统一交我局产业股，纸质版一式三份。") == ["04-16", "04-24"]


@pytest.mark.parametrize(
    "text",
    [
        "接县局通知，抽样表各镇收齐后4月20日送局里。我镇的做法：各村填好盖章，4月16日前交农办。",
        "采样表，疾控中心要求各镇20日前上报，我们往里收两天，各村16日前给我。",
        "大家把采样表填好，4月16日前报卫生院，卫生院汇总后4月20日前报疾控中心。",
    ],
)
def test_a_level_above_has_its_own_limit(text: str) -> None:
    assert due(text) == ["04-16"]


def test_a_level_above_named_behind_its_day_acts_then() -> None:
    assert due("各乡镇人民政府：\n4月16日前，各乡镇报图斑清单；4月20日前，我局汇总后报市局；4月25日前，市局反馈。\n县自然资源局") == ["04-16"]
    assert due("各县区：\n4月16日前，各县区报图斑清单；4月20日前，县局审核完并上报。\n市自然资源局") == ["04-16", "04-20"]
