"""A notice may come as a file: words and files are one message, what cannot be read is said, originals are kept."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import ClassVar

import pytest

from bot.core.models import Attachment, Message, Outcome, Requirement
from bot.files.marks import mark
from bot.files.pages import Read
from bot.files.reader import FileReader
from handlers.deps import PermanentFailure
from handlers.message import handle_messages
from storage.store import Store
from tests import documents as make
from tests.handlers.scene import CADRE, OTHER, Scene, open_scene

NOTICE = [
    "青禾镇农业农村办",
    "关于报送秸秆禁烧台账的通知",
    "各村（社区）：",
    "请各村于9月28日17:00前将秸秆禁烧网格责任台账电子版报送至镇农业农村办，联系人：王敏，电话：13812345678。",
]
FORM = [["秸秆禁烧网格责任人登记表", "", "", ""], ["序号", "姓名", "身份证号", "联系电话"], ["1", "", "", ""]]


@dataclass
class Desk:
    """An office whose bot can read files; what is sent is at hand under its reference."""

    scene: Scene
    files: dict[str, bytes]
    count: int = 0

    def message(self, text: str = "", *contents: tuple[str, bytes], user: str = CADRE, **more: object) -> Message:
        self.count += 1
        names = []
        for name, content in contents:
            ref = f"f{len(self.files)}"
            self.files[ref] = content
            names.append(Attachment(name, size=len(content), ref=ref))
        fields: dict[str, object] = {"chat": user, "by": user, "attachments": tuple(names)} | more
        return Message(f"{user}:{self.count}", self.scene.now, text, **fields)  # type: ignore[arg-type]

    async def gets(self, *messages: Message) -> str:
        """Hand messages in as a door does; what is answered."""
        before, left = len(self.scene.sender.sent), list(messages)
        while left:
            done = await handle_messages(self.scene.deps, [(one, self.scene.now, None) for one in left])
            del left[: len(done)]
        self.scene.now += timedelta(seconds=20)
        await self.scene.deliver()
        return "\n".join(one.text for one in self.scene.sender.sent[before:])


@pytest.fixture
async def desk(store: Store) -> AsyncIterator[Desk]:
    scene = await open_scene(store)
    files: dict[str, bytes] = {}

    async def fetch(ref: str) -> bytes:
        if ref not in files:
            raise PermanentFailure("Bad Request: wrong file_id")
        return files[ref]

    reader = FileReader(pictures=False)
    scene.deps = replace(scene.deps, files=reader, fetch=fetch)
    yield Desk(scene, files)
    await reader.close()


async def facts(desk: Desk, number: int = 1):
    return (await desk.scene.task(number)).facts


async def messages(desk: Desk):
    async with desk.scene.store.look(1) as look:
        return {stored.message.id: stored for stored in await look.messages()}


async def test_a_notice_in_a_word_file_is_a_task_like_the_same_words_typed(desk):
    said = await desk.gets(desk.message("", ("通知.docx", make.docx(NOTICE))))
    assert "9月28日" in said and "17:00" in said and "王敏" in said and "镇农业农村办" in said
    typed = await desk.gets(desk.message("\n".join(NOTICE), user=OTHER))
    assert (await facts(desk)).deadlines[0].time == "17:00"
    assert "♻️" in typed


async def test_the_words_beside_a_file_and_the_file_are_one_notice(desk):
    said = await desk.gets(desk.message("@所有人 请看通知，按时报", ("通知.pdf", make.pdf(NOTICE))))
    assert "#1" in said and "9月28日" in said
    assert next(iter((await messages(desk)).values())).message.text.startswith("@所有人 请看通知，按时报\n青禾镇农业农村办")


async def test_a_form_that_follows_its_notice_joins_it(desk):
    await desk.gets(desk.message("请各村填报附件表格，9月28日17:00前报农办王敏", origin=replace(Message("x", desk.scene.now, "").origin, sender_name="王敏")))
    origin = replace(Message("x", desk.scene.now, "").origin, sender_name="王敏")
    said = await desk.gets(desk.message("", ("附件1.xlsx", make.xlsx(FORM)), origin=origin))
    found = await facts(desk)
    assert [form.columns[1:] for form in found.forms] == [("姓名", "身份证号", "联系电话")]
    assert Requirement.FILL_FORM in found.requirements and found.deadlines[0].time == "17:00"
    assert "附件归到 #1" in said or "#1" in said
    stored = await messages(desk)
    assert [one.reason for one in stored.values()][-1] == "joined_file" and stored[f"{CADRE}:2"].task == 1


async def test_a_file_of_another_sender_does_not_join(desk):
    named = Message("x", desk.scene.now, "").origin
    await desk.gets(desk.message("请各村填报附件表格，9月28日17:00前报", origin=replace(named, sender_name="王敏")))
    await desk.gets(desk.message("", ("附件1.xlsx", make.xlsx(FORM)), origin=replace(named, sender_name="李强")))
    assert (await facts(desk)).forms == ()
    assert (await messages(desk))[f"{CADRE}:2"].outcome is Outcome.NEEDS_LOOK


async def test_a_notice_of_its_own_stays_one_after_another_duty(desk):
    await desk.gets(desk.message("请各村9月25日12:00前报送低保复核名单，交民政办李强"))
    await desk.gets(desk.message("", ("通知.docx", make.docx(NOTICE))))
    assert (await facts(desk, 2)).deadlines[0].time == "17:00"


async def test_a_notice_of_its_own_stays_one_after_a_notice_that_has_its_file_already(desk):
    await desk.gets(desk.message("请各村填报附件表格，9月28日12:00前报应急办李强"))
    await desk.gets(desk.message("", ("登记表.xlsx", make.xlsx(FORM))))
    await desk.gets(desk.message("", ("通知.docx", make.docx(NOTICE))))
    assert (await facts(desk)).forms and (await facts(desk, 2)).deadlines[0].time == "17:00"


async def test_a_file_that_cannot_be_read_is_no_annex_of_a_notice_that_has_its_file_already(desk):
    await desk.gets(desk.message("请各村填报附件表格，9月28日12:00前报应急办李强", ("登记表.xlsx", make.xlsx(FORM))))
    assert "收下了，还没读" in await desk.gets(desk.message("", ("通知.pdf", make.pdf(NOTICE, password="x"))))
    said = await desk.gets(desk.message("", ("附件2.pdf", make.pdf(NOTICE, password="x"))))
    assert "附件归到 #1" in said and said.count("没有密码") == 1


async def test_an_annex_joins_the_document_that_came_before_it_without_a_word(desk):
    await desk.gets(desk.message("", ("通知.docx", make.docx(NOTICE))))
    said = await desk.gets(desk.message("", ("附件1.xlsx", make.xlsx(FORM))))
    assert "附件归到 #1" in said and (await facts(desk)).forms


async def test_words_that_speak_of_the_form_before_them_take_it_in(desk):
    await desk.gets(desk.message("", ("登记表.xlsx", make.xlsx(FORM))))
    await desk.gets(desk.message("请各村按上表填报，9月28日17:00前交农办"))
    found = await facts(desk)
    assert found.forms and found.deadlines[0].time == "17:00"
    assert (await messages(desk))[f"{CADRE}:1"].task == 1


async def test_an_album_is_one_notice_in_its_order(desk):
    first, second = NOTICE[:3], NOTICE[3:]
    pages = [desk.message("", ("1.txt", "\n".join(first).encode()), album="a"), desk.message("", ("2.txt", "\n".join(second).encode()), album="a")]
    said = await desk.gets(*pages)
    assert "9月28日" in said
    stored = await messages(desk)
    assert stored[pages[0].id].message.text == "\n".join(NOTICE)
    assert stored[pages[1].id].reason == "album" and stored[pages[1].id].task == 1


class Camera(FileReader):
    """Gives the words of a photo as they are, with a mark where its last line is full."""

    async def read(self, content, name, report=lambda progress: None):
        words = content.decode()
        return Read("jpeg", (words if words.endswith("。") else words + mark(),), doubtful=True)


async def test_a_photo_whose_sentence_goes_on_takes_in_the_next_photo(desk):
    desk.scene.deps = replace(desk.scene.deps, files=Camera())
    await desk.gets(desk.message("", ("1.jpg", "\n".join([*NOTICE[:3], NOTICE[3][:12]]).encode())))
    await desk.gets(desk.message("", ("2.jpg", NOTICE[3][12:].encode())))
    await desk.gets(desk.message("", ("3.jpg", "请各村9月29日12:00前把防火值班表报应急办李强。".encode())))
    stored = await messages(desk)
    assert stored[f"{CADRE}:1"].message.text == "\n".join(NOTICE)
    assert (await facts(desk)).deadlines[0].time == "17:00"
    assert stored[f"{CADRE}:2"].reason == "joined_file" and stored[f"{CADRE}:3"].task == 2


async def test_a_page_of_an_album_that_comes_late_still_belongs_to_it(desk):
    await desk.gets(desk.message("", ("1.txt", "\n".join(NOTICE[:3]).encode()), album="a"))
    await desk.gets(desk.message("", ("2.txt", "\n".join(NOTICE[3:]).encode()), album="a"))
    assert (await facts(desk)).deadlines[0].time == "17:00"


@pytest.mark.parametrize("where", ["words", "name"])
async def test_a_file_marked_secret_is_refused_and_nothing_of_it_is_kept(desk, where):
    content = make.docx(["机密★1年", *NOTICE] if where == "words" else NOTICE)
    name = "【机密】通知.docx" if where == "name" else "通知.docx"
    said = await desk.gets(desk.message("请看", (name, content)))
    assert "机密" in said and "没有收，也没有存" in said
    assert await messages(desk) == {}
    async with desk.scene.store.look(1) as look:
        import hashlib

        assert await look.original(hashlib.sha256(content).hexdigest()) is None


async def test_a_mark_in_a_zip_refuses_all_of_it_though_it_stands_behind_what_is_kept(desk):
    content = make.packed({"a.txt": ("附件说明。" * 20_000).encode(), "b.docx": make.docx(["机密★1年", *NOTICE])})
    said = await desk.gets(desk.message("请看", ("材料.zip", content)))
    assert "机密" in said and await messages(desk) == {}


class Waiting(FileReader):
    """Gives what it is told to once it may."""

    may: ClassVar[asyncio.Event]
    gives: ClassVar[Read]

    async def read(self, content, name, report=lambda progress: None):
        await self.may.wait()
        return self.gives


@pytest.fixture
def told(desk, monkeypatch):
    """Begins to take in a message and gives what is said while it is read; then it may be read on."""
    monkeypatch.setattr("handlers.progressing.SILENT", 0.01)
    monkeypatch.setattr(Waiting, "may", asyncio.Event(), raising=False)
    desk.scene.deps = replace(desk.scene.deps, files=Waiting())

    async def told(gives: Read, *messages: Message) -> tuple[str, asyncio.Task]:
        monkeypatch.setattr(Waiting, "gives", gives, raising=False)
        taking = asyncio.create_task(handle_messages(desk.scene.deps, [(one, desk.scene.now, None) for one in messages]))
        desk.scene.now += timedelta(seconds=1)
        for _ in range(1000):
            await desk.scene.deliver()
            if desk.scene.sender.sent:
                break
            await asyncio.sleep(0.01)
        return desk.scene.sender.sent[-1].text.strip(), taking

    return told


async def said_in_the_end(desk, taking):
    Waiting.may.set()
    await taking
    desk.scene.now += timedelta(seconds=20)
    await desk.scene.deliver()
    return [one.text.strip() for one in desk.scene.sender.sent if one.edit]


async def test_not_even_the_name_of_a_marked_file_is_kept_where_its_reading_was_told(desk, told):
    message = desk.message("", ("抓捕方案.jpg", b"x"))
    shown, taking = await told(Read("jpeg", level="机密"), message)
    assert shown == "正在读 抓捕方案.jpg…"
    assert await said_in_the_end(desk, taking) == ["没有再读下去"]
    async with desk.scene.store.look(1) as look:
        assert await look.outbox(f"reading:{message.id}") is None


async def test_photos_of_an_album_are_counted_as_the_pages_of_one_document(desk, told):
    pages = [desk.message("", (f"{k}.jpg", b"x"), album="a") for k in range(8)]
    shown, taking = await told(Read("jpeg", ("请各村9月28日17:00前报台账。",), doubtful=True), *pages)
    assert shown == "正在识别 1/8 页…"
    assert (await said_in_the_end(desk, taking))[-1] == "8 页读完了"


async def test_that_it_is_read_is_said_also_where_the_end_comes_while_something_is_being_said(desk, told, monkeypatch):
    message = desk.message("", ("a.doc", b"x"))
    _, taking = await told(Read("doc", ("请各村9月28日17:00前报台账。",)), message)
    taking.cancel()  # as a stop does; the next start takes the message in again
    await asyncio.gather(taking, return_exceptions=True)
    work, kept = desk.scene.store.work, asyncio.Event()

    @asynccontextmanager
    async def slow_to_return(office: int) -> AsyncIterator[object]:
        async with work(office) as unit:
            yield unit
        if not kept.is_set():
            kept.set()
            await asyncio.sleep(10)

    monkeypatch.setattr(desk.scene.store, "work", slow_to_return)
    again = asyncio.create_task(handle_messages(desk.scene.deps, [(message, desk.scene.now, None)]))
    await kept.wait()
    assert (await said_in_the_end(desk, again))[-1] == "a.doc 读完了"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", make.pdf(NOTICE, password="x"), "没有密码"),
        ("a.jpg", make.photo(["x"]), "打成字"),
        ("a.rar", b"Rar!\x1a\x07\x00" + bytes(99), "解压"),
        ("a.docx", make.docx(NOTICE)[:5000], "重发一次"),
        ("a.pdf", make.scan([make.photo(["x"])]), "扫描件"),
    ],
)
async def test_what_cannot_be_read_waits_for_a_look_and_the_person_is_told_what_helps(desk, name, content, words):
    said = await desk.gets(desk.message("", (name, content)))
    assert words in said and name in said
    assert [one.outcome for one in (await messages(desk)).values()] == [Outcome.NEEDS_LOOK]
    assert any(command.startswith("/take") for command in desk.scene.sender.commands())


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(999)


async def test_an_old_word_document_is_read_where_a_converter_is_and_else_is_asked_for_as_docx(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    said = await desk.gets(desk.message("", ("通知.doc", OLD_WORD)))
    assert "❓ 通知.doc：旧版 Word 或 WPS 文件，请另存为 docx 或 PDF 再发" in said
    await desk.scene.deps.files.close()
    catdoc = tmp_path / "catdoc"
    catdoc.write_text(f"#!{sys.executable}\nprint({chr(10).join(NOTICE)!r})\n")
    catdoc.chmod(0o755)
    reader = FileReader(pictures=False)
    desk.scene.deps = replace(desk.scene.deps, files=reader)
    said = await desk.gets(desk.message("", ("通知.wps", OLD_WORD)))
    assert "#1" in said and "9月28日" in said and "王敏" in said
    await reader.close()


async def test_a_duty_beside_an_unreadable_file_is_a_task_and_says_that_the_file_was_not_read(desk):
    said = await desk.gets(desk.message("请各村9月28日17:00前报台账", ("a.pdf", make.pdf(NOTICE, password="x"))))
    assert "#1" in said and "没有密码" in said


async def test_a_form_alone_asks_for_the_words_that_go_with_it(desk):
    said = await desk.gets(desk.message("", ("登记表.xlsx", make.xlsx(FORM))))
    assert "❓ 收到一张表：秸秆禁烧网格责任人登记表，没说什么时候要" in said


async def test_a_file_of_which_only_a_part_was_read_says_so(desk):
    content = make.packed({"通知.docx": make.docx(NOTICE), "旧.rar": b"Rar!\x1a\x07\x00" + bytes(99)})
    said = await desk.gets(desk.message("", ("材料.zip", content)))
    assert "#1" in said and "❓ 材料.zip：只读了一部分，其余请打开看" in said
    long = await desk.gets(desk.message("", ("长.txt", ("\n".join(NOTICE) + "\n附件说明。" * 4000).encode())))
    assert "❓ 长.txt：只读了一部分" in long


async def test_a_file_that_cannot_be_fetched_or_is_too_large_is_said(desk):
    gone = replace(desk.message(""), attachments=(Attachment("a.docx", size=10, ref="nowhere"),))
    large = replace(desk.message(""), attachments=(Attachment("b.docx", size=21 * 2**20, ref="nowhere"),))
    assert "没能下载" in await desk.gets(gone)
    assert "超过 20 MB" in await desk.gets(large)


async def test_the_card_gives_the_file_back_as_it_came(desk):
    content = make.docx(NOTICE)
    await desk.gets(desk.message("", ("../通知.docx", content)))
    assert "/file 1" in desk.scene.sender.commands()
    await desk.scene.say(CADRE, "/file 1")
    assert desk.scene.sender.sent[-1].document == ("通知.docx", content)


async def test_a_file_that_is_no_longer_kept_is_said_to_be_gone(desk):
    await desk.gets(desk.message("", ("通知.docx", make.docx(NOTICE))))
    await desk.scene.store.purge(desk.scene.now + timedelta(days=40))
    assert "没有留着的原件" in await desk.scene.say(CADRE, "/file 1")


async def test_what_an_office_keeps_no_files_of_is_read_all_the_same(desk):
    desk.scene.deps = replace(desk.scene.deps, rules=replace(desk.scene.deps.rules, keep_files=timedelta()))
    assert "9月28日" in await desk.gets(desk.message("", ("通知.docx", make.docx(NOTICE))))
    assert "没有留着的原件" in await desk.scene.say(CADRE, "/file 1")


async def test_relative_days_of_a_file_count_from_the_day_it_was_signed(desk):
    lines = ["关于报送台账的通知", "请各村于明天17:00前将台账报送镇农办。", "青禾镇人民政府", "2026年9月21日"]
    await desk.gets(desk.message("", ("通知.docx", make.docx(lines))))
    assert (await facts(desk)).deadlines[0].date.isoformat() == "2026-09-22"


async def test_a_bridges_cut_text_is_replaced_by_the_page_that_follows_it(desk):
    cut = "💬👥 王敏 [农业群]:\n" + NOTICE[0] + "\n...\n" + "联系人王敏"
    await desk.gets(desk.message(cut, ("long.html", make.page(NOTICE))))
    text = next(iter((await messages(desk)).values())).message.text
    assert "..." not in text and NOTICE[3] in text


async def test_why_tells_the_page_and_the_line_a_deadline_was_read_from(desk):
    await desk.gets(desk.message("请看通知", ("通知.txt", "\f".join(["\n".join(NOTICE[:3]), "附言\n" + NOTICE[3]]).encode())))
    assert "（通知.txt 第 2 页第 2 行）" in await desk.scene.say(CADRE, "/why 1")


ASKED = "镇农办：请各村9月28日17:00前填好秸秆禁烧责任人表报王敏"


async def test_the_card_names_the_form_and_what_its_columns_ask_for(desk):
    said = await desk.gets(desk.message(ASKED, ("附件1.xlsx", make.xlsx(FORM))))
    assert "表格：秸秆禁烧网格责任人登记表（姓名、身份证号、联系电话）" in said


async def test_the_same_form_alone_under_another_name_belongs_to_its_task(desk):
    await desk.gets(desk.message(ASKED, ("责任人登记表.xlsx", make.xlsx(FORM))))
    said = await desk.gets(desk.message("", ("最新(2).docx", make.docx(["人员情况表"], FORM[1:])), user=OTHER))
    assert "♻️ 就是 #1" in said
    assert "表格的栏目一样" in await desk.scene.say(CADRE, "/why 1")


async def test_the_form_of_another_office_with_the_same_columns_overlaps(desk):
    await desk.gets(desk.message(ASKED, ("责任人登记表.xlsx", make.xlsx(FORM))))
    asked = "县应急管理局通知：请各村10月9日12:00前把安全劝导员信息表报应急办李强"
    said = await desk.gets(desk.message(asked, ("安全.docx", make.docx(["安全劝导员信息表"], FORM[1:]))))
    assert "#2" in said and "♻️ 镇农办" in said and "差不多的（#1）" in said


async def test_the_next_months_form_is_a_duty_of_its_own_and_no_overlap(desk):
    await desk.gets(desk.message("镇农办：请各村9月28日17:00前报9月份秸秆禁烧月报表", ("9月.xlsx", make.xlsx(FORM))))
    said = await desk.gets(desk.message("镇农办：请各村10月28日17:00前报10月份秸秆禁烧月报表", ("10月.xlsx", make.xlsx(FORM))))
    assert "#2" in said and "差不多的" not in said


RED_HEAD = [
    "青禾镇人民政府文件",
    "青政发〔2026〕12号",
    "关于报送秋季秸秆禁烧网格",
    "责任台账的通知",
    "各村（社区）：",
    "请各村（社区）于明天17:00前将责任台账电子版报送至镇农业农村办，联系人：王敏，电话：13812345678。",
    "附件：1.秸秆禁烧网格责任台账",
    "2.包联责任人登记表",
    "青禾镇人民政府",
    "2026年9月21日",
]


async def test_the_parts_of_a_red_headed_document_are_used_and_shown(desk):
    said = await desk.gets(desk.message("请看通知，按时报", ("通知.docx", make.docx(RED_HEAD))))
    found = await facts(desk)
    assert found.letterhead is not None and found.letterhead.number == "青政发〔2026〕12号"
    assert found.issuer == "青禾镇人民政府" and "秸秆禁烧" in found.title
    assert found.deadlines[0].date.isoformat() == "2026-09-22"  # 明天 counts from the day it was signed
    assert "青禾镇人民政府" in said
    shown = await desk.scene.say(CADRE, "/original 1")
    assert "青政发〔2026〕12号 · 青禾镇人民政府 · 9月21日" in shown
    assert "《关于报送秋季秸秆禁烧网格责任台账的通知》" in shown and "主送：各村（社区）" in shown
    assert "附件：秸秆禁烧网格责任台账；包联责任人登记表" in shown


async def test_words_beside_a_file_that_name_a_day_count_from_when_they_were_said(desk):
    await desk.gets(desk.message("明天17:00前务必报上来", ("通知.docx", make.docx([*RED_HEAD[:5], "请各村报台账。", *RED_HEAD[-2:]]))))
    assert (await facts(desk)).deadlines[0].date.isoformat() == "2026-09-24"


async def test_a_form_called_annex_two_bears_the_name_that_the_document_gives_it(desk):
    nameless = [FORM[1], ["1", "", "", ""]]
    await desk.gets(desk.message("\n".join(RED_HEAD), ("附件2.xlsx", make.xlsx(nameless))))
    assert [form.name for form in (await facts(desk)).forms] == ["包联责任人登记表"]


async def test_why_tells_for_every_fact_the_words_and_where_they_stand(desk):
    await desk.gets(desk.message("请看", ("通知.docx", make.docx(RED_HEAD))))
    said = await desk.scene.say(CADRE, "/why 1")
    assert "「明天17:00前」（通知.docx 第 6 段）" in said
    assert "谁要的「青禾镇人民政府」（通知.docx 第 9 段）" in said
    assert "联系人「王敏，电话：138…5678」（通知.docx 第 6 段）" in said
    assert "要求「台账」「电子版」（通知.docx 第 6 段）" in said


async def test_a_stranger_s_file_is_not_even_fetched(desk):
    message = replace(desk.message("", ("a.docx", b"x"), user="tg:99"), attachments=(Attachment("a", ref="nowhere"),))
    await desk.gets(message)
    assert await messages(desk) == {}
