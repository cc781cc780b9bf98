"""`jianfu run` as a process of its own, against the emulator."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.emulator import HttpFront, Telegram, until

ROOT = Path(__file__).parent.parent.parent
SECRET = "kaimen"


class BotProcess:
    """One running bot; its log is kept in a file."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self.process = process
        self.log = log

    @property
    def said(self) -> str:
        """What it has logged so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    async def ends(self, how: signal.Signals) -> int:
        """Send a signal unless it is gone already; returns the exit status."""
        if self.process.returncode is None:
            self.process.send_signal(how)
        return await asyncio.wait_for(self.process.wait(), 60)


def environment(telegram: Telegram, front: HttpFront, database: Path) -> dict[str, str]:
    """The settings of a bot in this world."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("JIANFU_")}
    return inherited | {
        "JIANFU_TOKEN": telegram.token,
        "JIANFU_API_URL": front.root,
        "JIANFU_DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        "JIANFU_ADMIN_SECRET": SECRET,
        "PYTHONPATH": str(ROOT),
        # Where a test lets no file grow, half a module's bytecode would stay behind and break whoever imports it next.
        "PYTHONDONTWRITEBYTECODE": "1",
    }


async def run_once(folder: Path, env: dict[str, str], *arguments: str, typed: str = "") -> tuple[int, str, str]:
    """Run `jianfu` with these arguments and this input to its end; returns status, output and errors."""
    pipe = asyncio.subprocess.PIPE
    command = (sys.executable, "-m", "bot", *arguments)
    process = await asyncio.create_subprocess_exec(*command, cwd=folder, env=env, stdin=pipe, stdout=pipe, stderr=pipe)
    out, errors = await asyncio.wait_for(process.communicate(typed.encode()), 60)
    return process.returncode or 0, out.decode(), errors.decode()


@asynccontextmanager
async def running(telegram: Telegram, front: HttpFront, folder: Path, database: Path) -> AsyncIterator[BotProcess]:
    """Start `jianfu run` and wait until it polls; it is ended with the block."""
    log = folder / "jianfu.log"
    with log.open("ab") as target:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=folder, stdout=target, stderr=target,
            env=environment(telegram, front, database),
        )  # fmt: skip
    bot = BotProcess(process, log)
    polled = telegram.polled
    try:
        await until(lambda: telegram.polled > polled or process.returncode is not None, within=30)
        assert process.returncode is None, bot.said
        yield bot
    finally:
        await bot.ends(signal.SIGKILL)
