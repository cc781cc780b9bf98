"""What is told of single dates of a rhythm: that they fall out (这周的周报不用报了) or move (这周的提前到周四)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.models import Deadline, Event, Notice, Recurrence, RecurrenceException, Task, TimeExpression
from bot.core.occurrences import anchored, dates_between, instant_of, left_out
from bot.core.times import find_times
from bot.core.workdays import Calendar

_SENTENCE = re.compile(r"[^。;；!！\n]+")
_ASKS = re.compile(r"[吗么呢?？]|是不是|要不要|用不用|还用")
_SKIPS = re.compile(
    r"(?:不用|不必|不需要?|无需|无须|不要|甭|别|可以不|可不|先不|就不|都不|也不|不再?)(?![迟漏瞒误忘谎错晚重乱虚缺耽拖])[^,，、]{0,4}(?:报|交|送|发|填|开|来|录|查|打卡|值班|搞|弄|办|写|做|例会)"
    r"|[的了报会]不(?:报|交|开|发|填)了|停[报开交一]|免[报交填]|[的会报]免(?:了|一次|[,，]|$)|取消|暂停|空一|歇一|跳过"
    r"|\b(?:no (?!later|fewer|more)\w+|skip|skipped|not (?:needed|required|due)|cancel(?:l?ed)?|off)\b",
    re.I,
)
_FOR_GOOD = re.compile(r"起|以后|今后|往后|再也|从此|不再|永久|\bfrom\b.{0,12}\bon\b|\bno longer\b", re.I)
_RESUMES = re.compile(r"照常|照旧|恢复|继续|接着|正常[报交开]|再[报交开]|\b(?:resumes?|back to normal|as usual)\b", re.I)
_THIS_ONE = re.compile(r"(?:[这本]|下1|下一|下)(?:1|一)?(?:次|回|期)")
_NEXT_ONE = re.compile(r"下(?:1|一)?(?:次|回|期)")
_STANDING_DAYS = re.compile(r"(?<![这本下])(?P<off>周末|双休日?|休息日)|(?<![这本下])(?P<holidays>节假日|法定(?:节)?假日)")

_LATER = re.compile(r"推[迟后到]|延[期后到至]|往后|顺延|拖到|缓到|放到|宽限|\b(?:postponed|pushed back|extended|later)\b", re.I)
_SOONER = re.compile(r"提前|提早|往前|\b(?:brought forward|moved up|earlier)\b", re.I)
_MOVES = re.compile(r"改[到为成在期]?|挪|移[到至]|换[到成]|调[到成整]|\b(?:moved?|rescheduled|instead)\b", re.I)
_OF_THIS = re.compile(r"[这本]个?(?:周|星期|礼拜|次|回|期|月|季)|[今明后][天日晚早]|下个?(?:周|星期|礼拜|月|次|期)|\bthis (?:week|month|time)\b|\bnext (?:week|month|time)\b", re.I)

_FAR = timedelta(days=400)
_AROUND = timedelta(days=45)
"""How far from the new day the date is looked for that moves there."""


def exceptions_told(text: str, at: datetime, notice: Notice, task: Task, calendar: Calendar) -> Recurrence | None:
    """The rhythm of a task with the dates left out or moved that a message tells of; None where it tells of none.

    `at` is when the message was sent. What holds from now on is another rhythm or an end, not an exception.
    """
    known, rule = task.facts.recurrence, anchored(task)
    if known is None or rule is None or notice.recurrence is not None or _ASKS.search(text):
        return None
    found = [*_dates_left_out(text, at, rule, calendar)] or [*_date_moved(text, at, notice, rule, calendar)]
    if found:
        fresh = (each for each in found if each not in known.exceptions)
        return replace(known, exceptions=(*known.exceptions, *fresh))
    return _without_days_off(text, known)


def _without_days_off(text: str, rule: Recurrence) -> Recurrence | None:
    """A daily duty that from now on leaves the weekends out (周末不用报)."""
    days = _STANDING_DAYS.search(text)
    skips = _SKIPS.search(text, days.end()) if days else None
    if rule.rrule != "FREQ=DAILY" or rule.days_off or days is None or skips is None or skips.start() - days.end() > _CLOSE:
        return None
    return replace(rule, days_off="skip" if days["off"] else "skip_holidays")


_CLOSE = 8
"""Characters between days and the word that lets them off."""


def _dates_left_out(text: str, at: datetime, rule: Recurrence, calendar: Calendar) -> Iterator[RecurrenceException]:
    today, plainly = calendar.local(at).date(), replace(rule, exceptions=())  # what fell out may be told of again
    for sentence in _SENTENCE.finditer(text):
        said = sentence[0]
        skips = _SKIPS.search(said)
        if skips is None:
            continue
        times = find_times(said, calendar.local(at), calendar)
        resumes = _resuming(said, skips.end(), times)
        ends = resumes.start.date() - timedelta(days=1) if resumes and resumes.start else None
        if ends is None and _FOR_GOOD.search(said):
            continue
        if _STANDING_DAYS.search(said[: skips.start()]):
            continue
        named = [t for t in times if t is not resumes and t.start is not None and t.span[0] < skips.start()]
        named = named or [t for t in times if t is not resumes and t.start is not None and said.isascii()]
        for time in named:
            assert time.start is not None
            first = time.start.date()
            last = time.end.date() if time.end else first if time.grain == "day" and time.kind == "point" else ends
            if last is not None and (dates := _meant(plainly, first, last, today, time, calendar)):
                yield RecurrenceException(dates[0], dates[-1])
        if not named and (one := _THIS_ONE.search(said[: skips.start()])):
            following = dates_between(rule, today, today + _AROUND * 2, calendar)
            ahead = [day for day in following if instant_of(rule, day, calendar) > at]
            if ahead and not (_NEXT_ONE.match(one[0]) and len(ahead) < 1):
                yield RecurrenceException(ahead[0], ahead[0])


def _resuming(said: str, after: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    word = _RESUMES.search(said, after)
    return next((t for t in reversed(times) if word and after <= t.span[0] < word.start()), None)


_EARLY = re.compile(r"FREQ=MONTHLY;BYMONTHDAY=(?:[1-9]|10)(?!\d)")
_NAMED_MONTH = re.compile(r"\d{1,2}月份?|[一二三四五六七八九十]{1,2}月份?")


def _meant(rule: Recurrence, first: date, last: date, today: date, time: TimeExpression, calendar: Calendar) -> tuple[date, ...]:
    """The dates of the rule in what was said; 11月的月报 that is due on the 5th is that of December."""
    if not (_EARLY.match(rule.rrule) and time.grain == "month" and _NAMED_MONTH.fullmatch(time.said)):
        dates = tuple(day for day in dates_between(rule, first, last, calendar) if day >= today or time.grain in ("week", "day"))
        if dates or time.grain not in ("week", "month", "quarter") or last < today:
            return dates
    return dates_between(rule, last + timedelta(days=1), last + _AROUND, calendar)[:1]


def _date_moved(text: str, at: datetime, notice: Notice, rule: Recurrence, calendar: Calendar) -> Iterator[RecurrenceException]:
    dated: tuple[Deadline | Event, ...] = notice.deadlines or notice.events
    new = dated[0] if len(dated) == 1 else None
    if new is None or new.at <= at:
        return
    old = _date_that_moves(text, at, new.date, rule, calendar)
    if old is None or (old == new.date and not (new.time or new.part)):
        return
    moved = RecurrenceException(old, old, new.date, new.time, new.part)
    if instant_of(replace(rule, exceptions=(moved,)), old, calendar) != instant_of(rule, old, calendar):
        yield moved


def _date_that_moves(text: str, at: datetime, day: date, rule: Recurrence, calendar: Calendar) -> date | None:
    """The date of the rule that is due on `day` instead; None where the words move none."""
    today, rule = calendar.local(at).date(), replace(rule, exceptions=())  # what fell out may be wanted after all
    later, sooner = _LATER.search(text), _SOONER.search(text)
    word = later or sooner or _MOVES.search(text) or _OF_THIS.search(text)
    if word is None:
        return None
    around = dates_between(rule, day - _AROUND, day + _AROUND, calendar)
    if day in around and not (later or sooner):
        return day
    for time in find_times(text, calendar.local(at), calendar):
        if time.span[0] <= word.start() and time.start and time.end and time.grain in ("week", "month", "quarter"):
            inside = [each for each in around if time.start.date() <= each <= time.end.date()]
            if len(inside) == 1:
                return inside[0]
    if later:
        return next((each for each in reversed(around) if today <= each <= day), None)
    if sooner:
        return next((each for each in around if each >= day), None)
    week = [each for each in around if each.isocalendar()[:2] == day.isocalendar()[:2]]
    if len(week) == 1:
        return week[0]
    near = [each for each in around if each >= today]
    return min(near, key=lambda each: abs(each - day)) if near and rule.rrule.startswith(("FREQ=MONTHLY", "FREQ=YEARLY")) else None


def falls_on_no_date(notice: Notice, task: Task, calendar: Calendar) -> bool:
    """Whether a message sets a limit that is no date of the known rhythm: kept with it, it would be lost."""
    rule = anchored(task)
    if rule is None or task.facts.deadlines or notice.recurrence is not None:
        return False
    days = (each.date for each in notice.deadlines)
    return any(not (left_out(rule, day) or dates_between(rule, day, day, calendar)) for day in days)
