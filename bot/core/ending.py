"""The end of what takes place: 11:50散会, 大概讲到八点半, 结束时间：17:00."""

from __future__ import annotations

import re

from bot.core.mentions import Mention
from bot.core.wording import late

OVER = (
    r"(?:结束|散会|散场|解散|散队|收卷|收操|礼成|上岸|下课(?=[，,。；;、）)\s]|$)|结[训课营业](?=[，,。；;、）)\s]|$)|收[工队场]|收(?=[，。；]|$)|返程|返回|完(?=[，。；]|$)"
    r"|(?:解除|清场|收[车摊市操官尾船杆竿网秤]|归队|关门|打烊|打道回府|下山|吃饭|开饭|就餐|撤离|放人|放学|退场|离场|闭[馆园])(?=[，,。；;、）)\s]|$))"
)
"""How it is said that what takes place is over."""
_GOES_ON = r"[^，。；\n]{0,12}(?:座谈|讨论|开会|交流|总结|点评|汇报|评议|合议|商议|听课|听取|听讲|学习|考试|考核|观看|上课|复盘)"
"""Where people come back to go on: 回镇政府小礼堂座谈."""
_ENDS_RIGHT = late(rf"(?:左右|前后)?[^，。；\d前报交]{{0,8}}?(?:{OVER}|回到(?=[一-鿿])(?!{_GOES_ON})|回[学镇村](?!{_GOES_ON})|封箱|闭幕|接回|下课|离场|离校)")
_ENDS_LABEL = late(r"(?:结班|结业|结营|闭幕|结束|散会|散场|收官)(?:时间|日期)?[\]】*_\s]*[为是:：丨｜|]?[*_\s]*$")
_ENDS_FIELD = late(r"(?:^|\n)[^一-鿿\n]{0,6}(?:结束|散会|散场|闭幕|收场|完赛)(?:时间)?[\]】]?[:：丨｜|]\s?$")
"""A line of a form for when it is over: 结束：08:30."""
_DAY_ENDS_RIGHT = late(r"[^，。；\d前报交]{0,8}?(?:结束|闭幕|返程|返回|接回|离校|结[营训课业]|解散)")
_ENDS_LEFT = late(r"(?:(?:会期|大概|大约|估计|预计|讲|忙|进行|持续|一直)[^，。；\d]{0,4}|[巡讲忙干做练排演学打谈聊看走跳唱守值放拍查开办摆停坐上诊检测抽卖])[到至]$")


def says_end(m: Mention) -> bool:
    """Whether a time is said to be the end of what takes place: 11点前后在龙潭桥结束, 大概讲到八点半."""
    if m.time.start is None or m.time.before or not (m.time.clock or m.has_day):
        return False
    if m.time.clock and _ENDS_FIELD.search(m.left):
        return True
    if m.has_day and (_ENDS_LABEL.search(m.left) or re.match(r"(?:左右)?(?:闭幕|结束|结[业营班训课]|解散)", m.right)):
        return True
    ends = _ENDS_RIGHT if m.time.clock else _DAY_ENDS_RIGHT
    return bool(ends.match(m.right) or (m.time.clock and _ENDS_LEFT.search(m.left)))


_BACK_BY = late(r"(?:^|[,;.] ?|\b(?:be|are|get|and|home)\b ?)back (?:\w+ ){0,4}?(?:by|at|around|before) $", re.I)
_PAPER = late(r"\b(?:forms?|sheets?|lists?|papers?|cop(?:y|ies)|questionnaires?|surveys?|reports?|slips?|files?|filled|signed|completed|sent|figures?|numbers?)\b", re.I)
"""What comes back by a time when people are not meant: the form filled in and back by noon."""
_LEAVE = late(r"(?:就|才)?(?:走|离开|返程|返回|撤离|散会)(?=[，。；、]|$)")
_IS_OVER = late(
    rf"(?:之?前|左右|前后)?(?:才|就|能|可|会|准时|统一|全体|全部|一起|陆续)?(?:{OVER}|散|回(?:到|程|来|[学镇村单家])|让大家回)"
)


_SAME_DAY = ("当天", "当日", "当晚", "同日")
"""9:00开班，当日17:00结束: the day is that of what has just been named."""


def surely_back(m: Mention) -> bool:
    """Back by four: when people are back, whatever else speaks for the time."""
    return m.has_clock and _BACK_BY.search(m.left[-40:]) is not None and not _PAPER.search(m.left[-80:])


_GOES_ON_UNTIL, _SMALL_HOURS = late(r"(?:一直|持续)?[查巡守忙干搞排拉练打开值放]到$"), late(r"凌晨|半夜|后半夜")
"""一直查到明天凌晨1:30: the night goes on into the next day."""
_OVER_BY = late(r"\b(?:(?:should|will|is (?:to|due to|expected to)|expected to|due to) (?:all )?be (?:all )?(?:over|done with|finished) (?:by|at|around|before)|(?:ends?|finish(?:es)?|wraps? up) (?:by|at|around)) $", re.I)


def is_over(m: Mention) -> bool:
    """中午前结束: an hour at which something that takes place is over."""
    if not m.has_clock:
        return False
    if _GOES_ON_UNTIL.search(m.left[-8:]) and _SMALL_HOURS.search(m.time.said):
        return True
    own_day = m.has_day and not m.time.said.startswith(_SAME_DAY)
    return surely_back(m) or _OVER_BY.search(m.left[-40:]) is not None or bool(_LEAVE.match(m.right)) or (not own_day and bool(_IS_OVER.match(m.right)))


def end_label(m: Mention) -> bool:
    """Whether a field names the time as the end: 结束时间：17:00."""
    return _ENDS_LABEL.search(m.left) is not None
