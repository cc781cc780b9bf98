"""What waits to be said is taken once, in order per chat, and never lost."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.models import Member, OutboxRow, OutboxState, Role
from storage.store import Store
from tests.storage.samples import MINUTE, NOW, a_row, a_task, found_office, save


async def keys(store: Store, now: datetime = NOW, limit: int = 10, **more: Any) -> list[str]:
    """The keys of what can be taken."""
    return [row.key for _, row in await store.claim_outbox(now, limit, **more)]


async def sent(store: Store, rows: list[tuple[int, OutboxRow]]) -> None:
    """Mark rows as sent."""
    await store.mark_outbox([replace(row, state=OutboxState.SENT, sent_at=NOW) for _, row in rows])


async def test_a_row_is_taken_when_it_is_due_and_only_once(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_row("a", not_before=NOW + MINUTE))
    assert await keys(store) == []
    [(where, row)] = await store.claim_outbox(NOW + MINUTE, 10)
    assert (where, row.key, row.state) == (workspace, "a", OutboxState.CLAIMED)
    assert await keys(store, NOW + MINUTE) == []


async def test_a_chat_gets_its_next_row_when_the_one_before_was_sent(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_row("a"), a_row("b"), a_row("c", "tg:2"))
    first = await store.claim_outbox(NOW, 10)
    assert [row.key for _, row in first] == ["a", "c"]
    assert await keys(store) == []
    await sent(store, first)
    assert await keys(store) == ["b"]


async def test_a_row_to_be_tried_again_holds_its_chat_but_no_other(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_row("a"), a_row("b"), a_row("c", "tg:2"))
    rows = await store.claim_outbox(NOW, 1)
    again = replace(rows[0][1], state=OutboxState.PENDING, attempts=1, not_before=NOW + MINUTE, error="429")
    await store.mark_outbox([again])
    assert await keys(store) == ["c"]
    assert await store.next_outbox(NOW) == NOW + MINUTE
    assert await keys(store, NOW + MINUTE) == ["a"]


async def test_a_parked_row_lets_the_next_pass(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_row("a"), a_row("b"))
    [(_, row)] = await store.claim_outbox(NOW, 1)
    await store.mark_outbox([replace(row, state=OutboxState.PARKED, error="400")])
    assert await keys(store) == ["b"]
    assert (await store.health()).parked == 1


async def test_a_row_for_later_does_not_hold_what_is_due_now(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_row("tomorrow", not_before=NOW + MINUTE), a_row("now"))
    assert await keys(store) == ["now"]


async def test_the_longest_due_chats_come_first_and_the_limit_holds(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, *(a_row(f"{n}", f"tg:{n}", not_before=NOW - n * MINUTE) for n in range(5)))
    assert await keys(store, limit=2) == ["4", "3"]
    assert await keys(store, limit=2, skip_chats=["tg:2"]) == ["1", "0"]


async def test_claims_of_a_dead_process_are_released(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_row("a"), a_row("b", "tg:2"))
    await store.claim_outbox(NOW, 1)
    await store.claim_outbox(NOW + MINUTE, 1)
    assert await store.release_claims(before=NOW + MINUTE) == 1
    assert await keys(store) == ["a"]
    assert await store.release_claims() == 2
    assert await keys(store) == ["a", "b"]


async def test_a_row_that_another_took_up_is_not_marked(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_row("a"))
    [(_, row)] = await store.claim_outbox(NOW, 1)
    await store.release_claims()
    await sent(store, await store.claim_outbox(NOW, 1))
    await store.mark_outbox([replace(row, state=OutboxState.PENDING, attempts=1)])
    assert await keys(store) == []


async def test_how_it_went_is_written_back_whole(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_row("a"))
    [(_, row)] = await store.claim_outbox(NOW, 1)
    marked = replace(
        row,
        state=OutboxState.SENT,
        attempts=2,
        parts_sent=3,
        sent_ref="tg:1:7",
        sent_at=NOW,
        error="x",
        data={"cards": []},
    )
    await store.mark_outbox([marked])
    await store.mark_outbox([])
    async with store.look(workspace) as look:
        assert await look.outbox("a") == marked


async def test_the_last_card_of_a_task_is_the_one_sent_last_to_that_chat(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_task(1), a_task(2))
    for key, chat, cards in (("a", "tg:1", [1, 2]), ("b", "tg:1", [2]), ("c", "tg:2", [1]), ("d", "tg:1", [])):
        await save(store, workspace, a_row(key, chat, data={"cards": cards}))
        await sent(store, await store.claim_outbox(NOW, 1))
    async with store.look(workspace) as look:
        found = [
            await look.last_card(chat, task) for chat, task in (("tg:1", 1), ("tg:1", 2), ("tg:2", 1), ("tg:2", 2))
        ]
        assert [row and row.key for row in found] == ["a", "b", "c", None]


async def test_the_next_row_tells_when_to_come_again(store: Store) -> None:
    workspace, _ = await found_office(store)
    assert await store.next_outbox(NOW) is None
    await save(store, workspace, a_row("a", not_before=NOW + 2 * MINUTE), a_row("b", "tg:2", not_before=NOW + MINUTE))
    assert await store.next_outbox(NOW) == NOW + MINUTE
    assert await store.next_outbox(NOW, skip_chats=["tg:2"]) == NOW + 2 * MINUTE
    await store.claim_outbox(NOW + MINUTE, 10)
    assert await store.next_outbox(NOW) == NOW + 2 * MINUTE


async def test_several_senders_share_the_rows_and_double_none(store: Store, database_url: str) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, *(a_row(f"{n}", f"tg:{n % 40}") for n in range(80)))
    others = [await Store.open(database_url) for _ in range(2)]
    try:
        taken: list[str] = []

        async def deliver(sender: Store) -> None:
            while rows := await sender.claim_outbox(NOW, 7):
                taken.extend(row.key for _, row in rows)
                await sent(sender, rows)

        await asyncio.gather(*(deliver(sender) for sender in (store, *others)))
        for sender in others:
            await deliver(sender)
        assert sorted(taken, key=int) == [str(n) for n in range(80)]
        for chat in range(40):
            assert taken.index(str(chat)) < taken.index(str(chat + 40))
    finally:
        for other in others:
            await other.close()


async def test_a_gathering_burst_cannot_be_taken_while_it_is_written_to(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_row("burst:1", template="burst", data={"items": [1]}))
    async with store.work(workspace) as work:
        row = await work.open_burst("tg:1")
        assert row is not None
        taking = asyncio.create_task(store.claim_outbox(NOW, 10))
        await asyncio.sleep(0.1)
        from bot.core.models import Changes

        assert (await work.apply(Changes(save=(replace(row, data={"items": [1, 2]}),)))).late == ()
    rows = [*(await taking), *(await store.claim_outbox(NOW, 10))]
    assert [row.data for _, row in rows] == [{"items": [1, 2]}]


outcomes = st.sampled_from(["sent", "again", "park", "crash"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chats=st.lists(st.sampled_from("xyz"), min_size=1, max_size=8), fates=st.lists(outcomes, max_size=12))
async def test_whatever_goes_wrong_every_row_is_said_in_order(store: Store, chats: list[str], fates: list[str]) -> None:
    workspace, _ = await found_office(store)
    await store.release_claims()
    run = f"{workspace}:"
    await save(store, workspace, *(a_row(f"{n}", run + chat) for n, chat in enumerate(chats)))
    now, said, parked = NOW, list[tuple[str, int]](), set[int]()
    while (when := await store.next_outbox(now)) is not None:
        now = max(now, when)
        rows = await store.claim_outbox(now, 3)
        assert rows
        for _, row in rows:
            fate = fates.pop() if fates else "sent"
            if fate == "sent":
                said.append((row.chat, int(row.key)))
                await store.mark_outbox([replace(row, state=OutboxState.SENT)])
            elif fate == "park":
                parked.add(int(row.key))
                await store.mark_outbox([replace(row, state=OutboxState.PARKED)])
            elif fate == "again":
                later = replace(row, state=OutboxState.PENDING, attempts=row.attempts + 1, not_before=now + MINUTE)
                await store.mark_outbox([later])
            else:
                said.append((row.chat, int(row.key)))
                await store.release_claims()
                break
    for chat in set(chats):
        order = list(dict.fromkeys(n for where, n in said if where == run + chat))
        assert order == sorted(order)
        assert set(order) | parked >= {n for n, other in enumerate(chats) if other == chat}


async def test_a_chat_that_became_another_keeps_what_waits_for_it(store: Store) -> None:
    from bot.core.models import Group

    workspace, _ = await found_office(store)
    await save(store, workspace, Group(0, "防汛群", chat="tg:-1"), a_row("a", "tg:-1"), a_row("b", "tg:-1"))
    found = await store.workspace_of_chat("tg:-1")
    assert found is not None
    await sent(store, await store.claim_outbox(NOW, 1))
    await save(store, workspace, a_row("c", "tg:-1", edit="tg:-1:7"))
    await store.chat_moved("tg:-1", "tg:-100")
    assert await store.workspace_of_chat("tg:-1") is None
    assert await store.workspace_of_chat("tg:-100") == found
    waiting = await store.claim_outbox(NOW, 5)
    assert [(row.key, row.chat) for _, row in waiting] == [("b", "tg:-100")]
    await sent(store, waiting)
    [(_, edits)] = await store.claim_outbox(NOW, 5)
    assert (edits.key, edits.edit) == ("c", None)


async def test_a_member_who_blocked_the_bot_is_noted_at_once(store: Store) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, Member(0, "tg:2", "tg:2", "李", Role.CADRE))
    assert (await store.whoami("tg:1")) is not None
    for flag in (True, True, False):
        await store.unreachable("tg:1", flag)
        found = await store.whoami("tg:1")
        assert found is not None and found[1].unreachable is flag
        async with store.look(workspace) as look:
            assert [member.unreachable for member in await look.members()] == [flag, False]
            assert found[1].id == admin
