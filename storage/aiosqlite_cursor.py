"""aiosqlite with one visit to its thread for each statement instead of four, which is most of what a message costs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

import aiosqlite


class OneVisitCursor:
    """What SQLAlchemy needs of an aiosqlite cursor; the rows are fetched and the cursor closed with the execution."""

    description: Any = None
    rowcount = -1
    lastrowid: int | None = None
    arraysize = 1

    def __init__(self, connection: OneVisitConnection) -> None:
        self._connection = connection
        self._rows: list[Any] = []

    async def __aenter__(self) -> OneVisitCursor:
        return self

    async def execute(self, operation: str, parameters: Sequence[Any] = ()) -> OneVisitCursor:
        """Run one statement and fetch all its rows."""
        return await self._visit(sqlite3.Cursor.execute, operation, parameters)

    async def executemany(self, operation: str, parameters: Iterable[Sequence[Any]]) -> OneVisitCursor:
        """Run one statement with each of the parameters."""
        return await self._visit(sqlite3.Cursor.executemany, operation, parameters)

    async def fetchall(self) -> list[Any]:
        """The rows of the execution."""
        return self._rows

    async def close(self) -> None:
        """Nothing is left to be closed."""

    async def _visit(self, run: Any, operation: str, parameters: Any) -> OneVisitCursor:
        found = await self._connection.visit(partial(_run, self._connection._conn, run, operation, parameters))
        self.description, self.rowcount, self.lastrowid, self._rows = found
        return self


class OneVisitConnection(aiosqlite.Connection):
    """A connection whose cursors are `OneVisitCursor`s; its thread does not keep the process alive."""

    def cursor(self) -> Any:
        """A cursor; nothing happens until it executes."""
        return OneVisitCursor(self)

    async def visit(self, work: Callable[[], Any]) -> Any:
        """Do some work in the connection's thread."""
        return await self._execute(work)  # type: ignore[no-untyped-call]


def _run(connection: sqlite3.Connection, run: Any, operation: str, parameters: Any) -> tuple[Any, int, Any, list[Any]]:
    """In the connection's thread."""
    cursor = connection.cursor()
    try:
        run(cursor, operation, parameters)
        rows = cursor.fetchall() if cursor.description else []
        return cursor.description, cursor.rowcount, cursor.lastrowid, rows
    finally:
        cursor.close()


async def open_connection(database: str, **options: Any) -> OneVisitConnection:
    """What `async_creator` of the engine calls; the options are those of `sqlite3.connect`."""
    connection = OneVisitConnection(partial(sqlite3.connect, database, **options), 64)
    connection._thread.daemon = True
    await connection
    return connection
