"""Whom to ask: persons with a telephone number, and the person who signs."""

from __future__ import annotations

from bot.core.addressees import ends_office, is_nickname, person_after
from bot.core.contact_tables import find_rows
from bot.core.names import LONG_ADDRESS, Span, is_surname, person_at
from bot.core.phones import Phone
from bot.core.wording import late

_LABEL = (
    r"[㐀-鿿]{0,2}(?:电[话活诂]|手机|热线|座机|固话|号码?|短号|小号|内线|微信|移动|联通|电信|办公|单位|家里|宅电)|白天|夜[间里]|晚[上间]|平时|节假日|周末|工作日|[㐀-鿿]{2}时间|上班|下班|转\d{2,4}"
)
"""What a number is told to be, beside whose it is: 办公电话, 夜间, 其他时间."""
_CONNECT = late(
    r"(?:(?<=[/、及和])传真|白天|夜[间里]|平时|节假日|周末|工作日|(?:工作|上班|办公|下班|其他|休息)时间|上班|固话|短号\d{3,6}|短号|长号|内线|移动|联通|电信|同志|电询|分别|依次|[\s,，:：;；、—\-~/]|[(（]|(?:联系|咨询|办公|值班)?电[话活诂]|电联|手机号码|手机号|手机|号码|座机|微信同号|同微信|微信|Tel\.?|TEL|tel\.?|Mobile|mobile|Phone|phone|cell|'s (?:number|phone|mobile|cell)|by phone|on|at|is|[他她]?的?(?=手机|电话|号码)|是"
    r"|报一声|说一声|讲一声|报名|请假|登记|对接|联系|就行|即可|那里|那儿|这里|处|收|办理|领取|解决|换时间){1,12}$"
)
_ROLE_BRACKET = late(r"[(（][^()（）\n]{1,10}[)）]$")
_HAN_RUN = late(r"[㐀-鿿·]{1,24}$")
_CUE = late(
    r"联系人员?|联络人|联络员|联系方式|联系|咨询人|咨询|负责人|负责同志|经办人|承办人|填报人|工作人员|会务组?|材料|技术员|技术指导|客服|询问|请问|可找|请找|找|问|致电|打给"
    r"|值班员|指导员|辅导员|管理员|专管员|办事员|协管员|同志"
)
_STRONG_CUE = late(r"联系人|联络人|联络员|联系|咨询|经办人|承办人|负责人|会务|找|问|电话|手机")
_TITLED = late(rf"(?<!办公)(?:局|办|站|所|股|科|室|中心|院|会|部|联|镇|乡|村|校)((?!公室)[㐀-鿿](?:{LONG_ADDRESS}))$")
_NOT_NAME = late(
    r"[打拨致询请题的他她我你您]|电话|值班|热线|监督|举报|传真|办公|地址|邮编|邮箱|微信|报名|咨询|联系|手机|号码|窗口|前台|客服|大厅|群众|单位|系统|平台|服务|中心|同志|本人"
    r"|(?:局|办|站|所|股|科|室|会|镇|乡|县|村|区|院|校|处|部|组|队|委)$"
)
_ENGLISH_TAIL = late(
    r"(?:(?:Mr|Ms|Mrs|Miss|Dr|Prof|Nurse|Doctor|Teacher|Officer|Director|Engineer|Captain|Sister|Auntie|Uncle)\.?[ ])?[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?$"
)
_SPACED = late(r"(?<![㐀-鿿])[㐀-鿿] [㐀-鿿]$")
"""A name of two characters set apart (张 伟)."""
_FAX = late(r"(?<!电话[/、及和])(?:传真|[Ff]ax)[:：至到是为]?\s?$")
_NAME_LIST = late(r"(?:、|/|和|及|\s和\s|,\s?|，)$")
_NAMES_APART = late(r"(?:(?<=[系络]人[:：][㐀-鿿]{2})|(?<=[系络]人[:：][㐀-鿿]{3})|(?<=[系络]人[:：] [㐀-鿿]{2})|(?<=[系络]人[:：] [㐀-鿿]{3}))\s+$")
"""The blank between two names behind their head (联系人：王磊 李晓明)."""
_MY_PHONE = late(r"我(?:的|本人)?(?:电话|手机|号码|微信)?(?:是)?[:：]?\s?$")


def find_contacts(text: str, phones: list[Phone]) -> list[tuple[Span, Phone]]:
    """Pairs of a person's name span and the number that belongs to it; nameless numbers and offices give none."""
    pairs: list[tuple[Span, Phone]] = []
    floor = 0
    rows = find_rows(text, phones)
    for run in _runs(text, phones, rows):
        if run[0] in rows:
            pairs += [(rows[phone], phone) for phone in run]
        elif names := _owners(text, floor, run, phones):
            pairs += _shared_out(names, run)
        floor = run[-1].end
    return pairs


def _runs(text: str, phones: list[Phone], rows: dict[Phone, Span]) -> list[list[Phone]]:
    """Numbers in groups: those that stand side by side ("6210038、13900000818") have the same owners."""
    runs: list[list[Phone]] = []
    for phone in phones:
        if _FAX.search(text, max(0, phone.start - 6), phone.start):
            continue
        last = runs[-1][-1] if runs else None
        if last and rows.get(last) == rows.get(phone) and _same_owner(text[last.end : phone.start]):
            runs[-1].append(phone)
        else:
            runs.append([phone])
    return runs


def _shared_out(names: list[Span], run: list[Phone]) -> list[tuple[Span, Phone]]:
    """As many names as numbers go together one by one (王磊、李明，电话1、2), else every name with every number."""
    if len(names) == len(run):
        return list(zip(names, run, strict=True))
    return [(name, phone) for phone in run for name in names]


def _owners(text: str, floor: int, run: list[Phone], phones: list[Phone]) -> list[Span]:
    """Whose numbers these are: named right before, right behind, by "my" or "his", or farther off in the sentence."""
    first, last = run[0], run[-1]
    if names := _names_before(text, floor, first.start) or _names_after(text, last):
        return names
    if _MY_PHONE.search(text, max(0, first.start - 10), first.start):
        signed = signing_person(text, phones)
        return [signed] if signed else []
    if _HIS.search(text, max(floor, first.start - 8), last.end + 6) and (meant := _named_last(text, first.start)):
        return [meant]
    told = _named_in_sentence(text, floor, first.start) or _only_receiver(text, first.start)
    return [told] if told else []


# ── A number whose owner is named farther off ────────────────────────────────

_PHONE_CUE = late(r"(?:电话|手机|号码)(?:号码|号)?[:：是为]?\s?$")
_HANDED = late(r"(?:报|交|发|送|提交|反馈|回复)(?:给|至|到|与|送)?")
_NAMED_BY = late(r"给|传|找|跟|向|和|与|问|联系|私我|私信我?|交|报|发|送|拿|告诉|告知|咨询|到|[:：]")
_OTHERS_NUMBER = late(r"热线|总机|值班|大厅|窗口|前台|传真|举报|监督|投诉|[。！!？?；;\n]|[局办站所院台会](?:电话|[:：,， ]|$)|单位|QQ|群号")
_SENTENCE_EDGE = late(r"[。！!？?；;\n]")


_CLAUSE_END = late(r"[，,（( ]")


def _named_in_sentence(text: str, floor: int, end: int) -> Span | None:
    """The person named last in the same sentence before a number that names nobody (找电教小阮重置，132…)."""
    start = max(floor, end - 48)
    for edge in _SENTENCE_EDGE.finditer(text, start, end):
        start = edge.end()
    if _PHONE_CUE.search(text, max(start, end - 6), end):
        for edge in reversed(list(_CLAUSE_END.finditer(text, start, end))):
            person = _name_ending(text, start, edge.start())
            if person and _is_introduced(text, start, person):
                return None if _OTHERS_NUMBER.search(text, person[1], end) else person
    start = max(start, end - 32)
    for cue in reversed(list(_NAMED_BY.finditer(text, start, end))):
        person = person_after(text, cue.end())
        if person and person[1] <= end:
            return None if _OTHERS_NUMBER.search(text, person[1], end) else person
    return None


_INTRODUCES = late(r"(?:[是叫由找问跟给向和与请:：为]|支持|保障|联系|咨询|负责)\s?$")


def _is_introduced(text: str, start: int, person: Span) -> bool:
    """Whether a name opens its clause or follows a post, an office or a word that presents it (司机是小阮)."""
    before = text[max(start, person[0] - 8) : person[0]]
    return not before or not "㐀" <= before[-1] <= "鿿" or ends_office(before) or bool(_INTRODUCES.search(before))


_MEANT = late(r"归|由|[是叫]")
_HIS = late(r"(?<!其)[他她](?![们人])|\b(?:him|her|[Hh]is|[Hh]e's|[Ss]he's)\b")
_CAPITALS = late(r"\b[A-Z][a-z]+\.? [A-Z]")


def _named_last(text: str, end: int) -> Span | None:
    """Whom 他 or 她 means: the person named last before."""
    cues = [cue.end() for pattern in (_NAMED_BY, _MEANT) for cue in pattern.finditer(text, max(0, end - 100), end)]
    for at in sorted(cues, reverse=True):
        person = person_after(text, at)
        if person and person[1] <= end:
            return person
    for word in reversed(list(_CAPITALS.finditer(text, max(0, end - 100), end))):
        if (person := person_at(text, word.start())) and " " in text[slice(*person)]:
            return person
    return None


def _only_receiver(text: str, end: int) -> Span | None:
    """The one person named as receiver shortly before (报县种业站尚工，…。电话189…)."""
    if not _PHONE_CUE.search(text, max(0, end - 6), end):
        return None
    people = {
        person
        for match in _HANDED.finditer(text, max(0, end - 60), end)
        if (person := person_after(text, match.end())) and person[1] <= end
    }
    return people.pop() if len(people) == 1 else None


_SAME_OWNER = late(rf"(?:[\s、，,/;；:：()（）]|或者?|及|和|{_LABEL})*")


def _same_owner(between: str) -> bool:
    """Two numbers side by side ("6210038、13900000818", "手机…办公电话…") belong to the same person."""
    return len(between) <= 14 and "\n" not in between and bool(_SAME_OWNER.fullmatch(between))


# ── A name right before the number ───────────────────────────────────────────


def _names_before(text: str, floor: int, end: int) -> list[Span]:
    start = max(floor, end - 60)
    at = skip_back(text, start, end)
    name = _name_ending(text, start, at)
    if name is None:
        return []
    names = [name]
    while len(names) < 5:
        joint = _NAME_LIST.search(text, max(start, name[0] - 3), name[0]) or _NAMES_APART.search(text, max(start, name[0] - 12), name[0])
        if not joint:
            break
        name = _name_ending(text, start, joint.start())
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


def _name_ending(text: str, start: int, end: int) -> Span | None:
    """The person's name that ends exactly at `end`."""
    run = _HAN_RUN.search(text, max(start, end - 24), end)
    if not run:
        english = _ENGLISH_TAIL.search(text, max(start, end - 40), end)
        return _english_name(text, english.start(), end) if english else None
    first = run.start()
    if end - first == 1 and (spaced := _SPACED.search(text, max(start, end - 4), end)) and is_surname(spaced.group()[0]):
        return spaced.span()
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
    if strong and 2 <= len(word) <= 4 and not (len(word) > 2 and word[0] in "小老阿") and not _NOT_NAME.search(word) and (len(word) < 4 or "·" in word):
        return (begin, end)
    return None


def _person_exactly(text: str, start: int, end: int) -> Span | None:
    low = max(0, start - 1)
    person = person_at(text[low:end], start - low)
    if person is None or person[1] != end - low:
        return None
    if end - start > 2 and (_NOT_NAME.search(text[start:end]) or (text[low] in "小老阿" and person_at(text, low))):
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
    r"(?:转\d{2,4})?[\s,，;；]{0,2}(?P<lead>[(（](?:[㐀-鿿]{2,6}[ :：])?|(?:联系|值班|经办|负责|对接|接听|咨询)人员?[:：]?\s?|[,，]?\s?(?:请?找|给|跟|和|向|问|联系|我是|我叫|and ask for |ask for )?)\s?"
)
_ENDS = late(r"\s{0,2}(?:$|[，,。！!；;\n)）]|and |or )")
_NO_POST = late(r"[，,。；;\n报交发送给请到在]")


_JOINT = late(r"\s?(?:、|/|和|及|,|，)\s?|\s")


def _names_after(text: str, phone: Phone) -> list[Span]:
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
    person = person_at(text, lead.end())
    if person and (lead.group().strip() or _ENDS.match(text, person[1])):
        return person
    person = person_after(text, lead.end())
    if person is None or not _ENDS.match(text, person[1]) or _NO_POST.search(text, lead.end(), person[0]):
        return None
    return person if lead.group().strip() or not text[person[1] :].strip(" 。.\n") else None


# ── Who signs ────────────────────────────────────────────────────────────────

_TAIL_PERSON = late(r"(?P<edge>——?|--|[。！!？?；;\n\s～~🙏，,])\s{0,4}(?P<post>[㐀-鿿]{0,14}?)\s?[(（]?(?P<name>[㐀-鿿]{2,4})[)）]?\s{0,4}$")
_SELF = late(r"我(?:是|叫|姓名)(?=[㐀-鿿])")


def signing_person(text: str, phones: list[Phone]) -> Span | None:
    """The person who signs at the very end, alone or behind the office, with or without a number, or says who he is."""
    end = len(text.rstrip(" \n。.)）"))
    if phones and phones[-1].end >= end - 1:
        end = skip_back(text, max(0, phones[-1].start - 20), phones[-1].start)
    tail = _TAIL_PERSON.search(text, max(0, end - 24), end)
    for start in range(tail.start("post"), end - 1) if tail else ():
        low = max(0, start - 1)
        person = person_at(text[low:end], start - low)
        post = text[tail.start("post") : start].strip() if tail else ""
        after_comma = bool(tail) and tail is not None and tail.group("edge") in "，,"
        if person is None or person[1] + low < end - 1:
            continue
        if ends_office(post) or (not post and not after_comma) or (len(post) >= 2 and is_nickname(text[start : person[1] + low])):
            return (start, person[1] + low)
    for said in _SELF.finditer(text, max(0, len(text) - 400)):
        if person := person_after(text, said.end()):
            return person
    return None
