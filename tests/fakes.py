"""Stand-ins for what tests may not reach: a way out of the door that only remembers what was said."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.models import Outgoing
from handlers.deps import SendFailure


class FakeSender:
    """Remembers what it is asked to send. `fail` lets the next messages to a chat fail, in order."""

    def __init__(self) -> None:
        self.sent: list[Outgoing] = []
        self.tried: list[Outgoing] = []
        self._failures: dict[str, list[SendFailure | None]] = {}

    def fail(self, chat: str, *failures: SendFailure | None) -> None:
        """The next tries to send to `chat` end so; None lets one through."""
        self._failures.setdefault(chat, []).extend(failures)

    async def send(self, outgoing: Outgoing) -> str:
        """Remember the message, or raise what was planned for its chat."""
        self.tried.append(outgoing)
        planned = self._failures.get(outgoing.chat, [])
        failure = planned.pop(0) if planned else None
        if failure is not None:
            raise failure
        self.sent.append(outgoing)
        return outgoing.edit or f"{outgoing.chat}:{len(self.sent)}"

    def texts(self, chat: str | None = None) -> list[str]:
        """What was said, to `chat` where given."""
        return [one.text for one in self.sent if chat in (None, one.chat)]

    def commands(self) -> list[str]:
        """The commands on the buttons of the last message."""
        return [button.command for row in self.sent[-1].buttons for button in row]


def lines(texts: Iterable[str]) -> list[str]:
    """All lines of several messages."""
    return [line for text in texts for line in text.splitlines()]
