"""What a message and the tasks it may speak of have in common, as numbers that a table can hold."""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

from bot.core.models import KnownTask, Notice
from bot.core.relate import gram_hashes

MOST = 400
"""Hashes kept of one text, the lowest of them, so that of two long texts the same parts are kept."""


@lru_cache(maxsize=4096)
def hashes_of_message(text: str, group: str | None, sender: str | None) -> frozenset[int]:
    """Hashes of the words, of the group and of the sender."""
    words = sorted(gram_hashes(text))[:MOST]
    return frozenset((*words, *_named("group", group), *_named("sender", sender)))


def hashes_of_dates(facts: Notice) -> frozenset[int]:
    """Hashes of the days by which something is due and on which something takes place."""
    days = {deadline.date for deadline in facts.deadlines} | {event.date for event in facts.events}
    return frozenset(each for day in days for each in _named("day", day.isoformat()))


def hashes_of_task(known: KnownTask) -> frozenset[int]:
    """What a task is found by: all its sources, and its present dates."""
    of_sources = (hashes_of_message(each.text, each.group, each.sender) for each in known.sources)
    return hashes_of_dates(known.task.facts).union(*of_sources)


def _named(kind: str, name: str | None) -> tuple[int, ...]:
    return (crc32(f"{kind}:{name}".encode("utf-8", "surrogatepass")),) if name else ()
