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
        return await asyncio.wait_for(self.process.wait(), 20)


@asynccontextmanager
async def running(telegram: Telegram, front: HttpFront, folder: Path, database: Path) -> AsyncIterator[BotProcess]:
    """Start `jianfu run` and wait until it polls; it is ended with the block."""
    settings = {
        "JIANFU_TOKEN": telegram.token,
        "JIANFU_API_URL": front.root,
        "JIANFU_DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        "JIANFU_ADMIN_SECRET": SECRET,
    }
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("JIANFU_")}
    log = folder / "jianfu.log"
    with log.open("ab") as target:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=folder, stdout=target, stderr=target,
            env={**inherited, **settings, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
    bot = BotProcess(process, log)
    polled = telegram.polled
    try:
        await until(lambda: telegram.polled > polled or process.returncode is not None, within=30)
        assert process.returncode is None, bot.said
        yield bot
    finally:
        await bot.ends(signal.SIGKILL)
