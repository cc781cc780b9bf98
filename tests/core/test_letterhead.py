"""The parts of a formal document are told apart as a clerk would name them; chat is no document."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.letterhead import read_letterhead
from bot.core.models import Message
from bot.core.understand import understand
from bot.core.workdays import default_calendar
from tests.factories import NOW
from tests.growth import FEWER_THAN_SQUARED, growth

RED = """000012
特急
中 共 青 禾 县 委 员 会 文 件
青 委 发 〔2026〕 12 号
关于切实做好2026年秋季秸秆禁烧
工作的通知
各乡镇党委、人民政府，县委各部委，
县直各单位：
    为切实做好秋季秸秆禁烧工作，现就有关事项通知如下。
    请于9月28日17:00前报送台账，联系人：王敏，电话：13812345678。
    附件：1.秸秆禁烧网格责任台账
          2.包联责任人登记表
        中共青禾县委员会
        青禾县人民政府
        2026年9月21日
抄送：县人大、县政协。
中共青禾县委办公室　　2026年9月22日印发"""


def test_every_part_of_a_red_headed_document_is_found():
    found = read_letterhead(RED)
    assert found is not None
    assert (found.issuer, found.number) == ("中共青禾县委员会", "青委发〔2026〕12号")
    assert found.title == "关于切实做好2026年秋季秸秆禁烧工作的通知"
    assert found.addressees == "各乡镇党委、人民政府，县委各部委，县直各单位"
    assert found.annexes == ("秸秆禁烧网格责任台账", "包联责任人登记表")
    assert (found.signed_by, found.signed_on) == ("中共青禾县委员会", date(2026, 9, 21))
    body = RED[slice(*found.body)]
    assert body.startswith("为切实做好") and body.endswith("13812345678。")
    assert RED[slice(*found.spans["number"])] == "青 委 发 〔2026〕 12 号"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("请看\n关于召开推进会的通知\n各村：\n定于9月25日9:00召开。\n青禾镇党政办 2026年9月23日", ("", "关于召开推进会的通知", "青禾镇党政办")),
        ("会议通知\n各村党支部书记：\n明天上午9点开会。\n镇党政办\n2026年9月21日", ("", "会议通知", "镇党政办")),
        ("青禾县农业农村局便函\n青农函[2026]8号\n关于报送台账的函\n各乡镇：\n请报。\n青禾县农业农村局（盖章）\n二〇二六年九月二十一日", ("青农函〔2026〕8号", "关于报送台账的函", "青禾县农业农村局")),
        ("青禾县人民政府办公室\n关于印发《秸秆禁烧方案》的通知\n青政办〔2026〕3号\n各乡镇人民政府：\n现印发给你们。\n青禾县人民政府办公室\n2026年9月1日", ("青政办〔2026〕3号", "关于印发《秸秆禁烧方案》的通知", "青禾县人民政府办公室")),
    ],
)  # fmt: skip
def test_documents_of_other_shapes(text, parts):
    found = read_letterhead(text)
    assert found is not None and (found.number, found.title, found.signed_by) == parts


def test_a_title_is_read_whole_though_its_last_line_could_stand_alone():
    found = read_letterhead("青政发〔2026〕12号\n关于报送秋季秸秆禁烧网格\n责任台账的通知\n各村：\n请报。\n青禾镇人民政府\n2026年9月21日")
    assert found is not None and found.title == "关于报送秋季秸秆禁烧网格责任台账的通知"


def test_a_letter_misread_under_the_seal_is_put_right_from_the_head():
    misread = RED.replace("        中共青禾县委员会", "        中共青天县委员会")
    found = read_letterhead(misread)
    assert found is not None and found.signed_by == "中共青禾县委员会"


@pytest.mark.parametrize(
    "text",
    [
        "大家收到关于国庆放假的通知了吗",
        "各位书记：\n明天上午9点开会，收到请回复\n通知",
        "张三 2026/9/23 09:30:11\n看一下关于台账的通知\n李四 2026/9/23 09:31:00\n收到",
        "",
    ],
)
def test_chat_is_no_document(text):
    assert read_letterhead(text) is None


def test_the_signer_is_the_issuer_and_the_broken_title_names_the_duty():
    notice = understand(Message("m", NOW, RED), default_calendar())
    assert notice.issuer == "中共青禾县委员会" and notice.letterhead is not None
    passed_on = RED.replace("关于切实做好2026年秋季秸秆禁烧\n工作的通知", "转发县农业农村局关于报送台账的通知")
    assert understand(Message("m", NOW, passed_on), default_calendar()).issuer == "县农业农村局"


@given(st.text(st.sampled_from("关于的通知各局办：:\n〔2026〕12号年月日附件1.。青禾县 "), max_size=400))
def test_any_text_is_read_and_its_parts_stand_in_it(text):
    found = read_letterhead(text)
    if found is not None:
        assert all(0 <= start <= end <= len(text) for start, end in [*found.spans.values(), found.body])


def test_a_long_text_takes_no_longer_than_its_length():
    assert growth(lambda lines: read_letterhead(("关于" + "报送" * 70 + "\n") * lines + "通知\n"), 200) < FEWER_THAN_SQUARED
