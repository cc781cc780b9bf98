"""A message is taken back whole, with all that came as one thing with it; what it did to tasks is undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.attribution import Attribution, Why
from bot.core.burst import replaced_in
from bot.core.decide import Decision
from bot.core.models import KnownTask, Member, Message, OutboxRow, Outcome, Relation, StoredMessage, TaskState, Verdict
from bot.core.retelling import heir_of
from bot.core.retracting import RETRACTED, Fate, as_retracted, is_retracted, lot_of, retract_opener, retract_source
from bot.core.views import View, change_view, next_view, title_of
from bot.core.workdays import Calendar
from handlers.answering import still_open
from handlers.deps import Rules
from handlers.desk import Desk, known_about
from handlers.ledger import Ledger
from handlers.letters import reading
from handlers.rereading import facts_without, former_link, said_of
from handlers.ticking.counting import within_measure
from handlers.together import WITHIN as FOLLOWS_WITHIN

WITHIN = timedelta(days=2)
"""How far back the message is looked for that somebody brought last; an older one is answered to."""


def desk_of(ledger: Ledger, calendar: Calendar, now: datetime, actor: Member | None, rules: Rules) -> Desk:
    """Where messages are taken back: what came from where matters no more."""
    return Desk(ledger, calendar, now, actor, Attribution(Why.UNKNOWN), None, ladder=rules.ladder)


async def whole_lot(ledger: Ledger, target: StoredMessage) -> list[StoredMessage]:
    """What came as one thing with that message, the latest first."""
    said, at = target.message, target.message.received_at
    if said.by is None or said.chat is None:
        return [target]
    near = await ledger.brought(said.by, said.chat, at - FOLLOWS_WITHIN, at + FOLLOWS_WITHIN)
    return lot_of(target, [one for one in near if one.message.id != said.id])


async def retracted(desk: Desk, lot: Sequence[StoredMessage], rules: Rules) -> dict[str, object]:
    """Take these messages back, the latest first; what the answer says of them and of the tasks they spoke of."""
    fates: dict[int, Fate] = {}
    lot = [each for each in lot if not is_retracted(each)]
    for stored in lot:
        for known in await desk.ledger.spoken_of(stored.message.id):
            fate = await _parted(desk, stored, known)
            zone, most = ZoneInfo(desk.calendar.timezone), rules.unasked_per_day
            desk.ledger.save(await within_measure(desk.ledger, fate.save, desk.now, zone, most))
            first = fates.get(known.task.number)
            fates[known.task.number] = replace(fate, before=first.before) if first else fate
        desk.ledger.save((as_retracted(stored),))
        await _unsaid(desk.ledger, stored.message)
    told = [fates[number] for number in sorted(fates) if fates[number].before.state is not TaskState.MERGED]
    shown = [_view(fate, ZoneInfo(desk.calendar.timezone)) for fate in told]
    return {"count": len(lot), "fates": shown}


async def emptied(desk: Desk, part: Message, before: StoredMessage, rules: Rules) -> Decision:
    """An edit left no words: as if who wrote it had taken it back, and he is told so where he brought it himself."""
    desk = desk if part.private else replace(desk, actor=None)
    lot = await whole_lot(desk.ledger, replace(before, message=part))
    told = await retracted(desk, lot, rules)
    row = _answer(desk, part, told)
    return Decision(Outcome.CHATTER, Verdict(Relation.NONE, RETRACTED), None, (row,) if row else ())


def _answer(desk: Desk, part: Message, told: dict[str, object]) -> OutboxRow | None:
    if desk.actor is None or not told["count"]:
        return None
    key, data = f"retracted:{part.id}:{int(desk.now.timestamp())}", told | {"latest": False}
    return OutboxRow(key, part.chat or desk.actor.chat, "retracted", data, desk.now, member=desk.actor.id)


async def _parted(desk: Desk, stored: StoredMessage, known: KnownTask) -> Fate:
    """What becomes of one task when that message has its say on it no longer."""
    ledger, message = desk.ledger, stored.message
    rows = await known_about(desk, message, known.task, people=())
    around = replace(rows, group=stored.group)
    if known.task.opened_by != message.id:
        source = next(each for each in known.sources if each.message == message.id)
        former = await former_link(ledger, known, source, desk.calendar, desk.now)
        return retract_source(message, source, former.before, around)
    rest = [each for each in known.sources if each.message != message.id]
    heir = heir_of(rest, await said_of(ledger, known), reading(desk.calendar))
    told = await facts_without(ledger, known, message.id, desk.calendar)
    return retract_opener(message, known.sources, heir, told, await ledger.overlaps(known.task.number), around)


async def _unsaid(ledger: Ledger, message: Message) -> None:
    """What is still to be said of the message is said no more."""
    row = still_open(await ledger.open_burst(message.chat)) if message.chat else None
    less = replaced_in(row, message.id)
    if less is not None and less != row:
        ledger.save((less,))


def _view(fate: Fate, zone: ZoneInfo) -> View:
    return {
        "number": fate.after.number,
        "title": title_of(fate.after),
        "word": fate.word,
        "next": next_view(fate.after, zone),
        "changes": [change_view(each.fact, each.old, each.new) for each in fate.changes],
    }
