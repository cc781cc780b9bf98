"""Limits of a level above that those who write draw in for their readers: 市里10日前要，我镇往前赶两天，各村8日前交."""

from __future__ import annotations

from bot.core.mentions import Mention
from bot.core.wording import late

_NEAR = 70
"""Characters behind a limit within which it is drawn in."""
_ABOVE = late(
    r"(?:[省市州县区镇乡](?:里|上|级|委|政府|[一-鿿]{0,6}?(?:局|厅|办|委|中心))|[省市区]厅|上级|上面|上头|总部|总公司|省公司|总局|厅里|局里)(?!各)[^。；;\n请]{0,40}$"
)
_DRAWN_IN = late(
    r"[^\n]{0,30}?[，,。；;”）)\s](?:所以|因此|为此|但)?(?:(?:我们?|咱们?|本)(?:[镇县村乡区站局所社校院]|街道|公司|支部|这边|这里)?|[镇县村乡区](?:里|上)|组里)(?:自己|再|就|得|要|统一|都|决定|还|先)*"
    r"(?:往[前里]|提前|前移|提早|早[一两二三半\d]|赶在|压缩|收紧|[预]?留[出一两二三半\d够足个点]|掐[早前]|打[个出点]*提前)[^\n]{0,60}?\d"
)

_THEIRS = late(r"(?:[省市县区镇乡](?:里|上|局|级)|[一-鿿]{2,6}(?:局|厅|办)|上级|上面|上头)[^，。；\n]{0,4}(?:给|定|卡|要求|限)(?:我们?|咱们?)?[镇县村乡站所社校]?(?:定)?的?(?:死线|期限|时限|截止时间|最后期限|截止|日子)(?:是|为|在)?$")
_OURS = late(r"[^\n]{0,60}?[，,。；;](?:所以|因此)?(?:请)?(?:你们|大家|各[村组社校户站班])[^\n。；;]{0,16}?(?:之前|以前|前)")
"""Behind it: by when the readers are to have done it."""


_READERS_OWN = late(r"(?:你们|大家|各(?!项|类|种|方面|自)[一-鿿]{1,4})[^，。；\n]{0,6}$")


def is_drawn_in(m: Mention) -> bool:
    """Whether a limit of those above is named only for the earlier one that those who write set themselves; what each of the readers must keep is theirs."""
    if _READERS_OWN.search(m.clause_left):
        return False
    if _THEIRS.search(m.clause_left):
        return _OURS.match(m.text, m.end, m.end + 2 * _NEAR) is not None
    return _ABOVE.search(m.sentence_left) is not None and _DRAWN_IN.match(m.text, m.end, m.end + 2 * _NEAR) is not None
