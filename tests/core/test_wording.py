"""Patterns are passed over only where they cannot match, and pieces run one by one find what they find together."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking_words import ATTEND, COUNT, DATA, DIRECT, MATERIAL, ONLINE, PHONE_WORDS
from bot.core.necessary import may_match, needs_of
from bot.core.wording import Sparse, Words, _alternatives, _as_one, _sorted_alternatives
from tests.scoring import rows_of

FAMILIES = [*dict(DIRECT).values(), COUNT, DATA, MATERIAL, ATTEND, ONLINE, PHONE_WORDS]
TEXTS = [row["message"]["text"] for row in rows_of("own-notices.jsonl")]
SAID = st.text(alphabet="报表人数量率的请给告诉水位回的填个哪些户签章 fillsignſKstamp,.1一", max_size=60)


@pytest.mark.parametrize(
    ("source", "flags", "text", "may"),
    [
        ("盖[章印]", 0, "签字即可", False),
        ("盖[章印]", 0, "盖个章", True),
        ("(?:照片|图)(?!书)", 0, "图", True),
        ("(?:照片|图)(?!书)", 0, "相册", False),
        ("报?送", 0, "送达", True),
        ("[^章]+", 0, "", True),
        ("stamp", re.I, "STAMP", True),
        ("stamp", re.I, "\u017ftamp", True),
        ("stamp", re.I, "tamp", False),
        ("ä", re.I, "Ä", True),
        (r"\d张图", 0, "3张", False),
    ],
)
def test_a_text_without_the_characters_of_a_pattern_cannot_match(source: str, flags: int, text: str, may: bool) -> None:
    assert all(may_match(needs_of(each, flags), text) for each in _alternatives(source)) is may


@pytest.mark.parametrize("family", FAMILIES)
def test_no_alternative_that_matches_a_notice_is_passed_over(family: Words) -> None:
    plain, others, latin = _sorted_alternatives(family._source)
    for source, flags in [*((each, 0) for each in plain + others), *((each, re.I) for each in latin)]:
        needs, pattern = needs_of(source, flags), re.compile(source, flags)
        assert not [text for text in TEXTS if not may_match(needs, text) and pattern.search(text)]


@given(SAID)
def test_alternatives_one_by_one_find_what_they_find_together(text: str) -> None:
    for family in FAMILIES:
        _, others, latin = _sorted_alternatives(family._source)
        together = [match.span() for match in re.finditer("|".join(others), text)] if others else []
        assert [match.span() for match in _as_one(list(map(Sparse, others)), text, 0, len(text))] == together
        if latin:
            expected = [match.span() for match in re.finditer("|".join(latin), text, re.I)]
            assert [match.span() for match in Sparse("|".join(latin), re.I).finditer(text)] == expected
