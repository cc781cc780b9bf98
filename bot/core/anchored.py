"""Limits that count from what takes place: 开会前两天, 会后三日内, 演练结束当天, 培训完第二天."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from bot.core.mentions import Mention
from bot.core.models import Deadline, Event, Part, Span
from bot.core.roles import FINISH, HAND_IN, DateRole, Verdict
from bot.core.spanning import Placed, Spans
from bot.core.times.numbers import number
from bot.core.wording import late
from bot.core.workdays import Calendar

_WHAT = r"(?:会议?|班|课|赛|练|训|核|[考测面]试|活动|检查|演出?|讲座?|验收|评审|展示?|营|学习|仪式)"
_EVE = late(
    r"(?<![月\d一二三四五六七八九十廿卅])[前头一两二三四五六七八九十\d](?:(?<=[前头])(?P<n>[一两二三四五六七八九十\d]{1,2})个?(?P<unit>工作日|天|日|晚|周)(?!\s?[（(](?:\d{1,2}月)?\d{1,2}[日号])"
    r"|(?<![前头])(?P<m>[一两二三四五六七八九十\d]?)个?(?P<munit>工作日|天|日|周)[之以]?前)(?![的内起后])"
)
"""So long before what the text names elsewhere: 典礼前一晚, 投票日前三日; or what it has just named: 前一天下班前."""
_EVE_OF = late(r"(?P<what>[一-鿿]{0,12}?)(?:召开|举办|举行|开始)?的?\Z")
_EVE_REACH = 15
"""Characters of what stands before such a length: twelve that name it, and 召开的."""
_JUST_NAMED = late(r"(?:定[在于为]?|暂定|是|为|在|于|安排在?|放在|改[到在]|[：:，,])+$")
_JUST_NAMES = late(r"(?:就|正式|才|要)?([一-鿿]{2,3})(?=[，。；！,\s]|$)")
"""9月1号开学: what begins on a day and is named right behind it."""
_ITSELF_COUNTED = late(r"[前头次翌隔当同]")
"""复工前一天: a day that is counted itself says not when the work begins again."""
_COUNT = r"(?:\d{1,2}|[一两二三四五六七八九十]{1,2})"
_UNIT = r"个?(?:工作日|天|日|周|星期)"
_BEFORE = late(
    rf"(?:{_WHAT}(?:召开|举办|举行|开始)?|(?P<ahead>提))(?:[之以]?前(?P<a>{_COUNT}{_UNIT})|(?<![月\d一二两三四五六七八九十廿卅])(?P<b>{_COUNT}{_UNIT})[之以]?前)(?!后|[之以]?内(?:出具|开具|拍摄?|检测|办理|取得|签发|做的|的))"
)
_AHEAD = late(rf"[^，。；\d]{{0,16}}(?P<to>[，,][^，,。；;\n\d]{{0,8}}?(?:你们|大家|咱们?|各[一-鿿]{{1,4}}|每[个村组]|请|都|务必)+)(?:提前(?P<n>{_COUNT}{_UNIT})(?![之以]?[前内]|开|举行|办|到|结束)|(?P<eve>[前头]一?天)(?![的内]))")
_AFTER = late(
    rf"(?:{_WHAT}(?:结束|完毕?|[之以]?后)+|(?:结束|比完赛?|开完会?)[之以]?后?)的?(?:(?P<a>{_COUNT}{_UNIT})[之以]?内|(?P<next>次日|第二天|翌日|隔天)|(?P<same>当天|当日))"
)
_ACT = late(rf"{HAND_IN}|{FINISH}")
_NOT_ASKED = late(r"不再|不得|不用|无需|不必|不能|不准|由(?!各|村|你|专人|本人|包村)|将|领取|公布|通报|发放|印发|下发|打卡|饮食|禁食|空腹|停药|忌口|(?:不要|不能|不得|别|不)(?:再)?(?:吃|喝|进食)")
_OFFICE_ACTS = late(
    r"(?:我|本)?[一-鿿]{0,6}?(?:局|办|站|所|院|校|会|委|部|处|科|中心|公司|我们)(?:这边)?(?:会|就|再|将|统一|负责)*"
    r"(?:出(?![席发])|发(?![我到至送给言])|印|整理|下[发达]|反馈|通报|公布|公示|审|复核|汇总|回复|答复|寄|返还)"
)
"""会后三天内我局出纪要: what those who write do then."""
_NOT_NOW = late(r"[^。；;\n]{0,40}?(?:(?:不用|不必|无需|不需|先不|别)(?:现在|急着|急于|马上|忙着)|现在(?:不用|不必|先不|不急|不需)|到时(?:候)?(?:再|另|我们|会)|届时(?:再|另行)?通知)")
"""请提前60日申请，…不用现在办: of a time to come, for which the readers will be called."""
_ORDERED, _HENCE = late(r"(?:就|才|来)?(?:订|预[订约定]|约|下单|买|采购|备[料货]|做|刻|印|排版?|租|送检|报备|发货)"), late(r"[^，,。；;\n]{0,10}[，,；;。]\s?(?:所以|因此|因而|故|于是|为此)")
"""大巴要提前三天订，所以报名表周五前交: how long something takes is why the limit that follows is what it is."""
_STOP = late(r"[。\n]")
_CLAUSE = late(r"[，,。；;\n]")
_REACH = 40
_ONLY_AN_HOUR, _AHEAD_OF = 8, 60
_NEXT_CLAUSE = late(r"[^，,。；;\n]{1,20}[，,](?:最[晚迟])?")
_CLOSES = late(r"(?:为限|为止|截止|截稿|关门|打止|封口)")
_MOST_EVENTS = 30
_LONGEST_HOUR = 60


@dataclass(frozen=True, slots=True)
class Anchored:
    """A limit and the words it was read from, which then date nothing else."""

    deadline: Deadline
    span: Span
    base: Span | None = None
    """Where the day stands that it counts from, which is then no limit itself."""
    hour: Span | None = None
    """Where its hour stands, if apart from it."""


def _counted(said: str, day: date, sign: int, calendar: Calendar) -> date:
    """The day so many days, workdays or weeks before (−1) or after (1) another."""
    amount = int(number(re.sub(r"个?(?:工作日|天|日|周|星期)$", "", said)) or 1) * sign
    if "工作日" in said:
        return calendar.add_workdays(day, amount)
    return day + timedelta(days=amount * (7 if re.search(r"周|星期", said) else 1))


def _earlier(one: Event, other: Event) -> Event:
    return other if other.at < one.at else one


class _Anchors:
    """The events of a text and its stops, looked up by place: every limit asks for the event it counts from."""

    def __init__(self, text: str, events: Sequence[Event]) -> None:
        self._events = Placed(events, lambda event: event.span[0])
        self._stops = [match.start() for match in _STOP.finditer(text)]
        self._earliest = list(accumulate(self._events.things, _earlier))

    def of(self, at: int, sign: int) -> Event:
        """What a limit counts from: what its sentence names, else the first for what goes before, the last named for what follows."""
        before = self._events.until(at)
        if before == 0:
            return self._events.things[0]
        last, stops = self._events.things[before - 1], bisect_left(self._stops, at)
        here = stops == 0 or self._stops[stops - 1] < last.span[1]
        return last if here or sign > 0 else self._earliest[before - 1]

    def just_before(self, at: int) -> Sequence[Event]:
        """The last events named before a place."""
        before = self._events.until(at)
        return self._events.things[max(0, before - _MOST_EVENTS) : before]


def is_asked(text: str, begin: int, end: int) -> bool:
    """Whether the clause around a phrase asks for something; where the phrase fills its clause, the next one."""
    left = _CLAUSE.split(text[max(0, begin - _REACH) : begin])[-1]
    right, *later = _CLAUSE.split(text[end : end + _REACH])
    if later and len(left) + len(right) <= _ONLY_AN_HOUR and (not right or right.endswith("前")):
        right += later[0]
    if _ORDERED.match(right) and _HENCE.match(text, end, end + _REACH):
        return False
    if _OFFICE_ACTS.match(right) or _NOT_NOW.match(text, end, end + _AHEAD_OF):
        return False
    return bool(_ACT.search(left + "｜" + right)) and not _NOT_ASKED.search(left + right)


def _hour_behind(text: str, hours: Placed[Mention], end: int) -> tuple[str | None, Part | None, int, Span | None]:
    """The hour right behind a phrase (开会前一天下班前), else the one that closes its sentence (前一天发给我，下午三点为限); where it ends, and where it stands apart."""
    for m in hours.between(end - _LONGEST_HOUR, end + _LONGEST_HOUR):
        if m.start <= end + 1 and m.end > end:
            return m.time.clock, m.time.part, m.end, None
        if not m.has_day and _NEXT_CLAUSE.fullmatch(text, end, m.start) and (m.time.before or _CLOSES.match(m.right)):
            return m.time.clock, m.time.part, end, m.time.span
    return None, None, end, None


def _days_named(verdicts: Sequence[Verdict]) -> dict[str, tuple[date, Span]]:
    """The first day that stands right behind each word of two to four characters (典礼6月19日), else right before it (9月1号开学)."""
    days: dict[str, tuple[date, Span]] = {}
    for v in verdicts:
        start = v.mention.time.start
        if v.mention.has_day and start and v.role is not DateRole.RECURRING and not _ITSELF_COUNTED.match(v.mention.time.said):
            left = _JUST_NAMED.sub("", v.mention.left[-12:])
            for size in (4, 3, 2):
                days.setdefault(left[-size:], (start.date(), v.mention.time.span))
    for v in verdicts:
        start = v.mention.time.start
        follows = _JUST_NAMES.match(v.mention.right) if v.mention.has_day and start and v.role is DateRole.NEITHER else None
        if follows and start:
            days.setdefault(follows[1], (start.date(), v.mention.time.span))
    return days


def _base(
    text: str, what: str, begin: int, named: dict[str, tuple[date, Span]], anchors: _Anchors
) -> tuple[date, Span | None] | None:
    """The day of what a phrase names: an event, or the day right behind the same word elsewhere (典礼6月19日)."""
    for size in (4, 3, 2):
        if len(what) >= size and what[-size:] in named:
            return named[what[-size:]]
    before = anchors.just_before(begin)
    if before and (not what or any(what[-2:] in text[max(0, e.span[0] - 24) : e.span[1] + 40] for e in before)):
        return anchors.of(begin, -1).date, None
    return None


def _read_eves(
    text: str, verdicts: Sequence[Verdict], anchors: _Anchors, hours: Placed[Mention], calendar: Calendar
) -> list[Anchored]:
    """The limits said as so long before something whose day the text names."""
    found: list[Anchored] = []
    named = _days_named(verdicts)
    past = 0
    for match in _EVE.finditer(text):
        of = _EVE_OF.search(text, max(past, match.start() - _EVE_REACH), match.start())
        begin, past = (of.end("what") if of else match.start()), match.end()
        name = of["what"] if of else ""
        what = re.sub(r"^.*(?:[于在把将]|请|务必)", "", name)
        opens = text[max(0, begin - 1) : begin] in ("", "，", ",", "；", ";", "：", ":", "。", "\n", "、")
        bare = not what if name else opens
        count, unit = match["n"] or text[match.start() : match.end("m")], match["unit"] or match["munit"]
        if not (bare or len(what) > 1) or (match["munit"] and bare) or not is_asked(text, begin, match.end()):
            continue
        base = _base(text, what, begin, named, anchors)
        if base is None or (base[1] and base[1][0] < match.end() and begin < base[1][1]):  # 最迟20日前 is that day itself
            continue
        day = _counted(count + ("天" if unit == "晚" else unit), base[0], -1, calendar)
        clock, part, end, apart = _hour_behind(text, hours, match.end())
        part = part or (Part.EVENING if unit == "晚" and clock is None else None)
        due = Deadline(day, calendar.at(day, clock, part), clock, part, text[begin : match.end()], (begin, end), ("day",), text[end : end + 12].split("，")[0])
        found.append(Anchored(due, due.span, base[1], apart))
    return found


def _read_ahead(text: str, verdicts: Sequence[Verdict], hours: Placed[Mention], calendar: Calendar) -> list[Anchored]:
    """我们跟县里约的24号，你们提前两天给我: so long before a day that is not the readers' own."""
    found: list[Anchored] = []
    for v in verdicts:
        m = v.mention
        match = _AHEAD.match(text, m.end) if m.has_day and m.time.start and v.role in (DateRole.NEITHER, DateRole.DEADLINE) and not (m.is_range or m.time.before) else None
        if match is None or not is_asked(text, match.end("to"), match.end()):
            continue
        day = _counted(match["n"] or "一天", m.time.start.date(), -1, calendar)  # type: ignore[union-attr]
        clock, part, end, apart = _hour_behind(text, hours, match.end())
        due = Deadline(day, calendar.at(day, clock, part), clock, part, text[match.end("to") : end], (match.end("to"), end), ("day",), "")
        found.append(Anchored(due, due.span, m.time.span, apart))
    return found


def read_anchored(text: str, verdicts: Sequence[Verdict], events: Sequence[Event], calendar: Calendar) -> list[Anchored]:
    """The limits of a text that count from its own events; none where nothing takes place."""
    found: list[Anchored] = []
    anchors = _Anchors(text, events)
    hours = Placed((v.mention for v in verdicts if v.mention.has_clock), lambda m: m.start)
    for pattern, sign in ((_BEFORE, -1), (_AFTER, 1)) if events else ():
        for match in pattern.finditer(text):
            if not is_asked(text, match.start(), match.end()):
                continue
            event = anchors.of(match.start(), sign)
            base = event.date if sign < 0 else event.end_date or event.date
            groups = match.groupdict()
            said = groups.get("a") or groups.get("b") or ("" if groups.get("same") else "一天")
            day = _counted(said, base, sign, calendar) if said else base
            clock, part, end, apart = _hour_behind(text, hours, match.end())
            due = Deadline(
                day, calendar.at(day, clock, part), clock, part, match.group(), (match.start(), end), ("day",), text[end : end + 12].split("，")[0]
            )
            found.append(Anchored(due, due.span, None, apart))
    taken = Spans(each.span for each in found)
    eves = _read_eves(text, verdicts, anchors, hours, calendar) if _EVE.search(text) else []
    ahead = _read_ahead(text, verdicts, hours, calendar) if not events and any(word in text for word in ("提前", "前一天", "头一天", "头天")) else []
    return found + [each for each in (*eves, *ahead) if not taken.meets(each.span)]
