"""What a message does to the task it speaks of, as it is stored and as people are told."""

from __future__ import annotations

import pytest

from bot.core.models import Outcome, Relation, Task, Verdict
from tests.factories import NOTICE, instant, message
from tests.handlers.office import Office

GROUP = "农业农村工作群"
MEETING = "定于9月24日上午9:00在镇政府三楼会议室召开柑橘产销对接会，各村书记参加。镇党政办"


async def task(office: Office, number: int = 1) -> Task:
    async with office.deps.store.look(1) as look:
        found = await look.task(number)
    assert found is not None
    return found


async def relations(office: Office, number: int) -> list[Relation]:
    async with office.deps.store.look(1) as look:
        return [source.relation for source in await look.sources(number)]


async def test_a_repeat_adds_its_group_and_a_missing_contact_and_tells_only_who_brought_it(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = await office.join(2)
    await office.receive(message(NOTICE.replace("，联系人王敏 13800000000", ""), group=GROUP))
    await office.answers()
    monkeypatch.setattr("handlers.desk.relate", lambda *_: Verdict(Relation.DUPLICATE, "same_facts", of=1))
    await office.receive(message(NOTICE, by=other.user, chat=other.chat, group="河湾村群"))
    await office.answers()
    assert [contact.name for contact in (await task(office)).facts.contacts] == ["王敏"]
    async with office.deps.store.look(1) as look:
        assert [source.group for source in await look.sources(1)] == [GROUP, "河湾村群"]
    assert (len(office.sender.texts("tg:1")), len(office.sender.texts("tg:2"))) == (1, 1)


async def test_the_hour_for_a_bare_day_comes_with_a_repeat_and_moves_the_reminders(office: Office) -> None:
    await office.receive(message(NOTICE.replace("9月25日17:00前", "9月25日前"), group=GROUP))
    await office.receive(message(NOTICE, group="河湾镇主职群"))
    found = await task(office)
    assert found.due == instant(25, "17:00")
    async with office.deps.store.look(1) as look:
        assert {reminder.about for reminder in await look.reminders(1)} == {found.due}


async def test_the_hour_is_the_same_whichever_came_first(office: Office) -> None:
    await office.receive(message(NOTICE, group="河湾镇主职群"))
    await office.receive(message(NOTICE.replace("9月25日17:00前", "9月25日前"), group=GROUP))
    assert (await task(office)).due == instant(25, "17:00")


async def test_the_same_press_through_three_groups_counts_once_and_another_again(office: Office) -> None:
    press = "秸秆禁烧台账还差两个乡镇没报，请抓紧"
    await office.receive(message(group=GROUP))
    for group in (GROUP, "河湾镇主职群", "镇村干部群"):
        [handled] = await office.receive(message(press, group=group, sender="县农业农村局 王敏"))
        assert handled.verdict.relation is Relation.REMINDER
    assert (await task(office)).urged == 1
    await office.receive(message("秸秆禁烧台账还差一个乡镇没报，抓紧", group=GROUP, sender="县农业农村局 王敏"))
    assert (await task(office)).urged == 2


async def test_an_earlier_hour_is_told_as_from_and_to_and_moves_every_reminder(office: Office) -> None:
    await office.receive(message(group=GROUP))
    await office.answers()
    await office.receive(message("县农业农村局通知：秸秆禁烧台账报送时间提前到9月25日12:00。", group=GROUP))
    [said] = await office.answers()
    assert "9月25日 17:00 → 后天 12:00" in said
    found = await task(office)
    async with office.deps.store.look(1) as look:
        assert {reminder.about for reminder in await look.reminders(1)} == {found.due} == {instant(25, "12:00")}
        [entry] = [each for each in await look.journal(task=1) if each.verb == "changed"]
        assert entry.detail["changes"] == [["deadline", "2026-09-25 17:00", "2026-09-25 12:00"]]


async def test_a_moved_room_is_told_as_from_and_to(office: Office) -> None:
    await office.receive(message(MEETING, group="镇通知群"))
    await office.answers()
    [handled] = await office.receive(message("柑橘产销对接会改到四楼会议室，时间不变。镇党政办", group="镇通知群"))
    [said] = await office.answers()
    assert handled.outcome is Outcome.CHANGED and "镇政府三楼会议室 → 四楼会议室" in said
    assert [event.place for event in (await task(office)).facts.events] == ["四楼会议室"]


async def test_the_lower_levels_earlier_date_stands_beside_the_original(office: Office) -> None:
    await office.receive(message(group=GROUP, sender="县农业农村局 王敏"))
    inner = "转县农业农村局秸秆禁烧台账通知，各村9月24日12:00前先报镇农办汇总。"
    [handled] = await office.receive(message(inner, group="河湾镇主职群", sender="河湾镇农办"))
    assert handled.verdict.relation is Relation.UPDATE
    found = await task(office)
    assert [(d.date.day, d.inner) for d in found.facts.deadlines] == [(24, True), (25, False)]
    assert found.due == instant(24, "12:00")


async def test_one_message_that_presses_for_two_tasks_is_linked_to_both(office: Office) -> None:
    first = "各乡镇：请填报小型水库安全责任人名册（水库、责任人、手机），9月25日17:00前发slj@example.cn。县水利局"
    second = "各乡镇：请报送农村饮水工程台账（水厂、水源、管护人），9月26日17:00前发slj@example.cn。县水利局"
    sender, group = "县水利局 苏敏", "县水利群"
    await office.receive(*(message(text, group=group, sender=sender) for text in (first, second)))
    both = "小型水库安全责任人名册和农村饮水工程台账都还差三个乡镇没报，抓紧"
    [handled] = await office.receive(message(both, group=group, sender=sender))
    assert handled.verdict.relation is Relation.REMINDER
    assert [(await relations(office, number))[-1] for number in (1, 2)] == [Relation.REMINDER] * 2
