"""Hostile files sent to `jianfu run` through the emulator: when each is answered, and how others are answered meanwhile.

`python -m tests.bench.bench_hostile [EVERY]`: of the files every EVERYth, all unless told. Before them, how the cost of hostile texts grows.
"""

import asyncio
import re
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import psutil

from bot.clock import utc_now
from tests.bench import hostile_texts
from tests.e2e.notices import notice
from tests.e2e.process import SECRET, running
from tests.emulator import Person, Telegram, serve, until
from tests.files import hostile
from tests.files.memory import peak


async def joined(telegram, admin, name):
    """A new cadre, invited by the admin."""
    before = admin.last.number
    admin.sends("/invite cadre")
    link = await admin.sees("start=", after=before)
    person = Person(telegram, name)
    person.starts(link.text.split("start=")[1].split()[0])
    await until(lambda: bool(person.shown))
    return person


async def others(person, waits, done):
    """Forward a notice, wait for its card, and so on."""
    number = 0
    while not done.is_set():
        number += 1
        started, before = time.perf_counter(), person.last.number
        person.sends(notice(number, utc_now()))
        await person.sees("#", after=before, within=120)
        waits.append(time.perf_counter() - started)


def answers(person, after):
    """What was said since then, save how far the reading is."""
    told = (one.text for one in person.shown if one.number > after)
    return [text for text in told if not re.search("正在|读完了|排队", text)]


async def measure(every):
    telegram = Telegram(witness=False)
    admin = Person(telegram, "书记")
    took, said, waits, most, done = {}, {}, [], {}, asyncio.Event()
    with tempfile.TemporaryDirectory() as folder:
        async with serve(telegram) as front, running(telegram, front, Path(folder), Path(folder) / "office.db") as bot:
            admin.starts(SECRET)
            await until(lambda: bool(admin.shown))
            sender, other = await joined(telegram, admin, "小林"), await joined(telegram, admin, "小周")
            beside = asyncio.create_task(others(other, waits, done))
            for place, (name, content) in enumerate(hostile.all_of_them()):
                if place % every or len(content) > 20 * 2**20:
                    continue
                before, started = sender.last.number, time.perf_counter()
                sender.sends_file(name, content)
                await until(lambda before=before: bool(answers(sender, before)), within=300)
                took[name] = time.perf_counter() - started
                said[name] = answers(sender, before)[0]
                for child in psutil.Process(bot.process.pid).children():
                    most[child.pid] = max(most.get(child.pid, 0), peak(child.pid))
            done.set()
            await beside
            status = bot.process.returncode
            left = peak(bot.process.pid)
    slowest = max(took, key=took.get)
    print(f"{len(took)} hostile files, each answered within {max(took.values()):.1f} s ({slowest}), {median(took.values()):.1f} s in the median")
    clear = [name for name, text in said.items() if "❓" in text]
    print(f"{len(clear)} were told why their file is not read; the rest could be: {', '.join(sorted(said.keys() - set(clear)))}")
    print(f"meanwhile {len(waits)} notices of another: card after {median(waits):.1f} s in the median, {max(waits):.1f} s at most")
    print(f"most memory of a worker {max(most.values()) // 2**20} MB, of the bot {left // 2**20} MB; the bot {'runs' if status is None else 'ended'}")


if __name__ == "__main__":
    hostile_texts.main()
    asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
