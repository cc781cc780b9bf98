"""How fast one may speak: what Telegram allows in all, in a private chat and in a group, counted by given instants."""

from __future__ import annotations

from collections import OrderedDict, deque
from datetime import datetime, timedelta

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)

IN_ALL = 30
"""Messages a second over all chats."""

IN_A_GROUP = 20
"""Messages a minute in one group."""

STORM = IN_ALL
"""So many chats refused one after the other, none accepted between: it is the bot that is asked to wait, not a chat."""


def is_group(chat: str) -> bool:
    """Whether a chat reference is a group's; Telegram gives those negative ids."""
    return chat.rpartition(":")[2].startswith("-")


class Pace:
    """What was sent lately, and which chats have to wait until when."""

    def __init__(self) -> None:
        self._sent: deque[datetime] = deque()
        self._by_chat: OrderedDict[str, deque[datetime]] = OrderedDict()
        self._held: dict[str, datetime] = {}
        self._refused: dict[str, datetime] = {}
        self._silent_until: datetime | None = None
        self._latest: datetime | None = None

    def book(self, chat: str, now: datetime, slack: timedelta = timedelta()) -> datetime:
        """Take the next free place for a message to `chat`; returns when it may leave, `now` or a little later.

        `slack` is how much later than booked a message may leave without coming too close to another.
        """
        at = now if len(self._sent) < IN_ALL else max(now, self._sent[-IN_ALL] + SECOND + slack)
        self._sent.append(at)
        self._by_chat.setdefault(chat, deque(maxlen=IN_A_GROUP)).append(at)
        self._by_chat.move_to_end(chat)
        return at

    def hold(self, chat: str, until: datetime) -> None:
        """The other side asked to leave `chat` alone until then; when it asks that of all, all are left alone."""
        self._held[chat] = max(until, self._held.get(chat, until))
        self._refused[chat] = until
        if len(self._refused) >= STORM:
            self._silent_until = min(self._refused.values())
            self._refused.clear()

    def accepted(self) -> None:
        """Something was sent: it is single chats that have to wait."""
        self._refused.clear()

    def room(self, now: datetime, ahead: timedelta = timedelta()) -> int:
        """How many messages may leave up to `ahead` (at most a second) from now, over all chats."""
        self._follow(now)
        if self._silent_until is not None and self._silent_until > now:
            return 0
        while self._sent and self._sent[0] <= now - SECOND:
            self._sent.popleft()
        return max(0, IN_ALL - sum(at > now + ahead - SECOND for at in self._sent))

    def room_again(self, now: datetime, ahead: timedelta = timedelta()) -> datetime:
        """When there is room again over all chats, `ahead` of it."""
        if self.room(now, ahead):
            return now
        if self._silent_until is not None and self._silent_until > now:
            return self._silent_until
        return self._sent[-IN_ALL] + SECOND - ahead

    def waiting(self, now: datetime) -> dict[str, datetime]:
        """Chats that may not be spoken to yet, and until when."""
        self._follow(now)
        for chat in [chat for chat, until in self._held.items() if until <= now]:
            del self._held[chat]
        while self._by_chat and next(iter(self._by_chat.values()))[-1] <= now - MINUTE:
            self._by_chat.popitem(last=False)
        found = dict(self._held)
        for chat, sent in self._by_chat.items():
            free = sent[-1] + SECOND
            if is_group(chat) and len(sent) == IN_A_GROUP:
                free = max(free, sent[0] + MINUTE)
            if free > now:
                found[chat] = max(free, found.get(chat, free))
        return found

    def _follow(self, now: datetime) -> None:
        """A clock that was put back leaves instants behind that do not come again for hours: all is forgotten."""
        if self._latest is not None and now < self._latest - MINUTE:
            self._sent.clear()
            self._by_chat.clear()
            self._held.clear()
            self._silent_until = None
        self._latest = now
