"""Who speaks and who is spoken to, where a text says so plainly: a greeting, a signature, the heads of what is shared out.

镇经管站：7月25日前汇总, told to 各村; 市里要求各县20日前报; 甲方：3月1日前移交, told to 乙方: such a day binds no reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.core.mentions import Mention
from bot.core.office_acts import signatures
from bot.core.tables import tables
from bot.core.wording import late

_OPENING, _NEAR = 1500, 300
"""Characters of a text within which readers are addressed, and within which a greeting stands."""
LEVELS = {"省": 6, "市": 5, "州": 5, "县": 4, "区": 4, "旗": 4, "乡": 3, "镇": 3, "街": 3, "村": 2, "社": 2, "队": 1, "组": 1, "户": 1}
"""How high an administration stands, by the character it is named with."""
_GREETED = late(r"(?:^|\n)[ \t]*(?P<whom>[^\n。；;:：]{0,30}?(?:各|全体|所有)[^\n。；;:：]{1,50})[:：]")
_EACH = late(r"各(?:位|有关|相关)?(?P<whom>(?!自|项|类|种|方面|级|式|样|阶段|地[，。的]|市场|社会)[一-鿿](?:[（(][^（）()\n]{1,8}[）)])?[一-鿿]{0,4})")
_OFFICES_READ = late(
    r"(?:各|全体|所有|有关|相关|责任|成员|牵头|配合|主办|承办)[^\n。；;:：，]{0,12}?(?:部门|单位|办公室|站所|所站|[县市区]直|机关|科室|股室|处室|窗口|班子|专班|机构|[局处科股办线](?=[、，：:（(])|中心|工作人员|全体干部|工作组)|分工方案|挂图|@"
)
"""Where offices are among those addressed, whoever is named may read it: 各乡镇、县直各单位."""
_LABEL = late(
    r"[\s\d.．、（）()①-⑳*●•◆▪—–\-]{0,8}(?:[一二三四五六七八九十]{1,3}[、.．)）])?(?:第[一二三四五六七八九十]步[:：]?)?\s?(?P<who>[一-鿿]{2,16})\s?(?P<mark>[:：]|[|｜\t]|\s-\s|——)"
)
_OFFICE = late(
    r"(?!村|社区|[一-鿿]{0,6}支部)(?:[一-鿿]{0,8}(?:[省市县区州镇乡]|街道))?[一-鿿]{0,8}?(?:局|厅|[政党应社综民]\S{0,6}?办(?:公室)?|办公室|(?<![车泵油电])[一-鿿]站|(?:财政|司法|派出|管理|卫生|公路|供电|税务|交管)所|中心|指挥部|专班|人民政府|[财技保教业]科|[计财审教信]\S{0,2}股)"
)
_OF_LEVEL = late(r"(?:^|[，,；;。：:\s、“”要求明确规定通知部署由])(?:由|再)?各(?P<level>[省市州县区旗乡镇街])(?:[（(][^（）()\n]{1,8}[）)]|[县市区旗镇乡]|街道|道|[一-鿿]{0,2}(?=(?:局|委|办|统一|于|在|$)))*(?:(?:收齐|汇总|审核|初审|整理)(?:后|完|好))?(?:统一|分别|集中|须|应|要|需|于|在)*\s?$")
_BY_LEVEL = late(r"前?[，,]?由各(?P<level>[省市州县区旗乡镇街])(?:[（(][^（）()\n]{1,8}[）)]|[县市区旗镇乡]|街道)*(?:局|委|办)?(?:统一|集中|负责|汇总|逐级|收齐|上报|报送)")
_LEVEL_ITSELF = late(r"(?:^|[，,；;。\s])(?P<level>[省市县区镇乡村])(?:里|上|级|委会|委)(?:将|要|会|统一|再)*\s?$")
_LEVEL_NEXT = late(r"前?[，,]\s?(?:再?由)?(?P<level>[省市县区])(?:里|级|[一-鿿]{0,5}?[局委厅办])(?:再|将|会|统一|集中)*(?:反馈|审|复核|验收|通报|公[布示]|抽[查检]|汇总|下[发达]|批复|考核|督查)")
"""11月25日前，市局反馈."""
_PASSES_ON = late(r"前?(?:统一|再|集中|汇总后|一并)*(?:送(?!到各|达)|报(?!名|到)|上报|汇总|审|复核|抽|批|公[布示]|拨|兑)")
_SUBJECT = late(r"(?:^|[，,；;。：:\s、])(?P<who>(?![各请你我您本须应])[一-鿿]{2,8}?)(?:(?:汇总|收齐|审核|初审|复核|整理|核对|盖章|签字|把关)(?:后|完|好|以后|之后))?(?:将|要|会|统一|再|负责|于|在)*\s?$")
_BETWEEN_LEVELS = late(r"[\s\d一二三四五六七八九十（）()、.．]{0,6}[省市县区镇乡](?:里|级)?对(?P<level>[市县区镇乡村])[^\n，。]{0,4}?(?:\n|[:：]|——)")
"""一、市对县: whose limits stand below."""
_TO_US = late(r"[报交送发][送给到至]*[我本]")
_GIVEN_TO, _BEFORE = r"(?:[报交送发]|提交|汇总)(?:送|到|至|给)?", 120
_OWNERS = late(r"(?:由?谁(?:来?[办做填干弄报]|负责|牵头)?|责任(?:人|单位|方|部门)?|[承经主]办(?:人|单位|方)?|负责(?:人|单位)?|填[写报]?(?:人|单位)|做的人|牵头(?:单位|部门)?|实施(?:单位|主体)|办理(?:人|单位))")
_READERS_CELL = late(r"(?:由)?(?:各|你们?|本人|大家|全体|每[个户村班])")
_HIRED_CELL = late(r"(?:由)?(?:第三方|施工|安装|厂[家商]|供[应货]商|专家|鉴定|检测|测绘|设计|监理|中标|作业(?:单位|队)|技术(?:单位|支撑|服务)|承建|编制单位|服务商|物流|快递|印刷|银行|[省市县区](?:里|级|局|[一-鿿]{1,6}[局办委院中站])|上级)")
"""Whose row of a table it is: the readers', or that of somebody hired or above."""
_HEAD_OF_TEXT = 60
_OF_US = late(r"[我本][局办站所镇乡县中委]\S{0,4}|[省市县区镇乡][里局]|[省市县区镇乡一-鿿]{0,3}农办|党政办")
_OURS = late(r"(?:[我咱]们?|本)(?P<level>[省市州县区旗乡镇])(?!里|上|级)")
_SIGNED_LEVEL = late(r"[一-鿿]{0,8}?(?P<level>省|市(?![场民容政])|州|县|区(?!域)|旗|乡(?!村)|镇|街道)")
_OUR_SIDE = late(r"\s*(?:[-*•]\s*)?(?:我方|我司|我公司|我们(?:这边)?|(?:on |from )?(?:our (?:side|part|end|team)|us|we))(?: \w+)?\s?[:：]", re.I)
_YOUR_SIDE = late(r"(?:^|\n|[。.;；])\s*(?:[-*•]\s*)?(?:贵方|你方|贵司|贵公司|贵单位|你们(?:那边)?|(?:on |from )?(?:your (?:side|part|end|team)|you))(?: \w+)?\s?[:：]", re.I)
_FIRST_PARTY, _SECOND_PARTY = late(r"\s*(?P<party>[甲乙丙]方)\s?[:：]"), late(r"(?:^|\n)\s*(?:致|发往)?\s?(?P<party>[甲乙丙]方)(?:各位|负责人)?\s?[:：]\s*\n")
_CALLED = late(
    r"(?:^|[\n。；！”])\s*(?:请|望)?各(?P<level>[省市州县区旗乡镇街村社组户队])|[请望]各(?P<asked>[省市州县区旗乡镇街村社组户队])"
    r"|[，,](?:所以|因此|那)?各(?P<dated>[乡镇街村社组户队])(?:委会|里)?(?=\d|[本下这]?周|[本下]月|月底|[今明后]天|礼拜|星期)"
)
"""要求各镇30日前上报，…各村26日前给我: whom the limit that stands behind him binds."""
_ASKED = late(r"请(?!示|假|客)|务必|各[村组校单户社班]|你们|到场|参加|\bplease\b|\byour?\b", re.I)
"""What binds the readers too, though another acts on the day."""
_NO_HEAD = late(r"[各转@请]|全体")
"""What is said to several, or passed on: 各农技站：…, 转县局：…"""


@dataclass(frozen=True, slots=True)
class _Parties:
    """`level` is how high the highest of those greeted or asked stands, `own` how high those who write stand (0: not said)."""

    level: int
    own: int
    offices_read: bool
    addressed: bool
    signers: frozenset[str]


@lru_cache(maxsize=16)
def _parties(text: str) -> _Parties:
    opening = text[:_OPENING]
    greeting = _GREETED.search(opening[:_NEAR])
    named = [each["whom"] for each in _EACH.finditer(greeting["whom"] if greeting else opening)]
    levels = [LEVELS[each[0]] for each in named if each[0] in LEVELS]
    signed = signatures(text)
    own = [LEVELS[found["level"][0]] for name in signed if (found := _SIGNED_LEVEL.match(name))]
    if not own:
        own = [LEVELS[found["level"]] for found in [_OURS.search(opening)] if found]
    if greeting is None:
        levels = [LEVELS[found["level"] or found["asked"] or found["dated"]] for found in _CALLED.finditer(opening)]
    return _Parties(max(levels, default=0), max(own, default=0), _OFFICES_READ.search(opening) is not None, bool(named), signed)


def readers_level(text: str) -> int:
    """How high the highest of those stands whom a text greets or asks (0: not said)."""
    return _parties(text).level


def is_strangers(m: Mention) -> bool:
    """Whether a date is plainly the business of a party of the text that does not read it."""
    named = _under_office(m) or _in_row_of_office(m) or _of_other_level(m) or _of_receiver(m) or _of_other_side(m)
    return _travels(m) or (named and _ASKED.search(m.clause_right) is None)


_WHO_TRAVELS = late(r"(?:^|[，。；！\n])(?:欧阳|司马|上官|诸葛|[^\W\d请各村镇乡县市区全副让叫带本老新女每该社员])(?:书记|主任|[镇乡县局所站校院]长|主席|经理|科长|会计)$")
_TRAVELS = late(r"(?:要|将|得)?(?:到|去|赴|前往|在)(?:[县市省区州]|外地|北京)[^，。；]{0,12}(?:参加|参会|开会|学习|培训|出差|调研|考察|汇报)")


def _travels(m: Mention) -> bool:
    """王书记下周二到县委党校参加培训: where somebody by name goes, above the place of those who read it."""
    return _WHO_TRAVELS.search(m.left[-10:]) is not None and _TRAVELS.match(m.right) is not None


def _head(m: Mention) -> re.Match[str] | None:
    """Who is named at the head of the line or item a date stands in, with no sentence between."""
    begin = max(m.item[0], m.line[0])
    found = _LABEL.match(m.text, begin, m.start)
    return found if found and not re.search("[。；;\n]", m.text[found.end() : m.start]) else None


def _under_office(m: Mention) -> bool:
    """3．镇经管站：25日前汇总, in a list that shares out work, told to villages: the office is of those who write."""
    found = _head(m)
    if found is None or "的" in found["who"] or not _OFFICE.fullmatch(found["who"]) or not m.text[: found.start()].strip() or _NO_HEAD.search(m.text[found.start() : m.start]):
        return False
    parties = _parties(m.text)
    return parties.addressed and not parties.offices_read and f"各{found['who'][-2:]}" not in m.text[:_OPENING]


def _of_other_level(m: Mention) -> bool:
    """市局要求各县20日前报齐, told to 各乡镇: a limit of those who pass it on."""
    begin = m.line[0]
    between = _BETWEEN_LEVELS.match(m.text, begin) or _BETWEEN_LEVELS.match(m.text, m.text.rfind("\n", max(0, begin - 20), max(0, begin - 1)) + 1)
    if between:
        return 0 < _parties(m.text).level < LEVELS[between["level"]]
    above = _LEVEL_NEXT.match(m.right) if not m.clause_left.strip() else None
    if above:
        return 0 < _parties(m.text).level < LEVELS[above["level"]]
    found = _OF_LEVEL.search(m.left[-24:]) or _BY_LEVEL.match(m.right)
    itself = None if found else _LEVEL_ITSELF.search(m.clause_left[-12:])
    if itself and _PASSES_ON.match(m.right):
        return 0 < _parties(m.text).level < LEVELS[itself["level"]]
    if found is None:
        return False
    level, parties = LEVELS[found["level"]], _parties(m.text)
    return 0 < parties.own <= level or 0 < parties.level < level


def _of_receiver(m: Mention) -> bool:
    """填好交农办，农办18日前审完: who is given what the readers hand in acts next."""
    found = _SUBJECT.search(m.clause_left[-16:])
    if found is None or not m.time.before or _TO_US.search(m.clause_right) or "分工" in m.text[:_OPENING]:
        return False
    return re.search(rf"{_GIVEN_TO}{found['who']}(?![一-鿿]{{0,6}}的)", m.text[max(0, m.start - _BEFORE) : m.start - len(m.clause_left)]) is not None


def _in_row_of_office(m: Mention) -> bool:
    """汇总表 | 农办 | 17日, under a head that says 谁, told to villages; of the office that writes beside rows of 各村."""
    rows = next((each for each in tables(m.text) if each[0].start < m.start < each[-1].start + _NEAR), None)
    row = next((each for each in reversed(rows) if each.start <= m.start), None) if rows else None
    column = next((at for at, cell in enumerate(rows[0].cells) if _OWNERS.fullmatch(cell.strip("*# "))), None) if rows else None
    if rows is None or row is None or column is None or row is rows[0]:
        return False
    who, parties = row.cells[column].strip(), _parties(m.text)
    if not who or _READERS_CELL.match(who):
        return False
    if any(_READERS_CELL.match(each.cells[column]) for each in rows) and (_OF_US.fullmatch(who) or _HIRED_CELL.match(who) or _writes(who, m.text, rows[0].start)):
        return True
    return (_OF_US.fullmatch(who) or _OFFICE.fullmatch(who)) is not None and parties.addressed and not parties.offices_read


def _writes(who: str, text: str, table: int) -> bool:
    """Whether an office signs a text, or heads it above its table."""
    return any(name.endswith(who) for name in _parties(text).signers) or who in text[: min(table, _HEAD_OF_TEXT)].split("各")[0]


def _of_other_side(m: Mention) -> bool:
    """Our side: bugs fixed by the 13th. Your side: …; 甲方：3月1日前移交, told to 乙方."""
    line = m.text[m.line[0] : m.start]
    if _OUR_SIDE.match(line):
        return _YOUR_SIDE.search(m.text[:_OPENING]) is not None and _YOUR_SIDE.search(line) is None
    party, told = _FIRST_PARTY.match(line), _SECOND_PARTY.search(m.text[:_NEAR])
    return bool(party and told and party["party"] != told["party"])
