"""Changes of time that name no new day: by how much it moves, that it is put off until further notice, another rhythm."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from bot.core.models import Deadline, Event, Notice
from bot.core.relate.english_changes import Workdays, shift_in_english
from bot.core.relate.traits import Traits
from bot.core.relate.wording import plain
from bot.core.workdays import Calendar, default_calendar

_COUNT = r"(?P<n>\d{1,2}|半|[一两俩二三四五六七八九十])个?(?P<half>半)?"
_UNIT = r"(?P<unit>工作日|天|日(?![程子])|周|星期|礼拜|小时|钟头|钟|刻钟|分钟)"
_EARLIER = r"(?:提[前早]|往前(?:提|赶|挪|移|推)|(?<![每今昨明当前后清最及趁尽])早)了?"
_LATER = r"(?:推[迟后]|延(?:[后期长迟]|缓)?|顺延|后延|往后(?:推|顺|挪|延|移|拖|放)?|再给|多给|再?[宽放]限?|再?缓|再放|(?<![每今昨明当前后夜傍])再?晚)(?:大家|各位|你们|各村|各社区)?了?"
SHIFT = re.compile(rf"(?:(?P<earlier>{_EARLIER})|(?P<later>{_LATER}))\s*{_COUNT}{_UNIT}(?!内|前|以[内前]|之[内前])(?P<what>[^,，。;；!！]{{0,6}})")
_PENALTY = re.compile(r"扣|罚|算|视|通报|按|将|就(?![行可好成])")
"""晚一天扣一分 says what being late costs."""
_BROUGHT_FORWARD = re.compile(r"$|[了哈啊吧呀哦]|召?开|举[行办]|进行|上?[报交发收]|提交|截|完成|集[合中]")
"""活动提前一天, 提前一天交; but 提前十分钟到场 and 提前一天打扫干净 say how early something else is done."""
_IF = re.compile(r"如[遇果有]|假如|假使|要是|若|倘|万一|遇[雨雪风]|\b(?:if|in case|should)\b", re.I)
"""如遇雨顺延一天: nothing has moved yet."""
_SENTENCE_ENDS = "。！!？?；;\n"
_DAYS = {"工作日": 1, "天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7}
_MINUTES = {"小时": 60, "钟头": 60, "钟": 60, "刻钟": 15, "分钟": 1}
NUMBER = {"半": 0.5, "一": 1, "两": 2, "俩": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def shift_of(text: str) -> timedelta | None:
    """By how much a text says that a known time moves (提前一天, 再给两天, 往后推半小时); None where it does not say."""
    said = plain(text)
    for found in SHIFT.finditer(said):
        moves = _BROUGHT_FORWARD.match(found["what"]) if found["earlier"] else not _PENALTY.match(found["what"])
        if not moves or is_supposed(said, found.start()):
            continue
        count = float(found["n"]) if found["n"].isdigit() else NUMBER[found["n"]]
        count += 0.5 if found["half"] else 0
        unit = found["unit"]
        if unit in _MINUTES and "长" in found[0]:  # 服务延长一小时 moves no beginning
            continue
        by = timedelta(days=round(count * _DAYS[unit])) if unit in _DAYS else timedelta(minutes=count * _MINUTES[unit])
        if by:
            return -by if found["earlier"] else by
    return shift_in_english(text)


def is_supposed(said: str, at: int) -> bool:
    """Whether what is said there holds only if something happens."""
    begin = max(said.rfind(end, 0, at) for end in _SENTENCE_ENDS) + 1
    return _IF.search(said, begin, at) is not None


Dated = TypeVar("Dated", Deadline, Event)


def shifted(item: Dated, by: timedelta) -> Dated:
    """A date with its hour, moved; one without an hour moves by whole days only."""
    if isinstance(by, Workdays):
        day = default_calendar().add_workdays(item.date, by.days)
        return replace(item, date=day, at=item.at + (day - item.date))
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

_MORE_TIME = re.compile(r"[都也]行|也?可以|太赶|来不及|放宽|宽限|延[到至后]|推[到迟后]|往后|拖到|缓到|\b(?:is fine|will do|no later|extended|until)\b", re.I)


def hour_on_known_day(notice: Notice, facts: Notice, text: str, calendar: Calendar) -> Deadline | None:
    """The only limit on its own day at the later hour that a message grants without naming a day (12点前都行)."""
    if len(facts.deadlines) != 1 or len(notice.deadlines) != 1 or not _MORE_TIME.search(text):
        return None
    [known], [said] = facts.deadlines, notice.deadlines
    if "day" not in said.implied or not said.time or said.date == known.date:
        return None
    later = replace(known, time=said.time, part=None, at=calendar.at(known.date, said.time), said=said.said)
    return later if later.at > known.at else None


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
_DAY_TO_BE_TOLD = re.compile(r"(?:时间|日期)(?:[待再]定|(?:另行|再行|等候?|待|听候?)[^,，。;；]{0,4}通知)")
_CALLED_OFF = re.compile(r"取消|作废|撤|终止|中止|停止|不再|cancel|called off")


def is_put_off(notice: Notice, facts: Notice, t: Traits) -> bool:
    """Whether what has a day is put off and the new day is still to be told (因故推迟，具体时间另行通知)."""
    known, said = _days(facts), _days(notice)
    if not known or notice.recurrence or _CALLED_OFF.search(t.cues.cancel) or not said <= known:
        return False
    if facts.events and not said and _DAY_TO_BE_TOLD.search(t.raw):
        return True  # 班子会时间另行通知, of a meeting that had a day
    words = _PUTS_OFF.search(t.raw)
    if words is None or is_supposed(t.raw, words.start()) or (_STOPS.match(words[0]) and not facts.events):
        return False
    return _TIME_OPEN.search(t.raw) is not None


def stops_for_now(text: str) -> bool:
    """Whether work is stopped until further notice (名单先不报，等通知)."""
    words = _PUTS_OFF.search(text)
    return bool(words and _STOPS.match(words[0]) and _TIME_OPEN.search(text))


def put_off(facts: Notice) -> Notice:
    """The facts without the day that holds no more; the papers asked for before a meeting keep theirs."""
    return replace(facts, events=()) if facts.events else replace(facts, deadlines=())
