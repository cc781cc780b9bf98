"""Dates that hang on nothing of this text: spans that lie behind, spans after what has no date, what a notice is for."""

from __future__ import annotations

import re

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.wording import late

_SPAN_WITHIN = late(r"(?:秒|分钟|小时|钟头|天|日|周|星期|月)[之以]?内|within", re.I)
_FROM_RECEIPT = late(r"(?:现在|此刻|这会儿?|当下|这时|收到|看到(?!火|烟|险|病|苗|现|可疑|有)|见到(?:消息|通知|信息)|接到|接(?!种)|(?<![验征回没])收(?!割|费)|通知|来函|文件|即日|今日|今天|下发|下达|印发|发布|发文|发出|本函|交办|转办|派单|receipt)[^，。；]{0,10}(?:后|起|内|之日|of|$)[^，。；]{0,3}$")
_OFFICE_RECEIVES = late(
    r"(?:^|[，,、；;。：:\s的全后])(?:再)?由?(?:(?P<ours>[我本])|(?![各请你贵全每凡接收自从])[一-鿿]{0,8}?)(?:局|办|办公室|站|所|部|科|股|处|中心|窗口|公司|分?行|银行|关|院|厅|委|校|学校|会|馆|队|平台|客服|专班|方|司|们)"
    r"(?:在|自|将|从)?(?:收[到件齐讫表稿]|接[到件报单]|受理|签收|拿到)[^，。；各请你]{0,10}(?:后|起|之日)的?[^，。；]{0,3}$"
)
"""我局收件后15日内, 银行受理后3个工作日内: what an office promises for its own act."""
_READERS = late(r"各(?!项|类|种)|请|你|贵|全体|所有|有关|相关|凡|须|务必|村|社区")
_READERS_ACT = late(r"[^，。；]{0,12}?(?:[报交缴填]|整改|反馈|回复|申[辩诉请]|退|发[我到])")
_AFTER_SOMETHING = late(r"[一-鿿]{2}(?<![今随然最此往日月年号点]天)(?<![今随然最此往前午])(?:之日|当日|当天|之|以)?(?:后|起)的?[，,]?第?$")
"""复工后三天内, 验收之日起5日内: after something whose date does not stand here."""
_BEGINS_OR_ENDS = late(r"(?:[开复返入到离放停转出][学工业班职校岗院市假村产伍党诊庭机]|到期|期满|届满|验收|竣工|[一-鿿]{2}(?:结束|完毕|结业|闭幕|收尾))$")
"""开学一周内, 考试结束三天内: the same without 后."""
_WHENEVER = late(r"(?:一旦|凡是?(?![^，]{0,6}尚未)|如有?|若有?|遇有?|巡到|巡查到|发现(?:一[起处例])?|\bif you|\bonce you|in case|有[^，。；]{0,6}的[，,]|有[^，。；]{1,6}的(?=$)|每次|每[起例宗件]|出现|whenever|if any)[^。；]{0,56}$", re.I)
_NAMED_PERIOD = late(r"[本这今下][天日周月季年星礼个旬]")
"""本周内 counts from nothing: it is a week of the calendar."""
_ONCE, _ANY_TIME = late(r"(?:请|各[一-鿿]{1,3})[^。；]{0,14}?(?:自查|清[点查]|排查|核对|核查|盘点|查一?[查下])"), late(r"一旦|发现|出现|[遇每]|如有?|若")
"""请清点公章，凡没备案的，三天内报: a round that is made once, now."""
_ADDRESSED = late(r"(?:^|请)各[一-鿿]{1,4}$")
_WHENEVER_ANY = late(r"一旦|凡|如有?|若有?|遇有?|每次|每[起例宗件]|出现|发现")
"""有破损的，各社区两天内整改: who is addressed has so long from now on, unless it may come at any time."""
_PURPOSE = late(r"(?:为了?|以)(?:确保|保证|保障|实现|做到|力争|如期|按期|顺利|切实|推动|赶在|迎接|配合|落实)[^。；]{0,60}$|(?:力争|争取|目标是?|确保实现)[^，。；]{0,24}$")
_HAND_IN_SOON = late(r"报|交|发|送|传|填")


_THOSE, _OF_DAYS, _COMES_BACK = late(r"[这那此其该](?:段)?$"), late(r"[\d一二两三四五六七八九十百]+个?(?:天|日|周|星期|礼拜|月)(?:之?[内间中]|里)?"), late(r"(?:里|内|中|期间|之间)?[，,]?(?:各[一-鿿]{1,4}|请|都|要|均|须|必须|坚持){0,3}(?:[每天日]天?|逢)(?=[天日周个晚早月一二三四五六])")


def only_counts_back(m: Mention) -> bool:
    """4月1日开始、6月30日结束，共91天。这91天里，每日…: a span that was said before and in which something comes back."""
    return _THOSE.search(m.left[-2:]) is not None and _OF_DAYS.match(m.time.said) is not None and _COMES_BACK.match(m.text, m.end) is not None


def lies_behind(m: Mention) -> bool:
    """近一周, 最近三个月内, 过去30天: a span that ends now."""
    return bool(re.match(r"近(?=[\d一二两三四五六七八九十几半])|最近|过去|(?:the )?(?:last|past) ", m.time.said, re.I)) and m.time.kind is not TimeKind.SET


_AHEAD_OF = late(r"(?:会|班|课|赛|演练|训|考|面试|体检|演出|活动|出发|入场|手术)(?:开始|召开|举行)?[之以]?前$")
"""赛前30日内出具: so long before what takes place, not from now on."""


def after_undated(m: Mention) -> bool:
    """演练结束后3日内, 发现险情后半小时内: counted from what has no date here."""
    if only_counts_back(m):
        return True
    if not _SPAN_WITHIN.search(m.time.said) or _NAMED_PERIOD.match(m.time.said):
        return False
    begin = m.time.said.startswith(("后", "之后"))
    left = m.sentence_left[-40:] + ("后" if begin else "")
    theirs = _OFFICE_RECEIVES.search(left)
    if theirs and not _READERS.search(m.clause_left[-24:]) and (theirs["ours"] or not _READERS_ACT.match(m.right)):
        return True
    if _FROM_RECEIPT.search(left):
        return False
    if _AHEAD_OF.search(m.left[-8:]):
        return True
    if _AFTER_SOMETHING.search(m.left[-40:] + ("后" if begin else "")) or _BEGINS_OR_ENDS.search(m.left[-6:]):
        return True
    if _ADDRESSED.search(m.clause_left) and not _WHENEVER_ANY.search(m.sentence_left[-60:]):
        return False
    if (round_ := _ONCE.search(m.sentence_left[-60:])) and not _ANY_TIME.search(m.sentence_left[-60:], round_.end()):
        return False
    return bool(_WHENEVER.search(m.sentence_left[-60:])) and not re.search(r"[日号天点时前]", m.left[-6:])


def is_purpose(m: Mention) -> bool:
    """为确保3月底前全面完成，现就…: what the notice is for, not by when this is due."""
    found = _PURPOSE.search(m.left[-60:])
    if not found or re.search(r"请|各[村镇乡单社校站]", found.group()):
        return False
    goal = re.match(r"力争|争取|目标", found.group())
    return bool(goal and not _HAND_IN_SOON.search(m.clause_right)) or bool(re.match(r"[^。；]{0,40}[，,][^。；]{0,30}(?:现|请|特|需|要|将|各|须|务必|决定|开展|报|交)", m.sentence_right))
