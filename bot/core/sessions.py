"""Several sessions said as a list: what is an event for one member is one for all, and a common hour holds for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.mentions import Mention
from bot.core.models import Part, TimeExpression, TimeKind
from bot.core.reasons import ARRIVES, LIMIT, SESSION
from bot.core.roles import HAND_IN, DateRole, Verdict
from bot.core.wording import late

_OPEN = frozenset({"no_duty_beside_it", "invitation", "act_later", "bare_span", "part_only", "act_follows", "arrival", ARRIVES, "issuers_own_act"})
"""Reasons a neighbour in the list outweighs."""
_COMMON_LEFT = late(r"(?:均|都|一律|统一|全部|每[天日场次期班个]|各场|逐日)(?:是|为|从|于|在|定在|安排在|自)?$")
_COMMON_RIGHT = late(r"[^，。；\n]{0,12}(?:开|集合|集中|出发|举行|准时|到|进行|报到|签到|入场|上车|在|，|。|；|$)")
_MEETS_DAILY = late(r"[^，。；\n]{2,12}(?:集合|集中出发|碰头)|(?:准时|正式)?(?:集合|出发|开课|开班|开始|上课|签到|开讲|开会|入场|授课|开考|开赛|开训)")
"""每天9:00开课: the hour of days that were said before, not a duty that comes back."""
_EACH_ONE = late(r"[、，, ]?(?:各|分别|共|连续|每[天晚])(?:[一二三四五六七八九十两\d]|办|演|开|举)")
_HANDS_IN = late(rf"[^，。；\n]{{0,8}}?(?<!出)(?<!开){HAND_IN}")
CLOSES = late(r"\s?(?:为?止|为限|截止|截稿|关门|收口|不收|不候|不再收|结束收)")
"""What an hour is followed by at which something is received no more."""
_SAME_DAY = late(r"[当][天日]|每次")
"""10月3日、10月6日：当天17:00前: the hour is that of each."""
_BREAK = late(r"[。！!？?]")
_MOST_BETWEEN = 46
_MOST_LISTED = 40


def _is_open(verdict: Verdict) -> bool:
    m = verdict.mention
    free = verdict.reason in _OPEN and (verdict.role is DateRole.NEITHER or verdict.weak or verdict.reason == "act_follows")
    return free and m.has_day and not m.time.before and m.time.start is not None and not _HANDS_IN.match(m.clause_right)


def _beside(a: Mention, b: Mention, breaks: int = 0) -> bool:
    """Whether two mentions stand in one list: near, in one sentence or in lines of one shape."""
    between = a.text[a.end : b.start]
    return 0 <= b.start - a.end <= _MOST_BETWEEN and len(_BREAK.findall(between)) <= breaks and not re.search(rf"{HAND_IN}(?!到)|截止|前", between)


def _same_shape(a: Mention, b: Mention) -> bool:
    return a.has_clock == b.has_clock and (a.time.clock is None) == (b.time.clock is None)


def _close_hours(a: Mention, b: Mention) -> bool:
    """Two full times with no more than a few words between: a list of hours."""
    return bool(a.time.clock and b.time.clock and b.start - a.end < 12)


def alike(verdicts: list[Verdict]) -> list[Verdict]:
    """An undecided date beside an event of its shape is a session too, forwards and backwards."""
    found = list(verdicts)
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for at in order:
            one, other = found[at], found[at + step]
            first, second = (other, one) if step < 0 else (one, other)
            invited = other.reason == "invitation" and not _close_hours(first.mention, second.mention)
            known = other.role is DateRole.EVENT and not other.weak and not invited
            if known and _is_open(one) and _same_shape(one.mention, other.mention) and _beside(first.mention, second.mention):
                found[at] = Verdict(one.mention, DateRole.EVENT, SESSION)
    return found


def _instant(day: datetime, clock: str) -> datetime:
    """A clock time on a day; 24:00 is the midnight that ends it."""
    return day.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(hours=int(clock[:2]), minutes=int(clock[3:]))


def _in_half(clock: str, part: Part | None, guessed: bool) -> str:
    """7:30 on a day whose evening was named is 19:30."""
    hour = int(clock[:2])
    if not guessed or part is None or not 1 <= hour < 24:
        return clock
    late = part in (Part.AFTERNOON, Part.EVENING)
    shift = 12 if late and hour < 12 else -12 if part is Part.MORNING and hour > 12 else 0
    return f"{hour + shift:02}{clock[2:]}"


def at_hour_of(time: TimeExpression, clock: TimeExpression) -> TimeExpression:
    """The day or days of one expression with the hour or part of the day of another."""
    assert time.start is not None
    if clock.clock is None:
        return replace(time, part=clock.part)
    guessed = not re.search(r"[上下]午|中午|早|晚|凌晨|夜|am|pm", clock.said, re.I)
    hour = _in_half(clock.clock, time.part, guessed)
    lent = replace(time, start=_instant(time.start, hour), clock=hour, part=None)
    if clock.end_clock is None:
        return lent
    end = _instant(time.end or time.start, _in_half(clock.end_clock, time.part, guessed))
    return replace(lent, kind=TimeKind.RANGE, end=end, end_clock=clock.end_clock)


HOUR_OF_ALL = late(
    r"(?:(?:均|都|一律|统一|(?<!安)全部|每[批片组轮次期个样份]|各[批片组轮期阶]|(?:以上|上述)[^，。；\n\d]{0,6}|(?:整改|办理|各自|规定)?的?(?:时限|期限|截止日期?|限期)的?)"
    r"[^，,。；;\n\d]{0,6}?)(?:是|为|以|在|于|到|至|从|按)?(?:截止)?(?:是|为|到|至|于|在)?$"
)
"""What makes an hour everybody's: 都是, 时间均为, 统一, 以上均为, 于整改时限."""


def spent(verdict: Verdict) -> Verdict:
    """An hour that was lent to the days of a list means nothing by itself."""
    time = replace(verdict.mention.time, kind=TimeKind.DURATION, start=None, end=None, rrule=None, clock=None)
    return Verdict(replace(verdict.mention, time=time), DateRole.NEITHER, "common_hour")


def _split(verdict: Verdict) -> list[Verdict]:
    """7月5日、7月6日, read as one span, as the days it lists."""
    m = verdict.mention
    said = re.split(r"[、和及与]", m.time.said)
    begin, end = m.time.start, m.time.end
    if begin is None or end is None or m.has_clock or len(said) < 2 or (end.date() - begin.date()).days + 1 != len(said):
        return [verdict]
    found, at = [], m.start
    for place, words in enumerate(said):
        day = replace(m.time, kind=TimeKind.POINT, said=words, span=(at, at + len(words)), start=begin + timedelta(days=place), end=None)
        found.append(replace(verdict, mention=replace(m, time=day)))
        at += len(words) + 1
    return found


def _with_common_hour(verdicts: list[Verdict]) -> list[Verdict]:
    """6月9日A地，6月10日B地，都是上午9点: the hour holds for each day of the list before it."""
    found = list(verdicts)
    split: dict[int, list[Verdict]] = {}
    for at, verdict in enumerate(verdicts):
        m = verdict.mention
        hour = m.time
        daily = hour.kind is TimeKind.SET and hour.rrule == "FREQ=DAILY"
        bare = hour.clock and (not m.has_day or daily)
        common = _COMMON_LEFT.search(m.left[-8:]) or hour.kind is TimeKind.SET
        listed = not common and hour.clock and _opens_clause(verdict) and len(_days_before(found, at)) > 1 and not _of_week(found[at - 1].mention)
        if not bare or not (common or listed) or hour.before or CLOSES.match(m.right) or not _COMMON_RIGHT.match(m.right) or _HANDS_IN.match(m.clause_right):
            continue
        meets = daily and _MEETS_DAILY.match(m.right) is not None
        listed = listed and not _own_line(m, [found[day].mention for day in _days_before(found, at)])
        if not (common or listed):
            continue
        days = _days_before(found, at, meets) or (_days_after(found, at) if common and not daily else [])
        listed_span = len(days) == 1 and hour.kind is not TimeKind.SET and hour.end_clock is not None and len(_split(found[days[0]])) > 1
        if not days or (len(days) == 1 and hour.kind is not TimeKind.SET and not listed_span):
            continue
        lasts = hour.end_clock is not None and len(days) > 1 and re.match(r"[，。；\n]|$", m.right)
        if hour.kind is TimeKind.SET and not meets and not lasts and not any(found[day].role is DateRole.EVENT for day in days) and not _event_word(found[days[0]].mention):
            continue
        for day in days:
            one = found[day].mention
            found[day] = Verdict(replace(one, time=at_hour_of(one.time, hour)), DateRole.EVENT, SESSION)
        if listed_span:
            split[days[0]] = [Verdict(replace(v.mention, time=at_hour_of(v.mention.time, hour)), DateRole.EVENT, SESSION) for v in _split(verdicts[days[0]])]
        found[at] = spent(verdict)
    return [each for place, verdict in enumerate(found) for each in split.get(place, [verdict])]


def _own_line(hour: Mention, days: Sequence[Mention]) -> bool:
    """Whether an hour stands in the line of the last day and the days before it have lines of their own."""
    begin = hour.line[0]
    return bool(days) and days[0].start < begin <= days[-1].start


def _with_common_limit(verdicts: list[Verdict]) -> list[Verdict]:
    """名单24号，照片28号，都在下班前: the limit holds for each day before it; roles stay."""
    found = list(verdicts)
    for at, verdict in enumerate(verdicts):
        m = verdict.mention
        each_day = _SAME_DAY.match(m.time.said) and re.fullmatch(r"[：:，, ]{0,2}(?:每次|均|都)?", m.left)
        if not m.time.before or not m.has_clock or not (each_day or (not m.has_day and _COMMON_LEFT.search(m.left[-8:]))):
            continue
        later, days = m, []
        for index in range(at - 1, max(-1, at - 1 - _MOST_LISTED), -1):
            one = found[index].mention
            if one.sentence != m.sentence or not one.has_day or one.has_clock or one.time.start is None or later.start - one.end > _MOST_BETWEEN:
                break
            if each_day and not re.fullmatch(r"[、，,和及：: ]{1,2}(?:每次|均|都)?", m.text[one.end : later.start]):
                break
            days.append(index)
            later = one
        if len(days) < 2:
            continue
        for index in days:
            one = found[index].mention
            found[index] = replace(found[index], mention=replace(one, time=replace(at_hour_of(one.time, m.time), before=True)))
            if each_day:
                found[index] = replace(found[index], role=DateRole.DEADLINE, reason=LIMIT, weak=False)
        found[at] = spent(verdict)
    return found


def _event_word(m: Mention) -> bool:
    return bool(re.search(r"(?:定于|订于|定在|安排在|开放日|时间[为是:：]?)$|(?:会|演练|培训|演出|汇演|彩排|比赛|仪式|活动|讲座|巡讲|展演|放映|体检|考试|面试|集训|年检|接种|义诊)[^，。；]{0,6}$", m.left))


def _covers(a: Mention, b: Mention) -> bool:
    """Whether the first only says on the whole what the second says by days: 周末：7月5日、7月6日."""
    day = b.time.start
    return b.has_day and day is not None and a.time.start is not None and a.time.end is not None and a.time.start <= day <= a.time.end


def _opens_clause(verdict: Verdict) -> bool:
    """Whether an hour is a clause of its own behind what it is the hour of: `，上午9:30开始`."""
    m = verdict.mention
    free = verdict.role is DateRole.EVENT or verdict.reason in _OPEN or verdict.reason in ("stop_on_the_way", "further_hour")
    return free and bool(re.search(r"[，。；,\n）)]\s*(?:时间)?[是为在:：]?$", m.left) or not m.left)


def _of_week(m: Mention) -> bool:
    """Whether a day is said by its weekday alone."""
    return bool(re.fullmatch(r"(?:周|星期|礼拜)[一二三四五六日天].{0,2}", m.time.said))


def _both_days(verdicts: list[Verdict]) -> list[Verdict]:
    """明后两天晚上7点半: the same hour on two days."""
    found: list[Verdict] = []
    for verdict in verdicts:
        m, time = verdict.mention, verdict.mention.time
        found.append(verdict)
        if verdict.role is not DateRole.EVENT or not time.clock or not time.start or not re.match(r"今明|明后", time.said):
            continue
        later = timedelta(days=1)
        second = replace(time, start=time.start + later, end=time.end + later if time.end else None, span=(m.start + 1, m.end))
        found.append(replace(verdict, mention=replace(m, time=second)))
    return found


_COMES_FIRST = late(r"[^，。；\d]{0,8}?(?:签到|点名|点人|领牌|碰头|集合|集结|检录|报到|入场|候场|上车|乘车)")
_THEN_BEGINS = late(r"(?:准时|正式)?(?:开[走始会拍练讲课考赛演训工]|上课|出发|动身|动土|鸣笛|展开|起步)")


def _without_gathering_hours(verdicts: list[Verdict]) -> list[Verdict]:
    """6月6日、6月9日，7:50碰头，8:10开走: people gather at the first hour for what begins at the second on each day."""
    found = list(verdicts)
    for at in range(1, len(found) - 1):
        one, two = found[at].mention, found[at + 1].mention
        bare = one.time.clock and two.time.clock and not one.has_day and not two.has_day and not one.time.before and one.sentence == two.sentence
        if bare and _COMES_FIRST.match(one.right) and _THEN_BEGINS.match(two.right) and len(_days_before(found, at)) > 1:
            found[at] = replace(spent(found[at]), reason="arrival")
    return found


def _by_halves(verdicts: list[Verdict]) -> list[Verdict]:
    """26日上午A组，26日下午B组。上午9点、下午2点开始: each hour is that of the half days it names."""
    found = list(verdicts)
    for at in range(len(found) - 1):
        one, two = found[at].mention, found[at + 1].mention
        if one.has_day or two.has_day or not one.time.clock or not two.time.clock or not re.fullmatch(r"[^。；\n]{0,4}[、，,和及][^。；\n]{0,2}", two.text[one.end : two.start]):
            continue
        hours = {_half(each.time): each.time for each in (one, two)}
        days = _days_before(found, at)
        if len(hours) < 2 or len(days) < 2 or not all(found[day].mention.time.part in hours for day in days):
            continue
        for day in days:
            m = found[day].mention
            found[day] = Verdict(replace(m, time=at_hour_of(m.time, hours[m.time.part])), DateRole.EVENT, SESSION)
        found[at], found[at + 1] = spent(found[at]), spent(found[at + 1])
    return found


def _half(time: TimeExpression) -> Part | None:
    """The part of the day an hour lies in."""
    clock = time.clock or ""
    return Part.MORNING if clock <= "12:00" else Part.AFTERNOON if clock < "18:00" else Part.EVENING


def _days_after(verdicts: Sequence[Verdict], at: int) -> list[int]:
    """Indexes of the days without an hour that stand as a list behind one."""
    days: list[int] = []
    earlier = verdicts[at].mention
    for index in range(at + 1, min(len(verdicts), at + 1 + _MOST_LISTED)):
        verdict = verdicts[index]
        one = verdict.mention
        between = one.text[earlier.end : one.start]
        apart = len(between) > _MOST_BETWEEN or re.search(rf"{HAND_IN}(?!到)|截止", between) or (days and _BREAK.search(between))
        if not one.has_day or one.time.clock or not (verdict.role is DateRole.EVENT or _is_open(verdict)) or apart:
            break
        days.append(index)
        earlier = one
    return days if len(days) > 1 else []


def _days_before(verdicts: Sequence[Verdict], at: int, meets: bool = False) -> list[int]:
    """Indexes of the days without an hour that stand as a list right before one."""
    days: list[int] = []
    later = verdicts[at].mention
    for index in range(at - 1, -1, -1):
        verdict = verdicts[index]
        one = verdict.mention
        if one.time.kind is TimeKind.DURATION:
            continue
        eligible = one.has_day and one.time.clock is None and (verdict.role is DateRole.EVENT or _is_open(verdict) or (meets and verdict.role is DateRole.WINDOW))
        if not eligible or not _beside(one, later, 0 if days else 1) or _covers(one, later):
            break
        days.insert(0, index)
        later = one
    return days


def _after_weekly(verdicts: list[Verdict]) -> list[Verdict]:
    """每周五晚7:30，6月6日、13日各一场: the days that are listed are the events, not a duty that comes back."""
    for at, verdict in enumerate(verdicts):
        rule = verdict.mention
        if verdict.role is not DateRole.RECURRING or rule.time.clock is None:
            continue
        listed = [v for v in verdicts[at + 1 : at + 1 + _MOST_LISTED] if v.mention.start - rule.end < 120 and v.mention.has_day and not v.mention.has_clock and _is_open(v)]
        if len(listed) < 2 or not _EACH_ONE.match(listed[-1].mention.right):
            continue
        starts = {v.mention.start for v in listed}
        sessions = [
            Verdict(replace(v.mention, time=at_hour_of(v.mention.time, rule.time)), DateRole.EVENT, SESSION) if v.mention.start in starts else v
            for v in verdicts
        ]
        sessions[at] = spent(verdict)
        return sessions
    return verdicts


_BY_PLACE = late(r"(?:首|末|第一|头一?|最后一?)[次期回讲课场批](?:是|为|在|[:：])?$")
"""首期9月16日，末期12月16日: days by their place among those of what comes back."""


def _at_weekday_hour(verdicts: list[Verdict]) -> list[Verdict]:
    """周五下班时：9月13日40%，9月20日75%: each listed day is such a Friday and has its hour."""
    for at, verdict in enumerate(verdicts):
        m = verdict.mention
        if m.time.kind is not TimeKind.POINT or not m.has_clock or not m.time.start or not re.match(r"(?:周|星期|礼拜)[一二三四五六日天]", m.time.said):
            continue
        weekday = (m.time.start - timedelta(minutes=1)).weekday()
        behind = [v for v in verdicts[at + 1 : at + 1 + _MOST_LISTED] if v.mention.sentence == m.sentence and v.mention.has_day]
        days = {v.mention.start for v in behind if not v.mention.has_clock and v.mention.time.kind is TimeKind.POINT and v.mention.time.start}
        on_it = all(v.mention.time.start is not None and v.mention.time.start.weekday() == weekday for v in behind)
        weekly = any(v.role is DateRole.RECURRING and v.mention.sentence == m.sentence for v in verdicts[max(0, at - _MOST_LISTED) : at])
        if len(days) < 2 or len(days) != len(behind) or not on_it or weekly or any(_BY_PLACE.search(v.mention.left[-6:]) for v in behind):
            continue
        reason = SESSION if verdict.role is DateRole.EVENT else verdict.reason
        lent = [
            Verdict(replace(v.mention, time=at_hour_of(v.mention.time, m.time)), verdict.role, reason) if v.mention.start in days else v
            for v in verdicts
        ]
        lent[at] = spent(verdict)
        return lent
    return verdicts


_GATHERS = late(r"(?:前)?(?:准时|统一)?(?:检录|集结|集合|签到|入场|报到|候场|进场|就位|到场|热身)")
_GATHERS_LABEL = late(r"(?:检录|集结|集合|签到|入场|报到|候场|进场|就位)(?:时间)?[:：]?$")
_BEGINS_LABEL = late(r"(?:开始|开会|开演|启动|开赛|开考|开讲|举行|召开)(?:时间)?[:：]?$")
_GATHER_SOON = late(r"[^，。；]{0,10}?(?:集合|集结|签到|入场|就位)")
_BEGINS = late(r"(?:正式|准时)?(?:开始|开会|开演|启动|开赛|开考|开讲|开练|举行|召开|进行)")


def _without_gathering(verdicts: list[Verdict]) -> list[Verdict]:
    """8:30集结，9:00正式开始: people gather for what begins later, which is the event."""
    found = list(verdicts)
    for at in range(len(found) - 1):
        one, two = found[at], found[at + 1]
        both = one.role is DateRole.EVENT and two.role is DateRole.EVENT and one.mention.time.clock and two.mention.time.clock
        said = _GATHERS.match(one.mention.right) and _BEGINS.match(two.mention.right) and one.mention.sentence == two.mention.sentence
        labelled = _GATHERS_LABEL.search(one.mention.left) and _BEGINS_LABEL.search(two.mention.left)
        if both and (said or labelled):
            found[at] = replace(one, role=DateRole.NEITHER, reason="arrival")
            if one.mention.has_day and not two.mention.has_day:
                found[at + 1] = replace(two, mention=replace(two.mention, time=replace(two.mention.time, implied=())))
        if both and two.mention.time.clock < one.mention.time.clock and _GATHER_SOON.match(two.mention.right) and not two.mention.has_day:  # type: ignore[operator]
            found[at + 1] = replace(two, role=DateRole.NEITHER, reason="arrival")
    return found


def read_sessions(verdicts: list[Verdict]) -> list[Verdict]:
    """The verdicts of a text with the members of its lists of sessions made alike."""
    if len(verdicts) < 2:
        return _both_days(verdicts)
    return _both_days(_without_gathering(alike(_with_common_hour(_by_halves(_without_gathering_hours(_with_common_limit(_after_weekly(_at_weekday_hour(verdicts)))))))))
