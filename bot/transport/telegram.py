"""The Telegram door: python-telegram-bot's Application over the durable inbox, and the way out."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from datetime import datetime
from itertools import takewhile
from typing import TYPE_CHECKING, Any

os.environ.setdefault("PTB_TIMEDELTA", "true")  # else PTB warns whenever Telegram asks it to wait

import telegram
from telegram import error as errors
from telegram.constants import ChatType
from telegram.ext import Application, ApplicationBuilder, ContextTypes, TypeHandler
from telegram.request import BaseRequest, HTTPXRequest

from bot.clock import utc_now
from bot.config import SettingsError
from bot.core.models import Command, GroupEvent, Message
from bot.files.reader import ReaderClosed
from bot.transport.inbox import DOOR, Inbox, InboxBot, OrderPerChat
from bot.transport.sending import TelegramSender
from bot.transport.updates import WANTED, Identity, Item, Reach, reference, translate
from bot.transport.ways import OnMessages, Receipt, Ways
from storage.errors import StoreError
from storage.store import Store

if TYPE_CHECKING:
    from tornado.httpserver import HTTPServer

    from bot.transport.webhook import Webhook

log = logging.getLogger("jianfu.telegram")

TOGETHER = 16
"""How many waiting messages of one chat are handed over together."""
ALBUM_PAUSE = 0.5
"""Seconds in which the other pictures of an album arrive, each an update of its own."""
HOLDS_UP = 2.0
"""Seconds that a message with files holds up its chat; what takes longer to read is finished beside what follows."""
POLL_SECONDS = 25
RETRIES = (0.5, 2.0, 8.0)
"""Seconds between the attempts at an update whose handler crashes; after the last one it is set aside."""
STORE_PATIENCE = 5.0
SWEEP_SECONDS = 5.0
FIRST_PAUSE = 1.0


class TelegramDoor:
    """One bot on Telegram. `start()` returns when it is being served, `stop()` when nothing is under way any more.

    `api_url` is the root of the Bot API server; `request` makes PTB's two requests for tests without sockets;
    `menus` maps a language code ("" for everybody else) to the commands of the menu. With a `webhook` Telegram pushes,
    without one it is polled. `on_set_aside` hears of the private chat whose update nobody could handle,
    `on_return` of one that may be written to again.
    """

    def __init__(
        self,
        token: str,
        store: Store,
        *,
        on_messages: OnMessages,
        on_command: Callable[[Command, datetime, Receipt], Awaitable[object]],
        on_group_event: Callable[[GroupEvent, datetime, Receipt], Awaitable[object]],
        api_url: str = "https://api.telegram.org",
        clock: Callable[[], datetime] | None = None,
        request: Callable[[], BaseRequest] | None = None,
        menus: Mapping[str, tuple[tuple[str, str], ...]] | None = None,
        webhook: Webhook | None = None,
        on_set_aside: Callable[[str, datetime], Coroutine[Any, Any, None]] | None = None,
        on_return: Callable[[str, datetime], Awaitable[None]] | None = None,
    ) -> None:
        self._ways = Ways(on_messages, on_command, on_group_event)
        self._on_set_aside = on_set_aside
        self._on_return = on_return
        self._store = store
        self._clock = clock or utc_now
        self._menus = menus or {}
        self._webhook = webhook
        self._server: HTTPServer | None = None
        self._inbox = Inbox(store, self._clock)
        self._order = OrderPerChat()
        out, polling = (request(), request()) if request else (_client(64, 20.0), _client(1, 5.0))
        root = api_url.rstrip("/")
        self._bot = InboxBot(
            token,
            self._inbox,
            self._order,
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=out,
            get_updates_request=polling,
        )
        self._application = self._build()
        self._me = Identity(0, "")
        self._stopping = asyncio.Event()
        self._handled: set[int] = set()
        self._went_along: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.sender = TelegramSender(self._bot)

    def _build(self) -> Application[Any, Any, Any, Any, Any, Any]:
        application = ApplicationBuilder().bot(self._bot).concurrent_updates(self._order).job_queue(None).build()
        application.add_handler(TypeHandler(telegram.Update, self._on_update))
        return application

    @property
    def username(self) -> str:
        """The bot's name without @, known after `start()`."""
        return self._me.username

    async def start(self) -> None:
        """Sign in, take up what an earlier run left, then poll. Raises `SettingsError` when the token is wrong."""
        await self._sign_in()
        await self._application.start()
        await self._queue(await self._inbox.waiting(self._bot))
        await (self._be_pushed(self._webhook) if self._webhook else self._poll())
        self._aside(self._sweep())
        self._aside(self._fill_menus())

    async def stop(self) -> None:
        """Take no more, finish what is under way (also a start that failed); the next start takes up what waits."""
        self._stopping.set()
        if self._server:
            self._server.stop()
            await self._server.close_all_connections()
        if self._application.updater and self._application.updater.running:
            await self._application.updater.stop()
        if self._application.running:
            await self._application.stop()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._application.shutdown()
        await self._bot.shutdown()  # of a start that failed

    async def fetch(self, ref: str) -> bytes:
        """The content of an attachment by its `ref`; raises one of the three failures of `handlers.deps`."""
        return await self.sender.fetch(ref)

    async def _sign_in(self) -> None:
        try:
            await _insist(self._application.initialize)
        except errors.InvalidToken:
            raise SettingsError("JIANFU_TOKEN", "Telegram 不认识这个令牌 (Telegram does not know it)") from None
        self._me = Identity(self._bot.id, self._bot.username)

    async def _poll(self) -> None:
        assert self._application.updater is not None
        await self._application.updater.start_polling(
            timeout=POLL_SECONDS, bootstrap_retries=-1, allowed_updates=WANTED, error_callback=_polling_failed
        )

    async def _be_pushed(self, webhook: Webhook) -> None:
        """One push at a time, since Telegram keeps no order among several."""
        from bot.transport.webhook import listen

        self._server = listen(webhook, self._take_pushed)

        async def agree() -> None:
            await self._bot.set_webhook(
                webhook.url, secret_token=webhook.secret, allowed_updates=WANTED, max_connections=1
            )

        try:
            await _insist(agree)
        except errors.BadRequest as error:
            raise SettingsError("JIANFU_WEBHOOK_URL", f"Telegram: {error.message}") from None

    async def _take_pushed(self, raw: dict[str, Any]) -> None:
        await self._queue(await self._inbox.receive([raw], self._bot))

    async def _queue(self, updates: list[telegram.Update]) -> None:
        self._order.expect(len(updates))
        for update in updates:
            await self._application.update_queue.put(update)

    # ── updates ──

    async def _on_update(self, update: telegram.Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Handle one update until it is done, set aside, or the door closes; never raises."""
        if update.update_id in self._went_along:
            self._went_along.remove(update.update_id)
            return
        if update.callback_query:
            self._aside(_stop_clock(update.callback_query))
        bundle = await self._with_files(update)
        if bundle:
            await self._beside_others(bundle)
        else:
            await self._until_done([update], lambda: self._handle(update))

    async def _until_done(self, updates: Sequence[telegram.Update], action: Callable[[], Awaitable[None]]) -> None:
        """Try until it is done, the updates are set aside, or the door closes."""
        crashes = 0
        while not self._stopping.is_set():
            try:
                await action()
                self._handled |= {update.update_id for update in updates}
                return
            except ReaderClosed:
                log.info("update %d waits for the next start", updates[0].update_id)
                return
            except StoreError as error:
                log.error("update %d waits for the store: %s", updates[0].update_id, error)
                pause = STORE_PATIENCE
            except Exception as error:
                log.exception("update %d failed (attempt %d)", updates[0].update_id, crashes + 1)
                if crashes == len(RETRIES) and await self._set_aside(updates, error):
                    return
                pause = RETRIES[min(crashes, len(RETRIES) - 1)]
                crashes = min(crashes + 1, len(RETRIES))
            await self._pause(pause)

    async def _with_files(self, update: telegram.Update) -> list[tuple[telegram.Update, Message]]:
        """A message with files, with the rest of its album; empty when it has none."""
        if update.effective_message and update.effective_message.media_group_id:
            await self._pause(ALBUM_PAUSE)
        messages = self._messages(update, self._clock())
        if not messages or not messages[0][1].attachments:
            return []
        album = messages[0][1].album
        mates = takewhile(lambda one: album and one[1].album == album and not one[1].edited, messages[1:])
        return [messages[0], *mates]

    async def _beside_others(self, bundle: Sequence[tuple[telegram.Update, Message]]) -> None:
        """Handle messages with files; where reading takes long their chat goes on meanwhile."""
        updates, now = [update for update, _ in bundle], self._clock()
        arrivals = [(message, now, (DOOR, update.update_id)) for update, message in bundle]
        self._went_along |= {update.update_id for update in updates[1:]}

        async def read() -> None:
            while arrivals:
                count = await self._ways.on_messages(arrivals)
                del arrivals[:count]

        work = asyncio.create_task(self._until_done(updates, read))
        try:
            await asyncio.wait({work}, timeout=HOLDS_UP)
            self._order.let_pass(updates[0])
            await work
        finally:
            work.cancel()

    async def _handle(self, update: telegram.Update) -> None:
        now = self._clock()
        messages = self._messages(update, now)
        if messages:
            arrivals = [(message, now, (DOOR, one.update_id)) for one, message in messages]
            count = await self._ways.on_messages(arrivals)
            along = {one.update_id for one, _ in messages[1:count]}
            self._went_along |= along
            self._handled |= along
            return
        items = translate(update, self._me, now)
        for place, item in enumerate(items, start=1):
            receipt = (DOOR, update.update_id) if place == len(items) else None
            await self._hand_over(item, now, receipt)
        if not items or isinstance(items[-1], Reach):
            await self._inbox.finish(update.update_id)

    def _messages(self, update: telegram.Update, now: datetime) -> list[tuple[telegram.Update, Message]]:
        """This update and those right behind it in its chat, as long as they are messages and nothing else.

        A message with files begins a bundle of its own.
        """
        found: list[tuple[telegram.Update, Message]] = []
        for one in (update, *self._order.behind(update)[: TOGETHER - 1]):
            message = self._only_message(one, now)
            if message is None or (found and message.attachments and not found[0][1].attachments):
                break
            found.append((one, message))
        return found

    def _only_message(self, update: telegram.Update, now: datetime) -> Message | None:
        try:
            items = translate(update, self._me, now)
        except Exception:  # its own turn will tell
            return None
        return items[0] if len(items) == 1 and isinstance(items[0], Message) else None

    async def _hand_over(self, item: Item, now: datetime, receipt: Receipt) -> None:
        match item:
            case Message():
                await self._ways.on_messages([(item, now, receipt)])
            case Command():
                await self._ways.on_command(item, now, receipt)
            case GroupEvent():
                await self._ways.on_group_event(item, now, receipt)
            case Reach():
                if item.reachable and self._on_return:
                    await self._on_return(item.chat, now)
                else:
                    await self._store.unreachable(item.chat, not item.reachable)

    async def _set_aside(self, updates: Sequence[telegram.Update], error: Exception) -> bool:
        """Whether the updates could be set aside; a store that cannot even do that is down, so it is tried again."""
        try:
            for update in updates:
                await self._inbox.set_aside(update.update_id, update.to_json(), error)
        except StoreError:
            return False
        log.error("update %d set aside after %d attempts", updates[0].update_id, len(RETRIES) + 1)
        chat = updates[0].effective_chat
        if self._on_set_aside and chat and chat.type == ChatType.PRIVATE:
            self._aside(self._on_set_aside(reference(chat.id), self._clock()))
        return True

    async def _pause(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return

    # ── beside the updates ──

    def _aside(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _sweep(self) -> None:
        """Now and then finish what was handled without a transaction, such as a stranger's message."""
        while not self._stopping.is_set():
            await self._pause(SWEEP_SECONDS)
            handled, self._handled = self._handled, set()
            try:
                await self._inbox.finish_left_over(handled)
            except StoreError as error:
                log.warning("inbox not swept: %s", error)
                self._handled |= handled

    async def _fill_menus(self) -> None:
        for language, commands in self._menus.items():
            try:
                await self._bot.set_my_commands(list(commands), language_code=language)
            except errors.TelegramError as error:
                log.warning("menu %r not set: %s", language, error.message)


def _client(connections: int, answer_within: float) -> BaseRequest:
    """PTB's own client with more patience than its 5 s: who gives up too early says things twice."""
    return HTTPXRequest(
        connections, read_timeout=answer_within, connect_timeout=10.0, write_timeout=20.0, pool_timeout=10.0
    )


async def _insist(action: Callable[[], Awaitable[object]]) -> None:
    """Do it as soon as Telegram can be reached; what Telegram refuses is raised."""
    pause = FIRST_PAUSE
    while True:
        try:
            await action()
            return
        except errors.BadRequest:
            raise
        except (errors.NetworkError, errors.RetryAfter) as error:
            log.warning("Telegram cannot be reached, trying again in %.0f s: %s", pause, error.message)
        await asyncio.sleep(pause)
        pause = min(pause * 2, 30.0)


async def _stop_clock(query: telegram.CallbackQuery) -> None:
    """Take the waiting sign off the pressed button; a query from before a restart is too old, and that is fine."""
    try:
        await query.answer()
    except errors.TelegramError as error:
        log.debug("press not answered: %s", error.message)


def _polling_failed(error: errors.TelegramError) -> None:
    if isinstance(error, errors.Conflict):
        log.error("another process polls with the same token; only one may: %s", error.message)
    else:
        log.warning("polling failed, trying again: %s", error.message)
