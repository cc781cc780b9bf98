"""`kill -9` at random moments: every message is stored once, every card sent, order per chat kept."""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
from pathlib import Path

from bot.clock import utc_now
from storage.store import Store
from tests.e2e.notices import notice
from tests.e2e.process import SECRET, BotProcess, running
from tests.e2e.settling import settle
from tests.emulator import HttpFront, Person, Telegram, serve, until

UPDATES = 150
ROUNDS = int(os.environ.get("JIANFU_KILLS", "2"))
"""The full measure is 10."""


class Round:
    """150 updates of several chats while the bot is killed and started again."""

    def __init__(self, telegram: Telegram, people: list[Person], first: int, chance: random.Random) -> None:
        self.telegram, self.people, self.first, self.chance = telegram, people, first, chance
        self.sent: dict[str, list[str]] = {person.ref: [] for person in people}

    async def flood(self) -> None:
        """Everybody forwards, in random order, in batches with random pauses."""
        for number in range(self.first, self.first + UPDATES):
            person = self.chance.choice(self.people)
            message = person.forwards(notice(number, utc_now()))
            self.sent[person.ref].append(f"{person.ref}:{message['message_id']}")
            if self.chance.random() < 0.1:
                await asyncio.sleep(self.chance.random() * 0.2)


async def _join(telegram: Telegram, admin: Person, name: str) -> Person:
    """A new cadre, invited by the admin."""
    before = admin.last.number
    admin.sends("/invite cadre")
    link = await admin.sees("start=", after=before)
    payload = re.search(r"start=([\w-]+)", link.text)
    assert payload, link.text
    person = Person(telegram, name)
    person.starts(payload[1])
    await until(lambda: bool(person.shown))
    return person


async def _tasks_of(store: Store, messages: list[str]) -> list[int]:
    """The task each message led to, in the order of the messages; fails on a message that is not stored."""
    (workspace,) = await store.workspaces()
    found: list[int] = []
    async with store.look(workspace.id) as look:
        for message in messages:
            stored = await look.message(message)
            assert stored, f"{message} is lost"
            assert stored.task, f"{message}: {stored.outcome} {stored.reason}"
            found.append(stored.task)
    return found


def _numbers_seen(person: Person) -> set[int]:
    return {int(number) for shown in person.shown for number in re.findall(r"#(\d+)", shown.text)}


async def _check(store: Store, this: Round) -> None:
    for person in this.people:
        tasks = await _tasks_of(store, this.sent[person.ref])
        opened = list(dict.fromkeys(tasks))
        assert opened == sorted(opened), "the order of the chat was not kept"
        assert set(tasks) <= _numbers_seen(person), "a card was not sent"


async def _kill_at_some_moment(bot: BotProcess, chance: random.Random) -> None:
    await asyncio.sleep(0.05 + chance.random() * 1.5)
    await bot.ends(signal.SIGKILL)


async def _one_round(front: HttpFront, this: Round, folder: Path, database: Path) -> None:
    async with running(this.telegram, front, folder, database) as bot:
        flooding = asyncio.create_task(this.flood())
        await _kill_at_some_moment(bot, this.chance)
    await flooding
    async with running(this.telegram, front, folder, database):
        url = f"sqlite+aiosqlite:///{database}"
        await settle(this.telegram, url, utc_now, within=120)
        store = await Store.open(url, migrate=False)
        try:
            await _check(store, this)
        finally:
            await store.close()


async def test_a_bot_killed_in_the_middle_loses_nothing_and_keeps_the_order(tmp_path: Path) -> None:
    telegram, database = Telegram(), tmp_path / "office.db"
    chance = random.Random(20260923)
    async with serve(telegram) as front:
        async with running(telegram, front, tmp_path, database):
            admin = Person(telegram, "书记")
            admin.starts(SECRET)
            await until(lambda: bool(admin.shown))
            people = [admin, await _join(telegram, admin, "甲"), await _join(telegram, admin, "乙")]
        for number in range(ROUNDS):
            await _one_round(front, Round(telegram, people, number * UPDATES, chance), tmp_path, database)
    assert telegram.violations == []
    assert telegram.token not in (tmp_path / "jianfu.log").read_text(encoding="utf-8")
