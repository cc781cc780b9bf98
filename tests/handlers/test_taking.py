"""What could not be read gets two buttons: it is a task, or it is none."""

from __future__ import annotations

import pytest

from bot.core.models import Command, Outcome
from handlers.command import handle_command
from tests.factories import message, picture
from tests.handlers.office import Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def press(office: Office, start: str, user: str = "tg:1") -> str:
    """Press the last message's button whose command starts so; what is answered."""
    command = next(each for each in office.sender.commands() if each.startswith(start))
    return await typed(office, command, user)


async def typed(office: Office, command: str, user: str = "tg:1") -> str:
    name, _, args = command[1:].partition(" ")
    said = Command(f"c{office.now}{command}", name, args, user, user, "王敏", office.now, True, None)
    await handle_command(office.deps, said, office.now)
    return "\n".join(await office.answers())


async def test_a_file_becomes_a_task_at_the_press_of_a_button_and_can_be_taken_back(office: Office) -> None:
    one = picture(group="甲群")
    await office.receive(one)
    await office.answers()
    card = await press(office, "/take ")
    assert card.splitlines()[0] == "<b>#1 photo.jpg</b>" and "❓ 原文没说什么时候要" in card
    assert await typed(office, f"/take {one.id}") == "这条已经看过了\n看看它：/task 1"
    assert "#1" in await typed(office, "/undo")
    async with office.deps.store.look(1) as look:
        stored = await look.message(one.id)
        assert await look.task(1) is None and stored is not None and stored.outcome is Outcome.NEEDS_LOOK


async def test_what_needs_nobody_is_left(office: Office) -> None:
    one = picture(group="甲群")
    await office.receive(one)
    await office.answers()
    assert "不算任务" in await press(office, "/leave ")
    async with office.deps.store.look(1) as look:
        stored = await look.message(one.id)
    assert stored is not None and stored.outcome is Outcome.INFO


async def test_in_a_burst_each_has_its_own_buttons(office: Office) -> None:
    await office.receive(picture(group="甲群"), message(group="甲群"), picture(group="甲群"))
    [said] = await office.answers()
    assert "❓ 1. photo.jpg" in said and "❓ 2. photo.jpg" in said
    assert len([each for each in office.sender.commands() if each.startswith("/take ")]) == 2


async def test_nobody_takes_what_another_brought(office: Office) -> None:
    other = await office.join(2)
    one = picture(group="甲群")
    await office.receive(one)
    await office.answers()
    assert "不在等你看" in await typed(office, f"/take {one.id}", other.user)
    assert "不在等你看" in await typed(office, "/take", other.user)
