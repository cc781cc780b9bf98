"""What is done with a thing (把3个剖面样点补拍), or done at all, in the words of a text that asks for it."""

from __future__ import annotations

import re

from bot.core.already_there import done_before, long_past
from bot.core.left_to_others import anothers_act, done_by_others, writers_act
from bot.core.negation import negated
from bot.core.subjects import names_another
from bot.core.title_shape import LONGEST, fit, tidy
from bot.core.wording import late

_REACH = 400
_HANDLE = late(
    r"(?:把|将)(?:各|本|这|那)?(?P<what>[㐀-鿿0-9A-Za-z“”、]{2,20}?)(?:都|全部|及时|抓紧|统一|尽快|逐[一个台户条处]|挨[个只家户]|再|先)*"
    r"(?P<verb>补拍|重拍|补齐|补签|核对|核实|核查|核一遍|整理|更新|清理|清干净|清完|挂好|贴到|贴在|贴上|张贴|录入|整改|修好|上传|填好|填完|签完|收齐|拆除|转移|劝离|走完|装订|备好|摆好|自查一遍|检查一遍|排查一遍|看一遍|查一遍|数一[数遍]|点一[点遍]|消毒|换[好掉新]|搬[走开]|报上来|拍)(?!.{0,2}的|成)"
)
_COUNTED = late(r"^(?:\d+|[一二两三四五六七八九十几]+)(?:个|处|户|条|项|张|份|名|家|宗|块|座|本)")
_VERB_NAMES = {"核一遍": "核对", "清干净": "清理", "清完": "清理", "贴到": "张贴", "贴在": "张贴", "贴上": "张贴", "填好": "填", "填完": "填", "签完": "签", "收齐": "收",
               "挂好": "挂", "走完": "走访", "自查一遍": "自查", "检查一遍": "检查", "排查一遍": "排查", "看一遍": "检查", "查一遍": "检查", "备好": "备", "摆好": "备", "数一数": "清点", "数一遍": "清点", "点一点": "清点", "点一遍": "清点",
               "换好": "更换", "换掉": "更换", "换新": "更换", "搬走": "搬", "搬开": "搬", "报上来": "报"}  # fmt: skip
_LEAD = late(
    r"(?:请|烦请|务请|务必|必须|须|需要?|应|要(?!求|素|点)|得(?!分)|都|全部|一律|也|再(?!次)|先|就|马上|立即|立刻|尽快|抓紧|及时|认真|切实|主动|自行|自己|自|统一|集中|逐一|逐户|挨家|现场|麻烦|烦劳|拜托|帮忙|顺带|另外|同时|然后|赶紧|赶快|火速|速|第一时间|大家|各位|你们|咱们?|[到去来]现场|今天|今晚"
    r"|各(?:乡镇|村[组社]?|镇|乡(?!村)|社区|居委会|支部|组|校|单位|部门|企业|户|园|科室|片区|网格员?|小组|站所?|家)(?![㐀-鿿]{0,2}[表册])|各[㐀-鿿]{1,6}?(?=｜)|全体[㐀-鿿]{2,4}(?=[请须要])|所有[㐀-鿿]{2,4}(?=[请须要])|[㐀-鿿]{1,4}(?:长|员|干部|书记|主任|负责人)(?=请|要|须|必须|务必|都)|[｜\s])+"
)
_ACT = late(
    r"(?:立即|马上|全面|逐一|逐户|再)?(?:整改|排查|自查|摸排|摸底|核实|核查|核对|清理|清点|清运|清退|打捞|入户|走访|上门|张贴|转发|宣传|采集|认证|注册|激活|缴[费存]?|巡查|巡逻|值守|转移|撤离|登记|领取|领(?=[㐀-鿿])|签订|签字|补[录签填报交缴拍种办打]|录入|更新|更换|检修|检查|审验|年检|销号|接龙|学习|答题|投票|观看|收看|加固|封堵|封闭|封存|回港|停工|复核|复查|统计|清查|盘点|消毒|消杀|修复|修剪|维修|疏通|疏浚|拆除|下架|召回|自检|测量|抽取|推荐|选派|报名|预约|申报|申领|办理|办(?=[㐀-鿿])|组织|开展|落实|制定|准备|动员|通知|督促|告知|劝[导离返]|回复|反馈|挪|搬|挂|贴|[打清]扫|种|浇|量一|数一|点一|看一遍|查一遍|(?:填(?!埋|好|完|妥)|签(?!到|好|完|字)|拍(?!卖|好|完|照)|(?:交(?!通|流|易|警|界|代|晚|早|齐|清|来|上|回)|送|报(?!告|价|纸|刊|备|修|考|废|损|销))(?!到|至|给|[㐀-鿿]{0,8}?(?:里|那|[组群]|[老小][㐀-鿿]|站|所|办|室|处|局|中心|部|科|院|镇|县|邮箱|群|[我这])))(?![㐀-鿿]{0,4}$)|关闭|断电|巡一遍|下载|安装|登录|参与|参加|观摩|撰写|写(?=[㐀-鿿]{2})|翻晒|抢收|喷(?=[药洒防])|施(?=[肥药])|整理|归还|退还|归档|装订|移交|带上)"
    r"(?!的|了|过|着|得|完|好|[表册卡簿证员])[㐀-鿿A-Za-z0-9“”《》、]{2,20}"
)
_THIN = late(r"(?:自查|整改|排查|完成|核实|整理|检查|排查|核对|看|查|走|报|交|填|拍|签|送|写|登记)?(?:一遍|一次|一下|[一个]数|上来|过来|到[我站所镇村]|给我|发群里|完毕|到位|好|完)*[，。]?$")
_TO_WHOM = late(r"(?<=[㐀-鿿]{4})(?:(?:并|再|后|，)?(?:报送|报|交|发|送|传|录|填|拍照|上传|反馈|回复)(?:送|给|到|至|进|入|回|来).*|，.*|发群里?.*|给[我站所镇村社].*)$")
_CUT = late(r"[，。；;！!？?\n：:]")


_LISTED = late(r"把(?P<what>[^，。；：｜\n]{2,14}?)(?:都|全部|先|分别)?(?:列|整理|汇总|造|排)(?:个|成|出|一份|一个|一张)+(?P<kind>清单|名单|单子|花名册|台账)")
"""把坏了的路灯列个清单: a list of what."""
_FEWEST = 2
_TORN = late(r"[了着我你他吗呢没不]")
_ON_HAND = late(r"(?:(?<!门)把(?!手(?![里上头边])|握|关)|将(?!来|军|会|要|近|于))(?P<act>[^，。；;！!？?\n：:｜]{4,40})")
_BIDS = late(
    r"(?:(?<![申邀])请(?!示|假|客|坐)|务必|必须|务须|马上|立即|立刻|尽快|火速|抓紧|赶紧|赶快|麻烦|烦请|限(?![期于制量时高定行速额价流]))(?:各[㐀-鿿]{1,5}(?=[｜在到把将对按自]|$)|大家|你们|诸位|[㐀-鿿]{2,6}(?=｜))?[｜\s]*(?P<act>[^，。；;！!？?\n：:｜]{3,40})"
)
_NOT_TOLD = late(r"知悉|周知|回复|谅解|放心|理解|见谅|留意|注意|重视|光临|出席|配合|支持|查收|转告|相互|互相|悉知|转发?$|扣1|忽略")
_LIMP = late(r"^(?:[的了过着得在是]|[^㐀-鿿])|的.$|[我你他她吗呢]|(?:[在到把将给向对和与及从由至于]|｜)$")


_NOUN = late(r"[㐀-鿿]{2}的")
_SEEN = late(r"照片?$|视频$|截图$|图$")
_GIVES = late(r"(?P<what>[^，｜]{2,13}?)(?P<verb>[报交送发填传录])(?:[给到至进入送来]|过来|上来|我)")


def bidden(body: str) -> str:
    """What a clause bids in so many words, where no name for it is known: 请各户把三轮车挪走, 马上到堤上看一遍."""
    for pattern in (_ON_HAND, _BIDS):
        for match in pattern.finditer(body, 0, _REACH):
            if not _is_asked(body, match.start("act"), match.start("act") + 2) or _is_anothers(body, match.start()):
                continue
            given = _GIVES.match(match["act"])
            if given and pattern is _ON_HAND and not _LIMP.search(given["what"]):
                verb = "报" if given["verb"] in "发传" and not _SEEN.search(given["what"]) else given["verb"]
                return verb + given["what"]
            act = tidy_act(_LEAD.sub("", match["act"], count=1) if pattern is _BIDS else match["act"])
            if _FEWEST_SAID <= len(act) <= LONGEST - 1 and not (_NOT_TOLD.search(act) or _LIMP.search(act) or (pattern is _BIDS and _NOUN.match(act))):
                return ("把" if pattern is _ON_HAND else "") + act
    return ""


_FEWEST_SAID = 4
"""Characters of an act in its own words that tell what it is."""


def _is_anothers(body: str, at: int) -> bool:
    """Whether the clause up to there is somebody else's: 施工队｜把沟挖开."""
    words = _CUT.split(body[max(0, at - 30) : at])[-1].partition("｜")[0]
    return bool(words) and names_another(body, words)


def handled(body: str) -> str:
    """What is to be done with a thing (把3个剖面样点补拍 → 补拍剖面样点)."""
    if (listed := _LISTED.search(body, 0, _REACH)) and _is_asked(body, listed.start("kind"), listed.end()) and not _TORN.search(listed["what"]):
        return "报" + fit(tidy(listed["what"]), LONGEST - 3) + listed["kind"].replace("单子", "清单")
    for match in _HANDLE.finditer(body, 0, _REACH):
        if not _is_asked(body, match.start("verb"), match.end()) or _is_anothers(body, match.start()):
            continue
        what = tidy(_COUNTED.sub("", match["what"]))
        verb = _VERB_NAMES.get(match["verb"], match["verb"])
        if _FEWEST <= len(what) <= LONGEST - 3 and not _TORN.search(what):
            return fit(verb + what)
    return ""


_FRONTED = late(
    r"[\s｜]*(?:\d{1,2}月份?)?(?:的|份的?)?(?P<what>[㐀-鿿]{1,9}?[费款钱金章证照牌匙卡票])(?:请|麻烦)?(?:大家|你们|各位|各[户村组班科社支校单][㐀-鿿]{0,2}|没交的)?(?:务必|都|统一)?[^，。；\n]{0,3}?｜[^，。；\n]{0,3}?(?P<verb>[交缴送报])(?=[到给至来我])"
)
"""党费请大家周五前交到我这里: what is to be handed in stands first, and who and when before the verb."""


def fronted(body: str) -> str:
    """What is to be handed in where it is named first of all (党费请大家这周五前交到我这里 → 交党费)."""
    found = _FRONTED.match(body)
    return found["verb"] + found["what"] if found and not _TORN.search(found["what"]) else ""


def acted(body: str, led: bool = False) -> str:
    """The first act that a clause asks for (各户立即清理门前杂物 → 清理门前杂物); with `led`, one that words of asking lead to."""
    at = 0
    for clause in _CUT.split(body[:_REACH]):
        lead = _LEAD.match(clause)
        begin = lead.end() if lead else 0
        found = _ACT.match(clause, begin) if begin or not led else None
        if found and _is_asked(body, at + found.start(), at + found.start() + 2):
            act = tidy_act(found.group())
            if len(act) >= 4 and not _THIN.fullmatch(act):
                return fit(act)
        at += len(clause) + 1
    return ""


def tidy_act(act: str) -> str:
    """An act without where its fruit goes."""
    shorter = _TO_WHOM.sub("", act)
    return re.sub(r"[“”《》]", "", shorter if len(shorter) >= 4 else act).rstrip("、")


def _is_asked(body: str, start: int, end: int) -> bool:
    return not (
        negated(body, start, end) or anothers_act(body, start, end) or writers_act(body, start, end) or done_by_others(body, start) or done_before(body, start, end) or long_past(body, start, end)
    )
