"""A script of one or more days: what arrives at which minute, what must be heard when, and when nobody may ring.

    await play(
        store,
        at("09-23 09:30", forward("…明天17:00前报…")),
        expect("09-24 09:00", "#1 "),
        nothing_else(),
    )
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from bot.core.models import Member, Message, Outgoing, Role
from handlers.deps import Deps, Rules
from handlers.message import handle_message
from storage.store import Store
from tests.factories import CALENDAR, SHANGHAI
from tests.handlers.scene import CADRE, Scene, open_scene

STEP = timedelta(minutes=15)
"""Ticks come at every quarter of an hour and at each minute at which a reminder falls due."""

Action = Callable[["Line"], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Heard:
    """One message that somebody got."""

    when: datetime
    chat: str
    text: str
    asked: bool

    def __str__(self) -> str:
        return f"{self.when:%m-%d %H:%M} {self.text!r}"


@dataclass
class Line:
    """The office on its clock, and all that was heard up to now."""

    scene: Scene
    url: str
    heard: list[Heard] = field(default_factory=list)
    speaker: str | None = None
    ids: count[int] = field(default_factory=lambda: count(1))

    async def flush(self) -> None:
        """Send what may be sent and note it."""
        sent = self.scene.sender.sent
        before = len(sent)
        await self.scene.deliver()
        self.note(sent[before:])

    def note(self, sent: Sequence[Outgoing]) -> None:
        """Write down what was said at this minute."""
        local = self.scene.now.astimezone(SHANGHAI)
        self.heard += [Heard(local, one.chat, one.text, one.chat == self.speaker) for one in sent]


@dataclass(frozen=True, slots=True)
class At:
    """Something happens at a minute."""

    when: datetime
    action: Action


@dataclass(frozen=True, slots=True)
class Check:
    """A claim about what one person heard unasked; it marks the messages that it explains."""

    until: datetime | None
    claim: Callable[[list[Heard]], None]
    chat: str = CADRE


def moment(text: str) -> datetime:
    """`MM-DD HH:MM` of 2026, or with the year before it."""
    day, _, clock = text.partition(" ")
    return datetime.fromisoformat(f"{day if len(day) > 5 else '2026-' + day}T{clock}:00").replace(tzinfo=SHANGHAI)


def at(when: str, *actions: Action) -> At:
    """At that minute these things happen, in order."""

    async def all_of(line: Line) -> None:
        for action in actions:
            await action(line)

    return At(moment(when), all_of)


def forward(text: str, user: str = CADRE, group: str = "党政办工作群") -> Action:
    """A member forwards a notice in private."""

    async def act(line: Line) -> None:
        now, line.speaker = line.scene.now, user
        message = Message(f"f{next(line.ids)}", now, text, chat=user, by=user, group=group)
        await handle_message(line.scene.deps, message, now)
        await line.flush()
        line.speaker = None

    return act


def say(text: str, user: str = CADRE) -> Action:
    """A member types a command or presses its button."""

    async def act(line: Line) -> None:
        before, line.speaker = len(line.scene.sender.sent), user
        await line.scene.say(user, text)
        line.note(line.scene.sender.sent[before:])
        line.speaker = None

    return act


def restart() -> Action:
    """The bot stops and starts again with the same database."""

    async def act(line: Line) -> None:
        await line.scene.store.close()
        line.scene.store = await Store.open(line.url)
        line.scene.deps = Deps(line.scene.store, CALENDAR, line.scene.deps.rules)

    return act


def away(until: str) -> Action:
    """The bot is down until then: no tick, no delivery."""

    async def act(line: Line) -> None:
        line.scene.now = moment(until)

    return act


def expect(when: str, *words: str, chat: str = CADRE) -> Check:
    """One unasked message at `when` (`17:00±5m` gives room) that holds all these words, and only one."""
    text, _, room = when.partition("±")
    aim, room_minutes = moment(text), timedelta(minutes=int(room.rstrip("m") or 0) if room else 0)

    def claim(heard: list[Heard]) -> None:
        fits = [one for one in heard if abs(one.when - aim) <= room_minutes and all(word in one.text for word in words)]
        assert len(fits) == 1, f"{len(fits)} messages at {when} with {words}; heard: {[str(one) for one in heard]}"
        heard.remove(fits[0])

    return Check(aim + room_minutes, claim, chat)


def expect_none(since: str, until: str, chat: str = CADRE, about: str = "") -> Check:
    """Nothing is heard in [since, until), or nothing with these words."""
    start, end = moment(since), moment(until)

    def claim(heard: list[Heard]) -> None:
        wrong = [str(one) for one in heard if start <= one.when < end and about in one.text]
        assert not wrong, wrong

    return Check(end, claim, chat)


def nothing_else(until: str, chat: str = CADRE) -> Check:
    """Of all that was heard until then, nothing is left that no `expect` before this line explained."""
    end = moment(until)

    def claim(heard: list[Heard]) -> None:
        left = [str(one) for one in heard if one.when <= end]
        assert not left, left

    return Check(end, claim, chat)


async def play(url: str, *script: At | Check, digests: bool = False, **changed: object) -> Line:
    """Play the script over the database at `url`; `changed` are fields of the cadre who forwards."""
    line = Line(await open_scene(await Store.open(url), Rules(admin_secret="geheim")), url)
    try:
        await _set_up(line, digests, changed)
        await _run(line, script)
    finally:
        await line.scene.store.close()
    for check in (part for part in script if isinstance(part, Check)):
        mine = [one for one in line.heard if one.chat == check.chat and not one.asked]
        before = len(mine)
        check.claim(mine)
        if len(mine) < before:
            line.heard = [one for one in line.heard if one.chat != check.chat or one.asked or one in mine]
    return line


async def _set_up(line: Line, digests: bool, changed: dict[str, object]) -> None:
    for user, each in line.scene.members.items():
        member: Member = each if digests else replace(each, digest_times=())
        if user == CADRE and changed:
            member = replace(member, **changed)  # type: ignore[arg-type]
        if user != CADRE and each.role is not Role.CADRE:
            member = replace(member, digest_times=())
        line.scene.members[user] = member
        await line.scene.put(member)


async def _run(line: Line, script: Sequence[At | Check]) -> None:
    events = sorted((part for part in script if isinstance(part, At)), key=lambda part: part.when)
    line.scene.now = events[0].when
    for event in events:
        await _pass(line, event.when)
        await event.action(line)
    await _pass(line, max(part.until for part in script if isinstance(part, Check) and part.until))


async def _pass(line: Line, until: datetime) -> None:
    scene = line.scene
    while scene.now < until:
        step = min(scene.now + STEP - (scene.now - scene.now.replace(hour=0, minute=0)) % STEP, until)
        async with scene.store.look(1) as look:
            due = [each.due for each in await look.reminders() if scene.now < each.due < step]
        line.note(await scene.tick(min([*due, step])))
