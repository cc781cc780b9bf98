"""The office that handler tests play in."""

from __future__ import annotations

import pytest

from storage.store import Store
from tests.handlers.office import Office, open_office
from tests.handlers.scene import Scene, open_scene


@pytest.fixture
async def scene(store: Store) -> Scene:
    """An office of four people on 23 September 2026, 09:30, a Wednesday."""
    return await open_scene(store)


@pytest.fixture
async def office(store: Store) -> Office:
    """An office of one admin, for what comes in from outside."""
    return await open_office(store)
