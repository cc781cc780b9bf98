"""Waiting until the bot has nothing left to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from storage.store import Store
from tests.emulator import Telegram, until

SOON = timedelta(seconds=20)
CALM = 8


async def settle(telegram: Telegram, url: str, clock: Callable[[], datetime], within: float = 60.0) -> None:
    """Wait until everything told to the bot is handled and everything due is said.

    Asked several times in a row: between two looks a row may pass from one state to the next.
    """
    store = await Store.open(url, migrate=False)
    calm = 0

    async def nothing_left() -> bool:
        nonlocal calm
        due = await store.next_outbox(clock())
        busy = telegram.updates or await store.waiting_updates("tg") or (due is not None and due < clock() + SOON)
        busy = busy or (await store.health()).sending > 0
        calm = 0 if busy else calm + 1
        return calm >= CALM

    try:
        await until(nothing_left, within)
    finally:
        await store.close()
