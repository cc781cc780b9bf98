"""What a message bears on, as its words alone tell: whether it opens a duty, repeats, presses, changes or withdraws one."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

BEARINGS = ("new", "duplicate", "reminder", "update", "cancel", "none")
_HEAD, _TAIL = 280, 120
"""Characters of a long text's beginning and end that are weighed."""
_ENDS, _WHO = 0.5, 0.5
"""How loud the first and last characters, and the sender's and group's names, speak beside the text's own strings."""
_LENGTH = 0.3


_DIGIT = re.compile(r"\d")
_BLANKS = re.compile(r"\s+")


def _shape(text: str) -> str:
    """The text with every digit as 0, blanks as one and in lower case: which number it is says nothing."""
    return _BLANKS.sub(" ", _DIGIT.sub("0", text).lower())


def _pieces(text: str, tag: str = "") -> Iterator[str]:
    """All strings of one and two characters, with a tag in front."""
    yield from (tag + c for c in text)
    yield from (tag + text[i : i + 2] for i in range(len(text) - 1))


def _even(names: Iterable[str], loudness: float = 1.0) -> dict[str, float]:
    distinct = set(names)
    each = loudness * len(distinct) ** -0.5 if distinct else 0.0
    return dict.fromkeys(distinct, each)


def bearing_features(text: str, group: str, sender: str) -> dict[str, float]:
    """Short strings of a text, of its ends, and of the names of who posted it where; names may be ""."""
    flat = _shape(text)
    weighed = flat if len(flat) <= _HEAD + _TAIL else flat[:_HEAD] + "…" + flat[-_TAIL:]
    found = _even(_pieces(weighed))
    ends = (1, 2, 3, 4)
    found.update(_even([*(f"^{weighed[:n]}" for n in ends), *(f"{weighed[-n:]}$" for n in ends)], _ENDS))
    if sender:
        found.update(_even([*_pieces(sender, "s"), f"s${sender[-2:]}", f"s^{sender[:1]}"], _WHO))
    if group:
        found.update(_even(_pieces(group, "g"), _WHO))
    found[f"length {min(10, int(2 * math.log2(len(weighed) + 1)))}"] = _LENGTH
    return found


def log_odds(chance: float) -> float:
    """A probability on the scale on which evidence adds up; finite also for 0 and 1."""
    return math.log((chance + 1e-3) / (1 - chance + 1e-3))
