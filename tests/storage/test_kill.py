"""A process that is killed while it writes leaves each piece of work whole or not there at all."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

from storage.store import Store
from tests.storage.samples import NOW, found_office

_WRITER = textwrap.dedent(
    """
    import asyncio, sys
    from bot.core.models import Changes
    from storage.store import Store
    from tests.storage.samples import a_message, a_row, a_source, a_task

    async def write(url, workspace):
        store = await Store.open(url)
        for row in await store.waiting_updates("tg"):
            async with store.work(workspace) as work:
                n = await work.next_number()
                id = f"u{row.update_id}"
                save = a_message(id), a_task(n), a_source(n, id), a_row(f"reply:{id}")
                await work.apply(Changes(save=save), receipt=("tg", row.update_id))
            print(row.update_id, flush=True)

    asyncio.run(write(sys.argv[1], int(sys.argv[2])))
    """
)
UPDATES = 150


async def test_killed_at_any_moment_every_update_is_applied_exactly_once(store: Store, database_url: str) -> None:
    workspace, _ = await found_office(store)
    await store.put_updates("tg", [(n, "tg:1", "{}") for n in range(UPDATES)], NOW)
    acknowledged: set[int] = set()
    kills = 0
    while await store.waiting_updates("tg"):
        said, killed = await asyncio.to_thread(_write_and_kill, database_url, workspace, 30 + 10 * kills)
        acknowledged |= said
        kills += killed
        await _check(store, workspace, acknowledged)
    assert kills >= 2
    async with store.look(workspace) as look:
        assert len(await look.known_tasks()) == UPDATES


async def _check(store: Store, workspace: int, acknowledged: set[int]) -> None:
    """What the killed process had said to be done is done, and nothing is half there."""
    waiting = {row.update_id for row in await store.waiting_updates("tg")}
    done = {f"u{n}" for n in range(UPDATES) if n not in waiting}
    assert acknowledged.isdisjoint(waiting)
    async with store.look(workspace) as look:
        assert {m.message.id for m in await look.messages(limit=UPDATES)} == done
        known = await look.known_tasks()
        assert {k.sources[0].message for k in known} == done
        assert len(known) == len(done)
        for id in done:
            assert await look.outbox(f"reply:{id}") is not None


def _write_and_kill(url: str, workspace: int, after: int) -> tuple[set[int], bool]:
    """Let a process write and kill it while it is at it; what it said was written, and whether it was killed."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _WRITER, url, str(workspace)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root, text=True) as writer:
        assert writer.stdout is not None
        said: list[str] = []
        for line in writer.stdout:
            said.append(line)
            if len(said) == after:
                writer.send_signal(signal.SIGKILL)
        code = writer.wait()
    assert code in (0, -signal.SIGKILL)
    return {int(line) for line in said if line.endswith("\n")}, code == -signal.SIGKILL
