"""/open: which tasks are open, by time, person, group or words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.listing import PAGE, Pick, pick_tasks, within
from bot.core.models import Task, TaskState
from bot.core.typed_times import read_typed_days
from bot.core.views import View, title_of
from handlers.commands.call import Call, Refusal
from handlers.commands.sharing import named
from handlers.lines import line_views

MOST_GROUPS = 10
MOST_CLOSED = 3

_PAGE = re.compile(r"(?:\A|\s)p(\d{1,4})\Z")
_TODAY = frozenset({"today", "今天", "今日"})
_WEEK = frozenset({"week", "本周", "这周"})
_OVERDUE = frozenset({"overdue", "late", "逾期", "过期", "超期"})


_COUNTS_DAYS = re.compile(r"[\d今明后昨前周末月日号天年]|星期|礼拜|week|day|month|morrow", re.I)
"""What surely asks for days; 国庆 is a day too, and a word of 国庆期间值班表."""


async def open_(call: Call) -> None:
    """/open [today|week|overdue|days|who|group|words] [pN]: the open tasks, most urgent first, a page at a time."""
    words = " ".join(call.words)
    page = _PAGE.search(words)
    asked = _PAGE.sub("", words).strip()
    picked = await _picked(call, asked)
    found = pick_tasks(picked.tasks, picked.pick, call.now, call.zone)
    number = min(max(int(page[1]) if page else 1, 1), max(1, -(-len(found) // PAGE)))
    part = found[(number - 1) * PAGE : number * PAGE]
    following = f"/open {asked} p{number + 1}".replace("  ", " ")
    before = f"/open {asked} p{number - 1}".replace("  ", " ")
    call.say(
        "list",
        {
            "pick": picked.pick.value,
            "asked": picked.shown,
            "days": [day.isoformat() for day in picked.days] if picked.days else None,
            "closed": [] if found or picked.pick is not Pick.WORDS else await _closed_like(call, asked),
            "count": len(found),
            "sections": line_views(part, call.now, call.calendar.timezone),
            "page": number,
            "pages": max(1, -(-len(found) // PAGE)),
            "next": following if number * PAGE < len(found) and len(following.encode()) <= 64 else None,
            "previous": before if number > 1 and len(before.encode()) <= 64 else None,
        },
    )


@dataclass(frozen=True, slots=True)
class _Picked:
    """The tasks to choose from, how to choose, what was asked, as words, and the days asked for."""

    tasks: list[Task]
    pick: Pick
    shown: str = ""
    days: tuple[date, date] | None = None


async def _picked(call: Call, asked: str) -> _Picked:
    """What was asked for: all, a known list, a group, days, a person, words, or several of these together."""
    mine = None if call.office else call.member.id
    low = asked.lower()
    for pick, said in ((Pick.TODAY, _TODAY), (Pick.WEEK, _WEEK), (Pick.OVERDUE, _OVERDUE)):
        if low in said:
            return _Picked(await call.work.tasks(member=mine), pick, asked)
    if not asked:
        return _Picked(await call.work.tasks(member=mine), Pick.ALL)
    group = await call.work.group_named(asked)
    if group is not None:
        numbers = {each.number for each in await call.work.group_tasks(group.id)}
        tasks = [each for each in await call.work.tasks(member=mine) if each.number in numbers]
        return _Picked(tasks, Pick.GROUP, group.name)
    days = read_typed_days(asked, call.now, call.calendar)
    if days is not None:
        own = await call.work.tasks(member=mine)
        if not _COUNTS_DAYS.search(asked) and any(_speaks_of(each, asked) for each in own):
            return await _by_words(call, asked)
        tasks = within(own, *days, call.now, call.calendar)
        return _Picked(tasks, Pick.DAYS, asked, days)
    return await _by_words(call, asked)


async def _by_words(call: Call, asked: str) -> _Picked:
    """A person, days and other words, each word narrowing what is found."""
    person = await _person_in(call, asked)
    days: tuple[date, date] | None = None
    rest: list[str] = []
    for word in asked.split():
        if person is not None and word.lstrip("@").lower() in (person.name.lower(), person.said.lower()):
            continue
        found = read_typed_days(word, call.now, call.calendar) if days is None and _COUNTS_DAYS.search(word) else None
        days, rest = found or days, rest if found else [*rest, word]
    holder = person.member if person else None if call.office else call.member.id
    tasks = await call.work.tasks(member=holder)
    if days is not None:
        tasks = within(tasks, *days, call.now, call.calendar)
    if rest:
        tasks = await _speaking_of(call, tasks, " ".join(rest))
    if rest or person is None:
        return _Picked(tasks, Pick.WORDS, asked)
    return _Picked(tasks, Pick.PERSON, person.name, days)


async def _speaking_of(call: Call, tasks: Sequence[Task], words: str) -> list[Task]:
    """The tasks with these words in their title, issuer or group's name; else in their messages."""
    heard = await _from_groups_like(call, words)
    fitting = [each for each in tasks if each.number in heard or _speaks_of(each, words)]
    if not fitting:
        found = {message.task for message in await call.work.search(words.split(), limit=200)}
        fitting = [each for each in tasks if each.number in found]
    return fitting


async def _from_groups_like(call: Call, asked: str) -> set[int]:
    """Numbers of the tasks from groups in whose name the words stand."""
    alike = [each for each in await call.work.groups() if len(asked) > 1 and asked in each.name]
    return {task.number for each in alike[:MOST_GROUPS] for task in await call.work.group_tasks(each.id)}


@dataclass(frozen=True, slots=True)
class _Person:
    """Whose tasks are asked for, and the word he was called by."""

    member: int
    name: str
    said: str


async def _person_in(call: Call, asked: str) -> _Person | None:
    """Who is named: with @ by name or part of it, without it only by the whole name."""
    members = await call.work.members()
    known = members if call.office else [call.member]
    for word in asked.split():
        if word.startswith("@"):
            said = word[1:]
            chosen = [call.member] if said.lower() in ("me", "我") else named(call, said, members) if said else []
            if len(chosen) == 1:
                if not call.office and chosen[0].id != call.member.id:
                    raise Refusal("not_allowed", command="open")
                return _Person(chosen[0].id, chosen[0].name, said)
        whole = [each for each in known if each.name.lower() == word.lower()]
        if len(whole) == 1:
            return _Person(whole[0].id, whole[0].name, word)
    return None


async def _closed_like(call: Call, words: str) -> list[View]:
    """Tasks that are closed and have these words in their title, the latest first."""
    states = (TaskState.DONE, TaskState.CANCELLED, TaskState.DROPPED)
    closed = [each for each in await call.work.tasks(states) if _speaks_of(each, words)]
    if not call.office:
        own = {each.task for each in await call.work.assignments(member=call.member.id)}
        closed = [each for each in closed if each.number in own]
    latest = sorted(closed, key=lambda each: each.number, reverse=True)[:MOST_CLOSED]
    return [{"number": each.number, "title": title_of(each), "state": each.state.value} for each in latest]


def _speaks_of(task: Task, words: str) -> bool:
    text = f"{task.facts.title} {task.facts.issuer or ''}".lower()
    return all(word in text for word in words.lower().split())
