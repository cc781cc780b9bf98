"""Receivers, numbers, addresses and systems in shapes that chats, question lists and foreign notices give them."""

from __future__ import annotations

import pytest

from tests.core.reading import read

P, Q = "13900001234", "13800005678"


@pytest.mark.parametrize(
    ("text", "people", "contacts"),
    [
        (f"各组名单16日前报给冬梅（{P}）。", ["冬梅"], [("冬梅", P)]),
        (f"来不了的，15号中午前微信告诉志强（{P}）。", ["志强"], [("志强", P)]),
        (f"表16日前交到Lily姐手上，电话{P}。", ["Lily姐"], [("Lily姐", P)]),
        (f"改后的照片16日前传予阿Ben（{P}）。", ["阿Ben"], [("阿Ben", P)]),
        ("纸质表16日前交Irene处。", ["Irene"], []),
        (f"报啥：虫口数\n报谁：祝其昌 {P}\n几时：每周五前", ["祝其昌"], [("祝其昌", P)]),
        (f"要求：名单\n期限：16日\n给到：老翟 {P}", ["老翟"], [("老翟", P)]),
        (f"问：名单几号交？答：16日前。问：交到哪？答：安环部霍晴，{P}。", ["霍晴"], [("霍晴", P)]),
        (f"票据16日前交齐，拍照给片管员。\n片管员：东街 老褚 {P}；西街 童会计 {Q}", ["老褚", "童会计"], [("老褚", P), ("童会计", Q)]),
        (f"名单照老柯说的格式16号前发给他，电话{P}", ["老柯"], [("老柯", P)]),
        (f"去不了的16日前打顾群电话说明原因，{P}。", ["顾群"], [("顾群", P)]),
        ("困难户16日前报给王孃孃她要汇总", ["王孃孃"], []),
        (f"名单16日前交齐。\n园区安环部 顾 {P}", [], [("顾", P)]),
        (f"老曹 老温 你俩今天把闸清了，清完给我打个电话 {P}", [], []),
        (f"16号前把照片发我。我是司马南，{P}", ["司马南"], [("司马南", P)]),
        (f"拿不准的打电话问老褚（{P}），表16日前发a@example.cn。", [], [("老褚", P)]),
        (f"表16日前报给片区联络员。\n联系人：王敏 {P}", [], [("王敏", P)]),
        ("以银行回单为准，表16日前发a@example.cn", [], []),
        ("发车仪式后天七点开始，名单16日前交。", [], []),
        ("上个月的漏报单我已经交了，16日前补齐。", [], []),
        (f"Both items to Irene Fong, {P}, by Friday.", ["Irene Fong"], [("Irene Fong", P)]),
        ("One photo per floor to Gareth by 17 November, COB.", ["Gareth"], []),
        ("Headcount to HR Lena Wu, lena@example.com, by Friday.", ["Lena Wu"], []),
        ("Ping Rita Gomes with your headcount by Friday.", ["Rita Gomes"], []),
        (f"If anything is unclear speak to Rita Gomes, {P}. List by Friday to a@example.com.", [], [("Rita Gomes", P)]),
    ],
)
def test_who_receives_and_whose_number_it_is(text: str, people: list[str], contacts: list[tuple[str, str]]) -> None:
    found = read(text)
    assert (sorted(found.submit_to.people), [(c.name, c.phone) for c in found.contacts]) == (sorted(people), contacts)


@pytest.mark.parametrize(
    ("written", "number"),
    [("0577-6210 038", "0577-6210038"), ("2345 6789", "23456789"), ("+852 2345 6789", "23456789"), ("0912345678", "0912345678"), ("0912-345-678", "0912345678")],
)
def test_numbers_of_other_places(written: str, number: str) -> None:
    assert [c.phone for c in read(f"名单16日前交齐。联系人：王敏（{written}）").contacts] == [number]


@pytest.mark.parametrize("text", ["王敏 2025 2026 年度考核表16日前交。", "王敏会议号 2345 6789，16日前试线。", "账号6222 0212 3456 7890，16日前交费。", "订单号0912345678，16日前退。"])
def test_what_only_looks_like_such_a_number(text: str) -> None:
    assert read(text).contacts == ()


@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("名单16日前发 xcjc＠example.cn。", ["xcjc@example.cn"]),
        ("名单16日前发 xcjc@example .cn。", ["xcjc@example.cn"]),
        ("名单16日前发 rss_gw@example. cn", ["rss_gw@example.cn"]),
        ("名单16日前发邮箱：xcjc[at]example.cn", ["xcjc@example.cn"]),
        ("List by 16 November to a@example.com. Please be on time.", ["a@example.com"]),
        ("List by 16 November to a@example.com; questions to Rita Gomes, b@example.com.", ["a@example.com"]),
        ("有人冒用a@example.cn发邮件，各单位16日前自查，结果发b@example.cn。", ["b@example.cn"]),
    ],
)
def test_addresses_broken_and_addresses_only_named(text: str, emails: list[str]) -> None:
    assert list(read(text).submit_to.emails) == emails


@pytest.mark.parametrize(
    ("text", "phones", "reports"),
    [
        ("一小时内把水泵能不能开打电话告诉我 13500000908。", ["13500000908"], True),
        ("水位每天8点前报值班室，电话6218890。", ["6218890"], True),
        (f"看了几户16日前报给妇女主任阿兰号码是{P}别打字了打电话给她讲一声", [P], True),
        ("想去看的单位16日前打5528841报名。", ["5528841"], False),
        (f"拿不准的打电话问我，{P}，表16日前交。", [], False),
    ],
)
def test_numbers_to_ring(text: str, phones: list[str], reports: bool) -> None:
    found = read(text)
    assert (list(found.submit_to.phones), "phone_report" in found.requirements) == (phones, reports)


@pytest.mark.parametrize(
    ("text", "systems"),
    [
        ("16日前把呕吐人数报进“校卫士”。", ["校卫士"]),
        ("账页数据16日前录完，录入用“住户e账”。", ["住户e账"]),
        ("新版“粮安云”上周已上线，16日前自己在里面把库存重新录一遍。", ["粮安云"]),
        ("16日前在那个叫晨检通的小程序里头报名单。", ["晨检通"]),
        ("报销单16日前填好、从Concur里submit。", ["Concur"]),
        ("填好16日前 upload 到 SharePoint。", ["SharePoint"]),
        ("Upload the photo evidence to QTrack by 16 November.", ["QTrack"]),
        ("请登录“政采云”填报，时间以平台提交记录为准，16日前。", ["政采云"]),
        ("元旦后新系统上线，票16日前给我。", []),
        ("凡没有走院采购平台的，列个清单，16日前交院纪委。", []),
        ("16日前在Excel里填好发我。", []),
        ("照片16日前发到“石桥村网格群”。", []),
    ],
)
def test_systems_by_what_is_done_there(text: str, systems: list[str]) -> None:
    assert list(read(text).submit_to.systems) == systems
