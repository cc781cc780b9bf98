"""The terminal door: what is typed or piped, and what is shown."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from bot.core.models import Button, Command, Message, Outgoing
from bot.transport.console import ME, ConsoleDoor, plain
from bot.transport.typed_files import content_of
from handlers.deps import PermanentFailure
from storage.store import Store
from tests.emulator import until

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Taken:
    """Handlers that note what they got."""

    def __init__(self) -> None:
        self.items: list[Any] = []

    async def take(self, item: Any, now: datetime, receipt: Any) -> None:
        self.items.append(item)

    @property
    def said(self) -> list[str]:
        return [
            item.text if isinstance(item, Message) else f"/{item.name} {item.args}".strip()
            for item in self.items
            if isinstance(item, Message | Command)
        ]


@pytest.fixture
def taken() -> Taken:
    return Taken()


async def piped(store: Store, taken: Taken, text: str, *shown: Outgoing) -> StringIO:
    target = StringIO()
    door = ConsoleDoor(store, on_message=taken.take, on_command=taken.take, source=StringIO(text), target=target)
    await door.start()
    taken.items.clear()
    for outgoing in shown:
        await door.sender.send(outgoing)
    await door.run()
    return target


async def test_the_person_at_the_keyboard_runs_an_office_from_the_first_time_on(store: Store, taken: Taken) -> None:
    door = ConsoleDoor(store, on_message=taken.take, on_command=taken.take, source=StringIO(), target=StringIO())
    await door.start()
    known = await store.whoami(ME)
    assert known
    assert known[1].role == "admin"
    assert taken.said == ["/start"]
    await door.start()
    assert taken.said == ["/start"]


async def test_a_notice_of_several_lines_is_one_message_that_ends_at_a_blank_line(store: Store, taken: Taken) -> None:
    await piped(store, taken, "【通知】\n请各村周五前报表。\n\n收到请回复\n")
    assert taken.said == ["【通知】\n请各村周五前报表。", "收到请回复"]
    assert all(item.private and item.by == ME for item in taken.items)
    assert len({item.id for item in taken.items}) == 2


async def test_brackets_keep_blank_lines_and_command_words_inside(store: Store, taken: Taken) -> None:
    await piped(store, taken, '"""\n待办\n\n一、报表\n"""\n待办\n')
    assert taken.said == ["待办\n\n一、报表", "/open"]


async def test_commands_and_plain_words_need_no_blank_line(store: Store, taken: Taken) -> None:
    await piped(store, taken, "待办\n/task 3\n完成 12\n请报表\n完成 12\n")
    assert taken.said == ["/open", "/task 3", "/done 12", "请报表\n完成 12"]


async def test_a_number_presses_the_button_it_stands_before(store: Store, taken: Taken) -> None:
    card = Outgoing(ME, "<b>#1</b>", ((Button("完成", "/done 1"), Button("原文", "/original 1")),))
    other = Outgoing(ME, "#2", ((Button("完成", "/done 2"),),))
    target = await piped(store, taken, "2\nb3\n7\n", card, other)
    assert "#1\n[1] 完成  [2] 原文" in target.getvalue()
    assert "[3] 完成" in target.getvalue()
    assert taken.said == ["/original 1", "/done 2", "7"]
    assert taken.items[0].card != taken.items[1].card


async def test_an_edit_keeps_its_reference_and_is_shown_as_one(store: Store, taken: Taken) -> None:
    target = StringIO()
    door = ConsoleDoor(store, on_message=taken.take, on_command=taken.take, source=StringIO(), target=target)
    ref = await door.sender.send(Outgoing(ME, "旧"))
    assert await door.sender.send(Outgoing(ME, "新", edit=ref)) == ref
    assert target.getvalue().endswith("✎\n新\n")


def test_markup_is_shown_as_plain_text(database_url: str) -> None:
    assert plain('<b>#1</b> 3 &lt; 5 <a href="https://a.cn">看</a> a<b') == "#1 3 < 5 看 (https://a.cn) a<b"


class Terminal:
    """A pseudo terminal somebody types into."""

    def __init__(self) -> None:
        self.keyboard, inner = os.openpty()
        self.source = os.fdopen(inner, encoding="utf-8")

    def types(self, text: str) -> None:
        os.write(self.keyboard, text.encode())


@pytest.fixture
async def terminal() -> AsyncIterator[Terminal]:
    terminal = Terminal()
    yield terminal
    os.close(terminal.keyboard)
    with suppress(OSError):
        terminal.source.close()


async def test_at_a_terminal_a_paste_with_blank_lines_is_one_message(
    store: Store, taken: Taken, terminal: Terminal
) -> None:
    door = ConsoleDoor(store, on_message=taken.take, on_command=taken.take, source=terminal.source, target=StringIO())
    await door.start()
    running = asyncio.create_task(door.run())
    terminal.types("【通知】\n\n一、报表\n")
    await until(lambda: len(taken.items) == 2)
    terminal.types("待办\n")
    await until(lambda: len(taken.items) == 3)
    terminal.types("\x04")
    await asyncio.wait_for(running, 5)
    assert taken.said == ["/start", "【通知】\n\n一、报表", "/open"]


async def test_a_line_that_names_a_file_is_the_file(store: Store, taken: Taken, tmp_path: Path) -> None:
    plain, spaced = tmp_path / "a.docx", tmp_path / "表 1.xlsx"
    plain.write_bytes(b"docx")
    spaced.write_bytes(b"xlsx!")
    escaped = str(spaced).replace(" ", "\\ ")
    await piped(store, taken, f"{plain}\n请按附表填报\n'{spaced}'\n\n{spaced.as_uri()}\n{escaped}\n/nowhere/b.docx\n")
    given = [(item.text, [(file.name, file.size) for file in item.attachments]) for item in taken.items[:4]]
    assert given == [
        ("", [("a.docx", 4)]),
        ("请按附表填报", [("表 1.xlsx", 5)]),
        ("", [("表 1.xlsx", 5)]),
        ("", [("表 1.xlsx", 5)]),
    ]
    ref = taken.items[0].attachments[0].ref
    assert await content_of(ref) == b"docx"
    plain.unlink()
    with pytest.raises(PermanentFailure):
        await content_of(ref)
