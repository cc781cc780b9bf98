"""How many pictures or videos are asked for, per unit: 3—5张, 前后各1张, 一户一照, at least two photos."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.core.names import Span
from bot.core.spec_draft import Clause, Count, Drafts, number
from bot.core.wording import late

_N = r"(?:\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两俩三四五六七八九])"
_RANGE = late(rf"({_N})\s?(?:-|—+|–|~|～|至|到|或者?|、)\s?({_N})\s?(张|幅|帧|条|个|段|部|份)(?!表|桌|床|嘴|卡)")
_PAPERS = late(r"[卡单票表书券](?:每|一)[㐀-鿿]{1,3}$")
_TWO_THREE = late(r"(一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)(张|幅|条|段)")
_LIMIT = late(
    rf"(?P<least>不少于|至少|不低于|最少|起码|最低|不得少于|不能少于|别少于|少于(?=[^，。；\n]{{1,5}}不行))?(?P<most>不超过|不多于|最多|至多|不得超过|不能超过|别超过|限|上限|顶多)?(?:要|拍|传|报|交|发|上传|提供|为|是|附|有|各)?\s?"
    rf"(?<![第单画券票\d])(?<![单画折彩插]页)(?<![海板]报)(?P<n>{_N})\s?(?P<unit>张(?!图[”\"』」系平])|幅|帧|条|段|部|(?<=频[\d一二两三四五])个|个(?=[^，。；;\n]{{0,4}}(?:视频|短片)))(?!表|桌|床|嘴|卡|(?:也|都)?[没未]|\s?[减改增调变加][为成到]|(?:(?![和及与或跟连])[㐀-鿿]){{0,3}}(?:[单票]|卡(?![口机点座车])|(?<![佐举])证(?!件照|照))|倡议|横|标语|海报|信息|工作信|问题|建议|案例|以上的)(?P<more>\s?(?:以上|起|起步|及以上|或以上|打底))?(?P<less>\s?(?:以内|以下|之内|封顶|为限))?"
)
_SIDES_WORDS = (
    r"[㐀-鿿]之?前[、，/和与及]?[㐀-鿿]之?后|[两二三四五六\d]个?(?:方向|角度|方位|侧面|面)|新旧|远近|里外|东西南北中?|东、?南、?西、?北|前后左右|前[、/]?中[、/]?后|前[、/和与及]?后|[远近中全]景?[、/和与及]?(?:中景?[、/和与及]?)?[远近全]景?"
    r"|内[、/和与及]?外|正[、/和与及]?(?:反|侧|背|副)[面页]?(?:[、/和与及]?侧面?)?|左右|上下|\d{1,2}[时点](?:[、和及]\d{1,2}[时点])+|早[、/和]?(?:中[、/和]?)?晚|(?:白天|日间|白日)[、/和与]?(?:夜[里间]|晚[上间]|黑夜)|工前[、/]?工中[、/]?工后|改前[、/]?改后"
)
_EACH = late(
    rf"(?P<list>(?P<sides>{_SIDES_WORDS})|(?:[^，。；;：:\n、\d]{{1,8}}[、和与及])+[^，。；;：:\n、\d]{{1,8}})[^，。；;\n\d张]{{0,6}}?(?:照片?|图片?)?各(?:拍照|拍|照|来|传|报|附|要|留|发|提供|上传)?(?:照片?|图片?)?\s?(?P<n>{_N})\s?[张幅帧]"
)
_SIDES = late(r"(?P<n>[两二三四五六])个?(?:方向|角度|方位|侧面)的?(?:现场|实地)?(?:照片|图片)")
_ONE_EACH = late(r"一(?![张样般直些个下次起])[㐀-鿿](?:一[表档册卡策])?[、，]?一(?P<what>照片?|图|视频)(?!多)")
_ONE = late(r"(?<=[拍发传交附配留])张(?=[㐀-鿿]{0,4}(?:照|图|相))(?!贴)")
"""拍张照片: one."""
_ONE_AND_ONE = late(r"一[远前正内里左上]一[近后反背侧外右下]")
_ONE_A_UNIT = late(r"(?<![㐀-鿿\d])(?:[一每]个?[㐀-鿿]{1,3}?)(?:交|传|报|出)?一[个部条](?=[，。；;\s]|$)")
"""一个村一个, said of what was spoken of before."""
_COUNTS_VIDEOS = late(rf"(?:频|[每各][㐀-鿿]{{1,3}}|短片|录像|样片)\s?{_N}\s?[^\s\d]?\s?{_N}\s?个|个[㐀-鿿]{{0,3}}(?:视频|短片)")
_BOTH_EACH = late(rf"(?:(?:照片|图片|图)[、和及与](?:短|小)?视频|(?:短|小)?视频[、和及与](?:照片|图片|图))(?:各|均)(?:附|报|传|发|拍|交)?\s?(?P<n>{_N})(?![㐀-鿿]{{0,1}}[户村次])")
_PER_ENGLISH = late(
    r"\b(?P<least>at least|no fewer than|min(?:imum)?(?:\.| of)?)?\s?(?P<most>at most|no more than|up to|max(?:imum)?(?:\.| of)?)?\s?(?P<n>\d{1,2}|one|single|two|three|four|five|six)(?:\s?(?:-|–|to|or|and)\s?(?P<m>\d{1,2}|two|three|four|five|six))?\s(?!(?:[MK]B?|megabytes?|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?|weeks?|pages?|words?)\b)(?:[\w-]+\s){0,2}?(?P<what>photo(?:graph)?s?|pictures?|pics?|images?|screenshots?|videos?|clips?|shots?|per\b|from\b|of (?:each|every)|each\b)", re.I
)
_BOTH_ENGLISH = late(r"(?:before and after|front and back|inside and outside|left and right)[^.;\n]{0,14}?\b(?P<n>one|two|three|\d) (?:of )?each\b", re.I)
_ALONE_ENGLISH = late(
    r"\s*(?P<least>at least |min(?:imum)? )?(?P<most>at most |no more than |up to |max(?:imum)? )?(?P<n>\d{1,2}|one|two|three|four|five|six)(?:\s?(?:-|–|to|or)\s?(?P<m>\d{1,2}|two|three|four|five|six))?(?: please| will do)?\s?(?=$|[|/()])", re.I
)
"""A number that stands alone behind the thing (photos of the pit, at least 4; photo of your sign: one)."""
_IN_ENGLISH = late(r"[A-Za-z]{3}[^㐀-鿿]{0,12}$")
_PAIR_ENGLISH = late(r"\b(?:photo|picture|shot) pairs?\b|\bpairs? of (?:photo|picture|shot)", re.I)
_CELL = " / "
_LIST_EDGE = late(r"[、/和与及]")
_FIXED_LISTS = (("东西南北中", 5), ("东南西北", 4), ("东西南北", 4), ("前后左右", 4), ("前中后", 3), ("远中近", 3), ("早中晚", 3), ("工前工中工后", 3))
_SIDE_BY_SIDE = late(r"[^：:（(，。；;,\n]{0,10}")
_ENGLISH = late(r"[A-Za-z]{3}")


def _listed(words: str) -> int:
    """How many things 各 counts: 东西南北 4, 前后 2, 远、中、近景 3, A、B和C 3."""
    if match := re.match(r"([两二三四五六\d])个?(?:方向|角度|方位|侧面|面)", words):
        return number(match.group(1))
    words = words.rpartition(_CELL)[2]
    bare = _LIST_EDGE.sub("", words).replace("景", "").replace("面", "")
    for name, count in _FIXED_LISTS:
        if bare.endswith(name):
            return count
    return max(2, len(_LIST_EDGE.split(words)))


def read_counts(clause: Clause, drafts: Drafts) -> None:
    """Note every count of a clause with the item it is about; a count inside a longer one is not read twice."""
    text, start, end = clause.text, clause.start, clause.end
    photo_near = bool(clause.kinds) or clause.current == "photo" or "图" in text[start:end] or "拍" in text[start:end]
    taken: list[Span] = []

    def add(span: Span, unit: str, low: int | None, high: int | None, *, sure: bool = False) -> None:
        item = clause.owner(span[0], unit)
        if item is None or item == "file" or any(s < span[1] and span[0] < e for s, e in taken):
            return
        if item == "photo" and not photo_near and not sure:
            return
        taken.append(span)
        drafts[item].counts.append((*span, low, high))
        drafts[item].touch(*span)

    if "各" in text[start:end] or "均" in text[start:end]:
        for m in _EACH.finditer(text, start, end):
            total = _listed(m.group("list")) * number(m.group("n"))
            add(m.span(), "张", total, total, sure=m.group("sides") is not None)
        for m in _BOTH_EACH.finditer(text, start, end):
            n = number(m.group("n"))
            taken.append(m.span())
            for each in ("photo", "video"):
                drafts[each].counts.append((*m.span(), n, n))
                drafts[each].touch(*m.span())
    for m in _SIDES.finditer(text, start, end):
        add(m.span(), "张", number(m.group("n")), number(m.group("n")))
    for m in _ONE_EACH.finditer(text, start, end):
        add(m.span(), "张" if m.group("what") != "视频" else "条", 1, 1)
    for m in _ONE.finditer(text, start, end):
        add(m.span(), "张", 1, 1)
    if not drafts["photo"].counts and "photo" in (clause.current, *clause.kinds) and (pair := _ONE_AND_ONE.search(text, start, end)):
        add(pair.span(), "张", 2, 2)
    for m in _RANGE.finditer(text, start, end):
        low, high = number(m.group(1)), number(m.group(2))
        if low < high and (m.group(3) in "张幅帧条段部" or (m.group(3) == "个" and _COUNTS_VIDEOS.search(text, max(start, m.start() - 4), min(end, m.end() + 6)))):
            add(m.span(), m.group(3), low, high)
    for m in _TWO_THREE.finditer(text, start, end):
        add(m.span(), m.group(2), number(m.group(1)[0]), number(m.group(1)[1]))
    for m in _LIMIT.finditer(text, start, end):
        if _PAPERS.search(text, max(start, m.start() - 6), m.start()):
            continue
        n, least, most = number(m.group("n")), m.group("least") or m.group("more"), m.group("most") or m.group("less")
        add(m.span(), m.group("unit"), None if most else n, None if least else n)
    if clause.kinds <= {"video"} and (by_unit := _ONE_A_UNIT.search(text, start, end)):
        add(by_unit.span(), "个", 1, 1)
    if _ENGLISH.search(text, start, end):
        _read_english(clause, add)
    _read_alone(clause, add)


def _read_english(clause: Clause, add: Callable[[Span, str, int | None, int | None], None]) -> None:
    for m in _BOTH_ENGLISH.finditer(clause.text, clause.start, clause.end):
        add(m.span(), "", 2 * number(m.group("n")), 2 * number(m.group("n")))
    for m in _PAIR_ENGLISH.finditer(clause.text, clause.start, clause.end):
        add(m.span(), "张", 2, 2)
    for m in _PER_ENGLISH.finditer(clause.text, clause.start, clause.end):
        what = m.group("what").lower()
        unit = "张" if re.match(r"photo|pic|image|screen|shot", what) else "条" if re.match(r"video|clip", what) else ""
        n = number(m.group("n"))
        high = number(m.group("m")) if m.group("m") else n
        if unit or clause.owner(m.start()) in ("photo", "video"):
            add(m.span(), unit, None if m.group("most") else n, None if m.group("least") else high)


def _read_alone(clause: Clause, add: Callable[[Span, str, int | None, int | None], None]) -> None:
    """A number that stands alone behind a thing named in English."""
    text, start, end = clause.text, clause.start, clause.end
    if not clause.kinds and clause.current not in ("photo", "video"):
        return
    colon = text.find(":", start, end)
    if _IN_ENGLISH.search(text, max(0, start - 24), max(start, colon)) is None:
        return
    alone = _ALONE_ENGLISH.match(text, start, end) or (_ALONE_ENGLISH.match(text, colon + 1, end) if colon >= 0 else None)
    if alone:
        low, high = number(alone.group("n")), number(alone.group("m") or alone.group("n"))
        add(alone.span(), "", None if alone.group("most") else low, None if alone.group("least") else high)


def total(counts: list[Count], text: str) -> tuple[int | None, int | None]:
    """The total named first, the sum of exact parts named side by side (远景1张近景1张), or a least and a most."""
    if not counts:
        return None, None
    counts.sort()
    _, end, low, high = counts[0]
    if low == high and len(counts) > 2 and sum(c[2] or 0 for c in counts[1:]) == low:
        return low, high
    for start, stop, more, most in counts[1:]:
        if low is not None and high is None and more is None and most is not None and start - end <= 4:
            return low, most
        if low is None and high is not None and more is not None and most is None and more < high and start - end <= 4:
            return more, high
        apart = not _SIDE_BY_SIDE.fullmatch(text[end:start]) and not _NEXT_PART.fullmatch(text[end:start])
        if low is None or low != high or more is None or more != most or apart:
            break
        low, high, end = low + more, high + most, stop
    return low, high


_NEXT_PART = late(r"[㐀-鿿]{1,4}照[，、,]|[，、,][^：:（(，。；;,\n]{1,4}照|[，、,]?(?:另外?|再|外加)[^：:（(，。；;,\n]{0,6}")
