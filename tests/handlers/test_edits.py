"""A message that is edited is judged again, and what its former words had done is taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.models import Message, Outcome, Relation, Source, Task, TaskState
from tests.factories import NOTICE, instant, message
from tests.handlers.office import Office
from tests.handlers.test_message import CANCELLED, EXTENDED

GROUP = "农业农村工作群"


async def task(office: Office, number: int = 1) -> Task:
    async with office.deps.store.look(1) as look:
        found = await look.task(number)
    assert found is not None
    return found


async def sources(office: Office, number: int = 1) -> list[Source]:
    async with office.deps.store.look(1) as look:
        return await look.sources(number)


async def told(office: Office, text: str) -> tuple[Message, list[str]]:
    """The notice, then another message about it; that message and what was said of it."""
    await office.receive(message(group=GROUP))
    await office.answers()
    second = message(text, group=GROUP)
    await office.receive(second)
    return second, await office.answers()


async def edit(office: Office, one: Message, text: str) -> list[str]:
    await office.receive(replace(one, text=text, edited=True))
    return await office.answers()


async def test_an_extension_edited_to_another_day_moves_to_that_day_and_is_told_again(office: Office) -> None:
    other = await office.join(2)
    await office.receive(message(by=other.user, chat=other.chat, group="河湾镇主职群"))
    extension, _ = await told(office, EXTENDED)
    await edit(office, extension, EXTENDED.replace("28日", "29日"))
    await edit(office, extension, EXTENDED.replace("28日", "30日"))
    assert (await task(office)).due == instant(30, "12:00")
    async with office.deps.store.look(1) as look:
        assert {reminder.about for reminder in await look.reminders(1)} == {instant(30, "12:00")}
    for day in ("28", "29", "30"):
        assert any(f"9月{day}日" in text for text in office.sender.texts(other.chat))
    assert [source.relation for source in await sources(office)] == [Relation.NEW, Relation.DUPLICATE, Relation.UPDATE]


async def test_an_extension_edited_into_chatter_is_taken_back(office: Office) -> None:
    extension, _ = await told(office, EXTENDED)
    assert (await task(office)).due == instant(28, "12:00")
    said = await edit(office, extension, "收到")
    assert (await task(office)).due == instant(25, "17:00")
    assert [source.relation for source in await sources(office)] == [Relation.NEW]
    assert any("9月28日 12:00 → " in text for text in said)
    async with office.deps.store.look(1) as look:
        assert {reminder.about for reminder in await look.reminders(1)} == {instant(25, "17:00")}
        assert (await look.journal(task=1))[-1].reason == "edited"


async def test_a_cancellation_edited_away_opens_the_task_again_with_its_reminders(office: Office) -> None:
    await office.receive(message(group=GROUP))
    async with office.deps.store.look(1) as look:
        before, planned = await look.task(1), await look.reminders(1)
    cancellation = message(CANCELLED, group=GROUP)
    await office.receive(cancellation)
    assert (await task(office)).state is TaskState.CANCELLED
    said = await edit(office, cancellation, "发错了，请忽略")
    async with office.deps.store.look(1) as look:
        assert await look.task(1) == before
        assert set(await look.reminders(1)) == set(planned)
    assert any("取消作废，还是要办" in text for text in said)


async def test_a_cancellation_that_is_reworded_stays_one_and_is_told_once(office: Office) -> None:
    cancellation, _ = await told(office, CANCELLED)
    await edit(office, cancellation, CANCELLED.replace("已填的不用交", "已经填的也不用交"))
    assert (await task(office)).state is TaskState.CANCELLED


async def test_a_repeat_edited_into_another_duty_leaves_the_task_and_opens_its_own(office: Office) -> None:
    repeat, _ = await told(office, NOTICE)
    other = "定于9月24日14:30在镇政府三楼会议室召开防汛工作会议，请各村支部书记准时参加。镇党政办"
    [handled] = await office.receive(replace(repeat, text=other, edited=True))
    assert (handled.outcome, handled.task) == (Outcome.NEW, 2)
    assert [source.message for source in await sources(office, 2)] == [repeat.id]
    assert repeat.id not in {each.message for each in await sources(office) if each.relation is not Relation.NONE}


async def test_an_edit_of_the_opener_keeps_what_a_later_message_moved(office: Office) -> None:
    one = message(group=GROUP)
    await office.receive(one, message(EXTENDED, group=GROUP))
    assert (await task(office)).due == instant(28, "12:00")
    await edit(office, one, NOTICE.replace("王敏 13800000000", "李芳 13900000000"))
    found = await task(office)
    assert found.due == instant(28, "12:00")
    assert [contact.name for contact in found.facts.contacts] == ["李芳"]


async def test_a_date_that_a_person_set_survives_an_edit_of_an_extension(office: Office) -> None:
    extension, _ = await told(office, EXTENDED)
    moved = await task(office)
    by_hand = replace(moved.facts.deadlines[0], at=instant(29, "10:00"), date=instant(29).date(), time="10:00")
    await office.save(replace(moved, facts=replace(moved.facts, deadlines=(by_hand,)), due=by_hand.at))
    await edit(office, extension, "收到")
    assert (await task(office)).due == by_hand.at


@pytest.mark.parametrize("text", [EXTENDED, CANCELLED, NOTICE, "收到"])
async def test_an_edit_back_and_forth_ends_where_it_began(office: Office, text: str) -> None:
    second, _ = await told(office, text)
    before = await task(office)
    await edit(office, second, "稍等，还在核对")
    await edit(office, second, text)
    after = await task(office)
    assert (after.facts, after.state, after.due) == (before.facts, before.state, before.due)
