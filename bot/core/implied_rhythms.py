"""Days that are those of every week or month without a word that says so: 上课日（周一到周五）, 1号、16号是保养日, 礼拜一报一次礼拜四报一次.

Whether they come back is weighed; here they are found, and what comes back is read as the rhythm it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core.duty_span import spans_of_two
from bot.core.mentions import Mention
from bot.core.models import Grain, TimeExpression, TimeKind
from bot.core.reasons import TOLD_BEFORE
from bot.core.roles import HAND_IN, DateRole, Verdict
from bot.core.times.numbers import whole
from bot.core.times.sets import BYDAY, nth_weekdays
from bot.core.times.words import WEEKDAYS
from bot.core.wording import late

_WEEK = r"(?:周|星期|礼拜)"
_RUN = late(rf"{_WEEK}(?P<first>[一二三四五六日天])(?:至|到|[-—~]{{1,2}}){_WEEK}?(?P<last>[一二三四五六日天])")
_WEEKDAY = late(rf"{_WEEK}(?P<day>[一二三四五六日天])|(?:on )?(?P<english>mon|tues|wednes|thurs|fri|satur|sun)day", re.I)
_MONTH_DAY = late(r"(?P<day>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]?|(?P<last>(?:当月|月)?(?:[底末]|最[后末]一[天日]))|[上中]旬[底末]")
_OF_A_MONTH = late(r"(?:当月|次月|翌月)的?(?:(?P<nth>(?:[第头首最][一二三四1-4后]{0,2}|倒数第一)个?(?:周|星期|礼拜)[一二三四五六日天])|(?P<day>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]|(?P<last>最[后末]一[天日]|[底末]))")
_NTH_IN_ENGLISH = late(r"(?:on |by )?the (?P<nth>first|second|third|fourth|last) (?P<day>mon|tues|wednes|thurs|fri|satur|sun)day of the month", re.I)
_ENGLISH_NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_BETWEEN = late(r"[^。；;！!\n\d|｜]{0,6}")
_FEWEST = 2
_REGULAR = r"(?:调度|[报填交]送?|上报|[报交收填][表账数]|例会|保养|巡[查检逻]|盘[点库存]|清[洁扫理]|卫生|消[毒杀]|党员?活动|主题党|学习|接[待访]|坐诊|门诊|[赶逢]?[集圩场墟]|结[算账]|对账|[记存]录|检[修查]|通报|统计|值班|代表接待)日"
_SET_TO = r"(?:都|就|一般|固定|统一|仍|还)?(?:排|安排|定|放|设|选|是|为|在|：|:)(?:在|是|为|到)?"
_OF_A_REGULAR_DAY = late(rf"(?:{_REGULAR}|[日周旬月季]报的?(?:时间|日子|日期)){_SET_TO}$")
"""调度日定在星期二: a day that by its name comes back."""
_OF_REGULAR_DAYS = late(rf"(?:日子|课程?|班次|场次|排练|训练|门诊|坐诊|活动)(?:时间)?{_SET_TO}$|\bdays (?:are|will be|remain)(?: always)? $", re.I)
_ARE_REGULAR_DAYS = late(rf"(?:是|为|定为|作为|都是|均为)[^，。；\n]{{0,6}}{_REGULAR}|(?:是|为|定为|作为|都是|均为)[^，。；\n\d]{{1,6}}日(?=[，,。；;\s）)]|$)")
"""课排在周二和周四, 1号、16号是保养日: several days of the week or the month that are said to be those of something."""

_MONTHLY_PAPER, _LABEL = late(r"(?:^|\W)(?:[一二三四五六七八九十\d]{1,2}[、.．])?月报表?(?:由[一-鿿]{2,8})?(?:统一|请)?[：:，,]?[于在]?$"), 24
"""月报：次月3日前…: the day after each month, in a sentence that begins with the paper of every month."""


@dataclass(frozen=True, slots=True)
class Coming:
    """The places of dates that are told in one breath, and the rule they follow if they come back.

    `surely` holds where they are said to be the days of something that comes back; `spans` are the places of dates that
    say from when until when.
    """

    places: tuple[int, ...]
    rrule: str
    surely: bool = False
    spans: tuple[int, ...] = ()


def comings(verdicts: Sequence[Verdict]) -> Iterator[Coming]:
    """Runs and lists of days of the week, lists of days of the month, and days of the month at hand or the next, that could come back."""
    row: list[int] = []
    names: list[str] = []
    for at, verdict in enumerate(verdicts):
        time = verdict.mention.time
        if time.kind is TimeKind.RANGE and (run := _RUN.match(time.said)):
            first, last = WEEKDAYS[run["first"]], WEEKDAYS[run["last"]]
            yield Coming((at,), _weekly(BYDAY[(first + k) % 7] for k in range((last - first) % 7 + 1)))
        elif rrule := _of_a_month(verdict.mention.time):
            yield Coming((at,), rrule, _MONTHLY_PAPER.search(verdict.mention.sentence_left[-_LABEL:]) is not None)
        name = _name(verdict)
        if row and (name is None or name[0] != names[-1][0] or not _BETWEEN.fullmatch(verdict.mention.text, verdicts[row[-1]].mention.end, verdict.mention.start)):
            yield from _listed(verdicts, row, names)
            row, names = [], []
        if name is not None:
            row.append(at)
            names.append(name)
    yield from _listed(verdicts, row, names)
    yield from _each_day(verdicts)


_EACH_DONE = late(r"(?:都|就|请|要|须|必须|均|分别)?各[^，。；\n\d]{0,6}?(?:[一1][次遍回趟]|[测报打看传发抄记巡点查量拍])")
"""早八点、晚八点各打一次: what is done at each of several hours."""
_EACH_DAY_TOLD = late(r"[一1][天日][一1][张次份条篇报回]|[一两二三四五六七八九十\d]{1,2}天(?:里)?(?:都|全)(?:要|得)?(?:[报填交发传做测])|(?:几|每)天都|[日零]报(?:照|仍|接着|继续|不停|不断)|逐日|按日")
_HANDED_THAT_DAY = late(rf"[^，。；;\n]{{0,24}}?(?:{HAND_IN}|打卡|接龙)")
_THAT_DAY = late(r"[当同][天日晚]")
_DAY_OF_WHAT = late(r"(?![于在请须应按均都要各就])[一-鿿]$")
"""收官当日: a day that is named, not each of them."""
_LONGEST_SPAN = 200
"""Days that something is done daily at most, where no word says that it is."""
_HOURS_TOGETHER = late(r"[，,、和及与]\s?(?:及|和)?")
_SPAN_NEAR = 120
"""Characters between a span of days and the hours of each of them."""


def _each_day(verdicts: Sequence[Verdict]) -> Iterator[Coming]:
    """Hours that are those of every day of a span: 11月1日到4月30日，早八点、晚八点各打一次; 5月1日至5日…于当天21:00前填报."""
    told_in_two = spans_of_two(verdicts)
    spans = [at for at, v in enumerate(verdicts) if _is_span_of_days(v.mention) or (v.mention.has_day and v.mention.sentence in told_in_two)]
    if not spans:
        return
    row: list[int] = []
    for at, verdict in enumerate(verdicts):
        m = verdict.mention
        if not _is_hour(m):
            continue
        if row and not _HOURS_TOGETHER.fullmatch(m.text, verdicts[row[-1]].mention.end, m.start):
            row = []
        row.append(at)
        several = len(row) >= _FEWEST and _EACH_DONE.match(m.text, m.end)
        near = [span for span in spans if abs(verdicts[span].mention.start - m.start) < _SPAN_NEAR]
        if near and (several or _is_limit_of_each_day(verdicts, at, near)) and not _comes_back_itself(verdicts, m):
            told = verdicts[near[0]].mention
            span = near[:1] if _is_span_of_days(told) else [each for each in near if verdicts[each].mention.sentence == told.sentence]
            yield Coming(tuple(row) if several else (at,), "FREQ=DAILY", True, tuple(span))
            return


def _is_span_of_days(m: Mention) -> bool:
    begin, end = m.time.start, m.time.end
    if m.time.kind is not TimeKind.RANGE or m.time.grain is not Grain.DAY or begin is None or end is None or m.has_clock:
        return False
    return 1 < (end - begin).days <= _LONGEST_SPAN


def _is_hour(m: Mention) -> bool:
    """An hour with no day but the same."""
    return m.has_clock and m.time.kind is TimeKind.POINT and (not m.has_day or _THAT_DAY.match(m.time.said) is not None)


def _is_limit_of_each_day(verdicts: Sequence[Verdict], at: int, spans: Sequence[int]) -> bool:
    """Whether an hour by which something is handed in is one of each day, since it says 当天 or the text 一天一张."""
    m = verdicts[at].mention
    if not m.time.before:
        return False
    together = any(verdicts[span].mention.sentence == m.sentence and span < at for span in spans)
    if _THAT_DAY.match(m.time.said):
        return together and _DAY_OF_WHAT.search(m.left[-2:]) is None and _HANDED_THAT_DAY.match(m.text, m.end) is not None
    first = max(0, min(verdicts[spans[0]].mention.start, m.start))
    return _EACH_DAY_TOLD.search(m.text, first, m.end + _SPAN_NEAR) is not None


def _comes_back_itself(verdicts: Sequence[Verdict], m: Mention) -> bool:
    """Whether the sentence of an hour has a word of its own for how often."""
    return any(v.mention.time.kind is TimeKind.SET and v.mention.sentence == m.sentence for v in verdicts)


def _of_a_month(time: TimeExpression) -> str | None:
    """The rule of 当月25日, 次月第一个星期二 and the last Sunday of the month, if that is every month."""
    if time.kind is not TimeKind.POINT:
        return None
    if english := _NTH_IN_ENGLISH.match(time.said):
        return f"FREQ=MONTHLY;BYDAY={_ENGLISH_NTHS[english['nth'].lower()]}{english['day'][:2].upper()}"
    said = _OF_A_MONTH.match(time.said)
    if said is None:
        return None
    if said["nth"]:
        return f"FREQ=MONTHLY;BYDAY={nth_weekdays(said['nth'])}"
    return f"FREQ=MONTHLY;BYMONTHDAY={-1 if said['last'] else whole(said['day'])}"


def _name(verdict: Verdict) -> str | None:
    """w and a day of the week, m and a day of the month; None where a date names more than that, or less."""
    time = verdict.mention.time
    if time.kind not in (TimeKind.POINT, TimeKind.RANGE) or time.start is None or verdict.mention.is_range or not verdict.mention.has_day:
        return None
    if week := _WEEKDAY.match(time.said):
        return f"w{week['english'][:2].upper() if week['english'] else BYDAY[WEEKDAYS[week['day']]]}"
    if "month" not in time.implied and not time.said.startswith("当月"):
        return None
    month = _MONTH_DAY.match(time.said)
    return None if month is None else f"m{-1 if month['last'] else time.start.day}"


def _listed(verdicts: Sequence[Verdict], row: Sequence[int], names: Sequence[str]) -> Iterator[Coming]:
    surely = bool(row) and (_said_to_come_back(verdicts[row[0]].mention, verdicts[row[-1]].mention, len(row)) or _told_over_of(verdicts, row))
    if len(row) < _FEWEST and not surely:
        return
    days = list(dict.fromkeys(name[1:] for name in names))
    yield Coming(tuple(row), _weekly(days) if names[0][0] == "w" else f"FREQ=MONTHLY;BYMONTHDAY={','.join(days)}", surely)


_ONCE_ON_IT = late(r"前?[再又也]?[一-鿿]{0,2}[一1][次遍回趟]")
_SO_OFTEN = late(r"FREQ=(?:MONTHLY|DAILY;INTERVAL=15|WEEKLY)$")


def _told_over_of(verdicts: Sequence[Verdict], row: Sequence[int]) -> bool:
    """一个月两次，15号弄一次，月底最后一天再弄一次: days on each of which it is done once, beside a rhythm that leaves its days open."""
    if len(row) < _FEWEST or not all(_ONCE_ON_IT.match(verdicts[at].mention.right) for at in row):
        return False
    beside = verdicts[row[0]].mention.sentence, verdicts[row[-1]].mention.sentence
    return any(v.mention.time.kind is TimeKind.SET and _SO_OFTEN.match(v.mention.time.rrule or "") and v.mention.sentence in beside for v in verdicts)


def _said_to_come_back(first: Mention, last: Mention, count: int) -> bool:
    if _OF_A_REGULAR_DAY.search(first.left[-16:]):
        return True
    return count >= _FEWEST and (_OF_REGULAR_DAYS.search(first.left[-24:]) or _ARE_REGULAR_DAYS.match(last.right)) is not None


def _weekly(days: Iterator[str] | Sequence[str]) -> str:
    named = set(days)
    return f"FREQ=WEEKLY;BYDAY={','.join(day for day in BYDAY if day in named)}"


_NTH_OF_MONTH = late(r"BYDAY=-?\d")


def _leaves_open(rule: str, days: str) -> bool:
    """Whether a rhythm names no days, and these can be its own: weekdays of 一周两次, days of the month of 每季度一次."""
    if _NTH_OF_MONTH.search(days):
        return False
    return "BY" not in rule and rule.startswith("FREQ=WEEKLY" if days.startswith("FREQ=WEEKLY") else ("FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=DAILY;INTERVAL=15"))


def _tells_over(rule: str, days: str) -> bool:
    """Whether a rhythm names these days itself: 一旬一报，10日、20日和最末一天."""
    head, _, named = days.rpartition("=")
    return rule.startswith(f"{head}=") and set(named.split(",")) <= set(rule.removeprefix(f"{head}=").split(","))


def with_implied_rhythms(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with each list that was weighed to come back as one rhythm, at the place of the first of its days.

    Where a rhythm is said that only leaves its days open (一个月两次，10日和25日), they are its days.
    """
    found = list(verdicts)
    said = [v.mention.time.rrule or "" for v in verdicts if v.role is DateRole.RECURRING and v.mention.time.kind is TimeKind.SET]
    for coming in comings(verdicts):
        days = [verdicts[at] for at in coming.places]
        if any(day.role is not DateRole.RECURRING for day in days) or any(_leaves_open(rule, coming.rrule) or _tells_over(rule, coming.rrule) for rule in said):
            continue
        first, last = days[0].mention, days[-1].mention
        if coming.spans and any(verdicts[at].role is not DateRole.RECURRING for at in coming.spans):
            continue
        timed = next((day.mention.time for day in reversed(days) if day.mention.has_clock), last.time)
        span = first.start, last.end
        hour = timed.end_clock or timed.clock
        time = replace(first.time, kind=TimeKind.SET, said=first.text[first.start : last.end], span=span, start=None, end=None, rrule=coming.rrule, before=last.time.before, clock=hour, end_clock=None, part=timed.part)
        found[coming.places[0]] = replace(days[0], mention=replace(first, time=time, after=last.after))
        for at in coming.places[1:]:
            found[at] = replace(verdicts[at], role=DateRole.NEITHER, reason=TOLD_BEFORE)
    return found
