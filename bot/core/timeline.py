"""Schedules: lines that hold nothing but a stage and its date. The stage says whose date it is: 作品提交截止 / 名单公布.

The stage stands before the date, behind it, on the line above or, where all lines do so, on the line below.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from bot.core.fields import READERS, THEIRS
from bot.core.mentions import Mention
from bot.core.wording import late


class Stage(StrEnum):
    """Whose date a stage of a schedule names: the reader's limit, or what others do."""

    DUE = "due"
    THEIRS = "theirs"


_LONGEST = 16
"""Characters of the name of a stage."""
_TRIM = late(r"^(?:[^\w一-鿿]|_)*(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、）)](?:[^\w一-鿿]|_)*)?|(?:[^\w一-鿿]|_)+$")
"""Bullets, numbers, bold marks and brackets around the name of a stage."""
_PROSE = late(r"[，,。！？!?：:；;]|\d")
_WORD = late(r"[^\W_]")
_NOTE = late(r"\s*(?:[（(【][^（()）】\n]{1,14}[）)】]|左右|前后|止|前)?[\s*_|｜）)】\]]*")
_PARTS = late(r"[；;。]")
_BAR = late(r"[|｜丨\t]")
_LIMITS = late(r"[|｜丨\t][^\n]{0,20}(?:期限|截止|时限|完成时间|报送时间|提交时间)")
"""The head of a column of limits: what stands in it is due, whatever its row is called."""
_DATE_LINE = late(r"(?=.{0,12}[\d旬])[\d一二三四五六七八九十年月日号./:：\-—–~～至到前后起止上中下旬午晚早点时分半（）()周星期天即截\s]{3,44}")
_NOUN = late(r"的?(?:时间段?|日期|期限|时限|时段|阶段|环节|节点|工作|安排|期间|日)+$")
_CLOSES = late(r"(?:截止|截至|截稿|最后期限|终止|止)$|\b(?:deadlines?|due(?: date)?|closes?|closing(?: date)?)$|ddl$|^(?:deadline|due|ddl)\b")
_OPENS = late(r"(?:开始|启动|开放|开通|开启|上线|起)$|\b(?:opens?|starts?|begins?)$")
_OTHERS = late(
    r"(?:(?:结果|成绩|录用|意见|评审|审稿)(?:反馈|通知|告知)|[初终复会评预]审|审[定议稿]|初评|终评|复评|会商|校核|评议|遴选|研究|上会|备案|立项|批复|签发|下达|拨款|开标|评标|定标|统稿|[出刊]版|刊印|录用|入围|公告|通告|通报|表彰"
    r"|[寄发送]出|寄发|布展|制作|汇总|导出|抽检|暗访|回访|入库|通知书?)$|\b(?:notification|acceptance|results?|review|decision|announcement|publication)s?$"
)


@lru_cache(maxsize=256)
def stage_of(name: str) -> Stage | None:
    """Whose date a stage of that name is; None where the name does not say."""
    bare = _NOUN.sub("", name).lower()
    closes = _CLOSES.search(bare)
    if closes:
        before = _NOUN.sub("", bare[: closes.start()]) if closes.start() else ""
        return Stage.THEIRS if THEIRS.search(before) or _OTHERS.search(before) else Stage.DUE
    opens = _OPENS.search(bare)
    if opens:
        return Stage.THEIRS if stage_of(bare[: opens.start()]) else None
    if _OTHERS.search(bare) or THEIRS.search(bare):
        return Stage.THEIRS
    return Stage.DUE if READERS.search(bare) else None


def stage(m: Mention) -> Stage | None:
    """Whose date this is by the name of its stage, where its line holds nothing else; None in prose."""
    begin, end = m.line
    left, right = m.text[begin : m.start], m.text[m.end : end]
    left, right = _PARTS.split(left)[-1], _PARTS.split(right, maxsplit=1)[0]
    if _BAR.search(left):
        left = next((cell for cell in reversed(_BAR.split(left)) if _name(cell)), "")
        right = ""
        if _LIMITS.search(m.text, max(0, begin - 400), begin):
            return None
    before = _name(left)
    if before is not None and before:
        return stage_of(before) if _NOTE.fullmatch(right) else None
    if before is None:
        return None
    behind = _name(right)
    if behind and (m.time.before or _WORD.match(right)):
        return None
    if behind is None or behind:
        return stage_of(behind) if behind else None
    return _beside(m, begin, end)


def _name(words: str) -> str | None:
    """The name of a stage without what decorates it, "" where nothing is there, None where it is prose."""
    name = _TRIM.sub("", words.strip())
    return None if len(name) > _LONGEST or _PROSE.search(name) else name


def _beside(m: Mention, begin: int, end: int) -> Stage | None:
    """The stage named on the line above or, where the lines begin with a date, on the line below."""
    above, below = _stage_line(m.text[max(0, begin - 60) : begin].rstrip().rsplit("\n", 1)[-1]), _stage_line(m.text[end : end + 60].lstrip().split("\n", 1)[0])
    if above is None or below is None:
        return above or below
    return below if _date_first(m.text, begin) else above


def _stage_line(line: str) -> Stage | None:
    name = _name(line.rstrip("：: "))
    return stage_of(name) if name else None


def _date_first(text: str, begin: int) -> bool:
    """Whether the lines that alternate up to here begin with a date rather than with the name of a stage."""
    lines = [line for line in text[max(0, begin - 400) : begin].split("\n") if line.strip()]
    dated = False
    while lines:
        line = lines.pop()
        if dated and not _DATE_LINE.fullmatch(line.strip()):
            return False
        if not dated and _stage_line(line) is None:
            return True
        dated = not dated
    return dated
