"""Rows to fit to: every message of the labelled streams beside each task known then, with the right answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.core.models import Kind, Relation, Verdict
from bot.core.relate import comparing
from bot.core.relate.bearing import bearing_features
from bot.core.relate.hints import hints_of, weighed_row
from bot.core.relate.merging import move
from bot.core.relate.overlapping import may_overlap, overlap_row
from bot.core.relate.weighing import Features
from bot.core.understand import understand_as
from bot.core.workdays import Calendar
from tests.bench.linear_fit import matrix
from tests.bench.streams import DATA, Ledger, Line, by_scenario, corpus


def scenario_folds(scenarios: Sequence[str], parts: int, seed: int = 1) -> list[frozenset[str]]:
    """The scenarios in parts, mixed the same way every time."""
    mixed = [scenarios[i] for i in np.random.RandomState(seed).permutation(len(scenarios))]
    return [frozenset(mixed[i::parts]) for i in range(min(parts, len(mixed)))]


def true_kinds(lines: Sequence[Line]) -> list[str]:
    """The kind of each message: that of the opener where it repeats one."""
    kinds: dict[tuple[str, str], str] = {}
    found = []
    for line in lines:
        kind = kinds[line.scenario, line.of] if line.of else str(line.gold.get("kind") or "chatter")
        kinds[line.scenario, line.message.id] = kind
        found.append(kind)
    return found


def unseen_kinds(lines: Sequence[Line], folds: Sequence[frozenset[str]]) -> list[str]:
    """The kind of each message as a model reads it that has not seen its scenario: as wrong as on unseen wording."""
    messages = [*((m.text, m.group, m.sender) for m in (line.message for line in lines)), *_notices()]
    table, _ = matrix([bearing_features(text, group or "", sender or "") for text, group, sender, *_ in messages])
    answers = np.array([*true_kinds(lines), *(kind for *_, kind in _notices())])
    where = np.array([*(line.scenario for line in lines), *("" for _ in _notices())])
    found = [""] * len(lines)
    for fold in folds:
        held = np.isin(where, list(fold))
        model = LogisticRegression(C=8, max_iter=800, tol=1e-3).fit(table[~held], answers[~held])
        for i, kind in zip(np.flatnonzero(held), model.predict(table[held]), strict=True):
            found[i] = str(kind)
    return found


@cache
def _notices() -> tuple[tuple[str, str | None, str | None, str], ...]:
    """Labelled single messages: text, group, sender, kind."""
    place = corpus()
    files = [*(place.glob("dev-notices*.jsonl") if place else ()), *DATA.glob("*-notices*.jsonl")]
    rows = [json.loads(line) for path in sorted(files) for line in path.read_text(encoding="utf-8").splitlines()]
    return tuple((r["message"]["text"], r["message"].get("group"), r["message"].get("sender"), r["gold"]["kind"]) for r in rows)


@dataclass(frozen=True)
class Row:
    """One message beside one known task. `meant`: it is the task; `asks_same`: a new task that overlaps with it."""

    scenario: str
    message: str
    variant: str
    features: Features
    meant: bool
    relation: str
    asks_same: bool | None = None


VARIANTS: Mapping[str, float] = {"read": 1.0, "told": 0.5, "nameless": 0.5, "pasted": 0.5, "headed": 0.5}
"""How much rows count: of messages with the kind as read unseen, with the kind as labelled, without sender and group, and
pasted at an unknown hour, without both or with both as a header names them."""


NAMELESS, PASTED = frozenset(("nameless", "pasted")), frozenset(("pasted", "headed"))
"""The variants of which nobody knows who posted them where, and at what hour."""


def variant_of(lines: Sequence[Line], kinds: Sequence[str], variant: str, calendar: Calendar) -> list[Line]:
    """The lines as one variant shows them."""
    found = []
    for line, kind in zip(lines, true_kinds(lines) if variant == "told" else kinds, strict=True):
        message = line.message
        if variant in PASTED:
            message = replace(message, by="somebody")
        if variant in NAMELESS:
            message = replace(message, group=None, sender=None)
        found.append(replace(line, message=message, notice=understand_as(message, Kind(kind), calendar)))
    return found


def rows_of(lines: Sequence[Line], variant: str, calendar: Calendar) -> list[Row]:
    """The rows of some lines, each judged by what is truly known then."""
    found: list[Row] = []
    for some in by_scenario(lines).values():
        ledger = Ledger()
        for line in some:
            found += _rows(line, ledger, variant, calendar)
    return found


def _rows(line: Line, ledger: Ledger, variant: str, calendar: Calendar) -> list[Row]:
    incoming = comparing.read_incoming(line.message, line.notice, calendar)
    candidates, all_features = comparing.compare_with(incoming, list(ledger.tasks.values()), calendar)
    same = line.gold.get("overlaps") or []
    assert isinstance(same, list)
    found = []
    for candidate, features in zip(candidates, all_features, strict=True):
        opener = ledger.openers[candidate.known.task.number]
        hints = hints_of(incoming, candidate, features)
        row = weighed_row(incoming, candidate, features, hints, {})
        new = line.relation is Relation.NEW and may_overlap(incoming, candidate, features)
        found.append(
            Row(
                line.scenario, line.message.id, variant, overlap_row(row) if new else row, opener == line.of,
                line.relation, opener in same if new else None,
            )
        )  # fmt: skip
    of = ledger.number_of(line.of) if line.of else None
    facts = None
    if of and line.relation is Relation.UPDATE:
        facts, _ = move(ledger.tasks[of].task.facts, line.notice, incoming.traits, calendar, ledger.tasks[of].sources)
    ledger.apply(line.message, line.notice, Verdict(line.relation, "gold", of, facts=facts))
    return found
