"""Notices written for these tests, worded apart from the dev corpus, with the facts a careful reader would take from them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.models import Kind, Message
from bot.core.normalise import normalise
from bot.core.understand import understand
from bot.core.workdays import default_calendar

SHANGHAI = ZoneInfo("Asia/Shanghai")
_FILE = Path(__file__).parents[1] / "data" / "own-facts.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]


def rows_with(field: str) -> list[tuple[str, str | None, Any]]:
    """(normalised text, sender, gold value) of every row that says something about the field."""
    return [
        (normalise(row["message"]["text"]).text, row["message"]["sender"], row["gold"][field])
        for row in ROWS
        if field in row["gold"]
    ]


def kind_of(text: str, sender: str | None = None) -> Kind:
    """The kind of any text, as the pipeline takes it on a Tuesday in September."""
    return understand(Message("m", datetime(2026, 9, 22, 10, tzinfo=SHANGHAI), text, sender=sender), default_calendar()).kind


def f1(pairs: Iterable[tuple[Iterable[object], Iterable[object]]]) -> float:
    """F1 over (predicted, gold) sets."""
    hit = said = wanted = 0
    for predicted, gold in pairs:
        p, g = Counter(predicted), Counter(gold)
        hit, said, wanted = hit + (p & g).total(), said + p.total(), wanted + g.total()
    return 2 * hit / (said + wanted)


Reader = Callable[[str], object]
