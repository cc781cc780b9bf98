"""Weekdays that come back because the words before say from now on: 以后都是周五报, 今后统一改在周四交, 往后礼拜一报一次就够."""

from __future__ import annotations

from bot.core.times.moment import Found, Has, Moment, Often
from bot.core.times.sets import BYDAY
from bot.core.wording import late

_FROM_NOW_ON = late(r"(?:(?<![日号天点时分周月年前后班会课学假节期完毕束])以后|今后|(?:从今)?往后|此后|从此|日后|(?<![一-鿿])平[时常])[，,]?[^，。；：:\n\d推延挪移拖顺补下本这上次开第]{0,14}\Z")
_REACH = 20
_IN_PLACE_OF_RHYTHM = late(
    r"(?:天天|每[天日晚周月]|隔天|一[天日周月]一?[报发交填]|[日周]报(?![社纸刊]))[^\n]{0,40}?(?:改[成为到在]|调整[成为到]|换[成到]|变[成为]|减[到为成]|只要|只需|只有)(?:了|每逢|每)?"
    r"(?:(?:周|星期|礼拜)[一二三四五六日天][、和及与]?){0,3}\Z"
)
"""以前天天报，现在只要周二、周四; 由日报改为周三、周日报: what takes the place of a rhythm is one itself, unless it is moved for once."""
_THIS_ONCE = late(r"(?:这|本|上|下|那)个?(?:周|星期|礼拜|次|回|期)|今[天日]|明[天日]|[这那]一?[次回期]|\d{1,2}[月日号]|会[议]?|培训")
_RHYTHM_WITHIN = 60
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
    if not (_FROM_NOW_ON.search(text, max(0, found.start - _REACH), found.start) or _FROM_NOW_ON_BEHIND.match(text, found.end) or _takes_place_of_rhythm(found, text)):
        return found
    hour = m.twin()
    hour.weekday, hour.has = None, m.has & (Has.PART | Has.CLOCK)
    often = Often(found.start, found.end, f"FREQ=WEEKLY;BYDAY={BYDAY[m.weekday]}")
    return Found(often, hour if hour.has else None, found.start, found.end, before=found.before)


def _takes_place_of_rhythm(found: Found, text: str) -> bool:
    """Whether a weekday is said to come in the place of a rhythm, and not for one time only."""
    told = _IN_PLACE_OF_RHYTHM.search(text, max(0, found.start - _RHYTHM_WITHIN), found.start)
    return told is not None and _THIS_ONCE.search(told[0]) is None
