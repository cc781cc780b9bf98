"""What people see of groups and say about them: receipts, likeness, muting, one group under two names, links, lists."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import timedelta

import openpyxl
import pytest

from bot.core.models import (
    Attachment,
    GroupEvent,
    GroupEventKind,
    GroupState,
    Kind,
    Memory,
    Message,
    Origin,
    Original,
    Outcome,
    Relation,
    Requirement,
    StoredMessage,
    TaskState,
)
from handlers.deps import PermanentFailure
from handlers.exporting import words_of
from handlers.group import handle_group_event
from handlers.message import handle_message
from tests.factories import NOTICE, NOW, instant
from tests.handlers.scene import ADMIN, CADRE, COORDINATOR, OTHER, RENDERER, Scene

CHAT = "tg:-100"
ASKING = "各村明天下午三点到镇政府开防汛会，收到请回复"


async def hears(scene: Scene, text: str, by: str, name: str, **more: object) -> None:
    """A message in the group's chat."""
    scene.now += timedelta(seconds=5)
    fields: dict[str, object] = {"id": f"{CHAT}:{scene.now.timestamp()}", "chat": CHAT, "by": by, "private": False}
    fields |= {"sender": name, "origin": Origin(CHAT, "防汛群", name)}
    await handle_message(scene.deps, Message(received_at=scene.now, text=text, **(fields | more)), scene.now)  # type: ignore[arg-type]


async def group_with_people(scene: Scene) -> None:
    await scene.group("防汛群", chat=CHAT)
    for by, name in ((CADRE, "王强"), (OTHER, "李梅"), ("tg:50", "东风村老赵")):
        await hears(scene, "早上好", by, name)


async def test_who_has_not_answered_is_told_before_the_deadline_to_those_who_lead_alone(scene: Scene) -> None:
    await group_with_people(scene)
    await hears(scene, ASKING, "tg:60", "应急办小刘")
    await hears(scene, "收到", CADRE, "王强")
    said = await scene.until(instant(23, "17:30"))
    [told, again] = [one for one in said if "没回收到" in one.text]
    assert {told.chat, again.chat} == {ADMIN, COORDINATOR}
    assert "没回：李梅、东风村老赵" in told.text
    assert not [one for one in scene.sender.sent if one.chat == CHAT], "no list of shame in the group"
    assert not [one for one in await scene.until(instant(24, "12:00")) if "没回收到" in one.text], "said once"


async def test_nothing_is_said_where_everybody_has_answered(scene: Scene) -> None:
    await group_with_people(scene)
    await hears(scene, ASKING, "tg:60", "应急办小刘")
    for by, name in ((CADRE, "王强"), (OTHER, "李梅"), ("tg:50", "东风村老赵")):
        await hears(scene, "收到，谢谢", by, name)
    assert not [one for one in await scene.until(instant(24, "12:00")) if "没回收到" in one.text]


async def test_who_leads_sees_on_request_who_is_missing_and_a_cadre_does_not(scene: Scene) -> None:
    await group_with_people(scene)
    await hears(scene, ASKING, "tg:60", "应急办小刘")
    await hears(scene, "收到", CADRE, "王强")
    event = GroupEvent("l", GroupEventKind.LEFT, CHAT, scene.now, user="tg:50", user_name="东风村老赵")
    await handle_group_event(scene.deps, event, scene.now)
    joined = GroupEvent("j", GroupEventKind.JOINED, CHAT, scene.now, user="tg:51", user_name="西岗村小孙")
    await handle_group_event(scene.deps, joined, scene.now)
    assert "已回 1，没回 2" in await scene.say(COORDINATOR, "谁没回")
    assert "没回：李梅、西岗村小孙" in await scene.say(COORDINATOR, "/receipts 1")
    assert "协调员" in await scene.say(CADRE, "/receipts")
    assert "没有第「9」条" in await scene.say(COORDINATOR, "/receipts 9")


async def test_a_card_offers_the_receipt_to_copy(scene: Scene) -> None:
    text = "请各村9月25日17:00前报秸秆禁烧台账，收到请回复"
    message = Message("m", scene.now, text, chat=CADRE, by=CADRE)
    await handle_message(scene.deps, message, scene.now)
    await scene.until(scene.now + timedelta(minutes=1))
    assert "回复（今天 18:00 前）：<code>收到</code>" in scene.sender.texts(CADRE)[-1]
    assert "/received 1" in scene.buttons()


async def test_who_forwarded_is_reminded_of_the_receipt_once_unless_he_gave_it(scene: Scene) -> None:
    for number, text in enumerate((NOTICE, "县教育局：请各学校9月25日18:00前报校车线路登记表，发邮箱 b6@a.cn"), 1):
        message = Message(f"m{number}", scene.now, f"{text}，收到请回复", chat=CADRE, by=CADRE)
        await handle_message(scene.deps, message, scene.now)
        await scene.until(scene.now + timedelta(minutes=1))
    assert "<code>" not in await scene.say(CADRE, "/received 2")
    said = [one.text for one in await scene.until(instant(24, "12:00")) if "还没回收到的话" in one.text]
    assert len(said) == 1 and "今天 18:00 前要" in said[0] and "#1" in said[0]
    await scene.say(CADRE, "/undo")
    assert "<code>收到</code>" in await scene.say(CADRE, "/task 2")


# ── groups that say the same, muting ──


async def both_heard(scene: Scene) -> tuple[int, int]:
    one, two = await scene.group("甲群"), await scene.group("乙群")
    for n in range(1, 12):
        await scene.open(n, (CADRE,), group="甲群")
        for group in (one, two) if n < 10 else (one,):
            seen = Message(f"{group.id}:{n}", scene.now, f"报{n}号台账", private=True)
            kept = StoredMessage(seen, Outcome.MERGED, Kind.TASK, Relation.DUPLICATE, "same_words", n, group.id)
            await scene.put(kept)
    for n in (20, 21):
        seen = Message(f"two:{n}", scene.now, f"{n}号停水", private=True)
        await scene.put(StoredMessage(seen, Outcome.INFO, Kind.INFO, Relation.NONE, "no", None, two.id))
    return one.id, two.id


async def test_groups_that_say_the_same_are_proposed_with_their_share_and_examples(scene: Scene) -> None:
    _, two = await both_heard(scene)
    said = await scene.say(COORDINATOR, "/overlap")
    assert "乙群 81% 的通知在 甲群 已有" in said and "9/11 条，同 9 件事" in said and "#1 " in said
    assert scene.buttons() == [f"/overlap {two} +"]
    proposed = await scene.say(COORDINATOR, f"/overlap {two} +")
    assert "<code>近 60 天「乙群」的 11 条通知，「甲群」里已有 9 条" in proposed
    assert scene.buttons() == [f"/mute {two}", f"/onegroup 1 {two}", "/overlap"]
    assert "不算重复" in await scene.say(COORDINATOR, "/overlap 1")


async def test_groups_that_say_the_same_are_told_once_in_a_digest(scene: Scene) -> None:
    await both_heard(scene)
    scene.now = instant(27, "20:00")
    told = [one.text for one in await scene.until(instant(6, "12:00", month=10)) if "可提议并群" in one.text]
    assert len(told) == 2 and all("乙群 81% 的通知在 甲群 已有" in text for text in told), "once for each who leads"


async def test_what_is_older_than_sixty_days_is_not_counted(scene: Scene) -> None:
    await both_heard(scene)
    scene.now += timedelta(days=61)
    assert "没有通知大多重复的群" in await scene.say(COORDINATOR, "/overlap")


async def test_a_muted_group_brings_no_card_and_its_notices_still_count(scene: Scene) -> None:
    group = await scene.group("防汛群", chat=CHAT)
    urgent = "各村今天17:00前报防汛值班表到镇应急办"
    assert "静音了" in await scene.say(COORDINATOR, f"/mute {group.id}")
    before = len(scene.sender.sent)
    await hears(scene, urgent, "tg:60", "应急办")
    await scene.deliver()
    assert len(scene.sender.sent) == before
    async with scene.store.look(1) as look:
        [task] = await look.tasks()
        [source] = await look.sources(task.number)
    assert source.group == "防汛群"
    await scene.say(COORDINATOR, "/undo")
    await hears(scene, "县教育局：请各学校今天18:00前报送校车线路登记表，发邮箱 b6@a.cn", "tg:60", "应急办")
    await scene.deliver()
    assert len(scene.sender.sent) > before + 1


# ── one group, links ──


async def test_two_names_become_one_group_and_can_be_taken_apart(scene: Scene) -> None:
    one, two = await scene.group("普查工作群", messages=3), await scene.group("普查群", messages=2)
    await scene.open(1, (CADRE,), group="普查群")
    assert "并成一个群" in await scene.say(COORDINATOR, f"/onegroup {one.id} {two.id}")
    async with scene.store.look(1) as look:
        found = await look.group_named("普查群")
        assert found is not None and (found.id, found.messages) == (one.id, 5)
        assert [each.number for each in await look.group_tasks(one.id)] == [1]
    assert "普查群" not in (await scene.say(COORDINATOR, "/groups")).replace("普查工作群", "")
    await handle_message(scene.deps, Message("x", scene.now, "【普查群】明天停水", chat=CADRE, by=CADRE), scene.now)
    async with scene.store.look(1) as look:
        stored = await look.message("x")
    assert stored is not None and stored.group == one.id
    async with scene.store.work(1) as work:
        await work.undo(scene.members[COORDINATOR].id, scene.now)


async def test_a_chat_is_linked_to_the_group_it_shows_until_that_is_taken_back(scene: Scene) -> None:
    seat, group = await scene.group("转发群", chat=CHAT), await scene.group("人口普查群")
    assert "以后算「人口普查群」的" in await scene.say(COORDINATOR, f"/link {seat.id} 人口普查群")
    assert "转发群 → 人口普查群" in await scene.say(COORDINATOR, "/link")
    await hears(scene, "张三:\n各村明天17:00前报入户表", "tg:70", "bridge", id="a")
    moved = GroupEvent("mv", GroupEventKind.MIGRATED, CHAT, scene.now, to_chat="tg:-200")
    await handle_group_event(scene.deps, moved, scene.now)
    await hears(scene, "李四:\n各村后天17:00前报宣传照片", "tg:70", "bridge", id="b", chat="tg:-200")
    await scene.say(COORDINATOR, f"/link {seat.id} -")
    await hears(scene, "王五:\n各村大后天17:00前报总结", "tg:70", "bridge", id="c", chat="tg:-200")
    async with scene.store.look(1) as look:
        found = [(await look.message(id)) for id in "abc"]
    assert [each.group for each in found if each] == [group.id, group.id, seat.id]


@pytest.mark.parametrize("text", ["/link 1", "/link 99 甲", "/onegroup 1 1", "/onegroup 1", "/export 花名册", "/mute"])
async def test_a_wrong_argument_gets_one_line_and_an_example(scene: Scene, text: str) -> None:
    assert "\n" in await scene.say(COORDINATOR, text)


# ── bridges, lists, dry run ──


async def test_a_bridge_that_was_logged_out_is_told_once_to_those_who_lead(scene: Scene) -> None:
    gone = "💬💻 EWS User Auth:\nWeChat server has logged you out. Please log in again when you are ready."
    for id in ("o1", "o2"):
        await handle_message(scene.deps, Message(id, scene.now, gone, chat=CADRE, by=CADRE), scene.now)
    await scene.deliver()
    told = [one.chat for one in scene.sender.sent if "掉线" in one.text]
    assert sorted(told) == [ADMIN, COORDINATOR, CADRE]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
async def test_the_list_of_groups_comes_as_a_file_without_formulas(scene: Scene, ending: str) -> None:
    await scene.group('=HYPERLINK("http://x")群')
    await scene.say(COORDINATOR, f"/export groups {ending}")
    document = scene.sender.sent[-1].document
    assert document is not None and document[0].endswith(f".{ending}")
    if ending == "csv":
        rows = list(csv.reader(io.StringIO(document[1].decode("utf-8-sig"))))
        assert rows[1][1].startswith("'=")
    else:
        sheet = openpyxl.load_workbook(io.BytesIO(document[1])).active
        cell = sheet["B2"]  # type: ignore[index]
        assert cell.data_type == "s" and str(cell.value).startswith("'=")


async def done_with(scene: Scene, *files: Attachment, chat: str | None = None) -> int:
    """A temporary group whose one task is done; its notice came with these files."""
    group = await scene.group("普查专班群", temporary=True, last_at=instant(1), chat=chat)
    task = await scene.open(1, (CADRE,), group="普查专班群")
    await scene.put(replace(task, state=TaskState.DONE, closed_at=NOW))
    seen = Message("g:1", scene.now, "报普查表，联系13812345678", private=True, attachments=files)
    await scene.put(StoredMessage(seen, Outcome.NEW, Kind.TASK, Relation.NEW, "new", 1, group.id))
    return group.id


async def test_a_dissolved_group_leaves_its_notices_as_a_workbook(scene: Scene) -> None:
    id = await done_with(scene)
    await scene.say(COORDINATOR, f"/dissolve {id} yes")
    [(name, content)] = [one.document for one in scene.sender.sent if one.document]
    assert name == "普查专班群-20260923.xlsx"
    told = openpyxl.load_workbook(io.BytesIO(content))["来源"]
    assert told["F2"].value == "报普查表，联系138…5678"


async def test_its_files_go_along_as_they_came_and_what_is_lost_is_said_before(scene: Scene) -> None:
    kept, lost = Attachment("表.xlsx", hash="a" * 64), Attachment("../旧 表.doc", hash="b" * 64)
    again = Attachment("表.xlsx", hash="c" * 64)
    id = await done_with(scene, kept, lost, again)
    await scene.put(Original("a" * 64, b"one", NOW), Original("c" * 64, b"two", NOW))
    await scene.put(Memory("seen_in:老李", str(id), NOW), Memory("seen_in:老王", f"{id},99", NOW))
    asked = await scene.say(COORDINATOR, f"/dissolve {id}")
    assert "1 个文件没留原件" in asked and "1 人只在这个群见过" in asked
    await scene.say(COORDINATOR, f"/dissolve {id} yes")
    [sent] = [one for one in scene.sender.sent if one.document]
    assert "另附 2 个原件" in sent.text and "还有 1 个文件" in sent.text and sent.document
    pack = zipfile.ZipFile(io.BytesIO(sent.document[1]))
    assert {name: pack.read(name) for name in pack.namelist() if name.startswith("files/")} == {
        "files/表.xlsx": b"one",
        "files/表-2.xlsx": b"two",
    }


async def test_the_bot_says_farewell_where_it_is_let_and_else_has_it_said(scene: Scene) -> None:
    id = await done_with(scene, chat=CHAT)
    await scene.say(COORDINATOR, f"/dissolve {id}")
    assert [f"/dissolve {id} {how}" in scene.buttons() for how in ("yes", "post", "leave")] == [True] * 3
    scene.sender.fail(CHAT, PermanentFailure("not enough rights to send text messages to the chat"))
    said = await scene.say(COORDINATOR, f"/dissolve {id} post")
    assert "一分钟后我在群里告别" in said
    assert "我在「普查专班群」里发不出话" in said and "<code>各位同事" in said
    assert not [one for one in scene.sender.sent if one.chat == CHAT or one.leave]


async def test_a_dry_run_says_why_each_group_stays_and_changes_nothing(scene: Scene) -> None:
    await scene.group("普查专班群", temporary=True, last_at=instant(1))
    kept = await scene.group("防汛专班群", temporary=True, exempt=True)
    said = await scene.say(ADMIN, "/dissolve dry")
    assert "还没有任务" in said and "你们说过保留" in said
    assert "防汛专班群" in await scene.say(ADMIN, "/dissolve exempt")
    assert scene.buttons() == [f"/exempt {kept.id}"]


async def test_a_group_is_shown_with_its_rhythm_owner_and_how_it_is_known(scene: Scene) -> None:
    await both_heard(scene)
    said = await scene.say(COORDINATOR, "/groups 1")
    assert "每周约 11 条通知" in said and "县农业农村局" in said


async def test_a_group_is_found_by_its_number_its_names_or_a_part_that_only_it_has(scene: Scene) -> None:
    await scene.group("防汛群")
    await scene.group("人口普查专班群", aliases=("普查群",))
    for words in ("2", "人口普查专班群", "普查群", "人口"):
        assert "<b>人口普查专班群</b>" in await scene.say(CADRE, f"/groups {words}")
    assert "没有「群」这个群" in await scene.say(CADRE, "/groups 群")
    assert "2 个群" in await scene.say(CADRE, "/groups p1")


async def test_a_line_of_the_platform_renames_the_group_and_asks_nothing(scene: Scene) -> None:
    for id, text in (("a", "各村9月25日17:00前报普查底册"), ("b", "“老李”修改群名为“普查总群”")):
        who = "老李" if id == "a" else "System"
        said = Message(id, scene.now, f"💬👥 {who} [普查专班群]:\n{text}", chat=CADRE, by=CADRE)
        await handle_message(scene.deps, said, scene.now)
    async with scene.store.look(1) as look:
        [group] = await look.groups()
        stored = await look.message("b")
    assert (group.name, group.aliases, group.platform) == ("普查总群", ("普查专班群",), "wechat")
    assert stored is not None and (stored.outcome, stored.task) == (Outcome.CHATTER, None)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_code_that_an_exported_cell_may_hold_is_said_in_words(language: str) -> None:
    said = words_of(RENDERER.render("export", language, {}, NOW, "Asia/Shanghai").pages[0])
    codes = {each.value for kind in (Kind, TaskState, Relation, GroupState, Requirement) for each in kind}
    assert set(said) == codes | {"wechat", "qq", "wecom", "telegram", "unknown"}
    assert all(said.values())
