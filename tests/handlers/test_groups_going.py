"""A group that is let go: what can be taken back, how it comes back, and why another still stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.models import Command, Group, GroupState, Message, Origin, Requirement, TaskState
from handlers.command import handle_command
from handlers.deliver import deliver
from handlers.message import handle_message
from tests.factories import NOTICE, NOW, instant, notice
from tests.handlers.scene import CADRE, COORDINATOR, RENDERER, Scene

CHAT = "tg:-100"


async def over(scene: Scene, **more: object) -> Group:
    """A temporary group whose one task is done."""
    group = await scene.group("普查专班群", temporary=True, last_at=instant(1), **more)
    task = await scene.open(1, (CADRE,), group="普查专班群")
    await scene.put(replace(task, state=TaskState.DONE, closed_at=NOW))
    return group


async def state(scene: Scene, id: int) -> GroupState:
    """How the group stands."""
    async with scene.store.look(1) as look:
        found = await look.group(id)
    assert found is not None
    return found.state


async def does(scene: Scene, id: str, name: str, args: str = "") -> None:
    """A command of the coordinator, with what is due at this very instant delivered."""
    command = Command(id, name, args, COORDINATOR, COORDINATOR, "周敏", scene.now)
    await handle_command(scene.deps, command, scene.now)
    for n in range(5):
        await deliver(scene.deps, scene.sender, RENDERER, scene.now + timedelta(seconds=2 * n))


async def test_the_farewell_waits_a_minute_in_which_it_can_be_taken_back(scene: Scene) -> None:
    group = await over(scene, chat=CHAT)
    await does(scene, "a", "dissolve", f"{group.id} leave")
    await does(scene, "b", "undo")
    assert await state(scene, group.id) is GroupState.ACTIVE
    scene.now += timedelta(minutes=5)
    await scene.deliver()
    assert not [one for one in scene.sender.sent if one.chat == CHAT or one.leave]
    await does(scene, "c", "dissolve", f"{group.id} leave")
    scene.now += timedelta(minutes=2)
    await scene.deliver()
    assert [one.leave for one in scene.sender.sent if one.chat == CHAT] == [True]
    assert "我要是已经退群，请再拉我进去" in await scene.say(COORDINATOR, "/undo")


@pytest.mark.parametrize("how", ["back", "notice"])
async def test_no_farewell_is_said_to_a_group_that_was_revived_within_the_minute(scene: Scene, how: str) -> None:
    group = await over(scene, chat=CHAT)
    await does(scene, "a", "dissolve", f"{group.id} leave")
    if how == "back":
        await does(scene, "b", "dissolve", f"{group.id} back")
    else:
        said = Message(
            "n", scene.now, NOTICE, sender="老李", chat=CHAT, private=False, origin=Origin(CHAT, "普查专班群")
        )
        await handle_message(scene.deps, said, scene.now)
    scene.now += timedelta(minutes=2)
    await scene.deliver()
    assert await state(scene, group.id) is GroupState.ACTIVE
    assert not [one for one in scene.sender.sent if one.chat == CHAT or one.leave]


async def test_before_the_bot_speaks_in_the_group_it_says_what_cannot_be_taken_back(scene: Scene) -> None:
    group = await over(scene, chat=CHAT)
    assert "发出的话、退了的群收不回" in await scene.say(COORDINATOR, f"/dissolve {group.id}")
    scene.sender.sent.clear()
    await scene.put(replace(group, chat=None))
    assert "收不回" not in await scene.say(COORDINATOR, f"/dissolve {group.id}")


async def test_a_dissolved_group_is_found_and_brought_back_by_hand(scene: Scene) -> None:
    group = await over(scene)
    await scene.say(COORDINATOR, f"/dissolve {group.id} yes")
    assert "/groups gone" in (await scene.say(COORDINATOR, "/groups"), scene.buttons())[1]
    assert "1 个群已解散，记录都留着" in await scene.say(COORDINATOR, "/groups gone")
    await scene.say(COORDINATOR, f"/groups {group.id}")
    assert f"/dissolve {group.id} back" in scene.buttons()
    assert "恢复了" in await scene.say(COORDINATOR, f"/dissolve {group.id} back")
    assert await state(scene, group.id) is GroupState.ACTIVE
    assert "没有解散" in await scene.say(COORDINATOR, f"/dissolve {group.id} 恢复")
    assert "已收回「恢复群」" in await scene.say(COORDINATOR, "/undo")
    assert await state(scene, group.id) is GroupState.DISSOLVED


async def test_a_receipt_that_was_given_no_longer_speaks_against_dissolving(scene: Scene) -> None:
    group = await scene.group("普查专班群", temporary=True, last_at=instant(1))
    asked = frozenset({Requirement.REPLY_RECEIPT})
    await scene.open(1, (CADRE,), group="普查专班群", facts=notice(requirements=asked))
    assert "还有 1 件没办完，收到还没回" in await scene.say(COORDINATOR, f"/dissolve {group.id}")
    await scene.say(CADRE, "/received 1")
    said = await scene.say(COORDINATOR, f"/dissolve {group.id}")
    assert "还有 1 件没办完" in said and "收到" not in said
    assert "还有 1 件没办完" in await scene.say(COORDINATOR, "/dissolve dry"), "the dry run says the same"


async def test_a_word_nobody_knows_after_a_group_is_said_to_be_unknown(scene: Scene) -> None:
    group = await over(scene)
    said = await scene.say(COORDINATOR, f"/dissolve {group.id} 好吧")
    assert said.startswith("「好吧」看不懂") and "解散「普查专班群」吗" in said
    assert await state(scene, group.id) is GroupState.ACTIVE


async def test_who_leads_sees_the_receipts_he_has_not_marked(scene: Scene) -> None:
    asked = frozenset({Requirement.REPLY_RECEIPT})
    await scene.open(1, (COORDINATOR,), facts=notice(requirements=asked))
    said = await scene.say(COORDINATOR, "谁没回")
    assert "还没标「收到已回」" in said and "#1 " in said and "/received 1 +" in scene.buttons()
    await scene.say(COORDINATOR, "/received 1 +")
    assert "收到已回" not in await scene.say(COORDINATOR, "谁没回")
