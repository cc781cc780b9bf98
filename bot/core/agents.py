"""Who acts on a date, as far as words tell: the readers, those who write, an office above them, or somebody else.

Classes of words, not decisions: 由特检院8月5日前贴, 学校9月30日前汇总 and 县里8月1日前配送 share what the model learns from any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.mentions import Mention
from bot.core.wording import late

_OFFICES = r"(?:局|委|办|厅|院|所|站|队|中心|公司|集团|银行|医院|学校|协会|商会|学会|物业|厂|社|校|部|部门|机构|平台|系统|后台|门诊|组委会|指挥部|专班|工会|支队|大队|供电|电网|财政|税务)"
_HIRED = r"(?:厂家|厂商|供[货应]商|施工[方队]|施工单位|承[包建][方商]|中标[方单位]{1,2}|快递|房东|师傅|老板|评委|专家组?|督[导查]组|检查组|验收组|审计组?|工程师|房管|邮政|移动|联通|电信)"
_US = r"(?:[我本咱](?:局|委|办|厅|院|所|站|队|中心|公司|行|社|会|校|园|部|处|科|司|镇|乡|县|市|区|街道|组|方|单位|馆|室)|我们|咱们|我这边|主办方|组委会)"
_ABOVE = r"(?:[省市县区镇乡州]里|[省市县区镇乡]上|上面|上级|上头|领导|总部|[局院厅所部校]里|国家|中央|自治区)"
_READERS = r"(?:各[一-鿿]|你们?|您|大家|诸位|全体|所有|每[一-鿿]|家长|同学|本人|自己|@|请|务必|必须|务须|须|需要?|一律|有关|相关单位|凡)"
_BY = late(rf"由(?:(?P<readers>{_READERS})|(?P<us>{_US})|(?P<above>{_ABOVE})|(?P<hired>[^，。；：:\s由]{{0,6}}?{_HIRED})|(?P<office>[^，。；：:\s由]{{1,10}}?{_OFFICES})|(?P<person>[^，。；：:\s由]{{1,6}}?(?:长|员|任|人|记|干|师|户|主)))")
_LINKS = r"(?:将|拟|会|要|须|必须|务须|需|应|得|计划|预计|已|也|都|再|还|才|就|统一|集中|自己|自行|先|自|从|于|在|定|打算|争取|必)*\s?$"
_ADDRESSED = r"(?:各[一-鿿]|你们?|您|大家|诸位|全体|所有|每[一-鿿]|家长|同学|@|请|务必|有关|相关单位|凡)"
_LEFT = {
    "readers": late(rf"{_ADDRESSED}[^，。；由]{{0,6}}{_LINKS}"),
    "us": late(rf"{_US}{_LINKS}"),
    "above": late(rf"{_ABOVE}{_LINKS}"),
    "hired": late(rf"{_HIRED}{_LINKS}"),
    "office": late(rf"[一-鿿]{_OFFICES}{_LINKS}"),
}
"""Who stands right before a date, the surest class first."""
_RIGHT = late(rf"(?:之?前|以前|起|左右)?[，,\s]?(?:(?P<readers>{_READERS})|(?P<by>由)|(?P<us>{_US})|(?P<above>{_ABOVE})|(?P<hired>{_HIRED})|(?P<office>[一-鿿]{{1,6}}?{_OFFICES})(?=将|会|把|要|统一|来|去|集中|组织|负责|派|给|对|开始|自己|正式|报|交|公布|发))")
_DEMANDS = r"(?:要求|明确|规定|部署|下令|指令|通知|限令?|定了|文件|印发|交办|expects?|wants?|requires?|asks? for|asked)"
_ABOVE_DEMANDS = late(rf"(?:{_ABOVE}|[省市县区][一-鿿]{{0,8}}?{_OFFICES}|国务院|[一-鿿]{{2,6}}{_OFFICES}|\b(?:donor|ministry|bureau|council|head ?office|board|regulator|department)\b)[^。；\n]{{0,30}}?{_DEMANDS}", re.I)
_OF_WHOM = late(r"(?:要求|明确|规定|部署|下令|指令)(?P<whom>各[省市州县区旗][^乡镇街村社，。]{0,3}|[我本][省市州县区镇乡局办站所校院行司]|县级|市级|我们|咱们?|全[省市县区]|各(?:乡镇|镇|街道|村|社区|单位|部门|企业|学校|站所))")
_NOW_ASKED = late(r"现(?:要求|请|将|就|通知)|为此|据此|请(?!示)|各[一-鿿]{1,5}(?:须|要|应|务必|请|于)")
_ANY_SUBJECT = late(rf"(?P<readers>{_READERS})|(?P<us>{_US})|(?P<above>{_ABOVE})|(?P<hired>{_HIRED})|由[^，。；\s]{{1,8}}(?P<by>统一|负责|集中)")
_GIVES = late(
    r"[^，。；：:\n请务须]{0,8}?(?:到账|打卡|发放|拨付|兑现|转账|补发|下发|下达|公布|公示|通报|返还|退还|退款|配送|送达|送[到至]各|寄[出给]|揭晓|出结果|上线|竣工|完工|交付|到货|进场|开工|更换|检修|恢复|启用|停用|生效|失效|到期|打款|入账|颁发|颁奖|印发|汇报|交账|结算|关账|答复|办结|抽查|复核|验收|检查|回访|上门)"
)
_HANDS = late(r"[^，。；：:\n]{0,12}?(?:报(?!告|名|道|销|警)|交(?!通|付|流|账)|填|发(?:至|到|给|我|送)|传|反馈|提交|回[复执传]|备齐|带来|拿来|接龙|上墙|整改|自?排?查|缴|送(?:到(?!各)|至(?!各)|我|来)|弄好|做完|完成|落实|登记|录入|签|收齐|办)")
_THING = late(r"(?:补[贴助]|奖[金品励]|工资|[款费薪]|证书?|结果|名单|成绩|账号|标签|物资|礼品|慰问品|保险|批复|通报|榜|快递|设备|配件|[新旧]卡|押金|资金|牌子?|水电|答复|意见|方案|报告|文件)[^，。；：:\s请]{0,8}$")
_EN_US = late(r"\b(?:we|our|i|us|my)\b", re.I)
_EN_OTHERS = late(r"\b(?:contractors?|suppliers?|vendors?|auditors?|bureau|council|school|company|bank|utility|landlord|office|board|department|court|ministry|university|club|insurer|carrier|team|engineers?|they|he|she|permit|licen[cs]e|passwords?|results?|refunds?|bills?|audit|tender|contract)\b", re.I)
_EN_READERS = late(r"\b(?:please|kindly|you|your|each|every|all|must|need to|are asked|submit|send|return|hand in|sign|fill|email|phone|bring|rsvp|reply)\b", re.I)


_OPENING, _GREETING = 1500, 40
"""Characters of a text within which offices are addressed, and of the words before its first colon."""


def agents(m: Mention) -> Iterator[str]:
    """Names of what the words around a date tell of who acts; none where they tell nothing."""
    whole = m.clause_left + " " + m.clause_right[:24]
    named = [f"{place} {_class(m, found)}" for place, found in (("by", _BY.search(whole)), ("right", _RIGHT.match(m.right[:24]))) if found]
    named += [f"left {'readers' if _is_addressed(m, found[0]) else name}" for name, pattern in _LEFT.items() if (found := pattern.search(m.clause_left[-24:]))][:1]
    if not named and (carried := _carried(m)):
        named.append(f"carried {carried}")
    behind = m.right.removeprefix("之").removeprefix("以").removeprefix("前")
    act = "gives" if _GIVES.match(behind) else "hands" if _HANDS.match(behind) else "other"
    yield f"act {act}"
    if _THING.search(m.clause_left[-20:]):
        yield "of a thing"
        yield f"of a thing, act {act}"
    for each in named or ("nobody",):
        yield f"who {each}"
        yield f"who {each}, act {act}{' before' if m.time.before else ''}"
    yield from _demanded(m, act)
    yield from _english(m)


def _demanded(m: Mention, act: str) -> Iterator[str]:
    """市局要求各县12月20日前汇总: whether somebody above is said to demand it, of whom, and whether those who write ask since."""
    left = m.sentence_left[-110:]
    found = _ABOVE_DEMANDS.search(left)
    if found is None:
        return
    since = left[found.end() :]
    asked = _NOW_ASKED.search(since) is not None
    yield f"demanded above{', asked since' if asked else ''}"
    whom = _OF_WHOM.search(left, max(0, found.end() - 4))
    told = "nobody" if whom is None else "us" if whom["whom"][0] in "我本咱县市全" or whom["whom"][1] in "省市州县区旗" else "readers"
    yield f"demanded above of {told}"
    yield f"demanded above of {told}, act {act}"


def _class(m: Mention, found: re.Match[str]) -> str:
    return "readers" if _is_addressed(m, found[0]) else str(found.lastgroup)


_OFFICE_ENDS = late(_OFFICES)


def _is_addressed(m: Mention, words: str) -> bool:
    """请各学校报名。学校3月20日前初审: whether the office named is one of those the text speaks to, as where it shares out work."""
    if "分工" in m.text[:_OPENING]:
        return True
    office = next(_OFFICE_ENDS.finditer(words), None)
    if office is None:
        return False
    tail = words[max(0, office.end() - 2) : office.end()]
    greeting, colon, _ = m.text[:_OPENING].partition("：")
    return f"各{tail}" in m.text[:_OPENING] or bool(colon and tail in greeting[-_GREETING:])


def _carried(m: Mention) -> str | None:
    """Whom the last clause of the sentence that names anybody named."""
    clauses = m.sentence_left[-80:].replace(",", "，").split("，")[:-1]
    for clause in reversed(clauses):
        if found := _ANY_SUBJECT.search(clause):
            return found.lastgroup
    return None


def _english(m: Mention) -> Iterator[str]:
    left = m.sentence_left[-80:]
    if not left.isascii() or not left.strip():
        return
    for name, pattern in (("us", _EN_US), ("others", _EN_OTHERS), ("readers", _EN_READERS)):
        if pattern.search(left):
            yield f"english {name} left"
        if pattern.search(m.sentence_right[:60]):
            yield f"english {name} right"
