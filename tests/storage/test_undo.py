"""Taking back: exactly, or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.core.models import (
    Assignment,
    AssignmentState,
    Changes,
    Group,
    JournalEntry,
    OutboxState,
    Relation,
    Reminder,
    Rung,
    TaskState,
)
from storage import tables
from storage.images import plain
from storage.store import Store
from tests.storage.samples import (
    MINUTE,
    NOW,
    a_message,
    a_reminder,
    a_row,
    a_source,
    a_task,
    entities,
    found_office,
    save,
)

NOT_TAKEN_BACK = {"workspace", "journal", "action", "outbox"}


async def contents(store: Store, workspace: int) -> dict[str, list[Any]]:
    """Every row of an office as stored, except what is only ever added to and the revisions."""
    found = {}
    async with store._database.reading() as connection:
        for name, table in tables.metadata.tables.items():
            if name in NOT_TAKEN_BACK or name == "inbox":
                continue
            columns = [column for column in plain(table).columns if column.name != "revision"]
            rows = await connection.execute(select(*columns).where(plain(table).c.workspace == workspace))
            found[name] = sorted((tuple(row) for row in rows), key=repr)
    return found


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.lists(entities, max_size=8), change=st.lists(entities, min_size=1, max_size=8))
async def test_any_change_can_be_taken_back_to_the_letter(store: Store, before: list[Any], change: list[Any]) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, a_task(1), a_task(2), a_task(3), *before)
    old = await contents(store, workspace)
    async with store.look(workspace) as look:
        known = [(k.task, k.sources) for k in await look.known_tasks()]
    await save(store, workspace, *change, undo_label="done", undo_by=admin)
    async with store.work(workspace) as work:
        if await work.last_action(admin) is not None:
            assert await work.undo(admin, NOW) == "done"
            assert await work.undo(admin, NOW) is None
    assert await contents(store, workspace) == old
    async with store.look(workspace) as look:
        again = {k.task.number: (k.task, k.sources) for k in await look.known_tasks()}
    assert all(again[task.number] == (task, sources) for task, sources in known if task.number in again)


async def test_changes_are_taken_back_last_first(store: Store) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, a_task(1))
    for urged in (1, 2):
        journal = JournalEntry(NOW + urged * MINUTE, "urged", "r")
        await save(store, workspace, a_task(1, urged=urged), journal, undo_label=f"to {urged}", undo_by=admin)
    async with store.work(workspace) as work:
        assert await work.last_action(admin) == ("to 2", NOW + 2 * MINUTE)
        assert [await work.undo(admin, NOW) for _ in range(3)] == ["to 2", "to 1", None]
    async with store.look(workspace) as look:
        assert await look.task(1) == a_task(1)


async def test_only_ones_own_change_is_taken_back(store: Store) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, a_task(1))
    await save(store, workspace, a_task(1, state=TaskState.DONE), undo_label="done", undo_by=admin)
    async with store.work(workspace) as work:
        assert await work.undo(admin + 1, NOW) is None
        assert await work.last_action(admin + 1) is None
        assert await work.undo(admin, NOW) == "done"


async def test_what_others_changed_since_stays(store: Store) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, a_task(1), a_source(1))
    done = a_task(1, state=TaskState.DONE, closed_at=NOW)
    await save(store, workspace, done, undo_label="done", undo_by=admin)
    pressed = a_source(1, "m2", relation=Relation.REMINDER)
    await save(store, workspace, replace(done, urged=1), pressed)
    async with store.work(workspace) as work:
        assert await work.undo(admin, NOW) == "done"
        assert await work.task(1) == a_task(1, urged=1)
        assert len(await work.sources(1)) == 2


async def test_a_fact_that_somebody_changed_again_forbids_taking_back_and_is_named(store: Store) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, a_task(1), a_task(2))
    ours = (a_task(1, due=NOW), a_task(2, due=NOW))
    await save(store, workspace, *ours, undo_label="due", undo_by=admin)
    await save(store, workspace, a_task(2, due=NOW + MINUTE))
    old = await contents(store, workspace)
    async with store.work(workspace) as work:
        found = await work.undoable(admin)
        assert found is not None
        assert (found.label, found.tasks, found.obstacles) == ("due", (1, 2), ("task",))
        assert await work.undo(admin, NOW) is None
    assert await contents(store, workspace) == old


@pytest.mark.parametrize(
    "since",
    [a_source(2, "m9"), Assignment(2, 1, AssignmentState.DONE), Assignment(2, 7)],
    ids=["source", "done", "new"],
)
async def test_a_task_on_which_something_new_hangs_is_not_taken_away(store: Store, since: Any) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, a_task(1), a_source(1))
    split = (a_task(2), a_source(2, "m1"), Assignment(2, 1))
    await save(store, workspace, *split, undo_label="split", undo_by=admin)
    await save(store, workspace, since)
    async with store.work(workspace) as work:
        found = await work.undoable(admin)
        assert found is not None and len(found.obstacles) == 1
        assert await work.undo(admin, NOW) is None
        assert await work.task(2) is not None


async def test_reminders_planned_since_do_not_keep_a_task_from_going(store: Store) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, a_task(1), a_source(1), undo_label="split", undo_by=admin)
    await save(store, workspace, a_reminder(1, admin), a_row("reply:1", data={"cards": [1]}))
    [(_, row)] = await store.claim_outbox(NOW, 1)
    await store.mark_outbox([replace(row, state=OutboxState.SENT)])
    async with store.work(workspace) as work:
        assert await work.undo(admin, NOW) == "split"
        assert await work.known_tasks() == ()
        assert await work.reminders() == []
        assert await work.last_card("tg:1", 1) is None


async def test_what_was_said_stays_said_and_what_was_not_is_not_said(store: Store) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, a_task(1), a_reminder(1, admin))
    planned = Reminder(1, admin, Rung.SNOOZE, NOW, NOW)
    change = (a_reminder(1, admin, state="void"), planned, a_row("a"), a_row("b", "tg:2"))
    await save(store, workspace, *change, undo_label="snooze", undo_by=admin)
    await save(store, workspace, replace(planned, state="sent"))
    [(_, first)] = await store.claim_outbox(NOW, 1)
    await store.mark_outbox([replace(first, state=OutboxState.SENT)])
    async with store.work(workspace) as work:
        assert await work.undo(admin, NOW) == "snooze"
        assert await work.reminders(states=("sent",)) == [replace(planned, state="sent")]
        assert await work.reminders() == [a_reminder(1, admin)]
        states = [(await work.outbox(key)) for key in ("a", "b")]
        assert [row and row.state for row in states] == [OutboxState.SENT, OutboxState.VOID]


async def test_a_failed_undo_in_a_failed_work_changes_nothing(store: Store) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, a_task(1), undo_label="new", undo_by=admin)
    with pytest.raises(ZeroDivisionError):
        async with store.work(workspace) as work:
            await work.undo(admin, NOW)
            raise ZeroDivisionError
    async with store.look(workspace) as look:
        assert [known.task.number for known in await look.known_tasks()] == [1]
        assert await look.last_action(admin) is not None


async def test_a_change_that_changed_nothing_is_not_remembered(store: Store) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, a_task(1))
    await save(store, workspace, a_task(1), undo_label="done", undo_by=admin)
    async with store.look(workspace) as look:
        assert await look.last_action(admin) is None


async def test_another_process_forgets_a_task_that_was_taken_away(store: Store, database_url: str) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, a_task(1))
    await save(store, workspace, a_task(2), a_source(2), undo_label="split", undo_by=admin)
    other = await Store.open(database_url)
    try:
        async with other.look(workspace) as look:
            assert len(await look.known_tasks()) == 2
        async with store.work(workspace) as work:
            await work.undo(admin, NOW)
        async with other.look(workspace) as look:
            assert [known.task.number for known in await look.known_tasks()] == [1]
    finally:
        await other.close()


async def test_a_renamed_group_and_a_moved_message_come_back(store: Store) -> None:
    workspace, admin = await found_office(store)
    ids = (await save(store, workspace, Group(0, "甲群"), a_message("m1", group=0))).ids
    renamed = Group(ids["甲群"], "乙群", aliases=("甲群",))
    fresh = Group(-1, "丙群")
    await save(store, workspace, renamed, fresh, a_message("m1", group=-1), undo_label="move", undo_by=admin)
    async with store.work(workspace) as work:
        message = await work.message("m1")
        assert message is not None and message.group != ids["甲群"]
        assert await work.undo(admin, NOW) == "move"
        assert [group.name for group in await work.groups()] == ["甲群"]
        assert await work.message("m1") == a_message("m1", group=ids["甲群"])


async def test_changes_without_a_label_cannot_be_taken_back(store: Store) -> None:
    workspace, admin = await found_office(store)
    async with store.work(workspace) as work:
        await work.apply(Changes(save=(a_task(1),), undo_by=admin))
        await work.apply(Changes(save=(a_task(2),), undo_label="done"))
        assert await work.undo(admin, NOW) is None


async def test_what_a_group_heard_since_a_change_stays_counted_when_that_is_taken_back(store: Store) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, Group(0, "甲群", messages=3, last_at=NOW, first_at=NOW))
    async with store.work(workspace) as work:
        [known] = await work.groups()
        joined = replace(known, messages=10, repeats=2, first_at=NOW - MINUTE, aliases=("乙群",))
        await work.apply(Changes((joined,), "group_joined_up", admin))
    async with store.work(workspace) as work:
        await work.apply(Changes((replace(joined, messages=11, last_at=NOW + MINUTE),)))
        assert await work.undo(admin, NOW) == "group_joined_up"
        [after] = await work.groups()
    assert after == replace(known, messages=4, last_at=NOW + MINUTE)
