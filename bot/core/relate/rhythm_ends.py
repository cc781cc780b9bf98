"""Until when a duty comes back, told later: it ends (下周一结束，之后不用报), goes on (报到12月4号) or lasts longer (再报三天)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.models import Recurrence, TimeExpression, TimeKind
from bot.core.occurrences import dates_between, instant_of
from bot.core.relate.letting_off import LETS_OFF, RESUMES, SENTENCE, STANDING_DAYS, is_personal
from bot.core.relate.rhythm_changes import OPENS
from bot.core.relate.time_changes import NUMBER, is_supposed
from bot.core.times import find_times
from bot.core.workdays import Calendar

_BEFORE = 14
"""Characters before a day that may say that it is the last."""
_NOT = r"(?<![停免缓不])"
_LAST_DAY_FOLLOWS = re.compile(
    rf"(?:{_NOT}(?:报送?|填|测|巡查?|值班)|持续|执行|坚持|一直|直|延[长续](?:上报|报送?)?|继续(?:上报|报送?|填|测)?)[到至](?:了)?$"
    r"|\b(?:until|till|through|(?:extended|continues?|runs?) to|(?:ends?|stops?|lapses|closes)(?: on)?) $",
    re.I,
)
_MOVES_ON = re.compile(r"延(?:期|后)?[到至]$")
_WAS_LAST_DAY = re.compile(
    r"(?:那天)?(?:就|即)?(?:结束|为止|止|截止|收官|收尾|停了|停止|到期)|(?:那[次期回])?[报填交]完[^,，]{0,8}?(?:不用|不再|停|结束|没有)|[^,，\d]{0,6}最后一[次期回天]"
)
_BEHIND = re.compile(r".*(?:之|以)?后$")
"""12月1号以后不用报: the day itself still counts."""
_OVER_THEN = re.compile(r"(?:为止|止|结束)$")
_SO_MUCH_LONGER = re.compile(r"(?:再|多|延[长续])(?:上?报|填|测|巡|坚持|持续)?(?P<n>\d{1,2}|[一两二三四五六七八九十])个?(?P<unit>天|周|星期|礼拜|月)(?!内|前|[以之][内前])")
_UNITS = {"天": 1, "周": 7, "星期": 7, "礼拜": 7}
_REACH = timedelta(days=400)


def until_told(text: str, at: datetime, known: Recurrence, rule: Recurrence, calendar: Calendar, rhythm_changes: bool = False) -> Recurrence | None:
    """The rhythm with the last day that a message tells; None where it tells of none, or leaves no date ahead.

    `rule` is the known rhythm with the day it counts from. Where the words may tell of another rhythm, 从下周起不用每天报 is
    no end.
    """
    last = next((day for sentence in SENTENCE.finditer(text) if (day := _last_day(sentence[0], at, known, calendar, rhythm_changes))), None)
    today = calendar.local(at).date()
    if last is None or last < today:
        return None
    if known.before and known.start and last < known.start:
        return replace(known.before, until=last)
    ahead = dates_between(replace(rule, until=last), today, min(last, today + _REACH), calendar)
    if not any(instant_of(rule, day, calendar) > at for day in ahead):
        return None
    return replace(known, until=last)


def _last_day(said: str, at: datetime, known: Recurrence, calendar: Calendar, rhythm_changes: bool) -> date | None:
    lets_off = LETS_OFF.search(said)
    if is_personal(said) or (lets_off and STANDING_DAYS.search(said[: lets_off.start()])):
        return None
    today = calendar.local(at).date()
    for time in find_times(said, calendar.local(at), calendar):
        if time.start is None or time.kind is TimeKind.SET or time.grain not in ("day", "week", "month", "year") or is_supposed(said, time.span[0]):
            continue
        begin, end = time.span
        opens = (time.kind is TimeKind.RANGE and time.end is None) or OPENS.search(said[:begin]) is not None
        if opens and not rhythm_changes and lets_off and (end <= lets_off.start() or said.isascii()) and not RESUMES.search(said, lets_off.end()):
            return time.start.date() - timedelta(days=1) if time.start.date() > today else None
        if not opens and lets_off and _BEHIND.match(time.said) and end <= lets_off.start():
            return (time.end or time.start).date()
        if not opens and (_LAST_DAY_FOLLOWS.search(said[max(0, begin - _BEFORE) : begin]) or _ends_with(said, time, known)):
            return (time.end or time.start).date()
    longer = _SO_MUCH_LONGER.search(said)
    if longer and known.until and longer["unit"] in _UNITS:
        count = int(longer["n"]) if longer["n"].isdigit() else int(NUMBER[longer["n"]])
        return known.until + timedelta(days=count * _UNITS[longer["unit"]])
    return None


def _ends_with(said: str, time: TimeExpression, known: Recurrence) -> bool:
    """Whether a day is said to be the last one; 延到12月4日 is where an end moves, if one is known that lies before."""
    begin, end = time.span
    assert time.start is not None
    if _OVER_THEN.search(time.said) or _WAS_LAST_DAY.match(said, end):
        return True
    return bool(known.until and time.start.date() > known.until and _MOVES_ON.search(said[max(0, begin - _BEFORE) : begin]))
