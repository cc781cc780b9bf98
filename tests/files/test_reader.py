"""Files are read in a process aside that no file can break the bot with."""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest

from bot.files.pages import TROUBLES
from bot.files.reader import LARGEST, TEXTS, Bounds, FileReader, ReaderClosed, sweep
from tests import documents as make
from tests.files import hostile
from tests.files.memory import peak, worked

LINES = ["关于报送台账的通知", "请各村于10月8日17:00前报送台账，联系人王敏。"]


@pytest.fixture
async def reader():
    reader = FileReader(pictures=False)
    yield reader
    await reader.close()


def folders():
    return set(Path(tempfile.gettempdir()).glob(f"jianfu-files-{os.getpid()}-*"))


async def test_a_file_is_read_aside_and_nothing_is_left_behind():
    before = folders()
    reader = FileReader(pictures=False)
    read = await reader.read(make.docx(LINES), "通知.docx")
    assert read.text.split("\n") == LINES
    await reader.close()
    assert folders() == before


async def test_the_worker_knows_nothing_of_the_bots_secrets(reader, monkeypatch):
    monkeypatch.setenv("JIANFU_TOKEN", "123:secret")
    await reader.read(b"hello there, this is text", "a.txt")
    process = psutil.Process(reader._texts._process.pid)
    assert "secret" not in str(process.environ())


async def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_is_read(tmp_path, monkeypatch):
    slow = tmp_path / "catdoc"
    slow.write_text(f"#!{sys.executable}\nimport time; time.sleep(60)\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    reader = FileReader(pictures=False, texts=Bounds(1.0, 1.0, 1024**3))
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(999)
    started = time.monotonic()
    assert (await reader.read(old, "a.doc")).trouble == "too_slow"
    assert time.monotonic() - started < 20
    assert not list(reader._place().glob("old-*"))
    _, alive = psutil.wait_procs([p for p in psutil.process_iter() if str(reader._place()) in _cmdline(p)], timeout=10)
    assert not alive  # a killed process is gone when the system next looks at it
    reader._texts._bounds = TEXTS  # a slow machine takes longer than a second to start a worker
    assert (await reader.read(make.docx(LINES), "b.docx")).text.split("\n") == LINES
    await reader.close()


def _cmdline(process):
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


async def test_a_picture_may_take_as_long_as_the_machine_is_busy_but_not_work_for_ever(tmp_path, monkeypatch):
    """What is counted is the processor's time; a worker that tells of little is left at work."""
    module = tmp_path / "worker.py"
    module.write_text(
        "import json, sys, struct, time\n"
        "given = sys.stdin.buffer\n"
        "while head := given.read(4):\n"
        "    head = json.loads(given.read(struct.unpack('>I', head)[0]))\n"
        "    pace = float(given.read(head['size']))\n"
        "    for beat in range(13):\n"
        "        print(json.dumps({'cpu': beat * pace}), flush=True)\n"
        "        time.sleep(0.1)\n"
        "    print(json.dumps({'read': {'sort': 'jpeg', 'pages': ['words'], 'forms': [], 'trouble': None, 'cut': False, 'doubtful': True}}), flush=True)\n"
    )
    package = tmp_path / "home" / "bot" / "files"
    package.mkdir(parents=True)
    module.rename(package / "worker.py")
    monkeypatch.setattr("bot.files.reader._HOME", str(tmp_path / "home"))
    reader = FileReader(pictures=False)
    assert (await reader.read(b"0", "to start the worker.jpg")).text == "words"
    reader._texts._bounds = Bounds(60.0, 1.0, 1024**3, work=2.0)
    assert (await reader.read(b"0.1", "busy.jpg")).text == "words"
    assert (await reader.read(b"0.5", "endless.jpg")).trouble == "too_slow"
    await reader.close()


async def test_a_worker_that_is_killed_costs_one_file_and_no_more(reader):
    await reader.read(b"some words to warm up", "a.txt")
    os.kill(reader._texts._process.pid, signal.SIGSTOP)  # so that it is surely still reading when it dies
    reading = asyncio.create_task(reader.read(b"<html>some words", "b.html"))
    await asyncio.sleep(0.3)
    os.kill(reader._texts._process.pid, signal.SIGKILL)
    assert (await reading).trouble in TROUBLES
    assert (await reader.read(make.docx(LINES), "c.docx")).trouble is None


async def test_a_worker_told_to_end_with_the_bot_leaves_that_to_the_bot(reader):
    """A service manager tells all processes at once; a file being read then is not unreadable."""
    await reader.read(b"some words to warm up", "a.txt")
    worker = reader._texts._process.pid
    os.kill(worker, signal.SIGTERM)
    assert (await reader.read(make.docx(LINES), "c.docx")).trouble is None
    assert reader._texts._process.pid == worker


async def test_a_reader_that_is_closed_says_so_and_calls_no_file_unreadable():
    reader = FileReader(pictures=False)
    await reader.read(b"some words to warm up", "a.txt")
    os.kill(reader._texts._process.pid, signal.SIGSTOP)  # so that both are surely still to be read
    reading = [asyncio.create_task(reader.read(b"<html>some words", "b.html")) for _ in range(2)]
    await asyncio.sleep(0.2)
    await reader.close()
    assert [type(each) for each in await asyncio.gather(*reading, return_exceptions=True)] == [ReaderClosed, ReaderClosed]
    assert not folders()


async def test_where_the_engine_cannot_be_loaded_a_photo_is_told_of_as_where_there_is_none(tmp_path, monkeypatch, caplog):
    broken = tmp_path / "rapidocr.py"
    broken.write_text("raise ImportError('libGL.so.1: cannot open shared object file')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    reader = FileReader(pictures=True)
    assert (await reader.read(make.photo(LINES), "a.jpg")).trouble == "picture"
    assert "cannot be loaded" in caplog.text
    await reader.close()


async def test_who_waits_is_told_how_many_are_before_him(reader):
    heard = []
    content = make.pdf(LINES, pages=40)
    await asyncio.gather(*(reader.read(content, "a.pdf", lambda p, k=k: heard.append((k, p.ahead))) for k in range(3)))
    assert (1, 1) in heard and (2, 2) in heard and (2, 1) in heard


async def test_what_is_larger_than_telegram_gives_is_not_even_tried(reader):
    assert (await reader.read(bytes(LARGEST + 1), "a.bin")).trouble == "too_big"
    assert reader._texts._process is None


async def test_a_worker_dies_with_its_bot_and_its_folder_goes_with_the_next_start():
    script = (
        "import asyncio, os\nfrom bot.files.reader import FileReader\n"
        "async def main():\n    reader = FileReader(pictures=False)\n    await reader.read(b'some words here', 'a.txt')\n"
        "    print(reader._texts._process.pid, reader._folder, flush=True)\n    os.kill(os.getpid(), 9)\nasyncio.run(main())\n"
    )
    root = str(Path(__file__).parent.parent.parent)
    done = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", script], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": root}, check=False
    )
    worker, folder = done.stdout.split()
    assert os.path.exists(folder)  # noqa: PTH110, ASYNC240
    sweep()
    assert not os.path.exists(folder)  # noqa: PTH110, ASYNC240
    for _ in range(100):
        if not psutil.pid_exists(int(worker)) or psutil.Process(int(worker)).status() == psutil.STATUS_ZOMBIE:
            return
        await asyncio.sleep(0.05)
    raise AssertionError("the worker lives on")


async def test_no_hostile_file_breaks_the_reader_or_takes_longer_than_half_a_minute(reader):
    count, most = 0, 0
    for name, content in hostile.all_of_them():
        worker = reader._texts._process
        before = worked(worker.pid) if worker else 0.0
        read = await reader.read(content, name)
        assert read.trouble in TROUBLES or (read.trouble is None and read.text), name
        assert "root:" not in read.text, name
        count += 1
        if reader._texts._process is not None:
            after = worked(reader._texts._process.pid)
            assert after - before < 30 or reader._texts._process is not worker, (name, after - before)
            most = max(most, peak(reader._texts._process.pid))
    assert count > 100
    assert most < 1024**3
    assert (await reader.read(make.docx(LINES), "last.docx")).text.split("\n") == LINES
