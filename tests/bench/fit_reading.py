"""Fit the weights of `bot.core.learned` to labelled texts and print what held-out files say of them.

python -m tests.bench.fit_reading             figures of kinds and roles of dates on texts that were not fitted to
python -m tests.bench.fit_reading --write     fit to everything and write the weights
options: --only meaning | asking (kinds and dates, or requirements; the other weights stay) · --also FILE (further files of labelled texts to fit to)

Needs scikit-learn (extra `fit`): fitting is its business, the bot only adds up.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import cpu_count, get_context
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.tree._tree import Tree as SklearnTree

from bot.core.channels import find_channels
from bot.core.learned.asking import asking_features, own_features, rule_features
from bot.core.learned.linear import Chances, Features, Linear
from bot.core.learned.trees import Jury, Model, Tree
from bot.core.learned.weighing import known, settling_features, together
from bot.core.models import Kind, Requirement
from bot.core.normalise import normalise
from bot.core.requirements import find_requirements
from bot.core.wants import find_wants
from bot.core.workdays import Calendar, default_calendar
from tests.bench.labelled import DateRow, Example, read, read_examples
from tests.bench.network_fit import Fitted, fit_network
from tests.bench.network_fit import Plan as NetworkPlan
from tests.bench.streams import corpus

DATA = Path(__file__).parents[1] / "data"
ROOM = Path(__file__).parents[2] / "bot" / "core" / "learned"
KINDS = ("task", "event", "info", "chatter")
ACTIONABLE = ("task", "event")
@dataclass(frozen=True)
class Plan:
    """How a linear model is fitted: scikit-learn's C, and the hundredths of a log-odd below which a feature is left out."""

    strength: float
    least: int


SETTLING_PLAN, ASKING_PLAN = Plan(1.0, 1), Plan(6.0, 30)
KIND_PLAN, ROLE_PLAN = NetworkPlan(units=16, rounds=12), NetworkPlan(units=32, rounds=6)
"""Chosen by what files say that were not fitted to; weaker features change nothing but the time a start takes."""
ROLES = ("deadline", "window", "event", "recurring", "neither")
WORN = {"dev-notices", "dev-streams", "dev-streams-2", "dev-streams-3", "own-notices", "own-streams", "own-facts", "learned-notices", "learned-notices-2", "learned-notices-3", "learned-notices-4", "learned-notices-5", "learned-streams", "fresh-notices-21"}
"""Files that the rules were written from: there the rules are right more often than elsewhere, so they count less."""

HARD = {f"marked-texts-{n}" for n in (*range(14, 27), 29)}
"""Texts sought out because the bot erred on them: their share of odd cases is larger than life, so they count less.

The oddest (`held-out-odd-*`) are not fitted to: with them ordinary notices were read worse."""


VARIED = {f"fresh-notices-{n}" for n in (*range(15, 20), 22, 23, 24, 29, 30, 31, 32, 33, 34, 35)}
"""Texts of 66 authors, no two on one pattern: likest what is yet to come, so they count more."""


TRAPS = {f"marked-texts-{n}" for n in range(35, 58)}
"""Texts of 23 authors whose dates are mostly not the reader's, and whose limits do not look like limits."""

ASSERTED = {"asserted-notices"}
"""Sentences of the tests, marked as they are read: fitted to, so that they go on being read so."""


def examples(also: Sequence[Path] = ()) -> list[Example]:
    """Every labelled text there is."""
    at = corpus()
    files = (sorted(at.glob("dev-*.jsonl")) if at else []) + sorted(path for path in DATA.glob("*.jsonl") if not path.stem.startswith(("held-out", "learned-scenes"))) + list(also)
    found = [example for path in files for example in read_examples(path)]
    return list({(e.text, e.sender): e for e in reversed(found)}.values())[::-1]


def matrix(rows: Sequence[Features], least: int = 2) -> tuple[csr_matrix, list[str]]:
    """Rows as a sparse matrix with the names of its columns; what fewer than `least` rows have is left out."""
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([{name: loudness for loudness, names in row for name in names} for row in rows]).tocsr()
    keep = np.flatnonzero(np.asarray((table != 0).sum(axis=0)).ravel() >= least)
    names = vectorizer.get_feature_names_out()[keep]
    return table[:, keep], list(names)


def fit_linear(rows: Sequence[Features], answers: Sequence[str], classes: Sequence[str], plan: Plan, weights: Sequence[float]) -> Linear:
    """One of several classes, as one model a class against the rest."""
    table, names = matrix(rows)
    bias, lines = [], []
    for each in classes:
        model = LogisticRegression(C=plan.strength, solver="liblinear").fit(table, [each == a for a in answers], sample_weight=weights)
        bias.append(round(float(model.intercept_[0]), 3))
        lines.append(model.coef_[0])
    whole = np.rint(np.array(lines) * 100).astype(int)
    loud = np.flatnonzero(np.abs(whole).max(axis=0) >= plan.least)
    return Linear.of(tuple(classes), tuple(bias), {names[i]: tuple(int(w) for w in whole[:, i]) for i in loud})


def trust(source: str) -> float:
    """How much a row of a file counts."""
    return 2.0 if source in ASSERTED else 0.8 if source in WORN else 0.5 if source in HARD else 1.5 if source in TRAPS else 2.5 if source in VARIED else 1.0


def folds(count: int, parts: int = 8) -> Iterator[tuple[list[int], list[int]]]:
    """Parts of the rows to fit to and to ask, neighbours kept together: they often speak of one thing."""
    for train, test in GroupKFold(parts).split(range(count), groups=[i // 5 for i in range(count)]):
        yield train.tolist(), test.tolist()


T = TypeVar("T")
_WORKS: list[Callable[[], Any]] = []


def _done(at: int) -> Any:
    return _WORKS[at]()


def side_by_side(works: Sequence[Callable[[], Any]]) -> list[Any]:
    """What each work gives, in their order; each is done in a process forked from this one, so that its rows need not be copied."""
    _WORKS[:] = works
    with get_context("fork").Pool(min(len(works), cpu_count())) as pool:
        return pool.map(_done, range(len(works)), chunksize=1)


def _fit_kinds(found: Sequence[Example], rows: Sequence[Features], among: Sequence[int]) -> Fitted:
    return fit_network([rows[i] for i in among], [found[i].kind for i in among], KINDS, KIND_PLAN, [trust(found[i].source) for i in among])


def _fit_roles(found: Sequence[Example], dates: Sequence[Sequence[DateRow]], among: Sequence[int]) -> Fitted:
    told = [(found[i].source, row) for i in among for row in dates[i] if row.role]
    return fit_network([r.features for _, r in told], [str(r.role) for _, r in told], ROLES, ROLE_PLAN, [trust(s) for s, _ in told])


def _fit_company(
    found: Sequence[Example], dates: Sequence[Sequence[DateRow]], around: Sequence[Sequence[Mapping[str, float]]], among: Sequence[int]
) -> Jury:
    """Boosted trees, one sum a role: how dates stand to each other is no matter of sums."""
    told = [(found[i].source, row, str(date.role)) for i in among for row, date in zip(around[i], dates[i], strict=True) if date.role]
    vectorizer = DictVectorizer(sparse=False)
    table = vectorizer.fit_transform([row for _, row, _ in told])
    model = GradientBoostingClassifier(n_estimators=40, learning_rate=0.15, max_depth=4, min_samples_leaf=20, subsample=0.7, max_features=0.5, random_state=1)
    model.fit(table, [role for _, _, role in told], sample_weight=[trust(source) for source, _, _ in told])
    names = [str(name) for name in vectorizer.get_feature_names_out()]
    biases = np.log(model.init_.class_prior_)
    return Jury({
        str(role): Model(tuple(_tree(trees[k].tree_, names, model.learning_rate) for trees in model.estimators_), round(float(biases[k]), 4))
        for k, role in enumerate(model.classes_)
    })  # fmt: skip


def _tree(fitted: SklearnTree, names: Sequence[str], rate: float) -> Tree:
    """One of scikit-learn's trees as the bot reads them."""
    return tuple(
        (names[fitted.feature[n]], round(float(fitted.threshold[n]), 4), int(fitted.children_left[n]), int(fitted.children_right[n]))
        if fitted.children_left[n] >= 0
        else round(float(fitted.value[n][0][0]) * rate, 4)
        for n in range(fitted.node_count)
    )


def _fit_settling(found: Sequence[Example], rows: Sequence[Features], among: Sequence[int]) -> Linear:
    return fit_linear([rows[i] for i in among], [found[i].kind for i in among], KINDS, SETTLING_PLAN, [1.0] * len(among))


_BLIND, _MISLED = 0.15, 0.02
"""How much an example counts once more as if the rule had missed the requirement, or found it where it had not.

The rules were written from many of these texts and err on new ones three times as often: without these the model would
believe whatever they say.
"""


def _fit_asking(found: Sequence[Example]) -> Linear:
    """One sum a requirement, of its own rows: the words around what the rule took speak of that requirement alone."""
    told = [(e, Kind(e.kind), normalise(e.text).text) for e in found if e.requirements is not None and e.kind in ACTIONABLE]
    channels = [find_channels(text) for _, _, text in told]
    set_aside: list[set[Requirement]] = [set() for _ in told]
    rules = [find_requirements(text, kind, c, no) for (_, kind, text), c, no in zip(told, channels, set_aside, strict=True)]
    shared = [asking_features(text, kind, c) for (_, kind, text), c in zip(told, channels, strict=True)]
    bias, weights = [], defaultdict[str, list[int]](lambda: [0] * len(Requirement))
    for at, requirement in enumerate(Requirement):
        rows, answers, trusted = [], [], []
        for (e, _, text), common, rule, no in zip(told, shared, rules, set_aside, strict=True):
            asked = requirement in (e.requirements or ())
            own = [own_features(text, requirement, rule[requirement])] if requirement in rule else []
            misread = {r: span for r, span in rule.items() if r != requirement} if own else {**rule, requirement: (0, 0)}
            rows += [[*common, *rule_features(rule, no), *own], [*common, *rule_features(misread, no - {requirement})]]
            answers += [asked, asked]
            trusted += [trust(e.source), trust(e.source) * (_BLIND if own else _MISLED)]
        table, names = matrix(rows, 3)
        model = LogisticRegression(C=ASKING_PLAN.strength, solver="liblinear").fit(table, answers, sample_weight=trusted)
        bias.append(round(float(model.intercept_[0]), 3))
        for name, weight in zip(names, np.rint(model.coef_[0] * 100).astype(int), strict=True):
            if abs(weight) >= ASKING_PLAN.least:
                weights[name][at] = int(weight)
    return Linear.of(tuple(map(str, Requirement)), tuple(bias), weights)


def likeliest(chances: Chances) -> str:
    """The class with the highest chance."""
    return max(chances, key=chances.__getitem__)


@dataclass(frozen=True)
class Meaning:
    """What says the kind of a text and what its dates are for, in the order it is used."""

    kinds: Fitted
    roles: Fitted
    company: Jury
    settling: Linear


def fit_meaning(found: Sequence[Example], calendar: Calendar) -> Meaning:
    """Fit kinds and dates; each later model learns from what the earlier ones say of texts they have not seen."""
    texts = [read(e, calendar) for e in found]
    rows = [text.words() for text in texts]
    everything = list(range(len(found)))
    parts = [*folds(len(found), 4)]

    def kinds_unseen(train: Sequence[int], test: Sequence[int]) -> list[Chances]:
        return _fit_kinds(found, rows, train).chances([rows[i] for i in test])

    *unseen, kinds = side_by_side([*(partial(kinds_unseen, *part) for part in parts), partial(_fit_kinds, found, rows, everything)])
    words = _in_place(parts, unseen)
    dates = [text.dates(w, calendar) for text, w in zip(texts, words, strict=True)]

    def roles_unseen(train: Sequence[int], test: Sequence[int]) -> list[list[Chances]]:
        network = _fit_roles(found, dates, train)
        return [network.chances([row.features for row in dates[i]]) for i in test]

    *unseen, roles = side_by_side([*(partial(roles_unseen, *part) for part in parts), partial(_fit_roles, found, dates, everything)])
    around = [t.in_company(d, a, w) for t, d, a, w in zip(texts, dates, _in_place(parts, unseen), words, strict=True)]
    *others, company = side_by_side([partial(_fit_company, found, dates, around, among) for among in (*(train for train, _ in parts), everything)])
    known_roles: list[list[Chances]] = [[]] * len(found)
    for other, (_, test) in zip(others, parts, strict=True):
        for i in test:
            verdicts = [date.verdict for date in dates[i]]
            known_roles[i] = [known(verdict, chances) for verdict, chances in zip(verdicts, together(other, verdicts, around[i]), strict=True)]
    both = [settling_features(w, r, find_wants(t.dated.normal.text).in_short()) for t, w, r in zip(texts, words, known_roles, strict=True)]
    honest = [i for i, e in enumerate(found) if e.source not in WORN | ASSERTED]
    settled: dict[int, str] = {}
    for train, test in folds(len(honest)):
        model = _fit_settling(found, both, [honest[i] for i in train])
        settled |= {honest[i]: likeliest(model.chances(both[honest[i]])) for i in test}
    _tell(found, words, dates, known_roles, settled)
    return Meaning(kinds, roles, company, _fit_settling(found, both, honest))


def _in_place(parts: Sequence[tuple[Sequence[int], Sequence[int]]], answers: Sequence[Sequence[T]]) -> list[T]:
    """What was said of the texts of each part, in the order of the texts."""
    placed = {i: answer for (_, test), told in zip(parts, answers, strict=True) for i, answer in zip(test, told, strict=True)}
    return [placed[i] for i in range(len(placed))]


def _tell(
    found: Sequence[Example], words: Sequence[Chances], dates: Sequence[Sequence[DateRow]], roles: Sequence[Sequence[Chances]], settled: Mapping[int, str]
) -> None:
    """Print what the models say of texts they were not fitted to, by file."""
    print(f"{'not fitted to':24}{'texts':>6}{'words':>8}{'settled':>9}{'actionable P/R':>16}{'dates':>7}{'role':>8}{'by rule':>9}")
    for source in dict.fromkeys(found[i].source for i in settled):
        here = [i for i in settled if found[i].source == source]
        told = [(row, c) for i in here for row, c in zip(dates[i], roles[i], strict=True) if row.role]
        by_words = mean(likeliest(words[i]) == found[i].kind for i in here)
        kinds = mean(settled[i] == found[i].kind for i in here)
        ours, theirs = [settled[i] in ACTIONABLE for i in here], [found[i].kind in ACTIONABLE for i in here]
        hits = sum(a and b for a, b in zip(ours, theirs, strict=True))
        asked = f"{hits / max(1, sum(ours)):.1%}/{hits / max(1, sum(theirs)):.1%}"
        right = mean(likeliest(c) == row.role for row, c in told)
        rule = mean((str(row.verdict.role) if not row.verdict.weak else "neither") == row.role for row, _ in told)
        print(f"{source:24}{len(here):6}{by_words:8.1%}{kinds:9.1%}{asked:>16}{len(told):7}{right:8.1%}{rule:9.1%}")


def mean(holds: Iterable[bool]) -> float:
    """The share of what holds."""
    counted = list(holds)
    return sum(counted) / len(counted) if counted else float("nan")


def write_meaning(meaning: Meaning) -> None:
    """Write the weights of kinds and dates as modules of the room."""
    for name, network in (("kind", meaning.kinds), ("role", meaning.roles)):
        (ROOM / f"{name}_network.py").write_text(network.written(f"The network of {name}s"), encoding="utf-8")
    write_linear("settling", meaning.settling)
    trees = ['"""Trees of dates in company, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""', "", "TREES = {"]
    for role, sums in meaning.company.items():
        trees += [f'    "{role}": (', f"        {sums.bias},", '        """\\', sums.written(), '""",', "    ),"]
    (ROOM / "company_trees.py").write_text("\n".join([*trees, "}", ""]), encoding="utf-8")


def write_linear(name: str, model: Linear) -> None:
    """Write a linear model as a module of the room."""
    lines = [f'"""Weights of the {name} model, fitted by `tests/bench/fit_reading.py`; written by that script, never by hand."""', ""]
    lines += [f"CLASSES = {_tuple(model.classes)}", f"BIAS = {_tuple(model.bias)}", 'LINES = """\\']
    lines += [f"{_escaped(feature)}\t{' '.join(map(str, model.weights_of(feature)))}" for feature in sorted(model.packed)]
    (ROOM / f"{name}_weights.py").write_text("\n".join([*lines, '"""', ""]), encoding="utf-8")


def _tuple(values: Sequence[object]) -> str:
    return "(" + ", ".join(f'"{v}"' if isinstance(v, str) else str(v) for v in values) + ")"


def _escaped(feature: str) -> str:
    return feature.replace("\\", "\\\\").replace('"', '\\"')


def main() -> None:
    """Print figures, or write the weights."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--write", action="store_true")
    asked.add_argument("--only", choices=("meaning", "asking"))
    asked.add_argument("--also", type=Path, nargs="*", default=[])
    options = asked.parse_args()
    found = examples(options.also)
    print(len(found), "texts:", ", ".join(f"{name} {count}" for name, count in Counter(e.source for e in found).items()))
    if options.only != "asking":
        meaning = fit_meaning(found, default_calendar())
        if options.write:
            write_meaning(meaning)
    if options.only != "meaning":
        asking = _fit_asking([e for e in found if e.source not in ASSERTED])
        if options.write:
            write_linear("asking", asking)


if __name__ == "__main__":
    main()
