"""Until when a thing holds by itself: 旧证到11月30日前一直有效, 现行价格执行到6月30日, 村口那条路封到5月20日.

Nobody has to do anything by then, and no duty told beside it ends then, unless something is asked in the same breath.
"""

from __future__ import annotations

from bot.core.mentions import Mention
from bot.core.wording import late

_THING = (
    r"(?:[证照卡票券]|证书|合格证|凭证|合同|协议|价格?|房租|租金|电价|水价|收费标准|优惠价?|执照|牌照|许可|保单|授权|密码|账号|质保|保修|租约|聘期|展览?"
    r"|[路桥道巷](?:口|段|面)?|大门|[东西南北正侧后]门|出口|电梯|停车场|泳池|球场|操场|食堂|澡堂|图书馆|展厅|公园)"
)
_HOLDS = r"(?:有效期?|执行|封闭?|停用?|关闭?|延用|沿用|维持|保留|通用|不变|能用|可用|管|用|挂|展|修|租|优惠|[闭停歇休][馆业园运诊课产]|(?<=[约同议])签)"
_UNTIL = late(rf"(?:^|[，,；;。：:\s])(?:(?![报填请须各])[^，。；;：:\n]){{0,12}}?{_THING}(?:(?![报填请须各])[^，。；;\n]){{0,6}}?{_HOLDS}(?:期限?)?(?:一?直)?(?:[到至在为]|截至|[:：])$|(?:质保|保修|保质期?|有效期|试用期)(?:期限?)?(?:[到至在为]|截至|[:：])$|(?:[药疗肥]效|花期|汛期|雨季|[采供]暖[期季]|[禁休封][渔牧猎山]期|(?:免租|服务|观察|哺乳)期|预警|警报|交通管制)(?:信号)?(?:一?直|持续|维持|延长?|顺延){{0,2}}[到至]$|(?:预警|警报|管制)[^，,。；;\n]{{0,12}}(?:解除|结束)[，,](?:现|已)?(?:再)?(?:延长?|顺延|推迟)[到至]$")
"""旧证有效期到11月30日, 药效到5月10日, 采暖期到3月15日, 预警延到明早6点."""
_OLD_ONE = late(r"(?:^|[，,；;。：:\s])(?:旧|老|原)(?:来的)?[一-鿿]{1,6}?(?:还|仍|继续|可以?|能|一直|先|再|就)*(?:使?用|刷|穿|戴|贴|挂)(?:到|至)$")
"""旧表用到月底: what is old goes on being used until then."""
_TILL, _IS_VALID = late(rf"(?:^|[，,；;。：:\s])(?:(?![报填请须各])[^，。；;：:\n]){{0,12}}?{_THING}(?:(?![报填请须各])[^，。；;\n]){{0,4}}?(?:[到至在])?$"), late(r"(?:之?前|以前|为?止)?(?:才|都|均|一直|仍|还|继续|照样|全部)*(?:有效|能用|可用|可以用|通用|到期|过期|失效|解封|恢复通行|作废)")
_VALID_TILL, _HANDED_IN = late(r"(?:之?前|以前)?(?:都|均|一直|仍|还|使用|兑换)*有效(?=[，,。；;！!\s）)]|$)"), late(r"(?:报|报名|登记|申[报请]|提交|填[报写]|投稿|缴费|回复|反馈|确认)[^，,。；;\n]{0,4}$")
"""章换的毛巾12月31日前有效: how long something is good for; 报名20日前有效 says until when one can."""
_ASKS = late(r"请|务必|抓紧|尽快|须|各[一-鿿]|[换续补重]|年[检审]|提前|之前|及时|[报交填领办]")
_REACH = 40


def holds_until(m: Mention) -> bool:
    """Whether a day is only the end of what a thing is good for, or shut for."""
    if m.is_range or not m.has_day or m.right.startswith(("截", "，逾", "，过")) or _ASKS.search(m.sentence_right[:_REACH]):
        return False
    left = m.sentence_left[-_REACH:]
    if (m.time.before or m.right.startswith(("前", "之前", "以前"))) and _VALID_TILL.match(m.right) and not _HANDED_IN.search(m.clause_left):
        return True
    return _UNTIL.search(left) is not None or _OLD_ONE.search(left) is not None or (_TILL.search(left) is not None and _IS_VALID.match(m.right) is not None)
