"""The durable inbox: what Telegram hands over is committed before it is acknowledged, and handled in order per chat.

python-telegram-bot acknowledges a batch with the next `getUpdates`, before any handler ran. So `InboxBot.get_updates`
commits the raw batch, in one transaction, before it returns; what cannot be read is set aside there, so that one odd
update neither stops polling nor gets lost.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import telegram
from telegram import error as errors
from telegram.ext import BaseUpdateProcessor, ExtBot

from bot.transport.updates import chat_of
from storage.errors import StoreError
from storage.store import Store

log = logging.getLogger("jianfu.telegram")

DOOR = "tg"
AHEAD = 500
"""How many updates may be under way in this process before no more are fetched; the rest waits at Telegram."""


class Inbox:
    """Keeps raw updates until they are handled; `bot` is needed by PTB objects that act by themselves."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    async def receive(self, raw: Sequence[Mapping[str, Any]], bot: telegram.Bot) -> list[telegram.Update]:
        """Commit a batch; returns those updates that are new and readable. Raises `StoreError`: nothing was taken."""
        kept = [(number, update) for update in raw if isinstance(number := update.get("update_id"), int)]
        if len(kept) < len(raw):
            log.error("%d updates without a number were dropped", len(raw) - len(kept))
        rows = [(number, chat_of(update), json.dumps(update, ensure_ascii=False)) for number, update in kept]
        new = await self._store.put_updates(DOOR, rows, self._clock()) if rows else set()
        read = [await self._read(number, update, bot) for number, update in kept if number in new]
        return [update for update in read if update is not None]

    async def waiting(self, bot: telegram.Bot) -> list[telegram.Update]:
        """What an earlier run received and did not finish, in order."""
        rows = await self._store.waiting_updates(DOOR)
        read = [await self._read(row.update_id, json.loads(row.raw), bot) for row in rows]
        return [update for update in read if update is not None]

    async def _read(self, number: int, raw: Mapping[str, Any], bot: telegram.Bot) -> telegram.Update | None:
        try:
            return telegram.Update.de_json(dict(raw), bot)
        except Exception as error:
            log.exception("update %d cannot be read; set aside", number)
            await self.set_aside(number, json.dumps(raw, ensure_ascii=False), error)
            return None

    async def set_aside(self, number: int, raw: str, error: BaseException) -> None:
        """Take an update out of the way, with why; `doctor` counts it."""
        await self._store.quarantine_update(DOOR, number, raw, f"{type(error).__name__}: {error}"[:500], self._clock())

    async def finish(self, number: int) -> None:
        """Note that an update is done with."""
        await self._store.finish_update(DOOR, number)

    async def finish_left_over(self, handled: set[int]) -> None:
        """Finish what was handled without a transaction of its own, such as a stranger's message."""
        if handled:
            for row in await self._store.waiting_updates(DOOR):
                if row.update_id in handled:
                    await self.finish(row.update_id)


@dataclass
class _Turn:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    takers: int = 0
    taker: telegram.Update | None = None
    waiting: deque[telegram.Update] = field(default_factory=deque)


class OrderPerChat(BaseUpdateProcessor):
    """One update of a chat after the other, in the order they came; different chats side by side.

    An update that takes long may let those behind it pass.
    """

    def __init__(self, side_by_side: int = 4 * AHEAD) -> None:
        super().__init__(side_by_side)
        self._turns: dict[int, _Turn] = {}
        self._under_way = 0
        self._has_room = asyncio.Event()
        self._has_room.set()

    async def room(self) -> None:
        """Wait until there is room for another batch."""
        await self._has_room.wait()

    def expect(self, updates: int) -> None:
        """Count updates that were handed over and not done yet."""
        self._under_way += updates
        if self._under_way >= AHEAD:
            self._has_room.clear()
        else:
            self._has_room.set()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn, then run."""
        assert isinstance(update, telegram.Update)
        key = _chat(update)
        turn = self._turns.setdefault(key, _Turn())
        turn.takers += 1
        turn.waiting.append(update)
        try:
            await turn.lock.acquire()
            turn.waiting.remove(update)
            turn.taker = update
            try:
                await coroutine
            finally:
                self.let_pass(update)
        finally:
            turn.takers -= 1
            if not turn.takers:
                del self._turns[key]
            self.expect(-1)

    def let_pass(self, update: telegram.Update) -> None:
        """End the update's turn though it is not done yet; what waits in its chat goes on beside it."""
        turn = self._turns.get(_chat(update))
        if turn is not None and turn.taker is update:
            turn.taker = None
            turn.lock.release()

    def behind(self, update: telegram.Update) -> list[telegram.Update]:
        """What waits in the same chat while it is this update's turn, in order."""
        turn = self._turns.get(_chat(update))
        return list(turn.waiting) if turn else []

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""


def _chat(update: telegram.Update) -> int:
    return update.effective_chat.id if update.effective_chat else 0


class InboxBot(ExtBot[None]):
    """A bot whose `get_updates` returns only what is already in the inbox.

    It keeps its own offset, because a batch may be taken of which nothing is handed on. A store that fails looks like
    a network that fails: polling waits and asks again, and nothing was acknowledged.
    """

    def __init__(self, token: str, inbox: Inbox, order: OrderPerChat, **more: Any) -> None:
        super().__init__(token, **more)
        self._inbox = inbox
        self._order = order
        self._next: int | None = None

    async def get_updates(  # type: ignore[override]
        self, offset: int | None = None, timeout: int | timedelta | None = None, **more: Any
    ) -> tuple[telegram.Update, ...]:
        """Fetch a batch, commit it, return what is new and readable; parameters as in `telegram.Bot.get_updates`."""
        await self._order.room()
        asked = {"offset": self._next or offset, "timeout": timeout, "allowed_updates": more.get("allowed_updates")}
        seconds = timeout.total_seconds() if isinstance(timeout, timedelta) else float(timeout or 0)
        try:
            raw = await self._post("getUpdates", asked, read_timeout=(self._request[0].read_timeout or 0) + seconds)
        except errors.InvalidToken as error:
            # The token was good at start; PTB would stop polling for ever because of a proxy's passing 404.
            raise errors.NetworkError(f"refused: {error.message}") from error
        try:
            updates = await self._inbox.receive(raw, self)
        except StoreError as error:
            raise errors.NetworkError(f"inbox: {error}") from error
        if raw:
            self._next = max(update["update_id"] for update in raw) + 1
        self._order.expect(len(updates))
        return tuple(updates)
