"""What happens before a store is handed out: the schema is looked at, brought up to date, or refused."""

from __future__ import annotations

from sqlalchemy import text

from storage import migrations
from storage.engine import Database
from storage.errors import StoreError, connection_failures


async def prepare(database: Database, *, migrate: bool) -> None:
    """Make sure that the database is ours, writable and at the schema this program was written for."""
    _create_for_us_alone(database, migrate=migrate)
    with connection_failures():
        async with database.writing() as connection:
            found = await connection.run_sync(migrations.version)
            refuse_newer(found)
            if found == migrations.HEAD:
                # Changes nothing, yet fails at once where writing would fail with the first message.
                await connection.execute(text("UPDATE alembic_version SET version_num = version_num WHERE 1 = 0"))
                return
            if not migrate:
                raise StoreError("old_schema", f"schema {found or 'none'}, needed {migrations.HEAD}: jianfu migrate")
            if not database.is_sqlite:
                # Two processes that start together: the second waits here and finds the work done.
                await connection.execute(text("SELECT pg_advisory_xact_lock(718281828)"))
                found = await connection.run_sync(migrations.version)
                refuse_newer(found)
            if found != migrations.HEAD:
                await connection.run_sync(migrations.upgrade)


def _create_for_us_alone(database: Database, *, migrate: bool) -> None:
    """A new file is for its owner only: what people write to an office is nobody else's business."""
    path = database.path
    if path is None or str(path).startswith("file:") or path.exists():
        return
    if not migrate:
        raise StoreError("no_database", f"{path} does not exist: jianfu migrate")
    try:
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreError("cannot_open", str(error)) from error


def refuse_newer(found: str | None) -> None:
    """Raise StoreError("newer_schema") for a revision this program does not know."""
    if found is not None and found > migrations.HEAD:
        raise StoreError(
            "newer_schema", f"the database has schema {found}, this program knows {migrations.HEAD}: update jianfu"
        )
