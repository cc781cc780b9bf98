"""What the rooms that look over all offices share: the database and what is kept of it in the process."""

from __future__ import annotations

from bot.core.models import Member, Workspace
from storage.engine import Database
from storage.known import KnownTasks


class Whole:
    """The database, and copies of what nearly every message asks for."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._changes_seen = 0
        self._people: dict[str, tuple[Workspace, Member]] = {}
        self._chats: dict[str, tuple[Workspace, int]] = {}
        self._known: dict[int, KnownTasks] = {}
        self._members_revision: dict[int, int] = {}

    def _forget_people(self, user: str | None = None) -> None:
        """Drop one person, or everybody and all chats; an answer under way at this moment is not kept either."""
        self._changes_seen += 1
        if user is not None:
            self._people.pop(user, None)
        else:
            self._people.clear()
            self._chats.clear()

    def _note_members(self, workspace: int, revision: int) -> None:
        """Forget the members of an office whose data say that somebody changed them."""
        if self._members_revision.get(workspace, revision) != revision:
            for user in [user for user, (office, _) in self._people.items() if office.id == workspace]:
                del self._people[user]
            self._changes_seen += 1
        self._members_revision[workspace] = revision
