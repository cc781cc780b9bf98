"""Tasks beyond those kept in the process are found by their words, on both engines alike, and never another office's."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from zlib import crc32

import pytest
from sqlalchemy import func, select

from bot.core.models import Changes, KnownTask, TaskState
from storage import known, tables
from storage.store import Store
from tests.storage.samples import NOW, a_source, a_task, found_office, save

KEPT = 20


@pytest.fixture(autouse=True)
def _a_small_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "MOST", KEPT)
    monkeypatch.setattr("storage.tasks.MOST", KEPT)


def hashes(text: str) -> set[int]:
    return {crc32(text[i : i + 2].encode()) for i in range(len(text) - 1)}


def hashes_of(task: KnownTask) -> Collection[int]:
    return set().union(*(hashes(source.text) for source in task.sources))


WORDS = ["水库责任人", "民宿床位", "老人体检", "柑橘产销", "秸秆台账", "留守儿童", "危房排查", "人口普查"]


async def an_office_of(store: Store, count: int, name: str = "office", user: str = "tg:1") -> int:
    """An office with so many open tasks, each of its own words."""
    office, _ = await found_office(store, name, user)
    for n in range(1, count + 1):
        await save(store, office, a_task(n), a_source(n, f"m{n}", text=f"请各村报{WORDS[n % 8]}表{n}号"))
    return office


async def found(store: Store, office: int, text: str, most: int = 20) -> list[int]:
    async with store.work(office) as work:
        return [task.task.number for task in await work.resembling(hashes(text), hashes_of, most)]


async def rows(store: Store, office: int) -> int:
    async with store.look(office) as look:
        query = select(func.count()).select_from(tables.task_gram).where(tables.task_gram.c.workspace == office)
        return (await look._connection.execute(query)).scalar_one()


async def test_an_office_whose_tasks_are_all_kept_writes_nothing(store: Store) -> None:
    office = await an_office_of(store, KEPT)
    assert await found(store, office, "请各村报民宿床位表1号") == []
    assert await rows(store, office) == 0


async def test_an_older_task_is_found_by_its_words_with_its_sources(store: Store) -> None:
    office = await an_office_of(store, KEPT + 20)
    async with store.work(office) as work:
        kept = {task.task.number for task in await work.known_tasks()}
        assert len(kept) <= KEPT * 1.25 and max(kept) == KEPT + 20
        older = await work.resembling(hashes("民宿床位表1号"), hashes_of, 3)
    assert older[0].task.number == 1 and older[0].sources[0].message == "m1"
    assert not kept & {task.task.number for task in older}
    assert all(task.sources for task in older)


async def test_what_is_kept_and_what_is_found_are_all_there_is(store: Store) -> None:
    office = await an_office_of(store, KEPT + 20)
    async with store.work(office) as work:
        kept = {task.task.number for task in await work.known_tasks()}
        older = {task.task.number for task in await work.resembling(hashes("请各村报表号"), hashes_of, 100)}
        assert kept | older == set(range(1, KEPT + 21))
        assert [task.number for task in await work.tasks()] == list(range(1, KEPT + 21))


async def test_a_new_source_of_an_old_task_makes_it_found_by_those_words(store: Store) -> None:
    office = await an_office_of(store, KEPT + 20)
    assert await found(store, office, "防汛值班") == []
    await save(store, office, a_source(3, "late", text="防汛值班"))
    assert await found(store, office, "防汛值班") == [3]


async def test_a_task_closed_long_ago_is_found_no_more_and_leaves_the_table(store: Store) -> None:
    office = await an_office_of(store, KEPT + 20)
    await save(store, office, a_task(2, state=TaskState.DONE, closed_at=NOW))
    assert (await found(store, office, "老人体检表2号", 1)) == [2]
    before = await rows(store, office)
    await save(store, office, a_source(KEPT + 20, "later", at=NOW + timedelta(days=31), text="请各村报秸秆台账表40号"))
    assert 2 not in await found(store, office, "老人体检表2号")
    assert await rows(store, office) < before
    await save(store, office, a_task(2))
    assert (await found(store, office, "老人体检表2号", 1)) == [2]


async def test_no_other_office_is_found(store: Store) -> None:
    mine = await an_office_of(store, KEPT + 10)
    theirs = await an_office_of(store, KEPT + 10, "other", "tg:2")
    await save(store, theirs, a_source(1, "secret", text="别处机要"))
    assert await found(store, theirs, "别处机要") == [1]
    assert await found(store, mine, "别处机要") == []


async def test_an_undone_task_goes_with_its_words(store: Store) -> None:
    office, admin = await found_office(store)
    async with store.work(office) as work:
        opened = (a_task(1), a_source(1, text="独一份"))
        await work.apply(Changes(opened, undo_label="split", undo_by=admin))
    for n in range(2, KEPT + 20):
        await save(store, office, a_task(n), a_source(n, f"m{n}", text=f"表{n}号"))
    assert await found(store, office, "独一份") == [1]
    async with store.work(office) as work:
        assert await work.undo(admin, NOW) == "split"
    assert await found(store, office, "独一份") == []


async def test_what_failed_is_indexed_the_next_time(store: Store) -> None:
    office = await an_office_of(store, KEPT + 20)

    def broken(task: KnownTask) -> Collection[int]:
        raise ValueError(task.task.number)

    with pytest.raises(ValueError):
        async with store.work(office) as work:
            await work.resembling(hashes("民宿床位"), broken)
    assert 1 in await found(store, office, "民宿床位表1号")


async def test_common_words_are_not_looked_for(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.grams.COMMON", 10)
    office = await an_office_of(store, KEPT + 20)
    assert await found(store, office, "请各村报") == []
    assert (await found(store, office, "请各村报老人体检表10号", 1)) == [10]
