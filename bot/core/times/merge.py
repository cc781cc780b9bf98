"""Refiners merge: pieces side by side become one time, two times with 至 between them a range."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.core.models import Part
from bot.core.times.joins import JOIN_EN, counts_days, every_day_of, fits, join
from bot.core.times.lists import read_lists
from bot.core.times.moment import DATE, Bare, Found, Has, Moment, Often, Piece, Spell
from bot.core.times.numbers import DAY, whole
from bot.core.times.words import WEEKDAYS
from bot.core.wording import late

_SEP = late(r"(?!\n[-—–]{1,2}[ \t])\s?(?:(?<!起)[-—–―~ー－]{1,3}|[-—–―~ー－]{1,3}(?=\s?\d)|至|到|直到|直至|\bto\b|\buntil\b|\btill\b|\bthrough\b|[,，]\s?(?:至|到))\s?")
_AND = late(r"\s?(?:和|与|跟|及|\band\b)\s?")
_OVER = late(r"[，,]?(?:长假|假期|放假)?(?:结束|过|收假|复工|上班|返岗|返校)[之以]?后(?:的|第)?")
"""Behind a festival: when its break is over."""
_BETWEEN = late(r"\s?之?间")
_GAP = late(r"\s?(?:也就是|就是|即)?(?:这?[两三四五六2-6]个(?:(?:周|星期|礼拜)[一二三四五六日天])?)?的?\s?$|[那这]一?[天日]的?$|[,，]\s?$|[的,，]?\s?(?:北京|当地)时间\s?$")
_THAT_DAY = frozenset({"当天", "当日", "同日", "那天", "这天"})
"""周三当天上午9点: said of the day right before it."""
_OPEN = late(r"(?:[那这当]一?[天日])?\s?[(（【\[]\s?(?:即|也就是)?$")
_CLOSE = late(r"[^()（）【】\[\]\n]{0,10}[)）】\]]")
_OPENS_HOUR = late(r"\s?[(（【\[]\s?(?:即|也就是|以|最[晚迟]|截止(?:到|至|时间)?[:：]?)?\s?")
_ALONE = late(r"(?:之?前|以前|为?止|为准)?\s?[)）】\]]")
"""Behind an hour that a bracket holds alone."""
_CLOSING = ("）", ")", "】", "]")
_TO = ("到", "至")
_LEFT_OPEN = late(r"[(（【\[][^()（）【】\[\]\n]{1,30}\Z")
"""A bracket that was opened and not closed."""
_AFTER = late(
    r"""(?!\n[^\s:：]{1,6}\s?[:：])\s?(?:[（(]含[^）)]{0,3}[）)])?(?:
 (?P<around>前后|左右|上下(?!班))
|(?P<eve>前夕|前一[天日]晚?|头一[天日](?![，,][^。\n]{1,12}(?:最后|末)一?[天日])|前(?P<en>[一两二三四五六七1-7])个?(?:(?P<ework>工作)?[天日]|(?P<eweek>周|星期|礼拜)))
|(?P<first>(?:收假|放假|假期?)?(?:结束|过完?|放完)?(?:后的?(?:上班|返岗|开工|复工|回来|到岗)?(?:后)?的?|(?<=放完)|回来|收假后?)(?:第一个?(?:工作日|上班日|天(?:上班)?)|首个(?:工作日|上班日)|头一个工作日))
|(?P<before>之前|以前|(?<=[点时分刻半])前(?=去)|前(?!往|来|去|进(?![场驻行村厂货仓山林校园港组户])|台(?!账)|端(?!正)|面(?![试谈签])|后|述(?![职责])|提(?![出交报供请取档升])|沿|言|期|排(?![查摸除定出完好])|任(?![命免职])|身|置(?!换)|者|移(?![交送除植])|三季|[两二三四五六七八九十\d]{1,2}个?(?:天|周|月|年|日|名|季)))
|(?P<by>latest\b|at\ the\ latest|or\ earlier|截止|截至(?!\d)|为止|止(?![血步损水咳付住])|(?:cut-?off|deadline)\b)
|(?P<within>[之以]?内(?![容部科网存涝外蒙务勤页审控需地]))
|(?P<since>[之以]?起(?![草伏来点步]|到(?!\s?(?:\d|[今明下本次年月]|[一二三四五六七八九十]|除夕|春节|元宵|清明|端午|中秋|国庆|元旦|大年|正月|腊月)))|(?<!\n)开始|以来|(?<=日)始(?!终))
|(?P<after>[之以]后|后(?![续勤台期备天日面方果]))
)""",
    re.X,
)
_LATEST = late(
    r"(?:不晚于|不迟于|不得?迟于|不得?晚于|最迟|最晚|至迟|最后期限|截止(?:时间|日期|日)?|(?<![A-Za-z])(?:ddl|deadline)\s?|死线)(?:(?:不得?)?(?:超过|晚于|迟于))?"
    r"(?:在|到|至|为|是|[:：])?\s?$"
    r"|\b(?:by|before|due(?:\s(?:on|by|at))?|deadline(?:\s(?:is|of))?:?|no later than|not later than|latest|until|till"
    r"|up to|prior to|ahead of|cut-?off(?:\sis)?:?|at the latest by|closes?(?:\son)?)(?:\s(?:the|on|noon on|end of|cob|eod))?\s*$",
    re.I,
)
_OPENS_DATED = late(r"[\s\d①-⑳•·|.、）)（(\-—▼*【]{0,6}?(?:\d{4}[年./-])?\d{1,2}[月./]\d{1,2}")
_STARTING = late(r"\b(?:starting|from|as of|effective|since|beginning)\s(?:on\s)?(?:the\s)?$", re.I)
_AFTER_EN = late(r"\bafter\s(?:the\s)?$", re.I)
_BY = late(r"\b(?:by|before)\b", re.I)
_NEXT_SENTENCE = ("On ", "At ", "Of ", "In ", "By ", "The ", "This ", "Before ", "Between ")
"""5 p.m. The 2025 figures: the stop behind an hour ends its sentence too where a capital follows."""
_BETWEEN_EN = late(r"\bbetween\s(?:the\s)?$", re.I)
_LASTS = late(r"(?:报|持续|坚持|执行|填|做|排|巡|查|收|测|开展|延续)(?:到|至)$")
"""报到11月10日，下午5点前: the day ends a duty and the hour is not that day's."""
_WEEKDAY_END = late("[一二三四五六日天](?![点时月日号个天周年上下一二三四五六七八九十次]|两点|\\d)")
_DAY_END = late(rf"{DAY}(?![\d点时月天个%周年]|\.\d)")


_PART_WORDS = {Part.MORNING: "上午", Part.NOON: "中午", Part.AFTERNOON: "下午", Part.EVENING: "晚上"}
"""What says the half of the day for an hour behind it: every evening by 7:30."""
_NAMELY = late(r"(?:[之以]?[前后]的?(?:第一个?|首个|最后一个?)(?:工作日|上班日|[天日])|当[天日])?\s?(?:[—–-]{2,}|[，,]?(?:即|也就是))\s?")
"""Between a day counted from a holiday and its date: 清明节后第一个工作日——4月7日."""


def _close(text: str, m: Moment, opened: bool) -> None:
    if opened:
        closing = _CLOSE.match(text, m.end)
        if closing:
            m.end = closing.end()


class Merger:
    """Walks over the pieces of one text from left to right."""

    __slots__ = ("at", "day_known", "days_only", "ends_a_range", "pieces", "text", "today")

    def __init__(self, text: str, pieces: list[Piece], today: date) -> None:
        self.text, self.pieces, self.today = text, pieces, today
        self.at = 0
        self.ends_a_range = self.day_known = self.days_only = False

    def found(self) -> list[Found]:
        """The merged expressions in order."""
        result: list[Found] = []
        while self.at < len(self.pieces):
            one = self._one()
            if one is not None:
                counted = 2 if len(result) > 1 and counts_days(result[-2], result[-1], self.text) else 1
                if len(result) >= counted and every_day_of(result[-counted], one, self.text):
                    one.start = result[-counted].start
                    del result[-counted:]
                result.append(one)
                while self.at < len(self.pieces) and self.pieces[self.at].start < one.end:
                    self.at += 1
        return read_lists(result, self.text) if len(result) > 1 else result

    def _moment(self) -> Moment | None:
        """The moment that begins with the current piece, with all that belongs to it."""
        if self.at >= len(self.pieces):
            return None
        piece = self.pieces[self.at]
        if not isinstance(piece, Moment):
            return None
        self.at += 1
        opened, whole = False, piece
        while self.at < len(self.pieces):
            other = self.pieces[self.at]
            gap = self.text[piece.end : other.start]
            if isinstance(other, Spell):
                piece = piece.twin() if piece is whole else piece
                if not self._head_of_year(piece, other, gap):
                    break
                continue
            if not isinstance(other, Moment) or (len(gap) > 12 and not JOIN_EN.match(gap)):
                break
            if not gap and piece.dated and not piece.has & (Has.PART | Has.CLOCK) and self.text[other.start : other.end] in _THAT_DAY:
                piece = piece.twin() if piece is whole else piece
                piece.end = other.end
                self.at += 1
                continue
            bracket = gap != "" and _OPEN.match(gap) is not None
            if piece.festival is not None and other.month is not None and other.day is not None and _NAMELY.fullmatch(gap):
                start, piece = piece.start, other.twin()
                piece.start = start
                self.at += 1
                continue
            if bracket and piece.festival is not None and other.month is not None and other.day is not None and self.text[max(0, piece.start - 1) : piece.start] in _TO:
                start, piece = piece.start, other.twin()  # 到除夕（2月16日）
                piece.start = start
                _close(self.text, piece, True)
                self.at += 1
                continue
            if not bracket and (not self._close_enough(piece, other, gap) or (gap.isspace() and (self._another_day(piece, other) or self._ends_years(piece, other)))):
                break
            if not fits(piece, other, bracket or opened) or self._hours_of_each_day(piece):
                break
            piece = join(piece.twin() if piece is whole else piece, other)
            piece.by = piece.by or (piece.english and _BY.search(gap) is not None)
            opened = opened or bracket
            self.at += 1
            if opened and _CLOSE.match(self.text, piece.end) and not self._more_inside(piece):
                _close(self.text, piece, True)
                opened = False
        if opened and not self._goes_on(piece):
            piece = piece.twin()
            _close(self.text, piece, True)
        return piece

    def _another_day(self, piece: Moment, other: Moment) -> bool:
        """原来开到9月30号 今天通知: a blank parts a day from today or tomorrow, unless they are the same."""
        if piece.month is None or piece.day is None or piece.lunar or other.day_off is None or other.edge_of == "event":
            return False
        day = self.today + timedelta(days=other.day_off)
        return (piece.month, piece.day) != (day.month, day.day)

    def _ends_years(self, piece: Moment, other: Moment) -> bool:
        """1975—1989　10月31日: a bare year that closes a span of years is not that of the day in the next cell."""
        return self.ends_a_range and piece.has == Has.YEAR and piece.loose and other.month is not None

    def _goes_on(self, piece: Moment) -> bool:
        """9月26日上午（8:00-11:30）: whether the bracket holds the end of a span too."""
        sep = _SEP.match(self.text, piece.end)
        return sep is not None and self.at < len(self.pieces) and self.pieces[self.at].start == sep.end()

    def _hours_of_each_day(self, piece: Moment) -> bool:
        """11月25日—28日8:30—17:00: hours with their own end behind the last of several days are those of each."""
        if not (self.ends_a_range and self.days_only) or piece.has & (Has.PART | Has.CLOCK):
            return False
        at = self.at
        while at < len(self.pieces) and isinstance(hour := self.pieces[at], Moment) and not hour.dated:
            if hour.has & Has.CLOCK:
                sep = _SEP.match(self.text, hour.end)
                end = self.pieces[at + 1] if sep and at + 1 < len(self.pieces) else None
                return isinstance(end, Moment | Bare) and end.start == sep.end() and not (isinstance(end, Moment) and end.dated)  # type: ignore[union-attr]
            at += 1
        return False

    def _weekday_in_brackets(self, found: Found, first: Moment) -> None:
        """12月8日9:00—11:30（星期日）: the bracket says which day of the week that day is."""
        day = self.pieces[self.at] if self.at < len(self.pieces) else None
        if not isinstance(day, Moment) or day.has != Has.WEEKDAY or not first.has & Has.DAY or first.weekday is not None or day.week_off is not None:
            return
        closing = _CLOSE.match(self.text, day.end) if _OPEN.fullmatch(self.text, found.end, day.start) else None
        if closing:
            first.weekday, first.has = day.weekday, first.has | Has.WEEKDAY
            found.end = closing.end()
            self.at += 1

    def _more_inside(self, piece: Moment) -> bool:
        if self.at >= len(self.pieces):
            return False
        gap = self.text[piece.end : self.pieces[self.at].start]
        return not re.search(r"[)）】\]]", gap)

    def _close_enough(self, a: Moment, b: Moment, gap: str) -> bool:
        if not gap or (gap == "是" and a.has & Has.PART and b.has == Has.CLOCK):
            return True  # 早上是八点以前，晚上是八点半以前
        if a.english or b.english:
            apart = self.ends_a_range and "," in gap and bool(a.has & Has.DAY) and bool(b.has & Has.CLOCK)
            another = self.day_known and bool(a.has & Has.CLOCK) and b.dated and not a.dated
            if a.english and a.month and not a.day and _BY.search(gap):
                return False  # the orders for May by Thursday
            if gap.lstrip().startswith(_NEXT_SENTENCE) or (b.has == Has.YEAR and a.has & Has.CLOCK):
                return False  # 15 July, 5 p.m. The 2025 figures: another sentence
            hours = gap.strip(", ") == "from" and bool(a.has & (Has.DAY | Has.WEEKDAY)) and b.has == Has.CLOCK
            return (hours or bool(JOIN_EN.match(gap))) and not apart and not another
        if gap[0] in ",，":
            if b.has & (Has.CLOCK | Has.PART) and self.ends_a_range:
                return False
            if b.has & (Has.CLOCK | Has.PART) and _LASTS.search(self.text, max(0, a.start - 4), a.start):
                return False
            whole_date = bool(a.has & (Has.DAY | Has.WEEKDAY))
            if b.has == Has.WEEKDAY and self.text[b.end : b.end + 1] in "周、和至到每-—":
                return not self.text[b.end : b.end + 1]
            return bool(_GAP.match(gap)) and (whole_date or a.has == Has.YEAR) and not (b.has & Has.YEAR and a.dated)
        return bool(_GAP.match(gap))

    def _head_of_year(self, a: Moment, spell: Spell, gap: str) -> bool:
        """今年 + 前五个月: the first months of that year, not the last ones from now."""
        word = self.text[spell.start : spell.end]
        if gap.strip("的") or a.has != Has.YEAR or spell.unit not in ("month", "season") or word[0] not in "前头后":
            return False
        a.edge, a.edge_of = ("tail" if word[0] == "后" else "head"), "year"
        a.head = int(spell.amount) * (3 if spell.unit == "season" else 1)
        a.has |= Has.MONTH | Has.DAY
        a.end = spell.end
        self.at += 1
        return True

    def _bare(self, bare: Bare) -> Moment | None:
        """9 of 9–11点: a moment with the unit of what follows."""
        self.at += 1
        if self.at >= len(self.pieces):
            return None
        after = self.pieces[self.at]
        gap = self.text[bare.end : after.start]
        if isinstance(after, Bare):
            listed = gap == "、" and bare.unit in "日号" and bare.value < after.value
        elif isinstance(after, Moment):
            listed = gap == "、" and bare.unit in "日号" and bare.value < (after.day or 0)
        else:
            return None
        if listed and bare.value < 10 and self._numbers_an_item(bare):
            return None
        if not listed and not _SEP.fullmatch(gap):
            return None
        m = Moment(bare.start, bare.end, Has.NOTHING)
        if bare.unit == "月" and bare.value <= 12:
            m.month, m.has = bare.value, Has.MONTH
        elif bare.unit in "日号" and bare.value <= 31:
            m.day, m.has = bare.value, Has.DAY
        elif bare.unit == "年" and (bare.value > 31):
            m.year, m.has = bare.value if bare.value > 99 else 1900 + bare.value, Has.YEAR
        elif bare.unit in "点时:" and bare.value <= 24:
            m.hour, m.has, m.spelled = bare.value, Has.CLOCK, True
        else:
            return None
        return m

    def _numbers_an_item(self, bare: Bare) -> bool:
        """Whether a number stands where an item of a list begins: 1、5日前报."""
        return bare.start == 0 or self.text[bare.start - 1] in "\n。；;：: （("

    def _one(self) -> Found | None:
        piece = self.pieces[self.at]
        if isinstance(piece, Spell):
            self.at += 1
            return self._later_day(piece) or Found(piece, None, piece.start, piece.end)
        if isinstance(piece, Often):
            return self._often(piece)
        first = self._bare(piece) if isinstance(piece, Bare) else self._moment()
        if first is None:
            return None
        if isinstance(piece, Moment) and self.at < len(self.pieces) and isinstance(self.pieces[self.at], Bare):
            first = self._with_bare(first)
        found = Found(first, None, first.start, first.end)
        if found.end < len(self.text):
            self._suffix(found, first)
            of_eve = self._hour_of_eve(found)
            if not self._hour_in_brackets(found) and not of_eve and not self._within_after_break(found, first):
                self._range(found, first)
                if found.last is not None and self.text[found.end : found.end + 1] in _CLOSING and _LEFT_OPEN.search(self.text, found.start, found.end):
                    found.end += 1
        lead = self.text[max(0, found.start - 24) : found.start]
        if first.by or (lead and _LATEST.search(lead) and not self._ends_a_dated_line(found.start)):
            found.before = True
        elif first.english and found.last is None and _STARTING.search(lead):
            found.since = True
        elif first.english and first.festival and _AFTER_EN.search(lead):
            found.notes.append("after")
        return found

    def _ends_a_dated_line(self, start: int) -> bool:
        """10月30日：作品提交截止⏎11月15日：名单公布: whether the words before belong to a line that has its own date in front."""
        if self.text[start - 1] != "\n":
            return False
        return _OPENS_DATED.match(self.text, self.text.rfind("\n", max(0, start - 80), start - 1) + 1, start - 1) is not None

    def _hour_of_eve(self, found: Found) -> bool:
        """国庆放假前一天下班前: the eve has an hour of its own."""
        m, at = found.first, self.at
        while at < len(self.pieces) and self.pieces[at].start < found.end:
            at += 1
        other = self.pieces[at] if at < len(self.pieces) else None
        if not any(note.startswith("eve:") for note in found.notes) or not isinstance(m, Moment) or m.has & (Has.PART | Has.CLOCK):
            return False
        if not isinstance(other, Moment) or other.dated or other.now or self.text[found.end : other.start] not in ("", "的"):
            return False
        self.at = at
        hour = self._moment()
        if hour is None:
            return False
        found.first, found.end = join(m.twin(), hour), hour.end
        self._suffix(found, found.first)
        return True

    def _hour_in_brackets(self, found: Found) -> bool:
        """18日下班前（17:30）: the bracket says at what hour the part of the day that was named ends."""
        m, other = found.first, self.pieces[self.at] if self.at < len(self.pieces) else None
        if not found.before or not isinstance(m, Moment) or not isinstance(other, Moment) or m.english or m.has & (Has.PART | Has.CLOCK) != Has.PART:
            return False
        if _OPENS_HOUR.fullmatch(self.text[found.end : other.start]) is None:
            return False
        mark, whole_hour = self.at, self._moment()
        if whole_hour is None or not whole_hour.has & Has.CLOCK or _ALONE.match(self.text, whole_hour.end) is None:
            self.at = mark
            return False
        other = whole_hour
        day = m.twin()
        if day.part is Part.COB:
            day.part, day.part_word, day.has = None, "", day.has & ~Has.PART
        found.first = join(day, other)
        found.end = other.end
        _close(self.text, found.first, True)
        found.end = found.first.end
        return True

    def _later_day(self, spell: Spell) -> Found | None:
        """三天后的下午5点: a day so much later with its hour."""
        other = self.pieces[self.at] if self.at < len(self.pieces) else None
        days = {"day": 1, "week": 7}.get(spell.unit)
        if spell.how != "after" or spell.workdays or not days or spell.amount != int(spell.amount):
            return None
        if not isinstance(other, Moment) or other.dated or other.now or self.text[spell.end : other.start] not in ("", "的"):
            return None
        hour = self._moment()
        if hour is None:
            return None
        day = Moment(spell.start, spell.end, Has.YEAR | Has.MONTH | Has.DAY, day_off=int(spell.amount) * days)
        first = join(day, hour)
        found = Found(first, None, first.start, first.end)
        self._suffix(found, first)
        return found

    def _within_after_break(self, found: Found, first: Moment) -> bool:
        """节后3天内, 国庆节后5个工作日内: counted from the end of the break."""
        spell = self.pieces[self.at] if self.at < len(self.pieces) else None
        if not isinstance(spell, Spell) or spell.unit not in ("day", "week") or not (first.festival or first.shift == "after_break"):
            return False
        after = first.shift == "after_break" or "after" in found.notes
        if not (after and spell.start == found.end) and not _OVER.fullmatch(self.text[found.end : spell.start]):
            return False
        self.at += 1
        if first.festival:
            first.edge, first.edge_of = "break", "festival"
        first.shift = first.shift and "break_end"
        count = int(spell.amount) * (7 if spell.unit == "week" else 1)
        found.notes.append(f"eve:{count}:{'work' if spell.workdays else 'day'}")
        found.end, found.before = spell.end, spell.how == "within"
        return True

    def _with_bare(self, first: Moment) -> Moment:
        """2019年4月 + 12 of 12-19日, 下午 + 2 of 2-4点."""
        bare = self.pieces[self.at]
        gap = self.text[first.end : bare.start]
        if not isinstance(bare, Bare) or not _GAP.match(gap):
            return first
        mark = self.at
        more = self._bare(bare)
        if more is None or not fits(first, more, False):
            self.at = mark
            return first
        return join(first, more)

    def _suffix(self, found: Found, m: Moment) -> None:
        after = _AFTER.match(self.text, found.end)
        if after is None:
            return
        said = after.lastgroup
        if said == "eve" and m.dated:
            days = (whole(after["en"]) or 1) * (7 if after["eweek"] else 1)
            found.notes.append(f"eve:{-days}:{'work' if after['ework'] else 'day'}")
        elif said == "first" and m.dated:
            found.notes.append("eve:1:work")
        elif said in ("before", "by"):
            found.before = True
        elif said == "within":
            if not m.dated or m.has & (Has.PART | Has.CLOCK):
                return
            found.before = True
            found.notes.append("within")
        elif said == "since":
            found.since = True
        elif said == "after":
            found.notes.append("after")
        found.end = after.end()

    def _bare_end(self, first: Moment, at: int, joined: bool) -> Moment | None:
        """The 四 of 周三至四 or 周三四, the 十五 of 二月十三到十五: an end without its unit."""
        if first.weekday is not None and not first.has & (Has.PART | Has.CLOCK):
            m = _WEEKDAY_END.match(self.text, at)
            value = WEEKDAYS[m.group()] if m else None
            if value is not None and value > first.weekday and (not joined or value == first.weekday + 1):
                return Moment(at, at + 1, Has.WEEKDAY, weekday=value)
        elif first.month and first.day and not joined and not first.has & (Has.PART | Has.CLOCK):
            m = _DAY_END.match(self.text, at)
            if m:
                return Moment(at, m.end(), Has.DAY, day=whole(m.group()))
        return None

    def _range(self, found: Found, first: Moment) -> None:
        """至 and a second time right behind make a range."""
        if found.before:
            return
        mark = self.at
        start = found.end
        sep = _SEP.match(self.text, start) or _AND.match(self.text, start)
        nearest = self.pieces[mark].start if mark < len(self.pieces) else -1
        if not sep or nearest != sep.end():
            plain = sep is None or not _AND.fullmatch(sep.group())
            bare = self._bare_end(first, sep.end() if sep else start, sep is None) if plain else None
            if bare is not None and (nearest < 0 or nearest >= bare.end):
                found.last, found.end = bare, bare.end
            return
        said = self.text[first.start : first.end]
        between_en = bool(_BETWEEN_EN.search(self.text[max(0, found.start - 12) : found.start])) or (first.english and " between " in said)
        both = bool(_AND.fullmatch(sep.group())) and not between_en
        self.ends_a_range, self.day_known, self.days_only = True, first.dated, first.dated and not first.has & (Has.PART | Has.CLOCK)
        last = self._moment()
        self.ends_a_range = self.day_known = self.days_only = False
        if last is None or not self._pairs(first, last, sep.group()):
            self.at = mark
            return
        end = last.end
        if both:
            between = _BETWEEN.match(self.text, end)
            if not between:
                self.at = mark
                return
            end = between.end()
        found.last, found.end = last, end
        mine = Found(last, None, last.start, end)
        self._suffix(mine, last)
        found.end, found.before = mine.end, mine.before
        found.notes += mine.notes
        if not last.dated:
            self._weekday_in_brackets(found, first)

    def _pairs(self, a: Moment, b: Moment, sep: str) -> bool:
        """Whether 至 between the two is a range and no 到 of going somewhere or minus sign."""
        if a.now and b.dated | bool(b.has & Has.CLOCK):
            return True
        if a.dated != b.dated:
            return bool(a.has & (Has.CLOCK | Has.PART)) or (a.dated and bool(b.has & Has.CLOCK) and "-" not in sep)
        return True

    def _often(self, piece: Often) -> Found:
        """A set takes the day part and clock that follow it."""
        self.at += 1
        often = replace(piece)
        found = Found(often, None, often.start, often.end)
        inside = Moment(often.start, often.end, Has.NOTHING)
        while self.at < len(self.pieces):
            other = self.pieces[self.at]
            gap = self.text[found.end : other.start]
            if isinstance(other, Often) and not gap and other.rrule == "FREQ=DAILY":
                found.end = inside.end = other.end
                self.at += 1
                continue
            if not isinstance(other, Moment) or other.has & DATE or other.now:
                break
            if inside.has & Has.CLOCK and other.has & (Has.PART | Has.CLOCK) and gap in ("、", "和", "及", "，", ",", " and "):
                inside = Moment(often.start, often.end, Has.NOTHING)
                gap = ""
            if not re.fullmatch(r"\s?的?[,，]?\s?(?:定时|按时|at|by|before|from|to|in the)?\s?[(（]?", gap) or (inside.has & other.has and not (other.part is Part.COB and inside.has == Has.PART)):
                break
            if other.part is Part.COB and inside.has == Has.PART:
                inside = Moment(often.start, often.end, Has.NOTHING)
            inside = join(inside, other)
            found.before = found.before or _BY.search(gap) is not None
            found.end = other.end
            self.at += 1
        after = _AFTER.match(self.text, found.end)
        if after and (after["before"] or after["by"]):
            found.before, found.end = True, after.end()
        if inside.has:
            found.last = inside
            if often.part is not None and inside.has == Has.CLOCK:
                inside.part, inside.part_word, inside.has = often.part, _PART_WORDS[often.part], Has.PART | Has.CLOCK
            self._often_range(found)
        return found

    def _often_range(self, found: Found) -> None:
        """每晚23时至次日1时: until when within the day, or into the next one."""
        sep = _SEP.match(self.text, found.end)
        if sep is None or self.at >= len(self.pieces) or self.pieces[self.at].start != sep.end():
            return
        mark = self.at
        last = self._moment()
        if last is not None and last.has & Has.CLOCK and (not last.dated or last.edge_of == "event"):
            found.end, found.until = last.end, last
        else:
            self.at = mark
