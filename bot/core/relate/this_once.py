"""What is told of single dates of a rhythm: that they fall out (这周的周报不用报了) or move (这周的提前到周四)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.models import Deadline, Event, Notice, Recurrence, RecurrenceException, Task, TimeExpression
from bot.core.occurrences import anchored, dates_between, instant_of, left_out
from bot.core.relate.letting_off import FOR_GOOD, LETS_OFF, RESUMES, SENTENCE, STANDING_DAYS, is_personal
from bot.core.relate.rhythm_ends import until_told
from bot.core.relate.time_changes import NUMBER, is_supposed
from bot.core.times import find_times
from bot.core.workdays import Calendar

_ASKS = re.compile(r"[吗么呢?？]|是不是|要不要|用不用|还用")
_THIS_ONE = re.compile(r"(?:[这本]|下1|下一|下)(?:1|一)?(?:次|回|期)")
_NEXT_ONE = re.compile(r"下(?:1|一)?(?:次|回|期)")
_LATER = re.compile(r"(?:晚|迟)(?:一?点|些|[一两]天)|推[迟后到]|延[期后到至]|往后|顺延|拖到|缓到|放到|宽限|\b(?:postponed|pushed back|extended|later)\b", re.I)
_SOONER = re.compile(r"提前|提早|往前|\b(?:brought forward|moved up|earlier)\b", re.I)
_MOVES = re.compile(r"改[到为成在期]?|挪|移[到至]|换[到成]|调[到成整]|\b(?:moved?|rescheduled|instead)\b", re.I)
_OF_THIS = re.compile(r"[这本]个?(?:周|星期|礼拜|次|回|期|月|季)|[今明后][天日晚早]|下个?(?:周|星期|礼拜|月|次|期)|\bthis (?:week|month|time)\b|\bnext (?:week|month|time)\b", re.I)

_FAR = timedelta(days=400)
_AROUND = timedelta(days=45)
"""How far from the new day the date is looked for that moves there."""


def exceptions_told(
    text: str, at: datetime, notice: Notice, task: Task, calendar: Calendar, rhythm_changes: bool = False
) -> Recurrence | None:
    """The rhythm of a task with the dates left out or moved, or the end, that a message tells of; None where it tells of none.

    `at` is when the message was sent. What holds from now on is another rhythm, not an exception; where the words may
    tell of one (`rhythm_changes`), no single date moves.
    """
    known, rule = task.facts.recurrence, anchored(task)
    if known is None or rule is None or notice.recurrence is not None or _ASKS.search(text):
        return None
    text = _each_weekday(text)
    if (ends := until_told(text, at, known, rule, calendar, rhythm_changes)) is not None:
        return ends
    found = [*_dates_left_out(text, at, rule, calendar)] or ([] if rhythm_changes else [*_date_moved(text, at, notice, rule, calendar)])
    if found:
        fresh = (each for each in found if each not in known.exceptions)
        return replace(known, exceptions=(*known.exceptions, *fresh))
    return _on_days_off(text, known)


_WEEKDAYS_ON = re.compile(r"((?:下下?|这|本)?个?(?:周|星期|礼拜))([一二三四五六日天]{2,6})(?![一-鿿]?[月年份])")


def _each_weekday(text: str) -> str:
    """The text with 下周三四五 as 下周三、下周四、下周五."""
    return _WEEKDAYS_ON.sub(lambda m: "、".join(m[1] + day for day in m[2]), text)


def _on_days_off(text: str, rule: Recurrence) -> Recurrence | None:
    """A daily duty that from now on leaves the weekends out (周末不用报), or takes them in (周末也要报)."""
    if (rule.days_off or rule.rrule == _WORKDAYS) and _WEEKENDS_TOO.search(text):
        return replace(rule, rrule="FREQ=DAILY" if rule.rrule == _WORKDAYS else rule.rrule, days_off="")
    days = STANDING_DAYS.search(text)
    skips = LETS_OFF.search(text, days.end()) if days else None
    if rule.rrule != "FREQ=DAILY" or rule.days_off or days is None or skips is None or skips.start() - days.end() > _CLOSE:
        return None
    return replace(rule, days_off="skip" if days["off"] else "skip_holidays")


_WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
_WEEKENDS_TOO = re.compile(r"(?<![这本下])(?:周末|双休日?|休息日|(?:周|星期)六[、和]?(?:周|星期)?[日天])(?:和节假日)?(?:今后|以后)?(?:也|都|照样?|一样)(?:要|得|须)?(?:照?常?)(?:上?报|[交填发])")
_CLOSE = 8
"""Characters between days and the word that lets them off."""


def _dates_left_out(text: str, at: datetime, rule: Recurrence, calendar: Calendar) -> Iterator[RecurrenceException]:
    today, plainly = calendar.local(at).date(), replace(rule, exceptions=())  # what fell out may be told of again
    for sentence in SENTENCE.finditer(text):
        said = sentence[0]
        skips = LETS_OFF.search(said)
        if skips is None or is_personal(said) or is_supposed(said, skips.start()):
            continue
        times = find_times(said, calendar.local(at), calendar)
        resumes = _resuming(said, skips.end(), times)
        ends = resumes.start.date() - timedelta(days=1) if resumes and resumes.start else None
        if ends is None and FOR_GOOD.search(said):
            continue
        if STANDING_DAYS.search(said[: skips.start()]):
            continue
        named = [t for t in times if t is not resumes and t.start is not None and t.span[0] < skips.start()]
        named = named or [t for t in times if t is not resumes and t.start is not None and said.isascii()]
        for time in named:
            assert time.start is not None
            first = time.start.date()
            if _THAT_WEEK.match(said, time.span[1]):
                first -= timedelta(days=first.weekday())
                time = replace(time, start=datetime.combine(first, datetime.min.time()), end=datetime.combine(first + timedelta(days=6), datetime.min.time()))
            last = time.end.date() if time.end else first if time.grain == "day" and time.kind == "point" else ends
            last = max(last, ends) if last and ends and time is named[-1] else last
            if last is not None and (dates := _meant(plainly, first, last, today, time, calendar)):
                yield RecurrenceException(dates[0], dates[-1])
        if not named and (lasting := _lasting(said, skips, times, ends, at, plainly, calendar)):
            yield lasting
        elif not named and (one := _THIS_ONE.search(said[: skips.start()])):
            following = dates_between(rule, today, today + _AROUND * 2, calendar)
            ahead = [day for day in following if instant_of(rule, day, calendar) > at]
            if ahead and not (_NEXT_ONE.match(one[0]) and len(ahead) < 1):
                yield RecurrenceException(ahead[0], ahead[0])


_UNTIL = re.compile(r"[^,，\d]{0,4}[到至]$")
_SO_MANY = re.compile(r"(?:上?[报开交填])?(?P<n>\d{1,2}|[一两二三四五六七八九十])个?(?P<unit>天|周|星期|礼拜|月|次|期|回)")
_DAYS = {"天": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 30}


def _lasting(
    said: str, skips: re.Match[str], times: Sequence[TimeExpression], ends: date | None, at: datetime, rule: Recurrence, calendar: Calendar
) -> RecurrenceException | None:
    """The dates from today on that fall out where only the end or the length is told (停报到12月4日, 暂停两周)."""
    today = calendar.local(at).date()
    ahead = tuple(day for day in dates_between(rule, today, ends or today + _FAR, calendar) if instant_of(rule, day, calendar) > at)
    after = next((t for t in times if t.start and t.span[0] >= skips.end()), None)
    if after and after.start and _UNTIL.fullmatch(said[skips.end() : after.span[0]]):
        ahead = tuple(day for day in ahead if day <= (after.end or after.start).date())
    elif length := _SO_MANY.match(said, skips.end() - 1) or _SO_MANY.match(said, skips.end()):
        count = int(length["n"]) if length["n"].isdigit() else int(NUMBER[length["n"]])
        days = _DAYS.get(length["unit"])
        ahead = tuple(day for day in ahead if day < today + timedelta(days=count * days)) if days else ahead[:count]
    elif ends is None:
        return None
    return RecurrenceException(ahead[0], ahead[-1]) if ahead else None


_THAT_WEEK = re.compile(r"(?:所在)?[那当这]个?[一1]?(?:周|星期|礼拜)(?![一二三四五六日天])")
"""元旦那周."""


def _resuming(said: str, after: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    word = RESUMES.search(said, after)
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
    dated = dated or tuple(_told_in_words(text, at, calendar))
    dated = tuple(each for each in dated if not dates_between(rule, each.date, each.date, calendar)) if len(dated) > 1 else dated  # 2月还是25日
    new = dated[0] if len(dated) == 1 else None
    if new is None or new.at <= at:
        return
    old = _date_that_moves(text, at, new.date, rule, calendar)
    if old is None or (old == new.date and not (new.time or new.part)):
        return
    moved = RecurrenceException(old, old, new.date, new.time, new.part)
    if instant_of(replace(rule, exceptions=(moved,)), old, calendar) != instant_of(rule, old, calendar):
        yield moved


_MOVES_TO = re.compile(r"(?:推迟|延期|延后|顺延|延|提[前早]|改|挪|调整)[到至为]$")


def _told_in_words(text: str, at: datetime, calendar: Calendar) -> Iterator[Deadline]:
    """The days that a message says something moves to, where they were not read as limits (1月份的推迟到1月29日)."""
    for time in find_times(text, calendar.local(at), calendar):
        if time.start and time.grain in ("day", "minute") and _MOVES_TO.search(text[: time.span[0]]):
            yield Deadline(time.start.date(), calendar.at(time.start.date(), time.clock, time.part), time.clock, time.part)


def _date_that_moves(text: str, at: datetime, day: date, rule: Recurrence, calendar: Calendar) -> date | None:
    """The date of the rule that is due on `day` instead; None where the words move none."""
    today, rule = calendar.local(at).date(), replace(rule, exceptions=())  # what fell out may be wanted after all
    later, sooner = _LATER.search(text), _SOONER.search(text)
    word = later or sooner or _MOVES.search(text) or _OF_THIS.search(text)
    if word is None or is_supposed(text, word.start()):
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


def with_dates_of(facts: Notice, rule: Recurrence) -> Notice:
    """The facts with the dates of a rhythm that was told otherwise, without the limits that fell out with them."""
    gone = [each for each in rule.exceptions if each.date is None and facts.recurrence and each not in facts.recurrence.exceptions]
    kept = tuple(d for d in facts.deadlines if not any(each.first <= d.date <= each.last for each in gone))
    return replace(facts, recurrence=rule, deadlines=kept)
