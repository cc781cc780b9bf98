"""Hours said once for several days or places, once it is known which dates are events: 两天都停在广场，8点半到12点."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.day_lines import fills_line
from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.places import place_after
from bot.core.reasons import PAST, SESSION, WEIGHED_OUT
from bot.core.roles import HAND_IN, DateRole, Verdict
from bot.core.sessions import at_hour_of, spent
from bot.core.wording import late

_UNDECIDED = frozenset({WEIGHED_OUT, "no_duty_beside_it", "bare_span", "further_hour", "stop_on_the_way", "event_end", PAST, "issuers_own_act"})
_SPENT = "common_hour"
_ALSO = late(r"\s?[，,、和及与；;]\s?")
_REACH = 60
"""How far behind the last day of a list its hour is said."""
_MOST_BETWEEN = 40
_OPENS = late(r"(?:^|[，,：:。；;\n（(])\s*(?:时间|时段|开放|开门|坐诊)?[为是在:：]?$")
_COMMON = late(r"(?:均|都|一律|统一|全部|每[天日场次期班轮批个]|各[场期班轮批次]|逐日|天天)(?:是|为|从|于|在|定在|安排在|自)?(?:的)?$")
_OPENING_DAY = late(r"(?:每|各|两|[三四五六])[期批班轮场次个][一-鿿]{0,2}?(?:的|均|都)?(?:头[一1]?天|第一天|首日|首天|开[班课营训]当天|开[班课营训][日时]?|报到(?:日|当天)?)[^，。；\n\d]{0,6}$")
_FIRST_DAY = late(r"(?:头[一1]?|第一|首)[天日]|当[天日]")
_HANDS_IN = late(rf"[^，。；\n]{{0,8}}?(?<!出)(?<!开){HAND_IN}(?!到)|前")
_SAID_HOUR = late(r"[点點时時:：]|[上下]午|[早晚夜]")
_SEPARATES = late(r"[；;，,。\n]")
_ON_THE_WAY = late(r"[^，。；]{0,12}?(?:集合|集结|上车|乘车|发车|出发|签到|报到|入场|检录|点名|到[岗位场齐]|结束|散[会场]|返[回程])")
_BEGINS_DAILY = late(r"(?:准时|正式|统一|在[^，。；、\n]{2,14}?)*(?:开[球赛课讲班始考训打演会工镰跑门诊]|出[操工发]|列队|发车|坐诊|接诊|义诊|集合|集中|上课|签到|报到|点名|入场|授课|出发|训练|比赛|听课|学习)")
_SEVERAL_DAYS = late(r"[^。；\n]{0,6}?[，,]?(?:连着|连续|一连|为期|共|前后)[两三四五六七八九十\d]{1,3}[天日]")
_BESIDE = late(r"\s?[，,（(]?\s?(?:举[行办])?[，,]?")
"""4月28日至30日，每天8:30—17:00: hours right behind the days."""
_NEAREST = 3
"""How many dates behind the days of an event their hour may stand."""
_LABELLED = late(r"(?:^|[；;，,。：:\n])\s*[一-鿿A-Za-z\d]{1,10}$")


def with_lent_hours(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with every day of a list at the hour that was said once for all of them, and like hours made alike."""
    found = _like_hours(_at_daily_hours(_at_hours_above(list(verdicts))))
    for at in range(len(found)):
        days = _days_of(found, at)
        if days:
            found = _lent(found, at, days)
    found = _without_second_spans(found)
    return [each for verdict in _back_filled(found) for each in _days_listed(verdict)]


def _at_daily_hours(verdicts: list[Verdict]) -> list[Verdict]:
    """9月12日、13日打两天，每天早上8点半开球; 28日至30日，每天8:30—17:00: the days of what takes place, at the hour it begins on each of them."""
    found = list(verdicts)
    for at in range(1, len(found)):
        m = found[at].mention
        rhythm = m.time.kind is TimeKind.SET and m.time.rrule == "FREQ=DAILY"
        daily = m.time.clock and not m.time.before and (rhythm or (found[at].role is DateRole.EVENT and m.time.said.startswith(("每天", "每日"))))
        within = daily and m.time.end_clock and found[at - 1].mention.is_range and _BESIDE.fullmatch(m.text, found[at - 1].mention.end, m.start)
        if not daily or not (within or _BEGINS_DAILY.match(m.right)) or _HANDS_IN.match(m.clause_right):
            continue
        before = range(max(0, at - _NEAREST), at)
        spans = [index for index in before if _spans_days(found[index])]
        if spans and m.start - found[spans[-1]].mention.end < _REACH and not found[spans[-1]].mention.has_clock:
            one = found[spans[-1]]
            found[spans[-1]] = replace(one, role=DateRole.EVENT, mention=replace(one.mention, time=at_hour_of(one.mention.time, m.time)))
            found[at] = spent(found[at])
    return found


_HOUR_ABOVE = 120


def _at_hours_above(verdicts: list[Verdict]) -> list[Verdict]:
    """钟点一律上午9:30—11:00…⏎城关——9月15日⏎北门——9月16日: days that each fill a line behind whose they are, at the one hour said above them."""
    found = list(verdicts)
    at = 0
    while at < len(found):
        lines = [at]
        while _fills_line(found[lines[-1]]) and lines[-1] + 1 < len(found) and _fills_line(found[lines[-1] + 1]):
            lines.append(lines[-1] + 1)
        if len(lines) > 1:
            first = found[at].mention
            hours = [v for v in found[max(0, at - _NEAREST) : at] if v.mention.time.clock and not v.mention.has_day and not v.mention.time.before and first.start - v.mention.end < _HOUR_ABOVE]
            if len(hours) == 1 and not re.search(HAND_IN, hours[0].mention.text[hours[0].mention.start : first.line[0]]):
                for index in lines:
                    m = found[index].mention
                    found[index] = Verdict(replace(m, time=at_hour_of(m.time, hours[0].mention.time)), DateRole.EVENT, SESSION)
                found[found.index(hours[0])] = spent(hours[0])
        at = lines[-1] + 1
    return found


def _fills_line(verdict: Verdict) -> bool:
    return fills_line(verdict.mention) and not verdict.mention.has_clock and verdict.role is not DateRole.RECURRING


def _spans_days(verdict: Verdict) -> bool:
    """Whether a date is that of an event of several days: 6月7日、8日, 3月16日开始，连着五天."""
    m = verdict.mention
    if m.is_range:
        return verdict.role is DateRole.EVENT or verdict.reason == WEIGHED_OUT
    return verdict.role is DateRole.EVENT and m.has_day and m.time.kind is TimeKind.POINT and _SEVERAL_DAYS.match(m.text, m.end) is not None


def _is_day(verdict: Verdict) -> bool:
    m = verdict.mention
    free = verdict.role is DateRole.EVENT or verdict.reason in _UNDECIDED
    return free and m.has_day and not m.has_clock and not m.time.before and m.time.start is not None and m.time.kind in (TimeKind.POINT, TimeKind.RANGE)


def _days_of(verdicts: Sequence[Verdict], at: int) -> list[int]:
    """Indexes of the days whose hour this one is; [] where it belongs to one day only, or to none."""
    m = verdicts[at].mention
    if not m.time.clock or m.time.before or m.time.start is None or _HANDS_IN.match(m.clause_right):
        return []
    near = m.text[max(0, m.start - _REACH) : m.start]
    opening = bool(_OPENING_DAY.search(near))
    bare = not m.has_day or opening
    common = opening or bool(_COMMON.search(near))
    if not bare or not (common or (m.time.end_clock and _OPENS.search(near))):
        return []
    days: list[int] = []
    later = m.start
    for index in range(at - 1, max(-1, at - 1 - _MOST_BETWEEN), -1):
        one = verdicts[index].mention
        if one.time.kind is TimeKind.DURATION or (opening and _FIRST_DAY.fullmatch(one.time.said)):
            continue
        if not _is_day(verdicts[index]) or later - one.end > _REACH or (days and re.search(rf"{HAND_IN}|截止", m.text[one.end : later])):
            break
        days.insert(0, index)
        later = one.start
    listed = sum(len(_spelt(verdicts[day].mention)) for day in days)
    invites = any(verdicts[each].role is DateRole.EVENT for each in (*days, at))
    return days if days and invites and (listed > 1 or opening) else []


def _lent(verdicts: list[Verdict], at: int, days: Sequence[int]) -> list[Verdict]:
    hour = verdicts[at].mention.time
    found = list(verdicts)
    for day in days:
        m = found[day].mention
        found[day] = Verdict(replace(m, time=at_hour_of(m.time, hour)), DateRole.EVENT, SESSION)
    for index in range(days[-1] + 1, at + 1):
        found[index] = spent(found[index])
    return found


def _without_second_spans(verdicts: list[Verdict]) -> list[Verdict]:
    """18日、19日，上午8:30—12:00，下午14:00—17:00: the second span of each day is no session of its own."""
    found = list(verdicts)
    for at in range(1, len(found)):
        one, m = found[at - 1], found[at].mention
        further = found[at].role is DateRole.EVENT and m.time.end_clock and not m.has_day
        if further and one.reason == _SPENT and one.mention.time.end_clock and _ALSO.fullmatch(m.text[one.mention.end : m.start]):
            found[at] = Verdict(m, DateRole.NEITHER, "further_hour")
    return found


def _back_filled(verdicts: list[Verdict]) -> list[Verdict]:
    """城关5月12日，河西5月13日，一律8点: a first day that only the weighing took for an event has the hour of the list too."""
    found = list(verdicts)
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        m, behind = one.mention, other.mention
        lent = other.role is DateRole.EVENT and other.reason == SESSION and behind.time.clock and not _SAID_HOUR.search(behind.time.said)
        if lent and one.role is DateRole.EVENT and _is_day(one) and m.sentence == behind.sentence and behind.start - m.end < _REACH:
            found[at] = Verdict(replace(m, time=at_hour_of(m.time, behind.time)), DateRole.EVENT, SESSION)
    return found


def _spelt(m: Mention) -> list[str]:
    """The days a span is said by, one by one: 12日、13日; [whole] where it is one day or a true span."""
    said = re.split(r"[、和及与]", m.time.said)
    begin, end = m.time.start, m.time.end
    if begin is None or end is None or len(said) < 2 or (end.date() - begin.date()).days + 1 != len(said):
        return [m.time.said]
    return said


def _days_listed(verdict: Verdict) -> list[Verdict]:
    """A list of days read as one span that has an hour of its own, as so many sessions."""
    m = verdict.mention
    said = _spelt(m)
    begin, end = m.time.start, m.time.end
    if verdict.role is not DateRole.EVENT or verdict.reason != SESSION or not m.time.clock or len(said) < 2 or begin is None or end is None:
        return [verdict]
    found, at = [], m.start
    for place, words in enumerate(said):
        day = begin + timedelta(days=place)
        over = end.replace(year=day.year, month=day.month, day=day.day) if m.time.end_clock else None
        one = replace(m.time, kind=TimeKind.RANGE if over else TimeKind.POINT, said=words, span=(at, at + len(words)), start=day, end=over)
        found.append(replace(verdict, mention=replace(m, time=one)))
        at += len(words) + 1
    return found


def _like_hours(verdicts: list[Verdict]) -> list[Verdict]:
    """北片9点，文化礼堂；南片14点，活动室: an hour with a place behind it is what the hour before it is that has its shape."""
    found = list(verdicts)
    for at in range(1, len(found)):
        one, two = found[at - 1], found[at]
        m = two.mention
        moving = _ON_THE_WAY.match(one.mention.right) or _ON_THE_WAY.match(m.right)
        sure = not moving and one.role is DateRole.EVENT and not one.weak and one.mention.time.clock and m.time.clock and two.role is DateRole.NEITHER and two.reason in _UNDECIDED
        if sure and not m.time.before and not m.has_day and one.mention.time.clock < m.time.clock and _same_shape(one.mention, m):  # type: ignore[operator]
            found[at] = Verdict(m, DateRole.EVENT, SESSION)
    for at in range(len(found) - 2, -1, -1):
        first, after = found[at], found[at + 1]
        m, later = first.mention, after.mention
        sure = after.role is DateRole.EVENT and not after.weak and later.time.clock and m.time.clock and first.role is DateRole.NEITHER and first.reason in _UNDECIDED
        free = sure and not m.has_day and not later.has_day and not m.time.before and m.sentence == later.sentence
        if free and not _ON_THE_WAY.match(m.right) and m.time.clock < later.time.clock and _same_shape(m, later):  # type: ignore[operator]
            found[at] = Verdict(m, DateRole.EVENT, SESSION)
    return found


def _same_shape(one: Mention, two: Mention) -> bool:
    """Whether two hours stand alike: whose they are before them, a place right behind."""
    between = two.text[one.end : two.start]
    labelled = [bool(_LABELLED.search(m.text[max(0, m.start - 12) : m.start])) for m in (one, two)]
    alike = one.right[:1] == two.right[:1] or not {one.right[:1], two.right[:1]} & {"，", ","}
    placed = all(place_after(m.text[m.end : min(m.sentence[1], m.end + 30)].split("；")[0]) for m in (one, two))
    return len(between) <= _REACH and labelled[0] == labelled[1] and alike and placed and bool(_SEPARATES.search(between))
