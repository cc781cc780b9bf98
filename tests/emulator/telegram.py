"""The state behind both fronts: chats, messages, files, pending updates, and who may do what."""

from __future__ import annotations

import asyncio
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.clock import utc_now
from tests.emulator import witness
from tests.emulator.errors import ApiError, Fault

BOT_ID = 7000000001
TOKEN = f"{BOT_ID}:AAEmulatedTokenOfNoRealBot_0123456789"
# What Telegram leaves out unless it is asked for by name.
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass
class Chat:
    """A chat as the servers see it; `members` maps user ids to their status."""

    info: dict[str, Any]
    members: dict[int, str] = field(default_factory=dict)
    users: dict[int, dict[str, Any]] = field(default_factory=dict)
    messages: dict[int, dict[str, Any]] = field(default_factory=dict)
    started: bool = True
    blocked: bool = False
    only_admins_write: bool = False
    moved_to: int | None = None
    ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def id(self) -> int:
        """The chat's identifier."""
        return int(self.info["id"])

    @property
    def private(self) -> bool:
        """Whether this is one person's chat with the bot."""
        return bool(self.info["type"] == "private")


@dataclass(frozen=True)
class Call:
    """One request the bot made and what came of it (`error` is None when it was answered)."""

    method: str
    params: dict[str, Any]
    error: ApiError | None = None


@dataclass
class Webhook:
    """Where updates are pushed to instead of being polled."""

    url: str
    secret: str | None
    failures: int = 0
    last_error: str | None = None


class Telegram:
    """One bot's world. `now` is the servers' clock; without `witness` nothing is checked (for benchmarks)."""

    def __init__(self, *, now: Callable[[], datetime] = utc_now, witness: bool = True, token: str = TOKEN) -> None:
        self.token = token
        self.now = now
        self.witness = witness
        self.bot = {"id": BOT_ID, "is_bot": True, "first_name": "减负", "username": "jianfu_bot"}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        self.updates: list[dict[str, Any]] = []
        self.answered: dict[str, bool] = {}
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.violations: list[str] = []
        self.commands: dict[str, list[dict[str, Any]]] = {}
        self.webhook: Webhook | None = None
        self.allowed: frozenset[str] | None = None
        self.confirmed = 0
        self.updates_out = 0
        self._update_ids = itertools.count(100_001)
        self._user_ids = itertools.count(501)
        self._group_ids = itertools.count(1001)
        self._serial = itertools.count(1)
        self._arrived: dict[int, asyncio.Event] = {}
        self._poller = 0

    # ── what tests do ──

    @property
    def polled(self) -> int:
        """How often the bot has asked for updates."""
        return self._poller

    def new_user_id(self) -> int:
        """An identifier for a person."""
        return next(self._user_ids)

    def new_group_id(self) -> int:
        """An identifier for a group, a supergroup or a channel, without its sign."""
        return next(self._group_ids)

    def serial(self) -> str:
        """A text no other file, album or callback has."""
        return f"s{next(self._serial):06d}"

    def fails(self, method: str = "*", **how: Any) -> Fault:
        """Switch a failure on; see `Fault` for the ways."""
        fault = Fault(method, **how)
        self.faults.append(fault)
        return fault

    def calls_of(self, method: str) -> list[dict[str, Any]]:
        """Parameters of every answered request of `method`, in order."""
        return [call.params for call in self.calls if call.method == method and call.error is None]

    def push(self, kind: str, payload: dict[str, Any], *, check: bool = True) -> int:
        """Queue one update for the bot and return its id; without `check` it may be something PTB cannot read."""
        update = {"update_id": next(self._update_ids), kind: payload}
        if check and self.witness:
            witness.check_update(update)
        if self.allowed is not None and kind not in self.allowed:
            return int(update["update_id"])
        if self.allowed is None and kind in NOT_BY_DEFAULT:
            return int(update["update_id"])
        self.updates.append(update)
        for event in self._arrived.values():
            event.set()
        return int(update["update_id"])

    def stamp(self) -> int:
        """The servers' time as the Bot API writes it."""
        return int(self.now().timestamp())

    # ── what the bot does ──

    async def call(self, method: str, params: dict[str, Any]) -> Any:
        """Answer one request; raises `ApiError`, or what a `Fault` says."""
        from tests.emulator.methods import METHODS

        params = witness.unpack({name: value for name, value in params.items() if value is not None})
        fault = next((f for f in self.faults if f.meets(method, _number(params.get("chat_id")))), None)
        try:
            if fault and not fault.taken:
                fault.strike()
            with self._witnessed():
                if self.witness:
                    witness.check_request(method, {name: value for name, value in params.items() if ":" not in name})
            if method == "getUpdates":
                result = await self.get_updates(params)
            elif method in METHODS:
                result = METHODS[method](self, params)
            else:
                raise ApiError(404, "Not Found: method not found")
            if fault:
                fault.strike()
        except ApiError as error:
            self.calls.append(Call(method, params, error))
            raise
        if method == "getUpdates":  # each update was checked when it was pushed, unless a test wants it odd
            return result
        with self._witnessed():
            if self.witness:
                witness.check_answer(method, result)
        self.calls.append(Call(method, params))
        return result

    @contextmanager
    def _witnessed(self) -> Iterator[None]:
        try:
            yield
        except witness.WitnessError as error:
            self.violations.append(str(error))

    async def get_updates(self, params: dict[str, Any]) -> list[dict[str, Any]]:
        """Long polling with true offsets: asking from an offset forgets all before it; a newer poller wins."""
        if self.webhook:
            raise ApiError(
                409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first"
            )
        offset, limit = int(params.get("offset", 0)), int(params.get("limit", 100))
        if "allowed_updates" in params:
            self.allowed = frozenset(params["allowed_updates"]) or None
        self.forget_before(offset)
        me, self._poller = self._poller + 1, self._poller + 1
        for event in self._arrived.values():
            event.set()
        if not self.updates:
            await self._wait(me, float(params.get("timeout", 0)))
        if self._poller != me:
            other = "terminated by other getUpdates request; make sure that only one bot instance is running"
            raise ApiError(409, f"Conflict: {other}")
        batch = [update for update in self.updates if update["update_id"] >= offset][: min(limit, 100)]
        self.updates_out += len(batch)
        return batch

    def forget_before(self, offset: int) -> None:
        """What lies before `offset` is confirmed; a negative one keeps that many of the newest."""
        if offset < 0:
            self.updates = self.updates[offset:]
        elif offset:
            self.confirmed = max(self.confirmed, offset - 1)
            self.updates = [update for update in self.updates if update["update_id"] >= offset]

    async def _wait(self, me: int, timeout: float) -> None:
        event = self._arrived[me] = asyncio.Event()
        try:
            async with asyncio.timeout(timeout):
                while not self.updates and self._poller == me:
                    event.clear()
                    await event.wait()
        except TimeoutError:
            return
        finally:
            del self._arrived[me]

    # ── rules ──

    def chat_for(self, params: dict[str, Any], writing: bool = False) -> Chat:
        """The chat a request is meant for; raises as Telegram does when the bot may not be or write there."""
        chat = self.chats.get(_number(params.get("chat_id")) or 0)
        if chat is None:
            raise ApiError(400, "Bad Request: chat not found")
        if chat.moved_to:
            upgraded = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, upgraded, migrate_to_chat_id=chat.moved_to)
        if chat.private and chat.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if chat.private and not chat.started:
            raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
        if not chat.private and chat.members.get(BOT_ID) not in ("member", "administrator"):
            raise ApiError(403, f"Forbidden: bot is not a member of the {chat.info['type']} chat")
        if writing and chat.only_admins_write and chat.members[BOT_ID] != "administrator":
            raise ApiError(400, "Bad Request: not enough rights to send text messages to the chat")
        return chat

    def own_message(self, params: dict[str, Any], doing: str = "edit") -> dict[str, Any]:
        """The bot's message that a request speaks of; raises when it is gone or somebody else's."""
        message = self.chat_for(params).messages.get(_number(params.get("message_id")) or 0)
        if message is None:
            raise ApiError(400, f"Bad Request: message to {doing} not found")
        if message["from"]["id"] != BOT_ID and doing == "edit":
            raise ApiError(400, "Bad Request: message can't be edited")
        return message

    def post(self, chat: Chat, sender: dict[str, Any] | None, content: dict[str, Any]) -> dict[str, Any]:
        """Keep a message in a chat and return it as the Bot API shows it."""
        number = next(chat.ids)
        message = {"message_id": number, "date": self.stamp(), "chat": chat.info, **content}
        if sender:
            message["from"] = sender
        chat.messages[number] = message
        return message

    def keep_file(self, name: str, content: bytes) -> dict[str, Any]:
        """Keep a file; returns the fields every kind of file has."""
        serial = self.serial()
        self.files[f"file-{serial}"] = (f"documents/{serial}/{name}", content)
        return {"file_id": f"file-{serial}", "file_unique_id": serial, "file_size": len(content)}

    def texts_in(self, chat_id: int) -> dict[str, int]:
        """How often the bot has said what in a chat (current texts)."""
        counted: dict[str, int] = defaultdict(int)
        for message in self.chats[chat_id].messages.values():
            if message["from"]["id"] == BOT_ID:
                counted[message.get("text", message.get("caption", ""))] += 1
        return dict(counted)


def _number(value: Any) -> int | None:
    try:
        return int(value)
    except (TypeError, ValueError):
        return None
