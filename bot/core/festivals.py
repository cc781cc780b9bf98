"""Days of festivals, memorial days and solar terms, by the name people write."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache

FIXED: dict[str, tuple[int, int]] = {
    "元旦": (1, 1), "新年": (1, 1), "人民警察节": (1, 10), "情人节": (2, 14), "女生节": (3, 7), "妇女节": (3, 8),
    "三八": (3, 8),
    "植树节": (3, 12), "消费者权益日": (3, 15), "三一五": (3, 15), "水日": (3, 22), "愚人节": (4, 1), "国家安全日": (4, 15),
    "全民国家安全教育日": (4, 15), "地球日": (4, 22), "读书日": (4, 23), "劳动节": (5, 1), "五一": (5, 1),
    "青年节": (5, 4), "五四": (5, 4), "护士节": (5, 12), "防灾减灾日": (5, 12), "儿童节": (6, 1), "六一": (6, 1),
    "环境日": (6, 5), "爱眼日": (6, 6), "高考": (6, 7), "土地日": (6, 25), "禁毒日": (6, 26), "建党节": (7, 1),
    "七一": (7, 1), "建军节": (8, 1), "八一": (8, 1), "医师节": (8, 19), "抗战胜利纪念日": (9, 3),
    "教师节": (9, 10), "烈士纪念日": (9, 30), "国庆": (10, 1), "十一": (10, 1), "扶贫日": (10, 17),
    "万圣节": (10, 31), "万圣夜": (10, 31), "记者节": (11, 8), "消防日": (11, 9), "消防宣传日": (11, 9),
    "光棍节": (11, 11), "双十一": (11, 11), "双11": (11, 11), "艾滋病日": (12, 1), "宪法日": (12, 4),
    "双十二": (12, 12), "公祭日": (12, 13),
    "澳门回归纪念日": (12, 20), "香港回归纪念日": (7, 1), "平安夜": (12, 24), "圣诞": (12, 25),
}  # fmt: skip

LUNAR: dict[str, tuple[int, int]] = {
    "春节": (1, 1), "大年初一": (1, 1), "过年": (1, 1), "农历新年": (1, 1), "元宵": (1, 15), "上元节": (1, 15),
    "花灯节": (1, 15), "龙抬头": (2, 2), "二月二": (2, 2), "三月三": (3, 3), "上巳节": (3, 3), "佛诞": (4, 8),
    "端午": (5, 5), "端阳节": (5, 5), "七夕": (7, 7), "中元": (7, 15), "鬼节": (7, 15), "中秋": (8, 15),
    "重阳": (9, 9), "老年节": (9, 9), "寒衣节": (10, 1), "下元节": (10, 15), "腊八": (12, 8), "小年": (12, 23),
    "除夕": (12, 30), "大年三十": (12, 30), "年三十": (12, 30), "大年夜": (12, 30),
}  # fmt: skip

TERMS: dict[str, tuple[int, float, float]] = {
    "小寒": (1, 5.4055, 6.11), "大寒": (1, 20.12, 20.84), "立春": (2, 3.87, 4.6295), "雨水": (2, 18.73, 19.4599),
    "惊蛰": (3, 5.63, 6.3826), "春分": (3, 20.646, 21.4155), "清明": (4, 4.81, 5.59), "谷雨": (4, 20.1, 20.888),
    "立夏": (5, 5.52, 6.318), "小满": (5, 21.04, 21.86), "芒种": (6, 5.678, 6.5), "夏至": (6, 21.37, 22.20),
    "小暑": (7, 7.108, 7.928), "大暑": (7, 22.83, 23.65), "立秋": (8, 7.5, 8.35), "处暑": (8, 23.13, 23.95),
    "白露": (9, 7.646, 8.44), "秋分": (9, 23.042, 23.822), "丰收节": (9, 23.042, 23.822), "寒露": (10, 8.318, 9.098),
    "霜降": (10, 23.438, 24.218), "立冬": (11, 7.438, 8.218), "小雪": (11, 22.36, 23.08), "大雪": (12, 7.18, 7.9),
    "冬至": (12, 21.94, 22.60),
}  # fmt: skip
"""Month and the constants of the 21st and 20th centuries: day = ⌊Y·0.2422 + C⌋ − leap days (Shou Xing calendar)."""

NTH_WEEKDAY: dict[str, tuple[int, int, int]] = {
    "母亲节": (5, 2, 6), "父亲节": (6, 3, 6), "感恩节": (11, 4, 3), "助残日": (5, 3, 6),
}  # fmt: skip
"""Month, which one in the month, weekday (Monday is 0)."""

BREAKS: dict[str, str] = {
    "元旦": "元旦", "新年": "元旦", "春节": "春节", "过年": "春节", "农历新年": "春节", "大年初一": "春节",
    "清明": "清明", "劳动节": "五一", "五一": "五一", "端午": "端午", "端阳节": "端午", "中秋": "中秋",
    "国庆": "国庆", "十一": "国庆",
}  # fmt: skip
"""Festivals that give days off: the name people write to the name of the break."""


@cache
def lunar_day(year: int, month: int, day: int) -> date | None:
    """The solar date of a day of lunar year `year` (no leap month); None outside 1900–2099 or for no such day."""
    from lunardate import LunarDate

    try:
        solar: date = LunarDate(year, month, day).to_solar_date()
    except (ValueError, IndexError):
        return None
    return solar


def lunar_day_ahead(today: date, day: int) -> date | None:
    """The first such day of a lunar month on or after `today`; None outside 1900–2099."""
    months = ((year, month) for year in (today.year - 1, today.year) for month in range(1, 13))
    days = (lunar_day(year, month, day) for year, month in months)
    return next((each for each in days if each is not None and each >= today), None)


def solar_term(name: str, year: int) -> date | None:
    """The day of a solar term between 1901 and 2099."""
    month, this_century, last_century = TERMS[name]
    if not 1901 <= year <= 2099:
        return None
    short = year % 100
    leaps = (short - 1) // 4 if month < 3 and short else short // 4
    constant = this_century if year >= 2000 else last_century
    return date(year, month, int(short * 0.2422 + constant) - leaps)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date | None:
    """The nth (1–5, or −1 for the last) given weekday (Monday is 0) of a month, None when there is none."""
    if nth < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        last = following - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return day if day.month == month else None


def _easter(year: int) -> date:
    from dateutil.easter import easter  # type: ignore[import-untyped,unused-ignore]

    day: date = easter(year)
    return day


def _lunar_in(name: str, year: int) -> date | None:
    month, day = LUNAR[name]
    if (month, day) == (12, 30):
        first = lunar_day(year, 1, 1)
        return first - timedelta(days=1) if first else None
    for lunar_year in (year, year - 1):
        found = lunar_day(lunar_year, month, day)
        if found and found.year == year:
            return found
    return None


@lru_cache(maxsize=4096)
def festival_day(name: str, year: int) -> date | None:
    """The day of a festival by its bare name (国庆, 中秋, 清明, 母亲节 …) that falls into a solar year."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in LUNAR:
        return _lunar_in(name, year)
    if name in TERMS:
        return solar_term(name, year)
    if name in NTH_WEEKDAY:
        return nth_weekday(year, *NTH_WEEKDAY[name])
    if name == "黑色星期五":
        thanksgiving = nth_weekday(year, 11, 4, 3)
        return thanksgiving + timedelta(days=1) if thanksgiving else None
    if name in ("复活节", "复活节星期一"):
        return _easter(year) + timedelta(days=len(name) > 3)
    return None
