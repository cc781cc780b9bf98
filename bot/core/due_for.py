"""What each of several deadlines is for, in a few of the text's own words: 交活动方案 by the 10th, 拍现场照片 by the 30th."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.core.mentions import Mention
from bot.core.models import Kind
from bot.core.reasons import LISTED_TURN
from bot.core.roles import Verdict
from bot.core.title import part_title
from bot.core.title_english import english_title
from bot.core.wording import late

_HAN = late(r"[㐀-鿿]")
_LONGEST, _FEWEST, _NEAR = 20, 2, 40
"""Characters of a name at most and at least, and of the words before a date that may name what is due."""
_CELLS = " —–-|·•●▪▲▶◆■☐:：,，、/\t”"
"""What stands between a name and its day: 东片——3月24日, 东片 | 3月24日."""
_NAME_ENDS = late(r"[，,、；;：:（()）\s]")
_SENTENCE = late(r"[。；;\n]")
_ASIDE = late(r"[（(][^（()）\n]{0,60}[）)]")
_CLAUSE = late(r"^[^，,；;：:]*[，,；;：:]?")
_LEADS_ON = late(r"(?:应当|应该|必须|务必|最迟|最晚|截止|(?<!申)请|[须应要于在前至到])+$")
_CLAUSES = late(r"[，,]")
_REASON = late(r"\s*(?:为|因|由于|根据|按|如|若)|\s*$")
_ORDER = late(r"^(?:(?:and|then|also|first|second|third|finally|last)\b(?![-\w])[,:]? ?)+", re.I)
_MARK = late(r"^(?:[\s—–\-·•●▪▲▶◆■☐○*|]|[①-⑳]|[（(]?(?:[一二三四五六七八九十]|\d)[)）.、．|](?!\d)|[A-Da-d][.．、)）]|第[一二三四五六][件项步批]?[:：，、]|【[^】]{0,12}】|[交】])+(?=[㐀-鿿“《])")
"""What numbers an item."""
_OPENS = late(r"^(?:请|各(?:乡镇|村|镇|社区|单位|校|组|户|站|家|支部|机构|企业)|于|并|将|把|须|务必|要(?!素)|在(?!册|建|校|谈|岗|职|编)|的|前|之前|以前|最迟|最晚|截止|和|及|内(?!容)|再|也|都|就(?!业)|同时|一并|统一|必须|先|完成(?=[㐀-鿿]{3})|\s)+")
_SENT_OFF = late(r"(?:请|再|一并|统一|一起|直接|以?电?子?版?|并|都|先)*(?:[报交送发传给放挂寄塞转投]|提交|上传|上报|报送|送达|发送|拿|带|录入|填[入到进]|摆)(?:[给到至往进入回]|[㐀-鿿“]{1,14}(?:办|站|所|局|股|科|室|处|中心|邮箱|平台|系统|群|窗口|老师|主任|我|里|上|部|院|镇|县|”|[A-Za-z]))|^(?:[报交送发传给收]|[报交]给?[㐀-鿿]{1,3}[㐀-鿿](?<!的))?$|^[^㐀-鿿]*$")
"""送到农办老崔处: where a thing goes, and not which."""


def what_each_is_for(dues: Sequence[Verdict]) -> list[str]:
    """A name for each, earliest first; where two would be called the same, they are told apart by what stands beside their days."""
    names = [_whose_turn(v.mention) if v.reason == LISTED_TURN else _named(v.mention) for v in dues]
    often = Counter(names)
    besides = [_beside(v.mention) if often[name] > 1 else "" for v, name in zip(dues, names, strict=True)]
    alone = Counter(besides)
    return [other if other and alone[other] == 1 else name for other, name in zip(besides, names, strict=True)]


def _named(m: Mention) -> str:
    """The paper or the act that is due, read from the date's clause, then from the words before it; else the clause itself."""
    right = m.clause_right or _NAME_ENDS.split(m.right.lstrip("：:，, "), maxsplit=1)[0]
    if not _HAN.search(m.text):
        said = _ORDER.sub("", f"{m.left.strip()} {right}".strip())
        return english_title(said, Kind.TASK) if said else ""
    for left in (m.clause_left, _own_left(m)):
        if title := part_title(_MARK.sub("", _ASIDE.sub("", f"{left}｜{right}").strip())):
            return title
    return (_SENT_OFF.match(right) and _beside(m)) or _said(m)


def _own_left(m: Mention) -> str:
    """The words before a date that are not the end of what another date is for."""
    left = m.left[-_NEAR:]
    return left if m.before <= m.sentence[0] else _CLAUSE.sub("", left, count=1)


def _said(m: Mention) -> str:
    """The words behind a date, else those before it."""
    for part in (m.clause_right, m.left, m.left + m.right):
        if len(name := _short(_SENTENCE.split(part.strip())[0])) > _FEWEST and _HAN.search(name):
            return name
    return ""


def _beside(m: Mention) -> str:
    """Whose or what the day is, by the words right before it: 东片, 石门村, 烤房损坏数量."""
    lines = _SENTENCE.split(m.text[m.line[0] : m.start].strip(_CELLS))[-2:]
    for part in (_own_left(m), *reversed(lines)):
        clauses = _CLAUSES.split(_ASIDE.sub("", part).strip(_CELLS).rsplit("：", 1)[-1])
        name = _short(_LEADS_ON.sub("", next((each for each in clauses if not _REASON.match(each)), "")))
        if len(name) >= _FEWEST and _HAN.search(name):
            return name
    return ""


def _short(words: str) -> str:
    """Words without marks and leading particles, at the end of a clause where they are long."""
    words = _OPENS.sub("", _MARK.sub("", words.strip(_CELLS))).strip(_CELLS + "（）().…_")
    if len(words) > _LONGEST and (cut := re.match(rf"[^，,（(|]{{3,{_LONGEST}}}(?=[，,（(|])", words)):
        words = cut[0]
    return words[:_LONGEST].strip(_CELLS)


def _whose_turn(m: Mention) -> str:
    """The name beside a day of a list of turns: 西片 of 东片16日，西片17日, or of 16日东片，17日西片."""
    return (_NAME_ENDS.split(m.left.rstrip("：:（( —–-|"))[-1] or _NAME_ENDS.split(m.clause_right)[0])[:_LONGEST]
