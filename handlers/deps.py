"""What handlers need from the rest: gathered once by the wiring, passed as one argument."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import time, timedelta
from typing import Any, Protocol

from bot.core.models import Outgoing
from bot.core.reminding import DEFAULT_LADDER, Ladder
from bot.core.workdays import Calendar
from bot.files.reader import FileReader
from handlers.counter import Counter
from handlers.pace import Pace
from handlers.strangers import Strangers
from handlers.underway import Underway
from storage.store import Store


class SendFailure(Exception):
    """Something could not be sent; `detail` is for the operator, never for the person."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class PermanentFailure(SendFailure):
    """Sending again can never help: blocked, chat gone, message refused. `gone` when nobody is there any more."""

    def __init__(self, detail: str, *, gone: bool = False) -> None:
        super().__init__(detail)
        self.gone = gone


class TemporaryFailure(SendFailure):
    """Worth trying again, after `retry_after` seconds where the other side said so."""

    def __init__(self, detail: str, retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.retry_after = retry_after


class MovedChat(SendFailure):
    """The chat lives on under another reference."""

    def __init__(self, detail: str, new_chat: str) -> None:
        super().__init__(detail)
        self.new_chat = new_chat


class Sender(Protocol):
    """A door's way out."""

    async def send(self, outgoing: Outgoing) -> str:
        """Send or edit one message and return the door's reference of it; raises one of the three failures."""
        ...


@dataclass(frozen=True, slots=True)
class Rules:
    """The office's settings that decisions depend on; durations and clock times are local to the workspace."""

    language: str = "zh"
    workday_end: time = time(18, 0)
    digest_times: tuple[str, ...] = ("08:00",)
    quiet_hours: tuple[str, str] = ("21:30", "07:30")
    group_quiet_workdays: int = 5
    unasked_per_day: int = 6
    keep: timedelta = timedelta(days=90)
    keep_files: timedelta = timedelta(days=30)
    ladder: Ladder = DEFAULT_LADDER
    burst_wait: timedelta = timedelta(seconds=1.2)
    burst_limit: timedelta = timedelta(seconds=8)
    admin_secret: str | None = None


def _nobody() -> None:
    """Default wake-up call: nobody waits."""


def _no_name() -> str:
    """Default name: a door without links has none."""
    return ""


@dataclass(frozen=True, slots=True)
class Deps:
    """Everything a handler may touch. `wake` tells the delivery loop that rows wait; it also sends `strangers`.

    Of the rows that wait only those to chats behind `door` are sent, a pattern of their references.

    `files` reads what `fetch` gets by a file's reference (it raises one of the three failures); without both, files are
    kept by name only. `typing` shows a chat that the bot is at work, and never raises.
    """

    store: Store
    calendar: Calendar
    rules: Rules = Rules()
    wake: Callable[[], None] = field(default=_nobody)
    bot_name: Callable[[], str] = field(default=_no_name)
    strangers: Strangers = field(default_factory=Strangers)
    pace: Pace = field(default_factory=Pace)
    underway: Underway = field(default_factory=Underway)
    counter: Counter[Any, Any] = field(default_factory=Counter)
    files: FileReader | None = None
    fetch: Callable[[str], Awaitable[bytes]] | None = None
    typing: Callable[[str], Awaitable[None]] | None = None
    door: str = "%"
