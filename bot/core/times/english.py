"""English phrase families: by Friday 5pm, 24 Sept, within 3 working days, COB, every other Wednesday."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.core.models import Part
from bot.core.times.day_first import is_written_day_first
from bot.core.times.english_patterns import DAY_NAME, ENGLISH_FESTIVALS, day_to, english
from bot.core.times.moment import Has, Moment, Often, Piece, Spell
from bot.core.wording import late

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORDS = {"a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0}
_WORDS |= {"eight": 8.0, "nine": 9.0, "ten": 10.0, "half": 0.5, "couple": 2.0, "few": 3.0, "the": 1.0, "twelve": 12.0}


def _moment(m: re.Match[str], has: int) -> Moment:
    return Moment(m.start(), m.end(), has, english=True)


def _amount(word: str) -> float:
    plain = re.sub(r"\s+(?:an?|of)$", "", word.lower()).removeprefix("a ").strip()
    return _WORDS[plain] if plain in _WORDS else float(plain)


def _unit(word: str) -> tuple[str, float]:
    word = word.lower()
    if word.startswith("min") or word == "m":
        return "minute", 1
    if word.startswith("h"):
        return "hour", 1
    if word.startswith("d"):
        return "day", 1
    if word.startswith("fort"):
        return "week", 2
    if word.startswith("w"):
        return "week", 1
    if word.startswith("q"):
        return "month", 3
    return ("month", 1) if word.startswith("mo") else ("year", 1)


def _spell(m: re.Match[str], number: str, unit: str, how: str | None, working: str | None) -> Spell:
    name, times = _unit(unit)
    return Spell(m.start(), m.end(), _amount(number) * times, name, how, workdays=bool(working))


def _date(m: re.Match[str]) -> Piece | None:
    word = m["mon"]
    day = m["d1"] or m["d2"]
    if not day and not word[0].isupper():
        return None
    before = m.string[max(0, m.start() - 6) : m.start()].lower()
    verb_or_name = not day and not m["y"] and word.lower().rstrip(".") in ("may", "mar", "march", "jan", "dec", "sep")
    if verb_or_name and not re.search(r"(?:in|by|of|until|till|before|since|from|this|next|last)\s$", before):
        return None
    found = _moment(m, Has.MONTH)
    found.month = _MONTHS.index(word[:3].lower()) + 1
    if day:
        found.day = int(day)
        found.has |= Has.DAY
    elif before.endswith("last ") and not m["y"]:
        found.year_off, found.has = -1, Has.YEAR | Has.MONTH
    if m["y"] or m["y2"]:
        found.year = int(m["y"] or "20" + m["y2"][1:])
        found.has |= Has.YEAR
    return found


def _day_month(m: re.Match[str]) -> Piece | None:
    """30/11 behind words of a date: a day that no reading takes for a month."""
    if not is_written_day_first(m):
        return None
    found = _moment(m, Has.MONTH | Has.DAY)
    found.day, found.month = int(m["dmd"]), int(m["dmm"])
    return found


def _from(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.DAY)
    found.day, found.loose = int(m["b"]), True
    return found


def _nth_day(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.MONTH | Has.DAY)
    which, day = m["nf"].lower(), m["nfd"].lower()
    found.nth = {"l": -1, "f": 1, "1": 1, "s": 2, "2": 2, "t": 3, "3": 3}.get(which[0], 4)
    found.nth = 4 if which in ("fourth", "4th") else found.nth
    if day == "day" or day.startswith(("working", "business")):
        found.nth_unit = "workday" if day != "day" else "day"
    else:
        found.nth_unit, found.weekday = "weekday", _DAYS.index(day[:3])
    if m["nfm"]:
        found.month = _MONTHS.index(m["nfm"][:3].lower()) + 1
    else:
        found.month_off = {"n": 1, "l": -1}.get(m["nfr"][0].lower(), 0)
    return found


def _weekday(m: re.Match[str]) -> Piece | None:
    lead = (m["ww"] or m["ww2"] or "").lower()
    if m["wend"]:
        found = _moment(m, Has.WEEKDAY)
        found.edge, found.edge_of = "weekend", "week"
    else:
        word = m["wd"] or m["wd2"]
        if len(word) == 3 and not word[0].isupper():
            return None
        found = _moment(m, Has.WEEKDAY)
        found.weekday = _DAYS.index(word[:3].lower())
        found.shift = "week_later" if m["wlater"] or m["wd2"] else None
    if lead:
        found.week_off = 1 if lead == "next" else -1 if lead in ("last", "previous") else 0
        found.has |= Has.YEAR | Has.MONTH
        if lead.endswith("coming"):
            found.week_off = None
    found.start += len(m.group()) - len(m.group().lstrip())
    return found


def _day(m: re.Match[str]) -> Piece | None:
    word = re.sub(r"\s+", " ", m.group().lower())
    found = _moment(m, Has.DAY | Has.MONTH | Has.YEAR)
    if "before" in word:
        found.day_off = -2
    elif "after " in word:
        found.day_off = 2
    elif word.startswith(("tom", "tm")):
        found.day_off = 1
    else:
        found.day_off = -1 if word in ("yesterday", "last night") else 0
    part = {"tonight": "晚上", "last night": "晚上", "this morning": "上午", "this afternoon": "下午"}.get(word)
    part = "晚上" if word == "this evening" else part
    if part:
        _set_part(found, part)
    found.edge_of = "event" if "same" in word else None
    return found


def _set_part(found: Moment, word: str) -> None:
    found.part_word = word
    found.part = {"上午": Part.MORNING, "下午": Part.AFTERNOON, "晚上": Part.EVENING, "中午": Part.NOON}.get(word, Part.COB)
    found.has |= Has.PART


def _cob(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.NOTHING)
    _set_part(found, "下班")
    return found


def _part(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.NOTHING)
    if m["mid"]:
        found.has, found.hour, found.part_word = Has.CLOCK, 0, "晚上"
        return found
    word = "中午" if m["noon"] else {"m": "上午", "a": "下午", "e": "晚上", "n": "晚上"}[m["p"][0].lower()]
    _set_part(found, word)
    lead = m.string[max(0, m.start() - 10) : m.start()].lower()
    found.loose = not m["noon"] and not re.search(r"\b(?:in the|by|before|the|of)\s$", lead)
    if m["noon"] and m["noon"].lower().startswith("lunch"):
        found.loose = not re.search(r"\b(?:by|before|until)\s$", lead)
    return found


def _clock(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.CLOCK)
    if m["hp"]:
        found.hour, found.minute = int(_amount(m["hp"])), 30
    else:
        found.hour = int(m["h"] or m["h2"] or m["h3"] or m["h4"])
        found.minute = int(m["mi"] or m["mi2"] or m["mi4"] or 0)
    half = m["ap"] or (m["ap2"] and ("a" if m["ap2"].lower() == "morning" else "p"))
    found.meridiem = half.lower() if half else None
    found.padded = bool(m["h2"])
    found.spelled = not m["mi"] and not m["h2"]
    return found if found.hour <= (12 if half else 24) else None


def _hour_to(m: re.Match[str]) -> Piece | None:
    """The 3 of 3-5 pm."""
    found = _moment(m, Has.CLOCK)
    found.hour, found.minute, found.spelled = int(m["hb"]), int(m["hbm"] or 0), not m["hbm"]
    return found


def _within(m: re.Match[str]) -> Piece | None:
    return _spell(m, m["wn"], m["wu"], "after" if "time" in (m["wlate"] or "") else "within", m["wwork"])


def _next(m: re.Match[str]) -> Piece | None:
    return _spell(m, m["nn"], m["nu"], "next" if m["nw"].lower() in ("next", "coming") else "last", None)


def _ago(m: re.Match[str]) -> Piece | None:
    how = m["ah"].lower()
    if how == "before":
        return None
    return _spell(m, m["an"], m["au"], "ago" if how == "ago" else "after", m["awork"])


def _long(m: re.Match[str]) -> Piece | None:
    return _spell(m, m["ln"], m["lu"], None, m["lwork"])


_BY = late(r"\b(?:by|before|no later than|not later than)\s(?:the\s)?\Z", re.I)


def _edge(m: re.Match[str]) -> Piece | None:
    if m["eme"] or m["eof"]:
        edge, unit, off = "end", (m["eme"] or {"w": "week", "m": "month", "q": "quarter", "y": "year"}[m["eof"][-1].lower()]), 0
    else:
        word = m["ee"].lower()
        edge = "end" if "end" in word or "close" in word else "middle" if "mid" in word else "begin"
        edge = "third" if word.startswith("late") else edge
        unit, off = m["eu"].lower(), {"n": 1, "l": -1}.get((m["en"] or " ")[0].lower(), 0)
    unit = unit.lower()
    found = _moment(m, Has.DAY | Has.MONTH | Has.YEAR)
    found.edge = edge
    if unit == "week":
        found.has = Has.YEAR | Has.MONTH | Has.WEEKDAY
        found.week_off, found.edge_of = off, "week"
        if edge == "begin" and _BY.search(m.string, max(0, m.start() - 16), m.start()):
            found.nth = 1
        found.edge, found.shift = (None, "within") if edge == "end" else ("middle" if edge == "middle" else None, None)
        return found
    if unit in ("month", "quarter", "year"):
        found.edge_of = unit
        if unit == "year":
            found.year_off = off
        else:
            found.month_off = off * (3 if unit == "quarter" else 1)
        return found
    found.month, found.edge_of = _MONTHS.index(unit[:3]) + 1, "month"
    found.has = Has.DAY | Has.MONTH
    if m["ey"]:
        found.year = int(m["ey"])
    return found


def _period(m: re.Match[str]) -> Piece | None:
    word, unit = m["pw"].lower(), m["pu"].lower()
    off = 1 if word in ("next", "the coming") else -1 if word in ("last", "previous") else 0
    found = _moment(m, Has.YEAR | Has.MONTH)
    if unit == "week":
        found.week_off = off
    elif unit == "year":
        found.year_off, found.has = off, Has.YEAR
    elif unit == "month":
        found.month_off = off
    else:
        found.month_off, found.edge_of = 3 * off, "quarter"
        found.has |= Has.DAY
    return found


def _nth(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.DAY)
    found.day = int(m["nd"] or m["nd2"] or m["nd3"])
    which = (m["nm"] or m["nm2"] or "").lower()
    if which:
        found.month_off = 1 if which == "next" else -1 if which == "last" else 0
        found.has |= Has.MONTH
    return found if 1 <= found.day <= 31 else None


def _festival(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.MONTH | Has.DAY)
    found.festival = ENGLISH_FESTIVALS[m["f"].lower()]
    if (m["feve"] or "").lower() == "eve":
        found.festival = {"元旦": "元旦", "圣诞": "平安夜", "春节": "除夕"}.get(found.festival, found.festival)
    if m["fbreak"] or m["f"].lower() == "golden week":
        found.edge, found.edge_of = "break", "festival"
    return found


def _quarter(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.MONTH | Has.DAY)
    found.edge_of = "quarter"
    found.nth = {"f": 1, "1": 1, "s": 2, "2": 2, "t": 3, "3": 3}.get(m["qn"][0].lower(), 4)
    if m["qn"].lower() in ("fourth", "4th"):
        found.nth = 4
    if m["qy"]:
        found.year = int(m["qy"])
    return found


def _year(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.YEAR)
    found.year = int(m["yy"])
    return found


def _now(m: re.Match[str]) -> Piece | None:
    found = _moment(m, Has.YEAR | Has.MONTH | Has.DAY)
    found.day_off = 0
    return found


def _listed(words: str) -> str:
    days = dict.fromkeys(_DAYS.index(d[:3].lower()) for d in re.findall(DAY_NAME, words, re.I))
    return ",".join(_BYDAY[d] for d in sorted(days))


def _often_rule(m: re.Match[str]) -> str | None:
    if m["oadvday"]:
        every = ";INTERVAL=2" if m["oadv"].lower() in ("fortnightly", "biweekly") else ""
        return f"FREQ=WEEKLY{every};BYDAY={_listed(m['oadvday'])}"
    if m["oadvnth"]:
        return f"FREQ=MONTHLY;BYMONTHDAY={m['oadvnth']}"
    if m["oadv"]:
        return {
            "daily": "FREQ=DAILY", "weekly": "FREQ=WEEKLY", "monthly": "FREQ=MONTHLY", "hourly": "FREQ=HOURLY",
            "quarterly": "FREQ=MONTHLY;INTERVAL=3", "fortnightly": "FREQ=WEEKLY;INTERVAL=2",
            "biweekly": "FREQ=WEEKLY;INTERVAL=2",
        }.get(m["oadv"].lower(), "FREQ=YEARLY")  # fmt: skip
    if m["orate"]:
        return {"day": "FREQ=DAILY", "week": "FREQ=WEEKLY", "month": "FREQ=MONTHLY"}.get(m["orate"].lower(), "FREQ=YEARLY")
    if m["oweeks"]:
        return f"FREQ=WEEKLY;BYDAY={_listed(m['oweeks'])}"
    if m["ofrom"]:
        first, last = (_DAYS.index(m[name][:3].lower()) for name in ("ofrom", "oto"))
        return f"FREQ=WEEKLY;BYDAY={','.join(_BYDAY[first : last + 1])}" if first < last else None
    if m["oworking"] or m["oworkonly"]:
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    if m["odays"]:
        days = ",".join(re.findall(r"\d+", m["odays"]))
        if m["oper"].lower() == "quarter":
            return f"FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY={days}"
        return f"FREQ=MONTHLY;BYMONTHDAY={days}"
    if m["oend"]:
        return {
            "month": "FREQ=MONTHLY;BYMONTHDAY=-1", "quarter": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
            "week": "FREQ=WEEKLY;BYDAY=FR", "year": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1",
        }[m["oend"].lower()]  # fmt: skip
    if m["onth"]:
        return _nth_rule(m["onth"].lower(), m["onthday"].lower(), "month")
    if m["ofl"]:
        rule = _nth_rule(m["ofl"].lower(), m["owd"].lower(), m["oper2"].lower())
        earlier = _nth_rule(m["ofl0"].lower(), m["owd"].lower(), m["oper2"].lower()) if m["ofl0"] else rule
        head, key, day = earlier.partition(";BYDAY=")
        return f"{earlier},{rule.removeprefix(head + key)}" if m["ofl0"] and "," not in day and rule.startswith(head + key) else rule
    if m["ofl2"]:
        return _nth_rule(m["ofl2"].lower(), m["owd2"].lower(), "month")
    if m["ou"]:
        unit, times = _unit(m["ou"])
        freq = {"minute": "MINUTELY", "hour": "HOURLY", "day": "DAILY", "week": "WEEKLY", "month": "MONTHLY"}
        count = _amount(m["on"]) * times
        if count == 0.5 and unit == "hour":
            unit, count = "minute", 30
        rule = f"FREQ={freq.get(unit, 'YEARLY')}" + (f";INTERVAL={int(count)}" if count >= 2 else "")
        return f"{rule};BYDAY={_listed(m['owday'])}" if m["owday"] and unit == "week" else rule
    if m["olist"]:
        return f"FREQ=WEEKLY{';INTERVAL=2' if m['oalt'] else ''};BYDAY={_listed(m['olist'])}"
    every = f";INTERVAL={2}" if m["oother"] else ""
    word = m["oday"].lower()
    if re.match(r"weekday|work|business", word):
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    if word in ("day", "morning", "afternoon", "evening", "night"):
        return f"FREQ=DAILY{every}"
    plain = {"week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}.get(word)
    if word == "quarter":
        return "FREQ=MONTHLY;INTERVAL=3"
    return f"FREQ={plain}{every}" if plain else f"FREQ=WEEKLY{every};BYDAY={_listed(word)}"


def _nth_rule(which: str, day: str, per: str) -> str:
    nth = {"l": -1, "f": 1, "1": 1, "s": 2, "2": 2, "t": 3, "3": 3}.get(which[0], 4)
    nth = 4 if which in ("fourth", "4th") else nth
    if per == "quarter":
        return f"FREQ=YEARLY;BYMONTH={'3,6,9,12' if nth < 0 else '1,4,7,10'};BYMONTHDAY={nth}"
    if "work" in day or "business" in day:
        return f"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={nth}"
    if day == "day":
        return f"FREQ=MONTHLY;BYMONTHDAY={nth}"
    return f"FREQ=MONTHLY;BYDAY={nth}{_listed(day)}"


def _often(m: re.Match[str]) -> Piece | None:
    rule = _often_rule(m)
    if rule is None:
        return None
    part = {"morning": Part.MORNING, "afternoon": Part.AFTERNOON, "evening": Part.EVENING, "night": Part.EVENING}.get(
        (m["oday"] or "").lower()
    )
    before = bool(re.match(r"by\b", m.group(), re.I))
    return Often(m.start(), m.end(), rule, part, before=before)


_RULES: dict[str, Callable[[re.Match[str]], Piece | None]] = {
    "Often": _often,
    "Date": _date,
    "DayMonth": _day_month,
    "From": _from,
    "NthDay": _nth_day,
    "Weekday": _weekday,
    "Day": _day,
    "Cob": _cob,
    "Part": _part,
    "HourTo": _hour_to,
    "Clock": _clock,
    "Within": _within,
    "Next": _next,
    "Ago": _ago,
    "Long": _long,
    "Edge": _edge,
    "Period": _period,
    "Nth": _nth,
    "Festival": _festival,
    "Quarter": _quarter,
    "Year": _year,
    "Now": _now,
}


def english_pieces(text: str) -> list[Piece]:
    """What the English rules propose, left to right."""
    found: list[Piece] = []
    search, at = english().search, 0
    while m := search(text, at):
        piece = _RULES[m.lastgroup or ""](m)
        if piece is None or piece.end <= piece.start:
            at = m.start() + 1
            continue
        found.append(piece)
        at = m.end()
        second = day_to().match(text, at + 1) if isinstance(piece, Moment) and piece.has == Has.MONTH | Has.DAY else None
        if second and text[at] in "-–—":
            day = Moment(second.start(), second.end(), Has.DAY, english=True, loose=True)
            day.day = int(re.sub(r"\D", "", second.group()))
            found.append(day)
            at = second.end()
    return found
