"""The way out: what is sent, and what Telegram's refusals mean."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import telegram as ptb
from telegram import error as errors

from bot.core.models import Button, Outgoing
from bot.transport.sending import TelegramSender, failure_of
from handlers.deps import MovedChat, PermanentFailure, SendFailure, TemporaryFailure
from tests.emulator import Group, InProcessRequest, Person, Telegram


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
def person(telegram: Telegram) -> Person:
    return Person(telegram, "李雷")


@pytest.fixture
async def sender(telegram: Telegram, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TelegramSender]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    ways = {"request": InProcessRequest(telegram), "get_updates_request": InProcessRequest(telegram)}
    async with ptb.Bot(telegram.token, **ways) as bot:
        yield TelegramSender(bot)
    assert telegram.violations == []


async def test_a_message_has_its_markup_and_buttons(sender: TelegramSender, person: Person) -> None:
    buttons = ((Button("完成", "/done 1"), Button("原文", "/original 1")), (Button("为什么", "/why 1"),))
    ref = await sender.send(Outgoing(person.ref, "<b>#1</b> 报表 3 &lt; 5", buttons))
    assert ref == f"{person.ref}:{person.last.number}"
    assert person.last.text == "#1 报表 3 < 5"
    assert person.last.buttons == (("完成", "/done 1"), ("原文", "/original 1"), ("为什么", "/why 1"))


async def test_an_edit_changes_the_message_in_place(sender: TelegramSender, person: Person) -> None:
    ref = await sender.send(Outgoing(person.ref, "旧", ((Button("完成", "/done 1"),),)))
    assert await sender.send(Outgoing(person.ref, "新", edit=ref)) == ref
    assert [(shown.text, shown.buttons) for shown in person.shown] == [("新", ())]


async def test_an_edit_that_changes_nothing_is_a_success(sender: TelegramSender, person: Person) -> None:
    ref = await sender.send(Outgoing(person.ref, "同"))
    assert await sender.send(Outgoing(person.ref, "同", edit=ref)) == ref


async def test_an_edit_of_what_is_gone_is_sent_anew(sender: TelegramSender, person: Person) -> None:
    ref = await sender.send(Outgoing(person.ref, "旧"))
    person.chat.messages.clear()
    assert await sender.send(Outgoing(person.ref, "新", edit=ref)) != ref
    assert [shown.text for shown in person.shown] == ["新"]


async def test_an_edit_of_a_file_is_sent_anew(sender: TelegramSender, person: Person) -> None:
    ref = await sender.send(Outgoing(person.ref, "清单", document=("清单.csv", b"a,b")))
    await sender.send(Outgoing(person.ref, "新", edit=ref))
    assert [shown.text for shown in person.shown] == ["清单", "新"]


async def test_broken_markup_reaches_the_person_as_plain_text(sender: TelegramSender, person: Person) -> None:
    await sender.send(Outgoing(person.ref, "<b>报表 3 < 5 &amp; <i>急</b>"))
    assert person.last.text == "报表 3 < 5 & 急"


@pytest.mark.parametrize("length", [3, 1025])
async def test_a_file_comes_with_its_words_however_many(sender: TelegramSender, person: Person, length: int) -> None:
    await sender.send(Outgoing(person.ref, "字" * length, document=("清单.csv", b"a,b")))
    assert person.shown[0].document == "清单.csv"
    assert person.last.text == "字" * length


async def test_a_file_that_people_sent_can_be_fetched(
    sender: TelegramSender, telegram: Telegram, person: Person
) -> None:
    document = person.sends_file("台账.xlsx", b"abc")["document"]
    assert await sender.fetch(document["file_id"]) == b"abc"
    with pytest.raises(PermanentFailure):
        await sender.fetch("file-unknown")


async def test_a_person_who_blocked_the_bot_is_gone(sender: TelegramSender, person: Person) -> None:
    person.blocks()
    with pytest.raises(PermanentFailure) as caught:
        await sender.send(Outgoing(person.ref, "在吗"))
    assert caught.value.gone


async def test_a_group_that_moved_says_where_to(sender: TelegramSender, telegram: Telegram, person: Person) -> None:
    group = Group(telegram, "防汛群", person, kind="group")
    group.adds_bot(person)
    new = group.migrates(person)
    with pytest.raises(MovedChat) as caught:
        await sender.send(Outgoing(group.ref, "好"))
    assert caught.value.new_chat == new.ref


async def test_a_farewell_is_said_before_the_bot_leaves(
    sender: TelegramSender, telegram: Telegram, person: Person
) -> None:
    group = Group(telegram, "普查群", person)
    group.adds_bot(person)
    await sender.send(Outgoing(group.ref, "本群今日解散", leave=True))
    assert group.shown[-1].text == "本群今日解散"
    with pytest.raises(PermanentFailure):
        await sender.send(Outgoing(group.ref, "还在吗"))


async def test_a_flood_says_how_long_to_wait(sender: TelegramSender, telegram: Telegram, person: Person) -> None:
    telegram.fails("sendMessage", kind="flood", retry_after=7)
    with pytest.raises(TemporaryFailure) as caught:
        await sender.send(Outgoing(person.ref, "好"))
    assert caught.value.retry_after == 7


@pytest.mark.parametrize("how", [{"code": 502}, {"code": 500}, {"kind": "reset"}, {"kind": "silence", "taken": True}])
async def test_trouble_on_the_way_is_temporary(
    sender: TelegramSender, telegram: Telegram, person: Person, how: dict[str, object]
) -> None:
    telegram.fails("sendMessage", **how)
    with pytest.raises(TemporaryFailure) as caught:
        await sender.send(Outgoing(person.ref, "好"))
    assert caught.value.retry_after is None


@pytest.mark.parametrize("chat", ["console:me", "tg:", "tg:x", "replay:1"])
async def test_another_doors_chat_can_never_be_reached_from_here(sender: TelegramSender, chat: str) -> None:
    with pytest.raises(PermanentFailure) as caught:
        await sender.send(Outgoing(chat, "好"))
    assert not caught.value.gone


@pytest.mark.parametrize(
    ("error", "kind", "gone"),
    [
        (errors.BadRequest("Chat not found"), PermanentFailure, True),
        (errors.BadRequest("Not enough rights to send text messages to the chat"), PermanentFailure, False),
        (errors.Forbidden("Forbidden: user is deactivated"), PermanentFailure, True),
        (errors.TimedOut(), TemporaryFailure, None),
        (errors.Conflict("other"), TemporaryFailure, None),
        (errors.InvalidToken(), TemporaryFailure, None),
    ],
)
def test_every_error_is_one_of_three(error: errors.TelegramError, kind: type[SendFailure], gone: bool | None) -> None:
    failure = failure_of(error)
    assert type(failure) is kind
    assert getattr(failure, "gone", None) is gone
