"""A cadre's day, end to end: the real application over HTTP, only Telegram's servers are replaced."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.e2e.conftest import World
from tests.e2e.notices import notice
from tests.emulator import Fault, Group, Person, until

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def test_forward_card_button_digest_reminder_done(world: World) -> None:
    admin = world.admin
    admin.forwards(f"县农业农村局：请各村于{world.day(2)}17时前报送秸秆禁烧台账电子版，发至 a@b.cn。", hidden="王敏")
    card = await admin.sees("#1", "a@b.cn")
    assert {command.split()[0] for _, command in card.buttons} >= {"/done", "/due", "/snooze", "/assign", "/original"}
    admin.presses("/original 1", on=card)
    await admin.sees("请各村于", after=card.number)
    await world.quiet()
    seen = admin.last.number
    admin.sends("摘要")
    await admin.sees("#1", after=seen)
    await world.quiet()
    seen = admin.last.number
    await world.skip(timedelta(days=1, hours=10))
    await world.quiet()
    reminders = [shown for shown in admin.shown if shown.number > seen and ("完成", "/done 1") in shown.buttons]
    assert len(reminders) == 1, admin.shown
    admin.presses("/done 1", on=reminders[0])
    await until(lambda: "✅" in "".join(shown.text for shown in admin.shown))
    before = admin.last.number
    admin.sends("待办")
    listed = await admin.sees("", after=before)
    assert "#1" not in listed.text


async def test_a_burst_of_ten_gets_one_summary(world: World) -> None:
    admin = world.admin
    before = admin.last.number
    for number in range(8):
        admin.forwards(notice(number, world.clock.now()), hidden=f"王敏{number}")
    admin.forwards(notice(0, world.clock.now()), hidden="李四")
    admin.forwards("收到", hidden="张三")
    await world.quiet()
    answers = [shown for shown in admin.shown if shown.number > before]
    assert len(answers) == 1
    assert "10" in answers[0].text
    assert all(f"#{number}" in answers[0].text for number in range(1, 9))


async def test_an_album_is_one_notice(world: World) -> None:
    admin = world.admin
    before = admin.last.number
    admin.sends_album(notice(3, world.clock.now()), "", "", forwarded=True)
    await world.quiet()
    assert len([shown for shown in admin.shown if shown.number > before and "#1" in shown.text]) == 1
    assert len([shown for shown in admin.shown if shown.number > before]) == 1


async def test_an_edit_changes_the_task_it_opened(world: World) -> None:
    admin = world.admin
    text = f"县民政局：请各村于{world.day(3)}17时前报送低保复核名单。"
    sent = admin.sends(text)
    await admin.sees("#1")
    await world.quiet()
    before = admin.last.number
    admin.edits(sent, text.replace("17时", "11时"))
    await world.quiet()
    assert admin.last.number > before
    before = admin.last.number
    admin.sends("/task 1")
    card = await admin.sees("#1", "11:00", after=before)
    assert "17:00" not in card.text.splitlines()[1]


async def test_a_notice_in_a_group_is_read_and_the_bot_stays_silent_there(world: World) -> None:
    admin = world.admin
    group = await world.group("防汛工作群")
    admin.sends(f"县水利局：请各村于{world.day(2)}12时前报送防汛沙袋库存表。", where=group)
    await world.quiet()
    assert group.shown == []
    before = admin.last.number
    admin.sends("/task 1")
    await admin.sees("#1", "防汛工作群", after=before)


async def test_an_invitation_lets_one_person_in(world: World) -> None:
    payload = await world.invitation("coordinator")
    first, second = Person(world.telegram, "周姐"), Person(world.telegram, "路人")
    first.starts(payload)
    await until(lambda: bool(first.shown))
    first.sends(notice(1, world.clock.now()))
    await first.sees("#1")
    second.starts(payload)
    await until(lambda: bool(second.shown))
    second.sends("待办")
    await world.quiet()
    assert all("#1" not in shown.text for shown in second.shown)


async def test_a_stranger_gets_one_polite_line_and_nothing_is_kept(world: World) -> None:
    stranger = Person(world.telegram, "路人")
    for number in range(3):
        stranger.forwards(notice(number, world.clock.now()))
    stranger.sends("待办")
    await world.quiet()
    await until(lambda: bool(stranger.shown))
    assert 1 <= len(stranger.shown) <= 2
    before = world.admin.last.number
    world.admin.sends("待办")
    listed = await world.admin.sees("", after=before)
    assert "#1" not in listed.text


async def test_somebody_who_blocked_the_bot_stops_nobody_else_and_finds_everything_when_back(world: World) -> None:
    cadre = await world.member("小林")
    await world.quiet()
    cadre.sends(notice(4, world.clock.now()))
    await cadre.sees("#1")
    cadre.blocks()
    before = cadre.last.number
    cadre.sends(notice(6, world.clock.now()))
    world.admin.sends(notice(5, world.clock.now()))
    await world.admin.sees("b5@a.cn")
    await world.quiet()
    assert cadre.last.number == before
    cadre.unblocks()
    cadre.sends("待办")
    await cadre.sees("#1", after=before)


async def test_a_group_that_became_a_supergroup_goes_on(world: World) -> None:
    admin = world.admin
    group = await world.group("森林防火群", kind="group")
    admin.sends(notice(3, world.clock.now()), where=group)
    await world.quiet()
    new = group.migrates(admin)
    await world.quiet()
    admin.sends(notice(8, world.clock.now()), where=new)
    await world.quiet()
    before = admin.last.number
    admin.sends("/task 2")
    await admin.sees("#2", "森林防火群", after=before)
    await world.quiet()
    before = admin.last.number
    admin.sends("群")
    listed = await admin.sees("森林防火群", after=before)
    assert listed.text.count("森林防火群") == 1


async def test_broken_markup_in_a_notice_is_shown_as_it_was_written(world: World) -> None:
    admin = world.admin
    admin.forwards(f"<b>县住建局</i>：<script>请各村于{world.day(2)}前报送 <危房> & 改造进度表 3<5，a&b@c.cn")
    card = await admin.sees("#1")
    admin.presses("/original 1", on=card)
    await admin.sees("<危房> & 改造")
    assert not [call for call in world.telegram.calls if call.error and "parse entities" in call.error.description]


async def test_two_clicks_at_once_do_it_once(world: World) -> None:
    admin = world.admin
    admin.sends(notice(6, world.clock.now()))
    card = await admin.sees("#1")
    queries = [admin.presses("/done 1", on=card), admin.presses("/done 1", on=card)]
    await until(lambda: all(world.telegram.answered[query] for query in queries))
    await world.quiet()
    before = admin.last.number
    admin.sends("/undo")
    await world.quiet()
    admin.sends("待办")
    await admin.sees("#1", after=before)


async def test_an_update_nobody_can_read_stops_nothing(world: World) -> None:
    admin = world.admin
    world.telegram.push("message", {"message_id": "x", "date": "gestern"}, check=False)
    admin.sends(notice(7, world.clock.now()))
    await admin.sees("#1")


async def test_what_telegram_refuses_for_a_while_arrives_later_once(world: World) -> None:
    admin = world.admin
    await world.quiet()
    floods: list[Fault] = [
        world.telegram.fails("sendMessage", kind="flood", retry_after=1),
        world.telegram.fails("sendMessage", kind="reset"),
    ]
    admin.sends(notice(9, world.clock.now()))
    await admin.sees("#1", within=30)
    assert all(flood.hits for flood in floods)
    assert len([shown for shown in admin.shown if "#1" in shown.text]) == 1


async def test_odd_input_gets_an_answer_or_silence_but_never_stops_the_bot(world: World) -> None:
    admin = world.admin
    admin.sends_sticker()
    admin.sends_voice()
    admin.sends("长" * 4096)
    admin.sends("/gibtsnicht")
    admin.sends("请于2月30日25点前报送。")
    admin.presses("x", on=_card_with(admin, "/done 999"))
    await world.quiet()
    before = admin.last.number
    admin.sends("/help")
    await admin.sees("/", after=before)


def _card_with(person: Person, command: str):  # type: ignore[no-untyped-def]
    """A message of the bot with a button of that command, as an old one would be."""
    keyboard = {"inline_keyboard": [[{"text": "x", "callback_data": command}]]}
    person.telegram.post(person.chat, person.telegram.bot, {"text": "旧", "reply_markup": keyboard})
    return person.last


async def test_marked_secret_text_is_refused(world: World) -> None:
    admin = world.admin
    await world.quiet()
    before = admin.last.number
    admin.forwards("【机密】县委办：关于某项工作的通知，请于明天前报送。")
    refused = await admin.sees("", after=before)
    assert "#1" not in refused.text


async def test_people_outside_the_office_read_nothing_through_a_group(world: World) -> None:
    outsider = Person(world.telegram, "外人")
    group = await world.group("联合执法群", outsider)
    assert isinstance(group, Group)
    world.admin.sends(notice(1, world.clock.now()))
    await world.admin.sees("#1")
    outsider.sends("/open@jianfu_bot", where=group)
    outsider.sends("@jianfu_bot 待办", where=group)
    await world.quiet()
    assert all("#1" not in shown.text for shown in [*group.shown, *outsider.shown])
