"""Another rhythm for a duty that comes back: its days, its measure, its hour, and from when it holds."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.models import Deadline, Notice, Recurrence, TimeKind
from bot.core.occurrences import dates_between
from bot.core.relate.time_changes import LEAVE, is_supposed
from bot.core.relate.traits import Traits
from bot.core.relate.wording import bigrams, plain
from bot.core.times import find_times
from bot.core.workdays import Calendar

LETS_OFF_RHYTHM = re.compile(
    r"(?:不用|不必|不需要?|无需|无须|不再|不要|不|别|甭|莫|取消)(?:再|搞|做|报|要求)?(?:天天|日日|周周|月月|每[天日周月旬]|每?[一1](?:天|日|周|星期)[一1]?[次报]|[日周旬月]报)"
    r"|\b(?:no (?:more|longer)|not|stop)\b[^.]{0,20}\b(?:daily|weekly|monthly|every)\b",
    re.I,
)
_STOPS_REPORT = re.compile(r"(?:日|周|旬|月)报(?:制度?)?(?:取消|停|改)")
_MAKES_RHYTHM = re.compile(r"(?:改|变|调整?|换)[为成到]?(?:的)?每|(?:以后|今后|往后|从[^,，。]{1,8}起)[^,，。]{0,8}每|不是[报交][一1][次回]|\b(?:moves?|changes?|switch(?:es)?) to\b", re.I)


_CHANGES = re.compile(r"(?<![整批涂房技立])改(?![造革善])|换[到成为]|调[到成为整]|变[成为]|挪|移[到至]|提[前早]|推[迟后到]|延[期后到至]|[早晚][一1]?点(?![\d前半报交])|以后|今后|往后|周起|月起|只要[早晚上下那]")
_FROM_NOW = re.compile(r"以后|今后|往后|每|起|[一1](?:周|星期|礼拜|月)")
_THIS_ONCE = re.compile(r"[这本]个?(?:周|星期|礼拜|次|回|月)|[今明后][天日早晚]|下个?(?:周|星期|礼拜|月)")
_THEN_AS_BEFORE = re.compile(r"(?:以后|今后|之后|往后|此后|后面|其[他余]|别的|下个?(?:周|星期|礼拜|月)|(?:1[0-2]|[1-9])月)[^,，。;；]{0,8}(?:还是|仍|照旧|照常|不变|恢复|按原)|\bthen back to\b")
"""12月的提前到22号，以后还是25号: the rhythm stays."""
_SINCE_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天](?:起|开始)")
_ONLY_ON = re.compile(r"(?:只|仅)(?:要|需|用|在)?每?(?:周|星期|礼拜)[一二三四五六日天]")
"""从下个月起只要周日发, of what came twice a week."""
_ONCE_A_WEEK = re.compile(r"(?:[一1]个?|每)(?:周|星期|礼拜)[^,，]{0,5}[一1][次回]")
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])")
_ONE_WEEKDAY, _ONE_DAY = re.compile(r"FREQ=WEEKLY;BYDAY=[A-Z]{2}"), re.compile(r"FREQ=MONTHLY;BYMONTHDAY=-?\d+")
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def _at_hour(old: Recurrence, new: Deadline) -> Recurrence:
    """The rhythm at another hour; of several hours a day the nearest one moves."""
    if not old.hours or new.time is None:
        return replace(old, time=new.time, part=new.part, hours=()) if new.time or new.part else old
    nearest = min(old.hours, key=lambda hour: abs(_minutes(hour) - _minutes(new.time or "")))
    hours = tuple(sorted({new.time, *(hour for hour in old.hours if hour != nearest)}))
    return replace(old, time=hours[-1], hours=hours)


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def _moved_rhythm(notice: Notice, facts: Notice, t: Traits) -> Recurrence | None:
    """The known rhythm on the day or at the hour that is said for it now (截图改成周四下班前交, 改成下午6点半前发)."""
    old, said = facts.recurrence, plain(t.raw)
    if old is None or notice.recurrence or len(notice.deadlines) != 1 or not _CHANGES.search(LEAVE.sub("", said)):
        return None
    if (_THIS_ONCE.search(said) and not _FROM_NOW.search(said)) or _THEN_AS_BEFORE.search(said):
        return None
    new = notice.deadlines[0]
    hour = new if new.time or new.part else old
    if "day" in new.implied:
        return _at_hour(old, new)
    weekday = _WEEKDAY.findall(_SINCE_WEEKDAY.sub("", said))
    if weekday and _ONLY_ON.search(said) and old.rrule.startswith("FREQ=WEEKLY;BYDAY=") and _BYDAY[new.date.weekday()] in old.rrule:
        return replace(old, rrule=f"FREQ=WEEKLY;BYDAY={_BYDAY[new.date.weekday()]}")
    if weekday and (_ONE_WEEKDAY.fullmatch(old.rrule) or _ONCE_A_WEEK.search(said)):
        return replace(old, rrule=f"FREQ=WEEKLY;BYDAY={_BYDAY[new.date.weekday()]}", time=hour.time, part=hour.part)
    if _ONE_DAY.fullmatch(old.rrule) and re.search(rf"(?<!\d){new.date.day}[号日]", said):
        return replace(old, rrule=f"FREQ=MONTHLY;BYMONTHDAY={new.date.day}", time=hour.time, part=hour.part)
    return None


_MEASURES = {"日": "FREQ=DAILY", "周": "FREQ=WEEKLY", "双周": "FREQ=WEEKLY;INTERVAL=2", "月": "FREQ=MONTHLY", "季": "FREQ=MONTHLY;INTERVAL=3"}
_MEASURE = re.compile(r"(?:改|换|变|调整?|转)(?:成|为|到|按|作)?(?:每)?(日|双周|周|月|季)度?(?:报|汇总|统计)(?!表|告|送?[一1]次)")
_ON_DAYS = re.compile(r"BY[A-Z]+=")
_QUARTERS = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY="


def _on_its_days(rrule: str, old: str) -> str:
    """A rule that names no day on the days of the old one: 改为每两周报一次 of what was due on Fridays stays on Fridays."""
    of_week, of_month = re.search(r"BYDAY=[A-Z,]+$", old), re.search(r"BYMONTHDAY=(-?\d+)$", old)
    if _ON_DAYS.search(rrule):
        return rrule
    if rrule.startswith("FREQ=WEEKLY") and of_week and old.startswith("FREQ=WEEKLY"):
        return f"{rrule};{of_week[0]}"
    if rrule.startswith("FREQ=MONTHLY") and of_month:
        return f"{_QUARTERS}{of_month[1]}" if rrule.endswith("INTERVAL=3") else f"{rrule};{of_month[0]}"
    return rrule


def _other_measure(notice: Notice, facts: Notice, t: Traits) -> Recurrence | None:
    """The known rhythm in another measure that no date is told with, on a day that can be known (改季度报; 每周发一次，周三)."""
    old, said = facts.recurrence, plain(t.raw)
    if old is None or notice.recurrence or notice.deadlines:
        return None
    if measure := _MEASURE.search(said):
        rrule = _on_its_days(_MEASURES[measure[1]], old.rrule)
        known_day = rrule == "FREQ=DAILY" or _ON_DAYS.search(rrule)
        return replace(old, rrule=rrule) if known_day and rrule != old.rrule else None
    lets_off = LETS_OFF_RHYTHM.search(said)
    if lets_off and (once := _ONCE_A_WEEK.search(said, lets_off.end())):
        days = _WEEKDAY.findall(said, once.start())
        return replace(old, rrule=f"FREQ=WEEKLY;BYDAY={_BYDAY[_HAN_DAYS.index(days[0])]}") if len(days) == 1 else None
    return None


_HAN_DAYS = "一二三四五六日"


def _lets_off(text: str) -> bool:
    return LETS_OFF_RHYTHM.search(text) is not None or _STOPS_REPORT.search(text) is not None


def _is_supposed(t: Traits) -> bool:
    """Whether the rhythm would change only if something happens (要是县里同意，从下周起改成周三报)."""
    said = plain(t.raw)
    change = _CHANGES.search(said)
    return change is not None and is_supposed(said, change.start())


_STAYS = re.compile(r"还是|仍|不改了|照旧|照原来|按原来|恢复|\b(?:still|after all|as before|unchanged)\b", re.I)


_UNDONE = re.compile(r"不(?:改|变|调整?|换)了|[照按]原来|维持(?:原|不变)")


def _goes_back(new: Recurrence, old: Recurrence, t: Traits) -> bool:
    """Whether the rhythm that holds until another starts shall stay after all (还是每周一，不改了)."""
    return old.before is not None and new.rrule == old.before.rrule and new.rrule != old.rrule and _STAYS.search(t.raw) is not None


def new_rhythm(notice: Notice, facts: Notice, t: Traits) -> bool:
    """Whether a duty shall come back otherwise (不用天天报了，改每周一、周四报), or but once (月底报一次总数), or not only once."""
    if _is_supposed(t):
        return False
    if notice.recurrence and facts.recurrence:
        apart = notice.recurrence.rrule != facts.recurrence.rrule or (notice.recurrence.hours and notice.recurrence.hours != facts.recurrence.hours)
        if _goes_back(notice.recurrence, facts.recurrence, t):
            return True
        return bool(apart) and bool(t.cues.change or t.cues.cancel or _lets_off(t.raw) or _MAKES_RHYTHM.search(t.raw))
    if facts.recurrence:
        if facts.recurrence.before and _UNDONE.search(t.raw):
            return True
        changed = _moved_rhythm(notice, facts, t) or _other_measure(notice, facts, t)
        return changed is not None or bool(notice.deadlines and _lets_off(t.raw))
    return bool(notice.recurrence and facts.deadlines and not facts.events and _MAKES_RHYTHM.search(t.raw))


def with_rhythm(facts: Notice, notice: Notice, t: Traits) -> Notice:
    """The facts with the rhythm that is said now; what it leaves out stays as it was."""
    new, old = notice.recurrence, facts.recurrence
    if _is_supposed(t):
        return facts
    if old and old.before and (_goes_back(new, old, t) if new else _UNDONE.search(t.raw)):
        return replace(facts, recurrence=old.before)
    if new and old:
        hour = new if new.time or new.part else old
        bounds = replace(new, rrule=_on_its_days(new.rrule, old.rrule), start=new.start or old.start, until=new.until or old.until)
        pauses = tuple(each for each in old.exceptions if each.date is None or new.rrule == old.rrule)
        kept = replace(bounds, days_off=new.days_off or old.days_off, exceptions=pauses, before=old.before)
        return replace(facts, recurrence=replace(kept, time=hour.time, part=hour.part, hours=hour.hours))
    if (moved := _moved_rhythm(notice, facts, t) or _other_measure(notice, facts, t)) is not None:
        return replace(facts, recurrence=moved)
    if new_rhythm(notice, facts, t):
        return replace(facts, recurrence=new, deadlines=notice.deadlines)
    return facts


OPENS = re.compile(r"\b(?:starting|from|beginning|as of|effective)(?: with)? $", re.I)


def starts_told(text: str, at: datetime, calendar: Calendar) -> date | None:
    """From when a text says that something holds, if that is a later day (从下周起, 12月1日起, starting next month)."""
    today = calendar.local(at).date()
    for time in find_times(text, calendar.local(at), calendar):
        opens = time.kind is TimeKind.RANGE and time.end is None
        if time.start and time.start.date() > today and (opens or OPENS.search(text[: time.span[0]])):
            return time.start.date()
    return None


def held_until_then(old: Recurrence, new: Recurrence, text: str, at: datetime, calendar: Calendar) -> Recurrence:
    """The new rule of a duty that was due by `old`: until it starts the old one holds, its dates stay due."""
    told = new.start if new.start != old.start else None
    start = told or starts_told(text, at, calendar)
    today = calendar.local(at).date()
    if start is None or start <= today:
        return new
    before = old.before if old.before and old.start and old.start >= start else old
    ahead = dates_between(before, today, start - timedelta(days=1), calendar)
    return replace(new, start=start, before=before if ahead else None)


_PERIODIC = re.compile(
    r"(?P<name>[一-鿿]{2,10}?)(?<![每周日月旬季天一1改成为按换变调转到])(?<!工作)(?:(?:[日周旬月季年]|双周|半月)报(?!送?[一1两2]次)|(?:统计|登记|汇总|情况|明细|核查|排查|巡查|进度|变动)?(?:表(?!格)|台账))"
)
_SAYS_NOTHING = re.compile(r"(?:[各本这那下上每个次份期年月周日改发报交写填是了都所有]|天|张|份|我们|你们|大家|咱们|以后|今后|往后|现在|原来|其他|其余|另外|单位|通知|请|关于|停|免|不用|从|自)+")
_NAME_AT_MOST = 4


def _names(text: str) -> list[frozenset[str]]:
    """What stands before 周报, 月报 … in a text and names it, in 2-grams."""
    parts = (re.split("[的起把将对是那这还改]", found["name"])[-1] for found in _PERIODIC.finditer(plain(text)))
    names = (part[said.end() :] if (said := _SAYS_NOTHING.match(part)) else part for part in parts)
    return [bigrams((name[-_NAME_AT_MOST:],)) for name in names if len(name) > 1]


def names_another(text: str, known: str) -> bool:
    """Whether all the periodic papers of a text have names with no word of what is `known` of a task (安全周报, 进度周报)."""
    named = _names(text)
    return bool(named) and not any(words & bigrams((plain(known),)) for words in named)


def names_same(text: str, known: str) -> bool:
    """Whether a text names just the periodic paper of a task, by what is `known` of it."""
    named = _names(text)
    return bool(named) and all(words <= bigrams((plain(known),)) for words in named)
