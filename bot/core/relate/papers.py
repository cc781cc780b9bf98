"""The papers a message asks for, by what they are of: 门卫的体检表 is another than that of 校车司机."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.relate.wording import same_words, without_columns

Papers = tuple[frozenset[str], ...]
"""Of each paper the characters of what it is of."""

_PAPER = re.compile(
    r"名单|台账|单子?(?=$|[^位元间独日人价边])|表格?(?!示|扬|现|彰|态|决|演|达|面)|[册簿证卡图函](?=$|[^一-鿿])|[人户头台条件亩车]?数[量字]?(?![字据码值学额])"
    r"|记录|材料|报告|方案|总结|计划|照片|进度|面积|金额|信息|账|书(?=$|[^一-鿿])"
)
_BREAK = re.compile(
    r"[^一-鿿a-z0-9]+|\d+(?:[年月日号点时分天]|$)|请?各[村组校镇乡街社支企单科户班站所室网][区位道室所格长户]*"
    r"|(?:今|明|后)[天日晚早]|(?:[本下上这]个?)?(?:周|月|季度)[一二三四五六日末底初]?|[上下中]午|放学|下班|晚上|早上|之?前|截止"
    r"|(?:要?[报交发送传给填收催统计把将]|提供|整理|汇总|打印|核对|登记好)+[给到至往在]?|[我你他]们?|也是|还是|就是|还有|再|一[份张个下]|[那这][个张份]"
)
"""Where what a paper is of begins at the latest: behind punctuation, times, addressees and verbs of handing in."""
_EMPTY = frozenset("的和与及了等在有为之")


@lru_cache(maxsize=16384)
def papers_of(text: str) -> Papers:
    """The papers that a text names together with what they are of; a bare 表 is none."""
    found = []
    for piece in _BREAK.split(same_words(without_columns(text))):
        at = 0
        for paper in _PAPER.finditer(piece):
            if of := frozenset(piece[at : paper.start()]) - _EMPTY:
                found.append(of)
            at = paper.end()
    return tuple(found)


def likest(mine: Papers, theirs: Papers) -> float:
    """How alike the likest two papers are by what they are of, 0…1; -1 where one side names none."""
    if not mine or not theirs:
        return -1.0
    return max(len(a & b) / min(len(a), len(b)) for a in mine for b in theirs)
