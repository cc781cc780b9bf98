"""`jianfu run` and `jianfu chat` as an operator meets them: processes, signals, exit statuses, one clear line."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

from bot.clock import utc_now
from tests.e2e.notices import notice
from tests.e2e.process import SECRET, environment, run_once, running
from tests.emulator import Person, Telegram, serve, until


async def test_a_bot_that_is_told_to_stop_ends_in_order_and_goes_on_where_it_was(tmp_path: Path) -> None:
    telegram, database = Telegram(), tmp_path / "office.db"
    admin = Person(telegram, "书记")
    async with serve(telegram) as front:
        async with running(telegram, front, tmp_path, database) as bot:
            admin.starts(SECRET)
            await until(lambda: bool(admin.shown))
            assert await bot.ends(signal.SIGTERM) == 0
        admin.sends(notice(1, utc_now()))
        async with running(telegram, front, tmp_path, database) as bot:
            await admin.sees("#1")
            assert await bot.ends(signal.SIGINT) in (0, 130)
    assert telegram.violations == []
    assert "Traceback" not in bot.said
    assert telegram.token not in bot.said


async def test_a_bot_that_waits_for_telegram_ends_when_it_is_told_to(tmp_path: Path) -> None:
    telegram = Telegram()
    async with serve(telegram) as front:
        env = environment(telegram, front, tmp_path / "office.db")
    pipe = asyncio.subprocess.PIPE
    command = (sys.executable, "-m", "bot", "run")
    process = await asyncio.create_subprocess_exec(*command, cwd=tmp_path, env=env, stderr=pipe)
    assert process.stderr
    while b"cannot be reached" not in (line := await asyncio.wait_for(process.stderr.readline(), 20)):
        assert line, "it ended by itself"
    process.terminate()
    _, rest = await asyncio.wait_for(process.communicate(), 5)
    assert process.returncode == 0
    assert b"Traceback" not in rest


async def test_a_wrong_token_is_one_line_and_status_2(tmp_path: Path) -> None:
    telegram = Telegram()
    async with serve(telegram) as front:
        env = environment(telegram, front, tmp_path / "office.db") | {
            "JIANFU_TOKEN": "123456:AAwrongwrongwrongwrongwrong"
        }
        status, _, errors = await run_once(tmp_path, env, "run")
    assert status == 2
    assert "JIANFU_TOKEN" in errors
    assert "Traceback" not in errors
    assert "AAwrong" not in errors


async def test_a_whole_talk_through_a_pipe(tmp_path: Path) -> None:
    telegram = Telegram()
    async with serve(telegram) as front:
        env = environment(telegram, front, tmp_path / "office.db")
        typed = f"{notice(1, utc_now())}\n\n待办\n完成 1\n待办\n"
        status, out, errors = await run_once(tmp_path, env, "chat", typed=typed)
        again, known, _ = await run_once(tmp_path, env, "chat", typed="/task 1\n")
    assert (status, again) == (0, 0), errors
    assert "#1" in out
    assert "[1]" in out
    assert "<b>" not in out
    assert "#1" in known
