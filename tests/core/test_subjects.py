"""Facts about limits of whoever is named as acting by them, while the text speaks to others."""

from __future__ import annotations

import pytest

from tests.core.reading import due


@pytest.mark.parametrize(
    "text",
    [
        "各商户：施工单位4月20日前挖开东侧，4月25日前填平；自来水公司4月22日前换管。各商户4月16日前把门口雨棚拆掉并拍照发群里。",
        "各村民小组：县水务局4月20日前送水泵，镇里4月22日前装好，各组4月16日前清好井台并拍照发群里。",
        "王校长：我方4月20日前供货，4月25日前装完，校方4月16日前腾出教室，并把钥匙交来。",
        "各村：清册由镇经管站负责，4月20日前审完，4月25日前贴出来。各村4月16日前交底册。",
        "各企业只需交一张车辆清单，4月16日前传至群里。换装由服务商上门，服务商承诺4月20日前备件到齐、4月25日前换完。",
        "各位家长：\n◆ 家长：4月16日前把户口本首页上传小程序；\n◆ 学校：4月20日前完成初审；\n◆ 教体局：4月25日前完成复核。",
    ],
)
def test_who_is_named_and_not_spoken_to_binds_no_reader(text: str) -> None:
    assert due(text) == ["04-16"]


@pytest.mark.parametrize(
    "text",
    [
        "请施工单位4月16日前完成回填，4月20日前报回填照片。\n城关镇住建办",
        "各供应商：你公司4月16日前把样品送到，4月20日前报价。",
        "任务分工：1.教育局4月16日前完成摸底；2.各乡镇4月20日前报名册。",
        "各站所：农技站4月16日前报墒情，兽医站4月20日前报防疫数。",
        "各物业公司：物业4月16日前完成自查，4月20日前报整改情况。街道办",
        "各学校：学校4月16日前完成自查，4月20日前报自查报告。教育局",
        "各支部：我们支部4月16日前学完一遍，4月20日前交心得。",
    ],
)
def test_who_is_spoken_to_is_bound(text: str) -> None:
    assert due(text) == ["04-16", "04-20"]


@pytest.mark.parametrize(
    "text",
    [
        "各班组长只看第2条。\n1.设备科4月20日前换完泵。\n2.各班组4月16日前交点检表。\n3.仓库4月22日前盘完。",
        "本群各社区只执行乙类。\n甲类（企业）：4月20日前报表。\n乙类（社区）：4月16日前交台账。\n丙类（学校）：4月22日前交。",
        "村医只管“村卫生室”那一行：\n县疾控：4月14日前发疫苗\n乡镇卫生院：4月15日前培训\n村卫生室：4月16日前报接种名单",
        "事项｜谁做｜期限\n底册｜镇｜4月14日前\n核对｜村｜4月16日前\n复查｜县农业局｜4月21日前\n各村只管写“村”的那行。",
        "各乡镇文化站：\n一、市对县\n4月22日前报送总结。\n二、县对乡镇\n4月16日前报送总结。\n安和县文旅局",
    ],
)
def test_items_that_readers_pass_over_are_not_theirs(text: str) -> None:
    assert due(text) == ["04-16"]


def test_without_such_a_choice_every_item_binds() -> None:
    assert due("各班组：\n1.4月16日前交点检表。\n2.4月20日前交备件清单。") == ["04-16", "04-20"]


@pytest.mark.parametrize(
    "text",
    [
        "市里通知讲，台账4月20日前必须报齐。我镇往前赶四天，各村4月16日前交农办。",
        "镇上给咱村的死线是4月20日，我得留一天合表，你们4月16日前把数给我。",
        "各村：前天发的“4月20日前补齐”说的是县里给仓库补货，不是叫各村补。各村4月16日前报缺多少沙袋。",
        "各企业：4月16日前报整改表。拒不整改的，4月20日前移送执法大队。",
        "Dear growers, our office has to file the list by 20 April, so send me your sheets by 16 April.",
        "All shops: the landlord repaints the hall by 20 April. Clear your shelves by 16 April and send me a photo.",
    ],
)
def test_limits_named_only_beside_the_readers_own(text: str) -> None:
    assert due(text) == ["04-16"]


def test_a_demand_from_above_that_nobody_draws_in_binds() -> None:
    assert due("省厅要求4月20日前完成自查。请各乡镇严格按时限完成，并报总结。") == ["04-20"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("陈局长您好，我们所4月13日前把表填好，4月15日前送到局里。", []),
        ("各位领导：路面剩下的4月13日前摊完，标线4月15日前画完。我部已安排两班倒。", []),
        ("张主任：请您4月13日前把村里的表签好交给我。", ["04-13"]),
    ],
)
def test_what_is_reported_to_a_superior_binds_no_reader(text: str, expected: list[str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("各临床科室：\n一、药剂部4月13日前抽样，每科30份。\n二、填写点评表，4月20日前交质控办。", ["04-20"]),
        ("各科室：备好口罩，4月15日前将清单报总务科；设备科负责4月13日前把雾化机消毒完毕。", ["04-15"]),
        ("各村：督查组4月13日前到村，请把台账备齐，4月12日前报送。", ["04-12"]),
        ("设备科：4月13日前把雾化机消毒完毕，清单报我。", ["04-13"]),
    ],
)
def test_a_part_of_an_office_that_is_not_spoken_to_binds_no_reader(text: str, limits: list[str]) -> None:
    assert due(text) == limits


def test_who_stands_first_in_a_chain_reads_it() -> None:
    assert due("两级有先后：基层工会4月14日前交园区工会；园区工会初审后，4月16日17点前报县总工会。") == ["04-14", "04-16 17:00"]
    assert due("各站4月14日前报名单。中心4月16日前完成初选，4月20日前上线展播。") == ["04-14"]


@pytest.mark.parametrize(
    "text",
    [
        "各户4月16日前把测产单交来。省里专家4月20日来评，4月25日前定结果。",
        "各户4月16日前把测产单交来。我局定于4月20日公布名次，4月25日前发证。",
        "各户4月16日前把测产单交来。第三方机构4月20日前完成复测，4月25日前出具报告。",
    ],
)
def test_who_is_named_in_a_clause_acts_in_the_next(text: str) -> None:
    assert due(text) == ["04-16"]


@pytest.mark.parametrize(
    "work",
    [
        "消毒由保洁公司统一来做，4月25日前做完。",
        "水电费我们直接从押金里扣，5月5日前扣清。",
        "走访由局领导亲自去，4月底前走完。",
        "检测由我站统一安排，费用按去年的标准算，5月12日前付清。",
        "门禁厂家说4月30日前能装好。",
        "复查什么时候没准信，市里只说二季度末前。",
    ],
)
def test_what_is_said_to_be_another_s_work_binds_no_reader(work: str) -> None:
    assert due(f"各楼长4月14日前报空置房。{work}") == ["04-14"]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("表格由各村自己填，4月15日前填完。", "04-15"),
        ("排查由村干部带队，4月18日前查完，结果报应急办。", "04-18"),
        ("这次由你们统一收，4月14日前收齐交我。", "04-14"),
        ("领导说4月14日前交齐，别拖。", "04-14"),
    ],
)
def test_what_is_left_to_the_readers_binds_them(text: str, limit: str) -> None:
    assert due(text) == [limit]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("各仓盘点，货位卡4月13日下班前更新完。财务4月17日出差异，4月20日前处理账。", ["04-13 cob"]),
        ("各部门4月15日前报发票，财务4月20日前付款。", ["04-15"]),
        ("请财务4月20日前出报表。", ["04-20"]),
        ("财务部、人事部：4月20日前各报一份总结。", ["04-20"]),
    ],
)
def test_a_part_of_a_firm_named_by_itself_acts_for_itself(text: str, limits: list[str]) -> None:
    assert due(text) == limits
