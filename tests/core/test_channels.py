"""Where to hand in and whom to ask."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.channels import Channels, find_channels
from bot.core.normalise import normalise
from tests.core.own_facts import f1, rows_with


def read(text: str) -> Channels:
    """Channels of any text, names spelled as written."""
    normal = normalise(text)
    return find_channels(normal.text, lambda start, end: normal.original[slice(*normal.original_span(start, end))])


def contacts(text: str) -> list[tuple[str | None, str | None]]:
    """Contacts of a text as plain pairs."""
    return [(c.name, c.phone) for c in read(text).contacts]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("名单报县种业站尚工", "尚工"),
        ("材料交到农机站小顾处", "小顾"),
        ("下班前发我（阮秋 15200000488）", "阮秋"),
        ("报个数给我。——平安办小裘", "小裘"),
        ("名单明天报到罗主任那儿", "罗主任"),
        ("送欧阳川审核", "欧阳川"),
        ("The list goes to Ms Yin by Friday", "Ms Yin"),
        ("統計表送交民政辦麥小姐處", "麥小姐"),
    ],
)
def test_a_person_named_as_receiver(text: str, person: str) -> None:
    assert read(text).submit_to.people == (person,)


@pytest.mark.parametrize("text", ["报镇党建办", "请施工单位报方案", "表格发工作群", "有问题联系卓然 13800000001", "发展党员材料"])
def test_an_office_a_group_or_a_mere_contact_is_no_receiver(text: str) -> None:
    assert read(text).submit_to.people == ()


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("联系人：樊立、古月；电话：0765-6213300", [("樊立", "0765-6213300"), ("古月", "0765-6213300")]),
        ("邵一帆（会务）0765-6690017；郎清（材料）0765-6690023", [("邵一帆", "0765-6690017"), ("郎清", "0765-6690023")]),
        ("联系人柴立13900000818孟夏0890-3351122", [("柴立", "13900000818"), ("孟夏", "0890-3351122")]),
        ("找小邹电话幺三六零零零零零二四八", [("小邹", "13600000248")]),
        ("咨询：符工 136-0000-0195", [("符工", "13600000195")]),
        ("镇医院 柏医生(0890)3302277", [("柏医生", "0890-3302277")]),
        ("Questions: Li Na, 13600000284.", [("Li Na", "13600000284")]),
    ],
)
def test_names_with_numbers_are_contacts(text: str, pairs: list[tuple[str, str]]) -> None:
    assert contacts(text) == pairs


@pytest.mark.parametrize("text", ["统计中心 0890-3352233", "举报电话12345", "QQ群号：78451236", "镇环保站 田芳", "金额12860000元"])
def test_what_is_no_contact(text: str) -> None:
    assert contacts(text) == []


def test_a_number_to_be_called_is_an_address_and_a_report_by_phone() -> None:
    found = read("转移人数两小时内电话报县防指办（0890-3300911）")
    assert found.submit_to.phones == ("0890-3300911",)
    assert found.phone_report is not None


def test_a_sign_up_by_phone_is_no_report() -> None:
    found = read("报名打农技站 13800000607")
    assert found.submit_to.phones == ("13800000607",)
    assert found.phone_report is None


def test_a_number_for_questions_is_no_address() -> None:
    assert read("有疑问打8830217").submit_to.phones == ()


def test_the_corrected_mailbox_counts() -> None:
    assert read("发a@example.cn。更正：邮箱变了，发b@example.cn").submit_to.emails == ("b@example.cn",)


def test_links_only_to_be_read_stand_nowhere() -> None:
    assert read("全文见 https://example.com/news").submit_to.urls == ()
    assert read("填报链接 https://form.example.com/a1 ").submit_to.urls == ("https://form.example.com/a1",)


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("上传“智慧监管”APP", "智慧监管"),
        ("在基本公共卫生服务系统补录完", "基本公共卫生服务系统"),
        ("用“e支部”交党费", "e支部"),
        ("上传至钉钉“关爱之家”", "钉钉"),
        ('upload it through the "AssetTrack" platform', "AssetTrack"),
    ],
)
def test_a_named_system(text: str, system: str) -> None:
    assert read(text).submit_to.systems == (system,)


@pytest.mark.parametrize("text", ["系统也在维护", "教育系统各单位", "数据须与“互联网+执法”系统一致", "不要用“老平台”系统报"])
def test_a_system_that_is_not_the_way_in(text: str) -> None:
    assert read(text).submit_to.systems == ()


def test_every_value_has_its_span() -> None:
    text = "报秦姐，邮箱a@example.cn"
    found = find_channels(text)
    assert {name: text[slice(*span)] for name, span in found.spans.items()} == {
        "emails.a@example.cn": "a@example.cn",
        "people.秦姐": "秦姐",
    }


def test_channels_of_our_own_notices_are_found() -> None:
    pairs = []
    for text, _, gold in rows_with("submit_to"):
        submit = find_channels(text).submit_to
        wanted = [(key, value) for key, values in gold.items() for value in values]
        if wanted:
            pairs.append(([(key, value) for key in gold for value in getattr(submit, key)], wanted))
    assert f1(pairs) >= 0.93


def test_contacts_of_our_own_notices_are_found() -> None:
    pairs = []
    for text, _, gold in rows_with("contacts"):
        if gold:
            found = [c.phone for c in find_channels(text).contacts]
            pairs.append((found, [c["phone"] for c in gold]))
    assert f1(pairs) >= 0.95


@given(st.text(alphabet="联系人王敏13800000000-0765电话：（），。发报送给我处@a.cn“系统”", max_size=80))
def test_any_text_is_read_without_failing(text: str) -> None:
    for start, end in find_channels(text).spans.values():
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("人数今晚报到张会计那儿", ("张会计",)),
        ("材料交一楼便民大厅3号窗口小卢", ("小卢",)),
        ("报送到县统计局居民股，收件人田禾，13900000003", ("田禾",)),
        ("表交给林业站老韩头，电话13800000001", ("老韩头",)),
        ("直接打13600000010找老覃说", ("老覃",)),
        ("清前清后各拍一张发班长", ()),
    ],
)
def test_who_receives_is_named_in_many_ways(text: str, people: tuple[str, ...]) -> None:
    assert find_channels(text).submit_to.people == people


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("照片传到“秀美乡村”里，别发群", "秀美乡村"),
        ("手机端用“林长通”，别用微信", "林长通"),
        ("请各站点在“应急一张图”更新仓库位置", "应急一张图"),
        ("Enter the figures in FarmData before noon.", "FarmData"),
    ],
)
def test_a_system_is_known_by_how_it_is_used(text: str, system: str) -> None:
    assert find_channels(text).submit_to.systems == (system,)
