"""Events out of the dates whose role is known: start, end, place, several sessions, corrections."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from bot.core.corrected import without_corrected
from bot.core.ending import end_label, says_end
from bot.core.left_to_others import calls_no_reader
from bot.core.mentions import Mention
from bot.core.models import Event, Kind, Part, TimeKind
from bot.core.neither import surely_over
from bot.core.places import (
    bound_already,
    bound_brackets,
    bound_for,
    changed_place,
    field_place,
    fuller,
    gathering_place,
    grown,
    labelled_place,
    loose_place,
    moved_place,
    place_after,
    place_before,
    place_behind,
    place_in,
    place_of_all,
    same_place,
    shared_place,
    table_place,
    unbound_brackets,
)
from bot.core.reasons import COMES, MOVED_FROM, SESSION, SUPERSEDED
from bot.core.roles import COARSE, HAND_IN, DateRole, Verdict
from bot.core.spanning import Placed
from bot.core.superseded import only_how_changes
from bot.core.wording import late
from bot.core.workdays import Calendar

_BEGINS_LABEL = late(r"(?:(?:开始|开班|开营|开幕|开课|起始)(?:时间|日期)|(?:^|\n)[^一-鿿\n]{0,6}(?:开始|开[班营幕课会赛讲训演练]))[\]】*_\s]*[为是:：丨｜|][*_\s]*$")
_END_WITHIN = 90
_LIST_MARK = 2
_BESIDE = 120
_LONGEST_HALF = 9
"""Hours a session lasts at most whose end was said without its half of the day: 9点到5点."""
_NAMES_NEXT = late(r"[、，,；;]\s*[一-鿿]{1,10}")
"""圳头7月6号，洋坪7月8号: the words behind a day that stand right before the next one are whose turn it is then."""
_NAMED = late(r"(?:^|[、，,；;：:—\s])[一-鿿]{1,10}$")
_ALSO = late(r"[、和及与]\s*$")


def _start_of(m: Mention) -> tuple[date, str | None, Part | None]:
    time = m.time
    moment = time.start or time.end
    assert moment is not None
    if time.clock == "24:00":
        return (moment - timedelta(minutes=1)).date(), "24:00", None
    return moment.date(), time.clock, time.part if time.clock is None else None


def _end_of(m: Mention) -> tuple[date | None, str | None]:
    time = m.time
    if time.kind is not TimeKind.RANGE or time.start is None or time.end is None:
        return None, time.end_clock if time.clock and time.end_clock and time.end_clock > time.clock else None
    end = time.end - timedelta(minutes=1) if time.end_clock == "24:00" else time.end
    return (end.date() if end.date() != time.start.date() else None), time.end_clock


def _without_times(text: str, verdicts: Sequence[Verdict]) -> str:
    """The text with commas in the place of its days and hours, which are no part of a place, and of where it does not take place."""
    parts, at = [], 0
    for verdict in verdicts:
        m = verdict.mention
        if m.start >= at and m.time.grain not in COARSE:
            parts += [text[at : m.start], "，" * (m.end - m.start)]
            at = m.end
    clear = bound_brackets("".join([*parts, text[at:]]))
    return _NOT_THERE.sub(lambda found: "，" * len(found[0]), clear) if _DENIES.search(clear) else clear


_DENIES = late(r"[不别勿莫][再用必要]?[在去到来]")
_NOT_THERE = late(r"(?:不(?:再|用|必|要)?|[别勿莫])(?:在|去|到|来)[^，。；\n请改换]{2,14}?(?:了|啦)?(?=[，。；\n啊哈哦呀]|改|换|请|$)")
"""地方换了，不在财政所了，换到新办公楼."""
_SIGNED_TAIL = late(r"(?<=[。！\n])\s*[^\n，,。；：:]{2,20}(?:局|站|办|委|府|所|中心|会|社|组|院)[\s，,]*$")
"""Who signs at the end, which is no place."""


def _place_of(m: Mention, text: str, limit: int, sessions: int, common: str | None) -> str | None:
    """The place beside this time in a text without times, before `limit`; else the one named for the whole notice."""
    row = table_place(m.text, m.line)
    if row:
        return row
    after = text[m.end : min(limit, m.end + 80)]
    moved = _MOVED_TO.search(after) if only_how_changes(m) else None
    if moved:
        return moved["place"]
    below = _PLACE_BELOW.match(text, m.end) if sessions > 1 else None
    if below and (place := labelled_place(below["place"])):
        return place
    next_time = text[m.after : m.after + 2] == "，，" != m.text[m.after : m.after + 2]
    if next_time and _NAMES_NEXT.fullmatch(m.text[m.end : m.after]) and _NAMED.search(m.left):
        return common or place_before(bound_brackets(m.left))
    rest = text[m.end : min(m.sentence[1], m.end + 120)]
    place = place_after(after) or (place_after(rest) if sessions == 1 else None)
    if place:
        return place
    place = place_before(text[max(m.before, m.start - 40) : m.start]) or place_behind(after) or (place_behind(rest) if sessions == 1 else None)
    if place:
        return place
    if sessions == 1:
        behind = _SIGNED_TAIL.sub("", text[m.end : m.end + 200])
        left, sentence_left = bound_brackets(m.left), bound_brackets(m.sentence_left)
        return place_in(left) or gathering_place(left) or place_in(sentence_left) or moved_place(text[max(0, m.start - 60) : m.start]) or common or gathering_place(behind) or place_in(behind)
    end = m.line[1]
    return labelled_place(text[m.end : end]) or common


_PLACE_BELOW = late(r"[^\n，,。；;]{0,10}\n[ \t]*(?:[-*•▪●]|\d{1,2}[.．、]|[（(]?[一二三四五六七八九十\d]{1,2}[）)、])?[ \t]*(?P<place>\**[一-鿿]{0,6}(?:地点|会场|场地)\**[:：][^\n]*)")
"""A field of its own below the time of one of several sessions: 初赛时间：X / 初赛地点：Y."""
_ALL_WITHIN = 300
"""How far behind a session it may be said where all of them are."""


def _whole_place(m: Mention, text: str, limit: int, sessions: int, common: str | None, field: str | None) -> str | None:
    """The place of a time with the nearer words that stand right behind it; `field` is what a form gives for its one session."""
    bound = None
    if _GATHERS_FIRST.match(m.right):
        bound = bound_for(text[m.end : min(m.sentence[1], m.end + 60)]) or bound_already(text[max(m.sentence[0], m.start - 40) : m.start])
    shared = place_of_all(text[m.start : m.start + _ALL_WITHIN]) if sessions > 1 else None
    around = text[max(0, m.start - _ALL_WITHIN) : m.end + _ALL_WITHIN]
    changed = (changed_place(around) if sessions == 1 else None) or field
    place = bound or changed or shared or _place_of(m, text, limit, sessions, common)
    near = text[max(0, m.start - _BESIDE) : m.end + 2 * _BESIDE]
    if not place or "\n" in place:
        return place
    return fuller(text[max(0, m.start - _BESIDE) : m.end + 2 * _BESIDE], grown(near, place))


def _event(m: Mention, text: str, limit: int, calendar: Calendar, sessions: int, common: str | None, field: str | None) -> Event:
    day, clock, part = _start_of(m)
    end_date, end_time = _end_of(m)
    return Event(
        date=day,
        at=calendar.at(day, clock, part, begins=True),
        time=clock,
        part=part,
        end_date=end_date,
        end_time=end_time,
        place=_whole_place(m, text, limit, sessions, common, field),
        said=m.time.said,
        span=m.time.span,
        implied=m.time.implied,
    )


_ARRIVES = late(r"(?:前|[^，。；、\d]{0,8}?)(?:签到|点名|检录|检票|化妆|入场(?!式)|进场|入座|就座|到[位场]|领牌|领水带|报到|候场|点人|领材料|领资料)")
_ARRIVES_LABEL = late(r"(?:签到|检录|入场|进场|报到|到场|到位|候场|集合|集结|上车|乘车)(?:时间)?[:：丨｜| ]?$")
_GATHERS_FIRST = late(r"(?:前|[^，。；、\d]{0,10}?)(?:发车|开车|集合|集结|列队|整队|站队|上车|乘车|坐车|等车|碰头)")
_STARTS = late(r"[^，。；、\d]{0,6}?(?:正式|开始|开[会讲课赛考演练幕走训锣映镰犁席唱庭]|入场式|升旗|起步|上课|动土|举行|召开|会议|鸣笛|展开)")
_STARTS_SURELY = late(r"[^，。；、\d]{0,6}?(?:正式开|开始(?!前)|开[会讲课赛考演练幕走训锣映镰犁席唱庭]|入场式|升旗|起步|上课|动土|鸣笛)")
_STARTS_LABEL = late(r"(?:开始|开[会讲课赛考演练幕训]|正式|上课|会议)(?:时间)?[:：丨｜| ]?$")
_ARRIVED_WITHIN = timedelta(minutes=130)
_RIDDEN_WITHIN = timedelta(hours=4)
_LEAVES = late(r"(?:发车|开车|出发|坐车|乘车|上车)")
_STOPS = 3
"""How many times may stand between when people come together and what they come for: 上车, 发车, 开始."""


def _begins_surely(m: Mention) -> bool:
    return bool(_STARTS_SURELY.match(m.right) or (m.time.said.endswith("开始") and re.match(r"[，。；！\s]|$", m.right)))


_RIDES = late(r"[^，。；、\d]{0,10}?(?:上车|乘车|坐车)")


def _arrives(m: Mention) -> bool:
    """Whether people are only to come by then: 13:40签到, 签到13:40."""
    return bool(_ARRIVES.match(m.right) or _ARRIVES_LABEL.search(m.left))


def _without_arrivals(standing: Sequence[Verdict], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """14:00签到，14:30开会: who comes comes for what begins soon after, which alone is the event."""
    stands = {v.mention.start for v in standing}
    kept: list[Verdict] = []
    place = {one.mention.start: at for at, one in enumerate(verdicts)}
    for nth, verdict in enumerate(standing):
        behind = verdicts[place[verdict.mention.start] + 1 :][:_STOPS] if verdict.mention.start in place else ()
        other = next((v for v in behind if _precedes(verdict.mention, v.mention) and (v.mention.start in stands or _begins_surely(v.mention) or _STARTS_LABEL.search(v.mention.left))), None)
        if other is None and not any(_precedes_said(verdict.mention, one.mention) for one in standing[max(0, nth - _STOPS) : nth]):
            kept.append(verdict)
        elif other is not None and other.mention.start not in stands:
            kept.append(replace(other, role=DateRole.EVENT, reason="begins", weak=False))
    return kept


_BUS_LEFT, _BUS_RIGHT = late(r"(?:大巴|中巴|班车|客车|校车|包车|专车|接送车|车)(?:定|统一)?[于在]?$"), late(r"[^，。；\d]{0,10}?(?:开|走|发|等|出发|发车|接人?|上车)(?=[，。；、）\s]|$)|(?:统一|准时|集中)*(?:乘车|坐车|上车|发车)")


def _by_bus(m: Mention) -> bool:
    """大巴7:10厂门口开: when those who come are fetched."""
    return _BUS_RIGHT.match(m.right) is not None and (_BUS_LEFT.search(m.clause_left) is not None or _RIDES.match(m.right) is not None)


def _precedes_said(m: Mention, begin: Mention) -> bool:
    """10点10分举行演练，9:50到位: whether people are only to be there by then for what was said before."""
    if not m.time.clock or not m.time.start or not begin.time.start or not begin.end <= m.start <= begin.end + _BESIDE:
        return False
    if (begin.time.clock or begin.time.part) and _by_bus(m) and m.time.start.date() == begin.time.start.date():
        return begin.time.clock is None or timedelta() < begin.time.start - m.time.start <= _RIDDEN_WITHIN
    if not begin.time.clock:
        return False
    return begin.end <= m.start and timedelta() < begin.time.start - m.time.start <= _ARRIVED_WITHIN and _arrives(m)


_BREAKS = late(r"[。！!？?\n]")
_MEETS_THERE = late(r"在[^，。；\d]{2,14}(?:座谈|开[会班课]|参观|观摩|交流|上课|听课)")


def _precedes(m: Mention, later: Mention) -> bool:
    """Whether people come at the first time for what begins at the second."""
    if not m.time.clock or not later.time.clock or not m.time.start or not later.time.start or m.time.end_clock:
        return False
    ride = m.end < later.start <= m.end + _END_WITHIN and _LEAVES.search(m.text[m.end : later.start])
    form = _ARRIVES_LABEL.search(m.left) and _STARTS_LABEL.search(later.left)
    soon = timedelta() < later.time.start - m.time.start <= (_RIDDEN_WITHIN if ride else _ARRIVED_WITHIN) and (m.sentence == later.sentence or form or not _BREAKS.search(m.text, m.end, later.start))
    begins = (ride and _MEETS_THERE.match(later.right)) or _STARTS.match(later.right) or _STARTS_LABEL.search(later.left) or later.time.end_clock or (_begins_surely(later) and _RIDES.match(m.right))
    comes = _ARRIVES.match(later.right) or (_ARRIVES_LABEL.search(later.left) and not _ARRIVES.match(m.right))
    return bool(soon and begins and not comes and (_arrives(m) or _GATHERS_FIRST.match(m.right)))


def _standing(verdicts: Sequence[Verdict], kind: Kind | None) -> list[Verdict]:
    """Strong events; an arrival time only where no other hour is said for its day, or nothing else in an invitation."""
    mine = [v for v in verdicts if v.role is DateRole.EVENT]
    strong = [v for v in mine if not v.weak]
    if not strong:
        return mine[:1] if kind in (None, Kind.EVENT) else []
    hourless = {_first_day(v) for v in strong} - {_first_day(v) for v in strong if v.mention.time.clock}
    return [v for v in mine if not v.weak or (v.reason == COMES and v.mention.time.clock and not v.mention.time.before and _first_day(v) in hourless)]


def _first_day(verdict: Verdict) -> date | None:
    start = verdict.mention.time.start
    return start.date() if start else None


def _part_of(event: Event) -> Part | None:
    return event.part if event.time is None else _part_of_clock(event.time)


def _part_of_clock(clock: str) -> Part:
    return Part.MORNING if clock < "12:00" else Part.AFTERNOON if clock < "18:00" else Part.EVENING


_TURN_SAID = late(r"[^，。；;]{0,14}[，,；;、][^，。；;\d]{0,5}(?:[一二三四五六七八九十甲乙丙丁东南西北][组队片线路区班]|[男女]队)$")


def _two_turns(one: Event, other: Event, between: str) -> bool:
    """一组8点从拦河坝出发，二组8点从渡口出发: the same hour at two places, each with those whose turn it is."""
    return bool(one.place and other.place and one.place != other.place and _TURN_SAID.fullmatch(between))


def _joined(events: Sequence[Event], text: str) -> list[Event]:
    """Put together what was said in parts: days joined by 、, a day and its clock time, a span and its beginning."""
    kept: list[Event] = []
    for event in events:
        if not kept:
            kept.append(event)
            continue
        last = kept[-1]
        between = text[last.span[1] : event.span[0]]
        covers = last.date <= event.date <= (last.end_date or last.date)
        if _ALSO.search(between) and not last.time and not event.time and event.date == last.date + timedelta(days=1):
            kept[-1] = replace(last, end_date=event.date)
        elif covers and last.time is None and last.part is None and event.date > last.date and (event.time or event.part):
            kept += [event] if event.time else []  # 6月3日至5日培训，结业考试5号下午: a part of its last day is none of its own
        elif covers and last.time is None and (event.time or event.part) and last.part in (None, _part_of(event)):
            kept[-1] = replace(event, end_date=event.end_date or last.end_date, place=event.place or last.place)
        elif (event.date == last.date and event.time is None and (event.part is None or event.part == last.part or last.time)) or ((event.date, event.time, event.part) == (last.date, last.time, last.part) and not _two_turns(last, event, between)):
            kept[-1] = replace(last, place=last.place or event.place)
        else:
            kept.append(event)
    return kept


def _without_outline(events: Sequence[Event]) -> list[Event]:
    """上午在北片、下午在南片：北片9点…；南片14点: a half day that is told by the hour further on is no event of its own."""
    told = {(e.date, _part_of_clock(e.time)) for e in events if e.time}
    halves = [e for e in events if e.time is None and e.part and not e.end_date]
    outlined = len({e.part for e in halves}) > 1 and all((e.date, e.part) in told for e in halves)
    return [e for e in events if not (e in halves and (e.date, e.part) in told and (outlined or e.place is None))]


def _ends_behind(begin: Mention, m: Mention) -> bool:
    """8:30开始、17:00结束: the second hour is when the first is over."""
    form = end_label(m) and _BEGINS_LABEL.search(begin.left) is not None
    near = 0 < m.start - begin.end < _END_WITHIN and (begin.sentence == m.sentence or form)
    if near and form and m.has_day and m.time.start and begin.time.start and m.time.start > begin.time.start:
        return True
    if near and m.has_day and m.time.start and begin.time.start and m.time.start.date() > begin.time.start.date():
        return says_end(m) and bool(_BEGUN.search(begin.left) or _BEGUN.match(begin.right) or begin.time.said.endswith("开始"))
    return near and (begin.time.clock or begin.time.part) is not None and not m.has_day and m.time.end_clock is None and says_end(m)


_BEGUN = late(r"(?:准时|正式|[一-鿿]{0,12}?)(?:开始|开幕|开班|开营|开训|开课|开赛|举行|召开|启动|报到|入营|集结)(?:时间|日期)?[为是于:：丨｜|]?(?:$|(?<=.))")


def _next_day(m: Mention, begins: Sequence[int]) -> int:
    """Where the words behind a time and its end stop: at the next session or the end of the sentence; `begins` are sorted."""
    following = bisect_right(begins, m.start)
    return min(m.sentence[1], begins[following]) if following < len(begins) else m.sentence[1]


def _later_half(clock: str, begin: str) -> str:
    """八点半 behind 晚上7点 is in the evening too."""
    later = f"{int(clock[:2]) + 12}{clock[2:]}"
    return later if clock < begin < later < "24:00" and int(later[:2]) - int(begin[:2]) <= _LONGEST_HALF else clock


def _until(event: Event, ends: Placed[Mention], following: int) -> Event:
    """The event with the end said behind it (预计11点结束), before the following one begins."""
    behind = ends.between(event.span[1] + 1, min(event.span[1] + _END_WITHIN, following) - 1)
    near = [m for m in behind if (event.time or m.has_day) and event.end_time is None]
    if not near or near[0].time.start is None:
        return event
    day, clock = near[0].time.start.date(), near[0].time.clock
    if near[0].has_day and day > (event.end_date or event.date):
        return replace(event, end_date=day, end_time=clock)
    said = _later_half(clock, event.time or "") if clock and (not near[0].has_day or day == event.date) else ""
    return replace(event, end_time=said) if said > (event.time or "") else event


_OWN_HOUR = late(r"(?:^|[，,。；;（(：:])\s*(?:时间|钟点)?(?:还是|仍[旧然]?[是为在]?|照旧)?[为是在:：]?$")
"""An hour that opens a clause behind a half day: 7月8日上午巡回开庭，9:30准时敲槌."""
_NOT_BEGUN = late(rf"前|[^，。；]{{0,8}}?(?:{HAND_IN}(?!到)|签到|点名|检录|入场|集合|集结|到[岗位场齐]|上车|候场|报到|报名|以前|之前|截止|试|收)|[至到—~-]")


def _at_gathering(event: Event, mentions: Placed[Mention], calendar: Calendar) -> Event:
    """10月14日实操，镇政府门口8:20上车: a day without an hour of its own has that at which people gather."""
    if event.time or event.end_date:
        return event
    for m in mentions.between(event.span[1] + 1, event.span[1] + _END_WITHIN - 1):
        own = event.part and _OWN_HOUR.search(m.left) and not (_NOT_BEGUN.match(m.right) or says_end(m) or _ARRIVES_LABEL.search(m.left))
        if m.has_day or (m.text.find("。", event.span[1], m.start) >= 0 and not own):
            break
        here = bool(m.time.clock) and m.time.start is not None and m.time.start.date() == event.date and not m.time.before
        if here and (own or _begins_surely(m) or _STARTS_LABEL.search(m.left)) and event.part in (None, _part_of_clock(m.time.clock or "")):
            return replace(event, time=m.time.clock, part=None, at=calendar.at(event.date, m.time.clock, None, begins=True), end_time=m.time.end_clock)
        if event.part is None and here and (_GATHERS.match(m.right) or _STILL.search(m.left)):
            return replace(event, time=m.time.clock, at=calendar.at(event.date, m.time.clock, None, begins=True))
    return event


_SAME_HOUR = late(r"[，,]?(?:还是|仍|按)?(?:同一?个?|原来?的?|老)(?:时间|钟点|时段)|[^，。；]{0,4}[，,][^，。；]{0,6}(?:时间|钟点)(?:照旧|不变|一样)")


def _at_old_hour(event: Event, before: Event | None, verdicts: Sequence[Verdict], calendar: Calendar) -> Event:
    """原定明天上午，延到下周三同一时间: the hour of the day that is given up, else that of the session before."""
    if event.time or not verdicts or not _SAME_HOUR.match(verdicts[0].mention.text, event.span[1]):
        return event
    old = [v.mention.time for v in verdicts if v.reason in (SUPERSEDED, MOVED_FROM) and v.mention.start < event.span[0] and v.mention.has_clock]
    if not old and before and before.time:
        return replace(event, time=before.time, part=None, at=calendar.at(event.date, before.time, None, begins=True))
    if not old or (event.part and event.part is not _part_of_clock(old[-1].clock or "")):
        return event
    return replace(event, time=old[-1].clock, part=old[-1].part if old[-1].clock is None else None, at=calendar.at(event.date, old[-1].clock, old[-1].part, begins=True))


_MOVED_TO = late(r"(?:改|调整|变更|转)[为到至成由在]?(?:在|以|用|通过|采[取用])?(?P<place>[^，。；、\s]{2,16}?)(?:的?(?:方式|形式))?(?=举[办行]|召开|进行|开[会展]|[，。；、\s]|$)")
"""原定9点在三楼会议室的例会改到镇政府大礼堂: where it takes place now."""
_STILL = late(r"[，,](?:还是|仍然?[是为在]?|时间[还仍]?[是为在]?)$")
_GATHERS = late(r"(?:准时|统一|从)?(?:上车|乘车|发车|坐车|集合|出发|报到|签到|集中)")


_TURN = late(r"(?:,? and|,| ?&) (?:the )?|[一-鿿\dA-Z]{0,8}[、，,；;]\s?[一-鿿\d、A-Z—-]{0,12}")
"""Whose turn it is between two days of a list: 12月3日，二组12月4日."""


_APART = late(r"[日号][，,、 ]")
"""15日，16日，9:00—17:00: an hour said apart from the last day of a list is that of each."""


def _backwards(events: Sequence[Event], text: str) -> list[Event]:
    """9:00—12:00、14:30—17:00，四楼: the place behind two hours is that of both, and of the days of one list."""
    shown = list(events)
    for at in range(len(shown) - 2, -1, -1):
        one, other = shown[at], shown[at + 1]
        apart = other.span[0] - one.span[1]
        turn = (one.date != other.date or (one.time and other.time)) and _TURN.fullmatch(text[one.span[1] : other.span[0]])
        listed = turn or (one.date == other.date and apart <= _LIST_MARK)
        if one.place is None and other.place and apart >= 0 and listed:
            shown[at] = one = replace(one, place=other.place)
        if turn and one.time and one.time == other.time and one.end_time is None and not one.end_date and not other.end_date:
            shown[at] = one = replace(one, end_time=other.end_time)
        if turn and one.time is None and one.part is None and one.end_date is None and other.time and _APART.search(other.said):
            shown[at] = replace(one, time=other.time, end_time=other.end_time, at=one.at.replace(hour=other.at.hour, minute=other.at.minute))
    return shown


_SIGNED = late(r"\n[^\n，。；：:]{2,18}(?:局|站|办|委|府|所|中心|室|会|社|组)\s*(?:\n[^\n]{0,16}\s*)?$")
"""Who signs a notice, which is no place."""


def _anywhere(text: str, events: Sequence[Event]) -> str | None:
    """The place of a text none of whose sessions has one beside it: behind them, before them, at last any 在 or 到."""
    first, last = events[0].span[0], events[-1].span[1]
    behind, before = _SIGNED.sub("", text[last : last + 200]), text[max(0, first - 120) : first]
    middle = text[events[0].span[1] : min(last, first + 400)] if len(events) > 1 else ""
    found = (place_in(behind) or loose_place(middle) or place_in(before)) if len(events) > 1 else None
    found = found or (gathering_place(text[max(0, first - 120) : last + 200]) if len(events) > 1 else None)
    return found or loose_place(re.split(r"[。\n]", behind)[0]) or loose_place(before)


def _sharing_place(events: Sequence[Event], text: str, listed: Collection[int], hours: Sequence[Mention]) -> list[Event]:
    """Sessions of one list meet at the one place that is named."""
    events = _backwards(events, text)
    places = {e.place for e in events if e.place}
    for hour in hours if not places else ():
        place = place_after(text[hour.end : min(hour.sentence[1], hour.end + 80)]) or place_in(text[hour.end : hour.end + 120])
        places |= {place} if place else set()
    if not places and events:
        anywhere = _anywhere(text, events)
        return [replace(e, place=anywhere) for e in events]
    if len(places) != 1 or not listed:
        return list(events)
    return [replace(e, place=e.place or next(iter(places))) for e in events]


def read_events(
    verdicts: Sequence[Verdict], calendar: Calendar, used: Collection[int] = (), kind: Kind | None = None
) -> tuple[Event, ...]:
    """The events of a text, earliest first; `used` are the starts of mentions that belong to something else."""
    standing = [v for v in without_corrected(_standing(verdicts, kind)) if v.mention.start not in used]
    standing = _without_arrivals([v for v in standing if not (surely_over(v.mention) or calls_no_reader(v.mention))], verdicts)
    over = {v.mention.start for one, v in pairwise(standing) if _ends_behind(one.mention, v.mention)}
    standing = [v for v in standing if v.mention.start not in over]
    starts = [v.mention.time.start for v in standing if v.mention.time.start]
    hours_said = {v.mention.time.start for v in standing if v.mention.time.clock}
    if not standing:
        return ()
    text = standing[0].mention.text
    clear = _without_times(text, verdicts)
    common = shared_place(clear)
    begins = {v.mention.start for v in standing}
    closing = (v.mention for v in verdicts if v.mention.start not in begins and (v.reason == "event_end" or says_end(v.mention)))
    ends = Placed(closing, lambda m: m.start)
    sessions = max(len({day.date() for day in starts}), len(hours_said))
    field = field_place(clear) if sessions == 1 else None
    ended = {one.mention.start for one, v in pairwise(verdicts) if _ends_behind(one.mention, v.mention)}
    order = sorted(begins)
    limits = [_next_day(v.mention, order) if v.mention.start in ended else v.mention.after for v in standing]
    joined = _joined([_event(v.mention, clear, limit, calendar, sessions, common, field) for v, limit in zip(standing, limits, strict=True)], text)
    mentions = Placed((v.mention for v in verdicts), lambda m: m.start)
    gathered = _without_outline([_at_gathering(event, mentions, calendar) for event in joined])
    later = [*(event.span[0] for event in gathered[1:]), len(text)]
    joined = [_until(event, ends, following) for event, following in zip(gathered, later, strict=True)]
    joined = [
        replace(event, place=joined[at - 1].place) if at and same_place(text[event.span[1] : event.span[1] + 12]) else event
        for at, event in enumerate(joined)
    ]
    joined = [_at_old_hour(event, joined[at - 1] if at else None, verdicts, calendar) for at, event in enumerate(joined)]
    hours = [v.mention for v in verdicts if v.reason == "common_hour"]
    joined = _sharing_place(joined, clear, {v.mention.start for v in standing if v.reason == SESSION}, hours)
    joined = [replace(e, place=unbound_brackets(e.place)) if e.place else e for e in joined]
    return tuple(sorted(joined, key=lambda e: (e.at, e.span)))
