"""The only clock: it reads the time, and carries the tick by APScheduler."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apscheduler.schedulers.asyncio import AsyncIOScheduler
    from apscheduler.triggers.cron import CronTrigger


def utc_now() -> datetime:
    """The present instant, aware, in UTC."""
    return datetime.now(UTC)


def _every_minute() -> CronTrigger:
    from apscheduler.triggers.cron import CronTrigger

    return CronTrigger(second=0, timezone=UTC)


def tick_times(after: datetime, until: datetime) -> Iterator[datetime]:
    """When the tick falls due in (after, until]: the trigger of `Ticker`, for a simulated clock."""
    trigger = _every_minute()
    previous = after
    while (due := trigger.get_next_fire_time(previous, previous)) is not None and due <= until:
        if due > after:
            yield due
        previous = due


class Ticker:
    """Calls `on_tick(now)` every minute; a tick that takes longer than its period delays the next, none is skipped."""

    def __init__(self, on_tick: Callable[[datetime], Awaitable[None]]) -> None:
        self._on_tick = on_tick
        self._scheduler: AsyncIOScheduler | None = None
        self._under_way = asyncio.Lock()

    def start(self) -> None:
        """Begin ticking on the running loop; the first tick comes at once, so that downtime is caught up."""
        from apscheduler.schedulers.asyncio import AsyncIOScheduler

        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._scheduler.add_job(
            self._tick,
            _every_minute(),
            next_run_time=utc_now(),
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        self._scheduler.start()

    async def _tick(self) -> None:
        async with self._under_way:
            await self._on_tick(utc_now())

    async def stop(self) -> None:
        """Stop ticking; a tick under way is finished first, since the scheduler would cancel it in the middle."""
        if self._scheduler is None:
            return
        self._scheduler.pause()
        await asyncio.sleep(0)  # one that was just handed over begins
        async with self._under_way:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None
