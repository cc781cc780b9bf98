"""What is asked at every message or every minute is answered from an index, however long the history."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import event, text

from storage.store import Store
from tests.storage.samples import NOW, a_row, a_source, a_task, found_office, save

ROWS = 3000
_FILL = {
    "outbox": (
        "INSERT INTO outbox (workspace, key, chat, template, data, not_before, state, attempts, parts_sent)"
        " SELECT 1, 'k' || n, 'tg:' || (n % 50), 'card', '{}', n, 'sent', 0, 1 FROM n"
    ),
    "inbox": ("INSERT INTO inbox (door, update_id, raw, received_at, state) SELECT 'tg', n, '', n, 'done' FROM n"),
    "reminder": (
        "INSERT INTO reminder (workspace, task, member, rung, about, due, state)"
        " SELECT 1, 1, n, 'overdue', n, n, 'sent' FROM n"
    ),
    "message": (
        "INSERT INTO message (workspace, id, received_at, text, text_key, private, outcome, kind, relation, reason,"
        ' "group", "by", attributed, message)'
        " SELECT 1, 'm' || n, n, 't', 'k' || n, false, 'chatter', 'chatter', 'none', 'r', n % 20, 'tg:' || n, '', '{\"id\":\"m\",\"received_at\":0,\"text\":\"\"}' FROM n"
    ),
    "task": (
        "INSERT INTO task (workspace, number, facts, opened_by, opened_at, state, urged)"
        " SELECT 1, n, '{}', 'm', n, 'done', 0 FROM n WHERE n > 1"
    ),
    "overlap": "INSERT INTO overlap (workspace, a, b, kind, reason) SELECT 1, n - 1, n, 'overlap', '' FROM n WHERE n > 1",
    "journal": "INSERT INTO journal (workspace, at, verb, reason, task, detail) SELECT 1, n, 'v', 'r', n % 99, '{}' FROM n",
}
QUESTIONS: dict[str, Callable[[Store, Any], Awaitable[Any]]] = {
    "claim_outbox": lambda store, look: store.claim_outbox(NOW, 10),
    "next_outbox": lambda store, look: store.next_outbox(NOW),
    "release_claims": lambda store, look: store.release_claims(),
    "due_reminders": lambda store, look: store.due_reminders(NOW, 10),
    "waiting_updates": lambda store, look: store.waiting_updates("tg"),
    "finish_update": lambda store, look: store.finish_update("tg", 5),
    "open_bursts": lambda store, look: look.open_bursts(["tg:1", "tg:2"]),
    "open_burst": lambda store, look: look.open_burst("tg:1"),
    "outbox": lambda store, look: look.outbox("k1"),
    "last_card": lambda store, look: look.last_card("tg:1", 1),
    "parked": lambda store, look: look.parked("tg:1"),
    "message": lambda store, look: look.message("m1"),
    "messages_of": lambda store, look: look.messages_of(["m1", "m2"]),
    "posted_at": lambda store, look: look.posted_at(NOW, NOW),
    "find_twins": lambda store, look: look.find_twins(["k5", "k6"], NOW),
    "memories_of": lambda store, look: look.memories_of(["a", "b"]),
    "group_of_chat": lambda store, look: look.group_of_chat("tg:1"),
    "group_named": lambda store, look: look.group_named("g"),
    "group_members": lambda store, look: look.group_members(5),
    "known_tasks": lambda store, look: look.known_tasks(),
    "outcome_counts": lambda store, look: look.outcome_counts(NOW, NOW),
    "journal": lambda store, look: look.journal(task=5, limit=5),
    "reminders": lambda store, look: look.reminders(1),
    "whoami": lambda store, look: store.whoami("tg:1"),
    "last_action": lambda store, look: look.last_action(1),
    "overlaps": lambda store, look: look.overlaps([7, 8]),
    "told_apart": lambda store, look: look.told_apart(),
}
_LONG = ("outbox", "inbox", "reminder", "message", "journal", "overlap", "task")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("question", QUESTIONS)
async def test_sqlite_scans_no_long_table(store: Store, question: str) -> None:
    await _fill(store)
    plans = [line for line in await _plans(store, question, "EXPLAIN QUERY PLAN ") if line]
    assert plans
    for line in plans:
        table = line.split()[1] if line.startswith("SCAN") else ""
        of_the_waiting = "_pending" in line or "_claimed" in line
        assert of_the_waiting or table not in (*_LONG, "retry", "taken"), plans


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
@pytest.mark.parametrize("question", QUESTIONS)
async def test_postgresql_scans_no_long_table(store: Store, question: str) -> None:
    await _fill(store)
    async with store._database.writing() as connection:
        await connection.execute(text("ANALYZE"))
    plans = await _plans(store, question, "EXPLAIN ")
    assert plans
    scanned = [line for line in plans for table in _LONG if f"Seq Scan on {table}" in line]
    assert not scanned, plans


async def _fill(store: Store) -> None:
    workspace, _ = await found_office(store)
    assert workspace == 1
    await save(store, workspace, a_task(1), a_source(1), a_row("waits"))
    numbers = f"WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {ROWS}) "
    async with store._database.writing() as connection:
        for statement in _FILL.values():
            head, _, body = statement.partition(" SELECT ")
            whole = f"{head} {numbers} SELECT {body}"
            if store._database.is_sqlite:
                whole = whole.replace("false", "0")
            await connection.exec_driver_sql(whole)


async def _plans(store: Store, question: str, explain: str) -> list[str]:
    """The plans of all statements a question sends, as it sends them."""
    sent: list[tuple[str, Any]] = []
    engines = {store._database.reader.sync_engine, store._database.writer.sync_engine}

    def keep(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        if statement.split()[0] in ("SELECT", "UPDATE", "WITH"):
            sent.append((statement, parameters))

    async with store.look(1) as look:
        for engine in engines:
            event.listen(engine, "before_cursor_execute", keep)
        await QUESTIONS[question](store, look)
        for engine in engines:
            event.remove(engine, "before_cursor_execute", keep)
    plans: list[str] = []
    async with store._database.writing() as connection:
        for statement, parameters in sent:
            rows = await connection.exec_driver_sql(explain + statement, parameters)
            plans += [str(row[-1]) for row in rows]
    return plans
