"""/done, /nil, /skip, /drop, /undo: a task is behind us, or not after all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.core.lifecycle import Dossier, Move, Step, finish
from bot.core.lifecycle import drop as drop_task
from bot.core.models import StoredMessage
from bot.core.retracting import latest_brought
from bot.core.views import View, title_of
from handlers.commands.call import Call, Refusal
from handlers.ledger import Ledger
from handlers.retracting import WITHIN, desk_of, retracted, whole_lot


async def done(call: Call) -> None:
    """/done N…: the caller's share, the current date of a recurring duty, or the whole task."""
    await _finish_all(call, "done")


async def nil(call: Call) -> None:
    """/nil N: a nil report for this time."""
    await _finish_all(call, "nil")


async def skip(call: Call) -> None:
    """/skip N: this date of a recurring duty is left out."""
    await _finish_all(call, "skipped")


async def drop(call: Call) -> None:
    """/drop N: it need not be done."""
    lines, found = [], await _found(call)
    for dossier, _ in found.dossiers:
        move = drop_task(dossier, call.member, call.office, call.now)
        await call.settle(move, "drop")
        await _tell_holders(call, dossier, move)
        lines.append(_line(move, call.now))
    call.say("moved", {"lines": lines, "undo": call.label is not None, "missed": found.missed})


@dataclass(frozen=True, slots=True)
class _Found:
    """The tasks meant, each with the date said, and what could not be found: number and why."""

    dossiers: list[tuple[Dossier, date | None]]
    missed: list[View]


async def _found(call: Call) -> _Found:
    """What the numbers mean; refuses where none of them can be found."""
    dossiers: list[tuple[Dossier, date | None]] = []
    refusals: list[Refusal] = []
    for number, day in call.numbers():
        try:
            dossiers.append((await call.dossier(number), day))
        except Refusal as refusal:
            refusals.append(refusal)
    if not dossiers:
        raise refusals[0]
    return _Found(dossiers, [{"number": each.data["number"], "code": each.code} for each in refusals])


async def undo(call: Call) -> None:
    """/undo: what the caller did last here is taken back whole, be it a message he brought or a change he made."""
    target = await _message_meant(call)
    if target is not None:
        await _retract(call, target)
        return
    undoable = await call.work.undoable(call.member.id)
    data: dict[str, object] = {"label": None, "numbers": [], "blocked": False}
    if undoable is not None:
        data = {"label": undoable.label, "numbers": list(undoable.tasks), "blocked": bool(undoable.obstacles)}
        if not undoable.obstacles:
            await call.work.undo(call.member.id, call.now)
    call.say("undone", data)


async def _message_meant(call: Call) -> StoredMessage | None:
    """The message that the command answers, else the last one brought here where no change was made since.

    Who answers the card of a task means the message that opened it. None for a button, which stands under a step.
    """
    command, work = call.command, call.work
    if command.reply_to is not None:
        return await work.first_part(command.reply_to) or await _shown_by(call, command.reply_to)
    if command.card is not None:
        return None
    said = await work.brought(command.user, command.chat, call.now - WITHIN, call.now + WITHIN)
    return latest_brought(said, await work.last_acted(call.member.id))


async def _shown_by(call: Call, card: str) -> StoredMessage | None:
    """The message of the caller's own that opened the task whose card that is."""
    number = await call.work.task_of_card(call.command.chat, card)
    task = await call.work.task(number) if number is not None else None
    opener = await call.work.message(task.opened_by) if task else None
    return opener if opener is not None and opener.message.by == call.member.user else None


async def _retract(call: Call, target: StoredMessage) -> None:
    if target.message.by != call.member.user and not call.office:
        raise Refusal("not_your_message")
    ledger = Ledger(call.work)
    lot = await whole_lot(ledger, target)
    desk = desk_of(ledger, call.calendar, call.now, call.member, call.deps.rules)
    told = await retracted(desk, lot, call.deps.rules)
    await ledger.flush()
    call.say("retracted", told | {"latest": call.command.reply_to is None})


async def _finish_all(call: Call, how: str) -> None:
    lines, found = [], await _found(call)
    for dossier, day in found.dossiers:
        move = finish(dossier, call.member, call.office, call.now, call.calendar, how=how, on=day)
        await call.settle(move, how)
        await _tell_holders(call, dossier, move)
        lines.append(_line(move, call.now, how))
    call.say("moved", {"lines": lines, "undo": call.label is not None, "missed": found.missed})


async def _tell_holders(call: Call, before: Dossier, move: Move) -> None:
    """Who still had a task that somebody closed for everybody need not go on with it."""
    if move.step not in (Step.DONE, Step.DROPPED):
        return
    for member in await call.work.members():
        if member.id in before.holders and member.id != call.member.id:
            call.tell(member, "closed_for_you", _line(move, call.now) | {"by": call.member.name})


def _line(move: Move, now: datetime, how: str = "") -> View:
    task = move.after[0].task
    return {
        "step": move.step.value,
        "how": how,
        "number": task.number,
        "title": title_of(task),
        "state": task.state.value,
        "left": move.left,
        "occurrence": move.occurrence.date.isoformat() if move.occurrence else None,
        "following": move.following.at.isoformat() if move.following else None,
        "owed": move.following.date.isoformat() if move.following and move.following.at <= now else None,
        "parent": task.parent,
    }
