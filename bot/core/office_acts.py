"""What an office does itself: the one that signs (学生处3月11日完成制表), or one that examines and hands out what others
hand in (县残联6月30日前审核完毕). Its dates bind the office, not the reader.

Of others only where the text asks something of somebody; in a list of who does what, every office is a reader.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.mentions import Mention
from bot.core.wording import late

_BLANKS = re.compile(r"\s+")
_SIGNATURE = late(r"[一-鿿·A-Za-z（）()]{0,36}(?:局|厅|部|委|办|办公室|所|站|中心|委员会|政府|校|学|院|会|馆|公司|队|处|室|科|组|团|社|厂|园|专班|指挥部)")
_DATED_LINE = late(r"[\d〇○零一二三四五六七八九十年月日号./-]{6,14}")
_SHORTEST = 3
"""Characters of an office's name that may stand for the whole: 学生处 for 某某大学学生处."""
_LEAD = late(r"^[\s\d.．、（）()①-⑳*•-]*(?:[一二三四五六七八九十]{1,2}[、.])?(?:随后|之后|届时|然后|最后|其中|同时)?")
"""Numbers and words before the subject of a clause."""
_ADVERB = r"(?:将|拟|会|计划|预计|统一|负责|再|已|陆续|集中|另行|分批)*"
_ADVERBS = late(rf"{_ADVERB}[于在]*$")
_ACTS_ON_READER = late(r"(?:将|拟|会|统一|再)*(?:[收催要]|汇总|统计|上报|举[办行]|召开|组织|开[展会]|集中|领|取|报|缴|交|送|办理|窗口|办公室|前台|处|室|门口|楼|[一二三四五六七八九十\dA-Z]{1,3}[楼层号])")
"""What is no act of its own or binds the reader too: it collects, it holds a meeting, it is where one goes."""


@lru_cache(maxsize=64)
def signatures(text: str) -> frozenset[str]:
    """The offices that sign a text: names that stand alone on one of its last lines, before a date or at the end."""
    lines = [_BLANKS.sub("", line) for line in text[-240:].split("\n") if line.strip()]
    last = [line for at, line in enumerate(lines) if at and (at == len(lines) - 1 or _DATED_LINE.fullmatch(lines[at + 1]))]
    return frozenset(line for line in last if _SIGNATURE.fullmatch(line) and len(line) >= _SHORTEST)


def is_signers_act(m: Mention) -> bool:
    """Whether the office that signs is who acts on this date: its name stands right before or right behind it."""
    names = signatures(m.text)
    if not names:
        return False
    subject = _ADVERBS.sub("", _LEAD.sub("", m.clause_left))
    if len(subject) >= _SHORTEST and any(name.endswith(subject) for name in names):
        return not _ACTS_ON_READER.match(m.right.lstrip("前"))
    if _LEAD.sub("", m.clause_left):
        return False
    right = m.right.lstrip("前，, ").removeprefix("将").removeprefix("由")
    called = max((name[at:] for name in names for at in range(len(name) - _SHORTEST + 1) if right.startswith(name[at:])), key=len, default="")
    return bool(called) and not _ACTS_ON_READER.match(right, len(called))


_NAMED = r"(?:(?![各你每请由须应报交送到向给把将要的传寄发递])[一-鿿])"
_OFFICE = (
    r"(?!全体|所有|有关|相关)(?:[我本该](?:局|办|中心|馆|站|所|院|校|会|部|委|处|镇|乡|县|街道)"
    rf"|{_NAMED}{{0,8}}?(?:学校|公司|机构|主办方|承办方|主办单位|承办单位|组委会|编委会|编辑部|第三方|评审组|工作组|督查组|专家组?|专班|银行|支行)"
    rf"|{_NAMED}{{2,14}}?(?:局|厅|部|委|办公室|办|联|协|会|处|室|科|院|社|中心|站|所|馆))"
)
_BETWEEN = r"(?:(?:组织|聘请|会同|抽调)[^，。；来到赴]{0,8}?)?(?:对[^，。；]{1,14}?)?(?:完成|进行|开展|做好|组织|出具|形成)?[^，。；请各你来到赴\d]{0,6}?"
_EXAMINES = r"(?:审核|审查|评审|复核|核查|抽查|验收|评选|评定|评奖|评分|定奖|评议|审定|审批|复审|初审|终审|会审|督查|考核|检查|公示|遴选|核验|核定|排名|评比|测评|统稿|审计|审图|审稿|查验|抽检|评估)(?:工作|结束|完毕|完成|意见|报告|结论|结果)*"
_GIVES = (
    r"(?:下发|印发|发放|拨付|兑付|公布|发布|通报|公告|反馈(?!给我|至|到|给)[^，。；]{0,8}(?:意见|结果|情况)?|回复[^，。；]{0,6}(?:意见|结果)|答复|寄[出送发]|送出|出具|签发|下达|录用|返还|退还|公开"
    r"|(?:书面|电话|短信|邮件)?通知(?:各|入|录|结果|获|中|申报|参赛|本人)|(?:把|将)[^，。；]{1,12}?(?:发|寄|通知|反馈|返|下发|告知|公布|送|推送)[^，。；]{0,4}(?:各|大家|你们|申报|参|入选|获奖|本人|家长|学生)"
    r"|(?:统一|汇总|审核|整理|后|并)*(?:上报|报送?|报至|提交)(?:至|到|给)?(?:省|市|县|区|州|上级|国家|教育部|工委|党委会|常委会|办公会|厅|总部|总局))"
)
_ACT = rf"{_ADVERB}(?:{_BETWEEN}{_EXAMINES}|{_GIVES})(?![^，。；]{{0,3}}(?:表|材料|报告|台账)(?:报|交|送))"
_SUBJECT = late(rf"(?P<who>{_OFFICE}){_ADVERB}[于在]?")
_ACTS = late(rf"前?(?:{_ACT})")
_SUBJECT_ACTS = late(rf"前?[，,]?\s?(?:将)?(?:由)?(?P<who>{_OFFICE}){_ACT}")
_SUBJECT_FIRST = late(rf"前?[，,]?\s?(?:将)?(?:由)?(?P<who>{_OFFICE})")
_TO = late(r"(?:报|交|送|寄|反馈|发|传|提交|递交|申请|汇总)(?:至|到|给|回|往)?[^，。；：:\n]{0,12}\Z")
_OUTSIDER = late(
    rf"(?P<who>物业|评委|房东|厂家|出纳|会计|监理|(?:[一-鿿]{{1,4}})?(?:(?:评审|专家|项目|考察|审计|核查)组|施工[方队]|(?:施工|维保|监理|中标|设计|检测)(?:单位|公司|方)|供[应货]商|保险公司|供[水电气热]公司|那边)){_ADVERB}[于在]?"
)
_ITEM = late(r"^\s*[一-鿿]{1,8}(?:[—–-]{1,2}|[:：])\s?")
"""米油——供货商1月27日送到: what an item of a list is about."""
_TO_US = late(r"(?:报|交|送|发|反馈|提交|传)(?:送|给|到|至|我)?(?!出|现|生|票|标)|参加|到[会场]|来")
"""What is asked of them: 物业20日前把名单报我."""
_BEFORE = 300
"""How far before its act an office may be named as the one to hand in to."""
_ASKED_OFFICE = late(rf"请(?:{_OFFICE})")
_SALUTATION = late(r"[^\n。]{2,80}?[:：]\s*(?:\n|$)?")
_ASKS = late(
    r"请(?!假|示|求|客)|各(?!办|站|所|股|科|部门|处室|司)[一-鿿]|你[们单局办村镇校乡]|申报(?:人|单位|者)|参赛|投稿|报名者?|推荐|提交|报送|填报|作者|家长|学生|业主|务必|须[于在将按]|(?:[日号午晚]|下班)(?:之?前|以前)[^，。；\n]{0,6}[交报](?![通流道名])"
)
_WHO_DOES_WHAT = late(r"(?:职责|任务|责任)?分工|各(?:办|站|所|股|科|部门|处室|司|线|块|责任单位|成员单位)|责任(?:单位|部门|领导)|牵头|挂图|销号")


@lru_cache(maxsize=64)
def _asks_others(text: str) -> bool:
    """Whether a text asks something of somebody, and does not share out work among offices."""
    return bool(_ASKS.search(text)) and not _WHO_DOES_WHAT.search(text)


_TAKES_IN = late(r"(?:统一|集中|负责)?(?:收[件表单]|收(?:取|交)?(?:材料|申请|纸质|资料)|受理)(?=[，,。；;（(\s]|$|申请|材料)")
"""单位5月11日至15日收件: when an office takes something in, the reader hands it in."""


def is_office_act(m: Mention) -> bool:
    """Whether a named office examines, hands out or passes on by this date what the readers give it."""
    subject = _LEAD.sub("", m.clause_left)
    if _TAKES_IN.match(m.right):
        return False
    found = _SUBJECT.fullmatch(subject) if subject else _SUBJECT_FIRST.match(m.right)
    if found is None or _is_reader(found["who"], m):
        return False
    acts = _ACTS.match(m.right) if subject else _SUBJECT_ACTS.match(m.right)
    return _receives(found["who"], m) or (acts is not None and _asks_others(m.text[:1500]))


def takes_in(m: Mention) -> bool:
    """Whether an office takes in by this date what the readers are to hand in to it."""
    found = _SUBJECT.fullmatch(_LEAD.sub("", m.clause_left))
    return found is not None and _TAKES_IN.match(m.right) is not None and _receives(found["who"], m)


_SHARED_OUT, _SHARE_REACH = late(r"(?:^|[：:；;。\n])[一-鿿]{1,8}(?:\d{1,2}月)?\d{1,2}[日号]前[^。\n；;]{2,40}；\s?[一-鿿]{1,8}\Z"), 70
"""往下分是这样：社区6月26日前报清单；物业7月3日前整改完: to each his share, all of whom read it."""


def is_outsiders_act(m: Mention) -> bool:
    """Whether somebody outside does something by this date in a sentence of his own, while the text asks others: 物业20日前把电梯修好."""
    found = _OUTSIDER.fullmatch(_LEAD.sub("", _ITEM.sub("", m.clause_left)))
    if found is None or m.text[m.start - len(m.clause_left) - 1 : m.start - len(m.clause_left)] not in ("", "。", "！", "；", "\n"):
        return False
    if _TO_US.search(m.clause_right) or _is_reader(found["who"], m) or _SHARED_OUT.search(m.text, max(0, m.start - _SHARE_REACH), m.start):
        return False
    return _asks_others((m.text[: m.sentence[0]] + m.text[m.sentence[1] :])[:1500])


_WE_FIRST = late(r"(?:^|[，,:：\s、.])(?:[我本](?:局|办|中心|馆|站|所|院|校|会|部|委|处|镇|乡|县|街道)|我们)(?!各|的)[^。；;]{1,80}[，,]\s?$")
_READER_SINCE = late(r"请|各(?!项|类|种|方)|你[们单局办]|大家|务必")
_REPORTS_UP = late(
    r"前?(?:再|将|拟|会|一并|统一|汇总后?|书面|专题)*(?:(?:向|给)(?:[省市县区州](?:里|级|[委政局厅]|[一-鿿]{1,6}?(?:局|委|厅|办|站|所|院|队|中心|会|府))|上级|总[队局部])[^，。；]{0,6}?(?:报告|汇报|报送|上报|反馈|报|交)|(?:上报|报送?)(?:至|给)?(?:[省市州](?!区)|上级))"
)


def reports_up(m: Mention) -> bool:
    """我局11月检查，12月5日前向市局报告: whether those who write, who are the subject of the sentence, report to a level above."""
    if m.clause_left.strip() or not _REPORTS_UP.match(m.right):
        return False
    said = m.sentence_left
    led = _WE_FIRST.search(said)
    return led is not None and _READER_SINCE.search(said, led.start()) is None


def _receives(who: str, m: Mention) -> bool:
    """Whether what is handed in goes to that office: 交教务处。教务处3月9日前…"""
    before = m.text[max(0, m.start - _BEFORE) : m.start - len(m.clause_left)]
    return any(_TO.search(before, max(0, each.start() - 24), each.start()) for each in re.finditer(re.escape(who), before))


def _is_reader(who: str, m: Mention) -> bool:
    """Whether the office is one of those who are addressed: 请县残联…，民政局…; 各学校."""
    head = _SALUTATION.match(m.text)
    return f"各{who}" in m.text or bool(_ASKED_OFFICE.search(m.sentence_left)) or bool(head and who in head[0])
