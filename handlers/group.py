"""Something happened to a group the bot sits in: put in, renamed, moved, thrown out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from bot.core.attribution import LINK_KEY
from bot.core.groups import GroupTurn, turn
from bot.core.models import Changes, Entity, Group, GroupEvent, GroupEventKind, JournalEntry, Member, Memory, OutboxRow
from bot.core.registry import new_group, renamed_group
from handlers.deps import Deps
from storage.store import Work

Receipt = tuple[str, int]
"""Door and update id of the update that brought the event."""


async def handle_group_event(deps: Deps, event: GroupEvent, now: datetime, receipt: Receipt | None = None) -> None:
    """Keep the registry in step with the chat; the bot says nothing in the group itself.

    Only a member of an office can bring the bot into that office's registry; in anybody else's group it keeps nothing.
    """
    if event.kind is GroupEventKind.MIGRATED and event.to_chat:
        await deps.store.chat_moved(event.chat, event.to_chat)
    follow = _FOLLOW.get(event.kind)
    found = await _office(deps, event) if follow else None
    if follow is None or found is None:
        if receipt is not None:
            await deps.store.finish_update(*receipt)
        return
    workspace, member = found
    async with deps.store.work(workspace) as work:
        saved = await follow(work, event, member, now)
        await work.apply(Changes(tuple(saved)), receipt=receipt)
    deps.wake()


async def _office(deps: Deps, event: GroupEvent) -> tuple[int, Member | None] | None:
    """The office whose group this is, else that of the person who put the bot there."""
    who = await deps.store.whoami(event.user) if event.user else None
    workspace = await deps.store.workspace_of_chat(event.to_chat or event.chat)
    if workspace is not None:
        return workspace.id, who[1] if who and who[0].id == workspace.id else None
    if event.kind is GroupEventKind.ADDED and who is not None:
        return who[0].id, who[1]
    return None


async def _added(work: Work, event: GroupEvent, member: Member | None, now: datetime) -> list[Entity]:
    """The bot came in: the group is registered, and who brought it is told in private how it is kept."""
    name = event.title or event.chat
    group = await work.group_of_chat(event.chat)
    if group is None:
        group = await work.group_named(name)
        group = group if group is not None and group.chat is None else new_group(name, "telegram", now)
    group = turn(replace(group, chat=event.chat, platform="telegram"), GroupTurn.REVIVED)
    if group.id == 0:
        group = replace(group, id=(await work.apply(Changes((group,)))).ids[name])
    saved: list[Entity] = [group, _entry("bot_joined", group, member, now)]
    if member is not None:
        data: dict[str, object] = {"name": group.name, "temporary": group.temporary, "group": group.id}
        saved.append(OutboxRow(f"group_joined:{event.id}", member.chat, "group_joined", data, now, member=member.id))
    return saved


async def _removed(work: Work, event: GroupEvent, member: Member | None, now: datetime) -> list[Entity]:
    """The bot is out: the archive stays, the chat is nobody's any more."""
    group = await work.group_of_chat(event.chat)
    return [replace(group, chat=None), _entry("bot_left", group, member, now)] if group else []


async def _renamed(work: Work, event: GroupEvent, member: Member | None, now: datetime) -> list[Entity]:
    """A new name; the old one still finds the group."""
    group = await work.group_of_chat(event.chat)
    if group is None or not event.title or event.title == group.name:
        return []
    return [
        renamed_group(group, event.title),
        replace(_entry("group_renamed", group, member, now), detail={"from": group.name}),
    ]


def _entry(verb: str, group: Group, member: Member | None, now: datetime) -> JournalEntry:
    return JournalEntry(now, verb, "group_event", group=group.id, member=member.id if member else None)


async def _person(work: Work, event: GroupEvent, member: Member | None, now: datetime) -> list[Entity]:
    """Somebody came or went: who is expected to answer there changes."""
    group = await work.group_of_chat(event.chat)
    if group is None or event.user is None:
        return []
    verb = "person_joined" if event.kind is GroupEventKind.JOINED else "person_left"
    detail: dict[str, object] = {"user": event.user, "name": event.user_name or ""}
    return [JournalEntry(event.received_at, verb, "group_event", group=group.id, detail=detail)]


async def _migrated(work: Work, event: GroupEvent, member: Member | None, now: datetime) -> list[Entity]:
    """The chat has a new reference: what a person linked goes along, and what was said there before is the group's."""
    group = await work.group_of_chat(event.to_chat or "")
    linked = await work.memory(LINK_KEY + event.chat)
    saved: list[Entity] = [_entry("group_migrated", group, member, now)] if group else []
    if linked and event.to_chat:
        saved += [Memory(LINK_KEY + event.to_chat, linked, now), Memory(LINK_KEY + event.chat, "", now)]
    return saved


_Follow = Callable[[Work, GroupEvent, Member | None, datetime], Awaitable[list[Entity]]]
_FOLLOW: dict[GroupEventKind, _Follow] = {
    GroupEventKind.ADDED: _added,
    GroupEventKind.REMOVED: _removed,
    GroupEventKind.RENAMED: _renamed,
    GroupEventKind.MIGRATED: _migrated,
    GroupEventKind.JOINED: _person,
    GroupEventKind.LEFT: _person,
}
