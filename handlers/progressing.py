"""Who waits for a long reading sees that it goes on: the sign of typing, and one message that is edited."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.core.models import Attachment, Changes, Member, Message, OutboxRow, OutboxState
from bot.files.reader import Progress
from handlers.deps import Deps
from storage.errors import StoreError

log = logging.getLogger("jianfu.message")

SILENT = 3.0
"""Seconds a reading may take before anything is said about it."""
EVERY = 3.0
"""Seconds between two edits of what was said."""
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|bmp|tiff?|heic)\Z", re.I)
PATIENCE = 20
"""Tenths of a second that the end of a reading waits for its first message to be sent."""
TYPING = 4.0
"""Seconds after which the sign of typing is shown again; Telegram takes it away after five."""


def is_photo(file: Attachment) -> bool:
    """Whether a file says of itself that it is a picture."""
    return file.mime.startswith("image/") or bool(_PICTURE.search(file.name))


@dataclass(slots=True)
class Teller:
    """Hears how far a reading is, and says so to one chat; silent where nobody waits.

    `marked` is set where the file turns out to be secret; then its name is not kept.
    """

    deps: Deps
    office: int
    message: Message
    member: Member | None
    now: datetime
    name: str = ""
    place: int = 0
    latest: Progress = field(default_factory=Progress)
    marked: bool = False
    _said: str | None = None
    _rows: list[str] = field(default_factory=list)

    def begins(self, place: int) -> None:
        """The file at that place of the message, counted from 1, is being read."""
        self.name, self.place, self.latest = self.message.attachments[place - 1].name, place, Progress()

    def hear(self, progress: Progress) -> None:
        """How far it is."""
        self.latest = progress

    @asynccontextmanager
    async def telling(self) -> AsyncIterator[None]:
        """Tell for as long as the block takes, and that it is done where the block was not broken off."""
        chat = self.message.chat
        if self.member is None or chat is None or not self.message.private:
            yield
            return
        tellers = [asyncio.create_task(self._type(chat)), asyncio.create_task(self._report(chat))]
        started = asyncio.get_running_loop().time()
        try:
            yield
        finally:
            for task in tellers:
                task.cancel()
            await asyncio.gather(*tellers, return_exceptions=True)
        with contextlib.suppress(StoreError):
            first = await self._first()
            for _ in range(PATIENCE):
                if first is None or first.state is not OutboxState.CLAIMED:
                    break
                await asyncio.sleep(0.1)
                first = await self._first()
            if first is not None:
                await self._say(chat, asyncio.get_running_loop().time() - started, done=True)

    async def _first(self) -> OutboxRow | None:
        """What was said first about this reading, perhaps by a run of the bot that ended over it."""
        async with self.deps.store.look(self.office) as look:
            return await look.outbox(self._key)

    @property
    def _key(self) -> str:
        return f"reading:{self.message.id}"

    async def _type(self, chat: str) -> None:
        while self.deps.typing is not None:
            await self.deps.typing(chat)
            await asyncio.sleep(TYPING)

    async def _report(self, chat: str) -> None:
        seconds = SILENT
        await asyncio.sleep(SILENT)
        while True:
            try:
                await self._say(chat, seconds)
            except StoreError as error:
                log.warning("how far a reading is cannot be said: %s", error)
            await asyncio.sleep(EVERY)
            seconds += EVERY

    async def _say(self, chat: str, seconds: float, done: bool = False) -> None:
        """A first message, then edits of it once it was sent and something changed."""
        data: dict[str, object] = {
            "name": "" if self.marked else self.name,
            "file": self.place,
            "files": len(self.message.attachments),
            "photos": all(map(is_photo, self.message.attachments)),
            "page": self.latest.page,
            "of": self.latest.of,
            "ahead": self.latest.ahead,
            "done": done,
        }
        if self._said == str(data):
            return
        assert self.member is not None
        at = self.now + timedelta(seconds=seconds)
        async with self.deps.store.work(self.office) as work:
            first = await work.outbox(self._key)
            if first is not None and first.state is not OutboxState.SENT:
                if not done:
                    return
                # Nobody has seen it yet: then there is nothing to say any more.
                await work.apply(Changes((replace(first, state=OutboxState.VOID),)))
                return
            edit = first.sent_ref if first else None
            key = f"{self._key}:{self.now.timestamp():.0f}:{len(self._rows)}" if first else self._key
            self._rows.append(key)  # before it is kept: broken off in between, the next must not bear the same key
            row = OutboxRow(key, chat, "reading", data, at, member=self.member.id, edit=edit)
            await work.apply(Changes((row,)))
            if self.marked:
                await work.drop_said(self._rows)
        self._said = str(data)
        self.deps.wake()
