"""Acts of the office that signs the text, said with its own name: 学生处3月11日完成制表. Their dates are not the reader's."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.mentions import Mention
from bot.core.wording import late

_BLANKS = re.compile(r"\s+")
_OFFICE = late(r"[一-鿿·A-Za-z（）()]{0,36}(?:局|厅|部|委|办|办公室|所|站|中心|委员会|政府|校|学|院|会|馆|公司|队|处|室|科|组|团|社|厂|园|专班|指挥部)")
_DATED = late(r"[\d〇○零一二三四五六七八九十年月日号./-]{6,14}")
_SHORTEST = 3
"""Characters of an office's name that may stand for the whole: 学生处 for 某某大学学生处."""
_LEAD = late(r"^[\s\d.．、（）()①-⑳*•-]*(?:随后|之后|届时|然后)?")
_ADVERBS = late(r"(?:将|拟|会|计划|预计|统一|负责|再|已|于|在)*$")
_ACTS_ON_READER = late(r"(?:将|拟|会|统一|再)*(?:[收催要]|汇总|统计|上报|举[办行]|召开|组织|开[展会]|集中|领|取|报|缴|交|送|办理|窗口|办公室|前台|处|室|门口|楼)")
"""What is no act of its own or binds the reader too: it collects, it holds a meeting, it is where one goes."""


@lru_cache(maxsize=64)
def signatures(text: str) -> frozenset[str]:
    """The offices that sign a text: names that stand alone on one of its last lines, before a date or at the end."""
    lines = [_BLANKS.sub("", line) for line in text[-240:].split("\n") if line.strip()]
    last = [line for at, line in enumerate(lines) if at and (at == len(lines) - 1 or _DATED.fullmatch(lines[at + 1]))]
    return frozenset(line for line in last if _OFFICE.fullmatch(line) and len(line) >= _SHORTEST)


def is_signers_act(m: Mention) -> bool:
    """Whether the office that signs is who acts on this date: its name stands right before or right behind it."""
    names = signatures(m.text)
    if not names:
        return False
    subject = _ADVERBS.sub("", _LEAD.sub("", m.clause_left))
    if len(subject) >= _SHORTEST and any(name.endswith(subject) for name in names):
        return not _ACTS_ON_READER.match(m.right.lstrip("前"))
    if _LEAD.sub("", m.clause_left):
        return False
    right = m.right.lstrip("前，, ").removeprefix("将").removeprefix("由")
    called = max((name[at:] for name in names for at in range(len(name) - _SHORTEST + 1) if right.startswith(name[at:])), key=len, default="")
    return bool(called) and not _ACTS_ON_READER.match(right, len(called))
