"""People's phones on a simulated clock: what each of them gets is printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TextIO

from bot.core.models import Outgoing
from bot.transport.console import plain


class Screen:
    """The people's phones: prints what each of them gets. Stands in for a door."""

    def __init__(self, names: dict[str, str], out: TextIO | None = None) -> None:
        self.names, self._out = names, out
        self.clock: Callable[[], datetime] | None = None
        self._count = 0

    async def send(self, outgoing: Outgoing) -> str:
        """Print one message or edit."""
        self._count += 1
        name = self.names.get(outgoing.chat)
        if name is not None and self.clock is not None:
            print(f"\n  {self.clock():%m-%d %H:%M}  → {name}{' ✎' if outgoing.edit else ''}", file=self._out)
            rows = ["  ".join(f"[{button.label}]" for button in row) for row in outgoing.buttons]
            for line in [*plain(outgoing.text).splitlines(), *rows]:
                print(f"  │ {line}".rstrip(), file=self._out)
        return outgoing.edit or f"{outgoing.chat}:{self._count}"
