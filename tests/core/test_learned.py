"""What was once unseen and has been learned from stays learned: notices and streams written by others than the rules.

`held-out-*.jsonl` beside them is never read for its errors; `python -m tests.bench.held_out` prints its figures.
"""

import pytest

from tests.bench.held_out import of_streams
from tests.scoring import figures, rows_of


@pytest.fixture(scope="module")
def learned():
    return figures(rows_of("learned-notices.jsonl"))


@pytest.mark.parametrize(
    ("field", "least"),
    [
        ("deadlines", 0.96),
        ("recurrence", 0.93),
        ("events", 0.93),
        ("requirements", 0.94),
        ("submit_to", 0.9),
        ("contacts", 0.9),
        ("issuer", 0.92),
        ("actionable", 0.97),
        ("kind", 0.95),
    ],
)
def test_notices_worded_by_others_are_understood(learned, field, least):
    assert learned[field] >= least


def test_streams_worded_by_others_are_merged():
    found = of_streams("learned-streams.jsonl")
    assert found.right / found.lines >= 0.92
    assert found.lost == 0
