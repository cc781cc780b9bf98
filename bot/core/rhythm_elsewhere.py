"""What belongs to a rhythm and stands elsewhere in its text: an hour two paragraphs on, the day in the answer to a question.

The sentences beside a rhythm are read first, by what they say; here it is enough that a date was weighed to belong to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.rhythm_days import day_of_month, day_of_week
from bot.core.roles import DateRole, Verdict
from bot.core.times.sets import BYDAY
from bot.core.wording import late

_OTHERS_HOUR = late(r"[上下]班|开[门放]|营业")


def _belonging(verdicts: Sequence[Verdict], m: Mention, used: Iterable[int]) -> list[Mention]:
    """Dates weighed to belong to the rhythm that nothing was made of, the nearest first."""
    taken = {*used, m.start}
    belonging = [v.mention for v in verdicts if v.role is DateRole.RECURRING and v.mention.time.kind is not TimeKind.SET and v.mention.start not in taken]
    return sorted(belonging, key=lambda each: abs(each.start - m.start))


def hour_elsewhere(m: Mention, verdicts: Sequence[Verdict], used: Iterable[int]) -> Mention | None:
    """The hour of each time, the last one where several stand together; a limit before any other hour."""
    hours = [each for each in _belonging(verdicts, m, used) if each.has_clock and not each.has_day and not each.is_range and not _OTHERS_HOUR.match(each.right)]
    nearest = next(iter([*(each for each in hours if each.time.before), *hours]), None)
    if nearest is None:
        return None
    together = [each for each in hours if each.sentence == nearest.sentence and (each.time.before or not nearest.time.before)]
    return max(together, key=lambda each: (each.time.clock or "", each.time.part or "", each.start))


def days_elsewhere(rrule: str, m: Mention, verdicts: Sequence[Verdict], used: Iterable[int]) -> tuple[str, list[Mention]]:
    """The rule with its day where it has none, and the dates that name it."""
    if rrule in ("FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=3"):
        days = [each for each in _belonging(verdicts, m, used) if day_of_week(each) is not None]
        named = sorted({day for each in _beside_first(days) if (day := day_of_week(each)) is not None})
        return (f"{rrule};BYDAY={','.join(BYDAY[day] for day in named)}", _beside_first(days)) if named else (rrule, [])
    if rrule == "FREQ=MONTHLY":
        days = _beside_first([each for each in _belonging(verdicts, m, used) if day_of_month(each) is not None])
        named = sorted({day for each in days if (day := day_of_month(each)) is not None}, key=lambda day: (day < 0, day))
        return (f"{rrule};BYMONTHDAY={','.join(map(str, named))}", days) if named else (rrule, [])
    if rrule == "FREQ=YEARLY":
        days = [v.mention for v in verdicts if v.role in (DateRole.RECURRING, DateRole.DEADLINE) and v.mention.time.start and v.mention.start > m.end and not v.mention.is_range and v.mention.time.implied == ("year",)]
        if len(days) == 1 and (date := days[0].time.start):
            return f"{rrule};BYMONTH={date.month};BYMONTHDAY={date.day}", days
    return rrule, []


def _beside_first(days: Sequence[Mention]) -> list[Mention]:
    """The days that stand in the sentence of the first one."""
    return [each for each in days if each.sentence == days[0].sentence]
