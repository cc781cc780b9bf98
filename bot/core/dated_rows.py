"""Lines that are alike and have a day each: what the line above or below says these days are for, and what they share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.reasons import ANOTHERS, CALLED_OFF, MOVED_FROM, PAST, READERS_FIELD, SUPERSEDED, WEIGHED_OUT
from bot.core.roles import COARSE, FINISH, HAND_IN, DateRole, Verdict
from bot.core.spanning import Placed
from bot.core.wording import late

_NOUN = r"(?:截[止至](?:时间|日期?|时点)?|时限|限期|(?<![效质用务租任示同职借保])期限|(?:完成|办结|限办|办理|最[晚迟后终](?:完成|上[报交]|提交|[报交])?|报送|上[报交]|提交|交[付货稿件]|缴[费纳款]|整改)(?:时间|日期?|时点|节点)|deadline|due(?: date)?)"
_TITLE = late(rf"(?:{_NOUN}(?:分别)?(?:如下|安排|表)?|(?:按|于|在)(?:以下|下列|下面|如下)的?(?:时间|日期|时限|节点)(?:之?前|内)?(?:{HAND_IN}|{FINISH}))[\s:：|｜】]*$", re.I)
"""The line above: 交水费截止时间, 单位 截止日, 请按以下时间上交：."""
_ASKED_ABOVE = late(r"(?:请|务必|抓紧|尽快|须|需|要)[^。！？]{0,30}(?:抓紧|[办做交报完]|落实|整改|完成|报送|提交)[^。！？]{0,14}[:：]$")
_CALLED_ABOVE = late(r"参加|出席|到[场会]|参会|观[看摩]|欢迎|活动|会议|放假|公[布示]|查[收看]|知悉")
_MEETS = late(r"[会课]$|培训|演练|讲座|比赛|考试|[笔面]试|活动|验收|检查|放映|彩排")
_WHOSE = late(r"责任(?!人)|牵头|[承主]办|配合")
"""A table of what several offices do says row by row whose the limit is."""
_PROSE = late(r"[。！？；]")
_PLAN = late(r"^(?!.{0,30}(?:活动|日程|课程|会议|值班|值周|放假))[^，。！？；\n]{0,16}(?:月份?|周|季度?|学期|年度?|近期|阶段|重点|主要)[^，。！？；\n]{0,8}(?:工作|任务|事项|要点)(?:任务|事项)?(?:安排|清单|一览|要点|计划|分解|推进)?表?[\s:：|｜】]*$")
"""The line above: 12月份重点工作安排: what each office is to have done by the day of its row."""
_WHO = late(r"(?:之?前|以前|止)?[\s，,|｜]*[一-鿿]{2,8}(?:[、和][一-鿿]{2,8}){0,2}[\s。；;）)|｜]*")
"""The office behind the day of a row: 12月5日前  教务处."""
_HELD_THEN = late(r"(?:(?<![工协商学委员])会|课|培训|演练|讲座|比赛|考试|[笔面]试|活动|验收|检查|放映|彩排)(?=[\s，,|｜（(]|$)")
_NAMES_WORK = late(r"[一-鿿]{2}")
_NOT_PLANNED = late(r"[市县省](?:[里级]|[一-鿿]{0,4}[局委办])|公[示布]|通报|已|启动|[开闭]幕")
_OF_ALL = late(
    r"(?:(?:以上|上[述列面]|后面|括号[内里中]?|所[列标注]|前面|右[边侧]|行末|末尾|各[行项])的?[^，。；\n\d]{0,4}?|^[（(*\s]{0,3}|[，。；])(?:日期|日子|时间|几号)[^，。；\n\d]{0,3}?(?:[是为即]|指的?是?)[^，。；\n\d不]{0,6}?(?:最[后晚迟终]|截[止至]|[时期]限|限期|完成|办结)"
    r"|^(?:以上|上[述列面])?(?:这些|各项)?(?:都|均|全)(?:是|为|算)[“\"]?(?:最[后迟晚]|截[止至])(?:期限|时间|日期|时限|日子)?[”\"]?(?=[。，,！!\s]|$)"
    r"|(?:[时期]限|截止(?:日期?|时间)|完成(?:时间|日期))(?:都|均|已)?(?:见|写在|标在|附在|列在|在)(?:后|括号|右|末|行|各)",
    re.M,
)
"""A line beside: 后面日期是完成时限, （以上日期均为最后期限）."""
_OWN_LABEL = rf"{_NOUN}[为是]?[:：]\s{{0,3}}"
_CELL_OF_LIMITS = late(rf"[|｜\t]\s*(?:{_NOUN}|最[晚迟][一-鿿]{{0,4}})\s*(?=[|｜\t]|$)", re.M | re.I)
_LABELLED, _LABEL = late(rf"{_OWN_LABEL}$", re.I), 16
_DOTTED = r"(?<![\d.])(?:1[0-2]|0?[1-9])\.(?:3[01]|[12]\d|0?[1-9])(?![\d.])"
_ENDS = r"[日号]?(?:之?前|以前|止)?[ \t）)。；;，,|｜]{0,4}$"
_DAY_AT_END = late(rf"{_DOTTED}(?={_ENDS})", re.M)
_DAY_IN_CELL = late(rf"(?<=[|｜\t])[ ]{{0,4}}(?P<day>{_DOTTED})(?=[日号]?前?[ ]{{0,4}}(?:[|｜\t]|$))", re.M)
_DAY_BEHIND_LABEL = late(rf"(?P<label>{_OWN_LABEL})(?P<day>{_DOTTED})(?={_ENDS})", re.M | re.I)
_LEADERS = late(r"(?<=[一-鿿\w）)])(?:\.{4,}|…{2,}|·{4,}|_{4,})(?=\s?\d)")
"""What leads from a name to its day in a printed list: 水箱清洗........5月24日前."""
_DAY_NEXT = r"(?:最[晚迟]|截[止至]|[是为])?[：:\s]{0,3}(?:\d{1,2}(?:月|\.\d|[号日/])|[本下这]?(?:周|星期|礼拜)[一二三四五六日天]|[明后]天|月底)"
_GRADE = late(rf"(?:(?<=^)|(?<=[：:，,；;、\s]))初[一二三](?={_DAY_NEXT})", re.M)
"""初一：9月12日, 初二：9月16日: whose day it is, not the day of a month of the moon."""
_REST = late(r"(?:之?前|以前|止|截止)?[\s。；;，,）)|｜]*(?:[（(][^（()）\n]{0,24}[）)])?\s*")
_NOTE = late(r"[（(][^（()）\n]{1,40}[）)]\s*")
"""What a bracket at the end of a line says of its day: 4月13日（县里次日要用）."""
_WANTED_ABOVE = late(r"(?:要|需要?|须|应|得)(?:[交报送填](?:的|送|上来?|来)?|提交|上[交报])[^，,。；！？:：\n]{0,12}(?:[，,][^，,。；！？:：\n]{0,16})?[:：]$|[一两二三四五六七八九\d][样份件种](?:材料|东西|表)?[，,]?[^，,。；！？:：\n]{0,6}(?:时间|日子|日期|期限)[^，,。；！？:：\n]{0,3}不(?:一样?|同|相同)[:：]$")
"""The line above: 本月要交三样，时间不一样：."""
_NUMBERED = late(r"\s*(?:[①-⑳]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[)）]|[.．、](?!\d)))")
_BARS = late(r"[|｜\t]")
_LABEL_MARK = late(r"[:：]")
"""Lines with a label each may each be of something else."""
_WORD = late(r"\w+")
_OTHERS = late(r"[我本市县区镇乡](?:局|办|级|委|中心|站|街道)|领导小组|专班|督[查导]|抽[查验检]|验收|考核|公[示布]|[拨兑]付|发放|评[审选比]|通报|专家|启动|[开闭]幕|印发|发布|已")
_OTHERS_BEHIND = late(r"(?:前|起|左右)?(?:由|将由|拟由)?(?:[我本县市区镇乡省州](?:局|办|[里级上]|中心|站|政府)|[县市区省][一-鿿]{0,6}?[局委办厅]|领导小组|专班|专家组?|督查组|街道)(?:将|会|统一|再|拟)*[^，。；\n请报交]{0,4}?(?:组织|会审|抽查|检查|督查|验收|评审|考核|公示|通报|召开|开展|下发|印发|发放|审核|复核|来)")
"""Rows of what others do, or of what is no matter of the readers."""
_UNDECIDED = frozenset({"no_duty_beside_it", "act_later", WEIGHED_OUT})
_FEWEST, _MOST, _LONGEST = 2, 60, 120
"""How many lines alike there are, and how long each may be."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text with the places of the dates in it."""

    start: int
    end: int
    dates: tuple[int, ...]
    shape: str = ""
    """What stands before its last date, words told apart only by the marks between them; in a table by its cells alone."""
    listed: bool = False
    """Whether it is a numbered item that ends with its day."""


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _substituted(text: str, matches: Iterator[re.Match[str]]) -> str:
    """The text with 5.16 written 5月16, as long as before."""
    pieces, at = [], 0
    for match in matches:
        dot = text.index(".", match.start("day") if "day" in match.re.groupindex else match.start())
        pieces += [text[at:dot], "月"]
        at = dot + 1
    return "".join([*pieces, text[at:]])


def legible(text: str) -> str:
    """The text as times are to be read in it, as long as before: no leaders, no 初一 for a grade, 5.16 as a day where lines say that it is a limit."""
    text = _LEADERS.sub(_blank, text)
    if len(set(_GRADE.findall(text))) >= _FEWEST:
        text = _GRADE.sub(_blank, text)
    if "." not in text:
        return text
    text = _substituted(text, _DAY_BEHIND_LABEL.finditer(text))
    if len(_DAY_AT_END.findall(text)) >= _FEWEST and (_OF_ALL.search(text) or any(_TITLE.search(line[-_LONGEST:]) for line in text.split("\n"))):
        text = _substituted(text, _DAY_AT_END.finditer(text))
    if _CELL_OF_LIMITS.search(text):
        text = _substituted(text, _DAY_IN_CELL.finditer(text))
    return text


def _before_note(text: str, end: int, verdicts: Sequence[Verdict], dates: Sequence[int]) -> tuple[int, ...]:
    """The dates of a line without those in the bracket behind the first of them."""
    first = verdicts[dates[0]].mention.end if dates else end
    opens = next((at for at in (text.find(mark, first, end) for mark in "（(") if at >= 0), end)
    outside = tuple(index for index in dates if verdicts[index].mention.start < opens)
    return outside if _NOTE.fullmatch(text, opens, end) else tuple(dates)


def _lines(text: str, verdicts: Sequence[Verdict]) -> Iterator[_Line]:
    days = [index for index, v in enumerate(verdicts) if not (v.role is DateRole.NEITHER and (v.mention.time.grain in COARSE or v.reason == "bare_period"))]
    placed = Placed(days, lambda index: verdicts[index].mention.start)
    at = 0
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        dates = _before_note(text, end, verdicts, placed.between(start, end))
        shape, listed = "", False
        if dates and len(line) <= _LONGEST:
            last = verdicts[dates[-1]].mention
            listed = last.has_day and _NUMBERED.match(line) is not None and _REST.fullmatch(text, last.end, end) is not None
            bars = _BARS.findall(text, start, last.start)
            marks = "|" * len(bars) if len(bars) >= _FEWEST else _WORD.sub("x", text[start : last.start])
            shape = f"{len(dates)} {last.has_day} {last.has_clock} {marks}"
        yield _Line(start, end, dates, shape, listed)


def _is_limit(v: Verdict) -> bool:
    m = v.mention
    return m.has_day and m.time.kind in (TimeKind.POINT, TimeKind.RANGE) and v.reason not in (PAST, CALLED_OFF, SUPERSEDED, MOVED_FROM) and _REST.fullmatch(m.text, m.end, m.line[1]) is not None


def _is_limit_of(v: Verdict) -> bool:
    """Whether a day is followed on its line by nothing but whose it is."""
    m = v.mention
    dated = m.has_day and m.time.kind is TimeKind.POINT and v.reason not in (PAST, CALLED_OFF, SUPERSEDED, MOVED_FROM)
    return dated and _WHO.fullmatch(m.text, m.end, m.line[1]) is not None


def with_limits_of_rows(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the day each line ends in a limit, where the line above or below the lines says that."""
    found = list(verdicts)
    if len(found) < _FEWEST:
        return found
    text = found[0].mention.text
    beside = _OF_ALL.search(text) is not None
    above, titled, asked, wanted, planned = "", False, False, False, False
    for limited, run in groupby(_lines(text, found), key=lambda line: bool(line.shape) and (_is_limit(found[line.dates[-1]]) or _is_limit_of(found[line.dates[-1]]))):
        lines = list(run)
        if not limited:
            said = [text[line.start : line.end].strip() for line in lines[-_MOST:]]
            heads = [each for each in reversed(said) if each.strip("|｜-—: ")][:2]
            above = heads[0] if heads else ""
            planned = any(_PLAN.search(each[-_LONGEST:]) for each in heads)
            titled = _TITLE.search(above[-_LONGEST:]) is not None and not _WHOSE.search(above)
            asked = _ASKED_ABOVE.search(above[-_LONGEST:]) is not None and not _CALLED_ABOVE.search(above)
            wanted = _WANTED_ABOVE.search(above[-_LONGEST:]) is not None and not _CALLED_ABOVE.search(above)
            continue
        for index in (line.dates[-1] for line in lines if len(lines) >= _FEWEST):
            m = found[index].mention
            if planned and _NAMES_WORK.search(text, m.line[0], m.start) and not _NOT_PLANNED.search(text, m.line[0], m.start) and not _PROSE.search(text, m.line[0], m.start) and (m.time.before or not _HELD_THEN.search(text, m.line[0], m.start)):
                found[index] = Verdict(m, DateRole.DEADLINE, READERS_FIELD)
            if not _is_limit(found[index]):
                continue
            limits = titled or beside or _LABELLED.search(m.left[-_LABEL:]) or (asked and _in_bracket(m)) or (wanted and _MEETS.search(text, m.line[0], m.start) is None)
            if limits and found[index].reason != ANOTHERS and not _row_of_others(m) and not _PROSE.search(text, m.line[0], m.start):
                found[index] = Verdict(m, DateRole.DEADLINE, READERS_FIELD)
    return found


def _in_bracket(m: Mention) -> bool:
    """消防自查（4月12日）: whether a bracket at the end of a line holds this day alone, behind what is to be done and nothing to come to."""
    alone = m.text[m.start - 1 : m.start] in ("（", "(") and m.text[m.end : m.end + 1] in ("）", ")")
    return alone and _MEETS.search(m.text, m.line[0], m.start - 1) is None


def _row_of_others(m: Mention) -> bool:
    return _OTHERS.search(m.text, m.line[0], m.start) is not None or _OTHERS_BEHIND.match(m.right) is not None


def with_rows_alike(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the dates of a line what those of most lines like it are: the last line of a table is no other than the rest."""
    found = list(verdicts)
    if len(found) <= _FEWEST:
        return found
    for shape, run in groupby(_lines(found[0].mention.text, found), key=lambda line: line.shape):
        lines = list(run)[:_MOST] if shape and not _LABEL_MARK.search(shape) else []
        if len(lines) <= _FEWEST:
            continue
        for column in zip(*(line.dates for line in lines), strict=True):
            roles = [found[index].role for index in column]
            role = max((DateRole.DEADLINE, DateRole.EVENT), key=roles.count)
            if 2 * roles.count(role) <= len(roles):
                continue
            for index in reversed(column):
                v = found[index]
                if v.role is role:
                    break
                if v.role is DateRole.NEITHER and v.reason in _UNDECIDED and not _row_of_others(v.mention):
                    found[index] = replace(v, role=role, reason="row_alike", weak=False)
    return _with_items_alike(found)


def _with_items_alike(found: list[Verdict]) -> list[Verdict]:
    """① 台账更新……6月29日, ② 照片，每栋3张……7月3日17点: the day that ends an item is a limit where those of most items are."""
    for listed, run in groupby(_lines(found[0].mention.text, found), key=lambda line: line.listed):
        days = [line.dates[-1] for line in list(run)[:_MOST]] if listed else []
        limits = [index for index in days if found[index].role is DateRole.DEADLINE]
        for index in days if len(days) > _FEWEST and 2 * len(limits) > len(days) else ():
            v = found[index]
            if v.role is DateRole.NEITHER and v.reason in _UNDECIDED and not _row_of_others(v.mention):
                found[index] = replace(v, role=DateRole.DEADLINE, reason="row_alike", weak=False)
    return found
