"""Saving and reading inside one office."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.models import (
    Assignment,
    AssignmentState,
    Changes,
    Group,
    Invitation,
    JournalEntry,
    Kind,
    Member,
    Memory,
    Occurrence,
    OutboxState,
    Overlap,
    Relation,
    Role,
    Rung,
    Task,
    TaskState,
)
from storage.rows import HOMES
from storage.store import Look, Store, StoreError
from tests.storage.samples import (
    DAY,
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

many = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


async def everything(look: Look, kind: type) -> list[Any]:
    """All entities of a kind, as they come back."""
    return await look._all(kind)


@many
@given(wanted=st.lists(entities, max_size=6))
async def test_what_was_saved_comes_back_equal(store: Store, wanted: list[Any]) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_task(1), a_task(2), a_task(3))
    await save(store, workspace, *wanted)
    last: dict[Any, Any] = {}
    for entity in wanted:
        home = HOMES[type(entity)]
        key = [getattr(entity, name, None) for name in home.key if name != "id"] or [id(entity)]
        if isinstance(entity, Group):
            key = [entity.name]
        elif isinstance(entity, Member):
            key = [entity.user]
        elif type(entity).__name__ == "StoredMessage":
            key = [entity.message.id]
        if type(entity).__name__ == "OutboxRow" and (type(entity), *key) in last:
            continue
        last[(type(entity), *key)] = entity
    async with store.look(workspace) as look:
        for entity in last.values():
            found = await everything(look, type(entity))
            if hasattr(entity, "id"):
                found = [replace(f, id=0) for f in found]
            assert entity in found


async def test_an_instant_comes_back_in_utc_whatever_zone_it_was_saved_in(store: Store) -> None:
    workspace, _ = await found_office(store)
    shanghai = datetime(2026, 9, 25, 17, 0, 0, 123456, timezone(timedelta(hours=8)))
    await save(store, workspace, a_task(1, due=shanghai))
    async with store.look(workspace) as look:
        task = await look.task(1)
    assert task is not None and task.due == shanghai
    assert task.due is not None and task.due.tzinfo is UTC


async def test_a_naive_instant_is_refused(store: Store) -> None:
    workspace, _ = await found_office(store)
    with pytest.raises(Exception, match="time zone"):
        await save(store, workspace, a_task(1, due=datetime(2026, 9, 25)))


async def test_a_failing_piece_of_work_leaves_nothing(store: Store) -> None:
    workspace, _ = await found_office(store)
    with pytest.raises(ZeroDivisionError):
        async with store.work(workspace) as work:
            await work.apply(Changes(save=(a_task(1), a_row())))
            assert [known.task.number for known in await work.known_tasks()] == [1]
            raise ZeroDivisionError
    async with store.look(workspace) as look:
        assert await look.tasks() == []
        assert await look.known_tasks() == ()
        assert await look.outbox("reply:1") is None
        assert await look.next_number() == 1


async def test_a_callers_own_oserror_passes_through_untouched(store: Store) -> None:
    workspace, _ = await found_office(store)
    with pytest.raises(FileNotFoundError):
        async with store.work(workspace):
            raise FileNotFoundError("an attachment")


async def test_task_numbers_go_up_and_are_never_given_twice(store: Store) -> None:
    workspace, admin = await found_office(store)
    async with store.look(workspace) as look:
        assert await look.next_number() == 1
    await save(store, workspace, a_task(1), undo_label="split", undo_by=admin)
    async with store.work(workspace) as work:
        assert await work.next_number() == 2
        await work.undo(admin, NOW)
    async with store.look(workspace) as look:
        assert await look.task(1) is None
        assert await look.next_number() == 2


async def test_many_writers_of_one_office_queue_and_lose_nothing(store: Store) -> None:
    workspace, _ = await found_office(store)

    async def open_one() -> None:
        async with store.work(workspace) as work:
            await work.apply(Changes(save=(a_task(await work.next_number()),)))

    await asyncio.gather(*(open_one() for _ in range(30)))
    async with store.look(workspace) as look:
        assert [task.number for task in await look.tasks()] == list(range(1, 31))


async def test_writers_that_are_cancelled_at_any_moment_leave_the_store_usable_and_whole(store: Store) -> None:
    workspace, _ = await found_office(store)

    async def open_one() -> None:
        async with store.work(workspace) as work:
            number = await work.next_number()
            await work.apply(Changes(save=(a_task(number), a_source(number, f"m{number}"))))

    for rounds in range(40):
        writer = asyncio.create_task(open_one())
        for _ in range(rounds):
            await asyncio.sleep(0)
        writer.cancel()
        await asyncio.gather(writer, return_exceptions=True)
    await open_one()
    async with store.look(workspace) as look:
        known = await look.known_tasks()
        assert [(k.task.number, len(k.sources)) for k in known] == [(n + 1, 1) for n in range(len(known))]
        assert len(known) == await look.next_number() - 1 > 0


async def test_two_stores_on_one_database_see_each_others_writes(store: Store, database_url: str) -> None:
    workspace, _ = await found_office(store)
    other = await Store.open(database_url)
    try:
        for number in (1, 3):
            for writer, reader, n in ((store, other, number), (other, store, number + 1)):
                await save(writer, workspace, a_task(n), a_source(n, f"m{n}"))
                async with reader.look(workspace) as look:
                    assert [known.task.number for known in await look.known_tasks()] == list(range(1, n + 1))
    finally:
        await other.close()


async def test_writing_inside_ones_own_write_is_refused_instead_of_waiting_for_ever(store: Store) -> None:
    if not store._database.is_sqlite:
        pytest.skip("only SQLite has one writer")
    workspace, _ = await found_office(store)
    async with store.work(workspace):
        with pytest.raises(RuntimeError, match="write inside a write"):
            await store.finish_update("tg", 1)


async def test_an_unknown_workspace_is_an_error_with_a_code(store: Store) -> None:
    with pytest.raises(StoreError) as caught:
        async with store.look(99):
            pass
    assert caught.value.code == "no_workspace"


async def test_a_new_group_gives_its_id_to_what_points_to_it(store: Store) -> None:
    workspace, _ = await found_office(store)
    first, second = Group(-1, "防汛群", platform="wechat"), Group(-2, "低保群")
    journal = JournalEntry(NOW, "seen", "header", group=-2)
    applied = await save(store, workspace, first, second, a_message("m1", group=-1), a_message("m2", group=-2), journal)
    assert set(applied.ids) == {"防汛群", "低保群"}
    async with store.look(workspace) as look:
        message = await look.message("m2")
        assert message is not None and message.group == applied.ids["低保群"]
        assert await look.group(applied.ids["防汛群"]) == replace(first, id=applied.ids["防汛群"])
        assert [entry.group for entry in await look.journal(group=applied.ids["低保群"])] == [message.group]


async def test_a_group_saved_as_new_under_a_known_name_changes_that_group(store: Store) -> None:
    workspace, _ = await found_office(store)
    ids = (await save(store, workspace, Group(0, "防汛群"))).ids
    again = await save(store, workspace, Group(0, "防汛群", chat="tg:-5", messages=3))
    assert again.ids == ids
    async with store.look(workspace) as look:
        assert [(group.chat, group.messages) for group in await look.groups()] == [("tg:-5", 3)]


async def test_two_chats_of_one_name_are_two_groups(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, Group(0, "工作群", chat="tg:-1"))
    await save(store, workspace, Group(0, "工作群", chat="tg:-2"))
    async with store.look(workspace) as look:
        assert [group.chat for group in await look.groups()] == ["tg:-1", "tg:-2"]
        found = await look.group_of_chat("tg:-2")
        assert found is not None and found.chat == "tg:-2"


async def test_a_renamed_group_is_found_by_its_former_name(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, Group(0, "防汛抗旱群", aliases=("防汛群",)))
    async with store.look(workspace) as look:
        found = await look.group_named("防汛群")
        assert found is not None and found.name == "防汛抗旱群"
        assert await look.group_named("防") is None


async def test_a_group_knows_its_tasks_and_who_posts_there(store: Store) -> None:
    workspace, _ = await found_office(store)
    ids = (await save(store, workspace, Group(0, "防汛群"), Group(-1, "低保群"))).ids
    flood, poor = ids["防汛群"], ids["低保群"]
    in_flood = a_message("m1", by="tg:1", private=False, group=flood, chat="tg:-5")
    forwarded = a_message("m2", by="tg:1", private=True, group=poor)
    stranger = a_message("m3", by="tg:77", private=False, group=flood)
    tasks = (a_task(1), a_task(2), a_source(1, "m1", group="防汛群"), a_source(2, "m2"))
    await save(store, workspace, in_flood, forwarded, stranger, *tasks)
    async with store.look(workspace) as look:
        assert [task.number for task in await look.group_tasks(flood)] == [1]
        assert [task.number for task in await look.group_tasks(poor)] == [2]
        assert await look.group_members(flood) == {"tg:1"}
        assert await look.group_members(poor) == set()


async def test_tasks_of_a_member_are_those_where_his_share_is_open(store: Store) -> None:
    workspace, admin = await found_office(store)
    shares = (
        Assignment(1, admin),
        Assignment(2, admin, AssignmentState.DONE),
        Assignment(3, admin),
        Assignment(4, 99),
    )
    dated = (a_task(1), a_task(2), a_task(3, due=NOW + DAY), a_task(4), a_task(5, state=TaskState.DONE))
    await save(store, workspace, *dated, *shares)
    async with store.look(workspace) as look:
        assert [task.number for task in await look.tasks(member=admin)] == [3, 1]
        assert [task.number for task in await look.tasks()] == [3, 1, 2, 4]
        assert [task.number for task in await look.tasks((TaskState.DONE,))] == [5]
        assert [share.task for share in await look.assignments(member=admin)] == [1, 2, 3]
        assert [share.member for share in await look.assignments([2, 4])] == [admin, 99]
        assert await look.assignments([]) == []


async def test_occurrences_and_overlaps_come_back_in_order(store: Store) -> None:
    workspace, _ = await found_office(store)
    dates = [Occurrence(1, date(2026, 9, 23 + n), NOW + n * DAY, "done" if n == 0 else "open") for n in (2, 0, 1)]
    await save(store, workspace, a_task(1), a_task(2), a_task(3), *dates, Overlap(1, 3), Overlap(2, 3), Overlap(1, 2))
    async with store.look(workspace) as look:
        assert [found.date.day for found in await look.occurrences(1)] == [23, 24, 25]
        assert [found.date.day for found in await look.occurrences(1, NOW + DAY)] == [24, 25]
        assert [found.date.day for found in await look.open_occurrences(NOW + DAY)] == [24]
        assert [(pair.a, pair.b) for pair in await look.overlaps(2)] == [(1, 2), (2, 3)]
        assert len(await look.overlaps([1, 2, 3, 4, 5])) == 3


async def test_the_journal_gives_the_latest_entries_oldest_first(store: Store) -> None:
    workspace, _ = await found_office(store)
    entries = [JournalEntry(NOW + n * MINUTE, f"v{n}", "r", task=n % 2) for n in range(6)]
    await save(store, workspace, *entries)
    async with store.look(workspace) as look:
        assert [entry.verb for entry in await look.journal(limit=2)] == ["v4", "v5"]
        assert [entry.verb for entry in await look.journal(task=1)] == ["v1", "v3", "v5"]
        assert [entry.verb for entry in await look.journal(since=NOW + 5 * MINUTE)] == ["v5"]


async def test_reminders_are_read_by_task_and_state(store: Store) -> None:
    workspace, admin = await found_office(store)
    told = a_reminder(1, admin, state="sent")
    later = a_reminder(1, admin, rung=Rung.OVERDUE, due=NOW + DAY)
    await save(store, workspace, a_task(1), a_task(2), told, later, a_reminder(2, admin))
    async with store.look(workspace) as look:
        assert [r.task for r in await look.reminders()] == [2, 1]
        assert await look.reminders(1) == [later]
        assert await look.reminders(1, ("sent", "void")) == [told]


async def test_messages_are_found_by_group_time_outcome_and_words(store: Store) -> None:
    workspace, _ = await found_office(store)
    texts = ["报秸秆台账", "收到", "秸秆 100% 禁烧_A", "会议改期"]
    kept = [a_message(f"m{n}", text, received_at=NOW + n * MINUTE, group=n % 2 + 1) for n, text in enumerate(texts)]
    await save(store, workspace, *kept)
    async with store.look(workspace) as look:
        assert await look.messages(limit=2) == kept[2:]
        assert await look.messages(group=1) == [kept[0], kept[2]]
        assert await look.messages(since=NOW + MINUTE, until=NOW + 3 * MINUTE) == kept[1:3]
        assert await look.messages(outcomes=[]) == []
        assert await look.search(["秸秆"]) == [kept[2], kept[0]]
        assert await look.search(["秸秆", "禁烧_a"]) == [kept[2]]
        assert await look.search(["%"]) == [kept[2]]
        assert await look.search([]) == []


async def test_outcomes_are_counted_by_day_and_person(store: Store) -> None:
    workspace, _ = await found_office(store)
    kept = [a_message(f"m{n}", by=f"tg:{n % 2}", received_at=NOW + n * MINUTE) for n in range(5)]
    await save(store, workspace, *kept)
    async with store.look(workspace) as look:
        assert await look.outcome_counts(NOW, NOW + DAY) == {kept[0].outcome: 5}
        assert await look.outcome_counts(NOW, NOW + 4 * MINUTE, by="tg:1") == {kept[0].outcome: 2}
        assert await look.outcome_counts(NOW + DAY, NOW + 2 * DAY) == {}


async def test_a_memory_is_overwritten_and_found_by_prefix(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(
        store, workspace, Memory("sender:王_敏", "1", NOW), Memory("sender:李", "2", NOW), Memory("senderX", "3", NOW)
    )
    await save(store, workspace, Memory("sender:李", "4", NOW))
    async with store.look(workspace) as look:
        assert await look.memory("sender:李") == "4"
        assert await look.memory("sender:赵") is None
        assert await look.memories("sender:") == {"sender:王_敏": "1", "sender:李": "4"}


async def test_the_twins_of_a_text_are_those_of_known_groups_the_latest_first(store: Store) -> None:
    from storage.store import text_key

    workspace, _ = await found_office(store)
    seen = a_message("m1", "请各村 报台账！", private=False, group=1)
    forwarded = a_message("m2", "请各村报台账", private=True, group=1, received_at=NOW + MINUTE)
    nowhere = a_message("m3", "请各村报台账", private=True, group=None, received_at=NOW + MINUTE)
    await save(store, workspace, seen, forwarded, nowhere)
    key = text_key("请各村报台账。")
    async with store.look(workspace) as look:
        assert await look.find_twins([text_key("请各村报台帐"), text_key("……")], NOW) == {}
        assert await look.find_twins([key], NOW) == {key: [forwarded, seen]}
        assert await look.find_twins([key], NOW, most=1) == {key: [forwarded]}
        assert await look.find_twins([key], NOW + 2 * MINUTE) == {}


async def test_what_was_posted_in_groups_at_an_instant_is_found(store: Store) -> None:
    workspace, _ = await found_office(store)
    seen = a_message("m1", "报台账", private=False, group=1)
    await save(store, workspace, seen, a_message("m2", "报台账", private=True, group=1))
    async with store.look(workspace) as look:
        assert await look.posted_at(NOW, NOW) == [seen]
        assert await look.posted_at(NOW + MINUTE, NOW + 2 * MINUTE) == []


async def test_a_receipt_is_marked_done_with_the_work_or_not_at_all(store: Store) -> None:
    workspace, _ = await found_office(store)
    await store.put_updates("tg", [(1, "tg:1", "{}"), (2, "tg:1", "{}")], NOW)
    async with store.work(workspace) as work:
        await work.apply(Changes(save=(a_task(1),)), receipt=("tg", 1))
    with pytest.raises(ZeroDivisionError):
        async with store.work(workspace) as work:
            await work.apply(Changes(save=(a_task(2),)), receipt=("tg", 2))
            raise ZeroDivisionError
    assert [row.update_id for row in await store.waiting_updates("tg")] == [2]


async def test_an_outbox_row_is_said_once_however_often_it_is_saved(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_row("reply:1", data={"n": 1}))
    await save(store, workspace, a_row("reply:1", data={"n": 2}))
    async with store.work(workspace) as work:
        row = await work.outbox("reply:1")
        assert row is not None and row.data == {"n": 1}
        await work.apply(Changes(save=(replace(row, data={"n": 3}),)))
    assert [(row.key, row.data) for _, row in await store.claim_outbox(NOW, 10)] == [("reply:1", {"n": 3})]


async def test_a_row_that_is_being_sent_cannot_be_changed_and_the_caller_is_told(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_row("burst:1", template="burst"))
    [(_, claimed)] = await store.claim_outbox(NOW, 10)
    applied = await save(store, workspace, replace(claimed, data={"items": [1]}, state=OutboxState.PENDING))
    assert applied.late == ("burst:1",)
    async with store.look(workspace) as look:
        row = await look.outbox("burst:1")
        assert row is not None and (row.state, row.data) == (OutboxState.CLAIMED, {})
        assert await look.open_burst("tg:1") is None


async def test_the_open_burst_is_the_one_still_being_gathered(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_row("burst:1", template="burst"), a_row("reply:1"), a_row("burst:2", "tg:2"))
    async with store.work(workspace) as work:
        row = await work.open_burst("tg:1")
        assert row is not None and row.key == "burst:1"
        assert await work.open_burst("tg:2") is None


async def test_an_invitation_leads_from_its_link_to_its_office(store: Store) -> None:
    await found_office(store, "other")
    workspace, admin = await found_office(store)
    invitation = Invitation("abc", Role.CADRE, admin, NOW)
    await save(store, workspace, invitation)
    found = await store.find_invitation("abc")
    assert found is not None and (found[0].id, found[1]) == (workspace, invitation)
    assert await store.find_invitation("abd") is None


async def test_a_task_keeps_its_sources_oldest_first_with_the_opener_leading(store: Store) -> None:
    workspace, _ = await found_office(store)
    again = a_source(1, "m0", relation=Relation.DUPLICATE)
    later = a_source(1, "m2", relation=Relation.REMINDER, at=NOW + MINUTE)
    await save(store, workspace, a_task(1), later, again, a_source(1, "m1"))
    async with store.look(workspace) as look:
        assert [source.message for source in await look.sources(1)] == ["m1", "m0", "m2"]
        assert [known.sources for known in await look.known_tasks()] == [tuple(await look.sources(1))]
        assert [source.task for source in await look.sources_of_message("m2")] == [1]


async def test_an_unknown_kind_of_word_in_a_notice_survives(store: Store) -> None:
    workspace, _ = await found_office(store)
    task = a_task(1)
    odd = replace(task, facts=replace(task.facts, kind=Kind.EVENT, title="😀 \u202e ‘x’ \\ %s :a"))
    await save(store, workspace, odd)
    async with store.look(workspace) as look:
        assert await look.task(1) == odd
        assert isinstance(await look.task(1), Task)


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d of a sign"])
async def test_text_that_no_engine_keeps_is_kept_as_well_as_it_can_be(store: Store, text: str) -> None:
    workspace, _ = await found_office(store)
    task = replace(a_task(1), facts=replace(a_task(1).facts, title=text))
    await save(store, workspace, a_message("m1", text), task, a_row(data={"said": text}), Group(0, text))
    await store.put_update("tg", 1, None, text, NOW)
    async with store.look(workspace) as look:
        assert await look.message("m1") is not None
        assert len(await look.known_tasks()) == 1
        assert await look.group_named(text) is not None
        assert await look.search([text]) != []


@pytest.mark.parametrize("number", [0, -1, 2**31, 2**63, 10**30, -(10**30)])
async def test_a_number_nobody_gave_is_no_task(store: Store, number: int) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_task(1), a_source(1))
    async with store.look(workspace) as look:
        assert await look.task(number) is None
        assert await look.sources(number) == []
        assert await look.assignments([number]) == []
        assert await look.journal(task=number) == []
        assert await look.group(number) is None
        assert await look.member(number) is None
