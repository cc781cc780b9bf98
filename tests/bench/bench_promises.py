"""What keeping promises costs: `python -m tests.bench.bench_promises [digests tick page sender] [--postgres]`.

- digests: all digests of 10,000 members with 30 open tasks each are written; beside it the same for a tenth of them.
- tick: one tick over 1,000,000 reminder rows of which 500 are due, beside one over 10,000 rows of which 500 are due.
- page: the digest of one person who has 10,000 open tasks: CPU, and its pages.
- sender: 2,000 chats wait; how much of the allowed pace is kept, and the most that left within any second.

`--scale 0.1` makes everything a tenth. Prints figures; a busy machine changes them, the ratios hardly.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from bot import app
from bot.clock import utc_now
from bot.config import load_settings
from bot.core.models import Assignment, JournalEntry, Member, OutboxRow, Outgoing, Reminder, Role, Rung, Task
from bot.core.models import Workspace as Office
from bot.render import Renderer
from handlers.deps import Deps
from handlers.digesting import digest_data
from handlers.tick import tick
from storage import tables
from storage.rows import to_row
from storage.store import Store
from tests.databases import PostgresOriginal, postgres_server
from tests.factories import CALENDAR, NOW, SHANGHAI, notice, task

TASKS = 3000
EACH = 30
MORNING = datetime(2026, 9, 24, 8, 0, tzinfo=SHANGHAI)


async def insert(store: Store, table: Table, rows: list[dict[str, Any]]) -> None:
    """Rows by the thousand, past the handlers."""
    async with store._database.writing() as connection:
        for start in range(0, len(rows), 5000):
            await connection.execute(store._database.insert(table), rows[start : start + 5000])


def rows_of(entities: list[Any], office: int = 1) -> list[dict[str, Any]]:
    """Entities as rows; members keep the ids they have."""
    return [to_row(entity, office) for entity in entities]


async def people(store: Store, count: int, role: Role = Role.CADRE, **more: Any) -> Office:
    """An office of so many members, with the ids 1, 2, …; digests at 08:00."""
    admin = Member(0, "tg:1", "tg:1", "干部1", role, digest_times=("08:00",), **more)
    office, _ = await store.create_workspace("镇政府", admin, NOW)
    given = [replace(admin, id=n, user=f"tg:{n}", chat=f"tg:{n}", name=f"干部{n}") for n in range(2, count + 1)]
    await insert(store, tables.member, rows_of(given))
    return office


def a_task(number: int) -> Task:
    """A task due within two weeks."""
    due = NOW + timedelta(days=number % 14, hours=number % 7)
    return task(number, facts=notice(f"报第{number}号台账"), due=due)


async def tasks(store: Store, count: int) -> None:
    """Open tasks 1, 2, …"""
    await insert(store, tables.task, [row | {"revision": 1} for row in rows_of([a_task(n) for n in range(1, count + 1)])])


async def shares(store: Store, members: int) -> None:
    """Thirty tasks for every member."""
    given = [
        Assignment((m * 7 + k * 97) % TASKS + 1, m, at=NOW) for m in range(1, members + 1) for k in range(EACH)
    ]
    await insert(store, tables.assignment, rows_of(given))
    news = [JournalEntry(NOW, "opened", "new_demand", task=n) for n in range(1, 501)]
    bare = [{name: value for name, value in row.items() if name != "id"} for row in rows_of(news)]
    await insert(store, tables.journal, bare)


async def timed_tick(store: Store, now: datetime) -> tuple[float, float]:
    """Seconds of the clock and of CPU that a tick takes; the one before it has done what is only done once."""
    deps = Deps(store, CALENDAR)
    await tick(deps, now - timedelta(minutes=1))
    begun, cpu = time.perf_counter(), time.process_time()
    await tick(deps, now)
    return time.perf_counter() - begun, time.process_time() - cpu


async def bench_digests(store: Store, scale: float, part: float) -> float:
    """Milliseconds a digest costs when all of `part` are due at once."""
    count = int(10_000 * scale * part)
    await people(store, count)
    await tasks(store, TASKS)
    await shares(store, count)
    seconds, cpu = await timed_tick(store, MORNING)
    waiting = (await store.health()).pending
    assert waiting == count, (waiting, count)
    print(f"  {count} digests of {EACH} tasks: {seconds:.1f} s ({cpu:.1f} s CPU), {seconds / count * 1000:.2f} ms each")
    return seconds / count


async def bench_tick(store: Store, rows: int) -> float:
    """Seconds of a tick over so many reminders, of which 500 are due, each of another person."""
    await people(store, 500)
    await tasks(store, 500)
    await insert(store, tables.assignment, rows_of([Assignment(n, n, at=NOW) for n in range(1, 501)]))
    for start in range(0, rows, 50_000):
        given = [
            Reminder(n % 500 + 1, n % 499 + 1, Rung.DAY_BEFORE, NOW + timedelta(days=2, seconds=n), *_when(n))
            for n in range(start, min(start + 50_000, rows - 500))
        ]
        await insert(store, tables.reminder, rows_of(given))
    at = NOW + timedelta(minutes=1)
    due = [Reminder(n, n, Rung.SAME_DAY, NOW + timedelta(days=5), at) for n in range(1, 501)]
    await insert(store, tables.reminder, rows_of(due))
    await tick(Deps(store, CALENDAR), NOW - timedelta(minutes=30))
    assert (await store.health()).pending == 0
    seconds, cpu = await timed_tick(store, at)
    assert (waiting := (await store.health()).pending) == 500, waiting
    print(f"  tick over {rows} reminders, 500 due: {seconds:.2f} s ({cpu:.2f} s CPU)")
    return seconds


def _when(n: int) -> tuple[datetime, str]:
    """Half of them were told long ago, half are for later."""
    return (NOW - timedelta(days=30), "sent") if n % 2 else (NOW + timedelta(days=1, seconds=n), "pending")


async def bench_page(store: Store, count: int) -> None:
    """The digest of somebody with so many open tasks."""
    office = await people(store, 1, Role.ADMIN)
    await tasks(store, count)
    await insert(store, tables.assignment, rows_of([Assignment(n, 1, at=NOW) for n in range(1, count + 1)]))
    renderer = Renderer()
    for run in ("cold", "cold again", "warm"):
        async with store.look(office.id) as look:
            if run == "warm":  # as in a bot that has compared a message with them
                await look.known_tasks()
            [member] = await look.members()
            cpu = time.process_time()
            data = await digest_data(look, member, NOW, CALENDAR, Deps(store, CALENDAR).rules, NOW - timedelta(days=1))
            loaded = time.process_time() - cpu
            assert data is not None
            text = renderer.render("digest", "zh", data, NOW, "Asia/Shanghai")
            spent = time.process_time() - cpu
        longest = max(map(len, text.pages))
        print(
            f"  digest of {count} tasks, {run}: {spent * 1000:.0f} ms CPU (loading {loaded * 1000:.0f}), "
            f"{len(text.pages)} pages of at most {longest} characters (goal: 200 ms)"
        )


class Taking:
    """A Telegram that answers after a while and remembers when what came."""

    def __init__(self) -> None:
        self.at: list[float] = []

    async def send(self, outgoing: Outgoing) -> str:
        """Take it."""
        self.at.append(time.perf_counter())
        await asyncio.sleep(0.05)
        return f"{outgoing.chat}:{len(self.at)}"


async def bench_sender(store: Store, chats: int, seconds: float) -> None:
    """The pace with so many chats waiting."""
    office = await people(store, chats)
    given = [OutboxRow(f"a{n}", f"tg:{n}", "refused", {"mark": "秘密"}, NOW, member=n) for n in range(1, chats + 1)]
    bare = [{name: value for name, value in row.items() if name != "id"} for row in rows_of(given)]
    await insert(store, tables.outbox, bare)
    taking, woken = Taking(), asyncio.Event()
    deps = Deps(store, CALENDAR, wake=woken.set)
    delivery = app.Delivery(app.Office(load_settings(), deps, Renderer()), taking, woken)
    cpu = time.process_time()
    delivery.start()
    await asyncio.sleep(seconds)
    cpu = time.process_time() - cpu
    at = [when - taking.at[0] for when in taking.at]
    await delivery.stop()
    # The first second's thirty leave at once; the pace is what follows them.
    pace = (len(at) - 30) / at[-1]
    densest = max(sum(1 for other in at if when <= other < when + 1) for when in at)
    print(
        f"  {office.name}: {chats} chats wait: {pace:.2f} a second = {pace / 30:.1%} of what is allowed (goal: 95 %); "
        f"at most {densest} within a second; {cpu / seconds:.0%} of a core"
    )


@contextmanager
def databases(postgres: bool) -> Iterator[Any]:
    """A maker of fresh databases."""
    with tempfile.TemporaryDirectory() as folder:
        if not postgres:
            number = iter(range(1000))
            yield lambda: _file(Path(folder), next(number))
            return
        with postgres_server() as server:
            original = PostgresOriginal(server)
            yield original.copy
            original.close()


@contextmanager
def _file(folder: Path, number: int) -> Iterator[str]:
    yield f"sqlite+aiosqlite:///{folder / f'{number}.db'}"


async def _in(url: str, work: Any) -> Any:
    store = await Store.open(url)
    try:
        return await work(store)
    finally:
        await store.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", default=["digests", "tick", "page", "sender"])
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0)
    given = parser.parse_args()
    scale = given.scale

    def run(work: Any) -> Any:
        with fresh() as url:
            return asyncio.run(_in(url, work))

    with databases(given.postgres) as fresh:
        print("PostgreSQL" if given.postgres else "SQLite", f"at {utc_now():%Y-%m-%d}")
        if "digests" in given.what:
            few, many = (run(lambda s, part=part: bench_digests(s, scale, part)) for part in (0.1, 1.0))
            print(f"  cost of one digest, all due beside a tenth due: ×{many / few:.2f}")
        if "tick" in given.what:
            few, many = (run(lambda s, n=n: bench_tick(s, n)) for n in (10_000, int(1_000_000 * scale)))
            print(f"  tick(1M)/tick(10k) = ×{many / few:.2f} (goal: ≤ 2)")
        if "page" in given.what:
            run(lambda s: bench_page(s, int(10_000 * scale)))
        if "sender" in given.what:
            run(lambda s: bench_sender(s, 2000, 20.0))


if __name__ == "__main__":
    main()
