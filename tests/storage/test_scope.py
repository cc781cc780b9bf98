"""Nothing crosses a workspace's border."""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.models import Group, Member, OutboxState, Outcome, Role
from storage.rows import HOMES
from storage.store import Look, Store, StoreError, text_key
from tests.storage.samples import DAY, MINUTE, NOW, a_message, a_row, a_source, a_task, entities, found_office, save
from tests.storage.test_undo import contents

READS: dict[str, tuple[Any, ...]] = {
    "assignments": (),
    "group": (1,),
    "group_members": (1,),
    "group_named": ("a",),
    "group_of_chat": ("tg:9",),
    "group_tallies": (),
    "group_tasks": (1,),
    "group_ways": ([1],),
    "groups": (),
    "homes": (),
    "invitation": ("a",),
    "journal": (),
    "known_tasks": (),
    "last_action": (1,),
    "last_acted": (1,),
    "first_part": ("a",),
    "last_card": ("a", 1),
    "parked": ("a",),
    "member": (1,),
    "member_of_user": ("a",),
    "members": (),
    "lists": ("",),
    "memories": ("",),
    "all_sources": (),
    "memories_of": (["a"],),
    "memory": ("a",),
    "kept_originals": (["a" * 64],),
    "original": ("a" * 64,),
    "message": ("a",),
    "messages_of": (["a"],),
    "messages": (),
    "next_number": (),
    "occurrences": (1,),
    "open_burst": ("a",),
    "open_bursts": (["a"],),
    "open_occurrences": (NOW + 36500 * DAY,),
    "outbox": ("a",),
    "overlaps": (1,),
    "reminders": (),
    "search": (["a"],),
    "sources": (1,),
    "sources_of_message": ("a",),
    "task": (1,),
    "task_of_card": ("a", "a"),
    "tasks": (),
    "told_apart": (),
    "undoable": (1,),
}
WITH_TIMES = {"brought": ("a", "a", NOW, NOW), "heard_since": (NOW,), "marked_since": (1, "r", NOW), "listed": ("a", 1), "shared_notices": (NOW,), "find_twins": (["k"], NOW), "posted_at": (NOW, NOW), "outcome_counts": (NOW, NOW)}


def reading_methods() -> set[str]:
    """Every public question a `Look` answers."""
    return {name for name, _ in inspect.getmembers(Look, inspect.iscoroutinefunction) if not name.startswith("_")}


def test_every_question_is_tried_across_the_border() -> None:
    assert reading_methods() == set(READS) | set(WITH_TIMES)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ours=st.lists(entities, max_size=6), theirs=st.lists(entities, max_size=12))
async def test_writing_in_one_office_changes_no_answer_in_another(
    store: Store, ours: list[Any], theirs: list[Any]
) -> None:
    here, _ = await found_office(store, "here", "tg:1")
    there, other = await found_office(store, "there", "tg:2")
    await save(store, here, a_task(1), a_task(2), a_task(3), *ours)
    kept = await contents(store, here)
    answers = await all_answers(store, here)
    label = {"undo_label": "done", "undo_by": other}
    await save(store, there, a_task(1), a_task(2), a_task(3), a_source(1), *theirs, **label)
    assert await contents(store, here) == kept
    assert await all_answers(store, here) == answers
    async with store.work(there) as work:
        await work.undo(other, NOW)
    assert await contents(store, here) == kept


async def all_answers(store: Store, workspace: int) -> dict[str, Any]:
    """What a workspace answers to every question."""
    async with store.look(workspace) as look:
        return {name: await getattr(look, name)(*given) for name, given in READS.items()}


async def test_a_fresh_office_answers_nothing_while_another_is_full(store: Store) -> None:
    here, admin = await found_office(store, "here", "tg:1")
    full, _ = await found_office(store, "full", "tg:2")
    said = a_message("a", "a", by="tg:1", private=False, group=1, chat="a")
    await save(
        store, full, Group(0, "a", chat="tg:9"), a_task(1), a_source(1, "a"), said, a_row("a", "a", template="burst")
    )
    answers = await all_answers(store, here)
    full_of_it = {name: value for name, value in answers.items() if value not in (None, [], (), {}, set(), 1)}
    assert set(full_of_it) == {"members"} | ({"member"} if admin == 1 else set())
    async with store.look(here) as look:
        assert await look.find_twins([text_key(said.message.text)], NOW - DAY) == {}
        assert await look.outcome_counts(NOW - DAY, NOW + DAY) == {}
        assert await look.listed("", 1) == await look.marked_since(1, said.reason, NOW - DAY) == 0
    async with store.look(full) as look:
        assert await look.find_twins([text_key(said.message.text)], NOW - DAY) == {text_key(said.message.text): [said]}
        assert await look.outcome_counts(NOW - DAY, NOW + DAY) == {Outcome.NEW: 1}


@pytest.mark.parametrize(
    "entity", [Group(0, "a"), Member(0, "tg:9", "tg:9", "王", Role.CADRE)], ids=["group", "member"]
)
async def test_anothers_group_or_member_cannot_be_written_by_its_id(store: Store, entity: Any) -> None:
    here, _ = await found_office(store, "here", "tg:1")
    there, _ = await found_office(store, "there", "tg:2")
    [id] = (await save(store, there, entity)).ids.values()
    with pytest.raises(StoreError) as caught:
        await save(store, here, replace(entity, id=id, name="ours"))
    assert caught.value.code == "no_such_row"
    async with store.look(there) as look:
        assert [found.name for found in await look._all(type(entity)) if found.id == id] == [entity.name]


async def test_anothers_outbox_row_cannot_be_written_by_its_id(store: Store) -> None:
    here, _ = await found_office(store, "here", "tg:1")
    there, _ = await found_office(store, "there", "tg:2")
    await save(store, there, a_row("a"))
    async with store.look(there) as look:
        row = await look.outbox("a")
    assert row is not None
    applied = await save(store, here, replace(row, state=OutboxState.VOID, not_before=NOW + MINUTE))
    assert applied.late == ("a",)
    async with store.look(there) as look:
        assert await look.outbox("a") == row


def test_every_table_of_an_office_has_the_workspace_in_its_key_or_as_a_foreign_key() -> None:
    for home in HOMES.values():
        assert "workspace" in home.table.c
        assert not home.table.c.workspace.nullable
