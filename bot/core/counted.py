"""Limits counted from the end of what has a day elsewhere in the text: 宣传周为6月1日至7日 … 宣传周结束后3个工作日内, 结束次日."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.core.anchored import is_asked
from bot.core.mentions import Mention
from bot.core.models import Grain, TimeExpression, TimeKind
from bot.core.own_acts import is_own_act
from bot.core.reasons import COUNTED, MOVED_FROM, PAST, SUPERSEDED, UNANCHORED
from bot.core.roles import HAND_IN, DateRole, Verdict
from bot.core.sequence import NAMES_ITSELF
from bot.core.wording import late
from bot.core.workdays import Calendar

_ENDS = r"(?:工作|活动|行动)?(?:正式|全部)?(?:结束|截止|完成|完毕?|期?满|闭幕|终了|收官|合格|通过|进行|开展|到期|召开|举行)?"
_SINCE = late(rf"(?P<what>[一-鿿]{{2,8}}?){_ENDS}(?:之日|当日|之|以)?(?:后|起)的?[，,]?$")
_OVER = late(
    r"(?P<what>[一-鿿]{2,8}?)(?:工作|活动|行动)?(?:正式|全部)?一?(?:结束|截止|完毕|期?满|闭幕|终了|收官|收尾|到期)(?:之后|以后|后)?的?[，,]?$"
)
_DAY_AFTER = late(r"(?P<same>当[天日晚])|次日|第二天|翌日|隔天")
"""公示结束次日: a day that counts from the last one of what is named."""
_CLOSES = late(r"(?:全部|全面|正式)?(?:结束|为?止|截止|闭幕|收官|收尾|完成)")
_BEFORE_DAY = late(r"(?:时间|日期|工作|活动|安排|期[限间]?)?(?:拟定|初定|定|计划|安排|拟|将|为|是|在|于|从|自|放|[：:，,（(\s])*$")
_NAMES = late(r"(?:为期[^，。；]{1,4}|[，,]|的|完成|进行|开展|组织|举行|召开|启动|是|为)?(?P<what>[一-鿿]{2,4})")
_BREAK = late(r"(?:收假|假期|长假|小长假|放假|休假|节日)(?:期)?(?:结束|完|满)?(?:之|以)?后的?$")
_HOLIDAY = late(r"放假|休假|假期|长假")
_HANDS = late(rf"(?P<skip>[，,]?将)[^，。；]{{1,14}}?{HAND_IN}")
"""将公示结果报经管站: what is handed in, not what somebody is going to do."""
_FARTHEST = 200
"""Days between what is named and the notice."""
_LONGEST_NAME, _SHORTEST_NAME = 5, 2


class _Named:
    """The days that stand beside words, looked up by the ends of these words: where each stands, and the last day of what is named."""

    def __init__(self) -> None:
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._days: defaultdict[str, list[date]] = defaultdict(list)

    def add(self, words: str, place: int, day: date) -> None:
        """Note a day beside words; places come in order."""
        for size in range(_SHORTEST_NAME, len(words) + 1):
            self._places[words[-size:]].append(place)
            self._days[words[-size:]].append(day)

    def day_of(self, what: str, at: int) -> date | None:
        """The day beside the longest end of what is named: the last one before a place, else the first one behind it."""
        for size in range(min(_LONGEST_NAME, len(what)), _SHORTEST_NAME - 1, -1):
            days = self._days.get(what[-size:])
            if days:
                return days[max(0, bisect_left(self._places[what[-size:]], at) - 1)]
        return None


def _last_day(m: Mention) -> date | None:
    """The last day of a date; 24:00 belongs to the day that ends."""
    moment = m.time.end or m.time.start
    if moment is None or not m.has_day or m.time.kind is TimeKind.SET:
        return None
    return (moment - timedelta(minutes=1)).date() if m.time.midnight_end else moment.date()


def _named(verdicts: Sequence[Verdict]) -> _Named:
    """The days of a text with the words right before and right behind them; what ends on a day is what began on the one before."""
    found = _Named()
    begun: tuple[Mention, tuple[str, ...]] | None = None
    for v in verdicts:
        m = v.mention
        day = _last_day(m)
        if day is None or v.reason in (UNANCHORED, PAST, SUPERSEDED, MOVED_FROM):
            continue
        names = [_BEFORE_DAY.sub("", m.left[-20:])[-_LONGEST_NAME:]]
        if behind := _NAMES.match(m.right):
            names += [behind["what"][:size] for size in range(_SHORTEST_NAME, len(behind["what"]) + 1)]
        if begun and begun[0].sentence == m.sentence and _CLOSES.match(m.right):
            names += begun[1]
        for name in names:
            found.add(name, m.start, day)
        begun = m, tuple(names)
    return found


def _counted(m: Mention, base: date, calendar: Calendar) -> date | None:
    """The day so long after another as a span says."""
    minutes, time = m.time.minutes, m.time
    if minutes is None or re.search(r"小时|分钟|钟头", time.said):
        return None
    days = round(minutes / 1440)
    return calendar.add_workdays(base, days) if time.workdays else base + timedelta(days=days)


def _holiday_ends(verdicts: Sequence[Verdict]) -> date | None:
    """The last day off that a text names."""
    holidays = (v.mention for v in verdicts if _HOLIDAY.search(v.mention.time.said + v.mention.left[-8:] + v.mention.right[:4]))
    return max((day for each in holidays if (day := _last_day(each))), default=None)


def _base(m: Mention, named: _Named, holiday_ends: date | None) -> date | None:
    """The day that a span counts from, None where the text does not say it."""
    left = m.left[-24:] + ("后" if m.time.said.startswith(("后", "之后")) else "")
    if _BREAK.search(left):
        return holiday_ends
    since = (_OVER if _DAY_AFTER.match(m.time.said) else _SINCE).search(left)
    return named.day_of(since["what"], m.start) if since else None


def _counts(v: Verdict) -> bool:
    """Whether a date may count from the end of something the text names."""
    m = v.mention
    if NAMES_ITSELF.search(m.time.said):
        return False
    if v.reason == UNANCHORED or (v.role is DateRole.DEADLINE and _BREAK.search(m.left[-12:])):
        return True
    return m.time.kind is TimeKind.POINT and _DAY_AFTER.match(m.time.said) is not None and _OVER.search(m.left[-24:]) is not None


def _day(m: Mention, base: date, calendar: Calendar) -> date | None:
    """The day a date means that counts from this one."""
    if near := _DAY_AFTER.match(m.time.said):
        return base if near["same"] else base + timedelta(days=1)
    return _counted(m, base, calendar)


def _on(time_said: TimeExpression, day: date) -> TimeExpression:
    """The same words for a day, with the hour they may say."""
    hour = time_said.start.time() if time_said.start and (time_said.clock or time_said.part) else time()
    grain = time_said.grain if time_said.clock or time_said.part else Grain.DAY
    return replace(
        time_said, kind=TimeKind.POINT, start=datetime.combine(day, hour), end=None, grain=grain, minutes=None, implied=("day",), unsure=None
    )


def with_counted(verdicts: Sequence[Verdict], sent_on: date, calendar: Calendar) -> list[Verdict]:
    """The verdicts of a text, those that count from the last day of something it dates with the day they mean."""
    if not any(map(_counts, verdicts)):
        return list(verdicts)
    named, holiday_ends = _named(verdicts), _holiday_ends(verdicts)

    def counted(v: Verdict) -> Verdict:
        m = v.mention
        base = _base(m, named, holiday_ends) if _counts(v) else None
        day = _day(m, base, calendar) if base and abs((base - sent_on).days) < _FARTHEST else None
        hands = _HANDS.match(m.right)
        if m.right.startswith("的") or day is None or day < sent_on or (is_own_act(m) and not hands):
            return v
        if not is_asked(m.text, m.start, m.end + (hands.end("skip") if hands else 0)):
            return v
        return Verdict(replace(m, time=_on(m.time, day)), DateRole.DEADLINE, COUNTED)

    return [counted(v) for v in verdicts]
