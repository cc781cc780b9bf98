"""What the reader uses shuts at a time: by then he must have used it. 填报系统28日18:00关闭, 窗口5月31日停止收件."""

from __future__ import annotations

from bot.core.mentions import Mention
from bot.core.wording import late

_TAKES_IN = r"(?:填报|报名|申报|申请|上报|报送|上传|收集|征集|提交|缴费|收费|收款|投稿|投票|选课|预约|补报|认证|录入|登记|认领|反馈|信息采集|接龙|年检|参保|支付|收件|评教|核对|确认|注册|申领|办理|受理)"
_DOOR = r"(?:系统|平台|通道|链接|入口|端口|窗口|页面|界面|问卷|小程序|收集表|接龙|二维码|柜面|柜台|模块|表单|APP|app|网站|网页|按钮|邮箱|端|库)"
_OF_READER = late(rf"(?:{_TAKES_IN}[^，。；\n]{{0,10}}?{_DOOR}|{_TAKES_IN}|接龙|收集表|问卷|小程序|二维码|链接|补贴|补助|团购|征订|柜面|柜台|按钮|邮箱)[”\"』」）)]?(?:定|将|拟|也|就|都|统一|准时|会)*[于在]?\s?$")
_ANY_DOOR = late(rf"{_DOOR}[”\"』」）)]?(?:定|将|拟|也|就|都|统一|准时|会)*[于在]?\s?$")
_SHUTS = late(
    r"(?:后|起|整)?[，,]?(?:系统|平台|通道|链接|端口|入口|问卷|页面)?(?:将|就|会|即|也|便|自动|统一|正式|全面|准时|立即|随即|按时)*"
    r"(?:关闭(?!维护|检修|升级|[^，。；\n]{0,10}(?:功能|权限|接口))|关停|关[门闸](?=[，。；、！\s]|$)|[关封](?=[，。；、！\s]|$)|停止(?:收[件表稿单]|接收|受理|填报|报名|上传|申报|提交|录入|投稿|投票|选课|缴费|预约)|停收|封[存账库盘表]|失效"
    r"|锁(?:定|死|库|单|账|表)?(?=[，。；、！\s]|$|后)|截止|不再(?:受理|接收|开放|收)|不能再[报填交传录]|停用|到期|收口|下线|过期|作废)"
)
_REPAIRED = late(r"维护|升级|检修|割接|暂停服务|恢复|[旧老原](?:系统|邮箱|平台|链接|网站|窗口|版)|闭馆|停机")


_OPENED = late(
    rf"(?:(?:{_TAKES_IN}|选课|年审|办证|领证|报废)[^。；\n]{{0,24}}?(?:开始|上线|起办|开办|开放|开通|启动|受理|开闸)|开始(?:{_TAKES_IN}|填|报|收[表件]|补录|采集)[^。；\n]{{0,16}}?)[，,、]\s?(?P<until>(?:办|收|开|报)?到)?$"
)
_DOOR_NEXT = late(r"[，,]?(?:填报|申报|报名|上传|补报|提交)?(?:系统|平台|通道|入口|链接|端口)(?:将|就|即|自动|统一|准时)*(?:关闭|封闭|锁定|关停)(?=[，。；！\s]|$)")
_LOCKS = late(r"(?:就|将|自动|准时|统一)*锁(?:定|库|表|账|死)?(?=[，。；！\s]|$)")
_HANDS_IN = late(r"提交|上传|填报|申报|报送|没[^，。；\n]{0,4}[交报填传录点]|自己(?:登录|进去)")
"""省平台今晚24:00锁库，没提交的自己点掉: what shuts is used by who is asked to hand in."""
_SEALED = late(r"(?:，|,)?(?:就|将|自动|准时|统一|正式|一律)*(?:锁(?:[库表单账档盘票箱]|定)?|封[票账库盘表箱单存网口]|关[闸账表箱库网票口]|截[单稿票]|闭网|停止写入|关门?(?=[，,。；;！!\s]|$)|(?:收口|截|停)(?=[，,。；;！!\s]|$))(?![定期]?[在于]|[一二三]|的|好|上?门)")
_FILLED_IN = late(
    r"(?:[用在到进上从于入]|登录|打开)[^，,。；;\n]{0,8}?(?:[“「《][^”」》\n]{2,14}[”」》]|[小程序网站平台系统表格链接A]{2,3}|https?://\S{4,80})[^。；;\n]{0,30}?(?:录|填|投|传|报|选|登记|勾|点|补|写)"
    r"|(?:录|填|投|传|报|选|登记|勾|补|写)(?:写|报|入|到|进|在|上|至){0,3}[^，,。；;\n]{0,8}?(?:[“「《][^”」》\n]{2,14}[”」》]|小程序|网站|平台|系统|在线表格?|共享表格?|链接|https?://)"
    r"|(?:录入|填报|申报|上报|报名|缴费|选课|登记|提交)[：:][^。；;\n]{0,40}?(?:系统|平台|小程序|网站|链接)"
    r"|(?:群[里内]|自行|自己|在[^，。；\n]{1,6})(?:接龙|报名|登记)|扫码(?:登记|报名|填|报)|(?<=[一-鿿])网上(?:填|报|申报|录|登记|传)"
)
"""用“赛事通”录队员信息，9日24时锁库: what is sealed is what the reader has just been asked to fill in."""
_FILLED_ALREADY = late(r"已|上[次回批周个]|昨|[填录传报投]完?[了的]")
_RUNS = late(r"已|每[日天周月]")
_ENDS = late(r"(?:结束|下线|截止|关闭|停止|为止|止|收口|关停)")
"""选课11日开始，20日结束: what the reader uses ends when it no longer takes anything in."""


_GRANT, _RUNS_OUT = late(r"补[贴助](?:资金)?(?:已|将|于|也|就|都)*$"), late(r"(?:就|将|即)?(?:到期|失效|过期)")
"""补助将于12月31日到期: what is granted runs out, nothing is applied for."""


_I_SHUT = late(rf"(?:准时|整)?我们?(?:这边)?(?:就|会|要|准时|把|将)*(?:关|锁|停|封)(?:掉|了|闭)?(?:{_DOOR}|通道|入口|表)")
"""12点我就关链接: who asks for something shuts what it comes through."""
_SET_TO_CLOSE = late(rf"{_DOOR}(?:[^，。；;\n]{{0,6}}?)(?:开放?|收|办|接收)到[^。；;\n]{{3,20}}?[，,\s]?(?:刚才|刚刚|今天|现在?|但|结果)?[^，。；;\n\d]{{0,5}}(?:通知|说|改为?|要求|提前[到至]|定在)[^，。；;\n\d]{{0,4}}$")
"""原来系统开到9月30号，今天县里通知29号晚上十点就关: the door named before shuts sooner."""


def shuts(m: Mention) -> bool:
    """Whether what the reader hands in or signs up through shuts at this time."""
    opened = _OPENED.search(m.sentence_left[-60:]) if m.has_day and not m.is_range else None
    if opened and not _RUNS.search(opened[0]) and (opened["until"] or _ENDS.match(m.right) or m.time.said.endswith("结束")):
        return True
    if m.time.clock and m.has_day and not m.is_range and _used_to_hand_in(m):
        return True
    if _seals_what_is_filled_in(m) or _shuts_in_turn(m):
        return True
    if (m.has_day or m.has_clock) and not m.is_range and _I_SHUT.match(m.right):
        return True
    if m.is_range or not (m.has_day or m.has_clock) or not _SHUTS.match(m.right) or _REPAIRED.search(m.whole):
        return False
    if _GRANT.search(m.clause_left) and _RUNS_OUT.match(m.right):
        return False
    return _OF_READER.search(m.clause_left) is not None or _SET_TO_CLOSE.search(m.sentence_left[-60:]) is not None


def _used_to_hand_in(m: Mention) -> bool:
    """Whether a door that closes to the minute is one through which the text asks for something."""
    closes = _DOOR_NEXT.match(m.right) or (_ANY_DOOR.search(m.clause_left) and _LOCKS.match(m.right))
    return bool(closes) and _HANDS_IN.search(m.text, max(0, m.start - 80), m.end + 60) is not None and _REPAIRED.search(m.whole) is None


def _seals_what_is_filled_in(m: Mention) -> bool:
    """Whether a time opens its clause, something is sealed then, and shortly before the reader is asked to fill something in."""
    if m.is_range or not m.has_day or not _SEALED.match(m.right) or m.clause_left.strip(" ：:—-") or _REPAIRED.search(m.whole):
        return False
    filled = _FILLED_IN.search(m.text, max(0, m.start - 90), m.start)
    return filled is not None and not _FILLED_ALREADY.search(m.text, max(0, filled.start() - 12), m.start)


_NAMED_DOOR, _CLOSES_THEN = late(r"\s*[一-鿿]{1,6}?(?<![店局馆堂行院场门窗铺市])"), late(r"(?:就|才)?(?:关|截止)(?=[，。；、！\s]|$)")
_ANOTHER_CLOSES = late(r"\d[日号点]?(?:就|才)?(?:关|截止)(?:了)?(?=[，。；、！\s]|$)")


def _shuts_in_turn(m: Mention) -> bool:
    """师大2月8日12:00关，理工2月15日24:00关: whether one door after the other closes to the minute, and the text asks to go through one of them."""
    if m.is_range or not (m.has_day and m.time.clock) or not _NAMED_DOOR.fullmatch(m.clause_left) or not _CLOSES_THEN.match(m.right):
        return False
    begin, end = m.sentence
    closings = sum(1 for _ in _ANOTHER_CLOSES.finditer(m.text, max(begin, m.start - 80), min(end, m.end + 80)))
    return closings > 1 and (_HANDS_IN.search(m.text, max(0, m.start - 80), m.end + 80) or _SIGNS_UP.search(m.text, max(0, m.start - 80), m.end + 80)) is not None


_SIGNS_UP = late(r"(?:请|要|想|完成|自行|抓紧)[^，。；\n]{0,12}(?:报名|缴费|选课|预约|登记|投稿)")


def door_shuts(m: Mention) -> bool:
    """Whether some system, door or link shuts at this time, whoever uses it."""
    return not m.is_range and _SHUTS.match(m.right) is not None and _ANY_DOOR.search(m.clause_left) is not None and not _REPAIRED.search(m.whole)
