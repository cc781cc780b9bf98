"""Taking messages in: what is stored, what is merged, what is said, and that nothing is done twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from bot.core.models import (
    Attachment,
    GroupState,
    Kind,
    OutboxState,
    Outcome,
    Relation,
    Requirement,
    Role,
    TaskState,
)
from tests.factories import NOTICE, NOW, group, group_message, instant, message, picture
from tests.handlers.office import Office

ONE_ENGINE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
OTHER = (
    "关于召开防汛工作会议的通知\n各村：定于9月24日14:30在镇政府三楼会议室召开防汛工作会议，"
    "请各村支部书记准时参加。\n镇党政办\n2026年9月22日"
)
EXTENDED = "县农业农村局通知：秸秆禁烧台账报送时间延期到9月28日12:00，其他要求不变。"
CANCELLED = "县农业农村局通知：秸秆禁烧台账不用报了，原通知取消，已填的不用交。"


async def test_a_notice_becomes_a_task_with_its_source_share_reminders_and_card(office: Office) -> None:
    [handled] = await office.receive(message(group="农业农村工作群"))
    assert (handled.outcome, handled.kind, handled.task) == (Outcome.NEW, Kind.TASK, 1)
    async with office.deps.store.look(1) as look:
        task = await look.task(1)
        assert task is not None and task.state is TaskState.OPEN and task.due is not None
        assert Requirement.DATA_STATISTICS in task.facts.requirements
        assert [source.group for source in await look.sources(1)] == ["农业农村工作群"]
        assert [share.member for share in await look.assignments([1])] == [1]
        assert await look.reminders(1)
        assert [(entry.verb, entry.task) for entry in await look.journal(task=1)] == [("opened", 1)]
        known = await look.group_named("农业农村工作群")
        assert known is not None and known.messages == 1
    [card] = await office.answers()
    assert card.splitlines()[0].startswith("<b>#1 ")
    assert "来自：县农业农村局 · 农业农村工作群" in card
    assert "138…0000" in card and "13800000000" not in card
    assert "/done 1" in office.sender.commands()


async def test_the_same_notice_from_another_group_is_merged_silently(office: Office) -> None:
    _, again = await office.receive(message(group="农业农村工作群"), message(group="河湾镇主职群"))
    assert (again.outcome, again.task) == (Outcome.MERGED, 1)
    async with office.deps.store.look(1) as look:
        assert [source.group for source in await look.sources(1)] == ["农业农村工作群", "河湾镇主职群"]
        assert len(await look.tasks()) == 1
        second = await look.group_named("河湾镇主职群")
        assert second is not None and second.repeats == 1


async def test_a_redelivered_message_changes_nothing(office: Office) -> None:
    one = message(group="农业农村工作群")
    first, second = await office.receive(one, one)
    assert first.outcome is Outcome.NEW and second.outcome is None
    async with office.deps.store.look(1) as look:
        assert len(await look.messages()) == 1
        known = await look.group_named("农业农村工作群")
        assert known is not None and known.messages == 1
    assert len(await office.answers()) == 1


async def test_a_receipt_is_marked_done_with_the_message(office: Office) -> None:
    from handlers.message import handle_message

    store = office.deps.store
    one = message(group="农业农村工作群")
    for update in (1, 2):
        await store.put_update("telegram", update, "tg:1", "{}", NOW)
        await handle_message(office.deps, one, NOW, ("telegram", update))
    assert await store.waiting_updates("telegram") == []


async def test_an_extension_moves_the_deadline_and_the_reminders(office: Office) -> None:
    await office.receive(message(group="农业农村工作群"))
    await office.answers()
    [changed] = await office.receive(message(EXTENDED, group="农业农村工作群"))
    assert (changed.outcome, changed.verdict.relation, changed.task) == (Outcome.CHANGED, Relation.UPDATE, 1)
    async with office.deps.store.look(1) as look:
        task = await look.task(1)
        assert task is not None and task.due is not None
        assert task.due.astimezone(NOW.tzinfo).strftime("%m-%d %H:%M") == "09-28 12:00"
        assert {reminder.about for reminder in await look.reminders(1)} == {task.due}
    [said] = await office.answers()
    assert "→ 9月28日 周一 12:00" in said


async def test_a_change_is_told_to_who_has_the_task_and_not_to_who_brought_it(office: Office) -> None:
    other = await office.join(2)
    await office.receive(message(group="农业农村工作群"))
    await office.receive(message(by=other.user, chat=other.chat, group="河湾镇主职群"))
    await office.answers()
    await office.receive(message(EXTENDED, group="农业农村工作群"))
    await office.answers()
    assert len(office.sender.texts("tg:2")) == 2
    assert "有变" in office.sender.texts("tg:2")[-1] and "9月28日" in office.sender.texts("tg:2")[-1]
    assert len(office.sender.texts("tg:1")) == 2


async def test_a_cancelled_task_is_closed_and_sends_no_reminder(office: Office) -> None:
    other = await office.join(2)
    await office.receive(message(group="农业农村工作群"))
    await office.receive(message(by=other.user, chat=other.chat, group="河湾镇主职群"))
    await office.answers()
    [handled] = await office.receive(message(CANCELLED, group="农业农村工作群"))
    assert handled.verdict.relation is Relation.CANCEL
    async with office.deps.store.look(1) as look:
        task = await look.task(1)
        assert task is not None and task.state is TaskState.CANCELLED
        assert await look.reminders(1) == []
    await office.answers()
    assert "已取消，不用办了" in office.sender.texts("tg:1")[-1]
    assert "已取消，不用办了" in office.sender.texts("tg:2")[-1]


async def test_a_second_person_who_forwards_a_known_notice_has_the_task_too(office: Office) -> None:
    other = await office.join(2)
    await office.receive(message(group="农业农村工作群"))
    await office.receive(message(by=other.user, chat=other.chat, group="河湾镇主职群"))
    async with office.deps.store.look(1) as look:
        assert [share.member for share in await look.assignments([1])] == [1, other.id]
        assert {reminder.member for reminder in await look.reminders(1)} == {1, other.id}


@ONE_ENGINE
async def test_a_burst_gets_one_summary(office: Office) -> None:
    await office.receive(
        message(group="甲群"), message(group="乙群"), message(OTHER, group="甲群"), message("收到", group="甲群")
    )
    [summary] = await office.answers()
    assert summary.splitlines()[0] == "收到 4 条：新任务 2，合并 1，闲聊 1"
    assert "/task 2 +" in office.sender.commands()


@ONE_ENGINE
async def test_messages_further_apart_than_the_wait_get_an_answer_each(office: Office) -> None:
    await office.receive(message(group="甲群"))
    assert len(await office.answers()) == 1
    office.now += timedelta(seconds=2)
    await office.receive(message(OTHER, group="甲群"))
    [second] = await office.answers()
    assert "#2" in second


@ONE_ENGINE
async def test_a_steady_stream_is_answered_after_eight_seconds(office: Office) -> None:
    await office.receive(*(message("收到", group="甲群") for _ in range(10)), apart=1.0)
    async with office.deps.store.look(1) as look:
        row = await look.open_burst("tg:1")
    assert row is not None and row.not_before == NOW + timedelta(seconds=8)


@ONE_ENGINE
async def test_a_pasted_record_is_taken_apart_with_its_own_times(office: Office) -> None:
    text = (
        "王敏 2026/9/21 09:30:11\n请各村今天17:00前报防汛值班表到镇应急办\n"
        "李四 2026/9/21 09:31:02\n收到\n"
        "王敏 2026/9/21 09:40:00\n明天14:30在镇政府三楼会议室召开防汛工作会议，各村支部书记参加"
    )
    one = message(text, group="防汛群")
    [handled] = await office.receive(one)
    assert [part.outcome for part in handled.parts] == [Outcome.NEW, Outcome.CHATTER, Outcome.NEW]
    async with office.deps.store.look(1) as look:
        first, second = await look.task(1), await look.task(2)
        assert first is not None and first.opened_by == f"{one.id}#1"
        assert first.due is not None and first.due.astimezone(NOW.tzinfo).strftime("%m-%d %H:%M") == "09-21 17:00"
        assert second is not None and second.facts.kind is Kind.EVENT
        assert second.due is not None and second.due.astimezone(NOW.tzinfo).strftime("%m-%d %H:%M") == "09-22 14:30"
        assert [source.sender for source in await look.sources(1)] == ["王敏"]
        known = await look.group_named("防汛群")
        assert known is not None and (known.messages, known.chatter) == (3, 1)
    assert len(await office.answers()) == 1


@ONE_ENGINE
async def test_duties_that_come_back_by_rules_of_their_own_become_tasks_of_their_own(office: Office) -> None:
    text = "例行工作：\n一、每周一8:30开例会，站所长参加。\n二、每周四下班前报下周日程。\n三、每月3日前交上月值班台账。"
    [handled] = await office.receive(message(text, group="党政办群"))
    assert [part.outcome for part in handled.parts] == [Outcome.NEW] * 3
    async with office.deps.store.look(1) as look:
        tasks = [await look.task(number) for number in (1, 2, 3)]
    rules = [task.facts.recurrence.rrule for task in tasks if task and task.facts.recurrence]
    assert rules == ["FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=TH", "FREQ=MONTHLY;BYMONTHDAY=3"]
    [again] = await office.receive(message(text, group="另一个群"))
    assert [part.outcome for part in again.parts] == [Outcome.MERGED] * 3


@ONE_ENGINE
async def test_the_duties_of_one_list_are_never_taken_for_each_other(office: Office) -> None:
    text = "1.日报：每天17:00前在系统填报。\n2.周报：每周五12:00前在系统填报。\n3.月报：每月3日前在系统填报。"
    [handled] = await office.receive(message(text, group="党政办群"))
    assert [(part.outcome, part.verdict.maybe) for part in handled.parts] == [(Outcome.NEW, None)] * 3


@ONE_ENGINE
async def test_a_rhythm_that_was_called_off_and_is_demanded_in_other_words_is_a_task_again(office: Office) -> None:
    first = "请各村每天17:00前在系统填报网格巡查日报。"
    await office.receive(message(first, group="党政办群"))
    [off] = await office.receive(message("网格巡查日报不用报了，停报。", group="党政办群"))
    assert off.verdict.relation is Relation.CANCEL
    [late] = await office.receive(message(first, group="另一个群"))
    assert late.outcome is Outcome.MERGED
    [again] = await office.receive(message("从今天起网格巡查日报每天16:30前发到群里，各村都要报。", group="党政办群"))
    assert (again.outcome, again.verdict.maybe) == (Outcome.NEW, 1)


@ONE_ENGINE
@pytest.mark.parametrize("words_first", [True, False])
async def test_the_pictures_of_an_album_belong_to_its_words(office: Office, words_first: bool) -> None:
    worded = message(album="a1", group="农业农村工作群", attachments=(Attachment("1.jpg", "image/jpeg"),))
    bare = picture(album="a1", group="农业农村工作群")
    await office.receive(*((worded, bare) if words_first else (bare, worded)))
    async with office.deps.store.look(1) as look:
        counts = await look.outcome_counts(NOW - timedelta(days=1), NOW + timedelta(days=1))
    assert counts == {Outcome.NEW: 1, Outcome.MERGED: 1}
    [card] = await office.answers()
    assert card.startswith("<b>#1 ")


@ONE_ENGINE
async def test_a_lone_file_waits_for_a_look_and_is_counted(office: Office) -> None:
    [handled] = await office.receive(message("", attachments=(Attachment("花名册.xlsx"),), group="甲群"))
    assert handled.outcome is Outcome.NEEDS_LOOK
    [said] = await office.answers()
    assert said.splitlines()[0] == "❓ 文件还不会读：花名册.xlsx"


@ONE_ENGINE
@pytest.mark.parametrize("text", ["", " \n ", "👍", "收到"])
async def test_what_asks_for_nothing_is_chatter(office: Office, text: str) -> None:
    [handled] = await office.receive(message(text, group="甲群"))
    assert handled.outcome is Outcome.CHATTER
    assert await office.answers() == ["没有要办的事"]


@ONE_ENGINE
async def test_a_text_of_ten_thousand_characters_is_taken_in(office: Office) -> None:
    [handled] = await office.receive(message(NOTICE + "\n" + "请认真落实。" * 1700, group="甲群"))
    assert handled.outcome is Outcome.NEW
    [card] = await office.answers()
    assert len(card) < 1000


@ONE_ENGINE
@pytest.mark.parametrize(
    "text", ["<b>请于9月25日17:00前报台账", "&lt;script&gt;", "<a href='x'>报表</a> 明天17:00前交给王敏"]
)
async def test_angle_brackets_in_a_notice_are_shown_as_written(office: Office, text: str) -> None:
    await office.receive(message(text, group="<甲>群"))
    for said in await office.answers():
        assert "<script" not in said and "<a " not in said


async def test_an_edit_of_the_opener_changes_the_task_and_keeps_the_history(office: Office) -> None:
    one = message(group="农业农村工作群")
    await office.receive(one)
    await office.answers()
    [handled] = await office.receive(replace(one, text=NOTICE.replace("9月25日", "9月26日"), edited=True))
    assert (handled.outcome, handled.task) == (Outcome.CHANGED, 1)
    async with office.deps.store.look(1) as look:
        task = await look.task(1)
        assert task is not None and [str(d.date) for d in task.facts.deadlines] == ["2026-09-26"]
        stored = await look.message(one.id)
        assert stored is not None and "9月26日" in stored.message.text and stored.outcome is Outcome.NEW
        changed = [entry for entry in await look.journal(task=1) if entry.verb == "changed"]
        assert changed[0].reason == "edited" and changed[0].detail["changes"]
        assert {reminder.about for reminder in await look.reminders(1)} == {task.due}
    [said] = await office.answers()
    assert "9月25日" in said and "9月26日" in said


@ONE_ENGINE
async def test_an_edit_that_changes_no_words_changes_nothing(office: Office) -> None:
    one = message(group="农业农村工作群")
    await office.receive(one)
    await office.answers()
    await office.receive(replace(one, edited=True))
    assert await office.answers() == []


@ONE_ENGINE
async def test_an_edit_of_the_wording_alone_is_taken_in_without_a_word(office: Office) -> None:
    one = message(group="农业农村工作群")
    await office.receive(one)
    await office.answers()
    await office.receive(replace(one, text=NOTICE.replace("责任台账", "责任臺账"), edited=True))
    assert await office.answers() == []
    async with office.deps.store.look(1) as look:
        stored = await look.message(one.id)
    assert stored is not None and "臺" in stored.message.text


@ONE_ENGINE
async def test_chatter_edited_into_a_notice_becomes_a_task(office: Office) -> None:
    one = message("稍等", group="农业农村工作群")
    await office.receive(one)
    await office.answers()
    [handled] = await office.receive(replace(one, text=NOTICE, edited=True))
    assert handled.outcome is Outcome.NEW
    [card] = await office.answers()
    assert card.startswith("<b>#1 ")
    async with office.deps.store.look(1) as look:
        assert await look.outcome_counts(NOW - timedelta(days=1), NOW + timedelta(days=1)) == {Outcome.NEW: 1}


@ONE_ENGINE
async def test_an_opener_edited_into_nothing_leaves_the_task_and_asks_for_a_look(office: Office) -> None:
    one = message(group="农业农村工作群")
    await office.receive(one)
    await office.answers()
    [handled] = await office.receive(replace(one, text="收到", edited=True))
    assert handled.outcome is Outcome.NEEDS_LOOK
    async with office.deps.store.look(1) as look:
        task = await look.task(1)
        assert task is not None and task.state is TaskState.OPEN and task.facts.deadlines
    [said] = await office.answers()
    assert said.startswith("❓ #1 的原文改了")


@pytest.mark.parametrize("text", ["机密★1年\n关于报送名单的通知，请于9月25日前报", "内部资料 注意保存\n通知"])
async def test_text_marked_secret_is_refused_and_nothing_of_it_is_stored(office: Office, text: str) -> None:
    one = message(text, group="甲群")
    [handled] = await office.receive(one)
    assert handled.outcome is None
    async with office.deps.store.look(1) as look:
        assert await look.messages() == []
        assert await look.groups() == []
        assert [(entry.verb, entry.detail) for entry in await look.journal()] == [("refused", {})]
        row = await look.open_burst("tg:1")
    assert row is not None and "通知" not in str(row.data)
    [said] = await office.answers()
    assert "没有存" in said and "名单" not in said


@ONE_ENGINE
async def test_secret_text_among_others_is_one_line_of_their_answer(office: Office) -> None:
    secret = message("内部资料 注意保存\n9月25日前报花名册", group="甲群")
    await office.receive(message(group="甲群"), secret, message("收到", group="甲群"))
    [said] = await office.answers()
    assert said.startswith("收到 3 条：新任务 1，闲聊 1")
    assert "1 条标着「内部资料」，没有收，也没有存" in said and "花名册" not in said


@ONE_ENGINE
async def test_a_repeat_that_fills_in_the_deadline_says_so_and_settles_the_question(office: Office) -> None:
    bare = NOTICE.replace("于9月25日17:00前", "").replace("\n2026年9月22日", "")
    await office.receive(message(bare, group="甲群"))
    [card] = await office.answers()
    assert "❓ 原文没说什么时候要" in card
    [handled] = await office.receive(message(group="乙群"))
    [said] = await office.answers()
    assert handled.task == 1 and "期限：后天 17:00" in said and "没有新内容" not in said
    async with office.deps.store.look(1) as look:
        task = await look.task(1)
    assert task is not None and task.facts.unsure == () and task.due is not None


@ONE_ENGINE
async def test_words_pasted_before_any_group_is_known_raise_no_question(office: Office) -> None:
    await office.receive(message())
    [card] = await office.answers()
    assert "哪个群" not in card


@ONE_ENGINE
async def test_secret_text_read_in_a_group_is_not_stored_and_not_mentioned(office: Office) -> None:
    await office.save(group(0, "机要群", chat="tg:-100"))
    await office.receive(group_message("绝密★10年\n关于"))
    async with office.deps.store.look(1) as look:
        assert await look.messages() == []
    assert await office.answers() == []


async def test_an_unknown_person_gets_one_line_and_nothing_is_stored(office: Office) -> None:
    await office.receive(message(by="tg:99", chat="tg:99"), message(OTHER, by="tg:99", chat="tg:99"))
    async with office.deps.store.look(1) as look:
        assert await look.messages() == []
    assert await office.deps.store.next_outbox(NOW + timedelta(days=1)) is None
    assert len(office.deps.strangers.take()) == 1


async def test_a_group_of_no_office_is_ignored(office: Office) -> None:
    await office.receive(group_message())
    async with office.deps.store.look(1) as look:
        assert await look.messages() == []
    assert await office.answers() == []


async def test_the_bot_reads_a_group_and_says_nothing_there(office: Office) -> None:
    await office.save(group(0, chat="tg:-100"))
    [handled] = await office.receive(group_message())
    assert handled.outcome is Outcome.NEW
    async with office.deps.store.look(1) as look:
        stored = (await look.messages())[0]
        assert (stored.attributed, stored.group) == ("origin_chat", 1)
    await office.answers()
    assert office.sender.texts("tg:-100") == []


@ONE_ENGINE
async def test_a_group_notice_concerns_the_members_seen_in_that_group(office: Office) -> None:
    await office.save(group(0, chat="tg:-100"))
    reader = await office.join(5)
    await office.join(6)
    await office.receive(group_message("收到", by="tg:5"), group_message())
    async with office.deps.store.look(1) as look:
        assert [share.member for share in await look.assignments([1])] == [reader.id]


@ONE_ENGINE
async def test_a_group_notice_concerns_those_who_coordinate_where_no_reader_is_known(office: Office) -> None:
    await office.save(group(0, chat="tg:-100"))
    await office.join(5)
    leader = await office.join(6, role=Role.COORDINATOR)
    await office.receive(group_message())
    async with office.deps.store.look(1) as look:
        assert [share.member for share in await look.assignments([1])] == [1, leader.id]


@ONE_ENGINE
async def test_what_is_wanted_today_is_told_at_once_though_it_was_read_in_a_group(office: Office) -> None:
    await office.save(group(0, chat="tg:-100"))
    await office.receive(group_message("各村今天17:00前将防汛值班表报镇应急办"))
    [card] = await office.answers()
    assert card.startswith("<b>#1 ") and office.sender.sent[-1].chat == "tg:1"


@ONE_ENGINE
async def test_a_forward_of_what_the_bot_saw_in_a_group_comes_from_that_group(office: Office) -> None:
    await office.save(group(0, "防汛专班群", chat="tg:-100"))
    await office.receive(group_message(NOTICE), message(NOTICE))
    async with office.deps.store.look(1) as look:
        stored = (await look.messages())[-1]
        assert (stored.attributed, stored.group) == ("seen_in_group", 1)


@ONE_ENGINE
async def test_a_bridge_header_names_group_and_author_and_is_no_part_of_the_text(office: Office) -> None:
    await office.receive(message(f"💬👥 王主任 (王敏) [农业农村工作群]:\n{NOTICE}"))
    async with office.deps.store.look(1) as look:
        [source] = await look.sources(1)
        known = await look.group_named("农业农村工作群")
    assert (source.group, source.sender) == ("农业农村工作群", "王主任")
    assert source.text == NOTICE
    assert known is not None and known.platform == "wechat"


@ONE_ENGINE
async def test_a_text_cut_by_the_bridge_warns_that_the_middle_is_missing(office: Office) -> None:
    cut = (NOTICE * 3)[:100] + "\n...\n" + (NOTICE * 3)[-100:]
    await office.receive(message(f"💬👥 王主任 (王敏) [农业农村工作群]:\n{cut}"))
    [said] = await office.answers()
    assert "截掉" in said or said.startswith("❓")


@ONE_ENGINE
async def test_a_dissolved_group_comes_back_to_life_with_a_notice_and_not_with_chatter(office: Office) -> None:
    await office.save(group(0, "普查专班群", state=GroupState.DISSOLVED))
    await office.receive(message("收到", group="普查专班群"))
    async with office.deps.store.look(1) as look:
        still = await look.group_named("普查专班群")
    await office.receive(message(group="普查专班群"))
    async with office.deps.store.look(1) as look:
        again = await look.group_named("普查专班群")
        verbs = [entry.verb for entry in await look.journal(group=1)]
    assert still is not None and still.state is GroupState.DISSOLVED
    assert again is not None and again.state is GroupState.ACTIVE
    assert "group_revived" in verbs


@ONE_ENGINE
async def test_a_member_reads_english(office: Office) -> None:
    other = await office.join(2, language="en")
    await office.receive(message(by=other.user, chat=other.chat, group="Farming group"))
    [card] = await office.answers()
    assert "From: " in card and "left" in card


async def test_two_offices_do_not_see_each_other(office: Office) -> None:
    from bot.core.models import Member

    store = office.deps.store
    await store.create_workspace("邻镇", Member(0, "tg:50", "tg:50", "李四", Role.ADMIN, joined_at=NOW), NOW)
    await office.receive(message(group="农业农村工作群"))
    [handled] = await office.receive(message(by="tg:50", chat="tg:50", group="农业农村工作群"))
    assert (handled.outcome, handled.task) == (Outcome.NEW, 1)
    async with store.look(2) as look:
        assert len(await look.messages()) == 1


async def test_a_failure_in_the_middle_leaves_nothing_behind(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("disk full")

    monkeypatch.setattr("handlers.message.registered", fail)
    with pytest.raises(RuntimeError):
        await office.receive(message(group="农业农村工作群"))
    async with office.deps.store.look(1) as look:
        assert await look.messages() == [] and await look.tasks() == []
    monkeypatch.undo()
    [handled] = await office.receive(message(group="农业农村工作群"))
    assert handled.task == 1


@ONE_ENGINE
async def test_a_burst_being_sent_is_not_added_to(office: Office) -> None:
    await office.receive(message(group="甲群"))
    claimed = await office.deps.store.claim_outbox(NOW + timedelta(seconds=5), 10)
    await office.receive(message(OTHER, group="甲群"))
    await office.deps.store.mark_outbox([replace(row, state=OutboxState.SENT) for _, row in claimed])
    [second] = await office.answers()
    assert "#2" in second


@pytest.mark.parametrize("text", [NOTICE + "\x00", "\ud800" + NOTICE, "\x00", "\udfff\udfff"])
async def test_signs_no_database_takes_are_survived(office: Office, text: str) -> None:
    [handled] = await office.receive(message(text, group="甲\x00群", sender="王\ud800"))
    assert handled.outcome is not None
    assert len(await office.answers()) == 1


@ONE_ENGINE
async def test_what_the_rules_stumble_over_is_kept_and_waits_for_a_look(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(*_: object) -> None:
        raise ValueError("a rule is wrong")

    monkeypatch.setattr("handlers.letters.understand", stumble)
    [handled] = await office.receive(message(group="甲群"))
    assert handled.outcome is Outcome.NEEDS_LOOK
    assert "cannot be understood" in caplog.text
    [said] = await office.answers()
    assert said.startswith("❓")


@ONE_ENGINE
async def test_a_notice_that_cannot_be_compared_is_a_task_of_its_own(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise ValueError("a rule is wrong")

    monkeypatch.setattr("handlers.desk.relate", stumble)
    first, second = await office.receive(message(group="甲群"), message("收到", group="甲群"))
    assert (first.outcome, second.outcome) == (Outcome.NEW, Outcome.CHATTER)


@ONE_ENGINE
async def test_times_in_a_pasted_record_are_by_the_offices_clock_whatever_the_door_tells_time_in(
    office: Office,
) -> None:
    at = NOW.astimezone(UTC)
    text = f"“防汛群”的聊天记录\n老张 2026/9/23 08:10:11\n{NOTICE}"
    await office.receive(message(text, at=at))
    async with office.deps.store.look(1) as look:
        [stored] = await look.messages()
        [known] = await look.groups()
    assert stored.message.sent_at == NOW.replace(hour=8, minute=10)
    assert (known.name, stored.message.sender) == ("防汛群", "老张")


async def test_two_tasks_that_one_message_moves_are_both_told(office: Office) -> None:
    await office.receive(message("各村：山洪灾害危险区人员台账9月25日前报镇水利站"))
    await office.receive(message("各村：农村房屋安全隐患台账9月24日前报镇村建所"))
    await office.answers()
    await office.receive(message("危险区人员台账和房屋隐患台账都延到下周一下班前"))
    [said] = await office.answers()
    assert said.count("9月28日 周一 下班前") >= 2
    assert "#1" in said and "#2" in said
    async with office.deps.store.look(1) as look:
        for number in (1, 2):
            task = await look.task(number)
            assert task is not None and task.facts.deadlines[0].date == instant(28).date()
