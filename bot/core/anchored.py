"""Limits that count from what takes place: 开会前两天, 会后三日内, 演练结束当天, 培训完第二天."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.mentions import Mention
from bot.core.models import Deadline, Event, Part, Span
from bot.core.roles import FINISH, HAND_IN, Verdict
from bot.core.times.numbers import number
from bot.core.wording import late
from bot.core.workdays import Calendar

_WHAT = r"(?:会议?|班|课|赛|练|训|核|[考测面]试|活动|检查|演出?|讲座?|验收|评审|展示?|营|学习|仪式)"
_COUNT = r"(?:\d{1,2}|[一两二三四五六七八九十]{1,2})"
_UNIT = r"个?(?:工作日|天|日|周|星期)"
_BEFORE = late(
    rf"(?:{_WHAT}(?:召开|举办|举行|开始)?|(?P<ahead>提))(?:[之以]?前(?P<a>{_COUNT}{_UNIT})|(?P<b>{_COUNT}{_UNIT})[之以]?前)(?!后)"
)
_AFTER = late(
    rf"(?:{_WHAT}(?:结束|完毕?|[之以]?后)+|(?:结束|比完赛?|开完会?)[之以]?后?)的?(?:(?P<a>{_COUNT}{_UNIT})[之以]?内|(?P<next>次日|第二天|翌日|隔天)|(?P<same>当天|当日))"
)
_ACT = late(rf"{HAND_IN}|{FINISH}")
_NOT_ASKED = late(r"不再|不得|不用|无需|不必|不能|不准|由(?!各|村|你|专人|本人|包村)|将|领取|公布|通报|发放|印发|下发|打卡")
_STOP = late(r"[。\n]")
_CLAUSE = late(r"[，,。；;\n]")
_REACH = 40


@dataclass(frozen=True, slots=True)
class Anchored:
    """A limit and the words it was read from, which then date nothing else."""

    deadline: Deadline
    span: Span


def _counted(said: str, day: date, sign: int, calendar: Calendar) -> date:
    """The day so many days, workdays or weeks before (−1) or after (1) another."""
    amount = int(number(re.sub(r"个?(?:工作日|天|日|周|星期)$", "", said)) or 1) * sign
    if "工作日" in said:
        return calendar.add_workdays(day, amount)
    return day + timedelta(days=amount * (7 if re.search(r"周|星期", said) else 1))


def _anchor(text: str, events: Sequence[Event], at: int, sign: int) -> Event:
    """What a limit counts from: what its sentence names, else the first for what goes before, the last named for what follows."""
    before = [event for event in events if event.span[0] < at]
    here = [event for event in before if not _STOP.search(text[event.span[1] : at])]
    if here or not before:
        return max(here or events, key=lambda event: event.span if here else (-event.span[0], 0))
    return min(before, key=lambda event: event.at) if sign < 0 else max(before, key=lambda event: event.span)


def _is_asked(text: str, begin: int, end: int) -> bool:
    """Whether the clause around a phrase asks for something."""
    left = _CLAUSE.split(text[max(0, begin - _REACH) : begin])[-1]
    right = _CLAUSE.split(text[end : end + _REACH])[0]
    return bool(_ACT.search(left + "｜" + right)) and not _NOT_ASKED.search(left + right)


def _hour_behind(verdicts: Sequence[Verdict], end: int) -> tuple[str | None, Part | None, int]:
    """The hour right behind a phrase (开会前一天下班前), and where it ends."""
    hours: list[Mention] = [v.mention for v in verdicts if v.mention.start <= end + 1 and v.mention.end > end and v.mention.has_clock]
    return (hours[0].time.clock, hours[0].time.part, hours[0].end) if hours else (None, None, end)


def read_anchored(text: str, verdicts: Sequence[Verdict], events: Sequence[Event], calendar: Calendar) -> list[Anchored]:
    """The limits of a text that count from its own events; none where nothing takes place."""
    found: list[Anchored] = []
    for pattern, sign in ((_BEFORE, -1), (_AFTER, 1)) if events else ():
        for match in pattern.finditer(text):
            if not _is_asked(text, match.start(), match.end()):
                continue
            event = _anchor(text, events, match.start(), sign)
            base = event.date if sign < 0 else event.end_date or event.date
            groups = match.groupdict()
            said = groups.get("a") or groups.get("b") or ("" if groups.get("same") else "一天")
            day = _counted(said, base, sign, calendar) if said else base
            clock, part, end = _hour_behind(verdicts, match.end())
            due = Deadline(
                day, calendar.at(day, clock, part), clock, part, match.group(), (match.start(), end), ("day",), text[end : end + 12].split("，")[0]
            )
            found.append(Anchored(due, due.span))
    return found
