"""What people type to the bot about their tasks: several numbers at once, moves in words, lists by day and name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.models import JournalEntry, Message, Origin
from handlers.spoken import take_in
from tests.factories import deadline, event, instant, notice
from tests.handlers.scene import ADMIN, CADRE, COORDINATOR, OTHER, Scene

ONE_ENGINE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def typed(scene: Scene, user: str, *lines: str, origin: Origin | None = None) -> str:
    """Let somebody type lines in private, as messages; what he is told."""
    before = len(scene.sender.sent)
    arrivals = [
        (Message(f"t{len(scene.sender.sent)}-{place}", scene.now, line, chat=user, by=user, origin=origin or Origin()), scene.now, None)
        for place, line in enumerate(lines)
    ]
    while arrivals:
        arrivals = arrivals[await take_in(scene.deps, arrivals) :]
    await scene.deliver()
    return "\n".join(one.text for one in scene.sender.sent[before:] if one.chat == user)


async def due_of(scene: Scene, number: int) -> object:
    async with scene.store.look(1) as look:
        task = await look.task(number)
    return task.due if task else None


# ── moves in words ──


@ONE_ENGINE
async def test_a_task_is_moved_by_its_number_in_words(scene: Scene) -> None:
    await scene.open(1)
    await scene.open(2, facts=notice("网格会", deadlines=(), events=(event(24),)))
    assert "期限改为 9月28日 周一 12:00" in await typed(scene, CADRE, "1号改到下周一12点")
    assert await due_of(scene, 1) == instant(28, "12:00")
    assert "时间改为 9月25日 周五 14:30" in await typed(scene, CADRE, "#2 推迟一天")
    assert await due_of(scene, 2) == instant(25, "14:30")


@ONE_ENGINE
async def test_a_forwarded_line_and_a_number_nobody_has_are_notices(scene: Scene) -> None:
    await scene.open(1)
    before = await due_of(scene, 1)
    await typed(scene, CADRE, "1号改到下周一12点", origin=Origin("tg:-9", "防火群", "刘站长"))
    await typed(scene, CADRE, "8号改到下周一12点")
    await typed(scene, OTHER, "1号改到下周一12点")
    assert await due_of(scene, 1) == before
    assert "没有 #8 这个任务" in await typed(scene, CADRE, "#8 改到下周一12点")


@ONE_ENGINE
async def test_a_number_that_may_be_a_day_is_asked_about(scene: Scene) -> None:
    await scene.open(28, facts=notice("网格台账", deadlines=(deadline(24),)))
    await scene.open(2, facts=notice("秋检名单", deadlines=(deadline(28),)))
    said = await typed(scene, CADRE, "28号改到周五12点")
    assert "哪一件改到「周五12点」" in said and "#28 网格台账" in said and "#2 秋检名单" in said
    assert [row[0].command for row in scene.sender.sent[-1].buttons] == ["/due 28 周五12点", "/due 2 周五12点"]
    assert await due_of(scene, 28) == deadline(24).at
    await scene.say(CADRE, "/due 2 周五12点")
    assert await due_of(scene, 2) == instant(25, "12:00")


@ONE_ENGINE
async def test_an_answer_to_a_card_moves_the_task_of_the_card(scene: Scene) -> None:
    await typed(scene, CADRE, "9月29日前报秋收进度表。")
    await typed(scene, CADRE, "9月30日前交禁毒宣传照片。")
    async with scene.store.look(1) as look:
        card = await look.last_card(CADRE, 1)
    assert card is not None and card.sent_ref is not None
    answer = Message("r1", scene.now, "改到9月28日12点", chat=CADRE, by=CADRE, reply_to=card.sent_ref)
    await take_in(scene.deps, [(answer, scene.now, None)])
    await scene.deliver()
    assert await due_of(scene, 1) == instant(28, "12:00")


@ONE_ENGINE
async def test_a_move_between_notices_keeps_their_order(scene: Scene) -> None:
    await scene.open(1)
    said = await typed(scene, CADRE, "9月29日前报秋收进度表。", "1号改到下周一12点", "10月8日前报国庆值班小结。")
    assert "秋收进度表" in said and "期限改为 9月28日" in said and "国庆值班小结" in said


# ── done in words ──


@ONE_ENGINE
async def test_what_a_line_says_is_done_is_asked_once_and_closed_by_the_button_only(scene: Scene) -> None:
    await scene.open(1, facts=notice("报秋粮台账"))
    await scene.open(2, facts=notice("交普法照片"))
    said = await typed(scene, CADRE, "秋粮台账交了")
    assert "#1 报秋粮台账" in said and "办完了吗" in said and "#2" not in said
    assert scene.sender.sent[-1].buttons[0][0].command == "/done 1"
    async with scene.store.look(1) as look:
        task = await look.task(1)
        assert task is not None and task.state.value == "open" and task.urged == 0
    assert "哪一件办完了" in await typed(scene, CADRE, "第一个和第二个都报了")
    assert "没有要办的事" in await typed(scene, OTHER, "秋粮台账交了")


@ONE_ENGINE
async def test_who_asked_for_a_thing_says_that_all_of_it_is_in(scene: Scene) -> None:
    await typed(scene, CADRE, "各村9月29日前报秋粮台账。", origin=Origin("tg:-9", "秋粮群", "刘站长"))
    said = await typed(scene, CADRE, "秋粮台账都收齐了，辛苦大家", origin=Origin("tg:-9", "秋粮群", "刘站长"))
    assert "办完了吗" in said
    assert "办完了吗" not in await typed(scene, CADRE, "秋粮台账交了", origin=Origin("tg:-9", "秋粮群", "王会计"))


@ONE_ENGINE
async def test_a_group_that_says_all_is_in_asks_those_who_still_have_it_once(scene: Scene) -> None:
    async def posted(id: str, text: str, who: str) -> list[str]:
        before = len(scene.sender.sent)
        where = Origin("tg:-100", "秋粮群", who)
        message = Message(id, scene.now, text, chat="tg:-100", by="tg:77", sender=who, private=False, origin=where)
        await take_in(scene.deps, [(message, scene.now, None)])
        await scene.deliver()
        return [one.text for one in scene.sender.sent[before:]]

    await scene.group("秋粮群", chat="tg:-100")
    await posted("g1", "各村9月29日前报秋粮台账。", "刘站长")
    assert not await posted("g2", "秋粮台账交了", "小周")
    said = await posted("g3", "秋粮台账都收齐了，辛苦大家", "刘站长")
    assert said and all("收齐了，办完了吗" in each for each in said)


@ONE_ENGINE
async def test_a_question_to_the_bot_that_it_does_not_understand_is_told_of_help(scene: Scene) -> None:
    assert "/help" in await typed(scene, CADRE, "台账怎么报")
    assert "/help" not in await typed(scene, CADRE, "好的，谢谢")
    assert "/help" not in await typed(scene, CADRE, "台账怎么报", origin=Origin("tg:-9", "秋粮群", "刘站长"))


# ── several numbers ──


@ONE_ENGINE
async def test_good_numbers_are_done_and_the_bad_one_is_named(scene: Scene) -> None:
    for number in (1, 2, 3):
        await scene.open(number, (OTHER,) if number == 3 else (CADRE,))
    said = await scene.say(CADRE, "/done 1 2 3 99")
    assert "#1" in said and "#2" in said and "没有 #99 这个任务" in said and "#3 不在你的清单里" in said
    assert said.count("✅") == 2
    assert (await scene.say(CADRE, "/done 98 99")).startswith("没有 #98 这个任务")
    assert "没有 #97" in await scene.say(CADRE, "/drop 97")


@ONE_ENGINE
async def test_several_tasks_are_moved_put_off_and_given_at_once(scene: Scene) -> None:
    for number in (1, 2):
        await scene.open(number, (CADRE,))
    assert (await scene.say(COORDINATOR, "/due 1 2 9月29日12:00")).count("期限改为 9月29日 周二 12:00") == 2
    assert await due_of(scene, 1) == await due_of(scene, 2) == instant(29, "12:00")
    assert "明天 08:00 再提醒你" in await scene.say(CADRE, "/snooze 1,2 明早8点")
    given = await scene.say(COORDINATOR, "/assign 1 2 @李梅")
    assert "#1" in given and "#2" in given and given.count("已分派给 李梅") == 2
    async with scene.store.look(1) as look:
        assert {each.task for each in await look.assignments(member=scene.members[OTHER].id)} >= {1, 2}


@ONE_ENGINE
async def test_whoever_is_given_several_tasks_hears_of_each(scene: Scene) -> None:
    for number in (1, 2):
        await scene.open(number, (CADRE,))
    before = len(scene.sender.sent)
    await scene.say(COORDINATOR, "/assign 1 2 @李梅")
    heard = [one.text for one in scene.sender.sent[before:] if one.chat == OTHER]
    assert len(heard) == 2


@ONE_ENGINE
@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("/due 1 2", "还缺时间"),
        ("/due 1 2 三楼", "「三楼」不是一个看得懂的时间"),
        ("/due 1 每周四下午3点", "是多久一次"),
        ("/due 1 3 天后", "期限改为"),
        ("/assign 1 2", "还缺给谁"),
        ("/assign 1 @赵六", "这样写：/assign 1 @"),
        ("/open @赵六", "这样写：/open @"),
        ("/merge 1 2 3", "一次只能写两个任务编号"),
        ("/due 3 推迟两天", "没写期限"),
    ],
)
async def test_what_cannot_be_done_says_how(scene: Scene, line: str, told: str) -> None:
    for number in (1, 2):
        await scene.open(number, (CADRE,))
    await scene.open(3, facts=notice("整理档案", deadlines=()))
    assert told in await scene.say(ADMIN, line)


# ── lists ──


@ONE_ENGINE
@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("/open 明天", {1}),
        ("/open tomorrow", {1}),
        ("/open 9月28日", {2}),
        ("/open 下周", {2, 3}),
        ("/open 台账 下周", {2}),
        ("/open 李梅", {3}),
        ("/open 王强 明天", {1}),
        ("/open @李梅 名单", {3}),
        ("/open @李梅 台账", set()),
    ],
)
async def test_a_list_is_asked_for_by_days_names_and_words_together(scene: Scene, asked: str, shown: set[int]) -> None:
    await scene.open(1, facts=notice("低保复核表", deadlines=(deadline(24),)))
    await scene.open(2, facts=notice("防火台账", deadlines=(deadline(28),)))
    await scene.open(3, (OTHER,), facts=notice("孤寡名单", deadlines=(deadline(25), deadline(30))))
    said = await scene.say(COORDINATOR, asked)
    assert {number for number in (1, 2, 3) if f"#{number}" in said} == shown


@ONE_ENGINE
async def test_a_list_that_finds_nothing_open_names_what_is_closed(scene: Scene) -> None:
    await scene.open(1, facts=notice("消防演练", deadlines=(deadline(24),)))
    await scene.say(CADRE, "/done 1")
    assert "#1 消防演练 已办" in await scene.say(CADRE, "/open 消防演练")


# ── digest and reminders ──


@ONE_ENGINE
async def test_a_list_and_a_digest_say_that_a_task_has_a_further_date(scene: Scene) -> None:
    await scene.open(1, facts=notice("秋检方案", deadlines=(deadline(24), deadline(28))))
    await scene.open(2, facts=notice("秋检报表", deadlines=(deadline(24), deadline(28), deadline(30))))
    await scene.open(3, facts=notice("秋检名单", deadlines=(deadline(24),)))
    for said in (await scene.say(CADRE, "/open"), await scene.say(CADRE, "/digest")):
        lines = {number: next(line for line in said.splitlines() if f"#{number}" in line) for number in (1, 2, 3)}
        assert "（还有 9月28日 周一 17:00）" in lines[1]
        assert "（还有 2 个日子）" in lines[2]
        assert "还有" not in lines[3]


@ONE_ENGINE
async def test_a_digest_says_what_still_counts_of_a_meeting_that_was_put_off(scene: Scene) -> None:
    await scene.open(1, facts=notice("乡贤座谈会", deadlines=(deadline(24, "12:00"),)))
    change = ["event", "2026-09-28 14:00", "open"]
    await scene.put(JournalEntry(scene.now, "changed", "postponed", 1, detail={"changes": [change]}))
    line = next(line for line in (await scene.say(CADRE, "/digest")).splitlines() if "#1" in line)
    assert "待定" in line and "明天 12:00" in line


@ONE_ENGINE
async def test_a_digest_asked_for_counts_what_came_within_a_day_and_calls_it_so(scene: Scene) -> None:
    await typed(scene, CADRE, "9月29日前报秋收进度表。")
    scene.now += timedelta(minutes=1)
    said = await scene.say(CADRE, "/digest")
    assert "24 小时内 1 条" in said and "昨天" not in said


@ONE_ENGINE
async def test_a_meeting_begins_and_a_paper_falls_due(scene: Scene) -> None:
    await scene.open(1, facts=notice("网格会", deadlines=(), events=(event(24),)))
    await scene.open(2, facts=notice("秋检报表", deadlines=(deadline(24, "17:00"),)))
    said = "\n".join(one.text for one in await scene.until(instant(24, "16:45")))
    assert "后开始\n<b>#1" in said and "后到期\n<b>#2" in said
    assert "后到期\n<b>#1" not in said
