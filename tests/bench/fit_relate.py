"""Fit the weights of `bot.core.relate` to the labelled streams and print what leave-one-scenario-out says of them.

python -m tests.bench.fit_relate            figures of the shipped weights, and leave-one-scenario-out
python -m tests.bench.fit_relate --write    fit to all scenarios and write bot/core/relate/fitted.py
options: --also a.jsonl,b.jsonl (further labelled streams to fit to; tests/data/own-streams.jsonl always is) · --quick (no leave-one-out) · --errors · --only 1,2 (which streams) · --hold 3 (fit on the rest, test there)
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.core.models import Relation, Verdict
from bot.core.relate import judgement
from bot.core.relate.fitted import FITTED
from bot.core.relate.merging import move
from bot.core.relate.trees import Model
from bot.core.relate.vetoes import vetoed
from bot.core.relate.weighing import Features
from bot.core.workdays import Calendar
from tests.bench.boosting import PLAN, Plan, fit
from tests.bench.streams import STREAMS, Ledger, Line, by_scenario, corpus, figures, read_stream, replay

LINK: dict[str, int] = dict.fromkeys(
    "contain covered cosine substance substance_shared substance_lead cosine_lead phrases phrase_lead level_named earlier shared_weight fields concepts margin unique moment named_day named_exact past_moment left same_sender in_line"
    " same_group same_opener opener_group own_office owner_named office_named person_named mailbox quoted period_same"
    " document population act press occasion who when who_act who_tell who_lead when_lead below latest_of_sender m_relay m_pointing".split(),
    1,
)
LINK |= dict.fromkeys(
    "moment_apart day_apart office_apart stranger_named signed_apart quoted_apart population_apart qualifier_apart demand"
    " kind_apart section_apart recurs_apart over_days m_formal above mailbox_apart cadence_apart t_closed".split(),
    -1,
)
LINK |= dict.fromkeys(
    "t_event m_change m_cancel m_missing m_remaining m_question m_report m_dated m_level quiet_hours due_today due_soon due_soon"
    " moment_rivals sender_rivals recurs m_length m_substance".split(),
    0,
)


OWN = Path(__file__).parents[1] / "data" / "own-streams.jsonl"


class Pairs:
    """Rows to fit to, by scenario: a message beside each candidate with the right answer known."""

    def __init__(self, lines: Sequence[Line], calendar: Calendar) -> None:
        self.link: dict[str, tuple[list[Features], list[int]]] = {}
        for scenario, rows in by_scenario(lines).items():
            self.link[scenario] = ([], [])
            ledger = Ledger()
            for line in rows:
                self._read(scenario, line, ledger, calendar)

    def _read(self, scenario: str, line: Line, ledger: Ledger, calendar: Calendar) -> None:
        incoming = judgement.read_incoming(line.message, line.notice, calendar)
        candidates, rows = judgement.compare_with(incoming, list(ledger.tasks.values()), calendar)
        for candidate, row in zip(candidates, rows, strict=True):
            opener = ledger.openers[candidate.known.task.number]
            if not vetoed(row):
                self.link[scenario][0].append(row)
                self.link[scenario][1].append(int(opener == line.of))
        of = ledger.number_of(line.of) if line.of else None
        facts = None
        if of and line.relation is Relation.UPDATE:
            facts, _ = move(ledger.tasks[of].task.facts, line.notice, incoming.traits)
        ledger.apply(line.message, line.notice, Verdict(line.relation, "gold", of, facts=facts))


def fit_model(pairs: Pairs, scenarios: Sequence[str], plan: Plan = PLAN) -> Model:
    """The model of some scenarios."""
    chosen = [pairs.link[s] for s in scenarios]
    rows = [row for some, _ in chosen for row in some]
    answers = [answer for _, some in chosen for answer in some]
    return Model(*fit(rows, answers, LINK, plan))


def test_model(
    model: Model, lines: Sequence[Line], calendar: Calendar
) -> list[tuple[Line, Verdict, dict[str, object]]]:
    """A replay under a model."""
    return list(replay(lines, lambda m, n, known: judgement.relate_with(model, m, n, known, calendar)))


test_model.__test__ = False  # type: ignore[attr-defined]


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


HEAD = '''"""Weights of the evidence, fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

from bot.core.relate.trees import Model

'''


def write(model: Model, path: Path) -> None:
    """Write the weights as plain data."""
    out = [HEAD, "FITTED = Model(\n"]
    out.append("    (\n")
    for tree in model.link:
        out.append("        (\n")
        out += [f"            {node!r},\n".replace("'", '"') for node in tree]
        out.append("        ),\n")
    out.append(f"    ),\n    {model.link_bias},\n")
    out.append(")\n")
    path.write_text("".join(out), encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the script."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--write", action="store_true")
    options.add_argument("--quick", action="store_true")
    options.add_argument("--errors", action="store_true")
    options.add_argument("--only", default="1,2,3")
    options.add_argument("--hold", default="")
    options.add_argument("--also", default="")
    chosen = options.parse_args(argv)
    place = corpus()
    if place is None:
        print("the labelled streams are not here; set JIANFU_CORPUS", file=sys.stderr)
        return 1
    calendar = Calendar()
    names = [STREAMS[int(i) - 1] for i in chosen.only.split(",")]
    read = {name: read_stream(place / f"{name}.jsonl", calendar) for name in STREAMS}
    further = [OWN, *(Path(name) for name in chosen.also.split(",") if name)]
    read |= {path.stem: read_stream(path, calendar) for path in further}
    names += [path.stem for path in further]
    lines = [line for name in names for line in read[name]]
    if chosen.write or not chosen.quick or chosen.hold:
        pairs = Pairs(lines, calendar)
        scenarios = list(pairs.link)
    if chosen.hold:
        held = [line for i in chosen.hold.split(",") for line in read[STREAMS[int(i) - 1]]]
        trained = [s for s in scenarios if s not in by_scenario(held)]
        replayed = test_model(fit_model(pairs, trained), held, calendar)
        print(f"fitted on {len(trained)} scenarios, tested on stream {chosen.hold}: {figures(replayed)}")
        if chosen.errors:
            show_errors(replayed)
        return 0
    if chosen.write:
        model = fit_model(pairs, scenarios)
        write(model, Path(judgement.__file__).parent / "fitted.py")
    else:
        model = FITTED
    for name in names:
        print(f"{name:14} {figures(test_model(model, read[name], calendar))}")
    if not chosen.quick:
        left_out: list[tuple[Line, Verdict, dict[str, object]]] = []
        for scenario in scenarios:
            one = fit_model(pairs, [s for s in scenarios if s != scenario])
            left_out += test_model(one, by_scenario(lines)[scenario], calendar)
        for name in names:
            own = set(by_scenario(read[name]))
            print(f"{name:14} leave-one-scenario-out {figures([r for r in left_out if r[0].scenario in own])}")
        print(f"{'all':14} leave-one-scenario-out {figures(left_out)}")
        if chosen.errors:
            show_errors(left_out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
