"""Who receives and whom to ask: persons named as address, persons with a number."""

from __future__ import annotations

import re

from bot.core.names import LONG_ADDRESS, Span, is_office, person_at
from bot.core.phones import Phone
from bot.core.wording import late

_CONNECT = late(
    r"(?:[\s,，:：;；、—\-~]|[(（]|(?:联系|咨询|办公|值班)?电[话活诂]|电联|手机号码|手机号|手机|号码|座机|微信同号|同微信|微信|Tel\.?|TEL|tel\.?|Mobile|mobile|Phone|phone|cell|on|at|是"
    r"|报一声|说一声|讲一声|报名|请假|登记|对接|联系|就行|即可|那里|那儿|这里|处|收|办理|领取|解决|换时间){1,12}$"
)
_ROLE_BRACKET = late(r"[(（][^()（）\n]{1,10}[)）]$")
_HAN_RUN = late(r"[㐀-鿿·]{1,24}$")
_CUE = late(
    r"联系人员?|联络人|联络员|联系方式|联系|咨询人|咨询|负责人|负责同志|经办人|承办人|填报人|工作人员|会务组?|材料|技术员|技术指导|客服|询问|请问|可找|请找|找|问|致电|打给"
    r"|值班员|指导员|辅导员|管理员|专管员|办事员|协管员|同志"
)
_STRONG_CUE = late(r"联系人|联络人|联络员|联系|咨询|经办人|承办人|负责人|会务|找|问|电话|手机")
_TITLED = late(rf"(?:局|办|站|所|股|科|室|中心|院|会|部|联|镇|乡|村|校)([㐀-鿿](?:{LONG_ADDRESS}))$")
_NOT_NAME = late(
    r"[打拨致询请题]|电话|值班|热线|监督|举报|传真|办公|地址|邮编|邮箱|微信|报名|咨询|联系|手机|号码|窗口|前台|客服|大厅|群众|单位|系统|平台|服务|中心|同志|本人"
    r"|(?:局|办|站|所|股|科|室|会|镇|乡|县|村|区|院|校|处|部|组|队|委)$"
)
_ENGLISH_TAIL = late(
    r"(?:(?:Mr|Ms|Mrs|Miss|Dr|Prof|Nurse|Doctor|Teacher|Officer|Director|Engineer|Captain|Sister|Auntie|Uncle)\.?[ ])?[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?$"
)
_FORWARD = late(r"[\s,，;；]{0,2}(?:[(（](?:联系人[:：]?)?|联系人[:：]?\s?|[,，]?\s?(?:找|跟|和|向|联系|我是|我叫|[㐀-鿿]{0,3}(?:队员|干事|文书|网格员|技术员|专干|办事员|联络员|护林员)))?(?=[㐀-鿿A-Z])")
_NAME_LIST = late(r"(?:、|/|和|及|\s和\s|,\s?|，)$")


def find_contacts(text: str, phones: list[Phone]) -> list[tuple[Span, Phone]]:
    """Pairs of a person's name span and the number that belongs to it; nameless numbers and offices give none."""
    pairs: list[tuple[Span, Phone]] = []
    floor = 0
    for i, phone in enumerate(phones):
        names = _names_before(text, floor, phone.start)
        if not names:
            ahead = _name_after(text, phone.end)
            names = [ahead] if ahead else []
        if not names and i and pairs and _same_owner(text[phones[i - 1].end : phone.start]):
            names = [span for span, owned in pairs if owned is phones[i - 1]]
        if not names and _MY_PHONE.search(text, max(0, phone.start - 10), phone.start):
            signed = signing_person(text, phones)
            names = [signed] if signed else []
        if not names and _PHONE_CUE.search(text, max(0, phone.start - 6), phone.start):
            names = _only_receiver(text, phone.start)
        pairs += [(name, phone) for name in names]
        floor = phone.end
    return pairs


_MY_PHONE = late(r"我(?:的|本人)?(?:电话|手机|号码|微信)?(?:是)?[:：]?\s?$")
_PHONE_CUE = late(r"(?:电话|手机)(?:号码|号)?[:：]?\s?$")


def _only_receiver(text: str, end: int) -> list[Span]:
    """The one person named as receiver shortly before a number that names nobody (报县种业站尚工，…。电话189…)."""
    start = max(0, end - 60)
    people = dict.fromkeys(
        person for match in _HAND_OVER.finditer(text, start, end) if (person := _after_office(text, match.end()))
    )
    return list(people) if len(people) == 1 else []


def _same_owner(between: str) -> bool:
    """Two numbers side by side ("6210038、13900000818") belong to the same person."""
    return len(between) <= 6 and not re.search(r"[㐀-鿿A-Za-z]", between.replace("或", "").replace("手机", ""))


def _names_before(text: str, floor: int, end: int) -> list[Span]:
    start = max(floor, end - 60)
    at = _skip_back(text, start, end)
    name = _name_ending(text, start, at)
    if name is None:
        return []
    names = [name]
    while len(names) < 5:
        joint = _NAME_LIST.search(text, max(start, name[0] - 3), name[0])
        if not joint:
            break
        name = _name_ending(text, start, joint.start())
        if name is None or name[1] - name[0] > 4:
            break
        names.insert(0, name)
    return names


def _skip_back(text: str, start: int, end: int) -> int:
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


def _name_ending(text: str, start: int, end: int) -> Span | None:
    """The person's name that ends exactly at `end`."""
    run = _HAN_RUN.search(text, max(start, end - 24), end)
    if not run:
        english = _ENGLISH_TAIL.search(text, max(start, end - 40), end)
        return _english_name(text, english.start(), end) if english else None
    first = run.start()
    for length in (2, 4, 3) if text[max(first, end - 2) : end][:1] in tuple("小老阿") else (4, 3, 2):
        if end - length >= first and (person := _person_exactly(text, end - length, end)):
            return person
    if titled := _TITLED.search(text, max(first, end - 12), end):
        return titled.span(1)
    cue = None
    for cue in _CUE.finditer(text, first, end):  # noqa: B007 - the last one counts
        pass
    begin = cue.end() if cue else first
    word = text[begin:end]
    strong = cue is not None or _STRONG_CUE.search(text, max(start, first - 16), first)
    if strong and 2 <= len(word) <= 4 and not _NOT_NAME.search(word) and (len(word) < 4 or "·" in word):
        return (begin, end)
    return None


def _person_exactly(text: str, start: int, end: int) -> Span | None:
    low = max(0, start - 1)
    person = person_at(text[low:end], start - low)
    if person is None or person[1] != end - low:
        return None
    if end - start > 2 and _NOT_NAME.search(text[start:end]):
        return None
    return (start, end)


def _english_name(text: str, start: int, end: int) -> Span | None:
    for begin in (start, text.find(" ", start, end) + 1):
        person = person_at(text, begin) if begin < end else None
        if person and person[1] == end:
            return person
    return None


def _name_after(text: str, end: int) -> Span | None:
    lead = _FORWARD.match(text, end)
    person = person_at(text, lead.end()) if lead else None
    return person if person and ((lead and lead.group().strip()) or _ENDS.match(text, person[1])) else None


_ENDS = late(r"\s{0,2}(?:$|[。！!；;\n)）])")


_HAND_OVER = late(
    r"(?:报送|上报|报|交|发送|发(?!展|放|现|生|布|票|动|电|热|言)|送|传|寄|反馈|提交|汇总|回复|回|递|转|拿|给|私发|私信|告知|告诉|通知)(?:给|至|到|与|于|回|往|送|交|我们)?"
)
_ME_NAMED = late(r"我\s?[(（,，]?\s?(?=[㐀-鿿A-Z])")
_TO_ME = late(r"(?:给|跟|向|找)我(?=报名|登记|说一|讲一|报一)|打给我(?=说|报|讲|就)|(?:发|报|交|给|送|传|反馈|回|告诉|跟|向|私信|私发|找)(?:给|到|至|与)?我(?![们国县镇乡市省区局股所站办科院校社街村中公])")
_OFFICE_GAP = late(r"[一-鿿（）()“”]{0,16}?(?:局|办|站|所|股|科|室|中心|院|校|处|部|组|委|会|联|队|政府|办公室|村|镇|乡|社区|窗口|小组|员|人|文书|会计)?\s?")
_TALK_TO = late(r"(?:跟|向|和|与|同|找|联系)(?=[㐀-鿿])")
_TALK_ABOUT = late(r"[^。；;\n，,]{0,4}(?:报一声|报告|汇报|报备|报一下|说一声|打个?招呼|打个?电话|报名|登记|说明|请假|吱一声|交接|说(?=[，。！\s]|$)|讲(?=[，。！\s]|$))")
_RECEIVER = late(r"(?:收件人|接收人|收取人|收表人|收货人|收材料的?|收表的?)(?:是|为)?[:：]?\s{0,2}")
_COLLECTED_BY = late(r"由(?=[㐀-鿿])")
_COLLECTS = late(r"\s?(?:统一|负责|集中)?(?:收|汇总|登记|接收|受理|上报|报送)")
_ENGLISH_TO = late(r"\b(?:to|with|reach|reaches|[Tt]ell|[Cc]all|[Tt]ext|[Mm]essage|[Ii]nform|[Nn]otify|[Ee]mail|[Rr]ing|[Pp]hone)[ ](?=[A-Z])")
_NOT_BEFORE = late(r"(?:不要|不用|无需|无须|别|勿|不必|不再|不|没|未|已|已经|谢谢|[印颁下研签蒸启并爆首始出派](?=发)|海(?=报)|(?<![今明昨当每])[晚早](?=报))$")
_NOT_VERB = late(r"[印颁下研签蒸启并爆首始出派]发|海报|(?<![今明昨当每])[晚早]报")
_PERSON_START = late(r"[小老阿]|[㐀-鿿]")


def find_people(text: str, phones: list[Phone]) -> list[Span]:
    """Persons to whom something is to be handed, told or phoned in, by name."""
    found: list[Span] = []
    for match in _HAND_OVER.finditer(text):
        if (person := _after_office(text, match.end())) and not _refused(text, match.start()):
            found.append(person)
    for match in _TALK_TO.finditer(text):
        person = _after_office(text, match.end())
        if person and _TALK_ABOUT.match(text, person[1]):
            found.append(person)
    for phone in phones:
        if text.startswith("找", phone.end) and (person := person_at(text, phone.end + 1)):
            found.append(person)
    found += [person for match in _RECEIVER.finditer(text) if (person := person_at(text, match.end()))]
    for match in _COLLECTED_BY.finditer(text):
        person = _after_office(text, match.end())
        if person and _COLLECTS.match(text, person[1]):
            found.append(person)
    for match in _ENGLISH_TO.finditer(text):
        person = person_at(text, match.end())
        if person and _is_person_address(text, match, person):
            found.append(person)
    found += _column(text)
    found += _me(text, phones)
    return sorted(dict.fromkeys(_without_parts(found)))


_BAR = late(r"[|｜\t]")
_RECEIVER_HEAD = late(r"给谁|交谁|报谁|找谁|(?:接收|收件|收取|收集|收表|对接|接洽)人(?:员)?|(?:报送|报|交)(?:给|至|到)(?:谁|哪)?")


def _column(text: str) -> list[Span]:
    """Names in the column of a pasted table whose head says who receives (给谁)."""
    if not _RECEIVER_HEAD.search(text) or not _BAR.search(text):
        return []
    found: list[Span] = []
    column: int | None = None
    at = 0
    for line in text.split("\n"):
        cells = _BAR.split(line)
        if column is None:
            column = next((i for i, cell in enumerate(cells) if len(cells) > 1 and _RECEIVER_HEAD.search(cell)), None)
        elif len(cells) > column:
            start = at + sum(len(cell) + 1 for cell in cells[:column])
            start += len(cells[column]) - len(cells[column].lstrip())
            person = person_at(text, start)
            if person and person[1] <= start + len(cells[column].strip()):
                found.append(person)
        at += len(line) + 1
    return found[:1] if len({text[a:b] for a, b in found}) == 1 else found


def _is_person_address(text: str, match: re.Match[str], person: Span) -> bool:
    """English "to X": a titled or two-word name; for places ("to Lower Ford") the words before must hand over."""
    name = text[person[0] : person[1]]
    if re.search(r"(?:questions?|queries|problems?|help|contact)[^.\n]{0,24}$", text[max(0, match.start() - 40) : match.start()], re.I):
        return False
    before = text[max(0, match.start() - 60) : match.start()]
    if text[person[1] : person[1] + 1].isalpha() or re.match(r"[ ][A-Z]", text[person[1] : person[1] + 2]):
        return False
    if re.match(r"(?:Mr|Ms|Mrs|Miss|Dr|Prof|Nurse|Doctor|Teacher|Officer|Director|Engineer)\b", name):
        return True
    verbs = r"reach(?:es)?|send|submit|hand|go(?:es)?|report|e-?mail|rsvp|return|deliver|give|reply|forward|pass|confirm|listed"
    return " " in name and bool(re.search(rf"\b(?:{verbs}|ring|call|phone|text|tell|inform)\b", before + match.group(), re.I))


def _after_office(text: str, at: int) -> Span | None:
    """A person right at `at`, or after the office he sits in (报县种业站尚工)."""
    limit = min(len(text), at + 18)
    while at < limit and text[at] == " ":
        at += 1
    begin = at
    while at < limit:
        char = text[at]
        if not "㐀" <= char <= "鿿" and char not in " “”（）0123456789":
            return None
        person = person_at(text, at)
        if person and (at == begin or _ends_office(text[begin:at].strip())):
            return None if is_office(text[begin : person[1]]) and person[1] - at > 2 else person
        at += 1
    return None


_OFFICE_TAIL = late(
    r"(?:局|办|站|所|股|科|室|中心|院|校|处|部|组|委|会|联|队|政府|领导|主席|值班员|值班人员|(?<=[㐀-鿿])的|公司|合作社|银行|水厂|电厂|法院|检察院|小学|中学|学校|幼儿园|集团|工会|协会|社区|窗口|小组|兽医|医生|村医|文员|队长|站长|所长|主任|书记|组长|助理|警官|老师|网格员|巡查员|联络人|干部|同志|联络员|联系人|文书|会计|负责人|技术员|管理员|委员|干事|专干|同事)$"
)


def _ends_office(gap: str) -> bool:
    return len(gap) >= 2 and bool(_OFFICE_TAIL.search(gap))


def _refused(text: str, start: int) -> bool:
    return bool(_NOT_BEFORE.search(text[max(0, start - 3) : start])) or bool(_NOT_VERB.match(text, max(0, start - 1)))


def _without_parts(spans: list[Span]) -> list[Span]:
    return [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]


_TAIL_PERSON = late(r"(?:——?|--|[。！!？?；;\n\s～~🙏])\s{0,4}([㐀-鿿]{0,14}?)\s?[(（]?([㐀-鿿]{2,4})[)）]?\s{0,4}$")


def _me(text: str, phones: list[Phone]) -> list[Span]:
    """Who "me" is: named right after (报我（阮秋 …）) or by the signature at the end (——党政办小何)."""
    said = _TO_ME.search(text)
    if not said:
        return []
    for match in _ME_NAMED.finditer(text, said.start(), min(len(text), said.end() + 4)):
        if person := person_at(text, match.end()):
            return [person]
    if signed := signing_person(text, phones):
        return [signed]
    owners = {text[a:b]: (a, b) for (a, b), phone in find_contacts(text, phones) if not _FOR_QUESTIONS.search(text, max(0, min(a, phone.start) - 24), phone.start)}
    return list(owners.values()) if len(owners) == 1 else []


_FOR_QUESTIONS = late(
    r"不清楚|不明白|不懂|不会|疑问|问题|咨询|弄不|搞不|登不|打不开|填不|传不|困难|有事|请问|可问|问(?!题)|联系人|联系|[Qq]uestions?|[Hh]elp|[Qq]ueries"
)


def signing_person(text: str, phones: list[Phone]) -> Span | None:
    """The person who signs at the very end, alone or behind the office, with or without a number."""
    end = len(text.rstrip(" \n。.)）"))
    if phones and phones[-1].end >= end - 1:
        end = _skip_back(text, max(0, phones[-1].start - 20), phones[-1].start)
    tail = _TAIL_PERSON.search(text, max(0, end - 24), end)
    if not tail:
        return None
    for start in range(tail.start(1), end - 1):
        person = person_at(text[:end], start)
        gap = text[tail.start(1) : start].strip()
        if person and person[1] >= end - 1 and (not gap or _ends_office(gap)):
            return person
    return None
