"""Weekdays that come back because the words before say from now on: 以后都是周五报, 今后统一改在周四交, 往后礼拜一报一次就够."""

from __future__ import annotations

from bot.core.times.moment import Found, Has, Moment, Often
from bot.core.times.sets import BYDAY
from bot.core.wording import late

_FROM_NOW_ON = late(r"(?:(?<![日号天点时分周月年前后班会课学假节期完毕束])以后|今后|(?:从今)?往后|此后|从此|日后|(?<![一-鿿])平[时常])[，,]?[^，。；：:\n\d推延挪移拖顺补下本这上次开第]{0,14}\Z")
_REACH = 20
_ONCE = late(r"[再才又]")
"""以后周二再改: put off, not for every week."""
_FROM_NOW_ON_BEHIND = late(r"[^。；！？\n]{0,40}?[，,](?:(?:以后|今后|往后|从此|长期|一直)(?:就|都|也|全|统一|一律)*(?:这样|这么|如此|照此|按此|[照按]这个))")
"""礼拜五下班前报齐，以后都这样."""


def weekly_from_now_on(found: Found, text: str) -> Found:
    """A weekday that from now on is that of every week, as a recurring time with its hour; anything else as it is."""
    m = found.first
    if not isinstance(m, Moment) or m.english or m.weekday is None or m.week_off is not None or m.edge or m.edge_of or m.shift:
        return found
    if _ONCE.match(text, found.end) or found.last or found.since or found.notes or m.has & ~(Has.WEEKDAY | Has.PART | Has.CLOCK):
        return found
    if not _FROM_NOW_ON.search(text, max(0, found.start - _REACH), found.start) and not _FROM_NOW_ON_BEHIND.match(text, found.end):
        return found
    hour = m.twin()
    hour.weekday, hour.has = None, m.has & (Has.PART | Has.CLOCK)
    often = Often(found.start, found.end, f"FREQ=WEEKLY;BYDAY={BYDAY[m.weekday]}")
    return Found(often, hour if hour.has else None, found.start, found.end, before=found.before)
