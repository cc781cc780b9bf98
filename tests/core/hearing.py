"""Posts as one workspace hears them, judged in order; for the tests of matching."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.models import KnownTask, Verdict
from bot.core.relate import relate
from bot.core.understand import understand
from tests.bench.streams import Ledger
from tests.factories import CALENDAR, instant, message

Post = tuple[int, str, str, str]
"""Day, group, sender, text."""


def hear(posts: Sequence[Post], clocks: Sequence[str] = ()) -> list[Verdict]:
    """Judge posts in order, each at its clock time; without `clocks` at nine o'clock plus its place in minutes."""
    ledger, verdicts = Ledger(), []
    for place, (day, group, sender, text) in enumerate(posts):
        heard = message(text, at=instant(day, clocks[place] if clocks else f"09:{place:02}"), group=group, sender=sender)
        notice = understand(heard, CALENDAR)
        known: list[KnownTask] = list(ledger.tasks.values())
        verdict = relate(heard, notice, known, CALENDAR)
        ledger.apply(heard, notice, verdict)
        verdicts.append(verdict)
    return verdicts
