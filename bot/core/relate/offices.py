"""Who speaks and whom a text names: offices, persons and levels recognised by their shape, never by a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.core.relate.wording import plain

_UNIT = re.compile(
    r"([一-鿿]{0,10}?)(红十字会|委员会办公室|指挥部办公室|人民政府|政府办公室|办公室|办事处|委员会|指挥部|专班|中心校|服务中心|中心|派出所|卫生院|敬老院|工作站|大队|中队|支队|分局|分队"
    r"|总工会|工会|妇联|残联|侨联|工商联|文联|科协|关工委|纪委|监委|团委|安委|协会|商会|公司|银行|红十字会|合作社|学校|小学|中学|幼儿园|局|办|站|所|部|股|科|室|院|馆|台|校|队|会(?!计|工作|议)|委)"
)
_WHOLE_NAME = re.compile(
    r"总工会|工会|妇联|残联|侨联|工商联|文联|科协|关工委|纪委|监委|团委|安委|红十字会|派出所|卫生院|敬老院|中心校|人民政府|供销社|信用社|武装部"
)
_PLACE = re.compile(
    r"^(?:中共|共青团)?[^\W局办所站科股部会院校a-z0-9]{0,4}?(省|自治州|州|市(?!场|监|政|民)|县|区(?!域|块)|旗|镇(?!区)|乡(?!村)|街道)(?:委(?!员)|党工委|党委|政府)?"
)
_YOUTH = re.compile(r"共青团|^团[一-鿿]{0,5}委")
_HIGH, _TOWN, _VILLAGE = 3, 2, 1
_VILLAGE_WORDS = re.compile(
    r"(?<![驻包乡农])村(?!镇|建|务|级|干部群)|社区|居委|小区|敬老院|养老院|幼儿园|卫生室|合作社|支部(?!书记)|小学|幼儿园|网格(?:员|长)|组长|支书|文书|两委|组群|年级|家长|村民|居民|业主"
)
_LEADER = re.compile(r"(?:副?(?:镇|乡)长|人大主席|副?书记|(?:组织|宣传|统战|政法|纪检)委员|武装部长|副主任|班子)")
_BLANK = re.compile(r"[\s·:/|\-—,，、()（）]+")
_ADDRESS_END = re.compile(
    r"(副?主任|副?书记|副?站长|副?所长|副?局长|副?镇长|副?校长|副?院长|副?科长|股长|队长|老师|会计|文书|主席|委员|干事|警官|经理|专干|干部|师傅|教导|(?<=^.)[姐哥叔工站所科总局队股部]|[姐哥叔])$"
)
_ROLE_END = re.compile(r"(?:副?主任|副?书记|副?主席|专干|干部|委员|信息员|联络员|文书|站长|所长)$")
_GENERIC = frozenset(("办公", "值班", "办事", "委员", "领导小组", "工作", "有关", "相关", "各", "全", "内", "干"))
_SUBORDINATE = re.compile(r"^[一-鿿]{1,4}(?:乡|镇|街道)$")
_CUT_LEFT = re.compile(
    r"^.*(?:[请各由给报交到发向至经与和及或要让将把为从按在接转是送的了找跟对,。;:、!?\s\d]|通知|转发|收到|根据|联系|汇总|说|来|催|用|以|全(?=部)|干(?=部)|内(?=部)|[“”\"《》()（）])"
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office by what distinguishes it (`stem`: 民政 of 县民政局) and its level: 3 county, 2 town, 1 village, 0 unsaid."""

    stem: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who posted: offices named in the sender, the person, the level, whether a leader without an office."""

    offices: tuple[Office, ...]
    person: str
    level: int
    leader: bool = False


@lru_cache(maxsize=8192)
def read_offices(name: str) -> tuple[Office, ...]:
    """The offices a name is made of, outermost first: 县农业农村局帮扶股 → 农业农村 (county), 帮扶 (county)."""
    found: list[Office] = []
    if _YOUTH.search(name):
        return (Office("团委", _HIGH if re.search("[县区市]", name) else _TOWN),)
    rest, level = _without_place(name)
    for stem, ending in _UNIT.findall(rest):
        bare, inner = _without_place(stem)
        level = inner or level
        whole = stem + ending
        if bare in _GENERIC:
            continue
        if _WHOLE_NAME.search(whole):
            bare = _WHOLE_NAME.search(whole)[0]  # type: ignore[index]
        if not bare:
            if len(whole) == 1:
                continue
            bare = whole
        if not level:
            level = _HIGH if ending in ("局", "股", "科", "分局", "中心") and ending != "中心" else _TOWN
        found.append(Office(bare, level))
    if not found and level and "委" in name:
        found.append(Office("党委", level))
    if not found and rest != name and 2 <= len(rest) <= 6 and level:
        found.append(Office(rest, level))
    return tuple(found)


def _without_place(name: str) -> tuple[str, int]:
    level = 0
    for _ in range(2):
        place = _PLACE.match(name)
        if _WHOLE_NAME.match(name) or not place or (place.end() == len(name)):
            break
        level = _TOWN if place[1] in ("镇", "乡", "街道") else _HIGH
        name = name[place.end() :]
    return name, level


@lru_cache(maxsize=8192)
def read_speaker(sender: str | None, group: str | None) -> Speaker:
    """Read office, person and level out of a sender's name, with the group as a hint of the level."""
    said = plain(sender or "").strip()
    parts = [p for p in _BLANK.split(said) if p]
    offices: tuple[Office, ...] = ()
    person = ""
    for part in parts:
        named = read_offices(_ROLE_END.sub("", part)) if not _ADDRESS_END.search(part) or len(part) > 5 else ()
        if named and not offices:
            offices = named
        elif part is parts[-1] and (len(parts) > 1 or not named):
            person = part
    leader = bool(_LEADER.search(said)) and not offices
    return Speaker(offices, person, _speaker_level(said, offices, plain(group or "")), leader)


def _speaker_level(said: str, offices: tuple[Office, ...], group: str) -> int:
    if _VILLAGE_WORDS.search(said) or _SUBORDINATE.match(said):
        return _VILLAGE
    if offices:
        return max(o.level for o in offices)
    if re.search(r"(?:办公室|\boffice\b|\bbureau\b|\blead\b)", said):
        return _TOWN
    first = _BLANK.split(said)[0] if said else ""
    if first and first in group and _VILLAGE_WORDS.search(group):
        return _VILLAGE
    if re.search(r"(?<!驻)村(?!镇|建)|社区|小学|两委|支部", group) and not re.search(r"[镇乡县区]|街道", group.split("村")[0]):
        return _VILLAGE
    return _TOWN if _LEADER.search(said) else 0


def same_office(a: str, b: str) -> bool:
    """Whether two stems name one office: equal, one inside the other, or one the short form (医保 ~ 医疗保障)."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < 2:
        return False
    if short in long:
        return True
    if short[0] != long[0] or len(long) < len(short) + 1:
        return False
    rest = iter(long)
    return all(c in rest for c in short)


_SPEAKS = "局办站所股科部委院会联室中队要让叫催那来口统给说布下安收这通发们"


def names_office(text: str, stem: str) -> bool:
    """Whether a text speaks of an office by its stem alone (民政要…, 报民政), not of the subject it is named after."""
    if len(stem) < 2:
        return False
    if _WHOLE_NAME.fullmatch(stem):
        return stem in text
    at = text.find(stem)
    while at >= 0:
        after = text[at + len(stem) : at + len(stem) + 1]
        if (after and after in _SPEAKS) or text[max(0, at - 1) : at] in tuple("报交给到送转找"):
            return True
        at = text.find(stem, at + 1)
    return False


_COUNTY_SAID = re.compile(r"[县市区](?:里|上(?!午)|局|办(?!理|公)|委|级|直)|上(?:头|级|面)")
_TOWN_SAID = re.compile(r"[镇乡](?:里|上(?!午)|政府)|街道(?:里|上|要|让|通知)")


def names_level(text: str, level: int) -> bool:
    """Whether a text says that a higher level asks (县里要, 镇上通知)."""
    return bool((_COUNTY_SAID if level >= _HIGH else _TOWN_SAID).search(text))


@lru_cache(maxsize=8192)
def same_person(name: str, other: str) -> bool:
    """Whether two ways of address can mean one person: 宣姐 ~ 宣姐, 霍站 ~ 霍建军, 左 ~ 左工, 小费 ~ 费."""
    if not name or not other:
        return False
    if name == other:
        return True
    a, b = _surname(name), _surname(other)
    if not a or a != b:
        return name[-2:] == other[-2:] and len(name) >= 2
    return len(_core(name)) == 1 or len(_core(other)) == 1 or _core(name) == _core(other)


def _core(name: str) -> str:
    bare = _ADDRESS_END.sub("", name)
    return re.sub(r"^[小老阿]", "", bare) or name


def _surname(name: str) -> str:
    core = _core(name)
    return core[0] if core else ""


_TEXT_OFFICE = re.compile(
    r"[一-鿿]{1,12}?(?:办公室|委员会|指挥部|专班|服务中心|派出所|卫生院|工作站|大队|中队|分局|工会|妇联|残联|侨联|关工委|纪委|团委|安委办|公司|红十字会|局|办(?![理公事好完到]|[一-鿿]?证)"
    r"|站(?!点)|所(?![有在以需属])|部(?![分门队])|股(?!份)|科(?!学|技|目))"
)


@lru_cache(maxsize=8192)
def named_offices(text: str) -> tuple[Office, ...]:
    """Offices named anywhere in a plain text, in order of appearance."""
    found: dict[Office, None] = {}
    for match in _TEXT_OFFICE.finditer(text):
        chunk = _CUT_LEFT.sub("", match[0])
        if 2 <= len(chunk) <= 14:
            for office in read_offices(chunk):
                if len(office.stem) >= 2:
                    found.setdefault(office)
    return tuple(found)


_TAIL_DATE = re.compile(r"[\s,，。.]*(?:\d{4}年)?\d{1,2}月\d{1,2}日\s*$")
_HEADED = re.compile(r"【?([^\n。,，:：]{3,24}?)】?(?:文件)?\n(?:[^\n]{0,30}\n)?[^\n]{0,6}关于[^\n]{4,60}通知")
_SIGNED = re.compile(r"(?:^|[。;!?！\n])\s*([^。;!?！，,\n]{2,20}?)\s*$")


@lru_cache(maxsize=8192)
def signature(text: str) -> str:
    """The office that signs at the end of a plain text, "" when nobody does."""
    head = _HEADED.match(text.strip())
    if head and read_offices(head[1]):
        return head[1]
    bare = _TAIL_DATE.sub("", text.strip()).strip()
    found = _SIGNED.search(bare)
    if not found or (found.start() == 0 and len(found[1]) == len(bare)):
        return _english_signature(bare)
    tail = found[1]
    if re.search(r"[的了吗呢请报交到别前没有要\d]", tail) or not (read_offices(tail) or re.search(r"[局办站所股科部委联会院队校府]$", tail)):
        return _english_signature(bare)
    return tail


def _english_signature(text: str) -> str:
    found = re.search(r"[.!?–—-]\s*((?:[a-z]+ ){0,3}(?:office|bureau|team|committee|station|center|centre))\.?$", text)
    return found[1] if found else ""
