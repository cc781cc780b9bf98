"""Telegram pushes updates; they are committed before the answer, and only Telegram may push."""

from __future__ import annotations

import json
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import aiohttp
import pytest

from bot.config import SettingsError
from bot.core.models import Message
from bot.transport.inbox import DOOR
from bot.transport.telegram import TelegramDoor
from bot.transport.webhook import SECRET_HEADER, Webhook
from storage.store import Store, StoreError
from tests.emulator import HttpFront, Person, Telegram, serve, until

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@dataclass
class Served:
    """A door that is pushed to."""

    telegram: Telegram
    store: Store
    webhook: Webhook
    texts: list[str]

    async def pushed(self, body: str, secret: str | None) -> int:
        """The status of somebody's push."""
        headers = {SECRET_HEADER: secret} if secret else {}
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.webhook.url, data=body, headers=headers) as answer,
        ):
            return answer.status


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def door_to(telegram: Telegram, front: HttpFront, store: Store, webhook: Webhook, texts: list[str]) -> TelegramDoor:
    async def take(item: Any, now: datetime, receipt: Any) -> None:
        if isinstance(item, Message):
            texts.append(item.text)

    async def take_all(arrivals: Any) -> int:
        for arrival in arrivals:
            await take(*arrival)
        return len(arrivals)

    ways = {"on_messages": take_all, "on_command": take, "on_group_event": take}
    return TelegramDoor(telegram.token, store, **ways, api_url=front.root, webhook=webhook)


@pytest.fixture
async def served(store: Store) -> AsyncIterator[Served]:
    telegram, port, texts = Telegram(), free_port(), []
    webhook = Webhook(f"http://127.0.0.1:{port}/hook", listen=f"127.0.0.1:{port}")
    async with serve(telegram) as front:
        door = door_to(telegram, front, store, webhook, texts)
        await door.start()
        yield Served(telegram, store, webhook, texts)
        await door.stop()
    assert telegram.violations == []


async def test_pushed_updates_are_handled_in_order(served: Served) -> None:
    person = Person(served.telegram, "李雷")
    for text in "一二三四五":
        person.sends(text)
    await until(lambda: served.texts == list("一二三四五"))
    assert served.telegram.updates == []
    assert served.telegram.polled == 0


async def test_a_push_without_the_secret_is_refused(served: Served) -> None:
    update = json.dumps({"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}})
    assert await served.pushed(update, None) == 403
    assert await served.pushed(update, "guessed") == 403
    assert await served.store.waiting_updates(DOOR) == []


async def test_what_is_no_update_is_refused_and_what_cannot_be_read_is_set_aside(served: Served) -> None:
    assert await served.pushed("no json", served.webhook.secret) == 400
    assert await served.pushed("[1]", served.webhook.secret) == 400
    assert await served.pushed('{"update_id": 7, "message": {"date": "gestern"}}', served.webhook.secret) == 200
    assert (await served.store.health()).quarantined == 1


async def test_a_push_is_asked_for_again_while_the_inbox_cannot_be_written(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    truly = served.store.put_updates

    async def full(*_: Any) -> set[int]:
        raise StoreError("disk_full", "no space left")

    monkeypatch.setattr(served.store, "put_updates", full)
    person = Person(served.telegram, "李雷")
    person.sends("一")
    await until(lambda: bool(served.telegram.webhook and served.telegram.webhook.failures))
    monkeypatch.setattr(served.store, "put_updates", truly)
    await until(lambda: served.texts == ["一"])


async def test_the_same_update_pushed_twice_is_handled_once(served: Served) -> None:
    person = Person(served.telegram, "李雷")
    person.sends("一")
    raw = json.dumps(served.telegram.updates[0])
    await until(lambda: served.texts == ["一"])
    assert await served.pushed(raw, served.webhook.secret) == 200
    person.sends("二")
    await until(lambda: "二" in served.texts)
    assert served.texts == ["一", "二"]


async def test_an_address_telegram_refuses_is_said_in_one_line(store: Store) -> None:
    telegram, port = Telegram(), free_port()
    telegram.fails("setWebhook", code=400, times=9)
    webhook = Webhook(f"http://127.0.0.1:{port}/", listen=f"127.0.0.1:{port}")
    async with serve(telegram) as front:
        door = door_to(telegram, front, store, webhook, [])
        with pytest.raises(SettingsError, match="JIANFU_WEBHOOK_URL"):
            await door.start()
        await door.stop()


def test_the_secret_is_not_shown(database_url: str) -> None:
    webhook = Webhook("https://a.cn/hook")
    assert webhook.secret not in repr(webhook)
    assert Webhook("https://a.cn/hook").secret != webhook.secret
