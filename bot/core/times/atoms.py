"""Rules propose: each match of a phrase family becomes a piece of a time."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.core.times.lengths import hour, spell
from bot.core.times.moment import Bare, Has, Moment, Piece
from bot.core.times.numbers import whole, year
from bot.core.times.periods import (
    bare_year,
    decade,
    festival,
    half,
    jie,
    pair,
    quarter,
    rel_year,
    republic,
    season,
    xun,
    year_said,
)
from bot.core.times.words import DAYS, EDGES, PARTS, WEEKDAYS, begun, off
from bot.core.wording import late


def _iso(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.YEAR | Has.MONTH)
    found.year = int(m["iy"])
    for month, day in (("im", "id"), ("im2", "id2"), ("im3", "id3"), ("im4", ""), ("im5", "")):
        if m[month]:
            found.month = int(m[month])
            if day:
                found.day = int(m[day])
                found.has |= Has.DAY
    return found


def _dmy(m: re.Match[str]) -> Piece | None:
    first, second, last = int(m["g1"]), int(m["g2"]), m["g3"]
    found = begun(m, Has.YEAR | Has.MONTH | Has.DAY)
    if len(last) == 2:
        if m["gs"] != "/" and first > 12 and 1 <= second <= 12 and 1 <= int(last) <= 31:
            found.year, found.month, found.day = year(m["g1"]), second, int(last)
            return found
        if m["gs"] != "/":
            return None
    found.year = year(last)
    if m["gs"] == "/" and 1 <= first <= 12 and 1 <= second <= 31:
        found.month, found.day = first, second
    elif 1 <= second <= 12 and 1 <= first <= 31:
        found.month, found.day = second, first
    else:
        return None
    return found


def _month_of(found: Moment, m: re.Match[str]) -> None:
    if m["mw"]:
        found.month_off = off(m["mw"])
    else:
        written = m["m"]
        found.month = {"正": 1, "首": 1, "冬": 11, "腊": 12}.get(written) or whole(written)
        found.lunar = written in "正冬腊"
    if m["lun"] or m["leap"]:
        found.lunar, found.leap = True, bool(m["leap"])


def _month(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.MONTH)
    _month_of(found, m)
    if m["medge"]:
        found.edge, found.edge_of = EDGES[m["medge"]], "month"
    elif m["mnth"]:
        found.nth = whole(m["mnth"])
        found.nth_unit = "week" if m["mwk"] else "weekday"
        found.weekday = WEEKDAYS.get(m["mwd"] or "")
    elif m["mlwd"]:
        found.nth, found.nth_unit, found.weekday = -1, "weekday", WEEKDAYS[m["mlwd"]]
    elif m["mlast"]:
        found.nth_unit = "workday" if "工作日" in m["mlast"] else "day"
        found.nth = -1 if "最后" in m["mlast"] else 1
    elif m["chu"]:
        found.day, found.lunar = whole(m["chud"]), True
    elif m["md"]:
        found.day = whole(m["md"])
        found.lunar = found.lunar or (m["md"][0] in "廿卅" and m.group()[-1] not in "日号")
    if found.day or found.edge or found.nth:
        found.has |= Has.DAY
    if found.lunar and found.day is None and found.edge is None and found.nth is None:
        return found
    return found


def _lunar_day(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.DAY)
    found.lunar = True
    found.day = whole(m["ld"] or m["ld2"])
    if m["ldy"]:
        found.month = 1
        found.has |= Has.MONTH
    else:
        found.loose = not m["ld2"] and len(m.string) > m.end() - m.start() + 2
    return found


def _month_day(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.MONTH | Has.DAY)
    found.month, found.day = int(m["nm"]), int(m["nd"])
    found.loose = not m["ndu"]
    return found


_LASTS_SO_LONG = late(
    r"(?:异议|公示|公告|质疑|投诉|有效|宽限|缓冲|试用|试运行|质保|保修|保质|租|展|犹豫|冷静|观察|隔离|潜伏|答疑|为|工)期(?:限|间)?(?:均|都)?(?:为|共|是)?\Z"
)
"""异议期三日: how long it lasts is no day of the month."""


def _day(m: re.Match[str]) -> Piece | None:
    if m.group()[-1] == "日" and _LASTS_SO_LONG.search(m.string, max(0, m.start() - 8), m.start()):
        return None
    found = begun(m, Has.DAY)
    found.day = whole(m["d"])
    return found


_SAID_TO_BE = late(r"[\d日号天周期拜一二三四五六](?:[（(][^（()）\n]{1,8}[）)])?[，,]?(?:就|才|便)?[是为][^，。；;\n\d]{0,14}\Z")
"""12月25日是今年报销的: what is said to be the last day is named before it."""


def _last_day(m: re.Match[str]) -> Piece | None:
    if _SAID_TO_BE.search(m.string, max(0, m.start() - 30), m.start()):
        return None
    found = begun(m, Has.MONTH | Has.DAY)
    found.month_off, found.nth, found.nth_unit = 0, -1, "workday" if "工作" in m.group() else "day"
    found.loose = not m.group().startswith(("当月", "本月"))
    return found


def _rel_day(m: re.Match[str]) -> Piece | None:
    word = m["dw"]
    found = begun(m, Has.DAY | Has.MONTH | Has.YEAR)
    if word[:2] in ("前一", "头一", "头天", "头"):
        found.day_off, word = -1, "次"
    elif word.startswith("第"):
        found.day_off = (whole(word[1]) or 1) - 1
    elif word.startswith("大"):
        found.day_off = (2 + word.count("大")) * (1 if "后" in word else -1)
    else:
        found.day_off = DAYS[word[0]]
    found.edge_of = "event" if word[0] in "次翌当同隔第" else None
    word = word.removesuffix("上")
    if word[-1] in "晚早晨夜朝":
        found.has |= Has.PART
        found.part_word = "晚" if word[-1] in "晚夜" else "早"
        found.part = PARTS[found.part_word][0]
    found.shift = "since" if word in ("即日", "即刻", "今起") else None
    return found


def _week(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.YEAR | Has.MONTH | Has.WEEKDAY)
    found.week_off = off(m["ww"])
    if m["wend"]:
        found.edge, found.edge_of = "weekend", "week"
    elif m["wwd"]:
        found.weekday = WEEKDAYS[m["wwd"]]
        found.has |= Has.DAY
    elif m["win"]:
        found.shift = "within"
    elif m["wmid"]:
        found.edge, found.edge_of = "middle", "week"
    elif m["wnth"]:
        found.nth = -1 if "最后" in m["wnth"] else 1
    else:
        found.has &= ~Has.WEEKDAY
    return found


def _weekday(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.WEEKDAY)
    found.weekday = WEEKDAYS[m["wd"]]
    return found


def _week_end(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.WEEKDAY)
    found.edge, found.edge_of = "weekend", "week"
    return found


def _part(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.PART)
    found.part_word = m["p"]
    if m["p"] in ("全天", "整天"):
        return begun(m, Has.NOTHING)
    found.part = PARTS[found.part_word][0]
    return found


def _glued_day(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.DAY)
    found.day = int(m["d2"])
    return found


def _now(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.YEAR | Has.MONTH | Has.DAY | Has.CLOCK)
    found.now = found.vague = True
    return found


_FEW = frozenset("一两二三四五六七八九")
_MOVED_TO, _COUNTED_OFF = late(r"[改挪推提延移换调]到\Z"), late(r"[：:]|[，,]\s?(?:一是|第一|首先|1[、.])")
"""改到两点 is an hour; 提到两点：… and 提到两点，一是… are two points of a speech."""


def _clock(m: re.Match[str]) -> Piece | None:
    found = begun(m, Has.CLOCK)
    if m["ch"]:
        found.hour, found.minute, found.second = int(m["ch"]), int(m["cm"]), int(m["cs"] or 0)
        found.padded = len(m["ch"]) == 2
        found.meridiem = m["cap"].lower() if m["cap"] else None
    elif m["xh"]:
        short = 15 if "刻" in m["xm"] else whole(m["xm"]) or 0
        found.hour, found.minute = ((whole(m["xh"]) or 0) - 1) % 24, (60 - short) % 60
        found.spelled = True
    else:
        found.hour = whole(m["kh"])
        found.minute = {"半": 30, "一刻": 15, "1刻": 15, "三刻": 45, "3刻": 45}.get(m["kq"] or "", 0)
        found.minute = found.minute or whole(m["km"] or m["km2"]) or 0
        found.second = whole(m["ks"] or m["ks2"]) or 0
        found.padded = len(m["kh"]) == 2 and m["kh"].isdigit()
        found.spelled = True
        found.meridiem = m["kap"].lower() if m["kap"] else None
        after = m.string[m.end() : m.end() + 1]
        few = m["kh"] in _FEW and m.group() in (m["kh"] + "点", "一时")
        told = m.string[max(0, m.start() - 1) : m.start()] in ("到", "至", "约")
        moved = told and _MOVED_TO.search(m.string, max(0, m.start() - 3), m.start()) is not None and _COUNTED_OFF.match(m.string, m.end()) is None
        found.loose = few and not moved and (m["kh"] in "一两" or (after != "" and after in "：:。、" and not told))
    if found.hour is None or found.hour > 24 or found.minute > 59 or found.second > 59:
        return None
    if found.hour == 24 and (found.minute or found.second):
        return None
    return found


def _bare(m: re.Match[str]) -> Piece | None:
    value = whole(m["bn"])
    if value is None:
        return None
    return Bare(m.start(), m.start("bn") + len(m["bn"]), value, "日" if m["bu"][0] == "两" else m["bu"][0], not m["bn"].isdigit())


RULES: dict[str, Callable[[re.Match[str]], Piece | None]] = {
    "Iso": _iso,
    "Dmy": _dmy,
    "Year": year_said,
    "RelYear": rel_year,
    "Republic": republic,
    "Month": _month,
    "LunarDay": _lunar_day,
    "MonthDay": _month_day,
    "Day": _day,
    "LastDay": _last_day,
    "RelDay": _rel_day,
    "Week": _week,
    "Weekday": _weekday,
    "WeekEnd": _week_end,
    "Festival": festival,
    "Jie": jie,
    "Quarter": quarter,
    "Half": half,
    "Season": season,
    "Xun": xun,
    "Decade": decade,
    "Part": _part,
    "BareYear": bare_year,
    "GluedDay": _glued_day,
    "Pair": pair,
    "Hour": hour,
    "Now": _now,
    "Clock": _clock,
    "Spell": spell,
    "Bare": _bare,
}
"""One small rule per phrase family; a rule returns None where it rejects."""
