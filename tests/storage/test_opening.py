"""Opening a database: the schema it gets, and every way in which it can be no good."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, inspect, text

from storage import migrations
from storage.engine import connect
from storage.errors import StoreError
from storage.store import Store
from storage.tables import metadata
from tests.storage.samples import NOW, a_task, found_office, save


def described(connection: Connection) -> dict[str, Any]:
    """Everything the engine itself says about the tables."""
    inspector = inspect(connection)
    found: dict[str, Any] = {}
    for name in sorted(set(inspector.get_table_names()) - {"alembic_version"}):
        found[name] = {
            "columns": [{**column, "type": str(column["type"])} for column in inspector.get_columns(name)],
            "key": inspector.get_pk_constraint(name),
            "foreign": sorted(inspector.get_foreign_keys(name), key=repr),
            "unique": sorted(inspector.get_unique_constraints(name), key=repr),
            "indexes": sorted(
                (
                    {**i, "dialect_options": {k: str(v) for k, v in i.get("dialect_options", {}).items()}}
                    for i in inspector.get_indexes(name)
                ),
                key=repr,
            ),
        }
        if connection.dialect.name == "sqlite":
            words = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": name})
            found[name]["counts up"] = "AUTOINCREMENT" in (words or "")
    return found


async def inside(url: str, ask: Callable[[Connection], Any]) -> Any:
    """What a function of a plain connection says about the database."""
    database = connect(url)
    try:
        async with database.writing() as connection:
            return await connection.run_sync(ask)
    finally:
        await database.close()


async def test_migrated_from_zero_equals_the_tables(empty_url: str, database_url: str) -> None:
    if empty_url.partition(":")[0] != database_url.partition(":")[0]:
        pytest.skip("both of one engine")
    await inside(empty_url, metadata.create_all)
    migrated = await inside(database_url, described)
    assert migrated == await inside(empty_url, described)
    assert set(migrated) == set(metadata.tables)


async def test_alembic_finds_nothing_left_to_migrate(database_url: str) -> None:
    def compare(connection: Connection) -> Any:
        return compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)

    assert await inside(database_url, compare) == []


def test_the_program_knows_its_newest_migration_and_revisions_count_up() -> None:
    scripts = ScriptDirectory.from_config(migrations.config())
    assert scripts.get_heads() == [migrations.HEAD]
    revisions = [script.revision for script in scripts.walk_revisions()]
    assert revisions == [f"{n:04}" for n in range(len(revisions), 0, -1)]


async def test_every_migration_can_be_taken_back(database_url: str) -> None:
    def downgrade(connection: Connection) -> list[str]:
        from alembic import command

        command.downgrade(migrations.config(connection), "base")
        return inspect(connection).get_table_names()

    assert await inside(database_url, downgrade) == ["alembic_version"]


async def test_an_empty_database_is_migrated_at_opening(empty_url: str) -> None:
    store = await Store.open(empty_url)
    assert (await store.health()).schema == migrations.HEAD
    await store.close()


async def test_two_processes_that_open_an_empty_database_together_both_succeed(empty_url: str) -> None:
    stores = await asyncio.gather(*(Store.open(empty_url) for _ in range(3)))
    for store in stores:
        assert (await store.health()).schema == migrations.HEAD
        await store.close()


async def test_a_failing_migration_leaves_the_database_as_it_was(
    empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        raise ZeroDivisionError

    monkeypatch.setattr(migrations, "upgrade", half)
    with pytest.raises(ZeroDivisionError):
        await Store.open(empty_url)
    assert await inside(empty_url, described) == {}


def modes(folder: Path) -> set[int]:
    """The rights of all files in a folder."""
    return {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}


async def code_of(url: str, **more: Any) -> str:
    """The code with which opening fails."""
    with pytest.raises(StoreError) as caught:
        await (await Store.open(url, **more)).close()
    assert caught.value.detail
    return caught.value.code


async def test_a_newer_database_is_refused_and_untouched(database_url: str) -> None:
    await inside(database_url, lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'")) and None)
    assert await code_of(database_url) == "newer_schema"
    found = await inside(database_url, lambda c: c.scalar(text("SELECT version_num FROM alembic_version")))
    assert found == "9999"


async def test_a_missing_file_is_not_made_where_migrating_is_not_wanted_and_else_for_its_owner_alone(
    tmp_path: Path,
) -> None:
    path = tmp_path / "new.db"
    assert await code_of(f"sqlite:///{path}", migrate=False) == "no_database"
    assert not path.exists()
    store = await Store.open(f"sqlite:///{path}")
    await found_office(store)
    assert modes(tmp_path) == {0o600}
    await store.close()


async def test_an_old_database_is_refused_where_migrating_is_not_wanted(empty_url: str) -> None:
    await inside(empty_url, lambda c: c.execute(text("CREATE TABLE other (id INTEGER)")) and None)
    assert await code_of(empty_url, migrate=False) == "old_schema"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "jianfu.db",
        "mysql://localhost/x",
        "sqlite+pysqlite:///x.db",
        "postgresql+psycopg://h/x",
        "postgresql://h:port/x",
    ],
)
async def test_a_wrong_address_is_refused(url: str) -> None:
    assert await code_of(url) == "bad_url"


async def test_files_that_are_no_database_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("this is no database, " * 100)
    assert await code_of(f"sqlite:///{tmp_path / 'text.db'}") == "not_a_database"
    assert await code_of(f"sqlite:///{tmp_path}") == "is_directory"
    assert await code_of(f"sqlite:///{tmp_path / 'missing' / 'x.db'}") == "cannot_open"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_read_only_file_is_refused(database_url: str) -> None:
    path = database_url.partition("///")[2]
    if os.geteuid() != 0:  # nothing is read-only for root
        os.chmod(path, 0o400)  # noqa: PTH101
        assert await code_of(database_url) == "read_only"
    assert await code_of(f"sqlite:///file:{path}?mode=ro&uri=true") == "read_only"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_full_disk_is_an_error_with_a_code_and_nothing_is_half_written(database_url: str) -> None:
    store = await Store.open(database_url)
    workspace, _ = await found_office(store)
    engine = store._database.writer.sync_engine

    @event.listens_for(engine, "begin")
    def no_room(connection: Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(StoreError) as caught:
        await save(store, workspace, *(a_task(n, due=NOW) for n in range(1, 500)))
    assert caught.value.code == "disk_full"
    async with store.look(workspace) as look:
        assert await look.tasks() == []
    await store.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_file_locked_by_another_program_is_an_error_with_a_code(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engine.BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(database_url.partition("///")[2])) as other:
        other.execute("BEGIN IMMEDIATE")
        assert await code_of(database_url) == "locked"


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_a_server_that_cannot_be_used_is_told_apart(database_url: str) -> None:
    assert await code_of("postgresql://127.0.0.1:1/jianfu") == "unreachable"
    assert await code_of("postgresql://no-such-host.invalid/jianfu") == "unreachable"
    import re

    assert await code_of(re.sub(r"/jianfu_test_\w+", "/no_such_database", database_url)) == "no_database"
    assert await code_of(re.sub(r"//[^@]*@", "//nobody@", database_url)) == "denied"


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_a_server_that_comes_back_is_used_again(database_url: str) -> None:
    store = await Store.open(database_url)
    workspace, _ = await found_office(store)
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"
    await inside(database_url, lambda c: c.execute(text(others)) and None)
    await save(store, workspace, a_task(1))
    async with store.look(workspace) as look:
        assert await look.task(1) is not None
    await store.close()


async def test_memory_is_a_database_that_is_gone_at_closing() -> None:
    store = await Store.open("sqlite+aiosqlite:///:memory:")
    path = store._database.path
    workspace, _ = await found_office(store)
    await save(store, workspace, a_task(1))
    async with store.look(workspace) as look:
        assert await look.task(1) is not None
    await store.close()
    assert path is not None and not path.exists()


async def test_sqlite_is_kept_safe_against_a_power_cut(tmp_path: Path) -> None:
    store = await Store.open(f"sqlite:///{tmp_path / 'x.db'}")
    async with store._database.writing() as connection:
        answers = [
            await connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    await store.close()
    assert answers == ["wal", 2, 1]


async def test_a_second_opening_needs_no_migration_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    await (await Store.open(url)).close()
    monkeypatch.setattr(migrations, "upgrade", None)
    await (await Store.open(url)).close()
