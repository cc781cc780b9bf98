"""Requirements said as a line of a calendar, in other words, by others' hands; and what is only named beside them."""

from __future__ import annotations

import pytest

from bot.core.models import Requirement
from tests.core.reading import read


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("节前三样\n慰问小结 ‖ 镇 ‖ 8月8日\n慰问照片 ‖ 村 ‖ 8月5日\n报县双拥办。", {"submit_material", "photo"}),
        ("11月日历\n 6日 ● 冬修用工台账\n26日 ● 村级总结初稿\n统一发a@example.cn", {"submit_material", "data_statistics"}),
        ("请16日前回传申请表（加盖公章）。", {"fill_form", "seal"}),
        ("委托书业主签字，16日前投到物业信箱。", {"submit_material", "sign"}),
        ("把不做体检的人员名单16日前拿来。", {"data_statistics"}),
        ("脚手架自己查一遍，松的当场加固，16日前。", {"rectification", "self_inspection"}),
        ("消防门损坏者须更换，16日前完成。", {"rectification"}),
        ("天台又堆满了纸壳，请16日前组织清走，清完发张照片。", {"rectification", "photo"}),
        ("16日前把成绩导进“智慧校园”。", {"data_statistics", "online_system"}),
        ("已交名单的不用再交，其余16日前交名单。", {"data_statistics"}),
        ("Every invoice for October has to be on our desk by 16 November.", {"submit_material"}),
        ("Self-inspect all extinguishers and list the expired ones by 16 November.", {"data_statistics", "self_inspection"}),
        ("Headcount by 16 November. A floor with nobody in still reports zero.", {"data_statistics", "nil_report"}),
        ("Overdue corrective actions must be closed by 16 November.", {"rectification"}),
    ],
)
def test_what_is_asked_for_in_other_shapes(text: str, asked: set[str]) -> None:
    assert asked <= {str(each) for each in read(text).requirements}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("合同16日前交来，电子档毋须寄送。", "electronic_copy"),
        ("总结16日前发a@example.cn，也不寄纸质的。", "paper_copy"),
        ("清单照小柯说的16日前发a@example.cn。", "photo"),
        ("面积按户头统计，16日前报数。", "on_site"),
        ("上门日期由所里排，名单16日前发a@example.cn。", "on_site"),
        ("台账上月已报，16日前只交照片。", "data_statistics"),
        ("网传小学围墙倒塌视频，镇里16日前派人到现场核实，情况说明发a@example.cn。", "video"),
        ("材料都到齐了再交，16日前。", "attend"),
    ],
)
def test_what_is_named_and_not_asked_for(text: str, named: str) -> None:
    assert named not in read(text).requirements


@pytest.mark.parametrize(
    "text",
    [
        "各校登记午休缺席人数，全到的班选“0人”再提交，每天13点前。",
        "没有新迁入户的组在群里说声没有就行，有的4月16日前报户数。",
        "没查出漏点的，空表也得送来，4月16日前。",
        "销量是零也得发，每天18点前报。",
        "Send the ferry count by noon each day. no trips that day = post 0.",
        "Nothing sold? Send a zero anyway by 5 pm each Friday.",
    ],
)
def test_nothing_is_to_be_told_too(text: str) -> None:
    assert Requirement.NIL_REPORT in read(text).requirements


@pytest.mark.parametrize(
    "text",
    [
        "请护林员4月16日前到林段里点一下倒了多少棵，点完报数。",
        "下井看水泵，看完4月16日前把读数报调度。",
        "各村文书上山看界桩还在不在，4月16日前报缺失数。",
        "请各校医到宿舍逐间看，4月16日前把名单报来。",
    ],
)
def test_who_goes_and_looks_is_there_himself(text: str) -> None:
    assert Requirement.ON_SITE in read(text).requirements


@pytest.mark.parametrize(
    "text",
    [
        "请各单位4月16日前到邮箱里看附件，填好回传。",
        "下月底前看完教材，4月16日前交心得。",
        "请上系统里看一看，缺的4月16日前补。",
        "4月16日送货上门，请各店当天报数量。",
    ],
)
def test_looking_at_a_screen_is_no_going_there(text: str) -> None:
    assert Requirement.ON_SITE not in read(text).requirements
