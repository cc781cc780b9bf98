"""Taking back: a member's latest undoable change is reversed exactly, or not at all.

What others changed since stays: only the columns the change had touched are put back. When one of these has been
changed again by somebody, or something new hangs on a row that would go, nothing is taken back and `Undoable`
says what stands in the way. What was said cannot be unsaid: sent reminders and messages stay, unsent ones are void.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Table, and_, delete, select, update

from bot.core.models import StoredMessage
from storage import tables
from storage.images import Image, key_of, name_of, plain
from storage.scope import Scope, WriteScope

_action = tables.action.c
_BY_MACHINE = {tables.reminder.name, tables.occurrence.name}
_COUNTS = {"messages", "chatter", "repeats"}
_TIMES = {"first_at", "last_at", "last_notice_at"}
_CHILDREN_OF_PEOPLE = (tables.source, tables.assignment)
_CHILDREN_OF_MACHINE = (tables.reminder, tables.occurrence, tables.card, tables.task_gram)


@dataclass(frozen=True, slots=True)
class Undoable:
    """The change `/undo` would take back: `tasks` it touched, `obstacles` (table names) that forbid it."""

    label: str
    at: datetime | None
    tasks: tuple[int, ...]
    obstacles: tuple[str, ...]


@dataclass(slots=True)
class _Plan:
    action: int
    label: str
    at: datetime | None
    images: list[Image]
    gone: list[tuple[Table, Image]] = field(default_factory=list)
    restored: list[tuple[Table, Image, Image]] = field(default_factory=list)
    voided: list[Image] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)

    @property
    def tasks(self) -> tuple[int, ...]:
        """Numbers of the tasks whose rows or sources come back or go."""
        names = {"task": "number", "source": "task", "assignment": "task", "reminder": "task", "occurrence": "task"}
        rows = ((image["table"], image["after"]) for image in self.images)
        return tuple(sorted({row[names[table]] for table, row in rows if table in names}))


class UndoReads(Scope):
    """What can be asked about what somebody did last: changes that can be taken back, messages he gave."""

    async def last_action(self, member: int) -> tuple[str, datetime | None] | None:
        """Label and instant of the change that `undo` would take back."""
        query = select(_action.label, _action.at).where(*self._latest(member)).order_by(_action.id.desc()).limit(1)
        row = (await self._connection.execute(query)).first()
        return None if row is None else (row.label, row.at)

    async def undoable(self, member: int) -> Undoable | None:
        """The same with the tasks it touched and what stands in the way of taking it back."""
        plan = await self._plan(member)
        return None if plan is None else Undoable(plan.label, plan.at, plan.tasks, tuple(sorted(set(plan.obstacles))))

    async def last_acted(self, member: int) -> datetime | None:
        """When the member last did what can be taken back, whether or not it was."""
        did = (_action.workspace == self.workspace.id, _action.member == member)
        query = select(_action.at).where(*did).order_by(_action.id.desc()).limit(1)
        at: datetime | None = await self._connection.scalar(query)
        return at

    async def brought(
        self, by: str, chat: str, since: datetime, until: datetime, limit: int = 500
    ) -> list[StoredMessage]:
        """The latest `limit` messages that somebody gave in a chat from `since` up to and with `until`."""
        column = tables.message.c
        given = (column.by == by, column.chat == chat, column.received_at >= since, column.received_at <= until)
        return await self._all(StoredMessage, *given, order=(column.received_at.desc(),), limit=limit)

    async def first_part(self, id: str) -> StoredMessage | None:
        """The message of that id, or of a record that came under it the first part (`<id>#0`, `<id>#1`)."""
        column = tables.message.c
        return await self._one(StoredMessage, column.id.in_([id, f"{id}#0", f"{id}#1"]), order=(column.id,))

    async def task_of_card(self, chat: str, ref: str) -> int | None:
        """The one task whose card that message of the bot is."""
        card, said = tables.card.c, tables.outbox.c
        shown = select(card.task).join(tables.outbox, said.id == card.outbox)
        here = (card.workspace == self.workspace.id, card.chat == chat, said.sent_ref == ref)
        numbers = (await self._connection.scalars(shown.where(*here).limit(2))).all()
        return numbers[0] if len(numbers) == 1 else None

    def _latest(self, member: int) -> tuple[Any, ...]:
        return (_action.workspace == self.workspace.id, _action.member == member, _action.undone_at.is_(None))

    async def _plan(self, member: int) -> _Plan | None:
        query = select(tables.action).where(*self._latest(member)).order_by(_action.id.desc()).limit(1)
        row = (await self._connection.execute(query)).first()
        if row is None:
            return None
        plan = _Plan(row.id, row.label, row.at, json.loads(row.images))
        for image in plan.images:
            table = tables.metadata.tables[image["table"]]
            self._place(plan, table, image["before"], image["after"], await self._current(table, image["after"]))
        await self._look_for_children(plan)
        return plan

    async def _current(self, table: Table, image: Image) -> Image | None:
        row = (await self._connection.execute(select(plain(table)).where(self._at(table, image)))).first()
        return None if row is None else dict(row._mapping)

    def _at(self, table: Table, image: Image) -> Any:
        column = plain(table).c
        return and_(column.workspace == self.workspace.id, *(column[name] == image[name] for name in key_of(table)))

    def _place(self, plan: _Plan, table: Table, before: Image | None, after: Image, current: Image | None) -> None:
        """Sort one row into what goes, what comes back and what stands in the way."""
        if table is tables.outbox:
            if before is None and current is not None and current["state"] == "pending":
                plan.voided.append(current)
            return
        touched = {name for name in after if before is None or before[name] != after[name]}
        counted = _counted_on(before, after, current) if table is tables.groups else {}
        touched -= set(counted)
        same = current is not None and all(current[name] == after[name] for name in touched)
        if same and before is not None:
            plan.restored.append((table, after, {name: before[name] for name in touched} | counted))
        elif same:
            plan.gone.append((table, after))
        elif table.name not in _BY_MACHINE and not (current is None and before is None):
            plan.obstacles.append(table.name)

    async def _look_for_children(self, plan: _Plan) -> None:
        """Somebody's share in a task that would go, or a message that speaks of it, forbids taking it away."""
        numbers = [image["number"] for table, image in plan.gone if table is tables.task]
        for table in _CHILDREN_OF_PEOPLE if numbers else ():
            column = plain(table).c
            here = (column.workspace == self.workspace.id, column.task.in_(numbers))
            rows = await self._connection.execute(select(plain(table)).where(*here))
            going = {name_of(table, image) for other, image in plan.gone if other is table}
            if {name_of(table, dict(row._mapping)) for row in rows} - going:
                plan.obstacles.append(table.name)


def _counted_on(before: Image | None, after: Image, current: Image | None) -> Image:
    """What a group's counts and times become: messages that were counted since then stay counted."""
    if before is None or current is None:
        return {}
    counts = {name: current[name] - (after[name] - before[name]) for name in _COUNTS if before[name] != after[name]}
    times = {name: before[name] if current[name] == after[name] else current[name] for name in _TIMES}
    return counts | {name: value for name, value in times.items() if before[name] != after[name]}


class Undoing(UndoReads, WriteScope):
    """The writing half of taking back."""

    async def undo(self, member: int, now: datetime) -> str | None:
        """Take back the member's latest undoable change; its label, or None where none is or `obstacles` forbid."""
        plan = await self._plan(member)
        if plan is None or plan.obstacles:
            return None
        order = [table.name for table in tables.metadata.sorted_tables]
        numbers = [image["number"] for table, image in plan.gone if table is tables.task]
        await self._clear_machine_rows(numbers)
        for table, image in sorted(plan.gone, key=lambda pair: order.index(pair[0].name), reverse=True):
            await self._connection.execute(delete(plain(table)).where(self._at(table, image)))
        for table, image, old in plan.restored:
            await self._connection.execute(update(plain(table)).where(self._at(table, image)).values(old))
        for image in plan.voided:
            row = tables.outbox.c.id == image["id"]
            await self._connection.execute(update(tables.outbox).where(row).values(state="void"))
        await self._connection.execute(update(tables.action).where(_action.id == plan.action).values(undone_at=now))
        await self._note_undone(plan, numbers)
        return plan.label

    async def _clear_machine_rows(self, numbers: Sequence[int]) -> None:
        """Take away what the tick and the sender derived from tasks that go."""
        if not numbers:
            return
        for table in _CHILDREN_OF_MACHINE:
            here = (table.c.workspace == self.workspace.id, table.c.task.in_(numbers))
            await self._connection.execute(delete(table).where(*here))
        pair = tables.overlap.c
        of_them = pair.a.in_(numbers) | pair.b.in_(numbers)
        await self._connection.execute(delete(tables.overlap).where(pair.workspace == self.workspace.id, of_them))

    async def _note_undone(self, plan: _Plan, gone: Sequence[int]) -> None:
        """Move the counters on, so that nobody goes on with what was kept of these tasks and members."""
        self._head.revision += 1
        self._head.members_revision += 1
        self._everyone_changed = True
        if gone:
            self._head.reload_before = self._head.revision
        column = tables.task.c
        touched = (column.workspace == self.workspace.id, column.number.in_(plan.tasks))
        await self._connection.execute(update(tables.task).where(*touched).values(revision=self._head.revision))
        self._own_known()
        await self._save_head()
