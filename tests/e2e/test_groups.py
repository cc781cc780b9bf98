"""Groups end to end: what Telegram tells of them over HTTP, what is kept of it, and how one is dissolved."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.models import Group as KnownGroup
from bot.core.models import GroupState, StoredMessage
from storage.store import Store
from tests.e2e.conftest import World
from tests.e2e.notices import notice
from tests.emulator import Group, Person

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def kept(world: World) -> tuple[dict[int, KnownGroup], list[StoredMessage]]:
    """The office's groups by id and its messages, as they are stored."""
    await world.quiet()
    store = await Store.open(world.url, migrate=False)
    try:
        async with store.look(1) as look:
            return {each.id: each for each in await look.groups()}, await look.messages()
    finally:
        await store.close()


async def asked(world: World, words: str) -> str:
    """What the admin is told when he asks."""
    await world.quiet()
    before = world.admin.last.number
    world.admin.sends(words)
    await world.admin.sees("", after=before)
    await world.quiet()
    return "\n".join(shown.text for shown in world.admin.shown if shown.number > before)


async def test_the_bot_is_added_made_admin_renamed_moved_removed_and_added_again(world: World) -> None:
    admin = world.admin
    group = await world.group("人口普查专班群", kind="group")
    greeted = await admin.sees("我已在「人口普查专班群」里", "临时群")
    group.promotes_bot(admin)
    group.renames("人口普查群", admin)
    await world.quiet()
    moved = group.migrates(admin)
    await world.quiet()
    assert len([shown for shown in admin.shown if "我已在" in shown.text]) == 1
    found, _ = await kept(world)
    [known] = found.values()
    assert (known.name, known.aliases, known.chat) == ("人口普查群", ("人口普查专班群",), moved.ref)
    told = await asked(world, "/groups 人口普查专班群")
    assert "也叫：人口普查专班群" in told and "机器人在群里，换过" in told
    moved.removes_bot(admin)
    assert "机器人不在群里" in await asked(world, f"/groups {known.id}")
    moved.adds_bot(admin)
    await admin.sees("我已在「人口普查群」里", after=greeted.number)
    found, _ = await kept(world)
    assert [each.chat for each in found.values()] == [moved.ref], "the same group, known again"
    assert moved.shown == [] and group.shown == [], "nothing was said there"


async def test_people_who_come_and_go_are_expected_to_answer_or_not(world: World) -> None:
    admin, first, second = world.admin, Person(world.telegram, "东风村老赵"), Person(world.telegram, "西岗村小孙")
    leaver = Person(world.telegram, "北沟村老周")
    group = await world.group("防汛工作群")
    group.joins(first, second, leaver)
    group.loses(leaver)
    group.announces(f"县水利局：请各村于{world.day(2)}12时前报送防汛沙袋库存表，收到请回复。")
    await world.quiet()
    first.sends("收到", where=group)
    told = await asked(world, "谁没回")
    assert "已回 1，没回 1" in told
    told = await asked(world, "/receipts 1")
    assert "没回：西岗村小孙" in told and "老周" not in told
    second.sends("收到，谢谢", where=group)
    assert "没回 0" in await asked(world, "谁没回")
    assert group.shown == [] and admin.shown, "no list of shame in the group"


async def test_every_kind_of_forward_is_put_to_the_group_it_came_from(world: World) -> None:
    admin, writer = world.admin, Person(world.telegram, "应急办小刘")
    group = await world.group("防汛工作群", writer)
    channel = Group(world.telegram, "县气象局发布", kind="channel")
    said = writer.sends(notice(1, world.clock.now()), where=group)
    await world.quiet()
    at = world.clock.now().fromtimestamp(said["date"], world.clock.now().tzinfo)
    writer.edits(said, said["text"] + "另附说明。")
    await world.quiet()
    admin.forwards(said["text"], from_person=writer, first_sent=at)
    admin.forwards(said["text"] + "另附说明。", hidden="应急办小刘", first_sent=at)
    admin.forwards(notice(2, world.clock.now()), group=group)
    admin.forwards(notice(3, world.clock.now()), channel=channel, signature="值班员")
    admin.forwards(notice(4, world.clock.now()), hidden="无名氏", first_sent=at - timedelta(hours=5))
    found, messages = await kept(world)
    names = [(found[each.group].name if each.group else None, each.attributed) for each in messages[1:]]
    assert names == [
        ("防汛工作群", "seen_in_group"),
        ("防汛工作群", "seen_in_group"),
        ("防汛工作群", "origin_chat"),
        ("县气象局发布", "origin_chat"),
        (None, "unknown"),
    ]
    question = next(shown for shown in admin.shown if "是哪个群的" in shown.text)
    admin.presses("防汛工作群", on=question)
    found, messages = await kept(world)
    assert (found[messages[-1].group or 0].name, messages[-1].attributed) == ("防汛工作群", "asked")


async def test_an_anonymous_admin_speaks_for_the_group(world: World) -> None:
    group = await world.group("防汛工作群")
    group.announces(notice(5, world.clock.now()), "书记")
    group.announces("💬👥 老李 [人口普查群]:\n" + notice(6, world.clock.now()))
    found, messages = await kept(world)
    assert [found[each.group or 0].name for each in messages] == ["防汛工作群", "人口普查群"]
    assert messages[0].message.by is None


async def dissolvable(world: World, title: str) -> tuple[Group, int]:
    """A temporary group whose one duty is done and that has been silent for two weeks."""
    group = await world.group(title)
    world.admin.sends(notice(7, world.clock.now()), where=group)
    await world.quiet()
    world.admin.sends("/done 1")
    await world.quiet()
    await world.skip(timedelta(days=20, hours=20))
    await world.skip(timedelta(hours=2, minutes=5))
    await world.quiet()
    found, _ = await kept(world)
    return group, next(id for id, each in found.items() if each.name == title)


async def test_a_group_is_proposed_once_and_the_bot_says_farewell_and_leaves(world: World) -> None:
    admin = world.admin
    group, id = await dissolvable(world, "人口普查专班群")
    assert len([shown for shown in admin.shown if "🧹 可解散 1 个群" in shown.text]) == 1
    assert "任务 1/1 已办" in await asked(world, "解散")
    asking = await asked(world, f"/dissolve {id}")
    assert "解散「人口普查专班群」吗" in asking
    assert "退了的群收不回" in asking
    admin.presses("发告别并退群")
    await admin.sees("一分钟后我在群里告别，随后退群")
    await world.quiet()
    assert "已收回「解散群」" in await asked(world, "/undo")
    await world.skip(timedelta(minutes=2))
    await world.quiet()
    assert group.shown == [], "taken back within the minute, nothing is said there"
    await asked(world, f"/dissolve {id} leave")
    await world.skip(timedelta(minutes=2))
    await group.sees("各位同事", "今日解散")
    await world.quiet()
    assert any(shown.document and shown.document.startswith("人口普查专班群-") for shown in admin.shown)
    assert [int(call["chat_id"]) for call in world.telegram.calls_of("leaveChat")] == [group.chat.id]
    found, _ = await kept(world)
    assert (found[id].state, found[id].chat) == (GroupState.DISSOLVED, None)
    assert "我要是已经退群，请再拉我进去" in await asked(world, "/undo")
    found, _ = await kept(world)
    assert found[id].state is not GroupState.DISSOLVED


async def test_where_only_admins_write_a_person_says_farewell_until_the_bot_is_one(world: World) -> None:
    admin = world.admin
    group, id = await dissolvable(world, "人口普查专班群")
    group.chat.only_admins_write = True
    assert "一分钟后我在群里告别" in await asked(world, f"/dissolve {id} post")
    await world.skip(timedelta(minutes=2))
    await admin.sees("我在「人口普查专班群」里发不出话")
    assert group.shown == []
    assert "已收回「解散群」" in await asked(world, "/undo")
    group.promotes_bot(admin)
    await asked(world, f"/dissolve {id} post")
    await world.skip(timedelta(minutes=2))
    await group.sees("各位同事")
    assert world.telegram.calls_of("leaveChat") == []
    admin.sends(notice(8, world.clock.now()), where=group)
    found, _ = await kept(world)
    assert found[id].state is GroupState.ACTIVE, "a later notice brings it back"
