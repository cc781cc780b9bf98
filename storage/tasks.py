"""Reading tasks and what hangs on them: sources, shares, dates, overlaps, and what happened to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select

from bot.core.models import (
    Assignment,
    AssignmentState,
    JournalEntry,
    KnownTask,
    Occurrence,
    Overlap,
    Relation,
    Source,
    Task,
    TaskState,
)
from storage import tables
from storage.known import MOST, REMEMBERED, oldest_first
from storage.scope import Scope

_task = tables.task.c
_source = tables.source.c
_assignment = tables.assignment.c
_EVER = datetime.min.replace(tzinfo=UTC)
OVER = tuple(state for state in TaskState if state is not TaskState.OPEN)
"""States of a task that is closed; named one by one, so that an index of state and instant serves."""
_MANY = 2000
"""How many numbers are sent to the database with one question."""


def remembered(since: datetime | None) -> ColumnElement[bool]:
    """The task is open, or was closed at or after `since`."""
    return or_(_task.state == TaskState.OPEN, _recently_closed(since))


def _recently_closed(since: datetime | None) -> ColumnElement[bool]:
    closed = _task.closed_at.is_not(None) if since is None else _task.closed_at >= since
    return and_(_task.state.in_(OVER), closed)


class TaskReads(Scope):
    """What can be asked about tasks."""

    async def known_tasks(self) -> Sequence[KnownTask]:
        """Open tasks and those closed within 30 days before the latest source, by number, sources oldest first.

        The same objects come back until they change, so callers may keep what they derive from them. Of an office
        with more than `MOST` these are the newest; `resembling` finds among the others.
        """
        since = self._since()
        if self._known.revision < self._head.revision or self._known.sparse:
            await self._refresh(since)
        return self._known.view(since)

    @property
    def knows_all(self) -> bool:
        """Whether `known_tasks`, when it was last asked, left none out."""
        return not self._known.floor

    def _since(self) -> datetime | None:
        heard = self._head.heard_at
        return None if heard is None else heard - REMEMBERED

    async def _refresh(self, since: datetime | None) -> None:
        """Read what changed after the revision kept in the process, or everything when that cannot be told."""
        known, had, upto = self._known, self._known.revision, self._head.revision
        whole = had < self._head.reload_before or known.sparse
        if whole:
            numbers = await self._latest_remembered(since)
            tasks = await self._all(Task, _task.number.in_(numbers), order=(_task.number,)) if numbers else []
        else:
            fresh = (_task.revision > had, _task.number >= known.floor)
            tasks = await self._all(Task, *fresh, order=(_task.number,))
        sources: list[Source] = []
        for start in range(0, len(tasks), _MANY):
            sources += await self._all(Source, _source.task.in_([t.number for t in tasks[start : start + _MANY]]))
        if known.revision < upto:
            known.take(upto, tasks, sources, whole=whole)

    async def _latest_remembered(self, since: datetime | None) -> list[int]:
        """Numbers of the newest remembered tasks; one more than are kept, so that it shows that there are others.

        Asked in two parts, each of which an index answers however many tasks were closed long ago.
        """
        found: list[int] = []
        for part in (_task.state == TaskState.OPEN, _recently_closed(since)):
            here = (_task.workspace == self.workspace.id, part)
            found += await self._connection.scalars(select(_task.number).where(*here))
        return sorted(found)[-MOST - 1 :]

    async def next_number(self) -> int:
        """The number the next task gets; numbers are never given twice."""
        return self._head.last_number + 1

    async def task(self, number: int) -> Task | None:
        """The task of that number."""
        return await self._one(Task, _task.number == number)

    async def tasks(self, states: Collection[TaskState] = (TaskState.OPEN,), member: int | None = None) -> list[Task]:
        """Tasks in these states, the next due first, undated ones last; of a member: where his share is open.

        Open tasks that the process knows already are not read again.
        """
        kept = self._known
        if tuple(states) == (TaskState.OPEN,) and kept.revision >= self._head.reload_before >= 0 and not kept.floor:
            return await self._open_tasks(member)
        conditions: list[ColumnElement[bool]] = [_task.state.in_(list(states))]
        if member is not None:
            share = and_(
                _assignment.workspace == _task.workspace,
                _assignment.task == _task.number,
                _assignment.member == member,
                _assignment.state == AssignmentState.OPEN,
            )
            conditions.append(exists().where(share))
        return await self._all(Task, *conditions, order=(_task.due.is_(None), _task.due, _task.number))

    async def _open_tasks(self, member: int | None) -> list[Task]:
        """The open tasks from what is kept in the process, in the order of `tasks`."""
        await self.known_tasks()
        if member is None:
            found = [known.task for known in self._known.all() if known.task.state is TaskState.OPEN]
        else:
            share = (_assignment.member == member, _assignment.state == AssignmentState.OPEN)
            here = _assignment.workspace == self.workspace.id
            numbers = await self._connection.scalars(select(_assignment.task).where(here, *share))
            of_him = (self._known.one(number) for number in numbers)
            found = [known.task for known in of_him if known and known.task.state is TaskState.OPEN]
        return sorted(found, key=lambda task: (task.due is None, task.due or _EVER, task.number))

    async def sources(self, number: int) -> list[Source]:
        """The messages that speak of a task, oldest first."""
        return list(oldest_first(await self._all(Source, _source.task == number)))

    async def all_sources(self, numbers: Collection[int] | None = None) -> dict[int, list[Source]]:
        """The messages that speak of each task, or of each of these, oldest first."""
        few = [_source.task.in_(list(numbers))] if numbers is not None else []
        found: dict[int, list[Source]] = {}
        for source in await self._all(Source, *few):
            found.setdefault(source.task, []).append(source)
        return {number: list(oldest_first(sources)) for number, sources in found.items()}

    async def sources_of_message(self, message: str) -> list[Source]:
        """The tasks a message speaks of, by number."""
        spoken = (_source.message == message, _source.relation != Relation.NONE)
        return await self._all(Source, *spoken, order=(_source.task,))

    async def assignments(self, numbers: Collection[int] | None = None, member: int | None = None) -> list[Assignment]:
        """Shares in all states, of these tasks and of this member where given, by task and member."""
        conditions: list[ColumnElement[bool]] = []
        if numbers is not None:
            conditions.append(_assignment.task.in_(list(numbers)))
        if member is not None:
            conditions.append(_assignment.member == member)
        return await self._all(Assignment, *conditions, order=(_assignment.task, _assignment.member))

    async def occurrences(self, number: int, since: datetime | None = None) -> list[Occurrence]:
        """The dates of a recurring task, at or after `since`, in order."""
        column = tables.occurrence.c
        later = () if since is None else (column.at >= since,)
        return await self._all(Occurrence, column.task == number, *later, order=(column.date,))

    async def open_occurrences(self, until: datetime) -> list[Occurrence]:
        """All dates not yet done that fall at or before `until`, in order."""
        column = tables.occurrence.c
        still = (tables.OCCURRENCE_OPEN, column.at <= until)
        return await self._all(Occurrence, *still, order=(column.at, column.task))

    async def overlaps(self, numbers: int | Collection[int]) -> list[Overlap]:
        """Pairs of tasks that ask for the same data, are perhaps one or were told apart, with one of these tasks."""
        column = tables.overlap.c
        given = [numbers] if isinstance(numbers, int) else list(numbers)
        of_them = or_(column.a.in_(given), column.b.in_(given))
        return await self._all(Overlap, of_them, order=(column.a, column.b))

    async def told_apart(self) -> list[Overlap]:
        """Pairs of tasks that people said are two."""
        column = tables.overlap.c
        return await self._all(Overlap, tables.OVERLAP_TOLD, order=(column.a, column.b))

    async def journal(
        self,
        *,
        task: int | None = None,
        group: int | None = None,
        since: datetime | None = None,
        limit: int = 200,
    ) -> list[JournalEntry]:
        """The latest `limit` entries that fit, oldest first."""
        column = tables.journal.c
        conditions: list[ColumnElement[bool]] = []
        if task is not None:
            conditions.append(column.task == task)
        if group is not None:
            conditions.append(column.group == group)
        if since is not None:
            conditions.append(column.at >= since)
        latest = await self._all(JournalEntry, *conditions, order=(column.at.desc(), column.id.desc()), limit=limit)
        return latest[::-1]
