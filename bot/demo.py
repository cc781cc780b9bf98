"""`jianfu demo`: one recorded working day of 22 groups through the whole bot, on a simulated clock."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from importlib.resources import files

from bot.app import Office
from bot.config import Settings
from bot.core.models import Changes, Command, GroupEvent, GroupEventKind, Member, Message, Role
from bot.core.words import read_command
from bot.phones import Screen
from bot.replay import temporary_office
from bot.simulation import Simulation
from handlers.command import handle_command
from handlers.group import handle_group_event
from handlers.message import handle_message

PEOPLE = {"lin": ("小林", Role.CADRE), "zhou": ("周姐", Role.COORDINATOR)}
SEEN_GROUP = "tg:-100203"
"""The one group in which the bot itself sits; all others reach it by forwards."""

DAWN = time(7, 30)
"""When the recorded day begins to be watched."""

DUSK = time(22, 0)
NIGHT = timedelta(hours=9)

STRIDE = timedelta(hours=3)
"""How far the clock jumps when nobody watches: before the recorded day, and from dusk through the night."""

_TASK = re.compile(r"\{(.+?)\}")


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the recording: a note, a message, or a command; `number` is its line."""

    number: int
    value: dict[str, str]
    at: datetime | None

    @property
    def before(self) -> bool:
        """Whether this happened before the recorded day and is not shown."""
        return bool(self.value.get("before"))

    @property
    def note(self) -> dict[str, str] | None:
        """The narrator's words in each language."""
        note = self.value.get("note")
        return note if isinstance(note, dict) else None


def steps() -> Iterator[Step]:
    """The recording, in order of time."""
    text = files("bot").joinpath("data/demo-day.jsonl").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        value = json.loads(line)
        yield Step(number, value, datetime.fromisoformat(value["at"]) if "at" in value else None)


class Player:
    """Plays the recording into one office."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._deps = office.deps
        self._zone = office.settings.zone
        self._screen = Screen({f"demo:{who}": name for who, (name, _) in PEOPLE.items()})
        self._simulation: Simulation | None = None
        self._workspace = 0

    async def play(self) -> None:
        """Play everything, then let the last minutes run out."""
        for step in steps():
            if step.note is not None:
                if step.at is not None:
                    await self._until(step.at)
                print(f"\n━━ {step.note[self._office.settings.language]}")
            elif step.at is not None and step.before:
                await self._do_before(step, step.at)
            elif step.at is not None:
                await self._until(step.at)
                await self._do(step, step.at)
        if self._simulation is not None:
            await self._until(self._simulation.now + timedelta(minutes=5))

    async def _do_before(self, step: Step, at: datetime) -> None:
        """What happened before the recorded day: the same handlers, but nobody watches the phones."""
        if self._simulation is None:
            await self._found_office(at - timedelta(minutes=1))
            self._simulation = Simulation(self._deps, self._screen, self._office.renderer, at)
            self._deps = self._simulation.deps
        await self._simulation.advance(at, STRIDE)
        await self._do(step, at)

    async def _until(self, at: datetime) -> None:
        """Let time pass, minute by minute while somebody is awake, in strides through the night."""
        clock = self._simulation
        if clock is None:
            raise LookupError("the recording has nothing before its day")
        if self._screen.clock is None:
            await clock.advance(at.replace(hour=DAWN.hour, minute=DAWN.minute), STRIDE)
            self._screen.clock = lambda: clock.now.astimezone(self._zone)
        evening = clock.now.astimezone(self._zone).replace(hour=DUSK.hour, minute=DUSK.minute)
        if at > evening + NIGHT:
            await clock.advance(evening)
            await clock.advance(evening + NIGHT, STRIDE)
        await clock.advance(at)

    async def _found_office(self, now: datetime) -> None:
        store = self._deps.store
        admin = Member(0, "demo:admin", "demo:admin", "梁主任", Role.ADMIN, joined_at=now)
        workspace, _ = await store.create_workspace("青石镇", admin, now, self._office.settings.timezone)
        self._workspace = workspace.id
        language = self._office.settings.language
        people = tuple(
            Member(0, f"demo:{who}", f"demo:{who}", name, role, language=language, joined_at=now)
            for who, (name, role) in PEOPLE.items()
        )
        async with store.work(workspace.id) as work:
            await work.apply(Changes(save=people))
        title = next(step.value["group"] for step in steps() if step.value.get("seen"))
        added = GroupEvent("demo:added", GroupEventKind.ADDED, SEEN_GROUP, now, title=title, user="demo:zhou")
        await handle_group_event(self._deps, added, now)

    async def _do(self, step: Step, now: datetime) -> None:
        value = step.value
        identity = f"demo:{step.number}"
        if "text" in value:
            await handle_message(self._deps, self._message(identity, value, now), now)
            return
        user = f"demo:{value['who']}"
        text = await self._with_numbers(value["command"])
        if not step.before:
            print(f"\n  {now.astimezone(self._zone):%m-%d %H:%M}  {PEOPLE[value['who']][0]}: {text}")
        name, args = read_command(text) or ("open", text)
        command = Command(identity, name, args, user, user, PEOPLE[value["who"]][0], now)
        await handle_command(self._deps, command, now)

    def _message(self, identity: str, value: dict[str, str], now: datetime) -> Message:
        if value.get("seen"):
            group, sender = value["group"], value["sender"]
            by = "demo:someone"
            return Message(identity, now, value["text"], group, sender, chat=SEEN_GROUP, by=by, private=False)
        # The header is how the bridge marks a forwarded group message.
        text = f"💬👥 {value['sender']} [{value['group']}]:\n{value['text']}"
        user = f"demo:{value['who']}"
        return Message(identity, now, text, sent_at=now, chat=user, by=user)

    async def _with_numbers(self, text: str) -> str:
        """`/done {低保}` → `/done 3`: the recording names tasks by words, people by number."""
        words = _TASK.search(text)
        if words is None:
            return text
        async with self._deps.store.look(self._workspace) as look:
            for known in reversed(await look.known_tasks()):
                if words[1] in known.task.facts.title or any(words[1] in source.text for source in known.sources[:1]):
                    return _TASK.sub(str(known.task.number), text)
        raise LookupError(f"the recording speaks of {words[1]!r}, which no task is about")


async def demo(settings: Settings, options: argparse.Namespace) -> int:
    """Play the recorded day and show what a cadre and a coordinator see."""
    async with temporary_office(settings) as office:
        await Player(office).play()
    return 0
