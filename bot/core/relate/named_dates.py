"""Which of a task's dates a message moves: each new day, or length, goes with the limit or the meeting that is named for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.core.models import Deadline, Event, Notice, Part, Relation, Source
from bot.core.relate.telling_dates import Told, keeps_hour, read_days, read_told
from bot.core.relate.time_changes import shifted
from bot.core.relate.wording import bigrams, plain
from bot.core.workdays import Calendar

Dated = Deadline | Event

OF_PAPERS = re.compile(r"名单|回执|报名|材料|表(?!彰)|台账|报告|总结|方案|照片|\b(?:names?|forms?|lists?|sign[- ]?up|register)\b", re.I)
OF_GATHERING = re.compile(r"会(?!计|员|长)|培训|演练|活动|仪式|[上听开]课|比赛|检查|体检|视察|考察|督[导查]|调研|验收|考核|考试|面试|参观|\b(?:meeting|training|session|drill|workshop)\b", re.I)
_CLAUSES = re.compile(r"[^,，。；;！!？?\n]+")
_STOPS = "。；;！!？?\n"
_SAYS_LITTLE = re.compile(r"时间|截止|期限|上报|报送|提交|通知|参加|要求|负责|[上下]午|之?前")
_NUMBERED = re.compile(r"\d+[一-鿿]")
"""2年级, 第1批: what tells things of one name apart."""
_JOINS = re.compile(r"和|及|与|跟|、|\band\b")
_CLAUSES_ON = 4
"""How many clauses behind a day may still say what takes place."""


@dataclass(frozen=True, slots=True)
class _Item:
    """One date of a task with the 2-grams that name it and none of its other dates.

    `unkept` is a day that the notice names for something which is none of the task's dates (下周二视察，路线图周五前报).
    """

    dated: Dated
    own: frozenset[str]
    paper: bool = False
    unkept: bool = False


def moved_as_named(facts: Notice, sources: Sequence[Source], text: str, told: Sequence[Told], at: datetime, calendar: Calendar) -> Notice | None:
    """The facts with those dates moved that the message names, each as it says; None where it names none.

    What it does not name, where it names something, stays; what was told before does not move again.
    """
    if facts.recurrence or not any(each.moves for each in told):
        return None
    items = _items(facts, sources, at, calendar)
    if len(items) == 1 and _says_more_days(text, told, at, calendar):
        return None  # 表提前到24号报，照片可以25号补: what else has a day belongs to it too
    meant = _meant(items, told)
    known, same_hour = _told_before(sources, calendar), keeps_hour(text)
    moved = dict[int, Dated]()
    last: timedelta | None = None
    for one, places in meant:
        for place in places:
            old = items[place].dated
            new = None if _is_known(one, known) else _moved(old, one, last, same_hour, at)
            if new is not None and _moment(new) != _moment(old):
                moved[place] = new
                last = timedelta(days=(new.date - old.date).days)
        last = one.by if one.by is not None else last
    if not moved:
        return facts if any(_is_of_the_gathering(items, one, places) for one, places in meant) else None
    after = [moved.get(place, item.dated) for place, item in enumerate(items) if place in moved or not item.unkept]
    inner = [each for each in facts.deadlines if each.inner]
    limits = [each for each in after if isinstance(each, Deadline)]
    return replace(facts, events=tuple(each for each in after if isinstance(each, Event)), deadlines=tuple(sorted((*limits, *inner), key=lambda each: each.at)))


def _says_more_days(text: str, told: Sequence[Told], at: datetime, calendar: Calendar) -> bool:
    days = {each.date for each in read_days(text, at, calendar)}
    return len(days - {day for each in told if not each.allowed for day in (each.old, each.limit and each.limit.date, each.event and each.event.date)}) > 0


def _moment(dated: Dated) -> tuple[date, str | None, Part | None]:
    return dated.date, dated.time, dated.part


def _is_of_the_gathering(items: Sequence[_Item], told: Told, places: Sequence[int]) -> bool:
    """Whether what is told is of a gathering, and what the task has a limit for are papers (检查调到10号; 检查照片9日前)."""
    if places or told.sooner or not told.moves or sort_of(told.about) is not Event or plain(told.about).rstrip().endswith("的"):
        return False
    return bool(items) and all(isinstance(item.dated, Deadline) and item.paper for item in items)


def only_one_moved(facts: Notice, text: str, told: Sequence[Told], at: datetime) -> Notice | None:
    """The facts with their only date moved, whatever it is called, where the message moves but one; else None."""
    dated: list[Dated] = [*facts.events, *facts.deadlines]
    moves = [each for each in told if each.moves and not each.allowed]
    if facts.recurrence or len(dated) != 1 or len(moves) != 1:
        return None
    new = _moved(dated[0], moves[0], None, keeps_hour(text), at)
    return replace(facts, events=(new,)) if isinstance(new, Event) else replace(facts, deadlines=(new,)) if new else None


def told_of(facts: Notice, told: Sequence[Told], at: datetime, calendar: Calendar) -> frozenset[Told]:
    """What is told of a task that is surely named: half the words that say of what are its own."""
    items = _items(facts, (), at, calendar)
    return frozenset(
        one for one, places in _meant(items, told)
        if any(_hits(items[place], one) >= max(_SURELY, len(_grams(one.about)) / 2) for place in places)
    )  # fmt: skip


_SURELY = 2
"""So many 2-grams at least name a thing surely."""


def _told_before(sources: Sequence[Source], calendar: Calendar) -> list[Told]:
    updates = (each for each in sources if each.relation is Relation.UPDATE)
    return [told for each in updates for told in read_told(each.text, each.at, calendar) if told.moves]


def _is_known(told: Told, known: Sequence[Told]) -> bool:
    words = _grams(told.about)
    return any(told.same(each) and not told.alike and (words & _grams(each.about) or not words) for each in known)


def _items(facts: Notice, sources: Sequence[Source], at: datetime, calendar: Calendar) -> list[_Item]:
    kept: list[Dated] = [*facts.events, *(each for each in facts.deadlines if not each.inner)]
    dated: list[Dated] = [*kept, *_unkept(kept, sources, at, calendar)]
    words = [_words_of(each, dated, facts, sources) for each in dated]
    grams = [_grams(each) for each in words]
    return [
        _Item(
            each,
            grams[place].difference(*(other for at, other in enumerate(grams) if at != place)),
            isinstance(each, Deadline) and OF_PAPERS.search(words[place]) is not None,
            place >= len(kept),
        )
        for place, each in enumerate(dated)
    ]


def _unkept(kept: Sequence[Dated], sources: Sequence[Source], at: datetime, calendar: Calendar) -> list[Event]:
    """Days ahead in the opening notice for what takes place, that are none of the task's dates."""
    if not sources or not kept:
        return []
    text, said, days = sources[0].text, [each.said for each in kept], {each.date for each in kept}
    events = read_days(text, sources[0].at, calendar)
    return [
        each for each in events
        if each.date >= at.date() and each.date not in days and not any(each.said in other or other in each.said for other in said if other)
        and sort_of(" ".join(_around(text, each.said, said, onward=False))) is Event
    ]  # fmt: skip


def _words_of(one: Dated, dated: Sequence[Dated], facts: Notice, sources: Sequence[Source]) -> str:
    """What names a date: what it is said to be for, and the clauses in which it was told."""
    alone = len(dated) == 1 or (isinstance(one, Event) and len(facts.events) == 1)
    named = [one.about] if isinstance(one, Deadline) and one.about else [facts.title] if alone else []
    others = [each.said for each in dated if each is not one and each.said and each.said != one.said]
    source = next((each.text for each in sources if one.said and one.said in each.text), "")
    return " ".join((*named, *_around(source, one.said, others, onward=isinstance(one, Event))))


def _around(text: str, said: str, others: Sequence[str], onward: bool) -> Iterator[str]:
    """The clause of a day and, where that says little or what takes place may be told behind it, those beside it."""
    if not text:
        return
    clauses = [*_CLAUSES.finditer(text)]
    begin = text.index(said)
    at = next((place for place, clause in enumerate(clauses) if clause.start() <= begin < clause.end()), 0)
    own = clauses[at][0].replace(said, " ")
    yield own
    if at and not _grams(own) and not any(other in clauses[at - 1][0] for other in others):
        yield clauses[at - 1][0]
    for clause in clauses[at + 1 : at + 1 + (_CLAUSES_ON if onward or not _grams(own) else 0)]:
        between = text[clauses[at].end() : clause.start()]
        if any(stop in between for stop in _STOPS) or any(other in clause[0] for other in others):
            return
        yield clause[0]


def _grams(words: str) -> frozenset[str]:
    said = _SAYS_LITTLE.sub(" ", plain(words))
    return bigrams(tuple(said.split())) | frozenset(_NUMBERED.findall(said))


def _meant(items: Sequence[_Item], told: Sequence[Told]) -> list[tuple[Told, list[int]]]:
    """Which items each thing told is about; nothing where only a part could be guessed."""
    standing = {place for each in told if each.stays for place in _named(items, each)}
    found = [(each, [place for place in _places(items, each) if place not in standing]) for each in told if each.moves]
    for place in range(len(items)):  # 安全台账延到周一，消防台账延到周二: each is the one that has more of its words
        most = max((_hits(items[place], each) for each, places in found if place in places), default=0)
        found = [(each, [other for other in places if other != place or _hits(items[place], each) == most]) for each, places in found]
    taken = {place for _, places in found for place in places}
    left = [place for place in range(len(items)) if place not in taken | standing and not items[place].unkept]
    nameless = [each for each, places in found if not places and each.old is None]
    if len(left) == len(nameless) == 1 and (taken or standing) and not nameless[0].alike:
        found = [(each, left if each is nameless[0] else places) for each, places in found]
    return found


def _places(items: Sequence[_Item], told: Told) -> list[int]:
    if told.whole:
        return [place for place, item in enumerate(items) if not item.unkept and (told.by is not None or isinstance(item.dated, Deadline))]
    given_up = [place for place, item in enumerate(items) if told.old == item.dated.date]
    if told.old is not None and not (len(given_up) > 1):
        return given_up
    return _named(items, told) or _of_its_sort(items, told)


def _named(items: Sequence[_Item], told: Told) -> list[int]:
    """The items that are named: those that stand side by side, else the last, for it is said of what (例会的名单)."""
    words = plain(told.about)
    ends = {place: max((words.rfind(gram) for gram in item.own), default=-1) for place, item in enumerate(items)}
    named = sorted((place for place, end in ends.items() if end >= 0), key=lambda place: ends[place])
    if len(named) > 1 and _JOINS.search(words, ends[named[0]], ends[named[-1]]):
        return named
    if not told.stays and not told.sooner and sort_of(told.about) is Event:
        named = [place for place in named if not items[place].paper]
    return named[-1:]


def _hits(item: _Item, told: Told) -> int:
    words = plain(told.about)
    return sum(gram in words for gram in item.own)


def _of_its_sort(items: Sequence[_Item], told: Told) -> list[int]:
    """The only meeting, or the only limit beside meetings, where one is named by its sort."""
    wanted = sort_of(told.about)
    places = [place for place, item in enumerate(items) if wanted and isinstance(item.dated, wanted)]
    return places if len(places) == 1 < len(items) else []


def sort_of(words: str) -> type[Deadline] | type[Event] | None:
    """Whether words speak of papers that are due or of a gathering, by what they name last; None where they name neither."""
    papers, gathering = (max((m.start() for m in sort.finditer(words)), default=-1) for sort in (OF_PAPERS, OF_GATHERING))
    return None if papers == gathering else Deadline if papers > gathering else Event


def _moved(old: Dated, told: Told, last: timedelta | None, same_hour: bool, at: datetime) -> Dated | None:
    """A date as it is told now; None where it would move the other way than is said."""
    by = told.by if told.by is not None else last if told.alike else None
    if by is not None:
        return _by(old, by)
    if told.limit is None or told.event is None:
        return None
    new = moved_event(old, told.event, same_hour) if isinstance(old, Event) else _moved_limit(old, told.limit, same_hour)
    new = _in_its_month(new, old, told, at)
    against = (told.later and new.at < old.at) or (told.sooner and new.date > old.date)
    return None if against else new


def _by(dated: Dated, by: timedelta) -> Dated:
    if isinstance(dated, Deadline):
        return shifted(dated, by)
    return shifted(dated, by)


def _in_its_month(new: Dated, old: Dated, told: Told, at: datetime) -> Dated:
    """A bare 26日 is that of the month which is next to the day that moves, in the direction in which it does."""
    if told.limit is None or "month" not in told.limit.implied:
        return new
    days = [day for months in (-1, 0, 1) if (day := _months_on(new.date, months)) is not None and day >= at.date()]
    plainly = min(days, key=lambda day: abs(day - old.date), default=new.date)
    days = [day for day in days if not (told.later and day < old.date) and not (told.sooner and day > old.date)]
    nearest = min(days, key=lambda day: abs(day - old.date), default=new.date)
    if abs(nearest - old.date) > _FAR and abs(plainly - old.date) <= _NEAR:
        nearest = plainly  # what is said against the direction by days is meant sooner than a month away
    return _by(new, nearest - new.date) if nearest != new.date else new


def _months_on(day: date, months: int) -> date | None:
    count = day.month - 1 + months
    try:
        return day.replace(year=day.year + count // 12, month=count % 12 + 1)
    except ValueError:
        return None


def _moved_limit(old: Deadline, new: Deadline, same_hour: bool) -> Deadline:
    day = old.date if "day" in new.implied else new.date
    at = new.at + (day - new.date)
    if not new.time and (same_hour or (day == old.date and not new.part)):
        return replace(old, date=day, at=old.at + (day - old.date))
    return replace(old, date=day, at=at, time=new.time, part=new.part, implied=new.implied)


def moved_event(old: Event, new: Dated, same_hour: bool = False) -> Event:
    """A meeting on the day or at the hour told now; the hour that is not told again, and that of `same_hour`, stays."""
    day = old.date if "day" in new.implied else new.date
    if not new.time and (same_hour or not new.part):
        moved = replace(old, date=day, at=old.at + (day - old.date))
    else:
        moved = replace(old, date=day, at=new.at + (day - new.date), time=new.time, part=None if new.time else new.part)
    ends = isinstance(new, Event) and (new.end_date or new.end_time)
    return replace(moved, end_date=new.end_date if ends else None, end_time=new.end_time if ends else None) if isinstance(new, Event) else replace(moved, end_date=None, end_time=None)


_FROM_THE_MEETING = re.compile(r"(?:第二|次|隔|翌|当|同|前[一1]|后[一1])[天日晚]?|[会活动训赛练]?[前后][^\d]{0,2}(?:[一两二三四五六七八九十]|\d)+个?(?:工作)?[天日]|(?:提前|会[前后]).{0,6}")
_NEAR, _FAR = timedelta(days=7), timedelta(days=20)


def with_counted(before: Notice, after: Notice, sources: Sequence[Source], told: Sequence[Told], at: datetime, calendar: Calendar) -> Notice:
    """The facts with the limits that are counted from a meeting (第二天下班前, 会前两天) moved with it, unless said to stay."""
    if len(before.events) != 1 or len(after.events) != 1 or before.deadlines != after.deadlines:
        return after
    held, by = before.events[0], after.events[0].date - before.events[0].date
    items = _items(before, sources, at, calendar)
    standing = [items[place].dated for each in told if each.stays for place in _named(items, each)]
    limits = [
        shifted(each, by) if each not in standing and abs(each.date - held.date) <= _NEAR and _is_counted(each.said) else each
        for each in after.deadlines
    ]
    return replace(after, deadlines=tuple(sorted(limits, key=lambda each: each.at)))


def _is_counted(said: str) -> bool:
    return _FROM_THE_MEETING.match(said) is not None and not re.search(r"\d[日号]|周|星期|礼拜", said)
