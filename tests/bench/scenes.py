"""What the list says at the end of a scene: messages pasted in private, one after another, beside the facts that are true then.

    python -m tests.bench.scenes [--errors FILE]

Streams measure how one message is placed; a scene measures what people rely on: whether each duty is still on the list,
with the limits, sessions and rhythm that its last message left. Held-out scenes are only counted.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.core.models import Deadline, Event, Message, Notice, Relation, Task
from bot.core.relate import moved_too, relate
from bot.core.understand import understand
from bot.core.workdays import Calendar, default_calendar
from tests.bench.streams import DATA, Ledger

SCENES = ("learned-scenes", "held-out-scenes")


@dataclass
class Scene:
    """The list as it stands after the messages of a scene: `of` says which task each message went to."""

    id: str
    ledger: Ledger = field(default_factory=Ledger)
    of: dict[int, set[int]] = field(default_factory=dict)
    last: date = date.min
    """The day of its last message."""


def play(row: dict[str, Any], calendar: Calendar) -> Scene:
    """Hear the messages of a scene as somebody pastes them."""
    scene = Scene(row["id"])
    for place, said in enumerate(row["messages"]):
        message = Message(f"{scene.id}-{place}", datetime.fromisoformat(said["at"]), said["text"], by="tg:1")
        scene.last = message.reference.date()
        notice = understand(message, calendar)
        verdict = relate(message, notice, list(scene.ledger.tasks.values()), calendar)
        scene.ledger.apply(message, notice, verdict)
        if verdict.relation is Relation.NONE:
            continue
        scene.of[place] = {verdict.of or len(scene.ledger.tasks), *verdict.also}
        for number in verdict.also if verdict.relation is Relation.UPDATE else ():
            known = scene.ledger.tasks[number]
            moved = moved_too(message, notice, known.task.facts, calendar)
            if moved is not None:
                scene.ledger.tasks[number] = replace(known, task=replace(known.task, facts=moved[0]))
    return scene


def _is_open(task: Task, day: date) -> bool:
    """Whether a duty goes on behind a day: it is not closed, and its rhythm has not ended by then."""
    rule = task.facts.recurrence
    return task.closed_at is None and not (rule and rule.until and rule.until <= day and not task.facts.deadlines)


def _moments(items: tuple[Deadline, ...] | tuple[Event, ...]) -> list[str]:
    return sorted(f"{each.date} {each.time or (each.part.value if each.part else '')}".strip() for each in items)


def _rhythm(facts: Notice) -> str | None:
    rule = facts.recurrence
    return f"{rule.rrule} {rule.time or (rule.part.value if rule.part else '')}".strip() if rule else None


_PARTS = ("morning", "noon", "afternoon", "evening", "cob")


def _session(said: str) -> str:
    """An event of the truth without its place."""
    day, *rest = said.split(" ", 2)
    return f"{day} {rest[0]}" if rest and (":" in rest[0] or rest[0] in _PARTS) else day


def wrongs(row: dict[str, Any], scene: Scene) -> Iterator[tuple[str, str]]:
    """What of the list is not as it should be: its sort, and in words what was expected and found.

    A limit that a lower level sets for itself before the true one counts for the true one: both are shown.
    """
    for duty in row["tasks"]:
        first = duty["from"][0]
        number = next((n for n in scene.of.get(first, ()) if scene.ledger.openers[n] == f"{scene.id}-{first}"), None)
        if number is None:
            yield "lost", f"{duty['about']} has no task of its own"
            continue
        task = scene.ledger.tasks[number].task
        facts = task.facts
        astray = [place for place in duty["from"] if number not in scene.of.get(place, ())]
        if astray:
            yield "astray", f"{duty['about']}: messages {astray}"
        if _is_open(task, scene.last) != duty["open"]:
            yield "state", f"{duty['about']} should be {'open' if duty['open'] else 'closed'}"
        if not duty["open"]:
            continue
        limits = _moments(tuple(each for each in facts.deadlines if not each.inner))
        inner = _moments(tuple(each for each in facts.deadlines if each.inner))
        if sorted(duty["deadlines"]) not in (limits, inner):
            yield "deadline", f"{duty['about']}: {duty['deadlines']}, not {limits}"
        if sorted(map(_session, duty["events"])) != _moments(facts.events):
            yield "event", f"{duty['about']}: {duty['events']}, not {_moments(facts.events)}"
        if duty["recurrence"] != _rhythm(facts):
            yield "rhythm", f"{duty['about']}: {duty['recurrence']}, not {_rhythm(facts)}"


def figures(name: str) -> Counter[str]:
    """How many duties a file of scenes holds, and how many are wrong in what."""
    calendar, found = default_calendar(), Counter[str]()
    for row in map(json.loads, (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()):
        found["duties"] += len(row["tasks"])
        found.update(sort for sort, _ in wrongs(row, play(row, calendar)))
    return found


def main() -> None:
    """Print the figures of all files, or the errors of one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--errors", type=Path)
    chosen = parser.parse_args().errors
    if chosen is None:
        for name in SCENES:
            print(f"{name:16}", " · ".join(f"{sort} {count}" for sort, count in figures(name).items()))
        return
    calendar = default_calendar()
    for row in map(json.loads, chosen.read_text(encoding="utf-8").splitlines()):
        for sort, words in wrongs(row, play(row, calendar)):
            print(row["id"], sort, words)


if __name__ == "__main__":
    main()
