"""Who receives, whose number it is and which system is used, composed: every name in every frame in every surrounding."""

from __future__ import annotations

from itertools import product

import pytest

from bot.core.channels import Channels, find_channels
from bot.core.normalise import normalise

PHONE, OTHER = "13900000818", "0577-6650417"
NAMES = (
    "王敏", "郎月", "欧阳川", "司徒慧敏", "涂国强", "缑建民", "乜学东", "代玉", "占军", "楚河", "敬文", "母德友", "门立新", "向医生", "王支书",
    "单医师", "司马站长", "桂香姐", "尚工", "小鲍", "阿炳",
)  # fmt: skip
SURROUNDINGS = ("{}", "各村：\n{}。\n镇农业办", "（一）摸清底数；\n（二）{}；\n（三）加强管护。", "@所有人 {}！！", "报送要求：{}。纸质版盖章。", "{}，没有的也要报")


def read(text: str) -> Channels:
    """Channels of any text, names spelled as written."""
    normal = normalise(text)
    return find_channels(normal.text, lambda start, end: normal.original[slice(*normal.original_span(start, end))])


def everywhere(frame: str) -> list[tuple[str, str]]:
    """Each name with the frame said of it in each surrounding."""
    return [(name, around.format(frame.format(n=name, p=PHONE))) for name, around in product(NAMES, SURROUNDINGS)]


@pytest.mark.parametrize(
    "frame",
    ["名单月底前报文化站{n}", "台账交{n}存档", "汇总后报民政所{n}备案", "方案送{n}把关", "表发{n}就行", "报{n}即可", "把表给{n}送来", "往{n}那边报", "跟{n}说一声", "名单由{n}统一收"],
)
def test_a_receiver_is_the_same_by_any_name_in_any_surrounding(frame: str) -> None:
    assert [(name, text) for name, text in everywhere(frame) if read(text).submit_to.people != (name,)] == []


@pytest.mark.parametrize("frame", ["名单报{n}（文化站，{p}）", "台账报{n}。{n}的电话是{p}", "名单报{n}{p}", "台账月底前交经管站{n}（联系电话{p}）"])
def test_a_receiver_with_his_number_is_receiver_and_contact(frame: str) -> None:
    for name, text in everywhere(frame):
        found = read(text)
        assert (found.submit_to.people, found.submit_to.phones, [(c.name, c.phone) for c in found.contacts]) == ((name,), (), [(name, PHONE)]), text


@pytest.mark.parametrize("frame", ["有险情打{p}报{n}", "报{p}（{n}）", "打{n}电话{p}说明", "打{p}找{n}报告", "电话报{n}：{p}", "给{n}打电话说明，电话{p}"])
def test_a_person_phoned_with_the_report_is_receiver_number_and_contact(frame: str) -> None:
    for name, text in everywhere(frame):
        found = read(text)
        assert (found.submit_to.people, found.submit_to.phones, [(c.name, c.phone) for c in found.contacts]) == ((name,), (PHONE,), [(name, PHONE)]), text


@pytest.mark.parametrize("frame", ["具体事宜由{n}负责，电话{p}", "联系人：{n}，电话：{p}", "有问题打{p}找{n}", "不清楚的问民政所{n}{p}"])
def test_whoever_answers_questions_is_a_contact_only(frame: str) -> None:
    for name, text in everywhere(frame):
        found = read(text)
        assert (found.submit_to.people, found.submit_to.phones, [(c.name, c.phone) for c in found.contacts]) == ((), (), [(name, PHONE)]), text


@pytest.mark.parametrize("frame", ["有情况第一时间报{}", "结果报{}", "有险情立即报：{}", "17时前将核查情况电话反馈。电话：{}", "到位后打{}说明情况"])
@pytest.mark.parametrize("around", SURROUNDINGS)
def test_a_number_reported_to_is_an_address(frame: str, around: str) -> None:
    found = read(around.format(frame.format(PHONE)))
    assert (found.submit_to.phones, found.contacts, found.phone_report is not None) == ((PHONE,), (), True)


@pytest.mark.parametrize("text", ["办公室电话{}", "值班电话：{}", "报警电话{}", "路灯坏了报修请打{}", "举报电话{}", "日报 {}", "文化站 {}"])
@pytest.mark.parametrize("around", SURROUNDINGS)
def test_a_number_that_is_only_told_is_no_address_and_nobodys(text: str, around: str) -> None:
    found = read(around.format(text.format(PHONE)))
    assert (found.submit_to.phones, found.contacts) == ((), ())


@pytest.mark.parametrize("text", ["联系人：{} {p}、{} {q}", "联系人：{}，{p}；{}，{q}", "联系人：{} {}，电话：{p} {q}", "联系人：{}（{p}）、{}（{q}）"])
@pytest.mark.parametrize(("one", "two"), [("缑建民", "楚河"), ("慕容雪梅", "占军"), ("王敏", "毋一")])
def test_two_contacts_have_their_own_numbers(text: str, one: str, two: str) -> None:
    found = read(text.format(one, two, p=PHONE, q=OTHER))
    assert [(c.name, c.phone) for c in found.contacts] == [(one, PHONE), (two, OTHER)]


@pytest.mark.parametrize(
    "text",
    [
        "各站所向书记汇报情况", "材料由代表签字后交农业办", "把清单给门卫", "证件交税务局", "数据报占补平衡专班", "报母婴保健科", "摸清楚后报镇里", "送敬老院", "报高新区管委会审核",
        "报应急办存档", "报财政所一份", "报路灯数", "报林木和花卉面积", "报石料和砂子用量", "给石厂送去整改书", "到石桥那边看看", "由专人负责", "给代养点送饲料", "报高新技术企业名单", "报元月份台账",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", SURROUNDINGS)
def test_words_that_open_like_a_name_receive_nothing(text: str, around: str) -> None:
    assert read(around.format(text)).submit_to.people == ()


SYSTEMS = ("智学台", "河长通", "粮安云", "枫岭人社", "一表同享", "农房一体")


@pytest.mark.parametrize(
    "frame",
    [
        "数据录进“{}”", "把数据填到“{}”里", "微信搜“{}”，进去填", "填报平台：“{}”", "填报系统：“{}”", "“{}”里的任务今天清零", "“{}”未激活的抓紧激活", "线上填报（“{}”小程序）",
        "微信搜索{}小程序，填写信息", "填报方式：{}小程序", "请在县水利局{}APP填报", "{}APP每人都要注册", "另外通过{}小程序上报",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", SURROUNDINGS)
def test_a_system_is_named_in_any_surrounding(frame: str, around: str) -> None:
    assert [name for name in SYSTEMS if read(around.format(frame.format(name))).submit_to.systems != (name,)] == []


@pytest.mark.parametrize(
    "text",
    [
        "共享文档里填好：https://docs.example.com/a", "没到次数的系统不认", "数据由县局统一录入省级平台", "我局将统一录入“智慧农经”平台", "县局统一导入“智慧农经”系统，村里不用操作",
        "县里在“智慧农经”平台核查", "“河长通”系统由县里更新，村里不用管", "利用各类平台宣传", "贴到“曝光台”", "在系统里点一下", "不要在“河长通”填",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", SURROUNDINGS)
def test_a_nameless_system_or_one_that_others_fill_is_none(text: str, around: str) -> None:
    assert read(around.format(text)).submit_to.systems == ()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("快递寄王敏收", ("王敏",)), ("把U盘拿给王敏拷", ("王敏",)), ("先给王敏看", ("王敏",)), ("请直接回复王敏是否参加", ("王敏",)), ("交到203王敏处", ("王敏",)),
        ("告知王敏一声", ("王敏",)), ("材料收集人：王敏", ("王敏",)), ("向王敏报名", ("王敏",)), ("宣传单到王敏那里拿", ()), ("奖状到王敏处签字领取", ()),
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", SURROUNDINGS)
def test_what_is_done_next_is_no_part_of_a_name(text: str, people: tuple[str, ...], around: str) -> None:
    assert read(around.format(text)).submit_to.people == people


@pytest.mark.parametrize(
    ("text", "people", "phones", "contacts"),
    [
        ("名单报文化站（联系人{n}，电话{p}）", (), (), [("{n}", PHONE)]),
        ("每天17时前电话报文化站{p}，联系人：{n}，{q}", (), (PHONE,), [("{n}", OTHER)]),
        ("每天17时前电话报告{n}（{p}）", ("{n}",), (PHONE,), [("{n}", PHONE)]),
        ("给老党员{n}拍照", (), (), []),
        ("给困难户{n}送温暖", (), (), []),
        ("报告已由{n}审定", (), (), []),
        ("信访人{n}反映道路问题，请核实后报民政所", (), (), []),
    ],
)
@pytest.mark.parametrize("name", ["王敏", "郎月", "欧阳川", "小鲍", "罗主任", "秦姐"])
@pytest.mark.parametrize("around", SURROUNDINGS)
def test_who_is_named_beside_the_report_keeps_his_part(
    text: str, people: tuple[str, ...], phones: tuple[str, ...], contacts: list[tuple[str, str]], name: str, around: str
) -> None:
    found = read(around.format(text.format(n=name, p=PHONE, q=OTHER)))
    said = (found.submit_to.people, found.submit_to.phones, [(c.name, c.phone) for c in found.contacts])
    assert said == (tuple(p.format(n=name) for p in people), phones, [(who.format(n=name), number) for who, number in contacts])


@pytest.mark.parametrize("verb", ["报", "交", "发给", "报送", "找", "由", "联系", "反馈"])
@pytest.mark.parametrize("tail", ["", "审核", "备案", "一份", "登记", "说明情况"])
def test_things_trades_and_places_that_open_like_a_name_are_no_persons(verb: str, tail: str) -> None:
    words = (
        "鱼苗 檀香 党支书 党小组 温泉 麦田 高校 向导 雷管库 钱款 毛坯 牛栏 羊圈 房主 柴火 沙场 燕窝 路长 金店 林农 江堤 涂改带 谷仓 钟楼 邓家组 韦家屯 顾客 鱼贩 古镇 代表 门卫 占地户"
        " 生态护林员 光荣院 陶瓷厂"
    ).split()
    assert [word for word in words if read(f"9月24日前{verb}{word}{tail}。").submit_to.people] == []
