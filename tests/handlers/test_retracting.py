"""Who brought a message can take it back: what it did to tasks is undone, on record, and said in one message."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.models import (
    Attachment,
    Command,
    Group,
    Message,
    Outcome,
    Overlap,
    Relation,
    Reminder,
    Role,
    StoredMessage,
    TaskState,
    Verdict,
)
from handlers.command import handle_command
from tests.factories import NOTICE, group_message, instant, message, picture
from tests.handlers.office import Office
from tests.handlers.test_edits import sources, task
from tests.handlers.test_message import CANCELLED, EXTENDED, OTHER

ONE_ENGINE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
GROUP = "农业农村工作群"
PRESSED = "秸秆禁烧台账还差两个村没报，抓紧。县农业农村局"
BACK = "要恢复，再转发一次就行"


async def says(office: Office, text: str = "undo", user: str = "tg:1", chat: str | None = None, **more: str) -> str:
    """A command is typed a minute later; what everybody is told of it."""
    office.now += timedelta(minutes=1)
    name, _, args = text.partition(" ")
    said = Command(f"c{office.now}", name, args, chat or user, user, "", office.now, chat is None, **more)
    await handle_command(office.deps, said, office.now)
    return "\n".join(await office.answers())


async def brings(office: Office, *texts: str, **more: str) -> list[Message]:
    """Messages a minute apart, each answered by itself."""
    brought = []
    for text in texts:
        office.now += timedelta(minutes=1)
        brought.append(message(text, at=office.now, **({"group": GROUP} | more)))
        await office.receive(brought[-1])
        await office.answers()
    return brought


async def pending(office: Office, number: int = 1) -> set[Reminder]:
    async with office.deps.store.look(1) as look:
        return set(await look.reminders(number))


async def stored(office: Office, one: Message) -> StoredMessage:
    async with office.deps.store.look(1) as look:
        found = await look.message(one.id)
    assert found is not None
    return found


async def reader(office: Office) -> str:
    """A second member who has the task too; her chat."""
    other = await office.join(2)
    await brings(office, NOTICE, by=other.user, chat=other.chat)
    return other.chat


# ── What becomes of the task ─────────────────────────────────────────────────


@pytest.mark.parametrize("text", [NOTICE, NOTICE + "\n县农业农村局", EXTENDED, CANCELLED])
async def test_a_message_taken_back_leaves_the_task_as_it_was(office: Office, text: str) -> None:
    await brings(office, NOTICE)
    before, planned = await task(office), await pending(office)
    [second] = await brings(office, text)
    assert len(await sources(office)) == 2
    assert "收回了刚才那条，#1 " in await says(office)
    assert (await task(office), await pending(office)) == (before, planned)
    assert [source.relation for source in await sources(office)] == [Relation.NEW]
    kept = await stored(office, second)
    assert (kept.relation, kept.reason, kept.task) == (Relation.NONE, "retracted", None)
    assert kept.message.text == text


@pytest.mark.parametrize("others", [0, 1])
async def test_a_press_taken_back_is_counted_no_more_unless_another_pressed_in_the_same_words(
    office: Office, others: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    await brings(office, NOTICE)
    monkeypatch.setattr("handlers.desk.relate", lambda *_: Verdict(Relation.REMINDER, "reminds", of=1))
    await brings(office, *[PRESSED] * (others + 1))
    assert (await task(office)).urged == 1
    await says(office)
    assert (await task(office)).urged == others


async def test_what_a_repeat_had_filled_in_goes_with_it(office: Office) -> None:
    await brings(office, NOTICE.replace("，联系人王敏 13800000000", ""), NOTICE)
    assert [contact.name for contact in (await task(office)).facts.contacts] == ["王敏"]
    await says(office)
    assert (await task(office)).facts.contacts == ()


async def test_an_extension_taken_back_is_told_to_who_has_the_task_and_answered_to_who_brought_it(
    office: Office,
) -> None:
    await brings(office, NOTICE)
    other = await reader(office)
    await brings(office, EXTENDED)
    before = len(office.sender.sent)
    await says(office)
    assert office.sender.texts("tg:1")[-1] == f"收回了刚才那条，#1 期限又是 后天 17:00\n{BACK}"
    told = [one for one in office.sender.sent[before:] if one.chat == other]
    assert len([one for one in told if "9月28日 12:00 → " in one.text]) == 1
    assert len([one for one in office.sender.sent[before:] if one.chat == "tg:1"]) == 1


@ONE_ENGINE
async def test_a_cancellation_taken_back_says_by_when_it_is_to_be_done(office: Office) -> None:
    await brings(office, NOTICE.replace("25日17:00前", "25日前"), CANCELLED)
    assert await says(office) == f"收回了刚才那条，#1 报秸秆禁烧台账 还是要办，9月25日 周五\n{BACK}"


async def test_the_only_message_of_a_task_takes_it_along(office: Office) -> None:
    [one] = await brings(office, NOTICE)
    said = await says(office)
    assert said == f"收回了刚才那条，#1 报秸秆禁烧台账 也一起撤掉了\n{BACK}"
    found = await task(office)
    assert (found.state, found.due, await sources(office)) == (TaskState.DROPPED, None, [])
    assert {reminder.state for reminder in await pending(office)} <= {"void"}
    async with office.deps.store.look(1) as look:
        last = (await look.journal(task=1))[-1]
    assert (last.verb, last.reason, last.message, last.member) == ("dropped", "retracted", one.id, 1)
    assert "收回了「关于报送秸秆禁烧台账的通知" in await says(office, "why 1")


async def test_who_was_given_a_task_is_told_once_that_its_notice_was_taken_back(office: Office) -> None:
    other = await office.join(2)
    await brings(office, NOTICE)
    await says(office, f"assign 1 @{other.name}")
    [opener] = [source.message for source in await sources(office)]
    before = len(office.sender.texts(other.chat))
    await says(office, reply_to=opener)
    await says(office, reply_to=opener)
    assert office.sender.texts(other.chat)[before:] == ["#1 报秸秆禁烧台账\n王敏 收回了那条通知，你不用再管"]


async def test_where_others_speak_of_it_the_oldest_of_them_opens_the_task(office: Office) -> None:
    first, second, third = await brings(office, NOTICE, NOTICE, EXTENDED)
    said = await says(office, reply_to=first.id)
    assert "收回了这条，#1 报秸秆禁烧台账 还在，别的不变" in said
    found = await task(office)
    assert (found.state, found.opened_by, found.due) == (TaskState.OPEN, second.id, instant(28, "12:00"))
    assert [(s.message, s.relation) for s in await sources(office)] == [
        (second.id, Relation.NEW),
        (third.id, Relation.UPDATE),
    ]
    assert "更早那条收回了" in await says(office, "why 1")


@ONE_ENGINE
async def test_an_heir_tells_the_facts_that_are_left(office: Office) -> None:
    first, _ = await brings(office, NOTICE, NOTICE.replace("，联系人王敏 13800000000", ""))
    assert (await task(office)).facts.contacts
    await says(office, reply_to=first.id)
    found = (await task(office)).facts
    assert found.contacts == () and found.submit_to.emails == ("nyj@example.cn",)


@ONE_ENGINE
async def test_what_is_no_duty_by_itself_keeps_the_task_with_its_facts(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    [first] = await brings(office, NOTICE)
    monkeypatch.setattr("handlers.desk.relate", lambda *_: Verdict(Relation.REMINDER, "reminds", of=1))
    await brings(office, "报了没有")
    before = await task(office)
    await says(office, reply_to=first.id)
    after = await task(office)
    assert (after.facts, after.due, after.state) == (before.facts, before.due, TaskState.OPEN)
    await says(office)
    assert (await task(office)).state is TaskState.DROPPED


async def test_a_task_that_was_done_stays_done(office: Office) -> None:
    [one] = await brings(office, NOTICE)
    await says(office, "done 1")
    assert "已经办过，照旧算办完" in await says(office, reply_to=one.id)
    assert (await task(office)).state is TaskState.DONE
    assert "收回了「" in await says(office, "why 1")


async def test_taking_back_twice_changes_nothing(office: Office) -> None:
    [one] = await brings(office, NOTICE)
    await says(office)
    before = await task(office)
    assert await says(office) == "没有可以收回的"
    assert await says(office, reply_to=one.id) == f"这条已经收回过了\n{BACK}"
    await office.receive(one)
    assert (await task(office), await sources(office)) == (before, [])


async def test_the_same_words_again_are_as_if_for_the_first_time(office: Office) -> None:
    await brings(office, NOTICE)
    first = await task(office)
    await says(office)
    await brings(office, NOTICE, NOTICE)
    again = await task(office, 2)
    assert (again.facts.deadlines, again.due, again.state) == (first.facts.deadlines, first.due, TaskState.OPEN)
    assert [source.relation for source in await sources(office, 2)] == [Relation.NEW, Relation.DUPLICATE]


async def test_other_messages_are_still_compared_after_a_task_was_taken_back(office: Office) -> None:
    await brings(office, OTHER, NOTICE)
    await says(office)
    await brings(office, OTHER)
    assert len(await sources(office, 1)) == 2


@ONE_ENGINE
async def test_a_card_shows_no_overlap_with_what_was_taken_back(office: Office) -> None:
    await brings(office, NOTICE, OTHER)
    await office.save(Overlap(1, 2))
    assert "♻️" in await says(office, "task 1")
    await says(office)
    assert "♻️" not in await says(office, "task 1") + await says(office, "task 2")


@ONE_ENGINE
async def test_of_two_merged_tasks_the_one_taken_back_leaves_and_takes_its_date_along(office: Office) -> None:
    await brings(office, NOTICE)
    before = await task(office)
    [second] = await brings(office, NOTICE.replace("秸秆禁烧", "农机安全").replace("25日", "27日"))
    await says(office, "merge 1 2")
    assert len((await task(office)).facts.deadlines) == 2
    await says(office, reply_to=second.id)
    assert (await task(office)).facts.deadlines == before.facts.deadlines
    assert [(await task(office, n)).state for n in (1, 2)] == [TaskState.OPEN, TaskState.DROPPED]


# ── Which message is meant ───────────────────────────────────────────────────


async def test_a_change_made_since_goes_first(office: Office) -> None:
    await brings(office, NOTICE)
    await says(office, "due 1 9月26日10:00")
    assert "已收回「改期限」" in await says(office)
    assert (await task(office)).state is TaskState.OPEN
    await brings(office, OTHER)
    assert "#2 " in await says(office)


@ONE_ENGINE
async def test_undo_said_once_too_often_takes_no_message_along(office: Office) -> None:
    await brings(office, NOTICE)
    await says(office, "done 1")
    await says(office)
    assert await says(office) == "没有可以收回的"
    assert (await task(office)).state is TaskState.OPEN


@ONE_ENGINE
async def test_a_button_under_a_step_never_takes_a_message_back(office: Office) -> None:
    await says(office, "settings 摘要 09:00")
    await brings(office, NOTICE)
    assert "已收回「改设置」" in await says(office, card="tg:1:77")
    assert await says(office, card="tg:1:77") == "没有可以收回的"
    assert (await task(office)).state is TaskState.OPEN


@ONE_ENGINE
async def test_of_a_burst_one_message_goes_at_a_time_and_chatter_is_passed_over(office: Office) -> None:
    await office.receive(*(message(text, at=office.now, group=GROUP) for text in (NOTICE, OTHER, "收到")))
    await office.answers()
    assert "#2 " in await says(office) and (await task(office)).state is TaskState.OPEN
    assert "#1 " in await says(office) and (await task(office)).state is TaskState.DROPPED
    assert await says(office) == "没有可以收回的"


@ONE_ENGINE
async def test_what_is_taken_back_before_it_was_answered_is_not_shown(office: Office) -> None:
    [one] = [message(at=office.now, group=GROUP)]
    await office.receive(one)
    name = Command("c1", "undo", "", "tg:1", "tg:1", "", office.now, reply_to=one.id)
    await handle_command(office.deps, name, office.now)
    assert await office.answers() == [f"收回了这条，#1 报秸秆禁烧台账 也一起撤掉了\n{BACK}"]


@ONE_ENGINE
@pytest.mark.parametrize("by_reply", [True, False])
async def test_a_pasted_record_goes_whole(office: Office, by_reply: bool) -> None:
    record = f"王敏 2026/9/22 15:30:11\n{NOTICE}\n李梅 2026/9/22 16:02:00\n{OTHER}\n张强 2026/9/22 16:05:00\n{EXTENDED}"
    [one] = await brings(office, record)
    assert len(await sources(office, 1)) == 2 and len(await sources(office, 2)) == 1
    said = await says(office, reply_to=one.id) if by_reply else await says(office)
    assert said.count("也一起撤掉了") == 2 and " 3 条" in said
    assert {(await task(office, n)).state for n in (1, 2)} == {TaskState.DROPPED}


@ONE_ENGINE
@pytest.mark.parametrize("which", [0, 1, 2])
async def test_an_album_goes_with_all_its_pictures(office: Office, which: int) -> None:
    worded = message(album="a1", group=GROUP, at=office.now, attachments=(Attachment("1.jpg", "image/jpeg"),))
    album = [worded, *(picture(album="a1", group=GROUP, at=office.now) for _ in range(2))]
    await office.receive(*album)
    await office.answers()
    assert "3 条，#1 报秸秆禁烧台账 也一起撤掉了" in await says(office, reply_to=album[which].id)
    assert {(await stored(office, each)).reason for each in album} == {"retracted"}


@ONE_ENGINE
async def test_what_waits_for_a_look_waits_no_longer(office: Office) -> None:
    one = picture(group=GROUP, at=office.now)
    await office.receive(one)
    await office.answers()
    assert "它本来没有要办的事" in await says(office)
    assert (await stored(office, one)).outcome is Outcome.CHATTER


@ONE_ENGINE
async def test_a_message_of_last_week_goes_only_when_it_is_answered(office: Office) -> None:
    [one] = await brings(office, NOTICE)
    office.now += timedelta(days=7)
    assert await says(office) == "没有可以收回的"
    assert "一起撤掉" in await says(office, reply_to=one.id)


@ONE_ENGINE
async def test_who_answers_a_card_means_the_message_it_shows(office: Office) -> None:
    await brings(office, NOTICE)
    await brings(office, OTHER)
    async with office.deps.store.look(1) as look:
        shown = await look.last_card("tg:1", 1)
    assert shown is not None and shown.sent_ref is not None
    assert "#1 " in await says(office, reply_to=shown.sent_ref)
    assert [(await task(office, n)).state for n in (1, 2)] == [TaskState.DROPPED, TaskState.OPEN]
    assert await says(office, reply_to="tg:1:no-such") == "没有可以收回的"


# ── Who may, and how else ────────────────────────────────────────────────────


@ONE_ENGINE
async def test_in_a_group_only_who_posted_or_a_coordinator_takes_back(office: Office) -> None:
    poster, stranger = await office.join(9), await office.join(8)
    await office.save(Group(0, GROUP, chat="tg:-100"))
    one = group_message(at=office.now)
    await office.receive(one)
    await office.answers()
    assert "这条不是你发的" in await says(office, user=stranger.user, chat="tg:-100", reply_to=one.id)
    assert (await task(office)).state is TaskState.OPEN
    said = await says(office, user=poster.user, chat="tg:-100")
    assert "也一起撤掉了" in said and "报秸秆" not in "".join(office.sender.texts("tg:-100"))
    assert (await task(office)).state is TaskState.DROPPED
    again = group_message(at=office.now)
    await office.receive(again)
    lead = await office.join(7, role=Role.COORDINATOR)
    assert "#2" in await says(office, user=lead.user, chat="tg:-100", reply_to=again.id)
    assert (await task(office, 2)).state is TaskState.DROPPED


async def test_a_caption_taken_away_takes_the_message_back(office: Office) -> None:
    file = (Attachment("1.jpg", "image/jpeg"),)
    one = message(attachments=file, at=office.now, group=GROUP)
    await office.receive(one)
    await office.answers()
    empty = replace(one, text="", edited=True)
    await office.receive(empty)
    assert await office.answers() == [f"收回了这条，#1 报秸秆禁烧台账 也一起撤掉了\n{BACK}"]
    assert (await task(office)).state is TaskState.DROPPED
    await office.receive(empty)
    assert await office.answers() == []
    await office.receive(replace(one, edited=True))
    assert (await task(office, 2)).state is TaskState.OPEN


@ONE_ENGINE
async def test_a_message_edited_after_it_was_taken_back_is_judged_anew(office: Office) -> None:
    [one] = await brings(office, NOTICE)
    await says(office)
    await office.receive(replace(one, text=NOTICE.replace("25日", "26日"), edited=True))
    assert (await task(office)).state is TaskState.DROPPED
    assert (await task(office, 2)).due == instant(26, "17:00")


@ONE_ENGINE
async def test_it_is_said_in_english_too(office: Office) -> None:
    async with office.deps.store.look(1) as look:
        [admin] = await look.members()
    await office.save(replace(admin, language="en"))
    await brings(office, NOTICE, EXTENDED)
    assert "again\nTo bring it back, forward it again" in await says(office)
    assert "is gone with it" in await says(office)
