"""What a person types to the bot in a sentence and means as a command; told from a notice by the tasks he has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.models import Command, Member, Message, Origin
from bot.core.rights import Reach, reach
from bot.core.typed_moves import read_reply_move, read_typed_move, reads_as_time, tasks_moved
from handlers.command import handle_command
from handlers.deps import Deps
from handlers.message import Arrival, handle_messages


async def take_in(deps: Deps, arrivals: Sequence[Arrival]) -> int:
    """Take in messages of one chat in their order, each that is meant as a command as one; how many of the first."""
    message, now, receipt = arrivals[0]
    meant = await command_meant(deps, message, now)
    if meant is not None:
        await handle_command(deps, meant, now, receipt)
        return 1
    ahead = next((at for at, one in enumerate(arrivals) if at and _may_be_command(one[0])), len(arrivals))
    return len(await handle_messages(deps, arrivals[:ahead]))


def _may_be_command(message: Message) -> bool:
    answers = message.reply_to is not None and read_reply_move(message.text) is not None
    return answers or read_typed_move(message.text) is not None


async def command_meant(deps: Deps, message: Message, now: datetime) -> Command | None:
    """The command that a message of somebody's own is, typed in private; None for whatever may be a notice."""
    if not message.private or message.by is None or message.sent_at or message.attachments or message.edited:
        return None
    if message.origin != Origin():
        return None
    move, moved = read_typed_move(message.text), read_reply_move(message.text) if message.reply_to else None
    found = await deps.store.whoami(message.by) if move or moved else None
    if found is None:
        return None
    workspace, member = found
    calendar = replace(deps.calendar, timezone=workspace.timezone)
    if moved is not None and message.reply_to is not None and reads_as_time(moved, now, calendar):
        async with deps.store.work(workspace.id) as work:
            number = await work.task_of_card(message.chat or member.chat, message.reply_to)
        return _command(message, member, "due", f"{number} {moved}") if number is not None else None
    if move is None:
        return None
    if move.hashed:
        return _command(message, member, "due", move.args)
    if not reads_as_time(move.when, now, calendar):
        return None
    async with deps.store.look(workspace.id) as look:
        office = reach(member.role, "due") is Reach.OFFICE
        tasks = await look.tasks(member=None if office else member.id)
    sure, maybe = tasks_moved(move, tasks, calendar)
    if sure:
        return _command(message, member, "due", move.args)
    return _command(message, member, "move", f"{' '.join(map(str, maybe))} {move.when}") if maybe else None


def _command(message: Message, member: Member, name: str, args: str) -> Command:
    chat, user = message.chat or member.chat, message.by or member.user
    return Command(message.id, name, args, chat, user, member.name, message.received_at)
