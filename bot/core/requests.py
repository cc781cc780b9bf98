"""What a group is asked in one breath to do by a day: 请大家11日下午把回执带来; 各位20日至24日抽空到畜牧站领疫苗."""

from __future__ import annotations

import re

from bot.core.english_requests import is_asked_politely
from bot.core.mentions import Mention
from bot.core.wording import late

_GROUP = r"(?:大家(?!好|庭|都(?:说|是|在))|各位[一-鿿]{0,4}?|各(?:村|社区|单位|组|校|班|站所|网格|家|户|科室)[一-鿿]{0,4}?|(?:家长|同志|业主|村民|老师|同学|邻居|住户)们?|所有人|全体[一-鿿]{1,4})"
_ASKED = late(
    rf"(?:^|[，,。；！!\s@])(?:(?:敬|还|特|烦)?请|麻烦|拜托|劳烦)(?:{_GROUP})?(?:务必|抓紧|尽快|抽空|记得|于|在)*\s?$"
    rf"|(?:^|[，,。；！!\s@]){_GROUP}[，,]?(?:请|记得|务必|抓紧|尽快|抽空|麻烦|别忘了)+(?:于|在)?\s?$"
)
_CALLED_ALONE = late(rf"(?:^|[，,。；！!\n\s@]){_GROUP}[:：，,]?\s?$")
_BRINGS = late(r"(?:[之以]?前|[之以]?内)?[，,]?(?:抽空|记得|务必|抓紧|自行|统一)*(?:把|将)(?!要|会|于|在|持续|有|迎)[^，。；！\n]{1,14}?[一-鿿](?:[来去回上好齐清完掉给到走开下]|一下|了)?(?=[，,。；！!\s]|$|交|报|送|发|给|到|至)")
_ERRAND = late(
    r"(?:[之以]?前|[之以]?内)?[，,]?(?:抽空|记得|务必|抓紧|自行|统一)*(?:带[^，。；]{1,8}?)?(?:到|来|去)[^，。；！\n]{2,12}?(?:领(?!导)|办(?![公会])|换|拿|取|交(?!流|接|友)|缴|对账|核对|登记|签字|验收?|采集|认证|补录|年检|报销|退)[^，。；！\n]{0,10}(?=[，,。；！!\s]|$)"
)
_ASKED_IN_ENGLISH = late(
    r"(?:^|[.!,;:\n)-]\s{0,3})(?:(?:please|kindly)\b|(?:could|can|would|will) (?:you|each|every|all|everyone|both|the)\b[^.?!;\n]{0,24}?)"
    r"\s?(?:please |kindly |all |each )?(?:confirm|send|submit|return|reply|respond|complete|fill|upload|e-?mail|hand|provide|sign|register|share|forward)\b"
    r"(?:(?!\b(?:whether|if|that|when|who|how|which|what)\b)[^.?!;\n]){0,90}?\b(?:by|before|no later than)(?: the)? ?$",
    re.I,
)
"""Could each team confirm its headcount by …? Thanks: a request however much it sounds like a question."""
_WINDOW_IN_ENGLISH = late(
    r"(?:^|[.!,;:\n)-]\s{0,3})(?:please |kindly )?(?:return|send|submit|hand in|bring|drop|deliver|upload|e-?mail|post|complete|fill in|sign up|register|enrol|vote|book|collect|pick up|exchange)\b"
    r"(?:(?!\b(?:taken|made|sold|used|recorded|collected|received|worked|held|spent|bought|dated|days|weeks|nights|shifts|period|hours|dates)\b)[^.?!;\n]){0,60}?(?:\bany ?time)? (?:between|any ?time from|any day from)(?: the)? $",
    re.I,
)
"""Return the forms between 11 and 15 May: days to do it in, not those that the forms are about."""
_TAKEN_IN, _HANDED_OVER = late(r"(?:统一|集中)?收(?=[，,。；;！!\s]|$)"), late(r"(?:交|送|放|拿)(?:到|给|至|回|来)?(?!通|流)[^。；\n]{0,24}$")
"""把表交到物业，3月14日至26日收: the days on which what is handed over is taken in."""
_YOU = late(r"(?:^|[，,。；;！!\s])(?:你们|诸位)(?:都|就)?$")
_GIVES = late(r"(?:之?前)?(?:就|要|得|都|先|务必|统一)*(?:交|报|发|送)?给(?:我|他|她)们?(?=[，,。；;！!\s]|$)")
"""你们礼拜六给他."""
_LAID = late(r"(?:之?前)?(?:就|要|得|都|统一|务必|请|一起)*(?:摆|放|送|交|拿|搁|递)(?:到|在|给)?我(?:们)?(?:这[儿里边]?|那[儿里边]?|桌|办公室|手[上里])[^，。；\n的]{0,4}(?=[，,。；;！!\s]|$)")
"""21号摆到我桌上."""
_CANNOT_YET, _GIVES_LATER = late(r"(?:[给交报填赶弄补]不(?:了|上|出|完|及)|来不及|没赶上)的[，,]?$"), late(r"(?:之?前)?(?:也|就|再|直接|务必)*(?:给|[交报发](?:给|到)?)(?!通|流)[一-鿿]{1,5}(?=[，,。；;！!\s]|$)")
"""给不了的16号直接给小吴."""
_NOT_COMING, _TELLS = late(r"(?:[去来]不了|[不没](?:能|法|便)[去来到参]加?|有事|不[去来]|参加不了)的(?:人|户|同志|请|务必|最[晚迟])*$"), late(r"(?:之?前)?(?:请|务必|要|得|提前|先)*(?:跟|向|给|找|和|同|在群里)[^，。；\n]{1,10}?(?:讲|说|打|请[个]?假|报|招呼)")
"""实在去不了的14号跟大刘讲一声."""
_PAPERS = late(r"[表册单稿件据票]|台账|材料|资料|报告|总结|小结|方案|回执|照片|合同|协议|申请|承诺书|证明|[一二两三四]份|档案|卷宗|记录|数据|样本?|证(?!据|实)|卡|签(?:好|完)字")
_BROUGHT = late(
    r"(?:之?前|上午|下午)?[，,]?(?:再|就|都|务必|一并|一起|一块儿?|顺便|顺路|顺手|统一|各自|自己|派人|找人|记得|要|[赶坐搭跟托让][^，。；\n]{1,6}?(?:车|船|人))*(?:带|捎|拿|拎)(?P<to>(?:来|到|至|过来|回来|上来|回|过去)(?!家|就|学校里?(?:上课|的)|[^，。；]{0,6}(?:吃|玩|洗|修|寄|卖))[^，。；！\n]{0,14}?)(?<!了)(?=[，,。；;！!\s]|$)"
)
_BROUGHT_NEAR = 60
_NOT_BY_READERS = late(r"(?:(?<![给交])我们?|[他她]们?|师傅|公司|厂家|快递|县里|市里|省里|镇里|上面|专家|记者|医生|老师|[局站所]里|会上|统一)(?:都|就|再|会)?$")
_FOR_READERS = late(r"给(?:大家|你们|各|村里|每)|发给|分给")
"""表填好，下月6号带来站里; 一式两份，16号捎到水利站来: a paper that readers bring."""
_MEETS = late(r"开会|参[加会训]|集合|培训|学习|观看|听课|演练|比赛|座谈|集中|入座|签到|报到|检查|开班|吃饭|聚餐|喝酒|做客")


_REMEMBER = late(
    r"(?:[上下]午|一早)?(?:一定|千万|务必|可)?要?(?:记得|记着|别忘了?|别忘记|不要忘了?|不要忘记)(?:要|得|先)?(?![^，。；\n]{0,12}(?:[穿戴吃喝睡]|雨?伞|衣|[吗没]$))"
    r"(?:把|给|跟|向|去|到|找|和|在|往|再)?[^，。；！？\n]{0,10}?(?:打个?电话|联系|通知|问|催|报(?!道|名?处)|交(?![通流警])|送|发|填|领|取|办|缴|还|签|汇报|对接|回复)(?![^，。；！\n]{0,12}[了吗没][？?！。\s]*$)"
)
"""明早记得给县里打电话: what is not to be forgotten on that day."""


_FETCHED = late(
    rf"[，,]?(?:请)?(?:{_GROUP}|每[一-鿿]{{1,2}}|你们)(?:派|安排|自行|自己|组织|开)*(?:车|人|专人)?[^，,。；;\n]{{0,4}}?(?:来|去|到)[^，,。；;\n]{{2,14}}?(?:拉|领(?!导|奖)|取|提|运)(?:走|货|回去?|完)?(?=[，,。；;！!\s]|$)"
)
"""上午九点到十一点半各村派车到仓库来拉: the hours within which readers fetch something."""
_FIRM_ASKED, _OBJECTS = late(
    r"(?:^|[，,。；;：:！!\s])(?:特|敬|现|烦|并|故|望|兹)?请[贵你](?:公司|单位|[司方校部社院馆厂局镇村站所处行会办]|中心)(?:务必|须|应|抓紧|尽快|尽早)?(?:于|在)?$"
), late(r"(?:如有|若有|如对|若对|如果|倘)|异议|不同意")
"""请贵公司于7月31日之前与我园签订合同: what one firm is asked to do."""
_PLEASE, _DONE_THEN = late(r"请(?:各[一-鿿]{1,4}|大家|你们)?(?:务必|尽量|都|于|在|赶在)*$"), late(
    r"(?:之?前)?(?:就|都|全部|统一|抓紧)*(?:[^，,。；;\n开会到参]{0,6}?[一-鿿](?:完|齐|妥)|(?:处理|办理?|弄|填|改|补|核对|准备)好|办结|处理|[交报](?:[上过]?来|给|送)|补上|送(?:[过]?来|到)|发(?:[过]?来|我|给我))(?=[，,。；;！!\s]|$|[一-鿿]{1,6}[，,。；;！!])"
)
"""要回的函请上午处理完: what is asked for within a part of this day."""


def is_request(m: Mention) -> bool:
    """Whether a group is asked to bring, hand over or fetch something by this day, whatever thanks stand around."""
    if not m.has_day and m.time.part and not m.time.clock and m.time.start is not None and not m.is_range and _PLEASE.search(m.left[-14:]) and _DONE_THEN.match(m.right):
        return True
    if m.has_day and m.time.before and _FIRM_ASKED.search(m.left[-24:]) and not _OBJECTS.search(m.sentence_left[-60:]):
        return True
    if m.has_day and m.time.clock and m.time.end_clock and _FETCHED.match(m.right):
        return True
    if not m.has_day or m.time.start is None or _MEETS.search(m.clause_right):
        return False
    if _ASKED_IN_ENGLISH.search(m.sentence_left[-140:]) or is_asked_politely(m):
        return True
    if m.is_range and _WINDOW_IN_ENGLISH.search(m.sentence_left[-100:]):
        return True
    left = m.sentence_left[-24:]
    if not m.is_range and ((_YOU.search(left) and _GIVES.match(m.right)) or _LAID.match(m.right) or (_CANNOT_YET.search(left) and _GIVES_LATER.match(m.right)) or (_NOT_COMING.search(left) and _TELLS.match(m.right))):
        return True
    if not m.is_range and _REMEMBER.match(m.right):
        return True
    if not m.is_range and not m.time.part and not m.time.clock and _is_brought(m):
        return True
    if m.is_range and _TAKEN_IN.match(m.right) and _HANDED_OVER.search(m.sentence_left[-40:]):
        return True
    if not (_ASKED.search(left) or _CALLED_ALONE.search(left)):
        return False
    return bool(_ERRAND.match(m.right) or _BRINGS.match(m.right))


def _is_brought(m: Mention) -> bool:
    """Whether papers named before the day are to be brought by the readers on it."""
    found = _BROUGHT.match(m.right)
    if found is None or m.time.said[0] in "当同那" or _FOR_READERS.search(found["to"]) or _NOT_BY_READERS.search(m.clause_left):
        return False
    return _PAPERS.search(m.text, max(m.line[0], m.start - _BROUGHT_NEAR), m.start) is not None
