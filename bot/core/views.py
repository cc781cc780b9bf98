"""A task as plain data for templates: everything a card, a list or a digest says about it, nothing worded yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.changes import MOMENT, SEPARATOR, left_out
from bot.core.models import (
    AskedForm,
    Assignment,
    AssignmentState,
    Deadline,
    Doubt,
    Event,
    Letterhead,
    Member,
    Notice,
    Overlap,
    Part,
    Recurrence,
    RecurrenceException,
    Relation,
    Source,
    Spec,
    Task,
    TaskState,
)
from bot.core.occurrences import rule_on

View = dict[str, object]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

MOST_FORMS, MOST_COLUMNS = 2, 6
"""So many forms and of each so many columns stand on a card."""

SOON = timedelta(days=3)
"""How many days ahead 🟡 reaches."""


def task_view(
    task: Task,
    now: datetime,
    timezone: str,
    *,
    sources: Iterable[Source] = (),
    assignments: Iterable[Assignment] = (),
    members: Iterable[Member] = (),
    overlaps: Iterable[Overlap] = (),
    others: Mapping[int, Task] | None = None,
    viewer: int | None = None,
) -> View:
    """Plain JSON of a task as APP.md lists it; lists may hold rows of other tasks, only this task's are read.

    `others` are the tasks that overlaps speak of; `mine` is whether `viewer` is the only one who has it.
    """
    facts, zone = task.facts, ZoneInfo(timezone)
    times = sorted(
        [deadline_view(d) for d in facts.deadlines] + [event_view(e) for e in facts.events], key=lambda item: _at(item)
    )
    following = next_view(task, zone)
    own = [s for s in sources if s.task == task.number and s.relation is not Relation.NONE]
    holders = [a for a in assignments if a.task == task.number and a.state != AssignmentState.REMOVED]
    names = {member.id: member.name for member in members}
    pairs = [o for o in overlaps if task.number in (o.a, o.b) and _is_shown(o, task.number, others or {})]
    return {
        "number": task.number,
        "title": title_of(task),
        "kind": facts.kind.value,
        "state": task.state.value,
        "sign": sign_of(task, now, timezone),
        "urgent": facts.urgent,
        "due": task.due.isoformat() if task.due else None,
        "date_only": bool(following and not following["time"] and not following["part"]),
        "next": following,
        "times": times,
        "deadlines": [item for item in times if item["what"] == "deadline"],
        "events": [item for item in times if item["what"] == "event"],
        "place": next((event.place for event in facts.events if event.place), None),
        "recurrence": recurrence_view(facts.recurrence) if facts.recurrence else None,
        "once": _once_view(facts, now.astimezone(zone).date()),
        **_handing_in(facts),
        "issuer": facts.issuer,
        "groups": list(dict.fromkeys(source.group for source in own if source.group)),
        "sources": len(own),
        "files": len(facts.files),
        "forms": [form_view(form) for form in facts.forms[:MOST_FORMS]],
        "urged": task.urged,
        "reply": None,
        "reply_by": None,
        "assigned": [names[a.member] for a in holders if a.member in names],
        "mine": [a.member for a in holders] == [viewer],
        "unsure": [doubt_view(doubt, task.number) for doubt in facts.unsure],
        "overlaps": [_overlap_view(pair, task, others or {}) for pair in pairs if pair.kind == "overlap"],
        "maybe": next((_other(pair, task.number) for pair in pairs if pair.kind == "maybe"), None),
        "merged_into": task.parent,
    }


def form_view(form: AskedForm) -> View:
    """A form by its name and what its columns ask for, without the running number."""
    columns = [each for each in form.columns if each not in ("序号", "编号", "No.")]
    return {"name": form.name, "columns": columns[:MOST_COLUMNS], "count": len(columns)}


def letterhead_view(letterhead: Letterhead | None) -> View | None:
    """A formal document by its number, title, issuer, day and annexes."""
    if letterhead is None:
        return None
    return {
        "number": letterhead.number,
        "title": letterhead.title,
        "issuer": letterhead.signed_by or letterhead.issuer,
        "signed_on": letterhead.signed_on.isoformat() if letterhead.signed_on else None,
        "addressees": letterhead.addressees[:60],
        "annexes": list(letterhead.annexes),
    }


def title_of(task: Task) -> str:
    """A title is never empty: the first words of the duty stand in."""
    return task.facts.title or (task.facts.issuer or "") + {"event": "会议", "task": "事项"}.get(task.facts.kind, "")


def sign_of(task: Task, now: datetime, timezone: str) -> str:
    """The one sign of a task: 🔴 overdue, 🟠 today, 🟡 within three days, ⚪ later; ✅ done, ♻️ merged."""
    if task.state is not TaskState.OPEN:
        return {TaskState.DONE: "✅", TaskState.MERGED: "♻️"}.get(task.state, "⚪")
    if task.due is None:
        return "⚪"
    zone = ZoneInfo(timezone)
    (day, exact), today = _day_of(task, task.due, zone), now.astimezone(zone).date()
    if day < today or (exact and task.due < now):
        return "🔴"
    return "🟠" if day == today else "🟡" if day - today <= SOON else "⚪"


def next_view(task: Task, zone: ZoneInfo) -> View | None:
    """The deadline, meeting or date of a recurring duty that `task.due` stands for; None when nothing is dated."""
    if task.due is None:
        return None
    for deadline in task.facts.deadlines:
        if deadline.at == task.due:
            return deadline_view(deadline)
    for event in task.facts.events:
        if event.at == task.due:
            return event_view(event)
    day, time, part = _own_date(task, task.due, zone)
    what = "occurrence" if task.facts.recurrence else "deadline"
    return _moment(what, task.due, day, time, part and part.value)


def further_views(task: Task, now: datetime) -> list[View]:
    """The other dates of a task that are still ahead, beside the one that counts now."""
    facts, due = task.facts, task.due
    dated = [(each.at, deadline_view(each)) for each in facts.deadlines]
    dated += [(each.at, event_view(each)) for each in facts.events]
    ahead = sorted((one for one in dated if one[0] != due and one[0] > now), key=lambda one: one[0])
    return [view for _, view in ahead]


def _day_of(task: Task, due: datetime, zone: ZoneInfo) -> tuple[date, bool]:
    """The day that `due` stands for, and whether a clock time or a part of the day goes with it."""
    for deadline in task.facts.deadlines:
        if deadline.at == due:
            return deadline.date, bool(deadline.time or deadline.part)
    for event in task.facts.events:
        if event.at == due:
            return event.date, bool(event.time or event.part)
    if task.facts.recurrence is None:
        return due.astimezone(zone).date(), True
    day, time, part = _own_date(task, due, zone)
    return day, bool(time or part)


def _own_date(task: Task, due: datetime, zone: ZoneInfo) -> tuple[date, str | None, Part | None]:
    """Day, clock time and part of a date that is none of the notice's: of a recurring duty, or set by a person."""
    local, recurrence = due.astimezone(zone), task.facts.recurrence
    hour = _hour_of(recurrence, local.date()) if recurrence else None
    time, part = (hour.time, hour.part) if hour else (f"{local:%H:%M}", None)
    if isinstance(hour, Recurrence) and f"{local:%H:%M}" in hour.hours:
        time = f"{local:%H:%M}"
    day = local.date() - timedelta(days=1) if time == "24:00" and local.hour == 0 else local.date()
    return day, time, part


def _hour_of(rule: Recurrence, day: date) -> Recurrence | RecurrenceException:
    """What says the hour on a day: a date of the rule that moved there but once, else the rule."""
    midnight = day - timedelta(days=1)
    moved = (each for each in reversed(rule.exceptions) if each.date == day or (each.date == midnight and each.time == "24:00"))
    return next((each for each in moved if each.time or each.part), rule_on(rule, day))


def _moment(what: str, at: datetime, day: date, time: str | None, part: str | None, **more: object) -> View:
    """One instant as it was said; every kind has the same keys, so that templates need not ask."""
    base: View = {
        "what": what,
        "at": at.isoformat(),
        "date": day.isoformat(),
        "time": time,
        "part": part,
        "about": "",
        "inner": False,
        "said": "",
        "place": None,
        "end_date": None,
        "end_time": None,
    }
    return base | more


def deadline_view(deadline: Deadline) -> View:
    """A deadline as plain data."""
    return _moment(
        "deadline",
        deadline.at,
        deadline.date,
        deadline.time,
        deadline.part and deadline.part.value,
        about=deadline.about,
        inner=deadline.inner,
        said=deadline.said,
    )


def event_view(event: Event) -> View:
    """A meeting, training or inspection as plain data."""
    return _moment(
        "event",
        event.at,
        event.date,
        event.time,
        event.part and event.part.value,
        said=event.said,
        place=event.place,
        end_date=event.end_date.isoformat() if event.end_date else None,
        end_time=event.end_time,
    )


def recurrence_view(recurrence: Recurrence) -> View:
    """A rhythm as plain data."""
    return {
        "what": "recurrence",
        "rrule": recurrence.rrule,
        "time": recurrence.time,
        "part": recurrence.part and recurrence.part.value,
        "start": recurrence.start.isoformat() if recurrence.start else None,
        "until": recurrence.until.isoformat() if recurrence.until else None,
        "said": recurrence.said,
        "days_off": recurrence.days_off,
        "before": recurrence_view(recurrence.before) if recurrence.before else None,
        "since": None,
        "hours": list(recurrence.hours),
    }


def spec_view(spec: Spec) -> View:
    """What a picture or file must look like, as plain data."""
    return {
        "item": spec.item,
        "count_min": spec.count_min,
        "count_max": spec.count_max,
        "formats": list(spec.formats),
        "size_max_mb": spec.size_max_mb,
        "size_min_mb": spec.size_min_mb,
        "duration_max_s": spec.duration_max_s,
        "caption": spec.caption,
        "orientation": spec.orientation,
    }


def doubt_view(doubt: Doubt, number: int) -> View:
    """A question to the reader; an answer about a time is a button that sets it."""
    answers = [
        {"label": option, "date": option if _DAY.fullmatch(option) else None, "command": f"/due {number} {option}"}
        for option in doubt.options
        if doubt.about in ("deadline", "deadlines") and len(f"/due {number} {option}".encode()) <= 64
    ]
    return {
        "about": doubt.about,
        "code": doubt.code,
        "options": list(doubt.options),
        "said": doubt.said,
        "answers": answers,
    }


def change_view(fact: str, old: str, new: str, now: datetime | None = None) -> View:
    """A changed fact as plain data; dates are taken apart, so that each language can word them.

    Of several dates only those that went and came are told; `rest` is whether others stay. With a local `now`, new
    dates that have passed meanwhile are left out where another is still ahead.
    """
    if fact == "once":
        return _exceptions_view(old, new)
    before, after = _times(old), _times(new)
    if now is not None:
        after = [each for each in after if not _has_passed(each, now)] or after
    gone, come = [each for each in before if each not in after], [each for each in after if each not in before]
    return {
        "fact": fact,
        "old": old if gone or not before else "",
        "new": new if come or not after else "",
        "old_times": gone,
        "new_times": come,
        "old_rule": _rule(old) if fact == "recurrence" else None,
        "new_rule": _rule(new) if fact == "recurrence" else None,
        "rest": len(before) > len(gone),
    }


def _exceptions_view(old: str, new: str) -> View:
    """Single dates of a rhythm that fall out or move from now on, and those that hold again, each with first, last and new time."""
    before, after = (text.split(SEPARATOR) if text else [] for text in (old, new))
    told = [each for each in after if each not in before]
    undone = [each for each in before if each not in after]
    return {"fact": "once", "old": old, "new": new, "told": [*map(_exception, told)], "undone": [*map(_exception, undone)]}


def _once_view(facts: Notice, today: date) -> View | None:
    """The single dates of a rhythm that fall out or move and are not over yet."""
    ahead = [e for e in (facts.recurrence.exceptions if facts.recurrence else ()) if max(e.last, e.date or e.last) >= today]
    return _exceptions_view("", left_out(ahead)) if ahead else None


def _exception(text: str) -> View:
    days, _, to = text.partition(">")
    first, _, last = days.partition("/")
    return {"first": first, "last": last or first, "to": _times(to)[0] if to else None}


def _rule(text: str) -> View | None:
    """A rhythm as `bot.core.changes` writes it: rule, time or part, last day, day off, first day of what changes later."""
    words = text.split()
    if not words:
        return None
    view = recurrence_view(Recurrence(words[0]))
    for word in words[1:]:
        name, told, value = word.partition("=")
        if name == "hours":
            view["hours"] = value.split(",")
            continue
        view[name if told else "until" if _DAY.fullmatch(word) else "time" if ":" in word else "part"] = value or word
    return view


def _has_passed(time: View, now: datetime) -> bool:
    day, clock = str(time["date"]), time["time"]
    today = now.date().isoformat()
    return day < today or (day == today and clock is not None and str(clock) < f"{now:%H:%M}")


def _times(text: str) -> list[View]:
    found = [MOMENT.match(value) for value in text.split(SEPARATOR)]
    return [
        {
            "what": "deadline",
            "date": match[1],
            "time": match[2] if match[2] and ":" in match[2] else None,
            "part": match[2] if match[2] and ":" not in match[2] else None,
        }
        for match in found
        if match and all(found)
    ]


def next_due(facts: Notice, now: datetime) -> datetime | None:
    """The next instant that matters in `facts`: the earliest still ahead, else the latest; None when nothing is dated.

    Recurring duties have dates of their own (`bot.core.occurrences`).
    """
    instants = sorted([d.at for d in facts.deadlines] + [e.at for e in facts.events])
    return next((at for at in instants if at >= now), instants[-1] if instants else None)


_NOT_WANTED = (TaskState.CANCELLED, TaskState.DROPPED, TaskState.MERGED)


def _is_shown(pair: Overlap, number: int, others: Mapping[int, Task]) -> bool:
    """Not with a task that nobody wants any more, or that has become one with another."""
    other = others.get(_other(pair, number))
    return other is None or other.state not in _NOT_WANTED


def _overlap_view(pair: Overlap, task: Task, others: Mapping[int, Task]) -> View:
    """The other task: since when it is asked for, whether before this one, and when it was handed in."""
    other = others.get(_other(pair, task.number))
    if other is None:
        return {"number": _other(pair, task.number), "issuer": None, "title": "", "state": ""}
    done = other.closed_at if other.state is TaskState.DONE else None
    return {
        "number": other.number,
        "issuer": other.facts.issuer,
        "title": title_of(other),
        "state": other.state.value,
        "asked": other.opened_at.isoformat(),
        "earlier": (other.opened_at, other.number) < (task.opened_at, task.number),
        "handed_in": done.isoformat() if done else None,
        **_handing_in(other.facts),
    }


def _handing_in(facts: Notice) -> View:
    """What is to be handed in, in what form, to whom."""
    return {
        "requirements": sorted(requirement.value for requirement in facts.requirements),
        "specs": [spec_view(spec) for spec in facts.specs],
        "submit_to": {
            "emails": list(facts.submit_to.emails),
            "phones": list(facts.submit_to.phones),
            "people": list(facts.submit_to.people),
            "urls": list(facts.submit_to.urls),
            "systems": list(facts.submit_to.systems),
        },
        "contacts": [{"name": contact.name, "phone": contact.phone} for contact in facts.contacts],
    }


def _other(pair: Overlap, number: int) -> int:
    return pair.b if pair.a == number else pair.a


def _at(item: View) -> datetime:
    return datetime.fromisoformat(str(item["at"]))
