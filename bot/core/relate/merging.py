"""What becomes of a task's facts: an update moves them, a duplicate fills what was missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.changes import STILL_OPEN, differences, fill_in
from bot.core.models import Deadline, Event, FactChange, Kind, Notice, Part, Source
from bot.core.relate.details import with_details
from bot.core.relate.english_changes import says_same_time
from bot.core.relate.english_places import is_same_place, place_in_english
from bot.core.relate.named_dates import moved_as_named, moved_event, only_one_moved, sort_of, with_counted
from bot.core.relate.rhythm_changes import with_rhythm
from bot.core.relate.telling_dates import keeps_hour, only_supposed, read_told
from bot.core.relate.time_changes import is_put_off, may_shift, put_off, shift_of, shifted
from bot.core.relate.traits import Moment, Traits, clocks_agree, moments_of
from bot.core.relate.waiving import Waiver, without
from bot.core.relate.wording import bigrams, plain
from bot.core.workdays import Calendar

PLACE_ENDS = "室|厅|馆|楼|场|院|校|中心|广场|礼堂|村部|站|局|所|门|库|区|园|会堂|层|路口|桥|平台|基地|中学|小学|影剧院"
"""What a place to meet ends with."""
_WHEN = r"(?:[今明后][天早晚]|(?:\d{1,2}月)?\d{1,2}[日号]|上午|下午|晚上|早上|\d{1,2}[点:：]\d{0,2}半?|[一二三四五六七八九十]{1,2}点半?|[，,、]\s*){0,4}(?:在|到)?"
_PLACE = re.compile(
    r"(?:改|换|挪|移|调整|转|搬)(?:到|在|为|至|成|师)?" + _WHEN + r"(?P<a>(?![到在为至成])[^,，。；;：:！!？?\s]{1,22}?(?:" + PLACE_ENDS + r"))(?![长员])(?=$|[^一-鿿]|[召开举进集里面内上了啦])"
    r"|(?:地点|场地|会场)[^,，。；;：:！!？?\s]{0,4}(?:为|到|在|[:：])\s*(?P<b>(?![到在为至成])[^,，。；;：:！!？?\s]{1,22}?(?:" + PLACE_ENDS + r"))(?=$|[^一-鿿]|[召开举进集里面内上了啦])"
    r"|[,，](?:改?到|都到|去)(?P<d>(?![到在为至成])[^,，。；;：:！!？?\s]{1,16}?(?:" + PLACE_ENDS + r"))(?=$|[,，。！!])"
    r"|(?:改|换|挪|移|转)(?:到|在|为|至|成|师)?(?P<e>线上|网上|腾讯会议|钉钉|视频会议)(?=$|[,，。！!了]|[召开举进])"
    r"|(?:在|到|去|上(?!午))(?P<c>[^,，。；;：:！!？?\s]{1,14}?(?:室|厅|馆|楼|场|礼堂|村部|会堂|中心))(?=召?开|集合|举行|上课|集中|进行)"
)


def new_place(text: str) -> str | None:
    """The place that a change names (改到四楼会议室), in the words of the text; None when it names none."""
    found = _PLACE.search(text)
    return (found["a"] or found["b"] or found["c"] or found["d"] or found["e"]) if found else place_in_english(text)


def said_day(deadline: Deadline | Event) -> bool:
    """Whether the day itself was said, not only a clock time."""
    return "day" not in deadline.implied


def place_moved(facts: Notice, notice: Notice, t: Traits) -> str | None:
    """A place in the message that the task's event does not have yet."""
    if not facts.events:
        return None
    said = next((e.place for e in notice.events if e.place and not is_same_place(e.place)), None) or new_place(t.raw)
    if not said:
        return None
    known = plain(facts.events[0].place or "")
    if not known and not new_place(t.raw):
        return None
    alike = known and (plain(said) in known or known in plain(said))
    return None if alike else said


def fresh_moments(facts: Notice, moments: frozenset[Moment]) -> frozenset[Moment]:
    """Moments of a message that the task's current facts do not have, a missing clock time counting as the same."""
    known = moments_of(facts)
    return frozenset(
        m
        for m in moments
        if not any(m.same_day(k) and clocks_agree(m.clock, k.clock) for k in known)
    )


def move(
    facts: Notice,
    notice: Notice,
    t: Traits,
    calendar: Calendar,
    sources: Sequence[Source] = (),
    *,
    inner: bool = False,
    waiver: Waiver | None = None,
    asked: str = "",
) -> tuple[Notice, tuple[FactChange, ...]]:
    """The facts after an update, and what changed; `sources` are the messages that told the facts.

    `inner` sets a lower level's deadline beside the original, `waiver` takes a part of what is asked for back by the text
    `asked`.
    """
    before = facts
    if waiver:
        facts = without(facts, waiver, asked)
    if inner:
        added = tuple(replace(d, inner=True) for d in _fresh_deadlines(facts, notice))
        after = fill_in(replace(facts, deadlines=_ordered((*facts.deadlines, *added))), notice)
        if facts.recurrence and notice.recurrence:
            after = replace(after, recurrence=replace(facts.recurrence, time=notice.recurrence.time))
        return after, differences(facts, after)
    if is_put_off(notice, facts, t):
        after = put_off(facts)
        gone = (change for change in differences(facts, after) if change.fact != "place")
        return after, tuple(replace(change, new=change.new or STILL_OPEN) for change in gone)
    after = _with_same_hour(facts, move_in_time(facts, notice, t, calendar, sources), t)
    place = place_moved(facts, notice, t)
    if place:
        after = replace(after, events=(replace(after.events[0], place=place), *after.events[1:]))
    after = with_details(after, notice, t.raw, bool(t.cues.change))
    after = with_rhythm(after, notice, t)
    after = fill_in(after, notice)
    if waiver:
        after = without(after, waiver, asked)
        gone = (change for change in differences(before, after) if change.new or change.fact != "place")
        return after, (*gone, FactChange("content", "", waiver.words[:_CHANGE_AT_MOST]))
    changes = differences(facts, after)
    return after, changes or (FactChange("content", "", what_changed(t)),)


_CLAUSE = re.compile(r"[^,。;!?\n]+")
_CHANGE_AT_MOST = 40
"""Characters of a change that is told in its own words."""
_ENGLISH_AT_MOST = 90


def what_changed(t: Traits) -> str:
    """The clause that says a change which moves no dated fact (a new column, more addressees): at most 40 characters of
    Chinese; English as it was written, ending with a whole word."""
    clauses = _CLAUSE.findall(t.text)
    chosen = next((c for c in clauses if t.cues.change and t.cues.change in c), clauses[0] if clauses else "").strip()
    if any("一" <= c <= "鿿" for c in chosen):
        return chosen[:_CHANGE_AT_MOST]
    at = t.raw.lower().find(chosen)
    written = t.raw[at : at + len(chosen)] if at >= 0 else chosen
    return written if len(written) <= _ENGLISH_AT_MOST else written[:_ENGLISH_AT_MOST].rsplit(" ", 1)[0].rstrip(" ,-") + "…"


def move_in_time(facts: Notice, notice: Notice, t: Traits, calendar: Calendar, sources: Sequence[Source]) -> Notice:
    """The facts with the dates moved that the message names; where it names none, those that it can but mean."""
    told = read_told(t.raw, t.at, calendar)
    if only_supposed(told):
        return facts
    named = moved_as_named(facts, sources, t.raw, told, t.at, calendar)
    if named is not None:
        return with_counted(facts, named, sources, told, t.at, calendar)
    after = _move_dates(facts, notice, t)
    if after == facts and may_shift(notice, facts) and (by := shift_of(t.raw)) is not None:
        after = _shift(facts, by, t)
    if after == facts:
        after = only_one_moved(facts, t.raw, told, t.at) or facts
    return with_counted(facts, after, sources, told, t.at, calendar)


def _fresh_deadlines(facts: Notice, notice: Notice) -> list[Deadline]:
    """The deadlines that the facts do not have; a day that is known, said without its hour (还是25号), is none."""
    known = {(d.date, d.time, d.part) for d in facts.deadlines}
    days = {d.date for d in facts.deadlines}
    return [d for d in notice.deadlines if (d.date, d.time, d.part) not in known and not (d.date in days and not (d.time or d.part))]


def _ordered(deadlines: Sequence[Deadline]) -> tuple[Deadline, ...]:
    return tuple(sorted(deadlines, key=lambda d: d.at))


_NAMED = 0.6
"""The share of a limit's matter that must be said for it to be named."""


_MOVES = re.compile(r"延|推|提[前早]|改|顺延|放宽|宽限|再给|多给|挪|缓|moved|extended")


def _of_papers(text: str) -> bool:
    """Whether it is the papers for a meeting that move: they are named last before it is said (例会的名单延到27日)."""
    moves = _MOVES.search(text)
    return sort_of(text[: moves.start()] if moves else text) is Deadline


def _move_dates(facts: Notice, notice: Notice, t: Traits) -> Notice:
    """The facts with the meeting moved, or the limits, or both where the message dates both.

    Who speaks of the papers for a meeting (名单延到27日报) does not move the meeting.
    """
    if facts.events and facts.deadlines:
        if notice.events and notice.deadlines:
            return _move_deadlines(_move_event(facts, replace(notice, deadlines=()), t), notice, t)
        return _move_deadlines(facts, notice, t) if notice.deadlines and _of_papers(t.raw) else _move_event(facts, notice, t)
    return _move_event(facts, notice, t) if facts.kind is Kind.EVENT or facts.events else _move_deadlines(facts, notice, t)


def _shift(facts: Notice, by: timedelta, t: Traits) -> Notice:
    """The facts with their one meeting, or else their limits, so much earlier or later (座谈会往后挪一天)."""
    if facts.events and not (facts.deadlines and _of_papers(t.raw)):
        return replace(facts, events=tuple(shifted(each, by) for each in facts.events))
    return replace(facts, deadlines=tuple(each if each.inner else shifted(each, by) for each in facts.deadlines))


def _named_limit(limits: Sequence[Deadline], t: Traits) -> Deadline | None:
    """The one of several limits whose matter the message names (渠道清淤可以缓到15号); None where it names none or more."""
    moves = _MOVES.search(t.text)
    said = bigrams((t.text[: moves.start()],)) if moves else frozenset()
    named = [d for d in limits if d.about and (words := bigrams((plain(d.about),))) and len(words & said) >= _NAMED * len(words)]
    return named[0] if len(limits) > 1 and len(named) == 1 else None


def _move_deadlines(facts: Notice, notice: Notice, t: Traits) -> Notice:
    fresh = _fresh_deadlines(facts, notice)
    outer = [d for d in facts.deadlines if not d.inner]
    named = _named_limit(outer, t)
    if named and len(notice.deadlines) == 1 and notice.deadlines[0].date != named.date:
        moved = replace(notice.deadlines[0], about=named.about)
        return replace(facts, deadlines=_ordered((*(d for d in facts.deadlines if d is not named), moved)))
    if not fresh or (facts.recurrence and not facts.deadlines):
        return facts
    said_again = {d.date for d in notice.deadlines} - {d.date for d in fresh}  # 表24号报，照片可以25号补
    if len(outer) == len(fresh) or len(outer) <= 1:
        gone = [d for d in outer if d.date not in said_again]
    else:
        repeated = {(d.date, d.time) for d in notice.deadlines}
        open_to_move = [d for d in outer if (d.date, d.time) not in repeated]
        gone = [min(open_to_move or outer, key=lambda d: abs(d.at - fresh[0].at))]
    kept = [d for d in facts.deadlines if d not in gone and not (d.inner and d.at > fresh[-1].at)]
    return replace(facts, deadlines=_ordered((*kept, *fresh)))


def _with_same_hour(facts: Notice, after: Notice, t: Traits) -> Notice:
    """The facts after a move whose limit keeps the hour of the old one where the message says that the hour stays."""
    limits = [d for d in facts.deadlines if not d.inner]
    if len(limits) != 1 or not (limits[0].time or limits[0].part) or not says_same_time(t.raw):
        return after
    old = limits[0]

    def timed(d: Deadline) -> Deadline:
        return d if d.time or d.part or d.inner else replace(d, time=old.time, part=old.part, at=datetime.combine(d.date, old.at.timetz()))

    return replace(after, deadlines=tuple(timed(d) for d in after.deadlines))


_HOURS = {Part.MORNING: ("00:00", "12:30"), Part.AFTERNOON: ("12:00", "19:00"), Part.EVENING: ("17:00", "24:00")}


def _within(clock: str, part: Part) -> bool:
    """Whether a clock time lies in a part of the day: then naming the part moves nothing."""
    first, last = _HOURS.get(part, ("", ""))
    return first <= clock <= last


def _move_event(facts: Notice, notice: Notice, t: Traits) -> Notice:
    said: list[Deadline | Event] = [*(notice.events or notice.deadlines)]
    if not said:
        return facts
    if not facts.events:  # it was put off, and its day is told now
        return replace(facts, events=notice.events)
    old = facts.events[0]
    new = next((s for s in said if said_day(s) and s.date != old.date), said[0])
    day = new.date if said_day(new) else old.date
    if (day, new.time or old.time) == (old.date, old.time) and not (new.part and new.part != old.part and not new.time):
        return facts
    if day == old.date and not new.time and old.time and new.part and _within(old.time, new.part):
        return facts
    return replace(facts, events=(moved_event(old, new, keeps_hour(t.raw)), *facts.events[1:]))
