"""A slip put right: what was told a moment ago had a wrong day, hour or place (打错了，是26号; 上面时间有误，以下午4点为准).

Such words name no matter; they mean the last that the same sender told the same group, or what was pasted just before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.models import Deadline, Event, KnownTask, Message, Notice, TaskState, TimeExpression
from bot.core.relate.merging import PLACE_ENDS
from bot.core.relate.wording import bigrams, subject_words
from bot.core.times import find_times
from bot.core.workdays import Calendar

_SLIP = re.compile(
    r"(?<![要别免莫勿])[打说写发弄记搞看敲念听通][知错]?[错](?:了|啦)?|错了|[口笔手]误|手滑|有误|不对(?!外|称|等|口|应|症)|(?:日期|时间|地点|地址)错|更正|订正|勘误"
    r"|应(?:该)?(?:为|是)|为准|不是[^,，。；;]{1,8}[,，]?(?:而?是|应)|是[^,，。；;]{1,8}[,，]\s*不是|\b(?:typo|my mistake|i meant|correction|wrong (?:date|day|time|room|place))\b",
    re.I,
)
_ASKS = re.compile(r"[吗么呢?？]|是不是|对不对|没有?错|填错|报错|登错|录错|算错")
_LONGEST = 40
_ABOUT = re.compile(
    r"@\S+|上[1一]?[面条个]|前[1一]?[面条个]|刚[才刚]?[说发]?的?|原来?|那[条个]|消息|通知|群里?|不好意思|抱歉|对不起|大家|各位|日期|时间|地点|期限|截止|正确|准确|[1一]下|今日|是|应该?|为准?|以|不|而|请|按|会议?|[打说写发弄记搞看敲念听]错|错|口误|笔误|手误|手滑|有误|更正|订正|勘误|[报交开填]|[之以]?前|的|了|啦|啊|哈|哦"
    r"|\b(?:sorry|typo|my mistake|i meant|correction|wrong|should (?:be|read)|day|date|time|room|place|folks|not|it'?s|is|the)\b",
    re.I,
)
_DENIED = re.compile(r"(?:不是|并非|非|不在|\bnot)\s*$", re.I)
_WRONG = re.compile(r"^[^,，。；;]{0,4}(?:错|有误|不对|作废|是笔误|是口误)")
_SPOT = rf"(?![到在为至成是应正以改])[^,，。；;：:！!？?\s是不]{{1,16}}?(?:{PLACE_ENDS})"
_PLACE = re.compile(rf"(?<!不)(?:是|在|为|到|[:：,，])\s*(?P<place>{_SPOT})(?=$|[,，。;；!！\s不]|[开召集])")
_NOT_THERE = re.compile(rf"(?:不是|不在|并非)(?P<place>{_SPOT})")

_PASTED_WITHIN, _TOLD_WITHIN = timedelta(hours=2), timedelta(hours=24)
"""How long after the notice its slip is put right: pasted one after the other, or by the sender himself."""


def corrected_by(message: Message, known: Sequence[KnownTask], calendar: Calendar) -> tuple[KnownTask, Notice] | None:
    """The task whose last message had the slip, and its facts put right; None where no slip is put right, or nobody can tell which."""
    text = message.text.strip()
    if len(text) > _LONGEST or not _SLIP.search(text) or _ASKS.search(text):
        return None
    task = _just_told(message, known)
    times = [t for t in find_times(text, calendar.local(message.reference), calendar) if t.start is not None and t.rrule is None]
    if task is None or not _names_nothing_else(text, times, task):
        return None
    facts = _put_right(text, times, message.reference, task.task.facts, calendar)
    return (task, facts) if facts is not None else None


def _just_told(message: Message, known: Sequence[KnownTask]) -> KnownTask | None:
    """The task of the last message before it by the same sender in the same group; of those pasted, the last of all."""
    named = bool(message.sender or message.group)
    within = _TOLD_WITHIN if named else _PASTED_WITHIN
    latest: KnownTask | None = None
    for task in known:
        source = task.sources[-1] if task.sources else None
        if source is None or task.task.state is not TaskState.OPEN or not timedelta(0) <= message.reference - source.at <= within:
            continue
        if (source.sender, source.group) == (message.sender, message.group) and (latest is None or source.at > latest.sources[-1].at):
            latest = task
    return latest


def _names_nothing_else(text: str, times: Sequence[TimeExpression], task: KnownTask) -> bool:
    """Whether every word of a matter is of the task."""
    for time in reversed(times):
        text = f"{text[: time.span[0]]} {text[time.span[1] :]}"
    said = bigrams(subject_words(_ABOUT.sub(" ", _PLACE.sub(" ", text))))
    return said <= bigrams(tuple(word for source in task.sources for word in subject_words(source.text)))


def _put_right(text: str, times: Sequence[TimeExpression], at: datetime, facts: Notice, calendar: Calendar) -> Notice | None:
    today = calendar.local(at).date()
    wrong = [t for t in times if _DENIED.search(text[: t.span[0]]) or _WRONG.match(text[t.span[1] :])]
    right = [t for t in times if t not in wrong]
    if len(right) > 1 or (not right and times):
        return None
    dated: list[Deadline | Event] = [*facts.deadlines, *facts.events]
    meant = [each for each in dated if any(_says(t, each) for t in wrong)] or dated
    if right:
        fits = meant if len(meant) == 1 else [each for each in meant if isinstance(each, Event)] if "day" in right[0].implied else []
        moved = _moved(fits[0], right[0], today, calendar) if len(fits) == 1 else None
        if moved is None or moved.at <= at or (moved.date, moved.time, moved.part) == (fits[0].date, fits[0].time, fits[0].part):
            return None
        if isinstance(moved, Event):
            return replace(facts, events=tuple(moved if each is fits[0] else each for each in facts.events))
        return replace(facts, deadlines=tuple(moved if each is fits[0] else each for each in facts.deadlines))
    place = _PLACE.search(text)
    if place is None or len(facts.events) != 1:
        return None
    before, denied = facts.events[0].place or "", _NOT_THERE.search(text)
    there = before.replace(denied["place"], place["place"]) if denied and denied["place"] in before else place["place"]
    return replace(facts, events=(replace(facts.events[0], place=there),)) if there != before else None


def _says(time: TimeExpression, item: Deadline | Event) -> bool:
    assert time.start is not None
    same_day = "day" in time.implied or time.start.day == item.date.day
    return same_day and (time.clock is None or time.clock == item.time)


def _moved(item: Deadline | Event, time: TimeExpression, today: date, calendar: Calendar) -> Deadline | Event | None:
    """The date or the hour of an item put right; a bare day is of the month that was told."""
    assert time.start is not None
    day = item.date if "day" in time.implied else time.start.date()
    if "month" in time.implied and "week" not in time.implied and "day" not in time.implied:
        same_month = _in_month(item.date, day.day)
        day = same_month if same_month is not None and same_month >= today else day
    hour, part = (time.clock, None) if time.clock else (None, time.part) if time.part else (item.time, item.part)
    said = {"date": day, "at": calendar.at(day, hour, part), "time": hour, "part": part, "said": time.said, "implied": ()}
    return replace(item, **said)  # type: ignore[arg-type]


def _in_month(month: date, day: int) -> date | None:
    try:
        return month.replace(day=day)
    except ValueError:
        return None
