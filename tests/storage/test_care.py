"""Looking after the database: health, backup, restoring, forgetting a person."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.core.models import Assignment, Group, JournalEntry, Member, Memory, OutboxState, Role, TaskState
from storage import tables
from storage.images import plain
from storage.store import Store, StoreError
from tests.storage.samples import DAY, NOW, a_message, a_reminder, a_row, a_source, a_task, found_office, save
from tests.storage.test_undo import contents


async def test_health_counts_what_needs_a_look(store: Store) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_row("a"), a_row("b", "tg:2"), a_row("c", state=OutboxState.PARKED))
    await store.put_update("tg", 1, None, "{}", NOW)
    health = await store.health()
    assert (health.workspaces, health.members, health.pending, health.parked, health.waiting) == (1, 1, 2, 1, 1)
    assert health.size > 10_000
    assert health.engine in ("SQLite", "PostgreSQL")


async def test_health_tells_why_rows_are_parked_and_since_when_the_oldest_waits(store: Store) -> None:
    workspace, _ = await found_office(store)
    assert (await store.health()).oldest is None
    parked = [a_row(f"p{n}", state=OutboxState.PARKED, error="blocked" if n else "empty") for n in range(3)]
    await save(store, workspace, *parked, a_row("a", not_before=NOW + DAY), a_row("b", "tg:2", not_before=NOW - DAY))
    health = await store.health()
    assert (health.oldest, health.reasons) == (NOW - DAY, (("blocked", 2), ("empty", 1)))
    await store.check_writing()


async def test_old_changes_can_no_longer_be_taken_back_after_a_purge(store: Store) -> None:
    workspace, admin = await found_office(store)
    await save(store, workspace, a_task(1), JournalEntry(NOW, "v", "r"), undo_label="old", undo_by=admin)
    await save(store, workspace, a_task(2), JournalEntry(NOW + 20 * DAY, "v", "r"), undo_label="new", undo_by=admin)
    assert await store.purge(NOW + 31 * DAY) == 1
    async with store.work(workspace) as work:
        assert [await work.undo(admin, NOW) for _ in range(2)] == ["new", None]


async def test_what_was_said_and_what_happened_is_kept_for_its_time_and_then_removed(store: Store) -> None:
    workspace, _ = await found_office(store)
    done = a_task(2, state=TaskState.DONE, closed_at=NOW)
    said = {"sent": OutboxState.SENT, "void": OutboxState.VOID, "parked": OutboxState.PARKED}
    rows = [a_row(key, state=state) for key, state in said.items()]
    rows += [a_row("waits"), a_row("later", state=OutboxState.SENT, not_before=NOW + DAY)]
    entries = [JournalEntry(NOW + n * DAY, "v", "r", task=task) for n in (0, 1) for task in (1, 2, None)]
    await save(store, workspace, a_task(1), done, *rows, *entries)
    assert await store.purge(NOW + 30 * DAY, 30 * DAY) == 0
    assert await store.purge(NOW + 30.5 * DAY, 30 * DAY) == 5
    assert await store.purge(NOW + 30.5 * DAY, 30 * DAY) == 0
    async with store.look(workspace) as look:
        assert [key for key in (*said, "waits", "later") if await look.outbox(key)] == ["waits", "later"]
        left = [(each.task, each.at) for each in await look.journal()]
    assert left == [(1, NOW), (1, NOW + DAY), (2, NOW + DAY), (None, NOW + DAY)]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_purge_reads_no_further_than_what_is_old(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.care._AT_ONCE", 3)
    workspace, _ = await found_office(store)
    rows = [a_row(f"{n}", state=OutboxState.SENT, not_before=NOW + n * DAY) for n in range(20)]
    await save(store, workspace, *rows)
    assert await store.purge(NOW + 10 * DAY, DAY) == 9
    async with store.look(workspace) as look:
        assert [n for n in range(20) if await look.outbox(f"{n}")] == list(range(9, 20))


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_a_process_knows_whether_another_has_the_database_open(store: Store, database_url: str) -> None:
    assert await store.alone()
    other = await Store.open(database_url)
    assert not await store.alone()
    await other.close()
    assert await store.alone()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_backup_of_a_database_in_use_can_be_restored(store: Store, database_url: str, tmp_path: Path) -> None:
    workspace, _ = await found_office(store)
    await save(store, workspace, a_task(1), a_source(1))
    old = await contents(store, workspace)
    await store.backup(tmp_path / "copy.db")
    await save(store, workspace, a_task(2))
    await store.close()
    kept = await Store.restore(database_url, tmp_path / "copy.db")
    assert kept is not None
    with closing(sqlite3.connect(kept)) as before:
        assert before.execute("SELECT count(*) FROM task").fetchone() == (2,)
    again = await Store.open(database_url)
    assert await contents(again, workspace) == old
    await again.close()
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_backup_replaces_a_damaged_database(store: Store, tmp_path: Path) -> None:
    await found_office(store)
    await store.backup(tmp_path / "copy.db")
    target = tmp_path / "damaged.db"
    target.write_bytes(b"no database any more " * 99)
    kept = await Store.restore(f"sqlite:///{target}", tmp_path / "copy.db")
    assert kept is not None and kept.read_bytes().startswith(b"no database")
    again = await Store.open(f"sqlite:///{target}")
    assert (await again.health()).workspaces == 1
    await again.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_only_a_database_of_ours_is_restored(store: Store, database_url: str, tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no database " * 100)
    for name, code in (("text.db", "not_a_database"), ("missing.db", "cannot_open")):
        with pytest.raises(StoreError) as caught:
            await Store.restore(database_url, tmp_path / name)
        assert caught.value.code == code
    assert (await store.health()).workspaces == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_backup_that_cannot_be_written_is_an_error_and_leaves_nothing(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        await store.backup(tmp_path / "missing" / "copy.db")
    assert caught.value.code == "backup_failed"


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_a_server_is_backed_up_by_its_own_tool(store: Store, database_url: str, tmp_path: Path) -> None:
    for trial in (store.backup(tmp_path / "x"), Store.restore(database_url, tmp_path / "x")):
        with pytest.raises(StoreError) as caught:
            await trial
        assert caught.value.code == "use_pg_dump"


async def test_a_forgotten_member_leaves_no_personal_data_and_the_tasks_stay(store: Store) -> None:
    workspace, admin = await found_office(store)
    secret, phone = "赵六", "13800138000"
    leaver = Member(0, "tg:66", "tg:66", secret, Role.CADRE)
    ids = (await save(store, workspace, leaver, Group(-1, "防汛群"))).ids
    id = ids["tg:66"]
    notice = a_message("tg:66:7", "请各村报台账", by="tg:66", chat="tg:66", sender=secret, task=1)
    chat = a_message("tg:66:8", f"我是{secret}，{phone}", by="tg:66", chat="tg:66", sender=secret)
    opened = replace(a_task(1), opened_by="tg:66:7")
    task = (opened, a_source(1, "tg:66:7", text="请各村报台账"), Assignment(1, id), a_reminder(1, id))
    row = a_row("reply:1", "tg:66", member=id, data={"name": secret})
    await save(store, workspace, notice, chat, *task, row, Memory(f"group_of_sender:{secret}", "1", NOW))
    await save(store, workspace, replace(leaver, id=id, language="en"), undo_label="settings", undo_by=id)
    await save(store, workspace, JournalEntry(NOW, "joined", "r", member=id, detail={"name": secret}))
    await store.put_update("tg", 1, "tg:66", f"{secret}", NOW)
    async with store.work(workspace) as work:
        await work.forget(id, NOW + timedelta(hours=1))
    assert await store.whoami("tg:66") is None
    async with store._database.reading() as connection:
        for table in tables.metadata.tables.values():
            for found in await connection.execute(select(plain(table))):
                assert not any(word in repr(tuple(found)) for word in (secret, phone, "tg:66")), (table.name, found)
    async with store.look(workspace) as look:
        assert [member.id for member in await look.members()] == [admin]
        [known] = await look.known_tasks()
        assert known.sources[0].message == known.task.opened_by
        found = await look.message(known.task.opened_by)
        assert found is not None and found.message.text == "请各村报台账"
        assert await look.reminders() == []
        assert len(await look.messages()) == 2
