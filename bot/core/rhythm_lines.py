"""A rhythm told in parts: how often in one field or sentence, on which days and at what hour in the next ones.

频次：每月两次 / 日子：8日、23日 / 钟点：15:00, or 天天记。上午九点半以前报进平台: what opens the following field and names no day of
its own belongs to the rhythm before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.core.mentions import Mention
from bot.core.models import Part, TimeKind
from bot.core.roles import FINISH, HAND_IN, Verdict
from bot.core.wording import late

_MARK = r"[\s·•▪●○◆■►\-*—├┌└│┃|｜【\[\d.、)）(（①-⑳]{0,8}"
_COLON = r"(?:[】\]][:：｜|]?|[:：｜|])\s?"
_LABEL = rf"(?:[一-鿿]{{0,6}}{_COLON}|[一-鿿]{{2,6}}[ \t]{{1,4}})?"
_OPENS_FIELD = late(rf"{_MARK}{_LABEL}(?:(?:(?:上?[报交填送传]的?)?(?:时间|时限|时点|钟点|期限)|[每两三四][次回])(?=[都均统一是为在于限])|(?:(?:上?报送?|填报)的?)?截止(?:时间|时点|期限)?)?(?:就?[在于是为]|都|均|一律|统一|限|定|最迟|最晚|不晚于|不迟于|赶在|必须)*\Z")
_ANOTHERS_HOUR = late(rf"(?:咨询|开放|营业|值班|联系|服务|受理|办公|接听|开会|会议|培训|集合|上班|下班|公示|开门)[一-鿿]{{0,4}}{_COLON}\Z")
_GATHERS = late(rf"(?:集合|开会|会议|培训|上岗|到岗)[一-鿿]{{0,4}}{_COLON}\Z")
_HOW_OFTEN = late(rf"(?:^|[\n。；;]|  ){_MARK}[一-鿿]{{0,4}}(?:频次|频率|频度|次数|节奏|周期|多久[一-鿿]{{0,3}}|几时报|班次|遍数|几天一[报次]|[报填交送]日|(?:报送|上报|填报|交表)(?:时间|日期|日子)){_COLON}\Z")
_OPENS_CELL, _ENDS_CELL, _COLUMN = late(r"[|｜\t]\s*\Z"), late(r"[一-鿿]{0,3}\s*[|｜\t]"), late(r"[|｜\t]\s*(?:[报填]送?)?(?:频次|频率|频度|周期|次数)\s*[|｜\t\n]")
_HEAD = 300
"""How far above a cell the head of its table may stand."""
_REST = late(rf"(?:晚上?)?(?:[一两二三四\d]?[次回遍趟]|{HAND_IN}|[记巡查测抄量看拍做写都要须得各一]){{0,5}}(?:[，,（(][^。；;\n]{{0,12}})?\s*\Z")
"""What may stand behind a rhythm that is told alone: 每天报一次, 天天记，周末除外."""
_CELL_NEXT = late(r"\s?[|｜\t]\s?(?:(?:次月|当月|每月|当[天日])?\d{1,2}[日号]|月[底末]|(?:周|星期)[一二三四五六日天])?(?:[上下]午|晚上?|早上?)?(?:\d{1,2}(?:[:：]\d\d|[点时]半?)|下班|中午)?(?:之?前)?\s?(?=[|｜\t\n]|$)(?<![|｜\t])")
"""A cell that says how often, beside one that says until when."""
_HANDED_THEN = late(rf"[^。；;\n]{{0,40}}[。；;\n][^。；;\n]{{0,20}}?当[天日晚][^，。；;\n]{{0,10}}?前[^，。；;\n]{{0,12}}?(?:{HAND_IN}|打卡|接龙)")
_DONE_EACH = late(rf"[^，。；;\n]{{2,12}}?(?:检查|巡|[排自]?查|测|盘点|走访|清点|清洗|打扫|消[毒杀]|记|抄|看望|养护)[^。；;\n]{{0,24}}[。；;\n]\s?(?:(?![今明昨本下前先另补])[^。；;，,\n\d]){{0,10}}(?:记录|情况|结果|[照图]片|截图|视频|表|数)(?:请|须|于|在|应)*(?:[上下]午|晚上?|早上?)?(?:\d{{1,2}}(?:[:：]\d\d|[点时]半?)|下班|中午)(?:之|以)?前[^，。；;\n]{{0,12}}?(?:{HAND_IN}|打卡|接龙)")
_HANDED_ON = late(rf"[^，。；;\n]{{0,12}}?(?:{HAND_IN}|打卡|接龙|{FINISH})")
_HANDED_JUST = late(rf"(?:{HAND_IN})[^，。；\n]{{0,6}}[，,]\Z")
"""把签到表发群里，当天晚上8点前: the hour is told behind what is handed in."""
_THAT_DAY = late(r"[当同][天日晚]")
_FIELDS_ON = 3
"""How many fields behind a rhythm may say when within it."""
_LEFT_OUT = late(r"(?:(?:和|及|、)?(?:周末|双休日?|法定|节?假日|(?:周|星期)[六日天]))+(?:除外|不用|不必|不[报填交算记]|休息)[^，。；\n]{0,4}\Z")
"""周末除外 on a line of its own, between a rhythm and its hour."""
_JUST_SO = late(r"(?:期期|次次)?(?:也|都|均|就|全)*(?:是)?(?:如此|这样|这么[办报交来做]|照此(?:办理|执行|报送)?|照[办旧]|一样|循环)(?=[，,。；;！!\s]|$)")
_HANDED_BEFORE = late(rf"前[^。\n]{{0,16}}?(?:{HAND_IN}|{FINISH})|(?:{HAND_IN})[^。\n]{{0,40}}$")
_BEHIND = 80
"""How far behind what comes back it may be said that it does."""
_BESIDE = late(rf"{HAND_IN}|{FINISH}|[记测量抄巡看查]")
_TIME_OF_WHAT = late(rf"{_MARK}(?:时间|日期|日子){_COLON}\Z")
"""时间：每周二 says when something is due only where the next line says by what hour."""
_HOUR = r"(?:[上下中]午|早上?|晚上?|傍晚)?(?:[\d一二三四五六七八九十]{1,3}(?:[:：]\d\d|[点时])半?|下班|中午)(?:钟|整)?"
_HOUR_NEXT = late(
    rf"[^，。；;\n]{{0,8}}(?:[，,][^，。；;\n]{{0,8}})?[。；;]?\n{_MARK}"
    rf"(?:(?:[一-鿿]{{0,4}}(?:时间|时限|钟点|时点|几点|截止|期限){_COLON})?(?:最[晚迟](?:不超过)?{_HOUR}|{_HOUR}(?:之前|以前|前))(?![^，。；\n]{{0,3}}[勿不])|[一-鿿]{{0,4}}(?:时限|截止|期限){_COLON}{_HOUR})"
)


def fills_rhythm_field(m: Mention) -> bool:
    """Whether a rhythm opens a field for how often: 频次：每月两次, or a cell of a table that has a column for it."""
    left = m.text[m.line[0] : m.start]
    if _OPENS_CELL.search(left) and _ENDS_CELL.match(m.right):
        return _COLUMN.search(m.text, max(0, m.line[0] - _HEAD), m.line[0]) is not None
    return _HOW_OFTEN.search(left) is not None


def names_rhythm(m: Mention) -> bool:
    """Whether a rhythm is all that a field for how often holds, or a line of its own with the hour of its limit below."""
    left = m.text[m.line[0] : m.start]
    if _OPENS_CELL.search(left) and _CELL_NEXT.match(m.text, m.end):
        return True
    opens = re.fullmatch(_MARK, left) or _TIME_OF_WHAT.match(left)
    return fills_rhythm_field(m) or (opens is not None and _HOUR_NEXT.match(m.text, m.end, m.end + 60) is not None)


def told_before(m: Mention) -> bool:
    """Whether a rhythm only says that what stands before it comes back: 周五前交教案，周周如此."""
    return _JUST_SO.match(m.right) is not None and _HANDED_BEFORE.search(m.text[max(0, m.start - _BEHIND) : m.start]) is not None


def told_of_then(m: Mention) -> bool:
    """Whether the sentence behind a rhythm has what it gave handed in by an hour: 每周五盘点一次。盘点表当天下班前交财务。"""
    return _HANDED_THEN.match(m.text, m.end) is not None or _DONE_EACH.match(m.text, m.start) is not None


_SENTENCES_ON, _SOON = 2, 60


def hour_of_next(m: Mention, verdicts: Sequence[Verdict]) -> Mention | None:
    """The hour by which what a rhythm gave is handed in, told in a sentence behind it with no day of its own.

    每天检查一遍。记录18:00前发群里, or 逢五赶场，即每月5日、15日、25日。1月1日起，赶场当天11点前…: the limit of those days.
    """
    for other in (v.mention for v in verdicts if v.mention.start >= m.sentence[1]):
        if other.start - m.sentence[1] > _SOON or len(_STOP.findall(m.text, m.sentence[1] - 1, other.sentence[0])) > _SENTENCES_ON:
            return None
        left = other.sentence_left
        if other.time.kind is TimeKind.RANGE and other.time.end is None and not left.strip(" 自从由"):
            continue
        that_day = _THAT_DAY.match(other.time.said) is not None
        if other.has_day and not that_day:
            return None
        begins = _SINCE.match(left)
        opens = that_day and _IN_CLAUSE.match(left, begins.end() if begins else 0)
        until = other.time.before or (that_day and "截止" in left)
        if other.has_clock and until and other.time.kind is not TimeKind.SET and (opens or (that_day and _HANDED_JUST.search(left)) or _HANDED_ON.match(other.right) or _HANDED_LABEL.search(left)):
            gave = that_day or _GIVEN.search(left) or _GIVEN.search(other.right[:20])
            return other if gave and not _FOR_ONCE.search(left) else None
    return None


_SINCE = late(rf"{_MARK}(?:从|自|由)?[^，。；\n]{{3,18}}起[，,]")
_IN_CLAUSE = late(r"[^，。；\n]{0,12}\Z")
_STOP = late(r"[。；;！!\n]")
_HANDED_LABEL = late(r"(?:上传|报送|上报|提交|填报|截止)[一-鿿]{0,4}[:： ]\s?(?:当[天日晚])?$")
_GIVEN = late(r"记录|情况|结果|[照图]片|截图|视频|表|数|台账|日志|打卡|清单|定位")
"""What a rhythm gives each time."""
_FOR_ONCE = late(r"今[天日晚早]|明[天日早]|首次|第一次|先|另|补|方案|预案|总结|回执|报名")


def _with_what_comes_back(m: Mention, verdicts: Sequence[Verdict]) -> Mention:
    """The rhythm with its sentence drawn back over the one before it, which it says to come back."""
    earlier = [v.mention for v in verdicts if v.mention.end <= m.start]
    if not earlier or m.text[m.sentence[0] : m.start].strip() or m.start - earlier[-1].end > _BEHIND:
        return m
    return replace(m, sentence=(earlier[-1].sentence[0], m.sentence[1]))


def told_together(m: Mention, verdicts: Sequence[Verdict], is_its_day: Callable[[Mention], bool]) -> Mention:
    """The rhythm with its sentence drawn out over the next ones, as far as they say when within it; `is_its_day` knows its days."""
    if told_before(m):
        return _with_what_comes_back(m, verdicts)
    if m.time.clock or m.time.part not in (None, Part.EVENING):
        return m
    alone = _OPENS_FIELD.match(m.text[m.sentence[0] : m.start]) is not None and _REST.match(m.text[m.end : m.sentence[1]]) is not None
    if not alone and not _BESIDE.search(m.whole):
        return m
    if any(v.mention is not m and m.sentence[0] <= v.mention.start < m.sentence[1] and v.mention.has_clock and not v.mention.has_day for v in verdicts):
        return m
    begin, end = m.sentence
    fields = 0
    for other in (v.mention for v in verdicts if v.mention.start >= end):
        if other.start < end:
            continue
        fields += max(1, m.text[end : other.sentence[0] + 1].count("\n"))
        if fields > (_FIELDS_ON if alone else 1) or not _says_when(other, is_its_day, alone):
            break
        end = other.sentence[1]
        if other.has_clock:
            break
    return m if end == m.sentence[1] else replace(m, sentence=(begin, end))


def _says_when(m: Mention, is_its_day: Callable[[Mention], bool], alone: bool) -> bool:
    """Whether a time opens its field and is only an hour, or a day of the rhythm; beside one that stands alone it may be when people gather."""
    left = m.text[m.sentence[0] : m.start]
    if _LEFT_OUT.match(m.text, m.start, m.sentence[1]):
        return True
    if m.time.kind in (TimeKind.SET, TimeKind.DURATION) or not _OPENS_FIELD.match(left) or (_ANOTHERS_HOUR.search(left) and not (alone and _GATHERS.search(left))):
        return False
    if _THAT_DAY.match(m.time.said):
        return m.has_clock
    return is_its_day(m) if m.has_day else bool(m.has_clock and (m.time.clock or m.time.before))
