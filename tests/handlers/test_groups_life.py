"""The life of groups: warned once, never with an open duty, silence and revival told in the digest, all undoable."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.groups import LIFE, GroupTurn, Tally, turn, weigh
from bot.core.models import Group, GroupState, JournalEntry, Kind, Message, Outcome, Relation, StoredMessage, TaskState
from handlers.message import handle_message
from tests.factories import CALENDAR, NOW, instant
from tests.handlers.scene import CADRE, COORDINATOR, Scene


async def notices(scene: Scene, group: int, count: int) -> None:
    """So many notices of the last weeks."""
    for n in range(count):
        said = Message(f"{group}:{n}", NOW - timedelta(days=20 - n % 10), f"第{n}号通知", private=True)
        await scene.put(StoredMessage(said, Outcome.INFO, Kind.INFO, Relation.NONE, "no", None, group))


async def test_a_busy_group_that_fell_silent_is_told_once(scene: Scene) -> None:
    busy = await scene.group("农业群", first_at=NOW - timedelta(days=50), last_at=NOW - timedelta(days=11))
    slow = await scene.group("老干群", first_at=NOW - timedelta(days=50), last_at=NOW - timedelta(days=11))
    await notices(scene, busy.id, 20)
    await notices(scene, slow.id, 4)
    said = [one.text for one in await scene.until(instant(29, "12:00")) if "静下来的群" in one.text]
    assert len(said) == 2 and all("农业群" in text and "老干群" not in text for text in said), "once for each who leads"


async def test_a_temporary_group_whose_work_is_done_is_expected_to_be_silent(scene: Scene) -> None:
    over = NOW - timedelta(days=11)
    group = await scene.group("普查专班群", temporary=True, first_at=NOW - timedelta(days=50), last_at=over)
    await notices(scene, group.id, 20)
    task = await scene.open(1, (CADRE,), group="普查专班群")
    await scene.put(replace(task, state=TaskState.DONE, closed_at=over))
    assert not [one for one in await scene.until(instant(25, "12:00")) if "静下来的群" in one.text]


async def test_a_candidate_is_proposed_once_though_people_chat_there_afterwards(scene: Scene) -> None:
    group = await scene.group("普查专班群", temporary=True, last_at=instant(10), last_notice_at=instant(10))
    task = await scene.open(1, (CADRE,), group="普查专班群")
    await scene.put(replace(task, state=TaskState.DONE, closed_at=instant(10)))
    first = [one for one in await scene.until(instant(25, "12:00")) if "🧹 可解散" in one.text]
    async with scene.store.look(1) as look:
        known = await look.group(group.id)
    assert known is not None and known.state is GroupState.DISSOLVABLE
    await scene.put(turn(replace(known, last_at=scene.now), GroupTurn.SPOKE))
    scene.now = instant(12, "09:00", month=10)
    later = [one for one in await scene.until(instant(23, "12:00", month=10)) if "🧹 可解散" in one.text]
    assert len(first) == 2 and later == []


async def test_a_notice_revives_a_dissolved_group_and_the_digest_says_so(scene: Scene) -> None:
    group = await scene.group("普查专班群", temporary=True, state=GroupState.DISSOLVED)
    message = Message("m", scene.now, "【普查专班群】各村9月25日17:00前补报入户表", chat=CADRE, by=CADRE)
    await handle_message(scene.deps, message, scene.now)
    said = [one.text for one in await scene.until(instant(24, "12:00")) if "已恢复：普查专班群" in one.text]
    assert len(said) == 2
    async with scene.store.look(1) as look:
        known = await look.group(group.id)
    assert known is not None and known.state is GroupState.ACTIVE


async def test_a_truncated_notice_is_told_unless_its_file_came(scene: Scene) -> None:
    entry = JournalEntry(NOW, "cut_short", "bridge", message="m1")
    group = await scene.group("防汛群")
    said = Message("m1", NOW, "关于做好\n汛期值班" + "的" * 40, chat=CADRE, by=CADRE)
    await scene.put(StoredMessage(said, Outcome.INFO, Kind.INFO, Relation.NONE, "no", None, group.id))
    entry = replace(entry, group=group.id)
    await scene.put(entry, replace(entry, message="m2"), JournalEntry(NOW, "whole_came", "bridge", message="m2"))
    told = await scene.say(COORDINATOR, "/digest")
    assert "1 条通知被截断，没等到附件，请看原文：防汛群 「关于做好 汛期值班" in told


async def test_dissolving_is_taken_back_whole(scene: Scene) -> None:
    group = await scene.group("普查专班群", temporary=True, last_at=instant(1))
    task = await scene.open(1, (CADRE,), group="普查专班群")
    await scene.put(replace(task, state=TaskState.DONE, closed_at=instant(1)))
    await scene.say(COORDINATOR, f"/dissolve {group.id} yes")
    assert "已收回" in await scene.say(COORDINATOR, "/undo")
    async with scene.store.look(1) as look:
        assert await look.group(group.id) == group or (await look.group(group.id)).state is GroupState.ACTIVE  # type: ignore[union-attr]


histories = st.lists(st.sampled_from(list(GroupTurn)), max_size=30)
tallies = st.builds(Tally, st.integers(0, 9), st.integers(0, 9), st.integers(0, 3), st.integers(0, 3))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories, tallies, st.booleans(), st.booleans(), st.integers(0, 90))
def test_no_group_with_an_open_duty_is_ever_proposed(
    what: list[GroupTurn], counts: Tally, temporary: bool, exempt: bool, ago: int
) -> None:
    group = Group(1, "群", temporary=temporary, exempt=exempt, last_at=NOW - timedelta(days=ago))
    for each in what:
        after = turn(group, each)
        assert after is group or LIFE[group.state, each] is after.state
        group = after
    evidence = weigh(group, counts, NOW, CALENDAR)
    if evidence.keep is None:
        assert (counts.open, counts.recurring, counts.receipts) == (0, 0, 0) and temporary and not exempt
        assert evidence.quiet_workdays >= 5 and counts.all
