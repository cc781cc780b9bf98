"""A person inside a phrase: named right away, or after the office or the post he holds (县种业站尚工, 资料员闻婷)."""

from __future__ import annotations

from bot.core.names import COMPOUND_SURNAMES, Span, is_addressed, is_office, person_at, sounds_given
from bot.core.wording import late

_REACH = 20
_OFFICE_TAIL = late(
    r"(?:[局办站所股科室院校处部组委会联队厅馆段厂社店园司行坊场区村镇乡道层楼口台库房务岗班政检教宣安勤建治员长席师任记工理警官计纳秘书事医士干管主人手兽片区]"
    r"|政府|领导|[质疾防]控|单位|物业|[总分]包|车间|采购|调度|仓储|基建|客服|中心|[科侨]协|同志|门卫|代表|值守|窗口|(?<=[㐀-鿿])的)$"
)
"""How offices (局, 站, 社区) and posts (员, 长, 师, 财务) end."""

_PLACE_AFTER = late(r"[㐀-鿿]{0,2}(?:村|镇(?!长)|乡(?!长)|街道|社区|小学|中学|学校|公司|合作社|市场|水库|大桥|小区|户(?!主))")
_NICKNAME = late(r"[小老阿大][㐀-鿿]头?")
_SHORT_OF_OFFICE = late(r".[科所站局部镇队处]")
_OFFICE_PROPER = late(r"[局办站所院室会心股科组队校部镇乡村府处联]$")
_PLAIN_OFFICE = late(r"[㐀-鿿](?:[局办站所股科处]|(?<![全干内外支总分党])部|经理|秘书|干事|主任|会计|委员|专干|站长|所长|科长)$")
_NO_POST = late(r"[找跟给报送请把让不没各]|(?<![农开研经])发(?![改展])|[交到在](?![通警大])")
_KIN = "姐哥叔婶嫂姨"
_KIN_OR_POLITE = late(r"(?:先生|女士|小姐|师傅|阿姨|大姐|大哥|大叔|[姐哥叔婶嫂姨])$")
_HIS_NEXT = late(r"\s?[（(,，]?\s?(?:\d{6}|(?:内线|分机号?|短号)[:：]?\s?\d)|的?(?:微信(?!群)|邮箱|手机|电话)|处(?![㐀-鿿])|那[里儿]|手[里上]|收(?![㐀-鿿])")
_NOT_HIS_POST = late(r"[(（]\s?(?:联[系络]|咨询)|[由经]$|(?:户|党员|老人|学生|儿童|对象|群众|病人|患者|家属)$")
"""The bracket about whom to ask (报文化站（联系人王敏）), who acts himself, and whom something is done for (给老党员王敏拍照)."""
_ROOM = late(r"(?:[一-鿿]{1,6}(?:楼|大厅|中心|区|座|栋|室))?[1-9]\d{2,3}室?")
_MORE = late(r"[㐀-鿿 （）()0-9]")


def person_after(text: str, at: int) -> Span | None:
    """A person right at `at`, or after the office or the post he holds."""
    limit = min(len(text), at + _REACH)
    while at < limit and text[at] in " :：":
        at += 1
    begin = at
    while at < limit:
        if text[at].isascii() and text[at].isalpha():
            latin = person_at(text, at)
            return latin if latin and (at == begin or ends_office(text[begin:at].strip())) else None
        if not _MORE.match(text, at):
            return None
        person = person_at(text, at, loose=True)
        if person and (at == begin or _holds(text, begin, person)):
            if is_office(text[begin : person[1]]) and person[1] - at > 2:
                return None
            return None if at + 3 >= person[1] and _PLACE_AFTER.match(text, person[1]) else person
        at = person[1] if person and (text[at : at + 2] in COMPOUND_SURNAMES or text[person[1] - 1] in _KIN) else at + 1
    return None


def ends_office(words: str) -> bool:
    """Whether the words before a name end like an office or a post."""
    return len(words) >= 2 and bool(_OFFICE_TAIL.search(words))


def is_nickname(name: str) -> bool:
    """Whether a name is one of 小何, 老石, 阿贵, 大刘, 老韩头."""
    return bool(_NICKNAME.fullmatch(name))


def _holds(text: str, begin: int, person: Span) -> bool:
    """Whether the words before a name can be his office or post; a nickname (老邬) needs no such ending."""
    words, name = text[begin : person[0]].strip(" （("), text[slice(*person)]
    if _NOT_HIS_POST.search(words):
        return False
    if is_nickname(name):
        return len(words) >= 2
    if _SHORT_OF_OFFICE.fullmatch(name) and not _OFFICE_PROPER.search(words):
        return False
    if _NO_POST.search(words):
        return False
    if _ROOM.fullmatch(words):
        return True
    if len(words) >= 2 and _KIN_OR_POLITE.search(name):
        return True
    return ends_office(words) and (bool(_PLAIN_OFFICE.search(words)) or is_addressed(name) or sounds_given(name) or bool(_HIS_NEXT.match(text, person[1])))
