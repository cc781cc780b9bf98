"""What people do on Telegram becomes a Message, a Command, a GroupEvent or nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import telegram as ptb

from bot.core.models import Command, GroupEvent, GroupEventKind, Message
from bot.transport.updates import Identity, Item, Reach, chat_of, translate
from tests.emulator import Group, Person, Telegram
from tests.emulator.telegram import BOT_ID

NOW = datetime(2026, 9, 23, 1, 30, tzinfo=UTC)
FIRST = datetime(2026, 9, 22, 8, 0, tzinfo=UTC)
ME = Identity(BOT_ID, "jianfu_bot")


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(now=lambda: NOW)


@pytest.fixture
def cadre(telegram: Telegram) -> Person:
    return Person(telegram, "李雷")


@pytest.fixture
def group(telegram: Telegram, cadre: Person) -> Group:
    return Group(telegram, "农业农村工作群", cadre)


def items(telegram: Telegram) -> list[Item]:
    """Everything the bot understood of what has happened so far."""
    found: list[Item] = []
    for raw in telegram.updates:
        update = ptb.Update.de_json(raw, None)
        found += translate(update, ME, NOW)
    return found


def only(telegram: Telegram) -> Item:
    (item,) = items(telegram)
    return item


def message(telegram: Telegram) -> Message:
    item = only(telegram)
    assert isinstance(item, Message)
    return item


def command(telegram: Telegram) -> Command:
    item = only(telegram)
    assert isinstance(item, Command)
    return item


def test_pasted_text_names_the_giver_but_no_author(telegram: Telegram, cadre: Person) -> None:
    sent = cadre.sends("请各村周五前报送台账。")
    said = message(telegram)
    assert said.id == f"tg:{cadre.user['id']}:{sent['message_id']}"
    assert (said.text, said.by, said.chat, said.private) == ("请各村周五前报送台账。", cadre.ref, cadre.ref, True)
    assert (said.sender, said.sent_at, said.received_at, said.group) == (None, None, NOW, None)


def test_a_persons_forward_names_the_person_and_the_first_sending_but_no_group(
    telegram: Telegram, cadre: Person
) -> None:
    cadre.forwards("请报表", from_person=Person(telegram, "王敏"), first_sent=FIRST)
    said = message(telegram)
    assert (said.sender, said.reference, said.by) == ("王敏", FIRST, cadre.ref)
    assert (said.origin.chat, said.origin.sender_name) == (None, "王敏")


def test_a_hidden_persons_forward_still_has_the_name(telegram: Telegram, cadre: Person) -> None:
    cadre.forwards("请报表", hidden="张三")
    assert message(telegram).origin.sender_name == "张三"


def test_an_anonymous_admins_forward_names_the_group(telegram: Telegram, cadre: Person, group: Group) -> None:
    cadre.forwards("请报表", group=group, signature="办公室")
    said = message(telegram)
    assert (said.origin.chat, said.origin.chat_title, said.sender) == (group.ref, "农业农村工作群", "办公室")


def test_a_channels_forward_names_the_channel(telegram: Telegram, cadre: Person) -> None:
    channel = Group(telegram, "县局发布", kind="channel")
    cadre.forwards("请报表", channel=channel)
    assert message(telegram).origin.chat_title == "县局发布"


def test_a_bridges_name_is_nobodys_name(telegram: Telegram, cadre: Person) -> None:
    bridge = Person(telegram, "EFB")
    bridge.user["is_bot"] = True
    cadre.forwards("💬👥 王敏 [防汛群]:\n请报表", from_person=bridge)
    assert message(telegram).sender is None


def test_a_post_in_a_group_names_author_and_group(telegram: Telegram, cadre: Person, group: Group) -> None:
    cadre.sends("请报表", where=group)
    said = message(telegram)
    assert (said.private, said.chat, said.by, said.sender) == (False, group.ref, cadre.ref, "李雷")
    assert (said.origin.chat, said.origin.chat_title) == (group.ref, "农业农村工作群")


def test_an_anonymous_admin_in_a_group_is_nobody_in_particular(telegram: Telegram, group: Group) -> None:
    group.announces("请报表", signature="书记")
    said = message(telegram)
    assert (said.by, said.sender, said.private) == (None, "书记", False)


def test_a_channel_post_is_a_message_of_that_channel(telegram: Telegram) -> None:
    channel = Group(telegram, "县局发布", kind="channel")
    channel.announces("请报表")
    said = message(telegram)
    assert (said.by, said.private, said.origin.chat_title) == (None, False, "县局发布")


def test_an_edit_keeps_the_identity_of_the_message(telegram: Telegram, cadre: Person) -> None:
    cadre.edits(cadre.sends("周五前"), "周四前")
    before, after = items(telegram)
    assert isinstance(before, Message)
    assert isinstance(after, Message)
    assert (before.id, before.edited, after.edited, after.text) == (after.id, False, True, "周四前")


def test_an_album_is_several_messages_of_one_album(telegram: Telegram, cadre: Person) -> None:
    cadre.sends_album("通知三页", "", "")
    pages = [item for item in items(telegram) if isinstance(item, Message)]
    assert [page.text for page in pages] == ["通知三页", "", ""]
    assert len({page.album for page in pages}) == 1
    assert pages[0].album


def test_of_a_picture_the_largest_size_is_kept(telegram: Telegram, cadre: Person) -> None:
    cadre.forwards(content=cadre.photo("看图", b"12345"))
    said = message(telegram)
    assert (said.text, said.attachments[0].size, said.attachments[0].mime) == ("看图", 5, "image/jpeg")
    assert telegram.files[said.attachments[0].ref][1] == b"12345"


def test_a_document_keeps_its_name_and_caption(telegram: Telegram, cadre: Person) -> None:
    cadre.sends_file("台账.xlsx", b"abc", caption="请填", mime="application/vnd.ms-excel")
    said = message(telegram)
    assert (said.attachments[0].name, said.attachments[0].mime, said.text) == (
        "台账.xlsx",
        "application/vnd.ms-excel",
        "请填",
    )


def test_a_sticker_is_its_emoji_and_a_voice_is_a_file(telegram: Telegram, cadre: Person) -> None:
    cadre.sends_sticker("👌")
    cadre.sends_voice()
    sticker, voice = (item for item in items(telegram) if isinstance(item, Message))
    assert (sticker.text, sticker.attachments) == ("👌", ())
    assert (voice.text, voice.attachments[0].mime) == ("", "audio/ogg")


def test_hidden_link_addresses_are_written_out(telegram: Telegram, cadre: Person) -> None:
    text = "😀请点此填报，谢谢"
    link = {"type": "text_link", "offset": 3, "length": 2, "url": "https://a.cn/f"}
    cadre.forwards(content={"text": text, "entities": [link]})
    assert message(telegram).text == "😀请点此（https://a.cn/f）填报，谢谢"


def test_a_poll_is_its_question_and_options(telegram: Telegram, cadre: Person) -> None:
    options = [{"persistent_id": str(n), "text": text, "voter_count": 0} for n, text in enumerate(("能", "不能"))]
    poll = {
        "id": "1", "question": "周五能到会吗", "options": options, "total_voter_count": 0, "is_closed": False,
        "is_anonymous": False, "type": "regular", "allows_multiple_answers": False, "allows_revoting": False,
        "members_only": False, "description": "",
    }  # fmt: skip
    update = {
        "update_id": 1,
        "message": {"message_id": 1, "date": 1, "chat": cadre.chat.info, "from": cadre.user, "poll": poll},
    }
    (said,) = translate(ptb.Update.de_json(update, None), ME, NOW)
    assert isinstance(said, Message)
    assert said.text == "周五能到会吗\n能\n不能"


@pytest.mark.parametrize(
    ("typed", "name", "args"),
    [
        ("/open today", "open", "today"),
        ("/done@jianfu_bot 3 4", "done", "3 4"),
        ("完成 12", "done", "12"),
        ("待办", "open", ""),
        ("/start s3cret", "start", "s3cret"),
    ],
)
def test_commands_and_plain_words_are_commands_in_private(
    telegram: Telegram, cadre: Person, typed: str, name: str, args: str
) -> None:
    cadre.sends(typed)
    said = command(telegram)
    assert (said.name, said.args, said.user, said.user_name, said.private) == (name, args, cadre.ref, "李雷", True)


def test_a_command_names_the_message_that_it_answers(telegram: Telegram, cadre: Person) -> None:
    sent = cadre.forwards("请报表", hidden="张三")
    telegram.updates.clear()
    cadre.sends("撤回", reply_to=sent["message_id"])
    said = command(telegram)
    assert (said.name, said.reply_to, said.card) == ("undo", f"tg:{cadre.user['id']}:{sent['message_id']}", None)


@pytest.mark.parametrize("text", ["完成 12", "/done 12", "待办"])
def test_somebody_elses_words_are_never_commands(telegram: Telegram, cadre: Person, text: str) -> None:
    cadre.forwards(text)
    assert message(telegram).text == text


def test_plain_words_in_a_group_are_not_for_the_bot_unless_it_is_spoken_to(
    telegram: Telegram, cadre: Person, group: Group
) -> None:
    cadre.sends("完成 12", where=group)
    assert isinstance(only(telegram), Message)
    cadre.sends("@jianfu_bot 待办", where=group)
    cadre.sends("/open", where=group)
    names = [(item.name, item.private) for item in items(telegram)[1:] if isinstance(item, Command)]
    assert names == [("open", False), ("open", False)]


def test_a_command_for_another_bot_is_nothing(telegram: Telegram, cadre: Person, group: Group) -> None:
    cadre.sends("/open@other_bot", where=group)
    assert items(telegram) == []


def test_an_edited_command_is_a_new_command(telegram: Telegram, cadre: Person) -> None:
    cadre.edits(cadre.sends("/done 1"), "/done 2")
    first, second = (item for item in items(telegram) if isinstance(item, Command))
    assert first.id != second.id
    assert second.args == "2"


def test_a_press_is_the_buttons_command_and_names_its_card(telegram: Telegram, cadre: Person) -> None:
    keyboard = {"inline_keyboard": [[{"text": "完成", "callback_data": "/done 12"}]]}
    card = telegram.post(cadre.chat, telegram.bot, {"text": "#12", "reply_markup": keyboard})
    cadre.presses("完成")
    said = command(telegram)
    assert (said.name, said.args, said.received_at) == ("done", "12", NOW)
    assert said.card == f"tg:{cadre.user['id']}:{card['message_id']}"


def test_a_press_on_a_message_that_is_gone_still_counts(telegram: Telegram, cadre: Person) -> None:
    keyboard = {"inline_keyboard": [[{"text": "完成", "callback_data": "/done 12"}]]}
    telegram.post(cadre.chat, telegram.bot, {"text": "#12", "reply_markup": keyboard})
    shown = cadre.last
    cadre.chat.messages.clear()
    cadre.presses("完成", on=shown)
    assert command(telegram).args == "12"


def test_the_bots_coming_and_going_is_told_once(telegram: Telegram, cadre: Person, group: Group) -> None:
    group.adds_bot(cadre)
    group.removes_bot(cadre)
    kinds = [(item.kind, item.chat, item.title, item.user) for item in items(telegram) if isinstance(item, GroupEvent)]
    assert kinds == [
        (GroupEventKind.ADDED, group.ref, "农业农村工作群", cadre.ref),
        (GroupEventKind.REMOVED, group.ref, "农业农村工作群", cadre.ref),
    ]
    assert len(items(telegram)) == 2


def test_people_who_join_together_are_one_event_each(telegram: Telegram, cadre: Person, group: Group) -> None:
    group.joins(Person(telegram, "甲"), Person(telegram, "乙"))
    group.loses(cadre)
    events = [item for item in items(telegram) if isinstance(item, GroupEvent)]
    assert [(event.kind, event.user_name) for event in events] == [
        (GroupEventKind.JOINED, "甲"),
        (GroupEventKind.JOINED, "乙"),
        (GroupEventKind.LEFT, "李雷"),
    ]
    assert len({event.id for event in events}) == 3


def test_a_new_title_and_a_new_address_are_events(telegram: Telegram, cadre: Person) -> None:
    old = Group(telegram, "防汛群", cadre, kind="group")
    old.renames("防汛专班", cadre)
    new = old.migrates(cadre)
    events = [item for item in items(telegram) if isinstance(item, GroupEvent)]
    assert (events[0].kind, events[0].title) == (GroupEventKind.RENAMED, "防汛专班")
    moves = [(event.chat, event.to_chat) for event in events[1:] if event.kind is GroupEventKind.MIGRATED]
    assert moves == [(old.ref, new.ref), (old.ref, new.ref)]


def test_blocking_and_unblocking_change_whether_the_person_can_be_reached(telegram: Telegram, cadre: Person) -> None:
    cadre.blocks()
    cadre.unblocks()
    assert items(telegram) == [Reach(cadre.ref, reachable=False), Reach(cadre.ref, reachable=True)]


def test_a_service_message_is_nothing(telegram: Telegram, cadre: Person, group: Group) -> None:
    group.posts(cadre.user, {"delete_chat_photo": True})
    assert items(telegram) == []


def test_the_chat_of_a_raw_update_is_found_however_odd_the_rest_is() -> None:
    assert chat_of({"update_id": 1, "message": {"chat": {"id": -5}, "date": "soon"}}) == "tg:-5"
    assert chat_of({"update_id": 1, "callback_query": {"message": {"chat": {"id": 6}}}}) == "tg:6"
    assert chat_of({"update_id": 1, "message": "odd"}) is None
