"""Waiting in tests: until something holds, with an end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable


async def until(holds: Callable[[], bool | Awaitable[bool]], within: float = 60.0) -> None:
    """Return as soon as `holds` says so (it may be async); fails after `within` seconds: many, for a slow machine."""
    loop = asyncio.get_running_loop()
    give_up = loop.time() + within
    while True:
        answer = holds()
        if answer if isinstance(answer, bool) else await answer:
            return
        if loop.time() > give_up:
            raise AssertionError(f"did not come true within {within} s")
        await asyncio.sleep(0.01)
