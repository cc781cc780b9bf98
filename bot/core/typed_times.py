"""Times that people type into a command: /due 12 明天下午3点, /snooze 12 2h, /due 12 next friday 5pm."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.models import Grain, TimeExpression, TimeKind
from bot.core.normalise import normalise
from bot.core.times import find_times
from bot.core.workdays import Calendar

_SHORT = re.compile(r"\+?(\d{1,3}(?:\.\d)?)\s?(m|min|mins|h|hr|hrs|d|w|分|时|天|周|个?小时|个?月|个?钟)\s?(?:后|later)?$", re.I)
_MINUTES = {"m": 1, "h": 60, "d": 1440, "w": 10080, "分": 1, "时": 60, "天": 1440, "周": 10080}
_FILLER = re.compile(
    r"(?:请|改到|改为|改成|延到|延期到|延至|推到|推迟到|提前到|提醒我?|再提醒|截止|截至|就|吧|到|至|在|的|前|后|再|那天|为止|左右"
    r"|\b(?:by|on|at|until|till|to|before|due|remind|me|again|in|the|latest|please)\b|[\s,，。.!！?？:：()（）-])+",
    re.I,
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LANGUAGES = [
    "es", "fr", "de", "pt", "it", "ru", "uk", "vi", "th", "id", "ko", "ja", "ar", "tr", "nl", "pl", "kk", "mn", "hi",
]  # fmt: skip
_LONGEST = 80


def _left_over(text: str, found: list[TimeExpression]) -> str:
    parts, at = [], 0
    for each in found:
        parts.append(text[at : each.span[0]])
        at = each.span[1]
    return _FILLER.sub("", "".join([*parts, text[at:]]))


def _instant(each: TimeExpression, now: datetime, calendar: Calendar, begins: bool) -> datetime | None:
    """The aware instant that one expression means as a time limit, or as a moment to speak (`begins`)."""
    zone = ZoneInfo(calendar.timezone)
    if each.unsure == "vague":
        return None
    if each.kind is TimeKind.DURATION and each.minutes:
        if each.workdays:
            return calendar.at(calendar.add_workdays(calendar.local(now).date(), each.minutes // 1440), begins=begins)
        return _later(now, each.minutes, calendar, begins)
    if each.kind is TimeKind.SET or each.start is None:
        return None
    if each.kind is TimeKind.POINT:
        if each.clock:
            return each.start.replace(tzinfo=zone)
        return calendar.at(each.start.date(), part=each.part, begins=begins)
    if begins or each.end is None:
        day, clock = each.start, each.clock
    else:
        day, clock = each.end, each.end_clock
        if each.grain is Grain.WEEK:
            return calendar.at(calendar.last_workday_of_week(each.start.date()))
    return day.replace(tzinfo=zone) if clock else calendar.at(day.date(), begins=begins)


def _shorthand(text: str, now: datetime, calendar: Calendar, begins: bool) -> datetime | None:
    match = _SHORT.fullmatch(text)
    if match is None:
        return None
    unit = match[2].lower()
    if "月" in unit:
        return None
    minutes = _MINUTES.get(unit[0]) or _MINUTES["h"]
    return _later(now, float(match[1]) * minutes, calendar, begins)


def _later(now: datetime, minutes: float, calendar: Calendar, begins: bool) -> datetime:
    """So much later; a limit counted in whole days ends with the last of them."""
    later = (now + timedelta(minutes=minutes)).astimezone(ZoneInfo(calendar.timezone))
    return later if begins or minutes % 1440 else calendar.at(later.date())


def _other_language(text: str, now: datetime, calendar: Calendar) -> datetime | None:
    """What dateparser makes of a language that we do not read; its first call takes about two seconds."""
    if _HAN.search(text) or not any(c.isalpha() for c in text):
        return None
    import dateparser

    settings = {"RELATIVE_BASE": calendar.local(now), "PREFER_DATES_FROM": "future", "DATE_ORDER": "DMY"}
    found = dateparser.parse(text, languages=_LANGUAGES, settings=settings)
    if not isinstance(found, datetime):
        return None
    return found.replace(tzinfo=ZoneInfo(calendar.timezone), microsecond=0)


def read_typed_time(text: str, now: datetime, calendar: Calendar, begins: bool = False) -> datetime | None:
    """The aware instant of a typed time, None where it is none or cannot be (2月30日, 25点).

    A bare day or part is taken as a time limit (its end); with `begins`, as for a reminder, its beginning.
    """
    text = normalise(text.strip()).text.strip()
    if not text or len(text) > _LONGEST:
        return None
    short = _shorthand(text, now, calendar, begins)
    if short is not None:
        return short
    found = find_times(text, now, calendar)
    if not found:
        return None if _reads_like_a_date(text) else _other_language(text, now, calendar)
    left = _left_over(text, found)
    if left:
        return None if _reads_like_a_date(left) else _other_language(text, now, calendar)
    points = [each for each in found if each.kind is not TimeKind.SET]
    if len(points) != len(found) or len(points) > 2:
        return None
    if len(points) == 2:
        points = [max(points, key=lambda each: each.start.isoformat() if each.start else "")]
    try:
        return _instant(points[0], now, calendar, begins)
    except (OverflowError, ValueError):
        return None


def _reads_like_a_date(text: str) -> bool:
    """Whether it is a date in a form that we read, and so an impossible one: 31 Feb, 25:00."""
    from bot.core.times.english import english_pieces

    return bool(english_pieces(text)) or not re.search(r"[^\W\d_]{2}", text)


_WANTED = re.compile(r"(?:要|该|到期|应)?[办交报做开]?的?\Z")


def read_typed_days(text: str, now: datetime, calendar: Calendar) -> tuple[date, date] | None:
    """The first and last day that a typed word or two mean (明天, 下周, 11月25日, next week), None where it is no time."""
    text = normalise(text.strip()).text.strip()
    text = _WANTED.sub("", text) or text
    found = find_times(text, now, calendar) if 0 < len(text) <= _LONGEST else []
    if len(found) != 1 or _left_over(text, found):
        return None
    each = found[0]
    if each.kind is TimeKind.RANGE and each.start and each.end:
        return each.start.date(), each.end.date()
    if each.kind is not TimeKind.POINT or each.start is None or each.unsure == "vague":
        return None
    return each.start.date(), each.start.date()


def reads_as_rhythm(text: str, now: datetime, calendar: Calendar) -> bool:
    """Whether it says how often (每周四下午3点) and not when."""
    return any(each.kind is TimeKind.SET for each in find_times(normalise(text.strip()).text, now, calendar))


_WEEKDAY_ALONE = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天1-7]|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.I)
_OF_THIS_WEEK = re.compile(r"[本这上](?:个)?(?:周|星期|礼拜)|今|\b(?:this|last|today)\b", re.I)
_DAYS_END = re.compile(r"\b(?:eod|end of (?:the )?(?:day|today))\b|今天(?:之?内|以?内|结束)", re.I)
_TONIGHT = re.compile(r"今天?晚上?|今夜|\btonight\b|\bthis evening\b", re.I)
_HALF_AN_HOUR = timedelta(minutes=30)


def still_ahead(text: str, at: datetime, now: datetime, calendar: Calendar) -> datetime | None:
    """What a person means by a time that read as past: Monday said on a Monday evening is the next one.

    The day's end is midnight once the working day is over, and this evening is half an hour on while it lasts.
    None where it can only be past.
    """
    local = calendar.local(now)
    midnight = calendar.at(local.date(), "24:00")
    if _DAYS_END.search(text):
        return midnight
    if _TONIGHT.search(text) and not re.search(r"\d|[点时]", text):
        return min(now + _HALF_AN_HOUR, midnight - timedelta(minutes=1)) if midnight - now > _HALF_AN_HOUR else None
    if _WEEKDAY_ALONE.search(text) and not _OF_THIS_WEEK.search(text):
        week_on = at + timedelta(days=7)
        return week_on if week_on > now else None
    return None
