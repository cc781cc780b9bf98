"""/groups, /dissolve and what people say about a group: temporary, standing, never to be dissolved."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from bot.core.attribution import LINK_KEY, SEEN_KEY, home_of
from bot.core.decide import RECEIPT
from bot.core.groups import Evidence, GroupTurn, turn
from bot.core.models import Group, GroupState, JournalEntry, OutboxRow, Role, TaskState
from bot.core.views import title_of
from handlers.candidates import candidates, evidence_on, evidence_on_all, evidence_view, losses
from handlers.commands.call import Call, Refusal
from storage.store import Heard

PAGE = 20

GONE = ("gone", "已解散")
"""Instead of a group: those that were dissolved."""

RECENTLY, WEEKS = timedelta(weeks=4), 4
"""What "lately" means for a group."""

NOISY, NOISY_FROM = 0.7, 10
"""A group of so many notices of which so much is repeats is offered to be muted."""

_CONFIRMED = {"yes": "draft", "是": "draft", "确认": "draft", "post": "post", "leave": "leave", "退群": "leave"}
"""What people confirm with → who says the farewell: they themselves, or the bot in the group, leaving or not."""

_LABELS = {"draft": "group_dissolved", "post": "group_farewell", "leave": "group_left"}
"""Who says the farewell → what is taken back; what was said in the group, and that the bot left, stays."""

BEFORE_FAREWELL = timedelta(minutes=1)
"""How long the bot holds its farewell back: so long a dissolution can be taken back whole."""

LATER = timedelta(days=14)
"""How long a candidate that was put off is not proposed again."""


async def groups(call: Call) -> None:
    """/groups [N or name] [gone] [pN]: groups by their number, with what came from them; or one of them.

    `gone` are those that were dissolved.
    """
    words = call.words
    gone = bool(words) and words[0].lower() in GONE
    turned = bool(words) and words[-1][:1] == "p" and words[-1][1:].isdigit() and len(words) == 1 + gone
    if words and not turned and not gone:
        await _one(call, await find_group(call))
        return
    page = max(1, int(words[-1][1:])) if turned else 1
    known = [each for each in await call.work.groups() if not each.parent]
    found = [each for each in known if (each.state is GroupState.DISSOLVED) is gone]
    found.sort(key=lambda each: each.id)
    pages = max(1, -(-len(found) // PAGE))
    page = min(page, pages)
    shown = found[(page - 1) * PAGE : page * PAGE]
    ways = await call.work.group_ways([each.id for each in shown])
    call.say(
        "groups",
        {
            "count": len(found),
            "temporary": sum(each.temporary for each in found),
            "groups": [_line(each) | {"ways": ways.get(each.id, {})} for each in shown],
            "leading": call.member.role is not Role.CADRE,
            "gone": gone,
            "dissolved": len(known) - len(found),
            "page": page,
            "pages": pages,
        },
    )


def _line(group: Group) -> dict[str, object]:
    return {
        "id": group.id,
        "name": group.name,
        "temporary": group.temporary,
        "said": group.temporary_said,
        "state": group.state.value,
        "exempt": group.exempt,
        "muted": group.muted,
        "messages": group.messages,
        "chatter": group.chatter,
        "repeats": group.repeats,
        "first": group.first_at.isoformat() if group.first_at else None,
        "last": group.last_at.isoformat() if group.last_at else None,
        "chat": group.chat is not None,
        "platform": group.platform,
    }


async def _one(call: Call, group: Group) -> None:
    since = call.now - RECENTLY
    tasks = [each for each in await call.work.group_tasks(group.id) if each.state is not TaskState.MERGED]
    evidence = await evidence_on(call.work, group, call.now, call.calendar, call.deps.rules.group_quiet_workdays)
    if not call.office:
        tasks = []
    heard = (await call.work.heard_since(since, group.id)).get(group.id, Heard())
    lived = (call.now - group.first_at) / timedelta(weeks=1) if group.first_at else 0.0
    issuers = Counter(each.facts.issuer for each in tasks if each.facts.issuer).most_common(1)
    history = await call.work.journal(group=group.id, limit=200)
    call.say(
        "group",
        {
            "week": f"{heard.notices / min(WEEKS, max(1.0, lived)):.2g}",
            "chatter": round(100 * heard.chatter / heard.messages) if heard.messages else 0,
            "noisy": heard.notices >= NOISY_FROM and heard.repeats >= NOISY * heard.notices,
            "owner": issuers[0][0] if issuers else None,
            "about": list(dict.fromkeys(title_of(each) for each in tasks))[-2:],
            "receipts": await call.work.marked_since(group.id, RECEIPT, since),
            "seen": await call.work.listed(SEEN_KEY, group.id),
            "people": len(await call.work.group_members(group.id)),
            "linked": await _shown_in(call, group),
            "aliases": list(group.aliases),
            "ways": (await call.work.group_ways([group.id])).get(group.id, {}),
            "moved": sum(each.verb == "group_migrated" for each in history),
            "group": _line(group),
            "open": sum(each.state is TaskState.OPEN for each in tasks),
            "all": len(tasks),
            "quiet": evidence.quiet_workdays,
            "keep": evidence.keep.value if evidence.keep else None,
            "leading": call.member.role is not Role.CADRE,
        },
    )


async def _shown_in(call: Call, group: Group) -> list[str]:
    """Names of the chats that people linked to the group."""
    linked = await call.work.memories(LINK_KEY)
    chats = {key.removeprefix(LINK_KEY) for key, value in linked.items() if value == str(group.id)}
    return [each.name for each in await call.work.groups() if each.chat in chats] if chats else []


async def find_group(call: Call) -> Group:
    """The group that the arguments name, by its number or by its name."""
    words = call.words
    if not words:
        raise Refusal("group_missing", command=call.command.name)
    number = words[0].lstrip("#")
    group = await call.work.group(int(number)) if number.isdigit() and len(number) < 10 else None
    group = group or await call.work.group_named(" ".join(words)) or await call.work.group_named(words[0])
    if group is None and not number.isdigit():
        alive = [each for each in await call.work.groups() if each.parent is None]
        alike = [each for each in alive if any(words[0] in name for name in (each.name, *each.aliases))]
        group = alike[0] if len(alike) == 1 else None
    if group is None:
        raise Refusal("no_such_group", said=" ".join(words)[:30])
    return home_of(group, await call.work.groups()) if group.parent else group


# ── dissolve ──


async def dissolve(call: Call) -> None:
    """/dissolve [N [yes|post|leave|later|never]]: the groups that may go, and what a person decides about one.

    `/dissolve dry` shows what would be proposed and why the rest stays, `/dissolve exempt` which never are.
    """
    words = call.words
    if words and words[0].lower() in ("dry", "试算", "exempt", "保留"):
        await _dry_run(call, only_exempt=words[0].lower() in ("exempt", "保留"))
        return
    if not words:
        found = await candidates(call.work, call.now, call.calendar, call.deps.rules.group_quiet_workdays)
        call.say("dissolve", {"groups": [evidence_view(each) for each in found[:10]], "count": len(found)})
        return
    answer = words[-1].lower() if len(words) > 1 else ""
    group = await find_group(call)
    if answer in map(str.lower, (group.name, *group.aliases)) or group.name.lower().endswith(f" {answer}"):
        answer = ""
    evidence = await evidence_on(call.work, group, call.now, call.calendar, call.deps.rules.group_quiet_workdays)
    if answer in _CONFIRMED:
        await _dissolve(call, group, evidence, _CONFIRMED[answer])
    elif answer in ("later", "以后", "稍后"):
        day = call.today + LATER
        note(call, replace(group, asked_again_after=day), "group_later", "by_person", {"until": day.isoformat()})
        call.say("group_done", {"what": "later", "name": group.name, "id": group.id, "until": day.isoformat()})
    elif answer in ("back", "恢复"):
        await _bring_back(call, group)
    elif answer in ("never", "不解散", "保留"):
        note(call, replace(group, exempt=True), "group_exempted", "by_person")
        call.say("group_done", {"what": "exempt", "name": group.name, "id": group.id, "until": None})
    else:
        await _evidence(call, group, evidence, wrong=answer)


async def _evidence(call: Call, group: Group, evidence: Evidence, wrong: str = "") -> None:
    """What speaks for dissolving a group, and what would be lost."""
    lost = await losses(call.work, group) if evidence.keep is None else {"files": 0, "unseen": 0, "people": 0}
    call.say("dissolve_one", {"group": evidence_view(evidence), "lost": lost, "wrong": wrong})


async def _dry_run(call: Call, only_exempt: bool) -> None:
    quiet = call.deps.rules.group_quiet_workdays
    found = [each for each in await evidence_on_all(call.work, call.now, call.calendar, quiet) if not each.group.parent]
    wanted = [
        each
        for each in found
        if each.group.state is not GroupState.DISSOLVED and (each.group.exempt if only_exempt else each.group.temporary)
    ]
    wanted.sort(key=lambda each: (each.keep is not None, -each.quiet_workdays, each.group.id))
    going = sum(each.keep is None for each in wanted)
    shown = [evidence_view(each) for each in wanted[:PAGE]]
    call.say("dissolve_dry", {"groups": shown, "count": len(wanted), "going": going, "exempt": only_exempt})


async def _dissolve(call: Call, group: Group, evidence: Evidence, farewell: str) -> None:
    if group.state is GroupState.DISSOLVED:
        call.say("group_done", {"what": "already", "name": group.name, "id": group.id, "until": None})
        return
    if evidence.keep is not None:
        await _evidence(call, group, evidence)
        return
    gone = turn(replace(group, state=GroupState.DISSOLVABLE), GroupTurn.CONFIRMED)
    farewell = farewell if group.chat else "draft"
    note(call, gone, "group_dissolved", GroupTurn.CONFIRMED.value, {"tasks": evidence.tasks}, label=_LABELS[farewell])
    call.say("dissolved", evidence_view(evidence) | {"farewell": farewell})
    left: dict[str, object] = {"group": group.id, "name": group.name, "files": 0, "left_out": 0}
    file = OutboxRow(f"archive:{call.command.id}", call.member.chat, "archive", left, call.now)
    call.rows.append(replace(file, member=call.member.id))
    if farewell != "draft" and group.chat is not None:
        key, instead = f"farewell:{call.command.id}", {"chat": call.member.chat, "template": "farewell_refused"}
        goodbye = evidence_view(evidence) | {"leave": farewell == "leave", "instead": instead}
        at = call.now + BEFORE_FAREWELL
        call.rows.append(OutboxRow(key, group.chat, "farewell", goodbye, at, member=call.member.id))


async def _bring_back(call: Call, group: Group) -> None:
    """A dissolved group lives again because a person says so."""
    what = "back" if group.state is GroupState.DISSOLVED else "alive"
    if what == "back":
        note(call, turn(group, GroupTurn.REVIVED), "group_brought_back", "by_person")
    call.say("group_done", {"what": what, "name": group.name, "id": group.id, "until": None})


# ── what people say about a group ──


async def temporary(call: Call) -> None:
    """/temporary N: this group is for a piece of work that ends."""
    await _say_kind(call, True)


async def standing(call: Call) -> None:
    """/standing N: this group stays."""
    await _say_kind(call, False)


async def exempt(call: Call) -> None:
    """/exempt N: this group is never proposed for dissolution; said again, it may be proposed again."""
    group = await find_group(call)
    now_exempt = not group.exempt
    note(call, replace(group, exempt=now_exempt), "group_exempted" if now_exempt else "group_unexempted", "by_person")
    call.say(
        "group_done",
        {"what": "exempt" if now_exempt else "unexempt", "name": group.name, "id": group.id, "until": None},
    )


async def _say_kind(call: Call, is_temporary: bool) -> None:
    group = await find_group(call)
    what = "temporary" if is_temporary else "standing"
    note(call, replace(group, temporary=is_temporary, temporary_said=True), f"group_{what}", "by_person")
    call.say("group_done", {"what": what, "name": group.name, "id": group.id, "until": None})


def note(
    call: Call, group: Group, verb: str, reason: str, detail: dict[str, object] | None = None, label: str | None = None
) -> None:
    """Have a group saved as a person wants it, with why; he can take it back."""
    entry = JournalEntry(call.now, verb, reason, group=group.id, member=call.member.id, detail=detail or {})
    call.save(group, entry, label=label or verb)
