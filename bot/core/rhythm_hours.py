"""The hour at which what comes back is due, and the hours of what is due more than once a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.roles import HAND_IN
from bot.core.times import find_times
from bot.core.wording import late
from bot.core.workdays import Calendar

_OFTEN = late(r"[两二三四2-4]\s?[次遍回趟]|[两三四]报|各[一-鿿]{0,4}[一1][次遍回趟]|分别|再[一-鿿]{0,2}[报填交发]?[一1][次遍回]|\b(?:twice|(?:two|three|four) times)\b", re.I)
_JOINS = re.compile(r"[、和及与,，]|\band\b")
_TWICE = 2
_SMALL_HOURS = "06:00"
"""两点一次、五点一次 in the afternoon: below this an hour is taken for that half of the day in which it stands as well."""
_DAY_OF_NO_MATTER = datetime.combine(date(2024, 1, 2), time())


_COME_TOGETHER = late(
    r"(?<![社委协工商机])会(?![计员费同务])(?!议?(?:材料|资料|通知|[记纪]录|纪要|发言|名单|签到))|[开上听]课|(?<!下)课(?![题件时])|(?<![下上接交值])班(?![子组长前后])|培训|学习|夜学|讲座|演练|排练|合练|训练|活动|比赛|开讲"
)
_WORDS_BESIDE = 24
_STOP = late(r"[，,。；;\n]")


def hour_due(hours: Mention, rule: Mention) -> str | None:
    """The hour that an hour or a span of hours sets a rhythm: the end of a span in which something is handed in.

    Where people come, the beginning: 每周一碰头会，上午9点到10点; 每晚9点到11点巡夜.
    """
    begin, end = max(rule.sentence[0], min(rule.start, hours.start) - _WORDS_BESIDE), max(rule.end, hours.end) + len(hours.clause_right[:_WORDS_BESIDE])
    beside = "，".join(each.clause_left[-_WORDS_BESIDE:] + _STOP.split(each.right[:_WORDS_BESIDE], 1)[0] for each in (rule, hours))
    handed_in = rule.time.before or (re.search(HAND_IN, beside) is not None and _COME_TOGETHER.search(hours.text, begin, end) is None)
    return (hours.time.end_clock if handed_in else None) or hours.time.clock


def hours_of(m: Mention, last: str | None, beside: Iterable[Mention], calendar: Calendar) -> tuple[str, ...]:
    """All hours of a day at which what a rhythm asks for is due, in order; none where it is due but once a day.

    `last` is the hour that is known to be the last one, `beside` are the other dates of the sentence. Where it is another
    than those told together (早5点半、中午1点各清扫一遍，晚上9点前发照片), what is handed in is due but then.
    """
    if last is None or m.time.end_clock or not (m.time.rrule or "").startswith(("FREQ=DAILY", "FREQ=WEEKLY")) or not _OFTEN.search(m.whole):
        return ()
    hours = {*_clocks(m.time.said, calendar)}
    if len(hours) < _TWICE:
        others = (other for other in beside if other.start > m.start and not other.has_day and other.has_clock and other.time.kind is TimeKind.POINT)
        hours |= {clock for other in others for clock in _clocks(other.time.said, calendar)}
    hours = {hour for hour in hours if hour <= last and not (hour < _SMALL_HOURS and f"{int(hour[:2]) + 12}{hour[2:]}" in hours | {last})}
    return tuple(sorted(hours)) if last in hours and len(hours) >= _TWICE else ()


def _clocks(said: str, calendar: Calendar) -> Iterator[str]:
    for piece in _JOINS.split(said):
        yield from (found.clock for found in find_times(piece, _DAY_OF_NO_MATTER, calendar) if found.clock)
