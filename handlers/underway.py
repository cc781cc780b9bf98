"""What is being sent at this moment, and what was sent but could not be marked yet."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any

from bot.core.models import OutboxRow

log = logging.getLogger("jianfu.deliver")


class Underway:
    """Rows in the hands of this process: each ends in `results`, where it stays until the store has taken it back.

    A store that fails for a while (locked, disk full) thus makes nothing be said twice.
    """

    def __init__(self) -> None:
        self.results: list[OutboxRow] = []
        self.swept_at: datetime | None = None
        self.tidied_at: datetime | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._watched = False

    def start(self, work: Coroutine[Any, Any, OutboxRow | None], done: Callable[[], None]) -> None:
        """Send a row beside the others; what it returns is to be marked. `done` is called unless a round awaits it."""
        task = asyncio.create_task(self._finish(work, done))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _finish(self, work: Coroutine[Any, Any, OutboxRow | None], done: Callable[[], None]) -> None:
        try:
            row = await work
            if row is not None:
                self.results.append(row)
        except Exception:
            log.exception("a message could not be sent")
        if not self._watched:
            done()

    async def rest(self, within: float | None = None) -> bool:
        """Wait until nothing is being sent any more, at most `within` seconds; whether that is so."""
        self._watched = True
        try:
            if self._tasks:
                await asyncio.wait(self._tasks, timeout=within)
        finally:
            self._watched = False
        return not self._tasks

    async def give_up(self) -> None:
        """Stop what is still being sent; the next start sends it again."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
