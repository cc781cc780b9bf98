"""A whole running bot for end-to-end tests: `bot.app.run` over HTTP against the emulator, on a clock that can jump."""

from __future__ import annotations

import argparse
import asyncio
import re
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from bot import app
from bot.clock import utc_now
from bot.config import load_settings
from tests.e2e.settling import settle
from tests.emulator import Group, HttpFront, Person, Telegram, serve, until
from tests.factories import NOW

SECRET = "kaimen"
BEGIN = NOW + timedelta(minutes=30)
BURST_WAIT = timedelta(seconds=0.4)


class Clock:
    """A clock that begins on a Wednesday at 10:00, goes on as the real one does, and is moved as far as a test wants."""

    def __init__(self) -> None:
        self.ahead = BEGIN - utc_now()

    def now(self) -> datetime:
        """The present instant of the test's world."""
        return utc_now() + self.ahead


@dataclass
class World:
    """The bot, Telegram around it, and the people."""

    telegram: Telegram
    front: HttpFront
    clock: Clock
    url: str
    admin: Person = field(init=False)
    running: asyncio.Task[int] | None = None

    async def start(self) -> None:
        """Start the bot and wait until it asks for updates."""
        settings = load_settings(
            token=self.telegram.token, api_url=self.front.root, database_url=self.url, admin_secret=SECRET
        )
        polled = self.telegram.polled
        self.running = asyncio.create_task(app.run(settings, argparse.Namespace()))
        running = self.running
        await until(lambda: self.telegram.polled > polled or running.done())
        if running.done():
            running.result()

    async def stop(self) -> None:
        """End the bot as an operator would."""
        if self.running and not self.running.done():
            signal.raise_signal(signal.SIGTERM)
        if self.running:
            await asyncio.wait_for(self.running, 60)

    async def skip(self, time: timedelta) -> None:
        """Let time pass while the bot is down; what fell due is caught up by the start."""
        await self.stop()
        self.clock.ahead += time
        await self.start()

    async def open_office(self) -> Person:
        """The first person comes with the secret and is the admin."""
        self.admin = Person(self.telegram, "书记")
        self.admin.starts(SECRET)
        await until(lambda: bool(self.admin.shown))
        return self.admin

    async def member(self, name: str, role: str = "cadre") -> Person:
        """Somebody who came by an invitation."""
        payload = await self.invitation(role)
        person = Person(self.telegram, name)
        person.starts(payload)
        await until(lambda: bool(person.shown))
        return person

    async def invitation(self, role: str = "cadre") -> str:
        """The payload of a fresh invitation link."""
        before = self.admin.last.number
        self.admin.sends(f"/invite {role}")
        link = await self.admin.sees("start=", after=before)
        found = re.search(r"start=([\w-]+)", link.text)
        assert found
        return found[1]

    async def group(self, title: str, *people: Person, kind: str = "supergroup") -> Group:
        """A group into which the admin has brought the bot."""
        group = Group(self.telegram, title, self.admin, *people, kind=kind)
        group.adds_bot(self.admin)
        await self.quiet()
        return group

    async def quiet(self) -> None:
        """Wait until the bot has handled everything it was told and said what was due."""
        await settle(self.telegram, self.url, self.clock.now)

    def day(self, days: int) -> str:
        """A day from today on, as notices say it."""
        day = self.clock.now().astimezone() + timedelta(days=days)
        return f"{day.month}月{day.day}日"


@pytest.fixture
async def world(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """A running bot with an admin."""
    clock = Clock()
    tick_of, rules_of = app._tick_of, app.rules_of
    # The waits that spare Telegram and people are tested with the handlers; here they only cost time.
    monkeypatch.setattr("handlers.pace.SECOND", timedelta(seconds=0.05))
    monkeypatch.setattr("bot.app.rules_of", lambda settings: replace(rules_of(settings), burst_wait=BURST_WAIT))
    monkeypatch.setattr("bot.app.utc_now", clock.now)
    monkeypatch.setattr("bot.transport.telegram.utc_now", clock.now)
    monkeypatch.setattr("bot.app._tick_of", lambda office, now: tick_of(office, clock.now()))
    monkeypatch.setattr("bot.transport.logs.configure_logging", lambda *_: None)
    telegram = Telegram(now=clock.now)
    async with serve(telegram) as front:
        world = World(telegram, front, clock, database_url)
        await world.start()
        await world.open_office()
        yield world
        await world.stop()
    assert telegram.violations == []
