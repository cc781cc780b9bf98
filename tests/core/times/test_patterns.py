"""Each first character is tried with all families that may begin with it."""

import re

from bot.core.normalise import normalise
from bot.core.times.patterns import _families, _kinds, family_at
from tests.scoring import rows_of

TEXTS = [row["message"]["text"] for name in ("own-notices.jsonl", "own-streams.jsonl") for row in rows_of(name) if "message" in row]


def test_no_family_is_left_out_where_a_text_has_it() -> None:
    every = re.compile("|".join(_families().values()), re.X)
    missed = []
    for text in (normalise(each).text for each in TEXTS):
        for at, char in enumerate(text):
            if char in _kinds():
                one, any_of = family_at(text, at), every.match(text, at)
                missed += [(text[at : at + 12], any_of and any_of.lastgroup)] if (one and one.span()) != (any_of and any_of.span()) else []
    assert not missed
