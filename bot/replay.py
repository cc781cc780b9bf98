"""`jianfu replay`: feed messages in order, each at its own time, through the same handlers and store as `run`."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TextIO

from bot.app import Office, open_office
from bot.clock import utc_now
from bot.config import Settings
from bot.core.models import Member, Message, Role
from bot.phones import Screen
from bot.progress import progress
from bot.reading import Reader
from bot.simulation import Simulation
from handlers.deps import Deps
from handlers.message import Handled, handle_message


@asynccontextmanager
async def temporary_office(settings: Settings) -> AsyncIterator[Office]:
    """An office whose database is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="jianfu-", ignore_cleanup_errors=True) as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'replay.db'}"
        async with open_office(settings.model_copy(update={"database_url": url})) as office:
            yield office


@asynccontextmanager
async def _office(settings: Settings, url: str | None) -> AsyncIterator[Office]:
    if url is None:
        async with temporary_office(settings) as office:
            yield office
    else:
        from bot.config import load_settings

        async with open_office(load_settings(database_url=url)) as office:
            yield office


class _Scenarios:
    """One workspace with one reader a scenario; a scenario that the database already knows goes on."""

    def __init__(self, office: Office, screen: Screen | None = None) -> None:
        self._office, self._screen = office, screen
        self._users: dict[str, str] = {}

    async def reader(self, scenario: str, now: datetime) -> str:
        """The user who reads `scenario`."""
        user = self._users.get(scenario)
        if user is None:
            user = self._users[scenario] = f"replay:{scenario}"
            if self._screen is not None:
                self._screen.names[user] = scenario
            store = self._office.deps.store
            if await store.whoami(user) is None:
                member = Member(id=0, user=user, chat=user, name=scenario, role=Role.ADMIN, joined_at=now)
                await store.create_workspace(scenario, member, now, self._office.settings.timezone)
        return user


class _Passing:
    """The clock of a replay: between two messages reminders and digests fall due as they would have."""

    def __init__(self, office: Office, out: TextIO | None) -> None:
        self._office = office
        self._simulation: Simulation | None = None
        self.screen = Screen({}, out)

    async def until(self, now: datetime) -> Deps:
        """Let time pass up to the next message; messages out of order do not turn it back."""
        if self._simulation is None:
            clock = self._simulation = Simulation(self._office.deps, self.screen, self._office.renderer, now)
            self.screen.clock = lambda: clock.now.astimezone(self._office.settings.zone)
        if now > self._simulation.now:
            await self._simulation.advance(now)
        return self._simulation.deps

    async def to_the_end(self) -> None:
        """One day more, so that what the last messages promised is heard."""
        if self._simulation is not None:
            await self._simulation.advance(self._simulation.now + timedelta(days=1))


async def replay(settings: Settings, options: argparse.Namespace) -> int:
    """Print one line a message: its kind, relation, task and why; 1 when some lines were bad.

    With `clock` what reaches the readers' phones is printed too, to stderr beside JSON.
    """
    at = options.at or utc_now().astimezone(settings.zone)
    reader = Reader(settings.zone, at if at.tzinfo else at.replace(tzinfo=settings.zone))
    async with _office(settings, options.database_url) as office:
        passing = _Passing(office, sys.stderr if options.json else None) if options.clock else None
        scenarios = _Scenarios(office, passing.screen if passing else None)
        for message, scenario in progress(reader.messages(options.file)):
            deps = await passing.until(message.received_at) if passing else office.deps
            user = await scenarios.reader(scenario or "replay", message.received_at)
            handled = await handle_message(deps, given_by(message, user), message.received_at)
            line = await _line(office, user, message, handled)
            print(json.dumps(line, ensure_ascii=False) if options.json else _for_people(line))
        if passing:
            await passing.to_the_end()
    return int(reader.bad > 0)


def given_by(message: Message, user: str) -> Message:
    """The message as if `user` had forwarded it to the bot at the time it was posted."""
    return replace(message, sent_at=message.reference, by=user, chat=user, private=True)


async def _line(office: Office, user: str, message: Message, handled: Handled) -> dict[str, object]:
    """The object that `replay --json` prints for one message (`INTERFACES.md`)."""
    verdict = handled.verdict
    found = await office.deps.store.whoami(user)
    openers: dict[int, str] = {}
    if found is not None and (verdict.of is not None or verdict.overlaps):
        async with office.deps.store.look(found[0].id) as look:
            for number in {*verdict.overlaps, *([verdict.of] if verdict.of is not None else [])}:
                task = await look.task(number)
                if task is not None:
                    # A pasted record is stored line by line, as `id#1`, `id#2`; people speak of the whole.
                    openers[number] = task.opened_by.partition("#")[0]
    return {
        "id": message.id,
        "kind": handled.kind.value,
        "relation": verdict.relation.value,
        "of": openers.get(verdict.of) if verdict.of is not None else None,
        "overlaps": [openers[number] for number in verdict.overlaps if number in openers],
        "task": handled.task,
        "reason": verdict.reason,
    }


def _for_people(line: dict[str, object]) -> str:
    target = f" #{line['task']}" if line["task"] else ""
    return f"{line['id']}: {line['kind']} {line['relation']}{target} ({line['reason']})"
