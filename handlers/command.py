"""A command, a pressed button or a plain word: who calls, may he, what follows, what he is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.core.models import Changes, Command, Member, OutboxRow, Workspace
from bot.core.rights import IN_GROUPS, TABLE, Reach, reach
from handlers.commands.call import Call, Refusal
from handlers.commands.families import FAMILIES
from handlers.commands.joining import greet_stranger
from handlers.deps import Deps
from handlers.returning import returned
from handlers.ticking.counting import within_measure
from storage.store import Work

Receipt = tuple[str, int]
"""Door and update id of the update that brought the command."""


async def handle_command(deps: Deps, command: Command, now: datetime, receipt: Receipt | None = None) -> None:
    """Carry out one command in one transaction; a command that came before changes nothing.

    Strangers get one polite line in private and none in groups; in groups only members of the office are answered,
    with nothing that others there could read.
    """
    if command.name == "start" and command.private and await greet_stranger(deps, command, now, receipt):
        deps.wake()
        return
    found = await deps.store.whoami(command.user)
    if found is None:
        if command.private:
            deps.strangers.answer(command.chat, "unknown_person", deps.rules.language, now)
        await _finish(deps, receipt)
        deps.wake()
        return
    workspace, member = found
    if not command.private and await deps.store.workspace_of_chat(command.chat) != workspace:
        await _finish(deps, receipt)
        return
    async with deps.store.work(workspace.id) as work:
        await _carry_out(deps, command, now, work, workspace, member, receipt)
    deps.wake()


async def _carry_out(
    deps: Deps,
    command: Command,
    now: datetime,
    work: Work,
    workspace: Workspace,
    member: Member,
    receipt: Receipt | None,
) -> None:
    if await work.outbox(f"reply:{command.id}") is not None:
        await work.apply(Changes(), receipt=receipt)
        return
    # Read anew: what is kept of people may be older than what another process wrote.
    member = await work.member(member.id) or member
    calendar = replace(deps.calendar, timezone=workspace.timezone)
    call = Call(deps, command, now, work, member, reach(member.role, command.name), calendar)
    if member.unreachable and command.private:
        call.member = replace(member, unreachable=False)
        await work.apply(Changes(await returned(work, member, now)))
    try:
        await _run(call)
    except Refusal as refusal:
        call.saves.clear()
        call.rows.clear()
        call.label = None
        call.say("refusal", {"code": refusal.code, **refusal.data}, anew=True)
    rows = call.rows if command.private else [*call.rows, _in_group(call)]
    undo = (call.label, member.id) if call.label else (None, None)
    said = await within_measure(work, rows, now, call.zone, deps.rules.unasked_per_day)
    await work.apply(Changes((*call.saves, *said), *undo), receipt=receipt, now=command.received_at)


async def _run(call: Call) -> None:
    name = call.command.name
    if name not in TABLE:
        raise Refusal("unknown_command", said=name[:20])
    if call.reach is Reach.NONE:
        raise Refusal("not_allowed", command=name)
    if not call.command.private and name not in IN_GROUPS:
        raise Refusal("private_only", command=name)
    await FAMILIES[name](call)


def _in_group(call: Call) -> OutboxRow:
    """What a group sees of a member's command: that it was heard, and nothing of the office's tasks."""
    data: dict[str, object] = {"name": call.member.name}
    return OutboxRow(f"group:{call.command.id}", call.command.chat, "in_group", data, call.now, member=call.member.id)


async def _finish(deps: Deps, receipt: Receipt | None) -> None:
    if receipt is not None:
        await deps.store.finish_update(*receipt)
