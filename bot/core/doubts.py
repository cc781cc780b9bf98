"""What is truly ambiguous in a notice and worth one question with buttons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.core.models import Deadline, Doubt, Event, Kind, Requirement
from bot.core.roles import Verdict
from bot.core.times.impossible import impossible_days
from bot.core.wording import late

WEEK = "week"
"""下周五 said on a Sunday: the coming week or the one after it."""
TODAY_OR_NEXT = "today_or_next"
"""周五 said on a Friday evening: today or in a week."""
YEAR_UNKNOWN = "year_unknown"
"""The calendar of days off does not know the year it needs."""
WEEKDAY = "weekday"
"""A bracket names another weekday than the date has."""
IMPOSSIBLE = "impossible_date"
"""A day that the calendar does not have: 9月31日."""
NO_DEADLINE = "no_deadline"
"""Something is to be handed in, and no date says by when."""
ANOTHER_RHYTHM = "another_rhythm"
"""A line beside the duty comes back by another rule, and a task has but one."""

_NEXT_WEEKDAY = late(r"下(?:个)?(?:周|星期|礼拜)[一二三四五六日天]|next (?:mon|tues|wednes|thurs|fri|satur|sun)day", re.I)
_BARE_WEEKDAY = late(r"^(?:周|星期|礼拜)[一二三四五六日天]|^(?:on |by )?(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.I)
_HAND_INS = frozenset(
    {Requirement.SUBMIT_MATERIAL, Requirement.DATA_STATISTICS, Requirement.FILL_FORM, Requirement.ELECTRONIC_COPY, Requirement.PAPER_COPY}
)
_PUT_RIGHT = late(r"[”\"』」]?[^。；;\n]{0,24}?(?:应(?:该)?[为是]|[更改]正?为|[以按][^，。；\n]{2,12}(?:为准|前)|有误|[写打说]错|[笔口手]误|之误)[^。；;\n]{0,30}")
"""4月31日有误，以4月29日为准: what is said to be a slip leaves no question."""
_LATE = 17
_MOST = 3
"""More questions than these about one text help nobody."""


def _options(day: date) -> tuple[str, ...]:
    return day.isoformat(), (day + timedelta(days=7)).isoformat()


def _of(fact: Deadline | Event, about: str, sent_at: datetime, unsure: str | None) -> Doubt | None:
    said = fact.said.strip()
    if _NEXT_WEEKDAY.search(said) and sent_at.weekday() == 6 and not re.search(r"\d+[月日号]", said):
        return Doubt(about, WEEK, _options(fact.date), said)
    bare = _BARE_WEEKDAY.match(said) and not re.search(r"\d+[月日号]", said)
    if bare and sent_at.hour >= _LATE and (fact.date - sent_at.date()).days in (0, 7):
        return Doubt(about, TODAY_OR_NEXT, _options(sent_at.date()), said)
    return Doubt(about, unsure, (), said) if unsure in (YEAR_UNKNOWN, WEEKDAY) else None


def doubts_of(
    verdicts: Sequence[Verdict], deadlines: Sequence[Deadline], events: Sequence[Event], sent_at: datetime
) -> tuple[Doubt, ...]:
    """The doubts about the dates that were read, each once."""
    unsure = {v.mention.time.span: v.mention.time.unsure for v in verdicts}
    found = [_of(d, "deadline", sent_at, unsure.get(d.span)) for d in deadlines]
    found += [_of(e, "event", sent_at, unsure.get(e.span)) for e in events]
    return tuple(dict.fromkeys(d for d in found if d))


def other_rhythms(words: Sequence[str]) -> tuple[Doubt, ...]:
    """What is to be said of rhythms beside the one that was read, by the words of each."""
    return tuple(Doubt("recurrence", ANOTHER_RHYTHM, (), said) for said in words[:_MOST])


def impossible_dates(text: str, sent_at: datetime, kind: Kind | None) -> tuple[Doubt, ...]:
    """One question for each day of a normalised text that does not exist, with its neighbours as answers."""
    about = "event" if kind is Kind.EVENT else "deadline"
    open_ = [day for day in impossible_days(text, sent_at.date()) if not _PUT_RIGHT.match(text, day.span[1])]
    return tuple(Doubt(about, IMPOSSIBLE, (day.before.isoformat(), day.after.isoformat()), day.said) for day in open_[:_MOST])


def missing_deadline(kind: Kind, requirements: frozenset[Requirement], dated: bool, urgent: bool) -> tuple[Doubt, ...]:
    """The question by when, where a hand-in is asked for without any date or 尽快."""
    if kind is Kind.TASK and not dated and not urgent and requirements & _HAND_INS:
        return (Doubt("deadline", NO_DEADLINE),)
    return ()
