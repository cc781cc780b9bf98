"""Which pieces belong to one time, and how two become one."""

from __future__ import annotations

import re
from itertools import compress
from operator import attrgetter, ne

from bot.core.models import Part
from bot.core.times.moment import FIELDS, Found, Has, Moment, Often, Spell
from bot.core.wording import late

_ZONE = r"\s?\(?(?-i:CST|BJT|HKT|SGT|GMT|UTC|CES?T|BST|E[SD]T|P[SD]T|JST|AES?T)(?:\+8)?\b\)?|\s?\(?(?:beijing|china|shanghai|hong kong|hk|local|our)\stime\)?"
JOIN_EN = late(rf"(?:{_ZONE})?\s?,?\s?(?:on|at|of|in|by|the|this|before|between)?\s?(?:the)?\s?$", re.I)
_COPIED = tuple(name for name in FIELDS if name not in ("start", "end", "has", "loose"))
_COPIED_OF = attrgetter(*_COPIED)
_DEFAULTS = _COPIED_OF(Moment(0, 0, Has.NOTHING))


def _absolute(m: Moment) -> bool:
    return m.month is not None and m.day is not None


def fits(a: Moment, b: Moment, bracket: bool) -> bool:
    """Whether `b` can say more about the time `a`."""
    if a.now or b.now or a.span_years or (b.span_years and a.has):
        return False
    if a.has & Has.CLOCK and not (a.english or b.english):
        return False
    shared = a.has & b.has
    if not b.has:
        return a.dated and not bracket
    if not shared:
        if a.english or b.english:
            return True
        return b.has == Has.WEEKDAY or a.has == Has.WEEKDAY or min_bit(b.has) > max_bit(a.has)
    if shared & (Has.PART | Has.CLOCK):
        return b.has == Has.PART and (b.part is Part.COB or b.part_word == "上班") and not a.has & Has.CLOCK
    if bracket and _absolute(a) and _absolute(b) and a.lunar != b.lunar:
        return not b.has & (Has.PART | Has.CLOCK)
    if bracket and a.has == Has.DAY and a.day and b.week_off is not None and b.weekday is not None:
        return True
    if bracket and _absolute(a) and b.festival is not None and b.shift is None and b.edge is None:
        return not b.has & (Has.PART | Has.CLOCK)
    if bracket and _absolute(a) and b.shift in ("after_break", "before_break"):
        return True
    relative = (a.day_off is not None or a.week_off is not None, b.day_off is not None or b.week_off is not None)
    if relative[0] and _absolute(b) and (bracket or a.edge is None):
        return True
    if relative[1] and _absolute(a):
        return True
    if a.week_off is not None and b.has == Has.WEEKDAY and a.weekday is None and a.edge is None:
        return True
    if b.has == Has.DAY and b.day and (a.day_off is not None or (a.week_off is not None and a.weekday is not None)):
        return bracket or b.start - a.end in (0, 1, 3)
    if a.day_off is not None and b.has & Has.WEEKDAY:
        return True
    return bracket and bool(a.has & Has.WEEKDAY) and b.has == Has.DAY


def min_bit(has: int) -> int:
    """The coarsest part said."""
    return has & -has


def max_bit(has: int) -> int:
    """The finest part said."""
    return 1 << (has.bit_length() - 1) if has else 0


def join(a: Moment, b: Moment) -> Moment:
    """Both as one moment; an absolute date beats a relative one."""
    if _absolute(a) and ((_absolute(b) and b.lunar and not a.lunar) or (b.festival is not None and b.shift is None and a.festival is None)):
        a.end = b.end
        return a
    if _absolute(b) and not b.lunar:
        a.lunar = b.lunar
    if (a.part in (Part.MORNING, Part.NOON) and b.part is Part.COB) or (a.part is Part.AFTERNOON and b.part_word == "上班"):
        a.part, a.part_word, a.end = Part.NOON, "中午", b.end
        return a
    keep_date = _absolute(a) and not _absolute(b)
    said = _COPIED_OF(b)
    for name, value in compress(zip(_COPIED, said, strict=True), map(ne, said, _DEFAULTS)):
        if keep_date and name in ("day_off", "week_off", "month_off", "year_off", "edge_of", "edge", "shift"):
            continue
        setattr(a, name, value)
    if _absolute(b) and b.has & Has.MONTH:
        a.day_off = a.week_off = None
        a.edge = b.edge
    elif b.has == Has.DAY and a.week_off is not None and b.day is not None:
        a.week_off = None
    a.has |= b.has
    a.loose = a.loose and b.loose
    a.end = b.end
    return a


_NOTHING_BETWEEN = late(r"[）)]?(?:这?(?:几|[两二三四五六2-6])[天日])?\s?[，,]?\s?")


def counts_days(before: Found, spell: Found, text: str) -> bool:
    """Whether a length only counts the days named right before it: 周一到周四这四天."""
    return isinstance(spell.first, Spell) and spell.first.unit == "day" and text[before.end : spell.start] in ("", "这")


def every_day_of(before: Found, found: Found, text: str) -> bool:
    """周一至周五 + 每天, 周日到周四，+ 每晚, 周一到周四这四天，+ 每天: a weekly set of these days."""
    first, last, often = before.first, before.last, found.first
    if not isinstance(often, Often) or often.rrule != "FREQ=DAILY" or not _NOTHING_BETWEEN.fullmatch(text, before.end, found.start):
        return False
    if not isinstance(first, Moment) or last is None or first.has != Has.WEEKDAY or last.has != Has.WEEKDAY:
        return False
    begin, end = first.weekday or 0, last.weekday or 0
    days = [day for place, day in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU")) if (begin <= place <= end) or (begin > end and not end < place < begin)]
    often.rrule = f"FREQ=WEEKLY;BYDAY={','.join(days)}"
    return True
