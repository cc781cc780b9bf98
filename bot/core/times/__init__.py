"""Time expressions of everyday written Chinese and English.

`find_times(text, sent_at, calendar) -> list[TimeExpression]` finds all of them, in order, never overlapping; pure,
thread-safe, linear in the text's length. Rules propose pieces (`patterns`, `atoms`, `periods`, `lengths`,
`sets`, `english`), refiners merge and
reject them (`merge`, `reject`), `resolve` gives them their value. What the fields mean to a reader of the result:

* `point` — one day, one clock time or one part of a day. A deadline's day is `start.date()`, except with
  `midnight_end` (24:00: the day before `start`). `clock` is the label's time ("17:00", "24:00"), `part` the label's
  part; neither means only a day was said.
* `before` — …前, 之前, 截止, 不晚于, by …; also windows that count from now (3日内, 本周内, 月内, 48小时内): these are points at
  their last day or minute. 国庆节前 and 周末前 are points at the last workday before.
* `range` — `start` and `end`; a period said as such (下周, 9月, 三季度, 上旬, 国庆期间) ends at 23:59:59 of its last day. A range
  with clock times ends at `end_clock`; there `midnight_end` speaks of the end. 即日起/X起 alone have no end.
* `set` — `rrule`, `clock`, `part`. Bounds (12月1日—5日每天16时前, 从今天起…) are a `range` of their own right beside it. Of several
  times a day the last one is kept. 周一至周五每天 is one weekly set.
* Listed days in a row (13日、14日) are one `range`, other listed days points; with a common hour (24、25日晚7点) each is a point
  or span of hours of its own.
* `duration` — `minutes`, not anchored (24小时值守). 30秒以内 of a video is a `before` point: look at the context.
* `unsure` — "vague" (现在, 往年) dates nothing; "year_unknown": the calendar does not know that year; "week": a weekday said
  late on that very day, or 下周X said on a Sunday; "weekday": a bracket contradicts the date; "day", "meridiem": guessed;
  "anchor": it counts from something else (会后3日内), the value takes the notice's own day.
* `implied` — "year", "month", "day", "week", "meridiem", "festival": not said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.models import Grain, Part, Span, TimeExpression, TimeKind
from bot.core.normalise import Normal, normalise
from bot.core.times.atoms import RULES
from bot.core.times.day_first import with_days_first
from bot.core.times.edges import Frame
from bot.core.times.english import english_pieces
from bot.core.times.english_patterns import says_english_time
from bot.core.times.habits import weekly_from_now_on
from bot.core.times.merge import Merger
from bot.core.times.moment import Bare, Found, Has, Moment, Piece, Spell
from bot.core.times.numbering import without_numbering
from bot.core.times.patterns import family_at, next_start
from bot.core.times.reject import blocked_spans, is_false
from bot.core.times.resolve import express
from bot.core.times.sets import read_set
from bot.core.wording import late
from bot.core.workdays import Calendar

__all__ = ["find_times"]

_FINE = (Grain.DAY, Grain.PART, Grain.HOUR, Grain.MINUTE)
_DIGITS = frozenset("0123456789")
_GLUE = frozenset("0123456789日号T")
_GLUED = late(r"(?:(?<=[\dT])([01]?\d|2[0-3]):|(?<=[日号])([01]\d|2[0-3]))([0-5]\d)(?!\d|[人个份户名元件只])")
_STOPPED = late(r"(?:january|february|march|april|may|june|july|august|september|october|november|december|day|\d\s?[ap]m)\.$", re.I)
_THIRDS = ("first", "second", "third")
_BY_24 = late(r"(?<!\d)(?:1[3-9]|2[0-3])时(?!间)")
"""20时: who writes so means the morning by 6时."""
_THE_NEXT = late(r"(?:后面|之后|随后|紧接着?|接下来)的?(?:那个?|这个?|一个|第一个)?\Z")
_SAME_YEAR = 80
_NEAR, _SENTENCE = 40, late(r"[。；;！!？?\n]")


def _on_eve(piece: Piece) -> bool:
    """前一天晚上: the day before what was named, which stays the day spoken of."""
    return isinstance(piece, Moment) and piece.edge_of == "event" and (piece.day_off or 0) < 0


def _day_of(time: TimeExpression) -> datetime:
    """The day of a time as said, on which 次日 and 当天 behind it count: 24:00 belongs to the day that ends."""
    assert time.start is not None
    return time.start - timedelta(minutes=1) if time.midnight_end and time.end is None else time.start


_SMALL_HOURS = ("凌晨", "清晨", "拂晓")


def _is_night_after(m: Moment, said: date, gap: str) -> bool:
    """7月26日夜里转移群众，守到27日凌晨4点: the end of the night that a day gone by began."""
    return m.part_word in _SMALL_HOURS and m.day == (said + timedelta(days=1)).day and re.search(r"[。；;！!？?\n]", gap) is None


def _only(m: Moment, part: int) -> bool:
    """Whether this is all that a moment says of its day."""
    return m.has & ~(Has.PART | Has.CLOCK) == part


def _pieces(text: str) -> list[Piece]:
    """What the rules propose, left to right; a rejected match is tried again one character on."""
    found: list[Piece] = []
    blocked = blocked_spans(text)
    by_24 = "时" in text and _BY_24.search(text) is not None
    at, barred = 0, 0
    while at < len(text) and (start := next_start(text, at)) >= 0:
        m = None if text[start] == "一" and text[start - 1 : start] == "统" else family_at(text, start)
        if m is None:
            at = start + 1
            continue
        while barred < len(blocked) and blocked[barred][1] <= start:
            barred += 1
        if barred < len(blocked) and blocked[barred][0] < m.end():
            at = blocked[barred][1]
            continue
        piece = read_set(text, start) if m.lastgroup == "Often" else RULES[m.lastgroup or ""](m)
        if piece is None or (_on_eve(piece) and found and found[-1].end == start):
            at = start + 1
            continue
        if by_24 and isinstance(piece, Moment) and piece.has == Has.CLOCK and text[start] in _DIGITS and "时" in m.group():
            piece.padded = True
        found.append(piece)
        at = max(piece.end, start + 1)
        if text[at - 1] in _GLUE and (glued := _GLUED.match(text, at)):
            hour = Moment(at, glued.end(), Has.CLOCK, hour=int(glued[1] or glued[2]), minute=int(glued[3]), padded=True)
            found.append(hour)
            at = glued.end()
    if says_english_time(text):
        found = _both(found, [p for p in english_pieces(text) if not _inside(p, blocked)])
    return found


def _inside(piece: Piece, blocked: list[Span]) -> bool:
    at = bisect_right(blocked, (piece.start, len(blocked) and blocked[-1][1]))
    return any(a < piece.end and piece.start < b for a, b in blocked[max(0, at - 1) : at + 1])


def _both(chinese: list[Piece], english: list[Piece]) -> list[Piece]:
    """Both lists as one without overlaps: what begins first wins, then what is longer."""
    result: list[Piece] = []
    for piece in sorted([*chinese, *english], key=lambda p: (p.start, -p.end)):
        if not result or piece.start >= result[-1].end:
            result.append(piece)
        elif piece.end > result[-1].end and isinstance(result[-1], Bare):
            result[-1] = piece
    return result


_NEXT_ITEM = late(r"\n|[①-⑳⑴-⑽]|[（(][一二三四五六七八九\d]{1,2}[)）]|(?<!\d)\d[、.](?!\d)")
_HANDED = late(r"(?:之?前)?(?:统一|全部|一并)?(?:报|交|送|上报|提交|填报|给我|发我|发到|发至|传到|截(?![图屏取])|收口|收[表件稿单])(?![道告通流警易])")
"""县人代会2月1日开，建议稿26号送到: what is handed in for a day comes before it."""


_FIRST = late(r"(?:之?前|以前)?(?:统一|务必|必须|就|要|得|请|都|可以?|把[一-鿿]{1,6}|给我)*(?:先(?![生进后锋前])|提前|预先|率先)")
_FIRST_LEFT = late(r"(?:先(?:在|于)?|提前(?:在|于)?)$")
"""12月1日前备齐，电子版25号先发: what comes first comes before the day that was said."""
_BEFOREHAND = late(r"[^，。；\n]{0,16}?(?:名单|人数|报名|回执|参[会训赛]|人员|建议|提案|议题|发言|准备|食宿)")
"""What is handed in before what takes place on the day said before: 10月16日开会，22日前报参会名单."""
_AFTERWARDS = late(r"[^，。；\n]{0,16}?(?:落实|总结|小结|心得|体会|反馈|整改|情况|作品|初稿|终稿|缴费|进度)")
_YIELDED = late(r"心得|体会|[总小]结|落实|反馈|整改|成果|报销|回访|考核")
"""培训5月11日至13日。心得15日前交: what comes of the days named before."""
_DAYS_OFF = late(r"[，,]?(?:都|均|全部?|统一|我?们?[办站所局])?(?:放|休|不上班|不办公|轮休|停|闭|值班|轮值|门卫)")
"""5月1日至5日不上班，台账28日前补完: the days off lend no month to what comes before them."""
_HEADS = late(r"份?(?:的)?(?:重点|主要|具体)?(?:工作|任务|安排|计划|清单|日程|节点|要点|事项|待办|行事历|要[交报办做]的)[^，。；\n]{0,10}(?:[:：\n]|$)")
"""10月份工作安排：, 下周要交的东西：the days below are those of that month or week."""


class _Reader:
    """Resolves the expressions of one text in order, remembering the days already said."""

    def __init__(self, normal: Normal, now: datetime, calendar: Calendar) -> None:
        self.normal, self.text = normal, normal.text
        self.frame = Frame(now, calendar)
        self.month_said = False
        self.event: tuple[datetime, int] | None = None
        self.last_day: date = now.date()
        """The last day of what was said before, which is `several_days` long or `due`."""
        self.several_days = self.due = False
        self.week: tuple[date, int] | None = None
        """A day whose week was said, and where."""
        self.month_of_list: date | None = None
        self.week_of_list: date | None = None
        """First day of the month or week that a heading names for the list below it."""
        self.routine: tuple[int, int | None] | None = None
        self.year: tuple[date, int] | None = None
        """A day to come whose year was said, next year or later, and where."""
        self.third: tuple[datetime, int, str] | None = None
        self.since: tuple[datetime, int] | None = None
        """A day with 起 behind it, and where: 4月15日起5日内."""

    def _in_month_said(self, found: Found) -> None:
        """11月上旬报方案，中旬报进度，下旬报总结: the month carries on to the later thirds of it."""
        m = found.first
        if self.third is None or not isinstance(m, Moment) or m.edge_of != "month" or m.has != Has.DAY or m.edge not in _THIRDS:
            return
        at, end, edge = self.third
        if found.start - end <= 2 * _NEAR and _THIRDS.index(m.edge) > _THIRDS.index(edge):
            m.year, m.month, m.has = at.year, at.month, Has.YEAR | Has.MONTH | Has.DAY

    def _remember_third(self, found: Found, result: TimeExpression) -> None:
        m = found.last or found.first
        if isinstance(m, Moment) and m.edge in _THIRDS and m.edge_of in (None, "month") and m.has & Has.MONTH and result.end:
            self.third = (result.end, found.end, m.edge)

    def _prepare(self, found: Found) -> None:
        """Days said a moment ago: 15日 takes its month from them, 14:30 and 当天 their day."""
        frame, m = self.frame, found.first
        frame.near_day = frame.event_day = frame.near_week = None
        if isinstance(m, Moment) and _only(m, Has.DAY):
            frame.near_day = self.month_of_list
        self._in_year_said(found)
        if isinstance(m, Moment) and m.weekday is not None and m.week_off is None and not m.has & (Has.YEAR | Has.MONTH) and m.day is None:
            frame.near_week = self._week_of(found, m) or self._week_behind(found, m)
        frame.of_routine = self._of_routine(found)
        if self.event is None or not isinstance(m, Moment):
            return
        at, end = self.event
        if _on_eve(m) and self.several_days and self.text[found.start] == "头":
            m.day_off = 0  # 24日至25日，头一天在镇中学: the first of these days
        gap = self.text[end : found.start] if found.start - end <= 2 * _NEAR else None
        if m.edge_of == "event":
            frame.event_day = at.date()
        if gap is not None and at.date() < frame.today and _only(m, Has.DAY) and _is_night_after(m, at.date(), gap):
            m.month, m.has = (at.date() + timedelta(days=1)).month, m.has | Has.MONTH
        if gap is None or at.date() < frame.today:
            return
        if _only(m, Has.DAY) and self._in_month(found, m, at.date(), gap):
            frame.near_day = self.last_day
        if not m.dated and (not found.before or not re.search(r"[。；;！!？?]", gap)):
            frame.event_day = at.date()

    def _in_month(self, found: Found, m: Moment, said: date, gap: str) -> bool:
        """Whether a day without a month lies in the month of the day said before: 10月16日前报名单，22日前交作品."""
        if not self.month_said or re.match(r"[^(（]*[)）]", gap):
            return False
        day, today, ahead = m.day or 0, self.frame.today, said.replace(day=1) > self.frame.today
        if ahead and day > said.day and day >= today.day and self._comes_first(found):
            return False
        due = found.before or _HANDED.match(self.text, found.end)
        near = len(gap) <= _NEAR and not _SENTENCE.search(gap)
        span = self.several_days and (not due or day < today.day or ((near or _YIELDED.search(gap) is not None) and not _DAYS_OFF.match(gap)))
        goes_on = self.due or span or (_AFTERWARDS.match(self.text, found.end) and not _BEFOREHAND.match(self.text, found.end))
        if due and ahead and day > said.day and day >= today.day and not goes_on:
            return False
        return near or bool(ahead and goes_on and day > self.last_day.day)

    def _comes_first(self, found: Found) -> bool:
        """Whether something is asked for at a time before what was asked for already."""
        return _FIRST.match(self.text, found.end) is not None or _FIRST_LEFT.search(self.text, max(0, found.start - 4), found.start) is not None

    def _week_of(self, found: Found, m: Moment) -> date | None:
        """The Monday of the week a bare weekday lies in, where a later weekday of a week said before is meant: 下周一前自查，周三前报."""
        if self.week_of_list is not None:
            return self.week_of_list
        if self.week is None:
            return None
        said, end = self.week
        near = found.start - end <= 2 * _NEAR and not _NEXT_ITEM.search(self.text, end, found.start)
        due = found.before or _HANDED.match(self.text, found.end)
        goes_on = self.due or not due or (_AFTERWARDS.match(self.text, found.end) and not _BEFOREHAND.match(self.text, found.end))
        if self._comes_first(found) and said - timedelta(days=said.weekday()) > self.frame.today and (m.weekday or 0) >= self.frame.today.weekday():
            return None
        return said - timedelta(days=said.weekday()) if near and goes_on and (m.weekday or 0) > said.weekday() else None

    def _week_behind(self, found: Found, m: Moment) -> date | None:
        """The Monday of the week of the first such weekday behind the day said before: 13号不上班，改到后面那个礼拜一."""
        if self.event is None or found.start - self.event[1] > 2 * _NEAR or not _THE_NEXT.search(self.text, max(0, found.start - 8), found.start):
            return None
        wanted = m.weekday or 0
        return self.last_day + timedelta(days=(wanted - self.last_day.weekday() - 1) % 7 + 1 - wanted)

    def _frame_of(self, found: Found) -> Frame:
        """What a time counts from: the notice, for 5日内 right behind 4月15日起 that day."""
        spell = found.first
        if self.since is None or not isinstance(spell, Spell) or spell.how != "within" or self.since[1] != found.start:
            return self.frame
        return replace(self.frame, now=self.since[0])

    def _remember_heading(self, found: Found, result: TimeExpression) -> None:
        if result.kind is not TimeKind.RANGE or result.start is None or not _HEADS.match(self.text, found.end):
            return
        if result.grain is Grain.MONTH:
            self.month_of_list = result.start.date()
        elif result.grain is Grain.WEEK:
            self.week_of_list = result.start.date()

    def _in_year_said(self, found: Found) -> None:
        """2027年9月30日前…，12月20日前…: a year to come carries on to a later day of the same sentence."""
        m = found.first
        if self.year is None or not isinstance(m, Moment) or m.has & ~(Has.PART | Has.CLOCK) != Has.MONTH | Has.DAY or not (m.month and m.day) or m.lunar:
            return
        said, end = self.year
        if found.before and found.start - end <= _SAME_YEAR and (m.month, m.day) > (said.month, said.day) and not _SENTENCE.search(self.text, end, found.start):
            m.year, m.has = said.year, m.has | Has.YEAR

    def _of_routine(self, found: Found) -> bool:
        """每天早8点看一次，读数8:20前报；早8点集合，8:40前出发: an hour of the same sentence behind that of every day or of a morning."""
        m = found.first
        if self.routine is None or not isinstance(m, Moment) or m.dated or not m.has & Has.CLOCK or found.start - self.routine[0] > 2 * _NEAR:
            return False
        end, hour = self.routine
        return (hour is None or hour <= (m.hour or 0) < 12) and not _SENTENCE.search(self.text, end, found.start)

    def _remember_routine(self, found: Found, result: TimeExpression) -> None:
        m = found.last or found.first
        if result.kind is TimeKind.SET:
            self.routine = found.end, None
        elif isinstance(m, Moment) and m.part is Part.MORNING and m.has & Has.CLOCK:
            self.routine = found.end, m.hour

    def read(self, found: Found) -> TimeExpression | None:
        """One expression, None when it is false or impossible."""
        if is_false(found, self.text):
            return None
        self._prepare(found)
        self._in_month_said(found)
        start, end = self.normal.original_span(found.start, found.end)
        said = self.normal.original[start:end]
        try:
            result = express(found, said, (start, end), self._frame_of(found))
        except (ValueError, OverflowError):
            return None
        if result is not None:
            self._remember_third(found, result)
            self._remember_routine(found, result)
            self._remember_heading(found, result)
            opens = result.kind is TimeKind.RANGE and result.start is not None and result.end is None and result.start.date() > self.frame.today
            self.since = (result.start, found.end) if opens and result.start else None
        said_day = isinstance(found.first, Moment) and found.first.dated and found.first.festival is None and not _on_eve(found.first)
        if result and result.start and said_day and result.grain in _FINE and result.unsure != "vague":
            self.event = (_day_of(result), found.end)
            self.last_day = (result.end or _day_of(result)).date()
            self.several_days = self.last_day > self.event[0].date()
            self.due = found.before or _HANDED.match(self.text, found.end) is not None
            says_year = found.first.has & Has.YEAR and found.first.month is not None  # type: ignore[union-attr]
            if says_year and self.due and result.start.year > self.frame.today.year:
                self.year = self.last_day, found.end
            if found.first.week_off or self.frame.near_week:  # type: ignore[union-attr]
                self.week = result.start.date(), found.end
            end_of_year = isinstance(found.first, Moment) and found.first.edge_of in ("year", "quarter")
            self.month_said = ("month" not in result.implied and not end_of_year) or self.frame.near_day is not None
        return result


def find_times(text: str, sent_at: datetime, calendar: Calendar) -> list[TimeExpression]:
    """All time expressions of `text`, in order; relative ones count from `sent_at` in the calendar's time zone.

    Any string is fine. Spans are in the text as given, in code points.
    """
    normal = normalise(text)
    text = without_numbering(normal.text)
    pieces = _pieces(text)
    if not pieces:
        return []
    with_days_first(pieces, text, calendar.local(sent_at).date())
    reader = _Reader(normal, calendar.local(sent_at), calendar)
    results = [reader.read(weekly_from_now_on(found, text)) for found in Merger(text, pieces, reader.frame.today).found()]
    return [_without_stop(each) for each in results if each is not None]


def _without_stop(time: TimeExpression) -> TimeExpression:
    """The full stop behind a month or an hour is the sentence's: by 24 September. At 6 am."""
    if time.said[-1] != "." or not _STOPPED.search(time.said):
        return time
    return replace(time, said=time.said[:-1], span=(time.span[0], time.span[1] - 1))
