"""Fixtures that every room's tests may use: fresh databases on both engines, and a store in one.

A test that asks for `store` or `database_url` runs twice, on SQLite and on PostgreSQL; one that needs only one engine
says `@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from storage.store import Store
from tests.databases import PostgresOriginal, SqliteOriginal, postgres_server

# Speed is measured in tests/bench as a ratio, never by a test that a busy machine can fail.
settings.register_profile("jianfu", deadline=None)
settings.load_profile("jianfu")


@pytest.fixture(scope="session")
def sqlite_original(tmp_path_factory: pytest.TempPathFactory) -> SqliteOriginal:
    """The migrated SQLite file that tests copy."""
    return SqliteOriginal(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_original() -> Iterator[PostgresOriginal]:
    """The migrated PostgreSQL database that tests copy; the server starts with the first test that needs it."""
    with postgres_server() as server:
        original = PostgresOriginal(server)
        yield original
        original.close()


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh database with the present schema, on each engine in turn."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_original").copy(tmp_path)
    else:
        with request.getfixturevalue("postgres_original").copy() as url:
            yield url


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any tables, on each engine in turn."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}"
    else:
        with request.getfixturevalue("postgres_original").copy(empty=True) as url:
            yield url


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    """An open store in a fresh database."""
    opened = await Store.open(database_url)
    yield opened
    await opened.close()
