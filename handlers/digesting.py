"""The digest of one member: load what it needs, build it, put it into plain data for the template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from bot.core.digest import Digest, News, build_digest
from bot.core.groups import Evidence
from bot.core.models import JournalEntry, Member, Outcome, Task, TaskState
from bot.core.rights import Reach, reach
from bot.core.views import View, change_view
from bot.core.workdays import Calendar
from handlers.candidates import candidates, evidence_view
from handlers.deps import Rules
from handlers.lines import line_view
from handlers.starting import SOON, starts_views
from storage.store import Look

REPEATED = frozenset({"merged", "urged"})
ASKED = REPEATED | {"opened", "changed"}
"""Journal verbs of messages that asked for a task, and of those that asked again."""

WHOLE_DAY = timedelta(hours=20)
"""A digest that looks back so far counts what came "yesterday"."""

MORNING_ENDS = 10
LATELY = "hours"
"""The span of the last twenty-four hours."""

Journals = dict[datetime, list[JournalEntry]]
"""What happened since an instant, as far as it was read."""

MOST_LINES = 30
"""Tasks of one section shown; of those not due today, `MOST`."""

MOST = {"🔴": 15, "🟡": 15, "⚪": 10}

PRESSING = ("🔴", "🟠", "🟡")
"""Sections whose tasks a digest names so plainly that their reminders of the hour are needless."""


async def digest_data(
    look: Look,
    member: Member,
    now: datetime,
    calendar: Calendar,
    rules: Rules,
    since: datetime,
    journals: Journals | None = None,
) -> dict[str, object] | None:
    """Data of the template `digest` for what `member` has, with what happened since; None when nothing is to be said.

    A cadre reads of his own tasks and messages, a coordinator or admin of the office's. Whoever asks for many members
    gives the same `journals` each time, so that what happened is read once.
    """
    office = reach(member.role, "digest") is Reach.OFFICE
    tasks = await look.tasks(member=None if office else member.id)
    journal = await _journal(look, since, journals)
    if not office:
        journal = [entry for entry in journal if entry.verb != "refused" or entry.member == member.id]
    closed = await _closed(look, member, office, {entry.task for entry in journal if entry.verb == "cancelled"})
    counts = await look.outcome_counts(since, now, by=None if office else member.user)
    dissolvable: Sequence[Evidence] = ()
    if reach(member.role, "dissolve") is not Reach.NONE:
        fresh = {entry.group for entry in journal if entry.verb == "group_work_done"}
        if fresh:
            found = await candidates(look, now, calendar, rules.group_quiet_workdays)
            dissolvable = [each for each in found if each.group.id in fresh]
    zone = ZoneInfo(calendar.timezone)
    warnings = await _warnings(look, journal) if office else dict(_NO_WARNINGS)
    warned = any(warnings.values())
    built = build_digest(tasks, closed, journal, counts, dissolvable, now, zone, member.id, warned)
    if built is None:
        return None
    repeats = _repeats(journal, None if office else member.id)
    return _data(built, now, since, calendar, rules) | repeats | warnings


_NO_WARNINGS: dict[str, object] = {"silent": [], "revived": [], "cut_short": [], "alike": [], "renamed": []}


async def _warnings(look: Look, journal: Sequence[JournalEntry]) -> dict[str, object]:
    """What those who lead are warned of once: groups gone silent, groups that came back, notices cut short."""
    told = {verb: {each.group for each in journal if each.verb == verb} for verb in ("group_silent", "group_revived")}
    alike = [each for each in journal if each.verb == "group_alike"]
    renamed = {each.group: each.detail for each in journal if each.verb == "group_maybe_renamed"}
    whole = {each.message for each in journal if each.verb == "whole_came"}
    cut = {each.message: each.group for each in journal if each.verb == "cut_short" and each.message not in whole}
    wanted = told["group_silent"] | told["group_revived"] | set(cut.values()) | {each.group for each in alike}
    groups = await look.groups() if wanted or renamed else []
    names = {each.id: each.name for each in groups}
    apart = {each.id for each in groups if each.parent is None}
    silent = sorted(names[id] for id in told["group_silent"] if id in names)
    return {
        "silent": silent,
        "revived": sorted(names[id] for id in told["group_revived"] if id in names),
        "cut_short": [await _cut(look, message, names.get(group or 0)) for message, group in cut.items()],
        "alike": [
            {"small": names[each.group], "large": names[into], "percent": each.detail["percent"]}
            for each in alike
            if each.group in names and isinstance(into := each.detail["into"], int) and into in names
        ],
        "renamed": [
            {"new": names[new], "old": names[old], "id": new, "was": old, "people": detail["people"]}
            for new, detail in renamed.items()
            if new in apart and isinstance(old := detail["old"], int) and old in apart
        ],
    }


async def _cut(look: Look, message: str | None, group: str | None) -> dict[str, object]:
    """A notice that was cut short: its group and first words."""
    stored = await look.message(message) if message else None
    return {"group": group, "text": " ".join(stored.message.text.split())[:20] if stored else ""}


async def _journal(look: Look, since: datetime, journals: Journals | None) -> list[JournalEntry]:
    if journals is None:
        return await look.journal(since=since, limit=1000)
    if since not in journals:
        journals[since] = await look.journal(since=since, limit=1000)
    return journals[since]


def pressing_numbers(data: dict[str, object]) -> set[int]:
    """The tasks that a digest with this data names on top or as overdue, due today or soon."""
    lines = list(cast("list[View]", data["news"]))
    for section in cast("list[View]", data["sections"]):
        if section["sign"] in PRESSING:
            lines += cast("list[View]", section["tasks"])
    return {cast("int", line["number"]) for line in lines}


def leave_out(data: dict[str, object], numbers: set[int]) -> None:
    """Take tasks that stand on top out of the sections below: each stands in a digest once."""
    for section in cast("list[View]", data["sections"]):
        lines = cast("list[View]", section["tasks"])
        kept = [line for line in lines if line["number"] not in numbers]
        section["count"] = cast("int", section["count"]) - (len(lines) - len(kept))
        section["tasks"] = kept
    data["sections"] = [section for section in cast("list[View]", data["sections"]) if section["count"]]


def _repeats(journal: Sequence[JournalEntry], member: int | None) -> dict[str, object]:
    """From how many groups came how many tasks that were asked for more than once; of one member where given."""
    own = [entry for entry in journal if entry.task is not None and member in (None, entry.member)]
    again = {entry.task for entry in own if entry.verb in REPEATED}
    groups = {entry.group for entry in own if entry.task in again and entry.verb in ASKED and entry.group is not None}
    return {"repeated_groups": len(groups), "repeated_tasks": len(again)}


async def _closed(look: Look, member: Member, office: bool, numbers: set[int | None]) -> dict[int, Task]:
    found = {}
    for number in sorted(each for each in numbers if each is not None):
        task = await look.task(number)
        if task is None or task.state is not TaskState.CANCELLED:
            continue
        if office or any(each.member == member.id for each in await look.assignments([number])):
            found[number] = task
    return found


def _data(digest: Digest, now: datetime, since: datetime, calendar: Calendar, rules: Rules) -> dict[str, object]:
    zone = ZoneInfo(calendar.timezone)
    return {
        "count": digest.open,
        "late": False,
        "missed": 0,
        "again": [],
        "news": [_news_view(each, now, calendar, rules) for each in digest.news[:MOST_LINES]],
        "sections": [
            {
                "sign": sign,
                "brk": brk,
                "count": len(tasks),
                "tasks": [_line(task, now, calendar, rules) for task in tasks[: MOST.get(sign, MOST_LINES)]],
            }
            for sign, brk, tasks in _parted(digest.sections, now, calendar)
        ],
        "dissolvable": [evidence_view(each) for each in digest.dissolvable],
        "received": digest.received,
        "since": since.isoformat(),
        "span": _span(since.astimezone(zone), now.astimezone(zone)),
        "counts": {outcome.value: digest.counts.get(outcome, 0) for outcome in Outcome},
        "refused": digest.refused,
    }


def _parted(
    sections: Mapping[str, Sequence[Task]], now: datetime, calendar: Calendar
) -> Iterator[tuple[str, bool, Sequence[Task]]]:
    """The sections, with what a break makes pressing apart: today is the last workday before its day."""
    zone, today = ZoneInfo(calendar.timezone), now.astimezone(ZoneInfo(calendar.timezone)).date()
    last = calendar.is_workday(today) and not calendar.is_workday(today + timedelta(days=1))
    horizon = calendar.add_workdays(today, 1) if last else today
    for sign, tasks in sections.items():
        pressing = [
            task for task in tasks if sign == "⚪" and last and task.due and task.due.astimezone(zone).date() <= horizon
        ]
        if pressing:
            yield "🟡", True, pressing
        rest = [task for task in tasks if task not in pressing]
        if rest:
            yield sign, False, rest


def _span(since: datetime, now: datetime) -> str:
    """How to call the time since the last digest: "today", "yesterday", "hours", "clock" (yesterday at …) or "day".

    Yesterday is only what is said in the morning; later in the day much of it came today.
    """
    days = (now.date() - since.date()).days
    if days == 0:
        return "today"
    if days == 1 and now - since >= WHOLE_DAY and now.hour >= MORNING_ENDS:
        return LATELY
    return "day" if days > 1 else "yesterday" if now - since >= WHOLE_DAY else "clock"


def _line(task: Task, now: datetime, calendar: Calendar, rules: Rules) -> View:
    begin = starts_views(task, task.due, now, calendar, rules.ladder, within=SOON)
    return line_view(task, now, calendar.timezone) | {"starts": begin}


def _news_view(news: News, now: datetime, calendar: Calendar, rules: Rules) -> View:
    local = now.astimezone(ZoneInfo(calendar.timezone))
    changes = [change_view(each.fact, each.old, each.new, local) for each in news.changes]
    line = _line(news.task, now, calendar, rules)
    following, told = line["next"], [one for each in changes for one in cast("list[View]", each.get("new_times", []))]
    return line | {
        "changes": changes,
        # What counts next is said beside the changes unless it is one of them: of a meeting put off its papers' date.
        "dated": isinstance(following, dict) and any(one["date"] == following["date"] for one in told),
        "cancelled": news.cancelled,
    }
