"""The terminal door: the same handlers and store behind lines of text; a second door, not a second bot."""

from __future__ import annotations

import asyncio
import html
import re
import tempfile
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TextIO

from bot.clock import utc_now
from bot.core.models import Button, Command, Member, Message, Outgoing, Role
from bot.core.words import read_command
from bot.transport.typed_files import file_of, with_files
from storage.store import Store

ME = "console:me"
QUIET = 0.25
"""Seconds without a further line after which what was typed or pasted into a terminal is one message."""
BRACKET = '"""'
"""A line of these begins and ends a message that holds blank lines, for input that is piped."""
SETTLE = timedelta(seconds=10)
"""What is to be said later than this is not waited for."""
CALM = 5
"""How often in a row nothing must be left to say before the next line of a pipe is read."""
HOLDS_UP = 2.0
"""Seconds that a file holds up what is typed after it."""
_PRESS = re.compile(r"[bB]?(\d{1,4})")

_CALLED = {"zh": ("我", "终端"), "en": ("Me", "Terminal")}
"""What the person at the terminal and the office there are called, by language."""

Receipt = tuple[str, int] | None


class ConsoleSender:
    """Shows what the bot says as plain text, its buttons as numbers that can be typed."""

    def __init__(self, target: TextIO) -> None:
        self._target = target
        self._buttons: list[tuple[Button, str]] = []
        self._numbers = count(1)

    async def send(self, outgoing: Outgoing) -> str:
        """Print one message and return its reference; never fails."""
        ref = outgoing.edit or f"{ME}:out:{next(self._numbers)}"
        lines = ["✎" if outgoing.edit else "─" * 24, plain(outgoing.text)]
        if outgoing.document:
            lines.append(f"📎 {_keep(*outgoing.document)}")
        lines += ["  ".join(self._numbered(button, ref) for button in row) for row in outgoing.buttons]
        print("\n".join(lines), file=self._target, flush=True)
        return ref

    def _numbered(self, button: Button, ref: str) -> str:
        self._buttons.append((button, ref))
        return f"[{len(self._buttons)}] {button.label}"

    def pressed(self, line: str) -> tuple[Button, str] | None:
        """The button a typed `7` or `b7` means and the message it sits on, or None."""
        match = _PRESS.fullmatch(line.strip())
        number = int(match[1]) if match else 0
        return self._buttons[number - 1] if 0 < number <= len(self._buttons) else None


def plain(text: str) -> str:
    """Telegram HTML as plain text; link addresses stay readable."""
    text = re.sub(r'<a href="([^"]*)">(.*?)</a>', r"\2 (\1)", text, flags=re.S)
    return html.unescape(re.sub(r"</?[a-zA-Z][^<>]*>", "", text))


def _keep(name: str, content: bytes) -> Path:
    """Put a file the bot hands out where it can be opened."""
    path = Path(tempfile.mkdtemp(prefix="jianfu-")) / Path(name).name
    path.write_bytes(content)
    return path


class ConsoleDoor:
    """One person at a terminal (or a pipe); whoever sits there runs the office and is its admin."""

    def __init__(
        self,
        store: Store,
        *,
        on_message: Callable[[Message, datetime, Receipt], Awaitable[object]],
        on_command: Callable[[Command, datetime, Receipt], Awaitable[object]],
        source: TextIO,
        target: TextIO,
        clock: Callable[[], datetime] = utc_now,
        language: str = "zh",
    ) -> None:
        self._store = store
        self._language = language
        self._name, self._office = _CALLED[language]
        self._on_message = on_message
        self._on_command = on_command
        self._source = source
        self._clock = clock
        self._live = source.isatty()
        self._numbers = count(1)
        self._session = f"{ME}:{clock():%Y%m%dT%H%M%S%f}"
        self._under_way: set[asyncio.Future[object]] = set()
        self.sender = ConsoleSender(target)

    async def start(self) -> None:
        """Make the person a member of an own office at the first time, and say hello."""
        if await self._store.whoami(ME) is not None:
            return
        now = self._clock()
        me = Member(0, ME, ME, self._name, Role.ADMIN, language=self._language, joined_at=now)
        await self._store.create_workspace(self._office, me, now)
        await self._on_command(self._command("start", "", now), now, None)

    async def run(self) -> None:
        """Hand on what is typed until the input ends."""
        await self._settle()
        async for text in self._typed() if self._live else self._piped():
            if text.strip():
                await self._take(text)
                await self._settle()
        await asyncio.gather(*self._under_way)

    async def _take(self, text: str) -> None:
        now = self._clock()
        words, files = with_files(text)
        press = self.sender.pressed(text)
        if files:
            message = Message(id=self._id(), received_at=now, text=words, chat=ME, by=ME, attachments=files)
            await self._beside_others(self._on_message(message, now, None))
        elif press and (spoken := read_command(press[0].command)):
            await self._on_command(self._command(*spoken, now, press[1]), now, None)
        elif spoken := read_command(text):
            await self._on_command(self._command(*spoken, now), now, None)
        else:
            await self._on_message(Message(id=self._id(), received_at=now, text=text, chat=ME, by=ME), now, None)

    async def _beside_others(self, work: Awaitable[object]) -> None:
        """Take in what may take long to read; at a terminal what is typed meanwhile is answered."""
        task = asyncio.ensure_future(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        await asyncio.wait({task}, timeout=HOLDS_UP if self._live else None)

    def _id(self) -> str:
        return f"{self._session}:{next(self._numbers)}"

    def _command(self, name: str, args: str, now: datetime, card: str | None = None) -> Command:
        return Command(self._id(), name, args, chat=ME, user=ME, user_name=self._name, received_at=now, card=card)

    async def _settle(self) -> None:
        """From a pipe, wait for the answers before the next line is read, as a person at a terminal would."""
        calm = 0
        while not self._live and calm < CALM:
            await asyncio.sleep(0.02)
            due = await self._store.next_outbox(self._clock(), door=ME)
            calm = calm + 1 if due is None or due > self._clock() + SETTLE else 0

    # ── reading ──

    async def _typed(self) -> AsyncIterator[str]:
        """From a terminal: what comes without a pause is one message, so that a paste of many lines stays whole."""
        lines = _lines(self._source)
        held: list[str] = []
        line: str | None = ""
        while line is not None:
            try:
                line = await asyncio.wait_for(lines.get(), QUIET if held else None)
            except TimeoutError:
                yield _joined(held)
                held = []
            else:
                held += [line] if line is not None else []
        yield _joined(held)

    async def _piped(self) -> AsyncIterator[str]:
        """From a pipe: a command or a button is a line; anything else ends at a blank line, or at its bracket."""
        lines = _lines(self._source)
        held: list[str] = []
        bracketed = False
        while (line := await lines.get()) is not None:
            if line.strip() == BRACKET:
                bracketed = not bracketed
            elif not bracketed and not held and self._is_one_line(line):
                held.append(line)
            elif bracketed or line.strip():
                held.append(line)
                continue
            yield _joined(held)
            held = []
        yield _joined(held)

    def _is_one_line(self, line: str) -> bool:
        return self.sender.pressed(line) is not None or read_command(line) is not None or file_of(line) is not None


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n")


def _lines(source: TextIO) -> asyncio.Queue[str | None]:
    """Lines of `source` as they come, then None; read by a thread that does not keep the process alive."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[str | None] = asyncio.Queue()

    def read() -> None:
        for line in source:
            loop.call_soon_threadsafe(queue.put_nowait, line.rstrip("\r\n"))
        loop.call_soon_threadsafe(queue.put_nowait, None)

    threading.Thread(target=read, name="console", daemon=True).start()
    return queue
