"""The hours at which several days of one thing begin and end, said behind the days: 8日至9日…，8日上午8:30开始，9日16:00结束."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.ending import says_end
from bot.core.mentions import Mention
from bot.core.models import TimeExpression, TimeKind
from bot.core.reasons import ARRIVES, WEIGHED_OUT
from bot.core.roles import HAND_IN, DateRole, Verdict
from bot.core.sessions import spent
from bot.core.wording import late

_OPEN = frozenset({WEIGHED_OUT, "bare_span", "no_duty_beside_it", "start_only"})
_REACH, _NEAREST = 90, 5
"""How far behind the days, and within how many times of them, their hours stand."""
_COMES = late(r"前|[^，。；、\d]{0,6}?(?:签到|点名|检录|入场(?!式)|报到|集合|上车|乘车|发车|候场|化妆)|[^，。；\n]{0,8}?(?:截止|之前|以前)")
_BEGINS = late(r"(?:准时|正式|统一|分|整|左右)*(?:开始|开[班课讲会赛训幕营打考镰到庭市播机园业工锣]|上课|入场式|起步|打[到至]|讲[到至]|到)|[，,]?\s?(?:sharp )?(?:start|kick-?off|on (?:day one|the first day|each day|both days))", re.I)
_HANDS_IN = late(rf"[^，。；\n]{{0,4}}{HAND_IN}")
_FIRST_DAY = late(r"(?:首日|第一天|头一?天|开[班幕营赛课]当天|开始(?:时间)?[为是:：]?|首次会议?|首场|开幕式|启动[会仪]式?|\b(?:(?:opening|kick-?off|first|introductory|inaugural) (?:meeting|session|briefing|plenary|talk|lecture|class)|opening|kick-?off|doors open)(?: is| at| starts?| begins?)*:?|\bday one[^.;\n]{0,20}|\b(?:starts?|begins?|opens?|commenc(?:es?|ing)|beginning|starting)(?: at)?)[^，。；\d\n]{0,6}$", re.I)
_SAYS_BEGUN = late(r"[^，。；\n]{0,2}(?:开始|起)$")
_LAST_DAY = late(r"(?:末日|最后一[天日]|尾[天日]|[第次][二三四五翌]?[天日]|\b(?:last day|day (?:two|three|four|five))[^.;\n]{0,20})[^，。；\d\n]{0,8}$", re.I)
_LAST_DAY_BEHIND = late(r" on the (?:last|second|third|final) day", re.I)
_ENDS = late(r"(?:准时|左右|才)?(?:散|结业|闭幕|结营|收|返|离|走|为止|止(?=[，。；]|$))")
_UP_TO = late(r"(?:[开讲打学练赛考演]|一直|持续)?[到至](?:[第次][二三四五翌]?[天日])?$|\b(?:(?:end|finish|clos)(?:s|es|ing)?|until)(?: at)? $", re.I)


def with_hours_of_span(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the days of a thing that takes place at the hours said for its first and its last day."""
    found = list(verdicts)
    for at, verdict in enumerate(verdicts):
        if not _is_span(verdict):
            continue
        m, behind = verdict.mention, range(at + 1, min(at + 1 + _NEAREST, len(found)))
        near = [each for each in behind if found[each].mention.start - m.end <= _REACH and _is_hour(found[each])]
        begin = next((each for each in near if _begins(m, found[each].mention)), None)
        end = next((each for each in near if (begin is None or each > begin) and _ends(m, found[each].mention)), None)
        hours = [each for each in (begin, end) if each is not None]
        if not hours or _is_programme(m, [found[each] for each in behind if each not in hours]) or DateRole.EVENT not in {found[each].role for each in (at, *hours)} or any(_begins_anew(m, found[each].mention) for each in near):
            continue
        first = found[begin].mention.time if begin is not None else None
        last = found[end].mention.time if end is not None else None
        found[at] = Verdict(replace(m, time=_with_hours(m.time, first, last)), DateRole.EVENT, verdict.reason)
        for each in near:
            if each in hours:
                found[each] = spent(found[each])
            elif begin is not None and each < begin and _COMES.match(found[each].mention.right):
                found[each] = Verdict(found[each].mention, DateRole.NEITHER, ARRIVES)
    return found


def _is_span(verdict: Verdict) -> bool:
    m = verdict.mention
    open_ = verdict.role is DateRole.EVENT or (verdict.role is DateRole.NEITHER and verdict.reason in _OPEN)
    return open_ and m.is_range and not m.has_clock and not m.time.before and m.has_day


def _is_hour(verdict: Verdict) -> bool:
    m = verdict.mention
    return m.time.clock is not None and m.time.start is not None and not m.time.before and verdict.role is not DateRole.RECURRING


def _begins(span: Mention, m: Mention) -> bool:
    if m.has_day and _day(m.time.start) != _day(span.time.start):
        return False
    if _COMES.match(m.right) or says_end(m) or _HANDS_IN.match(m.right):
        return False
    return bool(_BEGINS.match(m.right) or _FIRST_DAY.search(m.left) or _SAYS_BEGUN.search(m.time.said))


def _begins_anew(span: Mention, m: Mention) -> bool:
    """一组20日8点开始，二组21日8点开始: another day that begins by itself, so that each is a session."""
    return m.has_day and _day(m.time.start) != _day(span.time.start) and _begins(m, m)


def _is_programme(span: Mention, others: Sequence[Verdict]) -> bool:
    """7日8:00开幕式；8日下午现场赛；11日14:30闭幕式: whether other days of the span have something of their own, so that each item is its own event."""
    first, last = _day(span.time.start), _day(span.time.end)
    return any(
        v.role is DateRole.EVENT and v.mention.has_day and v.mention.start - span.end <= _REACH and _day(v.mention.time.start) not in (first, last) and span.time.start < v.mention.time.start < span.time.end  # type: ignore[operator]
        for v in others
    )


def _ends(span: Mention, m: Mention) -> bool:
    last_day = m.time.said.startswith("最后一") or _LAST_DAY.search(m.left) or _LAST_DAY_BEHIND.match(m.right)
    if not last_day and not (m.has_day and _day(m.time.start) == _day(span.time.end)):
        return False
    return bool(says_end(m) or _ENDS.match(m.right) or _UP_TO.search(m.left))


def _day(moment: datetime | None) -> object:
    return moment.date() if moment else None


def _with_hours(days: TimeExpression, first: TimeExpression | None, last: TimeExpression | None) -> TimeExpression:
    """The days from the hour of the first on, until that of the last."""
    start, end = days.start, days.end
    assert start is not None and end is not None
    if first is not None and first.start is not None:
        start = datetime.combine(start.date(), first.start.time())
    if last is not None and last.start is not None:
        end = datetime.combine(end.date(), last.start.time())
    return replace(days, kind=TimeKind.RANGE, start=start, end=end, clock=first.clock if first else None, end_clock=last.clock if last else None)
