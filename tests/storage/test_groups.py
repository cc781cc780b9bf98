"""Counts over groups: what each brought, and which notices several had."""

from __future__ import annotations

from bot.core.models import Group, Outcome, TaskState
from storage.store import Heard, Store
from tests.storage.samples import DAY, NOW, a_message, a_source, a_task, found_office, save


async def test_notices_of_several_groups_are_found_with_what_each_group_had(store: Store) -> None:
    here, _ = await found_office(store)
    await save(store, here, Group(0, "甲群"), Group(0, "乙群", muted=True), a_task(1), a_task(3))
    await save(store, here, a_task(2, state=TaskState.MERGED, parent=1))
    await save(
        store,
        here,
        a_message("a", group=1, task=1, outcome=Outcome.NEW),
        a_message("a again", group=1, task=1, outcome=Outcome.MERGED),
        a_message("b", group=2, task=2, outcome=Outcome.MERGED),
        a_message("c", group=1, task=3, outcome=Outcome.NEW),
        a_message("d", "明天停水", group=1, outcome=Outcome.INFO),
        a_message("e", "明天 停水", group=2, outcome=Outcome.INFO),
        a_message("f", "好的", group=2, outcome=Outcome.CHATTER),
        a_message("old", "旧闻", group=2, outcome=Outcome.INFO, received_at=NOW - 70 * DAY),
    )
    async with store.look(here) as look:
        shared = await look.shared_notices(NOW - 60 * DAY)
        heard = await look.heard_since(NOW - 60 * DAY)
        assert (await look.groups())[1].muted
    assert shared.totals == {1: 3, 2: 2}
    [words] = [name for name in shared.seen if name[0] == "k"]
    assert shared.seen == {words: (1, 2), "t1": (1, 2)}, "a task merged away is the one it went into"
    assert heard == {1: Heard(4, 4, 0, 0), 2: Heard(3, 2, 1, 0)}


async def test_a_merged_groups_name_and_messages_are_those_of_the_one_it_went_into(store: Store) -> None:
    here, _ = await found_office(store)
    await save(store, here, Group(0, "甲群", aliases=("乙群",)), a_task(1))
    await save(store, here, Group(0, "乙群乙", parent=1))
    await save(store, here, a_message("b", group=2, task=1), a_source(1, "b"))
    async with store.look(here) as look:
        found = await look.group_named("乙群")
        assert found is not None and found.id == 1
        assert [task.number for task in await look.group_tasks(1)] == [1]
        assert await look.group_tallies() == {1: (1, 1)}


async def test_messages_are_found_by_words_that_they_hold_as_they_are_written(store: Store) -> None:
    office, _ = await found_office(store)
    texts = {"a": "收到请回复", "b": "Receipt wanted", "c": "100%_好", "d": "别的"}
    await save(store, office, *(a_message(id, text) for id, text in texts.items()))
    async with store.look(office) as look:
        assert {each.message.id for each in await look.messages(holding=("收到", "eceipt"))} == {"a", "b"}
        assert [each.message.id for each in await look.messages(holding=("%_",))] == ["c"]
