"""Who is allowed more time than all: 8栋搭着架子不方便，放宽到20号; 住院的可到12日. The limit of all stands beside theirs."""

from __future__ import annotations

from bot.core.mentions import Mention
from bot.core.wording import late

_COUNTED_ONES = r"(?:\d{1,3}|[一二三四五六七八九十两几]{1,3})(?:、(?:\d{1,3}|[一二三四五六七八九十]{1,3})){0,4}(?:号?[楼栋幢院队组班区片社村]|单元|小区|个(?:村|组|站|社|户|校|小区|网格|网点|门店|店|厂|所|班|镇|乡|街道|支部|科室))"
_SOME = (
    rf"(?:[一-鿿]{{0,8}}{_COUNTED_ONES}|[一-鿿]{{1,10}}[^，。；;：:\n各已]的|企业|个体户|[一-鿿]{{1,8}}(?:村|片|组|社区|户|站|校|企业|厂|园|院|楼|家|人员|同志|老人|岛上|山[里上]|库区))"
)
_NOT_ALL = r"(?!因|由于|考虑|鉴于|请|各|全|所有|大家|你们|现|原|统一|一律|经|应|据|为|县里|市里|省里|上面|上级|时间|期限|日期|截止|系统|平台|要是|如果?|若|万一|遇)"
_LATER = (
    r"(?:(?:可以?|能|准许?|准予|允许|同意|最[晚迟])?(?:再)?(?:放宽|宽限|宽|缓|顺延|延长|延期|延后|延|推迟|推后|推|晚交|晚|拖|迟)(?:到|至)|(?:可以?|能|最[晚迟])(?:到|至)?)"
)
_FOR_SOME = late(rf"(?:^|[，,；;。\n、])\s?(?:但|其中|另外?)?{_NOT_ALL}{_SOME}(?:[^，。；;：:\n]{{0,16}}[，,])?(?:也|就|都|时间)?(?:{_LATER})?$")
_REASON_FIRST = late(rf"(?:^|[，,；;。\n、])\s?(?:但|其中|另外?)?{_NOT_ALL}{_SOME}[^，。；;：:\n的]{{1,14}}[，,](?:也|就|都|时间)?(?:{_LATER})?$")
_SAYS_LATER = late(rf"{_LATER}$")
_IS_FINE = late(r"(?:之?前)?(?:交|报|送|给)?(?:也|都)(?:行|可以?|成|好)(?=[，,。；;！!）)\s]|$)")
_UNCHANGED = late(r"[^，。；;\n]{0,6}?(?:我们|各[一-鿿])?不变")


def for_some(text: str, begin: int, m: Mention) -> bool:
    """Whether the words from a limit to a later day say that only some of those who have the limit have until then."""
    said = text[max(begin, m.start - 60) : m.start]
    later = _SAYS_LATER.search(said)
    if not (later or _IS_FINE.match(m.right)) or _UNCHANGED.match(m.right):
        return False
    return names_some(said)


def names_some(said: str) -> bool:
    """Whether words that lead to a day end in who is allowed more time than all."""
    return bool(_FOR_SOME.search(said) or _REASON_FIRST.search(said))
