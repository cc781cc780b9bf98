"""Figures of the held-out notices and streams: what to expect of wording that no rule has seen.

    python -m tests.bench.held_out

Only the figures are printed. Whoever reads the errors of a held-out file turns it into a learned one and must write a
new one first.
"""

from __future__ import annotations

from bot.core.relate import relate
from bot.core.workdays import default_calendar
from tests.bench.streams import Figures, read_stream, replay
from tests.bench.streams import figures as figures_of_streams
from tests.scoring import DATA, figures, rows_of


def of_streams(name: str) -> Figures:
    """The figures of one file of streams in `tests/data`."""
    calendar = default_calendar()
    lines = read_stream(DATA / name, calendar)
    return figures_of_streams(list(replay(lines, lambda m, notice, known: relate(m, notice, known, calendar))))


def main() -> None:
    """Print both kinds of files side by side."""
    for path in [DATA / "learned-notices.jsonl", *sorted(DATA.glob("held-out-notices*.jsonl"))]:
        row = figures(rows_of(path.name))
        print(f"{path.stem:18}", " · ".join(f"{field} {value:.1%}" for field, value in row.items()))
    for path in sorted(DATA.glob("*-streams*.jsonl")):
        print(f"{path.stem:18}", of_streams(path.name))


if __name__ == "__main__":
    main()
