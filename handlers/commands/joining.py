"""/start, /help, /invite, /forget: how people come in, find their way and leave."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import replace
from datetime import datetime

from bot.core.menu import menu_for
from bot.core.models import (
    Assignment,
    AssignmentState,
    Changes,
    Command,
    Invitation,
    JournalEntry,
    Member,
    OutboxRow,
    Reminder,
    Role,
    Workspace,
)
from bot.core.reminding import plan_reminders
from handlers.commands.call import Call, Refusal
from handlers.deps import Deps

_ROLES = {
    "cadre": Role.CADRE,
    "干部": Role.CADRE,
    "村干部": Role.CADRE,
    "coordinator": Role.COORDINATOR,
    "协调": Role.COORDINATOR,
    "协调员": Role.COORDINATOR,
    "党政办": Role.COORDINATOR,
    "admin": Role.ADMIN,
    "管理员": Role.ADMIN,
}


# ── coming in ──


async def greet_stranger(deps: Deps, command: Command, now: datetime, receipt: tuple[str, int] | None) -> bool:
    """/start of somebody new, or with an invitation: join, found the office, or say why not; False for a member's own.

    The admin's secret founds the office once; afterwards people come in by invitation only.
    """
    token = command.args.split(maxsplit=1)[0] if command.args else ""
    if not token:
        return False
    invited = await deps.store.find_invitation(token)
    if invited is not None:
        return await _accept(deps, command, now, *invited, receipt)
    if await deps.store.whoami(command.user) is not None:
        return False
    if _is_secret(deps, token):
        if not await deps.store.workspaces():
            await _found_office(deps, command, now, receipt)
            return True
        code = "founded_already"
    else:
        code = "bad_link"
    deps.strangers.answer(command.chat, "stranger", deps.rules.language, now, {"code": code})
    if receipt is not None:
        await deps.store.finish_update(*receipt)
    return True


def _is_secret(deps: Deps, token: str) -> bool:
    secret = deps.rules.admin_secret
    return bool(secret) and hmac.compare_digest(token.encode(), (secret or "").encode())


async def _found_office(deps: Deps, command: Command, now: datetime, receipt: tuple[str, int] | None) -> None:
    words = command.args.split(maxsplit=1)
    name = words[1].strip()[:60] if len(words) > 1 else command.user_name
    admin = _newcomer(deps, command, Role.ADMIN, now)
    workspace, admin = await deps.store.create_workspace(name, admin, now, deps.calendar.timezone)
    async with deps.store.work(workspace.id) as work:
        row = _welcome_row(command, admin, workspace, now, founded=True)
        entry = JournalEntry(now, "founded", "secret", member=admin.id)
        await work.apply(Changes((row, entry)), receipt=receipt)


async def _accept(
    deps: Deps,
    command: Command,
    now: datetime,
    workspace: Workspace,
    invitation: Invitation,
    receipt: tuple[str, int] | None,
) -> bool:
    """Use an invitation up; of two people with the same link only the first comes in."""
    known = await deps.store.whoami(command.user)
    if known is not None and known[0].id == workspace.id and invitation.used_by == known[1].id:
        return False
    async with deps.store.work(workspace.id) as work:
        current = await work.invitation(invitation.token)
        if current is None or current.used_by is not None:
            code = "used_link"
        else:
            code = ""
            old = await work.member_of_user(command.user)
            member = replace(old, role=current.role) if old else _newcomer(deps, command, current.role, now)
            applied = await work.apply(Changes((member,)))
            member = replace(member, id=applied.ids.get(command.user, member.id))
            used = replace(current, used_by=member.id, used_at=now)
            entry = JournalEntry(now, "joined_office", current.role.value, member=member.id)
            row = _welcome_row(command, member, workspace, now)
            await work.apply(Changes((used, entry, row)), receipt=receipt)
    if code:
        deps.strangers.answer(command.chat, "stranger", deps.rules.language, now, {"code": code})
        if receipt is not None:
            await deps.store.finish_update(*receipt)
    return True


def _newcomer(deps: Deps, command: Command, role: Role, now: datetime) -> Member:
    rules = deps.rules
    return Member(
        0,
        command.user,
        command.chat,
        command.user_name,
        role,
        language=rules.language,
        digest_times=rules.digest_times,
        quiet_hours=rules.quiet_hours,
        joined_at=now,
    )


def _welcome_row(
    command: Command, member: Member, workspace: Workspace, now: datetime, founded: bool = False
) -> OutboxRow:
    data: dict[str, object] = {
        "name": member.name,
        "office": workspace.name,
        "role": member.role.value,
        "founded": founded,
        "new": True,
    }
    return OutboxRow(f"reply:{command.id}", command.chat, "welcome", data, now, member=member.id)


async def welcome(call: Call) -> None:
    """/start of a member: where he is and what to do first."""
    member = call.member
    call.say(
        "welcome",
        {
            "name": member.name,
            "office": call.work.workspace.name,
            "role": member.role.value,
            "founded": False,
            "new": False,
        },
    )


# ── help, invite, forget ──


async def help_(call: Call) -> None:
    """/help: what one can say."""
    call.say("help", {"commands": list(menu_for(call.member.role)), "role": call.member.role.value})


async def invite(call: Call) -> None:
    """/invite role: a link that lets one person in."""
    said = " ".join(call.words).lower()
    role = _ROLES.get(said)
    if role is None:
        raise Refusal("no_such_role", said=said[:20])
    token = secrets.token_urlsafe(12)
    call.save(Invitation(token, role, call.member.id, call.now))
    call.save(JournalEntry(call.now, "invited", role.value, member=call.member.id))
    name = call.deps.bot_name()
    link = f"https://t.me/{name}?start={token}" if name else None
    call.say("invite", {"role": role.value, "link": link, "token": token})


async def forget(call: Call) -> None:
    """/forget [yes]: the caller leaves; his name and references go, the office's tasks stay with the office."""
    members = await call.work.members()
    admins = [each for each in members if each.role is Role.ADMIN and each.id != call.member.id]
    if call.member.role is Role.ADMIN and not admins:
        raise Refusal("last_admin")
    own = await call.work.tasks(member=call.member.id)
    if " ".join(call.words).lower() not in ("yes", "是", "确认"):
        call.say("forget", {"asked": True, "tasks_left": len(own)})
        return
    heirs = await _heirs(call, members)
    await call.work.apply(Changes((*heirs, JournalEntry(call.now, "left", "by_person"))))
    await call.work.forget(call.member.id, call.now)
    # Said from memory: nothing of his may be stored any more.
    data: dict[str, object] = {"asked": False, "tasks_left": len(own)}
    call.deps.strangers.answer(call.member.chat, "forget", call.member.language, call.now, data)


async def _heirs(call: Call, members: list[Member]) -> list[Assignment | Reminder]:
    """Tasks nobody else has go to the coordinators and admins, with their reminders, so that none is lost."""
    leading = [each for each in members if each.role is not Role.CADRE and each.id != call.member.id]
    found: list[Assignment | Reminder] = []
    for task in await call.work.tasks(member=call.member.id):
        shares = await call.work.assignments([task.number])
        if any(each.state is AssignmentState.OPEN and each.member != call.member.id for each in shares):
            continue
        dates = await call.work.occurrences(task.number)
        found += [Assignment(task.number, each.id, AssignmentState.OPEN, None, call.now) for each in leading]
        found += plan_reminders(task, leading, call.now, call.calendar, occurrences=dates)
    return found
