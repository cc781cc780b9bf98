"""Which groups may be dissolved, with their evidence, as plain data."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.core.attribution import SEEN_KEY
from bot.core.groups import Evidence, Tally, owes_receipt, spoke_last, tally, weigh, workdays_since
from bot.core.models import Group, Outcome
from bot.core.views import View
from bot.core.workdays import Calendar
from handlers.archiving import files_in, notices_of
from handlers.receipts import answered_receipts
from storage.store import Look


async def evidence_on(look: Look, group: Group, now: datetime, calendar: Calendar, quiet_workdays: int) -> Evidence:
    """The evidence on one group, with the exact reason where it stays."""
    tasks = await look.group_tasks(group.id)
    answered = await answered_receipts(look, [task.number for task in tasks if owes_receipt(task)])
    return weigh(group, tally(tasks, answered), now, calendar, quiet_workdays)


async def evidence_on_all(look: Look, now: datetime, calendar: Calendar, quiet_workdays: int) -> list[Evidence]:
    """The evidence on every group, from counts alone: few queries however many groups there are."""
    counts = {id: Tally(all, still_open) for id, (all, still_open) in (await look.group_tallies()).items()}
    zone, days, found = ZoneInfo(calendar.timezone), dict[date, int](), []
    for each in await look.groups():
        last = spoke_last(each)
        day = last.astimezone(zone).date() if last else None
        if last is not None and day is not None and day not in days:
            days[day] = workdays_since(last, now, calendar)
        silent = days[day] if day is not None else 0
        found.append(weigh(each, counts.get(each.id, Tally()), now, calendar, quiet_workdays, silent))
    return found


async def candidates(look: Look, now: datetime, calendar: Calendar, quiet_workdays: int) -> list[Evidence]:
    """All groups that may go, the longest silent first."""
    found = await evidence_on_all(look, now, calendar, quiet_workdays)
    return sorted((each for each in found if each.keep is None), key=lambda each: -each.quiet_workdays)


async def losses(look: Look, group: Group) -> View:
    """What nobody would have any more: files never kept, notices nobody has looked at, people seen nowhere else."""
    messages = await notices_of(look, group.id)
    files = files_in(messages)
    kept = await look.kept_originals([hash for hash, file in files.items() if file.hash]) if files else set()
    return {
        "files": len(files) - len(kept),
        "unseen": sum(each.outcome is Outcome.NEEDS_LOOK for each in messages),
        "people": await look.listed(SEEN_KEY, group.id, alone=True),
    }


def evidence_view(evidence: Evidence) -> View:
    """One candidate as templates show it."""
    group = evidence.group
    return {
        "id": group.id,
        "name": group.name,
        "tasks": evidence.tasks,
        "closed": evidence.closed,
        "quiet": evidence.quiet_workdays,
        "messages": group.messages,
        "first": group.first_at.isoformat() if group.first_at else None,
        "last": group.last_at.isoformat() if group.last_at else None,
        "chat": group.chat is not None,
        "keep": evidence.keep.value if evidence.keep else None,
    }
