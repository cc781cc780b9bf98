"""The parts of a formal document as GB/T 9704 sets them: red head, number, title, addressees, body, annexes, signature."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.core.dated import day_of_line
from bot.core.models import Letterhead, Span
from bot.core.names import is_office
from bot.core.wording import late

_SORT = r"(?:通知书?|函|公告|通告|通报|公示|决定|意见|请示|批复|报告|纪要|提示|方案|安排|办法)"
_TITLE = late(
    rf"(?:[^。，：:；]{{0,44}}?关于.{{2,120}}?|[^。，：:；？?]{{2,50}}?)的?(?:紧急|补充|预备|预|会议|工作)?{_SORT}(?:[（(][^（）()]{{1,14}}[）)])?"
)
_NAMED = late(rf"(?m){_SORT}(?:[（(][^（）()\n]{{1,14}}[)）])?\s*$")
_ABOUT = late(r"关于|转发|印发|召开|举办|开展|做好")
_NUMBER = late(r"(?P<number>[㐀-鿿]{1,12}[〔\[【（(﹝［]20\d\d[〕\]】）)﹞］]第?\d{1,4}号)")
_HEAD = late(r"(?P<office>.{2,40}?)(?:文件|便函|函件|通知|明电|\(通知\)|（通知）)?")
_ADDRESSEES = late(r"(?P<to>(?!附件|附|注|联系|时间|地点|一、|根据|为|按照)[^。：:；]{2,120})[：:]")
_TO_WHOM = late(r"各|局|办|站|所|部|院|委|村|社区|单位|中心|公司|学校|政府|处|队|同志|企业|居")
_ANNEX = late(r"附件?\s{0,2}[:：]\s{0,4}(?P<name>.*)")
_ENTRY = late(r"(?:附件\s?)?\d{1,2}\s?[.．、:：]\s{0,4}(?P<name>.{2,60})")
_ENTRIES = late(r"\d{1,2}\s?[.．、]\s{0,3}(?P<name>[^\d.．、；;。][^；;。]{1,58}?)(?=[；;。，\s]|\d{1,2}\s?[.．、]|$)")
_NO_TITLE = late(r"[。：:；？?]")
_SEAL = late(r"[（(](?:代章|盖章|公章|章|印章?|此页无正文)[）)]|[（(][^（）()]{1,10}[）)]$")
_BLANK_INSIDE = late(r"[ \t\u3000]+(?![A-Za-z])|(?<![A-Za-z])[ \t\u3000]+")
_LONGEST_TITLE = 4
"""Lines a title may be broken over."""
_HEAD_ZONE = 30
"""Lines in which head, number and title stand."""
_LEAST_PARTS = 2
"""Parts beside the title that make a text a formal document."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with words: its span in the text, and its words without blanks between Chinese characters."""

    start: int
    end: int
    words: str


def read_letterhead(text: str) -> Letterhead | None:
    """The parts of the document that a text is; None where it is none."""
    if not _NAMED.search(text, 0, 3000):
        return None
    lines = _lines(text)
    titled = _title(lines)
    if titled is None:
        return None
    first, last = titled
    spans: dict[str, Span] = {"title": (lines[first].start, lines[last].end)}
    title = "".join(line.words for line in lines[first : last + 1])
    number = _number(lines[: last + 3], spans)
    issuer = _head(lines[:first], spans)
    addressees, begins = _addressees(lines, last + 1, spans)
    annexes, annexed = _annexes(lines, begins, spans)
    signed_by, signed_on, ends = _signature(lines, begins, spans)
    if _same_but_for_a_letter(issuer, signed_by):
        signed_by = issuer  # a seal lies over the signature, not over the head
    parts = (number, issuer, addressees, signed_by, signed_on, annexes)
    if sum(map(bool, parts)) < _LEAST_PARTS:
        return None
    stop = min(place for place in (annexed, ends, len(lines)) if place is not None)
    body = (lines[begins].start, lines[stop - 1].end) if begins < stop else (0, 0)
    return Letterhead(issuer, number, title, addressees, body, annexes, signed_by, signed_on, spans)


def _same_but_for_a_letter(one: str, other: str) -> bool:
    return len(one) == len(other) > 3 and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    for match in re.finditer(r"[^\n]+", text):
        words = match[0].strip()
        if words and len(found) < 400:
            start = match.start() + match[0].index(words[0])
            found.append(_Line(start, start + len(words), _BLANK_INSIDE.sub("", words) if " " in words or "\t" in words or "\u3000" in words else words))
    return found


def _title(lines: list[_Line]) -> tuple[int, int] | None:
    """The first and the last line of the title: the first lines that together name a sort of document."""
    for last in range(min(len(lines) - 1, _HEAD_ZONE)):
        words, standing = "", None
        for first in range(last, max(last - _LONGEST_TITLE, -1), -1):
            words = lines[first].words + words
            if len(words) > 140 or _NO_TITLE.search(lines[first].words) or _NUMBER.search(lines[first].words):
                break
            if _TITLE.fullmatch(words):
                if _ABOUT.search(words):
                    return first, last
                standing = standing or (_stands_as_title(lines, first, last) and (first, last)) or None
        if standing:
            return standing
    return None


def _stands_as_title(lines: list[_Line], first: int, last: int) -> bool:
    """Whether a title without 关于 (会议通知) stands where a title stands: below a number or above the addressees."""
    above = first > 0 and _NUMBER.search(lines[first - 1].words)
    return bool(above) or _is_addressed(lines[last + 1].words)


def _is_addressed(words: str) -> bool:
    found = _ADDRESSEES.match(words)
    return bool(found and _TO_WHOM.search(found["to"]))


def _number(lines: list[_Line], spans: dict[str, Span]) -> str:
    for line in lines:
        found = _NUMBER.search(line.words)
        if found and len(line.words) < 60:
            spans["number"] = (line.start, line.end)
            return re.sub(r"[\[【（(﹝［](20\d\d)[\]】）)﹞］]", r"〔\1〕", found["number"])
    return ""


def _head(lines: list[_Line], spans: dict[str, Span]) -> str:
    """The office in the red head; of a joint document the first."""
    for line in lines:
        found = _HEAD.fullmatch(line.words)
        if found and is_office(found["office"]) and not re.match(r"各|全", found["office"]):
            spans["issuer"] = (line.start, line.end)
            return found["office"]
    return ""


def _addressees(lines: list[_Line], first: int, spans: dict[str, Span]) -> tuple[str, int]:
    """Whom it is sent to, and the line the body begins on."""
    words = ""
    for place in range(first, min(first + 3, len(lines))):
        words += lines[place].words
        found = _ADDRESSEES.match(words)
        if found and _TO_WHOM.search(found["to"]):
            spans["addressees"] = (lines[first].start, lines[place].end if words == found[0] else lines[place].start)
            return found["to"], place + 1 if words == found[0] else place
        if re.search(r"[。；]", words):
            break
    return "", first


def _annexes(lines: list[_Line], first: int, spans: dict[str, Span]) -> tuple[tuple[str, ...], int | None]:
    """The names after 附件：, and the line they begin on."""
    for place in range(first, len(lines)):
        found = _ANNEX.match(lines[place].words)
        if not found:
            continue
        names = [each["name"] for each in _ENTRIES.finditer(found["name"])] or [found["name"]]
        end = place
        for end in range(place + 1, min(place + 20, len(lines))):
            entry = _ENTRY.fullmatch(lines[end].words)
            if entry is None:
                end -= 1
                break
            names.append(entry["name"])
        kept = tuple(name.strip(" ；;。.、《》") for name in names if name.strip(" ；;。.、《》"))
        if kept and all(len(name) <= 60 for name in kept):
            spans["annexes"] = (lines[place].start, lines[max(place, end)].end)
            return kept, place
    return (), None


def _signature(lines: list[_Line], first: int, spans: dict[str, Span]) -> tuple[str, date | None, int | None]:
    """Who signed (of several the first), on which day, and the line that begins with."""
    dated = [(place, *day_of_line(line.words)) for place, line in enumerate(lines) if place >= first]
    dated = [each for each in dated if each[2] is not None and not lines[each[0]].words.endswith("印发")]
    for place, office, day in dated:
        if is_office(_SEAL.sub("", office)):
            spans["signed_by"] = spans["signed_on"] = (lines[place].start, lines[place].end)
            return _SEAL.sub("", office), day, place
        above = place
        while above > max(first, place - 4) and is_office(_SEAL.sub("", lines[above - 1].words)):
            above -= 1
        if above < place and not office:
            spans["signed_by"] = (lines[above].start, lines[place - 1].end)
            spans["signed_on"] = (lines[place].start, lines[place].end)
            return _SEAL.sub("", lines[above].words), day, above
    for place, office, day in dated[-1:]:
        if not office:
            spans["signed_on"] = (lines[place].start, lines[place].end)
            return "", day, place
    return "", None, None
