"""Dates that a text itself says are no concern of those who read it, and the dates of levels above that it only mentions."""

from __future__ import annotations

from bot.core.mentions import Mention
from bot.core.own_acts import ASKED
from bot.core.wording import late

_US = r"(?:各[一-鿿]{1,3}|大家|咱们?|我们|你们|贵[一-鿿]|本[村组校站所班]|这边|下面)"
_FOR_OTHERS = late(
    rf"[^。；;\n\d]{{0,24}}?[，,]\s?(?:跟|和|与|同){_US}[^，。；\n]{{0,4}}(?:无关|没有?关系|不相干|不相关|不搭界|没有?干系)"
    r"|[^，。；;\n\d]{0,10}[，,]\s?(?:这|那)是(?:我们|我[局办站所]|所里|站里|局里|镇里|县里)(?:自己)?的(?:时限|期限|时间|事|活)"
    r"|[，,]\s?(?:跟|和|与|同)(?:本次|这次|此次|这回|今天|这个|本通知|我们)[^，。；\n]{0,8}(?:是)?(?:两回事|两码事|不是一回事|无关|没有?关系|不相干)"
    r"|[^，。；;\n]{0,6}[，,](?:但|可|不过|只是)?(?:那|这)(?:个?(?:时间|日子|期限|日期)|个)?(?:只)?(?:是|算)(?:给|对|针对|为|留给)?(?!你们|大家|咱|我们|各|贵|要求)[^，。；\n]{1,10}(?:的|说的|定的|看的|用的)(?=[，。；！\s]|$)"
)
"""31日是镇里往县里报的时间，跟各村无关; 通道开到12月31日不假，可那是给老百姓的."""
_ABOVE = r"(?:国家|省|市|县|区|州|部|厅|局|总部|总行|集团)(?:级|里|厅|局|委|办|残联|民政|[一-鿿]{1,4}?[厅局委办部])?"
_DOOR_ABOVE = late(rf"(?:^|[，,。；;：:\s]){_ABOVE}的?(?!统一)[一-鿿]{{0,4}}(?:通道|平台|系统|入口|端口|窗口|库)(?:将|会|就|于|在|到|也)*$")
"""省厅举证通道11月6日24时关闭: the door through which an office hands on what it was given."""
_LIMIT_ABOVE = late(r"(?:[省市县区镇乡局站所部厅]里|上[面头级])(?:那[边头])?(?:的?(?:截止|期限|时间|日子))?(?:是|卡在|定在|要在?)$")
"""镇里是后天截止: when they who collect must hand in themselves."""
_OFFICE_ABOVE = r"(?:[省市县区镇乡]级|[省市县区部厅局站所镇乡][里上]|[省市县区][局厅委办][一-鿿]{0,3}|我[局办站所厅委部处院镇县乡]|本[局办站所厅委部处院]|上级)"
_GOES_ON_ABOVE = late(rf"(?:^|[。；;：:\n]){_OFFICE_ABOVE}(?:将|拟|会|要|于|在|计划)*[^，。；;\n]{{0,3}}\d[^，。；;\n]{{2,24}}[，,]\s?(?:再|并|然后)?(?:于|在)?$")
_ACTS = late(r"(?:之?前|以前|起|左右)?(?:将|会|要|统一|再)*[一-鿿]")
"""县级8月26日向市防指报核定数，9月5日前完成会商: what the same office does next."""
_STANDS_AS_IT_IS = late(r"[）)][^，。；\n]{0,6}(?:照旧|照常|照样|不变|不受影响|仍可|依旧|继续)")
"""（窗口开到12月25日）照旧办理，不受影响: what goes on as it did."""


_REACH = 60


def _before(m: Mention) -> str:
    """What stands before a time in its sentence, with the stop before it, as far as is looked at."""
    return m.text[max(0, m.sentence[0] - 1, m.start - _REACH) : m.start]


def concerns_others(m: Mention) -> bool:
    """Whether the text says that this time is for others, or lets something go on as it does anyway."""
    if _FOR_OTHERS.match(m.text, m.end):
        return True
    opened = m.text.rfind("（", max(m.sentence[0], m.start - _REACH), m.start)
    return _STANDS_AS_IT_IS.match(m.right) is not None and opened >= 0 and "）" not in m.text[opened : m.start]


_DOOR_SAID_ABOVE = late(rf"(?:^|[，,。；;：:\n]){_ABOVE}的?(?!统一)[一-鿿]{{0,4}}(?:通道|平台|系统|入口|端口|窗口|口子|库)[^，。；;\n]{{0,3}}\d[^。；;\n]{{2,16}}[，,、]\s?$")
"""市里通道8月25日开、9月25日关: the door that was named before its first day."""
_CLOSES = late(r"(?:就|将|会|准时|自动|统一)*(?:关(?!于|注|系|心|键|联)|截止|停|锁|收口|封)")
_OWN_LIMIT_BESIDE = late(r"[\d日号点天]之?前|截止")


def is_door_above(m: Mention) -> bool:
    """Whether the door that shuts is that of a level above, while the text sets its readers a limit of their own."""
    above = _CLOSES.match(m.right) and (_DOOR_ABOVE.search(m.clause_left) or _DOOR_SAID_ABOVE.search(_before(m)))
    return bool(above) and (_OWN_LIMIT_BESIDE.search(m.text, m.end, m.end + 200) is not None or _OWN_LIMIT_BESIDE.search(m.text, max(0, m.sentence[0] - 200), m.sentence[0]) is not None)


def is_limit_above(m: Mention) -> bool:
    """Whether a limit is that of a level above or of those who collect, told beside what is asked of the readers."""
    if ASKED.search(m.clause_left):
        return False
    if _DOOR_ABOVE.search(m.clause_left) or (m.time.before and _LIMIT_ABOVE.search(m.left[-12:])):
        return True
    return not m.clause_left.strip("再并然后于在") and _GOES_ON_ABOVE.search(_before(m)) is not None and ASKED.search(m.sentence_right) is None and _ACTS.match(m.right) is not None
