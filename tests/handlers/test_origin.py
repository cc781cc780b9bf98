"""The question which group a burst came from: asked once, answered for all of it, remembered."""

from __future__ import annotations

from itertools import count

import pytest

from bot.core.models import Command
from bot.core.words import read_command
from handlers.command import handle_command
from tests.factories import NOTICE, NOW, group, group_message, message
from tests.handlers.office import Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
OTHER = "各村今天17:00前将防汛值班表报镇应急办"
_ids = count(1)


async def press(office: Office, command: str, card: str | None = None) -> None:
    name, _, args = command.removeprefix("/").partition(" ")
    one = Command(f"c{next(_ids)}", name, args, "tg:1", "tg:1", "王敏", office.now, card=card)
    await handle_command(office.deps, one, office.now)


async def test_nobody_is_asked_where_the_group_is_known(office: Office) -> None:
    await office.save(group(0, "甲群"))
    await office.receive(message(group="甲群"))
    [card] = await office.answers()
    assert "❓ 这条是哪个群的" not in card


async def test_one_question_for_the_whole_burst_with_the_recent_groups(office: Office) -> None:
    await office.save(group(0, "甲群"), group(-1, "乙群"))
    await office.receive(message(sender="李四"), message(OTHER, sender="李四"), message("收到", sender="李四"))
    [summary] = await office.answers()
    assert "❓ 有 2 条是哪个群的" in summary
    asked = [command for command in office.sender.commands() if command.startswith("/from")]
    assert [command.split()[1] for command in asked] == ["2", "1", "0"]
    assert all(len(command.encode()) <= 64 for command in asked)


async def test_the_answer_counts_for_every_message_of_the_burst_and_is_remembered(office: Office) -> None:
    await office.save(group(0, "甲群"))
    await office.receive(message(sender="李四"), message(OTHER, sender="李四"))
    await office.answers()
    button = next(command for command in office.sender.commands() if command.startswith("/from 1 "))
    await press(office, button, card="tg:1:1")
    [again] = await office.answers()
    assert office.sender.sent[-1].edit == "tg:1:1"
    assert "已记下：甲群" in again and "哪个群" not in again
    async with office.deps.store.look(1) as look:
        assert [source.group for number in (1, 2) for source in await look.sources(number)] == ["甲群", "甲群"]
        assert {stored.attributed for stored in await look.messages()} == {"asked"}
        known = await look.group(1)
        assert known is not None and known.messages == 2
    await office.receive(message("各村明天12:00前报一份森林防火巡护记录到镇林业站", sender="李四"))
    [card] = await office.answers()
    assert "来自：镇林业站 · 甲群" in card or "甲群" in card
    assert "哪个群" not in card


async def test_a_name_typed_as_the_answer_makes_a_new_group(office: Office) -> None:
    await office.receive(message(sender="李四", sent_at=NOW))
    await office.answers()
    await press(office, "/from 防汛专班群")
    await office.answers()
    async with office.deps.store.look(1) as look:
        known = await look.group_named("防汛专班群")
        assert known is not None and known.temporary and known.messages == 1
        assert [source.group for source in await look.sources(1)] == ["防汛专班群"]


async def test_no_group_is_an_answer_too(office: Office) -> None:
    await office.save(group(0, "甲群"))
    await office.receive(message(sender="李四"))
    await office.answers()
    await press(office, next(c for c in office.sender.commands() if c.startswith("/from 0 ")))
    await office.answers()
    await office.receive(message(OTHER, sender="李四"))
    [card] = await office.answers()
    assert "哪个群" not in card


async def test_who_did_not_answer_is_not_asked_about_the_same_person_again(office: Office) -> None:
    await office.save(group(0, "甲群"))
    await office.receive(message(sender="李四"))
    assert "哪个群" in (await office.answers())[0]
    await office.receive(message(OTHER, sender="李四"))
    assert "哪个群" not in (await office.answers())[0]


async def test_pressing_twice_counts_once(office: Office) -> None:
    await office.save(group(0, "甲群"))
    await office.receive(message(sender="李四"))
    await office.answers()
    button = next(command for command in office.sender.commands() if command.startswith("/from 1 "))
    await press(office, button)
    await press(office, button)
    async with office.deps.store.look(1) as look:
        known = await look.group(1)
    assert known is not None and known.messages == 1


async def test_an_answer_without_a_question_is_told_what_would_work(office: Office) -> None:
    await press(office, "/from 甲群")
    [said] = await office.answers()
    assert said


async def test_chatter_of_an_unknown_group_raises_no_question(office: Office) -> None:
    await office.save(group(0, "甲群"))
    await office.receive(message("收到", sender="李四"))
    assert await office.answers() == ["没有要办的事"]


async def test_the_notice_text_is_what_its_author_wrote(office: Office) -> None:
    await office.receive(message(f"【农业农村工作群】\n{NOTICE}"))
    async with office.deps.store.look(1) as look:
        [source] = await look.sources(1)
    assert (source.text, source.group) == (NOTICE, "农业农村工作群")


# ── Guesses ──


async def both_groups(office: Office) -> None:
    """李四 was seen in one of two groups."""
    await office.save(group(0, "甲群"), group(-1, "乙群"))
    await office.receive(message(f"【甲群】{NOTICE}", sender="李四"))
    await office.answers()


async def test_a_sender_seen_in_one_group_is_guessed_to_post_there_and_one_tap_says_otherwise(office: Office) -> None:
    await both_groups(office)
    await office.receive(message(OTHER, sender="李四"))
    [card] = await office.answers()
    assert "❓ 按以往算在「甲群」，不对点一下" in card
    asked = [command for command in office.sender.commands() if command.startswith("/from")]
    assert [command.split()[1] for command in asked] == ["2", "?"]
    await press(office, asked[0], card="tg:1:1")
    [again] = await office.answers()
    assert "已记下：乙群" in again and "不对点一下" not in again
    async with office.deps.store.look(1) as look:
        assert [source.group for source in await look.sources(2)] == ["乙群"]
        assert [(each.name, each.messages) for each in await look.groups()] == [("甲群", 1), ("乙群", 1)]
    await office.receive(message("各村明天12:00前报一份森林防火巡护记录到镇林业站", sender="李四"))
    [card] = await office.answers()
    assert "「乙群」，不对点一下" in card, "learned, and still no more than a guess"


async def test_none_of_the_groups_offered_shows_all_recent_ones(office: Office) -> None:
    await both_groups(office)
    await office.receive(message(OTHER, sender="李四"))
    await office.answers()
    await press(office, next(c for c in office.sender.commands() if c.startswith("/from ? ")), card="tg:1:1")
    [again] = await office.answers()
    assert "❓ 这条是哪个群的" in again
    asked = [command.split()[1] for command in office.sender.commands() if command.startswith("/from")]
    assert sorted(asked) == ["0", "1", "2"]


async def test_the_group_of_a_task_is_corrected_and_the_head_that_misled_is_learned(office: Office) -> None:
    await both_groups(office)
    await press(office, "/from #1")
    [asked] = await office.answers()
    assert "现在算在「甲群」" in asked
    assert office.sender.commands() == ["/from 2 #1", "/from 0 #1"]
    await press(office, "/from 2 #1")
    assert "记在「乙群」" in (await office.answers())[0]
    await office.receive(message(f"【甲群】{OTHER}"))
    async with office.deps.store.look(1) as look:
        assert [source.group for number in (1, 2) for source in await look.sources(number)] == ["乙群", "乙群"]
    await press(office, "/undo")
    await office.answers()
    async with office.deps.store.look(1) as look:
        assert [source.group for source in await look.sources(1)] == ["甲群"]
        assert [(each.name, each.messages) for each in await look.groups()] == [("甲群", 1), ("乙群", 1)]


async def test_the_typed_answer_may_be_said_in_plain_words(office: Office) -> None:
    await office.receive(message(sender="李四", sent_at=NOW))
    await office.answers()
    found = read_command("来自 防汛专班群")
    assert found is not None
    await press(office, "/" + " ".join(found))
    assert "已记下：防汛专班群" in (await office.answers())[0]


# ── The same message, seen in a group ──


async def seen(office: Office, text: str, chat: str = "tg:-100", **more: object) -> None:
    """A message that the bot reads in a group chat."""
    fields: dict[str, object] = {"chat": chat, "sender": "李四", "at": office.now} | more
    await office.receive(group_message(text, **fields), apart=5)


async def test_a_forward_is_found_by_its_second_also_when_the_original_was_edited(office: Office) -> None:
    await office.save(group(0, "甲群", chat="tg:-100"), group(-1, "乙群", chat="tg:-200"))
    at = office.now
    await seen(office, OTHER, id="g1")
    await seen(office, OTHER, chat="tg:-200", id="g2")
    await seen(office, OTHER + "，联系人王敏", id="g1", edited=True, at=at)
    for id, text in (("f1", OTHER), ("f2", OTHER + "，联系人王敏")):
        await office.receive(message(text, id=id, sender="李四", sent_at=at, at=office.now))
    async with office.deps.store.look(1) as look:
        found = [await look.message(id) for id in ("f1", "f2")]
    assert [(each.group, each.attributed) for each in found if each] == [(1, "seen_in_group")] * 2
