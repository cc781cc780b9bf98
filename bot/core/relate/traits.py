"""Everything about one message that matching looks at, read once and remembered by its words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.core.models import Deadline, Event, Grain, Notice, Part, TimeExpression, TimeKind
from bot.core.names import is_surname
from bot.core.relate.cues import Cues, read_cues
from bot.core.relate.fields import loose_concepts, read_fields
from bot.core.relate.offices import Office, Speaker, named_offices, read_offices, read_speaker, signature
from bot.core.relate.papers import Papers, papers_of
from bot.core.relate.periods import Marks, read_marks
from bot.core.relate.substance import substance_of
from bot.core.relate.wording import bigrams, phrases, plain, subject_words, without_asides, without_columns

_EMAIL = re.compile(r"(?<![a-z0-9._%+-])[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_URL = re.compile(r"https?://[^\s，。,;]+")
_QUOTED = re.compile(r"[“\"「『《]([^”\"」』》]{2,24})[”\"」』》]")
_TITLED = re.compile(
    r"(?:小(?!程序|时|组|区|学|麦|额|微|型|孩|结|车)|老(?!师|板|人|表|家|年|百)|阿)[一-鿿](?![一-鿿]?(?:区|学|组|时|户|型|年|人|家|表|旧|百))|[一-鿿](?:主任|书记|老师|会计|主席|警官|干事|站长|所长|局长|科长|镇长|委员|组长)"
    r"|[一-鿿](?:姐|哥|叔|姨|嫂)|[一-鿿][工站所科总队](?=[^一-鿿]|$|[要那这来催说让叫收处在帮就给发汇的看统盯牵负])"
)
_COUNT = r"(?:\d+(?:\.\d+)?|半|[一二三四五六]?十[一二三四五六七八九]?|[一两俩二三四五六七八九几])"
_LEFT = re.compile(
    rf"(?:(?P<days>{_COUNT})天(?:零|又|加|带)?)?(?P<n>{_COUNT})(?P<c>个)?(?P<m>多)?(?P<h>半)?(?P<u>分钟|小时|钟头|刻钟|天|日|(?<=个)钟)"
    rf"(?:零|又|加)?(?:(?P<minutes>{_COUNT})(?:分钟?|来分))?(?P<t>多|半)?"
)
_CLAUSE_START = ("", ",", "，", "。", ";", "!", "?", "\n", " ")
_LEFT_HEAD = re.compile(r"还有|还剩|只剩|就剩|仅剩|剩|距|离|倒计时|不到|不足|后(?:就)?(?:截|到|封|关|收|锁)|left")
_DIGIT = {"半": 0.5, "一": 1, "两": 2, "俩": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def _counted(said: str) -> float:
    """A number of hours, minutes or days as said; 几 counts as three."""
    if said[0].isdigit():
        return float(said)
    if "十" in said and said != "十":
        tens, _, ones = said.partition("十")
        return 10 * _DIGIT.get(tens, 1) + _DIGIT.get(ones, 0)
    return _DIGIT.get(said, 3.0)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day with or without a clock time (`HH:MM`), as compared between messages; `loose` when the month was not said."""

    day: date
    clock: str | None = None
    loose: bool = field(default=False, compare=False)

    def same_day(self, other: Moment) -> bool:
        """Whether both can mean one day; a bare 20号 is the 20th of the month the other side names."""
        if self.day == other.day:
            return True
        if not (self.loose or other.loose) or self.day.day != other.day.day:
            return False
        return abs((self.day - other.day).days) < 40


@dataclass(frozen=True, slots=True)
class Window:
    """Where a deadline must lie according to the time that is said to be left."""

    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Traits:
    """One message as matching sees it; `moments` are its deadlines and events, `dates` every instant it names."""

    text: str
    raw: str
    at: datetime
    group: str
    sender: str
    speaker: Speaker
    signed: tuple[Office, ...]
    offices: tuple[Office, ...]
    people: frozenset[str]
    words: tuple[str, ...]
    grams: frozenset[str]
    phrases: frozenset[str]
    subject: frozenset[str]
    substance: frozenset[str]
    papers: Papers
    fields: frozenset[str]
    concepts: frozenset[str]
    marks: Marks
    cues: Cues
    quoted: frozenset[str]
    mailboxes: frozenset[str]
    left: Window | None


@lru_cache(maxsize=16384)
def read_traits(text: str, at: datetime, group: str | None, sender: str | None) -> Traits:
    """Read one message's traits; the same message is read once."""
    said = plain(text)
    signed = signature(said)
    core = without_asides(text)
    words = subject_words(core)
    return Traits(
        text=said,
        raw=text,
        at=at,
        group=group or "",
        sender=sender or "",
        speaker=read_speaker(sender, group),
        signed=read_offices(signed) if signed else (),
        offices=named_offices(plain(core)),
        people=_people(said),
        words=words,
        grams=bigrams(words),
        phrases=phrases(words),
        subject=bigrams(subject_words(without_columns(core))),
        substance=substance_of(core),
        papers=papers_of(core),
        fields=read_fields(core),
        concepts=loose_concepts(text),
        marks=read_marks(core),
        cues=read_cues(text),
        quoted=frozenset(q for q in _QUOTED.findall(said) if not q.isdigit()),
        mailboxes=frozenset(_EMAIL.findall(said)) | frozenset(_URL.findall(said)),
        left=time_left(said, at),
    )


_LATIN_NAME = re.compile(r"(?<![a-z@.:/])[a-z]{4,}(?![a-z@.:/])")
_NO_NAME = frozenset(
    "office team lead leader project group community street field assistant resident bureau county town village training meeting form "
    "list lists data please deadline sheet table with from this that have will your before after today tomorrow monday tuesday "
    "wednesday thursday friday saturday sunday excel word".split()
)


def _people(said: str) -> frozenset[str]:
    found = (m[0] for m in _TITLED.finditer(said))
    latin = frozenset(w for w in _LATIN_NAME.findall(said) if w not in _NO_NAME)
    return latin | frozenset(p for p in found if is_surname(p[1] if p[0] in "小老阿" else p[0]))


def time_left(said: str, at: datetime) -> Window | None:
    """The window in which a deadline lies when a text says how much time is left (还有80分钟, 还剩两天, 两天后截止)."""
    for found in _LEFT.finditer(said):
        around = said[max(0, found.start() - 6) : found.end() + 4]
        alone = said[:found.start()][-1:] in _CLAUSE_START and not said[found.end() :].strip("了啦。.! ")
        if not (alone or _LEFT_HEAD.search(around)):
            continue
        amount = _counted(found["n"])
        loose = bool(found["m"] or found["t"] == "多" or found["n"] == "几")
        if found["h"] or found["t"] == "半":
            amount += 0.5
        unit = found["u"] if found["u"] not in ("钟头", "钟") else "小时"
        if found["minutes"]:
            amount += _counted(found["minutes"]) / 60
        if found["days"]:
            amount, unit = 24 * _counted(found["days"]) + amount, "小时"
        return _window(at, *((15 * amount, "分钟") if unit == "刻钟" else (amount, unit)), loose)
    return None


def _window(at: datetime, amount: float, unit: str, loose: bool) -> Window:
    if unit in "天日":
        day = at.replace(hour=0, minute=0, second=0, microsecond=0)
        return Window(day + timedelta(days=amount - 1), day + timedelta(days=amount + 1 + loose))
    span = timedelta(minutes=amount) if unit == "分钟" else timedelta(hours=amount)
    slack = max(span * 0.2, timedelta(minutes=6))
    return Window(at + span - slack, at + span + (slack + (timedelta(hours=1) if loose else timedelta())))


def moments_of(notice: Notice) -> frozenset[Moment]:
    """The days and clock times a notice asks for: deadlines, events, and the last day of a window."""
    dated: list[Deadline | Event] = [*notice.deadlines, *notice.events]
    return frozenset(Moment(d.date, _clock(d), "month" in d.implied) for d in dated)




def _clock(moment: Deadline | Event) -> str | None:
    if moment.time:
        return moment.time
    if moment.part is None:
        return None
    return "12:00" if moment.part is Part.NOON else moment.part.value


def clocks_agree(a: str | None, b: str | None) -> int:
    """2 where two clock times are one, 1 where one is unsaid or only a part of the day, 0 where they differ."""
    if a is None or b is None or not (a[0].isdigit() and b[0].isdigit()):
        return 2 if a == b and a is not None else 1
    return 2 if a == b else 0


def dates_of(times: tuple[TimeExpression, ...] | list[TimeExpression]) -> frozenset[Moment]:
    """Every instant that a text names, as far as the day was said or is plain."""
    found = set()
    for time in times:
        if time.start is None or time.kind is TimeKind.SET or time.grain not in _DAY_GRAINS:
            continue
        clock = time.start.strftime("%H:%M") if time.grain in (Grain.MINUTE, Grain.HOUR) else None
        day = time.start.date()
        if time.midnight_end:
            day, clock = day - timedelta(days=1), "24:00"
        found.add(Moment(day, clock, "month" in time.implied))
        if time.kind is TimeKind.RANGE and time.end is not None:
            found.add(Moment(time.end.date(), None))
    return frozenset(found)


_DAY_GRAINS = (Grain.MINUTE, Grain.HOUR, Grain.PART, Grain.DAY)
TimesReader = Callable[[str, datetime], frozenset[Moment]]
