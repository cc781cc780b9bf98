"""Time that is only played: the same tick and delivery as `run`, on a clock that jumps from one event to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.clock import tick_times
from bot.render import Renderer
from handlers.deliver import deliver
from handlers.deps import Deps, Sender
from handlers.tick import tick

_ROUNDS = 10_000
"""More delivery rounds within one minute than any honest day needs: a loop that does not end is a fault."""


class Simulation:
    """Lets simulated time pass over a real store, real handlers and a given sender.

    `now` is the simulated instant; `deps` is what handlers must be given, so that the simulation hears of new rows.
    """

    def __init__(self, deps: Deps, sender: Sender, renderer: Renderer, start: datetime) -> None:
        self.deps = replace(deps, wake=self._wake)
        self._sender, self._renderer = sender, renderer
        self.now = start
        self._woken = True
        self._due: datetime | None = None

    def _wake(self) -> None:
        self._woken = True

    async def advance(self, until: datetime, stride: timedelta | None = None) -> None:
        """Let time pass up to `until`: every tick at its minute, every waiting row when it falls due.

        With a `stride` the tick comes only so often, as after a pause: for times nobody watches.
        """
        for instant in tick_times(self.now, until) if stride is None else _strides(self.now, until, stride):
            await self._deliver_until(instant)
            self.now = instant
            await tick(self.deps, instant)
        await self._deliver_until(until)
        self.now = until

    async def _deliver_until(self, until: datetime) -> None:
        for _ in range(_ROUNDS):
            if self._woken:
                self._woken = False
                self._due = await self.deps.store.next_outbox(self.now)
            if self._due is None or self._due > until:
                return
            self.now = max(self.now, self._due)
            self._due = await deliver(self.deps, self._sender, self._renderer, self.now)
        raise RuntimeError("delivery does not come to rest")


def _strides(after: datetime, until: datetime, stride: timedelta) -> Iterator[datetime]:
    while (after := after + stride) <= until:
        yield after
