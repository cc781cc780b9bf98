"""What an outbox row says, from what is true when it is sent: rows hold numbers, this loads the rest."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.burst import asked_in, guessed_in
from bot.core.models import AssignmentState, GroupState, Member, OutboxRow, Requirement, Source, Task, TaskState
from bot.core.receipts import RECEIVED, asks_receipt, ready_reply
from bot.core.retracting import is_retracted
from bot.core.views import View, change_view, task_view
from handlers.aging import aged
from handlers.receipts import roll_of
from storage.store import Look

ABOUT_OPEN_TASKS = frozenset({"reminder", "reminders", "changed", "card", "receipt_due", "gathered"})
"""Templates that are about tasks still to be done; when none of theirs is open any more they are not sent."""

BURSTS = frozenset({"burst", "burst_again"})
"""The answer to messages that came together: while it is gathered, and again when a question of it was answered."""

MOST_OTHERS = 2
"""How many are offered instead of a guess."""

RECENT_GROUPS = 6
"""How many groups are offered when nobody knows where a message comes from."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A row ready to be rendered; `cards` are the tasks whose card the message is."""

    template: str
    language: str
    data: dict[str, object]
    cards: tuple[int, ...] = ()


async def compose(look: Look, row: OutboxRow, language: str, now: datetime) -> Composed | None:
    """The template, language and data of `row`; None when there is nothing left to say."""
    fresh = aged(row, now)
    if fresh is None:
        return None
    row = fresh
    member = await _member(look, row)
    spoken = member.language if member else language
    if row.template == "receipt_missing":
        return await _receipts(look, row, spoken)
    if row.template == "farewell" and not await _is_gone(look, row):
        return None
    if row.template in BURSTS:
        return await _burst(look, row, member, spoken, now)
    if row.template in ABOUT_OPEN_TASKS:
        still = await _still_open(look, row, member)
        if still is None:
            return None
        row = still
    data, numbers = await _with_views(look, row, member, now)
    if row.template == "receipt_due" and not (isinstance(data["task"], dict) and data["task"]["reply"]):
        return None
    cards = numbers if row.template == "card" else _cards(row)
    return Composed(row.template, spoken, data, tuple(cards))


async def _member(look: Look, row: OutboxRow) -> Member | None:
    if row.member is not None:
        return await look.member(row.member)
    return next((member for member in await look.members() if member.chat == row.chat), None)


async def _is_gone(look: Look, row: OutboxRow) -> bool:
    """Whether the group to say farewell to is still dissolved: since then a person or a notice may have revived it."""
    group = await look.group(int(str(row.data["id"])))
    return group is not None and group.state is GroupState.DISSOLVED


def _cards(row: OutboxRow) -> list[int]:
    cards = row.data.get("cards")
    return [number for number in cards if isinstance(number, int)] if isinstance(cards, list) else []


def _numbers(row: OutboxRow) -> list[int]:
    """The tasks a row speaks of: a number under `task`, numbers under `tasks`."""
    one, many = row.data.get("task"), row.data.get("tasks")
    listed = [one, *many] if isinstance(many, list) else [one]
    return [number for number in listed if isinstance(number, int)]


async def _still_open(look: Look, row: OutboxRow, member: Member | None) -> OutboxRow | None:
    """The row without tasks that were closed since, or that the member is done with; None when none is left."""
    numbers = _numbers(row)
    if not numbers:
        return None if row.template == "reminders" and not row.data.get("missed") else row
    tasks = [await look.task(number) for number in numbers]
    left = {task.number for task in tasks if task and task.state is TaskState.OPEN}
    if left and member is not None:
        shares = await look.assignments(left, member=member.id)
        left -= {share.task for share in shares if share.state is not AssignmentState.OPEN}
    if not left and not row.data.get("missed"):
        return None
    data = dict(row.data)
    if isinstance(data.get("tasks"), list):
        data["tasks"] = [number for number in numbers if number in left]
    items = data.get("items")
    if isinstance(items, list):
        data["items"] = [item for item in items if item.get("number") in left]
    return replace(row, data=data)


async def _with_views(
    look: Look, row: OutboxRow, member: Member | None, now: datetime
) -> tuple[dict[str, object], list[int]]:
    """The row's data with task numbers under `task` and `tasks` replaced by views, and those numbers."""
    numbers, data = _numbers(row), dict(row.data)
    if isinstance(data.get("changes"), list):
        data["changes"] = _changes(data["changes"])
    if not numbers:
        return data, []
    views = await task_views(look, numbers, member.id if member else None, now)
    if isinstance(data.get("task"), int):
        data["task"] = views.get(numbers[0])
    if isinstance(data.get("tasks"), list):
        data["tasks"] = [views[number] for number in numbers if number in views]
    return data, numbers


async def task_views(look: Look, numbers: Collection[int], viewer: int | None, now: datetime) -> dict[int, View]:
    """Views of these tasks by number; numbers nobody knows are left out."""
    known = {one.task.number: one for one in await look.known_tasks()}
    pairs = await look.overlaps(numbers)
    others = {number for pair in pairs for number in (pair.a, pair.b)}
    tasks = {n: one.task for n, one in known.items()}
    for number in {*numbers, *others} - set(tasks):
        task = await look.task(number)
        if task is not None:
            tasks[number] = task
    assignments = await look.assignments(list(numbers))
    members = await look.members()
    views = {}
    for number in numbers:
        if number not in tasks:
            continue
        sources = known[number].sources if number in known else await look.sources(number)
        views[number] = task_view(
            tasks[number],
            now,
            look.workspace.timezone,
            sources=sources,
            assignments=assignments,
            members=members,
            overlaps=pairs,
            others=tasks,
            viewer=viewer,
        ) | await _reply_to(look, tasks[number], sources, viewer, members)
    return views


async def _reply_to(
    look: Look, task: Task, sources: Sequence[Source], viewer: int | None, members: Sequence[Member]
) -> View:
    """The receipt ready to be copied, of an open task that asks for one, and by when; nothing once it was given."""
    if Requirement.REPLY_RECEIPT not in task.facts.requirements or task.state is not TaskState.OPEN:
        return {}
    if viewer is not None and await look.memory(f"{RECEIVED}{task.number}:{viewer}"):
        return {}
    due = task.facts.receipt_by
    name = next((member.name for member in members if member.id == viewer), "")
    asking = next((each.text for each in sources if asks_receipt(each.text)), "")
    reply = ready_reply(asking or task.facts.title, look.workspace.name, name)
    return {"reply": reply, "reply_by": due.isoformat() if due else None}


async def _burst(look: Look, row: OutboxRow, member: Member | None, language: str, now: datetime) -> Composed | None:
    """One message → its card or one line; several → the summary."""
    listed = row.data["items"]
    items = [dict(item) for item in listed if item["part_of"] is None] if isinstance(listed, list) else []
    if not items:
        return None
    also = [number for item in items for key in ("also", "finished") for number in item.get(key, ())]
    numbers = list(dict.fromkeys([*(item["task"] for item in items if item["task"]), *also]))
    views = await task_views(look, numbers, member.id if member else None, now) if numbers else {}
    for item in items:
        item["task"] = views.get(item["task"])
        item["changes"] = _changes(item["changes"])
        item["also"] = [views[number] for number in item.get("also", ()) if number in views]
        asked = (views[number] for number in item.get("finished", ()) if number in views)
        item["finished"] = [view for view in asked if view["state"] == TaskState.OPEN.value]
    data: dict[str, object] = {"items": items, "ask": await _question(look, row), "noted": row.data.get("noted")}
    if len(items) == 1:
        only = items[0]
        cards = (int(only["task"]["number"]),) if only["task"] and only["outcome"] == "new" else ()
        return Composed("burst_one", language, data | {"item": only, "task": only["task"]}, cards)
    return Composed("burst", language, data)


async def _receipts(look: Look, row: OutboxRow, language: str) -> Composed | None:
    """Who has not answered by now; nothing where everybody has, or where the bot saw nobody who could."""
    asked = await look.message(str(row.data["message"]))
    roll = await roll_of(look, asked) if asked is not None else None
    if asked is None or roll is None or not roll.missing or is_retracted(asked):
        return None
    group = await look.group(asked.group) if asked.group is not None else None
    text = " ".join(asked.message.text.split())[:40]
    told: dict[str, object] = {"group": group.name if group else "", "text": text, "due": row.data["due"]}
    return Composed(row.template, language, told | {"missing": list(roll.missing), "answered": len(roll.answered)})


def _changes(changes: object) -> list[View]:
    """Changes as templates word them, from lists of three or from plain dicts."""
    found = []
    for change in changes if isinstance(changes, list) else []:
        fact, old, new = change if isinstance(change, list | tuple) else (change["fact"], change["old"], change["new"])
        found.append(change_view(str(fact), str(old), str(new)))
    return found


async def _question(look: Look, row: OutboxRow) -> View | None:
    """Which group messages came from, with the groups that spoke last; None when nobody needs to be asked."""
    asking, guessed = asked_in(row), guessed_in(row)
    one = {each["group"] for each in guessed}
    if not asking and len(one) != 1:
        return None
    others = row.data.get("others")
    groups = await groups_to_choose(look, others if isinstance(others, list) else [], () if asking else one)
    view: View = {"count": len(asking), "first": row.data["first"], "groups": groups, "guess": None, "why": ""}
    if not asking:
        group = await look.group(guessed[0]["group"])
        view |= {"count": len(guessed), "groups": groups[:MOST_OTHERS], "why": guessed[0]["why"]}
        view |= {"guess": group.name if group else ""}
    return view


async def groups_to_choose(look: Look, likely: Sequence[int], without: Collection[int] = ()) -> list[View]:
    """The groups that may be meant: the likely ones, then those that spoke last."""
    alive = [g for g in await look.groups() if g.state is not GroupState.DISSOLVED and g.parent is None]
    latest = sorted(alive, key=lambda group: (group.last_at is not None, group.last_at, group.id), reverse=True)
    first = [group for id in likely for group in alive if group.id == id]
    chosen = {group.id: group for group in (*first, *latest) if group.id not in without}
    return [{"id": group.id, "name": group.name} for group in list(chosen.values())[:RECENT_GROUPS]]
