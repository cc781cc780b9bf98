"""Rules propose: each match of a phrase family becomes a piece of a time."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.core.models import Part
from bot.core.times.moment import Bare, Has, Moment, Piece, Spell
from bot.core.times.numbers import COUNT, number, whole, year

WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6, "末": 5} | {str(i): i - 1 for i in range(1, 8)}
PARTS: dict[str, tuple[Part, int, int]] = {}
"""Word → part of the day, conventional first and last hour."""
for _words, _of_day, _from, _to in (
    ("凌晨", Part.MORNING, 0, 6),
    ("大清早 朝早 朝 清晨 清早 一大早 大早上 一早 早上 早晨 早间 早 晨 早饭 早餐", Part.MORNING, 6, 9),
    ("上午 午前 白天 上班", Part.MORNING, 8, 12),
    ("正午 中午 午间 晌午 午饭 午餐 中饭 吃午饭 吃中饭 吃饭 午休", Part.NOON, 12, 13),
    ("下午 午后 晏昼", Part.AFTERNOON, 12, 18),
    ("傍晚 黄昏", Part.AFTERNOON, 17, 19),
    ("晚上 晚间 夜晚 夜里 夜间 晚 夜 晚饭 晚餐 天黑", Part.EVENING, 18, 24),
    ("深夜 半夜 大半夜 午夜 子夜", Part.EVENING, 22, 24),
    ("下班 下班点 下了班", Part.COB, 18, 18),
):
    for _word in _words.split():
        PARTS[_word] = (_of_day, _from, _to)

_DAYS = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2, "听": 1, "寻": -1, "即": 0, "当": 0, "本": 0, "次": 1, "翌": 1}
_DAYS |= {"同": 0, "隔": 1}
_YEARS = {"大前年": -3, "前年": -2, "去年": -1, "往年": -1, "今年": 0, "明年": 1, "来年": 1, "次年": 1, "翌年": 1}
_YEARS |= {"后年": 2, "大后年": 3, "当年": 0, "同年": 0}
_EDGES = {"初": "begin", "头": "begin", "伊始": "begin", "开年": "begin", "中": "middle", "底": "end", "末": "end"}
_EDGES |= {"尾": "end", "终": "end", "月底": "end", "上中旬": "first2", "中下旬": "last2", "上旬": "first", "中旬": "second", "下旬": "third", "上": "first"}
_EDGES |= {"下": "third", "上半月": "half1", "下半月": "half2"}
_SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}


def _off(word: str) -> int:
    """How far 上, 下, 本 … and their doublings lead."""
    return word.count("下") + word.count("次") + word.count("来") - word.count("上")


def _moment(m: re.Match[str], has: int) -> Moment:
    return Moment(m.start(), m.end(), has)


def _iso(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.YEAR | Has.MONTH)
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
    found = _moment(m, Has.YEAR | Has.MONTH | Has.DAY)
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


def _year(m: re.Match[str]) -> Piece | None:
    value = year(m["y"])
    if value is None:
        return None
    found = _moment(m, Has.YEAR)
    found.year = value
    found.loose = len(m["y"]) == 3 or (len(m["y"]) == 2 and value < 2000)
    found.lunar = bool(m["ylun"])
    if m["yedge"]:
        found.edge, found.edge_of = _EDGES[m["yedge"]], "year"
        found.has |= Has.MONTH | Has.DAY
    return found


def _rel_year(m: re.Match[str]) -> Piece | None:
    word = m["yw"]
    found = _moment(m, Has.YEAR)
    found.vague = word == "往年"
    found.year_off = _YEARS.get(word, -1 if "上" in word else 1 if "下" in word else 0)
    if m["ywedge"]:
        found.edge, found.edge_of = _EDGES[m["ywedge"].removeprefix("年")], "year"
        found.has |= Has.MONTH | Has.DAY
    return found


def _month_of(found: Moment, m: re.Match[str]) -> None:
    if m["mw"]:
        found.month_off = _off(m["mw"])
    else:
        written = m["m"]
        found.month = {"正": 1, "首": 1, "冬": 11, "腊": 12}.get(written) or whole(written)
        found.lunar = written in "正冬腊"
    if m["lun"] or m["leap"]:
        found.lunar, found.leap = True, bool(m["leap"])


def _month(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.MONTH)
    _month_of(found, m)
    if m["medge"]:
        found.edge, found.edge_of = _EDGES[m["medge"]], "month"
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
    found = _moment(m, Has.DAY)
    found.lunar = True
    found.day = whole(m["ld"] or m["ld2"])
    if m["ldy"]:
        found.month = 1
        found.has |= Has.MONTH
    else:
        found.loose = not m["ld2"] and len(m.string) > m.end() - m.start() + 2
    return found


def _month_day(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.MONTH | Has.DAY)
    found.month, found.day = int(m["nm"]), int(m["nd"])
    found.loose = not m["ndu"]
    return found


def _day(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.DAY)
    found.day = whole(m["d"])
    return found


def _last_day(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.MONTH | Has.DAY)
    found.month_off, found.nth, found.nth_unit = 0, -1, "workday" if "工作" in m.group() else "day"
    found.loose = not m.group().startswith(("当月", "本月"))
    return found


def _rel_day(m: re.Match[str]) -> Piece | None:
    word = m["dw"]
    found = _moment(m, Has.DAY | Has.MONTH | Has.YEAR)
    if word.startswith("第"):
        found.day_off = (whole(word[1]) or 1) - 1
    elif word.startswith("大"):
        found.day_off = (2 + word.count("大")) * (1 if "后" in word else -1)
    else:
        found.day_off = _DAYS[word[0]]
    found.edge_of = "event" if word[0] in "次翌当同隔第" else None
    if word[-1] in "晚早晨夜朝":
        found.has |= Has.PART
        found.part_word = "晚" if word[-1] in "晚夜" else "早"
        found.part = PARTS[found.part_word][0]
    found.shift = "since" if word in ("即日", "即刻", "今起") else None
    return found


def _week(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.YEAR | Has.MONTH | Has.WEEKDAY)
    found.week_off = _off(m["ww"])
    if m["wend"]:
        found.edge, found.edge_of = "weekend", "week"
    elif m["wwd"]:
        found.weekday = WEEKDAYS[m["wwd"]]
        found.has |= Has.DAY
    elif m["win"]:
        found.shift = "within"
    elif m["wmid"]:
        found.edge, found.edge_of = "middle", "week"
    else:
        found.has &= ~Has.WEEKDAY
    return found


def _weekday(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.WEEKDAY)
    found.weekday = WEEKDAYS[m["wd"]]
    return found


def _week_end(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.WEEKDAY)
    found.edge, found.edge_of = "weekend", "week"
    return found


def _festival(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.MONTH | Has.DAY)
    found.festival = m["f1"] or m["f2"]
    if m["fbreak"]:
        found.edge, found.edge_of = "break", "festival"
    return found


def _jie(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.YEAR | Has.MONTH | Has.DAY)
    word = m.group()
    found.shift = "before_break" if "前" in word else "after_week" if "第一周" in word else "after_break"
    found.edge_of = "festival"
    return found


def _quarter(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.MONTH | Has.DAY)
    found.edge_of = "quarter"
    edge = m["qedge"] or m["qe2"] or m["qe3"]
    if m["qh"]:
        found.head, found.edge = 3 * (whole(m["qh"]) or 1), "head"
    elif m["q"] or m["qq"]:
        found.nth = 1 if m["q"] == "首" else whole(m["q"] or m["qq"])
        found.loose = bool(m["qq"])
    elif m["qw"]:
        found.month_off = 3 * _off(m["qw"])
    elif edge:
        found.month_off = 0
    else:
        return None
    if edge:
        found.edge = _EDGES[edge]
    return found


def _half(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.MONTH | Has.DAY)
    if m["hn"]:
        months = (whole(m["hc"]) or 1) * (3 if m["hcu"] == "季度" else 1)
        found.edge, found.head = ("tail" if m["hn"] == "后" else "head"), months
        found.edge_of, found.loose = "year", True
        return found
    found.edge_of = "year" if m["hu"] == "年" else "month"
    found.edge = {"上": "half1", "前": "half1", "下": "half2", "后": "half2"}.get(m["hw"], "half")
    return found


def _season(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.MONTH | Has.DAY)
    found.edge_of = "year"
    if m["vac"]:
        found.edge = "winter_vacation" if m["vac"] == "寒假" else "summer_vacation"
    else:
        found.edge = _SEASONS[m["sea"] or m["sea2"]]
    return found


def _xun(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.DAY)
    word = m.group()
    if word in ("月内", "年内"):
        found.edge, found.edge_of, found.shift = "end", "month" if word == "月内" else "year", "within"
    elif word == "半年末":
        found.edge, found.edge_of = "half_end", "year"
    elif m["xun"]:
        found.edge, found.edge_of = {"上": "first", "中": "second", "下": "third"}[m["xun"]], "month"
    elif m["xwork"]:
        found.month_off, found.nth, found.nth_unit = 0, -1, "workday"
        found.has |= Has.MONTH
    elif m["xe"]:
        found.edge, found.edge_of = _EDGES[m["xe"]], "month"
    else:
        found.has |= Has.MONTH
        found.edge, found.edge_of = _EDGES[m["xye"]], "year"
    return found


def _decade(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.YEAR | Has.MONTH | Has.DAY)
    word, count = m["cw"] or m["cw2"], m["cn"] or m["cn2"]
    century = (20 if "上" in word else 21) if word else whole(count) if count else None
    if m["dn"]:
        tens = whole(m["dn"]) or 0
        first = (century - 1) * 100 + tens if century else (2000 if tens <= 20 else 1900) + tens
        parts = {"初": (0, 2), "前": (0, 2), "中": (3, 6), "末": (7, 9), "后": (7, 9)}
        low, high = parts[m["de"][0]] if m["de"] else (0, 9)
        found.span_years = (first + low, first + high)
    elif century:
        first = (century - 1) * 100
        low, high = {"初": (0, 19), "末": (80, 99), "中叶": (40, 59)}.get(m["ce"] or "", (0, 99))
        found.span_years = (first + low, first + high)
    if not found.span_years or not 1 <= found.span_years[0] <= 9900:
        return None
    return found


def _part(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.PART)
    found.part_word = m["p"]
    if m["p"] == "全天":
        found.vague = True
        found.part_word = "白天"
    found.part = PARTS[found.part_word][0]
    return found


def _bare_year(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.YEAR)
    found.year, found.loose = int(m.group()), True
    return found


def _glued_day(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.DAY)
    found.day = int(m["d2"])
    return found


def _pair(m: re.Match[str]) -> Piece | None:
    off = {"今明": 0, "明后": 1, "昨今": -1}[m["pw"]]
    found = _moment(m, Has.YEAR | Has.MONTH | Has.DAY if m["pu"] != "年" else Has.YEAR)
    found.reach = 1
    if m["pu"] == "年":
        found.year_off = off
    else:
        found.day_off = off
    return found


def _hour(m: re.Match[str]) -> Piece | None:
    return Spell(m.start(), m.end(), 1, "hour", "last" if m["how"] == "上" else "next")


def _now(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.YEAR | Has.MONTH | Has.DAY | Has.CLOCK)
    found.now = found.vague = True
    return found


_FEW = frozenset("一两二三四五六七八九")


def _clock(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.CLOCK)
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
        found.loose = few and (m["kh"] in "一两" or (after != "" and after in "：:。、"))
    if found.hour is None or found.hour > 24 or found.minute > 59 or found.second > 59:
        return None
    if found.hour == 24 and (found.minute or found.second):
        return None
    return found


_HOW = {"内": "within", "里": "within", "间": "within", "后": "after", "前": "ago", "来": "since"}
_AHEAD = {"未来": "next", "今后": "next", "接下来": "next", "后": "next", "下": "next", "之后": "next", "往后": "next"}
_AHEAD |= {"随后": "next", "再过": "after", "过": "after"}


_ELSEWHERE = re.compile(
    r"(?:结束|完成|会|会议|开学|到期|验收|闭幕|培训|活动|竣工|完工|出院|发生|签订|公示|入库|开工|期满)(?:之日起|[之以]?后)$"
)


def _few(written: str) -> float | None:
    """两三, 三五, 七八: about so many, the larger of the two."""
    if len(written) == 2 and all(c in "一两二三四五六七八九" for c in written):
        return number(written[1])
    return number(written)


_MORE = re.compile(rf"({COUNT})个?(小时|分|秒|时|月|天)")
_EXTRA = {"小": 60.0, "时": 60.0, "分": 1.0, "秒": 1 / 60, "月": 43200.0, "天": 1440.0}


def _spell(m: re.Match[str]) -> Piece | None:
    amount = _few(m["sn"])
    if amount is None or amount > 1e9:
        return None
    unit = m["su"] or m["su2"] or m["su3"] or m["su4"] or ""
    found = Spell(m.start(), m.end(), amount, _unit(unit))
    if m["shalf"] or m["shalf2"]:
        found.amount += 0.5
    found.elsewhere = bool(m["ssuf"]) and _ELSEWHERE.search(m.string[max(0, m.start("sn") - 8) : m.start("sn")]) is not None
    found.low = number(m["slo"]) if m["slo"] else None
    found.workdays = "工作" in unit or "交易" in unit
    found.vague = bool(m["smore"] or m["smore2"]) or m["sn"] in ("几", "数") or (len(m["sn"]) == 2 and m["sn"][0] in "一两三五七" and m["sn"][1] in "两三五八四")
    if m["extra"]:
        found.extra_minutes = sum(int((number(n) or 0) * _EXTRA[u[0]]) for n, u in _MORE.findall(m["extra"]))
    prefix = (m["spre"] or "").removesuffix("的").strip()
    if m["ssuf"] and prefix in ("后", "前", "上", "下", "过", "头"):
        found.start, prefix = m.start("sn"), ""
    if m["ssuf"]:
        found.how = _HOW[m["ssuf"][-1]]
        if prefix in ("未来", "今后", "接下来", "近", "最近", "过去") and found.how == "within":
            found.how = "next" if prefix in _AHEAD else "last"
    elif prefix:
        found.how = _AHEAD.get(prefix, "last")
    return found


def _unit(word: str) -> str:
    for mark, unit in (
        ("秒", "second"),
        ("分", "minute"),
        ("刻", "quarter_hour"),
        ("工作", "day"),
        ("交易", "day"),
        ("时", "hour"),
        ("钟", "hour"),
        ("天", "day"),
        ("昼", "day"),
        ("日", "day"),
        ("周年", "year"),
        ("周", "week"),
        ("星期", "week"),
        ("礼拜", "week"),
        ("月", "month"),
        ("季", "season"),
    ):
        if mark in word:
            return unit
    return "year"


def _bare(m: re.Match[str]) -> Piece | None:
    value = whole(m["bn"])
    if value is None:
        return None
    return Bare(m.start(), m.start("bn") + len(m["bn"]), value, m["bu"][0], not m["bn"].isdigit())


RULES: dict[str, Callable[[re.Match[str]], Piece | None]] = {
    "Iso": _iso,
    "Dmy": _dmy,
    "Year": _year,
    "RelYear": _rel_year,
    "Month": _month,
    "LunarDay": _lunar_day,
    "MonthDay": _month_day,
    "Day": _day,
    "LastDay": _last_day,
    "RelDay": _rel_day,
    "Week": _week,
    "Weekday": _weekday,
    "WeekEnd": _week_end,
    "Festival": _festival,
    "Jie": _jie,
    "Quarter": _quarter,
    "Half": _half,
    "Season": _season,
    "Xun": _xun,
    "Decade": _decade,
    "Part": _part,
    "BareYear": _bare_year,
    "GluedDay": _glued_day,
    "Pair": _pair,
    "Hour": _hour,
    "Now": _now,
    "Clock": _clock,
    "Spell": _spell,
    "Bare": _bare,
}
"""One small rule per phrase family; a rule returns None where it rejects."""
