"""Compare `relate` with rapidfuzz and MinHash on the same streams in one run, and print its latency.

    python -m tests.bench.bench_relate [--quick]

The likeness methods are given what flatters them: chatter is removed for them (by the labels), and the best
threshold over all streams is chosen afterwards. Pairs F1 is over messages of one task, as the scorer counts.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from zlib import crc32

from rapidfuzz import fuzz

from bot.core.models import KnownTask, Message, Relation, Source, Task, Verdict
from bot.core.relate import relate
from bot.core.relate.wording import bigrams, subject_words
from bot.core.workdays import Calendar
from tests.bench.streams import STREAMS, Figures, Line, corpus, figures, read_stream, replay

Likeness = Callable[[str, str], float]
_HASHES = 64
_PRIME = (1 << 61) - 1


def token_set(a: str, b: str) -> float:
    """rapidfuzz on the 2-grams of both texts, 0…1."""
    return fuzz.token_set_ratio(" ".join(sorted(bigrams(subject_words(a)))), " ".join(sorted(bigrams(subject_words(b))))) / 100


def partial(a: str, b: str) -> float:
    """rapidfuzz, the best matching part, 0…1."""
    return fuzz.partial_ratio(a, b) / 100


class MinHash:
    """Jaccard likeness of 2-grams by 64 minimum hashes."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[int, ...]] = {}

    def _of(self, text: str) -> tuple[int, ...]:
        if text not in self._kept:
            grams = {text[i : i + 2] for i in range(max(1, len(text) - 1))}
            codes = [crc32(g.encode()) for g in grams]
            self._kept[text] = tuple(
                min(((2 * k + 3) * 0x9E3779B97F4A7C15 * c + k * 0x61C88647) % _PRIME for c in codes) for k in range(_HASHES)
            )
        return self._kept[text]

    def __call__(self, a: str, b: str) -> float:
        return sum(x == y for x, y in zip(self._of(a), self._of(b), strict=True)) / _HASHES


def by_likeness(lines: Sequence[Line], likeness: Likeness, threshold: float) -> Figures:
    """A replay that merges a message into the likest known task when it is like enough."""
    silent = {line.message.id for line in lines if line.relation is Relation.NONE}

    def decide(message: Message, notice: object, known: Sequence[KnownTask]) -> Verdict:
        if message.id in silent:
            return Verdict(Relation.NONE, "label")
        scored = [(max(likeness(message.text, s.text) for s in k.sources), k.task.number) for k in known]
        best, number = max(scored, default=(0.0, 0))
        return Verdict(Relation.DUPLICATE, "like", number) if best >= threshold else Verdict(Relation.NEW, "unlike")

    return figures(list(replay(lines, decide)))


def best_of(lines: Sequence[Line], likeness: Likeness, most_lost: float = 1.0) -> tuple[float, Figures]:
    """The threshold with the highest pairs F1 that loses no more than a share of the tasks."""
    tried = [(t / 20, by_likeness(lines, likeness, t / 20)) for t in range(2, 20)]
    fit = [item for item in tried if item[1].lost <= most_lost * item[1].openers]
    return max(fit, key=lambda item: item[1].pairs_f1) if fit else (1.0, by_likeness(lines, likeness, 1.01))


def swollen(lines: Sequence[Line], calendar: Calendar, count: int) -> list[KnownTask]:
    """`count` open tasks made of the streams' openers, with other senders, groups, days and a changed word."""
    openers = [line for line in lines if line.relation is Relation.NEW]
    tasks = []
    for i in range(count):
        line = openers[i % len(openers)]
        turn = i // len(openers)
        text = line.message.text.replace("报", "报" if not turn else f"报{turn}号表")
        at = line.message.reference + timedelta(days=turn % 7)
        source = Source(i + 1, f"m{i}", Relation.NEW, "", at, text, f"{line.message.group}{turn}", f"{line.message.sender}{turn}")
        tasks.append(KnownTask(Task(i + 1, line.notice, f"m{i}", at), (source,)))
    return tasks


def latency(lines: Sequence[Line], calendar: Calendar, count: int, decisions: int) -> tuple[float, float, float]:
    """Median and p95 of one decision in ms with `count` known tasks, and the first one, which builds the index."""
    known = swollen(lines, calendar, count)
    taken = []
    first = 0.0
    for i, line in enumerate(lines[:decisions]):
        begun = time.perf_counter()
        relate(replace(line.message, id=f"x{i}"), line.notice, known, calendar)
        spent = (time.perf_counter() - begun) * 1000
        first = first or spent
        if i >= 20:
            taken.append(spent)
    return statistics.median(taken), sorted(taken)[int(len(taken) * 0.95)], first


def main(argv: Sequence[str] | None = None) -> int:
    """Run the comparison and print the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="latency only")
    chosen = options.parse_args(argv)
    place = corpus()
    if place is None:
        print("the labelled streams are not here; set JIANFU_CORPUS", file=sys.stderr)
        return 1
    calendar = Calendar()
    lines = [line for name in STREAMS for line in read_stream(place / f"{name}.jsonl", calendar)]
    if not chosen.quick:
        ours = figures(list(replay(lines, lambda m, n, known: relate(m, n, known, calendar))))
        print(f"{'relate':34} {ours}")
        for name, likeness in (("rapidfuzz token_set", token_set), ("rapidfuzz partial", partial), ("MinHash", MinHash())):
            threshold, found = best_of(lines, likeness)
            print(f"{name + f', best ({threshold})':34} {found}")
            threshold, found = best_of(lines, likeness, most_lost=0.05)
            print(f"{name + f', <5% lost ({threshold})':34} {found}")
    for count in (100, 1000, 3000):
        median, p95, first = latency(lines, calendar, count, 200)
        print(f"one decision among {count:5} open tasks: median {median:5.1f} ms  p95 {p95:5.1f} ms  (first {first:.0f} ms)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
