"""Who acts by a date where a text tells several parties apart: 施工单位7月20日前开挖，7月28日前回填, told to 各商户.

The subject stands right before its date, heads the item, or is carried on from the clause before; a writer, a firm or an
office that is not among those spoken to binds no reader, nor does the item that readers are told to pass over.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.mentions import Mention
from bot.core.parties import LEVELS, readers_level
from bot.core.wording import late

_OPENING, _REACH, _CLAUSES = 1500, 160, 6
"""Characters within which readers are named, how far back a subject may stand, and over how many clauses it is carried."""
_LEAD = r"\s*(?:[\d①-⑳]{0,2}[.．、)）]\s?|[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|[甲乙丙丁]、|[◆●•▪☐■*\-—–]{1,2}\s?|“)?(?:另外?|同时|其中|因为|目前|至于|随后|然后|由|再由|这边|那边|今年|所以|但是?)?"
_FIRM = (
    r"(?:施工|监理|中标|设计|检测|监测|维保|承建|外包|服务|配送|建设|测绘|评估|安装|运输|电梯|广告|供[电水气热]|自来水|石油|燃气|电力|通信|物业|保险|清运|快递|印刷|软件|食品|科技|[一-鿿]{2,4})?(?:公司|单位)(?<!各单位)(?<!成员单位)|施工[方队]|监理|(?:设备)?服务商|供[应货][商方]|厂家|厂商|承包[方商]|运营商|物业|房东|第三方(?:机构|公司|单位)?|设计院|(?:代理|承办|开户|合作|经办|发卡)?银行|信用社|包工头|经销商|代理商|法院|检测站|师傅|对方|人家|[他她]们?|(?:[一-鿿]{0,6}[局厅委里级])?专家组?|评委|(?:督查|检查|验收|考核|评审|核查)组"
)
_OURS = r"我(?:方|司|公司|部|局|办|站|所|中心|校|院|会|馆|队|大队)|本(?:司|公司|局|办|站|所|中心|校|院|馆|会)|我们?(?!村|镇|县|乡|组)"
_OFFICE = r"(?!村委|村办|社区|支部|[我咱])(?:(?![每各全请由向到给报送把将对按在于从和与片个]|交(?![通警])|发(?!改|展))[一-鿿]){1,10}?(?:局|厅|委|办|办公室|站|所|处|院|馆|政府|街道|指挥部|专班|理事会|组委会|中心|学校|残联|妇联|工会|协会|商会|供销社)|省区|学校|中心校|中心(?!校|小学|组|村)|公安|卫健|供电|财政|财务|人事|法务|民政|教育|交通|交警|城管|医保|人社|住建|应急|消防|电信|街道|理事会"
_UNIT = r"(?:(?![各全请由向到给报送把将对按在于从和与片个每本支干]|交(?!通))[一-鿿]){1,6}?(?:(?<![支干全])部|室|科|股|[大中支]队|(?:督[导查]|检查|验收|专家|调查|考核|巡[察查视])组)"
"""A part of an office, named by itself: 药学部3月9日前抽样."""
_WHO = rf"(?P<ours>{_OURS})|(?P<firm>{_FIRM})|(?P<office>{_OFFICE})|(?P<unit>{_UNIT})|(?P<level>[省市州县区镇乡村])(?:里|上)"
_MODAL = r"(?:定于|拟于|那边|这边|那头|方面|自己|须|应|将|会|需要?|必须|承诺|答应|保证|说|计划|预计|打算|拟|力争|争取|统一|负责|再|则|也|就|都|还|要(?!求)|已定|于|在|最迟|最晚|的)*"
_DATE = r"(?:\d|[本下这]周|周[一二三四五六日天]|星期|礼拜|[一二三四五六七八九十]{1,2}[月日号]|[本下]?月底|[今明后]天|年底)"
_BEFORE = late(rf"{_LEAD}(?:{_WHO}){_MODAL}\s?$")
_WANTS = late(r"要\s?$")
"""县里要4月20日前报齐: a demand of theirs."""
_FIRST = late(rf"{_LEAD}(?:{_WHO}){_MODAL}\s?(?={_DATE})")
_HEAD = late(rf"{_LEAD}(?:{_WHO})(?:的(?:活|事|任务|工作|部分))?[）)]?\s?$")
_LEFT_TO = late(rf"[^，。；：:\n请]{{0,16}}由(?:{_WHO})(?:统一|负责|全权|另行)*(?:支付|负责|承担|办理|完成|组织|制定|实施|施工|出资|统筹)?\s?$")
_HOW, _WORK = r"(?:自己|统一|直接|亲自|派人|负责|集中|来|去|再|会)*", r"[^，。；：:\n请各你报填]{0,5}$"
_LEFT_WITH = late(rf"[^，。；：:\n请]{{0,14}}?由(?:{_WHO}){_HOW}{_WORK}")
_HANDLES = late(rf"[^，。；：:\n请]{{0,14}}?(?:(?P<leaders>[一-鿿]{{0,3}}领导)(?=自己|亲自|带队|统一)|(?:{_WHO})(?=自己|统一|直接|亲自|派人)){_HOW}{_WORK}")
"""补贴我们统一发，6月30日前付清: what is said to be another's work, before its day."""
_WENT_ON = late(r"[^，。；：:\n请各你须报填务]{1,14}$")
_DONE_BY = late(
    r"(?:之?前|以前)?(?:就|会|能|全部|陆续|分批|统一|再|将)*(?:[一-鿿](?:完|清|好|齐|结)|结(?:清|算)|支付|完成|发到(?!群)[^，。；]{0,4}(?:各|位|手)|[寄送打](?:到|出|达)|交(?:到)?(?:省|市|县|区|上级|局里)|到(?:货|位|账)|汇总|上报)(?![^，。；]{0,6}我)[^，。；]{0,6}(?=[，,。；;！\s]|$)"
)
_ONLY_SAYS = late(rf"(?:[^，。；\n]{{0,8}}?(?:{_FIRM})(?:那边|那头)?(?:只|就|也|又)?(?:说是?|讲|答应|承诺|保证|回复|回话)(?:要|得|最快|最早|大概|大约|估计)?|(?:[省市县区州镇][里上级局]|上面|上级|领导)[^，。；\n]{{0,4}}(?:只|就)说(?:了|是|到|在)?)\s?$")
"""系统升级厂家说5月8日前完成; 省里只说年底前: when others say it will be."""
_AS_THEY_SAY = late(r"(?:之?前|以前)?(?:就|会|能|才|再)*(?:[一-鿿]{0,2}?(?:完成|[修装换改升到上送发]好?|出来?|来|完|好|货)[^，。；\n各你]{0,4})?(?=[，,。；;！\s]|$)")
_GOES_ON = late(rf"\s*(?:并|且|再|随后|然后|接着|之后|最后|最迟|最晚|不[^，,]{{1,4}}的话|于|在|力争)*\s?(?:$|{_DATE})")
_EDGE = late(rf"[，,]|、(?={_DATE}|$)|(?<!\d)[：:]|[：:](?!\d)|——|[|｜\t]")
_COLLECTS = late(r"(?:之?前|以前)?的|[^，。；]{0,16}?[报交送发][送给到至]*[我本](?![镇乡县])|(?:之?前|以前)?[^，。；]{0,6}?(?:[收要催看见拿](?!尾)|汇总|统计|截止|检查|督查|听|开会|召开|组织|举办|办理|报名|关(?!于|注)|锁)")
"""What binds the readers too: they must have handed in by then, or take part."""
_OF_WHOM = late(rf"(?:之?前|以前)?(?:要|该|得)?(?:完成|办|做|交)的是(?:{_WHO})")
"""5日前完成的是供电所移杆."""
_HANDS_TO = late(r"(?:之?前|以前)?[^，,。；;\n]{0,8}?(?:上?[报交送]|提交)(?:到|至|给|送)?(?P<to>[一-鿿]{2,10})[，,。；;\s]{1,3}(?:再由|由|再)?(?P=to)[一-鿿]{0,4}?(?:审|汇总|收齐|复核|把关)[^。\n]{0,24}?(?:[报交送]|提交)")
"""企业工会15日前交园区工会；园区工会初审后，22日前报县总工会: who stands first in a chain has it to read."""
_GOES = ("前去", "前往")
_GREETED = late(r"(?:^|\n)[ \t]*(?P<whom>[^\n。；;：:]{0,50}?)[:：]")
_PASSED_ON = late(r"转.{2,24}(?:通知|公告|来文|函|要求|文件|消息)$")
"""转发县融媒体中心通知：: who is named there is not who is greeted."""
_TOLD = late(r"各(?!项|类|种|自|方面|级|式|地[，。])[一-鿿]|你们|[你贵][公单部司方校院]|各位|诸位|住户|业主|家长|社员|群众|村民|农户|请(?!示|假|客)|企业|机构|商户|大家|老板|顾客|校方|[一-鿿]{1,2}(?:校长|主任|书记|经理|老师|总|[局站所]长)[：:]")
_TO_OFFICES = late(
    r"(?:各|全体|所有|有关|相关|责任|成员|牵头|配合|主办|承办|县直|市直|区直|镇直)[^\n。；;:：，]{0,12}?(?:部门|单位|办公室|站所|所|机关|科室|股室|处室|窗口|专班|[局处科股办线](?=[、，：:（(])|中心)|分工|职责|牵头|责任单位|责任人"
)
_TO_FIRMS = late(r"(?:各|全体|所有|有关|相关|请|致|@)[^\n。；;:：，]{0,10}?(?:公司|单位|企业|物业|银行|厂家|施工|监理|中标|供应商|承包|队|项目)|^[^\n]{0,30}(?:公司|施工[方队]|监理|物业|项目部)[：:]")

_WHICH_ONES = late(r"[一-鿿]{1,10}的(?:[站所局处院馆队组户村校部室科股]|单位|企业|公司|学校|中心)")
"""被点名的站：20日前整改: a clause before a bare noun says which of the readers are meant, and names no office."""
_LIKE_READERS = late(r"公司|单位|施工|监理|承包|物业|银行|供应商")
"""What may be said of firms that are spoken to: 各施工单位 … 施工方; a 服务商 of theirs is no reader."""
_TOLD_AT_HOME = late(r"家长|家委")
"""Who is no part of a school."""


@lru_cache(maxsize=16)
def _greeted(text: str) -> str:
    found = _GREETED.match(text[:300])
    return found["whom"] if found and not _PASSED_ON.search(found["whom"]) else ""


@lru_cache(maxsize=16)
def _told(text: str) -> tuple[bool, bool, bool]:
    """Whether a text speaks to somebody who can be told apart, to offices, and to firms."""
    opening = text[:_OPENING]
    return _TOLD.search(opening) is not None, _TO_OFFICES.search(opening) is not None, _TO_FIRMS.search(opening) is not None


def subject_of(m: Mention) -> re.Match[str] | None:
    """Who is said to act by this date, in its own clause, at the head of its item or carried on from the clauses before."""
    begin = max(m.sentence[0], m.line[0], m.start - _REACH)
    if named := _OF_WHOM.match(m.right):
        return named
    clauses = _EDGE.split(m.text[begin : m.start])
    found = _BEFORE.match(clauses[-1])
    if found or not _GOES_ON.match(clauses[-1]):
        return found
    for clause in clauses[-2 : -2 - _CLAUSES : -1]:
        found = _FIRST.match(clause) or _HEAD.match(clause) or _LEFT_TO.match(clause)
        if found or not _GOES_ON.match(clause):
            return found
    return None


def _handled_by_another(m: Mention) -> bool:
    """Whether the clause or two before say whose work it is, and the date stands for itself before what ends it."""
    if not _DONE_BY.match(m.right) or not _GOES_ON.match(m.clause_left):
        return False
    clauses = _EDGE.split(m.text[max(m.sentence[0], m.line[0], m.start - _REACH) : m.start])[-2:-5:-1]
    for clause in clauses:
        handles = _HANDLES.match(clause)
        if handles and handles["leaders"]:
            return True
        if found := _LEFT_WITH.match(clause) or handles:
            return found["ours"] in ("我", "我们") or _is_stranger(m.text, found)
        if not _WENT_ON.match(clause):
            return False
    return False


def names_another(text: str, words: str) -> bool:
    """Whether words that open a clause, up to its date, are the name of somebody who acts and is not spoken to in this text."""
    found = _BEFORE.match(words)
    return found is not None and not _WANTS.search(words) and _is_stranger(text, found)


def is_of_another(m: Mention) -> bool:
    """Whether who acts by this date is named and not among those who are spoken to."""
    if not (m.time.before or m.right.startswith(_GOES)):
        return False
    if _handled_by_another(m) or (_ONLY_SAYS.search(m.clause_left) and _AS_THEY_SAY.match(m.right)):
        return True
    found = subject_of(m)
    if found is None or _COLLECTS.match(m.right) or _HANDS_TO.match(m.text, m.end) or m.time.said.endswith("内") or _WANTS.search(m.clause_left):
        return False
    return _is_stranger(m.text, found)


_CALLS = ("各", "请", "@")


def _is_stranger(text: str, found: re.Match[str]) -> bool:
    """Whether who is found to act is none of those a text speaks to."""
    told, offices, firms = _told(text)
    if any(found[name] and _WHICH_ONES.fullmatch(found[name]) for name in ("firm", "office", "unit")):
        return False
    if not told or (found["office"] and offices) or (found["firm"] and firms and _LIKE_READERS.search(found["firm"])):
        return False
    if found["level"]:
        level = readers_level(text)
        return level < LEVELS[found["level"]] and (level > 0 or found["level"] in "省市县")
    if found["office"] == "学校" and _TOLD_AT_HOME.search(text[:_OPENING]) is None:
        return False
    who = found["ours"] or found["firm"] or found["office"] or found["unit"]
    return not any(f"{call}{who}" in text[:_OPENING] for call in _CALLS) and who not in _greeted(text)
