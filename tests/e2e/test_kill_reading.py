"""`kill -9` while a file is being read: nothing of it stays on the disk, and the next start reads it."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import psutil
import pytest

from bot.clock import utc_now
from tests.e2e.notices import notice
from tests.e2e.process import SECRET, running
from tests.emulator import Person, Telegram, serve, until

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(999)
CONVERTER = """#!{python}
import os, pathlib, time
begun = pathlib.Path({begun!r})
if not begun.exists():
    begun.write_text(str(os.getpid()))
    time.sleep(60)
print({words!r})
"""


def running_still(process: int) -> bool:
    """Whether a process lives."""
    try:
        return psutil.Process(process).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


async def test_a_bot_killed_over_a_file_leaves_nothing_behind_and_reads_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools, temporary, begun = tmp_path / "bin", tmp_path / "tmp", tmp_path / "begun"
    tools.mkdir()
    temporary.mkdir()
    words = "请各村于12月30日17:00前将秸秆禁烧台账报送至镇农业农村办，联系人：王敏。"
    catdoc = tools / "catdoc"
    catdoc.write_text(CONVERTER.format(python=sys.executable, begun=str(begun), words=words))
    catdoc.chmod(0o755)
    monkeypatch.setenv("PATH", str(tools))
    monkeypatch.setenv("TMPDIR", str(temporary))
    telegram, database = Telegram(), tmp_path / "office.db"
    admin = Person(telegram, "书记")
    async with serve(telegram) as front:
        async with running(telegram, front, tmp_path, database) as bot:
            admin.starts(SECRET)
            await until(lambda: bool(admin.shown))
            admin.sends_file("通知.doc", OLD_WORD)
            await until(begun.exists)
            assert list(temporary.rglob("given.doc"))
            admin.sends(notice(1, utc_now()))
            await admin.sees("#1")
            await bot.ends(signal.SIGKILL)
        converter = int(begun.read_text())
        await until(lambda: not running_still(converter))
        async with running(telegram, front, tmp_path, database) as bot:
            await admin.sees("#2", "秸秆禁烧台账")
            assert not list(temporary.rglob("given.doc"))
            assert await bot.ends(signal.SIGTERM) == 0
    assert not list(temporary.rglob("*"))
    assert telegram.violations == []
