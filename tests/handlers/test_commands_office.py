"""Commands on people, groups and settings: who gets in, what a group may read, what a role may do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.menu import MENU, menu_for, read_menu
from bot.core.models import Command, GroupState, Member, Role, TaskState
from bot.core.rights import IN_GROUPS, TABLE, Reach, reach
from bot.core.workdays import Calendar
from handlers.command import handle_command
from handlers.commands.families import FAMILIES
from handlers.deps import Deps, Rules
from storage.store import Store
from tests.factories import CALENDAR, NOW, deadline, instant, notice
from tests.handlers.scene import ADMIN, CADRE, COORDINATOR, OTHER, RENDERER, Scene

ONE_ENGINE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
STRANGER = "tg:77"
ROLES = {Role.ADMIN: ADMIN, Role.COORDINATOR: COORDINATOR, Role.CADRE: CADRE}


# ── who may ──


def test_every_command_of_the_table_is_carried_out_and_no_other() -> None:
    assert set(FAMILIES) == set(TABLE)


@ONE_ENGINE
@pytest.mark.parametrize("role", list(Role))
async def test_each_role_may_do_what_the_table_says_and_nothing_else(scene: Scene, role: Role) -> None:
    await scene.open(1, (CADRE, COORDINATOR, ADMIN))
    await scene.group("人口普查专班群")
    for command in sorted(TABLE):
        answer = await scene.say(ROLES[role], f"/{command} 1")
        assert answer, f"/{command} is left without an answer"
        assert ("要协调员或管理员来办" in answer) == (reach(role, command) is Reach.NONE), command


@ONE_ENGINE
async def test_an_unknown_command_is_answered_with_help(scene: Scene) -> None:
    assert (await scene.say(CADRE, "/frobnicate 3")).splitlines() == ["没有 /frobnicate 这个命令", "看看能用的：/help"]


# ── strangers ──


async def test_a_stranger_gets_one_polite_line_and_nothing_is_stored(scene: Scene) -> None:
    text = await scene.say(STRANGER, "/open")
    assert len(text.splitlines()) == 2 and "邀请链接" in text
    assert await scene.say(STRANGER, "/open") == "", "said again at once it is not answered again"
    assert await scene.store.next_outbox(NOW) is None
    async with scene.store.look(1) as look:
        assert len(await look.members()) == 4
        assert await look.journal() == []


@ONE_ENGINE
async def test_the_secret_founds_the_office_once(store: Store) -> None:
    scene = Scene(store, Deps(store, CALENDAR, Rules(admin_secret="geheim")))
    assert "这个链接用不了" in await scene.say(STRANGER, "/start falsch")
    assert "「青石镇」开好了，你是管理员" in await scene.say(ADMIN, "/start geheim 青石镇")
    found = await store.whoami(ADMIN)
    assert found is not None and (found[0].name, found[1].role) == ("青石镇", Role.ADMIN)
    assert "口令只用一次" in await scene.say("tg:78", "/start geheim 别的镇")
    assert len(await store.workspaces()) == 1


@ONE_ENGINE
async def test_without_a_secret_nobody_can_found_an_office(store: Store) -> None:
    scene = Scene(store, Deps(store, CALENDAR))
    for args in ("", "geheim"):
        await scene.say(ADMIN, f"/start {args}")
    assert await store.workspaces() == []


async def test_an_invitation_lets_one_person_in(scene: Scene) -> None:
    text = await scene.say(ADMIN, "/invite 协调员")
    token = text.split("/start ")[1].split("<")[0]
    assert "欢迎加入「青石镇」" in await scene.say(STRANGER, f"/start {token}")
    found = await scene.store.whoami(STRANGER)
    assert found is not None and found[1].role is Role.COORDINATOR
    assert "已经有人用过了" in await scene.say("tg:78", f"/start {token}")
    assert await scene.store.whoami("tg:78") is None
    assert "你在「青石镇」" in await scene.say(STRANGER, f"/start {token}")


@ONE_ENGINE
@pytest.mark.parametrize("said", ["", "市长"])
async def test_an_invitation_needs_a_role(scene: Scene, said: str) -> None:
    lines = (await scene.say(ADMIN, f"/invite {said}")).splitlines()
    assert len(lines) == 2 and lines[1].startswith("这样写：/invite 干部")


async def test_who_leaves_loses_his_name_and_his_tasks_go_on(scene: Scene) -> None:
    await scene.open(1, (CADRE,))
    assert "真要退出吗" in await scene.say(CADRE, "/forget")
    assert "已退出" in await scene.say(CADRE, "/forget yes")
    assert await scene.store.whoami(CADRE) is None
    assert (await scene.task(1)).state is TaskState.OPEN
    async with scene.store.look(1) as look:
        assert all("王强" not in (each.name, each.user) for each in await look.members())
        leading = {scene.members[each].id for each in (ADMIN, COORDINATOR)}
        assert {each.member for each in await look.assignments([1]) if each.state == "open"} == leading


@ONE_ENGINE
async def test_the_only_admin_cannot_leave(scene: Scene) -> None:
    assert "唯一的管理员" in await scene.say(ADMIN, "/forget yes")


# ── in groups ──


async def test_a_group_reads_nothing_of_the_offices_tasks(scene: Scene) -> None:
    await scene.group("农业农村工作群", chat="tg:-100")
    await scene.open(1)
    for command in ("/open", "/task 1", "/why 1", "/search 台账", "/digest", "/done 1"):
        await scene.say(CADRE, command, chat="tg:-100")
    heard = scene.sender.texts("tg:-100")
    assert heard and all(text == "王强，私聊里回你了" for text in heard)
    assert any("报秸秆禁烧台账" in text for text in scene.sender.texts(CADRE))


async def test_who_is_no_member_is_not_answered_in_a_group(scene: Scene) -> None:
    await scene.group("农业农村工作群", chat="tg:-100")
    await scene.open(1)
    for command in ("/open", "/start geheim", "/help"):
        await scene.say(STRANGER, command, chat="tg:-100")
    assert scene.sender.sent == []


@ONE_ENGINE
async def test_a_member_of_another_office_is_not_answered_in_this_ones_group(scene: Scene) -> None:
    await scene.group("农业农村工作群", chat="tg:-100")
    boss = replace(scene.members[ADMIN], id=0, user="tg:9", chat="tg:9")
    await scene.store.create_workspace("别的镇", boss, NOW)
    await scene.say("tg:9", "/open", chat="tg:-100")
    assert scene.sender.sent == []


@ONE_ENGINE
async def test_what_belongs_into_private_is_said_so(scene: Scene) -> None:
    await scene.group("农业农村工作群", chat="tg:-100")
    for command in sorted(set(TABLE) - IN_GROUPS):
        answer = await scene.say(ADMIN, f"/{command}", chat="tg:-100")
        assert "私聊里用" in answer


# ── groups ──


async def quiet_group(scene: Scene, **more: object) -> int:
    found = await scene.group("人口普查专班群", temporary=True, first_at=instant(1), last_at=instant(9), **more)
    await scene.open(1, (COORDINATOR,), group="人口普查专班群")
    await scene.say(COORDINATOR, "/done 1")
    return found.id


async def test_a_group_is_dissolved_with_evidence_and_a_farewell_and_can_come_back(scene: Scene) -> None:
    id = await quiet_group(scene)
    assert "任务 1/1 已办，静默 10 个工作日" in await scene.say(COORDINATOR, "/dissolve")
    assert "解散「人口普查专班群」吗" in await scene.say(COORDINATOR, f"/dissolve {id}")
    assert "今日解散" in await scene.say(COORDINATOR, f"/dissolve {id} yes")
    async with scene.store.look(1) as look:
        gone = await look.group(id)
    assert gone is not None and gone.state is GroupState.DISSOLVED
    assert "早就解散了" in await scene.say(COORDINATOR, f"/dissolve {id} yes")
    await scene.say(COORDINATOR, "/undo")
    async with scene.store.look(1) as look:
        back = await look.group(id)
    assert back is not None and back.state is GroupState.ACTIVE


@ONE_ENGINE
async def test_the_farewell_goes_to_the_group_when_the_bot_is_to_leave(scene: Scene) -> None:
    id = await quiet_group(scene, chat="tg:-100")
    await scene.say(COORDINATOR, f"/dissolve {id} leave")
    farewell = next(one for one in scene.sender.sent if one.chat == "tg:-100")
    assert "今日解散" in farewell.text and farewell.leave
    assert [one.chat for one in scene.sender.sent if one.leave] == ["tg:-100"]


@ONE_ENGINE
async def test_a_group_with_open_work_is_not_dissolved_however_one_asks(scene: Scene) -> None:
    id = await quiet_group(scene)
    await scene.open(2, (CADRE,), group="人口普查专班群")
    assert "没有可以解散的群" in await scene.say(COORDINATOR, "/dissolve")
    assert "先不解散：还有 1 件没办完" in await scene.say(COORDINATOR, f"/dissolve {id} yes")
    async with scene.store.look(1) as look:
        found = await look.group(id)
    assert found is not None and found.state is GroupState.ACTIVE


@ONE_ENGINE
@pytest.mark.parametrize("answer", ["later", "never"])
async def test_a_candidate_put_off_or_exempted_is_not_proposed(scene: Scene, answer: str) -> None:
    id = await quiet_group(scene)
    await scene.say(COORDINATOR, f"/dissolve {id} {answer}")
    assert "没有可以解散的群" in await scene.say(COORDINATOR, "/dissolve")
    await scene.say(COORDINATOR, "/undo")
    assert "可解散 1 个群" in await scene.say(COORDINATOR, "/dissolve")


@ONE_ENGINE
async def test_people_say_whether_a_group_is_temporary(scene: Scene) -> None:
    found = await scene.group("农业农村工作群")
    await scene.say(COORDINATOR, f"/temporary {found.id}")
    async with scene.store.look(1) as look:
        said = await look.group(found.id)
    assert said is not None and said.temporary and said.temporary_said
    assert "常设群" in await scene.say(COORDINATOR, f"/standing {found.id}")
    assert "不再提议解散" in await scene.say(COORDINATOR, f"/exempt {found.id}")
    assert "可以提议解散" in await scene.say(COORDINATOR, f"/exempt {found.id}")


@ONE_ENGINE
async def test_groups_are_listed_with_pages(scene: Scene) -> None:
    assert "还没有群" in await scene.say(CADRE, "群")
    for number in range(25):
        await scene.group(f"第{number}工作群", last_at=NOW - timedelta(days=number), messages=number)
    assert "25 个群，其中临时 0 个 · 第 1/2 页" in await scene.say(CADRE, "/groups")
    assert "第24工作群" in await scene.say(CADRE, "/groups p2")
    assert "没有「99」这个群" in await scene.say(COORDINATOR, "/temporary 99")


# ── settings, help, digest ──


@ONE_ENGINE
@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("摘要 07:45，17:30", "digest_times", ("07:45", "17:30")),
        ("digest off", "digest_times", ()),
        ("quiet 22:00-7:00", "quiet_hours", ("22:00", "07:00")),
        ("免打扰 关", "quiet_hours", ("00:00", "00:00")),
        ("工作日 关", "digest_workdays_only", False),
        ("值班 10月8日", "on_duty_until", date(2026, 10, 8)),
        ("duty 2026-10-08", "on_duty_until", date(2026, 10, 8)),
        ("duty off", "on_duty_until", None),
    ],
)
async def test_a_setting_is_changed_and_can_be_taken_back(scene: Scene, said: str, field: str, value: object) -> None:
    assert "改好了" in await scene.say(CADRE, f"/settings {said}")
    found = await scene.store.whoami(CADRE)
    assert found is not None and getattr(found[1], field) == value


@ONE_ENGINE
@pytest.mark.parametrize(
    "said",
    ["摘要 8点", "摘要", "language 火星文", "quiet 22", "workdays maybe", "duty 2036-01-01", "duty 2月30日", "颜色 红"],
)
async def test_a_wrong_setting_is_one_line_and_one_that_works(scene: Scene, said: str) -> None:
    lines = (await scene.say(CADRE, f"/settings {said}")).splitlines()
    assert len(lines) == 2 and "/settings" in lines[1]


@ONE_ENGINE
async def test_the_language_is_each_members_own(scene: Scene) -> None:
    await scene.open(1)
    assert "Saved" in await scene.say(CADRE, "/settings language en")
    assert (await scene.say(CADRE, "待办")).startswith("1 task open")
    assert (await scene.say(COORDINATOR, "待办")).startswith("待办 1 件")


@ONE_ENGINE
async def test_help_shows_each_role_what_it_may_use(scene: Scene) -> None:
    assert "/invite" in await scene.say(ADMIN, "帮助")
    assert "/invite" not in await scene.say(COORDINATOR, "帮助")
    assert "/dissolve" not in await scene.say(CADRE, "帮助")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_menu_says_a_line_for_every_command(language: str) -> None:
    page = RENDERER.render("menu", language, {"commands": list(MENU)}, NOW, "Asia/Shanghai").pages[0]
    entries = read_menu(page)
    assert [name for name, _ in entries] == list(MENU)
    assert all(3 <= len(words) <= 256 for _, words in entries)
    assert set(menu_for(Role.ADMIN)) == set(MENU)


@ONE_ENGINE
async def test_the_digest_can_be_asked_for(scene: Scene) -> None:
    assert "现在没有要办的事" in await scene.say(CADRE, "摘要")
    await scene.open(1, facts=notice(deadlines=(deadline(23),)))
    text = await scene.say(CADRE, "摘要")
    assert text.startswith("9月23日 周三 · 待办 1 件")
    assert "昨天 1 条 → 新任务 1，合并 0，变更 0，知悉 0，闲聊 0，待认 0" in text or "♻️" not in text


# ── the border ──


async def test_a_command_that_crashes_leaves_nothing_behind(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    await scene.open(1)

    def broken(*_: object, **__: object) -> object:
        raise RuntimeError("boom")

    monkeypatch.setattr("handlers.commands.steps.finish", broken)
    with pytest.raises(RuntimeError):
        await scene.say(CADRE, "/done 1")
    assert (await scene.task(1)).state is TaskState.OPEN
    assert scene.sender.sent == []


async def test_the_update_is_finished_with_the_answer_in_one_transaction(scene: Scene) -> None:
    await scene.store.put_update("tg", 5, CADRE, "{}", NOW)
    command = Command("c", "open", "", CADRE, CADRE, "王强", NOW)
    await handle_command(scene.deps, command, NOW, ("tg", 5))
    assert await scene.store.waiting_updates("tg") == []
    await scene.store.put_update("tg", 6, STRANGER, "{}", NOW)
    await handle_command(scene.deps, replace(command, id="d", user=STRANGER, chat=STRANGER), NOW, ("tg", 6))
    assert await scene.store.waiting_updates("tg") == []


@ONE_ENGINE
async def test_hours_follow_the_offices_time_zone(store: Store) -> None:
    scene = Scene(store, Deps(store, Calendar(timezone="Asia/Shanghai"), Rules(admin_secret="s")))
    admin = Member(0, ADMIN, ADMIN, "梁主任", Role.ADMIN, joined_at=NOW)
    _, founder = await store.create_workspace("Paris", admin, NOW, "Europe/Paris")
    scene.members = {ADMIN: founder}
    await scene.open(1, (ADMIN,))
    await scene.say(ADMIN, "/due 1 2026-09-24 17:00")
    assert (await scene.task(1)).due == instant(24, "23:00")


@pytest.mark.parametrize("command", ["open", "task 1", "why 1", "search 台账", "digest", "original 1", "groups"])
async def test_who_sits_in_a_group_but_in_no_office_reads_nothing_there(scene: Scene, command: str) -> None:
    await scene.group("农业农村工作群", chat="tg:-100")
    await scene.open(1)
    assert "秸秆" not in await scene.say("tg:99", f"/{command}", chat="tg:-100")
    assert not [one for one in scene.sender.sent if "秸秆" in one.text or "农业农村" in one.text]


async def test_a_cadre_sees_nothing_of_another_ones_list(scene: Scene) -> None:
    await scene.open(1, holders=[OTHER])
    assert "秸秆" not in await scene.say(CADRE, "/open @李梅")
    assert "#1" in await scene.say(COORDINATOR, "/open @李梅")
