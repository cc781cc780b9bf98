"""Candidates for dissolution: the counts of many groups agree with what each group's tasks say."""

from __future__ import annotations

from bot.core.models import Kind, Message, Outcome, Relation, StoredMessage, TaskState
from handlers.candidates import candidates
from tests.factories import CALENDAR, NOW, instant, source
from tests.handlers.scene import CADRE, COORDINATOR, Scene


async def test_counts_of_all_groups_agree_with_the_tasks_of_each(scene: Scene) -> None:
    one = await scene.group("人口普查专班群", temporary=True, last_at=instant(9), aliases=("普查群",))
    two = await scene.group("农业农村工作群")
    await scene.open(1, (CADRE,), group="人口普查专班群")
    await scene.open(2, (CADRE,), group="普查群")
    await scene.open(3, (CADRE,), group="农业农村工作群")
    await scene.open(4, (CADRE,), group="没登记的群")
    seen = Message("g1", NOW, "催", chat="tg:-100", private=False)
    await scene.put(
        StoredMessage(seen, Outcome.MERGED, Kind.TASK, Relation.REMINDER, "pressing", 3, one.id),
        source(3, message="g1", group=None, relation=Relation.REMINDER),
    )
    await scene.say(CADRE, "/done 2")
    await scene.say(COORDINATOR, "/merge 3 4")
    async with scene.store.look(1) as look:
        tallies = await look.group_tallies()
        for group in (one, two):
            tasks = [each for each in await look.group_tasks(group.id) if each.state is not TaskState.MERGED]
            still_open = sum(each.state is TaskState.OPEN for each in tasks)
            assert tallies[group.id] == (len(tasks), still_open)
        assert tallies[one.id] == (3, 2)


async def test_only_groups_with_nothing_open_are_candidates_the_longest_silent_first(scene: Scene) -> None:
    for number, day in ((1, 9), (2, 2), (3, 4)):
        await scene.group(f"第{number}批普查专班群", temporary=True, last_at=instant(day))
        await scene.open(number, (CADRE,), group=f"第{number}批普查专班群")
    await scene.say(CADRE, "完成 1 2")
    async with scene.store.look(1) as look:
        found = await candidates(look, NOW, CALENDAR, 5)
    assert [each.group.name for each in found] == ["第2批普查专班群", "第1批普查专班群"]
