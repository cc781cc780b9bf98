"""How pictures, videos and files must look: size, length, format, orientation, caption."""

from __future__ import annotations

import re

from bot.core.negation import negated
from bot.core.spec_draft import Clause, Drafts, number
from bot.core.wording import late

_NOT = r"(?:不(?:要|能|得|可|宜|许)?|别|勿|莫)"
_COMPARE = (
    rf"(?P<no>{_NOT})?(?:(?P<above>超过|超出|超|大于|高于|多于)|(?P<below>低于|小于|少于))"
    r"|(?P<max>≤|<=?|控制在|限|最大|最多|至多|上限|封顶|not (?:over|more than|larger than|exceeding|to exceed)|nothing (?:over|above|larger than|bigger than)|smaller than|under|below|less than|up to|max(?:imum)?|no (?:more|larger|bigger|greater) than|at most|within)|(?P<min>≥|>=?|至少|最小|最低|起码|over|at least|above|more than|minimum|min)"
)
_SIZE = late(
    rf"(?:{_COMPARE})?\s?(?:到|在|为|了)?\s?(?P<n>\d{{1,4}}(?:\.\d)?|[一二两三四五六八]?十|[一二两三四五六七八九])\s?(?P<unit>MB|M|兆|KB|K|GB|G|mb|kb|Mb|Kb|m(?![a-z])|k(?![a-z]))(?![A-Za-z0-9])\s?(?P<post>以内|以下|之内|封顶|为限|为上限|以上|及以上|起|内|or less|or smaller|or under|max|at (?:the )?most|tops|or more|at least|each)?"
)
_SIZE_RANGE = late(r"(?<![\d.])(?P<low>\d{1,3}(?:\.\d)?)\s?(?:MB?|兆|KB?)?\s?(?:-|—+|–|~|～|至|到)\s?(?P<high>\d{1,4}(?:\.\d)?)\s?(?P<unit>MB|M|兆|KB|K)(?![A-Za-z0-9])", re.I)
_POST_MAX = late(r"以内|以下|之内|封顶|为限|为上限|内|or less|or smaller|or under|max|at (?:the )?most|tops", re.I)
_POST_MIN = late(r"以上|及以上|起|or more|at least", re.I)
_LENGTH = late(
    r"(?P<pre>不超过|不长于|控制在|限|不得超过|不能超过|别超过|最长|时长|长度|under|within|up to|max(?:imum)?|no (?:more|longer) than|at most|不少于|至少|不低于)?[在为约]?\s?(?:(?:\d{1,3}|[一二两三四五六十半])\s?(?:-|—+|–|~|至|到)\s?)?(?P<n>\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九半])\s?(?P<half>个?半)?(?P<unit>秒钟?|分钟|分(?!局|管|类|别|步|析|开|会|期|场|工|享|配|散|布)|s(?![A-Za-z])|sec(?:ond)?s?(?![A-Za-z])|min(?:ute)?s?(?![A-Za-z]))(?P<and>半)?(?:零?\s?(?P<more>\d{1,2}|[一二两三四五]?十[一二三四五六七八九]?|[一二两三四五六七八九])\s?秒)?\s?(?P<post>以内|之内|内|封顶|以下|左右|为宜|以上|起|or less|max|at (?:the )?most)?"
)
_TIMED = late(r"\d\s?[秒分s]|[一二两三四五六七八九十半]个?半?[秒分]|min|sec")
FORMAT = late(r"(?:(?<![A-Za-z@.])(?<!//)|(?<=[\s（(，,：:；;、]\.)|(?<=[\n；;。]\d[.．])|(?<=^\d[.．]))(jpe?g|png|heic|bmp|gif|tiff?|mp4|mov|avi|mp3|wav|m4a|pdf|docx?|xlsx?|pptx?|ofd|dwg|wps|zip|rar)(?![A-Za-z]|\.[a-z])", re.I)
"""A file format by name."""

_FORMAT_REFUSED = late(r"\s?(?:格式|文件|图片?|版|的)?(?:一律|都|均|概)?(?:不收|不要|不行|不认|不接受|不支持|打不开|除外|退回)")
_FORMAT_DENIED = late(r"(?:不要|不收|别|勿|不用|不能|不得|禁止|拒收|no|not)(?:再|用|发|传|存|拍|以|转成|是)?\s?$")
ITEM_OF_FORMAT = {"jpg": "photo", "png": "photo", "heic": "photo", "bmp": "photo", "gif": "photo", "tif": "photo", "tiff": "photo",
                  "mp4": "video", "mov": "video", "avi": "video", "mp3": "file", "wav": "file", "m4a": "file", "pdf": "file",
                  "doc": "file", "docx": "file", "xls": "file", "xlsx": "file", "ppt": "file", "pptx": "file", "ofd": "file", "dwg": "file", "wps": "file", "zip": "file", "rar": "file"}  # fmt: skip
_EITHER_WAY = late(r"[横竖][屏版拍]?的?[、，]?一[条张段][横竖]|[横竖][^，。；;\n]{0,3}(?:或者?|、|/|和)?\s?[^，。；;\n]{0,2}[横竖][^，。；;\n]{0,4}(?:均可|都可|都行|皆可|不限|可以|随意|无所谓)|方向不限|(?:landscape|portrait) or (?:landscape|portrait)", re.I)
_TURNED = late(
    r"(?P<landscape>横(?:屏|拍|版|图|构图|画幅|幅(?<![条道张传挂把][横]幅)(?=拍|构|照)|向|着|式|的|过来|竖比|[起度](?=[拍影录照]|[，。；;！!）)\s]|$))|(?:朝|要|成|用|为|是|全)横(?![㐀-鿿])|(?<=[（(，,、])横幅(?=[、）)]|$)|landscape|horizontal|(?:phone|camera|hold it|held)[^.,;\n]{0,12} sideways)|(?P<portrait>竖(?:屏|拍|版|图|构图|画幅|幅(?!标)|向|着|式|的|过来|[起度](?=[拍影录照]|[，。；;！!）)\s]|$))|直(?:式|幅|度(?=[拍影录照]|[，。；;！!）)\s]|$))|(?:朝|要|成|用|为|是|全)竖(?![㐀-鿿])|portrait|vertical|(?:phone|camera|hold it|held)[^.,;\n]{0,12} upright)", re.I
)
_TURN_DENIED = late(r"(?:不要|不收|不用|别|莫|唔好|勿|不得|禁止|不能|不可|not?|never)\s?(?:再|发|传|用|拍|拍成|拍的|是)?\s?$", re.I)
_TURN_REFUSED = late(r"(?:屏|拍|版|的|照片?|图)*\s?(?:一律|都|均|概)?(?:不要|不收|不行|不认|别(?=[发传交拿投送来给]|[，。；;！!\s）)]|$)|退(?!休)|作废)|\s?(?:frames?|shots?|photos?|pictures?|ones?|clips?|videos?)?\s?(?:will be |are |is |go |goes |get )?(?:straight |right )?(?:(?:in|into|to) the bin|rejected|refused|returned|not accepted)", re.I)
_CAPTION = late(
    r"(?:附|配|带|加|写|有|含|并|须|标|注)(?:上|有|好|明|一句|一句话|简短|简要|简单|50字|\d+字)?[^，。；;\n]{0,6}?(?:文字|(?<!情况)(?<!原因)说明|图说|标题|配文|注释|备注|介绍语)|文字说明|图说|图注|一句话(?:说明|介绍|描述)|(?:附|配|加|写|带)(?:上|有|好)?(?:[一两1-3]|几)(?:句|行|段(?!短|小|微|视|录))(?:话|字|文字)?"
    r"|(?:写明|注明|标明|标注|注上|标上|写上|写清|[标注])(?:好|清楚|是|各|其|对应)?(?:[㐀-鿿]?[校村户店品人]名(?!单)|拍摄|时间|地点|样点|编号|点位|户主|姓名|村名|位置|哪|名称|日期|对应|什么|内容)|(?:写明|注明|标明|标注|标上|注上|写上|写清|写好)(?![^，。；;\n]{0,3}(?:原因|理由|情况))[㐀-鿿]{0,4}?(?:[名号址](?!单|册|称码)|楼层|门牌)|(?:下面|底下|图下|图上|旁边|背面|下方|图后|名下|末尾)[^，。；;\n]{0,3}(?:写|注|标|配|附|打(?=[上好]))(?!报告)|每[张幅][^，。；;\n]{0,3}(?:写|注|标|配|附)|(?<=[照图相])片?上(?![传报交网])(?:都|要|须|得|请|逐张)?[^，。；;\n]{0,2}?(?:打|标|写|注|贴|敲)(?:上|好|明|清)(?!水印)|(?:写|标|打|注|记)在(?:照片|图片|图|相片|每张)[^，。；;\n]{0,4}(?:下|上|旁|边|背|里)"
    r"|captions?\b|captioned|labell?ed with|with a (?:short )?(?:note|description)|(?:one|a)[- ]line (?:note|description)", re.I
)


_OF_A_PAPER = late(r"(?:复印件|原件|回执|信封|凭证|证明|文件名?|命名|标题|主题|名称)[^，。；;\n]{0,4}$")
"""What is written on a paper is no caption (复印件背面写学号)."""


def _megabytes(word: str, unit: str) -> float:
    unit = unit.upper()
    value = (float(word) if word[0].isascii() else number(word)) * (0.001 if unit.startswith("K") else 1024 if unit.startswith("G") else 1)
    return int(value) if value == int(value) else round(value, 3)


def read_sizes(clause: Clause, drafts: Drafts) -> None:
    """Note the least and the most bytes, in MB."""
    text, start, end = clause.text, clause.start, clause.end
    ranges = [m for m in _SIZE_RANGE.finditer(text, start, end) if float(m.group("low")) < float(m.group("high"))]
    for m in ranges:
        if item := clause.owner(m.start(), stop=m.end()):
            drafts[item].size_min = _megabytes(m.group("low"), m.group("unit"))
            drafts[item].size_max = _megabytes(m.group("high"), m.group("unit"))
            drafts[item].touch(*m.span())
    for m in _SIZE.finditer(text, start, end):
        if any(r.start() <= m.start("n") < r.end() for r in ranges):
            continue
        each = text[max(start, m.start() - 6) : m.start()]
        item = "photo" if "张" in each or "幅" in each else clause.owner(m.start(), stop=m.end())
        least = _is_least(m)
        if item is None or least is None:
            continue
        if least:
            drafts[item].size_min = _megabytes(m.group("n"), m.group("unit"))
        else:
            drafts[item].size_max = _megabytes(m.group("n"), m.group("unit"))
        drafts[item].touch(*m.span())


def _is_least(m: re.Match[str]) -> bool | None:
    """Whether the words around a size make it the least one (不低于, 以上), the most one, or (None) neither."""
    post = m.group("post") or ""
    if m.group("above"):
        return m.group("no") is None
    if m.group("below"):
        return m.group("no") is not None
    if m.group("min") or (not m.group("max") and _POST_MIN.match(post)):
        return True
    return False if m.group("max") or _POST_MAX.match(post) else None


def read_lengths(clause: Clause, drafts: Drafts) -> None:
    """Note the longest playing time, in seconds."""
    if not _TIMED.search(clause.text, clause.start, clause.end):
        return
    for m in _LENGTH.finditer(clause.text, clause.start, clause.end):
        pre, post = m.group("pre") or "", m.group("post") or ""
        item = clause.owner(m.start(), "time")
        if item is None or re.search(r"不少于|至少|不低于", pre) or re.search(r"以上|起|左右", post):
            continue
        amount = 0.5 if m.group("n") == "半" else float(number(m.group("n")))
        if m.group("half") or m.group("and"):
            amount += 0.5
        minutes = m.group("unit").lower().startswith(("分", "m"))
        drafts[item].seconds = int(amount * 60) + (number(m.group("more")) if m.group("more") else 0) if minutes else int(amount)
        drafts[item].touch(*m.span())


def read_looks(clause: Clause, drafts: Drafts) -> None:
    """Note formats, orientation and caption."""
    text, start, end = clause.text, clause.start, clause.end
    for m in FORMAT.finditer(text, start, end):
        name = m.group(1).lower().replace("jpeg", "jpg")
        item = ITEM_OF_FORMAT[name]
        refused = _FORMAT_REFUSED.match(text, m.end()) or _FORMAT_DENIED.search(text, max(start, m.start() - 8), m.start())
        if name not in drafts[item].formats and not refused:
            drafts[item].formats.append(name)
            drafts[item].touch(*m.span())
    _read_turn(clause, drafts)
    if ("photo" in clause.kinds or clause.current == "photo" or drafts["photo"].counts) and (said := _CAPTION.search(text, start, end)):
        nearest = clause.owner(said.start())
        if nearest in ("photo", "file" if drafts["photo"].counts else "photo") and "水印" not in said.group() and not _OF_A_PAPER.search(text, start, said.start() + 1) and not negated(text, *said.span()):
            drafts["photo"].caption = True
            drafts["photo"].touch(*said.span())


_BOTH = late(r"(?:照片?|图片?)(?:和|、|及|与|或)(?:短|小)?视频[^（(\n]{0,2}(?:均|都|一律|全部?)|视频(?:和|、|及|与|或)(?:照片?|图片?)[^（(\n]{0,2}(?:均|都|一律|全部?)")
"""Pictures and videos spoken of together: 照片和视频都要横屏."""


def _read_turn(clause: Clause, drafts: Drafts) -> None:
    """The one orientation that is asked for and not refused (竖的不要全要横的 is landscape)."""
    text, start, end = clause.text, clause.start, clause.end
    if _EITHER_WAY.search(text, start, end):
        return
    refused: re.Match[str] | None = None
    for m in _TURNED.finditer(text, start, end):
        if _TURN_DENIED.search(text, max(start, m.start() - 6), m.start()) or _TURN_REFUSED.match(text, m.end()):
            refused = m
            continue
        if clause.kinds >= {"photo", "video"} and _BOTH.search(text, start, m.start()):
            for each in ("photo", "video"):
                drafts[each].orientation = str(m.lastgroup)
                drafts[each].touch(*m.span())
            continue
        whose = clause.owner(m.start(), stop=m.end()) or clause.current
        if whose in ("photo", "video"):
            drafts[whose].orientation = str(m.lastgroup)
            drafts[whose].touch(*m.span())
    if refused:
        whose = clause.owner(refused.start(), stop=refused.end()) or clause.current
        if whose in ("photo", "video") and drafts[whose].orientation is None:
            drafts[whose].orientation = _OTHER_WAY[str(refused.lastgroup)]
            drafts[whose].touch(*refused.span())


_OTHER_WAY = {"landscape": "portrait", "portrait": "landscape"}
"""What is wanted where the one is refused (竖屏的不收)."""
