"""Duties that come back: which recurring expression is the reader's, at what time of day, from when until when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.deadlines import day_and_time
from bot.core.exceptions import read_days_off
from bot.core.mentions import Mention
from bot.core.models import Grain, Part, Recurrence, TimeKind
from bot.core.neither import is_festival
from bot.core.own_acts import is_own_act
from bot.core.roles import COARSE, FINISH, HAND_IN, DateRole, Verdict
from bot.core.times.numbers import number
from bot.core.times.sets import BYDAY
from bot.core.workdays import Calendar

_DUTY = re.compile(
    rf"{HAND_IN}|{FINISH}|例会|会|零报告|报告|报平安|打卡|集中|值班|巡|学习|参加|打扫|self-check|submit|send|email|e-mail|report|due|upload|post|return|fill|go to|meeting|check|log|meets|is held|are held|takes place|record|read|measure|please",
    re.I,
)
_RATE = re.compile(r"^(?!把|将)(?:(?:(?!报|填|交|上|发|送)[^，。；]){0,4}(?:不少于|不低于|至少|不超过|最多)|[\d,，.]+万?元|[^，。]{0,3}元|通报|接收|发布|公布|推送|公示|出刊|播出|(?:免费|对外|正常|照常|全天)*(?:开放|营业|受理|供应|接诊|坐诊|开门|办公(?!会|室))|开饭|开市|开馆|停水|停电|轮休|发车|赶集|(?:是|为)[^，。；]{1,8}(?:月|周|日|节|期|季)(?=[，。；]|$)|涨|平均|约|达|[两二三四\d]次(?![报填交向上])|(?:(?!报|填|交|上|发|送)[一-鿿]){0,4}(?:天数|次数|人数|用量|金额|标准|收入|工资|补贴|温度))")
_REPLACED = re.compile(r"(?:不用|不再|不必|无需|停止|取消|no longer)[^，。；]{0,8}$")
_MOVED = re.compile(r"改为|改成|调整为|换成|instead|now")
_UNTIL_LEFT = re.compile(r"(?<!顺延)(?<!推迟)(?<!延期)(?<!提前)(?<!改)(?<!调整)(?:报到|持续到|执行到|一直到|直到|延[长续]?[到至]|坚持到|到|至|截止到?|until|till|through)[:： ]*$", re.I)
_UNTIL_RIGHT = re.compile(r"^(?:日)?(?:结束|为止|止|截止|收官|停止)")
_FROM_LEFT = re.compile(r"(?:从|自|由|starting|from|beginning)(?: on)? ?$", re.I)
_FROM_RIGHT = re.compile(r"^(?:起|开始|始|onwards)")
_NOTED = re.compile(r"(?:表|名单|安排|台账|方案|计划|公示|假期)[（(]$")
"""A bracket behind a paper says what period the paper is for, not when the duty runs."""
_FROM_NOW = re.compile(r"即[日刻]|今[天日起晚晨早]|从今")
"""From now on: a bound only where the text also says until when."""
_NO_PART = frozenset({"opening_hours", "length", "title_or_head", "signing_date", "citation"})
_NO_BOUND = frozenset({"exempt", "superseded", "same_day", "consequence", "past", "base_date"})
_WEEKEND = re.compile(r"双休|周末|节假日")
_SAME_DAY = re.compile(r"当天|当日|同日|每次|the same day|same day", re.I)
_UNTIL_SAID = re.compile(r"(?:一?直)?[到至]|until|till", re.I)
_UNTIL_RESPONSE = 60
_EXCEPTION_BEHIND = 40
"""How far behind the sentence of the rule an exception for days off may stand."""


@dataclass(frozen=True, slots=True)
class Found:
    """A recurrence and the starts of the mentions it is made of, which then are no deadlines."""

    recurrence: Recurrence
    used: frozenset[int]


def _is_duty(m: Mention) -> bool:
    if re.search(r"[（(]$", m.left) and re.match(r"[^）)报填交发送传]{0,16}[）)]", m.text[m.end : m.end + 20]):
        return False
    if re.search(r"(?:遇|如有|若有?|特殊|台风|节日|必要时|紧急)[^，。；]{0,8}$", m.clause_left[-14:]):
        return False
    if _RATE.match(m.right) or _REPLACED.search(m.clause_left):
        return False
    if is_own_act(m) or (re.match(r"[^，。；]{0,6}(?:汇总|通报|调度|约谈|点评)(?!报)", m.right) and not re.search(r"请|各村|前", m.sentence_left[-12:])):
        return False
    return bool(_DUTY.search(m.whole))


def _in_brackets(m: Mention, other: Mention) -> bool:
    """Whether a later mention stands in a bracket behind the rule: an exception for one of its dates."""
    between = m.text[m.end : other.start] if other.start >= m.end else ""
    return between.count("（") + between.count("(") > between.count("）") + between.count(")")


def _near(verdicts: Sequence[Verdict], m: Mention) -> list[Verdict]:
    """Other mentions of the same sentence that can belong to the rule."""
    return [
        v
        for v in verdicts
        if v.mention is not m
        and m.sentence[0] <= v.mention.start < m.sentence[1]
        and v.reason not in _NO_PART
        and not _in_brackets(m, v.mention)
    ]


def _clock_nearby(verdicts: Sequence[Verdict], m: Mention, used: set[int]) -> tuple[str | None, Part | None]:
    """The time of day said elsewhere in the sentence, the last one of the day where there are several."""
    found: list[tuple[str | None, Part | None]] = []
    for other in _near(verdicts, m):
        mention = other.mention
        same_day = _SAME_DAY.search(mention.time.said) or mention.start == m.end
        weekly = m.time.rrule == "FREQ=WEEKLY" and re.match(r"周|星期|礼拜", mention.time.said)
        if (mention.has_day and not same_day and not weekly) or not mention.has_clock or mention.time.kind is TimeKind.SET:
            continue
        used.add(mention.start)
        found.append((mention.time.end_clock or mention.time.clock, mention.time.part))
    return max(found, key=lambda c: (c[0] or "", c[1] or ""), default=(None, None))


def _bound_to(m: Mention) -> str | None:
    """Whether a day mention begins or ends a duty: "start", "until", or None."""
    if _UNTIL_LEFT.search(m.left[-12:]) or _UNTIL_RIGHT.match(m.right) or re.search(r"(?:为止|止|结束)$", m.time.said):
        return "until"
    if _FROM_RIGHT.match(m.right) or _FROM_LEFT.search(m.left[-14:]):
        return "start"
    return None


_LASTING = re.compile(r"(?:连续?|持续|为期|共|坚持|一连)[一-鿿]{0,3}?(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?P<u>天|日|周|星期|月)")


def _days_of(lasting: re.Match[str]) -> int:
    """How many days 连续5天 or 为期两周 are."""
    count = int(number(lasting["n"]) or 1)
    return count * {"天": 1, "日": 1, "月": 30}.get(lasting["u"], 7)


def _runs_from(m: Mention) -> bool:
    """Whether a month is when a duty starts by rule: 明年1月起执行, 从10月起."""
    said = re.search(r"年", m.time.said) or _FROM_LEFT.search(m.left[-4:])
    return bool(said or re.match(r"(?:执行|实行|施行|按此|照此|开始)", m.right))


def _bounds(verdicts: Sequence[Verdict], m: Mention, used: set[int], calendar: Calendar) -> tuple[date | None, date | None]:
    """First and last day of the duty, where the text gives them."""
    start = m.time.start.date() if m.time.start else None
    until = m.time.end.date() if m.time.end else None
    start_from_now: datetime | None = None
    for other in verdicts:
        mention = other.mention
        near = m.sentence[0] <= mention.start < m.sentence[1]
        next_one = m.sentence[1] <= mention.start < m.sentence[1] + _UNTIL_RESPONSE
        if mention is m or mention.time.kind is TimeKind.SET or not (near or next_one) or (is_festival(mention) and not _UNTIL_LEFT.search(mention.left[-12:])):
            continue
        begins_here = mention.time.kind is TimeKind.RANGE and mention.time.end is None
        if other.reason in _NO_PART or (other.reason in _NO_BOUND and not begins_here) or _WEEKEND.match(mention.time.said) or _in_brackets(m, mention) or _NOTED.search(mention.left):
            continue
        if near and mention.time.grain is Grain.MONTH and _runs_from(mention) and mention.time.start and mention.time.kind is TimeKind.RANGE and mention.time.end is None:
            start = mention.time.start.date()
            used.add(mention.start)
            continue
        if mention.time.grain in COARSE and (mention.time.end is None or _bound_to(mention) != "until") and not mention.time.before:
            continue
        begin, end = mention.time.start, mention.time.end
        if near and end and _UNTIL_SAID.match(mention.time.said):
            until = end.date()
        elif near and mention.is_range and begin and end:
            start, until = begin.date(), end.date()
        elif (begin or end) and mention.has_day:
            bound = "start" if mention.time.kind is TimeKind.RANGE and end is None else _bound_to(mention)
            if bound == "start" and _FROM_NOW.match(mention.time.said):
                used.add(mention.start)
                start_from_now = (begin or end)
                continue
            if bound == "until" and (near or _UNTIL_RIGHT.match(mention.right) or re.search(r"(?:为止|止)$", mention.time.said)):
                until = day_and_time(mention, calendar)[0]
            elif bound == "start" and near:
                start = (begin or end).date()  # type: ignore[union-attr]
            else:
                continue
        else:
            continue
        used.add(mention.start)
    if until is None and (start or start_from_now):
        lasting = _LASTING.search(m.text[m.sentence[0] : m.sentence[1]][:200])
        first = start or start_from_now.date()  # type: ignore[union-attr]
        until = first + timedelta(days=_days_of(lasting) - 1) if lasting else None
    if until is not None and start is None and start_from_now is not None:
        start = start_from_now.date()
    return start, until


def _named_span(verdicts: Sequence[Verdict], m: Mention, used: set[int]) -> tuple[date | None, date | None]:
    """The span of days a text has named before it says 期内 or 期间."""
    spans = [v.mention for v in verdicts if v.mention.start < m.start and v.mention.is_range and v.mention.time.grain not in COARSE]
    named = [span for span in spans if re.match(r"[）)]?(?:为|是)[^，。；]{0,14}期", span.right)]
    span = (named or spans)[-1] if spans else None
    if span is None or span.time.start is None or span.time.end is None:
        return None, None
    used.add(span.start)
    return span.time.start.date(), span.time.end.date()


def _with_weekday(rule: str, m: Mention, verdicts: Sequence[Verdict], used: set[int]) -> str:
    """每周例会改到周二上午9点: the weekdays said behind the rule belong to it, with their hour."""
    days: list[str] = []
    for verdict in _near(verdicts, m):
        day = verdict.mention
        plain = re.match(r"(?:周|星期|礼拜)[一二三四五六日天]", day.time.said)
        if day.start > m.end and plain and day.time.start and verdict.reason != "superseded":
            used.add(day.start)
            days.append(BYDAY[day.time.start.weekday()])
    return f"{rule};BYDAY={','.join(days)}" if days else rule


def _with_days(m: Mention, verdicts: Sequence[Verdict], used: set[int]) -> str:
    """The rule, with the days of the month said behind it (每月报两次，分别为10日和25日)."""
    rule = m.time.rrule or ""
    if rule == "FREQ=WEEKLY":
        return _with_weekday(rule, m, verdicts, used)
    if rule != "FREQ=MONTHLY":
        return rule
    days = [v.mention for v in _near(verdicts, m) if v.mention.start > m.end and "month" in v.mention.time.implied]
    numbers = [d.time.start.day for d in days if d.time.start and re.match(r"\d", d.time.said)]
    used.update(d.start for d in days)
    return f"{rule};BYMONTHDAY={','.join(map(str, numbers))}" if numbers else rule


def _one_rule(rules: Sequence[Verdict]) -> Verdict:
    """The recurring duty that counts: the last one stated, a hand-in before anything else."""
    handed = [v for v in rules if re.search(rf"{HAND_IN}|{FINISH}", v.mention.right + v.mention.left)]
    timed = [v for v in handed if v.mention.time.clock or v.mention.time.part]
    return (timed or handed or rules)[-1]


def _only_ends(verdict: Verdict, until: date) -> bool:
    """Whether a bare day only repeats when the duty ends (集中缴费期到12月31日)."""
    m = verdict.mention
    moment = m.time.end or m.time.start
    return verdict.role in (DateRole.DEADLINE, DateRole.WINDOW) and not m.time.clock and moment is not None and moment.date() == until and not m.time.before


def read_recurrence(verdicts: Sequence[Verdict], calendar: Calendar) -> Found | None:
    """The recurring duty of a text, or None."""
    rules = [v for v in verdicts if v.role is DateRole.RECURRING and v.mention.time.rrule and _is_duty(v.mention)]
    if not rules:
        return None
    m = _one_rule(rules).mention
    used = {m.start}
    nearby = _clock_nearby(verdicts, m, used)
    own = m.time.clock, m.time.part
    clock, part = own if any(own) else nearby
    if own[0] and nearby[0] and nearby[0] > own[0]:
        clock = nearby[0]
    rrule = _with_days(m, verdicts, used)
    start, until = _bounds(verdicts, m, used, calendar)
    for other in rules[-4:]:
        if start is None and until is None and other.mention is not m:
            start, until = _bounds(verdicts, other.mention, used, calendar)
    if start is None and until is None and re.search(r"期内|期间|其间", m.sentence_left):
        start, until = _named_span(verdicts, m, used)
    used |= {v.mention.start for v in verdicts if re.search(r"(?:下一?次|下期|下一期|最近一次)[^，。；]{0,6}$", v.mention.left[-12:])}
    used |= {v.mention.start for v in verdicts if until and _only_ends(v, until)}
    days_off = read_days_off(m.text[m.sentence[0] : m.sentence[1] + _EXCEPTION_BEHIND])
    rule = Recurrence(rrule, clock, part, start, until, m.time.said, m.time.span, days_off)
    return Found(rule, frozenset(used))
