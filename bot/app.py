"""The only wiring: settings → store, renderer, calendar → Deps → doors; and the loops that keep them going."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.calendars import office_calendar
from bot.clock import Ticker, utc_now
from bot.config import Settings
from bot.core.menu import MENU, read_menu
from bot.core.reminding import Ladder
from bot.files.reader import FileReader, sweep
from bot.render import Renderer
from bot.trouble import Trouble
from handlers.command import handle_command
from handlers.deliver import deliver, finish, take_up_claims
from handlers.deps import Deps, Rules, Sender
from handlers.group import handle_group_event
from handlers.returning import welcome_back
from handlers.setting_aside import tell_set_aside
from handlers.spoken import take_in
from handlers.tick import tick
from storage.store import Store, StoreError

if TYPE_CHECKING:
    from bot.transport.webhook import Webhook

log = logging.getLogger("jianfu")

IDLE = 60.0
"""Seconds the delivery loop sleeps at most when nothing wakes it: another process may have left rows."""
BETWEEN_ROUNDS = 0.1
"""Seconds between two rounds of delivery, in which more gathers than one row: a round costs much the same for ten."""
PATIENCE = 5.0
"""Seconds that a round under way gets to end when the bot is told to stop."""


@dataclass(frozen=True, slots=True)
class Office:
    """One opened bot: everything below the doors."""

    settings: Settings
    deps: Deps
    renderer: Renderer


def rules_of(settings: Settings) -> Rules:
    """The settings that decisions depend on."""
    return Rules(
        language=settings.language,
        workday_end=settings.workday_end_time,
        digest_times=settings.digest_times,
        quiet_hours=settings.quiet_hours,
        group_quiet_workdays=settings.group_quiet_workdays,
        unasked_per_day=settings.unasked_per_day,
        keep=timedelta(days=settings.keep_days),
        keep_files=timedelta(days=settings.keep_files_days),
        ladder=Ladder(
            work_ends=settings.workday_end_time,
            seal_hours=settings.start_seal_hours,
            sign_hours=settings.start_sign_hours,
            villages_hours=settings.start_villages_hours,
        ),
        admin_secret=settings.admin_secret.get_secret_value() if settings.admin_secret else None,
    )


@asynccontextmanager
async def open_office(
    settings: Settings,
    wake: Callable[[], None] = lambda: None,
    bot_name: Callable[[], str] = lambda: "",
    fetch: Callable[[str], Awaitable[bytes]] | None = None,
    typing: Callable[[str], Awaitable[None]] | None = None,
    door: str = "%",
) -> AsyncIterator[Office]:
    """Open the store (migrating it) and put the parts together; raises StoreError.

    Without `fetch` files are kept by name only.
    """
    store = await Store.open(settings.database_url)
    files = FileReader()
    await asyncio.to_thread(sweep)
    try:
        calendar, rules = office_calendar(settings), rules_of(settings)
        deps = Deps(store, calendar, rules, wake, bot_name, files=files, fetch=fetch, typing=typing, door=door)
        yield Office(settings, deps, Renderer())
    finally:
        await files.close()
        await store.close()


class Delivery:
    """Delivers what waits in the outbox: when woken, when the next row falls due, and once a minute anyway."""

    def __init__(self, office: Office, sender: Sender, woken: asyncio.Event) -> None:
        self._office, self._sender, self._woken = office, sender, woken
        self._ending = False
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin on the running loop."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Let the round under way end, within 5 s; what it could not mark is sent again by the next start."""
        self._ending = True
        self._woken.set()
        if self._task:
            await asyncio.wait({self._task}, timeout=PATIENCE)
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            try:
                await finish(self._office.deps, PATIENCE)
            except StoreError as error:
                log.error("what was sent last cannot be marked and is sent again by the next start: %s", error)

    async def _run(self) -> None:
        """Go on until stopped; a round that crashes is logged and tried again a second later."""
        while not self._ending:
            self._woken.clear()
            try:
                again = await deliver(self._office.deps, self._sender, self._office.renderer, utc_now(), utc_now)
            except Exception:
                log.exception("delivery round failed; trying again")
                again = utc_now() + timedelta(seconds=1)
            await asyncio.sleep(BETWEEN_ROUNDS)
            await self._sleep(again)

    async def _sleep(self, until: datetime | None) -> None:
        seconds = IDLE if until is None else min(IDLE, (until - utc_now()).total_seconds())
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), max(seconds, 0))


async def _tick_of(office: Office, now: datetime) -> None:
    try:
        await tick(office.deps, now)
    except Exception:
        log.exception("tick failed; the next one catches up")


def menus(renderer: Renderer, default: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """The command menu for each language of a phone, and under "" for all others."""
    found = {}
    for language in ("zh", "en"):
        rendered = renderer.render("menu", language, {"commands": MENU}, utc_now(), "UTC")
        found[language] = read_menu("\n".join(rendered.pages))
    return found | {"": found[default]}


def _webhook(settings: Settings) -> Webhook | None:
    from bot.transport.webhook import Webhook

    if settings.webhook_url is None:
        return None
    if settings.webhook_secret is None:
        return Webhook(settings.webhook_url, settings.webhook_listen)
    return Webhook(settings.webhook_url, settings.webhook_listen, settings.webhook_secret.get_secret_value())


async def run(settings: Settings, options: argparse.Namespace) -> int:
    """`jianfu run`: the Telegram bot, until SIGINT or SIGTERM."""
    from bot.transport.logs import configure_logging
    from bot.transport.telegram import TelegramDoor

    if settings.token is None:
        raise Trouble("no_token")
    token = settings.token.get_secret_value()
    configure_logging(token)
    woken, stop = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers on its loop
            loop.add_signal_handler(number, stop.set)
    async with open_office(
        settings,
        woken.set,
        lambda: door.username,
        lambda ref: door.fetch(ref),
        lambda chat: door.sender.typing(chat),
    ) as office:
        await take_up_claims(office.deps, utc_now())
        door = TelegramDoor(
            token,
            office.deps.store,
            on_messages=lambda arrivals: take_in(office.deps, arrivals),
            on_command=lambda command, now, receipt: handle_command(office.deps, command, now, receipt),
            on_group_event=lambda event, now, receipt: handle_group_event(office.deps, event, now, receipt),
            api_url=settings.api_url,
            menus=menus(office.renderer, settings.language),
            webhook=_webhook(settings),
            on_set_aside=lambda chat, now: tell_set_aside(office.deps, chat, now),
            on_return=lambda chat, now: welcome_back(office.deps, chat, now),
        )
        try:
            if await _unless(stop, door.start()):
                await _serve(office, door.sender, woken, stop)
        finally:
            if office.deps.files:
                await office.deps.files.close()  # who is being read waits for the next start, not the stop for him
            await door.stop()
    return 0


async def _unless(stop: asyncio.Event, opening: Coroutine[Any, Any, None]) -> bool:
    """Whether it could be done before somebody asked to stop; else it is given up. Raises what it raises."""
    done, asked = asyncio.create_task(opening), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({done, asked}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        given_up = done.cancel()
        asked.cancel()
        await asyncio.wait({done, asked})
    if not given_up:
        done.result()
    return not given_up


async def _serve(office: Office, sender: Sender, woken: asyncio.Event, stop: asyncio.Event) -> None:
    """Tick and deliver until somebody asks to stop."""
    ticker = Ticker(lambda now: _tick_of(office, now))
    delivery = Delivery(office, sender, woken)
    ticker.start()
    delivery.start()
    log.info("ready")
    try:
        await stop.wait()
    finally:
        await ticker.stop()
        await delivery.stop()


async def chat(settings: Settings, options: argparse.Namespace) -> int:
    """`jianfu chat`: the same handlers and store behind a terminal."""
    from bot.transport.console import ME, ConsoleDoor
    from bot.transport.typed_files import content_of

    woken = asyncio.Event()
    async with open_office(settings, woken.set, fetch=content_of, door=ME) as office:
        deps = office.deps
        door = ConsoleDoor(
            deps.store,
            on_message=lambda message, now, receipt: take_in(deps, [(message, now, receipt)]),
            on_command=lambda command, now, receipt: handle_command(deps, command, now, receipt),
            source=sys.stdin,
            target=sys.stdout,
            language=settings.language,
        )
        await door.start()
        ticker = Ticker(lambda now: _tick_of(office, now))
        delivery = Delivery(office, door.sender, woken)
        ticker.start()
        delivery.start()
        try:
            await door.run()
        finally:
            await ticker.stop()
            await delivery.stop()
            await deliver(deps, door.sender, office.renderer, utc_now() + deps.rules.burst_limit)
    return 0
