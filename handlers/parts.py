"""An outbox row as the messages it is made of: its pages, and the card that it brings up to date in place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.models import OutboxRow, Outgoing
from bot.render import Renderer
from handlers.compose import Composed, compose
from handlers.documents import MADE
from storage.store import Look

STILL_IN_SIGHT = timedelta(hours=48)
"""A card shown within this time is edited when its task changes; further up nobody sees it."""

PRESSING = frozenset({"deadline", "event", "place", "recurrence", "once", "content"})
"""A change of these is said by a message, since no phone rings at an edit; of others the edited card is enough."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What is sent one after the other; `cards` are the tasks whose card the last one is."""

    messages: tuple[Outgoing, ...]
    cards: tuple[int, ...] = ()


async def parts_of(look: Look, renderer: Renderer, row: OutboxRow, language: str, now: datetime) -> Parts:
    """The row in words, as things stand now; no messages when there is nothing left to say."""
    found = await compose(look, row, language, now)
    if found is None:
        return Parts(())
    content, name = None, ""
    if row.template in MADE:
        made = await MADE[row.template](look, renderer, row, found.language, now)
        if made is None:
            return Parts(())
        name, content, more = made
        found = replace(found, data=found.data | more)
    said = _messages(look, renderer, row, found, now)
    if content is not None:
        return Parts(tuple(replace(each, document=(name, content), edit=None) for each in said), found.cards)
    task = _changed_task(row, found)
    if task is None or not said:
        return Parts(said, found.cards)
    card = await look.last_card(row.chat, task)
    if card is None or card.sent_ref is None or card.sent_at is None or now - card.sent_at > STILL_IN_SIGHT:
        return Parts(said, found.cards)
    again = OutboxRow(row.key, row.chat, "card", {"task": task}, now, member=row.member, edit=card.sent_ref)
    shown = await compose(look, again, language, now)
    if shown is None:
        return Parts(said, found.cards)
    edited = _messages(look, renderer, again, shown, now)
    return Parts((*said, *edited) if _facts(found.data) & PRESSING else edited, (task,))


def _messages(look: Look, renderer: Renderer, row: OutboxRow, found: Composed, now: datetime) -> tuple[Outgoing, ...]:
    """A row's pages: the first may stand in another message's place, the last has the buttons."""
    text = renderer.render(found.template, found.language, found.data, now, look.workspace.timezone)
    last = len(text.pages) - 1
    return tuple(
        Outgoing(
            row.chat,
            page,
            text.buttons if place == last else (),
            row.edit if place == 0 else None,
            leave=place == last and row.template == "farewell" and bool(row.data.get("leave")),
        )
        for place, page in enumerate(text.pages)
    )


def _changed_task(row: OutboxRow, found: Composed) -> int | None:
    """The task that a row says has changed, None where it says something else or stands in another's place."""
    task = found.data.get("task")
    changed = row.template == "changed" and row.edit is None and isinstance(task, dict) and _facts(found.data)
    return int(task["number"]) if changed and isinstance(task, dict) else None


def _facts(data: dict[str, object]) -> frozenset[str]:
    """What has changed."""
    changes = data.get("changes")
    return frozenset(str(each["fact"]) for each in changes) if isinstance(changes, list) else frozenset()
