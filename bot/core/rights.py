"""What each role may do: one table over all commands."""

from __future__ import annotations

from enum import IntEnum

from bot.core.models import Role


class Reach(IntEnum):
    """How far a command carries: not at all, over one's own tasks, over the whole office."""

    NONE = 0
    OWN = 1
    OFFICE = 2


_NONE, _OWN, _OFFICE = Reach

_EVERYONE = (_OWN, _OFFICE, _OFFICE)
_LEADING = (_NONE, _OFFICE, _OFFICE)
_ADMIN = (_NONE, _NONE, _OFFICE)
_OPEN_BOOK = (_OFFICE, _OFFICE, _OFFICE)

TABLE: dict[str, tuple[Reach, Reach, Reach]] = {
    # command: cadre, coordinator, admin
    "start": _OPEN_BOOK,
    "help": _OPEN_BOOK,
    "open": _EVERYONE,
    "task": _EVERYONE,
    "why": _EVERYONE,
    "done": _EVERYONE,
    "undo": _EVERYONE,
    "due": _EVERYONE,
    "snooze": _EVERYONE,
    "assign": _EVERYONE,
    "merge": _EVERYONE,
    "split": _EVERYONE,
    "digest": _EVERYONE,
    "groups": _OPEN_BOOK,
    "dissolve": _LEADING,
    "search": _EVERYONE,
    "settings": _OPEN_BOOK,
    "invite": _ADMIN,
    "forget": _OPEN_BOOK,
    # reached by buttons
    "remind": _EVERYONE,
    "move": _EVERYONE,
    "original": _EVERYONE,
    "file": _EVERYONE,
    "same": _EVERYONE,
    "differ": _EVERYONE,
    "from": _OPEN_BOOK,
    "take": _EVERYONE,
    "leave": _EVERYONE,
    "drop": _EVERYONE,
    "skip": _EVERYONE,
    "nil": _EVERYONE,
    "temporary": _LEADING,
    "standing": _LEADING,
    "exempt": _LEADING,
    "receipts": _LEADING,
    "received": _EVERYONE,
    "overlap": _LEADING,
    "mute": _LEADING,
    "onegroup": _LEADING,
    "link": _LEADING,
    "export": _LEADING,
}
"""Command → how far it carries for a cadre, a coordinator, an admin."""

_COLUMN = {Role.CADRE: 0, Role.COORDINATOR: 1, Role.ADMIN: 2}

IN_GROUPS = frozenset({"start", "help", "open", "task", "done", "due", "assign", "undo", "drop", "nil", "skip"})
"""What the bot answers inside a group chat; everything else belongs into the private chat."""


def reach(role: Role, command: str) -> Reach:
    """How far `command` carries for `role`; NONE for a command nobody knows."""
    row = TABLE.get(command)
    return row[_COLUMN[role]] if row else Reach.NONE
