"""Facts about 220 sentences as two people who never saw the bot wrote them for work groups, each with one limit in it."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.models import Message
from bot.core.times import find_times
from bot.core.understand import understand
from bot.core.workdays import default_calendar

ROWS: list[dict[str, Any]] = [json.loads(line) for line in (Path(__file__).parents[1] / "data" / "held-out-grass-roots.jsonl").read_text("utf-8").splitlines()]
"""`at` when it was sent, `text`, and the `date` and `time` (null where no hour is said) of its limit."""


@pytest.mark.parametrize("row", ROWS, ids=[str(number) for number in range(len(ROWS))])
def test_the_time_of_the_limit_is_found(row: dict[str, Any]) -> None:
    at = datetime.fromisoformat(row["at"])
    moments = [moment for time in find_times(row["text"], at, default_calendar()) for moment in (time.start, time.end) if moment]
    if row["time"] == "24:00":
        assert row["date"] in {(moment - timedelta(minutes=1)).date().isoformat() for moment in moments}
    else:
        assert any(moment.date().isoformat() == row["date"] and row["time"] in (None, f"{moment:%H:%M}") for moment in moments)


def test_nearly_all_are_read_as_the_limit() -> None:
    def reads(row: dict[str, Any]) -> bool:
        notice = understand(Message("1", datetime.fromisoformat(row["at"]), row["text"]), default_calendar())
        return (row["date"], row["time"]) in {(due.date.isoformat(), due.time) for due in notice.deadlines}

    assert sum(map(reads, ROWS)) >= 0.97 * len(ROWS)
