"""Which characters a text must hold for a pattern to match anywhere in it.

Asking that first is far cheaper than running the pattern, and most patterns speak of things a text never mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Needs = tuple[frozenset[str], ...]
"""One character of each set stands in every text that matches; nothing is known where there are none."""

_WIDEST = 64
"""A range of more characters is no test worth its time."""
_ALSO = {"s": "\u017f", "k": "\u212a", "i": "\u0130\u0131"}
"""What else counts as these letters where case does not matter."""


@lru_cache(maxsize=8)
def characters(text: str) -> frozenset[str]:
    """Every character of a text once."""
    return frozenset(text)


def needs_of(source: str, flags: int = 0) -> Needs:
    """What a text must hold for the pattern to match, rarest tests first."""
    parsed = parser.parse(source, flags)
    return tuple(sorted(set(_of_sequence(parsed, bool(parsed.state.flags & re.IGNORECASE))), key=lambda need: (len(need), sorted(need))))


def may_match(needs: Needs, text: str) -> bool:
    """Whether the text holds what the pattern needs."""
    held = characters(text)
    return not any(map(held.isdisjoint, needs))


def _of_sequence(parsed: Iterable[tuple[Any, Any]], folded: bool) -> Iterator[frozenset[str]]:
    for code, content in parsed:
        if code is codes.LITERAL:
            yield from _of_characters([chr(content)], folded)
        elif code is codes.IN:
            yield from _of_class(content, folded)
        elif code is codes.BRANCH:
            yield from _of_branches([list(_of_sequence(branch, folded)) for branch in content[1]])
        elif code is codes.SUBPATTERN and not (content[1] or content[2]):
            yield from _of_sequence(content[3], folded)
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT) and content[0]:
            yield from _of_sequence(content[2], folded)
        elif code is codes.ASSERT:
            yield from _of_sequence(content[1], folded)


def _of_characters(members: Sequence[str], folded: bool) -> Iterator[frozenset[str]]:
    if not folded:
        yield frozenset(members)
    elif all(char.isascii() or char.lower() == char.upper() for char in members):
        yield frozenset(form for char in members for form in (char.lower(), char.upper(), *_ALSO.get(char.lower(), "")))


def _of_class(content: Sequence[tuple[Any, Any]], folded: bool) -> Iterator[frozenset[str]]:
    members: list[str] = []
    for code, value in content:
        if code is codes.LITERAL:
            members.append(chr(value))
        elif code is codes.RANGE and value[1] - value[0] < _WIDEST:
            members += map(chr, range(value[0], value[1] + 1))
        else:
            return
    yield from _of_characters(members, folded)


def _of_branches(branches: Sequence[Sequence[frozenset[str]]]) -> Iterator[frozenset[str]]:
    """One need of each branch: whichever branch it is, one of their characters stands there."""
    if all(branches):
        yield frozenset().union(*(min(needs, key=len) for needs in branches))
