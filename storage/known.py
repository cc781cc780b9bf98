"""What a new message is compared with, kept in the process: only tasks that changed since are read again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.models import KnownTask, Relation, Source, Task, TaskState

REMEMBERED = timedelta(days=30)
"""How long after its closing a task is still compared with."""
MOST = 4000
"""How many tasks of an office are kept in the process; the older ones are found by `storage/grams.py`."""


def oldest_first(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Sources by time; the one that opened the task first among those of one instant.

    A message that a person took out of the task (relation `none`) is kept for `/undo` and speaks of it no more.
    """
    live = (source for source in sources if source.relation is not Relation.NONE)
    return tuple(sorted(live, key=lambda s: (s.at, s.relation is not Relation.NEW, s.message)))


class KnownTasks:
    """The known tasks of one workspace as of `revision`; a `KnownTask` stays the same object until it changes.

    Tasks numbered below `floor` are not kept; it is 0 unless the office has more than `MOST`.
    """

    def __init__(self) -> None:
        self.revision = -1
        self.floor = 0
        self._tasks: dict[int, KnownTask] = {}
        self._closed: dict[int, datetime | None] = {}
        self._view: tuple[KnownTask, ...] | None = None

    def copy(self) -> KnownTasks:
        """A copy that may change without the original's knowledge."""
        twin = KnownTasks()
        twin.revision, twin.floor = self.revision, self.floor
        twin._tasks = dict(self._tasks)
        twin._closed = dict(self._closed)
        return twin

    def take(self, revision: int, tasks: Iterable[Task], sources: Iterable[Source], *, whole: bool) -> None:
        """Replace the given tasks, with all their sources; `whole` forgets everything else.

        Of more than `MOST` the newest are kept; whoever gives the whole may leave out the others beyond `MOST` + 1.
        """
        by_task: dict[int, list[Source]] = {}
        for source in sources:
            by_task.setdefault(source.task, []).append(source)
        if whole:
            self._tasks.clear()
            self._closed.clear()
            self.floor = 0
        self._keep(revision, {t.number: KnownTask(t, oldest_first(by_task.get(t.number, ()))) for t in tasks})

    def patch(self, revision: int, tasks: Iterable[Task], sources: Iterable[Source], last_number: int) -> bool:
        """Add what was just written; False when that touches a task not kept here, which must then be read.

        Numbers above `last_number` are of tasks that did not exist before.
        """
        kept = dict[int, KnownTask]()
        for task in tasks:
            if task.number < self.floor:
                continue
            old = self._tasks.get(task.number)
            if old is None and task.number <= last_number:
                return False
            kept[task.number] = KnownTask(task, old.sources if old else ())
        for source in sources:
            if source.task < self.floor:
                continue
            known = kept.get(source.task) or self._tasks.get(source.task)
            if known is None:
                return False
            others = (s for s in known.sources if s.message != source.message)
            kept[source.task] = KnownTask(known.task, oldest_first((*others, source)))
        self._keep(revision, kept)
        return True

    def _keep(self, revision: int, changed: dict[int, KnownTask]) -> None:
        """Put them in their places, in the order of numbers."""
        last = next(reversed(self._tasks), 0)
        fresh = [number for number in changed if number not in self._tasks]
        self._tasks |= changed
        if fresh and (min(fresh) < last or fresh != sorted(fresh)):
            self._tasks = dict(sorted(self._tasks.items()))
        for number, known in changed.items():
            if known.task.state is TaskState.OPEN:
                self._closed.pop(number, None)
            else:
                self._closed[number] = known.task.closed_at
        self.revision = revision
        self._view = None
        if len(self._tasks) > MOST + (MOST // 4 if self.floor else 0):
            self._let_go()

    def _let_go(self) -> None:
        """Keep the newest only."""
        numbers = list(self._tasks)
        self.floor = numbers[-MOST]
        for number in numbers[:-MOST]:
            del self._tasks[number]
            self._closed.pop(number, None)

    @property
    def sparse(self) -> bool:
        """Whether so few are left that older ones may come back."""
        return self.floor > 0 and len(self._tasks) < MOST // 2

    def one(self, number: int) -> KnownTask | None:
        """The task of that number, if it is kept."""
        return self._tasks.get(number)

    def all(self) -> Iterable[KnownTask]:
        """All that are kept, by number."""
        return self._tasks.values()

    def view(self, since: datetime | None) -> tuple[KnownTask, ...]:
        """The open tasks and those closed at or after `since`, by number; the others are forgotten."""
        for number, closed_at in list(self._closed.items()):
            if closed_at is None or (since is not None and closed_at < since):
                del self._closed[number], self._tasks[number]
                self._view = None
        if self._view is None:
            self._view = tuple(self._tasks.values())
        return self._view
