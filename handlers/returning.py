"""Somebody who could not be reached writes or unblocks the bot: he is told that something did not reach him."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.core.models import Changes, Entity, Member, OutboxRow, OutboxState
from handlers.deps import Deps
from storage.store import Work


async def welcome_back(deps: Deps, chat: str, now: datetime) -> None:
    """Note in every office that the person of this private chat is back, and tell him; nothing for all others."""
    known = await deps.store.whoami(chat)
    if known is not None and known[1].unreachable:
        async with deps.store.work(known[0].id) as work:
            member = await work.member(known[1].id)
            if member is not None and member.unreachable:
                await work.apply(Changes(await returned(work, member, now)))
                deps.wake()
    await deps.store.unreachable(chat, False)


async def returned(work: Work, member: Member, now: datetime) -> tuple[Entity, ...]:
    """The member as one who is back, with one message for all that did not reach him: it is not made up for."""
    missed = [replace(row, state=OutboxState.VOID) for row in await work.parked(member.chat)]
    key = f"returned:{member.id}:{now.isoformat()}"
    told = OutboxRow(key, member.chat, "returned", {"missed": len(missed)}, now, member=member.id)
    return replace(member, unreachable=False), *missed, told
