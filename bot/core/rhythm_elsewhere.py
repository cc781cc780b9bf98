"""What belongs to a rhythm and stands elsewhere in its text: an hour two paragraphs on, the day in the answer to a question.

The sentences beside a rhythm are read first, by what they say; here it is enough that a date was weighed to belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from bot.core.duty_span import Bounds, is_left_out
from bot.core.mentions import Mention
from bot.core.models import Grain, TimeKind
from bot.core.reasons import ANOTHERS, UNANCHORED
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
    told = [v.mention for v in verdicts if v.mention.has_clock and _EACH_TIME.search(v.mention.left[-4:]) and v.mention.time.end is None and v.mention.time.kind is not TimeKind.SET and v.mention.start not in used]
    hours = told or [each for each in _belonging(verdicts, m, used) if each.has_clock and not each.has_day and not each.is_range and not _OTHERS_HOUR.match(each.right)]
    nearest = next(iter([*(each for each in hours if each.time.before), *hours]), None)
    if nearest is None:
        return None
    together = [each for each in hours if each.sentence == nearest.sentence and (each.time.before or not nearest.time.before)]
    return max(together, key=lambda each: (each.time.clock or "", each.time.part or "", each.start))


_EACH_TIME = late(r"每(?:一)?[期次场回堂节班晚]$")
_MONTH_SAID = late(r"(?:月|/).*(?:[日号]|\d)|(?=.*\d).*[a-z]{3}", re.I)
_STOPS = late(r"[^，。；\d]{0,3}完(?:拉倒|为止|就?结束|了事|算数|收工)|(?:那[天次]?)?(?:就|便)不用再?[报交]")
"""9月18号报完拉倒: when a rhythm ends, whatever its day was weighed to be."""
_BEGINS = late(r"起|开始|开[报测班课]|头[一次回]|打头|首|第一|恢复|first|start|begin", re.I)
_ENDS = late(r"止|完|末|最后|结束|停|收[工官尾摊]|不用|不再|不必|拉倒|last|end|stop|until|till", re.I)
_NEAR = 10


def bounds_elsewhere(verdicts: Sequence[Verdict], m: Mention, used: set[int], bounds: Bounds) -> Bounds:
    """The bounds with what is missing from days that were weighed to belong to the rhythm and are none of its own.

    Of two the earlier is the first day and the later the last; one alone is told by the words beside it.
    """
    start, until = bounds
    stops = [v.mention for v in verdicts if v.role is not DateRole.RECURRING and v.mention.start not in used and _STOPS.match(v.mention.right)]
    left = [each for each in (*_belonging(verdicts, m, used), *stops) if each.time.start and not (each.time.before and "前" in each.time.said) and each.time.kind is TimeKind.POINT and each.time.grain is Grain.DAY and _MONTH_SAID.search(each.time.said) and not is_left_out(each)]
    days = sorted({each.time.start.date(): each for each in left if each.time.start}.items())
    if start is None and until is None and len(days) == 2:
        start, until = days[0][0], days[1][0]
    elif len(days) != 1:
        return bounds
    elif start is not None and until is None and days[0][0] > start:
        until = days[0][0]
    elif until is not None and start is None and days[0][0] < until:
        start = days[0][0]
    elif start is None and until is None:
        day, told = days[0]
        if _ENDS.search(told.right[:_NEAR]) or _ENDS.search(told.left[-4:]):
            until = day
        elif _BEGINS.search(told.right[:_NEAR]) or _BEGINS.search(told.left[-4:]):
            start = day
        else:
            return bounds
    else:
        return bounds
    used.update(each.start for _, each in days)
    return start, until


_DAILY = late(r"FREQ=DAILY$|FREQ=WEEKLY;BYDAY=(?:[A-Z]{2},){4}")
_BOTH_SAID = late(r"\d{1,2}[月./].*\d{1,2}[日号]?|\d{1,2} [A-Za-z]{3,9}.*\d", re.I)
_SOME_OF_THEM = late(r"[^，。；\n]{0,4}?(?:也[要得须]|照[报常旧发交]|同样|除外|不[报用交]|顺延|提前|推迟)")
"""5月1日至5日也要报: some days of a rhythm, not all of them."""
_OF_NO_DUTY = frozenset({ANOTHERS, UNANCHORED, "statistics_period", "base_date", "exempt"})


def only_span(verdicts: Sequence[Verdict], rule: Mention, rrule: str, used: set[int], today: date) -> Bounds:
    """First and last day of a duty of every day, where one span of days to come is all that the text names, before the rule or beside it: 值班安排（2月15日至23日）."""
    if not _DAILY.match(rrule):
        return None, None
    spans = [
        v.mention
        for v in verdicts
        if v.mention.is_range and v.mention.time.grain is Grain.DAY and v.mention.time.start and v.mention.time.end and v.mention.time.end.date() > today
        and v.mention.start < rule.sentence[1] and v.role is not DateRole.EVENT and v.reason not in _OF_NO_DUTY and _BOTH_SAID.search(v.mention.time.said) and not is_left_out(v.mention) and not _SOME_OF_THEM.match(v.mention.right)
    ]  # fmt: skip
    if len(spans) != 1 or (first := spans[0].time.start) is None or (last := spans[0].time.end) is None:
        return None, None
    used.add(spans[0].start)
    return first.date(), last.date()


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
