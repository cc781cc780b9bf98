"""Refiners reject: numbers that look like times and are none."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.core.models import Span
from bot.core.times.moment import Bare, Found, Has, Moment
from bot.core.wording import late

_BLOCKED = late(
    r"(?=[A-Za-z0-9_.+〔\[第-])(?:(?:https?://|www\.)[^\s，。；、（）]{1,2000}|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9_-]{1,64}(?:\.[A-Za-z0-9_-]{1,32}){1,4}"
    r"|(?<!\d)1[3-9]\d{9}(?!\d)|(?<![\d-])0\d{2,3}-\d{7,8}(?!\d)"
    r"|[〔\[]\d{4}[〕\]]\s?(?:第\s?)?\d{1,5}\s?号|[〔\[]\d{4}[〕\]]"
    r"|(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d{2})?"
    r"|第[\d一二三四五六七八九十百]{1,5}[号届期次条款项章节批轮版页])"
)
_LEADS_DATE = late(r"(?:[于在至到从自截止及即（(]|时间|日期|期间?|\bon|\bby|\bbefore)[:：\s]*$")
_MEASURED = late(r"\s?(?:[%％℃°/×xX*]|[万元亩吨公分度米倍毫厘千克斤升兆个号级环秒岁cmkgGMB])")
_WEEKDAY_BEHIND = late(r"[ ]?[（(](?:周|星期|礼拜)?[一二三四五六日天][）)]|(?<=/\d\d)[為为]准")
"""12/12（五）, 改以12/31為準."""
_OPENS = late(r"(?:^|[\n；;：:|｜，,、])[ \t（(]*\Z")
_DOTTED = late(r"(?:^|[\n；;：:|｜，,、])[ \t（(]*((?:1[0-2]|0?[1-9])(?:[./][123]\d|/0[1-9]))(?=[ \t　]*(?:[（(]|(?![万元亩吨公分度米倍号年月日])[一-鿿]))")
_SLASHED = late(r"(?<=\n)[ \t【\[]*(1[0-2]|0?[1-9])/([12]\d|3[01]|0?[1-9])(?=[ \t】\]:：]+[^\s\d])")
_LINES_NEAR, _HALF_A_YEAR = 200, 6
_BLOCKED_HINT = late(r"[@〔\[第:w\dGU](?:(?<=[@〔\[第])|(?<=:)//|(?<=w)ww|(?<=\d)(?:\d{8}|-\d{7})|(?<=G)MT|(?<=U)TC)")


def blocked_spans(text: str) -> list[Span]:
    """Addresses, telephone and document numbers: no time starts or ends in them."""
    return [m.span() for m in _BLOCKED.finditer(text)] if _BLOCKED_HINT.search(text) else []


def _alone(found: Found, text: str) -> bool:
    """Whether the whole text is this expression, as people type a time into a command."""
    return not (text[: found.start] + text[found.end :]).strip(" ，。,.!?！？\n")


def _year_is_meant(found: Found, m: Moment, text: str) -> bool:
    """Whether a bare 2018 is a year: alone, in a range with a plain time, or behind 从, 自, 在, 于."""
    if _alone(found, text) or (found.start == 0 and text[found.end : found.end + 1] == " "):
        return True
    if found.last is not None and not found.last.loose:
        return True
    return found.last is not None and bool(re.search(r"(?:从|自|在|于|期间)\s?$", text[max(0, found.start - 3) : found.start]))


def _is_plain_range(found: Found, m: Moment) -> bool:
    """3.5-4.5: two bare dotted numbers."""
    last = found.last
    if last is None or not (m.loose and last.loose) or found.before:
        return False
    dotted = m.month is not None and last.month is not None and not m.lunar
    return dotted and not (m.has | last.has) & (Has.PART | Has.CLOCK | Has.WEEKDAY)


def _days_of_a_span(found: Found, m: Moment, text: str) -> bool:
    """9.20-9.30: two days of two figures, the later behind the earlier, that measure nothing."""
    last = found.last
    in_order = last is not None and (m.month or 0, m.day or 0) < (last.month or 0, last.day or 0)
    return in_order and min(m.day or 0, (last and last.day) or 0) > 9 and not _MEASURED.match(text, found.end)


def _opens_lines(text: str, at: int) -> bool:
    """11/24 讲解⏎11/27 清单: days that open lines near one another, none before the one above; 1/5, 2/5, 3/5 count pages."""
    days = [(int(month), int(day)) for month, day in _SLASHED.findall(text, max(0, at - _LINES_NEAR), at + _LINES_NEAR)]
    later = [one <= other or one[0] - other[0] > _HALF_A_YEAR for one, other in pairwise(days)]
    return len({day for _, day in days}) > 1 and all(later)


def _heads_a_list(found: Found, m: Moment, text: str) -> bool:
    """9.25 桥头；9.26 上垟, 11/24 名单: dates in figures that each open a member of a list; 1.2 at the head of a section is none."""
    if "/" in text[found.start : found.end] and _OPENS_ROW.search(text, max(0, found.start - 4), found.start) and _opens_lines(text, found.start):
        return True
    if ((m.day or 0) < 10 and "/0" not in text[found.start : found.end]) or not _OPENS.search(text, max(0, found.start - 6), found.start):
        return False
    near = text[max(0, found.start - 80) : found.end + 80]
    return len(set(_DOTTED.findall(near))) > 1


_SLASHES = late(r"(?:1[0-2]|0?[1-9])/(?:[12]\d|3[01]|0?[1-9])(?:\s?[、，,和及]\s?(?:1[0-2]|0?[1-9])/(?:[12]\d|3[01]|0?[1-9])(?![\d/%]))+")
_SLASHES_REACH = 40
_DAY_OF_LIST, _MONTHS = late(r"(\d{1,2})/(\d{1,2})"), 12


def _is_listed(found: Found, text: str) -> bool:
    """分三拨：9/28、9/29、10/8: days in a list, each later than the one before; 1/3、2/5 are fractions, no day beyond what months have."""
    for run in _SLASHES.finditer(text, max(0, found.start - _SLASHES_REACH), found.end + _SLASHES_REACH):
        if run.start() <= found.start < run.end():
            days = [(int(month), int(day)) for month, day in _DAY_OF_LIST.findall(run[0])]
            in_order = all(one < other or one[0] - other[0] > _HALF_A_YEAR for one, other in pairwise(days))
            return in_order and max(day for _, day in days) > _MONTHS
    return False


def _fills_a_cell(found: Found, text: str) -> bool:
    """5.20 as a whole cell below 期限, 10/28 at the end of a row of what must be mended."""
    begin, end = text.rfind("\n", max(0, found.start - 200), found.start) + 1, text.find("\n", found.end, found.end + 200)
    row = text[begin : end if end >= 0 else found.end + 200]
    if not (_CELL_LEFT.search(text, max(0, found.start - 10), found.start) and _CELL_RIGHT.match(text, found.end)):
        return False
    head = text[max(0, begin - 600) : begin]
    if len(_BLANKS.findall(row)) > 1 and any(_DUE_HEAD.search(line) for line in head.split("\n") if len(_BLANKS.findall(line)) > 1):
        return True
    if _OPENS_ROW.search(text, max(0, found.start - 4), found.start):
        return len(_BAR.findall(row)) > 1 and any(_DUE_HEAD.search(line) for line in head.split("\n") if len(_BAR.findall(line)) > 1)
    return bool(_DUE_HEAD.search(head)) if len(_BAR.findall(row)) > 1 else "/" in text[found.start : found.end] and bool(_DUE_HEAD.search(text[:2000]))


def _fills_a_line(found: Found, text: str) -> bool:
    """报名截止 10.30: whether nothing but the name of a stage stands on its line, or on the line above or below."""
    begin, end = text.rfind("\n", max(0, found.start - 24), found.start) + 1, text.find("\n", found.end, found.end + 24)
    end = end if end >= 0 else len(text)
    if end - begin > 40 or not _DECORATED.fullmatch(text, begin, found.start) or not _DECORATED.fullmatch(text, found.end, end):
        return False
    beside = text[begin:end] if _WORD.search(text, begin, found.start) or _WORD.search(text, found.end, end) else text[max(0, begin - 20) : end + 20]
    return _STAGE.search(beside) is not None


_IN_NAME = late(r"(?:课堂|学堂|课后班)(?![上开])")
"""四点半课堂: what is called after an hour."""
_WORD = late(r"[一-鿿]")
_DECORATED = late(r"(?:\d{1,2}[.、）)])?[^\d，。；;]{0,24}")
_STAGE = late(r"截[止至稿]|时间|日期|期限|开始|结束|公[布示]|报名|提交|投稿|缴费|评审|答辩|[初复决]赛|颁奖|报到|开幕|发布|报送|申报|审核|面试|笔试|考试")
_BAR = late(r"[|｜\t]")
_WEEK_OF_A_TERM = late(r"第[一二三四五六七八九十\d]{1,3}个?(?:周|星期)的?\Z")
"""第七周的周五: a day of a week counted from what nobody said."""
_BLANKS = late(r"(?<=\S)(?:[ 　]{2,8}|　)(?=\S)")
"""What parts the cells of a row that no bars part."""
_OPENS_ROW = late(r"(?:^|\n)[ 　|｜]*\Z")
_CELL_LEFT = late(r"(?:[|｜\t]|[一-鿿）)](?=[ 　])|(?:^|\n))[ 　]{0,9}\Z")
_CELL_RIGHT = late(r"[ ]*(?:[|｜\t\n]|\Z)|[ 　]{2}|　")
_DUE_HEAD = late(r"期限|时限|限期|限到|到期|截止?|时间|日期|日子|何[时日]|几[时号]|什么时候|哪[天日]|最[晚迟]|[交补收齐]件?日|末日")

_SHORTEST_MONTH = 28
_HAS_NO_SUCH_DAY = late(r"月份?(?:里|中)?(?:根本|压根|本来|又|可|并|就|也|都)?(?:没有?|无|何来|哪[里儿]?(?:来|有)|不存在|只有|只到|最多)的?(?:第)?\Z")
"""4月没有31号: a day of the calendar told of, none that is meant."""
_COUNTS_DAYS = late(r"(?:近|连续|过去|为期)\Z")
"""近三日: so many days, not the third."""


_HANDED_IN = late(r"(?:统一|必须|务必|要|就)?(?:交|报|收|截)(?:齐|止|来|上来|表|我|到|给)?(?=[】）)，,。；！\s]|\Z|(?<=[我到给])[一-鿿])")
"""年度统计表4.19交: a dotted day with what is done by it right behind."""


_AND_MORNING = late(r"上[、和及与]?\Z")
"""分上下午, 上、下午各一场: both halves of a day, which name no part of it."""


_STREET = late(r"(?:[送寄交到至在于往]|[：:])[^，,。；;：:\n]{1,10}?(?<![修铺走养护道公让上封扫清马村机筑])(?:路|街|大道|胡同|巷|弄)\Z")
_STREET_REACH = 16
_DATED_AFTER_ALL = late(r"(?:之?前|以前|[上下中]午|[早晚]|\s?\d{1,2}[点时:：]|[点时]|截|交|报|集[合中]|开[始工会]|起|完)")


def _is_house_number(found: Found, m: Moment, text: str) -> bool:
    """送至云溪路9号商会302室: the number of a house."""
    plain = m.has == Has.DAY and m.month is None and found.last is None and not (found.before or found.since) and text[found.end - 1] == "号"
    return plain and _STREET.search(text, max(0, found.start - _STREET_REACH), found.start) is not None and _DATED_AFTER_ALL.match(text, found.end) is None


def is_false(found: Found, text: str) -> bool:
    """Whether a merged expression only looks like a time."""
    m = found.first
    if isinstance(m, Bare):
        return True
    if not isinstance(m, Moment):
        return False
    if _is_house_number(found, m, text):
        return True
    if m.has == Has.PART and text[found.start : found.end] == "下午" and _AND_MORNING.search(text, max(0, found.start - 2), found.start):
        return True
    if not m.has or (m.has & ~(Has.PART | Has.CLOCK) == Has.WEEKDAY and _WEEK_OF_A_TERM.search(text, max(0, found.start - 6), found.start)):
        return True
    if m.has == Has.CLOCK and found.last is None and _IN_NAME.match(text, found.end):
        return True
    if m.has == Has.DAY and (m.day or 0) > _SHORTEST_MONTH and _HAS_NO_SUCH_DAY.search(text, max(0, found.start - 12), found.start):
        return True
    if m.has == Has.YEAR and m.loose and not _year_is_meant(found, m, text):
        return True
    if _is_plain_range(found, m):
        return not (_days_of_a_span(found, m, text) or _alone(found, text) or _LEADS_DATE.search(text, max(0, found.start - 12), found.start))
    if not m.loose or found.before or found.since or found.last is not None or _alone(found, text):
        return False
    if m.month is not None and m.day is not None and not m.lunar:
        if _WEEKDAY_BEHIND.match(text, found.end) or _heads_a_list(found, m, text) or _is_listed(found, text) or _fills_a_cell(found, text) or _fills_a_line(found, text):
            return False
        if m.has & (Has.PART | Has.CLOCK | Has.WEEKDAY) or (m.day > 9 and _HANDED_IN.match(text, found.end)):
            return False
        return not _LEADS_DATE.search(text, max(0, found.start - 12), found.start)
    if m.has in (Has.CLOCK, Has.PART):
        return True
    if m.has == Has.DAY and m.month is None and text[found.end - 1] == "日" and _COUNTS_DAYS.search(text, max(0, found.start - 2), found.start):
        return True
    if m.lunar or m.edge in ("head", "tail") or m.has == Has.YEAR:
        led = m.lunar and _LEADS_DATE.search(text, max(0, found.start - 12), found.start)
        return not led and (m.has in (Has.DAY, Has.YEAR) or m.edge is not None)
    return False
