"""The tick and the delivery of `jianfu run` as a process of its own, without a door in: `python -m tests.e2e.delivering`.

Arguments: database address, root of the Bot API, token, seconds that the clock is ahead of the real one. It says
"ready" and goes on until it is killed. What takes minutes in life takes seconds here.
"""

from __future__ import annotations

import asyncio
import os
import sys
from datetime import datetime, timedelta

os.environ.setdefault("PTB_TIMEDELTA", "true")

import telegram
from telegram.request import HTTPXRequest

from bot import app
from bot.clock import utc_now
from bot.config import load_settings
from bot.core.workdays import Calendar
from bot.render import Renderer
from bot.transport.sending import TelegramSender
from handlers import deliver, pace
from handlers.deps import Deps
from handlers.tick import tick
from storage.store import Store

LOST_AFTER = timedelta(seconds=4)
BETWEEN_TICKS = 0.2


async def run(url: str, root: str, token: str, ahead: float) -> None:
    """Tick and deliver for ever."""

    def now() -> datetime:
        return utc_now() + timedelta(seconds=ahead)

    deliver.LOST_AFTER = LOST_AFTER
    deliver.MINUTE = timedelta(seconds=1)
    pace.SECOND = deliver.SECOND = timedelta(seconds=0.2)
    app.utc_now = now  # type: ignore[attr-defined]
    store = await Store.open(url, migrate=False)
    woken = asyncio.Event()
    deps = Deps(store, Calendar(), wake=woken.set)
    await deliver.take_up_claims(deps, now())
    async with telegram.Bot(token, base_url=f"{root}/bot", request=HTTPXRequest(64)) as bot:
        office = app.Office(load_settings(), deps, Renderer())
        delivery = app.Delivery(office, TelegramSender(bot), woken)
        print("ready", flush=True)
        delivery.start()
        while True:
            await tick(deps, now())
            await asyncio.sleep(BETWEEN_TICKS)


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])))
