"""A message forwarded by mistake is taken back, end to end: by a word, by answering it, by emptying its caption."""

from __future__ import annotations

import pytest

from bot.core.models import TaskState
from storage.store import Store
from tests.e2e.conftest import World
from tests.emulator import until

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def states(world: World) -> list[TaskState]:
    store = await Store.open(world.url, migrate=False)
    async with store.look(1) as look:
        found = [task.state for task in sorted(await look.tasks(tuple(TaskState)), key=lambda task: task.number)]
    await store.close()
    return found


async def test_forwards_are_taken_back_by_answering_one_and_by_a_word(world: World) -> None:
    admin = world.admin
    text = f"县民政局：请各村于{world.day(3)}17时前报送低保复核名单。"
    first = admin.forwards(text, hidden="王敏")
    admin.forwards(text, hidden="李四")
    await world.quiet()
    before = admin.last.number
    admin.sends("撤回", reply_to=first["message_id"])
    said = await admin.sees("收回了这条", "#1", after=before)
    assert "还在，别的不变" in said.text and await states(world) == [TaskState.OPEN]
    admin.sends("/undo")
    await admin.sees("收回了刚才那条", "#1", "一起撤掉了", "再转发一次", after=said.number)
    assert await states(world) == [TaskState.DROPPED]
    before = admin.last.number
    admin.forwards(text, hidden="王敏")
    await admin.sees("#2", after=before)
    assert await states(world) == [TaskState.DROPPED, TaskState.OPEN]


async def test_a_caption_that_is_taken_away_takes_its_task_along(world: World) -> None:
    admin = world.admin
    sent = admin.posts(admin.user, admin.photo(f"县民政局：请各村于{world.day(3)}17时前报送低保复核名单。"))
    await admin.sees("#1")
    await world.quiet()
    before = admin.last.number
    admin.edits(sent, "")
    await until(lambda: admin.last.number > before)
    assert "收回了这条，#1" in admin.last.text
    assert await states(world) == [TaskState.DROPPED]
