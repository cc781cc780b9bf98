"""Replies to people of no workspace: kept in memory only, since nothing of theirs may be stored."""

from __future__ import annotations

from collections import OrderedDict, deque
from datetime import datetime, timedelta

from bot.core.models import OutboxRow

AGAIN_AFTER = timedelta(hours=1)
"""A stranger who goes on writing is answered once in this time."""

_REMEMBERED = 1000


class Strangers:
    """What is to be said to strangers; `take` is called by the delivery round, which sends it once and forgets it."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[OutboxRow, str]] = deque(maxlen=100)
        self._told: OrderedDict[tuple[str, str], datetime] = OrderedDict()

    def answer(
        self, chat: str, template: str, language: str, now: datetime, data: dict[str, object] | None = None
    ) -> bool:
        """Say one line to a stranger's private chat, unless that was said a short while ago; True when it will be."""
        last = self._told.get((chat, template))
        if last is not None and now - last < AGAIN_AFTER:
            return False
        self._told[(chat, template)] = now
        while len(self._told) > _REMEMBERED:
            self._told.popitem(last=False)
        self._waiting.append((OutboxRow(f"stranger:{chat}", chat, template, data or {}, now), language))
        return True

    @property
    def waiting(self) -> bool:
        """Whether something is to be said."""
        return bool(self._waiting)

    def take(self, most: int | None = None) -> list[tuple[OutboxRow, str]]:
        """What waits, at most so many of it, with its language, oldest first; it waits no longer."""
        count = len(self._waiting) if most is None else min(most, len(self._waiting))
        return [self._waiting.popleft() for _ in range(count)]
