"""What one message costs in the store, as history grows: `python -m tests.bench.bench_store [--sizes 10000,100000]`.

Prints the median milliseconds of one message's piece of work (known tasks, a twin, the open burst, apply with
receipt), of the sender's round and of a tick, for each size of history with 3,000 open tasks, and the growth from
the smallest to the largest. `--database-url` measures another engine; the database must be empty.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bot.core.models import (
    Assignment,
    Changes,
    Group,
    JournalEntry,
    Member,
    OutboxState,
    Reminder,
    Role,
    Rung,
    Source,
)
from storage.store import Store, text_key
from tests.storage.samples import MINUTE, NOW, a_message, a_row, a_source, a_task

OPEN_TASKS = 3000
ROUNDS = 60
_TEXT = "各村：请于9月25日17:00前将秸秆禁烧台账（签字盖章）电子版报王敏处，照片3–5张。"


async def fill(store: Store, size: int) -> tuple[int, int, int]:
    """An office with `size` messages, 3,000 open tasks, as many reminders told and rows said; its ids."""
    admin = Member(0, "tg:1", "tg:1", "王敏", Role.ADMIN, joined_at=NOW)
    office, member = await store.create_workspace("bench", admin, NOW)
    async with store.work(office.id) as work:
        group = (await work.apply(Changes((Group(0, "防汛群", chat="tg:-1"),)))).ids["防汛群"]
    for start in range(0, size, 5000):
        entities: list = []
        for n in range(start, min(start + 5000, size)):
            at, id = NOW - timedelta(days=300) + n * MINUTE, f"tg:1:{n}"
            task = n + 1 if n < OPEN_TASKS else n % OPEN_TASKS + 1
            entities.append(a_message(id, f"{n} {_TEXT}", received_at=at, group=group, by="tg:1", task=task))
            if n < OPEN_TASKS:
                entities += [a_task(task), a_source(task, id, text=_TEXT, at=at), Assignment(task, member.id)]
            rung = Reminder(task, member.id, Rung.SAME_DAY, at, at, "sent")
            said = a_row(f"reply:{n}", f"tg:{n % 30}", not_before=at, state=OutboxState.SENT, sent_at=at)
            entities += [rung, said, JournalEntry(at, "heard", "r", task=task)]
        async with store.work(office.id) as work:
            await work.apply(Changes(tuple(entities)))
        await store.put_updates("tg", [(n, "tg:1", "{}") for n in range(start, min(start + 5000, size))], NOW)
    return office.id, member.id, group


async def one_message(store: Store, office: int, group: int, n: int) -> None:
    """Receive a notice that repeats a task, as the handlers do."""
    id = f"tg:1:new{n}"
    await store.put_update("tg", 10_000_000 + n, "tg:1", "{}", NOW)
    await store.whoami("tg:1")
    async with store.work(office) as work:
        assert await work.message(id) is None
        known = await work.known_tasks()
        assert len(known) == OPEN_TASKS
        found = await work.group_named("防汛群")
        assert found is not None
        await work.find_twins([text_key(_TEXT)], NOW)
        await work.open_burst("tg:1")
        task = known[n * 37 % OPEN_TASKS].task
        said = a_message(id, f"{n} {_TEXT}", group=group, by="tg:1", received_at=NOW, task=task.number)
        source: Source = a_source(task.number, id, text=_TEXT, at=NOW)
        row = a_row(f"burst:{id}", f"tg:{n}", template="burst", data={"items": [id]})
        journal = JournalEntry(NOW, "merged", "same_fingerprint", task=task.number)
        save = (said, replace(task, urged=task.urged + 1), source, replace(found, messages=n), row, journal)
        await work.apply(Changes(save), receipt=("tg", 10_000_000 + n))


async def send_one(store: Store) -> None:
    """A round of the sender with one row."""
    [(_, row)] = await store.claim_outbox(NOW, 1)
    await store.mark_outbox([replace(row, state=OutboxState.SENT, sent_at=NOW)])
    await store.next_outbox(NOW)


async def look_for_due(store: Store) -> None:
    """What a tick asks when nothing is due."""
    await store.due_reminders(NOW, 50)


@contextmanager
def _file() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"


async def median_ms(work: Callable[[int], Awaitable[None]]) -> float:
    """The median duration of one round, in milliseconds."""
    spent = []
    for n in range(ROUNDS):
        begun = time.perf_counter()
        await work(n)
        spent.append((time.perf_counter() - begun) * 1000)
    return statistics.median(spent)


async def measure(url: str, size: int) -> dict[str, float]:
    """All figures for one size of history, in milliseconds."""
    store = await Store.open(url)
    office, _, group = await fill(store, size)
    await store.close()
    begun = time.perf_counter()
    store = await Store.open(url)
    opened = (time.perf_counter() - begun) * 1000
    begun = time.perf_counter()
    async with store.look(office) as look:
        await look.known_tasks()
    first = (time.perf_counter() - begun) * 1000
    figures = {
        "open": opened,
        "first known_tasks": first,
        "message": await median_ms(lambda n: one_message(store, office, group, n)),
        "send": await median_ms(lambda n: send_one(store)),
        "due": await median_ms(lambda n: look_for_due(store)),
    }
    await store.close()
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--database-url")
    given = parser.parse_args()
    all_figures = []
    for size in (int(size) for size in given.sizes.split(",")):
        with _file() as url:
            figures = asyncio.run(measure(given.database_url or url, size))
        all_figures.append(figures)
        print(f"{size:>9} messages  " + "  ".join(f"{name} {ms:.2f} ms" for name, ms in figures.items()), flush=True)
    growth = {name: all_figures[-1][name] / ms for name, ms in all_figures[0].items()}
    print("growth             " + "  ".join(f"{name} ×{ratio:.2f}" for name, ratio in growth.items()))
    print(f"peak memory        {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
