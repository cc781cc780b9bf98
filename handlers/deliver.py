"""One round of delivery: claim what is due, say it as things stand now, mark how it went.

Every row is sent at least once. A chat gets its rows in order and one page a round; what one chat is refused delays
no other. All waiting is counted by `now`, so that a simulated clock gives the same rounds.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.models import OutboxRow, OutboxState, Outgoing
from bot.render import Rendered, Renderer
from handlers.compose import Composed, compose
from handlers.deps import Deps, MovedChat, PermanentFailure, Sender, SendFailure, TemporaryFailure
from handlers.pace import SECOND

log = logging.getLogger("jianfu.deliver")

MOST_TRIES = 60
"""After so many temporary failures (more than a day of them) a row is parked."""

MOST_CRASHES = 5
"""After so many tries a row that cannot be composed is parked."""

LONGEST_WAIT = timedelta(minutes=30)
"""The most that is waited between two tries."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A row as it reads now; `text` is None when there is nothing (left) to say."""

    row: OutboxRow
    text: Rendered | None
    cards: tuple[int, ...] = ()


async def deliver(deps: Deps, sender: Sender, renderer: Renderer, now: datetime) -> datetime | None:
    """Send what is due and allowed now; returns when to come again, None when nothing waits."""
    await _answer_strangers(deps, sender, renderer, now)
    room = deps.pace.room(now)
    if room:
        claimed = await deps.store.claim_outbox(now, room, skip_chats=tuple(deps.pace.waiting(now)))
        if claimed:
            said = await _composed(deps, renderer, claimed, now)
            marked = await asyncio.gather(*(_say(deps, sender, one, now) for one in said))
            await deps.store.mark_outbox(marked)
    return await _again(deps, now)


async def _again(deps: Deps, now: datetime) -> datetime | None:
    """When the next row may be sent: it is due, its chat may be spoken to, and there is room over all."""
    held = deps.pace.waiting(now)
    free = await deps.store.next_outbox(now, tuple(held))
    found = [] if free is None else [free]
    if held and (free is None or free > now):
        anyway = await deps.store.next_outbox(now)
        if anyway is not None and (free is None or anyway < free):
            found.append(max(anyway, min(held.values())))
    return max(min(found), deps.pace.room_again(now)) if found else None


async def _composed(
    deps: Deps, renderer: Renderer, claimed: Sequence[tuple[int, OutboxRow]], now: datetime
) -> list[_Said]:
    """All claimed rows in words; one look an office. A row that crashes is put off, not the round."""
    said: dict[int, _Said] = {}
    for workspace in dict.fromkeys(office for office, _ in claimed):
        async with deps.store.look(workspace) as look:
            for row in (row for office, row in claimed if office == workspace):
                try:
                    found = await compose(look, row, deps.rules.language, now)
                    text = found and _rendered(renderer, found, row, look.workspace.timezone, now)
                    said[row.id] = _Said(row, text or None, found.cards if found else ())
                except Exception as error:
                    log.exception("outbox row %s (%s) cannot be composed", row.id, row.template)
                    said[row.id] = _Said(_failed(row, now, type(error).__name__, MOST_CRASHES), None)
    return [said[row.id] for _, row in claimed]


def _rendered(renderer: Renderer, found: Composed, row: OutboxRow, timezone: str, now: datetime) -> Rendered:
    return renderer.render(found.template, found.language, found.data, now, timezone)


async def _say(deps: Deps, sender: Sender, said: _Said, now: datetime) -> OutboxRow:
    """Send the next page of a row; returns the row as it is to be marked, and never raises for one chat's trouble."""
    row = said.row
    if row.state is not OutboxState.CLAIMED:
        return row
    if said.text is None or not said.text.pages:
        return replace(row, state=OutboxState.VOID)
    page = min(row.parts_sent, len(said.text.pages) - 1)
    last = page == len(said.text.pages) - 1
    outgoing = Outgoing(
        row.chat,
        said.text.pages[page],
        said.text.buttons if last else (),
        row.edit if page == 0 else None,
        leave=last and row.template == "farewell",
    )
    deps.pace.note(row.chat, now)
    try:
        ref = await _sent(sender, outgoing)
    except SendFailure as failure:
        return await _trouble(deps, row, failure, now)
    except Exception as error:
        log.exception("outbox row %s (%s) cannot be sent", row.id, row.template)
        return _failed(row, now, type(error).__name__, MOST_CRASHES)
    if not last:
        # A started row keeps its chat: the store hands out rows that were tried before those that were not.
        return _waiting(row, now + SECOND, parts_sent=page + 1, attempts=max(row.attempts, 1), sent_ref=ref)
    data = row.data | {"cards": list(said.cards)} if said.cards else row.data
    return replace(row, state=OutboxState.SENT, data=data, parts_sent=page + 1, sent_ref=ref, sent_at=now, error=None)


async def _sent(sender: Sender, outgoing: Outgoing) -> str:
    """Send or edit; what can no longer be edited is said anew."""
    try:
        return await sender.send(outgoing)
    except PermanentFailure as failure:
        if outgoing.edit is None or failure.gone:
            raise
        return await sender.send(replace(outgoing, edit=None))


async def _trouble(deps: Deps, row: OutboxRow, failure: SendFailure, now: datetime) -> OutboxRow:
    """The row after a failure: parked for good, tried again later, or on its way to the chat's new reference."""
    if isinstance(failure, MovedChat):
        await deps.store.chat_moved(row.chat, failure.new_chat)
        return _waiting(replace(row, chat=failure.new_chat), now)
    if isinstance(failure, TemporaryFailure):
        later = _failed(row, now, failure.detail, MOST_TRIES)
        if failure.retry_after is None:
            return later
        until = now + timedelta(seconds=failure.retry_after)
        deps.pace.hold(row.chat, until)
        return replace(later, not_before=max(until, now))
    if isinstance(failure, PermanentFailure) and failure.gone:
        await deps.store.unreachable(row.chat, True)
    return replace(row, state=OutboxState.PARKED, attempts=row.attempts + 1, error=failure.detail)


def _waiting(row: OutboxRow, until: datetime, **more: object) -> OutboxRow:
    changed: OutboxRow = replace(row, state=OutboxState.PENDING, not_before=until, **more)  # type: ignore[arg-type]
    return changed


def _failed(row: OutboxRow, now: datetime, error: str, most: int) -> OutboxRow:
    """Pushed ahead, longer each time; parked after `most` tries."""
    tries = row.attempts + 1
    if tries >= most:
        return replace(row, state=OutboxState.PARKED, attempts=tries, error=error)
    wait = min(timedelta(seconds=2 ** min(tries, 20)), LONGEST_WAIT)
    return replace(row, state=OutboxState.PENDING, attempts=tries, not_before=now + wait, error=error)


async def _answer_strangers(deps: Deps, sender: Sender, renderer: Renderer, now: datetime) -> None:
    """One line to each stranger; when it fails nothing is kept of it."""
    for row, language in deps.strangers.take():
        text = renderer.render(row.template, language, row.data, now, deps.calendar.timezone)
        deps.pace.note(row.chat, now)
        try:
            await sender.send(Outgoing(row.chat, text.pages[0], text.buttons))
        except SendFailure as failure:
            log.info("a stranger could not be answered: %s", failure.detail)
