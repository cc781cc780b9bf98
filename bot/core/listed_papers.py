"""Lists of papers with a day each, however they are laid out: 花名册 | 村 | 8月5日, ① 花名册，8月5日；, 6日 ● 花名册, 花名册（8月5日）、…

The day of a paper that is asked for is its limit, whether it stands before or behind it, in a cell, a bracket or a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from re import Pattern

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.places import place_after
from bot.core.reasons import (
    ANOTHERS,
    CALLED_OFF,
    EVENT_FIELD,
    EXEMPT_ONES,
    MOVED_FROM,
    OFFICE_ACT,
    PAST,
    READERS_FIELD,
    SUPERSEDED,
)
from bot.core.roles import COARSE, HAND_IN, DateRole, Verdict
from bot.core.sessions import HOUR_OF_ALL, at_hour_of, spent
from bot.core.wording import late

_PAPERS = (
    r"(?:(?<!代)表|册|单|台[账帐]|照片|图片|截图|视频|报告|总结|小结|[方预]案|数据|明细|计划|材料|资料|说明|证明|复印件|原件|档案|记录|稿|回执|汇总|简历|合同|申请|承诺书|责任书|协议书?|票据|发票|底数|读数)"
)
_PAPER = late(rf"[一-鿿A-Za-z\d“”《》\-/]{{0,30}}?{_PAPERS}[”》]?(?:[一二两三四\d]{{1,2}}[份张套页]|电子版|纸质版|初稿|原件)?")
_NOTE = late(r"[（(【][^（()）【】\n]{1,24}[)）】]")
_CELLS = late(r"[|丨\t，,：:；;、（()）【】\s]+|—+|–+|→|…+|(?<=\s)[-·•](?=\s)")
_PARTED = late(r"[|丨\t]| {2}")
_EDGE = late(r"[|丨\t]| {2,}")
_CLAUSES = late(r"[，,；;]")
_NOT_ASKED = late(
    r"[一-鿿]{0,6}(?:不用|无需|不必|不需要?)(?:你们|各[一-鿿]{1,3}|大家)?(?:再|去)?(?:[交报出填管动做]|提供|操心)?|免[交报]|nothing(?: for you)? to do|no action(?: needed| required)?|not required|for information(?: only)?", re.I
)
"""A cell that says that a row asks nothing of the reader."""
_MARKS = late(r"^(?:[^\w一-鿿]|[①-⑳]|[一二三四五六七八九十\d]{1,2}[.、．）)])+")
_ENDS_LEFT = late(
    r"(?:^|[|丨\t，,：:；;、（(【\s—–→…-]|[①-⑳◆●•·▲★○☆■□△])(?:(?:最[迟晚]|截[止至]|限|交|报)[：:]?)?\s*$"
    rf"|{_PAPERS}$"
)
_ENDS_RIGHT = late(r"\s?[（(](?:周|星期|礼拜)[一二三四五六日天][)）]|(?:之?前|止|截止|关门|收口)?(?:交|报)?\s*(?:[|丨\t，,；;。、）)】\s—–→:：●○★☆■□▲△◆]|$)")
_STOPS = "\n；;。！!？?"
_OTHERS = late(
    r"自己|自行|内部(?:的?事|工作|办理|掌握)|[本我](?:办|局|站|所|中心|科|部|方|司|单位|社区|公司)|我们|信息中心|不用|无需|不必|免[交报]|[省市县区镇乡]里|公[布示]|发布|印发|下发|发放|出具|领取|反馈|抽[查检]|复核|审[核计批]|到货|进场|已|上[级报]"
)
"""Members of what others do, or nobody need do."""
_ASKS = late(rf"{HAND_IN}|截|[期时]限|限期|最[迟晚]|什么时候|何时|哪[天日]|几[时号]|要的|别漏|任务|日程|单子|材料|表格|几[样份张件]")
_SENT = late(r"[发交报送寄传][到至送]?\s?[\w.+-]{1,40}@|[^，。；\n]盖章|签[字名]|扫描")
"""What is done with a paper that is handed in, said of a member."""
_GIVES = late(r"公[布示]|发放|发布|领取|印发|寄出|送达|到货|下载|可[查取领]|已(?:经|全部)?[交报收]|我[方们司](?:这边)?(?:的?进度|提供|交付|完成|出)|有效期|发文")
"""Heads of lists of papers that are given out, or were handed in."""
_LEGEND = late(r"(?P<mark>[●○★☆■□▲△◆◇√×※*#])\s?(?:[=＝：:]|—{1,2}|表示|[是为])\s?(?P<what>[^；;，,。）)\n●○★☆■□▲△◆◇√×※]{1,16}(?:[，,][^；;。）)\n●○★☆■□▲△◆◇√×※]{0,14})?)")
_BRACKETED = late(r"(?:括号|括弧)[里内中]?的?[^。；\n]{0,10}?(?:不用|不必|无需|不管|无关|别管)")
_WHO = late(r"[（(](?![^（()）]{0,8}(?:周|星期|礼拜)[一二三四五六日天][)）])")
_WEEKDAY = late(r"(?:周|星期|礼拜)[一二三四五六日天]")
_NAMED = late(r"\d|[一二三四五六七八九十][日号]|(?:周|星期|礼拜)[一二三四五六日天]|[今明后][天日晚]|[A-Za-z]{3}")
_CLOSED = frozenset({PAST, CALLED_OFF, "length", "exempt", "in_force", "consequence", "lies_behind", ANOTHERS, EXEMPT_ONES, OFFICE_ACT, SUPERSEDED, MOVED_FROM})
"""Reasons of days that no list makes a limit."""
_FEWEST, _MOST, _REACH, _LONGEST, _BESIDE = 2, 60, 220, 70, 120


@dataclass(frozen=True, slots=True)
class _Member:
    """A member of a list: the places of its day and, where it has one of its own, its hour, and on which side of the day its paper stands."""

    day: int
    hour: int | None
    before: bool
    start: int
    end: int


class _Sheet:
    """What a text says about the members of its lists: whose a mark is, and that brackets are no business of the reader."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.theirs = frozenset(found["mark"] for found in _LEGEND.finditer(text) if _OTHERS.search(found["what"]))
        self.bracketed = _BRACKETED.search(text) is not None

    def is_theirs(self, m: Mention) -> bool:
        """Whether a date stands on a line whose mark or bracket says that it is no business of the reader."""
        begin, end = m.line
        if _PARTED.search(self.text, begin, end) and any(_NOT_ASKED.fullmatch(part.strip()) for cell in _EDGE.split(self.text[begin:end]) for part in _CLAUSES.split(cell)):
            return True
        opens = not _MARKS.sub("", self.text[begin : m.start]).strip()
        behind = self.text[m.end : end].lstrip(" \t】]：:")
        return opens and (behind[:1] in self.theirs or self.text[begin : m.start].strip() in self.theirs or (self.bracketed and behind[:1] in ("（", "(") and _WHO.match(behind) is not None))

    def spares(self, words: str) -> bool:
        """Whether these words of a member say that it is no business of the reader."""
        return bool(_OTHERS.search(words) or any(mark in words for mark in self.theirs) or (self.bracketed and _WHO.match(words.lstrip())))


def _bounds(m: Mention, earlier: int, later: int) -> tuple[int, int]:
    """The member a day stands in: to the stops of its sentence, its line, the days beside it."""
    low, high = max(0, earlier, m.start - _LONGEST), min(len(m.text), later, m.end + _LONGEST)
    return max(low, *(m.text.rfind(stop, low, m.start) + 1 for stop in _STOPS)), min((at for stop in _STOPS if (at := m.text.find(stop, m.end, high)) >= 0), default=high)


def _names_paper(cells: Sequence[str]) -> bool:
    return any(_PAPER.fullmatch(_MARKS.sub("", cell)) for cell in cells)


def _cells(words: str) -> list[str]:
    return [cell for cell in _CELLS.split(_NOTE.sub("，", words)) if cell]


def _above(text: str, start: int) -> str:
    """The two short lines above a day that has a line of its own: the cells of a row that was cut up."""
    lines = text[max(0, start - _LONGEST) : start].rstrip("\n").split("\n")[-2:]
    return " ".join(lines)


def _member(verdicts: Sequence[Verdict], at: int, earlier: int, later: int, hour: int | None, sheet: _Sheet) -> _Member | None:
    m = verdicts[at].mention
    text = m.text
    start, end = _bounds(m, earlier, later)
    closing = verdicts[hour].mention if hour is not None else m
    before, behind = text[start : m.start], text[m.end : closing.start] + text[closing.end : end] if hour is not None else text[m.end : end]
    if not (_ENDS_LEFT.search(before) and _ENDS_RIGHT.match(text, m.end, end) and _ENDS_RIGHT.match(text, closing.end, end)):
        return None
    if not before.strip() and not behind.strip():
        before = _above(text, start)
    named = before[max(before.rfind("："), before.rfind(":")) + 1 :]
    named = named if _names_paper(_cells(named)) else before
    left, right = _names_paper(_cells(named)), _names_paper(_cells(behind))
    opens = not _MARKS.sub("", before).strip()
    if not left and not (right and (opens or _PARTED.search(before))):
        return None
    aside = behind.split("、")[0] if left else behind
    return None if sheet.spares(named) or sheet.spares(aside) else _Member(at, hour, left, max(start, m.start - len(named)), end)


def _is_day(m: Mention) -> bool:
    """Whether a mention names a day by its number or that of the week, or from today: 年终 does not."""
    return m.has_day and m.time.start is not None and m.time.grain not in COARSE and _NAMED.search(m.time.said) is not None


def _open(v: Verdict) -> bool:
    m = v.mention
    return _is_day(m) and m.time.kind is TimeKind.POINT and v.reason not in _CLOSED and not m.time.said.endswith("内")


def _out_of_order(m: Mention, earlier: Mention | None) -> bool:
    """Whether a day of the week lies before the day that is named before it: it is of another week."""
    first, last = earlier.time.start if earlier else None, m.time.start
    return _WEEKDAY.fullmatch(m.time.said) is not None and first is not None and last is not None and last < first


def _members(verdicts: Sequence[Verdict], sheet: _Sheet) -> list[_Member]:
    days = [at for at, v in enumerate(verdicts) if _is_day(v.mention)]
    found = []
    for place, at in enumerate(days):
        m = verdicts[at].mention
        before = verdicts[days[place - 1]].mention if place else None
        if not _open(verdicts[at]) or _out_of_order(m, before):
            continue
        later = verdicts[days[place + 1]].mention.start if place + 1 < len(days) else len(m.text)
        member = _member(verdicts, at, before.end if before else 0, later, _own_hour(verdicts, at), sheet)
        if member is not None:
            found.append(member)
    return found


def _own_hour(verdicts: Sequence[Verdict], at: int) -> int | None:
    """The hour behind a day in its line that stands apart from it: 14日 花名册，17:00."""
    m = verdicts[at].mention
    if m.has_clock or at + 1 >= len(verdicts):
        return None
    hour = verdicts[at + 1].mention
    between = m.text[m.end : hour.start]
    own = hour.start < m.line[1] and not any(stop in between for stop in _STOPS) and not HOUR_OF_ALL.search(between)
    return at + 1 if own and not hour.has_day and hour.has_clock and hour.time.kind is TimeKind.POINT else None


def _lists(members: Sequence[_Member], fewest: int) -> list[list[_Member]]:
    """Runs of members with their papers on the same side, near one another; `fewest` of them make a list."""
    found: list[list[_Member]] = []
    for member in members[: _MOST * _MOST]:
        last = found[-1] if found else None
        if last and last[-1].before == member.before and member.start - last[-1].end <= _REACH:
            last.append(member)
        else:
            found.append([member])
    return [each for each in found if len(each) >= fewest]


def _said(pattern: Pattern[str], text: str, members: Sequence[_Member], behind: bool = True) -> bool:
    first, last = members[0].start, members[-1].end
    return bool(pattern.search(text, max(0, first - _BESIDE), first) or (behind and pattern.search(text, last, last + _BESIDE)))


def with_limits_of_papers(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the days of listed papers as limits, where the list says that they are asked for."""
    found = list(verdicts)
    if len(found) < _FEWEST:
        return found
    sheet = _Sheet(found[0].mention.text)
    for at, v in enumerate(found):
        if sheet.is_theirs(v.mention):
            found[at] = Verdict(v.mention, DateRole.NEITHER, ANOTHERS)
    for members in _lists(_members(found, sheet), 1 if sheet.theirs else _FEWEST):
        asked = _said(_ASKS, sheet.text, members) or _SENT.search(sheet.text, members[0].start, members[-1].end)
        if not asked or _said(_GIVES, sheet.text, members, behind=False):
            continue
        for member in members:
            m = found[member.day].mention
            if member.hour is not None:
                time = at_hour_of(m.time, found[member.hour].mention.time)
                found[member.day], found[member.hour] = Verdict(replace(m, time=time), DateRole.DEADLINE, READERS_FIELD), spent(found[member.hour])
            else:
                found[member.day] = Verdict(m, DateRole.DEADLINE, READERS_FIELD)
        _with_meetings(found, members)
    return found


def _with_meetings(found: list[Verdict], members: Sequence[_Member]) -> None:
    """18日 业务课，14:30，二楼会议室: what takes place somewhere, in a list of papers whose days come first."""
    if members[0].before:
        return
    low, high = max(0, members[0].day - _MOST), min(len(found), members[-1].day + _MOST)
    for at in range(low, high):
        v = found[at]
        hour = _own_hour(found, at) if v.reason != READERS_FIELD and _open(v) else None
        if hour is None or _MARKS.sub("", v.mention.text[v.mention.line[0] : v.mention.start]):
            continue
        m = found[hour].mention
        if place_after(m.text[m.end : m.line[1]]):
            found[hour] = Verdict(replace(m, time=at_hour_of(v.mention.time, m.time)), DateRole.EVENT, EVENT_FIELD)
            found[at] = Verdict(v.mention, DateRole.NEITHER, "day_of_hour")
