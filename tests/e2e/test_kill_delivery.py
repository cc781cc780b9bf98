"""`kill -9` at random moments of tick and delivery: every promise reaches the person, and only what was sent but not
yet marked when the process died is said again, once for each such death.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import utc_now
from bot.core.models import Assignment, Changes, Member, OutboxRow, OutboxState, Reminder, Role, Rung
from storage.rows import chosen, from_row
from storage.store import Store
from tests.e2e.process import ROOT
from tests.emulator import Person, Telegram, serve, until
from tests.factories import NOW, deadline, notice, source, task

ROUNDS = int(os.environ.get("JIANFU_KILLS", "3"))
"""The full measure is 50."""
PEOPLE = 12
_NUMBER = re.compile(r"#(\d+) |秘(\d+)")


class Promises:
    """An office whose members are promised a reminder and an answer each, round after round."""

    def __init__(self, url: str, telegram: Telegram, folder: Path) -> None:
        self.url, self.telegram, self.log = url, telegram, folder / "delivering.log"
        self.ahead = (NOW + timedelta(hours=1) - utc_now()).total_seconds()
        self.people = [Person(telegram, f"干部{n}") for n in range(PEOPLE)]
        self.members: list[Member] = []
        self.lost: Counter[int] = Counter()
        self.made = 0

    def now(self) -> datetime:
        """The present instant of this world: a workday's morning."""
        return utc_now() + timedelta(seconds=self.ahead)

    async def open_office(self) -> None:
        """The first person founds it, the others are in it."""
        store = await Store.open(self.url)
        given = [Member(0, p.ref, p.ref, p.user["first_name"], Role.CADRE, digest_times=()) for p in self.people]
        await store.create_workspace("镇政府", given[0], NOW)
        async with store.work(1) as work:
            for one in given[1:]:
                await work.apply(Changes((one,)))
            self.members = await work.members()
        await store.close()

    async def make(self) -> None:
        """A task with a reminder that is due, and a line to be said, for everybody."""
        store = await Store.open(self.url)
        async with store.work(1) as work:
            for one in self.members:
                self.made += 2
                n, at = self.made - 1, self.now()
                facts = notice(deadlines=(deadline(28),))
                due = facts.deadlines[0].at
                given = Reminder(n, one.id, Rung.SAME_DAY, due, at), Assignment(n, one.id)
                said = OutboxRow(f"said:{n + 1}", one.chat, "refused", {"mark": f"秘{n + 1}"}, at, member=one.id)
                await work.apply(Changes((task(n, facts=facts), source(n), *given, said)))
        await store.close()

    async def rows(self) -> list[OutboxRow]:
        """All rows of the outbox."""
        store = await Store.open(self.url, migrate=False)
        try:
            async with store._database.reading() as connection:
                return [from_row(OutboxRow, row) for row in await connection.execute(chosen(OutboxRow))]
        finally:
            await store.close()

    def seen(self) -> Counter[int]:
        """How often each promise was kept."""
        return Counter(
            int(a or b) for p in self.people for shown in p.shown for a, b in set(_NUMBER.findall(shown.text))
        )

    async def look_after_a_death(self) -> None:
        """What people have already seen of rows that were not marked will be said once more."""
        seen = self.seen()
        for row in await self.rows():
            for number in _numbers(row):
                if row.state is not OutboxState.SENT:
                    self.lost[number] = seen[number]

    async def all_kept(self) -> bool:
        """Whether nothing waits any more."""
        rows = await self.rows()
        held = {number for row in rows for number in _numbers(row) if row.state is OutboxState.SENT}
        return len(held) == self.made


def _numbers(row: OutboxRow) -> Sequence[int]:
    if row.template == "refused":
        return [int(str(row.data["mark"])[1:])]
    tasks = row.data["tasks"]
    assert isinstance(tasks, list)
    return tasks


async def _started(world: Promises, root: str) -> asyncio.subprocess.Process:
    command = (sys.executable, "-m", "tests.e2e.delivering", world.url, root, world.telegram.token, str(world.ahead))
    pipe = asyncio.subprocess.PIPE
    with world.log.open("ab") as log:
        process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=pipe, stderr=log)
    assert process.stdout
    said = await asyncio.wait_for(process.stdout.readline(), 60)
    assert said == b"ready\n", world.log.read_text()[-3000:]
    return process


async def _killed(processes: Sequence[asyncio.subprocess.Process]) -> None:
    for process in processes:
        process.send_signal(signal.SIGKILL)
    for process in processes:
        assert await process.wait() == -signal.SIGKILL


async def _some_moment(telegram: Telegram, chance: random.Random) -> None:
    """After some time or, since most of the time nothing is on its way, right after some message."""
    wanted = len(telegram.calls) + chance.randint(1, 2 * PEOPLE)
    with suppress(AssertionError):
        await until(lambda: len(telegram.calls) >= wanted, within=chance.random() * 3)


async def _one_round(world: Promises, root: str, processes: int, chance: random.Random) -> None:
    await world.make()
    running = await asyncio.gather(*(_started(world, root) for _ in range(processes)))
    await _some_moment(world.telegram, chance)
    await _killed(running)
    await asyncio.sleep(0.1)  # what was on its way to Telegram arrives
    await world.look_after_a_death()


@pytest.mark.parametrize(("database_url", "processes"), [("sqlite", 1), ("postgres", 2)], indirect=["database_url"])
async def test_whatever_dies_when_every_promise_is_kept_and_doubles_are_only_what_was_not_marked(
    database_url: str, processes: int, tmp_path: Path
) -> None:
    telegram, chance = Telegram(), random.Random(processes)
    world = Promises(database_url, telegram, tmp_path)
    await world.open_office()
    async with serve(telegram) as front:
        for _ in range(ROUNDS):
            await _one_round(world, front.root, processes, chance)
        last = await _started(world, front.root)
        await until(world.all_kept, within=60)
        await _killed([last])
    seen, doubles = world.seen(), sum(world.lost.values())
    print(
        f"{ROUNDS} rounds, {world.made} promises, {doubles} said twice because of a death between sending and marking"
    )
    assert seen == Counter(range(1, world.made + 1)) + world.lost
    states = Counter(row.state for row in await world.rows())
    assert states == {OutboxState.SENT: states.total()}
    assert telegram.violations == []
