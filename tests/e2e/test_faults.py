"""What goes wrong outside: nothing is lost, nothing is said twice that need not be, and all goes on by itself."""

from __future__ import annotations

import asyncio
import resource
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import telegram as ptb

from bot.clock import Ticker, utc_now
from bot.core.models import Changes, Member, OutboxRow, Role
from bot.render import Renderer
from bot.transport.sending import TelegramSender
from handlers.deliver import deliver
from handlers.deps import Deps
from storage.store import Store, StoreError
from tests.e2e.notices import notice
from tests.e2e.process import SECRET, environment, run_once, running
from tests.e2e.settling import settle
from tests.emulator import InProcessRequest, Person, Telegram, serve, until
from tests.factories import CALENDAR, NOW

SECOND = timedelta(seconds=1)
ONE_ENGINE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
PEOPLE = 40


@dataclass
class Office:
    """Forty people, each promised three lines, on a simulated clock; the way out to Telegram is the real one."""

    deps: Deps
    telegram: Telegram
    people: list[Person]
    sender: TelegramSender
    now: datetime = NOW

    async def promise(self, *marks: str) -> None:
        """These lines to everybody."""
        async with self.deps.store.work(1) as work:
            for mark in marks:
                said = (OutboxRow(f"{p.ref}:{mark}", p.ref, "refused", {"mark": mark}, self.now) for p in self.people)
                await work.apply(Changes(tuple(said)))

    async def run(self, until: timedelta) -> None:
        """Let rounds follow one another, also those in which the store fails."""
        end = self.now + until
        while self.now <= end:
            try:
                again = await deliver(self.deps, self.sender, Renderer(), self.now)
            except StoreError:
                again = self.now + SECOND
            if again is None:
                return
            self.now = max(again, self.now + timedelta(milliseconds=1))

    def said(self, person: Person) -> list[str]:
        """The marks a person has seen, in order."""
        return [shown.text.partition("「")[2].partition("」")[0] for shown in person.shown]


@pytest.fixture
async def office(store: Store, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    telegram = Telegram()
    people = [Person(telegram, f"干部{n}") for n in range(PEOPLE)]
    members = [Member(0, p.ref, p.ref, p.user["first_name"], Role.CADRE) for p in people]
    await store.create_workspace("镇政府", members[0], NOW)
    for one in members[1:]:
        async with store.work(1) as work:
            await work.apply(Changes((one,)))
    ways = {"request": InProcessRequest(telegram), "get_updates_request": InProcessRequest(telegram)}
    async with ptb.Bot(telegram.token, **ways) as bot:  # type: ignore[arg-type]
        yield Office(Deps(store, CALENDAR), telegram, people, TelegramSender(bot))
    assert telegram.violations == []


@pytest.mark.parametrize(
    "how",
    [
        {"kind": "flood", "retry_after": 30},
        {"kind": "status", "code": 502},
        {"kind": "status", "code": 500},
        {"kind": "reset"},
        {"kind": "silence"},
    ],
    ids=str,
)
@ONE_ENGINE
async def test_after_a_storm_everything_arrives_once_and_in_order(office: Office, how: dict[str, object]) -> None:
    storm = office.telegram.fails("sendMessage", times=150, **how)
    await office.promise("甲", "乙", "丙")
    await office.run(timedelta(hours=2))
    assert storm.hits == 150
    assert all(office.said(person) == ["甲", "乙", "丙"] for person in office.people)
    assert (await office.deps.store.health()).parked == 0


async def test_an_answer_that_is_lost_after_the_message_was_taken_doubles_that_message_only(office: Office) -> None:
    lost = [office.telegram.fails("sendMessage", kind=kind, times=5, taken=True) for kind in ("silence", "reset")]
    await office.promise("甲", "乙")
    await office.run(timedelta(hours=1))
    assert all(fault.hits == 5 for fault in lost)
    said = [office.said(person) for person in office.people]
    assert all(list(dict.fromkeys(one)) == ["甲", "乙"] == sorted(set(one), key=one.index) for one in said)
    assert sum(map(len, said)) == 2 * PEOPLE + 10


@ONE_ENGINE
async def test_people_who_blocked_the_bot_stop_nobody_and_doctor_counts_what_they_missed(office: Office) -> None:
    gone = office.people[:20]
    for person in gone:
        person.blocks()
    await office.promise("甲", "乙", "丙")
    await office.run(timedelta(minutes=5))
    assert all(office.said(person) == ["甲", "乙", "丙"] for person in office.people[20:])
    refused = [call for call in office.telegram.calls if call.error]
    assert len(refused) == 20
    health = await office.deps.store.health()
    assert (health.parked, health.pending) == (60, 0)
    assert health.reasons == (("Forbidden: Forbidden: bot was blocked by the user", 60),)


@ONE_ENGINE
async def test_a_database_that_another_process_locks_doubles_nothing(
    office: Office, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with office.deps.store._database.writing() as connection:
        await connection.exec_driver_sql("PRAGMA busy_timeout = 10")
    await office.promise("甲", "乙")
    with closing(sqlite3.connect(database_url.partition("///")[2], isolation_level=None)) as other:
        send = office.sender.send

        async def locked_meanwhile(outgoing):  # type: ignore[no-untyped-def]
            """While the first messages are sent somebody else begins to write."""
            if not other.in_transaction and office.now < NOW + 2 * SECOND:
                other.execute("BEGIN IMMEDIATE")
            return await send(outgoing)

        with monkeypatch.context() as patch:
            patch.setattr(TelegramSender, "send", lambda _, outgoing: locked_meanwhile(outgoing))
            await office.run(5 * SECOND)
        assert len([call for call in office.telegram.calls if call.method == "sendMessage"]) == 30
        with pytest.raises(StoreError, match="locked"):
            await office.deps.store.check_writing()
        other.execute("ROLLBACK")
    await office.run(timedelta(minutes=5))
    assert all(office.said(person) == ["甲", "乙"] for person in office.people)


@ONE_ENGINE
async def test_a_database_that_may_not_grow_any_more_loses_nothing(office: Office) -> None:
    await office.promise("甲")
    async with office.deps.store._database.writing() as connection:
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
        await connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="disk_full"):
        for n in range(50):
            await office.promise(f"乙{n}")
    await office.run(timedelta(minutes=1))
    assert all(office.said(person)[0] == "甲" for person in office.people)
    async with office.deps.store._database.writing() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    await office.promise("丙")
    await office.run(timedelta(hours=1))
    for person in office.people:
        said = office.said(person)
        assert len(said) == len(set(said)) and said[-1] == "丙"


async def test_a_full_disk_is_told_by_doctor_and_afterwards_all_that_came_is_answered(tmp_path: Path) -> None:
    telegram, database = Telegram(), tmp_path / "office.db"
    admin = Person(telegram, "书记")
    async with serve(telegram) as front, running(telegram, front, tmp_path, database) as bot:
        admin.starts(SECRET)
        await until(lambda: bool(admin.shown))
        await settle(telegram, f"sqlite+aiosqlite:///{database}", utc_now)
        _allow(bot.process.pid, 1024)  # no file may grow beyond this: every write fails from here on
        first = admin.last.number
        for number in range(5):
            admin.sends(notice(number, utc_now()))
        await until(lambda: "disk" in bot.said or "full" in bot.said, within=30)
        assert admin.last.number == first
        status, out, _ = await _doctor_on_a_full_disk(tmp_path, environment(telegram, front, database))
        assert status == 1
        assert "disk" in out
        _allow(bot.process.pid, resource.RLIM_INFINITY)
        await until(lambda: all(f"#{n}" in _texts(admin) for n in range(1, 6)), within=60)
        await settle(telegram, f"sqlite+aiosqlite:///{database}", utc_now)
    answers = [shown for shown in admin.shown if shown.number > first]
    assert sum("#1 " in shown.text for shown in answers) == 1
    assert telegram.violations == []


def _allow(process: int, size: int) -> None:
    resource.prlimit(process, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def _texts(person: Person) -> str:
    return "".join(shown.text for shown in person.shown)


async def _doctor_on_a_full_disk(folder: Path, env: dict[str, str]) -> tuple[int, str, str]:
    """What `jianfu doctor` says where no file may grow."""
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1024, resource.RLIM_INFINITY))"
    script = f"{limit}; import sys; from bot.cli import main; sys.argv = ['jianfu', 'doctor']; sys.exit(main())"
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, cwd=folder, env=env | {"JIANFU_LANGUAGE": "en"}, stdout=pipe, stderr=pipe
    )
    out, errors = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode or 0, out.decode(), errors.decode()


async def test_doctor_names_rows_that_could_not_be_sent(tmp_path: Path) -> None:
    database = tmp_path / "office.db"
    store = await Store.open(f"sqlite+aiosqlite:///{database}")
    await store.create_workspace("镇政府", Member(0, "tg:1", "tg:1", "王敏", Role.ADMIN), NOW)
    async with store.work(1) as work:
        await work.apply(
            Changes((OutboxRow("a", "tg:1", "nothing", {}, NOW), OutboxRow("b", "tg:2", "nothing", {}, NOW)))
        )
    await store.unreachable("tg:1", True, "Forbidden: bot was blocked by the user")
    await store.close()
    telegram = Telegram()
    async with serve(telegram) as front:
        env = environment(telegram, front, database) | {"JIANFU_LANGUAGE": "en"}
        status, out, _ = await run_once(tmp_path, env, "doctor")
    assert status == 0
    assert "1 parked: Forbidden: bot was blocked by the user" in out
    assert "is the bot running?" in out


async def test_a_tick_longer_than_its_period_never_runs_beside_itself_and_the_next_one_comes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from apscheduler.triggers.interval import IntervalTrigger

    monkeypatch.setattr("bot.clock._every_minute", lambda: IntervalTrigger(seconds=0.05))
    at_work, most, begun = 0, 0, list[datetime]()

    async def slow(now: datetime) -> None:
        nonlocal at_work, most
        begun.append(now)
        at_work += 1
        most = max(most, at_work)
        await asyncio.sleep(0.2)
        at_work -= 1

    ticker = Ticker(slow)
    ticker.start()
    await until(lambda: len(begun) >= 3)
    await ticker.stop()
    assert most == 1
    assert at_work == 0  # the one under way was finished
    assert begun == sorted(set(begun))
