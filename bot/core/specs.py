"""What a picture, video or file must look like: counts, formats, sizes, length, caption, orientation."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.core.models import Spec
from bot.core.names import Span
from bot.core.negation import negated
from bot.core.wording import late

_NUMERALS = {"零": 0, "一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
             "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "a": 1, "an": 1, "single": 1}  # fmt: skip
_N = r"(?:\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两俩三四五六七八九])"
_PHOTO = r"照片|相片|图片|截图|截屏|拍照|配图|附图|对比照|对比图|入户照|横图|竖图|原图|图像|影像|合影|合照|全家福|现场图|整栏照|局部照|[全近远中]景|水印相机|(?:补|重|加拍|再)拍(?!卖|板|摄计划)|(?:近|慰问|工作|活动|交接|走访|佐证|正面|半身|寸)照(?!护|顾|料|办|着|例|常|旧)|拍(?=[^，。；;\n视录]{0,12}张)|拍(?:下|几|一|清|好|完)|证件照|头像|[㐀-鿿]照(?=[\d一二两三四五六])|(?<=[\d一二两三四五六七八九十]张)图|photos?\b|pictures?\b|images?\b|screenshots?\b"
_VIDEO = r"(?:短|小|微)?视频(?!会|调度|连线|监控|培训)|录像|短片|录屏|微电影|录制|录(?:一|个|1)?段|videos?\b(?! (?:conf|call|meet))|clips?\b|footage\b"
_FILE = r"PDF|pdf|压缩包|文件夹|单个文件|文件(?!要求|精神|规定|名|通知|夹|号|下发|印发|》|已|和|全文|附件)|伴奏|mp3|MP3|音频|录音|电子版|扫描件|附件(?=[^，。；;\n]{0,6}(?:不超过|大小|以内|小于))|files?\b|docs?\b|audio\b"
_ITEM = late(rf"(?P<video>{_VIDEO})|(?P<photo>{_PHOTO})|(?P<file>{_FILE})", re.I)
_CLAUSE = late(r"[^，。；;！!？?\n,]+")
_SENTENCE_END = late(r"[。！!\n]")
_ANY = late(rf"{_VIDEO}|{_PHOTO}|{_FILE}|张", re.I)

_RANGE = late(rf"({_N})\s?(?:-|—+|–|~|～|至|到|或者?|、)\s?({_N})\s?(张|幅|条|个|段|部|份)(?!表|桌|床|嘴|卡)")
_TWO_THREE = late(r"(一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)(张|条|段)")
_LIMIT = late(
    rf"(?P<least>不少于|至少|不低于|最少|起码|最低|不得少于|不能少于|少于(?=[^，。；\n]{{1,5}}不行))?(?P<most>不超过|不多于|最多|至多|不得超过|不能超过|别超过|限|上限|顶多)?(?:要|拍|传|报|交|发|上传|提供|为|是|附|有|各)?\s?"
    rf"(?<!第)(?P<n>{_N})\s?(?P<unit>张|幅|条|段|部|个(?=[^，。；;\n]{{0,4}}(?:视频|短片)))(?!表|桌|床|嘴|卡|倡议|横|标语|海报|信息|工作信|问题|建议|案例|以上的)(?P<more>\s?(?:以上|起|起步|及以上|或以上|打底))?(?P<less>\s?(?:以内|以下|之内|封顶|为限))?"
)
_EACH = late(
    rf"(?P<list>[㐀-鿿]前[、，/和与及]?[㐀-鿿]后|[两二三四五六\d]个?(?:方向|角度|方位|侧面|面)|东西南北中?|东、?南、?西、?北|前后左右|前[、/]?中[、/]?后|前[、/和与及]?后|[远近中全]景?[、/和与及]?(?:中景?[、/和与及]?)?[远近全]景?|内[、/和与及]?外|正[、/和与及]?(?:反|侧|背)面?(?:[、/和与及]?侧面?)?|左右|上下|工前[、/]工中[、/]工后|改前[、/]?改后|(?:[^，。；;：:\n、\d]{{1,8}}[、和与及])+[^，。；;：:\n、\d]{{1,8}})[^，。；;\n\d张]{{0,6}}?(?:照片?|图片?)?各(?:拍|传|报|附|要|提供|上传)?\s?(?P<n>{_N})\s?张"
)
_SIDES = late(r"(?P<n>[两二三四五六])个?(?:方向|角度|方位|侧面)的?(?:现场|实地)?(?:照片|图片)")
_ONE_EACH = late(r"一[户宗点处人村事案图家店地组栋社房畜车项厂校](?:一[表档册卡策])?[、，]?一(?P<what>照片?|图|视频)(?!多)")
_PER_ENGLISH = late(
    r"\b(?P<least>at least|no fewer than|minimum(?: of)?)?\s?(?P<most>at most|no more than|up to|max(?:imum)?(?: of)?)?\s?(?P<n>\d{1,2}|one|two|three|four|five|six)(?:\s?(?:-|–|to|or)\s?(?P<m>\d{1,2}|two|three|four|five|six))?\s(?:\w+\s){0,2}?(?P<what>photos?|pictures?|images?|screenshots?|videos?|clips?|shots?|per\b|of (?:each|every)|each\b)", re.I
)
_SIZE = late(
    r"(?P<pre>≤|<=|≥|>=|不超过|不大于|小于|不得超过|控制在|限|最大|不能超过|别超过|低于|under|below|less than|up to|max(?:imum)?|no more than|at most|within|不低于|不小于|大于|不少于|至少|最小|超过|over|at least|above|more than|minimum|min)?\s?(?P<n>\d{1,4}(?:\.\d)?)\s?(?P<unit>MB|M|兆|KB|K|GB|G|mb|kb|Mb|Kb|m(?![a-z])|k(?![a-z]))(?![A-Za-z0-9])\s?(?P<post>以内|以下|之内|封顶|以上|及以上|起|内|or less|or smaller|max|or more|each)?"
)
_SIZE_RANGE = late(r"(?<![\d.])(?P<low>\d{1,3}(?:\.\d)?)\s?(?:MB?|兆|KB?)?\s?(?:-|—+|–|~|～|至|到)\s?(?P<high>\d{1,4}(?:\.\d)?)\s?(?P<unit>MB|M|兆|KB|K)(?![A-Za-z0-9])", re.I)
_MAX_WORDS = late(r"≤|<=|不超过|不大于|小于|不得超过|控制在|限|最大|不能超过|别超过|低于|under|below|less than|up to|max|no more than|at most|within|以内|以下|之内|封顶|内|or less|or smaller", re.I)
_MIN_WORDS = late(r"≥|>=|不低于|不小于|大于|不少于|至少|最小|超过|over|at least|above|more than|min|以上|起|or more", re.I)
_LENGTH = late(
    r"(?P<pre>不超过|不长于|控制在|限|不得超过|不能超过|别超过|最长|时长|长度|under|within|up to|max(?:imum)?|no (?:more|longer) than|at most|不少于|至少|不低于)?[在为约]?\s?(?:(?:\d{1,3}|[一二两三四五六十半])\s?(?:-|—+|–|~|至|到)\s?)?(?P<n>\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九半])\s?(?P<half>个?半)?(?P<unit>秒钟?|分钟|分(?!局|管|类|别|步|析|开|会|期|场|工|享|配|散|布)|s\b|sec(?:ond)?s?\b|min(?:ute)?s?\b)(?P<and>半)?\s?(?P<post>以内|之内|内|封顶|以下|左右|为宜|以上|起|or less|max)?"
)
_FORMAT = late(r"(?<![A-Za-z@.])(jpe?g|png|heic|bmp|gif|tiff?|mp4|mov|avi|mp3|wav|m4a|pdf|docx?|xlsx?|pptx?)(?![A-Za-z])", re.I)
_FORMAT_REFUSED = late(r"(?:格式|文件|图片?|版|的)?(?:一律|都|均|概)?(?:不收|不要|不行|不认|不接受|不支持|打不开|除外|退回)")
_ITEM_OF_FORMAT = {"jpg": "photo", "png": "photo", "heic": "photo", "bmp": "photo", "gif": "photo", "tif": "photo", "tiff": "photo",
                   "mp4": "video", "mov": "video", "avi": "video", "mp3": "file", "wav": "file", "m4a": "file", "pdf": "file",
                   "doc": "file", "docx": "file", "xls": "file", "xlsx": "file", "ppt": "file", "pptx": "file"}  # fmt: skip
_EITHER_WAY = late(r"[横竖][^，。；;\n]{0,3}(?:或者?|、|/|和)\s?[^，。；;\n]{0,2}[横竖][^，。；;\n]{0,4}(?:均可|都可|都行|皆可|不限|可以)|(?:横竖|方向)不限|横竖(?:屏|版)?(?:均可|都行|都可)")
_BOTH_EACH = late(rf"(?:照片|图片|图)[、和及与](?:短|小)?视频(?:各|均)(?:附|报|传|发|拍|交)?\s?(?P<n>{_N})\s?(?:份|个|条|段|张)?")
_LANDSCAPE = late(r"横(?:屏|拍|版|图|构图|幅|向|着拍|着|式)|landscape|horizontal", re.I)
_PORTRAIT = late(r"竖(?:屏|拍|版|图|构图|幅|向|着拍|着|式)|portrait|vertical", re.I)
_CAPTION = late(
    r"(?:附|配|带|加|写|有|含|并|须|标)(?:上|有|好|明|一句|一句话|简短|简要|简单|50字|\d+字)?[^，。；;\n]{0,6}?(?:文字|(?<!情况)(?<!原因)说明|图说|标题|配文|注释|备注)|文字说明|图说|一句话说明|(?:写明|注明|标明|标注|注上|标上|写上|写清)(?:好|清楚|是|各|其|对应)?(?:拍摄|时间|地点|样点|编号|点位|户主|姓名|村名|位置|哪|名称|日期|对应|什么|内容)|captions?\b|captioned|labell?ed with|with a (?:short )?(?:note|description)", re.I
)
_WATERMARK = late(r"水印")


@dataclass(slots=True)
class _Draft:
    item: str
    counts: list[tuple[int, int, int | None, int | None]] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    size_max: float | None = None
    size_min: float | None = None
    seconds: int | None = None
    caption: bool | None = None
    orientation: str | None = None
    span: Span | None = None

    def touch(self, start: int, end: int) -> None:
        self.span = (start, end) if self.span is None else (min(self.span[0], start), max(self.span[1], end))


_PER_UNIT_REPLY = late(r"\s*(?:[^\n]{0,16}:\s?)?(?:one|two|three|four|\d{1,2}) (?:per|each)|\s*(?:每|一)[户村点处人][^，。\n]{0,4}[\d一二两三四]张", re.I)


def find_specs(text: str) -> tuple[tuple[Spec, Span], ...]:
    """Specs of a normalised text, photos first, each with the span of the words that gave it."""
    if not _ANY.search(text):
        return ()
    drafts = {item: _Draft(item) for item in ("photo", "video", "file")}
    current: str | None = None
    last: str | None = None
    end_before = 0
    for clause in _CLAUSE.finditer(text):
        if current and _SENTENCE_END.search(text, end_before, clause.start()) and "张" not in clause.group():
            current = current if re.match(r"\s*(?:每张|单张|照片|图|视频|格式|要求|大小|横|竖|原图|jpe?g|png)", clause.group(), re.I) else None
        if current is None and last and _PER_UNIT_REPLY.match(clause.group()):
            current = last
        current = _read_clause(text, clause.start(), clause.end(), current, drafts)
        last = current or last
        end_before = clause.end()
    return tuple((_spec(d, text), d.span) for d in drafts.values() if d.span is not None)


def _read_clause(text: str, start: int, end: int, current: str | None, drafts: dict[str, _Draft]) -> str | None:
    items = [(m.start(), m.end(), m.lastgroup or "photo") for m in _ITEM.finditer(text, start, end)]
    items = [i for i in items if not negated(text, i[0], i[1])] if len(items) < 12 else items
    if not items and current is None:
        return None
    kinds = {kind for _, _, kind in items}

    def owner(at: int, unit: str = "", stop: int = 0) -> str | None:
        if unit in ("张", "幅"):
            return "photo"
        if unit in ("条", "段", "部"):
            return "video" if "video" in kinds or current == "video" else None
        if len(kinds - {"file"}) == 1 and (current in (None, "file") or current in kinds):
            return next(iter(kinds - {"file"}))
        if unit == "time":
            return "video" if "video" in kinds or current == "video" else None
        if next_to := [k for s, _, k in items if 0 <= s - max(at, stop) <= 2]:
            return next_to[0]
        before = [k for s, _, k in items if s <= at]
        after = [k for s, _, k in items if s > at]
        return before[-1] if before else current or (after[0] if after else None)

    _counts(text, start, end, owner, drafts, bool(kinds) or current == "photo")
    _sizes(text, start, end, owner, drafts)
    _lengths(text, start, end, owner, drafts)
    _looks(text, start, end, owner, drafts, kinds, current)
    return items[-1][2] if items else current


def _number(word: str) -> int:
    word = word.lower()
    if word.isdigit():
        return int(word)
    if word in _NUMERALS:
        return _NUMERALS[word]
    tens, _, ones = word.partition("十")
    return (_NUMERALS.get(tens, 1) if tens else 1) * 10 + _NUMERALS.get(ones, 0)



_LIST_EDGE = late(r"[、/和与及]")
_FIXED_LISTS = (("东西南北中", 5), ("东南西北", 4), ("东西南北", 4), ("前后左右", 4), ("前中后", 3), ("远中近", 3), ("工前工中工后", 3))


def _listed(words: str) -> int:
    """How many things 各 counts: 东西南北 4, 前后 2, 远、中、近景 3, A、B和C 3."""
    if match := re.match(r"([两二三四五六\d])个?(?:方向|角度|方位|侧面|面)", words):
        return _number(match.group(1))
    bare = _LIST_EDGE.sub("", words).replace("景", "").replace("面", "")
    for name, count in _FIXED_LISTS:
        if bare.endswith(name):
            return count
    return max(2, len(_LIST_EDGE.split(words)))


def _counts(text: str, start: int, end: int, owner: Callable[..., str | None], drafts: dict[str, _Draft], photo_near: bool) -> None:
    taken: list[Span] = []

    def add(span: Span, unit: str, low: int | None, high: int | None) -> None:
        item = owner(span[0], unit)
        if item is None or item == "file" or any(s < span[1] and span[0] < e for s, e in taken):
            return
        if item == "photo" and not photo_near and "图" not in text[start:end] and "拍" not in text[start:end]:
            return
        taken.append(span)
        drafts[item].counts.append((*span, low, high))
        drafts[item].touch(*span)

    for m in _EACH.finditer(text, start, end):
        total = _listed(m.group("list")) * _number(m.group("n"))
        add(m.span(), "张", total, total)
    for m in _BOTH_EACH.finditer(text, start, end):
        n = _number(m.group("n"))
        taken.append(m.span())
        for each in ("photo", "video"):
            drafts[each].counts.append((*m.span(), n, n))
            drafts[each].touch(*m.span())
    for m in _SIDES.finditer(text, start, end):
        total = _number(m.group("n"))
        add(m.span(), "张", total, total)
    for m in _ONE_EACH.finditer(text, start, end):
        add(m.span(), "张" if m.group("what") != "视频" else "条", 1, 1)
    for m in _RANGE.finditer(text, start, end):
        low, high = _number(m.group(1)), _number(m.group(2))
        if low < high and m.group(3) in "张幅条段部":
            add(m.span(), m.group(3), low, high)
    for m in _TWO_THREE.finditer(text, start, end):
        low, high = _NUMERALS[m.group(1)[0]], _NUMERALS[m.group(1)[1]]
        add(m.span(), m.group(2), low, high)
    for m in _LIMIT.finditer(text, start, end):
        n, least, most = _number(m.group("n")), m.group("least") or m.group("more"), m.group("most") or m.group("less")
        add(m.span(), m.group("unit"), None if most else n, None if least else n)
    for m in _PER_ENGLISH.finditer(text, start, end):
        what = m.group("what").lower()
        unit = "张" if re.match(r"photo|pict|image|screen|shot", what) else "条" if re.match(r"video|clip", what) else ""
        n = _number(m.group("n"))
        high = _number(m.group("m")) if m.group("m") else n
        if unit or owner(m.start()) in ("photo", "video"):
            add(m.span(), unit, None if m.group("most") else n, None if m.group("least") else high)


def _sizes(text: str, start: int, end: int, owner: Callable[..., str | None], drafts: dict[str, _Draft]) -> None:
    ranges = [m for m in _SIZE_RANGE.finditer(text, start, end) if float(m.group("low")) < float(m.group("high"))]
    for m in ranges:
        if item := owner(m.start(), stop=m.end()):
            kilo = m.group("unit").upper().startswith("K")
            for key, word in (("size_min", m.group("low")), ("size_max", m.group("high"))):
                value = float(word) * (0.001 if kilo else 1)
                setattr(drafts[item], key, int(value) if value == int(value) else round(value, 3))
            drafts[item].touch(*m.span())
    for m in _SIZE.finditer(text, start, end):
        if any(r.start() <= m.start("n") < r.end() for r in ranges):
            continue
        pre, post, unit = m.group("pre") or "", m.group("post") or "", m.group("unit").upper()
        each = text[max(start, m.start() - 6) : m.start()]
        item = "photo" if "张" in each else "file" if "文件" in each else owner(m.start(), stop=m.end())
        if item is None:
            continue
        value = float(m.group("n")) * (0.001 if unit.startswith("K") else 1024 if unit.startswith("G") else 1)
        amount = int(value) if value == int(value) else round(value, 3)
        if _MIN_WORDS.match(pre) or (not pre and _MIN_WORDS.match(post)):
            drafts[item].size_min = amount
        elif _MAX_WORDS.match(pre) or _MAX_WORDS.match(post):
            drafts[item].size_max = amount
        else:
            continue
        drafts[item].touch(*m.span())


def _lengths(text: str, start: int, end: int, owner: Callable[..., str | None], drafts: dict[str, _Draft]) -> None:
    for m in _LENGTH.finditer(text, start, end):
        pre, post = m.group("pre") or "", m.group("post") or ""
        if owner(m.start(), "time") != "video" or re.search(r"不少于|至少|不低于", pre) or re.search(r"以上|起|左右", post):
            continue
        amount = 0.5 if m.group("n") == "半" else float(_number(m.group("n")))
        if m.group("half") or m.group("and"):
            amount += 0.5
        minutes = m.group("unit").lower().startswith(("分", "m"))
        drafts["video"].seconds = int(amount * 60) if minutes else int(amount)
        drafts["video"].touch(*m.span())


def _looks(
    text: str, start: int, end: int, owner: Callable[..., str | None], drafts: dict[str, _Draft], kinds: set[str], current: str | None
) -> None:
    for m in _FORMAT.finditer(text, start, end):
        name = m.group(1).lower().replace("jpeg", "jpg")
        item = _ITEM_OF_FORMAT[name]
        if name in drafts[item].formats or _FORMAT_REFUSED.match(text, m.end()):
            continue
        drafts[item].formats.append(name)
        drafts[item].touch(*m.span())
    for pattern, name in ((_LANDSCAPE, "landscape"), (_PORTRAIT, "portrait")):
        for m in pattern.finditer(text, start, end):
            whose = owner(m.start(), stop=m.end()) or current
            if whose in ("photo", "video") and whose and not negated(text, *m.span()) and not _EITHER_WAY.search(text, start, end):
                drafts[whose].orientation = name
                drafts[whose].touch(*m.span())
    if ("photo" in kinds or current == "photo") and (said := _CAPTION.search(text, start, end)):
        nearest = owner(said.start())
        if nearest == "photo" and not _WATERMARK.search(said.group()) and not negated(text, *said.span()):
            drafts["photo"].caption = True
            drafts["photo"].touch(*said.span())


def _spec(draft: _Draft, text: str) -> Spec:
    low, high = _total(draft.counts, text)
    return Spec(
        item=draft.item,
        count_min=low,
        count_max=high,
        formats=tuple(draft.formats),
        size_max_mb=draft.size_max,
        size_min_mb=draft.size_min,
        duration_max_s=draft.seconds,
        caption=draft.caption,
        orientation=draft.orientation,
    )


_SIDE_BY_SIDE = late(r"[^：:（(，。；;,\n]{0,10}")


def _total(counts: list[tuple[int, int, int | None, int | None]], text: str) -> tuple[int | None, int | None]:
    """The total named first, or the sum of exact parts named side by side (远景1张近景1张)."""
    if not counts:
        return None, None
    counts.sort()
    _, end, low, high = counts[0]
    if low == high and len(counts) > 2 and sum(c[2] or 0 for c in counts[1:]) == low:
        return low, high
    for start, stop, more, most in counts[1:]:
        if low is None or low != high or more is None or more != most or not _SIDE_BY_SIDE.fullmatch(text[end:start]):
            break
        low, high, end = low + more, high + most, stop
    return low, high
