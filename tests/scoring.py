"""Figures of labelled notices, counted as the label contract counts them: F1 of each field over a file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.core.label import notice_label
from bot.core.models import Message
from bot.core.understand import understand
from bot.core.workdays import default_calendar

DATA = Path(__file__).parent / "data"
Label = dict[str, Any]


def _when(fact: Label) -> tuple[object, ...]:
    noon = fact["time"] == "12:00" or fact["part"] == "noon"
    return (fact["date"], "noon") if noon else (fact["date"], fact["time"], fact["part"])


def _rule(found: Label | None) -> list[tuple[object, ...]]:
    return [tuple(found.get(key) for key in ("rrule", "time", "part", "start", "until"))] if found else []


FIELDS: dict[str, Callable[[Label], Iterable[object]]] = {
    "deadlines": lambda x: [_when(each) for each in x["deadlines"]],
    "recurrence": lambda x: _rule(x["recurrence"]),
    "events": lambda x: [_when(each) for each in x["events"]],
    "places": lambda x: [each["place"] for each in x["events"] if each.get("place")],
    "requirements": lambda x: x["requirements"],
    "submit_to": lambda x: [(key, value) for key, values in x["submit_to"].items() for value in values],
    "contacts": lambda x: [(each["name"], each["phone"]) for each in x["contacts"]],
    "issuer": lambda x: [x["issuer"]] if x["issuer"] else [],
    "actionable": lambda x: ["yes"] if x["kind"] in ("task", "event") else [],
    "kind": lambda x: [x["kind"]],
}


def rows_of(name: str) -> list[Label]:
    """The lines of a file in `tests/data`."""
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def figures(rows: Iterable[Label]) -> dict[str, float]:
    """F1 of each field over labelled lines; fields that a line calls contested do not count there."""
    hit: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for row in rows:
        told = row["message"]
        message = Message(
            told["id"], datetime.fromisoformat(told["received_at"]), told["text"], told["group"], told["sender"]
        )
        label = notice_label(message.id, understand(message, default_calendar()))
        for field in FIELDS.keys() - set(row.get("contested") or ()):
            right, ours = Counter(FIELDS[field](row["gold"])), Counter(FIELDS[field](label))
            hit[field] += (right & ours).total()
            both[field] += right.total() + ours.total()
    return {field: 2 * hit[field] / both[field] if both[field] else 1.0 for field in FIELDS}
