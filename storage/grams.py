"""Candidates among more tasks than a process keeps: one portable table of which task speaks in which words.

The table holds hashes of 2-grams (and of senders, groups and days, whatever the caller makes hashes of) of every
open or recently closed task. It is derived: brought up to date by the tasks' revision when it is asked, and only in
offices that have more tasks than `known_tasks` keeps. So nobody else pays for it, and the cost of a question grows
with the tasks that are open, never with history.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import BigInteger, Integer, Select, column, delete, func, literal_column, select, values

from bot.core.models import KnownTask, Source, Task
from storage import tables
from storage.known import oldest_first
from storage.scope import WriteScope
from storage.tasks import OVER, TaskReads, remembered

COMMON = 300
"""Words that so many tasks share tell nothing apart and are not looked for."""
FOUND = 20
"""How many tasks are given at most."""
_SWEPT_EVERY = timedelta(days=1)
_CHUNK = 500
_ROWS = 5000

_gram = tables.task_gram.c
_task = tables.task.c

HashesOf = Callable[[KnownTask], Collection[int]]


class Resembling(TaskReads, WriteScope):
    """Looking for tasks by their words."""

    async def resembling(self, hashes: Collection[int], hashes_of: HashesOf, most: int = FOUND) -> list[KnownTask]:
        """Of the tasks that `known_tasks` leaves out the `most` that share the rarest hashes, best first.

        `hashes_of` makes the hashes of a task whose row in the table is missing or old.
        """
        await self.known_tasks()
        if self.knows_all:
            return []
        await self._catch_up(hashes_of)
        weights = await self._weights(sorted(hashes))
        if not weights:
            return []
        return await self._tasks_of(await self._best(weights, most))

    async def _catch_up(self, hashes_of: HashesOf) -> None:
        """Bring the table to the present revision."""
        head, since = self._head, self._since()
        if head.grams_upto >= head.revision:
            return
        changed = self._here(select(_task.number), _task.revision > head.grams_upto)
        numbers = (await self._connection.scalars(changed)).all()
        for start in range(0, len(numbers), _CHUNK):
            await self._index(await self._tasks_of(numbers[start : start + _CHUNK]), hashes_of)
        head.grams_upto = head.revision
        if since is not None and (head.grams_since is None or since - head.grams_since >= _SWEPT_EVERY):
            await self._sweep()
            head.grams_since = since
        await self._save_head()

    def _here(self, query: Any, *conditions: Any) -> Any:
        return query.where(_task.workspace == self.workspace.id, *conditions)

    async def _index(self, tasks: Sequence[KnownTask], hashes_of: HashesOf) -> None:
        """Add what is missing; words that a task has lost since do no harm."""
        numbers = [known.task.number for known in tasks]
        here = (_gram.workspace == self.workspace.id, _gram.task.in_(numbers))
        have = {tuple(row) for row in await self._connection.execute(select(_gram.task, _gram.hash).where(*here))}
        wanted = {(known.task.number, each) for known in tasks for each in hashes_of(known)}
        rows = [{"workspace": self.workspace.id, "task": n, "hash": h} for n, h in sorted(wanted - have)]
        insert = self._database.insert(tables.task_gram)
        for start in range(0, len(rows), _ROWS):
            await self._connection.execute(insert, rows[start : start + _ROWS])

    async def _sweep(self) -> None:
        """Take out tasks that were closed too long ago, those since the last time only."""
        since, swept = self._since(), self._head.grams_since
        closed = [_task.state.in_(OVER), _task.closed_at < since]
        if swept is not None:
            closed.append(_task.closed_at >= swept - _SWEPT_EVERY)
        gone = self._here(select(_task.number), *closed)
        here = (_gram.workspace == self.workspace.id, _gram.task.in_(gone))
        await self._connection.execute(delete(tables.task_gram).where(*here))

    async def _weights(self, hashes: Sequence[int]) -> dict[int, int]:
        """How much each hash tells, in hundredths; counting stops at what is common."""
        weights: dict[int, int] = {}
        for start in range(0, len(hashes), _CHUNK):
            these = [(each,) for each in hashes[start : start + _CHUNK]]
            asked = values(column("hash", BigInteger), name="probe").data(these).cte("probe")
            same = (_gram.workspace == self.workspace.id, _gram.hash == asked.c.hash)
            some: Select[Any] = select(literal_column("1")).select_from(tables.task_gram).where(*same).limit(COMMON)
            count = select(func.count()).select_from(some.correlate(asked).subquery()).correlate(asked)
            for hash, seen in await self._connection.execute(select(asked.c.hash, count.scalar_subquery())):
                if 0 < seen < COMMON:
                    weights[hash] = round(100 * math.log(1 + 2 * COMMON / seen))
        return weights

    async def _best(self, weights: dict[int, int], most: int) -> list[int]:
        """Numbers of the tasks with the highest sum of weights."""
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_CHUNK]
        probe = values(column("hash", BigInteger), column("weight", Integer), name="probe").data(ranked).cte("probe")
        like = func.sum(probe.c.weight)
        # A sum, so that no planner walks the index of tasks instead of looking the hashes up.
        number = (_gram.task + 0).label("number")
        query = (
            select(number)
            .select_from(probe.join(tables.task_gram, _gram.hash == probe.c.hash))
            .where(_gram.workspace == self.workspace.id, number < self._known.floor)
            .group_by(number)
            .order_by(like.desc(), number.desc())
            .limit(most)
        )
        return list(await self._connection.scalars(query))

    async def _tasks_of(self, numbers: Collection[int]) -> list[KnownTask]:
        """These tasks with their sources, those still compared with only, in the given order."""
        given = list(numbers)
        if not given:
            return []
        tasks = {t.number: t for t in await self._all(Task, _task.number.in_(given), remembered(self._since()))}
        sources: dict[int, list[Source]] = {number: [] for number in tasks}
        for source in await self._all(Source, tables.source.c.task.in_(list(tasks))):
            sources[source.task].append(source)
        return [KnownTask(tasks[n], oldest_first(sources[n])) for n in given if n in tasks]
