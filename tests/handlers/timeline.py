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
from datetime import UTC, datetime, time, timedelta, tzinfo
from itertools import count
from zoneinfo import ZoneInfo

from bot.core.models import Member, Message, Outgoing, Role
from bot.core.workdays import Calendar
from handlers.deps import Deps, Rules
from handlers.message import handle_message
from storage.store import Store
from tests.factories import CALENDAR, SHANGHAI
from tests.handlers.scene import CADRE, Scene, open_scene

STEP = timedelta(hours=1)
"""Ticks come at every hour, at each digest's time, and at each minute at which a reminder or a row falls due."""

LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)
"""When everybody joined."""

OFFICE = Rules(admin_secret="geheim")

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
    calendar: Calendar = CALENDAR
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
        local = self.scene.now.astimezone(ZoneInfo(self.calendar.timezone))
        self.heard += [Heard(local, one.chat, one.text, one.chat == self.speaker) for one in sent]


@dataclass(frozen=True, slots=True)
class At:
    """Something happens at a minute."""

    when: str
    action: Action


@dataclass(frozen=True, slots=True)
class Check:
    """A claim about what one person heard unasked; it marks the messages that it explains."""

    until: tuple[str, timedelta]
    claim: Callable[[list[Heard], tzinfo], None]
    chat: str = CADRE


def moment(text: str, zone: tzinfo = SHANGHAI) -> datetime:
    """`MM-DD HH:MM` of 2026, or with the year before it; with `*` behind it the second time that clocks show it."""
    day, _, clock = text.partition(" ")
    at = datetime.fromisoformat(f"{day if len(day) > 5 else '2026-' + day}T{clock.rstrip('*')}:00")
    return at.replace(tzinfo=zone, fold=int(clock.endswith("*")))


def at(when: str, *actions: Action) -> At:
    """At that minute these things happen, in order."""

    async def all_of(line: Line) -> None:
        for action in actions:
            await action(line)

    return At(when, all_of)


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
    """The bot stops and starts again with the same database; its first tick comes at once."""

    async def act(line: Line) -> None:
        await line.scene.store.close()
        line.scene.store = await Store.open(line.url)
        line.scene.deps = Deps(line.scene.store, line.calendar, line.scene.deps.rules)
        line.note(await line.scene.tick())

    return act


def away(until: str) -> Action:
    """The bot is down until then: no tick, no delivery."""

    async def act(line: Line) -> None:
        line.scene.now = moment(until, ZoneInfo(line.calendar.timezone))

    return act


def expect(when: str, *words: str, chat: str = CADRE) -> Check:
    """One unasked message at `when` (`17:00±5m` gives room) that holds all these words, and only one."""
    text, _, room = when.partition("±")
    room_minutes = timedelta(minutes=int(room.rstrip("m") or 0) if room else 0)

    def claim(heard: list[Heard], zone: tzinfo) -> None:
        aim = moment(text, zone).astimezone(UTC)
        fits = [one for one in heard if abs(one.when - aim) <= room_minutes and all(word in one.text for word in words)]
        assert len(fits) == 1, f"{len(fits)} messages at {when} with {words}; heard: {[str(one) for one in heard]}"
        heard.remove(fits[0])

    return Check((text, room_minutes), claim, chat)


def expect_none(since: str, until: str, chat: str = CADRE, about: str = "") -> Check:
    """Nothing is heard in [since, until), or nothing with these words."""

    def claim(heard: list[Heard], zone: tzinfo) -> None:
        start, end = moment(since, zone), moment(until, zone)
        wrong = [str(one) for one in heard if start <= one.when < end and about in one.text]
        assert not wrong, wrong

    return Check((until, timedelta()), claim, chat)


def nothing_else(until: str, chat: str = CADRE) -> Check:
    """Of all that was heard until then, nothing is left that no `expect` before this line explained."""

    def claim(heard: list[Heard], zone: tzinfo) -> None:
        end = moment(until, zone)
        left = [str(one) for one in heard if one.when <= end]
        assert not left, left

    return Check((until, timedelta()), claim, chat)


async def play(
    url: str,
    *script: At | Check,
    digests: bool = False,
    timezone: str = "Asia/Shanghai",
    rules: Rules = OFFICE,
    others: dict[str, dict[str, object]] | None = None,
    **changed: object,
) -> Line:
    """Play the script over the database at `url`; `changed` are fields of the cadre who forwards.

    `others` are fields of other people by user; the times of the script are those of `timezone`.
    """
    calendar = replace(CALENDAR, timezone=timezone)
    line = Line(await open_scene(await Store.open(url), rules, timezone, LONG_AGO), url, calendar)
    zone = ZoneInfo(timezone)
    try:
        await _set_up(line, digests, (others or {}) | {CADRE: changed})
        await _run(line, script, zone)
    finally:
        await line.scene.store.close()
    for check in (part for part in script if isinstance(part, Check)):
        mine = [one for one in line.heard if one.chat == check.chat and not one.asked]
        before = len(mine)
        check.claim(mine, zone)
        if len(mine) < before:
            line.heard = [one for one in line.heard if one.chat != check.chat or one.asked or one in mine]
    return line


async def _set_up(line: Line, digests: bool, changed: dict[str, dict[str, object]]) -> None:
    for user, each in line.scene.members.items():
        member: Member = each if digests else replace(each, digest_times=())
        member = replace(member, **changed.get(user, {}))  # type: ignore[arg-type]
        if user != CADRE and each.role is not Role.CADRE:
            member = replace(member, digest_times=())
        line.scene.members[user] = member
        await line.scene.put(member)


async def _run(line: Line, script: Sequence[At | Check], zone: tzinfo) -> None:
    events = [(moment(part.when, zone).astimezone(UTC), part) for part in script if isinstance(part, At)]
    events.sort(key=lambda event: event[0])
    line.scene.now = events[0][0]
    for when, event in events:
        await _pass(line, when)
        await event.action(line)
    ends = [part.until for part in script if isinstance(part, Check)]
    await _pass(line, max(moment(text, zone).astimezone(UTC) + more for text, more in ends))


async def _pass(line: Line, until: datetime) -> None:
    scene = line.scene
    scene.now = scene.now.astimezone(UTC)
    while scene.now < until:
        due = await _next_minutes(line, min(scene.now.replace(minute=0) + STEP, until))
        line.note(await scene.tick(due))


async def _next_minutes(line: Line, step: datetime) -> datetime:
    """The next minute at which something may fall due, `step` at the latest."""
    scene, zone = line.scene, ZoneInfo(line.calendar.timezone)
    async with scene.store.look(1) as look:
        due = [each.due for each in await look.reminders()]
        members = await look.members()
    waiting = await scene.store.next_outbox(scene.now)
    today = scene.now.astimezone(zone).date()
    clocks = {time.fromisoformat(clock) for member in members for clock in member.digest_times}
    slots = [datetime.combine(today, clock, zone).astimezone(UTC) for clock in clocks]
    return min(at for at in [*due, *slots, *([waiting] if waiting else []), step] if scene.now < at <= step)
