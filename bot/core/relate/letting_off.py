"""Words that let people off the dates of a duty that comes back, and words that take it up again."""

from __future__ import annotations

import re

SENTENCE = re.compile(r"[^。;；!！\n]+")
LETS_OFF = re.compile(
    r"(?:不用|不必|不需要?|无需|无须|不要|甭|别|可以不|可不|先不|就不|都不|也不|不再?)(?![迟漏瞒误忘谎错晚重乱虚缺耽拖])[^,，、]{0,4}(?:报|交|送|发|填|开|来|录|查|打卡|值班|搞|弄|办|写|做|例会)"
    r"|(?:不用|不必|无需)(?=[\u4e00-\u9fff]{2,6}(?:[了啦]|[,，]|$))"
    r"|[的了报会]不(?:报|交|开|发|填)了|(?<![拒瞒压隐漏迟谎虚瞎就])不(?:报|交|发|填|开)(?=[,，]|$)|停[报开交一]|免[报交填]|[的会报]免(?:了|一次|[,，]|$)|取消|暂停|空一|歇一|跳过|(?:[报表账]|先|暂)停(?=[两二三四五六七八九十\d])"
    r"|\b(?:no (?!later|fewer|more)\w+|skip|skipped|not (?:needed|required|due)|cancel(?:l?ed)?|off)\b",
    re.I,
)
FOR_GOOD = re.compile(r"起|以后|今后|往后|再也|从此|不再|永久|\bfrom\b.{0,12}\bon\b|\bno longer\b", re.I)
RESUMES = re.compile(r"照常|照旧|恢复|继续|接着|正常[报交开]|再[报交开]|\b(?:resumes?|back to normal|as usual)\b", re.I)
STANDING_DAYS = re.compile(r"(?<![这本下])(?P<off>周末|双休日?|休息日)|(?<![这本下])(?P<holidays>节假日|法定(?:节)?假日)")
_PERSONAL = re.compile(
    r"请(?:了)?(?:病|事|产|年|婚|探亲)?假|休假|出差|住院|[他她您](?:们[^,，。]{0,6})?(?:就|可以|先|都)?(?:不用|不必|免报|别报)|(?<![给替让找问请])[你我](?:就|可以|先)?(?:不用|不必)"
)


def is_personal(said: str) -> bool:
    """Whether a sentence lets off somebody alone (老张请假，他不用报)."""
    return _PERSONAL.search(said) is not None
