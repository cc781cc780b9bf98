"""Rows that waited longer than they should: what they say is put right for the minute at which it is sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.core.models import OutboxRow, Rung
from handlers.ticking import TOO_LATE
from handlers.ticking.items import LATE


def aged(row: OutboxRow, now: datetime) -> OutboxRow | None:
    """The row as it is to be said `now`; None where a digest or all of its reminders came too late to be of use.

    Rows without the instant they were decided `at` are taken as fresh.
    """
    decided = row.data.get("at")
    if row.template not in ("digest", "reminders") or not isinstance(decided, str):
        return row
    waited = now - datetime.fromisoformat(decided)
    if row.template == "digest":
        return None if waited > TOO_LATE else replace(row, data=row.data | {"late": row.data["late"] or waited > LATE})
    items = row.data.get("items")
    if waited <= LATE or not isinstance(items, list):
        return row
    kept = [fresh for fresh in (_item(item, now) for item in items) if fresh is not None]
    missed = int(str(row.data.get("missed") or 0)) + len(items) - len(kept)
    numbers = list(dict.fromkeys(item["number"] for item in kept))
    return replace(row, data=row.data | {"items": kept, "tasks": numbers, "late": True, "missed": missed})


def _item(item: dict[str, object], now: datetime) -> dict[str, object] | None:
    """One task's part, overdue if it has become so; None when that is long ago and the daily reminder says it."""
    about = datetime.fromisoformat(str(item["about"])) if item["about"] else None
    if about is None or item["past"] or about > now:
        return item
    if now - about > TOO_LATE and item["rung"] != Rung.SNOOZE.value:
        return None
    return item | {"past": True, "sign": "🔴", "starts": []}
