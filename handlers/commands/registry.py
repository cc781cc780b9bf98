"""/overlap, /mute, /onegroup, /link, /export: what people know better about groups than their messages tell."""

from __future__ import annotations

from dataclasses import replace

from bot.core.attribution import LINK_KEY
from bot.core.models import Memory, OutboxRow
from handlers.commands.call import Call, Refusal
from handlers.commands.groups import find_group, note
from handlers.likeness import alike, likeness_views

MOST = 8


async def overlap(call: Call) -> None:
    """/overlap [N]: groups most of whose notices another had already, over 60 days; of one, words to propose it."""
    likenesses, names = await alike(call.work, call.now)
    if call.words:
        group = await find_group(call)
        one = next((each for each in likenesses if each.small == group.id), None)
        pairs = await likeness_views(call.work, [one] if one else [], names)
        call.say("overlap_one", {"name": group.name, "pair": pairs[0] if pairs else None})
        return
    shown = await likeness_views(call.work, likenesses[:MOST], names)
    call.say("overlap", {"pairs": shown, "count": len(likenesses)})


async def mute(call: Call) -> None:
    """/mute N: a group's repeats and new tasks bring no card of their own; said again, they do."""
    group = await find_group(call)
    what = "unmute" if group.muted else "mute"
    note(call, replace(group, muted=not group.muted), f"group_{what}d", "by_person")
    call.say("group_done", {"what": what, "name": group.name, "id": group.id, "until": None})


async def onegroup(call: Call) -> None:
    """/onegroup N M: M is another name of N; what came from M counts as from N."""
    words = [word.lstrip("#") for word in call.words]
    if len(words) != 2 or not all(word.isdigit() and len(word) < 10 for word in words):
        raise Refusal("two_groups", command="onegroup")
    into, other = [await call.work.group(int(word)) for word in words]
    if into is None or other is None or into.id == other.id or other.parent or into.parent:
        raise Refusal("two_groups", command="onegroup")
    names = dict.fromkeys((*into.aliases, other.name, *other.aliases))
    times = [at for at in (into.last_at, other.last_at) if at]
    notices = [at for at in (into.last_notice_at, other.last_notice_at) if at]
    begun = [at for at in (into.first_at, other.first_at) if at]
    said = other if other.temporary_said and not into.temporary_said else into
    one = replace(
        into,
        chat=into.chat or other.chat,
        temporary=said.temporary,
        temporary_said=said.temporary_said,
        exempt=into.exempt or other.exempt,
        aliases=tuple(name for name in names if name != into.name),
        messages=into.messages + other.messages,
        chatter=into.chatter + other.chatter,
        repeats=into.repeats + other.repeats,
        first_at=min(begun, default=None),
        last_at=max(times, default=None),
        last_notice_at=max(notices, default=None),
    )
    chat = other.chat if into.chat else None
    call.save(replace(other, parent=into.id, chat=chat))
    call.save(*(replace(each, parent=into.id) for each in await call.work.groups() if each.parent == other.id))
    note(call, one, "group_joined_up", "by_person", {"other": other.id})
    call.say("group_done", {"what": "onegroup", "name": into.name, "id": into.id, "until": None})


async def link(call: Call) -> None:
    """/link [N GROUP|-]: what stands in the Telegram chat N comes from that group; the table of such chats."""
    groups = {each.id: each for each in await call.work.groups()}
    linked = await call.work.memories(LINK_KEY)
    words = call.words
    if not words:
        chats = [each for each in groups.values() if each.chat]
        told = {each.id: groups.get(int(linked.get(f"{LINK_KEY}{each.chat}") or 0)) for each in chats}
        rows = [{"id": each.id, "name": each.name, "to": to.name if (to := told[each.id]) else None} for each in chats]
        call.say("links", {"rows": rows})
        return
    seat = groups.get(int(words[0].lstrip("#"))) if words[0].lstrip("#").isdigit() else None
    if seat is None or seat.chat is None or len(words) < 2:
        raise Refusal("link_what", command="link")
    said = " ".join(words[1:])
    target = None if said in ("-", "无", "none") else await find_group(replace_words(call, said))
    call.save(Memory(LINK_KEY + seat.chat, str(target.id) if target else "", call.now), label="link")
    what = "linked" if target else "unlinked"
    call.say("group_done", {"what": what, "name": target.name if target else seat.name, "id": seat.id, "until": None})


def replace_words(call: Call, said: str) -> Call:
    """The same call with other arguments."""
    return replace(call, command=replace(call.command, args=said))


async def export(call: Call) -> None:
    """/export [groups|tasks] [csv]: the office's lists as a file, formulas neutralised and numbers hidden."""
    words = {word.lower() for word in call.words}
    what = "tasks" if words & {"tasks", "任务", "待办"} else "groups"
    unknown = words - {"tasks", "任务", "待办", "groups", "群", "csv", "xlsx"}
    if unknown:
        raise Refusal("export_what", said=sorted(unknown)[0][:20], command="export")
    ending = "csv" if "csv" in words else "xlsx"
    data: dict[str, object] = {"what": what, "ending": ending}
    key = f"export:{call.command.id}"
    call.rows.append(OutboxRow(key, call.member.chat, "export_file", data, call.now, member=call.member.id))
