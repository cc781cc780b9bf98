"""The labelled streams: reading them, replaying them through understand and relate, and the figures of a replay."""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.core.decide import asked_again
from bot.core.models import KnownTask, Message, Notice, Relation, Source, Task, TaskState, Verdict
from bot.core.understand import understand
from bot.core.workdays import Calendar

DATA = Path(__file__).parents[1] / "data"
STREAMS = ("dev-streams", "dev-streams-2", "dev-streams-3")
Decide = Callable[[Message, Notice, Sequence[KnownTask]], Verdict]


@dataclass(frozen=True)
class Line:
    """One labelled message of a scenario, with the notice it is understood as."""

    scenario: str
    message: Message
    notice: Notice
    gold: dict[str, object]

    @property
    def relation(self) -> Relation:
        return Relation(str(self.gold["relation"]))

    @property
    def of(self) -> str | None:
        return str(self.gold["of"]) if self.gold.get("of") else None


def corpus() -> Path | None:
    """Where the labelled streams are, None when they are not at hand."""
    for place in (os.environ.get("JIANFU_CORPUS"), Path(__file__).parents[3] / "shared" / "corpus"):
        if place and (Path(place) / "dev-streams.jsonl").exists():
            return Path(place)
    return None


def stream_files() -> list[Path]:
    """Every file of labelled streams that is fitted to: those of the corpus and of `tests/data`, not the held-out ones."""
    place = corpus()
    own = sorted(path for path in DATA.glob("*-streams*.jsonl") if not path.stem.startswith("held-out"))
    return [place / f"{name}.jsonl" for name in STREAMS] + own if place else own


def read_stream(path: Path, calendar: Calendar) -> list[Line]:
    """The lines of one stream file, understood."""
    lines = []
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        m = row["message"]
        message = Message(m["id"], datetime.fromisoformat(m["received_at"]), m["text"], m["group"], m["sender"])
        lines.append(Line(row["scenario"], message, understand(message, calendar), row["gold"]))
    return lines


def by_scenario(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """Lines by scenario, in order."""
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.scenario].append(line)
    return dict(found)


class Ledger:
    """The known tasks of one scenario as they grow, by number and by the message that opened them."""

    def __init__(self) -> None:
        self.tasks: dict[int, KnownTask] = {}
        self.openers: dict[int, str] = {}

    def number_of(self, opener: str) -> int | None:
        return next((n for n, o in self.openers.items() if o == opener), None)

    def apply(self, message: Message, notice: Notice, verdict: Verdict) -> None:
        """Write down what a verdict says about a message."""
        if verdict.relation is Relation.NONE:
            return
        number = verdict.of or len(self.tasks) + 1
        source = Source(
            number, message.id, verdict.relation, verdict.reason, message.reference, message.text, message.group,
            message.sender, changes=verdict.changes,
        )  # fmt: skip
        if verdict.of is None:
            self.openers[number] = message.id
            self.tasks[number] = KnownTask(Task(number, notice, message.id, message.reference), (source,))
            return
        known = self.tasks[number]
        task = replace(known.task, facts=verdict.facts) if verdict.facts else known.task
        if verdict.relation is Relation.CANCEL:
            task = replace(task, state=TaskState.CANCELLED, closed_at=message.reference)
        elif verdict.facts and asked_again(known.task, verdict.facts, message.reference):
            task = replace(task, state=TaskState.OPEN, closed_at=None)
        self.tasks[number] = KnownTask(task, (*known.sources, source))


def replay(lines: Sequence[Line], decide: Decide) -> Iterator[tuple[Line, Verdict, dict[str, object]]]:
    """Feed lines in order, each judged by what is known then; yields the verdict and the scorer's answer line."""
    for scenario in by_scenario(lines).values():
        ledger = Ledger()
        for line in scenario:
            verdict = decide(line.message, line.notice, list(ledger.tasks.values()))
            answer: dict[str, object] = {
                "id": line.message.id,
                "relation": verdict.relation.value,
                "of": ledger.openers.get(verdict.of) if verdict.of else None,
                "overlaps": [ledger.openers[n] for n in verdict.overlaps],
            }
            ledger.apply(line.message, line.notice, verdict)
            yield line, verdict, answer


@dataclass
class Figures:
    """What the scorer counts over one or more replays."""

    lines: int = 0
    right: int = 0
    openers: int = 0
    lost: int = 0
    repeats: int = 0
    leaked: int = 0
    wrong: int = 0
    pairs: tuple[int, int, int] = (0, 0, 0)
    overlaps: tuple[int, int, int] = (0, 0, 0)

    @property
    def pairs_f1(self) -> float:
        """F1 over pairs of messages that speak of one task."""
        return _f1(self.pairs)

    def __str__(self) -> str:
        return (
            f"relation+task {self.right / self.lines:6.1%}  pairs F1 {_f1(self.pairs):6.1%}  "
            f"lost {self.lost}/{self.openers} {self.lost / max(1, self.openers):5.1%}  "
            f"leaked {self.leaked}/{self.repeats} {self.leaked / max(1, self.repeats):5.1%}  wrong task {self.wrong}  "
            f"overlaps F1 {_f1(self.overlaps):6.1%}"
        )


def _f1(counts: tuple[int, int, int]) -> float:
    hit, predicted, gold = counts
    return 2 * hit / (predicted + gold) if predicted + gold else 1.0


def _add(a: tuple[int, int, int], predicted: set[tuple[str, str]], gold: set[tuple[str, str]]) -> tuple[int, int, int]:
    return a[0] + len(predicted & gold), a[1] + len(predicted), a[2] + len(gold)


def _same_task(rows: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    tasks: defaultdict[str, list[str]] = defaultdict(list)
    for message, task in rows:
        tasks[task].append(message)
    return {(a, b) for ms in tasks.values() for i, a in enumerate(sorted(ms)) for b in sorted(ms)[i + 1 :]}


def figures(replayed: Sequence[tuple[Line, Verdict, dict[str, object]]]) -> Figures:
    """The scorer's figures of a replay."""
    found = Figures()
    mine: list[tuple[str, str]] = []
    true: list[tuple[str, str]] = []
    for line, verdict, answer in replayed:
        mid, relation = line.message.id, line.relation
        found.lines += 1
        found.right += verdict.relation is relation and answer["of"] == line.of
        found.openers += relation is Relation.NEW
        found.lost += relation is Relation.NEW and verdict.relation is not Relation.NEW
        repeat = relation not in (Relation.NEW, Relation.NONE)
        found.repeats += repeat
        found.leaked += repeat and verdict.relation is Relation.NEW
        found.wrong += bool(answer["of"] and line.of and answer["of"] != line.of)
        if relation is not Relation.NONE:
            true.append((mid, line.of or mid))
        if verdict.relation is not Relation.NONE:
            mine.append((mid, str(answer["of"] or mid)))
        gold_overlaps = line.gold.get("overlaps") or []
        assert isinstance(gold_overlaps, list) and isinstance(answer["overlaps"], list)
        found.overlaps = _add(
            found.overlaps, {(mid, str(o)) for o in answer["overlaps"]}, {(mid, str(o)) for o in gold_overlaps}
        )
    found.pairs = _add(found.pairs, _same_task(mine), _same_task(true))
    return found


def confusion(replayed: Sequence[tuple[Line, Verdict, dict[str, object]]]) -> Counter[tuple[str, str]]:
    """How often a gold relation was answered with which relation."""
    return Counter((line.relation.value, verdict.relation.value) for line, verdict, _ in replayed)


def show_errors(replayed: Sequence[tuple[Line, Verdict, dict[str, object]]]) -> None:
    """Print what came out wrong."""
    for line, verdict, answer in replayed:
        wrong = verdict.relation is not line.relation or answer["of"] != line.of
        overlaps = set(map(str, line.gold.get("overlaps") or [])) ^ set(map(str, answer["overlaps"]))  # type: ignore[call-overload]
        if wrong:
            text = line.message.text.replace("\n", "/")[:110]
            print(
                f"{line.message.id} {line.notice.kind} gold {line.relation} {line.of} | {verdict.relation} {answer['of']}"
                f" ({verdict.reason}, maybe {verdict.maybe}) {text}"
            )
        elif overlaps:
            print(f"{line.message.id} overlaps gold {line.gold['overlaps']} | {answer['overlaps']}")
