"""The limit a level above has set, beside the one that those who pass it on set their readers.

区里20日要，各站17号晚上把数给我; 转市局通知：21日前上报…。我统一报，所以各所17号前给我: the readers keep the earlier one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.core.mentions import Mention
from bot.core.reasons import ANOTHERS, WEIGHED_OUT
from bot.core.roles import FINISH, HAND_IN, DateRole, Verdict
from bot.core.wording import late

_ABOVE = r"(?:[省市县区州镇乡局厅院][里上](?:面)?|上[面级头]|总(?:部|公司|工会|行|院|社|店|校)|集团(?:公司)?|[省市县区州](?:委)?[一-鿿]{1,6}?(?:[局委办厅院会]|中心)|[一-鿿]{0,4}(?<![各本我])(?:学校|公司|街道|厂部|局))"
_THEY_WANT = late(rf"(?:^|[，,。；;：:\n]){_ABOVE}[^，,。；;：:\n各你]{{0,8}}[，,]?$|(?:^|[，,。；;：:\n]){_ABOVE}(?:给|定|要求?|规定|卡)[^，。；：:\n各你]{{0,10}}?(?:期限|时限|截止|时间|日子|节点)[是为在:：]?$")
_WANTED = late(r"(?:之?前|以前)?(?:就|也|才|统一|必须|要|得)*(?:要|收|交|截止?|催|看|报|用|汇总)")
_PASSED_ON = late(rf"(?:转[^，。；：:\n]{{2,16}}?|(?:按|据|接){_ABOVE}[^，。；：:\n]{{0,8}}?)(?:通知|要求|来文|文件)[：:，,]\s?$")
_OURS_NEXT = late(r"(?:[^，。；\n]{0,14}[，,])?\s?(?:所以|因此|那)?(?:请)?(?:各(?!项|类|种|方面)[一-鿿]{1,6}|你们|大家|咱们?|我们(?:自己|这边)?|[一-鿿]{1,4}们)")
_COLLECTED = late(r"我(?:们)?(?:再|来|要|好|先|得|统一|一并|一起|集中)+(?:往上|汇总|上报|报|交|审|核|送)|(?:由|是)我(?:们)?(?:统一|汇总|一并|往上|来报)|统一(?:由我|往上)|(?:学校|社区|公司|街道|支部|工会|[村镇乡站所科院]里)[^，。；\n]{0,4}(?:汇总|统一|收齐)[^，。；\n]{0,5}(?:报|交|送)|我(?:们)?[^，。；\n]{0,10}?(?:就|再|好)(?:汇总|上报|报上去|交上去)")
_TO_ME = late(r"[^。；\n]{0,24}?(?:给|发|报|交|传|送)(?:到|给|至)?(?:我|[一-鿿]{1,8}?(?:[办科站组室处]))")
_BESIDES = late(r"另外|此外|还有|还要|同时|再(?:交|报|发)|也(?:要|得)")
_DEMANDED = late(rf"(?:^|[，,。；;：:\n])\s?(?:[省市县区州部])?(?:{_ABOVE}|部里|国家|[省市县区州]{{1,2}}(?:厅|局|委|办|府))(?:昨天|今天|刚|又|已|统一|明确|来电|发文|下文|通知){{0,2}}(?:要求|规定|部署)(?:我们?|咱们?|我[县镇乡局校村])?(?:必须|务必|须|应|要|统一|全部|在|于|最[晚迟])*$")
"""省厅要求12月15日前集中上图: a demand of those above, in so many words."""
_ASKS_THEM = late(r"(?:^|[，,：:\s])(?:请|望|所以|因此)?(?:各(?!项|类|种|方面)[一-鿿]{1,8}?|你们|大家)(?:务必|必须|请|要|须|应|都|统一|先)*(?:于|在)?$")
_PRESSED = late(r"[^\n]{0,60}?(?:(?:请|望)(?:各|大家|你们|抓紧|尽快|按|务必|对照|认真)|各[一-鿿]{1,4}?(?:抓紧|赶紧|尽快|务必|照办|落实|按时)|大家抓紧|[，。]抓紧|别[拖误]|不得(?:拖|延)误)")
_ACT = late(rf"[^，,。；;\n]{{0,12}}?(?:{HAND_IN}|{FINISH})")
_FARTHEST = 110
"""Characters from the limit above to that of the readers."""


def with_own_limits(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the limit of a level above as nobody's, where the readers have one before it for the same thing."""
    found = list(verdicts)
    due = [at for at, v in enumerate(found) if v.role is DateRole.DEADLINE and v.mention.has_day and v.mention.time.start]
    for first, then in pairwise(due):
        above, own = found[first].mention, found[then].mention
        if own.time.start <= above.time.start and own.start - above.end <= _FARTHEST and _same_thing(above, own):  # type: ignore[operator]
            found[first] = Verdict(above, DateRole.NEITHER, ANOTHERS)
    earliest = min((found[at].mention.time.start for at in due if not _BESIDES.search(found[at].mention.sentence_left)), default=None)  # type: ignore[type-var]
    for at, v in enumerate(found):
        m = v.mention
        if v.reason == WEIGHED_OUT and m.time.before and m.has_day and m.time.start and _binds_readers(m) and (earliest is None or earliest > m.time.start):
            found[at] = Verdict(m, DateRole.DEADLINE, "demanded_above")
    return found


def _binds_readers(m: Mention) -> bool:
    """县局要求28日前完成，请各校抓紧: whether those who read are pressed for what is demanded above."""
    return _DEMANDED.search(m.sentence_left[-40:]) is not None and _ACT.match(m.right) is not None and _PRESSED.match(m.text, m.end) is not None


def _same_thing(above: Mention, own: Mention) -> bool:
    between = above.text[above.end : own.start]
    if _BESIDES.search(between):
        return False
    if _DEMANDED.search(above.sentence_left[-40:]) and _ASKS_THEM.search(own.clause_left) and above.sentence != own.sentence:
        return True
    wanted = _THEY_WANT.search(above.sentence_left[-40:])
    if wanted and above.sentence == own.sentence and (_WANTED.match(above.right) or above.right[:1] in ("", "，", ",")):
        return _OURS_NEXT.search(between) is not None
    told = _PASSED_ON.search(above.left[-30:]) or wanted
    return told is not None and _TO_ME.match(own.right) is not None and _COLLECTED.search(above.text, above.end, own.end + 60) is not None
