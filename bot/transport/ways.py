"""What a door calls when something comes in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.models import Command, GroupEvent, Message

Receipt = tuple[str, int] | None
"""Door and number of the update that brought something; it is marked done in the same transaction."""

Arrival = tuple[Message, datetime, Receipt]
"""A message, when it was taken up, and its update."""

OnMessages = Callable[[Sequence[Arrival]], Awaitable[int]]
"""Takes messages of one chat; how many of them, from the first on, were taken in. Raises what befell the first."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Each returns when its work is committed, the receipt in the same transaction."""

    on_messages: OnMessages
    on_command: Callable[[Command, datetime, Receipt], Awaitable[object]]
    on_group_event: Callable[[GroupEvent, datetime, Receipt], Awaitable[object]]
