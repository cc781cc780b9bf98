"""How much of what a typed notice says is found when the same notice comes as a file."""

import json
from datetime import datetime
from pathlib import Path

from bot.core.models import Message
from bot.core.understand import understand
from bot.core.workdays import default_calendar

FOLDER = Path(__file__).parents[1] / "data"
CALENDAR = default_calendar()


def notices(count, shortest=60):
    """(text, received) of notices of several lines that ask for something, taken from all over the marked files."""
    found = []
    for name in ("own-facts.jsonl", "learned-notices.jsonl", "own-notices.jsonl"):
        for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = row["message"]["text"]
            if row["gold"].get("kind") in ("task", "event") and len(text) >= shortest and "\n" in text:
                found.append((text, datetime.fromisoformat(row["message"]["received_at"])))
    step = max(1, len(found) // count)
    return found[::step][:count]


def facts_of(text, received):
    """What a cadre acts on, as a set."""
    notice = understand(Message("m", received, text), CALENDAR)
    return {
        ("kind", notice.kind),
        *(("deadline", each.date, each.time, each.part) for each in notice.deadlines),
        *(("event", each.date, each.time) for each in notice.events),
        *(("asked", each) for each in notice.requirements),
        *(("mail", each) for each in notice.submit_to.emails),
        *(("contact", each.phone) for each in notice.contacts),
        *((("issuer", "".join(notice.issuer.split())),) if notice.issuer else ()),
    }


def share(pairs):
    """Facts found of facts there are, over (text typed, text read, received)."""
    found = there = 0
    for typed, read, received in pairs:
        wanted = facts_of(typed, received)
        found += len(wanted & facts_of(read, received))
        there += len(wanted)
    return found / there
