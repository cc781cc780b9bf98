"""The words a text says of itself, for a title where it names neither a paper nor a gathering."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.wording import late

_FIRST_WORDS = 300
_HAN = late(r"[㐀-鿿]")
_REMAINDER = late(r"(?:[^，]{0,8}?(?:还有|还剩|就剩|只剩|不到|剩)(?:不到)?[一二两三四五六七八九十半\d]+个?(?:多|半)?(?:小时|分钟|钟头|刻钟|钟|天)|[㐀-鿿]{0,2}[一二三四五六七八九十\d]楼|[一二两三四五六七八九十]{1,3}个[村镇社]区?|[㐀-鿿]{2}所|[㐀-鿿]{0,3}就(?:是|到|剩)?[一二三四五六七八九十\d]+[日号天]|就到.{0,4}点|[㐀-鿿]{0,4}(?:不|没|别)[㐀-鿿])了?")
"""还有50分钟, 中午不收: how much time is left, or what is not done, which names nothing."""
_BACKGROUND = late(r"(?:如下|如次|一起[发说])$|^是|^刚有|^我(?![镇县市乡村校司局院区州省])|对不起|辛苦|再提醒|^哪有")
"""What was so before, or is said to be polite: another clause names more."""
_MARKS = late(r"[《》“”\"【】『』「」]|(?<=[㐀-鿿])\s+|\s+(?=[㐀-鿿])")
_CLAUSE_CUT = late(r"[，。；;！!？?\n：:|]")
HANGS = late(r"^的|(?:[到至在于为把将由向从改推挪拖延赶过就才的及和与]|提前|截止|[每双])$")
"""What cannot begin or end a name once the time beside it is gone: 提前到, 的培训."""


_SHORT_ACT = late(r"[交报收填送办领开][一-鿿][表报册单费款据证会料数账]")
"""交周报, 收报表: three characters that name an act."""


def first_words(body: str, times: list[str], longest: int) -> str:
    """The first clause that names something: without its times where it reads so, else as it was said."""
    clauses = list(_clauses(body, times))
    named = [_clause(clause, said, longest) for clause, said in clauses]
    named = [f"{one}，{other}" if other and one.endswith("的") and len(one) + len(other) < longest else one for one, other in zip(named, [*named[1:], ""], strict=True)]
    full = [words for words in named if (len(words) >= 4 and _HAN.search(words)) or _SHORT_ACT.fullmatch(words)]
    telling = [words for words in full if not _REMAINDER.fullmatch(words)]
    telling.sort(key=lambda words: _BACKGROUND.search(words) is not None)
    rest = [words for words in named if _HAN.search(words)] + [said.strip() for _, said in clauses if said.strip()]
    return next(iter(telling + full + rest), "")


def _clauses(body: str, times: list[str]) -> Iterator[tuple[str, str]]:
    """The clauses of a text with a bar for each time, and the same with the times as they were said."""
    left = iter(times[len(times) - body.count("｜") :])
    for clause in _CLAUSE_CUT.split(body[:_FIRST_WORDS]):
        yield clause, "".join(next(left, "") if each == "｜" else each for each in clause)


def _clause(clause: str, said: str, longest: int) -> str:
    """A clause without its time at the beginning or the end; the whole clause where what is left would hang in the air."""
    parts = [part.strip() for part in clause.split("｜") if part.strip()]
    alone = _spoken(parts[0]) if len(parts) == 1 else ""
    whole = _spoken(said)
    if (len(alone) >= 4 or _SHORT_ACT.fullmatch(alone)) and ("｜" not in clause or not HANGS.search(alone)):
        return alone
    if not parts or len(whole) <= longest:
        return whole if parts else ""
    standing = [words for part in parts if len(words := _spoken(part)) >= 2 and not HANGS.search(words)]
    return max(standing, key=len, default=whole)


def _spoken(words: str) -> str:
    """Words without brackets, list marks and the particles that open and end an order."""
    return re.sub(r"^(?:[①-⑳]|请|务必|各村|各单位|大家)|^(?:说|讲|提|要求|布置|通知)(?:过|到|了)?的(?=[㐀-鿿]{3})|[啊哈哦]$", "", _MARKS.sub("", words).strip("—-·*~～ "))
