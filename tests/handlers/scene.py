"""A small office for tests: people, tasks, groups in a real store; commands go in, rendered messages come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from bot.core.lifecycle import due_of
from bot.core.models import (
    Assignment,
    Changes,
    Command,
    Entity,
    Group,
    Kind,
    Member,
    Message,
    Outcome,
    Outgoing,
    Relation,
    Role,
    StoredMessage,
    Task,
)
from bot.core.occurrences import plan_occurrences
from bot.core.reminding import replan
from bot.core.words import read_command
from bot.render import Renderer
from handlers.command import handle_command
from handlers.deliver import deliver
from handlers.deps import Deps, Rules
from handlers.tick import tick
from storage.store import Store
from tests.factories import CALENDAR, NOW, source, task
from tests.fakes import FakeSender

RENDERER = Renderer()

ADMIN, COORDINATOR, CADRE, OTHER = "tg:1", "tg:2", "tg:3", "tg:4"
PEOPLE = {
    ADMIN: ("梁主任", Role.ADMIN),
    COORDINATOR: ("周敏", Role.COORDINATOR),
    CADRE: ("王强", Role.CADRE),
    OTHER: ("李梅", Role.CADRE),
}


@dataclass
class Scene:
    """One office on a simulated clock."""

    store: Store
    deps: Deps
    sender: FakeSender = field(default_factory=FakeSender)
    now: datetime = NOW
    members: dict[str, Member] = field(default_factory=dict)
    _ids: count[int] = field(default_factory=lambda: count(1))

    async def say(
        self, user: str, text: str, *, chat: str | None = None, card: str | None = None, id: str | None = None
    ) -> str:
        """Let somebody type a command or press its button; what he is then told, all messages joined."""
        name, args = read_command(text) or ("unreadable", text)
        command = Command(
            id or f"c{next(self._ids)}",
            name,
            args,
            chat or user,
            user,
            PEOPLE.get(user, ("路人",))[0],
            self.now,
            chat is None,
            card,
        )
        before = len(self.sender.sent)
        await handle_command(self.deps, command, self.now)
        await self.deliver()
        return "\n".join(one.text for one in self.sender.sent[before:] if one.chat == user)

    async def deliver(self) -> None:
        """Send everything that may be sent by now; whatever is said must fit a message and its buttons theirs."""
        at, before = self.now, len(self.sender.sent)
        for _ in range(200):
            if not self.deps.strangers.waiting and await self.store.next_outbox(at) is None:
                break
            again = await deliver(self.deps, self.sender, RENDERER, at)
            if again is None or again > self.now + timedelta(minutes=5):
                break
            at = max(again, at + timedelta(milliseconds=1))
        for one in self.sender.sent[before:]:
            assert 0 < len(one.text) <= 4096
            assert all(len(button.command.encode()) <= 64 and button.label for row in one.buttons for button in row)

    async def until(self, now: datetime, step: timedelta = timedelta(minutes=30)) -> list[Outgoing]:
        """Let time pass in ticks; what was sent meanwhile."""
        before = len(self.sender.sent)
        while self.now < now:
            self.now = min(self.now + step, now)
            await tick(self.deps, self.now)
            await self.deliver()
        return self.sender.sent[before:]

    async def tick(self, now: datetime | None = None) -> list[Outgoing]:
        """One tick, at once or after the clock was set; what it sent."""
        self.now = now or self.now
        before = len(self.sender.sent)
        await tick(self.deps, self.now)
        await self.deliver()
        return self.sender.sent[before:]

    async def put(self, *entities: Entity) -> None:
        """Write these rows."""
        async with self.store.work(1) as work:
            await work.apply(Changes(entities))

    async def open(
        self, number: int, holders: Sequence[str] = (CADRE,), group: str | None = None, **more: object
    ) -> Task:
        """Open a task as intake would: its message, source, shares, dates and reminders."""
        opened = replace(task(number, **more), opened_at=self.now, opened_by=f"m{number}")
        dates = plan_occurrences(opened, (), self.now, CALENDAR)
        opened = replace(opened, due=due_of(opened, dates, self.now))
        people = [self.members[each] for each in holders]
        text = f"{opened.facts.title}，9月25日17:00前报"
        message = Message(
            f"m{number}", self.now, text, chat=holders[0] if holders else None, by=holders[0] if holders else None
        )
        await self.put(
            opened,
            StoredMessage(message, Outcome.NEW, Kind.TASK, Relation.NEW, "no_likeness", number),
            source(number, message=f"m{number}", at=self.now, text=text, group=group or "农业农村工作群"),
            *(Assignment(number, each.id, at=self.now) for each in people),
            *dates,
            *replan(opened, people, (), self.now, CALENDAR, occurrences=dates),
        )
        return opened

    async def more(self, number: int, id: str, text: str, relation: Relation = Relation.DUPLICATE) -> None:
        """Another message that was judged to speak of a task."""
        message = Message(id, self.now, text, chat=CADRE, by=CADRE)
        await self.put(
            StoredMessage(message, Outcome.MERGED, Kind.TASK, relation, "same_words", number),
            source(
                number,
                message=id,
                at=self.now + timedelta(seconds=1),
                text=text,
                relation=relation,
                reason="same_words",
            ),
        )

    async def group(self, name: str, **more: object) -> Group:
        """A group that was seen."""
        async with self.store.work(1) as work:
            fields = {"first_at": self.now, "last_at": self.now} | more
            ids = (await work.apply(Changes((Group(0, name, **fields),)))).ids  # type: ignore[arg-type]
            found = await work.group(ids[name])
        assert found is not None
        return found

    async def task(self, number: int) -> Task:
        """The task as it is stored."""
        async with self.store.look(1) as look:
            found = await look.task(number)
        assert found is not None
        return found

    async def speak(self, user: str, language: str) -> None:
        """Let a member read another language from now on."""
        self.members[user] = replace(self.members[user], language=language)
        await self.put(self.members[user])

    def buttons(self) -> list[str]:
        """The commands on the buttons of the last message."""
        return self.sender.commands()


async def open_scene(
    store: Store,
    rules: Rules | None = None,
    timezone: str = "Asia/Shanghai",
    joined: datetime = NOW - timedelta(days=30),
) -> Scene:
    """An office of an admin, a coordinator and two cadres."""
    deps = Deps(store, replace(CALENDAR, timezone=timezone), rules or Rules(admin_secret="geheim"))
    admin = Member(0, ADMIN, ADMIN, *PEOPLE[ADMIN], joined_at=joined)
    await store.create_workspace("青石镇", admin, joined, timezone)
    scene = Scene(store, deps)
    rest = [Member(0, user, user, *PEOPLE[user], joined_at=joined) for user in PEOPLE if user != ADMIN]
    for each in rest:
        await scene.put(each)
    async with store.look(1) as look:
        scene.members = {each.user: each for each in await look.members()}
    return scene
