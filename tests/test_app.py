"""The wiring's own loops."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest

from bot.app import Delivery, Office, _unless
from bot.clock import utc_now
from bot.config import load_settings
from bot.core.models import Changes, OutboxRow, OutboxState, Outgoing
from bot.render import Renderer
from handlers.deps import Deps
from storage.store import Store
from tests.factories import CALENDAR, member


@dataclass
class SlowSender:
    """Takes its time for each message."""

    begun: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, outgoing: Outgoing) -> str:
        """Half a second later it is sent."""
        self.begun.set()
        await asyncio.sleep(0.5)
        return f"{outgoing.chat}:1"


async def test_what_is_being_sent_when_the_bot_stops_is_marked_as_sent(store: Store) -> None:
    office, admin = await store.create_workspace("镇政府", member(0), utc_now())
    row = OutboxRow("a", admin.chat, "nothing", {}, utc_now(), member=admin.id)
    async with store.work(office.id) as work:
        await work.apply(Changes((row,)))
    sender = SlowSender()
    delivery = Delivery(Office(load_settings(), Deps(store, CALENDAR), Renderer()), sender, asyncio.Event())
    delivery.start()
    await asyncio.wait_for(sender.begun.wait(), 5)
    await delivery.stop()
    async with store.look(office.id) as look:
        sent = await look.outbox("a")
    assert sent
    assert sent.state is OutboxState.SENT


async def test_opening_is_given_up_when_somebody_asks_to_stop() -> None:
    stop, closed = asyncio.Event(), asyncio.Event()

    async def opening() -> None:
        try:
            await asyncio.sleep(3600)
        finally:
            closed.set()

    asyncio.get_running_loop().call_later(0.01, stop.set)
    assert not await asyncio.wait_for(_unless(stop, opening()), 5)
    assert closed.is_set()


async def test_an_opening_that_fails_says_why() -> None:
    async def opening() -> None:
        raise ValueError("wrong token")

    with pytest.raises(ValueError, match="wrong token"):
        await _unless(asyncio.Event(), opening())
