"""Duties that come back: which recurring expression is the reader's, at what time of day, from when until when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.duties import SAME_DAY, is_duty
from bot.core.duty_span import NO_PART, in_brackets, is_first, known_bounds, named_span, read_bounds
from bot.core.ending import says_end
from bot.core.exceptions import read_days_off
from bot.core.mentions import Mention
from bot.core.models import Grain, Part, Recurrence, TimeKind
from bot.core.reasons import SUPERSEDED, WEIGHED_OUT
from bot.core.reporting_up import sums_up
from bot.core.rhythm_days import (
    LIKEWISE,
    day_of_month,
    day_of_week,
    of_every_other_month,
    of_its_months,
    of_year,
    said_again,
)
from bot.core.rhythm_elsewhere import bounds_elsewhere, days_elsewhere, hour_elsewhere, only_span
from bot.core.rhythm_hours import hour_due, hours_of
from bot.core.rhythm_lines import hour_of_next, told_together
from bot.core.roles import FINISH, HAND_IN, DateRole, Verdict
from bot.core.times.sets import BYDAY, nth_weekdays_behind, odd_days_behind
from bot.core.times.words import WEEKDAYS
from bot.core.wording import late
from bot.core.workdays import Calendar

_MOVED = late(r"改为|改成|调整为|换成|instead|now")
_NAMES_A_MEETING = late(r"(?:weekly|monthly|quarterly|annual|yearly|daily) [a-z ]{0,30}(?:has|have|is|was|will|moves|on)\b", re.I)
"""The quarterly meeting has been moved to 10 July: what it is called, not a duty that comes back."""
_BESIDES = late(r"(?:单独|分别)?另(?:行|外)?[报填交发送]")
_IF = late(r"(?:超过|超|达到?|低于|高于|发生|出现|启动|升级|遇|一旦)[^，。；]{1,12}(?:时|后|的|以上|期间)[^，。；]{0,6}$")
"""水位超过汛限时改为每两小时一次: what would come back only then."""
_EXAMPLE = late(r"(?:[例比譬]?如|也就是|举例|[即就]是?(?=[本这]|\d))[^，。；;\n]{0,12}$")
"""如11月的数据12月10日前报: one of the days of a rhythm, named to make it clear."""
_AS_IT_COMES = late(r"(?:重[大要]|突发|紧急|异常|[险疫灾警案]情|隐患|事[故件])[^，。；\n]{0,6}$")
"""每天9:00前报，重大警情15分钟内电话报: what comes between the dates of a rhythm, if it comes."""
_EXCEPTION_BEHIND = 40
"""How far behind the sentence of the rule an exception for days off may stand."""


@dataclass(frozen=True, slots=True)
class Found:
    """A recurrence and the starts of the mentions it is made of, which then are no deadlines."""

    recurrence: Recurrence
    used: frozenset[int]


def _near(verdicts: Sequence[Verdict], m: Mention) -> list[Verdict]:
    """Other mentions of the same sentence that can belong to the rule."""
    return [
        v
        for v in verdicts
        if v.mention is not m
        and m.sentence[0] <= v.mention.start < m.sentence[1]
        and (_fills_bracket(m, v.mention) if in_brackets(m, v.mention) else v.reason not in NO_PART)
    ]


_ONLY_DAYS = late(r"[（(](?:不[晚迟]于|最[晚迟](?:不(?:超过?|过|晚于))?|以|按|即)?(?:每?(?:周|星期|礼拜)[一二三四五六日天]|\d{1,2}[日号]|[、，,和及前])*")


def _fills_bracket(m: Mention, other: Mention) -> bool:
    """每周报送一次进度（周五17:00前）: a bracket that opens with the day or hour says when the duty is due."""
    between = m.text[m.end : other.start]
    at = max(between.rfind("（"), between.rfind("("))
    return _ONLY_DAYS.fullmatch(between, at) is not None and re.match(r"[、，,和及前]?(?:[^）)（(]{0,4}[报交填送]|[为作]?[准限]|计)?[）)、，,和及]", other.right) is not None


def _day_in(rule: str, m: Mention) -> bool:
    """Whether a day can be one of those of a rule that names none: 8日 of 每月两次."""
    of = {"FREQ=WEEKLY": day_of_week, "FREQ=WEEKLY;INTERVAL=2": day_of_week, "FREQ=MONTHLY": day_of_month, "FREQ=DAILY;INTERVAL=15": day_of_month}.get(rule)
    return of is not None and of(m) is not None


_LAST_WORKDAY = late(r"(?:当月|本月|月底|月末)?的?最[后末]一个工作日")
_CLOSES = late(r"(?:[一1][次回遍趟])?(?:[，,。；]|$)")
"""月末最后一天报，每月一次: a rhythm that only says how often what was said before comes back."""
_IN_THAT_MONTH = late(r"(?:[当该]月)?(?:\d|[一二三]?十|[一二三四五六七八九])[^月]*[日号]|[当该]?月?[底末]")


def _next_month(m: Mention, verdicts: Sequence[Verdict]) -> Mention | None:
    """The day of the month after each quarter: 每季度报，次月10日前."""
    days = [v.mention for v in _near(verdicts, m) if re.match(r"[次下]个?月", v.mention.time.said) and v.mention.start > m.end]
    return days[0] if days and days[0].time.start else None


def _in_its_months(rule: str, m: Mention, verdicts: Sequence[Verdict]) -> tuple[str, list[Mention]]:
    """每年3月、9月各检一次，当月25日前交: the months' rule with the day said behind it."""
    for other in (v.mention for v in _near(verdicts, m)):
        if other.start > m.end and other.time.start and _IN_THAT_MONTH.match(other.time.said):
            last = re.search(r"[底末]", other.time.said)
            return f"{rule};BYMONTHDAY={-1 if last else other.time.start.day}", [other]
    return rule, []


def _days_beside(m: Mention, verdicts: Sequence[Verdict]) -> tuple[str, list[Mention]]:
    """一周两报，周二、周五: the rule with the days said behind it (or before it: 月底前报，每月都要), and these days."""
    rule = m.time.rrule or ""
    beside = [v.mention for v in _near(verdicts, m) if v.reason != SUPERSEDED]
    if named := of_year(m, beside) or of_its_months(m, beside) or of_every_other_month(m, beside):
        return named
    if again := said_again(m, rule, [(other, day) for other in beside if (day := day_of_month(other))]):
        return again
    if rule == "FREQ=MONTHLY;INTERVAL=3" and (next_month := _next_month(m, verdicts)):
        return f"FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY={next_month.time.start.day}", [next_month]  # type: ignore[union-attr]
    if rule == "FREQ=MONTHLY;INTERVAL=3" and (_ENDS_QUARTER.search(m.sentence_right) or _ENDS_QUARTER.search(m.sentence_left)):
        last = [v.mention for v in _near(verdicts, m) if _ENDS_QUARTER.search(m.text, m.sentence[0], v.mention.end)]
        return "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", last
    if rule == "FREQ=WEEKLY" and (odd := odd_days_behind(m.right)):
        return f"{rule};BYDAY={odd}", []
    if rule == "FREQ=MONTHLY" and (nth := nth_weekdays_behind(m.text[m.end : m.sentence[1]][:_BEHIND])):
        return f"{rule};BYDAY={nth}", []
    if rule == "FREQ=DAILY;INTERVAL=15" and len({day_of_month(v.mention) for v in _near(verdicts, m)} - {None}) > 1:
        rule = "FREQ=MONTHLY"
    of, key = (day_of_week, "BYDAY") if rule.startswith("FREQ=WEEKLY") else (day_of_month, "BYMONTHDAY")
    if re.fullmatch(r"FREQ=YEARLY;BYMONTH=[\d,]+", rule):
        return _in_its_months(rule, m, verdicts)
    if "BY" in rule or not rule.startswith(("FREQ=WEEKLY", "FREQ=MONTHLY")) or rule.startswith("FREQ=MONTHLY;"):
        return rule, []
    others = [v.mention for v in _near(verdicts, m) if v.reason != SUPERSEDED and v.mention.time.kind is not TimeKind.SET]
    days = [d for d in others if of(d) is not None and d.start >= m.end]
    if rule == "FREQ=MONTHLY" and not days and (next_month := _next_month(m, verdicts)):
        return f"{rule};BYMONTHDAY={next_month.time.start.day}", [next_month]  # type: ignore[union-attr]
    if rule == "FREQ=WEEKLY" and not days:
        days = [d for d in others if d.start > m.end and d.time.before and d.time.start and _NEXT_WEEK.match(d.time.said)][:1]
        if days:
            return f"{rule};BYDAY={BYDAY[days[0].time.start.weekday()]}", days  # type: ignore[union-attr]
    if not days and (LIKEWISE.match(m.right) or _CLOSES.match(m.right)):
        days = [d for d in others if of(d) is not None]
        if key == "BYMONTHDAY" and not days and (last := [d for d in others if _LAST_WORKDAY.match(d.time.said)]):
            return f"{rule};BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", last
    found = list(dict.fromkeys(of(d) for d in days))
    names = [BYDAY[each] if key == "BYDAY" else str(each) for each in found if each is not None]
    return (f"{rule};{key}={','.join(names)}" if names else rule), days


_BEHIND = 40
"""How far behind a rhythm its weekdays of the month may be named."""
_ENDS_QUARTER = late(r"季度?末(?!月)")
_NEXT_DAY = late(r"[次翌]日|第二天")
"""每天的数据第二天上午9点前报: the hour of a daily duty."""
_NEXT_WEEK = late(r"[下次]个?(?:周|星期|礼拜)[一二三四五六日天]")
"""每周的数据下周一上午报: the day of a weekly duty."""


_SEVERAL_A_DAY = late(r"[两二三四2-4][次遍回趟]")
"""一天两次：早上8点20；下午14点20: what is told of each time may stand in a clause of its own."""


def _clock_nearby(verdicts: Sequence[Verdict], m: Mention, rule: str, used: set[int]) -> tuple[str | None, Part | None]:
    """The time of day said elsewhere in the sentence, the last one of the day where there are several.

    An hour that was weighed to belong to the rhythm goes before others: 时间从下午四点提到上午十一点.
    """
    found: list[tuple[bool, str | None, Part | None]] = []
    for other in _near(verdicts, m):
        mention = other.mention
        same_day = SAME_DAY.search(mention.time.said) or mention.start == m.end
        weekday = day_of_week(mention)
        of_rule = weekday is not None and "FREQ=WEEKLY" in rule and ("BYDAY" not in rule or BYDAY[weekday] in rule.partition("BYDAY=")[2])
        day = day_of_month(mention)
        if mention.start in used or (rule == "FREQ=DAILY" and _NEXT_DAY.match(mention.time.said)):
            of_rule = True
        if "BYMONTHDAY" in rule and day is not None and str(day) in rule.partition("BYMONTHDAY=")[2].split(","):
            of_rule = True
        if m.time.clock and ((other.role is DateRole.EVENT and mention.has_day) or (says_end(mention) and not m.time.before)):
            continue
        if m.time.clock and m.time.before and (sums_up(mention) or other.reason == WEIGHED_OUT):
            used.add(mention.start)
            continue
        if (mention.has_day and not (mention.start > m.end and is_first(mention)) and not same_day and not of_rule) or not mention.has_clock or mention.time.kind is TimeKind.SET:
            continue
        used.add(mention.start)
        found.append((other.role is DateRole.RECURRING, _of_the_day(hour_due(mention, m), m, mention), mention.time.part))
    if found and _SEVERAL_A_DAY.search(m.whole) and all(each is None or part is None for _, each, part in found):
        later = [v.mention for v in verdicts if v.role is DateRole.RECURRING and m.sentence[1] <= v.mention.start < m.sentence[1] + _EXCEPTION_BEHIND and v.mention.time.clock and not v.mention.is_range and v.mention.time.kind is not TimeKind.SET]
        used.update(each.start for each in later)
        found += [(True, each.time.clock, each.time.part) for each in later]
    if found and not any(belongs for belongs, _, _ in found) and (elsewhere := hour_elsewhere(m, verdicts, used)):
        found = [(True, elsewhere.time.clock, elsewhere.time.part)]  # 市里15点就要 …14:30之前: an hour of others in the sentence of the rhythm
        used.add(elsewhere.start)
    _, clock, part = max(found, key=lambda c: (c[0], c[1] or "", c[2] or ""), default=(False, None, None))
    return clock, part


_NOT_ON = late(
    r"(?:除了?|不含|不包括)(?P<a>(?:(?:周|星期|礼拜)?[一二三四五六日天][、和与]?){1,5})(?:之?外|以外)?(?:[（(][^（()）\n]{1,16}[）)])?(?=[，,、都其]|每|天)"
    r"|(?P<b>(?:周|星期|礼拜)[一二三四五六日天](?:[、和与]?(?:周|星期|礼拜)?[一二三四五六日天])*)(?:[之以]外|除外|不用|不报|不交|不填|休息|不算|不收|[免歇](?=[了报，,。；;\s]|$))"
)


_NOT_ON_DAYS_OFF = late(r"(?:除了?|除去|除开|不含|不包括)(?:双休日?|周末|周六日|(?:法定)?节假日)(?:[和与及、]?(?:法定)?节?假日)?(?:之?外|以外)?(?=[，,、都其]|每|天)|(?:双休日?|周末)(?:[和与及、]?(?:法定)?节?假日)?(?:除外|不用报|不[报算计收记])|(?:只在?|仅在?)工作日|工作日才")
"""除周末外每天; 每天17时前报，双休日除外."""


def _without_days(rule: str, m: Mention, verdicts: Sequence[Verdict], used: set[int]) -> str:
    """除了星期天，天天都要: every day but those that are named."""
    if rule != "FREQ=DAILY":
        return rule
    found = _NOT_ON.search(m.whole)
    if found is None:
        return _WITHIN_A_WEEK[1] if _NOT_ON_DAYS_OFF.search(m.whole) else rule
    off = {WEEKDAYS[c] for c in (found["a"] or found["b"]) if c in "一二三四五六日天"}
    used.update(v.mention.start for v in _near(verdicts, m) if day_of_week(v.mention) in off)
    return "FREQ=WEEKLY;BYDAY=" + ",".join(day for place, day in enumerate(BYDAY) if place not in off)


_IS_FREE = late(r"[^，。；\n]{0,4}?(?:停工|停业|停产|休息|休市|轮休|放假|不开[工门]|不上[班工]|不营业)?[，,]?(?:就|都|则|可以?|一律)?(?:不(?:用|必|需要?|要)?|免)(?:再|去|来)?(?:[报交填发送查收测记巡抄值打算看]|上[报传])")
"""星期天停工，不报: the day a rhythm leaves out is no limit."""


def _only_hours(m: Mention, verdicts: Sequence[Verdict]) -> bool:
    """24日到26日发冬衣，每天8点到11点半: a clause of nothing but hours says when the window named before is open."""
    hours = m.time.end_clock and (m.time.rrule or "").startswith(_WITHIN_A_WEEK) and not m.time.rrule.startswith("FREQ=WEEKLY;INTERVAL")  # type: ignore[union-attr]
    if not hours or m.clause_left.strip() or m.clause_right.strip():
        return False
    windows = [v.mention for v in verdicts if v.role is DateRole.WINDOW and v.mention.start < m.start]
    return any(w.sentence == m.sentence for w in windows)


_WITHIN_A_WEEK = ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")


_WEEKDAYS_RUN = late(r"(?<![这本下上])(?<![这本下上]个)(?:周|星期|礼拜)(?P<first>[一二三四五六日天])(?:至|到|[-—~]{1,2})(?:周|星期|礼拜)?(?P<last>[一二三四五六日天])(?![一-鿿]?(?:[会点时的]|不|免|休|除))")
"""周日至周四报，每晚22:10前: the days of the week of a daily duty."""


_HANDED_ON_THEM = late(r"(?:才|都|均|天天)?(?:需要?|要|用)?(?:上?报(?![名销告])|填|上?交|发|上传|打卡)(?=[，,。；;！\s])")


def _days_told_before(m: Mention) -> re.Match[str] | None:
    """周一到周五才报，双休日歇。每天…: the days of the week told in the sentence before a daily rhythm."""
    span = _WEEKDAYS_RUN.search(m.text, max(0, m.sentence[0] - _EXCEPTION_BEHIND), m.sentence[0])
    return span if span and _HANDED_ON_THEM.match(m.text, span.end()) else None


def _narrowed(rrule: str, m: Mention, rules: Sequence[Verdict], near: Sequence[Verdict], used: set[int]) -> str:
    """一天两趟，星期一到星期五天天不断: every day only of those that the sentence names besides."""
    if rrule != "FREQ=DAILY":
        return rrule
    if span := _WEEKDAYS_RUN.search(m.whole) or _days_told_before(m):
        first, last = WEEKDAYS[span["first"]], WEEKDAYS[span["last"]]
        used.update(v.mention.start for v in near if day_of_week(v.mention) is not None)
        return "FREQ=WEEKLY;BYDAY=" + ",".join(BYDAY[(first + k) % 7] for k in range((last - first) % 7 + 1))
    for each in (v.mention for v in rules if v.mention.sentence == m.sentence and v.mention.time.clock is None):
        days = (each.time.rrule or "").removeprefix("FREQ=WEEKLY;BYDAY=")
        if days.count(",") >= _MOST_OF_A_WEEK - 1:
            used.add(each.start)
            return f"FREQ=WEEKLY;BYDAY={days}"
    return rrule


_MOST_OF_A_WEEK = 4


def _together(rrule: str, m: Mention, rules: Sequence[Verdict], used: set[int]) -> str:
    """吉他每周二19:30，烘焙每周四19:30: days of one sentence at the same hour are days of one rule."""
    head, key, days = rrule.partition("BYDAY=")
    if head != "FREQ=WEEKLY;":
        return rrule
    named, begins = days.split(","), m.start
    for each in reversed([v.mention for v in rules if v.mention.sentence == m.sentence and v.mention is not m]):
        other, _, more = (each.time.rrule or "").partition("BYDAY=")
        beside = _JOINED.fullmatch(m.text, each.end, begins) if each.end <= begins else None
        if other == head and (beside or (each.time.clock == m.time.clock is not None)):
            used.add(each.start)
            named += more.split(",")
            begins = each.start if beside else begins
        elif re.fullmatch(r"FREQ=WEEKLY;INTERVAL=\d+", other) and each.end <= m.start and not _MOVED.search(m.text, each.end, m.start):
            head = f"{other};"
    ends = m.end
    for each in (v.mention for v in rules if v.mention.start > m.end):
        other, _, more = (each.time.rrule or "").partition("BYDAY=")
        if other != "FREQ=WEEKLY;" or not _JOINED.fullmatch(m.text, ends, each.start):
            break
        used.add(each.start)
        named += more.split(",")
        ends = each.end
    return head + key + ",".join(day for day in BYDAY if day in named)


_JOINED = late(r"\s?[、和及与跟]\s?")
_EVENING = late(r"晚上?[那这][一遍次趟回]|晚班|(?:收|散|下|放|打)(?:[岗工班市摊学场烊]|晚自习)|关门|天黑|傍晚|晚饭|夜")
_EVERY_EVENING = late(r"(?:每[天日]?|天天)晚")
_SMALL_HOURS, _NOON = 5, 12


def _of_the_day(clock: str | None, m: Mention, other: Mention) -> str | None:
    """The hour that a rule means where half of the day was not said: 收工六点半 is evening, 九点 never tonight."""
    if clock is None or re.match(r"(?:0\d|1[0-2]|2\d)[:：]", clock) is None or other.time.part:
        return clock
    hour, minutes = int(clock[:2]), clock[2:]
    if _PART_SAID.search(other.time.said):
        return clock
    every_evening = _EVERY_EVENING.match(m.text, m.start) is not None
    nightly = every_evening or m.time.part is Part.EVENING
    evening = every_evening or (other is not m and (nightly or _EVENING.search(m.text, m.start, other.start))) or _EVENING.search(other.clause_right[:4])
    if _SMALL_HOURS <= hour < (_NOON if nightly else _NOON - 2) and evening:
        return f"{hour + _NOON}{minutes}"
    if "meridiem" in other.time.implied and hour - _NOON > _SMALL_HOURS + 1 and not evening:
        return f"{hour - _NOON:02}{minutes}"
    return clock


_PART_SAID = late(r"[早晨晚夜上下中傍凌]|\d\d[:：]|am|pm", re.I)


_GIVES_WAY = late(
    r"[”\"』」]?(?:的|[报交填][^，。；\n]{0,6})?[^，。；\n]{0,6}?(?:改|调整?|换|变更?|加密|减少?|降低?|增加?|提高|提前|推迟|压缩|缩短|放宽|精简|延长|恢复|过渡)[^，。；\n]{0,3}?[为成到至]"
    r"|[^。；;\n]{0,12}[，,](?:改|换)(?=[每按逐隔一两])"
    r"|[报交填发送]?[”\"』」]?(?:的|这[条句])?(?:有误|写错|说错|错了|不对|是?笔误)"
)
_FORMERLY = late(r"(?:原(?:来|先|定|要求)?(?:是|为|定|要求)?|以前|之前|过去|先前|此前|从前)(?:都?是?要?)[^，。；\n]{0,6}?[“\"『「]?$")
_IN_PLACE_OF = late(r"\b(?:instead of|rather than|no longer|and not|not) (?:on |every )?$", re.I)
"""On Thursdays instead of Fridays."""
_CHANGED_WITHIN = 60


def _standing_rules(rules: Sequence[Verdict]) -> list[Verdict]:
    """The rhythms without those that were, before another said behind them: 由每月一次加密为每周一次."""
    kept = []
    for at, v in enumerate(rules):
        m = v.mention
        later = at + 1 < len(rules) and rules[at + 1].mention.start < m.end + _CHANGED_WITHIN
        if not (_COMES_BACK_LATER.search(m.clause_left[-8:]) and len(rules) > 1) and not (_WAS_ONCE.search(m.clause_left[-12:]) and not m.time.clock) and not (later and (_GIVES_WAY.match(m.right) or _FORMERLY.search(m.clause_left[-14:]))) and not _IN_PLACE_OF.search(m.left[-24:]):
            kept.append(v)
    return kept


def _examples(verdicts: Sequence[Verdict]) -> set[int]:
    """The days that only make a rhythm clear, with those listed behind them."""
    found: set[int] = set()
    last = -1
    for v in verdicts:
        m = v.mention
        if _EXAMPLE.search(m.clause_left[-24:]) or (last >= 0 and m.text[last : m.start] in ("、", "和", "及", "，")):
            found.add(m.start)
            last = m.end
        else:
            last = -1
    return found


_HANDED_IN_ENGLISH = late(r"(?<!the )(?<!our )\b(?:submit|send|e-?mail|upload|post|report|return|log|record|fill|enter|hand|complete|file|deliver)(?:s|es|ed|ing)?\b", re.I)


_WAS_ONCE = late(r"(?:那阵子?|那会儿?|那段时间|那时候?|以前|往常|过去|原先|原来|从前|先前|此前)(?:是|都|要|得|还)*$")
"""7月那阵子天天报: a rhythm that lies behind."""


def _hands_in(m: Mention) -> bool:
    """Whether a rhythm is a limit, or its own clause hands something in; no word far off."""
    return m.time.before or re.search(HAND_IN, m.clause_left[-14:] + m.clause_right) is not None


_AS_LIKELY = 0.2
"""Rhythms that are less likely than the likeliest by so much are somebody else's."""


def _likeliest(rules: Sequence[Verdict]) -> list[Verdict]:
    """The rhythms that are about as likely the readers' as the likeliest one."""
    most = max(v.likely for v in rules)
    return [v for v in rules if v.likely > most - _AS_LIKELY]


_ASKED_BETWEEN = 16
"""一季一传。哪天传？3月、6月…: how far behind a rhythm its days may follow in the answer to a question."""


def _one_rule(rules: Sequence[Verdict]) -> Verdict:
    """The recurring duty that counts: the last one stated, a hand-in before anything else."""
    rules = _standing_rules(rules) or rules
    rules = [v for v in rules if not LIKEWISE.match(v.mention.right)] or rules
    rules = [v for v in rules if not _IF.search(v.mention.left[-30:]) and not _BESIDES.match(v.mention.right)] or rules
    handed = [v for v in rules if v.mention.time.before or re.search(rf"{HAND_IN}|{FINISH}", v.mention.right + v.mention.left) or _HANDED_IN_ENGLISH.search(v.mention.whole)]
    if not _HANDED_IN_ENGLISH.search(rules[-1].mention.whole):
        handed = [v for v in handed if _hands_in(v.mention)] or handed
    timed = [v for v in handed if v.mention.time.clock or v.mention.time.part]
    mine = timed or handed or rules
    own, last = {v.mention.start for v in mine}, mine[-1].mention
    exact = [v for v in rules if (v.mention.start in own or _says_day_of(v.mention, last)) and "BY" in (v.mention.time.rrule or "") and (v.mention.sentence == last.sentence or 0 <= v.mention.start - last.end < _ASKED_BETWEEN)]
    chosen = (exact or mine)[-1] if "BY" not in (mine[-1].mention.time.rrule or "") else mine[-1]
    return chosen if timed or chosen.mention.time.clock else next((v for v in rules if _said_with_hour(v.mention, chosen.mention)), chosen)


_DAY_FOLLOWS = late(r"[^，。；\n]{0,8}[，,：:（(]\s?")


def _says_day_of(m: Mention, rule: Mention) -> bool:
    """Whether a rhythm behind another says on which day of it: 一个季度报一次，季末月25日前."""
    if m.start <= rule.end:
        return False
    named = m.time.rrule or ""
    often = _MONTHS_A_YEAR.get(rule.time.rrule or "")
    if often and named.startswith("FREQ=YEARLY;BYMONTH=") and named.split(";")[1].count(",") + 1 == often:
        return True
    return named.startswith(f"{rule.time.rrule};BY") or _DAY_FOLLOWS.fullmatch(m.text, rule.end, m.start) is not None


_MONTHS_A_YEAR = {"FREQ=MONTHLY;INTERVAL=2": 6, "FREQ=MONTHLY;INTERVAL=3": 4, "FREQ=MONTHLY;INTERVAL=6": 2}
"""一季一传。哪天传？3月、6月、9月、12月的25号: in how many months of the year a rhythm falls."""
_THAT_IS = late(r"(?:也就是|即|就是|分别是)\Z")


def _told_over(m: Mention, rrule: str, verdicts: Sequence[Verdict]) -> set[int]:
    """逢三逢八，也就是3、8、13、18号: the days of a month that only tell over those of the rule."""
    named = rrule.partition("BYMONTHDAY=")[2].split(",")
    found: set[int] = set()
    last = -1
    for v in verdicts:
        each = v.mention
        told = each.start > m.end and each.sentence == m.sentence and not each.has_clock and str(day_of_month(each)) in named
        if told and (_THAT_IS.search(m.text, max(0, each.start - 4), each.start) or m.text[last : each.start].strip() in ("、", "和")):
            found.add(each.start)
            last = each.end
    return found


def _said_with_hour(m: Mention, chosen: Mention) -> bool:
    """Whether the same rule stands in the same sentence with its hour: 早晚各报一次，早8点，晚8点，天天报."""
    return m.sentence == chosen.sentence and m.time.rrule == chosen.time.rrule and m.time.clock is not None


_PARTS_EACH = late(r"(?:早上?[、和及]?(?:中午?[、和及]?)?(?P<last>晚)上?|上午?[、和及]?下午)(?:各|分别)")
"""早晚各报一次: the last of the day counts."""


_WITHIN_A_DAY = late(r"FREQ=(?:HOURLY|MINUTELY|SECONDLY)")


def _time_of_day(m: Mention, rule: str, verdicts: Sequence[Verdict], used: set[int]) -> tuple[str | None, Part | None]:
    """The hour of each date, the last one where several are said; none for what comes back within the day."""
    nearby = _clock_nearby(verdicts, m, rule, used)
    if _WITHIN_A_DAY.match(rule):
        return None, None
    own = _of_the_day(hour_due(m, m), m, m)
    clock, part = (own, m.time.part) if own or (m.time.part and not nearby[0]) else nearby
    if own and nearby[0] and nearby[0] > own:
        clock = nearby[0]
    if clock is None and rule == "FREQ=DAILY" and (both := _PARTS_EACH.search(m.whole)):
        part = Part.EVENING if both["last"] == "晚" else Part.AFTERNOON
    return clock, part


def _only_ends(verdict: Verdict, until: date) -> bool:
    """Whether a bare day only repeats when the duty ends (集中缴费期到12月31日)."""
    m = verdict.mention
    moment = m.time.end or m.time.start
    return verdict.role in (DateRole.DEADLINE, DateRole.WINDOW) and not m.time.clock and moment is not None and moment.date() == until and not m.time.before


_IN_THAT_SPAN = late(r"期内|期间|其间|假期[这的]?[一二两三四五六七八九十\d]{1,2}天|[这那][一二两三四五六七八九十\d]{1,2}天(?:[里内中间]|每|，)")
"""假期三天每天20:00前: the days the text has named before."""
_COMES_BACK_LATER = late(r"(?:再|才|重新)(?:恢复|改回|回到)(?:到|成|为)?$")
"""9月中旬再恢复半月一次: another rhythm, whose bounds are its own."""


def _is_over(m: Mention, today: date) -> bool:
    """Whether a span of days ended before today; a month alone may be that of next year (12月那次报完为止)."""
    start, end = m.time.start, m.time.end
    return m.is_range and start is not None and end is not None and end.date() < today and (m.time.grain is not Grain.MONTH or (start.year, start.month) != (end.year, end.month))


_THIS_TIME, _THIS_TIME_REACH = late(r"(?:[这本此今]一?(?:次|回|届|轮)|轮到)[^。；\n]{0,16}[，,：:]?\s?(?<![挪改移提推][到在至前后])\Z"), 30
"""联席会一个季度开一次…这一回轮到我们镇，4月17日9:30: the one meeting the readers are called to."""


def read_recurrence(verdicts: Sequence[Verdict], calendar: Calendar, today: date | None = None) -> Found | None:
    """The recurring duty of a text that was written `today`, or None."""
    verdicts = [v for v in verdicts if not (today and _is_over(v.mention, today))]
    rules = [v for v in verdicts if v.role is DateRole.RECURRING and v.mention.time.rrule and is_duty(v.mention)]
    if any(v.role is DateRole.EVENT for v in verdicts):
        rules = [v for v in rules if not _NAMES_A_MEETING.match(v.mention.text[v.mention.start : v.mention.end + 60])]
    rules = [v for v in rules if not _only_hours(v.mention, verdicts)]
    if any(v.role is DateRole.EVENT and _THIS_TIME.search(v.mention.text, max(0, v.mention.start - _THIS_TIME_REACH), v.mention.start) for v in verdicts):
        rules = [v for v in rules if v.mention.time.before or re.search(HAND_IN, v.mention.clause_right)]
    if not rules:
        return None
    m = _one_rule(_likeliest(rules)).mention
    m = told_together(m, verdicts, lambda day: _day_in(m.time.rrule or "", day))
    used = {m.start}
    rrule, days = _days_beside(m, verdicts)
    rrule = _together(rrule, m, rules, used)
    rrule = _narrowed(rrule, m, rules, _near(verdicts, m), used)
    rrule = _without_days(rrule, m, verdicts, used)
    used.update(day.start for day in days)
    if not days:
        rrule, days = days_elsewhere(rrule, m, verdicts, used)
        used.update(day.start for day in days)
    if rrule == "FREQ=HOURLY;INTERVAL=12" and _clock_nearby(verdicts, m, rrule, set())[0]:
        rrule = "FREQ=DAILY"
    clock, part = _time_of_day(m, rrule, verdicts, used)
    if clock is None and part is None and _WITHIN_A_DAY.match(rrule) is None:
        then = hour_of_next(m, verdicts) if "BY" in rrule or rrule == "FREQ=DAILY" else None
        then = next((day for day in days if day.has_clock), None) or then or hour_elsewhere(m, verdicts, used)
        if then is not None:
            clock, part = then.time.clock, then.time.part
            used.add(then.start)
    start, until = read_bounds(verdicts, m, used, calendar)
    for other in rules[-4:]:
        if start is None and until is None and other.mention is not m and not _COMES_BACK_LATER.search(other.mention.clause_left[-8:]):
            start, until = read_bounds(verdicts, other.mention, used, calendar)
    if start is None and until is None and _IN_THAT_SPAN.search(m.sentence_left):
        start, until = named_span(verdicts, m, used)
    start, until = known_bounds(verdicts, m, used, calendar, (start, until))
    used |= _examples(verdicts)
    start, until = bounds_elsewhere(verdicts, m, used, (start, until))
    if start is None and until is None and today:
        start, until = only_span(verdicts, m, rrule, used, today)
    used |= {v.mention.start for v in verdicts if re.search(r"(?:下一?次|下期|下一期|最近一次)[^，。；]{0,6}$", v.mention.left[-12:])}
    used |= _told_over(m, rrule, verdicts) | {v.mention.start for v in verdicts if v.mention.time.said.endswith("内") and _AS_IT_COMES.search(v.mention.clause_left[-12:])}
    used |= {v.mention.start for v in verdicts if until and _only_ends(v, until)}
    used |= {v.mention.start for v in verdicts if day_of_week(v.mention) is not None and _IS_FREE.match(v.mention.right)}
    days_off = read_days_off(m.text[m.sentence[0] : m.sentence[1] + _EXCEPTION_BEHIND])
    hours = hours_of(m, clock, [v.mention for v in _near(verdicts, m)], calendar)
    rule = Recurrence(rrule, clock, part, start, until, m.time.said, m.time.span, days_off, hours=hours)
    return Found(rule, frozenset(used))
