"""Changes of time that name no new day: by how much it moves, that it is put off until further notice, another rhythm."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from bot.core.models import Deadline, Event, Notice, Recurrence
from bot.core.relate.traits import Traits
from bot.core.relate.wording import plain

_COUNT = r"(?P<n>\d{1,2}|半|[一两俩二三四五六七八九十])个?(?P<half>半)?"
_UNIT = r"(?P<unit>工作日|天|日(?![程子])|周|星期|礼拜|小时|钟头|钟|刻钟|分钟)"
_EARLIER = r"(?:提[前早]|往前(?:提|赶|挪|移|推)|(?<![每今昨明当前后清最及趁尽])早)了?"
_LATER = r"(?:推[迟后]|延(?:[后期长迟]|缓)?|顺延|后延|往后(?:推|顺|挪|延|移|拖|放)?|再给|多给|再?[宽放]限?|再?缓|再放|(?<![每今昨明当前后夜傍])再?晚)(?:大家|各位|你们|各村|各社区)?了?"
SHIFT = re.compile(rf"(?:(?P<earlier>{_EARLIER})|(?P<later>{_LATER}))\s*{_COUNT}{_UNIT}(?!内|前|以[内前]|之[内前])(?P<what>[^,，。;；!！]{{0,6}})")
_PENALTY = re.compile(r"扣|罚|算|视|通报|按|将|就(?![行可好成])")
"""晚一天扣一分 says what being late costs."""
_BROUGHT_FORWARD = re.compile(r"$|[了哈啊吧呀哦]|召?开|举[行办]|进行|上?[报交发收]|提交|截|完成|集[合中]")
"""活动提前一天, 提前一天交; but 提前十分钟到场 and 提前一天打扫干净 say how early something else is done."""
_IF = re.compile(r"如[遇果有]|假如|若|倘|万一|遇[雨雪风]|\b(?:if|in case|should)\b", re.I)
"""如遇雨顺延一天: nothing has moved yet."""
_SENTENCE_ENDS = "。！!？?；;\n"
_DAYS = {"工作日": 1, "天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7}
_MINUTES = {"小时": 60, "钟头": 60, "钟": 60, "刻钟": 15, "分钟": 1}
_NUMBER = {"半": 0.5, "一": 1, "两": 2, "俩": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def shift_of(text: str) -> timedelta | None:
    """By how much a text says that a known time moves (提前一天, 再给两天, 往后推半小时); None where it does not say."""
    said = plain(text)
    for found in SHIFT.finditer(said):
        moves = _BROUGHT_FORWARD.match(found["what"]) if found["earlier"] else not _PENALTY.match(found["what"])
        if not moves or _is_supposed(said, found.start()):
            continue
        count = float(found["n"]) if found["n"].isdigit() else _NUMBER[found["n"]]
        count += 0.5 if found["half"] else 0
        unit = found["unit"]
        if unit in _MINUTES and "长" in found[0]:  # 服务延长一小时 moves no beginning
            continue
        by = timedelta(days=round(count * _DAYS[unit])) if unit in _DAYS else timedelta(minutes=count * _MINUTES[unit])
        if by:
            return -by if found["earlier"] else by
    return None


def _is_supposed(said: str, at: int) -> bool:
    """Whether what is said there holds only if something happens."""
    begin = max(said.rfind(end, 0, at) for end in _SENTENCE_ENDS) + 1
    return _IF.search(said, begin, at) is not None


Dated = TypeVar("Dated", Deadline, Event)


def shifted(item: Dated, by: timedelta) -> Dated:
    """A date with its hour, moved; one without an hour moves by whole days only."""
    if by % timedelta(days=1) and not item.time:
        return item
    at = item.at + by
    time = f"{at:%H:%M}" if item.time and by % timedelta(days=1) else item.time
    days = timedelta(days=(at.date() - item.at.date()).days)
    if isinstance(item, Event) and item.end_date:
        item = replace(item, end_date=item.end_date + days)
    return replace(item, date=item.date + days, time=time, at=at)


def may_shift(notice: Notice, facts: Notice) -> bool:
    """Whether a message that says by how much can mean the known time: it names no day of its own."""
    dated: list[Deadline | Event] = [*notice.deadlines, *notice.events]
    known = _days(facts)
    return bool(known) and _days(notice) <= known and not facts.recurrence and not any(each.time for each in dated)


def _days(notice: Notice) -> set[date]:
    dated: list[Deadline | Event] = [*notice.deadlines, *notice.events]
    return {each.date for each in dated}


_BOTH = re.compile(
    r"[^,，。;；]{2,14}(?:和|、|跟|与|以及)[^,，。;；]{2,16}(?:都|均|统一|一律|一并|[一1]起)[^,，。;；]{0,8}(?:延|推|提|改|放|顺|挪|缓|移|宽|取消|不[用开搞]|停)"
    r"|(?:两|俩|三|2|3)[个张份场项件][^,，。;；]{0,6}都[^,，。;；]{0,4}(?:延|推|提|改|放|顺|挪|缓|往|移|宽|取消|不[用开搞]|停)"
)


def speaks_of_both(text: str) -> bool:
    """Whether words change two things together (安全台账和防火台账都延到周二, 两张表都放到下周)."""
    return _BOTH.search(text) is not None


LEAVE = re.compile(r"(?:可以?|允许|能)提前|(?:不能|不得|不许|不可|不要|不再?|别)(?:再)?(?:推[迟后]|延[期后长]|拖|顺延)")
"""可以提前，不能推后: nothing moves."""

_LETS_OFF_RHYTHM = re.compile(
    r"(?:不用|不必|不需要?|无需|无须|不再|不要|不|别|甭|莫|取消)(?:再|搞|做|报|要求)?(?:天天|日日|周周|月月|每[天日周月旬]|每?[一1](?:天|日|周|星期)[一1]?[次报]|[日周旬月]报)"
    r"|(?:日|周|旬|月)报(?:制度?)?(?:取消|停|改)|\b(?:no (?:more|longer)|not|stop)\b[^.]{0,20}\b(?:daily|weekly|monthly|every)\b",
    re.I,
)
_MAKES_RHYTHM = re.compile(r"(?:改|变|调整?|换)[为成到]?(?:的)?每|(?:以后|今后|往后|从[^,，。]{1,8}起)[^,，。]{0,8}每|不是[报交][一1][次回]")


_CHANGES = re.compile(r"(?<![整批涂房技立])改(?![造革善])|换[到成为]|调[到成为整]|变[成为]|挪|移[到至]|提[前早]|推[迟后到]|延[期后到至]|[早晚][一1]点|以后|今后|往后|周起|月起|只要[早晚上下那]")
_FROM_NOW = re.compile(r"以后|今后|往后|每|起|[一1](?:周|星期|礼拜|月)")
_THIS_ONCE = re.compile(r"[这本]个?(?:周|星期|礼拜|次|回|月)|[今明后][天日早晚]|下个?(?:周|星期|礼拜|月)")
_ONCE_A_WEEK = re.compile(r"(?:[一1]个?|每)(?:周|星期|礼拜)[^,，]{0,5}[一1][次回]")
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])")
_ONE_WEEKDAY, _ONE_DAY = re.compile(r"FREQ=WEEKLY;BYDAY=[A-Z]{2}"), re.compile(r"FREQ=MONTHLY;BYMONTHDAY=-?\d+")
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def _moved_rhythm(notice: Notice, facts: Notice, t: Traits) -> Recurrence | None:
    """The known rhythm on the day or at the hour that is said for it now (截图改成周四下班前交, 改成下午6点半前发)."""
    old, said = facts.recurrence, plain(t.raw)
    if old is None or notice.recurrence or len(notice.deadlines) != 1 or not _CHANGES.search(LEAVE.sub("", said)):
        return None
    if _THIS_ONCE.search(said) and not _FROM_NOW.search(said):
        return None
    new = notice.deadlines[0]
    hour = new if new.time or new.part else old
    if "day" in new.implied:
        return replace(old, time=hour.time, part=hour.part)
    weekday = _WEEKDAY.findall(said)
    if weekday and (_ONE_WEEKDAY.fullmatch(old.rrule) or _ONCE_A_WEEK.search(said)):
        return replace(old, rrule=f"FREQ=WEEKLY;BYDAY={_BYDAY[new.date.weekday()]}", time=hour.time, part=hour.part)
    if _ONE_DAY.fullmatch(old.rrule) and re.search(rf"(?<!\d){new.date.day}[号日]", said):
        return replace(old, rrule=f"FREQ=MONTHLY;BYMONTHDAY={new.date.day}", time=hour.time, part=hour.part)
    return None


def new_rhythm(notice: Notice, facts: Notice, t: Traits) -> bool:
    """Whether a duty shall come back otherwise (不用天天报了，改每周一、周四报), or but once (月底报一次总数), or not only once."""
    if notice.recurrence and facts.recurrence:
        other = notice.recurrence.rrule != facts.recurrence.rrule
        return other and bool(t.cues.change or t.cues.cancel or _LETS_OFF_RHYTHM.search(t.raw) or _MAKES_RHYTHM.search(t.raw))
    if facts.recurrence:
        return _moved_rhythm(notice, facts, t) is not None or bool(notice.deadlines and _LETS_OFF_RHYTHM.search(t.raw))
    return bool(notice.recurrence and facts.deadlines and not facts.events and _MAKES_RHYTHM.search(t.raw))


def with_rhythm(facts: Notice, notice: Notice, t: Traits) -> Notice:
    """The facts with the rhythm that is said now; what it leaves out stays as it was."""
    new, old = notice.recurrence, facts.recurrence
    if new and old:
        hour = new if new.time or new.part else old
        bounds = replace(new, start=new.start or old.start, until=new.until or old.until)
        return replace(facts, recurrence=replace(bounds, time=hour.time, part=hour.part))
    if (moved := _moved_rhythm(notice, facts, t)) is not None:
        return replace(facts, recurrence=moved)
    if new_rhythm(notice, facts, t):
        return replace(facts, recurrence=new, deadlines=notice.deadlines)
    return facts


_PUTS_OFF = re.compile(
    r"推[迟后掉]|延[期后迟缓]|往后(?:推|延|放)|顺延|暂[缓停]|缓(?:开|办|报|[一1]缓)|改期|另(?:行)?择?期|先(?:暂时)?(?:不[开搞办报交限弄]|别[开搞办报交弄]|放[一1]?放|缓[一1]?缓|停[一1]?停)|postponed|put off|on hold",
    re.I,
)
_WHEN = r"(?:新|具体)?(?:时间|日期|日子|哪天|哪日|何时|几时|[啥什]么?时候?|期限)"
_TIME_OPEN = re.compile(
    rf"{_WHEN}[^,，。;；]{{0,10}}(?:再说|另说|[再另待][定议行]|通知|未定|没定|等)|(?:再|另|待)(?:行)?(?:定|议|说)(?:日子|时间)?|(?:另行|再行|等候?|待|听候?|后续)[^,，。;；]{{0,6}}通知"
    r"|(?:未定|没定|还没(?:有)?(?:定|说))|等(?:消息|定)|\b(?:tb[ca]|to be (?:confirmed|announced|advised)|until further notice|date to follow)\b",
    re.I,
)
_STOPS = re.compile(r"暂|先(?:暂时)?(?:不|别|停)")
"""登记暂缓 and 名单先不报 stop the work: of what is handed in nothing is left to wait for."""
_CALLED_OFF = re.compile(r"取消|作废|撤|终止|中止|停止|不再|cancel|called off")


def is_put_off(notice: Notice, facts: Notice, t: Traits) -> bool:
    """Whether what has a day is put off and the new day is still to be told (因故推迟，具体时间另行通知)."""
    known, said = _days(facts), _days(notice)
    if not known or notice.recurrence or _CALLED_OFF.search(t.cues.cancel) or not said <= known:
        return False
    words = _PUTS_OFF.search(t.raw)
    if words is None or _is_supposed(t.raw, words.start()) or (_STOPS.match(words[0]) and not facts.events):
        return False
    return _TIME_OPEN.search(t.raw) is not None


def stops_for_now(text: str) -> bool:
    """Whether work is stopped until further notice (名单先不报，等通知)."""
    words = _PUTS_OFF.search(text)
    return bool(words and _STOPS.match(words[0]) and _TIME_OPEN.search(text))


def put_off(facts: Notice) -> Notice:
    """The facts without the day that holds no more; the papers asked for before a meeting keep theirs."""
    return replace(facts, events=()) if facts.events else replace(facts, deadlines=())
