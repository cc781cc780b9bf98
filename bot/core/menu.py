"""The commands of the menu, in order, for each role; their words stand in the template `menu`."""

from __future__ import annotations

from bot.core.models import Role
from bot.core.rights import Reach, reach

MENU = (
    "open",
    "digest",
    "task",
    "done",
    "due",
    "snooze",
    "assign",
    "groups",
    "dissolve",
    "overlap",
    "receipts",
    "link",
    "export",
    "search",
    "why",
    "merge",
    "split",
    "undo",
    "settings",
    "invite",
    "forget",
    "help",
    "start",
)
"""Every chat command, the most used first."""


def menu_for(role: Role) -> tuple[str, ...]:
    """The commands this role may use, in menu order."""
    return tuple(name for name in MENU if reach(role, name) is not Reach.NONE)


def read_menu(text: str) -> tuple[tuple[str, str], ...]:
    """(command, words) of a rendered template `menu`: one `command — words` a line, for `setMyCommands`."""
    pairs = (line.split("—", 1) for line in text.splitlines() if "—" in line)
    found = {name.strip().lstrip("/"): words.strip()[:256] for name, words in pairs}
    return tuple((name, found[name]) for name in MENU if name in found)
