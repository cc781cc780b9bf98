"""Whether a notice presses: 紧急, 立即, 尽快, 第一时间, ASAP and their like."""

from __future__ import annotations

from bot.core.names import Span
from bot.core.negation import negated
from bot.core.wording import Words, late

_URGENT = Words(
    r"紧急(?!联系|情况(?!通|下发)|状态|避险|集合点|出口|疏散|制动|电话|救援|呼叫|救治|预案|程度|逃生|转移通道|医学|避孕|处置|重要|停车)|特\s{0,4}急|加急|急件|急急急|急！|急!|十万火急|万分火急|立即|立刻|立马|马上(?!就?到[了期，。]|就来|要到|就?要?(?:过[年节]|结束|中秋|春节|国庆|清明|端午|元旦|五一|十一|重阳|年底|月底|开学|放假|入[冬夏汛]|进入|开始|下班|退休|毕业))|即刻|火速|速速|从速|迅速|速(?=(?:报|办|回|交|来|到|发|转|将|给|去))|尽快|尽早|尽速|赶快|赶紧|抓紧|第一时间|急需|急用|急要|急等|急着要|急报|刻不容缓|不得拖延|不得延误|越快越好|十分紧迫|时间紧迫|时间紧(?=[，、,])|现在就(?!可以?|能)|此刻起|火急|急盼|催得(?:很)?急|要得急"
    r"|\bASAP\b|\bas soon as possible\b|\burgent(?:ly)?\b|\bimmediate(?:ly)?\b|\bright away\b|\bat once\b|\bstraight away\b|\bwithout delay\b|\bpromptly\b|\bat your earliest\b|\btop priority\b|\bhurry\b"
)
_OTHERS_ACT = late(r"(?:自动|系统|(?<!收到)(?<!接到)(?<!看到)(?<![一节假会学期日月年天])后|将|会|可|我局|我办|我站|我们|县里|镇里|已经?|正在|一经发现|发现后|如遇[^，。]{0,8})(?:[^，。；;\n]{0,2})$")
_OF_A_MEETING = late(r"[^，。；;\n]{0,14}(?:会议|会|通知|部署|电报|讲话)的?(?:精神|要求)")
"""为贯彻落实全省抗旱紧急电视电话会议精神: that meeting was urgent."""
_QUOTE = late(r"[《“\"「][^》”\"」\n]{0,30}$")


def find_urgency(text: str) -> Span | None:
    """Where a normalised text presses the reader; None where it does not."""
    for match in _URGENT.finditer(text):
        if negated(text, match.start(), match.start()):
            continue
        if _OTHERS_ACT.search(text, max(0, match.start() - 12), match.start()):
            continue
        if match.group().startswith("紧急") and _OF_A_MEETING.match(text, match.end()):
            continue
        if match.group().startswith("紧急") and _QUOTE.search(text, max(0, match.start() - 32), match.start()):
            continue
        return match.span()
    return None
