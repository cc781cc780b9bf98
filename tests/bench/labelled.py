"""Labelled texts to fit to: whole labels (notices, streams) and lightly marked texts, as rows for the models."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.core.classify import rather_event
from bot.core.dates import Dated, find_dates
from bot.core.deadlines import day_and_time
from bot.core.implied_rhythms import comings
from bot.core.learned.company import company_features
from bot.core.learned.features import mention_features, text_features
from bot.core.learned.linear import Chances, Features
from bot.core.mentions import Mention
from bot.core.models import Grain, Kind, TimeKind
from bot.core.normalise import Normal, normalise
from bot.core.roles import DateRole, Verdict
from bot.core.times.sets import BYDAY
from bot.core.workdays import Calendar

Label = dict[str, Any]
Span = tuple[int, int]
ROLES = {"D": "deadline", "W": "window", "E": "event", "R": "recurring", "N": "neither"}
_MARK = re.compile(r"⟦([DWERN]):(.*?)⟧", re.S)


@dataclass(frozen=True)
class Example:
    """One text with what is known of it; `marks` are spans of the text with their role (None: not marked)."""

    source: str
    text: str
    sender: str | None
    sent_at: datetime
    kind: str
    requirements: frozenset[str] | None = None
    gold: Label | None = None
    marks: tuple[tuple[Span, str], ...] | None = None


def _marked(row: Label, source: str) -> Example:
    text, marks, at = "", [], 0
    for mark in _MARK.finditer(row["t"]):
        text += row["t"][at : mark.start()]
        marks.append(((len(text), len(text) + len(mark[2])), ROLES[mark[1]]))
        text += mark[2]
        at = mark.end()
    text += row["t"][at:]
    when = datetime.fromisoformat(row["d"].replace(" ", "T"))
    return Example(source, text, row.get("s"), when, row["k"], frozenset(row["r"]), None, tuple(marks))


def _whole(row: Label, source: str) -> Example | None:
    message, gold = row["message"], row["gold"]
    if not gold.get("kind"):
        return None
    when = datetime.fromisoformat(message["received_at"]).replace(tzinfo=None)
    asked = frozenset(gold["requirements"]) if "requirements" in gold else None
    return Example(source, message["text"], message.get("sender"), when, gold["kind"], asked, gold if "deadlines" in gold else None)


def read_examples(path: Path) -> list[Example]:
    """The examples of a file of notices, of streams or of marked texts."""
    found: list[Example] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        example = _marked(row, path.stem) if "t" in row else _whole(row, path.stem)
        if example:
            found.append(example)
    return found


def _key(fact: Label) -> tuple[object, ...]:
    noon = fact.get("time") == "12:00" or fact.get("part") == "noon"
    return (fact["date"], "noon") if noon else (fact["date"], fact.get("time"), fact.get("part"))


def _said(verdict: Verdict, calendar: Calendar) -> tuple[object, ...]:
    day, clock, part = day_and_time(verdict.mention, calendar)
    return _key({"date": day.isoformat(), "time": clock, "part": str(part) if part else None})


_DAYS = re.compile(r"BY(?:MONTH)?DAY=([^;]+)")
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天]|(?:on |by )?(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.I)


def _days(rrule: str) -> frozenset[str]:
    return frozenset(day for found in _DAYS.findall(rrule) for day in found.split(","))


def _of_rhythm(said: str, gold: str) -> str | None:
    """Whether a rhythm that was said is the one of the label; None where another frequency may have been its way to say it."""
    if said.split(";")[0] != gold.split(";")[0]:
        return None if "BY" not in said or "MONTHLY" in said + gold else "neither"
    mine, others = _days(gold), _days(said)
    return "neither" if mine and others and not mine & others else "recurring"


def _is_its_hour(m: Mention, again: Label) -> bool:
    """Whether an hour or a part without a day is that of the rhythm."""
    hour = m.time.end_clock or m.time.clock
    return not m.has_day and (hour == again["time"] if hour else m.time.part is not None and str(m.time.part) == again["part"])


def _is_its_day(m: Mention, gold: str) -> bool:
    """Whether a date names days of the week or the month on which the rhythm falls."""
    if m.time.start is None or m.time.grain not in (Grain.DAY, Grain.PART, Grain.HOUR, Grain.MINUTE):
        return False
    coming = next(comings([Verdict(m, DateRole.NEITHER, "")]), None)
    if coming is not None:
        return _days(coming.rrule) == _days(gold)
    if _WEEKDAY.match(m.time.said):
        return BYDAY[m.time.start.weekday()] in _days(gold)
    return "BYMONTHDAY" in gold and "month" in m.time.implied and str(m.time.start.day) in _days(gold)


def _by_value(verdict: Verdict, gold: Label, calendar: Calendar) -> str | None:
    """The role of a date whose value the label names."""
    m = verdict.mention
    again = gold["recurrence"]
    if m.time.kind is TimeKind.SET:
        return _of_rhythm(m.time.rrule or "", again["rrule"]) if again else "neither"
    if m.time.start is None and m.time.end is None:
        return None
    said = _said(verdict, calendar)
    starts = {_key(e) for e in gold["events"]}
    if m.time.start and (_key({"date": m.time.start.date().isoformat(), "time": m.time.clock, "part": str(m.time.part) if m.time.part else None}) in starts):
        return "event"
    if said in {_key(d) for d in gold["deadlines"]}:
        return "window" if m.is_range else "deadline"
    if again and (said[0] in (again["start"], again["until"]) or _is_its_hour(m, again) or _is_its_day(m, again["rrule"])):
        return "recurring"
    if m.has_day and m.has_clock is False and said[0] in {d["date"] for d in gold["deadlines"]}:
        return None
    return "neither"


def _by_mark(verdict: Verdict, normal: Normal, marks: Sequence[tuple[Span, str]]) -> str | None:
    start, end = normal.original_span(*verdict.mention.time.span)
    best = max(marks, key=lambda mark: min(end, mark[0][1]) - max(start, mark[0][0]), default=None)
    return best[1] if best and min(end, best[0][1]) > max(start, best[0][0]) else None


@dataclass(frozen=True)
class DateRow:
    """One date of a text: its features, its role where the label tells, and the rule's verdict."""

    features: Features
    role: str | None
    verdict: Verdict


@dataclass(frozen=True)
class Read:
    """A text with its time expressions found, so that it need not be searched again."""

    example: Example
    dated: Dated

    def words(self) -> Features:
        """Features of the text as a whole."""
        return text_features(self.dated.normal.text, self.dated.verdicts(), self.example.sender, self.dated.sent_at)

    def dates(self, words: Chances, calendar: Calendar) -> list[DateRow]:
        """Every date of the text, whose words say so much of each kind."""
        verdicts = self.dated.verdicts(Kind.EVENT if rather_event(words) else None)
        return [
            DateRow(features, _role(verdict, self.dated.normal, self.example, calendar), verdict)
            for features, verdict in zip(mention_features(verdicts, self.dated.sent_at, words), verdicts, strict=True)
        ]

    def in_company(self, rows: Sequence[DateRow], alone: Sequence[Chances], words: Chances) -> list[dict[str, float]]:
        """What the dates of the text say of each other, once each was looked at alone."""
        return company_features([row.verdict for row in rows], alone, self.dated.sent_at, words)


def read(example: Example, calendar: Calendar) -> Read:
    """The example with its time expressions."""
    return Read(example, find_dates(normalise(example.text), example.sent_at, calendar))


def _role(verdict: Verdict, normal: Normal, example: Example, calendar: Calendar) -> str | None:
    if example.marks is not None:
        return _by_mark(verdict, normal, example.marks)
    if example.kind in ("info", "chatter"):
        return "neither"
    return _by_value(verdict, example.gold, calendar) if example.gold else None
