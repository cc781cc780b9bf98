"""Limits that only their verb tells: 9月中旬报中心, 季度末交账, 月底见底. A part of a month, quarter or year right before what readers hand in or finish."""

from __future__ import annotations

from bot.core.mentions import Mention
from bot.core.own_acts import is_own_act
from bot.core.wording import late

_ROUGH = late(r"(?:[上中下]旬[末底]?|月[底末]|季度?末|年[底终末]|半年末)$")
_HANDS_OR_ENDS = late(
    r"(?:就|要|得|须|必须|务必|统一|全部|一并|一次性|都|先|把[^，。；\n]{1,10}?)*"
    r"(?:(?:报|交)(?:送|到|至|给|回)?(?=[^，。；\n的]{0,10}?(?:[局办站所科股室部社会院委组库]|中心|专班|窗口|大厅|支部|公司|我|群(?:里|$)|邮箱|系统|平台))(?![通流警叉易房工付割][^，。；]{0,2})(?!报到|名|刊)"
    r"|[交报](?:账|齐|清|来|上来|回来|回|表|名单|清单|照片|台账|总结|报告|小结|数|样|卷|稿)(?!的)|送(?:来|到|至|交|齐)(?!的|货|达)|拿出(?!的)|拿来|(?:收|备|补|凑|填|交)齐|归档|存档|见底|清零|销号|收尾|收口|[一-鿿]{0,2}(?<![没未])[收验查清填测核打种改修装换扫盘发录走补]完(?!的)(?=[，,。；;！\s报交送]|$)"
    r"|汇总(?:后)?(?:给|到|报|交)|上交|提交|报送|上报|完成(?=[，,。；;！\s]|$))"
)
_WHO = late(
    r"(?:我们?|我[局办站所委中镇乡县]|本[局办站所]|[省市县区州镇乡街](?:里|级|道|[局委办府]|[一-鿿]{1,8}?(?:局|厅|办|委|中心|站|所|院|队|公司|部门))|上级|上面|领导|督查组|专家组|专班|厂家|公司|银行|施工队|物业|老师傅|他们?|[站镇乡村所](?:里|上))"
    r"(?:会|将|要|拟|于|在|都|还|也|就|统一|计划)*$"
)
_NOT_NOW = late(r"(?:预计|将|拟|计划|大约|约|已经?|曾|去年|前年|上年|往年|每年|截至|截止|到|从|自|原定|争取|力争|听说|等到?|等)$|去年[^，。；]{0,12}$")
_ABOVE = late(r"(?:就|要|再|统一|一并|汇总)*(?:上?报|上?交|送)(?:送|到|至|给)?(?:[省市州](?![一-鿿]{0,2}场)|上级|国家|上面|总[部行社])")
_DECIDE = late(r"(?:就|要|再|统一)*(?:上?报|提交|提请|送交?)[一-鿿]{0,6}?(?:全会|常委会|常务会|党组会|党委会|人代会|职代会|党代会|代表大会|人大(?!代表|办)|会议?(?:审议|研究|审定|讨论|通过))")
"""草案11月中旬报县委全会: what bodies that decide are given comes from who writes."""
_GOES_ON = late(r"[^，。；\n]{0,10}(?:的(?=[^，。；\n])|了(?=[，。；\s]|$)|吗|呢|没有)")


_LED = late(r"由[^，。；：:各你本]{2,16}?(?:牵头|负责|组织|承担|主办|实施)[^，。；]{0,8}[，,]\s?$")
"""由县局牵头，4月上旬完成."""


def is_decided_on(m: Mention) -> bool:
    """Whether something goes to a body that decides on it then: 预算草案12月上旬提交人代会审议."""
    return _DECIDE.match(m.right) is not None


_HEADS_YEARS_END = late(r"(?:收尾|盘点|考核|结算|清零|报表)(?:工作)?(?=[\n：:，,]|$)")
"""年终收尾⏎事项｜…, 国家局年底清零，…: what goes on at the end of a year."""


def is_rough_limit(m: Mention) -> bool:
    """Whether a part of a month, quarter or year is the limit of what readers are told right behind it to hand in or finish."""
    if m.time.before or not _ROUGH.search(m.time.said) or _HEADS_YEARS_END.match(m.right):
        return False
    if not _HANDS_OR_ENDS.match(m.right) or _GOES_ON.match(m.right) or _ABOVE.match(m.right) or is_decided_on(m):
        return False
    if _WHO.search(m.clause_left) or _NOT_NOW.search(m.clause_left) or (_WHO.search(m.sentence_left.rstrip("，, ")) and not m.clause_left):
        return False
    return not (_LED.search(m.sentence_left) or is_own_act(m))
