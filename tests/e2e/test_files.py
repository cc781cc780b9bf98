"""Files through the whole bot: read, joined, given back; and nobody waits for another's file."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest

from bot.files.pages import Read
from bot.files.reader import FileReader, Progress
from tests import documents as make
from tests.e2e.conftest import World
from tests.emulator import until
from tests.files import hostile

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(999)
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def notice(world: World) -> list[str]:
    day = world.day(3)
    return ["关于报送秸秆禁烧台账的通知", f"请各村于{day}17:00前将台账电子版报送至镇农业农村办，联系人：王敏。"]


class SlowReader(FileReader):
    """Reads a page of three and goes on when it may."""

    may: ClassVar[asyncio.Event]

    async def read(self, content, name, report=lambda progress: None):  # type: ignore[no-untyped-def]
        report(Progress(page=1, of=3))
        await self.may.wait()
        return Read("jpeg", (content.decode(),), doubtful=True)


@pytest.fixture
def may(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Set when the slow reader may go on."""
    monkeypatch.setattr("bot.app.FileReader", SlowReader)
    monkeypatch.setattr("bot.transport.telegram.HOLDS_UP", 0.3)
    monkeypatch.setattr("handlers.progressing.SILENT", 0.5)
    monkeypatch.setattr(SlowReader, "may", asyncio.Event(), raising=False)
    return SlowReader.may


async def test_a_word_file_becomes_a_card_and_comes_back(world: World) -> None:
    person = await world.member("小林")
    content = make.docx(notice(world))
    person.sends_file("通知.docx", content)
    card = await person.sees("#1", "台账")
    person.presses("原件", card)
    await until(lambda: person.last.document == "通知.docx")


async def test_an_album_of_pages_is_one_task(world: World) -> None:
    person = await world.member("小林")
    for page in notice(world):
        person.sends_file("页.txt", page.encode(), media_group_id="77")
    await person.sees("#1")
    await world.quiet()
    assert "#2" not in "".join(shown.text for shown in person.shown)


async def test_a_long_reading_shows_how_far_it_is_and_holds_up_nobody_else(may: asyncio.Event, world: World) -> None:
    reads, other = await world.member("小林"), await world.member("小周")
    reads.sends_file("照片.jpg", "\n".join(notice(world)).encode())
    told = await reads.sees("正在识别 照片.jpg，1/3 页…")
    other.sends("\n".join(notice(world)))
    await other.sees("#1")
    assert world.telegram.calls_of("sendChatAction")
    may.set()
    await reads.sees("#1", "台账")
    await until(lambda: "读完了" in next(shown.text for shown in reads.shown if shown.number == told.number))


async def test_his_own_words_are_answered_while_his_file_is_read(may: asyncio.Event, world: World) -> None:
    person = await world.member("小林")
    person.sends_file("照片.jpg", "\n".join(notice(world)).encode())
    person.sends("请各村9月30日12:00前把防火值班表报应急办李强")
    person.sends("待办")
    await person.sees("#1", "防火值班表")
    await person.sees("待办 1 件")
    may.set()
    await person.sees("#2", "台账")


async def test_a_file_read_late_joins_the_notice_it_followed(may: asyncio.Event, world: World) -> None:
    person = await world.member("小林")
    person.sends(f"请各村按附件要求报送秸秆禁烧台账，{world.day(4)}12:00前报农办王敏")
    person.sends_file("附件.jpg", "一、电子版和盖章纸质版各一份。\n二、现场照片3-5张。".encode())
    await person.sees("#1", "台账")
    person.sends("请各村9月30日12:00前把防火值班表报应急办李强")
    await person.sees("#2", "防火值班表")
    may.set()
    await person.sees("附件归到 #1", "电子版，纸质版，盖章，照片 3–5 张")


async def test_a_file_read_late_joins_the_words_that_spoke_of_it_meanwhile(may: asyncio.Event, world: World) -> None:
    person = await world.member("小林")
    person.sends("请各村9月30日12:00前把防火值班表报应急办李强")
    person.sends_file("登记表.jpg", "秸秆禁烧责任人登记表\n姓名、身份证号、联系电话".encode())
    person.sends(f"请按上表填报网格员信息，{world.day(5)}17:00前交党政办周姐")
    await person.sees("#2", "网格员")
    may.set()
    await person.sees("附件归到 #2")


async def test_an_album_read_long_is_one_task_and_is_read_once(may: asyncio.Event, world: World) -> None:
    person = await world.member("小林")
    for page in notice(world):
        person.sends_file("页.jpg", page.encode(), media_group_id="78")
    await person.sees("正在识别")
    person.sends("待办")
    await person.sees("没有")
    may.set()
    await person.sees("#1", "台账")
    await world.quiet()
    assert "#2" not in "".join(shown.text for shown in person.shown)


async def test_hostile_files_get_a_clear_line_each_and_others_are_answered_meanwhile(world: World) -> None:
    sender, other = await world.member("小林"), await world.member("小周")
    words = {
        "laughs.docx": "展开后太大",
        "docx-of-zeros": "展开后太大",
        "jpeg-of-108-megapixels": "展开后太大",
        "png-of-900-megapixels": "展开后太大",
        "photo-cut-in-half": "可能坏了",
        "random": "这种文件不会读",
        "locked": "没有密码",
    }
    for name, content in hostile.named(*words).items():
        sender.sends_file(name, content)
    for number in range(3):
        other.sends(f"请各村{world.day(3 + number)}12:00前把第{number + 1}批值班表报应急办李强")
        await other.sees(f"第{number + 1}批值班表")
    for name, line in words.items():
        await sender.sees(f"{name}：", line, within=30)
    other.sends("待办")
    await other.sees("待办 3 件")


@pytest.fixture
def go(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """What lets the reading of an old Word document, which says a notice, come to its end."""
    monkeypatch.setattr("handlers.progressing.SILENT", 0.2)
    go, catdoc = tmp_path / "go", tmp_path / "catdoc"
    waits = f"import pathlib, time\nwhile not pathlib.Path({str(go)!r}).exists():\n    time.sleep(0.05)\n"
    catdoc.write_text(f"#!{sys.executable}\n{waits}print({chr(10).join(notice(world))!r})\n")
    catdoc.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return go.touch


async def test_who_waits_behind_other_files_sees_his_place(world: World, go: Callable[[], None]) -> None:
    people = [await world.member(name) for name in ("小林", "小周", "小吴")]
    for person, told in zip(people, ("正在读 通知.doc", "前面还有 1 份", "前面还有 2 份"), strict=True):
        person.sends_file("通知.doc", OLD_WORD)
        await person.sees(told)
    go()
    for person in people:
        await person.sees("#1", "台账")


async def test_a_file_that_was_being_read_when_the_bot_was_stopped_is_read_by_the_next_start(
    world: World, go: Callable[[], None], caplog: pytest.LogCaptureFixture
) -> None:
    person, other = await world.member("小林"), await world.member("小周")
    person.sends_file("通知.doc", OLD_WORD)
    told = await person.sees("正在读 通知.doc")
    other.sends_file("通知.doc", OLD_WORD)
    await other.sees("前面还有 1 份")
    await world.stop()
    assert [one.text for one in person.shown if "读完了" in one.text] == []
    go()
    await world.start()
    for each in (person, other):
        await each.sees("#1", "台账")
    await until(lambda: "读完了" in next(shown.text for shown in person.shown if shown.number == told.number))
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []
