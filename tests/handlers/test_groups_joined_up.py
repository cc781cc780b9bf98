"""Two names of one group, joined by a person: everything that knew the one name knows the group."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.attribution import HEAD_KEY, LINK_KEY, SEEN_KEY, SENDER_KEY
from bot.core.models import Group, Memory, Message, Origin, StoredMessage, TaskState
from handlers.message import handle_message
from tests.factories import NOTICE, instant
from tests.handlers.scene import CADRE, COORDINATOR, Scene

A_WHILE = timedelta(hours=2)
OTHER_NOTICE = "各村9月28日17:00前将防汛值班表报镇应急办"


async def given(scene: Scene, text: str, **more: object) -> StoredMessage:
    """A message that a cadre gives the bot, as it is stored."""
    scene.now += timedelta(minutes=10)
    id = f"g:{scene.now.timestamp()}"
    fields: dict[str, object] = {"chat": CADRE, "by": CADRE} | more
    await handle_message(scene.deps, Message(id, scene.now, text, **fields), scene.now)  # type: ignore[arg-type]
    await scene.deliver()
    async with scene.store.look(1) as look:
        stored = await look.message(id)
    assert stored is not None
    return stored


async def known(scene: Scene, id: int) -> Group:
    """The group as it is stored."""
    async with scene.store.look(1) as look:
        found = await look.group(id)
    assert found is not None
    return found


async def joined(scene: Scene) -> tuple[Group, Group]:
    """A group, and another that went into it."""
    into, other = await scene.group("禁烧群"), await scene.group("秋季禁烧群")
    await scene.say(COORDINATOR, f"/onegroup {into.id} {other.id}")
    return into, other


async def test_what_people_taught_about_the_other_name_is_known_of_the_group(scene: Scene) -> None:
    into, other = await scene.group("禁烧群"), await scene.group("秋季禁烧群")
    await scene.put(Memory(f"{SENDER_KEY}老李", str(other.id), scene.now))
    await scene.put(Memory(f"{SEEN_KEY}老王", str(other.id), scene.now))
    await scene.put(Memory(f"{HEAD_KEY}烧群", str(other.id), scene.now))
    await scene.say(COORDINATOR, f"/onegroup {into.id} {other.id}")
    for text, more in (
        (NOTICE, {"sender": "老李", "sent_at": scene.now}),
        (OTHER_NOTICE, {"sender": "老王", "sent_at": scene.now}),
        (f"【烧群】{OTHER_NOTICE}", {}),
        (f"【秋季禁烧群】{OTHER_NOTICE}", {}),
    ):
        assert (await given(scene, text, **more)).group == into.id, text


async def test_what_stands_in_the_chat_of_the_other_name_counts_for_the_group(scene: Scene) -> None:
    into, other = await scene.group("禁烧群", chat="tg:-1"), await scene.group("秋季禁烧群", chat="tg:-2")
    await scene.say(COORDINATOR, f"/onegroup {into.id} {other.id}")
    stored = await given(
        scene, NOTICE, chat="tg:-2", private=False, sender="老李", origin=Origin("tg:-2", "秋季禁烧群")
    )
    assert stored.group == into.id
    one = await known(scene, into.id)
    assert (one.messages, one.last_at) == (1, scene.now)


async def test_a_chat_linked_to_the_other_name_shows_the_group(scene: Scene) -> None:
    into, other = await scene.group("禁烧群"), await scene.group("秋季禁烧群")
    await scene.group("转发", chat="tg:-3")
    await scene.put(Memory(f"{LINK_KEY}tg:-3", str(other.id), scene.now))
    await scene.say(COORDINATOR, f"/onegroup {into.id} {other.id}")
    stored = await given(scene, f"老李:\n{NOTICE}", chat="tg:-3", private=False, origin=Origin("tg:-3", "转发", "b"))
    assert stored.group == into.id


async def test_the_silence_of_the_group_is_that_of_both_names(scene: Scene) -> None:
    into = await scene.group("普查群", temporary=True, last_at=instant(1))
    other = await scene.group("人口普查专班群", temporary=True, chat="tg:-2", last_at=instant(1))
    task = await scene.open(1, (CADRE,), group="普查群")
    await scene.put(replace(task, state=TaskState.DONE, closed_at=instant(1)))
    await scene.say(COORDINATOR, f"/onegroup {into.id} {other.id}")
    assert "可解散 1 个群" in await scene.say(COORDINATOR, "/dissolve")
    await given(
        scene, "明天开会的材料我放桌上了", chat="tg:-2", private=False, origin=Origin("tg:-2", "人口普查专班群")
    )
    assert "没有可以解散的群" in await scene.say(COORDINATOR, "/dissolve")


async def test_what_was_said_of_the_other_name_holds_for_the_group(scene: Scene) -> None:
    into = await scene.group("普查群", temporary=True)
    other = await scene.group("政务群", temporary=False, temporary_said=True, exempt=True)
    await scene.say(COORDINATOR, f"/onegroup {into.id} {other.id}")
    one = await known(scene, into.id)
    assert (one.temporary, one.temporary_said, one.exempt) == (False, True, True)
    await scene.say(COORDINATOR, "/undo")
    assert await known(scene, into.id) == into and await known(scene, other.id) == other


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_bridge_that_shows_a_new_name_is_asked_about_once_and_one_tap_joins_the_two(scene: Scene) -> None:
    scene.now = instant(1)
    for day, name in ((1, "秸秆禁烧群"), (8, "秸秆禁烧群"), (15, "秋冬攻坚专班群"), (16, "秋冬攻坚专班群")):
        await scene.until(instant(day, "09:00"), A_WHILE)
        for who in ("老李", "小王"):
            await given(scene, f"💬👥 {who} [{name}]:\n第{day}日{who}：今天照常值班")
    said = [one for one in await scene.until(instant(22, "12:00"), A_WHILE) if "改了名" in one.text]
    assert len(said) == 2, "once for each who leads"
    assert "「秋冬攻坚专班群」像是「秸秆禁烧群」改了名（同 2 人发，旧名没动静了）" in said[0].text
    [button] = [each.command for row in said[0].buttons for each in row if each.command.startswith("/onegroup")]
    assert button == "/onegroup 2 1 +"
    assert "「秋冬攻坚专班群」" in await scene.say(COORDINATOR, button)
    one = await known(scene, 2)
    assert one.aliases == ("秸秆禁烧群",) and one.messages == 8 and one.first_at == instant(1, "09:10")
    assert "改了名" not in "".join(each.text for each in await scene.until(instant(25, "12:00"), A_WHILE))
    assert (await given(scene, "💬👥 老李 [秸秆禁烧群]:\n今天照常值班，大家辛苦")).group == 2


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_name_that_gave_way_is_not_also_told_to_have_fallen_silent(scene: Scene) -> None:
    scene.now = instant(1)
    for day in range(1, 16):
        await scene.until(instant(day, "09:00"), A_WHILE)
        name = "秸秆禁烧群" if day < 12 else "秋冬攻坚专班群"
        for who in ("老李", "小王"):
            await given(scene, f"💬👥 {who} [{name}]:\n第{day}日{who}：气温下降，请各村注意防寒，第{day}号")
    said = await scene.until(instant(25, "12:00"), A_WHILE)
    told = [line for one in said for line in one.text.splitlines() if "静下来的群" in line]
    assert any("改了名" in one.text for one in said) and not any("秸秆禁烧群" in line for line in told), told
