"""Files through the whole bot: read, joined, given back; and nobody waits for another's file."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.files.pages import Read
from bot.files.reader import FileReader, Progress
from tests import documents as make
from tests.e2e.conftest import World
from tests.emulator import until

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def notice(world: World) -> list[str]:
    day = world.day(3)
    return ["关于报送秸秆禁烧台账的通知", f"请各村于{day}17:00前将台账电子版报送至镇农业农村办，联系人：王敏。"]


class SlowReader(FileReader):
    """Reads three pages in seven seconds, as a photo does."""

    async def read(self, content, name, report=lambda progress: None):  # type: ignore[no-untyped-def]
        for page in range(1, 4):
            await asyncio.sleep(2.4)
            report(Progress(page=page, of=3))
        return Read("jpeg", (content.decode(),), doubtful=True)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.app.FileReader", SlowReader)


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


async def test_a_long_reading_shows_how_far_it_is_and_holds_up_nobody_else(slow: None, world: World) -> None:
    reads, other = await world.member("小林"), await world.member("小周")
    reads.sends_file("照片.jpg", "\n".join(notice(world)).encode())
    await asyncio.sleep(0.5)
    started = time.monotonic()
    other.sends("\n".join(notice(world)))
    await other.sees("#1")
    assert time.monotonic() - started < 4
    told = await reads.sees("照片.jpg", "/3 页")
    assert world.telegram.calls_of("sendChatAction")
    await reads.sees("#1", "台账")
    await until(lambda: "读完了" in next(shown.text for shown in reads.shown if shown.number == told.number))
