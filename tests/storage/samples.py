"""Entities for storage tests: plain ones by hand, arbitrary ones by hypothesis."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from bot.core.models import (
    Assignment,
    Changes,
    Entity,
    Group,
    Invitation,
    JournalEntry,
    Kind,
    Member,
    Memory,
    Message,
    Notice,
    Occurrence,
    OutboxRow,
    Outcome,
    Overlap,
    Relation,
    Reminder,
    Requirement,
    Role,
    Rung,
    Source,
    StoredMessage,
    Task,
)
from storage.store import Store

NOW = datetime(2026, 9, 23, 1, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


async def found_office(store: Store, name: str = "office", user: str = "tg:1") -> tuple[int, int]:
    """A workspace with an admin: both ids."""
    admin = Member(0, user, user, "王敏", Role.ADMIN, joined_at=NOW)
    workspace, member = await store.create_workspace(name, admin, NOW)
    return workspace.id, member.id


async def save(store: Store, workspace: int, *entities: Entity, **more: Any) -> Any:
    """Apply these entities in a piece of work of their own."""
    async with store.work(workspace) as work:
        return await work.apply(Changes(save=entities, **more))


def a_task(number: int = 1, **more: Any) -> Task:
    """A task that demands a sealed ledger."""
    facts = Notice(Kind.TASK, "报台账", requirements=frozenset({Requirement.SEAL, Requirement.PHOTO}))
    return Task(number=number, facts=facts, opened_by=f"m{number}", opened_at=NOW, **more)


def a_source(task: int = 1, message: str = "m1", **more: Any) -> Source:
    """A message that opened a task."""
    given: dict[str, Any] = {"relation": Relation.NEW, "reason": "new_demand", "at": NOW, "text": "请报台账"} | more
    return Source(task=task, message=message, **given)


def a_message(id: str = "m1", text: str = "请各村报台账", **more: Any) -> StoredMessage:
    """A message that was kept; `group`, `task` and `outcome` go to what became of it, the rest to the message."""
    kept = {name: more.pop(name) for name in ("group", "task", "outcome") if name in more}
    said = Message(id=id, text=text, **({"received_at": NOW} | more))
    rest: dict[str, Any] = {"outcome": Outcome.NEW, "kind": Kind.TASK, "relation": Relation.NEW, "reason": "r"} | kept
    return StoredMessage(message=said, **rest)


def a_row(key: str = "reply:1", chat: str = "tg:1", **more: Any) -> OutboxRow:
    """Something to be said at once."""
    given: dict[str, Any] = {"template": "card", "data": {}, "not_before": NOW} | more
    return OutboxRow(key=key, chat=chat, **given)


def a_reminder(task: int = 1, member: int = 1, **more: Any) -> Reminder:
    """A reminder that is due now."""
    given: dict[str, Any] = {"rung": Rung.SAME_DAY, "about": NOW, "due": NOW} | more
    return Reminder(task=task, member=member, **given)


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
short = st.sampled_from(["a", "b", "人居办", "tg:9"])
instants = st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
days = st.dates(date(2000, 1, 1), date(2090, 1, 1))
numbers = st.integers(1, 3)
members = st.integers(1, 4)

_facts = st.builds(
    Notice,
    kind=st.sampled_from(Kind),
    title=words,
    issuer=st.none() | words,
    urgent=st.booleans(),
    requirements=st.frozensets(st.sampled_from(Requirement), max_size=3),
    spans=st.dictionaries(st.sampled_from(["issuer", "urgent"]), st.tuples(st.integers(0, 9), st.integers(0, 9))),
)
_plain = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | words
_data = st.dictionaries(words, _plain | st.lists(_plain, max_size=2), max_size=3)

tasks = st.builds(
    Task, numbers, _facts, opened_by=short, opened_at=instants, due=st.none() | instants, closed_at=st.none() | instants
)
sources = st.builds(
    Source, task=numbers, message=short, at=instants, text=words, reason=words, sender=st.none() | words
)
messages = st.builds(
    StoredMessage,
    message=st.builds(
        Message,
        id=short,
        received_at=instants,
        text=words,
        sent_at=st.none() | instants,
        by=st.none() | short,
        private=st.booleans(),
    ),
    task=st.none() | numbers,
    group=st.none(),
    reason=words,
)
groups = st.builds(
    Group, st.just(0), name=short, chat=st.none(), last_at=st.none() | instants, aliases=st.tuples(words, words)
)
entities: st.SearchStrategy[Any] = st.one_of(
    tasks,
    sources,
    messages,
    groups,
    st.builds(Overlap, st.just(1), st.integers(2, 3), kind=words, reason=words),
    st.builds(Assignment, numbers, members, given_by=st.none() | members, at=st.none() | instants),
    st.builds(Occurrence, numbers, days, instants, st.sampled_from(["open", "done", "nil"])),
    st.builds(Reminder, numbers, members, about=instants, due=instants),
    st.builds(Member, st.just(0), user=short, chat=short, name=words, joined_at=st.none() | instants),
    st.builds(Invitation, token=short, made_by=members, made_at=instants),
    st.builds(OutboxRow, key=short, chat=short, template=short, data=_data, not_before=instants),
    st.builds(JournalEntry, at=instants, verb=words, reason=words, task=st.none() | numbers, detail=_data),
    st.builds(Memory, key=short, value=words, at=instants),
)
