"""The digest of one member: load what it needs, build it, put it into plain data for the template."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.digest import Digest, News, build_digest
from bot.core.groups import Evidence
from bot.core.models import Member, Outcome, Task, TaskState
from bot.core.rights import Reach, reach
from bot.core.views import View, change_view
from bot.core.workdays import Calendar
from handlers.candidates import candidates, evidence_view
from handlers.deps import Rules
from handlers.lines import line_view
from storage.store import Look

MOST_LINES = 30
"""Tasks of one section shown; of those that can wait, `MOST_LATER`."""

MOST_LATER = 10


async def digest_data(
    look: Look, member: Member, now: datetime, calendar: Calendar, rules: Rules, since: datetime
) -> dict[str, object] | None:
    """Data of the template `digest` for what `member` has, with what happened since; None when nothing is to be said.

    A cadre reads of his own tasks and messages, a coordinator or admin of the office's.
    """
    office = reach(member.role, "digest") is Reach.OFFICE
    tasks = await look.tasks(member=None if office else member.id)
    journal = await look.journal(since=since, limit=1000)
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
    built = build_digest(tasks, closed, journal, counts, dissolvable, now, zone)
    return None if built is None else _data(built, now, since, calendar.timezone)


async def _closed(look: Look, member: Member, office: bool, numbers: set[int | None]) -> dict[int, Task]:
    found = {}
    for number in sorted(each for each in numbers if each is not None):
        task = await look.task(number)
        if task is None or task.state is not TaskState.CANCELLED:
            continue
        if office or any(each.member == member.id for each in await look.assignments([number])):
            found[number] = task
    return found


def _data(digest: Digest, now: datetime, since: datetime, timezone: str) -> dict[str, object]:
    zone = ZoneInfo(timezone)
    yesterday = since.astimezone(zone).date() >= now.astimezone(zone).date() - timedelta(days=1)
    return {
        "count": digest.open,
        "news": [_news_view(each, now, timezone) for each in digest.news[:MOST_LINES]],
        "sections": [
            {
                "sign": sign,
                "count": len(tasks),
                "tasks": [
                    line_view(task, now, timezone) for task in tasks[: MOST_LATER if sign == "⚪" else MOST_LINES]
                ],
            }
            for sign, tasks in digest.sections.items()
        ],
        "dissolvable": [evidence_view(each) for each in digest.dissolvable],
        "received": digest.received,
        "since": None if yesterday else since.isoformat(),
        "counts": {outcome.value: digest.counts.get(outcome, 0) for outcome in Outcome},
        "refused": digest.refused,
    }


def _news_view(news: News, now: datetime, timezone: str) -> View:
    return line_view(news.task, now, timezone) | {
        "changes": [change_view(each.fact, each.old, each.new) for each in news.changes],
        "cancelled": news.cancelled,
    }
