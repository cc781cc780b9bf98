"""Which function carries out which command."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.commands import (
    dates,
    groups,
    joining,
    lists,
    originals,
    reading,
    receipts,
    registry,
    settings,
    sharing,
    steps,
    taking,
)
from handlers.commands.call import Call
from handlers.origin import set_origin

FAMILIES: dict[str, Callable[[Call], Awaitable[None]]] = {
    "start": joining.welcome,
    "help": joining.help_,
    "invite": joining.invite,
    "forget": joining.forget,
    "open": lists.open_,
    "task": reading.task,
    "why": reading.why,
    "original": reading.original,
    "file": originals.file,
    "search": reading.search,
    "digest": reading.digest,
    "done": steps.done,
    "nil": steps.nil,
    "skip": steps.skip,
    "drop": steps.drop,
    "undo": steps.undo,
    "due": dates.due,
    "move": dates.move,
    "snooze": dates.snooze,
    "remind": dates.snooze,
    "assign": sharing.assign,
    "merge": sharing.merge,
    "same": sharing.same,
    "differ": sharing.differ,
    "split": sharing.split,
    "groups": groups.groups,
    "dissolve": groups.dissolve,
    "temporary": groups.temporary,
    "standing": groups.standing,
    "exempt": groups.exempt,
    "receipts": receipts.receipts,
    "received": receipts.received,
    "overlap": registry.overlap,
    "mute": registry.mute,
    "onegroup": registry.onegroup,
    "link": registry.link,
    "export": registry.export,
    "from": set_origin,
    "take": taking.take,
    "leave": taking.leave,
    "settings": settings.settings,
}
"""Command → what it does; the same names as the table of rights."""
