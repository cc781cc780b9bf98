"""One round of delivery: claim what is due, say it as things stand now, mark how it went.

Every row is sent at least once. A chat gets its rows in order and one message a round; what one chat is refused, or is
slow to take, delays no other. Waiting is counted by given instants, so that a simulated clock gives the same rounds.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.models import OutboxRow, OutboxState, Outgoing
from bot.render import Renderer
from handlers.deps import Deps, MovedChat, PermanentFailure, Sender, SendFailure, TemporaryFailure
from handlers.pace import MINUTE, SECOND
from handlers.parts import Parts, parts_of
from storage.store import StoreError

log = logging.getLogger("jianfu.deliver")

MOST_TRIES = 300
"""After so many temporary failures (a day of them) a row is parked; being asked to wait is none."""

MOST_CRASHES = 5
"""After so many tries a row that cannot be composed is parked."""

LONGEST_WAIT = timedelta(minutes=5)
"""The most that is waited between two tries: when the network is back, nobody waits longer for what he missed."""

AHEAD = timedelta(seconds=0.5)
"""On a real clock rows are made ready so long before there is room for them, so that the allowed pace is kept."""

SLACK = timedelta(seconds=0.02)
"""How late a message may leave on a real clock; at most so much of each second is given away for it."""

A_ROUND = 0.1
"""Seconds a round on a real clock waits for answers; what takes longer is marked by a later round."""

LOST_AFTER = timedelta(minutes=5)
"""A row claimed so long ago is in nobody's hands any more; sending one never takes longer."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class _Round:
    """What one round works with; `clock` is None where no time passes within a round."""

    deps: Deps
    sender: Sender
    renderer: Renderer
    now: datetime
    clock: Clock | None

    @property
    def ahead(self) -> timedelta:
        """How long before there is room for a row it is claimed."""
        return AHEAD if self.clock else timedelta()

    @property
    def present(self) -> datetime:
        """The instant it is now."""
        return self.clock() if self.clock else self.now

    async def turn(self, chat: str) -> datetime:
        """Wait for the place of a message to `chat`; returns when it leaves."""
        at = self.deps.pace.book(chat, self.present, SLACK if self.clock else timedelta())
        if self.clock:
            await asyncio.sleep((at - self.clock()).total_seconds())
        return at


async def deliver(
    deps: Deps, sender: Sender, renderer: Renderer, now: datetime, clock: Clock | None = None
) -> datetime | None:
    """Send what is due and allowed now; returns when to come again, None when nothing waits.

    With a `clock` time passes while a round is at work: it does not wait for slow answers, and `deps.wake` is called
    when they come. Raises StoreError; what was sent meanwhile is marked by the next round.
    """
    this = _Round(deps, sender, renderer, now, clock)
    await _mark(deps)
    await _take_back_lost(deps, now)
    room = deps.pace.room(now, this.ahead)
    room -= _answer_strangers(this, room)
    if room:
        claimed = await deps.store.claim_outbox(now, room, skip_chats=tuple(deps.pace.waiting(now)), door=deps.door)
        for row, parts in await _composed(this, claimed):
            deps.underway.start(_say(this, row, parts), deps.wake)
    await deps.underway.rest(A_ROUND if clock else None)
    await _mark(deps)
    return await _again(this, this.present)


async def finish(deps: Deps, within: float) -> None:
    """Let what is being sent end, at most `within` seconds, and mark it; the rest is sent again by the next start."""
    if not await deps.underway.rest(within):
        await deps.underway.give_up()
    await _mark(deps)


async def take_up_claims(deps: Deps, now: datetime) -> None:
    """At the start: what a killed process had in hand waits again; beside another process only what it cannot hold."""
    await deps.store.release_claims(None if await deps.store.alone() else now - LOST_AFTER)


async def _mark(deps: Deps) -> None:
    """Write back how it went; what cannot be written now is kept for the next round, before anything else is sent."""
    results = list(deps.underway.results)
    if results:
        await deps.store.mark_outbox(results)
        del deps.underway.results[: len(results)]


async def _take_back_lost(deps: Deps, now: datetime) -> None:
    """Once a minute let rows wait again that were claimed long ago: whoever had them is gone."""
    swept = deps.underway.swept_at
    if swept is not None and timedelta() <= now - swept < MINUTE:
        return
    deps.underway.swept_at = now
    lost = await deps.store.release_claims(now - LOST_AFTER)
    if lost:
        log.warning("%d rows that were claimed and never marked are sent again", lost)


async def _again(this: _Round, now: datetime) -> datetime | None:
    """When the next row may be sent: it is due, its chat may be spoken to, and there is room over all."""
    deps = this.deps
    held = deps.pace.waiting(now)
    free = now if deps.strangers.waiting else await deps.store.next_outbox(now, tuple(held), deps.door)
    found = [] if free is None else [free]
    if held and (free is None or free > now):
        anyway = await deps.store.next_outbox(now, door=deps.door)
        if anyway is not None and (free is None or anyway < free):
            found.append(max(anyway, min(held.values())))
    return max(min(found), deps.pace.room_again(now, this.ahead)) if found else None


async def _composed(this: _Round, claimed: Sequence[tuple[int, OutboxRow]]) -> list[tuple[OutboxRow, Parts]]:
    """All claimed rows in words; one look an office. A row that crashes is put off, not the round.

    Raises StoreError when the store fails; the rows are then given back untried.
    """
    said: dict[int, Parts] = {}
    results = this.deps.underway.results
    try:
        for workspace in dict.fromkeys(office for office, _ in claimed):
            async with this.deps.store.look(workspace) as look:
                for row in (row for office, row in claimed if office == workspace):
                    try:
                        said[row.id] = await parts_of(look, this.renderer, row, this.deps.rules.language, this.now)
                    except StoreError:
                        raise
                    except Exception as error:
                        log.exception("outbox row %s (%s) cannot be composed", row.id, row.template)
                        results.append(_failed(row, this.now, type(error).__name__, MOST_CRASHES))
    except StoreError:
        done = {row.id for row in results}
        results += [replace(row, state=OutboxState.PENDING) for _, row in claimed if row.id not in done]
        raise
    return [(row, said[row.id]) for _, row in claimed if row.id in said]


async def _say(this: _Round, row: OutboxRow, parts: Parts) -> OutboxRow:
    """Send the next part of a row; returns the row as it is to be marked, and never raises for one chat's trouble."""
    if not parts.messages:
        return replace(row, state=OutboxState.VOID)
    part = min(row.parts_sent, len(parts.messages) - 1)
    at = await this.turn(row.chat)
    try:
        ref = await _sent(this.sender, parts.messages[part])
        this.deps.pace.accepted()
    except SendFailure as failure:
        return await _trouble(this, row, failure)
    except Exception as error:
        log.exception("outbox row %s (%s) cannot be sent", row.id, row.template)
        return _failed(row, this.present, type(error).__name__, MOST_CRASHES)
    if part + 1 < len(parts.messages):
        # A started row keeps its chat: the store hands out rows that were tried before those that were not.
        more = replace(row, parts_sent=part + 1, attempts=max(row.attempts, 1), sent_ref=ref)
        return replace(more, state=OutboxState.PENDING, not_before=at + SECOND)
    data = row.data | {"cards": list(parts.cards)} if parts.cards else row.data
    return replace(row, state=OutboxState.SENT, data=data, parts_sent=part + 1, sent_ref=ref, sent_at=at, error=None)


async def _sent(sender: Sender, outgoing: Outgoing) -> str:
    """Send or edit; what can no longer be edited is said anew."""
    try:
        return await sender.send(outgoing)
    except PermanentFailure as failure:
        if outgoing.edit is None or failure.gone:
            raise
        return await sender.send(replace(outgoing, edit=None))


async def _trouble(this: _Round, row: OutboxRow, failure: SendFailure) -> OutboxRow:
    """The row after a failure: parked for good, tried again later, or on its way to the chat's new reference."""
    now = this.present
    try:
        if isinstance(failure, MovedChat) and failure.new_chat != row.chat:
            await this.deps.store.chat_moved(row.chat, failure.new_chat)
            return replace(row, chat=failure.new_chat, edit=None, state=OutboxState.PENDING, not_before=now)
        if isinstance(failure, PermanentFailure):
            instead = row.data.get("instead")
            if isinstance(instead, dict):
                chat, template = str(instead["chat"]), str(instead["template"])
                await this.deps.store.redirect(row.id, chat, template)
                data = {name: value for name, value in row.data.items() if name != "instead"}
                again = replace(row, chat=chat, template=template, data=data, edit=None)
                return replace(again, state=OutboxState.PENDING, not_before=now, error=failure.detail)
            if failure.gone:
                await this.deps.store.unreachable(row.chat, True, failure.detail)
            return replace(row, state=OutboxState.PARKED, attempts=row.attempts + 1, error=failure.detail)
    except StoreError as error:
        log.error("what became of %s cannot be noted: %s", row.chat, error)
    if isinstance(failure, TemporaryFailure) and failure.retry_after is not None:
        until = now + timedelta(seconds=max(failure.retry_after, 0))
        this.deps.pace.hold(row.chat, until)
        # Being asked to wait is no failure: however long a flood lasts, nothing is given up.
        held = replace(row, attempts=max(row.attempts, 1), error=failure.detail)
        return replace(held, state=OutboxState.PENDING, not_before=until)
    return _failed(row, now, failure.detail, MOST_TRIES)


def _failed(row: OutboxRow, now: datetime, error: str, most: int) -> OutboxRow:
    """Pushed ahead, longer each time; parked after `most` tries."""
    tries = row.attempts + 1
    if tries >= most:
        return replace(row, state=OutboxState.PARKED, attempts=tries, error=error)
    wait = min(timedelta(seconds=2 ** min(tries, 20)), LONGEST_WAIT)
    return replace(row, state=OutboxState.PENDING, attempts=tries, not_before=now + wait, error=error)


def _answer_strangers(this: _Round, room: int) -> int:
    """One line to each stranger, as far as there is room; returns to how many. When it fails nothing is kept of it."""
    taken = this.deps.strangers.take(room)
    for row, language in taken:
        this.deps.underway.start(_answer_stranger(this, row, language), this.deps.wake)
    return len(taken)


async def _answer_stranger(this: _Round, row: OutboxRow, language: str) -> None:
    text = this.renderer.render(row.template, language, row.data, this.now, this.deps.calendar.timezone)
    await this.turn(row.chat)
    try:
        await this.sender.send(Outgoing(row.chat, text.pages[0], text.buttons))
    except SendFailure as failure:
        log.info("a stranger could not be answered: %s", failure.detail)
