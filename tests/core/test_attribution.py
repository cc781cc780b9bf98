"""Which group a message comes from: bridges, hand-written heads, the bot's own seat, memory, and honest ignorance."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.attribution import (
    ASKED_BEFORE,
    HEAD_KEY,
    MOST_SEEN,
    NO_GROUP,
    SEEN_KEY,
    SENDER_KEY,
    Knowledge,
    Twin,
    Why,
    also_seen,
    attribute,
    memory_keys,
)
from bot.core.headers import Header, fold, read_header, without_header
from bot.core.models import Message, Origin
from tests.factories import NOTICE, NOW, group, message

KNOWN = (group(1, "农业农村工作群"), group(2, "防汛专班群", aliases=("防汛群",), chat="tg:-100"))


@pytest.mark.parametrize(
    ("text", "name", "sender", "platform"),
    [
        ("💬👥 王主任 (王敏) [农业农村工作群]:\n正文", "农业农村工作群", "王主任", "wechat"),
        ("🐧👥 李四 [防汛专班群]:\n正文", "防汛专班群", "李四", "qq"),
        ("💻👥 赵六 (赵) [机关群(58)]:\n正文", "机关群", "赵六", "wecom"),
        ("💬👥 农业农村工作群:\n正文", "农业农村工作群", None, "wechat"),
        ("【农业农村工作群】\n正文", "农业农村工作群", None, "unknown"),
        ("【来自：农业农村工作群】正文", "农业农村工作群", None, "unknown"),
        ("#农业农村工作群 正文", "农业农村工作群", None, "unknown"),
        ("#农业农村工作群#\n正文", "农业农村工作群", None, "unknown"),
        ("来自农业农村工作群：正文", "农业农村工作群", None, "unknown"),
        ("转自“农业农村工作群”\n正文", "农业农村工作群", None, "unknown"),
        ("农业农村工作群通知：正文", "农业农村工作群", None, "unknown"),
        ("正文\n（转自农业农村工作群）", "农业农村工作群", None, "unknown"),
        ("From: Village Heads Group\n正文", "Village Heads Group", None, "unknown"),
        ("[Village Heads Group] 正文", "Village Heads Group", None, "unknown"),
        ("（转自农业农村工作群）正文", "农业农村工作群", None, "unknown"),
        ("正文（来自农业农村工作群）", "农业农村工作群", None, "unknown"),
        ("【转】「农业农村工作群」正文", "农业农村工作群", None, "unknown"),
        ("【包村干部联系人群】正文", "包村干部联系人群", None, "unknown"),
        ("💬👥 王敏 [【专班】2026[迎检]群]:\n正文", "【专班】2026[迎检]群", "王敏", "wechat"),
        ("💬👥 王敏 [甲群]: 正文", "甲群", "王敏", "wechat"),
        ("💬👥 System [甲群]:\n正文", "甲群", None, "wechat"),
        ("🦜👥 王敏 [甲群]:\n正文", "甲群", "王敏", "unknown"),
        ("💬👥 王[主任] [甲群]:\n正文", "甲群", "王[主任]", "wechat"),
        ("🐧👥 [管理员] 王敏 [防汛(1群)]:\n正文", "防汛(1群)", "[管理员] 王敏", "qq"),
        ("💬👥 You [甲群]:\n正文", "甲群", None, "wechat"),
        ("💬👥 王敏 [群聊]:\n正文", None, "王敏", "wechat"),
        ("以下转自甲群：\n正文", "甲群", None, "unknown"),
        ("来源：甲群\n正文", "甲群", None, "unknown"),
        ("发自甲群：正文", "甲群", None, "unknown"),
        ("（复制自甲群）正文", "甲群", None, "unknown"),
        ("🔴甲群：正文", "甲群", None, "unknown"),
        ("‼️【甲群】正文", "甲群", None, "unknown"),
        ("甲群转：正文", "甲群", None, "unknown"),
        (
            "消息记录（此消息记录为文本格式）\n====\n消息分组:群\n====\n消息对象:甲群\n====\n\n正文",
            "甲群",
            None,
            "unknown",
        ),
    ],
)
def test_a_header_line_names_group_and_author(text: str, name: str | None, sender: str | None, platform: str) -> None:
    assert read_header(text) == Header("正文", name, sender, platform)


@pytest.mark.parametrize(
    "text",
    [
        NOTICE,
        "【紧急通知】各村今天17:00前报值班表",
        "各村：\n请于明天17:00前报",
        "请各村在农业农村工作群里回复收到",
        "转发县局通知：秸秆禁烧台账18号下午5点前报",
        "来自县农业农村局的通知，请按时报",
        "#12 完成",
        "💬 大家看一下",
        "一、报送群众工作台账。二、请按时",
        "关注群众反映：本周要入户",
        "重点人群：60岁以上老人",
        "【特殊人群】摸排表明天前报",
        "【文物古建筑群】巡查表明天前报",
        "本群：不许发广告",
        "【工作群】清理情况明天前报",
        "退群：老李",
        "各村工作群：明天开会",
        "请各村加入防汛群：扫码",
        "转发到防汛群：明天开会",
        "微信群：明天开会",
        "",
    ],
)
def test_what_only_looks_like_a_header_stays_in_the_text(text: str) -> None:
    assert read_header(text) == Header(text)


@pytest.mark.parametrize(
    "text",
    [
        "【人口普查专班】各村明天报表",
        "迎检工作组：各村明天报表",
        "转防汛群：各村明天报表",
        "防汛群\n各村明天报表",
        "防汛群 各村明天报表",
        "（防汛群）各村明天报表",
    ],
)
def test_a_name_that_may_be_an_offices_counts_where_such_a_group_is_known_and_stays_in_the_text(text: str) -> None:
    header = read_header(text)
    assert header.guess and header.text == text
    assert decided(message(text), groups=())[0] is Why.UNKNOWN
    assert decided(message(text), groups=(group(5, header.group or ""),)) == (Why.HEADER, header.group)


def test_a_private_chat_shown_by_a_bridge_is_no_group_and_nobody_is_asked() -> None:
    text = "💬👤 王主任 (王敏):\n正文"
    assert read_header(text) == Header("正文", None, "王主任", "wechat", alone=True)
    body, header = without_header(message(text))
    found = attribute(body, header, Knowledge(KNOWN))
    assert (found.why, found.name, found.ask) == (Why.HEADER, None, False)


def test_the_owners_own_name_for_a_group_is_its_alias() -> None:
    header = read_header("💬👥 王敏 [普查 (青石镇人口普查群)]:\n正文")
    assert (header.group, header.alias) == ("青石镇人口普查群", "普查")


@pytest.mark.parametrize(
    ("text", "sender", "said"),
    [
        ("[民政工作群] 民政办 王主任：表改到周一中午", "民政办 王主任", "表改到周一中午"),
        ("【村务群】陈姐：把表报给我", "陈姐", "把表报给我"),
        ("[残疾人工作群] 残联 小麦：名单周五前给我", "残联 小麦", "名单周五前给我"),
        ("[民政工作群] 各村：请报名单", None, "各村：请报名单"),
        ("[民政工作群] 镇民政办 通知：明天开会", None, "镇民政办 通知：明天开会"),
        ("[民政工作群] 会议时间：明天上午", None, "会议时间：明天上午"),
        ("[民政工作群] 联系人：王主任", None, "联系人：王主任"),
    ],
)
def test_who_stands_before_a_colon_behind_the_group_said_it(text: str, sender: str | None, said: str) -> None:
    header = read_header(text)
    assert (header.sender, header.text) == (sender, said)


@pytest.mark.parametrize("text", ["“甲群”的聊天记录\n张三 09:30\n报表", "[甲群的聊天记录]\n张三 09:30\n报表"])
def test_the_heading_of_a_pasted_record_names_its_group(text: str) -> None:
    header = read_header(text)
    assert header.group == "甲群" and header.text.startswith("聊天记录")


def test_a_linked_chat_shows_only_the_author() -> None:
    assert read_header("王敏:\n请各村报表", linked=True) == Header("请各村报表", sender="王敏")
    assert read_header("王敏:\n请各村报表") == Header("王敏:\n请各村报表")


@pytest.mark.parametrize("head", ["各村:", "通知:", "同志们:", "各位书记主任:", "附件:"])
def test_an_addressee_line_is_no_author(head: str) -> None:
    text = f"{head}\n请各村报表"
    assert read_header(text, linked=True) == Header(text)


def test_a_text_shortened_by_the_bridge_is_known_as_such() -> None:
    body = "前" * 100 + "\n...\n" + "后" * 100
    assert read_header(f"💬👥 王主任 (王敏) [甲群]:\n{body}").cut
    assert not read_header(f"💬👥 王主任 (王敏) [甲群]:\n{NOTICE}").cut


def test_the_body_keeps_the_authors_words_and_takes_group_and_sender() -> None:
    body, _ = without_header(message(f"💬👥 王主任 (王敏) [甲群]:\n{NOTICE}"))
    assert (body.text, body.group, body.sender) == (NOTICE, "甲群", "王主任")


@given(st.text(max_size=300), st.booleans())
def test_any_text_can_be_read(text: str, linked: bool) -> None:
    header = read_header(text, linked=linked)
    assert header.text in text


@given(st.sampled_from(["\n", " ", "群", "来自", "【", "💬👥", ":", "("]), st.integers(1, 10_000))
def test_a_long_row_of_one_sign_is_read_quickly(sign: str, times: int) -> None:
    assert read_header(sign * times).text in sign * times


# ── The decision ─────────────────────────────────────────────────────────────


def decided(one: Message, **known: object) -> tuple[Why, str | None]:
    body, header = without_header(one)
    found = attribute(body, header, Knowledge(**({"groups": KNOWN} | known)))  # type: ignore[arg-type]
    return found.why, found.name


def test_the_chat_the_bot_sits_in_is_certain() -> None:
    assert decided(message(private=False), seat=KNOWN[1]) == (Why.ORIGIN_CHAT, "防汛专班群")


def test_a_bridge_header_inside_a_chat_names_the_true_group() -> None:
    text = f"💬👥 王主任 (王敏) [农业农村工作群]:\n{NOTICE}"
    assert decided(message(text, private=False), seat=KNOWN[1]) == (Why.HEADER, "农业农村工作群")


def test_a_forward_from_a_channel_comes_from_that_channel() -> None:
    origin = Origin(chat="tg:-100", chat_title="防汛群（新）")
    assert decided(message(origin=origin)) == (Why.ORIGIN_CHAT, "防汛专班群")


def test_a_given_group_is_taken_as_given() -> None:
    assert decided(message(group="防汛群(33)")) == (Why.GIVEN, "防汛群")


def test_a_hand_written_head_in_a_chat_the_bot_sits_in_is_only_words() -> None:
    assert decided(message(f"转自农业农村工作群：{NOTICE}", private=False), seat=KNOWN[1])[1] == "防汛专班群"


# ── The same message, seen in a group ──

HOUR = timedelta(hours=1)


def test_the_message_posted_at_that_second_weighs_more_than_a_header() -> None:
    one = message(f"【防汛群】{NOTICE}", sent_at=NOW)
    assert decided(one, twins=[Twin(1, NOW)]) == (Why.SEEN_IN_GROUP, "农业农村工作群")
    assert decided(one, twins=[Twin(1, NOW - HOUR)]) == (Why.HEADER, "防汛专班群")


def test_a_forward_is_found_by_its_second_and_sender_where_the_original_was_edited() -> None:
    edited = [Twin(1, NOW, "王敏", same=False), Twin(2, NOW, "李四", same=False)]
    assert decided(message(sent_at=NOW, sender="王 敏"), twins=edited) == (Why.SEEN_IN_GROUP, "农业农村工作群")
    assert decided(message(sent_at=NOW, sender="赵六"), twins=edited)[0] is Why.UNKNOWN


def test_of_the_same_words_in_several_groups_the_second_tells_which() -> None:
    twins = [Twin(2, NOW - HOUR), Twin(1, NOW)]
    assert decided(message(sent_at=NOW), twins=twins)[1] == "农业农村工作群"
    assert decided(message(sent_at=NOW - HOUR), twins=twins)[1] == "防汛专班群"


def test_words_that_were_posted_elsewhere_too_are_a_guess_with_the_others_at_hand() -> None:
    one = message()
    found = attribute(one, Header(one.text), Knowledge(KNOWN, twins=[Twin(2, NOW), Twin(1, NOW)]))
    assert (found.why, found.name, found.others) == (Why.WORDING, "防汛专班群", (1,)) and not found.sure
    assert decided(message(sent_at=NOW - 9 * HOUR), twins=[Twin(1, NOW - HOUR)])[0] is Why.WORDING


def test_pasted_words_are_surely_from_the_one_group_that_has_just_had_them() -> None:
    assert decided(message(), twins=[Twin(1, NOW - HOUR)])[0] is Why.SEEN_IN_GROUP
    assert decided(message(), twins=[Twin(1, NOW - 200 * HOUR)])[0] is Why.WORDING
    assert decided(message(), twins=[Twin(1, NOW - HOUR, seat=False)])[0] is Why.WORDING


def test_a_header_weighs_more_than_memory() -> None:
    memories = {SENDER_KEY + "王敏": "2"}
    assert decided(message(f"【农业农村工作群】{NOTICE}", sender="王敏"), memories=memories)[0] is Why.HEADER


def test_memory_knows_the_group_of_a_sender() -> None:
    assert decided(message(sender="王 敏"), memories={SENDER_KEY + "王敏": "2"}) == (Why.HISTORY, "防汛专班群")


def test_who_was_seen_in_one_group_alone_is_guessed_to_post_there() -> None:
    assert decided(message(sender="王敏"), memories={SEEN_KEY + "王敏": "2"}) == (Why.HISTORY, "防汛专班群")
    one = message(sender="王敏")
    found = attribute(one, Header(one.text), Knowledge(KNOWN, memories={SEEN_KEY + "王敏": "1,2"}))
    assert (found.why, found.ask, found.others) == (Why.UNKNOWN, True, (2, 1))


def test_what_is_kept_of_a_sender_changes_only_with_a_new_group_and_stays_short() -> None:
    assert also_seen(None, 3) == "3" and also_seen("3", 3) is None and also_seen("3", 4) == "3,4"
    many = ",".join(map(str, range(MOST_SEEN)))
    assert also_seen(many, 99) == f"{many},99".split(",", 1)[1]


def test_people_say_that_a_header_means_a_group_of_another_name() -> None:
    memories = {HEAD_KEY + "森防群": "1"}
    assert decided(message(f"【森防群】{NOTICE}"), memories=memories) == (Why.HEADER, "农业农村工作群")


def test_no_group_is_remembered_as_an_answer() -> None:
    assert decided(message(sender="王敏"), memories={SENDER_KEY + "王敏": NO_GROUP}) == (Why.HISTORY, None)


@pytest.mark.parametrize(("memories", "ask"), [({}, True), ({SENDER_KEY + "王敏": ASKED_BEFORE}, False)])
def test_ignorance_is_honest_and_asks_only_once(memories: dict[str, str], ask: bool) -> None:
    one = message(sender="王敏")
    found = attribute(one, Header(one.text), Knowledge(KNOWN, memories=memories))
    assert (found.why, found.confidence, found.ask) == (Why.UNKNOWN, 0.0, ask)


def test_a_forward_names_its_author_where_no_header_does() -> None:
    one = message(origin=Origin(sender_name="李四"))
    assert attribute(one, Header(one.text), Knowledge()).sender == "李四"


def test_the_office_is_asked_of_memory_only_where_nobody_is_named() -> None:
    assert len(memory_keys("王敏", "县农业农村局")) == 1
    assert memory_keys(None, "县农业农村局") != memory_keys("县农业农村局", None)
    assert memory_keys(None, None) == ()


def test_a_known_group_is_recognised_by_an_alias() -> None:
    one = replace(message(), group="防汛群")
    found = attribute(one, Header(one.text), Knowledge(KNOWN))
    assert found.group == KNOWN[1]


def test_a_name_is_known_with_and_without_its_pictures() -> None:
    assert decided(message("【🔥禁烧群】各村明天报表"), groups=(group(5, "禁烧群"),)) == (Why.HEADER, "禁烧群")
    assert decided(message("【禁烧群】各村明天报表"), groups=(group(5, "🔥禁烧群🔥"),)) == (Why.HEADER, "🔥禁烧群🔥")
    assert fold("🔥🔥") != fold("❤️"), "where there is nothing else they are the name"
