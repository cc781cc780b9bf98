"""Raw updates: each kept once, in order, until handled."""

from __future__ import annotations

from datetime import timedelta

from storage.store import Store
from tests.storage.samples import NOW


async def test_an_update_is_kept_once_a_door(store: Store) -> None:
    assert await store.put_update("tg", 1, "tg:1", "{}", NOW)
    assert not await store.put_update("tg", 1, "tg:1", "{}", NOW)
    assert await store.put_update("onebot", 1, "q:1", "{}", NOW)


async def test_several_updates_are_kept_in_order_and_known_ones_are_told_apart(store: Store) -> None:
    await store.put_update("tg", 7, None, "seven", NOW)
    updates = [(n, "tg:1", f"raw {n}") for n in (5, 7, 6, 2**40)]
    assert await store.put_updates("tg", updates, NOW) == {5, 6, 2**40}
    assert await store.put_updates("tg", [], NOW) == set()
    waiting = await store.waiting_updates("tg")
    assert [(row.update_id, row.chat) for row in waiting] == [(7, None), (5, "tg:1"), (6, "tg:1"), (2**40, "tg:1")]
    assert waiting[0].raw == "seven"


async def test_a_hundred_updates_keep_their_order(store: Store) -> None:
    numbers = list(range(500, 0, -1))
    await store.put_updates("tg", [(n, "tg:1", "{}") for n in numbers], NOW)
    assert [row.update_id for row in await store.waiting_updates("tg")] == numbers


async def test_a_finished_update_waits_no_more_and_is_still_known(store: Store) -> None:
    await store.put_update("tg", 1, "tg:1", "{}", NOW)
    await store.finish_update("tg", 1)
    assert await store.waiting_updates("tg") == []
    assert not await store.put_update("tg", 1, "tg:1", "{}", NOW)


async def test_an_unreadable_update_is_set_aside_with_its_reason(store: Store) -> None:
    await store.put_update("tg", 1, "tg:1", "{}", NOW)
    await store.quarantine_update("tg", 1, "{broken", "no date", NOW)
    await store.quarantine_update("tg", 2, "{broken", "no chat", NOW)
    assert await store.waiting_updates("tg") == []
    assert not await store.put_update("tg", 2, None, "{}", NOW)
    health = await store.health()
    assert (health.quarantined, health.waiting) == (2, 0)


async def test_only_old_finished_updates_are_removed(store: Store) -> None:
    await store.put_updates("tg", [(n, None, "{}") for n in range(4)], NOW)
    await store.finish_update("tg", 1)
    await store.quarantine_update("tg", 2, "{", "e", NOW)
    await store.put_update("tg", 9, None, "{}", NOW + timedelta(days=5))
    await store.finish_update("tg", 9)
    assert await store.purge(NOW + timedelta(days=6)) == 0
    assert await store.purge(NOW + timedelta(days=8)) == 1
    assert await store.put_update("tg", 1, None, "{}", NOW)
    assert not await store.put_update("tg", 9, None, "{}", NOW)
    assert [row.update_id for row in await store.waiting_updates("tg")] == [0, 3, 1]
