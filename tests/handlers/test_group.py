"""What happens to the chats the bot sits in: put in, thrown out, renamed, turned into a supergroup."""

from __future__ import annotations

from itertools import count

import pytest

from bot.core.models import GroupEvent, GroupEventKind, GroupState
from handlers.group import handle_group_event
from tests.factories import group, group_message, message
from tests.handlers.office import Office

_ids = count(1)


async def happens(office: Office, kind: GroupEventKind, **more: object) -> None:
    fields: dict[str, object] = {"title": "防汛专班群", "user": "tg:1", "user_name": "王敏"}
    event = GroupEvent(f"e{next(_ids)}", kind, "tg:-100", office.now, **(fields | more))  # type: ignore[arg-type]
    await handle_group_event(office.deps, event, office.now)


async def test_a_member_brings_the_bot_into_a_group_and_is_told_in_private(office: Office) -> None:
    await happens(office, GroupEventKind.ADDED)
    async with office.deps.store.look(1) as look:
        known = await look.group_of_chat("tg:-100")
    assert known is not None and known.name == "防汛专班群" and known.temporary
    [said] = await office.answers()
    assert "防汛专班群" in said and office.sender.sent[-1].chat == "tg:1"
    assert office.sender.commands() == [f"/standing {known.id}"]


async def test_a_stranger_brings_the_bot_into_a_group_and_nothing_is_stored(office: Office) -> None:
    await happens(office, GroupEventKind.ADDED, user="tg:99")
    await office.receive(group_message())
    async with office.deps.store.look(1) as look:
        assert await look.groups() == [] and await look.messages() == []
    assert await office.answers() == []


async def test_a_group_known_by_its_forwards_becomes_the_one_the_bot_sits_in(office: Office) -> None:
    await office.receive(message(group="防汛专班群"))
    await happens(office, GroupEventKind.ADDED)
    async with office.deps.store.look(1) as look:
        [known] = await look.groups()
    assert (known.chat, known.messages) == ("tg:-100", 1)


async def test_when_the_bot_is_thrown_out_the_archive_stays_and_the_chat_is_nobodys(office: Office) -> None:
    await happens(office, GroupEventKind.ADDED)
    await office.receive(group_message())
    await happens(office, GroupEventKind.REMOVED)
    await office.receive(group_message("各村明天17:00前报防汛值班表到镇应急办"))
    async with office.deps.store.look(1) as look:
        assert len(await look.messages()) == 1
        [known] = await look.groups()
    assert known.chat is None and known.messages == 1


async def test_a_renamed_group_is_still_found_by_its_old_name(office: Office) -> None:
    await happens(office, GroupEventKind.ADDED)
    await happens(office, GroupEventKind.RENAMED, title="应急管理群")
    async with office.deps.store.look(1) as look:
        old, new = await look.group_named("防汛专班群"), await look.group_named("应急管理群")
    assert old is not None and new is not None and old.id == new.id
    await office.receive(message(group="防汛专班群"))
    async with office.deps.store.look(1) as look:
        assert len(await look.groups()) == 1


async def test_what_a_person_said_of_a_group_survives_its_new_name(office: Office) -> None:
    await office.save(group(0, "机关大家庭", chat="tg:-100", temporary=True, temporary_said=True))
    await happens(office, GroupEventKind.RENAMED, title="机关全体干部群")
    async with office.deps.store.look(1) as look:
        known = await look.group_of_chat("tg:-100")
    assert known is not None and known.temporary


async def test_a_group_that_became_a_supergroup_is_the_same_group(office: Office) -> None:
    await happens(office, GroupEventKind.ADDED)
    await happens(office, GroupEventKind.MIGRATED, to_chat="tg:-1009")
    await office.receive(group_message(chat="tg:-1009"))
    async with office.deps.store.look(1) as look:
        [known] = await look.groups()
    assert (known.chat, known.messages) == ("tg:-1009", 1)


async def test_a_dissolved_group_the_bot_is_put_into_again_lives(office: Office) -> None:
    await office.save(group(0, "防汛专班群", state=GroupState.DISSOLVED))
    await happens(office, GroupEventKind.ADDED)
    async with office.deps.store.look(1) as look:
        [known] = await look.groups()
    assert known.state is GroupState.ACTIVE


@pytest.mark.parametrize("kind", list(GroupEventKind))
async def test_every_event_of_an_unknown_chat_is_survived_and_its_receipt_marked(
    office: Office, kind: GroupEventKind
) -> None:
    await office.deps.store.put_update("telegram", 1, "tg:-100", "{}", office.now)
    event = GroupEvent("e", kind, "tg:-100", office.now, to_chat="tg:-200")
    await handle_group_event(office.deps, event, office.now, ("telegram", 1))
    assert await office.deps.store.waiting_updates("telegram") == []
