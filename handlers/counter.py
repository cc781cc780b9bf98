"""Where what comes in waits while other things are being written: all that waits is then written together.

One commit is the dearest part of a message; under load many messages share one.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

MOST = 32
"""How many things are taken in together at most, unless one bundle has more."""

Settle = Callable[[int, Sequence[Sequence[T]]], Awaitable[Sequence[R | Exception]]]
"""Takes the office and the bundles that wait for it, in order of arrival; gives each its result or its failure."""


class Counter(Generic[T, R]):
    """One queue an office. Whoever hands a bundle of things in waits for its own result."""

    def __init__(self) -> None:
        self._queues: dict[int, deque[tuple[Sequence[T], asyncio.Future[R]]]] = {}
        self._clerks: dict[int, asyncio.Task[None]] = {}

    async def hand_in(self, office: int, bundle: Sequence[T], settle: Settle[T, R]) -> R:
        """Have a bundle settled, together with what else waits for that office by then; raises its own failure."""
        answer: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._queues.setdefault(office, deque()).append((bundle, answer))
        if office not in self._clerks:
            clerk = self._clerks[office] = asyncio.create_task(self._serve(office, settle))
            clerk.add_done_callback(lambda done: self._close(office, done))
        return await answer

    async def _serve(self, office: int, settle: Settle[T, R]) -> None:
        queue = self._queues[office]
        taken: list[tuple[Sequence[T], asyncio.Future[R]]] = []
        try:
            while queue:
                taken = [queue.popleft()]
                while queue and sum(len(bundle) for bundle, _ in taken) + len(queue[0][0]) <= MOST:
                    taken.append(queue.popleft())
                results = await settle(office, [bundle for bundle, _ in taken])
                for (_, answer), result in zip(taken, results, strict=True):
                    _give(answer, result)
            del self._clerks[office]
        finally:
            for _, answer in taken:
                answer.cancel()

    def _close(self, office: int, clerk: asyncio.Task[None]) -> None:
        """A clerk that was broken off, perhaps before he began, leaves nobody waiting for ever."""
        if self._clerks.get(office) is clerk:
            del self._clerks[office]
            while self._queues[office]:
                self._queues[office].popleft()[1].cancel()


def _give(answer: asyncio.Future[R], result: R | Exception) -> None:
    if answer.done():
        return
    if isinstance(result, Exception):
        answer.set_exception(result)
    else:
        answer.set_result(result)
