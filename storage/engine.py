"""Opening a database: addresses, connections, pragmas, and the one writer that SQLite allows."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4
from weakref import WeakValueDictionary

from sqlalchemy import URL, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.aiosqlite_cursor import OneVisitConnection, open_connection
from storage.errors import StoreError, connection_failures, store_failures

BUSY_SECONDS = 10.0
"""How long a writer waits for another process's write before it gives up."""
PROCESS = "jianfu:"
"""How a server sees our connections: this and a number of each opened database."""
READERS = 4
"""Connections kept for reading."""

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}


class _WriteLock(asyncio.Lock):
    """Lets writers of one SQLite file queue in arrival order; says so when a task would wait for itself."""

    holder: asyncio.Task[Any] | None = None

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        task = asyncio.current_task()
        if self.holder is not None and self.holder is task:
            raise RuntimeError("a write inside a write: finish `async with store.work(…)` before writing again")
        async with self:
            self.holder = task
            try:
                yield
            finally:
                self.holder = None


_locks: WeakValueDictionary[tuple[int, str], _WriteLock] = WeakValueDictionary()


def read_url(url: str) -> URL:
    """The address with the driver this store uses; raises StoreError("bad_url") with what is wrong."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StoreError("bad_url", f"not a database address: {error}") from error
    driver = _DRIVERS.get(parsed.drivername.partition("+")[0])
    if driver is None or parsed.drivername.partition("+")[2] not in ("", driver.partition("+")[2]):
        raise StoreError("bad_url", f"{parsed.drivername} is not supported; use sqlite+aiosqlite or postgresql+asyncpg")
    return parsed.set(drivername=driver)


@dataclass(slots=True)
class Database:
    """One open database: how to write, how to read, and what its SQL dialect needs to be told."""

    url: URL
    writer: AsyncEngine
    reader: AsyncEngine
    lock: _WriteLock | None = None
    temporary: tempfile.TemporaryDirectory[str] | None = field(default=None)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a file of ours rather than a server."""
        return self.lock is not None

    @property
    def path(self) -> Path | None:
        """The database file, None on a server."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    def insert(self, table: Any) -> Any:
        """The engine's own INSERT, the one that knows ON CONFLICT."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """One write transaction: committed at the end, rolled back on an exception."""
        async with AsyncExitStack() as stack:
            stack.enter_context(store_failures())
            if self.lock is not None:
                await stack.enter_async_context(self.lock.held())
            with connection_failures():
                connection = await stack.enter_async_context(self.writer.begin())
            yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """One read transaction over one state of the database."""
        async with AsyncExitStack() as stack:
            stack.enter_context(store_failures())
            with connection_failures():
                connection = await stack.enter_async_context(self.reader.connect())
            yield connection

    async def close(self) -> None:
        """Give every connection back; a temporary database is deleted."""
        await self.reader.dispose()
        await self.writer.dispose()
        if self.temporary is not None:
            self.temporary.cleanup()


def connect(url: str) -> Database:
    """Engines for the address; nothing is opened yet. `:memory:` becomes a temporary file, so that it behaves alike."""
    parsed = read_url(url)
    if parsed.drivername.startswith("postgresql"):
        return _postgres(parsed)
    return _sqlite(parsed)


def _sqlite(url: URL) -> Database:
    temporary = None
    if url.database in (None, "", ":memory:"):
        temporary = tempfile.TemporaryDirectory(prefix="jianfu-")
        url = url.set(database=os.fspath(Path(temporary.name) / "jianfu.db"))
    _refuse_bad_path(url)
    # A transaction is always ended by its context, so the pool need not roll back once more.
    options: dict[str, Any] = {"async_creator": partial(_open_file, url), "pool_reset_on_return": None}
    writer = create_async_engine(url, pool_size=1, max_overflow=0, pool_timeout=60, **options)
    reader = create_async_engine(url, pool_size=READERS, max_overflow=0, pool_timeout=60, **options)
    synchronous = "OFF" if temporary else "FULL"
    _prepare(writer, ("PRAGMA journal_mode=WAL", f"PRAGMA synchronous={synchronous}"), "BEGIN IMMEDIATE")
    _prepare(reader, ("PRAGMA query_only=ON",), "BEGIN")
    key = (id(asyncio.get_running_loop()), os.path.realpath(url.database or ""))
    lock = _locks.get(key)
    if lock is None:
        lock = _locks[key] = _WriteLock()
    return Database(url, writer, reader, lock, temporary)


async def _open_file(url: URL, *_args: Any, **_options: Any) -> OneVisitConnection:
    name, more = url.database or "", {"uri": True} if url.query.get("uri") else {}
    if more:
        name += "?" + urlencode({key: value for key, value in url.query.items() if key != "uri"})
    return await open_connection(name, timeout=BUSY_SECONDS, check_same_thread=False, **more)


def _refuse_bad_path(url: URL) -> None:
    if not url.database or url.database.startswith("file:"):
        return
    path = Path(url.database)
    if path.is_dir():
        raise StoreError("is_directory", f"{path} is a directory, not a database file")
    if not path.parent.is_dir():
        raise StoreError("cannot_open", f"the directory {path.parent} does not exist")


def _prepare(engine: AsyncEngine, pragmas: tuple[str, ...], begin: str) -> None:
    """Sets every new connection up, and begins transactions ourselves: the driver would begin them too late."""

    @event.listens_for(engine.sync_engine, "connect")
    def _connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in ("PRAGMA foreign_keys=ON", *pragmas):
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begun(connection: Any) -> None:
        connection.exec_driver_sql(begin)


def _postgres(url: URL) -> Database:
    named = {"server_settings": {"application_name": f"{PROCESS}{uuid4().hex[:12]}"}}
    try:
        engine = create_async_engine(url, pool_size=5, max_overflow=5, pool_pre_ping=True, connect_args=named)
    except ImportError as error:
        raise StoreError("missing_driver", "PostgreSQL needs the extra: pip install 'jianfu[postgres]'") from error
    reader = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Database(url, engine, reader)
