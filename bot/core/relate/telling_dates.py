"""What a message says of dates that move, clause by clause: what it names, and where or by how much that moves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.core.deadlines import day_and_time_of
from bot.core.models import Deadline, Event, Grain, TimeExpression, TimeKind
from bot.core.relate.time_changes import LEAVE, SHIFT, shift_of
from bot.core.relate.wording import plain
from bot.core.times import find_times
from bot.core.workdays import Calendar

_CLAUSE = re.compile(r"(?:[^,。;!?\n.、]|\.(?=\S)|(?<=\D)、(?=\D))+[?]?")
_SENTENCE_END = re.compile(r"[。;!?\n]|\.\s")
_STEP = (
    r"(?<![整批修涂房技立])改(?:期|定|时间)?|延(?:期|后|长|迟|缓)?|推(?:迟|后|延)?|顺延|后延|押后|提[前早]|往[前后][一-鿿]{1,2}|(?<!不)更[正改]|挪|缓|宽限|放宽"
    r"|(?:调整?|变更?|移|换|放|拖|展期|提)(?=[到至为成在于])|应(?=[为是])|重新定"
)
_MOVER = re.compile(
    rf"(?:{_STEP})(?:了)?(?:[到至为成在于]|[:])?(?:了)?[\"“(]?\s*$"
    r"|\b(?:moves?|moved|extended|postponed|rescheduled|pushed|push|put|brought|changed|now|delayed)(?: (?:back|up|forward|out|be|due|is|are))*(?: (?:to|till|until|on|by|for))*(?: the)?\s*$"
)
"""What leads from the name of what moves to its new day."""
_ALLOWS = re.compile(r"(?:可以?|能)(?:等?到)?$")
_FROM_THEN = re.compile(r"(?:之?前)?[^,。;]{0,2}?(?:再|才)?[交报发给送补](?!齐)")
_THEN_ONLY = re.compile(r"(?:之?前)?(?:[再才][交报发给送补收]|就[要得]|[交报发给送收](?:上?来|给?我)?[就也](?:行|可以?|好|成))")
"""照片可以11号再发, 总结下周三再报, 清单今天下班前就要: a new day for what is named, without a word of moving."""
_NOT_BUT = re.compile(r"不是\s*$")
_IS = re.compile(r"(?:^|[^不还])(?:是|为)\s*$")
_TIME_MOVES = re.compile(r"改期|延期|推[迟后]|顺延|后延|提前了|(?:时间|日期|期限|截止)[^,。;]{0,4}(?:改|变|调整|更正|提前)|\b(?:postponed|rescheduled|extended)\b")
"""What says that a time moves, its day being told in the next clause."""
_LATER = re.compile(r"延|推|缓|宽|押后|往后|拖|晚|\b(?:extended|postponed|pushed|delayed|back)\b")
_SOONER = re.compile(r"提[前早]|往前|早|\b(?:forward|moved up)\b")
_STAYS = re.compile(r"不变|不动|没变|照旧|照常|照原|依旧|仍|还是|(?<=不)(?:延|推|改)|\b(?:unchanged|still|stays?|remains?|as (?:before|planned))\b")
_ASKS = re.compile(r"[?]|[吗么]$|能不能|可不可以|能否|可否|是否|是不是|行不行|要不要|会不会|如何")
_SUPPOSED = re.compile(r"如[遇果有]|假如|若(?!干)|倘|万一|遇[雨雪风]|要是|的话|申请(?![表书人单的时截延推提改材对者])|\b(?:if|in case|should)\b")
_UNSURE = re.compile(r"想[要把]|希望|建议|可能|听说|据说|争取|尽量|最[长多晚]|\b(?:could|can we|might|may|hope)\b")
_NEGATED = re.compile(r"(?:不(?:能|得|许|可|可以|要|准|允许|会|再)?|别|没有?|未|勿|莫)(?:再|随意|擅自)?$")
_UNIT = r"(?:村|社区|街道|乡镇?|镇|户|组|单位|学校|站所|人员|同志|企业)"
_OF_SOME = re.compile(rf"(?:(?<!全部)(?<!所有)的|(?:\d|几)个|[^各全每到给请叫\W]{{2}}){_UNIT}(?:也|都|就|的)?(?:可以?|能|允许)?$")
"""水毁路段的村可延到10日, 石桥村延到10日: only some have more time."""
_OTHERS_STAY = re.compile(rf"其[他它余][^,。;]{{0,4}}?{_UNIT}[^,。;]{{0,8}}(?:还是|仍|不变|照|按)")
_ALIKE = re.compile(r"(?:相应|同步|也|跟着|随之|一并)[^,。;]{0,2}(?:顺延|延[后期]|推[后迟]|往后|提[前早]|往前)")
_WHOLE = re.compile(r"整体|全部|总体|统统|通通|依次|顺次|各项|所有|全都|(?:两|俩|三|2|3)[个张份项][^,。;]{0,6}(?:都|均|统一|一律|一起)")
_ALL = re.compile(r"都|均|统一|一律|\ball\b|\bboth\b")
_SAME_HOUR = re.compile(
    r"同[一1]?个?时间|老时间|原(?:来的?)?(?:时间|钟点)|(?:^|[,。;\s])(?:具体|开始|集合|其[他它余])?(?:时间|钟点)(?:和?、?地点)?(?:都|也|均)?(?:不变|照旧|不动|一样)|\bsame (?:time|hours?)\b"
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause says: what is named in `about` comes to a day (`limit`, or `event` where it takes place), or moves
    `by` so much, or by as much as what was told before it (`alike`), or `stays`; `supposed` is what is asked for, would
    move only if something happened, or must not move; `allowed` names a day without saying that anything moves.

    `old` is the day that is given up where it is said; `later` and `sooner` are the ways in which it says that it moves.
    """

    about: str
    limit: Deadline | None = None
    event: Event | None = None
    by: timedelta | None = None
    old: date | None = None
    alike: bool = False
    stays: bool = False
    supposed: bool = False
    whole: bool = False
    joint: bool = False
    allowed: bool = False
    later: bool = False
    sooner: bool = False

    @property
    def moves(self) -> bool:
        return self.limit is not None or self.by is not None or self.alike

    def same(self, other: Told) -> bool:
        """Whether both tell of as much or of the same day."""
        return self.by == other.by and (self.limit and (self.limit.date, self.limit.time)) == (other.limit and (other.limit.date, other.limit.time))


def only_supposed(told: Sequence[Told]) -> bool:
    """Whether a message speaks of nothing that moves but of what might, or must not."""
    return any(each.supposed for each in told) and not any(each.moves for each in told)


def keeps_hour(text: str) -> bool:
    """Whether a message says that the hour stays (改到周五，时间不变)."""
    return _SAME_HOUR.search(plain(text)) is not None


@lru_cache(maxsize=4096)
def read_told(text: str, at: datetime, calendar: Calendar) -> tuple[Told, ...]:
    """What the clauses of a message say of dates, in order; nothing of what is asked, wished for or only supposed."""
    said = plain(text)
    times = [t for t in find_times(said, calendar.local(at), calendar) if t.kind in (TimeKind.POINT, TimeKind.RANGE) and (t.start or t.end)]
    return tuple(_read(said, times, calendar))


def _read(said: str, times: Sequence[TimeExpression], calendar: Calendar) -> Iterator[Told]:
    if (slip := _corrected(said, times, calendar)) is not None:
        yield slip
        return
    begun = named = ""
    for found in _CLAUSE.finditer(said):
        first, clause = found.start(), found[0]
        inside = [t for t in times if first <= t.span[0] < found.end()]
        begin = max((end.end() for end in _SENTENCE_END.finditer(said, 0, first)), default=0)
        told = _clause(clause, first, inside, calendar)
        if _UNSURE.search(said, begin, found.end()):
            begun = named = ""
            continue
        if told and told.moves and (_ASKS.search(clause) or _SUPPOSED.search(said, begin, found.end()) or _OTHERS_STAY.search(said)):
            told = Told(told.about, supposed=True)
        if told is None and begun and inside and inside[-1].grain in _DAYS:  # 领队会改期了，12月1日下午3点开
            told = _to(begun, begun + clause, inside[-1], inside[:-1], calendar)
        if told is None:
            begun = clause if _TIME_MOVES.search(clause) and not inside else ""
            named = "" if inside else clause
            continue
        yield replace(told, about=named) if told.moves and not _named(told.about) else told
        begun = named = ""


def _corrected(said: str, times: Sequence[TimeExpression], calendar: Calendar) -> Told | None:
    """是28号前，不是25号, or the other way round: the day that was said by mistake gives way."""
    days = [each for each in times if each.grain in _DAYS]
    if len(days) != 2 or _ASKS.search(said):
        return None
    wrong = [place for place, each in enumerate(days) if _NOT_BUT.search(said[: each.span[0]])]
    right = [place for place, each in enumerate(days) if _IS.search(said[: each.span[0]]) and place not in wrong]
    if len(wrong) != 1 or len(right) != 1:
        return None
    return _to(said[: min(each.span[0] for each in days)], "", days[right[0]], [days[wrong[0]]], calendar)


def _clause(clause: str, first: int, times: Sequence[TimeExpression], calendar: Calendar) -> Told | None:
    bare = LEAVE.sub("", clause)
    for place, time in enumerate(times):
        before = clause[: time.span[0] - first]
        mover, rest = _MOVER.search(before), clause[time.span[1] - first :]
        if mover is None and ((_ALLOWS.search(before) and _FROM_THEN.match(rest)) or _THEN_ONLY.match(rest)):
            return replace(_to(_ALLOWS.sub("", before), rest, time, (), calendar), allowed=True)
        if mover is None:
            continue
        if _NEGATED.search(before[: mover.start()]) or _OF_SOME.search(before[: mover.start()]) or _is_leave(clause, mover[0]):
            return Told(before[: mover.start()], supposed=True)
        about = _without(before[: mover.start()], first, times[:place])
        return _to(about if _named(about) else rest, mover[0], time, times[:place], calendar, joint=bool(_ALL.search(before)))
    whole, joint = bool(_WHOLE.search(clause)), bool(_ALL.search(clause))
    by, length = shift_of(bare), SHIFT.search(bare)
    if by is not None and length is not None:
        about = bare[: length.start()]
        return Told(about if _named(about) else bare[length.end("unit") :], by=by, whole=whole, joint=joint)
    if _ALIKE.search(bare) and not times:
        return Told(clause, alike=True, joint=joint)
    return Told(_without(clause, first, times), stays=True) if _STAYS.search(clause) else None


def _is_leave(clause: str, mover: str) -> bool:
    return any(mover.strip() in leave[0] for leave in LEAVE.finditer(clause))


def _without(words: str, first: int, times: Sequence[TimeExpression]) -> str:
    """Words without the days that stand in them."""
    for time in reversed(times):
        begin, end = time.span[0] - first, time.span[1] - first
        words = words[:begin] + " " + words[end:]
    return words


_SAYS_NOTHING = re.compile(
    r"时间|截[止至](?:日期)?|期限|时限|日期|日子|原定|原来|原|由|从|请|我们?|大家|各位|统一|相应|同步|可以?|能|都|均|也|就|再|先|的|了|把|将|整体|全部|总体|现|因|故|改|最后|通知|更正|这个|那个|"
    r"[报交送收发开]|the|deadline|due|date|is|are|be|has|have|been|will|now|\W|\d"
)


def _named(words: str) -> bool:
    """Whether words name anything at all."""
    return len(_SAYS_NOTHING.sub("", words)) > 1


_DAYS = (Grain.MINUTE, Grain.HOUR, Grain.PART, Grain.DAY)


def _to(
    about: str, mover: str, time: TimeExpression, before: Sequence[TimeExpression], calendar: Calendar, joint: bool = False
) -> Told:
    old = next((t.start.date() for t in reversed(before) if t.start is not None and t.grain in _DAYS), None)
    return Told(
        about,
        _limit(time, calendar),
        _event(time, calendar),
        old=old,
        joint=joint,
        later=_LATER.search(mover) is not None,
        sooner=_SOONER.search(mover) is not None,
    )


def read_days(text: str, at: datetime, calendar: Calendar) -> list[Event]:
    """The days that a text names, each as if something took place then."""
    times = find_times(text, calendar.local(at), calendar)
    return [_event(each, calendar) for each in times if each.kind is TimeKind.POINT and each.start and each.grain in _DAYS]


def _limit(time: TimeExpression, calendar: Calendar) -> Deadline:
    day, clock, part = day_and_time_of(time, calendar)
    return Deadline(day, calendar.at(day, clock, part), clock, part, time.said, implied=time.implied)


def _event(time: TimeExpression, calendar: Calendar) -> Event:
    if time.kind is not TimeKind.RANGE or time.start is None or time.end is None:
        day, clock, part = day_and_time_of(time, calendar)
        return Event(day, calendar.at(day, clock, part, begins=True), clock, part, said=time.said, implied=time.implied)
    day, last = time.start.date(), time.end.date()
    part = time.part if time.clock is None else None
    return Event(
        day,
        calendar.at(day, time.clock, part, begins=True),
        time.clock,
        part,
        last if last != day else None,
        time.end_clock,
        said=time.said,
        implied=time.implied,
    )
