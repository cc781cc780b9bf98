"""The one failure the store shows to others: a stable code for programs, a detail for the operator."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

_SQLITE_SIGNS = (
    ("file is not a database", "not_a_database"),
    ("malformed", "damaged"),
    ("readonly database", "read_only"),
    ("database or disk is full", "disk_full"),
    ("disk i/o error", "disk_error"),
    ("unable to open database file", "cannot_open"),
    ("is locked", "locked"),
)
_POSTGRES_STATES = {
    "28P01": "denied",
    "28000": "denied",
    "42501": "denied",
    "3D000": "no_database",
    "53100": "disk_full",
    "53300": "too_many_connections",
    "57P03": "unreachable",
    "57P01": "unreachable",
    "25006": "read_only",
    "55P03": "locked",
}


class StoreError(Exception):
    """The store cannot do its work. `code` is stable (`newer_schema`, `read_only`, …); `detail` is for the operator."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


def read_failure(error: BaseException) -> StoreError | None:
    """The `StoreError` a driver's failure stands for, or None when it is a mistake of ours that must show itself."""
    if isinstance(error, StoreError):
        return error
    cause = error.orig if isinstance(error, exc.DBAPIError) and error.orig is not None else error
    text = str(cause).strip() or type(cause).__name__
    state = _sqlstate(cause)
    if state is not None:
        code = _POSTGRES_STATES.get(state, "unreachable" if state.startswith("08") else None)
        return StoreError(code, text) if code else None
    if isinstance(cause, socket.gaierror | OSError | asyncio.TimeoutError):
        return StoreError("unreachable", text)
    for sign, code in _SQLITE_SIGNS:
        if sign in text.lower():
            return StoreError(code, text)
    if isinstance(error, exc.DBAPIError) and error.connection_invalidated:
        return StoreError("unreachable", text)
    return None


def _sqlstate(cause: BaseException | None) -> str | None:
    """The five-character state of PostgreSQL, wherever in the chain of causes the driver left it."""
    seen = 0
    while cause is not None and seen < 4:
        state = getattr(cause, "sqlstate", None)
        if isinstance(state, str):
            return state
        cause, seen = cause.__cause__, seen + 1
    return None


@contextmanager
def store_failures() -> Iterator[None]:
    """Turns what the database raises inside into `StoreError`; everything else passes, a caller's OSError too."""
    try:
        yield
    except exc.SQLAlchemyError as error:
        failure = read_failure(error)
        if failure is None:
            raise
        raise failure from error


@contextmanager
def connection_failures() -> Iterator[None]:
    """Turns what a driver raises while it connects (it may be a bare OSError) into `StoreError`."""
    try:
        yield
    except StoreError:
        raise
    except Exception as error:
        failure = read_failure(error)
        if failure is None:
            raise
        raise failure from error
