"""The passing of time: reminders, digests, dates that open, groups that age; nothing twice, nothing lost, nothing at night."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bot.core.models import (
    Changes,
    GroupState,
    Kind,
    Outgoing,
    Recurrence,
    Reminder,
    Requirement,
    Role,
    Rung,
    TaskState,
)
from handlers.deps import Deps, Rules
from handlers.tick import tick
from handlers.ticking.reminders import MOST_TRIES, TRY_AGAIN
from storage.store import Store
from tests.factories import CALENDAR, NOW, SHANGHAI, deadline, event, instant, notice
from tests.handlers.scene import ADMIN, CADRE, COORDINATOR, OTHER, Scene, open_scene

ONE_ENGINE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def scene(store: Store) -> Scene:
    """An office whose people want no digests, so that only reminders are heard."""
    scene = await open_scene(store)
    await silence_digests(scene)
    return scene


@pytest.fixture
async def reading(store: Store) -> Scene:
    """An office whose people read a digest at 08:00."""
    return await open_scene(store)


async def silence_digests(scene: Scene) -> None:
    for user, each in scene.members.items():
        scene.members[user] = replace(each, digest_times=())
        await scene.put(scene.members[user])


def texts(sent: list[Outgoing], chat: str = CADRE) -> list[str]:
    return [one.text for one in sent if one.chat == chat]


async def heard(scene: Scene, until: datetime, chat: str = CADRE, step: timedelta = timedelta(minutes=30)) -> list[str]:
    """`day hh:mm first line` of everything said to `chat` until then, in ticks at full steps of the clock."""
    found = []
    while scene.now < until:
        since_midnight = scene.now - datetime.combine(scene.now.date(), time(), scene.now.tzinfo)
        scene.now = min(scene.now + step - since_midnight % step, until)
        for text in texts(await scene.tick(), chat):
            found.append(f"{scene.now.astimezone(SHANGHAI):%d %H:%M} {text.splitlines()[0]}")
    return found


# ── reminders ──


async def test_a_task_is_reminded_the_day_before_the_same_day_and_two_hours_before(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(29),)))
    assert await heard(scene, instant(29, "18:00")) == [
        "28 09:00 🟡 1 天 8 小时后到期",
        "29 09:00 🟠 8 小时后到期",
        "29 15:00 🟠 2 小时后到期",
    ]


@ONE_ENGINE
async def test_what_is_done_is_not_reminded(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(24),)))
    await scene.say(CADRE, "/done 1")
    assert await heard(scene, instant(29, "18:00")) == []


@ONE_ENGINE
async def test_what_is_done_between_decision_and_delivery_is_not_said(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(24),)))
    scene.now = instant(24, "09:00")
    await tick(scene.deps, scene.now)
    await scene.put(replace(await scene.task(1), state=TaskState.CANCELLED, closed_at=scene.now))
    await scene.deliver()
    assert scene.sender.sent == []


async def test_what_falls_due_together_is_one_message_with_buttons_for_each(scene: Scene) -> None:
    for number in (1, 2, 3):
        await scene.open(number, facts=notice(f"第{number}件", deadlines=(deadline(24),)))
    (only,) = texts(await scene.tick(instant(24, "09:00")))
    assert all(f"#{number} " in only for number in (1, 2, 3))
    assert {"/done 1 +", "/done 2 +", "/snooze 3 +"} <= set(scene.buttons())


@ONE_ENGINE
async def test_what_falls_due_within_the_half_hour_joins(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(24, "17:00"),)))
    await scene.open(2, facts=notice(deadlines=(deadline(24, "17:20"),)))
    await scene.tick(instant(24, "09:00"))
    assert len(texts(await scene.tick(instant(24, "15:00")))) == 1
    assert texts(await scene.tick(instant(24, "15:20"))) == []


@ONE_ENGINE
async def test_the_reminder_carries_how_it_stands_now(scene: Scene) -> None:
    needs = frozenset({Requirement.SEAL, Requirement.NIL_REPORT})
    await scene.open(1, facts=notice(deadlines=(deadline(29),), requirements=needs))
    (text,) = texts(await scene.tick(instant(28, "09:00")))
    assert "盖章最晚 今天 17:00 开始" in text
    assert "/nil 1" in scene.buttons()


@ONE_ENGINE
async def test_overdue_is_said_daily_then_weekly_until_it_is_done(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(23, "12:00"),)))
    said = await heard(scene, instant(16, "12:00", month=10), step=timedelta(hours=3))
    overdue = [line[:8] for line in said if "已过期" in line]
    assert overdue == ["24 09:00", "28 09:00", "29 09:00", "08 09:00", "15 09:00"], "National Day lies between"
    await scene.say(CADRE, "/done 1")
    assert await heard(scene, instant(23, "12:00", month=10), step=timedelta(hours=3)) == []


@ONE_ENGINE
async def test_a_meeting_that_is_over_closes_itself_without_a_word(scene: Scene) -> None:
    await scene.open(1, facts=notice("开会", kind=Kind.EVENT, deadlines=(), events=(event(24),)))
    said = await heard(scene, instant(28, "12:00"))
    assert not any("过期" in line for line in said) and said
    assert (await scene.task(1)).state is TaskState.DONE
    assert "会开完了" in await scene.say(CADRE, "/why 1")


@ONE_ENGINE
async def test_a_first_date_that_passed_gives_way_to_the_second(scene: Scene) -> None:
    both = (deadline(23, "12:00", about="名单"), deadline(29, "12:00", about="材料"))
    await scene.open(1, facts=notice(deadlines=both))
    said = await heard(scene, instant(28, "10:00"))
    assert sum("已过期" in line for line in said) == 1
    assert (await scene.task(1)).due == both[1].at


# ── quiet ──


async def test_at_night_the_phone_is_silent_and_the_morning_tells(scene: Scene) -> None:
    scene.now = instant(23, "12:00")
    await scene.open(1, facts=notice(deadlines=(deadline(24, "09:00"),)))
    said = await heard(scene, instant(24, "08:30"))
    assert [line[:8] for line in said] == ["23 21:00", "24 08:30"], "half-time would be at 22:30"


@ONE_ENGINE
async def test_urgent_tasks_come_through_at_night_and_say_so(scene: Scene) -> None:
    scene.now = instant(23, "20:00")
    for number, urgent in ((1, True), (2, False)):
        await scene.open(number, facts=notice(deadlines=(deadline(24, "07:50"),), urgent=urgent))
    said = await heard(scene, instant(24, "07:31"), step=timedelta(minutes=5))
    assert [line[:8] for line in said] == ["23 21:00", "24 07:20", "24 07:30"] and " · 急" in said[1]


@ONE_ENGINE
async def test_a_deadline_at_midnight_is_said_before_the_night_begins(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(24, "24:00"),)))
    said = await heard(scene, instant(25, "07:00"))
    assert said[-1].startswith("24 21:00") and "3 小时后到期" in said[-1]


@ONE_ENGINE
async def test_days_off_are_silent_and_the_next_workday_tells(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(24, "17:00"),)))
    await scene.tick(instant(24, "16:00"))
    assert await heard(scene, instant(28, "08:00")) == [], "25 to 27 September are days off"
    assert [line[:8] for line in await heard(scene, instant(28, "10:00"))] == ["28 09:00"]


@ONE_ENGINE
async def test_who_is_on_duty_hears_it_on_a_day_off(scene: Scene) -> None:
    scene.members[CADRE] = replace(scene.members[CADRE], on_duty_until=date(2026, 9, 27))
    await scene.put(scene.members[CADRE])
    await scene.open(1, facts=notice(deadlines=(deadline(28, "08:30"),)))
    await scene.put(Reminder(1, scene.members[CADRE].id, Rung.START_BY, deadline(28, "08:30").at, instant(26, "10:00")))
    assert [line[:8] for line in await heard(scene, instant(26, "12:00"))][-1] == "26 10:00"


@ONE_ENGINE
async def test_who_cannot_be_reached_is_left_alone_until_he_is_back(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(24, "17:00"),)))
    await scene.store.unreachable(CADRE, True)
    assert await heard(scene, instant(28, "08:00")) == []
    assert "#1 " in await scene.say(CADRE, "待办")
    assert [line[:8] for line in await heard(scene, instant(28, "12:00"))] == ["28 09:00"]


# ── snooze ──


async def test_a_snooze_speaks_once_at_its_minute(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(29),)))
    await scene.say(CADRE, "/snooze 1 1小时后")
    assert await heard(scene, instant(23, "18:00")) == ["23 10:30 ⚪ 再提醒一次"]


@ONE_ENGINE
async def test_a_snooze_does_not_outlive_the_task(scene: Scene) -> None:
    await scene.open(1)
    await scene.say(CADRE, "/snooze 1 1小时后")
    await scene.say(COORDINATOR, "/done 1")
    assert await heard(scene, instant(23, "18:00")) == []


@ONE_ENGINE
async def test_a_snooze_silences_the_overdue_line_until_then(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(23, "12:00"),)))
    await scene.until(instant(23, "13:00"))
    await scene.say(CADRE, "/snooze 1 9月29日 10:00")
    assert [line[:8] for line in await heard(scene, instant(29, "12:00"))] == ["29 10:00"]


@ONE_ENGINE
async def test_a_coordinator_is_reminded_of_what_others_have(scene: Scene) -> None:
    await scene.open(1, (CADRE,))
    await scene.say(COORDINATOR, "/snooze 1 1小时后")
    await scene.say(CADRE, "/due 1 9月29日17:00")
    assert [line[:8] for line in await heard(scene, instant(23, "12:00"), COORDINATOR)] == ["23 10:30"]


# ── never twice, never lost ──


async def test_the_same_tick_twice_says_nothing_twice(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(24),)))
    assert len(await scene.tick(instant(24, "09:00"))) == 1
    assert await scene.tick() == []


@ONE_ENGINE
async def test_a_clock_that_jumps_back_says_nothing_twice(reading: Scene) -> None:
    await reading.open(1, facts=notice(deadlines=(deadline(24),)))
    await reading.until(instant(24, "10:00"))
    before = len(reading.sender.sent)
    reading.now = instant(24, "07:00")
    sent = await reading.until(instant(24, "10:00"))
    assert before and sent == []


async def test_after_some_hours_away_what_is_still_useful_is_said_once_and_says_it_is_late(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(24),)))
    await scene.open(2, facts=notice(deadlines=(deadline(29),)))
    (text,) = texts(await scene.tick(instant(24, "11:00")))
    assert text.startswith("这条晚到了") and "#1 " in text and "#2 " not in text
    assert await scene.tick(instant(24, "11:01")) == []


@ONE_ENGINE
async def test_after_days_away_useless_reminders_are_counted_not_sent(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(24),)))
    sent = texts(await scene.tick(instant(29, "10:00")))
    assert len(sent) == 1
    assert "已过期" in sent[0] and "有 2 条提醒过时，没有补发" in sent[0]


@ONE_ENGINE
async def test_a_deadline_missed_by_an_hour_is_still_said(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(24),)))
    await scene.tick(instant(24, "09:00"))
    (text,) = texts(await scene.tick(instant(24, "18:00")))
    assert "已过期" in text


async def test_a_reminder_that_crashes_is_put_off_then_parked_and_holds_up_nobody(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    await scene.open(1, (CADRE,), facts=notice(deadlines=(deadline(24),)))
    await scene.open(2, (OTHER,), facts=notice(deadlines=(deadline(24),)))
    whole = __import__("handlers.ticking.reminders", fromlist=["_remind"])._remind

    async def broken(deps: Deps, workspace: int, member: int, now: datetime) -> None:
        if member == scene.members[CADRE].id:
            raise RuntimeError("boom")
        await whole(deps, workspace, member, now)

    monkeypatch.setattr("handlers.ticking.reminders._remind", broken)
    scene.now = instant(24, "09:00")
    assert len(texts(await scene.tick(), OTHER)) == 1
    for _ in range(MOST_TRIES):
        scene.now += TRY_AGAIN
        await scene.tick()
    async with scene.store.look(1) as look:
        parked = await look.reminders(1, states=("parked",))
    assert {each.member for each in parked} == {scene.members[CADRE].id}


@ONE_ENGINE
async def test_beyond_the_days_measure_only_true_deadlines_are_said(store: Store) -> None:
    scene = await open_scene(store, Rules(unasked_per_day=2))
    await silence_digests(scene)
    await scene.open(1, facts=notice(deadlines=(deadline(24, "18:00"),)))
    for number, clock in ((2, "10:00"), (3, "11:00"), (4, "12:00"), (5, "13:00")):
        await scene.open(number, facts=notice(deadlines=(deadline(30),)))
        hour = deadline(30).at
        await scene.put(Reminder(number, scene.members[CADRE].id, Rung.START_BY, hour, instant(24, clock)))
    said = [line[:8] for line in await heard(scene, instant(24, "17:00"))]
    assert [each for each in said if each.startswith("24")] == [
        "24 09:00",
        "24 10:00",
        "24 11:00",
        "24 16:00",
    ], "what is due that day is no part of the measure"


# ── recurring duties ──


async def test_when_a_date_has_passed_the_next_one_opens_with_its_reminders(scene: Scene) -> None:
    rule = Recurrence("FREQ=DAILY", time="16:00")
    await scene.open(1, facts=notice("报数", deadlines=(), recurrence=rule))
    await scene.until(instant(23, "16:30"))
    async with scene.store.look(1) as look:
        assert [(each.date.day, each.state) for each in await look.occurrences(1)] == [(23, "open"), (24, "open")]
    await scene.until(instant(24, "09:00"))
    last = scene.sender.texts(CADRE)[-1]
    assert "已过期" in last and "7 小时后到期" in last
    assert {"/done 1@2026-09-23 +", "/done 1@2026-09-24 +"} <= set(scene.buttons())


@ONE_ENGINE
async def test_many_dates_that_are_owed_are_one_line(scene: Scene) -> None:
    rule = Recurrence("FREQ=DAILY", time="16:00")
    await scene.open(1, facts=notice("报数", deadlines=(), recurrence=rule))
    await scene.until(instant(28, "09:00"))
    text = scene.sender.texts(CADRE)[-1]
    assert "已过期 5 次，最早的是" in text
    assert text.count("#1 ") == 2


# ── digests ──


async def test_a_digest_comes_on_workdays_once_also_after_a_restart(reading: Scene) -> None:
    await reading.open(1, facts=notice(deadlines=(deadline(30),)))
    said = await heard(reading, instant(28, "09:00"))
    assert [line[:8] for line in said if "待办" in line] == ["24 08:00", "28 08:00"]
    again = Scene(reading.store, Deps(reading.store, CALENDAR), now=reading.now)
    assert await again.tick() == []


@ONE_ENGINE
async def test_nobody_gets_an_empty_digest(reading: Scene) -> None:
    assert await reading.until(instant(24, "09:00")) == []


@ONE_ENGINE
async def test_a_digest_tells_each_reader_what_is_his(reading: Scene) -> None:
    await reading.open(1, (CADRE,))
    await reading.open(2, (OTHER,))
    sent = await reading.until(instant(24, "08:00"))
    mine, whole = texts(sent, CADRE)[-1], texts(sent, ADMIN)[-1]
    assert "#1 " in mine and "#2 " not in mine
    assert "#1 " in whole and "#2 " in whole
    assert "♻️ 昨天 2 条 → 新任务 2，合并 0，变更 0，知悉 0，闲聊 0，待认 0" in whole


@ONE_ENGINE
async def test_a_digest_swallows_the_reminders_of_its_hour(store: Store) -> None:
    reading = await open_scene(store)
    reading.members[CADRE] = replace(reading.members[CADRE], digest_times=("09:00",))
    await reading.put(reading.members[CADRE])
    await reading.open(1, facts=notice(deadlines=(deadline(24),)))
    said = await heard(reading, instant(24, "18:00"))
    assert [line[:8] for line in said] == ["24 09:00", "24 15:00"]
    assert "待办" in said[0]


@ONE_ENGINE
async def test_a_digest_missed_by_hours_comes_late_and_by_a_day_not_at_all(reading: Scene) -> None:
    await reading.open(1, facts=notice(deadlines=(deadline(30),)))
    await reading.tick()
    assert any("待办" in text for text in texts(await reading.tick(instant(24, "11:00"))))
    late = texts(await reading.tick(instant(28, "22:00")))
    assert not any("待办" in text for text in late)


@ONE_ENGINE
async def test_a_digest_time_set_now_is_not_taken_for_one_that_was_missed(reading: Scene) -> None:
    await reading.open(1)
    await reading.until(instant(24, "12:00"))
    await reading.say(CADRE, "/settings digest 11:00")
    assert texts(await reading.until(instant(24, "13:00"))) == []


@ONE_ENGINE
async def test_a_huge_list_is_a_short_digest(reading: Scene) -> None:
    for number in range(1, 61):
        await reading.open(number, facts=notice(f"第{number}件", deadlines=(deadline(23, "12:00"),)))
    sent = texts(await reading.until(instant(24, "08:00")))
    digest = next(text for text in sent if "待办 60 件" in text)
    assert "还有 45 件 /open overdue" in digest


# ── groups ──


async def test_a_group_that_may_go_is_told_once_to_those_who_decide(reading: Scene) -> None:
    quiet = await reading.group("人口普查专班群", temporary=True, last_at=instant(9))
    await reading.open(1, (CADRE,), group="人口普查专班群")
    await reading.say(CADRE, "/done 1")
    await reading.open(2, (CADRE,), facts=notice(deadlines=(deadline(30),)))
    sent = await reading.until(instant(28, "08:00"))
    told = [text for text in texts(sent, COORDINATOR) if "🧹" in text]
    assert len(told) == 1 and "人口普查专班群（任务 1/1 已办，静默 11 个工作日）" in told[0]
    assert not any("🧹" in text for text in texts(sent, CADRE))
    async with reading.store.look(1) as look:
        found = await look.group(quiet.id)
    assert found is not None and found.state is GroupState.DISSOLVABLE


@ONE_ENGINE
async def test_nothing_is_ever_dissolved_by_itself(reading: Scene) -> None:
    await reading.group("人口普查专班群", temporary=True, last_at=instant(9))
    await reading.open(1, (CADRE,), group="人口普查专班群")
    await reading.say(CADRE, "/done 1")
    for day in range(24, 31):
        await reading.tick(instant(day, "08:00"))
    async with reading.store.look(1) as look:
        assert GroupState.DISSOLVED not in {each.state for each in await look.groups()}


# ── offices ──


@ONE_ENGINE
async def test_an_office_that_fails_does_not_hold_up_another(reading: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    boss = replace(reading.members[ADMIN], id=0, user="tg:9", chat="tg:9", role=Role.ADMIN)
    await reading.store.create_workspace("别的镇", boss, NOW)
    await reading.open(1, facts=notice(deadlines=(deadline(24),)))
    reading.store._chats.clear()
    from handlers.ticking import digests

    whole = digests.digest_data

    async def broken(look, *rest):  # type: ignore[no-untyped-def]
        if look.workspace.id == 2:
            raise RuntimeError("boom")
        return await whole(look, *rest)

    monkeypatch.setattr(digests, "digest_data", broken)
    sent = await reading.until(instant(24, "09:00"))
    assert len(texts(sent)) == 1


@ONE_ENGINE
async def test_a_reminder_is_no_row_that_was_said_before(scene: Scene) -> None:
    await scene.open(1, facts=notice(deadlines=(deadline(24),)))
    await scene.tick(instant(24, "09:00"))
    async with scene.store.work(1) as work:
        rows = [each for each in await work.reminders(1, states=("sent",)) if each.rung is Rung.SAME_DAY]
        await work.apply(Changes(tuple(replace(each, state="pending") for each in rows)))
    assert await scene.tick(instant(24, "09:01")) == [], "the outbox knows this promise by its key"
    assert len(scene.sender.sent) == 1


@ONE_ENGINE
async def test_many_reminders_at_once_are_a_line_each(scene: Scene) -> None:
    for number in range(1, 9):
        await scene.open(number, facts=notice(f"第{number}件", deadlines=(deadline(24),)))
    (text,) = texts(await scene.tick(instant(24, "09:00")))
    assert text.splitlines()[:2] == ["提醒 8 件", "🟠 #1 第1件 · 今天 17:00 · 县农业农村局"]
    assert len(text.splitlines()) == 9
    assert scene.buttons() == [f"/done {number} +" for number in range(1, 9)]
