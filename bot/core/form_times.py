"""Lines of a form that hold one time between them: 日期 and 开始, 开始 and 结束, each with a label of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import Enum

from bot.core.mentions import Mention
from bot.core.models import TimeExpression, TimeKind
from bot.core.sessions import at_hour_of
from bot.core.wording import late


class _Label(Enum):
    DAY = r"日期|日子|时间|[哪几][天日号]|日"
    BEGIN = r"开始|起始?|几点|钟点|时刻|时段|开(?:会|课|赛|演|讲|考|训|场)"
    END = r"结束|截?止|散(?:会|场)|收(?:队|工|场)|闭幕"
    GATHER = r"集[结合]|签到|入场|报到|候场|上车|到场"


_LINE = late(
    r"[\s├└┌│·•*\-【]*(?:" + "|".join(f"(?P<{label.name}>{label.value})" for label in _Label) + r")(?<!截止)(?:时间)?】?\s?[:：|丨]\s?"
)
_WHOLE_VALUE = late(r"\s*(?:[（(][^（()）\n]{1,12}[)）])?\s*(?:$|[，,。；;])")
_WITHIN = 3
"""How many lines below a day its hours may stand."""


def _label(m: Mention) -> _Label | None:
    """Which field of a form this time is the value of; None where it stands in prose."""
    begin, end = m.line
    found = _LINE.fullmatch(m.text, begin, m.start)
    if found is None or not _WHOLE_VALUE.match(m.text, m.end, end):
        return None
    return _Label[found.lastgroup] if found.lastgroup else None


def _spent(m: Mention) -> Mention:
    return replace(m, time=replace(m.time, kind=TimeKind.DURATION, start=None, end=None, clock=None, part=None))


def _span(begin: TimeExpression, end: TimeExpression) -> TimeExpression | None:
    """From the one to an hour of the same day, None where they are no such span."""
    points = begin.kind is TimeKind.POINT and end.kind is TimeKind.POINT and begin.clock and end.clock
    if not points or begin.start is None or end.start is None or "day" not in end.implied:
        return None
    until = datetime.combine(begin.start.date(), end.start.time())
    return replace(begin, kind=TimeKind.RANGE, end=until, end_clock=end.clock, before=False) if until > begin.start else None


def with_form_times(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with the hours of a form put to its day, and the hour it ends to that it begins at."""
    found = list(mentions)
    labels = [_label(m) for m in found]
    if _Label.BEGIN not in labels:
        return found
    for at in range(len(found) - 1):
        if labels[at] is _Label.BEGIN and labels[at + 1] is _Label.END and "\n" not in found[at].text[found[at].line[1] + 1 : found[at + 1].line[0]]:
            span = _span(found[at].time, found[at + 1].time)
            if span is not None:
                found[at], found[at + 1] = replace(found[at], time=span), _spent(found[at + 1])
    for at, day in enumerate(found):
        if labels[at] is not _Label.DAY or not day.has_day or day.has_clock or day.is_range or day.time.start is None:
            continue
        near = [index for index in range(at + 1, min(len(found), at + 1 + _WITHIN)) if day.text.count("\n", day.end, found[index].start) <= _WITHIN]
        hour = next((index for index in near if labels[index] is _Label.BEGIN and not found[index].has_day and found[index].time.clock), None)
        if hour is None or any(labels[index] is not _Label.GATHER for index in range(at + 1, hour)):
            continue
        found[at] = replace(day, time=at_hour_of(day.time, found[hour].time))
        for index in range(at + 1, hour + 1):
            found[index] = _spent(found[index])
    return found
