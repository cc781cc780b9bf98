"""The Telegram door over the real inbox and a real PTB Application; only Telegram's servers are replaced."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.config import SettingsError
from bot.core.models import Member, Role
from bot.transport import telegram as door_module
from bot.transport.inbox import DOOR
from bot.transport.logs import RedactingFormatter
from bot.transport.telegram import TelegramDoor
from storage.store import Store, StoreError
from tests.emulator import Group, InProcessRequest, Person, Telegram, until

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
NOW = datetime(2026, 9, 23, 1, 30, tzinfo=UTC)


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door_module, "RETRIES", (0.01, 0.01, 0.01))
    monkeypatch.setattr(door_module, "STORE_PATIENCE", 0.01)
    monkeypatch.setattr(door_module, "SWEEP_SECONDS", 0.02)
    monkeypatch.setattr(door_module, "FIRST_PAUSE", 0.01)


class Seen:
    """Handlers that note what they got, in the order they ended; `trouble` may delay or break them."""

    def __init__(self) -> None:
        self.by_chat: dict[str, list[str]] = defaultdict(list)
        self.receipts: list[Any] = []
        self.together: list[int] = []
        self.trouble: Callable[[Any], Awaitable[None]] | None = None

    async def take(self, item: Any, now: datetime, receipt: Any) -> None:
        self.receipts.append(receipt)
        if self.trouble:
            await self.trouble(item)
        self.by_chat[item.chat].append(getattr(item, "text", None) or getattr(item, "name", None) or item.kind)

    async def take_all(self, arrivals: Any) -> int:
        self.together.append(len(arrivals))
        for place, arrival in enumerate(arrivals):
            try:
                await self.take(*arrival)
            except Exception:
                if not place:
                    raise
                return place
        return len(arrivals)

    async def until(self, count: int) -> None:
        await until(lambda: sum(len(texts) for texts in self.by_chat.values()) >= count)


@pytest.fixture
def seen() -> Seen:
    return Seen()


def make_door(telegram: Telegram, store: Store, seen: Seen, **more: Any) -> TelegramDoor:
    ways = {"on_messages": seen.take_all, "on_command": seen.take, "on_group_event": seen.take}
    token = more.pop("token", telegram.token)
    return TelegramDoor(token, store, **ways, request=lambda: InProcessRequest(telegram), **more)


@asynccontextmanager
async def opened(door: TelegramDoor) -> AsyncIterator[TelegramDoor]:
    await door.start()
    try:
        yield door
    finally:
        await door.stop()


async def nothing_waits(store: Store) -> None:
    async def empty() -> bool:
        return not await store.waiting_updates(DOOR)

    await until(empty)


async def test_what_was_handled_is_finished_and_not_handled_again(telegram: Telegram, store: Store, seen: Seen) -> None:
    person = Person(telegram, "李雷")
    async with opened(make_door(telegram, store, seen)):
        person.sends("请报表")
        await seen.until(1)
        await nothing_waits(store)
    async with opened(make_door(telegram, store, seen)):
        person.sends("再报")
        await seen.until(2)
    assert seen.by_chat == {person.ref: ["请报表", "再报"]}
    assert telegram.violations == []


async def test_an_update_is_in_the_inbox_before_telegram_may_forget_it(
    telegram: Telegram, store: Store, seen: Seen
) -> None:
    stuck = asyncio.Event()

    async def hang(_: Any) -> None:
        await stuck.wait()

    seen.trouble = hang
    person = Person(telegram, "李雷")
    numbers = {telegram.push("message", person.sends(f"第{n}条"), check=False) for n in range(5)}
    async with opened(make_door(telegram, store, seen)):
        await until(lambda: telegram.confirmed >= max(numbers))
        assert numbers <= {row.update_id for row in await store.waiting_updates(DOOR)}
        stuck.set()


async def test_what_waits_in_one_chat_is_handed_over_together_and_a_command_keeps_its_place(
    telegram: Telegram, store: Store, seen: Seen
) -> None:
    async def take_time(item: Any) -> None:
        await asyncio.sleep(0.1 if seen.together == [1] else 0)

    seen.trouble = take_time
    person = Person(telegram, "李雷")
    for text in ("零", "一", "二", "三", "/list", "四", "五"):
        person.sends(text)
    async with opened(make_door(telegram, store, seen)):
        await seen.until(7)
        await nothing_waits(store)
    assert seen.by_chat[person.ref] == ["零", "一", "二", "三", "list", "四", "五"]
    assert seen.together == [1, 3, 2]
    assert len(seen.receipts) == len(set(seen.receipts)) == 7


async def test_a_message_that_fails_among_others_is_tried_again_before_those_behind_it(
    telegram: Telegram, store: Store, seen: Seen
) -> None:
    failures = iter(range(2))

    async def fail_twice(item: Any) -> None:
        await asyncio.sleep(0.05 if item.text == "零" else 0)
        if item.text == "二" and next(failures, None) is not None:
            raise RuntimeError("kaputt")

    seen.trouble = fail_twice
    person = Person(telegram, "李雷")
    for text in "零一二三":
        person.sends(text)
    async with opened(make_door(telegram, store, seen)):
        await seen.until(4)
    assert seen.by_chat[person.ref] == ["零", "一", "二", "三"]
    assert seen.together == [1, 3, 2, 2]


async def test_what_an_earlier_run_left_is_handled_first_and_in_order(
    telegram: Telegram, store: Store, seen: Seen
) -> None:
    person = Person(telegram, "李雷")
    for text in ("一", "二", "三"):
        person.sends(text)
    rows = [(update["update_id"], None, json.dumps(update)) for update in telegram.updates]
    await store.put_updates(DOOR, rows, NOW)  # committed, then killed: neither handled nor acknowledged
    person.sends("四")
    async with opened(make_door(telegram, store, seen)):
        await seen.until(4)
        await nothing_waits(store)
    assert seen.by_chat == {person.ref: ["一", "二", "三", "四"]}


async def test_order_is_kept_in_a_chat_while_other_chats_go_on(telegram: Telegram, store: Store, seen: Seen) -> None:
    slow, quick = Person(telegram, "慢"), Person(telegram, "快")
    gate = asyncio.Event()

    async def wait_for_the_gate(item: Any) -> None:
        if item.chat == slow.ref and item.text == "0":
            await gate.wait()

    seen.trouble = wait_for_the_gate
    for number in range(5):
        slow.sends(str(number))
        quick.sends(str(number))
    async with opened(make_door(telegram, store, seen)):
        await seen.until(5)
        assert seen.by_chat == {quick.ref: list("01234")}
        gate.set()
        await seen.until(10)
    assert seen.by_chat[slow.ref] == list("01234")


async def test_what_follows_a_file_that_is_read_long_passes_it(
    telegram: Telegram, store: Store, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door_module, "HOLDS_UP", 0.05)
    gate = asyncio.Event()

    async def wait_for_the_gate(item: Any) -> None:
        if getattr(item, "attachments", ()):
            await gate.wait()

    seen.trouble = wait_for_the_gate
    person = Person(telegram, "李雷")
    person.sends("前")
    person.sends_file("照片.jpg", b"jpeg", caption="件")
    person.sends("后")
    async with opened(make_door(telegram, store, seen)):
        await seen.until(2)
        assert seen.by_chat[person.ref] == ["前", "后"]
        gate.set()
        await seen.until(3)
    assert seen.by_chat[person.ref] == ["前", "后", "件"]


async def test_a_file_that_is_read_at_once_keeps_its_place(telegram: Telegram, store: Store, seen: Seen) -> None:
    person = Person(telegram, "李雷")
    person.sends("前")
    person.sends_file("通知.docx", b"docx", caption="件")
    person.sends("后")
    async with opened(make_door(telegram, store, seen)):
        await seen.until(3)
    assert seen.by_chat[person.ref] == ["前", "件", "后"]


async def test_a_file_that_was_being_read_when_the_bot_ended_is_read_by_the_next_start(
    telegram: Telegram, store: Store, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door_module, "HOLDS_UP", 0.05)

    async def never(item: Any) -> None:
        if getattr(item, "attachments", ()):
            raise RuntimeError("the reader is closed")

    monkeypatch.setattr(door_module, "RETRIES", (60.0,))
    seen.trouble = never
    person = Person(telegram, "李雷")
    person.sends_file("照片.jpg", b"jpeg", caption="件")
    person.sends("后")
    async with opened(make_door(telegram, store, seen)):
        await seen.until(1)
    seen.trouble = None
    async with opened(make_door(telegram, store, seen)):
        await seen.until(2)
    assert seen.by_chat[person.ref] == ["后", "件"]


async def test_an_album_that_always_crashes_is_set_aside_whole_and_told_once(
    telegram: Telegram, store: Store, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door_module, "ALBUM_PAUSE", 0.05)

    async def crash(item: Any) -> None:
        raise RuntimeError("kaputt")

    seen.trouble = crash
    told: list[str] = []

    async def tell(chat: str, now: datetime) -> None:
        told.append(chat)

    person = Person(telegram, "李雷")
    person.sends_album("", "", "")
    async with opened(make_door(telegram, store, seen, on_set_aside=tell)):
        await nothing_waits(store)
        await until(lambda: bool(told))
    assert told == [person.ref]
    assert (await store.health()).quarantined == 3


async def test_an_update_that_cannot_be_read_is_set_aside_and_the_rest_goes_on(
    telegram: Telegram, store: Store, seen: Seen
) -> None:
    person = Person(telegram, "李雷")
    person.sends("前")
    telegram.push("message", {"message_id": 1, "date": "gestern", "chat": 5}, check=False)
    person.sends("后")
    telegram.push("callback_query", {"id": []}, check=False)
    async with opened(make_door(telegram, store, seen)):
        await seen.until(2)
        await nothing_waits(store)
        person.sends("再后")
        await seen.until(3)
    assert seen.by_chat == {person.ref: ["前", "后", "再后"]}
    assert (await store.health()).quarantined == 2


async def test_polling_goes_on_after_a_batch_of_nothing_but_unreadable_updates(
    telegram: Telegram, store: Store, seen: Seen
) -> None:
    bad = telegram.push("message", {"date": "gestern"}, check=False)
    async with opened(make_door(telegram, store, seen)):
        await until(lambda: telegram.confirmed >= bad)
    assert telegram.updates == []


async def test_a_handler_that_crashes_is_tried_again(telegram: Telegram, store: Store, seen: Seen) -> None:
    crashes = iter([RuntimeError("kaputt")])

    async def crash_once(_: Any) -> None:
        for error in crashes:
            raise error

    seen.trouble = crash_once
    person = Person(telegram, "李雷")
    person.sends("一")
    person.sends("二")
    async with opened(make_door(telegram, store, seen)):
        await seen.until(2)
    assert seen.by_chat[person.ref] == ["一", "二"]


async def test_an_update_that_always_crashes_is_set_aside_and_the_chat_goes_on(
    telegram: Telegram, store: Store, seen: Seen
) -> None:
    async def crash(item: Any) -> None:
        if item.text == "坏":
            raise RuntimeError("kaputt")

    seen.trouble = crash
    told: list[str] = []

    async def tell(chat: str, now: datetime) -> None:
        told.append(chat)

    person = Person(telegram, "李雷")
    person.sends("坏")
    person.sends("好")
    async with opened(make_door(telegram, store, seen, on_set_aside=tell)):
        await seen.until(1)
        await nothing_waits(store)
    assert told == [person.ref]
    assert seen.by_chat[person.ref] == ["好"]
    assert (await store.health()).quarantined == 1


async def test_a_store_that_is_down_loses_nothing(
    telegram: Telegram, store: Store, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = iter(range(6))

    async def down_for_a_while(_: Any) -> None:
        if next(failures, None) is not None:
            raise StoreError("disk_full", "no space left")

    seen.trouble = down_for_a_while
    person = Person(telegram, "李雷")
    person.sends("一")
    async with opened(make_door(telegram, store, seen)):
        await seen.until(1)
    assert (await store.health()).quarantined == 0


async def test_nothing_is_acknowledged_while_the_inbox_cannot_be_written(
    telegram: Telegram, store: Store, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    truly, refused = store.put_updates, asyncio.Event()

    async def full(*_: Any) -> set[int]:
        refused.set()
        raise StoreError("disk_full", "no space left")

    monkeypatch.setattr(store, "put_updates", full)
    person = Person(telegram, "李雷")
    person.sends("一")
    async with opened(make_door(telegram, store, seen)):
        await asyncio.wait_for(refused.wait(), 5)
        assert telegram.confirmed == 0
        monkeypatch.setattr(store, "put_updates", truly)
        await seen.until(1)
    assert seen.by_chat[person.ref] == ["一"]


async def test_a_pressed_button_stops_waiting_at_once(telegram: Telegram, store: Store, seen: Seen) -> None:
    person = Person(telegram, "李雷")
    keyboard = {"inline_keyboard": [[{"text": "完成", "callback_data": "/done 1"}]]}
    telegram.post(person.chat, telegram.bot, {"text": "#1", "reply_markup": keyboard})
    async with opened(make_door(telegram, store, seen)):
        query = person.presses("完成")
        await seen.until(1)
        await until(lambda: telegram.answered[query])
    assert seen.by_chat == {person.ref: ["done"]}


async def test_people_who_join_together_share_one_receipt(telegram: Telegram, store: Store, seen: Seen) -> None:
    group = Group(telegram, "防汛群")
    group.joins(Person(telegram, "甲"), Person(telegram, "乙"))
    number = telegram.updates[0]["update_id"]
    async with opened(make_door(telegram, store, seen)):
        await seen.until(2)
    assert seen.receipts == [None, (DOOR, number)]


async def test_a_person_who_blocks_the_bot_is_known_to_be_out_of_reach(
    telegram: Telegram, store: Store, seen: Seen
) -> None:
    person = Person(telegram, "李雷")
    admin = Member(id=0, user=person.ref, chat=person.ref, name="李雷", role=Role.ADMIN)
    await store.create_workspace("党政办", admin, NOW)

    async def out_of_reach() -> bool:
        known = await store.whoami(person.ref)
        assert known
        return known[1].unreachable

    async def in_reach() -> bool:
        return not await out_of_reach()

    async with opened(make_door(telegram, store, seen)):
        person.blocks()
        await until(out_of_reach)
        person.unblocks()
        await until(in_reach)
    assert await store.waiting_updates(DOOR) == []


async def test_a_wrong_token_is_said_in_one_line(telegram: Telegram, store: Store, seen: Seen) -> None:
    door = make_door(telegram, store, seen, token="123456:wrong")
    with pytest.raises(SettingsError, match="JIANFU_TOKEN"):
        await door.start()
    await door.stop()


async def test_the_menu_is_filled_in_every_language(telegram: Telegram, store: Store, seen: Seen) -> None:
    menus = {"": (("open", "待办"),), "en": (("open", "Open tasks"),)}
    async with opened(make_door(telegram, store, seen, menus=menus)):
        await until(lambda: len(telegram.commands) == 2)
    assert telegram.commands["en"][0]["description"] == "Open tasks"


async def test_the_door_opens_once_telegram_can_be_reached(telegram: Telegram, store: Store, seen: Seen) -> None:
    telegram.fails("getMe", code=502)
    person = Person(telegram, "李雷")
    person.sends("一")
    async with opened(make_door(telegram, store, seen)):
        await seen.until(1)


async def test_no_log_holds_the_token(
    telegram: Telegram, store: Store, seen: Seen, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.handler.setFormatter(RedactingFormatter(telegram.token))
    telegram.fails("getUpdates", kind="reset")
    person = Person(telegram, "李雷")
    async with opened(make_door(telegram, store, seen)) as door:
        person.sends("一")
        await seen.until(1)
        logging.getLogger("jianfu").error(
            "%r did this at https://api.telegram.org/bot%s/getMe", door._bot, telegram.token
        )
        try:
            raise RuntimeError(f"failed: bot{telegram.token}/sendMessage")
        except RuntimeError:
            logging.getLogger("jianfu").exception("trouble")
    assert telegram.token.split(":")[1] not in caplog.text
    assert "<token>/sendMessage" in caplog.text
