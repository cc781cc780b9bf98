"""Merging, splitting and taking back over a real store: everything that hangs on the tasks is where it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from bot.core.models import JournalEntry, Overlap, Recurrence, Relation, SubmitTo, TaskState
from storage import tables
from tests.factories import NOW, deadline, instant, message, notice
from tests.handlers.office import Office
from tests.handlers.scene import CADRE, COORDINATOR, OTHER, Scene
from tests.handlers.test_message import EXTENDED

_HANGING = (
    tables.task,
    tables.source,
    tables.overlap,
    tables.assignment,
    tables.occurrence,
    tables.reminder,
    tables.message,
    tables.groups,
    tables.member,
    tables.memory,
)
DAILY = Recurrence("FREQ=DAILY", time="16:00")


async def everything(scene: Scene) -> dict[str, list[Any]]:
    """All rows that say how things stand; a voided reminder is none, since nobody will hear of it."""
    found = {}
    async with scene.store.look(1) as look:
        for table in _HANGING:
            columns = [column for column in table.c if column.name != "revision"]
            rows = [tuple(row) for row in await look._connection.execute(select(*columns))]
            found[table.name] = sorted((row for row in rows if "void" not in row), key=repr)
    return found


async def two_duties(scene: Scene) -> None:
    """A dated duty and a daily one of other people, each overlapping with a third."""
    await scene.open(1, (CADRE,))
    await scene.open(2, (OTHER,), facts=notice("报秸秆表", deadlines=(), recurrence=DAILY))
    await scene.open(3, (CADRE,))
    await scene.put(Overlap(2, 3), Overlap(1, 2, "maybe"))


async def test_a_merge_taken_back_leaves_no_trace_on_anything(scene: Scene) -> None:
    await two_duties(scene)
    before = await everything(scene)
    await scene.say(COORDINATOR, "/merge 1 2")
    assert await everything(scene) != before
    await scene.say(COORDINATOR, "/undo")
    assert await everything(scene) == before


async def test_a_split_taken_back_leaves_no_trace_on_anything(scene: Scene) -> None:
    await two_duties(scene)
    await scene.more(1, "x1", "请各村9月28日12:00前报送防溺水排查表")
    before = await everything(scene)
    await scene.say(COORDINATOR, "/split 1")
    assert await everything(scene) != before
    await scene.say(COORDINATOR, "/undo")
    assert await everything(scene) == before


async def test_a_merge_split_again_has_reminders_dates_and_shares_as_before(scene: Scene) -> None:
    await two_duties(scene)
    before = await everything(scene)
    await scene.say(COORDINATOR, "/merge 1 2")
    await scene.say(COORDINATOR, "/split 2")
    after = await everything(scene)
    assert after["task"] == before["task"]
    assert after["occurrence"] == before["occurrence"]
    assert after["reminder"] == before["reminder"]
    async with scene.store.look(1) as look:
        assert [each.kind for each in await look.overlaps(1)] == ["different", "gone"]
        assert {(each.a, each.b) for each in await look.overlaps(3) if each.kind == "overlap"} == {(2, 3)}


async def test_a_daily_duty_that_was_merged_for_days_goes_on_when_it_is_split_off(scene: Scene) -> None:
    await two_duties(scene)
    await scene.say(COORDINATOR, "/merge 1 2")
    await scene.until(NOW + timedelta(days=3), timedelta(hours=6))
    await scene.say(COORDINATOR, "/split 2")
    async with scene.store.look(1) as look:
        ahead = [each for each in await look.occurrences(2) if each.state == "open" and each.at > scene.now]
        assert ahead
        assert [each for each in await look.reminders(2) if each.about == ahead[0].at]


async def test_a_merged_task_passes_its_overlaps_on_and_is_no_twin_any_more(scene: Scene) -> None:
    await two_duties(scene)
    await scene.say(COORDINATOR, "/merge 1 2")
    card = await scene.say(CADRE, "/task 1")
    assert "差不多的（#3）" in card and "#2" not in card
    other = await scene.say(CADRE, "/task 3")
    assert "差不多的（#1）" in other and "（#2）" not in other


async def test_who_asked_first_and_what_was_handed_in_stands_on_both_cards(scene: Scene) -> None:
    first = notice("低保名单", issuer="民政办", submit_to=SubmitTo(people=("王敏",)))
    await scene.open(1, (CADRE,), facts=first)
    scene.now = instant(24)
    await scene.open(2, (CADRE,), facts=notice("低保花名册", issuer="残联"))
    await scene.put(Overlap(1, 2))
    assert "♻️ 民政办 9月23日已要过差不多的（#1）\n" in await scene.say(CADRE, "/task 2") + "\n"
    assert "♻️ 残联 9月24日也要差不多的（#2）" in await scene.say(CADRE, "/task 1")
    scene.now = instant(25)
    await scene.say(CADRE, "/done 1")
    assert "♻️ 民政办 9月23日已要过差不多的（#1），报于 9月25日：数据台账，交给 王敏" in await scene.say(CADRE, "/task 2")


async def test_an_overlap_with_what_was_cancelled_is_not_mentioned(scene: Scene) -> None:
    await scene.open(1)
    other = await scene.open(2)
    await scene.put(Overlap(1, 2), replace(other, state=TaskState.CANCELLED, closed_at=NOW))
    assert "差不多的" not in await scene.say(CADRE, "/task 1")


async def test_an_extension_that_is_split_off_takes_its_date_along(office: Office) -> None:
    from bot.core.models import Command
    from handlers.command import handle_command

    await office.receive(message(group="农业农村工作群"), message(EXTENDED, group="农业农村工作群"))
    command = Command("c1", "split", "1", "tg:1", "tg:1", "王敏", office.now)
    await handle_command(office.deps, command, office.now)
    async with office.deps.store.look(1) as look:
        first, second = await look.tasks()
    assert {first.number: first.due, second.number: second.due} == {1: instant(25, "17:00"), 2: instant(28, "12:00")}


async def test_a_date_that_fell_out_is_due_again_when_the_message_that_said_so_is_split_off(office: Office) -> None:
    from bot.core.models import Command
    from handlers.command import handle_command

    weekly = message("各村从本周起每周五16:00前报秸秆禁烧周报", group="农业农村工作群")
    await office.receive(weekly, message("这周的周报不用报了", group="农业农村工作群"))
    async with office.deps.store.look(1) as look:
        assert [each.due for each in await look.tasks()] == [instant(2, "16:00", month=10)]
    await handle_command(office.deps, Command("c1", "split", "1", "tg:1", "tg:1", "王敏", office.now), office.now)
    async with office.deps.store.look(1) as look:
        assert (await look.tasks())[0].due == instant(25, "16:00")


async def test_why_still_tells_of_a_merge_that_was_taken_back_by_split(scene: Scene) -> None:
    await two_duties(scene)
    await scene.say(COORDINATOR, "/merge 1 2")
    await scene.say(COORDINATOR, "/split 2")
    async with scene.store.look(1) as look:
        entries: list[JournalEntry] = await look.journal(task=2)
        assert [each.verb for each in entries][-2:] == ["joined", "split"]
        assert all(each.relation is not Relation.NONE for each in await look.sources(1))


async def test_a_person_who_set_another_date_since_is_not_overridden_by_undo(scene: Scene) -> None:
    await scene.open(1, (CADRE,))
    await scene.open(2, (OTHER,), facts=notice("报秸秆表", deadlines=(deadline(24),)))
    await scene.say(COORDINATOR, "/merge 1 2")
    await scene.say(CADRE, "/due 1 9月29日 10:00")
    await scene.say(COORDINATOR, "/undo")
    assert (await scene.task(1)).state is TaskState.OPEN
    assert any(each.time == "10:00" for each in (await scene.task(1)).facts.deadlines)
