"""The schema's history, run at start; `HEAD` is the revision this program was written for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0005"
"""Revisions are four digits that count up, so that a newer one can be told without knowing it."""


def version(connection: Connection) -> str | None:
    """The revision the database is at; None when it is empty."""
    found = connection.dialect.has_table(connection, "alembic_version")
    return connection.scalar(text("SELECT version_num FROM alembic_version")) if found else None


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings without a file; with a connection the migrations run inside its transaction."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings


def upgrade(connection: Connection) -> None:
    """Bring the database to `HEAD` inside the connection's transaction."""
    from alembic import command

    command.upgrade(config(connection), HEAD)
