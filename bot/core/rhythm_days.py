"""Days of a rhythm that stand beside it: 一年两次，6月20日前、12月20日前, 两个月一次，逢单月15日前, 每月5日查一遍，25日再查一遍.

Each reader gets the other dates of the sentence and gives the rule with the days they name, or None where they name none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from bot.core.mentions import Mention
from bot.core.models import Grain, TimeKind
from bot.core.wording import late

Days = tuple[str, list[Mention]]

LIKEWISE = late(r"(?:都(?!算|可|能|行)|如此|一样|照[此办旧]|均|这样|循环)")
"""每月都要, 年年如此: what stands before is what comes back."""
_OFTEN_A_YEAR = late(r"[两二三四2-4](?:[次回遍趟]|报)")
_WITHIN_YEAR = ("FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=6", "FREQ=MONTHLY;INTERVAL=3")
_ODD_OR_EVEN = late(r"(?P<which>[单双])月(?!份?[报票刊])")
_MONTHS = {"单": "1,3,5,7,9,11", "双": "2,4,6,8,10,12"}
_ITS_DAY = late(r"(?:[当该]月的?)?(?:(?:\d|[一二三]?十|[一二三四五六七八九])[^月]*[日号]|最[后末]一[天日]|月?[底末])")
_OPENS_CLAUSE = late(r"(?:[，,、；和及][^\S\n]?(?:[上下]半月)?|[一1][次遍回趟])\Z")
_SAME_AGAIN = late(
    r"(?:之前|以前|前)?(?:[再又也][一-鿿]{1,4}(?:[一1][次遍回趟]|[，,。；]|$)|[一-鿿]{1,2}[一1][次遍回趟]"
    r"|[再又各]?(?:上?报(?!告|纸|名|销)|上?交(?![通流警])|送|填|上?传|发(?=[给到至我])))"
)
"""25日再查一遍, 27日前报党委: what is done on one more day of the month."""
_OPENS, _CLOSES = late(r"起?(?:开始|开放|开通|启动)"), late(r"(?:准时|统一)?(?:截止|截至|为止|止|结束|关闭)")
"""每月20日开始填报，25日截止."""


def _day_of(m: Mention) -> date | None:
    """The day a mention names; 24:00 belongs to the day that ends."""
    start = m.time.start
    return (start - timedelta(minutes=1) if m.time.midnight_end else start).date() if start else None


def day_of_week(m: Mention) -> int | None:
    """The day of the week a mention names (0 is Monday), None where it names none."""
    said = re.match(r"(?:周|星期|礼拜)[一二三四五六日天]|(?:on |by )?(?:mon|tues|wednes|thurs|fri|satur|sun)day", m.time.said, re.I)
    day = _day_of(m)
    return day.weekday() if said and day else None


def day_of_month(m: Mention) -> int | None:
    """The day of every month that a mention names: 15号, 月底 (−1); None where it names none."""
    day = _day_of(m)
    if not day or ("month" not in m.time.implied and not m.time.said.startswith("当月")):
        return None
    if re.match(r"(?:当月|本月)?月?(?:[底末]|的?最[后末]一[天日])", m.time.said):
        return -1
    return day.day if re.match(r"当月的?\d|(?:on |by )?(?:the )?\d{1,2}(?:st|nd|rd|th)\b|\d|[一二三]?十|[一二三四五六七八九]|[上中]旬[底末]", m.time.said) else None


def last_of_month(m: Mention) -> bool:
    """Whether a mention means the last day of its month: 月底, 当月最后一天."""
    return re.search(r"[底末]|最[后末]一[天日]", m.time.said) is not None


def _month_and_day(m: Mention) -> tuple[int, int] | None:
    """Month and day of a day that is named without its year, −1 for the last of the month."""
    time = m.time
    named = time.kind is TimeKind.POINT and time.start and "month" not in time.implied and "day" not in time.implied
    if not named or time.start is None or ("year" not in time.implied and not re.match(r"[次来翌]年|第二年", time.said)) or not re.search(r"月|[A-Za-z]{3}", time.said):
        return None
    last = last_of_month(m) or (time.start.day == monthrange(time.start.year, time.start.month)[1] and time.start.month != 2)
    return time.start.month, -1 if last else time.start.day


_FIXED_ON, _EVERY_YEAR = late(r"(?:固定|统一|一律|均)(?:定|放)?[是在于为到]?$"), late(r",? (?:every|each) year\b", re.I)
"""每年自查一次，报告固定为11月30日前提交: the one day of every year."""


def of_year(m: Mention, near: Sequence[Mention]) -> Days | None:
    """The days of the year that a rhythm of years, halves or quarters names, where one rule can say them."""
    rule = m.time.rrule or ""
    likewise = LIKEWISE.match(m.right) is not None
    fixed = [o for o in near if _FIXED_ON.search(o.left[-6:]) or _EVERY_YEAR.match(o.text, o.end)]
    if rule not in _WITHIN_YEAR or (rule == "FREQ=YEARLY" and not (likewise or fixed or _OFTEN_A_YEAR.search(m.time.said + m.right[:6]))):
        return None
    dates = [(other, day) for other in near if (day := _month_and_day(other))]
    months = sorted({month for _, (month, _) in dates})
    if rule == "FREQ=YEARLY" and len(dates) == 1 and dates[0][0] in fixed and dates[0][0].time.start:
        return f"FREQ=YEARLY;BYMONTH={months[0]};BYMONTHDAY={-1 if last_of_month(dates[0][0]) else dates[0][0].time.start.day}", [dates[0][0]]
    days = {day for _, (_, day) in dates}
    if len(days) != 1 or (len(months) < 2 and not (likewise and dates[0][0].start < m.start)):
        return None
    return f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))};BYMONTHDAY={days.pop()}", [other for other, _ in dates]


_ALIKE = late(r"(?:都|均|统一|一律|各)(?:定|放)?[是在于为]?(?:当月的?)?\Z")


def of_its_months(m: Mention, near: Sequence[Mention]) -> Days | None:
    """一年两回，5月和10月，都在25号前: the one day of months that are named before it."""
    behind = [other for other in near if other.start > m.end and other.time.start]
    months = [other for other in behind if other.time.grain is Grain.MONTH and "year" in other.time.implied]
    day = next((o for o in behind if o.time.grain is not Grain.MONTH and _ITS_DAY.match(o.time.said) and _ALIKE.search(o.clause_left)), None)
    if m.time.rrule not in _WITHIN_YEAR or len(months) < 2 or day is None or day.start < months[-1].end or day.time.start is None:
        return None
    named = ",".join(str(month) for month in sorted({o.time.start.month for o in months if o.time.start}))
    return f"FREQ=YEARLY;BYMONTH={named};BYMONTHDAY={-1 if last_of_month(day) else day.time.start.day}", [*months, day]


def of_every_other_month(m: Mention, near: Sequence[Mention]) -> Days | None:
    """两个月一次，逢单月送，15日前…: the day said for the odd or the even months."""
    which = _ODD_OR_EVEN.search(m.whole) if m.time.rrule == "FREQ=MONTHLY;INTERVAL=2" else None
    day = next((o for o in near if which and o.start > m.end and o.time.kind is TimeKind.POINT and o.time.start and _ITS_DAY.match(o.time.said)), None)
    if which is None or day is None or day.time.start is None:
        return None
    return f"FREQ=YEARLY;BYMONTH={_MONTHS[which['which']]};BYMONTHDAY={-1 if last_of_month(day) else day.time.start.day}", [day]


def said_again(m: Mention, rule: str, near: Sequence[tuple[Mention, int]]) -> Days | None:
    """每月5日查一遍，25日再查一遍: a rule of month days with those behind it that open a clause with the same to do.

    `near` has the other days of the month with their numbers.
    """
    if not re.fullmatch(r"FREQ=MONTHLY;BYMONTHDAY=[\d,-]+", rule):
        return None
    if (closing := next((each for each in near if each[0].start > m.end and _CLOSES.search(each[0].time.said + each[0].right[:4])), None)) and _OPENS.match(m.right):
        return f"FREQ=MONTHLY;BYMONTHDAY={closing[1]}", [closing[0]]
    named = rule.split("BYMONTHDAY=")[1].split(",")
    more = [(o, day) for o, day in near if str(day) not in named and o.start > m.end and _OPENS_CLAUSE.search(o.left[-6:]) and _SAME_AGAIN.match(o.right)]
    if not more:
        return None
    return f"{rule},{','.join(dict.fromkeys(str(day) for _, day in more))}", [other for other, _ in more]
