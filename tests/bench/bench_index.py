"""What one decision costs as history grows: `python -m tests.bench.bench_index [--million] [--sqlite] [--crowded]`.

A decision is: the known tasks brought up to date, the candidates among them, `relate`. 3,000 tasks are open in every
size; the rest of the stored notices speak of tasks closed long ago. Messages are those of labelled streams in
`tests/data`, each applied as a repeat or beside a change of another task, so that every decision finds something changed. Prints in milliseconds the
median and the 95th percentile of a process that has run for a while, of that what the store took, and what the
processor took; "cold" is the percentile of the first 400 decisions after a start, when tasks are read closely for
the first time, and "first" the very first, which builds the index. `--million` adds a million notices
(a gigabyte of temporary files); `--crowded` has 12,000 tasks open instead, so that the table of 2-grams is asked.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text

from bot.core.models import Changes, Kind, Member, Outcome, Relation, Role, Source, StoredMessage
from bot.core.relate import relate
from bot.core.workdays import Calendar
from handlers.ledger import Ledger
from storage.store import Store
from tests.bench.bench_relate import swollen
from tests.bench.streams import DATA, Line, read_stream
from tests.databases import PostgresOriginal, postgres_server

OPEN = 3000
CROWD = 12000
SIZES = (1_000, 10_000, 100_000)
DECISIONS = 400

# Copies of the open tasks, closed a year ago, with their sources and messages, `:turns` times over.
_TURNS = "WITH RECURSIVE k (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM k WHERE k < :turns) "
_HISTORY = (
    "INSERT INTO task (workspace, number, facts, opened_by, opened_at, state, due, urged, closed_at, parent, revision) "
    + _TURNS
    + "SELECT workspace, number + :many * k, facts, opened_by || '-' || k, opened_at, 'done', due, urged, "
    "opened_at - 31536000000000, parent, 0 FROM task CROSS JOIN k WHERE number <= :many",
    'INSERT INTO source (workspace, task, message, relation, reason, at, text, "group", sender, evidence, changes) '
    + _TURNS
    + "SELECT workspace, task + :many * k, message || '-' || k, relation, reason, at - 31536000000000, text, "
    '"group", sender, evidence, changes FROM source CROSS JOIN k WHERE task <= :many',
    "INSERT INTO message (workspace, id, received_at, text, text_key, chat, private, outcome, kind, relation, reason, "
    'task, "group", attributed, message, "by") '
    + _TURNS
    + "SELECT workspace, id || '-' || k, received_at - 31536000000000, text, text_key || k, chat, private, outcome, "
    "kind, relation, reason, task + :many * k, \"group\", attributed, message, \"by\" FROM message CROSS JOIN k "
    "WHERE task <= :many",
)


async def fill(store: Store, lines: Sequence[Line], calendar: Calendar, notices: int, open_tasks: int) -> int:
    """An office with so many open tasks and stored notices; its id."""
    begun = lines[0].message.received_at
    office, _ = await store.create_workspace("bench", Member(0, "tg:1", "tg:1", "王敏", Role.ADMIN), begun)
    # Fewer notices than open tasks cannot be: a small history has them all.
    for known in swollen(lines, calendar, open_tasks):
        [source] = known.sources
        message = replace(lines[0].message, id=source.message, text=source.text, received_at=source.at)
        kept = StoredMessage(message, Outcome.NEW, Kind.TASK, Relation.NEW, "no_likeness", known.task.number)
        async with store.work(office.id) as work:
            await work.apply(Changes((known.task, source, kept)))
    turns = max(0, notices // open_tasks - 1)
    async with store._database.writing() as connection:
        for statement in _HISTORY if turns else ():
            await connection.execute(text(statement), {"turns": turns, "many": open_tasks})
        head = {"last": open_tasks * (turns + 1), "id": office.id}
        await connection.execute(text("UPDATE workspace SET last_number = :last WHERE id = :id"), head)
    async with store._database.writing() as connection:
        await connection.execute(text("ANALYZE"))
    return office.id


async def decide(store: Store, office: int, line: Line, calendar: Calendar, n: int) -> tuple[float, float, float]:
    """Milliseconds of one decision, of the look into the store in it, and of its computing; then it is applied."""
    message = replace(line.message, id=f"new{n}")
    async with store.work(office) as work:
        ledger = Ledger(work)
        begun, busy = time.perf_counter(), time.process_time()
        known = await ledger.comparable(message, line.notice)
        looked = time.perf_counter()
        verdict = relate(message, line.notice, known, calendar)
        spent, worked = time.perf_counter(), time.process_time()
        at = message.received_at + timedelta(days=1)
        if verdict.of:
            ledger.save([Source(verdict.of, message.id, Relation.DUPLICATE, "bench", at, message.text)])
        else:
            touched = known[n * 37 % len(known)].task
            ledger.save([replace(touched, urged=touched.urged + 1)])
        await ledger.flush()
    return (spent - begun) * 1000, (looked - begun) * 1000, (worked - busy) * 1000


async def measure(url: str, lines: Sequence[Line], notices: int, open_tasks: int) -> dict[str, float]:
    """All figures of one size, in milliseconds."""
    calendar = Calendar()
    store = await Store.open(url)
    office = await fill(store, lines, calendar, notices, open_tasks)
    await store.close()
    store = await Store.open(url)
    begun = time.perf_counter()
    await decide(store, office, lines[0], calendar, 0)
    first = (time.perf_counter() - begun) * 1000
    rounds = []
    for turn in range(2):
        said = [replace(line, message=replace(line.message, text=line.message.text + "。" * turn)) for line in lines]
        numbers = range(1 + turn * DECISIONS, (turn + 1) * DECISIONS)
        rounds.append([await decide(store, office, said[n % DECISIONS % len(said)], calendar, n) for n in numbers])
    await store.close()
    cold = sorted(spent for spent, *_ in rounds[0])
    whole, looks, busy = (sorted(column) for column in zip(*rounds[1], strict=True))
    return {
        "median": statistics.median(whole),
        "p95": _p95(whole),
        "store p95": _p95(looks),
        "processor p95": _p95(busy),
        "cold p95": _p95(cold),
        "first": first,
    }


def _p95(values: Sequence[float]) -> float:
    return values[int(len(values) * 0.95)]


@contextmanager
def _sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="jianfu-bench-") as folder:
        yield f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--million", action="store_true", help="also a million notices")
    parser.add_argument("--sqlite", action="store_true", help="SQLite only")
    parser.add_argument("--crowded", action="store_true", help=f"{CROWD} open tasks, more than are kept in memory")
    given = parser.parse_args()
    open_tasks = CROWD if given.crowded else OPEN
    sizes = (*SIZES, 1_000_000) if given.million else SIZES
    lines = [line for path in sorted(DATA.glob("*streams*.jsonl")) for line in read_stream(path, Calendar())]
    random.Random(4).shuffle(lines)
    for engine in ("SQLite",) if given.sqlite else ("SQLite", "PostgreSQL"):
        print(f"{engine}, {open_tasks} open tasks", flush=True)
        if engine == "SQLite":
            _report(lines, sizes, open_tasks, _sqlite)
            continue
        with postgres_server() as server:
            original = PostgresOriginal(server)
            _report(lines, sizes, open_tasks, original.copy)
            original.close()


def _report(lines: Sequence[Line], sizes: Sequence[int], open_tasks: int, database: object) -> None:
    found: dict[int, float] = {}
    for notices in sizes:
        with database() as url:  # type: ignore[operator]
            figures = asyncio.run(measure(url, lines, notices, open_tasks))
        found[notices] = figures["p95"]
        print(f"{notices:>9} notices  " + "  ".join(f"{name} {ms:.1f} ms" for name, ms in figures.items()), flush=True)
    print(f"p95 at {sizes[-1]} is {found[sizes[-1]] / found[10_000]:.2f} times that at 10000", flush=True)


if __name__ == "__main__":
    main()
