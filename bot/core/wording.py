"""Word patterns that are compiled when first used and run fast: a start must not pay for words nobody has said.

Python's regular expressions skip ahead quickly only when every alternative opens with a plain character; `words`
rewrites a long alternation that way (`[甲乙]丙` → `甲丙|乙丙`, `(?<!甲)乙丙` → `乙(?<!甲乙)丙`) and runs what cannot be
rewritten, and the Latin alternatives, only on texts with the characters they need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from bot.core.necessary import Needs, characters, needs_of

_MOST_EXPANSIONS = 70
_SPECIAL = frozenset(r"\.[]()*+?{}|^$")
_FAR = 1 << 60


class _Late:
    """Stands for a compiled pattern and becomes one at its first use."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that is compiled at its first use."""
    return cast("re.Pattern[str]", _Late(source, flags))


class Sparse:
    """Alternatives that few texts have: run only where the characters of one of them stand. Offers `search` and `finditer`."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._pattern = late(source, flags)
        self._source, self._flags = source, flags
        self._needs: tuple[Needs, ...] | None = None

    def may_match(self, text: str) -> bool:
        """Whether any alternative could match."""
        if self._needs is None:
            self._needs = tuple(needs_of(each, self._flags) for each in _alternatives(self._source))
        held = characters(text)
        return any(not any(map(held.isdisjoint, needs)) for needs in self._needs)

    def search(self, text: str, start: int = 0, end: int = _FAR) -> re.Match[str] | None:
        """The first match in [start, end)."""
        return self._pattern.search(text, start, end) if self.may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = _FAR) -> Iterator[re.Match[str]]:
        """All matches."""
        return self._pattern.finditer(text, start, end) if self.may_match(text) else iter(())


class Words:
    """A long alternation of words; Latin ones ignore case. Offers `search` and `finditer` (in no fixed order)."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._plain: re.Pattern[str] | None = None
        self._others: tuple[Sparse, ...] = ()
        self._latin: Sparse | None = None

    def _ready(self) -> re.Pattern[str]:
        if self._plain is None:
            plain, others, latin = _sorted_alternatives(self._source)
            self._others = tuple(map(Sparse, others))
            self._latin = Sparse("|".join(latin), re.IGNORECASE) if latin else None
            self._plain = re.compile("|".join(plain) or "(?!)")
        return self._plain

    def search(self, text: str, start: int = 0, end: int = _FAR) -> re.Match[str] | None:
        """Any match in [start, end), not always the leftmost one."""
        return next(self.finditer(text, start, end), None)

    def finditer(self, text: str, start: int = 0, end: int = _FAR) -> Iterator[re.Match[str]]:
        """All matches of all parts."""
        yield from (self._plain or self._ready()).finditer(text, start, end)
        others = [each for each in self._others if each.may_match(text)]
        if others:
            yield from _as_one(others, text, start, end)
        if self._latin:
            yield from self._latin.finditer(text, start, end)


def _as_one(patterns: list[Sparse], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of an alternation of these patterns: what begins first, of those the earliest alternative."""
    ahead = [each.search(text, start, end) for each in patterns]
    while found := min(filter(None, ahead), key=lambda match: match.start(), default=None):
        yield found
        ahead = [match and (match if match.start() >= found.end() else each.search(text, found.end(), end)) for each, match in zip(patterns, ahead, strict=True)]


def _sorted_alternatives(source: str) -> tuple[list[str], list[str], list[str]]:
    """The alternatives that open with a plain character, those that do not, and the Latin ones."""
    plain: list[str] = []
    other: list[str] = []
    latin: list[str] = []
    for alternative in _alternatives(source):
        if re.match(r"\\b|[A-Za-z]|\(\?:[A-Za-z]", alternative):
            latin.append(alternative)
            continue
        for piece in _opened(alternative):
            (plain if piece[:1] and piece[0] not in _SPECIAL and piece[1:2] not in ("?", "*", "{") else other).append(piece)
    return plain, other, latin


def _alternatives(source: str) -> list[str]:
    """Split at the bars that stand outside brackets."""
    found: list[str] = []
    depth, start, i = 0, 0, 0
    while i < len(source):
        char = source[i]
        if char == "\\":
            i += 1
        elif char == "[":
            i = _class_end(source, i)
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif char == "|" and depth == 0:
            found.append(source[start:i])
            start = i + 1
        i += 1
    return [*found, source[start:]]


def _class_end(source: str, at: int) -> int:
    i = at + 2 if source[at + 1] in "^]" else at + 1
    while source[i] != "]":
        i += 2 if source[i] == "\\" else 1
    return i


def _group_end(source: str, at: int) -> int:
    depth, i = 0, at
    while True:
        if source[i] == "\\":
            i += 1
        elif source[i] == "[":
            i = _class_end(source, i)
        elif source[i] == "(":
            depth += 1
        elif source[i] == ")":
            depth -= 1
            if depth == 0:
                return i
        i += 1


def _opened(alternative: str) -> list[str]:
    """The same alternative as pieces that open with a plain character, as far as that is possible."""
    if alternative.startswith("["):
        end = _class_end(alternative, 0)
        inner, rest = alternative[1:end], alternative[end + 1 :]
        if inner[0] != "^" and "\\" not in inner and "-" not in inner and len(inner) <= _MOST_EXPANSIONS and rest[:1] not in tuple("?*+{"):
            return [(char if char not in _SPECIAL else re.escape(char)) + rest for char in inner]
    elif alternative.startswith("(?:"):
        end = _group_end(alternative, 0)
        rest = alternative[end + 1 :]
        inner_ones = _alternatives(alternative[3:end])
        if rest[:1] not in tuple("?*+{") and len(inner_ones) <= _MOST_EXPANSIONS:
            return [piece for inner in inner_ones for piece in _opened(inner + rest)]
    elif alternative.startswith("(?<!"):
        end = _group_end(alternative, 0)
        behind, rest = alternative[:end], alternative[end + 1 :]
        pieces = _opened(rest) if rest[:1] in "[(" else [rest]
        if len(_alternatives(behind[4:])) == 1 and all(piece[:1] and piece[0] not in _SPECIAL for piece in pieces):
            return [f"{piece[0]}{behind}{piece[0]}){piece[1:]}" for piece in pieces]
    return [alternative]
