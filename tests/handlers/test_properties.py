"""What holds whatever comes in and whatever people do, over the real store and all handlers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.core.models import Command, Member, Message, Outcome, Relation, Role, TaskState
from bot.core.words import read_command
from handlers.command import handle_command
from handlers.deps import Deps
from handlers.message import handle_message
from storage import tables
from storage.store import Store
from tests.databases import SqliteOriginal
from tests.factories import CALENDAR, NOW, instant, message

Post = tuple[str, str, str, str]
"""The duty it speaks of, group, sender, text."""

FORMS: tuple[Post, ...] = (
    ("水库", "县水利群", "县水利局 苏敏", "各乡镇：请填报小型水库安全责任人名册（水库、责任人、手机），9月25日17:00前发slj@example.cn。县水利局"),
    ("民宿", "县文旅群", "县文旅局", "请各乡镇报送民宿床位统计表（民宿、床位、星级），9月26日下班前发wlj@example.cn。县文旅局"),
    ("柑橘", "镇通知群", "党政办", "定于9月24日上午9:00在镇政府三楼会议室召开柑橘产销对接会，各村书记参加。镇党政办"),
)
FORWARDS: tuple[Post, ...] = (
    ("水库", "镇水利群", "水利站 郭平", "转县水利局：各乡镇：请填报小型水库安全责任人名册（水库、责任人、手机），9月25日17:00前发slj@example.cn。"),
    ("民宿", "镇文旅群", "文化站 安", "转县文旅局：请各乡镇报送民宿床位统计表（民宿、床位、星级），9月26日下班前发wlj@example.cn。"),
    ("柑橘", "柳林村群", "柳林 支书", "转党政办：9月24日上午9:00在镇政府三楼会议室召开柑橘产销对接会，各村书记参加。"),
)
CHANGES: tuple[Post, ...] = (
    ("水库", "县水利群", "县水利局 苏敏", "小型水库安全责任人名册报送时间提前到9月24日12:00。县水利局"),
    ("柑橘", "镇通知群", "党政办", "柑橘产销对接会改到四楼会议室，时间不变。镇党政办"),
    ("民宿", "县文旅群", "县文旅局", "民宿床位统计表不用报了，原通知取消。县文旅局"),
    ("水库", "县水利群", "县水利局 苏敏", "小型水库名册还差两个乡镇没报，抓紧。"),
    ("", "镇通知群", "柳林 支书", "收到"),
)
POSTS = st.lists(st.sampled_from((*FORMS, *FORWARDS, *CHANGES)), min_size=1, max_size=6)
ORDERS = "/merge 1 2|/merge 2 1|/merge 2 3|/split 2|/split 1 1|/done 1|/drop 2|/due 1 9月28日 10:00|/differ 1 2|/same 2 1|/nil 3".split("|")
PEOPLE = ("tg:1", "tg:2")
_STATE = tuple(table for table in tables.metadata.sorted_tables if table.name not in ("outbox", "journal", "action", "inbox", "workspace", "card"))

SLOW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


IDS = count(1)
"""No two towns share an id, as no two offices do: what matching keeps of a message is known by it."""


class Town:
    """Two offices in one store, each with an admin and a cadre."""

    def __init__(self, store: Store) -> None:
        self.deps = Deps(store, CALENDAR)
        self.count = self.minute = 0

    @property
    def now(self) -> datetime:
        """When the last thing was heard."""
        return instant(22, f"{9 + self.minute // 60:02}:{self.minute % 60:02}")

    async def hear(self, posts: Sequence[Post], by: str = "tg:1") -> list[Message]:
        heard = []
        for _, group, sender, text in posts:
            self.count, self.minute = self.count + 1, self.minute + 1
            at = self.now
            heard.append(message(text, group=group, sender=sender, by=by, chat=by, at=at, id=f"{by}:{next(IDS)}"))
            await handle_message(self.deps, heard[-1], at)
        return heard

    async def order(self, text: str, by: str = "tg:1", at: datetime = NOW) -> None:
        self.count += 1
        name, args = read_command(text) or ("", "")
        await handle_command(self.deps, Command(f"c{self.count}", name, args, by, by, "", at), at)

    async def dump(self, office: int) -> dict[str, list[tuple[Any, ...]]]:
        """All rows of an office that say how things stand; a voided reminder is none."""
        found = {}
        async with self.deps.store.look(office) as look:
            for table in _STATE:
                columns = [column for column in table.c if column.name != "revision"]
                rows = await look._connection.execute(select(*columns).where(table.c.workspace == office))
                found[table.name] = sorted((tuple(row) for row in rows if "void" not in tuple(row)), key=repr)
        return found

    async def lists(self, office: int = 1) -> set[tuple[frozenset[str], datetime | None, str]]:
        """The tasks by what is said in them, their dates and their state, whatever their numbers."""
        async with self.deps.store.look(office) as look:
            known = await look.known_tasks()
        return {
            (frozenset(source.text for source in one.sources), one.task.due, one.task.state.value) for one in known
        }


    async def standing(self, now: datetime, office: int = 1) -> list[tuple[Any, ...]]:
        """The tasks that messages speak of: all that is known of each, and what will be said of it from `now` on."""
        async with self.deps.store.look(office) as look:
            known = [one for one in await look.known_tasks() if one.sources]
            ahead = [
                {(each.rung, each.about, each.due) for each in await look.reminders(one.task.number) if each.due > now}
                for one in known
            ]
        return [
            (one.task, [(source.message, source.relation) for source in one.sources], reminders)
            for one, reminders in zip(known, ahead, strict=True)
        ]

    async def says_something(self, ids: Sequence[str], office: int = 1) -> bool:
        """Whether one of these messages can still be taken back."""
        async with self.deps.store.look(office) as look:
            stored = await look.messages_of(ids)
        return any(each.outcome is not Outcome.CHATTER for each in stored.values())


@pytest.fixture
def town(sqlite_original: SqliteOriginal, tmp_path: Path) -> Any:
    """Opens a fresh town, as often as it is asked."""

    @asynccontextmanager
    async def fresh() -> AsyncIterator[Town]:
        store = await Store.open(sqlite_original.copy(tmp_path))
        for user in PEOPLE:
            await store.create_workspace(user, Member(0, user, user, user, Role.ADMIN, joined_at=NOW), NOW)
        try:
            yield Town(store)
        finally:
            await store.close()

    return fresh


@SLOW
@given(posts=POSTS)
async def test_hearing_everything_twice_opens_and_changes_nothing(town: Any, posts: list[Post]) -> None:
    async with town() as here:
        heard = await here.hear(posts)
        before, tasks = await here.lists(), await here.dump(1)
        for one in heard:
            await handle_message(here.deps, one, one.received_at)
        assert await here.dump(1) == tasks, "the same updates again are nothing at all"
        if all(post in FORMS + FORWARDS for post in posts):
            await here.hear(posts)
            assert await here.lists() == before


@SLOW
@given(posts=POSTS, orders=st.lists(st.sampled_from(ORDERS), min_size=1, max_size=6))
async def test_every_order_is_taken_back_to_the_letter(town: Any, posts: list[Post], orders: list[str]) -> None:
    async with town() as here:
        await here.hear(posts)
        for order in orders:
            async with here.deps.store.look(1) as look:
                last = await look.last_action(1)
            before = await here.dump(1)
            await here.order(order)
            after = await here.dump(1)
            async with here.deps.store.look(1) as look:
                if after == before and await look.last_action(1) == last:
                    continue
            await here.order("/undo")
            assert await here.dump(1) == before, order
            await here.order(order)


@SLOW
@given(mine=POSTS, theirs=POSTS, orders=st.lists(st.sampled_from(ORDERS), max_size=3))
async def test_no_office_learns_of_another(town: Any, mine: list[Post], theirs: list[Post], orders: list[str]) -> None:
    async with town() as here:
        said = {post.text for post in await here.hear(mine)}
        before = await here.dump(1)
        other = {post.text for post in await here.hear(theirs, "tg:2")}
        for order in orders:
            await here.order(order, "tg:2")
        assert await here.dump(1) == before
        for office, texts in ((1, said), (2, other)):
            async with here.deps.store.look(office) as look:
                known = await look.known_tasks()
                ids = {stored.message.id for stored in await look.messages()}
            assert {source.text for one in known for source in one.sources} <= texts
            assert {source.message for one in known for source in one.sources} <= ids


@SLOW
@given(posts=POSTS, orders=st.lists(st.sampled_from([*ORDERS, "/undo"]), max_size=5), more=POSTS)
async def test_no_task_vanishes_without_a_reason_on_record(
    town: Any, posts: list[Post], orders: list[str], more: list[Post]
) -> None:
    async with town() as here:
        await here.hear(posts)
        async with here.deps.store.look(1) as look:
            opened = await look.next_number() - 1
        for order in orders:
            await here.order(order)
        heard = await here.hear(more)
        await handle_message(here.deps, replace(heard[-1], text="收到", edited=True), heard[-1].received_at)
        async with here.deps.store.look(1) as look:
            tasks = {task.number: task for task in await look.tasks(tuple(TaskState))}
            assert set(range(1, opened + 1)) <= set(tasks), "what a message opened is never taken away"
            for number, task in tasks.items():
                entries = await look.journal(task=number)
                assert any(entry.verb == "opened" and entry.reason for entry in entries)
                sources = await look.sources(number)
                taken_back = any(entry.reason == "retracted" for entry in entries) and not sources
                assert taken_back or task.opened_by in {source.message for source in sources}
                assert all(source.reason for source in sources)
                if task.state is not TaskState.OPEN:
                    closing = {"cancelled", "done", "dropped", "joined", "split"}
                    assert any(entry.verb in closing and entry.reason for entry in entries)
            for stored in await look.messages():
                assert stored.reason
                spoken = stored.relation is not Relation.NONE
                assert not spoken or stored.task in tasks


@SLOW
@given(before=POSTS, more=POSTS)
async def test_messages_taken_back_leave_the_list_as_if_they_had_never_come(
    town: Any, before: list[Post], more: list[Post]
) -> None:
    async with town() as here:
        await here.hear(before)
        now, minute = here.now, here.minute
        known = await here.standing(now)
        brought = [each.id for each in await here.hear(more)]
        while await here.says_something(brought):
            await here.order("/undo", at=now + timedelta(minutes=len(more) + 1))
        assert await here.standing(now) == known
        here.minute = minute
        await here.hear(more)
        once = {frozenset(texts) for texts, _, _ in await here.lists() if texts}
    async with town() as there:
        await there.hear([*before, *more])
        assert {frozenset(texts) for texts, _, _ in await there.lists()} == once


@SLOW
@given(posts=st.permutations(FORMS + FORWARDS))
async def test_shuffled_streams_of_the_same_facts_end_in_the_same_list(town: Any, posts: list[Post]) -> None:
    async with town() as here:
        await here.hear(posts)
        together = {frozenset(p[3] for p in FORMS + FORWARDS if p[0] == duty) for duty, *_ in FORMS}
        assert {texts for texts, _, _ in await here.lists()} == together
        dues = (instant(25, "17:00"), instant(26, "18:00"), instant(24, "09:00"))
        assert {due for _, due, _ in await here.lists()} == set(dues)
