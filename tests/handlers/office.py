"""An office with an admin in a fresh store, and a way to feed it and to read what it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.models import Changes, Entity, Member, Message, Role
from bot.render import Renderer
from handlers.deliver import deliver
from handlers.deps import Deps
from handlers.message import Handled, handle_message
from storage.store import Store
from tests.factories import CALENDAR, NOW, member
from tests.fakes import FakeSender

RENDERER = Renderer()


@dataclass
class Office:
    """One workspace with its admin `tg:1`, on a clock that only moves when told."""

    deps: Deps
    sender: FakeSender
    now: datetime = NOW

    async def receive(self, *messages: Message, apart: float = 0.1) -> list[Handled]:
        """Let messages arrive one after the other, `apart` seconds from each other."""
        handled = []
        for one in messages:
            handled.append(await handle_message(self.deps, one, self.now))
            self.now += timedelta(seconds=apart)
        return handled

    async def answers(self) -> list[str]:
        """Let time pass until nothing waits any more; what was said meanwhile."""
        said = len(self.sender.sent)
        end = self.now + timedelta(minutes=5)
        while (again := await deliver(self.deps, self.sender, RENDERER, self.now)) is not None and again <= end:
            self.now = max(again, self.now + timedelta(milliseconds=1))
        return [one.text for one in self.sender.sent[said:]]

    async def save(self, *entities: Entity) -> dict[str, int]:
        """Write entities as they are; the ids of new groups and members."""
        async with self.deps.store.work(1) as work:
            return dict((await work.apply(Changes(entities))).ids)

    async def join(self, number: int, **more: object) -> Member:
        """Another member, `tg:<number>`."""
        one = member(number, **more)
        ids = await self.save(Member(**{**_fields(one), "id": 0}))  # type: ignore[arg-type]
        return Member(**{**_fields(one), "id": ids[one.user]})  # type: ignore[arg-type]


def _fields(one: Member) -> dict[str, object]:
    return {name: getattr(one, name) for name in Member.__slots__}


async def open_office(store: Store) -> Office:
    """An office with one admin in a fresh store."""
    await store.create_workspace("党政办", Member(0, "tg:1", "tg:1", "王敏", Role.ADMIN, joined_at=NOW), NOW)
    return Office(Deps(store, CALENDAR), FakeSender())
