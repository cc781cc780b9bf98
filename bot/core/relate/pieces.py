"""What a task asks for piece by piece: papers with limits of their own, gatherings on several days, things side by side and what goes along."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.models import Deadline, Event, Notice
from bot.core.relate.wording import plain, same_words
from bot.core.title import find_title
from bot.core.wording import late

_CLAUSE = late(r"[^，,。；;：:！!？?\n（）()]+")
_SENTENCE_END = late(r"[，,。；;！!：\n]")
_AND = late(r"、|以及|和(?!谐|平)|及(?!时|格)|与(?!会)|跟(?!踪|班)|连同|/")
_PAPER = (
    r"(?:名单|[名清手底]?册|台?账|清单|[回]执|[单卷表册图稿书证卡函信]|报告|总结|小结|方案|预案|说明|简报|[月周季年日]报|笔记|计划|预算|安排|意见|建议|情况|材料|资料|照片|图片|视频|录像|截图|复印件|原件|档案|记录|心得|体会"
    r"|作品|合同|协议|证明|凭证|票据|申请|数据|课件|教案|PPT|ppt|音频|汇总|小样|附件)"
)
_ENDS_IN_PAPER, _NAMES_PAPER = late(rf"{_PAPER}$"), late(_PAPER)
_ALONG = late(r"(?:另附|后附|并附|随附|附(?!近|件|属|图集)|包含|包括|(?<!不)含(?!量)|连同|随(?=表|文)|配上?(?=照|图|说明)|带上)[上有好]?(?P<what>[^，,。；;：:！!？?\n（）()]{2,30})")
_DAY = late(r"(?P<day>\d{1,2})[号日]|(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])")
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_GATHERING = late(r"(?:活动|比赛|会议|培训|考试|项目|安排|的)+$")
_WHO = late(r"^(?:各|每个?|你们|我们|大家|他们)|(?:村|社区|学校|单位|乡镇|街道|小组|企业|家庭|部门|科室|支部|班级)$")
"""Who is let off, and not what."""
_FEW = 2
"""Characters of a thing's name at least, and of the end of it that says what it is."""
_LISTED = 3
"""Members from which on an enumeration is one, whatever it lists, and characters of a name that is one whatever it names."""
_ASIDE = late(r"[（(][^（）()\n]{0,60}[）)]")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces that things name: their limits and sessions, if they have any."""

    things: tuple[str, ...]
    dates: tuple[Deadline | Event, ...] = ()


def things_in(words: str) -> tuple[str, ...]:
    """The things that words name side by side (台账和照片)."""
    return tuple(each for part in _AND.split(words) if len(each := part.strip(" 的")) >= _FEW and not _WHO.search(each))


def part_named(things: Sequence[str], facts: Notice, asked: str, gathering: bool) -> Pieces | None:
    """The pieces of a task that things name; None where they name none of it, or all there is.

    `asked` is the text that opened the task. `gathering` says that a gathering may be meant, and not only a paper.
    """
    if not things:
        return None
    dated = _dated(facts, asked)
    for spell in (plain, same_words):
        meant = [[date for date, words in dated if _means(spell(thing), date, words, dated, spell is same_words, gathering)] for thing in things]
        gone = tuple(date for date, _ in dated if any(date in each for each in meant))
        if gone:
            if not _rest_stands(gone, tuple(date for date, _ in dated)) and not any(_is_listed(thing, things, asked) for thing in things):
                return None
            all_dates = [date for date, _ in dated]
            own = {date: [thing for thing, each in zip(things, meant, strict=True) if each == [date]] for date in gone}
            return Pieces(tuple(things), tuple(date for date, named in own.items() if named and not _is_shared(date, named, asked, all_dates)))
    if all(_is_along(thing, facts, asked) or _is_listed(thing, things, asked) or (not gathering and len(things) == 1 and _is_beside(thing, facts, asked)) for thing in things):
        return Pieces(tuple(things))
    return None


_HANDED_IN = late(r"[报交填写送发传签拍做]")
_ALSO_IN = late(r"电子版?|纸质版?|扫描件|盖章|签字|模板|格式|附表|样表")


def _is_shared(date: Deadline | Event, things: Sequence[str], asked: str, dates: Sequence[Deadline | Event]) -> bool:
    """Whether a limit is that of another paper as well, which is not let off (11月30日前交记录和心得)."""
    if isinstance(date, Event) or not date.said:
        return False
    ends = [thing[-_FEW:] for thing in things]
    at = asked.find(date.said)
    if at < 0 or asked.count(date.said) > 1:
        return True
    if any(_is_listed(thing, things, asked) for thing in things):
        return True
    later = min((found for other in dates if other.said and (found := asked.find(other.said, at + len(date.said))) > 0), default=len(asked))
    clauses = list(_CLAUSE.finditer(asked))
    own = next((clause for clause in clauses if clause.start() <= at < clause.end()), None)
    if own is None:
        return True
    behind = [clause[0] for clause in clauses if clause.start() > at and clause.end() <= later and date.said not in clause[0]]
    besides = [words for words in behind if not any(other.said in words for other in dates if other.said)]
    return any(
        _NAMES_PAPER.search(words) and _HANDED_IN.search(words) and not (_ALONG.search(words) or _ALSO_IN.search(words)) and not any(end in words for end in ends)
        for words in besides
    )


def _rest_stands(gone: Sequence[Deadline | Event], all_dates: Sequence[Deadline | Event]) -> bool:
    """Whether something is left: with its only gathering the papers for it go as well, where nothing else is said."""
    rest = [date for date in all_dates if date not in gone]
    if any(isinstance(date, Event) for date in gone):
        return any(isinstance(date, Event) for date in rest) and not (any(isinstance(d, Deadline) for d in gone) and not any(isinstance(d, Deadline) for d in rest))
    return bool(rest)


def _dated(facts: Notice, asked: str) -> list[tuple[Deadline | Event, str]]:
    """The limits and sessions of a task, where there are several, with the words for each."""
    dates: list[Deadline | Event] = [*(each for each in facts.deadlines if not each.inner), *facts.events]
    if len(dates) < 2:
        return []
    return [(date, plain(f"{date.about if isinstance(date, Deadline) else ''} {_around(date, asked, dates)}")) for date in dates]


def _around(date: Deadline | Event, asked: str, dates: Sequence[Deadline | Event]) -> str:
    """The clause of a date, with the next one where it says nothing beside the date."""
    at = asked.find(date.said) if date.said else -1
    if at < 0:
        return ""
    marks = [mark.start() for mark in _SENTENCE_END.finditer(asked)]
    begin = max((mark + 1 for mark in marks if mark < at), default=0)
    later = min((found for other in dates if other.said and (found := asked.find(other.said, at + len(date.said))) > 0), default=len(asked))
    end = min((mark for mark in marks if mark >= at + len(date.said)), default=len(asked))
    words = asked[begin:at] + " " + asked[at + len(date.said) : min(end, later)]
    following = asked[end : min((mark for mark in marks if mark > end), default=len(asked))]
    alone = len(re.findall(r"[一-鿿]", words)) <= _FEW
    return f"{words} {following}" if alone and not any(other.said and other.said in following for other in dates) else words


def grams(words: str) -> frozenset[str]:
    """The two-character pieces of words, numbers among them (五年级, that is 5年级, is not 4年级)."""
    return frozenset(gram for run in re.findall(r"[一-鿿a-z0-9]+", plain(words)) for gram in (run[i : i + 2] for i in range(len(run) - 1)))


def _means(thing: str, date: Deadline | Event, words: str, dated: Sequence[tuple[Deadline | Event, str]], loosely: bool, gathering: bool) -> bool:
    """Whether a thing is what is due or takes place on a date, and on no other or on all alike."""
    day = _DAY.search(thing)
    if day and (day["day"] or day["weekday"]):
        told = int(day["day"]) == date.date.day if day["day"] else _WEEKDAYS[day["weekday"]] == date.date.weekday()
        if told or any((int(day["day"]) == other.date.day if day["day"] else _WEEKDAYS[day["weekday"]] == other.date.weekday()) for other, _ in dated):
            return told
    rivals = [same_words(other) if loosely else other for _, other in dated]
    own = same_words(words) if loosely else words
    if isinstance(date, Event):
        named = _GATHERING.sub("", thing) or thing
        return gathering and len(named) >= _FEW and bool(_best(named, own, rivals))
    return bool(_ENDS_IN_PAPER.search(thing)) and thing[-_FEW:] in own and bool(_best(thing, own, rivals))


def _best(thing: str, own: str, rivals: Sequence[str]) -> int:
    """How many pieces of a thing's name stand in these words; 0 where more of them stand in others."""
    said = grams(thing)
    mine = len(said & grams(own))
    return mine if mine >= max(len(said & grams(other)) for other in rivals) else 0


def _is_along(thing: str, facts: Notice, asked: str) -> bool:
    """Whether a thing goes along with another that is handed in (附走访照片3张, 含合同和图纸)."""
    if thing == "附件":
        return True
    end = thing[-_FEW:]
    along = any(end in found["what"] for found in _ALONG.finditer(asked))
    return along and not (facts.title.endswith(end) and end not in "".join(found["what"] for found in _ALONG.finditer(asked)))


def _is_beside(thing: str, facts: Notice, asked: str) -> bool:
    """Whether the text names a thing of which the duty's name says nothing (宣传栏不用更新了 of 报垃圾分类台账)."""
    title = same_words(facts.title)
    named = bool(title) and bool(grams(title) & grams(same_words(asked)))
    return named and len(thing) > _FEW and thing in asked and not grams(same_words(thing)) & grams(title)


def _is_listed(thing: str, things: Sequence[str], asked: str) -> bool:
    """Whether a thing is a member of an enumeration that has others which are not let off."""
    end = thing[-_FEW:]
    for clause in _CLAUSE.finditer(_ASIDE.sub("", asked)):
        members = [member.strip() for member in _AND.split(clause[0])]
        if len(members) < 2:
            continue
        last = len(members) - 1
        papers = [member for at, member in enumerate(members) if (_NAMES_PAPER if at == last else _ENDS_IN_PAPER).search(member)]
        mine = [member for member in papers if end in member and (_ENDS_IN_PAPER.search(thing) or member.endswith(end))]
        others = [member for member in papers if not any(each[-_FEW:] in member for each in things)]
        if mine and others and len(mine) < len(papers):
            return True
        exact = [m for at, m in enumerate(members) if (m.endswith(thing) if at == 0 else m.startswith(thing) if at == last else m == thing)]
        if exact and len(things) < len(members) and (len(members) >= _LISTED or (len(thing) >= _LISTED and any(_ENDS_IN_PAPER.search(m) for m in members))):
            return True
    return False


def without_pieces(facts: Notice, pieces: Pieces, asked: str) -> Notice:
    """The facts without the limits and sessions of the pieces; a title that names what is gone names the rest."""
    deadlines = tuple(each for each in facts.deadlines if each not in pieces.dates)
    events = tuple(each for each in facts.events if each not in pieces.dates)
    left = replace(facts, deadlines=deadlines, events=events)
    return replace(left, title=_title_of_rest(facts, left, pieces, asked) or facts.title)


def _title_of_rest(before: Notice, left: Notice, pieces: Pieces, asked: str) -> str:
    """What is left is called after its first limit or session, or what the text says beside what is gone; "" where the
    title named nothing that is gone."""
    title = before.title
    for date in pieces.dates:
        if isinstance(date, Deadline) and title == date.about:
            return next((each.about for each in left.deadlines if each.about and not each.inner), "")
        if isinstance(date, Event) and left.events and title in _around(date, asked, before.events):
            return find_title(_around(left.events[0], asked, left.events).strip(), left.kind)
    if pieces.dates or not any(title.endswith(thing[-_FEW:]) for thing in pieces.things):
        return ""
    clauses = ("和".join(m for m in _AND.split(clause[0]) if not any(thing[-_FEW:] in m for thing in pieces.things)) for clause in _CLAUSE.finditer(asked))
    said = find_title("，".join(filter(None, clauses)), left.kind)
    return "" if any(thing[-_FEW:] in said for thing in pieces.things) else said


