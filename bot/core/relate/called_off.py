"""A bare word that something is off (欠薪排查取消, 迎检部署会因天气原因取消, 今天的会不开了): which known task it names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from bot.core.models import TaskState
from bot.core.relate.substance import substance_of
from bot.core.relate.weighing import Candidate
from bot.core.relate.wording import bigrams, subject_words
from bot.core.times import find_times
from bot.core.workdays import Calendar

_OFF = re.compile(
    r"(?:^|[。!！\n:：])\s*(?P<name>[^,，。;；!！\n:：]{1,20}?)的?(?:事情?|工作|安排)?(?:[,，]?(?:因为?|由于|受)[^,，。;；]{1,14}?[,，]?)?"
    r"(?:就|先|临时|决定|全部|全都|予以|已经?|被|也|都)?(?:取消|暂停|叫停|中止|终止|作废|停办|不搞|不办|不开)(?:了|举行|召开|进行|开展)?(?=[,，。;；!！\s]|$)"
)
_LONGEST = 60
_NOT_SURELY = re.compile(r"[吗么呢?？]|如果?|若|要是|万一|可能|或许?|考虑|是否|听说|先[不别停放]|再[说定议看]|改期|择期|推迟|延期|照常|照旧|其[他它余]|不变|改|另外|[但只]")
_TAKES_PLACE = re.compile(r"(?:会议?|培训|演练|比赛|活动|仪式|赛|课|评比|展评|检查|督查|视察|参观|观摩|走访|调研)$")
_GATHERING = re.compile(r"^(?:这个|那个)?的?(?:会议?|例会|培训会?|活动|演练|比赛)$")


def is_bare_off(text: str) -> bool:
    """Whether a text surely says that something is off, and hardly more."""
    return len(text) <= _LONGEST and not _NOT_SURELY.search(text) and _OFF.search(text) is not None


def named_as_off(text: str, at: datetime, candidates: Iterable[Candidate], calendar: Calendar) -> Candidate | None:
    """The one open task that a bare word of calling off names, by every word of it or as what takes place on a day; None where none or several."""
    said = _OFF.search(text) if is_bare_off(text) else None
    if said is None:
        return None
    name, days = said["name"], _days(said["name"], at, calendar)
    for day, _ in days:
        name = name.replace(day, "")
    words = bigrams(subject_words(name))
    found = [each for each in candidates if each.known.task.state is TaskState.OPEN and _is_meant(name, words, {day for _, day in days}, each)]
    return found[0] if len(found) == 1 else None


def calls_off_another(text: str, candidate: Candidate) -> bool:
    """Whether no word of what a bare word of calling off names is of a task."""
    said = _OFF.search(text) if is_bare_off(text) else None
    words = bigrams(subject_words(said["name"])) if said else frozenset()
    return len(words) >= _NAMED and not words & candidate.view.grams


_NAMED = 3
"""So many 2-grams name a matter."""


def _days(name: str, at: datetime, calendar: Calendar) -> list[tuple[str, date]]:
    times = find_times(name, calendar.local(at), calendar)
    return [(time.said, time.start.date()) for time in times if time.start is not None]


def _is_meant(name: str, words: frozenset[str], days: set[date], candidate: Candidate) -> bool:
    facts, opener = candidate.known.task.facts, candidate.view.opener
    dates = [*(each.date for each in facts.events), *(each.date for each in facts.deadlines)]
    if days and not days & {*dates}:
        return False
    if _GATHERING.match(name.strip()):
        return bool(days) and any(event.date in days for event in facts.events)
    if not substance_of(name) or (_TAKES_PLACE.search(name) and not facts.events and not facts.recurrence):
        return False  # 照片取消 is a part of it; a drill that falls out may leave its plan to be handed in
    whole = bigrams(subject_words(facts.title)) if len(dates) > 1 else opener.grams
    return bool(words) and words <= whole
