"""The tasks kept in the process are those in the database, whoever wrote them."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.models import KnownTask, TaskState
from storage.store import Store
from tests.storage.samples import DAY, NOW, a_source, a_task, found_office, save, sources, tasks

steps = st.lists(
    st.tuples(st.booleans(), st.sampled_from(["save", "undoable", "undo"]), st.lists(tasks | sources, max_size=3)),
    max_size=6,
)


async def known(store: Store, workspace: int) -> list[KnownTask]:
    """What a store knows."""
    async with store.look(workspace) as look:
        return list(await look.known_tasks())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
async def test_two_processes_and_a_fresh_one_always_know_the_same(
    store: Store, database_url: str, steps: list[tuple[bool, str, list[Any]]]
) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, a_task(1), a_task(2), a_task(3))
    other = await Store.open(database_url)
    try:
        for ours, verb, entities in steps:
            writer = store if ours else other
            async with writer.work(workspace) as work:
                before = await work.known_tasks()
                if verb == "undo":
                    await work.undo(admin, NOW)
            if verb != "undo":
                label = {"undo_label": "x", "undo_by": admin} if verb == "undoable" else {}
                await save(writer, workspace, *entities, **label)
                assert before == tuple(before)
            fresh = await Store.open(database_url)
            try:
                expected = await known(fresh, workspace)
            finally:
                await fresh.close()
            assert await known(store, workspace) == expected
            assert await known(other, workspace) == expected
    finally:
        await other.close()


async def test_a_task_closed_long_before_the_latest_source_is_forgotten(store: Store) -> None:
    workspace, _ = await found_office(store)
    old = a_task(1, state=TaskState.DONE, closed_at=NOW - 31 * DAY)
    recent = a_task(2, state=TaskState.DONE, closed_at=NOW - 29 * DAY)
    await save(store, workspace, old, recent, a_task(3))
    assert [k.task.number for k in await known(store, workspace)] == [1, 2, 3]
    await save(store, workspace, a_source(3))
    assert [k.task.number for k in await known(store, workspace)] == [2, 3]


async def test_a_task_reopened_after_it_was_forgotten_is_known_again_with_its_sources(store: Store) -> None:
    workspace, _ = await found_office(store)
    closed = a_task(1, state=TaskState.DONE, closed_at=NOW - 31 * DAY)
    await save(store, workspace, closed, a_source(1, at=NOW - 40 * DAY), a_task(2), a_source(2, "m2"))
    assert [k.task.number for k in await known(store, workspace)] == [2]
    await save(store, workspace, a_task(1))
    assert [(k.task.number, len(k.sources)) for k in await known(store, workspace)] == [(1, 1), (2, 1)]


async def test_what_did_not_change_stays_the_same_object(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_task(1), a_source(1), a_task(2), a_source(2))
    first, second = await known(store, workspace)
    await save(store, workspace, a_source(2, "m9"))
    again, changed = await known(store, workspace)
    assert again is first
    assert changed is not second and len(changed.sources) == 2
