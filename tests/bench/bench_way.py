"""The way of a message: updates a second through the emulator over HTTP, beside a bare echo bot in the same run.

    python -m tests.bench.bench_way [updates]

Every party is a process of its own. Twenty people of one office forward a working day's messages, many times told, to
it, once before the clock starts, so that both bots have done everything before. The bare bot stores each update by one durable insert and answers it; ours takes it in, understands, matches, stores
and plans it. Also printed: how fast `jianfu run` is ready on a new database, and what it holds.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any

from bot.clock import utc_now
from bot.core.models import Changes, Member, Role
from storage.store import Store

ROOT = Path(__file__).parent.parent.parent
PEOPLE = 20
SETTLED = 2.0
"""Seconds after which the answers to the first day have been sent."""


@dataclass(frozen=True)
class Rate:
    """Updates a second, and milliseconds of processor time for each."""

    a_second: float
    work: float


class Emulator:
    """The emulator's process."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.bench.emulator_process"]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        where = json.loads(self.process.stdout.readline())
        self.root, self.token = where["root"], where["token"]

    def tell(self, **order: Any) -> dict[str, Any]:
        """Give an order (none: just ask) and return the state."""
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps(order), file=self.process.stdin, flush=True)
        state: dict[str, Any] = json.loads(self.process.stdout.readline())
        return state


def wait(holds: Callable[[], bool], what: str, within: float = 120.0, pause: float = 0.01) -> float:
    """Seconds until `holds`; ends the run when it takes too long."""
    start = time.perf_counter()
    while not holds():
        if time.perf_counter() - start > within:
            sys.exit(f"{what}: not within {within} s")
        time.sleep(pause)
    return time.perf_counter() - start


@contextmanager
def running(emulator: Emulator, command: list[str], folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """A bot's process, and the seconds from its start to its first request for updates."""
    polled = emulator.tell()["polled"]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("JIANFU_")}
    settings = {
        "JIANFU_TOKEN": emulator.token,
        "JIANFU_API_URL": emulator.root,
        "JIANFU_DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'office.db'}",
        "BARE_DATABASE": str(folder / "bare.db"),
        "PYTHONPATH": str(ROOT),
    }
    with (folder / "bot.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=inherited | settings, stdout=log, stderr=log)
        try:
            yield process, wait(lambda: emulator.tell()["polled"] > polled, "start", 30)
        finally:
            process.kill()
            process.wait()


def texts(count: int) -> list[str]:
    """A working day of twenty groups over and over, each time with another name, as repeats differ in life."""
    lines = day()
    rounds = range(1, count // len(lines) + 2)
    return [f"{line}（{turn}组）" for turn in rounds for line in lines][:count]


def day() -> list[str]:
    """The messages of that day."""
    day = files("bot").joinpath("data/demo-day.jsonl").read_text(encoding="utf-8")
    texts = (json.loads(line).get("text") for line in day.splitlines())
    return [text for text in texts if text and not text.startswith("/")]


def value(database: Path, query: str) -> int:
    """One number out of a database that somebody else writes."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=5)) as connection:
        return int(connection.execute(query).fetchone()[0])


def memory_of(pid: int) -> tuple[float, float]:
    """What a process holds and held at most, in MB; zeros where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0, 0.0
    found = dict(re.findall(r"(VmRSS|VmHWM):\s+(\d+) kB", status.read_text()))
    return int(found["VmRSS"]) / 1024, int(found["VmHWM"]) / 1024


def work_of(pid: int) -> float:
    """Seconds of processor time a process has used; less shaken by a busy machine than the clock."""
    status = Path(f"/proc/{pid}/stat")
    if not status.exists():
        return 0.0
    fields = status.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def settle(database: Path, users: list[str]) -> None:
    """Found the office whose members these are."""
    store, now = await Store.open(f"sqlite+aiosqlite:///{database}"), utc_now()
    members = [Member(0, user, user, user, Role.CADRE, joined_at=now) for user in users]
    office, _ = await store.create_workspace("镇政府", members[0], now)
    async with store.work(office.id) as work:
        for member in members[1:]:
            await work.apply(Changes((member,)))
    await store.close()


def gather(emulator: Emulator) -> list[str]:
    """The people, known to the emulator; their references."""
    refs: list[str] = emulator.tell(people=[f"干部{number}" for number in range(PEOPLE)])["refs"]
    return refs


def measure_bare(emulator: Emulator, folder: Path, said: list[str]) -> Rate:
    """The pace of the yardstick."""
    gather(emulator)
    with running(emulator, [sys.executable, "-m", "tests.bench.bare_bot"], folder) as (process, _):
        emulator.tell(forwards=day())
        wait(lambda: emulator.tell()["sent"] >= len(day()), "bare bot's first day")
        before = work_of(process.pid)
        emulator.tell(forwards=said)
        seconds = wait(lambda: emulator.tell()["sent"] >= len(day()) + len(said), "bare bot", pause=0.02)
        return Rate(len(said) / seconds, (work_of(process.pid) - before) / len(said) * 1000)


def measure_ours(emulator: Emulator, folder: Path, said: list[str]) -> tuple[Rate, tuple[float, float]]:
    """The pace of `jianfu run`, memory in MB (now, at most)."""
    database = folder / "office.db"
    asyncio.run(settle(database, gather(emulator)))
    waiting = "SELECT count(*) FROM inbox WHERE state = 'waiting'"

    def handled(updates: int) -> bool:
        """Whether all have been taken and dealt with."""
        known = value(database, "SELECT count(*) FROM inbox")
        return known >= updates and not value(database, waiting)

    with running(emulator, [sys.executable, "-m", "bot", "run"], folder) as (process, _):
        emulator.tell(forwards=day())
        wait(lambda: handled(len(day())), "first day")
        time.sleep(SETTLED)
        before = work_of(process.pid)
        emulator.tell(forwards=said)
        seconds = wait(lambda: handled(len(day()) + len(said)), "jianfu", pause=0.02)
        rate = Rate(len(said) / seconds, (work_of(process.pid) - before) / len(said) * 1000)
        stored = value(database, "SELECT count(*) FROM message")
        assert stored >= 0.9 * (len(day()) + len(said)), f"only {stored} messages stored"
        memory = memory_of(process.pid)
    return rate, memory


def measure_start(emulator: Emulator, folder: Path) -> float:
    """Seconds until `jianfu run` asks for updates, from nothing."""
    with running(emulator, [sys.executable, "-m", "bot", "run"], folder) as (_, ready):
        return ready


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    said = texts(count)
    figures = []
    for turn in range(3):
        with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as start:
            bare_side, our_side = Emulator(), Emulator()
            try:
                ready = measure_start(our_side, Path(start))
                bare = measure_bare(bare_side, Path(name), said)
                ours, memory = measure_ours(our_side, Path(name), said)
            finally:
                for emulator in (bare_side, our_side):
                    emulator.process.kill()
                    emulator.process.wait()
        figures.append(ours.a_second / bare.a_second)
        print(
            f"run {turn + 1}: bare echo {bare.a_second:.0f}/s ({bare.work:.1f} ms work each) · "
            f"jianfu {ours.a_second:.0f}/s ({ours.work:.1f} ms work each) · ratio {figures[-1]:.0%} · "
            f"ready in {ready:.2f} s · holds {memory[0]:.0f} MB (most {memory[1]:.0f} MB)",
            flush=True,
        )
    print(f"ratio {median(figures):.0%} (goal now 40%, later 60%); goals: ready in 1.5 s, under 150 MB")


if __name__ == "__main__":
    main()
