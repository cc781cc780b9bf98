"""Time that is only played: the same tick and delivery as `run`, on a clock that jumps from one event to the next."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.clock import tick_times
from bot.render import Renderer
from handlers.deliver import deliver
from handlers.deps import Deps, Sender
from handlers.tick import tick

_ROUNDS = 10_000
"""More delivery rounds within one minute than any honest day needs: a loop that does not end is a fault."""


class Simulation:
    """Lets simulated time pass over a real store, real handlers and a given sender. `now` is the simulated instant."""

    def __init__(self, deps: Deps, sender: Sender, renderer: Renderer, start: datetime) -> None:
        self._deps, self._sender, self._renderer = deps, sender, renderer
        self.now = start

    async def advance(self, until: datetime) -> None:
        """Let time pass up to `until`: every tick at its minute, every waiting row when it falls due."""
        for instant in tick_times(self.now, until):
            await self._deliver_until(instant)
            self.now = instant
            await tick(self._deps, instant)
        await self._deliver_until(until)
        self.now = until

    async def _deliver_until(self, until: datetime) -> None:
        for _ in range(_ROUNDS):
            due = await self._deps.store.next_outbox(self.now)
            if due is None or due > until:
                return
            self.now = max(self.now, due)
            again = await deliver(self._deps, self._sender, self._renderer, self.now)
            if again is not None and again > self.now:
                if again > until:
                    return
                self.now = again
            else:
                self.now += timedelta(milliseconds=1)
        raise RuntimeError("delivery does not come to rest")
