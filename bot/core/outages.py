"""When water, power, a lift or a system stops: 停梯：3幢 3月16日 9:00—11:30; 起：… 止：… below a title that says so. Nobody hands anything in then."""

from __future__ import annotations

from bot.core.mentions import Mention
from bot.core.wording import late

_STOPS = r"(?:停[水电气机诊暖梯运服航用]|断[水电网]|封[路闭道]|检修|维修|割接|升级|维护|闭馆|停供)"
_LINE = late(rf"[\s├└┌·•*\-【\d.、]*{_STOPS}(?:时间|日期|时段|范围)?】?\s?[:：|丨]")
_BOUND = late(r"[\s├└┌·•*\-【]*(?:起|止|开始|结束|停|恢复|停机|开机|始|终)(?:时间)?】?\s?[:：|丨]\s?")
_TITLE = late(rf"[^\n，。]{{0,16}}{_STOPS}[^\n，。]{{0,6}}(?:通知|通告|公告|告知|提示|说明|预告|安排|单)[^\n，。]{{0,4}}(?:\n|$)")
_ASKS = late(r"截止|[上填]?报[名送]|提交|交|登记")


def stands_in_outage(m: Mention) -> bool:
    """Whether a date stands on the line of a notice that says from when until when something is out of service."""
    begin, end = m.line
    if _ASKS.search(m.text, begin, end):
        return False
    return _LINE.match(m.text, begin, m.start) is not None or (_BOUND.fullmatch(m.text, begin, m.start) is not None and _TITLE.match(m.text.lstrip()) is not None)
