"""The days of a meeting: who comes reports in before it and leaves after it. 28日报到，29日至30日培训，7月1日离会."""

from __future__ import annotations

from enum import StrEnum

from bot.core.mentions import Mention
from bot.core.wording import late


class Day(StrEnum):
    """What a day is of a meeting: when one reports in (the event itself only where no other day is said), is there, or leaves."""

    COMES = "comes"
    HELD = "held"
    LEAVES = "leaves"


_ENDS = r"(?=[，,。；;、）)（(\s]|$"
_COMES = late(rf"(?:前|之前|起)?[^，,。；;（(\n]{{0,22}}?(?:[（(][^（()）\n]{{0,60}}[）)])?[^，,。；;（(\n]{{0,6}}?报到{_ENDS}|参[加会训]|学习|培训|入住|及)")
_COMES_LABEL = late(r"报到(?:(?:时间|日期)(?:安排)?[为是:：\]】*\s]*|[:：]\s*)$|(?:^|[，,。；;：:\n（(])(?:统一|集中)?报到$")
_LEAVES = late(rf"(?:前|之前|后)?[^，,。；;\n]{{0,8}}?(?:离会|返程|撤离|离店|退房|疏散){_ENDS})")
_LEAVES_LABEL = late(r"(?:离会|返程|撤离|离店)(?:时间|日期)?[为是:：\]】*\s]*$")
_BEHIND_ARRIVAL = late(r"(?:报到|签到|入住)(?:[（(][^（）()\n]{0,16}[）)])?[，,、；;。]?\s?$")
_GATHERING = late(r"会议|年会|大会|论坛|研讨|培训|参训|[参与到]会|集训|辅导班|研修|讲习|训练营|夏令营|复训|轮训|比赛|竞赛|[大联决]赛|运动会|代表|学员|演练|党校")
_SEEN = 1500
"""Characters in which it must be said what one comes to."""
_HELD = late(r"(?:正式|集中|开始|进行|为|全天)*(?:开[会班课赛营训讲幕]|会议|培训|上课|授课|学习|比赛|竞赛|考试|召开|举[行办]|研讨|交流|参观|考察|论坛|开幕|活动|实操|演练|答辩|训练|参会)")


def day_of_meeting(m: Mention) -> Day | None:
    """Which day of a meeting this is, where the words right beside it say so."""
    if not (m.has_day or m.time.clock):
        return None
    if _LEAVES.match(m.clause_right) or _LEAVES_LABEL.search(m.left[-8:]):
        return Day.LEAVES
    if not _GATHERING.search(m.text, 0, _SEEN):
        return None
    if _BEHIND_ARRIVAL.search(m.left[-24:]) and _HELD.match(m.right):
        return Day.HELD
    if not m.has_day:
        return None
    return Day.COMES if _COMES.match(m.right) or _COMES_LABEL.search(m.left[-12:]) else None
