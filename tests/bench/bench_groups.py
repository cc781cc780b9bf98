"""What groups cost: `python -m tests.bench.bench_groups [--postgres]`: what people ask of them, at 100 and 1,000.

200,000 messages over 90 days for 1,000 groups (a tenth for 100), a third of them notices of which many were seen in
several groups, and 5,000 people who post there; one group in fifty is five days old, one in twenty repeats another.
Prints the median of five of each command and of the daily look at all groups (on a Monday, which also looks for those
that repeat others); the aim is 300 ms a command, and growth at most linear: ten times the groups, at most ten times
the milliseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from contextlib import ExitStack, nullcontext
from datetime import timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.core.attribution import SEEN_KEY
from bot.core.models import (
    Command,
    Group,
    Kind,
    Memory,
    Message,
    Outcome,
    Relation,
    Role,
    StoredMessage,
    Task,
    TaskState,
)
from handlers.command import handle_command
from handlers.deps import Deps
from handlers.ticking.groups import let_groups_age
from storage import tables
from storage.rows import to_row
from storage.store import Store
from tests.bench.bench_promises import insert, people
from tests.databases import PostgresOriginal, postgres_server
from tests.factories import CALENDAR, NOW, notice, source

EACH = 200


def world(groups: int) -> dict[str, list[object]]:
    """Groups, tasks, their sources and messages; the same every time."""
    chance = random.Random(7)
    tasks = groups * 12
    found: dict[str, list[object]] = {"groups": [], "task": [], "source": [], "message": [], "memory": []}
    for n in range(groups * 5):
        seen = {1 + (n * 7 + k * 13) % groups for k in range(1 + n % 4)}
        found["memory"].append(Memory(f"{SEEN_KEY}经办{n}", ",".join(map(str, sorted(seen))), NOW))
    for n in range(1, groups + 1):
        last = NOW - timedelta(days=n % 30)
        first = NOW - timedelta(days=5 if n % 50 == 0 else 90)
        found["groups"].append(
            Group(n, f"第{n}专班群", temporary=n % 2 == 0, first_at=first, last_at=max(first, last), messages=EACH)
        )
    for n in range(1, tasks + 1):
        state = TaskState.OPEN if n % 5 == 0 else TaskState.DONE
        found["task"].append(Task(n, notice(f"报第{n}号台账"), f"m{n}", NOW, state))
    number = 0
    theirs: list[int] = []
    for group in range(1, groups + 1):
        begin = group // 10 * 120
        own = [chance.randrange(begin, begin + 120) % tasks + 1 for _ in range(EACH // 3 + 1)]
        theirs = theirs[:-9] + own[:9] if group % 20 == 0 else own
        for k in range(EACH):
            number += 1
            at = NOW - timedelta(days=60 * (k % 50) / 49 if k % 3 else 90 * (k % 7) / 7)
            task = theirs[k // 3] if k % 3 == 0 else None
            said = Message(f"m{number}", at, f"第{task or number}号的话", private=False, by=f"tg:{number % 50}")
            outcome, kind = (Outcome.MERGED, Kind.TASK) if task else (Outcome.CHATTER, Kind.CHATTER)
            relation = Relation.DUPLICATE if task else Relation.NONE
            found["message"].append(StoredMessage(said, outcome, kind, relation, "r", task, group))
            if task:
                found["source"].append(source(task, message=said.id, at=at, group=f"第{group}专班群", text="报台账"))
    return found


async def looked_after(url: str) -> None:
    """What a PostgreSQL server does by itself within a minute of so many rows."""
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text("VACUUM ANALYZE"))
    await engine.dispose()


async def measure(url: str, groups: int) -> dict[str, float]:
    """Median milliseconds of each command."""
    store = await Store.open(url)
    await people(store, 1, Role.ADMIN)
    for name, entities in world(groups).items():
        rows = [to_row(each, 1) for each in entities]
        more = {"revision": 1} if name == "task" else {}
        await insert(store, tables.metadata.tables[name], [row | more for row in rows])
    if not url.startswith("sqlite"):
        await looked_after(url)
    deps, took = Deps(store, CALENDAR), {}
    for asked in ("groups", "groups 5", "dissolve", "dissolve 4", "dissolve dry", "overlap", "receipts"):
        name, _, args = asked.partition(" ")
        times = []
        for n in range(6):
            command = Command(f"{asked}{n}", name, args, "tg:1", "tg:1", "干部1", NOW)
            begun = time.perf_counter()
            await handle_command(deps, command, NOW)
            times.append(1000 * (time.perf_counter() - begun))
        took[asked] = statistics.median(times[1:])
    workspace, monday = (await store.workspaces())[0], NOW.replace(hour=6, minute=30) - timedelta(days=NOW.weekday())
    begun = time.perf_counter()
    await let_groups_age(deps, workspace, monday)
    took["(daily look)"] = 1000 * (time.perf_counter() - begun)
    await store.close()
    return took


async def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postgres", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        server = PostgresOriginal(stack.enter_context(postgres_server())) if options.postgres else None
        for groups in (100, 1000):
            place = server.copy() if server else nullcontext(f"sqlite+aiosqlite:///{folder}/{groups}.db")
            with place as url:
                took = await measure(url, groups)
            print(groups, "groups:", ", ".join(f"{name} {ms:.0f} ms" for name, ms in took.items()), flush=True)
        if server:
            server.close()


if __name__ == "__main__":
    asyncio.run(main())
