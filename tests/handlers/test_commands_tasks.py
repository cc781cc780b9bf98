"""Commands on tasks: lists, done, due, snooze, assign, merge, split, undo; wrong arguments; two clicks at once."""

from __future__ import annotations

import asyncio

import pytest

from bot.core.models import AssignmentState, Recurrence, Requirement, Rung, TaskState
from tests.factories import deadline, instant, notice
from tests.handlers.scene import ADMIN, CADRE, COORDINATOR, OTHER, Scene

ONE_ENGINE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def daily(title: str = "报防汛值班", **more: object) -> dict[str, object]:
    return {"facts": notice(title, deadlines=(), recurrence=Recurrence("FREQ=DAILY", time="16:00"), **more)}


# ── reading ──


@ONE_ENGINE
async def test_a_list_shows_the_most_urgent_first(scene: Scene) -> None:
    await scene.open(1)
    await scene.open(2, facts=notice("低保复核表", deadlines=(deadline(22),)))
    text = await scene.say(CADRE, "待办")
    assert text.startswith("待办 2 件")
    assert text.index("🔴") < text.index("#2") < text.index("🟡") < text.index("#1")


@ONE_ENGINE
async def test_a_cadre_lists_his_own_tasks_and_a_coordinator_the_offices(scene: Scene) -> None:
    await scene.open(1, (CADRE,))
    await scene.open(2, (OTHER,))
    assert "#2" not in await scene.say(CADRE, "/open")
    whole = await scene.say(COORDINATOR, "/open")
    assert "#1" in whole and "#2" in whole
    assert "#2" in await scene.say(COORDINATOR, "/open @李梅")
    assert "#1" not in await scene.say(COORDINATOR, "/open @李梅")
    assert "协调员" in await scene.say(CADRE, "/open @李梅")


@ONE_ENGINE
@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("today", {2}),
        ("今天", {2}),
        ("逾期", {2}),
        ("本周", {1, 2}),
        ("/open 低保", {2}),
        ("/open 防溺水专班", {1}),
        ("/open 没有的", set()),
    ],
)
async def test_a_list_can_be_asked_for_in_many_ways(scene: Scene, asked: str, shown: set[int]) -> None:
    await scene.group("防溺水专班群")
    await scene.open(1, group="防溺水专班群")
    await scene.open(2, facts=notice("低保复核表", deadlines=(deadline(22),)))
    text = await scene.say(CADRE, asked)
    assert {number for number in (1, 2) if f"#{number} " in text} == shown


@ONE_ENGINE
async def test_a_long_list_has_pages_cut_at_task_borders(scene: Scene) -> None:
    for number in range(1, 46):
        await scene.open(number, facts=notice(f"第{number}件" + "很长的事由" * 20))
    first = await scene.say(CADRE, "/open")
    assert first.startswith("待办 45 件 · 第 1/3 页")
    assert all(len(one.text) <= 4096 for one in scene.sender.sent)
    assert "/open p2" in scene.buttons()
    second = await scene.say(CADRE, "/open p2", card="tg:3:1")
    assert "#21 " in second and "#20 " not in second
    assert scene.sender.sent[-1].edit is not None or len(scene.sender.sent) > 2
    last = await scene.say(CADRE, "/open p99")
    assert "第 3/3 页" in last


@ONE_ENGINE
async def test_why_tells_the_sources_and_what_people_did(scene: Scene) -> None:
    await scene.open(1, (CADRE, OTHER))
    await scene.more(1, "x1", "再催一下秸秆台账")
    await scene.say(COORDINATOR, "/due 1 明天17:00")
    text = await scene.say(CADRE, "/why 1")
    assert "新任务" in text and "同一件事" in text and "再催一下秸秆台账" in text
    assert "依据：说法一样" in text and "same_words" not in text
    assert "周敏 改了期限：9月25日 周五 17:00 → 9月24日 周四 17:00" in text


@ONE_ENGINE
async def test_the_original_is_shown_as_it_came(scene: Scene) -> None:
    await scene.open(1)
    await scene.more(1, "x1", "第二条 <b>原文</b> & 别的")
    assert "9月25日17:00前报" in await scene.say(CADRE, "/original 1")
    assert "/original 1 2" in scene.buttons()
    assert "&lt;b&gt;原文&lt;/b&gt; &amp; 别的" in await scene.say(CADRE, "/original 1 2")


@ONE_ENGINE
async def test_search_finds_own_messages_for_a_cadre_and_all_for_a_coordinator(scene: Scene) -> None:
    await scene.open(1, (OTHER,), facts=notice("报秸秆台账"))
    await scene.open(2, (CADRE,), facts=notice("报低保台账"))
    assert "1 条" in (mine := await scene.say(CADRE, "搜索 台账")) and "#2" in mine and "#1" not in mine
    assert "2 条" in await scene.say(COORDINATOR, "/search 台账")
    assert "没找到" in await scene.say(CADRE, "/search 龙卷风")


# ── done, undo ──


async def test_done_closes_a_share_and_the_last_share_the_task(scene: Scene) -> None:
    await scene.open(1, (CADRE, OTHER))
    assert "还有 1 人没办" in await scene.say(CADRE, "完成 1")
    assert (await scene.task(1)).state is TaskState.OPEN
    assert "已办" in await scene.say(OTHER, "/done 1")
    assert (await scene.task(1)).state is TaskState.DONE


@ONE_ENGINE
async def test_who_still_had_a_task_hears_that_it_is_closed_for_all(scene: Scene) -> None:
    await scene.open(1, (CADRE, OTHER))
    await scene.say(CADRE, "/done 1")
    assert "已办：王强；没办：李梅" in await scene.say(COORDINATOR, "/task 1")
    await scene.say(COORDINATOR, "/done 1")
    assert "周敏 说已经办好了，你不用再管" in scene.sender.texts(OTHER)[-1]
    assert not any("不用再管" in text for text in scene.sender.texts(CADRE))


async def test_two_clicks_at_once_close_once(scene: Scene) -> None:
    await scene.open(1, **daily())
    await asyncio.gather(*(scene.say(CADRE, "/done 1@2026-09-23", card="tg:3:7", id=f"click{k}") for k in range(2)))
    await scene.deliver()
    async with scene.store.look(1) as look:
        dates = await look.occurrences(1)
    assert [(each.date.day, each.state) for each in dates] == [(23, "done"), (24, "open")]
    said = "\n".join(scene.sender.texts(CADRE))
    assert said.count("9月23日 周三 已办") == 1 and said.count("这次已经办过了") == 1


async def test_the_same_update_again_changes_nothing(scene: Scene) -> None:
    await scene.open(1)
    await scene.say(CADRE, "/done 1", id="c-1")
    await scene.say(CADRE, "/undo", id="c-2")
    await scene.say(CADRE, "/undo", id="c-2")
    assert (await scene.task(1)).state is TaskState.OPEN
    assert len([text for text in scene.sender.texts(CADRE) if "已收回" in text]) == 1


@ONE_ENGINE
async def test_a_recurring_duty_is_done_time_by_time(scene: Scene) -> None:
    await scene.open(1, **daily())
    assert "下次 9月24日 周四 16:00" in await scene.say(CADRE, "/done 1")
    assert "这次已经办过了" in await scene.say(CADRE, "/done 1")
    scene.now = instant(24, "10:00")
    assert "9月24日 周四 已零报告" in await scene.say(CADRE, "/nil 1")
    scene.now = instant(25, "10:00")
    assert "跳过" in await scene.say(CADRE, "/skip 1")
    assert (await scene.task(1)).state is TaskState.OPEN


async def test_undo_restores_shares_and_reminders(scene: Scene) -> None:
    await scene.open(1)
    async with scene.store.look(1) as look:
        before = await look.reminders(1, states=("pending", "void", "sent"))
    await scene.say(CADRE, "/done 1")
    async with scene.store.look(1) as look:
        assert {each.state for each in await look.reminders(1, states=("pending", "void"))} == {"void"}
    assert "已收回「办完」：#1" in await scene.say(CADRE, "撤销")
    async with scene.store.look(1) as look:
        assert await look.reminders(1, states=("pending", "void", "sent")) == before
        assert [each.state for each in await look.assignments([1])] == [AssignmentState.OPEN]
    assert "没有可以收回的" in await scene.say(CADRE, "/undo")


@ONE_ENGINE
async def test_what_others_changed_since_is_not_taken_back(scene: Scene) -> None:
    await scene.open(1, (CADRE,))
    await scene.say(CADRE, "/due 1 明天17:00")
    await scene.say(COORDINATOR, "/due 1 9月29日17:00")
    assert "收不回" in await scene.say(CADRE, "/undo")
    assert (await scene.task(1)).due == deadline(29).at


@ONE_ENGINE
async def test_several_are_done_at_once_and_undone_at_once(scene: Scene) -> None:
    await scene.open(1)
    await scene.open(2)
    text = await scene.say(CADRE, "完成 1、2")
    assert text.count("已办") == 2
    await scene.say(CADRE, "/undo")
    assert {(await scene.task(n)).state for n in (1, 2)} == {TaskState.OPEN}


# ── due, snooze ──


@ONE_ENGINE
async def test_a_deadline_is_asked_for_and_set(scene: Scene) -> None:
    await scene.open(1, (CADRE, OTHER))
    assert "改到什么时候" in await scene.say(CADRE, "/due 1", card="tg:3:5")
    assert scene.sender.sent[-1].edit == "tg:3:5"
    assert "期限改为 9月28日 周一 12:00" in await scene.say(CADRE, "/due 1 下周一12:00")
    assert any("王强 把期限从 9月25日 周五 17:00改了" in text for text in scene.sender.texts(OTHER))
    async with scene.store.look(1) as look:
        assert {each.about for each in await look.reminders(1)} == {deadline(28, "12:00").at}


@ONE_ENGINE
@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("/due 1 2月30日", "没有「2月30日」这个时间"),
        ("/due 1 25点", "没有「25点」这个时间"),
        ("/due 1 哈哈", "「哈哈」不是一个看得懂的时间"),
        ("/due 1 昨天", "「昨天」已经过去了"),
        ("/due", "还缺任务编号"),
        ("/due 明天", "「明天」不是任务编号"),
        ("/snooze 1 31点", "没有「31点」这个时间"),
    ],
)
async def test_an_impossible_time_gets_one_line_and_one_example(scene: Scene, said: str, answer: str) -> None:
    await scene.open(1)
    text = await scene.say(CADRE, said)
    first, second = text.splitlines()
    assert first == answer
    assert second.startswith("这样写：/")
    assert (await scene.task(1)).due == deadline(25).at


async def test_a_snooze_takes_the_place_of_the_one_before(scene: Scene) -> None:
    await scene.open(1)
    await scene.say(CADRE, "/snooze 1 1小时后")
    assert "今天 17:00 再提醒你" in await scene.say(CADRE, "/snooze 1 今天17:00")
    async with scene.store.look(1) as look:
        snoozes = [each for each in await look.reminders(1) if each.rung is Rung.SNOOZE]
    assert [each.due for each in snoozes] == [instant(23, "17:00")]


@ONE_ENGINE
async def test_a_snooze_past_the_deadline_says_so(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(23),)))
    assert "已经过了期限" in await scene.say(CADRE, "/snooze 1 明早")


# ── assign, merge, split ──


@ONE_ENGINE
async def test_who_is_given_a_task_gets_its_card(scene: Scene) -> None:
    await scene.open(1, (CADRE,))
    assert "已分派给 李梅" in await scene.say(COORDINATOR, "/assign 1 @李梅")
    card = scene.sender.texts(OTHER)[-1]
    assert card.startswith("周敏 分派给你") and "#1" in card
    assert "早就在" in await scene.say(COORDINATOR, "/assign 1 @李梅")


@ONE_ENGINE
async def test_people_are_offered_as_buttons_and_every_button_fits(scene: Scene) -> None:
    await scene.open(1, (CADRE,))
    await scene.say(COORDINATOR, "/assign 1")
    offered = [each for each in scene.buttons() if each.startswith("/assign")]
    assert len(offered) == 3
    assert "已分派给" in await scene.say(COORDINATOR, offered[0])


async def test_a_merge_and_its_undo_restore_everything(scene: Scene) -> None:
    first = await scene.open(1, (CADRE,))
    second = await scene.open(2, (OTHER,), facts=notice("报秸秆表", deadlines=(deadline(24),)))
    assert "♻️ #2 已并入 #1" in await scene.say(COORDINATOR, "/merge 1 2")
    assert (await scene.task(2)).parent == 1
    assert (await scene.task(1)).due == deadline(24).at
    assert "早就并入" in await scene.say(COORDINATOR, "/merge 1 2")
    await scene.say(COORDINATOR, "/undo")
    assert [await scene.task(1), await scene.task(2)] == [first, second]
    async with scene.store.look(1) as look:
        assert [each.member for each in await look.assignments([1])] == [scene.members[CADRE].id]
        assert [each.message for each in await look.sources(1)] == ["m1"]


async def test_a_wrong_merge_comes_apart_by_split(scene: Scene) -> None:
    first = await scene.open(1, (CADRE,))
    await scene.open(2, (OTHER,), facts=notice("报秸秆表", deadlines=(deadline(24),)))
    await scene.say(COORDINATOR, "/merge 1 2")
    assert "从 #1 里拆出来了" in await scene.say(COORDINATOR, "/split 2")
    assert await scene.task(1) == first
    assert (await scene.task(2)).state is TaskState.OPEN
    async with scene.store.look(1) as look:
        assert [each.message for each in await look.sources(1)] == ["m1"]
        assert [known.sources[0].message for known in await look.known_tasks()] == ["m1", "m2"]


@ONE_ENGINE
async def test_the_answer_that_it_is_the_same_keeps_the_older_task(scene: Scene) -> None:
    await scene.open(1)
    await scene.open(2)
    await scene.say(CADRE, "/same 2 1")
    assert (await scene.task(2)).parent == 1
    await scene.say(CADRE, "/undo")
    assert "是两件事" in await scene.say(CADRE, "/differ 2 1")
    async with scene.store.look(1) as look:
        assert [each.kind for each in await look.overlaps(1)] == ["different"]


@ONE_ENGINE
async def test_a_message_is_split_off_into_a_task_with_its_own_facts(scene: Scene) -> None:
    await scene.open(1)
    await scene.more(1, "x1", "请各村9月28日12:00前报送防溺水排查表，联系人李四 13900000000")
    assert "拆出一件新的：#2" in await scene.say(CADRE, "/split 1")
    new = await scene.task(2)
    assert new.due == deadline(28, "12:00").at and new.opened_by == "x1"
    assert "只有一条来源" in await scene.say(CADRE, "/split 1")
    await scene.say(CADRE, "/undo")
    async with scene.store.look(1) as look:
        assert await look.task(2) is None
        assert [each.message for each in await look.sources(1)] == ["m1", "x1"]


@ONE_ENGINE
async def test_of_several_messages_it_asks_which(scene: Scene) -> None:
    await scene.open(1)
    await scene.more(1, "x1", "第二条")
    await scene.more(1, "x2", "第三条")
    assert "哪一条不是这件事" in await scene.say(CADRE, "/split 1")
    assert "/split 1 2" in scene.buttons()
    assert "能拆出来的只有 2 条" in await scene.say(CADRE, "/split 1 9")


# ── what cannot be done ──


@ONE_ENGINE
@pytest.mark.parametrize(
    "command", ["task", "why", "done", "due", "snooze", "split", "original", "drop", "nil", "skip", "assign"]
)
async def test_an_unknown_number_is_one_line_and_one_that_works(scene: Scene, command: str) -> None:
    text = await scene.say(ADMIN, f"/{command} 99")
    assert text.splitlines() == ["没有 #99 这个任务", "看看有哪些：/open"]
    for wrong in ("", "abc"):
        lines = (await scene.say(ADMIN, f"/{command} {wrong}")).splitlines()
        assert len(lines) == 2 and "/" in lines[1]


@ONE_ENGINE
async def test_buttons_of_a_closed_task_say_how_it_stands(scene: Scene) -> None:
    await scene.open(1)
    await scene.say(CADRE, "/done 1")
    for command, answer in (
        ("/done 1", "已经办过了"),
        ("/due 1", "已经办了"),
        ("/snooze 1", "已经办了"),
        ("/assign 1", "已经办了"),
    ):
        assert answer in await scene.say(CADRE, command, card="tg:3:9")
    assert "✅" in await scene.say(CADRE, "/task 1")


@ONE_ENGINE
async def test_a_cadre_cannot_touch_what_is_not_his(scene: Scene) -> None:
    await scene.open(1, (OTHER,))
    for command in ("task", "why", "done", "due", "snooze", "original", "drop", "split"):
        assert "#1 不在你的清单里" in await scene.say(CADRE, f"/{command} 1")
    assert (await scene.task(1)).state is TaskState.OPEN


@ONE_ENGINE
async def test_an_answer_takes_the_place_of_the_card_but_not_of_a_list(scene: Scene) -> None:
    await scene.open(1)
    await scene.open(2, facts=notice(requirements=frozenset({Requirement.NIL_REPORT})))
    await scene.say(CADRE, "/done 1", card="tg:3:9")
    assert scene.sender.sent[-1].edit == "tg:3:9"
    await scene.say(CADRE, "/nil 2 +", card="tg:3:9")
    assert scene.sender.sent[-1].edit is None
