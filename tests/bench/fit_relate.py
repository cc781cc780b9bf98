"""Fit the judgements of `bot.core.relate` to the labelled streams and print what unseen scenarios say of them.

python -m tests.bench.fit_relate                figures of the shipped judgements, and of those that have not seen a scenario
python -m tests.bench.fit_relate --write        fit to all scenarios and write the weights into bot/core/relate
options: --folds N (how many parts the scenarios are left out in; 0: one by one) · --errors (what came out wrong unseen)
         --quick (no left-out figures)

Four judgements, each out of what the earlier ones say of scenarios that they have not seen:
1. bearing: what a message's words alone bear on (new, duplicate, reminder, update, cancel, none); a linear model.
2. link: whether one known task is meant; boosted trees over what agrees, the rules' vetoes, anchors and the bearing.
   There are two of it: of a message that was pasted nobody knows the hour, and how long a task was quiet says nothing.
3. effect: what the message does to the task that it speaks of; a linear model over the same row.
4. overlap: whether a new task asks for the data of a known one; boosted trees.
Every message stands in five rows: with its kind as a model reads it that has not seen the scenario, with its kind as
labelled, without sender and group, and as pasted texts come, without both or with both as a header names them. Fitted only to files in the repository and the corpus:
dev-streams*.jsonl there, tests/data/*-streams*.jsonl here (the held-out ones excepted).
Needs scikit-learn (extra `fit`): fitting is its business, the bot only adds up.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from bot.core.learned.trees import Model, Node, Tree
from bot.core.models import KnownTask, Message, Notice, Verdict
from bot.core.relate import judgement
from bot.core.relate.bearing import BEARINGS, bearing_features, log_odds
from bot.core.relate.linear import Linear
from bot.core.relate.shipped import Judgements, shipped
from bot.core.relate.weighing import Features
from bot.core.workdays import Calendar
from tests.bench.linear_fit import matrix, packed
from tests.bench.pair_rows import NAMELESS, PASTED, VARIANTS, Row, rows_of, scenario_folds, unseen_kinds, variant_of
from tests.bench.streams import Line, by_scenario, corpus, figures, read_stream, replay, show_errors, stream_files

ROOM = Path(judgement.__file__).parent
EFFECT = frozenset(
    "moment named_exact named_day past_moment day_apart left below above same_sender same_opener own_office in_line same_group who when"
    " m_missing m_remaining m_urge m_started m_change m_cancel m_relay m_level due_soon due_today over_days updated cancelled earlier"
    " m_dated t_event m_length n_sources contain recurs opener_group owner_named level_named m_to_me".split()
)
"""What of a row tells what a message does to its task; beside it stand the bearing, the rules' effect and the kind."""
_BEARING_STRENGTH, _EFFECT_STRENGTH = 20.0, 0.1
_NAMED, _PASTED = 0.7, 0.5


def fit_bearing(lines: Sequence[Line]) -> Linear:
    """What words bear on; every text once with and once without who posted it where."""
    rows = [bearing_features(m.text, m.group or "", m.sender or "") for m in (x.message for x in lines)]
    rows += [bearing_features(x.message.text, "", "") for x in lines]
    answers = [x.relation.value for x in lines] * 2
    table, names = matrix(rows, least=3)
    loudness = [_NAMED] * len(lines) + [_PASTED] * len(lines)
    model = LogisticRegression(C=_BEARING_STRENGTH, max_iter=600, tol=1e-3).fit(table, answers, sample_weight=loudness)
    order = [list(model.classes_).index(c) for c in BEARINGS]
    return packed(BEARINGS, model.intercept_[order], model.coef_[order], names)


@dataclass(frozen=True)
class Growth:
    """How boosted trees grow: how many, how deep, and how much each counts."""

    trees: int
    depth: int
    rate: float


LINK_GROWTH, PASTED_GROWTH, OVERLAP_GROWTH = Growth(400, 6, 0.04), Growth(200, 6, 0.08), Growth(80, 3, 0.07)
"""Chosen by scenarios left out: twice as many trees that count half as much link a fifth fewer messages to a wrong task,
but of those that were pasted no fewer."""


def fit_trees(rows: Sequence[Features], answers: Sequence[bool], weights: Sequence[float], growth: Growth) -> Model:
    """Boosted trees over all features of the rows."""
    vectorizer = DictVectorizer(sparse=False, dtype=np.float32)
    table = vectorizer.fit_transform(rows)
    model = HistGradientBoostingClassifier(
        max_iter=growth.trees, learning_rate=growth.rate, max_depth=growth.depth, min_samples_leaf=10, l2_regularization=3, max_features=0.4, random_state=0
    ).fit(table, np.array(answers), sample_weight=np.array(weights))
    names = list(vectorizer.get_feature_names_out())
    trees = tuple(_tree(step[0].nodes, names) for step in model._predictors)
    return Model(trees, round(float(model._baseline_prediction.ravel()[0]), 5))


def _tree(nodes: np.ndarray, names: Sequence[str]) -> Tree:
    def node(n: np.void) -> Node:
        if n["is_leaf"]:
            return float(f"{n['value']:.4g}")
        return names[n["feature_idx"]], float(f"{n['num_threshold']:.6g}"), int(n["left"]), int(n["right"])

    return tuple(map(node, nodes))


def effect_row(features: Features) -> Features:
    """The part of a row that tells what is done to the task."""
    return {name: value for name, value in features.items() if name in EFFECT or name[:2] in ("b_", "e_", "k_")}


def fit_effect(rows: Sequence[Row]) -> Linear:
    """What is done to the task that is meant."""
    classes = BEARINGS[1:5]
    vectorizer = DictVectorizer(sparse=False)
    scaler = StandardScaler()
    table = scaler.fit_transform(vectorizer.fit_transform([effect_row(row.features) for row in rows]))
    model = LogisticRegression(C=_EFFECT_STRENGTH, max_iter=3000).fit(table, [row.relation for row in rows])
    order = [list(model.classes_).index(c) for c in classes]
    lines = model.coef_[order] / scaler.scale_
    return packed(classes, model.intercept_[order] - lines @ scaler.mean_, lines, list(vectorizer.get_feature_names_out()), least=1)


def fit_judgements(lines: Sequence[Line], rows: Sequence[Row], bearing: Linear | None = None) -> Judgements:
    """All four, from lines and from rows that carry the bearing as unseen."""
    link = _fit_link([r for r in rows if r.variant not in PASTED], LINK_GROWTH)
    link_pasted = _fit_link([r for r in rows if r.variant in PASTED], PASTED_GROWTH)
    effect = fit_effect([r for r in rows if r.meant])
    new = [r for r in rows if r.asks_same is not None and r.variant not in NAMELESS]
    overlap = fit_trees([r.features for r in new], [bool(r.asks_same) for r in new], [VARIANTS[r.variant] for r in new], OVERLAP_GROWTH)
    return Judgements(bearing or fit_bearing(lines), link, link_pasted, effect, overlap)


def _fit_link(rows: Sequence[Row], growth: Growth) -> Model:
    return fit_trees([r.features for r in rows], [r.meant for r in rows], [VARIANTS[r.variant] for r in rows], growth)


@dataclass(frozen=True)
class Material:
    """What is fitted to: lines by variant and their rows, the folds, and for each fold the bearing of the others."""

    lines: Mapping[str, Sequence[Line]]
    rows: Sequence[Row]
    folds: Sequence[frozenset[str]]
    bearings: Sequence[Linear]


def gather(lines: Sequence[Line], folds: Sequence[frozenset[str]], calendar: Calendar) -> Material:
    """Read every variant and set the bearing, as a model tells that has not seen the scenario, into every row."""
    kinds = unseen_kinds(lines, folds)
    shown = {variant: variant_of(lines, kinds, variant, calendar) for variant in VARIANTS}
    rows = [row for variant, some in shown.items() for row in rows_of(some, variant, calendar)]
    bearings = [fit_bearing([line for line in lines if line.scenario not in fold]) for fold in folds]
    model = {scenario: bearing for fold, bearing in zip(folds, bearings, strict=True) for scenario in fold}
    heard = {
        (line.scenario, line.message.id, nameless): _heard(model[line.scenario], line, nameless) for line in lines for nameless in (False, True)
    }
    for row in rows:
        row.features.update(heard[row.scenario, row.message, row.variant in NAMELESS])
    return Material(shown, rows, folds, bearings)


def _heard(bearing: Linear, line: Line, nameless: bool) -> Features:
    m = line.message
    chances = bearing.chances(bearing_features(m.text, "" if nameless else m.group or "", "" if nameless else m.sender or ""))
    return {f"b_{name}": log_odds(chance) for name, chance in chances.items()}


Replayed = list[tuple[Line, Verdict, dict[str, object]]]


def left_out(material: Material, calendar: Calendar, variants: Sequence[str]) -> dict[str, Replayed]:
    """Every scenario replayed under judgements that have not seen it, by variant."""
    found: dict[str, Replayed] = {variant: [] for variant in variants}
    for fold, bearing in zip(material.folds, material.bearings, strict=True):
        judge = fit_judgements((), [row for row in material.rows if row.scenario not in fold], bearing)
        for variant in variants:
            held = [line for line in material.lines[variant] if line.scenario in fold]
            found[variant] += replay(held, partial(_decide, judge, calendar))
    return found


def _decide(judge: Judgements, calendar: Calendar, message: Message, notice: Notice, known: Sequence[KnownTask]) -> Verdict:
    return judgement.relate_with(judge, message, notice, known, calendar)


def write(judge: Judgements) -> None:
    """Write the weights as modules of the room."""
    for name, linear in (("bearing", judge.bearing), ("effect", judge.effect)):
        lines = "\n".join(f"{_escaped(feature)}\t{' '.join(map(str, row))}" for feature, row in sorted(linear.weights.items()))
        _module(f"{name}_weights", f"CLASSES = {_listed(linear.classes)}\nBIAS = {linear.bias!r}", lines)
    for name, model in (("link", judge.link), ("pasted", judge.link_pasted), ("overlap", judge.overlap)):
        _module(f"{name}_trees", f"BIAS = {model.bias!r}", model.written())


def _module(name: str, head: str, lines: str) -> None:
    doc = '"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""\n\n'
    if lines.startswith(" "):
        doc += "# ruff: noqa: E101\n\n"
    (ROOM / f"{name}.py").write_text(f'{doc}{head}\nLINES = """\\\n{lines}\n"""\n', encoding="utf-8")


def _listed(names: Sequence[str]) -> str:
    return "(" + ", ".join(f'"{name}"' for name in names) + ")"


def _escaped(feature: str) -> str:
    return feature.replace("\\", "\\\\").replace('"', '\\"')


def main(argv: Sequence[str] | None = None) -> int:
    """Run the script."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for flag in ("--write", "--quick", "--errors"):
        asked.add_argument(flag, action="store_true")
    asked.add_argument("--folds", type=int, default=6)
    asked.add_argument("--also", type=Path, nargs="*", default=[])
    options = asked.parse_args(argv)
    if corpus() is None:
        print("the labelled streams are not here; set JIANFU_CORPUS", file=sys.stderr)
        return 1
    calendar = Calendar()
    lines = []
    for path in [*stream_files(), *options.also]:
        lines += [replace(line, scenario=f"{path.stem}/{line.scenario}") for line in read_stream(path, calendar)]
    names = list(dict.fromkeys(line.scenario.split("/")[0] for line in lines))
    if options.write or not options.quick:
        scenarios = list(by_scenario(lines))
        material = gather(lines, scenario_folds(scenarios, options.folds or len(scenarios)), calendar)
    if not options.quick:
        for variant, unseen in left_out(material, calendar, tuple(VARIANTS)).items():
            for name in names:
                print(f"{name:18} unseen, {variant} {figures([r for r in unseen if r[0].scenario.startswith(name + '/')])}")
            print(f"{'all':18} unseen, {variant} {figures(unseen)}")
            if options.errors:
                show_errors(unseen)
    if options.write:
        write(fit_judgements(lines, material.rows))
        return 0
    for name in names:
        some = [line for line in lines if line.scenario.startswith(name + "/")]
        print(f"{name:18} shipped {figures(list(replay(some, partial(_decide, shipped(), calendar))))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
