"""Dates in the order they stand: what one lends to the next, sessions, lists, what a correction puts instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.ending import OVER
from bot.core.fields import comes_to_field
from bot.core.form_times import with_form_times
from bot.core.mentions import Mention
from bot.core.models import Grain, Kind, Part, TimeExpression, TimeKind
from bot.core.reasons import (
    ANOTHERS,
    ARRIVES,
    CALLED_OFF,
    DAY_OF_SOMETHING,
    EVENT_FIELD,
    HOURS_OF_WINDOW,
    INVITED,
    OFFICE_ACT,
    READERS_FIELD,
    SHUTS,
    SUPERSEDED,
)
from bot.core.roles import ACT_NEAR, COARSE, HAND_IN, DateRole, Verdict, decide
from bot.core.sessions import alike, at_hour_of, read_sessions
from bot.core.shifted import shifted
from bot.core.wording import late

_ASKED_TO_COME = late(r"请[^，。；\n]{0,24}(?:[，,][^，。；\n]{0,12}){0,2}(?:参加|参会|出席|到场|参训|参赛)")
_CALLED_THERE = late(r"[，,]?(?:请|务必|准时|统一|都|全部)*(?:到|来|赴|前往|借用?)[^，。；\n]{2,24}?(?:开(?:一?个)?[短碰小]?头?会|[召]?开[^，。；\n]{2,8}会|集合|集中学习|参加[^，。；\n]{0,8}(?:会|培训|演练|学习))")
"""下周二下午到镇政府三楼会议室开会: who is told where to come to is asked to come."""
_NOT_READERS = late(r"(?:[我他她们]|[县市省镇]里|领导|自己|(?:^|[，。；\n])[一-鿿]{1,2}(?<![村位支总副组])(?:书记|主任|[镇局站所院校]长))$")
NAMES_ITSELF = late(r"[（(][^（）()]{0,12}\d[日号]")
"""结束当天（9月26日）: a day that says in brackets which one it is."""
_DAYS_BEFORE = 3
"""Dates before 当日 that may be the day of what it names."""
_MOST_BEFORE = 100
"""How many dates before 当天 are looked at for what it is the day of; keeps the cost linear."""
_ITS_DAY = late(r"[一-鿿]{2}(?:的)?$")
_WHO_OR_WHERE = late(r"(?:[员村户组队所站院校家人们师长书班位部厂店者架到成为在于由至过]|社区|照片|图片|视频|影像|截图|材料|简报|信息|名单|数据|[小总]结|报告|方案|名册|凭证|流水|作业|记录|纪要|台账|清单|反馈|稿件|回执|(?<!代)表)$")
"""放映员当天下午6点, 往后压到当天下午3点, 照片当天发群里: whose, where to and what is handed in, not the day of what."""
_HOURS_BEHIND = late(r"[\s，,、；;:：（(/和及与每天日的全法定公休工作节假除外均为逢上下午早晚间含不]{0,16}")
_CHANGED = late(r"挪|改|调整|推迟|提前|延")
_ONE_OF = late(r"[^，。；]{0,6}[场期批班组片]")
_ENDS = late(rf"(?:左右|前后)?(?:{OVER}|完)")
_NOT_SESSION = late(r"^(?:以后|之后|后|左右?点名|结束|散会|回到|开饭|吃饭|起床)")
_CARRIES_DAY = frozenset({SUPERSEDED, "no_duty_beside_it", "bare_span", "issuers_own_act", CALLED_OFF, "weather"})
_MOVED_FROM = late(r"(?:moved|postponed|changed|rescheduled|extended|shifted|brought forward|pushed(?: back)?|delayed)(?: again)? (?:from )?(?:the )?$", re.I)
_OPEN_SPAN = late(r"[从自]?(今[天日]?|即日|[明后]天|明日)(?:起|开始)+(?:一?直)?(?:到|至|[-—~])")
_STILL_AT = late(r"(?:还是|仍然?[是为在]?|时间|[改挪推调延换](?:到|成|为|至)?)[^，。]{0,2}$")
_INSTEAD = late(r"(?:而是|应该?[是为]|是|改[为成到]|为)[^，。]{0,2}$")
_EACH = late(r"[^，。；]{0,6}(?:分[两二三四]次|各[报交送]|分别|两次|分批)")
_LISTED = late(r"\s*[、和及与或,]\s*")
_LIST_REASONS = frozenset({"issuers_own_act", "bare_span", "base_date", "citation", "statistics_period"})
"""What holds for each member of a list of dates: 预计3月中旬、4月下旬分两次培训."""
_OPEN_TO_INVITE = frozenset({"act_follows", "act_precedes", "window_to_act", "arrival", ARRIVES, "unchanged", "pressed", "part_only"})
_SAME_HOUR = late(r"[，,]?的?(?:(?:同一|同个|相同|同样|一样|这个|老)的?(?:时间|时段|钟点|点)|同时间|时间(?:不变|照旧|一样|同上|相同|还是))")
_SAME_HOUR_THERE = late(r"(?:[）)]?\s?[^，。；\n]{0,12}[，,]\s?)?(?:(?:同一|同个|相同|同样)的?(?:时间|时段|钟点)|同时间|时间[、和与]?(?:地点|场地)(?:都|均|也)?(?:不变|照旧|同上|一样|相同))")
"""4月15日下午医技支部，同一时间: said behind who comes then, also of a part of the day."""
_TO_END = late(r"(?:开始)?[，,、 ]?(?:到|至)?")
_EVENINGS = late(r"[两二三四]个?晚")
_SPOKEN_HOUR = late(r"(?:最[晚迟])?(?:[5-9]|1[0-2]|[五六七八九十]|十[一二])点")
_UNTIL, _WORKED_ON_NEAR = late(r"[^，。；\n\d会]{0,3}(?:之前|以前)"), 40
_WORKED_ON = late(r"(?:大家|各[一-鿿]{1,4}|你们|咱们|我们)?(?:都|也|就|再|先|务必|要|得|请|加(?:个|一?下)?班|辛苦|熬|赶|抓紧|连夜|统一|集中|把|去|来|组织)*(?:加(?:个|一?下)?班|辛苦|熬|赶|抓紧|连夜|把|要(?:用)?[，,]|[自排]?查|摸|核|补|统计|整理|汇总|弄|搞|填|录|写|改|数|点(?!名)|报|交|发|拍|传|走)")
_DAY_OF_ALL = late(r"(?:(?:都|均|统一|全部|一律)(?:是|安排|定|放)?在?|[，,])$")
_UNDECIDED = frozenset({"no_duty_beside_it", "act_later", "bare_span"})
_OPEN_ENDED = frozenset({"base_date", "start_only"})
"""5月18日后设备升级: reasons of days from which on something holds; no day is theirs."""
_OF_OTHERS = frozenset({"issuers_own_act", OFFICE_ACT, ANOTHERS})


def _borrow_day(m: Mention, last: Verdict | None, sent_at: datetime) -> Mention:
    """A bare clock time takes the day said before it: in its sentence, or of the event that is being described."""
    if last is None or m.has_day or m.time.start is None or m.time.kind is TimeKind.SET:
        return m
    day = last.mention.time.start
    same_sentence = m.sentence == last.mention.sentence
    described = last.role is DateRole.EVENT and not (m.time.before and ACT_NEAR.match(m.clause_right))
    if day is None or not (same_sentence or described):
        return m
    if last.role is DateRole.NEITHER and last.reason not in _CARRIES_DAY:
        return m
    time = _on_day(m.time, day, _part_of(last.mention.time))
    return replace(m, time=_late_in_the_evening(time) if same_sentence and _by_evening_work(m, last, sent_at) else time)


def _by_evening_work(m: Mention, last: Verdict, sent_at: datetime) -> bool:
    """今晚加个班，12点前报: whether an hour by which something is done is of the evening on which it is to be worked on."""
    evening, hour = last.mention.time, m.time
    if evening.part is not Part.EVENING or evening.clock or last.role is DateRole.EVENT or not (hour.before or _UNTIL.match(m.right)) or not _SPOKEN_HOUR.match(hour.said):
        return False
    behind = m.text[last.mention.end : m.start]
    gone_by = hour.start is not None and evening.start is not None and evening.start.date() == sent_at.date() and hour.start <= sent_at
    return gone_by or (len(behind) <= _WORKED_ON_NEAR and _WORKED_ON.match(behind) is not None)


def _late_in_the_evening(time: TimeExpression) -> TimeExpression:
    """The hour twelve hours later: 11点 is 23:00, 12点 the end of the day."""
    if time.start is None or time.clock is None or not "05:00" <= time.clock <= "12:00":
        return time
    start = time.start + timedelta(hours=12)
    return replace(time, start=start, clock="24:00" if time.clock == "12:00" else start.strftime("%H:%M"))


def _part_of(time: TimeExpression) -> Part | None:
    """Forenoon or afternoon of a time, so that 9点半 after 上午9点 is in the morning too."""
    if time.part is not None or time.clock is None:
        return time.part
    return Part.MORNING if time.clock < "12:00" else Part.AFTERNOON


def _on_day(time: TimeExpression, day: datetime, part: Part | None) -> TimeExpression:
    """The same clock time on another day; 2:00 after 下午 is 14:00."""
    assert time.start is not None
    shift = day.replace(hour=0, minute=0) - time.start.replace(hour=0, minute=0)
    if time.clock == "24:00":
        shift += timedelta(days=1)
    start = time.start + shift
    end = time.end + shift if time.end else None
    clock = time.clock
    usual = part is None and shift.days > 0 and clock is not None and clock > "18:59"  # 周日…，九点: by day, however late it is now
    early = (part is Part.MORNING or usual) and "meridiem" in time.implied and clock is not None and "17:59" < clock < "24:00"
    if early:
        start, end = start - timedelta(hours=12), end - timedelta(hours=12) if end else None
        clock = start.strftime("%H:%M")
    late = part in (Part.AFTERNOON, Part.EVENING) and "meridiem" in time.implied and clock is not None and clock < "12:00"
    if late:
        start, end = start + timedelta(hours=12), end + timedelta(hours=12) if end else None
        clock = start.strftime("%H:%M")
    return replace(time, start=start, end=end, clock=clock)


def _lists_on(last: Verdict, m: Mention) -> bool:
    """Whether a date only continues a list, so that what holds for the one before holds for it."""
    if TimeKind.SET in (last.mention.time.kind, m.time.kind) or (m.time.start is None and m.time.end is None):
        return False
    bare_days = last.role is DateRole.EVENT and not last.mention.has_clock and not m.has_clock
    return last.reason in _LIST_REASONS or bare_days


def _daily_clock(m: Mention, last: Verdict | None) -> Mention:
    """每天上午8:30 after the days of an event is the hour it begins, not a duty that comes back."""
    time = m.time
    if time.kind is not TimeKind.SET or time.rrule != "FREQ=DAILY" or time.clock is None or last is None:
        return m
    day = last.mention.time.start
    if last.role is not DateRole.EVENT or day is None or m.sentence != last.mention.sentence or re.search(HAND_IN, m.clause_right):
        return m
    hour, minute = divmod(int(time.clock[:2]) * 60 + int(time.clock[3:]), 60)
    start = day.replace(hour=0, minute=0) + timedelta(hours=hour, minutes=minute)
    return replace(m, time=replace(time, kind=TimeKind.POINT, start=start, rrule=None, implied=("day",)))


def _same_hour(m: Mention, clock: Mention | None) -> Mention:
    """14号同一时间: the hour said before holds for this day too."""
    if clock is None or m.time.clock or not m.has_day or m.time.start is None or m.time.kind is TimeKind.SET or m.time.before:
        return m
    if not (_SAME_HOUR_THERE.match(m.right) or (not m.has_clock and _SAME_HOUR.match(m.right))):
        return m
    return replace(m, time=at_hour_of(m.time, clock.time))


def _hours_of_window(m: Mention, last: Verdict | None) -> bool:
    """Whether these are only the hours, or the days of the week, at which something can be done within a window."""
    if last is None or last.reason not in (READERS_FIELD, HOURS_OF_WINDOW) or last.mention.time.before or not _HOURS_BEHIND.fullmatch(m.text[last.mention.end : m.start]):
        return False
    time = m.time
    weekdays = re.match(r"(?:周|星期|礼拜)[一二三四五六日天]|工作日|每", time.said) is not None
    return weekdays or (not m.has_day and time.clock is not None and time.end_clock is not None)


def _on_its_day(verdict: Verdict, found: Sequence[Verdict]) -> bool:
    """体检当天请空腹，上午9:30前到抽血处: the day of something is not the day that happens to be named last."""
    m = verdict.mention
    if (m.has_day and not re.match(r"[当同][天日]", m.time.said)) or NAMES_ITSELF.search(m.time.said):
        return False
    own = m if re.match(r"[当同][天日]", m.time.said) else found[-1].mention if found else None
    behind = own is not m and found and found[-1].reason == DAY_OF_SOMETHING and own is not None and own.sentence == m.sentence
    of = own is m and not m.time.said.startswith("同") and _ITS_DAY.search(m.left[-3:]) and not (re.search(r"月|日|[号周]", m.left[-3:]) or _WHO_OR_WHERE.search(m.left[-3:]))
    if not (behind or of) or (of and _dated_before(m, found)):
        return False
    events = [v for v in found[-_MOST_BEFORE:] if v.role is DateRole.EVENT and not v.weak and v.mention.has_day]
    hours = [v.mention.time.clock for v in events if v.mention.time.clock]
    early = m.time.before and m.time.clock is not None and any(m.time.clock < hour for hour in hours)
    return not events or early or (verdict.reason in ("arrival", ARRIVES) and bool(hours))


def _dated_before(m: Mention, found: Sequence[Verdict]) -> bool:
    """1月21日收官，收官当日18:00前: whether the day of what 当日 is the day of stands before it."""
    what = m.left[-3:].removesuffix("的")[-2:]
    days = (v.mention for v in reversed(found[-_DAYS_BEFORE:]) if v.mention.has_day)
    return any(what in m.text[max(0, day.start - 6) : day.start] or what in m.text[day.end : day.end + 6] for day in days)


def _further_hour(m: Mention, last: Verdict | None) -> bool:
    """每天上午8:30—11:30、下午2:00—5:00: the second span of each day is no session of its own."""
    if last is None or m.has_day or not m.time.end_clock or not _LISTED.fullmatch(m.left):
        return False
    return bool(re.match(r"每[天日]|每个工作日", last.mention.time.said)) and last.mention.end == m.start - len(m.left)


def _new_date(m: Mention) -> Mention:
    """moved from 15 May to 18 May is no span: only the new date stands."""
    time = m.time
    if not (m.is_range and time.end and _MOVED_FROM.search(m.left[-30:])):
        return m
    clock = time.end_clock or None
    start = time.end if clock else time.end.replace(hour=0, minute=0, second=0)
    return replace(m, time=replace(time, kind=TimeKind.POINT, start=start, end=None, clock=clock, end_clock=None))


def _listed_hour(m: Mention) -> Mention:
    """24、25日晚上7:00: the hour holds for each day of the list, it is not the end of a span."""
    time = m.time
    if not (m.is_range and time.start and time.end and time.clock is None and time.end_clock and re.search("[、和及与]", time.said)):
        return m
    start = time.start.replace(hour=time.end.hour, minute=time.end.minute)
    return replace(m, time=replace(time, start=start, clock=time.end_clock, end_clock=None))


def _from_today(m: Mention, sent_at: datetime) -> Mention:
    """今天起至7月4日 is a span, also where only its end was read."""
    found = _OPEN_SPAN.match(m.time.said)
    end = m.time.end or m.time.start
    if not found or end is None or m.is_range:
        return m
    ahead = {"明": 1, "后": 2}.get(found.group(1)[0], 0)
    start = sent_at.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=ahead)
    return replace(m, time=replace(m.time, kind=TimeKind.RANGE, start=start, end=end, before=False))


def _last_day_today(m: Mention, sent_at: datetime) -> Mention:
    """今天最后一天 is today, whatever month or year might end as well."""
    found = re.match(r"(今[天日]|[明后]天)(?=.{0,3}最后一天)", m.time.said)
    if not found:
        return m
    ahead = {"明": 1, "后": 2}.get(found.group()[0], 0)
    day = sent_at.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=ahead)
    return replace(m, time=replace(m.time, start=day, end=None, grain=Grain.DAY, kind=TimeKind.POINT, before=True))


def _as_session(verdict: Verdict, last: Verdict | None) -> Verdict:
    """A bare clock time that follows an event without other duty is a session of it."""
    m = verdict.mention
    if last is None or last.role is not DateRole.EVENT or m.has_day or not m.has_clock:
        return verdict
    if last.reason == "gather" and verdict.role is DateRole.EVENT and not _STILL_AT.search(m.left) and not _ONE_OF.match(m.right):
        return Verdict(m, DateRole.NEITHER, "stop_on_the_way")
    if m.time.clock and _ENDS.match(m.right):
        return Verdict(m, DateRole.NEITHER, "event_end")
    if verdict.reason not in _UNDECIDED and not (verdict.role is DateRole.DEADLINE and _STILL_AT.search(m.left)):
        return verdict
    if m.time.before or m.item != last.mention.item or _NOT_SESSION.match(m.right):
        return verdict
    if last.mention.time.clock and not (_STILL_AT.search(m.left) or _CHANGED.search(m.left) or _ONE_OF.match(m.right)):
        return Verdict(m, DateRole.NEITHER, "stop_on_the_way")
    return Verdict(m, DateRole.EVENT, "session")


def _with_event(verdicts: list[Verdict]) -> list[Verdict]:
    """In a text that is an invitation, the first date without another role is the event's."""
    if any(v.role is DateRole.EVENT and not v.weak for v in verdicts):
        return verdicts
    for only_clock, visits in ((True, False), (False, False), (True, True), (False, True)):
        for place, verdict in enumerate(verdicts):
            m = verdict.mention
            free = verdict.reason in _UNDECIDED or (visits and verdict.reason == "issuers_own_act" and not re.search(r"我们?$", m.left)) or (verdict.role is not DateRole.NEITHER and verdict.reason in _OPEN_TO_INVITE)
            dated = m.has_day or (only_clock and m.time.clock is not None)
            if free and dated and m.has_clock == only_clock and not m.time.before and m.time.grain not in COARSE:
                chosen = Verdict(m, DateRole.EVENT, "invitation")
                return [*verdicts[:place], chosen, *(_as_session(v, chosen) for v in verdicts[place + 1 :])]
    return verdicts


def _invited(verdicts: list[Verdict]) -> list[Verdict]:
    """测试将于11月24日正式开始。请全体同学按时参加: the one date of what the readers are asked to come to."""
    held = [v for v in verdicts if v.role is DateRole.EVENT and not v.weak]
    if len(held) == 1 and comes_to_field(held[0].mention):
        return [replace(v, reason=EVENT_FIELD) if v is held[0] else v for v in verdicts]
    asked = bool(verdicts) and _ASKED_TO_COME.search(verdicts[0].mention.text) is not None
    return [replace(v, reason=INVITED) if not v.mention.is_range and ((asked and v.reason == "invitation") or _called_there(v)) else v for v in verdicts]


def _called_there(verdict: Verdict) -> bool:
    m = verdict.mention
    return verdict.role is DateRole.EVENT and not verdict.weak and bool(_CALLED_THERE.match(m.right)) and not _NOT_READERS.search(m.left[-6:])


def _evenings(m: Mention) -> Mention:
    """3月5日和3月6日两晚: evenings, so that 七点 behind it is 19:00."""
    if m.has_clock or not _EVENINGS.match(m.right):
        return m
    return replace(m, time=replace(m.time, part=Part.EVENING))


def _begun_and_ended(mentions: Sequence[Mention]) -> list[Mention]:
    """8:30开始、17:00结束 is a span of hours."""
    found = list(mentions)
    for at in range(len(found) - 1):
        one, two = found[at], found[at + 1]
        begin, end = one.time, two.time
        begun = begin.clock and begin.end is None and begin.start and (re.search(r"(?:开始|起)$", begin.said) or re.match(r"开始", one.right))
        if not begun or two.has_day or not end.clock or not end.start or end.end_clock or not _TO_END.fullmatch(one.text[one.end : two.start]) or not re.match(r"(?:左右)?(?:结束|散|止)", two.right):
            continue
        later = _on_day(end, begin.start, _part_of(begin))  # type: ignore[arg-type]
        if later.start and later.clock and later.start > begin.start:  # type: ignore[operator]
            found[at] = replace(one, time=replace(begin, kind=TimeKind.RANGE, end=later.start, end_clock=later.clock))
            found[at + 1] = replace(two, time=replace(end, kind=TimeKind.DURATION, start=None, end=None, clock=None))
    return found


def _day_behind(mentions: Sequence[Mention]) -> list[Mention]:
    """杜老师10:00，谈老师10:50，都在12月3日: a day said behind the hours is theirs."""
    found = list(mentions)
    for at, day in enumerate(mentions):
        if not day.has_day or day.has_clock or day.time.kind is not TimeKind.POINT or day.time.start is None or day.time.before:
            continue
        if not _DAY_OF_ALL.search(day.left) or not re.match(r"[，。；,）)\n]|$", day.right):
            continue
        hours = []
        for place in range(at - 1, -1, -1):
            one = mentions[place]
            if one.sentence != day.sentence or (one.has_day and one.time.kind is not TimeKind.DURATION):
                break
            if one.time.clock and one.time.start and not one.time.before and one.time.kind in (TimeKind.POINT, TimeKind.RANGE):
                hours.append(place)
        else:
            place = -1
        if not hours or (place >= 0 and mentions[place].sentence == day.sentence):
            continue
        for place in hours:
            time = _on_day(mentions[place].time, day.time.start, None)
            found[place] = replace(mentions[place], time=replace(time, implied=tuple(each for each in time.implied if each != "day")))
        found[at] = replace(day, time=replace(day.time, kind=TimeKind.DURATION, start=None, end=None))
    return found


def _of_event(m: Mention, found: Sequence[Verdict], last: Verdict | None) -> Mention:
    """5月12日表彰，5月6日前报名，当天下午两点到场: the day is that of what takes place, not that of a limit or of what others do before."""
    if last is None or not m.time.start or not re.match(r"当[天日]", m.time.said):
        return m
    opens = last.reason in _OPEN_ENDED or (last.mention.time.kind is TimeKind.RANGE and last.mention.time.end is None)
    others = last.role is DateRole.NEITHER and (opens or last.reason in _OF_OTHERS) and last.mention.sentence != m.sentence
    if not (last.mention.time.before or others):
        return m
    takes_place = [v.mention for v in found if v.role is DateRole.EVENT or (others and v.mention.time.clock and not v.mention.time.before and v.reason in _UNDECIDED | _OPEN_TO_INVITE)]
    days = [each.time.start for each in takes_place if each.has_day and each.time.start]
    return replace(m, time=_on_day(m.time, days[-1], None)) if days and m.time.start.date() == last.mention.time.start.date() else m  # type: ignore[union-attr]


def assign_roles(mentions: Sequence[Mention], sent_at: datetime, kind: Kind | None = None) -> list[Verdict]:
    """The role of every mention, in order; `kind` is what the whole text is, where that is known."""
    found: list[Verdict] = []
    last: Verdict | None = None
    clock: Mention | None = None
    said_first, moved = shifted(mentions)
    for said in _day_behind(_begun_and_ended([_evenings(m) for m in with_form_times(said_first)])):
        mention = _daily_clock(_listed_hour(_new_date(_from_today(_last_day_today(said, sent_at), sent_at))), last)
        mention = _of_event(_same_hour(mention, clock), found, last)
        verdict = _as_session(decide(_borrow_day(mention, last, sent_at), sent_at, kind), last)
        if said.time.kind is TimeKind.SET and mention.time.kind is TimeKind.POINT and last and last.reason == EVENT_FIELD and verdict.role is DateRole.EVENT:
            verdict = replace(verdict, reason=EVENT_FIELD)
        if mention.start in moved and verdict.role is not DateRole.EVENT and verdict.reason in _UNDECIDED | {SUPERSEDED}:
            verdict = Verdict(verdict.mention, DateRole.EVENT if kind is Kind.EVENT else DateRole.DEADLINE, "corrected")
        if found and found[-1].reason == SUPERSEDED and verdict.reason in _UNDECIDED and _INSTEAD.search(mention.left):
            role = DateRole.EVENT if kind is Kind.EVENT else DateRole.DEADLINE
            verdict = Verdict(verdict.mention, role, "corrected")
        if found and found[-1].reason == "start_only" and verdict.reason != SHUTS and re.match(r"前?(?:结束|截止|止)", mention.right) and mention.sentence == found[-1].mention.sentence:
            verdict = Verdict(verdict.mention, DateRole.WINDOW, "start_and_end")
        due_each = verdict.role is DateRole.DEADLINE and _EACH.match(mention.right)
        if found and due_each and _LISTED.fullmatch(mention.left) and found[-1].reason in _UNDECIDED and found[-1].mention.has_day:
            found[-1] = replace(verdict, mention=found[-1].mention)
        if found and _LISTED.fullmatch(mention.left) and _lists_on(found[-1], mention):
            found.append(replace(found[-1], mention=mention))
            continue
        if _on_its_day(verdict, found):
            found.append(Verdict(verdict.mention, DateRole.NEITHER, DAY_OF_SOMETHING))
            continue
        if found and _hours_of_window(mention, found[-1]):
            found.append(Verdict(mention, DateRole.NEITHER, HOURS_OF_WINDOW))
            continue
        if found and _further_hour(mention, found[-1]):
            verdict = Verdict(mention, DateRole.NEITHER, "further_hour")
        found.append(verdict)
        clock = verdict.mention if verdict.mention.time.clock and not _ENDS.match(mention.right) and mention.time.kind is not TimeKind.SET else clock
        if mention.has_day and verdict.reason != "no_anchor" and mention.time.kind is not TimeKind.SET:
            last = verdict
    found = read_sessions(found)
    return _invited(alike(_with_event(found))) if kind is Kind.EVENT else found
