"""The names that stand right before or right behind a telephone number."""

from __future__ import annotations

from bot.core.addressees import person_after
from bot.core.names import LONG_ADDRESS, Span, is_surname, may_be_name, person_at, sounds_given
from bot.core.phones import Phone
from bot.core.wording import late

_CONNECT = late(
    r"(?:(?<=[/、及和])传真|白天|夜[间里]|平时|节假日|周末|工作日|(?:工作|上班|办公|下班|其他|休息)时间|上班|固话|短号\d{3,6}|短号|长号|内线|分机号?|移动|联通|电信|同志|电询|分别|依次|[\s,，:：;；、—\-~/]|[(（]|(?:联系|咨询|办公|值班)?电[话活诂]|电联|手机号码|手机号|手机|号码|座机|微信同号|同微信|微信|Tel\.?|TEL|tel\.?|Mobile|mobile|Phone|phone|cell|'s (?:number|phone|mobile|cell)|by phone|on|at|is|[他她]?的?(?=手机|电话|号码)|是"
    r"|报一声|说一声|讲一声|报名|请假|登记|对接|联系|就行|即可|那里|那儿|这里|处|手[里上]|收|办理|领取|解决|换时间){1,12}$"
)
_OFFICE_IN_BRACKET = late(r"[(（][㐀-鿿]{2,10}[，,：: ]\s?(?:联系)?(?:电话|手机)?[:：]?$")
"""The office that stands with the number in brackets behind a name: 王敏（文化站，139…）."""
_ROLE_BRACKET = late(r"[(（][^()（）\n]{1,10}[)）]$")
_HAN_RUN = late(r"[㐀-鿿·]{1,24}$")
_CUE = late(
    r"联系人员?|联络人|联络员|联系方式|联系|咨询人|咨询|负责人|负责同志|经办人|承办人|填报人|工作人员|会务组?|材料|技术员|技术指导|客服|询问|请问|可找|请找|找|问|致电|打给"
    r"|值班员|指导员|辅导员|管理员|专管员|办事员|协管员|同志"
)
_STRONG_CUE = late(r"联系人|联络人|联络员|联系|咨询|经办人|承办人|负责人|会务|找|问|电话|手机")
_FURTHER = late(r"联[系络]人[^。\n]{2,50}\d{4}[)）]?(?:[、，,；;和及]\s?|\s{1,2})$")
"""What stands before the second of several persons with their numbers: a name there may have any surname."""
_TITLED = late(rf"(?<!办公)(?:局|办|站|所|股|科|室|中心|院|会|部|联|镇|乡|村|校)((?!公室)[㐀-鿿](?:{LONG_ADDRESS}))$")
_POST_BEHIND = late(rf"(?:{LONG_ADDRESS})$")
"""A form of address behind a whole name (宋瑶老师)."""
NOT_NAME = late(
    r"[打拨致询请题的他她我你您]|负责|电话|值班|热线|监督|举报|传真|办公|地址|邮编|邮箱|微信|报名|咨询|联系|手机|号码|窗口|前台|客服|大厅|群众|单位|系统|平台|服务|中心|同志|本人"
    r"|(?:局|办|站|所|股|科|室|会|镇|乡|县|村|区|院|校|处|部|组|队|委)$"
)
_ENGLISH_TAIL = late(
    r"(?:(?:Mr|Ms|Mrs|Miss|Dr|Prof|Nurse|Doctor|Teacher|Officer|Director|Engineer|Captain|Sister|Auntie|Uncle)\.?[ ])?[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?$"
)
_LATIN_KIN = late(r"(?<![A-Za-z])[A-Z][a-z]{1,9}[姐哥]$")
_HE = late(r"[他她](?![们人])[^，。；;\n]*$")
_SET_APART = late(r"[ :：][㐀-鿿]{2,3}")
_OFFICE_THEN = late(r"[局办站所部科室院会组处中心村镇队][ 　][㐀-鿿]$")
"""A surname alone behind an office, set apart (园区安环部 顾 151…)."""
_NAMED_BEHIND = late(r"(?:[找问给系是人谁发交送传寄诉][:：\s]*|[:：,，、(（]\s?)$")
_NAMED_AFTER_HEAD = late(r"(?:联[系络]人|经办人|填报人|负责人|电话)[:：]\s?$")
"""What a whole name with 小 or 阿 in its middle stands behind (联系人：辜小林)."""
_SPACED = late(r"(?<![㐀-鿿])[㐀-鿿] [㐀-鿿]$")
"""A name of two characters set apart (张 伟)."""
_NAME_LIST = late(r"(?:、|/|和|及|\s和\s|,\s?|，)$")
_NAMES_APART = late(r"(?:(?<=[系络]人[:：][㐀-鿿]{2})|(?<=[系络]人[:：][㐀-鿿]{3})|(?<=[系络]人[:：] [㐀-鿿]{2})|(?<=[系络]人[:：] [㐀-鿿]{3})|(?<=[系络]人[:：][㐀-鿿]{4})|(?<=[系络]人[:：] [㐀-鿿]{4}))\s+$")
"""The blank between two names behind their head (联系人：王磊 李晓明)."""


def names_before(text: str, floor: int, end: int) -> list[Span]:
    """The person or the list of persons named right before the number that begins at `end`."""
    start = max(floor, end - 60)
    at = skip_back(text, start, end)
    name = name_ending(text, start, at)
    if name is None and (office := _OFFICE_IN_BRACKET.search(text, start, end)):
        name = name_ending(text, start, office.start())
    if name is None:
        return []
    names = [name]
    while len(names) < 5:
        joint = _NAME_LIST.search(text, max(start, name[0] - 3), name[0]) or _NAMES_APART.search(text, max(start, name[0] - 12), name[0])
        if not joint:
            break
        name = name_ending(text, start, joint.start())
        if name is None or name[1] - name[0] > 4:
            break
        names.insert(0, name)
    return names


def skip_back(text: str, start: int, end: int) -> int:
    """Go back over connectors (，电话：) and a role in brackets（会务）."""
    for _ in range(3):
        connect = _CONNECT.search(text, max(start, end - 20), end)
        if connect:
            end = connect.start()
        role = _ROLE_BRACKET.search(text, max(start, end - 12), end)
        if not role:
            return end
        end = role.start()
    return end


def name_ending(text: str, start: int, end: int) -> Span | None:
    """The person's name that ends exactly at `end`."""
    run = _HAN_RUN.search(text, max(start, end - 24), end)
    if not run:
        english = _ENGLISH_TAIL.search(text, max(start, end - 40), end)
        latin = _english_name(text, english.start(), end) if english else None
        mixed = bool(latin and latin[0] > start and text[latin[0] - 1] in "阿小老" and " " not in text[slice(*latin)])
        return (latin[0] - mixed, end) if latin else None
    first = run.start()
    if kin := _LATIN_KIN.search(text, max(start, end - 14), end):
        return kin.span()
    if end - first == 1 and is_surname(text[first]) and _OFFICE_THEN.search(text, max(start, end - 4), end):
        return (first, end)
    if end - first == 1 and (spaced := _SPACED.search(text, max(start, end - 4), end)) and is_surname(spaced.group()[0]):
        return spaced.span()
    nicknamed = text[max(first, end - 2) : end][:1] in tuple("小老阿") and not (end - first == 3 and is_surname(text[first]))
    if nicknamed and end - first >= 3 and (_NAMED_BEHIND if is_surname(text[end - 3]) else _NAMED_AFTER_HEAD).search(text, max(start, end - 8), end - 3):
        return (end - 3, end)
    if end - first >= 3 and may_be_name(text, end - 3, end) and not NOT_NAME.search(text, end - 3, end) and not _POST_BEHIND.search(text, end - 3, end):
        return (end - 3, end)
    for length in (2, 4, 3) if nicknamed else (4, 3, 2):
        if end - length >= first and (person := _person_exactly(text, end - length, end)):
            return person
    if post := _POST_BEHIND.search(text, max(first, end - 5), end):
        for length in (3, 2):
            if post.start() - length >= first and (person := _person_exactly(text, post.start() - length, post.start())):
                return person
    if titled := _TITLED.search(text, max(first, end - 12), end):
        return titled.span(1)
    cue = None
    for cue in _CUE.finditer(text, first, end):  # noqa: B007 - the last one counts
        pass
    begin = cue.end() if cue else first
    word = text[begin:end]
    if cue and _HE.search(text, max(start, cue.start() - 8), cue.start()):
        return None
    strong = cue is not None or bool(_FURTHER.search(text, max(start, first - 60), first)) or _STRONG_CUE.search(text, max(start, first - 16), first)
    if strong and 2 <= len(word) <= 4 and not (len(word) > 2 and word[0] in "小老阿") and not NOT_NAME.search(word) and (len(word) < 4 or "·" in word):
        return (begin, end)
    if len(word) == 2 and text[begin - 1 : begin] in ("（", "(") and sounds_given("x" + word[0]) and sounds_given("x" + word[1]):
        return (begin, end)
    return (begin, end) if _SET_APART.fullmatch(text, max(start, begin - 1), end) and sounds_given(word) and not NOT_NAME.search(word) else None


def _person_exactly(text: str, start: int, end: int) -> Span | None:
    low = max(0, start - 1)
    person = person_at(text[low:end], start - low)
    if person is None or person[1] != end - low:
        return None
    if end - start > 2 and (NOT_NAME.search(text[start:end]) or (text[low] in "小老阿" and person_at(text, low))):
        return None
    return (start, end)


def _english_name(text: str, start: int, end: int) -> Span | None:
    for begin in (start, text.find(" ", start, end) + 1):
        person = person_at(text, begin) if begin < end else None
        if person and person[1] == end:
            return person
    return None


# ── A name behind the number ─────────────────────────────────────────────────

_LEAD = late(
    r"(?:转\d{2,4})?[\s,，;；]{0,2}(?P<lead>[(（](?:[㐀-鿿]{2,6}[ :：])?|(?:联系|值班|经办|负责|对接|接听|咨询)人员?[:：]?\s?|[,，]?\s?(?:请?找|报给?|给|跟|和|向|问|联系|我是|我叫|我(?=[小老阿大])|and ask for |ask for )?)\s?"
)
_OWN_NUMBER_NEXT = late(r"\s{0,2}[,，;；]\s?(?:联系|值班|经办|负责|对接)人员?[:：]?\s?[㐀-鿿]{2,6}[\s,，:：(（]{0,3}(?:联系)?(?:电话|手机)?[:：]?\s?[0-9]{3}")
"""A person behind a number whose own number follows (报文化站139…，联系人：王敏，0577-…)."""
_ENDS = late(r"\s{0,2}(?:$|[，,。！!；;\n)）]|and |or )|(?:的?微信|手机)|\s(?![^，。；\n]{0,8}\d{3})")
_TOLD = late(r"[报说讲][一个]?[声下遍]?")
_NO_POST = late(r"[，,。；;\n报交发送给请到在]")


_JOINT = late(r"\s?(?:、|/|和|及|,|，)\s?|\s")


def names_after(text: str, phone: Phone) -> list[Span]:
    """The person named right behind a number, and further ones in a list (石老师、吴老师)."""
    name = _name_after(text, phone)
    names = [name] if name else []
    while name and len(names) < 5 and (joint := _JOINT.match(text, name[1])):
        name = person_at(text, joint.end())
        if name is None or not _ENDS.match(text, name[1]):
            break
        names.append(name)
    return names


def _name_after(text: str, phone: Phone) -> Span | None:
    lead = _LEAD.match(text, phone.end)
    if lead is None:
        return None
    if _OWN_NUMBER_NEXT.match(text, phone.end):
        return None
    person = person_at(text, lead.end(), loose=len(lead.group().strip(" ,，（(")) > 0)
    if person and (lead.group().strip() or _ENDS.match(text, person[1])):
        return person
    if may_be_name(text, lead.end(), lead.end() + 3) and (_ENDS.match(text, lead.end() + 3) or (lead.group().strip() and _TOLD.match(text, lead.end() + 3))) and not NOT_NAME.search(text, lead.end(), lead.end() + 3):
        return (lead.end(), lead.end() + 3)
    person = person_after(text, lead.end())
    if person is None or not _ENDS.match(text, person[1]) or _NO_POST.search(text, lead.end(), person[0]):
        return None
    return person if lead.group().strip() or not text[person[1] :].strip(" 。.\n") else None
