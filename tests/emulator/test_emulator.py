"""What the emulator promises, seen through a real python-telegram-bot `Bot` over both fronts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, NetworkError, RetryAfter, TimedOut
from telegram.request import HTTPXRequest

from tests.emulator import Group, InProcessRequest, Person, Telegram, serve


@pytest.fixture
def telegram(monkeypatch: pytest.MonkeyPatch) -> Telegram:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    return Telegram()


@pytest.fixture(params=["http", "in-process"])
async def bot(request: pytest.FixtureRequest, telegram: Telegram) -> AsyncIterator[Bot]:
    async with serve(telegram) as front:
        if request.param == "http":
            ways = HTTPXRequest(read_timeout=0.5), HTTPXRequest(read_timeout=0.5)
        else:
            ways = InProcessRequest(telegram), InProcessRequest(telegram)
        bot = Bot(
            telegram.token,
            base_url=front.base_url,
            base_file_url=front.base_file_url,
            request=ways[0],
            get_updates_request=ways[1],
        )
        async with bot:
            yield bot
    assert telegram.violations == []


async def test_updates_come_again_until_a_later_offset_confirms_them(bot: Bot, telegram: Telegram) -> None:
    person = Person(telegram, "李雷")
    for word in ("一", "二", "三"):
        person.sends(word)
    first = await bot.get_updates()
    again = await bot.get_updates()
    assert [update.update_id for update in first] == [update.update_id for update in again]
    rest = await bot.get_updates(offset=first[1].update_id + 1)
    assert [update.message.text for update in rest if update.message] == ["三"]
    assert await bot.get_updates(offset=rest[0].update_id + 1) == ()


async def test_a_long_poll_ends_when_something_arrives(bot: Bot, telegram: Telegram) -> None:
    person = Person(telegram, "李雷")
    polling = asyncio.create_task(bot.get_updates(timeout=5))
    await asyncio.sleep(0.05)
    assert not polling.done()
    person.sends("来了")
    assert [update.message.text for update in await polling if update.message] == ["来了"]


async def test_the_older_of_two_pollers_gets_a_conflict(bot: Bot, telegram: Telegram) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=5))
    await asyncio.sleep(0.05)
    await bot.get_updates(timeout=0)
    with pytest.raises(Conflict):
        await older


async def test_markup_is_read_into_text_and_entities(bot: Bot, telegram: Telegram) -> None:
    person = Person(telegram, "李雷")
    person.starts()
    sent = await bot.send_message(
        person.chat.id, "<b>报表</b> &lt;五&gt; & <a href='https://a.cn'>链接</a>", parse_mode="HTML"
    )
    assert sent.text == "报表 <五> & 链接"
    assert [entity.type for entity in sent.entities] == ["bold", "text_link"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<b>没有结尾", "an't find end tag"),
        ("<b>错<i>位</b></i>", "nmatched end tag"),
        ("3 < 5", "nsupported start tag"),
        ("<div>段</div>", "nsupported start tag"),
        ("多了</b>", "nexpected end tag"),
        ("长" * 4097, "too long"),
        ("  ", "empty"),
    ],
)
async def test_what_telegram_refuses_is_refused(bot: Bot, telegram: Telegram, text: str, reason: str) -> None:
    person = Person(telegram, "李雷")
    with pytest.raises(BadRequest, match=reason):
        await bot.send_message(person.chat.id, text, parse_mode="HTML")
    assert person.shown == []


async def test_button_data_over_64_bytes_is_refused(bot: Bot, telegram: Telegram) -> None:
    person = Person(telegram, "李雷")
    fits, long = ("字" * 21 + "x", "字" * 22)
    await bot.send_message(
        person.chat.id, "好", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("按", callback_data=fits)]])
    )
    with pytest.raises(BadRequest, match=r"(?i:button_data_invalid)"):
        await bot.send_message(
            person.chat.id, "坏", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("按", callback_data=long)]])
        )


async def test_an_edit_changes_the_message_and_the_same_edit_again_is_refused(bot: Bot, telegram: Telegram) -> None:
    person = Person(telegram, "李雷")
    sent = await bot.send_message(person.chat.id, "旧")
    await bot.edit_message_text("新", person.chat.id, sent.message_id)
    assert (person.last.text, person.last.edited) == ("新", True)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("新", person.chat.id, sent.message_id)
    await bot.delete_message(person.chat.id, sent.message_id)
    with pytest.raises(BadRequest, match="essage to edit not found"):
        await bot.edit_message_text("再", person.chat.id, sent.message_id)


async def test_a_button_can_be_answered_once(bot: Bot, telegram: Telegram) -> None:
    person = Person(telegram, "李雷")
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("完成", callback_data="/done 1")]])
    await bot.send_message(person.chat.id, "卡片", reply_markup=keyboard)
    query = person.presses("完成")
    assert [update.callback_query.data for update in await bot.get_updates() if update.callback_query] == ["/done 1"]
    await bot.answer_callback_query(query)
    with pytest.raises(BadRequest, match="uery is too old"):
        await bot.answer_callback_query(query)


async def test_nobody_is_reached_who_blocked_or_never_started_the_bot(bot: Bot, telegram: Telegram) -> None:
    person, stranger = Person(telegram, "李雷"), Person(telegram, "韩梅", started=False)
    person.blocks()
    for someone in (person, stranger):
        with pytest.raises(Forbidden):
            await bot.send_message(someone.chat.id, "在吗")
    person.unblocks()
    await bot.send_message(person.chat.id, "在吗")
    states = [
        update.my_chat_member.new_chat_member.status for update in await bot.get_updates() if update.my_chat_member
    ]
    assert states == ["kicked", "member"]


async def test_a_group_that_moved_names_its_new_address(bot: Bot, telegram: Telegram) -> None:
    person = Person(telegram, "李雷")
    group = Group(telegram, "防汛群", person, kind="group")
    group.adds_bot(person)
    new = group.migrates(person)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(group.chat.id, "好")
    assert caught.value.new_chat_id == new.chat.id
    await bot.send_message(new.chat.id, "好")


async def test_a_bot_that_left_cannot_write_any_more(bot: Bot, telegram: Telegram) -> None:
    person = Person(telegram, "李雷")
    group = Group(telegram, "防汛群", person)
    group.adds_bot(person)
    assert [admin.user.id for admin in await bot.get_chat_administrators(group.chat.id)] == []
    assert (await bot.get_chat(group.chat.id)).title == "防汛群"
    await bot.leave_chat(group.chat.id)
    with pytest.raises(Forbidden):
        await bot.send_message(group.chat.id, "好")


async def test_floods_and_server_errors_can_be_switched_on(bot: Bot, telegram: Telegram) -> None:
    person = Person(telegram, "李雷")
    telegram.fails("sendMessage", kind="flood", retry_after=7)
    telegram.fails("sendMessage", code=502)
    telegram.fails("sendMessage", kind="reset")
    with pytest.raises(RetryAfter):
        await bot.send_message(person.chat.id, "一")
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(person.chat.id, "二")
    await bot.send_message(person.chat.id, "三")
    assert [shown.text for shown in person.shown] == ["三"]


async def test_a_message_can_be_taken_although_its_answer_is_lost(bot: Bot, telegram: Telegram) -> None:
    person = Person(telegram, "李雷")
    telegram.fails("sendMessage", kind="silence", taken=True)
    with pytest.raises(TimedOut):
        await bot.send_message(person.chat.id, "一")
    assert person.last.text == "一"


async def test_files_go_both_ways(bot: Bot, telegram: Telegram) -> None:
    person = Person(telegram, "李雷")
    person.sends_file("台账.xlsx", b"abc", caption="请填")
    document = (await bot.get_updates())[0].message.document  # type: ignore[union-attr]
    held = await bot.get_file(document.file_id)  # type: ignore[union-attr]
    assert bytes(await held.download_as_bytearray()) == b"abc"
    await bot.send_document(person.chat.id, b"x,y", caption="导出", filename="导出.csv")
    assert (person.last.document, person.last.text) == ("导出.csv", "导出")


async def test_every_kind_of_thing_people_do_is_an_update_that_aiogram_and_ptb_read(
    bot: Bot, telegram: Telegram
) -> None:
    person, other = Person(telegram, "李雷"), Person(telegram, "韩梅")
    group, channel = Group(telegram, "防汛群", person), Group(telegram, "县局发布", kind="channel")
    person.forwards("一", from_person=other)
    person.forwards("二", hidden="王敏")
    person.forwards("三", group=group, signature="办公室")
    person.forwards("四", channel=channel, signature="编辑")
    person.sends_album("五", "")
    person.sends_sticker()
    person.sends_voice()
    person.edits(person.sends("六"), "七")
    group.adds_bot(person)
    group.announces("八")
    channel.adds_bot(person, admin=True)
    channel.announces("九")
    group.renames("防汛专班", person)
    group.joins(other)
    group.loses(other)
    group.removes_bot(person)
    updates = await bot.get_updates()
    assert len(updates) == len(telegram.updates) == 19
