"""What the rooms that look over all offices share: the database and what is kept of it in the process."""

from __future__ import annotations

from bot.core.models import Member, Workspace
from storage.engine import Database
from storage.known import KnownTasks


class Whole:
    """The database, and copies of what nearly every message asks for."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._people: dict[str, tuple[Workspace, Member]] = {}
        self._chats: dict[str, tuple[Workspace, int]] = {}
        self._known: dict[int, KnownTasks] = {}
        self._members_revision: dict[int, int] = {}

    def _note_members(self, workspace: int, revision: int) -> None:
        """Forget the members of an office whose data say that somebody changed them."""
        if self._members_revision.get(workspace, revision) != revision:
            for user in [user for user, (office, _) in self._people.items() if office.id == workspace]:
                del self._people[user]
        self._members_revision[workspace] = revision
