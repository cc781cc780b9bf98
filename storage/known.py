"""What a new message is compared with, kept in the process: only tasks that changed since are read again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.models import KnownTask, Relation, Source, Task, TaskState

REMEMBERED = timedelta(days=30)
"""How long after its closing a task is still compared with."""


def oldest_first(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Sources by time; the one that opened the task first among those of one instant."""
    return tuple(sorted(sources, key=lambda s: (s.at, s.relation is not Relation.NEW, s.message)))


class KnownTasks:
    """The known tasks of one workspace as of `revision`; a `KnownTask` stays the same object until it changes."""

    def __init__(self) -> None:
        self.revision = -1
        self._tasks: dict[int, KnownTask] = {}
        self._view: tuple[KnownTask, ...] | None = None
        self._view_since: datetime | None = None

    def copy(self) -> KnownTasks:
        """A copy that may change without the original's knowledge."""
        twin = KnownTasks()
        twin.revision = self.revision
        twin._tasks = dict(self._tasks)
        return twin

    def take(self, revision: int, tasks: Iterable[Task], sources: Iterable[Source], *, whole: bool) -> None:
        """Replace the given tasks, with all their sources; `whole` forgets everything else."""
        by_task: dict[int, list[Source]] = {}
        for source in sources:
            by_task.setdefault(source.task, []).append(source)
        if whole:
            self._tasks.clear()
        for task in tasks:
            self._tasks[task.number] = KnownTask(task, oldest_first(by_task.get(task.number, ())))
        self.revision = revision
        self._view = None

    def patch(self, revision: int, tasks: Iterable[Task], sources: Iterable[Source], last_number: int) -> bool:
        """Add what was just written; False when that touches a task not kept here, which must then be read.

        Numbers above `last_number` are of tasks that did not exist before.
        """
        kept = dict[int, KnownTask]()
        for task in tasks:
            old = self._tasks.get(task.number)
            if old is None and task.number <= last_number:
                return False
            kept[task.number] = KnownTask(task, old.sources if old else ())
        for source in sources:
            known = kept.get(source.task) or self._tasks.get(source.task)
            if known is None:
                return False
            others = (s for s in known.sources if s.message != source.message)
            kept[source.task] = KnownTask(known.task, oldest_first((*others, source)))
        self._tasks |= kept
        self.revision = revision
        self._view = None
        return True

    def view(self, since: datetime | None) -> tuple[KnownTask, ...]:
        """The open tasks and those closed at or after `since`, by number."""
        if self._view is None or self._view_since != since:
            self._view = tuple(self._tasks[n] for n in sorted(self._tasks) if _still_known(self._tasks[n].task, since))
            self._view_since = since
        return self._view


def _still_known(task: Task, since: datetime | None) -> bool:
    if task.state is TaskState.OPEN:
        return True
    return task.closed_at is not None and (since is None or task.closed_at >= since)
