"""A gathering's name: what it is called, or what it is about."""

from __future__ import annotations

import re

from bot.core.title_shape import LONGEST, fit, tidy
from bot.core.wording import late

_REACH, _LONGEST_LEFT = 400, 18
_SOCIETIES = r"(?<!教)(?<!代)(?<!城南)(?<!委)(?<!农)(?<!商)(?<!协)(?<!理事)(?<!监事)(?<!工)(?<!学)(?<!妇)(?<!联谊)(?<!合)(?<!社)(?<!基金)(?<!都)(?<!不)(?<!才)(?<!机)(?<!就)(?<!还)(?<!集)"
"""理事会, 都会, 机会: what is no gathering."""
_EVENT = late(
    r"(?:(?:推进会|座谈会|恳谈会|部署会|调度会|视频会|动员会|茶话会|协调会|说明会|招聘会|表彰会|联席会|联谊会|家长会|例会|会议|评议会|约谈会|现场会|报告会|代表大会|业主大会|晚会|运动会|交流会|碰头会|学习会|分析会|开放日|年会|培训班|培训会|培训|(?:[㐀-鿿]球|接力|邀请|选拔|预|决|初|复|联|挑战|对抗|友谊|锦标|知识|技能|朗诵|征文)赛|演练|演习|拉练|训练|轮训|练兵|讲座|公开课|第一课|课堂|观摩|汇演|彩排|演出|比武|比赛|竞赛|仪式|检查|督查|督导|验收|抽检|巡查|调研|审计|义诊|义剪|义卖|体检|献血|接访|党日|党课|考试|面试|笔试|巡河|宣讲|讲评|评审|座谈|谈话|游园|骑行|健步走|团拜会|团拜|劳动|植树|祭祖|公祭|夜学|排练|合练|联排|加排|听课|摇号|(?<!通报)点名|净滩|开庭|研习|茶叙|集训|直播课|活动|互查"
    rf"|{_SOCIETIES}会)会?)(?![议计员所长筹同商签]|精神|[㐀-鿿]{{0,2}}(?:室|名单|厅|中心|[小检督考专]?组|[^，]馆|方案|通知书))"
)
_LEFT_PART = late(r"[㐀-鿿A-Za-z0-9“”·《》]{0,18}$")
_TALK_OVER = late(r"(?:碰头|碰个头|开个(?:短|小)?会|坐一?下)[，,\s]{0,2}(?:说|讲|谈|商量|研究|对|议)(?:一下|一说)?(?P<what>[㐀-鿿“”]{3,14})")

_NOUN_EDGE = late(
    r".*(?:召开|举办|举行|参加|组织|开展|定于|开始|开(?!工|学|放|展|源|发)|到|在|于|去|来|让|给|将|把|进行|观摩|请|楼|室|场|院|厅|办(?=[“家])|定|[\d:：）)｜](?!岁))(?=[㐀-鿿“《])"
)

def talked_over(body: str) -> str:
    """A gathering named by what it is about (碰头，说一下汇报内容 → 汇报内容碰头会)."""
    match = _TALK_OVER.search(body, 0, 300)
    what = re.sub(r"要(?=[㐀-鿿])|的|^(?:一下|关于)", "", match.group("what")) if match else ""
    return fit(what, LONGEST - 3) + "碰头会" if len(what) >= 2 else ""

_NO_NAME = late(r"(?:管|监|协|员|委)会$|党员活动$|^[各一本]|站$|^[月年日时个班不得那](?!度|(?<=年)[终末会])|^[省市县]里|会议室|参会|到会|开会|散会|赴会|与会")


def gathering(body: str, reach: int = _REACH) -> str:
    """The first gathering that is named with more than its kind, within so many characters."""
    after = 0
    for match in _EVENT.finditer(body, 0, reach):
        left = _LEFT_PART.search(body, max(after, match.start() - _LONGEST_LEFT), match.start())
        after = match.end()
        phrase = tidy(_last_noun((left[0] if left else "") + match[0]))
        if len(phrase) >= 3 and not phrase.startswith(("式", "次", "的")) and not _NO_NAME.search(phrase):
            return fit(phrase)
    return ""

def _last_noun(phrase: str) -> str:
    edge = _NOUN_EDGE.match(phrase[:-2]) if len(phrase) > 4 else None
    return phrase[edge.end() :] if edge and len(phrase) - edge.end() >= 2 else phrase

