"""English limits that count from what takes place: two days before the board meeting on 3 December, a week ahead of the visit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.core.anchored import Anchored
from bot.core.mentions import Mention
from bot.core.models import Deadline, Event, Span
from bot.core.roles import DateRole, Verdict
from bot.core.wording import late
from bot.core.workdays import Calendar

_NUMBERS = {"a": 1, "an": 1, "one": 1, "the": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_BEFORE = late(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)}) (?:full )?(?P<work>working |business )?(?P<unit>day|week)s? (?:before|prior to|ahead of|in advance of) "
    r"(?!(?:that|then|it|they|you|we|i|he|she|submission|submitting|expiry|departure)\b)(?:(?:the|our|your|this|each|an?|start of|beginning of) ){0,3}(?P<what>[a-z][\w'’&/-]*(?: (?!on\b|at\b|in\b|of\b|please\b)[\w'’&/-]+){0,4})",
    re.I,
)
_ON = late(r"(?:,|\(|\s|\b(?:on|of|at|which is|starting|scheduled for|held on|itself)\b){0,5}(?:[\w-]+ ){0,2}?(?:on |\()?(?:the )?\Z", re.I)
_ASKS = late(r"\b(?:please|kindly|must|should|shall|due|submit|send|return|confirm|reach|share|circulate|register|provide|upload|deliver|latest|no later than|hand in|bring|let me|need(?:s|ed)? (?:to|your|the))\b", re.I)
_THEIRS = late(r"\b(?:we|i|they|he|she|hr|it|admin|organi[sz]ers?|team|links?|agenda|invitations?|registration|tickets|doors?|results?)(?:'ll| will| shall| opens?| starts?| begins?| closed?| was| were| is| are) (?!due|needed|required|to be)[^.;\n]{0,60}\Z|\b(?:opens?|starts?|begins?|arrived?|happened|was|were) (?:\w+ )?\Z", re.I)
_SENTENCE = late(r"[.!?](?=\s)|\n")
_REACH = 160


def read_anchored_in_english(text: str, verdicts: Sequence[Verdict], events: Sequence[Event], calendar: Calendar) -> list[Anchored]:
    """The limits said as so long before something whose day stands right behind it, else before the event told before."""
    found: list[Anchored] = []
    for match in _BEFORE.finditer(text):
        left = _SENTENCE.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
        right = _SENTENCE.split(text[match.end() : match.end() + _REACH], maxsplit=1)[0]
        if not _ASKS.search(left + right) or _THEIRS.search(left):
            continue
        base = _base(text, match, [v.mention for v in verdicts if v.role is not DateRole.RECURRING], events)
        if base is None:
            continue
        count = -(int(match["n"]) if match["n"].isdigit() else _NUMBERS[match["n"].lower()])
        if match["work"]:
            day = calendar.add_workdays(base[0], count * (5 if match["unit"].lower() == "week" else 1))
        else:
            day = base[0] + timedelta(days=count * (7 if match["unit"].lower() == "week" else 1))
        span = (match.start(), match.end("unit"))
        found.append(Anchored(Deadline(day, calendar.at(day), None, None, match.group(), span, ("day",), ""), span, base[1]))
    return found


def _base(text: str, match: re.Match[str], mentions: Sequence[Mention], events: Sequence[Event]) -> tuple[date, Span | None] | None:
    """The day of what is named behind the length, with its place where it is told right there."""
    for m in mentions:
        if m.has_day and m.time.start and match.end("unit") < m.start <= match.end() + 40 and not _SENTENCE.search(text, match.end(), m.start):
            near = m.start <= match.end() or _ON.match(text[match.end() : m.start])
            if near:
                return m.time.start.date(), m.time.span
    told = [event for event in events if event.span[0] < match.start()]
    return (told[-1].date, None) if told else None
