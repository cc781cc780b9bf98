"""Which part of what is shown to all is the reader's, where a text says so: 你们只看第3条, 只执行B档, 只对“基层社”那一行负责."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.mentions import Mention
from bot.core.wording import late

_CHOSEN = late(r"(?:只|仅)(?:需要?|用|要|消|须)?(?:看|管|执行|对|认|负责|涉及|关注)(?P<what>[^。；;\n]{1,24})")
_NUMBERS = late(r"第(?P<numbers>[\d一二三四五六七八九十、和及]{1,9})[条项款点]")
_CLASS = late(r"(?P<letter>[A-Z甲乙丙丁一二三四])[档类组]")
_QUOTED = late(r"[“\"](?P<name>[^”\"\n]{1,12})[”\"]")
_NUMBERED = late(r"\s*(?:第?(?P<number>\d{1,2}|[一二三四五六七八九十])(?:[.．、)）]|条))")
_CLASSED = late(r"[\s“(（\d.、]{0,6}(?P<letter>[A-Z甲乙丙丁一二三四])[档类组]")
_LABELLED = late(r"[\s“\"●•◆▪*\d.、—–-]{0,6}(?P<name>[^：:，,。|“”\"\n]{1,12})[”\"]?\s?[：:]")
_DIGITS = {each: str(at) for at, each in enumerate("一二三四五六七八九十", 1)}
_FEWEST = 3
"""Cells of a row of a table."""


def _parts(line: str) -> frozenset[str]:
    """What a line may be called by: its number, its class, its label or its cells; nothing where it is no item."""
    cells = [cell.strip() for cell in re.split(r"[|\t]", line)]
    if len(cells) >= _FEWEST:
        return frozenset(cells)
    numbered, classed, labelled = _NUMBERED.match(line), _CLASSED.match(line), _LABELLED.match(line)
    found = {f"#{_DIGITS.get(numbered['number'], numbered['number'])}"} if numbered else set()
    return frozenset(found | ({f"@{classed['letter']}"} if classed else set()) | ({labelled["name"].strip()} if labelled else set()))


@lru_cache(maxsize=16)
def _chosen(text: str) -> frozenset[str]:
    """What the readers' part is called, where there is such a part."""
    found = _CHOSEN.search(text)
    if found is None:
        return frozenset()
    numbers, classed = _NUMBERS.search(found["what"]), _CLASS.search(found["what"])
    names = {f"#{_DIGITS.get(each, each)}" for each in re.split("[、和及]", numbers["numbers"])} if numbers else set()
    names |= {f"@{classed['letter']}"} if classed else set()
    names |= {each["name"] for each in _QUOTED.finditer(found["what"])}
    lines = [_parts(line) for line in text.split("\n")]
    return frozenset(names) if any(names & line for line in lines) else frozenset()


def is_passed_over(m: Mention) -> bool:
    """Whether a date stands in an item that the readers are told is none of theirs."""
    chosen = _chosen(m.text)
    if not chosen:
        return False
    parts = _parts(m.text[m.line[0] : m.line[1]])
    alike = {each[0] for each in chosen if each[0] in "#@"}
    if alike:
        parts = frozenset(each for each in parts if each[0] in alike)
    return bool(parts) and not parts & chosen
