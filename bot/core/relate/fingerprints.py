"""Candidate search in memory: an inverted index of 2-grams, senders, groups and days over the known tasks.

`shortlist` is the only door to it, so that a store may answer the same question from a table of `gram_hashes`.
"""

from __future__ import annotations

import math
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from heapq import nlargest
from operator import is_
from threading import Lock
from zlib import crc32

from bot.core.models import KnownTask
from bot.core.relate.offices import Speaker
from bot.core.relate.traits import Traits, moments_of
from bot.core.relate.views import TaskView, view_of
from bot.core.relate.weighing import Candidate
from bot.core.relate.wording import bigrams, subject_words
from bot.core.workdays import Calendar

LIMIT = 12
"""How many tasks are looked at closely."""

_GROUP_BONUS, _SENDER_BONUS, _DAY_BONUS, _OFFICE_BONUS = 4.0, 9.0, 3.0, 3.0


def gram_hashes(text: str) -> frozenset[int]:
    """The 2-grams of a message as 32-bit numbers, for a table that stands in for the index (stable over versions)."""
    return frozenset(crc32(gram.encode()) for gram in bigrams(subject_words(text)))


class Fingerprints:
    """The index; `sync` brings it to exactly the given tasks, whatever it held before."""

    def __init__(self) -> None:
        self._known: tuple[KnownTask, ...] = ()
        self._tasks: dict[int, KnownTask] = {}
        self._views: dict[int, TaskView] = {}
        self._candidates: dict[int, tuple[Calendar, Candidate]] = {}
        self._anchored: dict[int, set[str]] = {}
        self._stamps: dict[int, tuple[int, str, date | None]] = {}
        self._grams: defaultdict[str, set[int]] = defaultdict(set)
        self._anchors: defaultdict[str, set[int]] = defaultdict(set)

    def sync(self, known: Sequence[KnownTask]) -> None:
        """Add, refresh and drop what changed; costs little where little did."""
        if len(known) == len(self._known) and all(map(is_, known, self._known)):
            return
        self._known = tuple(known)
        fresh = {task.task.number: task for task in known}
        held = self._tasks
        for number, task in fresh.items():
            if held.get(number) is task:
                continue
            self._candidates.pop(number, None)
            stamp = _stamp(task)
            if task.sources and self._stamps.get(number) != stamp:
                self._drop(number)
                self._add(task, stamp)
        if len(self._stamps) > len(fresh):
            for number in self._stamps.keys() - fresh.keys():
                self._drop(number)
        self._tasks = fresh

    def task(self, number: int) -> KnownTask:
        """The task as last synced."""
        return self._tasks[number]

    def candidate(self, number: int, calendar: Calendar, read: Callable[[KnownTask], Candidate]) -> Candidate:
        """The task with all that matching looks at; read once for the same task under the same calendar."""
        kept = self._candidates.get(number)
        if kept is None or kept[0] != calendar:
            kept = self._candidates[number] = calendar, read(self._tasks[number])
        return kept[1]

    def _add(self, known: KnownTask, stamp: tuple[int, str, date | None]) -> None:
        number, view = known.task.number, view_of(known)
        self._views[number], self._stamps[number] = view, stamp
        for gram in view.grams:
            self._grams[gram].add(number)
        self._anchored[number] = _anchors_of(view, known)
        for anchor in self._anchored[number]:
            self._anchors[anchor].add(number)

    def _drop(self, number: int) -> None:
        self._candidates.pop(number, None)
        if self._stamps.pop(number, None) is None:
            return
        for gram in self._views.pop(number).grams:
            self._grams[gram].discard(number)
        for anchor in self._anchored.pop(number):
            self._anchors[anchor].discard(number)

    def frequency(self, gram: str) -> int:
        """In how many tasks a 2-gram occurs."""
        return len(self._grams.get(gram, ()))

    def __len__(self) -> int:
        return len(self._stamps)

    def search(self, traits: Traits, days: frozenset[date], limit: int = LIMIT) -> list[int]:
        """Numbers of the tasks most like a message by words, sender, group and days, best first."""
        total = len(self._stamps)
        score: defaultdict[int, float] = defaultdict(float)
        for gram in traits.grams:
            numbers = self._grams.get(gram)
            if numbers and len(numbers) <= max(40, total // 3):
                weight = math.log(1 + (total + 3) / (len(numbers) + 0.7))
                for number in numbers:
                    score[number] += weight
        for anchor, bonus in _anchors_in(traits, days):
            numbers = self._anchors.get(anchor)
            if not numbers:
                continue
            worth = bonus if len(numbers) <= 60 else bonus * 60 / len(numbers)
            for number in numbers:
                score[number] += worth
        return [number for _, number in nlargest(limit, zip(score.values(), score, strict=True))]


def _stamp(known: KnownTask) -> tuple[int, str, date | None]:
    due = known.task.due.date() if known.task.due else None
    return len(known.sources), known.sources[-1].message if known.sources else "", due


def _sender_keys(speaker: Speaker, sender: str) -> set[str]:
    keys = {f"s:{sender}"} if sender else set()
    if speaker.person and len(speaker.person) >= 2:
        keys.add(f"p:{speaker.person}")
    return keys


def _anchors_of(view: TaskView, known: KnownTask) -> set[str]:
    found = {f"g:{group}" for group in view.groups}
    for source in view.sources:
        found |= _sender_keys(source.speaker, source.sender)
    found |= {f"o:{office.stem}" for office in view.owners}
    return found | {f"d:{moment.day}" for moment in moments_of(known.task.facts)}


def _anchors_in(traits: Traits, days: frozenset[date]) -> list[tuple[str, float]]:
    found = [(f"g:{traits.group}", _GROUP_BONUS)] if traits.group else []
    found += [(key, _SENDER_BONUS) for key in _sender_keys(traits.speaker, traits.sender)]
    found += [(f"o:{office.stem}", _OFFICE_BONUS) for office in {*traits.speaker.offices, *traits.offices}]
    return found + [(f"d:{day}", _DAY_BONUS) for day in days]


_KEPT = 8
_recent: OrderedDict[str, Fingerprints] = OrderedDict()
_lock = Lock()


def shortlist(
    traits: Traits, days: frozenset[date], known: Sequence[KnownTask], limit: int = LIMIT
) -> tuple[list[KnownTask], Fingerprints]:
    """The tasks worth a close look, and the index for how common a 2-gram is.

    An index is kept for the last few workspaces asked about; it only saves time, since `sync` makes it exact.
    """
    if not known:
        return [], Fingerprints()
    key = known[0].task.opened_by
    with _lock:
        index = _recent.pop(key, None) or Fingerprints()
        index.sync(known)
        _recent[key] = index
        while len(_recent) > _KEPT:
            _recent.popitem(last=False)
        numbers = index.search(traits, days, limit)
        found = [index.task(number) for number in numbers]
    return found, index
