"""Lines that move a known task by its number: #1 延到下周一, 1号改到周五下午3点, 把2号任务推迟两天, move 3 to Friday."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.models import Task
from bot.core.relate.time_changes import shift_of
from bot.core.typed_times import read_typed_time
from bot.core.words import LONGEST, numbers_in
from bot.core.workdays import Calendar

_MARKED = r"#\s*\d{1,6}(?:号|这[个件条]|那[个件条])?|任务\s*#?\s*\d{1,6}号?|第?\d{1,6}号?任务"
_BARE = r"第?\d{1,6}(?:号|条)?|第[一二三四五六七八九十\d]{1,2}[个件项条]"
_ONE = rf"(?:{_MARKED}|{_BARE})"
_NUMBERS = rf"(?P<numbers>{_ONE}(?:\s*(?:[,，、和跟&]|\band\b|\s)\s*{_ONE})*)"
_TO = (
    r"(?:改[到为成在至]|[延推]后?[到至]|(?:延期|延迟|延长|推迟|推后|顺延|往后[推延挪]|后延|宽限|缓)[到至]|提[前早][到至]|往前[提挪][到至]"
    r"|挪[到至]|移[到至]|放[到在]|换[到成]|调整?[到至成为])"
)
_BY = r"(?:延|推|顺|后延|往后|往前|提[前早]|再?[宽放]限?|缓|再给|多给|晚)"
_CHINESE = re.compile(
    rf"(?:请|麻烦|帮我?|给我)?[把将]?\s*{_NUMBERS}\s*[,，:：]?\s*(?:的?(?:截止)?(?:期限|时间|日期))?[都也再先]?"
    rf"(?:{_TO}\s*(?P<when>\S.*)|(?P<by>{_BY}.*))\Z"
)
_ENGLISH = re.compile(
    rf"(?:please\s+)?(?:(?:move|postpone|push|extend|delay|reschedule|bring)\s+(?:task\s+)?{_NUMBERS}\s+(?:back\s+|out\s+|forward\s+|up\s+)?(?:to|until|till)\s+(?P<when>\S.*)"
    rf"|(?:task\s+)?(?P<numbers2>#\s*\d{{1,6}})\s+(?:(?:is\s+)?(?:moved|postponed|extended|pushed)\s+(?:back\s+)?(?:to|until|till)|(?:is\s+)?now due(?:\s+on)?)\s+(?P<when2>\S.*))\Z",
    re.I,
)
_OF_A_REPLY = re.compile(
    rf"(?:请|麻烦|帮我?|给我)?(?:这[个件条])?的?(?:截止)?(?:期限|时间|日期)?(?:{_TO}\s*(?P<when>\S.*)|(?P<by>{_BY}.*))\Z"
    rf"|(?:please\s+)?(?:move|postpone|push|extend|delay|reschedule)(?:\s+(?:it|this))?\s+(?:to|until|till)\s+(?P<english>\S.*)\Z",
    re.I,
)
_ASKED = re.compile(r"[?？]|[吗么呢]\s*\Z|[。；;！!].*\S")
_TAIL = re.compile(r"(?:[吧了哈啊]|好了|就行|即可|就可以|please)*[\s。.!！~]*\Z", re.I)
_MARK = re.compile(r"[#任]")
_PLACE = re.compile(r"第[一二三四五六七八九十\d]{1,2}[个件项条]")
"""第三个: of whatever was spoken of last."""
_CHINESE_NUMBERS = {char: place for place, char in enumerate("一二三四五六七八九十", 1)}
_LONGEST_SHIFT = 12
_OF_SHIFT = re.compile(
    r"提[前早]|往前[提赶挪移推]|推[迟后]|延[后期长迟缓]?|顺延|后延|往后[推顺挪延移拖放]|再给|多给|再?[宽放]限?|再?[缓晚]"
    r"|工作日|天|日|周|星期|礼拜|小时|钟头|刻钟|分钟|[个了半一两俩二三四五六七八九十]|[0-9]"
)
_DAY = re.compile(r"第?(\d{1,2})号\Z")
_DAY_OF_MONTH = re.compile(r"\s*(?:下个?月|本月|这个?月)?\s*\d{1,2}\s*[号日]")


@dataclass(frozen=True, slots=True)
class TypedMove:
    """Tasks by number and the time said, a moment (周五下午3点) or by how much (推迟两天).

    `marked` is whether the numbers can be nothing but a task's (#1, 任务1); 1号 may be the first of the month, its
    `days`. It is `doubtful` where they are rather something else: 1号改到3号, 第三个延到月底.
    """

    numbers: tuple[int, ...]
    when: str
    marked: bool
    days: frozenset[int] = frozenset()
    doubtful: bool = False
    hashed: bool = False
    """Whether the number is written as only the bot's are: #3."""

    @property
    def args(self) -> str:
        """What /due is given."""
        return f"{' '.join(map(str, self.numbers))} {self.when}"


def read_typed_move(text: str) -> TypedMove | None:
    """The move that a whole short line says, None where it is anything else or only asks."""
    line = unicodedata.normalize("NFKC", text).strip()
    if not line or len(line) > LONGEST or "\n" in line or _ASKED.search(line):
        return None
    found = _CHINESE.match(line)
    english = None if found else _ENGLISH.match(line)
    if found:
        numbers, when = found["numbers"], found["when"] or found["by"]
    elif english:
        numbers, when = english["numbers"] or english["numbers2"], english["when"] or english["when2"]
    else:
        return None
    when = _TAIL.sub("", when)
    days = frozenset(int(day[1]) for one in re.split(r"[,，、和跟&\s]+", numbers) if (day := _DAY.match(one)))
    marked = _MARK.search(numbers) is not None
    doubtful = bool(days and _DAY_OF_MONTH.match(when)) or _PLACE.search(numbers) is not None
    written = "".join(str(_CHINESE_NUMBERS.get(char, char)) for char in numbers)
    return TypedMove(numbers_in(written), when, marked, days, doubtful and not marked, "#" in numbers) if when else None


def read_reply_move(text: str) -> str | None:
    """The time that a short line moves the task to whose card it answers (改到周五, 推迟两天), None for any other."""
    line = unicodedata.normalize("NFKC", text).strip()
    if not line or len(line) > LONGEST or "\n" in line or _ASKED.search(line):
        return None
    found = _OF_A_REPLY.match(line)
    return _TAIL.sub("", found["when"] or found["english"] or found["by"]) or None if found else None


def typed_shift(when: str) -> timedelta | None:
    """By how much what was said moves a time (推迟两天, 提前半小时), where it says nothing else."""
    said = "".join(when.split())
    return shift_of(said) if len(said) <= _LONGEST_SHIFT and not _OF_SHIFT.sub("", said) else None


def reads_as_time(when: str, now: datetime, calendar: Calendar) -> bool:
    """Whether the whole of what was said is a moment, or by how much something moves."""
    return typed_shift(when) is not None or read_typed_time(when, now, calendar) is not None


def tasks_moved(move: TypedMove, tasks: Iterable[Task], calendar: Calendar) -> tuple[list[int], list[int]]:
    """Numbers of the open `tasks` that the move surely means, and of those that it may mean; all empty where none.

    Where something stands on the day that a number may be, or the number may be no task's, it is not sure.
    """
    zone = ZoneInfo(calendar.timezone)
    known = {each.number: each for each in tasks}
    if not move.numbers or any(number not in known for number in move.numbers):
        return [], []
    named = list(move.numbers)
    if move.marked:
        return named, []
    standing = [each.number for each in known.values() if each.number not in named and _days_of(each, zone) & move.days]
    return ([], [*named, *standing]) if standing or move.doubtful else (named, [])


def _days_of(task: Task, zone: ZoneInfo) -> set[int]:
    facts = task.facts
    return {at.astimezone(zone).day for at in (*(one.at for one in facts.deadlines), *(one.at for one in facts.events))}
