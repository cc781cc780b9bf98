"""Looking after the database: its health, its backup, and the removal of what nobody needs any more."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import ColumnElement, Table, delete, exists, func, select, text

from bot.core.models import OutboxState, TaskState
from storage import migrations, tables
from storage.engine import PROCESS, Database, connect
from storage.errors import StoreError
from storage.opening import refuse_newer
from storage.originals import older_than
from storage.whole import Whole

INBOX_KEPT = timedelta(days=7)
"""How long the number of a handled update is kept, so that a late repeat is recognised."""
ACTIONS_KEPT = timedelta(days=30)
"""How long a change can be taken back."""
FILES_KEPT = timedelta(days=30)

HISTORY_KEPT = timedelta(days=90)
"""How long what was sent, and what happened to tasks that are closed, is kept unless told otherwise."""
_AT_ONCE = 2000
"""Rows looked at in one transaction of a purge, so that nobody waits for long."""
_STILL_OPEN = exists().where(
    tables.task.c.workspace == tables.journal.c.workspace,
    tables.task.c.number == tables.journal.c.task,
    tables.task.c.state == TaskState.OPEN,
)
_outbox = tables.outbox.c
_REASONS = (
    select(_outbox.error, func.count().label("count"))
    .where(tables.OUTBOX_PARKED)
    .group_by(_outbox.error)
    .order_by(func.count().desc(), _outbox.error)
    .limit(3)
)
_SAID = tables.outbox.c.state.in_([OutboxState.SENT, OutboxState.VOID, OutboxState.PARKED])


@dataclass(frozen=True, slots=True)
class Health:
    """What `jianfu doctor` shows: counts over all offices, the size in bytes.

    `oldest` is when the first of the waiting rows was, or will be, due; `reasons` say of how many rows why they are
    parked, the most frequent first.
    """

    engine: str
    schema: str
    workspaces: int
    members: int
    pending: int
    sending: int
    parked: int
    waiting: int
    quarantined: int
    size: int
    oldest: datetime | None = None
    reasons: tuple[tuple[str, int], ...] = ()


class Care(Whole):
    """Looks after the whole database."""

    async def health(self) -> Health:
        """How the database is."""
        counted: dict[str, tuple[Any, ColumnElement[bool] | None]] = {
            "workspaces": (tables.workspace, None),
            "members": (tables.member, None),
            "pending": (tables.outbox, tables.OUTBOX_PENDING),
            "sending": (tables.outbox, tables.OUTBOX_CLAIMED),
            "parked": (tables.outbox, tables.OUTBOX_PARKED),
            "waiting": (tables.inbox, tables.INBOX_WAITING),
            "quarantined": (tables.inbox, tables.INBOX_QUARANTINED),
        }
        size = "page_count * page_size FROM pragma_page_count, pragma_page_size"
        size = size if self._database.is_sqlite else "pg_database_size(current_database())"
        async with self._database.reading() as connection:
            numbers: dict[str, Any] = {}
            for name, (table, condition) in counted.items():
                query = select(func.count()).select_from(table)
                numbers[name] = await connection.scalar(query if condition is None else query.where(condition)) or 0
            schema = await connection.run_sync(migrations.version)
            size_in_bytes = await connection.scalar(text(f"SELECT {size}"))
            oldest = await connection.scalar(select(func.min(_outbox.not_before)).where(tables.OUTBOX_PENDING))
            reasons = tuple((why or "", rows) for why, rows in await connection.execute(_REASONS))
        engine = "SQLite" if self._database.is_sqlite else "PostgreSQL"
        kept: dict[str, Any] = {"engine": engine, "schema": schema or "", "size": int(size_in_bytes or 0)}
        return Health(**kept, **numbers, oldest=oldest, reasons=reasons)

    async def check_writing(self) -> None:
        """Write something that changes nothing; raises StoreError when the disk is full, or somebody holds the lock."""
        async with self._database.writing() as connection:
            await connection.execute(text("UPDATE alembic_version SET version_num = version_num"))

    async def alone(self) -> bool:
        """Whether no other process has this database open; a file is taken to be one process's own."""
        if self._database.is_sqlite:
            return True
        others = (
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND application_name LIKE :ours AND application_name <> current_setting('application_name')"
        )
        async with self._database.reading() as connection:
            return not await connection.scalar(text(others), {"ours": f"{PROCESS}%"})

    async def purge(
        self, now: datetime, kept: timedelta = HISTORY_KEPT, files: timedelta = FILES_KEPT
    ) -> int:
        """Remove handled updates after 7 days, changes that can no longer be taken back after 30, originals after
        `files`, and after `kept` what was sent or could not be sent and what happened to tasks that are not open.
        How many rows.
        """
        old = (
            delete(tables.inbox).where(tables.INBOX_DONE, tables.inbox.c.received_at < now - INBOX_KEPT),
            delete(tables.action).where(tables.action.c.at < now - ACTIONS_KEPT),
            older_than(now - files),
        )
        async with self._database.writing() as connection:
            found = sum([(await connection.execute(statement)).rowcount for statement in old])
        found += await self._purge_history(tables.outbox, tables.outbox.c.not_before, _SAID, now - kept)
        return found + await self._purge_history(tables.journal, tables.journal.c.at, ~_STILL_OPEN, now - kept)

    async def _purge_history(
        self, table: Table, at: ColumnElement[Any], done: ColumnElement[bool], before: datetime
    ) -> int:
        """Delete rows from before an instant that are done with, a piece at a time.

        Rows are numbered as time goes by: after a piece with nothing old in it there is nothing old any more.
        """
        last, found = 0, 0
        while True:
            piece = select(table.c.id, at).where(table.c.id > last).order_by(table.c.id).limit(_AT_ONCE)
            async with self._database.reading() as connection:
                rows = (await connection.execute(piece)).all()
            if not rows or min(row[1] for row in rows) >= before:
                return found
            here = (table.c.id > last, table.c.id <= rows[-1].id, at < before)
            async with self._database.writing() as connection:
                if table is tables.outbox:
                    old = select(table.c.id).where(*here, done)
                    await connection.execute(delete(tables.card).where(tables.card.c.outbox.in_(old)))
                found += (await connection.execute(delete(table).where(*here, done))).rowcount
            last = rows[-1].id

    async def backup(self, path: Path) -> None:
        """Copy a SQLite database to a file while it is in use; a server has its own tool for that."""
        source = self._database.path
        if source is None:
            raise StoreError("use_pg_dump", "a PostgreSQL database is backed up with pg_dump")
        await asyncio.to_thread(_copy, source, path)


def _copy(source: Path, target: Path) -> None:
    """SQLite's online copy, under another name until it is whole."""
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    try:
        unfinished.touch(mode=0o600)
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(unfinished)) as new:
            old.backup(new)
        unfinished.replace(target)
    except (sqlite3.Error, OSError) as error:
        unfinished.unlink(missing_ok=True)
        raise StoreError("backup_failed", str(error)) from error


async def restore(url: str, path: Path) -> Path | None:
    """Put a backup in a SQLite database's place; nobody may have it open. Where what stood there is kept, if any."""
    database = connect(url)
    try:
        target = database.path
        if target is None:
            raise StoreError("use_pg_dump", "a PostgreSQL database is restored with pg_restore")
        await asyncio.to_thread(_check_backup, path)
        if target.exists():
            await _refuse_when_in_use(database)
    finally:
        await database.close()
    return await asyncio.to_thread(_put_in_place, path, target)


async def _refuse_when_in_use(database: Database) -> None:
    """Raise StoreError("locked") while somebody writes; a damaged database is what a backup is there for."""
    try:
        async with database.writing():
            pass
    except StoreError as error:
        if error.code not in ("not_a_database", "damaged"):
            raise


def _check_backup(path: Path) -> None:
    """Refuse what is no database of ours, or one that a newer program wrote."""
    if not path.is_file():
        raise StoreError("cannot_open", f"{path} is no file")
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as backup:
            refuse_newer(backup.execute("SELECT version_num FROM alembic_version").fetchone()[0])
            answer = backup.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.Error as error:
        raise StoreError("not_a_database", f"{path} is no backup: {error}") from error
    if answer != "ok":
        raise StoreError("damaged", f"{path} is damaged: {answer}")


def _put_in_place(path: Path, target: Path) -> Path | None:
    kept = target.with_name(target.name + ".before") if target.exists() else None
    if kept is not None:
        try:
            _copy(target, kept)
        except StoreError:
            shutil.copyfile(target, kept)
    _copy(path, target)
    for rest in ("-wal", "-shm"):
        target.with_name(target.name + rest).unlink(missing_ok=True)
    return kept
