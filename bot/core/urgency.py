"""Whether a notice presses: 紧急, 立即, 尽快, 第一时间, ASAP and their like."""

from __future__ import annotations

from bot.core.names import Span
from bot.core.negation import negated
from bot.core.wording import Words, late

_URGENT = Words(
    r"紧急(?!联[系络]|情况(?!通|下发)|状态|避[险难]|集合点|出口|疏散|制动|电话|救[援护治]|呼叫|预案|程度|逃生|转移(?:避险|路线|通道|预案|点|安置)|医[学疗]|避孕|处[置理](?!一下)|重要|停[车机]|按钮|采购|用[款药电水]|物资|设备|装备|库存|队伍|类)|特\s{0,4}急(?!病|救|诊)|加急(?!件?(?:数|总?量|统计|业务|收|寄|派|的|快递|邮|费|单))|急件(?!数|总?量|统计|业务|收|寄|派|的)|急急急|急！|急!|(?<![着不紧应])急(?=\s?[)）】\]❗‼])|(?<=❗)急|(?:很|非常|特别|十分|相当|挺|有点|比较|太)急(?![救诊病躁切性促])|十万火急|万分火急|立\s{0,2}即|立刻|立马|马\s{0,2}上(?!就?要[^，。；;\n]{1,4}了(?:[，。；;\s]|$)|就是|就?办[”\"」]|就?到[了期，。]|就来|要到|就?要?(?:过[年节]|结束|中秋|春节|国庆|清明|端午|元旦|五一|十一|重阳|年底|月底|开学|放假|入[冬夏汛]|进入|开始|下班|退休|毕业))|即刻|火速|速速|从速|迅速|(?<![情灾])速(?=(?:报|办|回|交|来|到|发|转|将|给|去|反馈|上报))|迅即|从快|(?<=请)即办|(?<=要)即办|加紧(?=办|报|完|推|落|上|填|收|整)|尽\s{0,2}快|尽早|尽速|赶快|赶\s{0,2}紧|抓\s{0,2}紧|抓点紧|快(?:点|些|快)?(?:报上来|交上来)|麻溜(?:的|点)|第一时间|急需(?!紧缺|[^，。；;\n]{0,8}(?:目录|清单|名单|专业))|(?<!紧)急用(?!药|品|物)|急要|急等|急着[要用]|立等|急报|刻不容缓|不得拖延|不得延误|越[快早]越好|十分紧迫|时间紧迫|时间紧(?=[，、,])|现在就(?!可以?|能)|此刻起|火急|急盼|催得(?:很)?急|要得急"
    r"|\bASAP\b|\bas soon as (?:possible|you (?:can|possibly can|are able|get this))\b|\burgent(?:ly)?\b|\bimmediate(?:ly)?\b|\bright away\b|\bat once\b|\bright now\b|\bexpedite\b|\bstraight away\b|\bwithout delay\b|\bpromptly\b|\bat your earliest\b|\btop priority\b|\bhurry\b"
)
_OTHERS_ACT = late(r"(?:自动|系统|(?<!收到)(?<!接到)(?<!看到)(?<![一节假会学期日月年天信函讯电亡情])后|将|会|可|我局|我办|我站|我们|县里|镇里|已经?|正在|一经发现|发现后|如遇[^，。]{0,8})(?:[^，。；;\n]{0,2})$|(?<![不可])能$")
_OF_A_MEETING = late(r"[^，。；;\n]{0,14}(?:会议|会|通知|部署|电报|讲话)的?(?:精神|要求)")
"""为贯彻落实全省抗旱紧急电视电话会议精神: that meeting was urgent."""
_QUOTE = late(r"[《“\"「][^》”\"」\n]{0,30}$")
_NAMED_SO = late(r"[“\"「](?:[^“”\"「」\n，。]{0,6})$")
_NAME_ENDS = late(r"[^“”\"「」\n，。！!]{0,6}[”\"」]\s?(?:、?\s?[“\"「][^“”\"「」\n，。]{1,8}[”\"」])*(?:的|典型|事项|服务|窗口|工作法|机制|案例|作风|平台|清单|理念|行动|工程|精神)")
"""What is called by such a word (“马上就办”典型案例)."""
_BEFORE = 24
"""What stands before a pressing word may deny it; what follows (立即停用) is the act it presses for."""
_NOT_ONE = late(r"(?:不是|并非|不算|非)(?:[^，。；\n]{0,2})$")


def find_urgency(text: str) -> Span | None:
    """Where a normalised text presses the reader; None where it does not."""
    for match in _URGENT.finditer(text):
        low = max(0, match.start() - _BEFORE)
        if negated(text[low : match.start() + 1], match.start() - low, match.start() - low):
            continue
        if _OTHERS_ACT.search(text, max(0, match.start() - 12), match.start()):
            continue
        if _NOT_ONE.search(text, max(0, match.start() - 6), match.start()) or _is_name(text, match.span()):
            continue
        if match.group().startswith("紧急") and _OF_A_MEETING.match(text, match.end()):
            continue
        if match.group().startswith("紧急") and _QUOTE.search(text, max(0, match.start() - 32), match.start()):
            continue
        return match.span()
    return None


def _is_name(text: str, span: Span) -> bool:
    """Whether the word stands in quotation marks and names something (“立即办”事项)."""
    return bool(_NAMED_SO.search(text, max(0, span[0] - 8), span[0]) and _NAME_ENDS.match(text, span[1]))
