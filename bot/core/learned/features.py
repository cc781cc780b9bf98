"""What the models look at: short strings of a text, its dates as the rules take them, and the surroundings of a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from operator import add

from bot.core.agents import agents
from bot.core.fields import field_of, fills_readers_field
from bot.core.learned.linear import Chances, Features
from bot.core.models import TimeKind
from bot.core.roles import Verdict

_HEAD, _TAIL = 500, 150
"""Characters of a text's beginning and end that are weighed: what a notice wants stands there."""
_SENDER, _LENGTH = 0.1, 0.3
"""How loud the sender's name and the length speak beside the strings of a text, whose squares add up to 1."""
_AHEAD = {"past": "⏪", "today": "⏺", "soon": "⏩", "weeks": "⏩", "far": "⏭", "none": "⏹"}
_ROLE = {"deadline": "D", "window": "W", "event": "E", "recurring": "R", "neither": "N"}
_DIGIT = re.compile(r"\d")
_BLANK, _BLANKS, _ROW = re.compile(r"\s"), re.compile(r"\s+"), re.compile("␣+")


def shape(text: str) -> str:
    """The text with every digit as 0, blanks as one ␣ and in lower case: which number it is says nothing."""
    return _BLANKS.sub("␣", _DIGIT.sub("0", text).lower())


@lru_cache(maxsize=4)
def _shaped_in_place(text: str) -> str | None:
    """The shape with each blank of a row kept, so that every character stays in its place; None where lower case would move some."""
    if "İ" in text or "Σ" in text or "␣" in text:
        return None
    return _BLANK.sub("␣", _DIGIT.sub("0", text).lower())


def shape_between(text: str, start: int, end: int) -> str:
    """The shape of `text[start:end]`; the surroundings of all dates overlap, so the text is shaped once."""
    whole = _shaped_in_place(text)
    if whole is None:
        return shape(text[start:end])
    part = whole[start:end]
    return _ROW.sub("␣", part) if "␣␣" in part else part


def grams(text: str, longest: int, tag: str = "") -> list[str]:
    """All strings of 1 to `longest` characters, with a tag in front."""
    strings = list(map(tag.__add__, text)) if tag else list(text)
    found = strings[:]
    for length in range(1, longest):
        strings = list(map(add, strings, text[length:]))
        found += strings
    return found


def even(names: Iterable[str], loudness: float = 1.0) -> tuple[float, set[str]]:
    """Every name once, all equally loud, the squares adding up to `loudness` squared."""
    distinct = set(names)
    return (loudness * len(distinct) ** -0.5 if distinct else 0.0), distinct


def with_dates_named(text: str, verdicts: Sequence[Verdict], sent_at: datetime) -> str:
    """The text with a sign in the place of each date: whether it lies behind or ahead, and what the rules take it for."""
    parts, at = [], 0
    for verdict in verdicts:
        m = verdict.mention
        if m.start < at:
            continue
        sign = "🔁" if m.time.kind is TimeKind.SET else _AHEAD[days_ahead(verdict, sent_at)]
        parts += [text[at : m.start], sign, "前" if m.time.before else "", _ROLE[verdict.role]]
        at = m.end
    return "".join([*parts, text[at:]])


def weighed_part(text: str) -> str:
    """The beginning and end of a text, as the models read it."""
    flat = shape(text)
    return flat if len(flat) <= _HEAD + _TAIL else flat[:_HEAD] + "␣…␣" + flat[-_TAIL:]


def text_features(text: str, verdicts: Sequence[Verdict], sender: str | None, sent_at: datetime) -> Features:
    """Features of a normalised text as a whole, with the rules' verdicts on its dates."""
    named = {f"@{each}" for each in grams(shape(sender or "")[-6:], 2)} | {"@named" if sender else "@nobody"}
    return [
        even(grams(weighed_part(with_dates_named(text, verdicts, sent_at)), 2)),
        (_SENDER, named),
        (_LENGTH, [f"length {min(7, int(len(text) ** 0.5 / 4))}"]),
    ]


_NEAR, _FAR = 14, 40
_AROUND = 4.0
"""How loud the words around a date speak beside what it is by itself."""


def _surroundings(verdict: Verdict) -> list[str]:
    """The words around a date, nearest first."""
    m = verdict.mention
    text, start, end = m.text, m.start, m.end
    left, right = shape_between(text, max(0, start - 16), start), shape_between(text, end, end + 20)
    return [
        *(f"<{length}{left[-length:]}" for length in (1, 2, 3, 4)),
        *(f">{length}{right[:length]}" for length in (1, 2, 3, 4)),
        *grams(left[-10:], 3, "l"),
        *grams(right[:_NEAR], 3, "r"),
        *grams(shape(m.clause_right)[:24], 3, "c"),
        *grams(shape_between(text, start - len(m.clause_left), start)[-16:], 3, "k"),
        *grams(shape_between(text, start - len(m.sentence_left), start)[-_FAR:], 2, "s"),
        *grams(shape_between(text, end, end + len(m.sentence_right))[:_FAR], 2, "S"),
        *grams(m.heading[-6:], 2, "h"),
    ]


def days_ahead(verdict: Verdict, sent_at: datetime) -> str:
    """How far from the day of sending a date lies, in one word."""
    moment = verdict.mention.time.end or verdict.mention.time.start
    if moment is None:
        return "none"
    days = (moment.date() - sent_at.date()).days
    return "past" if days < 0 else "today" if days == 0 else "soon" if days < 4 else "weeks" if days < 45 else "far"


def _own(verdict: Verdict, sent_at: datetime) -> Iterator[str]:
    """What the time expression is by itself."""
    m = verdict.mention
    time = m.time
    said = shape(time.said)
    yield from (f"kind {time.kind}", f"grain {time.grain}", f"ahead {days_ahead(verdict, sent_at)}", f"said {said}")
    yield from grams(said[-4:], 2, "t")
    for name, holds in (
        ("before", time.before), ("clock", time.clock is not None), ("part", time.part is not None), ("span", m.is_range),
        ("day", m.has_day), ("last", m.is_last), ("year", "year" not in time.implied), ("set", time.kind is TimeKind.SET),
    ):  # fmt: skip
        if holds:
            yield name


def _field(verdict: Verdict) -> Iterator[str]:
    """Whose time the label before the date names, and whether the date is all that stands behind it."""
    m = verdict.mention
    field = field_of(m) or "none"
    yield f"field {field}"
    yield f"field {field} {'span' if m.is_range else 'point'} {verdict.role}"
    if fills_readers_field(m):
        yield "field filled"


def mention_features(verdicts: Sequence[Verdict], sent_at: datetime, words: Chances) -> list[Features]:
    """Features of every date of a text; `words` is how likely each kind of text is."""
    firm = sum(map(_is_firm, verdicts))
    roles = ["nothing", *(str(v.role) for v in verdicts), "nothing"]
    return [
        _mention(verdict, place, roles, firm - _is_firm(verdict), sent_at, words) for place, verdict in enumerate(verdicts)
    ]


def _mention(verdict: Verdict, place: int, roles: Sequence[str], firm: int, sent_at: datetime, words: Chances) -> Features:
    """`roles` are those of all dates with one more at each end, `firm` how many others are deadlines for certain."""
    plain = [
        *_own(verdict, sent_at),
        *_field(verdict),
        *agents(verdict.mention),
        f"rule {verdict.role}{' weak' if verdict.weak else ''}",
        f"why {verdict.reason}",
        f"place {min(place, 4)}",
        f"before it {roles[place]}",
        f"after it {roles[place + 2]}",
        f"other deadlines {min(firm, 2)}",
    ]
    found: list[tuple[float, Iterable[str]]] = [even(_surroundings(verdict), _AROUND), (1.0, plain)]
    found += [(chance, (f"text {kind}", f"rule {verdict.role} in {kind}")) for kind, chance in words.items()]
    return found


def _is_firm(verdict: Verdict) -> bool:
    return verdict.role in ("deadline", "window") and not verdict.weak
