"""What a notice of a duty that comes back says of single dates: 每月25号前报，这个月28号前给我就行, or 10月1日至7日免报."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.core.deadlines import day_and_time
from bot.core.duty_span import is_left_out
from bot.core.mentions import Mention
from bot.core.models import Deadline, Recurrence, RecurrenceException, TimeKind
from bot.core.occurrences import dates_between, instant_of
from bot.core.roles import Verdict
from bot.core.wording import late
from bot.core.workdays import Calendar

_THIS = r"(?:但是?|不过|只是|其中)?(?:[这本]个?(?P<of>周|星期|礼拜|月|次|期))(?:份|的)?"
_MOVES = r"(?:可以?|先|就|请|统一|都|暂时)*(?:(?:提[前早]|推[迟后]|延[期后长]?|顺延|放宽|放|改|宽限)(?:[到至为在成])?)?"
_THEN = r"(?:[之以]?前)?(?:再|上|给|报|交|发|提交|报送|我|也|都|就|完成|截止|行|可以?|即可|成|好|了)*"
_LEFT, _RIGHT = late(rf"(?:{_THIS}{_MOVES})?\Z"), late(rf"{_THEN}(?=[，,。；;！!\n]|\Z)")
_CLAUSE = late(r"[，,、：:]")
_SAID = late(_THIS)
_MOVED = late(r"提[前早]|推[迟后]|延|顺延|放宽|改|宽限")
_SPANS = {"周": 7, "星期": 7, "礼拜": 7, "月": 31, "次": 31, "期": 31}


def with_own_exceptions(
    rule: Recurrence, deadlines: Sequence[Deadline], verdicts: Sequence[Verdict], today: date, calendar: Calendar
) -> tuple[Recurrence, tuple[Deadline, ...]]:
    """The rhythm with the dates that the text leaves out, with the next one where it is moved for once, and the limits besides."""
    rule = replace(rule, exceptions=tuple(_left_out(rule, verdicts, calendar)))
    for m in (v.mention for v in verdicts):
        moved = _moved(rule, m, today, calendar)
        if moved is not None:
            left = tuple(d for d in deadlines if not (d.date == moved.date and m.start <= d.span[0] < m.end))
            return replace(rule, exceptions=(*rule.exceptions, moved)), left
    return rule, tuple(deadlines)


_SAID_AGAIN, _CLOSE = late(r"[这那]个?(?:周|星期|礼拜|月)(?![一二三四五六日天])"), 8
_AND = late(r"\s*[、和及与]\s*")
"""10月1日到8日放假这周免交: the week of the days right before it."""


def _left_out(rule: Recurrence, verdicts: Sequence[Verdict], calendar: Calendar) -> Iterator[RecurrenceException]:
    """每周三报，国庆那一周（9月28日至10月4日）免报: the dates of the rule in a span of days that falls out."""
    before, listed = None, list[Mention]()
    for m in (v.mention for v in verdicts):
        span, before = before if before and _SAID_AGAIN.match(m.time.said) and m.start - before.end < _CLOSE else m, m
        listed = [*listed, span] if listed and _AND.fullmatch(m.text, listed[-1].end, m.start) else [span]
        for each in listed if is_left_out(m) else ():
            if each.time.start:
                dates = dates_between(rule, each.time.start.date(), (each.time.end or each.time.start).date(), calendar)
                if dates:
                    yield RecurrenceException(dates[0], dates[-1])


def _moved(rule: Recurrence, m: Mention, today: date, calendar: Calendar) -> RecurrenceException | None:
    """The next date of the rule on the day that is told for this week or month in a clause of nothing else."""
    if m.time.kind is not TimeKind.POINT or not m.has_day or m.time.start is None:
        return None
    left = _CLAUSE.split(m.sentence_left)[-1].lstrip()
    said = _SAID.match(left) or _SAID.match(m.time.said)
    if said is None or _LEFT.match(left) is None or _RIGHT.match(m.clause_right) is None:
        return None
    day, clock, part = day_and_time(m, calendar)[:3]
    coming = dates_between(rule, today, today + timedelta(days=_SPANS[said["of"]]), calendar)
    if not coming or day < today or not _same_span(coming[0], day, said["of"], moves=_MOVED.search(left) is not None):
        return None
    moved = RecurrenceException(coming[0], coming[0], day, clock, part)
    told = replace(rule, exceptions=(moved,))
    return moved if instant_of(told, coming[0], calendar) != instant_of(rule, coming[0], calendar) else None


def _same_span(old: date, new: date, of: str, moves: bool) -> bool:
    if of == "月":
        return (old.year, old.month) == (new.year, new.month)
    if of in ("周", "星期", "礼拜"):
        return old.isocalendar()[:2] == new.isocalendar()[:2]
    return moves
