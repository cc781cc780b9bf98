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


def is_group(chat: str) -> bool:
    """Whether a chat reference is a group's; Telegram gives those negative ids."""
    return chat.rpartition(":")[2].startswith("-")


class Pace:
    """What was sent lately, and which chats have to wait until when."""

    def __init__(self) -> None:
        self._sent: deque[datetime] = deque()
        self._by_chat: OrderedDict[str, deque[datetime]] = OrderedDict()
        self._held: dict[str, datetime] = {}

    def note(self, chat: str, now: datetime) -> None:
        """Something was sent, or tried, to `chat`."""
        self._sent.append(now)
        sent = self._by_chat.setdefault(chat, deque(maxlen=IN_A_GROUP))
        sent.append(now)
        self._by_chat.move_to_end(chat)

    def hold(self, chat: str, until: datetime) -> None:
        """The other side asked to leave `chat` alone until then."""
        self._held[chat] = max(until, self._held.get(chat, until))

    def room(self, now: datetime) -> int:
        """How many messages may be sent now, over all chats."""
        while self._sent and self._sent[0] <= now - SECOND:
            self._sent.popleft()
        return max(0, IN_ALL - len(self._sent))

    def room_again(self, now: datetime) -> datetime:
        """When there is room again over all chats."""
        return now if self.room(now) else self._sent[len(self._sent) - IN_ALL] + SECOND

    def waiting(self, now: datetime) -> dict[str, datetime]:
        """Chats that may not be spoken to yet, and until when."""
        for chat in [chat for chat, until in self._held.items() if until <= now]:
            del self._held[chat]
        while self._by_chat and next(iter(self._by_chat.values()))[-1] <= now - MINUTE:
            self._by_chat.popitem(last=False)
        found = dict(self._held)
        for chat, sent in self._by_chat.items():
            free = self._free(chat, sent)
            if free > now:
                found[chat] = max(free, found.get(chat, free))
        return found

    def _free(self, chat: str, sent: deque[datetime]) -> datetime:
        if not is_group(chat):
            return sent[-1] + SECOND
        return sent[0] + MINUTE if len(sent) == IN_A_GROUP else sent[-1]
