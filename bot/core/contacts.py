"""Whom to ask: persons with a telephone number, and the person who signs."""

from __future__ import annotations

from bot.core.addressees import ends_office, is_nickname, person_after
from bot.core.contact_names import NOT_NAME, name_ending, names_after, names_before, skip_back
from bot.core.contact_tables import find_rows
from bot.core.names import COMPOUND_SURNAMES, Span, person_at
from bot.core.phones import Phone
from bot.core.wording import late

_LABEL = (
    r"[㐀-鿿]{0,2}(?:电[话活诂]|手机|热线|座机|固话|号码?|短号|小号|内线|微信|移动|联通|电信|办公|单位|家里|宅电)|白天|夜[间里]|晚[上间]|平时|节假日|周末|工作日|[㐀-鿿]{2}时间|[上下]班打?|转\d{2,4}|时间打"
)
"""What a number is told to be, beside whose it is: 办公电话, 夜间, 其他时间."""
_FAX = late(r"(?<!电话[/、及和])(?:传真|[Ff]ax)[:：至到是为]?\s?$")
_MY_PHONE = late(r"(?:给我(?:来|打|回)个?(?:电话|手机)?|我(?:的|本人)?(?:电话|手机|号码|微信)?)(?:是)?[:：]?\s?$")


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
    if names := names_before(text, floor, first.start) or names_after(text, last):
        return names
    if _MY_PHONE.search(text, max(0, first.start - 10), first.start):
        signed = signing_person(text, phones)
        return [signed] if signed else []
    if _is_his(text, max(floor, first.start - 16), run) and (meant := _named_last(text, first.start)):
        return [meant]
    told = _named_in_sentence(text, floor, first.start) or _only_receiver(text, floor, first.start)
    return [told] if told else []


# ── A number whose owner is named farther off ────────────────────────────────

_PHONE_CUE = late(r"(?:电话|手机|号码)(?:号码|号)?[:：是为]?\s?$")
_HANDED = late(r"(?:报|交|发|送|提交|反馈|回复)(?:给|至|到|与|送)?")
_NAMED_BY = late(r"打(?=[㐀-鿿]{2,4}(?:的?电话|手机))|给|传|找|跟|向|和|与|问|联系|私我|私信我?|交|报|发|送|拿|告诉|告知|咨询|到|[:：]")
_OTHERS_NUMBER = late(r"热线|总机|值班|大厅|窗口|前台|传真|举报|监督|投诉|[。！!？?；;\n]|[局办站所院台会](?:电话|[:：,， ]|$)|单位|QQ|群号|的打")
_IN_CHARGE = late(r"由(?=[㐀-鿿])")
_ANSWERS = late(r"\s?(?:同志)?(?:具体|统一|全权)?(?:负责|对接|联系|联络|解释|解答|答疑|受理|接收|接听|收集|汇总|承办|经办)")
_SENTENCE_EDGE = late(r"[。！!？?；;\n]")


_CLAUSE_END = late(r"[，,（( ]")


def _named_in_sentence(text: str, floor: int, end: int) -> Span | None:
    """The person named last in the same sentence before a number that names nobody (找电教小阮重置，132…)."""
    start = max(floor, end - 48)
    for edge in _SENTENCE_EDGE.finditer(text, start, end):
        start = edge.end()
    if _PHONE_CUE.search(text, max(start, end - 6), end):
        for edge in reversed(list(_CLAUSE_END.finditer(text, start, end))):
            person = name_ending(text, start, edge.start())
            if person and _is_introduced(text, start, person):
                return None if _OTHERS_NUMBER.search(text, person[1], end) else person
    start = max(start, end - 32)
    for by in _IN_CHARGE.finditer(text, start, end):
        person = person_after(text, by.end())
        if person and _ANSWERS.match(text, person[1]):
            return person
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


_MEANT = late(r"归|由|[是叫照]")
_HIS = late(r"(?<!其)[他她](?![们人])|\b(?:him|her|[Hh]is|[Hh]e's|[Ss]he's)\b")
_CAPITALS = late(r"\b[A-Z][a-z]+\.? [A-Z]")


def _is_his(text: str, start: int, run: list[Phone]) -> bool:
    """Whether the words around numbers say that they are his or hers; another number to ring (她休假，急的打…) is not."""
    said = _HIS.search(text, start, run[0].start) or _HIS.search(text, run[-1].end, run[-1].end + 6)
    return said is not None and "打" not in text[said.end() : run[0].start]


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


def _only_receiver(text: str, floor: int, end: int) -> Span | None:
    """The one person named as receiver shortly before (报县种业站尚工，…。电话189…)."""
    if not _PHONE_CUE.search(text, max(0, end - 6), end):
        return None
    people = {
        person
        for match in _HANDED.finditer(text, max(floor, end - 60), end)
        if (person := person_after(text, match.end())) and person[1] <= end
    }
    return people.pop() if len(people) == 1 else None


_SAME_OWNER = late(rf"(?:[\s、，,/;；:：()（）]|或者?|及|和|{_LABEL})*")


_APART = late(r"\n|[)）]\s?[、，,;；]")
"""What parts two numbers: a new line, a bracket that closes before the comma (赵敏（139…）、办公0577-…)."""


def _same_owner(between: str) -> bool:
    """Two numbers side by side ("6210038、13900000818", "手机…办公电话…") belong to the same person."""
    return len(between) <= 14 and not _APART.search(between) and bool(_SAME_OWNER.fullmatch(between))


# ── Who signs ────────────────────────────────────────────────────────────────

_TAIL_PERSON = late(r"(?P<edge>——?|--|[。！!？?；;\n\s～~🙏，,])\s{0,4}(?P<post>[㐀-鿿]{0,14}?)\s?[(（]?(?P<name>[㐀-鿿]{2,4})[)）]?\s{0,4}$")
_OFFICE_AND_NAME = late(r"(?P<post>[㐀-鿿]{2,12}) (?P<name>[㐀-鿿]{2,3})\s{0,4}$")
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
        if person is None or person[1] + low < end - 1 or text[low : start + 1] in COMPOUND_SURNAMES:
            continue
        if _SELF.fullmatch(post + "某") or ends_office(post) or (not post and not after_comma) or (len(post) >= 2 and is_nickname(text[start : person[1] + low])):
            return (start, person[1] + low)
    if (apart := _OFFICE_AND_NAME.search(text, max(0, end - 24), end)) and ends_office(apart.group("post")) and not NOT_NAME.search(apart.group("name")):
        return apart.span("name")
    for said in _SELF.finditer(text, max(0, len(text) - 400)):
        if person := person_after(text, said.end()):
            return person
    return None
