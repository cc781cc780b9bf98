"""Lists of whose turn it is on which day: 鸡4月16日，鸭17日，羊18日，都收到上午十一点为止. All days mean the same, one hour is that of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from re import Pattern

from bot.core.models import TimeExpression, TimeKind
from bot.core.reasons import LISTED_TURN, SESSION
from bot.core.roles import FINISH, HAND_IN, DateRole, Verdict
from bot.core.sessions import CLOSES, at_hour_of
from bot.core.wording import late

_NAME = r"(?:(?!并|且|再|另|又|把|请|将|可|如|因|后|前|以|由|需|须|经)[一-鿿]{1,8}(?:[（(][^（()）\n]{1,12}[）)])?)"
_NAMED_NEXT = late(rf"(?:[（(][^（()）\n]{{1,6}}[）)]|[）)])?[、，,；;]\s?(?P<name>{_NAME})[:：（(]?\s?")
"""Between two days of a list whose names stand before them: 鸡4月16日，鸭17日."""
_NAMED_LAST = late(rf"\s?(?P<name>{_NAME})[、，,；;]\s?")
"""Between two days of a list whose names stand behind them: 4月16日鸡，4月17日鸭."""
_FIRST_NAME = late(r"(?:^|[、，,；;：:\s（(])(?P<name>[一-鿿]{1,8})(?:[（(][^（()）\n]{1,12}[）)])?[:：（(]?\s?$")
_LAST_NAME = late(rf"\s?(?P<name>{_NAME})(?=[、，,；;。：:\s]|$)")
STAGE = late(
    rf"{HAND_IN}|{FINISH}|启动|动员|部署|验收|公[示布]|总结|复盘|评[审选]|[初复终]审|答辩|抽[查签]|督[查导]|开工|考试|[笔面]试|[开闭]幕|收官|截止|审[核批]|发布|拨付|论证|调研|反馈|整改|会$"
)
"""What is done on a day is no name of whose turn it is: 启动9月1日，培训9月10日."""
_OF_ALL = late(
    r"\s?[，,。；;（(]\s?(?:截止|截稿|报送|交件|提交)?(?:时间|钟点|期限)?(?:以内)?(?:(?P<all>均|都|一律|统一|全部|全|每[样组片批场期班天人村户个类次家]|各[组片批场家])+[^，。；\n\d]{0,8}?|[^，。；\n\d]{0,3}(?:过了?|截[止至]|最[晚迟]|不晚于|到)?)"
)
"""What leads from the last day of a list to the hour that is everybody's."""
_BEGINS = late(r"(?:准时|正式|统一)*(?:开[始班课讲映演赛会场工考训]|举行|进行|集合)")
_CLOSED = late(r"(?:截止|截稿|截至|期限|最[晚迟])")
_PASSED = late(r"过了?$")
_THAT_DAY = late(r"[当每][天日]")
_IN_BATCHES = late(rf"(?:{HAND_IN}|收缴|收取|收)[^，。；\n]{{0,6}}?(?:分(?:成|作)?[两二三四五六七八九\d几]?个?[批拨天期步组片头次轮]|错开|轮流)|分(?:成|作)?[两二三四五六七八九\d几]?个?[批拨天期步组片头次轮][^，。；\n]{{0,4}}?(?:{HAND_IN}|收)|(?:截止|交件|上交|提交|报送|上报|完成|办结)[一-鿿]{{0,2}}(?:时间|日期|期限|节点)[:：]\s?[一-鿿]{{1,8}}[:：]?\s?$")
"""What is handed in batch by batch: 移交分三拨, 分批交."""
_APART = late(r"[日号天一二三四五六）)]\s?[，,]\s?[^，,]*$")
"""羊18日，上午9点: an hour that stands apart from the last day of a list."""
_ALL_DUE = late(
    r"[）)]?(?:分[两二三四五六\d]次[交报]齐?)?[，,。；;\s（(]*(?:以上|上述|括号里|后面|所列|这些)?的?(?:日期|时间|日子|期限)?(?:都|均|全部?|一律)?(?:是|为|系)(?:各自的)?(?:最[晚迟后]|截止|截至)(?:时间|日期|期限|时限|限期)?"
)
"""都是最晚时间, 括号里是截止日期: what all days of the list before it are."""
_IN_A_ROW = late(r"[、和及与]\s?(?:[和及与])?")
_IN_ENGLISH_ROW, _NO_MONTH = late(r"(?:,|,? and| ?&) (?:the )?"), late(r"(?:the )?(?:[a-z]+ )?\d{1,2}(?:st|nd|rd|th)?", re.I)
"""13 and 27 March: a day whose month only the next one says is what that one is."""
_EACH_ITS_OWN = late(r"分别|各(?!村|社|组|镇|乡|单|位|校|户|科|站)|依次|先后|逐次|分[两二三四五六]次|随后")
_SAYS_HOUR = late(r"[点點时時:：]|[上下中]午|[早晚夜]|班")
_ROW = "limit_in_a_row"
_REACH, _FEWEST, _MOST = 30, 2, 40


@dataclass(frozen=True, slots=True)
class Turns:
    """The days of one list by their places among a text's dates, and the hour that is everybody's."""

    days: tuple[int, ...]
    hour: int | None = None


def _is_day(v: Verdict) -> bool:
    m = v.mention
    return m.has_day and not m.is_range and m.time.kind in (TimeKind.POINT, TimeKind.RANGE) and m.time.start is not None and not m.time.said.endswith("前") and not _THAT_DAY.match(m.time.said)


def _hour_of_all(verdicts: Sequence[Verdict], last: int) -> int | None:
    """Where the hour of a list that ends at `last` stands, None where it has none."""
    if last + 1 >= len(verdicts):
        return None
    day, m = verdicts[last].mention, verdicts[last + 1].mention
    own = m.has_day and not _THAT_DAY.match(m.time.said)
    if own or not m.has_clock or m.time.start is None or m.time.kind not in (TimeKind.POINT, TimeKind.RANGE) or m.start - day.end > _REACH:
        return None
    begin = behind.end() if (behind := _LAST_NAME.match(m.text, day.end)) else day.end
    led = _OF_ALL.fullmatch(m.text, begin, m.start) or _OF_ALL.fullmatch(m.text, day.end, m.start)
    closes = m.time.before or CLOSES.match(m.right) or _PASSED.search(m.left[-3:]) or _CLOSED.search(m.left[-12:])
    return last + 1 if led and (closes or led["all"] or _BEGINS.match(m.right)) else None


def _next_turn(one: Verdict, other: Verdict, joint: Pattern[str]) -> bool:
    """Whether between two days only the name of whose turn one of them is stands."""
    if not (_is_day(one) and _is_day(other)):
        return False
    named = joint.fullmatch(other.mention.text, one.mention.end, other.mention.start)
    return named is not None and not STAGE.search(named["name"])


def _runs(verdicts: Sequence[Verdict]) -> list[tuple[int, int]]:
    """The stretches of days that only names part, [first, behind the last)."""
    found, at = [], 0
    while at < len(verdicts):
        end = at + 1
        for joint in (_NAMED_NEXT, _NAMED_LAST):
            end = at + 1
            while end < min(len(verdicts), at + _MOST) and _next_turn(verdicts[end - 1], verdicts[end], joint):
                end += 1
            if end - at < _FEWEST:
                continue
            named = _FIRST_NAME.search(verdicts[at].mention.left[-_REACH:]) if joint is _NAMED_NEXT else _LAST_NAME.match(verdicts[end - 1].mention.right)
            if named and not STAGE.search(named["name"]):
                found.append((at, end))
                break
            end = at + 1
        at = end
    return found


def find_turns(verdicts: Sequence[Verdict]) -> list[Turns]:
    """The lists of turns among the dates of a text, in order."""
    found = []
    for first, behind in _runs(verdicts):
        days = tuple(range(first, behind))
        hour = None if any(verdicts[day].mention.has_clock for day in days) else _hour_of_all(verdicts, behind - 1)
        if hour is not None or behind - first > _FEWEST or _ALL_DUE.match(verdicts[first].mention.text, verdicts[behind - 1].mention.end):
            found.append(Turns(days, hour))
    return found


def handed_in_batches(verdicts: Sequence[Verdict], turns: Turns) -> bool:
    """Whether the words before a list say that something is handed in turn by turn."""
    m = verdicts[turns.days[0]].mention
    if _IN_BATCHES.search(m.text, max(0, m.start - _REACH), m.start):
        return True
    last = verdicts[turns.days[-1]].mention
    return _ALL_DUE.match(m.text, last.end) is not None


def _lent_hour(verdicts: Sequence[Verdict], turns: Turns) -> TimeExpression | None:
    """The hour of all days of a list: said behind it, or already lent to some of them."""
    if turns.hour is not None:
        return verdicts[turns.hour].mention.time
    times = [verdicts[day].mention.time for day in turns.days]
    lent = {(time.clock, time.end_clock, time.part): time for time in times if (time.clock or time.part) and not _SAYS_HOUR.search(time.said)}
    said = [bool((time.clock or time.part) and _SAYS_HOUR.search(time.said)) for time in times]
    if said == [False] * (len(times) - 1) + [True] and _APART.search(times[-1].said) and not lent:
        return times[-1]
    return next(iter(lent.values())) if len(lent) == 1 and not any(said) else None


def with_hours_of_turns(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with every day of a list of limits or events at the hour said once for all of them."""
    found = list(verdicts)
    for turns in find_turns(verdicts):
        roles = {found[day].role for day in turns.days}
        if roles not in ({DateRole.DEADLINE}, {DateRole.EVENT}):
            continue
        hour = _lent_hour(found, turns)
        for day in turns.days:
            found[day] = _as_turn(found[day], hour)
        if turns.hour is not None and hour is not None:
            spent = replace(hour, kind=TimeKind.DURATION, start=None, end=None, clock=None, part=None)
            found[turns.hour] = Verdict(replace(found[turns.hour].mention, time=spent), DateRole.NEITHER, LISTED_TURN)
    return found


def _as_turn(v: Verdict, hour: TimeExpression | None) -> Verdict:
    """The day of a list, at the hour of the list where it has none of its own."""
    lent = hour is not None and not v.mention.has_clock
    mention = replace(v.mention, time=at_hour_of(v.mention.time, hour)) if lent and hour else v.mention
    if v.role is DateRole.DEADLINE:
        return Verdict(mention, v.role, LISTED_TURN)
    return Verdict(mention, v.role, SESSION) if lent else v


def with_limits_in_a_row(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """摸底和上报分别于11日、17日前完成: the days in a row before a limit are limits too, each of something else."""
    found = list(verdicts)
    for at in range(len(found) - 1, 0, -1):
        last, one = found[at], found[at - 1]
        m = one.mention
        if last.role in (DateRole.DEADLINE, DateRole.EVENT) and _is_day(one) and _NO_MONTH.fullmatch(m.time.said) and _IN_ENGLISH_ROW.fullmatch(m.text, m.end, last.mention.start):
            found[at - 1] = Verdict(m, last.role, last.reason)
            continue
        if last.role is not DateRole.DEADLINE or (not last.mention.time.before and last.reason != _ROW) or not _is_day(one) or one.role in (DateRole.EVENT, DateRole.RECURRING):
            continue
        around = m.text[max(m.sentence[0], m.start - _REACH) : m.start] + m.text[last.mention.end : last.mention.end + 8]
        if not _IN_A_ROW.fullmatch(m.text, m.end, last.mention.start) or not (last.reason == _ROW or _EACH_ITS_OWN.search(around)):
            continue
        time = at_hour_of(m.time, last.mention.time) if last.mention.has_clock and not m.has_clock else m.time
        found[at - 1] = Verdict(replace(m, time=time), DateRole.DEADLINE, _ROW)
    return found
