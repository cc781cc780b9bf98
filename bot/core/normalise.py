"""Text as the rules read it: half-width, simplified, without odd blanks, with a way back to the original.

Kept as written: Chinese punctuation `，。！？；（）【】`; `：` becomes `:` only between digits. Every change is
either one character for one, or a deletion, so spans map back exactly. All steps are linear in the text's length.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.core.markup import without_markup
from bot.core.models import Span
from bot.core.torn import is_whole_number, scattered_blanks, stray_blanks, torn_lines
from bot.core.wording import late

_KEPT_FULL_WIDTH = frozenset("，！？；：（）")
_VARIANTS = {
    "\u00a0": " ", "\u3000": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\u2007": " ",
    "∶": ":", "︰": ":", "﹕": ":", "｡": "。", "﹒": ".", "‐": "-", "‑": "-", "‒": "-", "−": "-", "﹣": "-", "〜": "~",
    "∼": "~", "後": "后", "晩": "晚", "〸": "十", "〹": "廿", "〺": "卅", "㐄": "年", "毎": "每",
    "〖": "【", "〗": "】", "‖": "|", "∥": "|", "│": "|", "┃": "|", "║": "|", "┆": "|", "┊": "|",
}  # fmt: skip
_INVISIBLE = late("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+")
_NUMERAL = "一二三四五六七八九十廿卅〇零"
_CJK = "\u3400-\u4dbf\u4e00-\u9fff"

_DATE_GAP = late(
    r"[ \t](?:(?<=\d.)[ \t]{0,8}(?=[年月日号时点分:])"
    r"|(?<=[年月第:].)[ \t]{0,8}(?=\d)|(?<=[第:].)[ \t]{0,4}\n[ \t]{0,4}(?=\d)|(?<=[年月].)[ \t]{0,4}\n[ \t]{0,4}(?=\d{1,2}[ \t]?[月日号])"
    r"|(?<=[年月日号至到时点分:\-~—][ \t]\d.)[ \t]{0,8}(?=\d[ \t]?[年月日号时点分:：])"
    r"|(?<=[年月日号至到时点分:\-~—午天晚早上每各于在从约计，、；：（(）)]\d.)[ \t]{0,8}(?=\d[ \t]{0,8}[年月日号时点分:：])|(?<=[周期拜][一二三四五六]\d.)[ \t]{0,8}(?=\d[点时:：])|(?<=[^\d\s][12].)[ \t]{0,8}(?=0[ \t]{0,8}[日号点时])"
    r"|(?:(?<=[）)天午晚早][12].)|(?<=[）)天午晚早][ \t][12].))[ \t]{0,8}(?=\d[:：][0-5]\d(?!\d))"
    r"|(?<=1.)(?<![\d.]1.)(?=[0-2][ \t]?月)|(?<=\d.)(?=[:：][ \t]?[0-5Oo])|(?<=[:：][0-5Oo].)(?=[\dOo](?![A-Za-z]))|(?:(?<=\d：.)|(?<=\d[ \t]：.))[ \t]{0,8}(?=[0-5][\dOo](?![\dA-Za-z月]))|(?:(?<=\d[:：].)|(?<=\d[ \t][:：].))[ \t]{0,8}(?=[OolI][\dOolI](?![A-Za-z0-9]))|(?<=\d[:：][0-5].)[ \t]{0,8}(?=\d)|(?<=\d[ \t][:：][0-5].)(?=\d)"
    r"|(?<=点.)[ \t]{0,8}(?=半(?![天日年月小]))|(?<=每.)(?=[日天周月](?![一-鿿]{2}))"
    r"|(?<=[上下中].)(?=午(?![休睡饭餐检间]))|(?<=[日号点时分班午].[之以].)(?=前)|(?<=[\d日号天午晚月].[之以].)(?=前)|(?<=下.)(?=班[之以]?\s?前)|(?<=下班.)(?=[之以]?前)"
    r"|(?<=[日号时点分天班午晚].)(?=[之以]?前(?:[，。；、！报交发送]|$))"
    rf"|(?:(?<=[{_NUMERAL}].)(?<![{_CJK}][{_NUMERAL}].)|(?<=[{_NUMERAL}于在到至自从年月第初为是周和、][{_NUMERAL}].))[ \t]{{0,8}}(?=[年月日号时点])"
    r"|(?<=[年月].)[ \t]{0,8}(?=[一二三四五六七八九十廿]))"
    r"|\n(?<=[第:]\n)[ \t]{0,4}(?=\d)|\n(?<=[年月]\n)[ \t]{0,4}(?=\d{1,2}[ \t]?[月日号])"
    r"|\n(?:(?<=季度\n)[ \t]{0,4}(?=[末底])|(?<=[上中下]\n)(?=旬)|(?<=\d月\n)(?=[上中下]旬|[底末]前))"
)
_SPACED_ONE = rf"(?:[{_CJK}0-9：:，。、；（）“”《》]|\d\d(?=[ \t][年月日号时点分：:])|(?<=[：:][ \t])[0-5]\d)"
_SPACED_RUN = late(rf"(?<!\S)(?:{_SPACED_ONE}[ \t]){{3,}}{_SPACED_ONE}(?![^\s：:，。、；（）“”《》])")
_SPACED_HINT = late(r"[ \t]\S[ \t]\S[ \t]")
_SINGLE_BLANK = late(r"(?<=\S)[ \t](?=\S)")
_OCR_TOKEN = late(r"(?<![A-Za-z0-9])[0-9lIOo]{1,4}(?=\s?[年月日曰号时点分:：])|(?:(?<=[0-9Oo][:：])|(?<=\d[lI][:：]))[0-9lIOo]{2}(?![A-Za-z0-9])")
_OCR_MINUTES = late(r"\s?[:：]\s?[0-5Oo][\dOolI](?![A-Za-z0-9])")
_OCR_TENS = late(r"[123][ \t]")
"""What stands before the ring of 1 O日."""
_OCR_FIX = str.maketrans("lIOoQ|〇○", "11000100")
_OCR_ZERO = late(r"(?<=\d)[〇○](?=[\d年月日号点时:：])|(?<=[年月日号午:：])[〇○](?=\d)|(?<=:[0-5])[〇○]|(?<=[年月号午\d] )[〇○](?=\d)")
_OCR_BAR = late(r"(?<=月)\|(?=\d?[日号])|(?<=月\d)\|(?=[日号])|(?<=[午晚早天上])\|(?=\d[点时:：])|(?<=[012])\|(?=[:：][0-5]\d)|(?<=[于在前])\|(?=[0-2]月)")
_OCR_POINT = late(r"(?<![A-Za-z0-9.])[lI](?=[0-2]\.\d{1,2}(?![\d.A-Za-z%]))")
_OCR_NUMBER = late(r"(?<![A-Za-z0-9@._/-])[01OoIl](?:[\dOoQIl〇]{10}|[\dOoQIl〇]{2,3}-[\dOoQIl〇]{7,8})(?![A-Za-z0-9@._/-])")
_NUMBER_HINT = late(r"\d{3}[OoQIl〇]|[OoQIl〇][\d-]{3}")
_ROUND_ZERO = late(rf"(?<=[{_NUMERAL}○0Oo])[○0Oo◯]{{1,3}}(?=[{_NUMERAL}年])|(?<=[{_NUMERAL}])[○◯]{{1,3}}")
_OCR_HINT = late(r"[lIOo][0-9lIOo]?\s?[0-9年月日号时点分:：]|[0-9:：][lIOo]")
_ZERO_HINT = late(rf"[{_NUMERAL}][○0Oo◯]")
_CLOCK_STOPS = r"[之以]?前|截止|准时|开始|开会|开班|集合|集中|点名|出发|报到|到岗|交班"
_HOUR_NEAR = r"(?:(?<=[{0}]\d.)|(?<=[{0}][012]\d.))"
"""Behind the hour and its separator: an hour right behind one of these characters."""
_ANY_HOUR = r"(?:(?<=(?<![\d.])\d.)|(?<=(?<![\d.])1\d.)|(?<=(?<![\d.])2[0-3].))"
_CLOCK_SEPARATOR = late(
    r"[；;.](?=[0-5]\d(?!\d))(?:"
    rf"{_HOUR_NEAR.format('午')}(?![0-5]\d[.；;万元亩%度米公兆])"
    rf"|(?:(?<=(?<![\d.])1[3-9].)|(?<=(?<![\d.])2[0-3].))(?=[0-5]\d(?:{_CLOCK_STOPS}))"
    rf"|(?:{_HOUR_NEAR.format('日号天早晚')}|(?<=[日号天早晚] \d.)|(?<=[日号天早晚] [012]\d.))(?=[0-5]\d(?:{_CLOCK_STOPS}|[，。；,\s]|$))"
    r"|(?:(?<=:[0-5]\d[-—–~至到]\d.)|(?<=:[0-5]\d[-—–~至到][012]\d.)))"
    r"|[；;](?=[0-5]\d(?!\d))(?:"
    rf"(?:{_HOUR_NEAR.format('午日号）)')}|(?<=[日号）)] [012]\d.))(?![0-5]\d[人户元万亩%条])"
    rf"|{_ANY_HOUR}(?=[0-5]\d(?:{_CLOCK_STOPS}|[）)](?:[之以]?前|开)|[ \t]?[-—–~至到][ \t]?[012]?\d[:：；;.][0-5]\d)))"
    rf"|[，,](?=00(?!\d))(?:{_HOUR_NEAR.format('午日号')}|{_ANY_HOUR}(?=00(?:{_CLOCK_STOPS})))"
)
"""上午9；00, 17.30前, 10日9.30开会: an hour behind the half of the day or a day, or that no month has, however its colon was written."""
_DASH_FOR_ONE = late(r"(?<=[周期拜])[—–-](?=[、和及]|[至到][周星礼]|[上下]午|早上|[之以]?前)")
"""每周—、周三: the dash that a scan made of 一."""
_ONE_FOR_DASH = late(r"(?<=[:：]\d\d)一(?=\d{1,2}[:：]\d\d)|(?<=\d[日号])一(?=\d{1,2}(?:月\d|[日号]))|(?<=月\d)一(?=\d{1,2}[日号])|(?<=月\d\d)一(?=\d{1,2}[日号])")
"""8:30一11:30, 12月7日一9日: the 一 that a scan or a hand made of a dash."""
_SAID_FOR_DAY = late(r"曰(?<=\d.)|(?<=[每当次同即])曰(?![一-鿿]?[:：“])|(?<=月十)曰|(?<=月[一二三四五六七八九])曰|(?<=[二三月]十[一二三四五六七八九])曰|(?<=月[二三]十)曰")
_SLIP = late(
    r"既(?=日起)|勿(?=必)|[已己](?<=[\d日号点时分午晚天底班].)(?=前(?!往|来|去))|低(?<=[月年].)(?=[之以]?前)|俩(?<=[午晚早天].)(?=点)|钱(?<=[日号点时午班底]之.)"
)
_MEANT = {"既": "即", "勿": "务", "已": "以", "己": "以", "低": "底", "俩": "两", "钱": "前"}
"""What the ear or the hand mistook: 既日起, 勿必, 18号已前, 月低前."""
_COLON = late(r"(?<=\d)：(?=\d)(?!(?!00|30|15|45)\d{1,2}点|\d{1,4}\s?(?:[年月日号天个]|小时|[-—~至到]{1,2}\d{1,2}[月日号]))")


@dataclass(frozen=True, slots=True)
class Normal:
    """Normalised `text` of `original`; `offsets[i]` is where character i of `text` stands in `original`."""

    text: str
    original: str
    offsets: array[int] | None = None

    def original_span(self, start: int, end: int) -> Span:
        """The span in the original text, in code points, of [start, end) in `text`."""
        if self.offsets is None:
            return start, end
        if end <= start:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1

    def as_written(self, start: int, end: int) -> str:
        """The original characters of [start, end) in `text`, without what was dropped between them."""
        if self.offsets is None:
            return self.original[start:end]
        written = [self.original[at] for at in self.offsets[start:end]]
        return "".join([read if char in "&<" else char for char, read in zip(written, self.text[start:end], strict=True)])

    def normal_span(self, start: int, end: int) -> Span:
        """The span in `text` of [start, end) in the original text."""
        if self.offsets is None:
            return start, end
        return bisect_left(self.offsets, start), bisect_left(self.offsets, end)


@cache
def _base_table() -> dict[int, str]:
    """One character for one: full-width forms, radicals and compatibility forms, odd blanks and dashes."""
    table = {ord(k): v for k, v in _VARIANTS.items()}
    for code in range(0xFF01, 0xFF5F):
        if chr(code) not in _KEPT_FULL_WIDTH:
            table[code] = chr(code - 0xFEE0)
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = plain
    return table


@cache
def _full_table() -> dict[int, str]:
    """The base table and traditional to simplified, read once out of OpenCC (takes about 30 ms)."""
    import opencc

    characters = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    simplified = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table = {ord(old): new for old, new in zip(characters, simplified, strict=True) if old != new and len(new) == 1}
    base = _base_table()
    for code, plain in base.items():
        table[code] = table.get(ord(plain), plain)
    return table


def _is_plainly_simplified(text: str) -> bool:
    """Whether every character is in GB 2312, which holds next to no traditional form."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _unspace_run(text: str, start: int, end: int) -> list[int]:
    """Positions of the single blanks inside a run of characters set apart one by one."""
    return [match.start() for match in _SINGLE_BLANK.finditer(text, start, end)]


def _blanks_to_drop(text: str) -> set[int]:
    """Positions of blanks and invisible characters that split what belongs together."""
    drop = torn_lines(text) | stray_blanks(text)
    for match in _DATE_GAP.finditer(text):
        drop.update(range(*match.span()))
    for match in _SPACED_RUN.finditer(text) if _SPACED_HINT.search(text) else ():
        drop.update(_unspace_run(text, *match.span()))
    return drop | scattered_blanks(text)


def _drop(text: str, offsets: array[int] | None, positions: set[int]) -> tuple[str, array[int]]:
    """The text without these positions, and where each remaining character stands in the original."""
    kept = [i for i in range(len(text)) if i not in positions]
    source = array("l", kept) if offsets is None else array("l", (offsets[i] for i in kept))
    return "".join([text[i] for i in kept]), source


def _mend_token(match: re.Match[str]) -> str:
    token = match.group()
    before = match.string[max(0, match.start() - 2) : match.start()]
    if any(c.isdigit() for c in token) or before[-1:] in (":", "：") or (before.rstrip()[-1:] == "月" and len(token) < 3):
        return token.translate(_OCR_FIX)
    if len(token) < 3 and before.rstrip()[-1:] in ("日", "曰", "号", "午") and _OCR_MINUTES.match(match.string, match.end()):
        return token.translate(_OCR_FIX)
    if token in ("O", "o") and _OCR_TENS.match(before) and match.string[match.end() : match.end() + 2].lstrip()[:1] in ("日", "曰", "号"):
        return "0"
    following = match.string[match.end() : match.end() + 3]
    if following.startswith("月") and len(following) > 1 and following[1] in "0123456789lIOo":
        return token.translate(_OCR_FIX)
    return token


def _mend_number(match: re.Match[str]) -> str:
    """A telephone number with the letters a scan took for its digits read as digits; anything else as it is."""
    read = match[0].translate(_OCR_FIX)
    return read if is_whole_number(read) and sum(map(str.isdigit, match[0])) > 7 else match[0]


def _with_digits(text: str) -> str:
    """Colons between digits as colons, letters and rings that stand for digits of dates and clocks as digits.

    One repair may be what the next one waits for (l○: is 10:), so they go round; four rounds bound the cost.
    """
    for _ in range(4):
        before = text
        if "：" in text:
            text = _COLON.sub(":", text)
        if _OCR_HINT.search(text):
            text = _OCR_TOKEN.sub(_mend_token, text)
        if "〇" in text or "○" in text:
            text = _OCR_ZERO.sub("0", text)
        if text == before:
            break
    return text


def _mend(text: str) -> str:
    """Repairs that keep the length: letters for digits inside dates, a ring for zero, a colon between digits."""
    text = _with_digits(text)
    if "|" in text:
        text = _OCR_BAR.sub("1", text)
    if _NUMBER_HINT.search(text):
        text = _OCR_NUMBER.sub(_mend_number, text)
    if "." in text:
        text = _OCR_POINT.sub("1", text)
    if "—" in text or "–" in text or "-" in text:
        text = _DASH_FOR_ONE.sub("一", text)
    if "一" in text:
        text = _ONE_FOR_DASH.sub("—", text)
    if "曰" in text:
        text = _SAID_FOR_DAY.sub("日", text)
    if not _MEANT.keys().isdisjoint(text):
        text = _SLIP.sub(lambda m: _MEANT[m[0]], text)
    if "." in text or "；" in text or ";" in text or "00" in text:
        text = _CLOCK_SEPARATOR.sub(":", text)
    if _ZERO_HINT.search(text):
        text = _ROUND_ZERO.sub(lambda m: "〇" * len(m.group()), text)
    return text


@lru_cache(maxsize=32)
def normalise(text: str) -> Normal:
    """Read `text` as the rules do; any string is fine, the cost is linear in its length."""
    plain = without_markup(text)
    plain = plain.translate(_base_table() if _is_plainly_simplified(plain) else _full_table())
    offsets: array[int] | None = None
    if not plain.isascii() and _INVISIBLE.search(plain):
        hidden = {i for match in _INVISIBLE.finditer(plain) for i in range(*match.span())}
        plain, offsets = _drop(plain, offsets, hidden)
    plain = _mend(plain)
    if " " in plain or "\t" in plain or "\n" in plain:
        blanks = _blanks_to_drop(plain)
        if blanks:
            plain, offsets = _drop(plain, offsets, blanks)
            plain = _mend(plain)
    return Normal(plain, text, offsets)
