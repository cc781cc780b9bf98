"""A time expression together with the words around it: what the rules for the roles of dates look at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.core.models import Grain, TimeExpression, TimeKind
from bot.core.wording import late

_SENTENCE_END = late(
    r"[。！？!?；;\n…‼❗]+|\.(?<=[A-Za-z0-9)\]一-鿿]\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bNo\.)(?<!\bno\.)\s+(?=[A-Z\[(“])"
)
_CLAUSE_START = late(r"[，,：:（(|｜]|(?<=[一-鿿]) +(?=[一-鿿])")
_CLAUSE_END = late(r"[，,）)|｜]|[：:](?!\d)|(?<=[一-鿿]) +(?=[一-鿿])")
_ITEM = late(
    r"(?:^|(?<=[。；;：:\n）\s，,]))\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十]步)",
    re.M,
)
_HEADING = late(r"^[\s\d一二三四五六七八九十①-⑳（）()、.．—\-—*·【\[]*([^\s。，,；;：:]{1,14}?)[】\]]?\s*(?:[。：:—]|$)")
_TIME_WORD = late(r"时间|日期|期限|时限|截止|时候|when|date|deadline", re.I)
_REACH = 160  # characters a context may reach; keeps the cost linear on texts without punctuation


@dataclass(frozen=True)
class Mention:
    """One time expression of a normalised text with its surroundings (all spans in the normalised text)."""

    time: TimeExpression
    text: str
    sentence: tuple[int, int]
    item: tuple[int, int]
    """The numbered item or line it stands in."""
    before: int
    """Where the previous expression of the same sentence ends, or the sentence begins."""
    after: int
    """Where the next expression of the same sentence begins, or the sentence ends."""

    @cached_property
    def start(self) -> int:
        return self.time.span[0]

    @cached_property
    def end(self) -> int:
        return self.time.span[1]

    @cached_property
    def left(self) -> str:
        """From the previous expression or the sentence's beginning to this one."""
        return self.text[max(self.before, self.start - _REACH) : self.start]

    @cached_property
    def right(self) -> str:
        """From here to the next expression or the sentence's end."""
        return self.text[self.end : min(self.after, self.end + _REACH)]

    @cached_property
    def clause_left(self) -> str:
        """The part of `left` after its last comma."""
        return _CLAUSE_START.split(self.left)[-1]

    @cached_property
    def clause_right(self) -> str:
        """The part of `right` before its first comma, without a bracket that only explains the date."""
        right = re.sub(r"^[（(][^）)]{0,12}[）)]", "", self.right)
        return _CLAUSE_END.split(right.lstrip("，,）) "), maxsplit=1)[0]

    @cached_property
    def whole(self) -> str:
        """The whole sentence, as far as a context may reach."""
        return self.text[max(self.sentence[0], self.start - _REACH) : min(self.sentence[1], self.end + _REACH)]

    @cached_property
    def sentence_left(self) -> str:
        """The sentence up to this expression, other expressions included."""
        return self.text[max(self.sentence[0], self.start - _REACH) : self.start]

    @cached_property
    def sentence_right(self) -> str:
        """The sentence after this expression, other expressions included."""
        return self.text[self.end : min(self.sentence[1], self.end + _REACH)]

    @cached_property
    def line(self) -> tuple[int, int]:
        """The line this expression stands in, as far as a context may reach."""
        low, high = max(0, self.start - 2 * _REACH), min(len(self.text), self.end + 2 * _REACH)
        end = self.text.find("\n", self.end, high)
        begin = self.text.rfind("\n", low, self.start)
        return low if begin < 0 else begin + 1, high if end < 0 else end

    @cached_property
    def is_last(self) -> bool:
        """Whether nothing but blanks follows the line this expression stands in."""
        return not self.text[self.line[1] : self.line[1] + _REACH].strip()

    @cached_property
    def heading(self) -> str:
        """The short heading or label this expression stands under (`时间`, `报送时限`), or ""."""
        begin, end = self.item[0], self.start
        found = _HEADING.match(self.text[begin : min(end, begin + 30)])
        if found and found.end() < end - begin + 1 and found.group(1):
            return found.group(1)
        if end - begin < 40 and begin > 1 and not self.text[begin:end].strip(" \t一二三四五六七八九十（）()、.0123456789"):
            above = self.text[max(0, begin - 60) : begin].rstrip().rsplit("\n", 1)[-1]
            found = _HEADING.match(above)
            if found and found.end() == len(above) and _TIME_WORD.search(found.group(1)):
                return found.group(1)
        return ""

    @cached_property
    def has_day(self) -> bool:
        """Whether a day was said (a bare clock time or part of a day has none)."""
        return "day" not in self.time.implied

    @cached_property
    def has_clock(self) -> bool:
        """Whether a clock time or a part of the day was said."""
        return self.time.clock is not None or self.time.part is not None

    @cached_property
    def is_range(self) -> bool:
        """Whether it spans several days."""
        time = self.time
        if time.kind is not TimeKind.RANGE or time.start is None or time.end is None:
            return False
        return (time.end - time.start).total_seconds() >= 86400 or time.end.date() != time.start.date()


def _bounds(pattern: re.Pattern[str], text: str, times: Sequence[TimeExpression]) -> tuple[list[int], list[int]]:
    """Where the units split by `pattern` begin and end; a split inside a time expression does not count."""
    begins, ends = [0], []
    inside = [t.span for t in times]
    starts = [s[0] for s in inside]
    for match in pattern.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and inside[at][0] <= match.start() < inside[at][1]:
            continue
        ends.append(match.start())
        begins.append(match.end())
    ends.append(len(text))
    return begins, ends


def _items(text: str, times: Sequence[TimeExpression]) -> list[int]:
    """Where numbered items and lines begin."""
    inside = [t.span for t in times]
    starts = [s[0] for s in inside]
    begins = {0}
    for match in re.finditer(r"\n", text):
        begins.add(match.end())
    for match in _ITEM.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if not (at >= 0 and inside[at][0] <= match.start() < inside[at][1]) and match.end() - 1 not in starts:
            begins.add(match.start())
    return sorted(begins)


def _divides(time: TimeExpression) -> bool:
    """Whether an expression ends the reach of its neighbours: a period or length in passing (二季度, 两天) does not."""
    if time.kind is TimeKind.DURATION or time.unsure == "vague":
        return False
    passing = time.kind is TimeKind.RANGE and time.grain in (Grain.MONTH, Grain.QUARTER, Grain.YEAR)
    return time.before or not passing


def _neighbours(text: str, ordered: Sequence[TimeExpression]) -> tuple[list[int], list[int]]:
    """For each expression where the nearest dividing one before it ends and the nearest one after it begins."""
    before, after = [0] * len(ordered), [len(text)] * len(ordered)
    for index in range(1, len(ordered)):
        one = ordered[index - 1]
        before[index] = one.span[1] if _divides(one) else before[index - 1]
    for index in range(len(ordered) - 2, -1, -1):
        one = ordered[index + 1]
        after[index] = one.span[0] if _divides(one) else after[index + 1]
    return before, after


def find_mentions(text: str, times: Sequence[TimeExpression]) -> list[Mention]:
    """Put every time expression of a normalised text into its surroundings, in order."""
    if not times:
        return []
    ordered = sorted(times, key=lambda t: t.span)
    begins, ends = _bounds(_SENTENCE_END, text, ordered)
    items = _items(text, ordered)
    ends_before, begins_after = _neighbours(text, ordered)
    found: list[Mention] = []
    for index, time in enumerate(ordered):
        start, end = time.span
        at = bisect_right(begins, start) - 1
        sentence = begins[at], max(ends[bisect_left(ends, start)], end)
        row = bisect_right(items, start) - 1
        item = items[row], items[row + 1] if row + 1 < len(items) else len(text)
        earlier = ends_before[index]
        later = begins_after[index]
        found.append(
            Mention(time, text, sentence, item, max(sentence[0], earlier), max(end, min(sentence[1], later)))
        )
    return found
