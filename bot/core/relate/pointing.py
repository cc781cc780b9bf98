"""Short words that change or press something known without naming a matter of their own: 那个表改到周五, 早上的会推迟半小时, 抓紧啊.

Likeness has nothing to weigh in them. What is left of such words, once what they do and when is taken away, must be
known of a task; where that holds of one open task alone, it is the one that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import lru_cache

from bot.core.deadlines import limit_at
from bot.core.models import Deadline, Event, KnownTask, Message, Notice, Part, TaskState, TimeExpression, TimeKind
from bot.core.relate.time_changes import shift_of, speaks_of_both
from bot.core.relate.wording import plain
from bot.core.times import find_times
from bot.core.understand import understand_as
from bot.core.workdays import Calendar

_AT_MOST = 32
"""Characters of a message that may be called short."""

_GATHERING = re.compile(r"(?<![机社工协委商学])会议?(?![计员费议务])|培训|演练|活动|讲座|比赛|彩排")
_PAPERS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"表格?(?![示现态扬])"), re.compile(r"表(?![示现态扬])|台账|登记|统计|名册")),
    (re.compile(r"名单|名册|花名册"), re.compile(r"名单|名册|人员")),
    (re.compile(r"照片|图片"), re.compile(r"照片|图片|截图|相片")),
    (re.compile(r"台账"), re.compile(r"台账")),
    (re.compile(r"报告|总结|小结"), re.compile(r"报告|总结|小结")),
    (re.compile(r"方案|计划"), re.compile(r"方案|计划")),
    (re.compile(r"初稿|稿子?"), re.compile(r"稿")),
    (re.compile(r"视频"), re.compile(r"视频")),
    (re.compile(r"数据|数字"), re.compile(r"数|统计|表|台账")),
)
"""A paper by its kind alone, and what a task that asks for it says."""
_ANY_NOUN = re.compile(r"(?:材料|资料|东西|文件|任务|工作|事情?|活儿?|会议?|培训|演练|活动|讲座|比赛|彩排|表格?|名单|名册|花名册|照片|图片|台账|报告|总结|小结|方案|计划|初稿|稿子?|视频|数据|数字)+")

_CHANGES = re.compile(
    r"(?:改期?|调整?|变更?|推[迟后]?|延[迟后期长缓]*|顺延|放宽?|宽限|缓|挪|移|提[前早]|换|拖)(?:[到成为至在]|(?=\s{2}))"
)
"""A verb that moves a time, with where it moves to; in a text whose times are blank."""
_SHIFTS = re.compile(r"(?:推[迟后]|延[后期长迟缓]?|顺延|后延|往[后前](?:推|顺|挪|延|移|拖|放|提|赶)?|再给|多给|[宽放]限?|放宽|缓|再?晚|提[前早])")
_ALSO_DOES = re.compile(r"可以?\s{2,}再?|\s{2,}[再也]?(?:[交报给发]我?|交上来)?(?:也|就|都)?(?:行|可以|成)(?=$|[,。!了吧啊])")
"""可以周五再报, 周五给也行."""
_DUE = re.compile(r"(?:就|都)?要(?:用|了|交|报|收)?$")
"""名单周四要, 初稿周三就要: the paper is known, and its day is told."""
_OF_WHOM = r"(?:个|家|几个)?(?:村|社区|组|班|学校|单位|部门|科室|支部|乡镇|小区|家|户|人)?"
_PRESSES = re.compile(
    rf"(?:现在|目前|到现在|至今|截至目前)?(?:还|仍|就|只|都)?(?:有|差|剩|缺)?\d*{_OF_WHOM}(?:的)?(?:还|都|一直)?(?:没有?|未)[交报发填传送](?:上来|过来|齐|完|全)?的?"
    rf"|(?:还|就|只)(?:差|缺|剩)\d+{_OF_WHOM}了?|抓紧(?:时间)?|赶[紧快]|尽快|快点|速度|加快|催[一1]下|别拖|[赶抓]紧[交报]"
)
_UNITS = re.compile(r"(?<![一-鿿\d])(?:(?![个几两多])[一-鿿]{1,3}(?:村|庄|湾|屯|坝|寨|社区|组|班|镇|乡|支部)[、和跟与]?)+(?=还|都|也|没|未)")
"""Who is missing, by name: 李庄村、王湾村还没报."""
_FILLERS = re.compile(
    r"[两俩三23](?:[张个份场项件])?(?=表|名单|台账|材料|报告|方案|会|培训|任务|都)|那个|这个|那[张份场次项件些边]|这[张份场次项件些]|刚才|刚刚|上次|之前|前面|昨天|先|说的|发的|讲的|要的|布置的|大家|各位|各村|你们|麻烦|谢谢|辛苦|(?:时间|地点|地方|其[他它余]|要求|人员|别的)(?:都|均)?不变|请|注意|通知[一1]下|说[一1]下|各单位|各组|各班|同志们?"
    r"|时间|日期|期限|截止|截至|可以|统一|一律|下班|之?前|以前|交|报|发|收|给我?|送|开|召开|举行|进行|不急|没关系|没事|算了|还是|那就|就行|就好|行|了|吧|哈|啊|呀|哦|呢|嘛|的|是|在|到|再|也|都|就|要|有|请假|今天|[上下中]午"
)
_REFUSES = re.compile(r"[?？]|吗|么(?=$|[,，。])|能不能|可不可以|行不行|是不是|不(?:再)?(?:改|推|延|挪|能|得|许|要|准)|时间不变|别(?:改|推|延|再)|如[果遇]|要是|万一|若|的话|(?<![发交报给送传找])我|咱|本村|听说|好像|可能|估计|也许|收到|已[经报交]|不用|取消|不开|作废")
"""Questions, conditions, one's own case, thanks: nothing is told of a known task. What calls off is judged by its words."""
_RUN = re.compile(r"[一-鿿a-z0-9]+")
_WHICH_TAIL = re.compile(r"\s*(?:的|那个|那场|那次|的那个|的那场)?\s*(?:会议?|培训|演练|活动|讲座|比赛|彩排|表格?|名单|材料|台账|报告|[一-鿿]{0,6}(?:会|培训|演练|表))?(?=[^一-鿿]?\s*(?:时间|地点)?(?:统一|都|就|再|也|往后|往前|可以|要)*(?:改|调|推|延|挪|移|提[前早]|换|放|晚))")


_SAME_TIME = re.compile(r"[,，]?\s*时间(?:不变|照旧|还是原来的?|一样)")
"""会议改到五楼，时间不变 moves it all the same."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """What short words point at: `said` is the text without the time that only says which, the rest must be known of a task.

    `when` is that time, `gathering` and `paper` the kind of thing named, `to` the one new time, `runs` all other words.
    """

    said: str
    runs: tuple[str, ...]
    gathering: str
    paper: re.Pattern[str] | None
    presses: bool
    when: TimeExpression | None
    to: TimeExpression | None


def pointed_at(message: Message, calendar: Calendar) -> Pointed | None:
    """What a short message that only moves or presses what is known points at; None where it does neither, or more."""
    return _pointed(message.text.strip(), message.reference, calendar)


@lru_cache(maxsize=4096)
def _pointed(text: str, at: datetime, calendar: Calendar) -> Pointed | None:
    known = plain(text)
    if _PLACE.search(known):
        known = _SAME_TIME.sub("", known)
    if len(text) > _AT_MOST or "\n" in text or _REFUSES.search(known):
        return None
    times = [t for t in find_times(text, calendar.local(at), calendar) if t.kind is not TimeKind.SET]
    by = shift_of(text)
    if by is not None:
        times = [t for t in times if _SHIFTED.search(plain(t.said)) is None]  # 宽限一天 is no day
    which = next((t for t in times if t.kind is TimeKind.POINT and (tail := _WHICH_TAIL.match(text, t.span[1])) and tail[0].strip()), None)
    presses = _PRESSES.search(plain(text)) is not None
    said = text
    if which is not None:
        rest = text[which.span[1] :]
        said = text[: which.span[0]] + rest.removeprefix("的")
    told = [t for t in times if t is not which]
    blank = list(text)
    for each in times:
        blank[each.span[0] : each.span[1]] = " " * (each.span[1] - each.span[0])
    left = plain("".join(blank))
    place = _PLACE.search(left)
    moves = by is not None or place is not None or bool(told and (_CHANGES.search(left) or _ALSO_DOES.search(left)))
    due = _DUE.search(left.rstrip(" ,。!了")) is not None and bool(told)
    if not (moves or due or presses):
        return None
    if (presses and told) or len(told) > 1:
        return None  # a limit told with the pressing is more than pressing, and each of two days is of something named
    left = _SHIFTED.sub(" ", _PRESSES.sub(" ", _UNITS.sub(" ", left)) if presses else left)
    left = _PLACE.sub(" ", left)
    left = _CHANGES.sub(" ", left)
    left = _SHIFTS.sub(" ", left) if by is not None else left
    noun = _GATHERING.search(left)
    paper = next((of for named, of in _PAPERS if named.search(left)), None)
    if due and not (moves or noun or paper):
        return None
    runs = tuple(run for run in _RUN.findall(_FILLERS.sub(" ", left)) if _ANY_NOUN.fullmatch(run) is None)
    return Pointed(said, runs, noun[0] if noun else "", paper, presses and not moves, which, told[0] if len(told) == 1 and told[0].start is not None else None)


_SHIFTED = re.compile(r"(?:\d+|半|[一两俩二三四五六七八九十几])个?半?(?:工作日|天|日|周|星期|礼拜|小时|钟头|刻钟|分钟)")
_PLACE = re.compile(r"[改换挪移调](?:到|在|为|至|成)?[^,，。]{0,10}(?:室|厅|馆|楼|礼堂|院|场|校|线上|视频|中心)")


def fits(pointed: Pointed, known: KnownTask, message: Message) -> bool:
    """Whether a task is one that the words can mean: open, of the kind named, at the time named, with all words known."""
    facts, at = known.task.facts, message.reference
    dated: list[Deadline | Event] = [*facts.events, *facts.deadlines]
    groups = {source.group for source in known.sources if source.group}
    if message.group and groups and message.group not in groups:
        return False
    if known.task.state is not TaskState.OPEN or known.task.closed_at is not None:
        return False
    if not facts.recurrence and (not dated or max(each.at for each in dated) < at - _LATELY):
        return False
    said = " ".join(plain(source.text) for source in known.sources)
    if pointed.gathering and not (facts.events and (pointed.gathering.startswith("会") or pointed.gathering in said)):
        return False
    if pointed.paper is not None and not _asks_for(pointed.paper, known, said):
        return False
    if pointed.when is not None:
        of_kind: Sequence[Deadline | Event] = facts.events if pointed.gathering else dated
        if not any(_at(pointed.when, each) for each in of_kind):
            return False
    return all(_known_in(run, said) for run in pointed.runs)


def means_all(message: Message, count: int) -> bool:
    """Whether the words speak of just so many things together (两张表都延到周五)."""
    return speaks_of_both(message.text) and (found := _ALL.search(plain(message.text))) is not None and "两俩2三3".index(found[0]) // 3 == count - 2


_ALL = re.compile(r"[两俩2三3](?=[张个份场项件])")


def limit_meant(pointed: Pointed, known: KnownTask) -> Deadline | None:
    """The one of several limits that the words name by its matter or its day; None where they name none or more."""
    limits = known.task.facts.deadlines
    if len(limits) < 2 or pointed.gathering:
        return None
    named = [each for each in limits if _names(pointed, each, known)]
    return named[0] if len(named) == 1 else None


def _names(pointed: Pointed, limit: Deadline, known: KnownTask) -> bool:
    if not (pointed.runs or pointed.paper or pointed.when):
        return False
    about = plain(limit.about + _clause_of(limit, known))
    of_paper = pointed.paper is None or pointed.paper.search(about) is not None
    return of_paper and (pointed.when is None or _at(pointed.when, limit)) and all(_known_in(run, about) for run in pointed.runs)


_CLAUSE_ENDS = "，,。；;\n"


def _clause_of(limit: Deadline, known: KnownTask) -> str:
    """The clause that set the limit."""
    for text in (source.text for source in known.sources):
        if limit.said and (at := text.find(limit.said)) >= 0:
            begin = max(text.rfind(end, 0, at) for end in _CLAUSE_ENDS) + 1
            return text[begin : min((i for end in _CLAUSE_ENDS if (i := text.find(end, at)) >= 0), default=len(text))]
    return ""


def read_beside(message: Message, pointed: Pointed, facts: Notice, limit: Deadline | None, calendar: Calendar) -> tuple[Message, Notice]:
    """The message without what only says which, and what it tells of the facts it points at: a bare hour is one of their day."""
    said = replace(message, text=pointed.said)
    items: Sequence[Deadline | Event] = (limit,) if limit else facts.events if facts.events else facts.deadlines
    to, vague = pointed.to, pointed.to is not None and "meridiem" in pointed.to.implied
    if to is not None and to.clock and "day" in to.implied and len({each.date for each in items}) == 1:
        for hour in (0, 12):  # the afternoon's 4点 is 16:00
            said = replace(said, sent_at=datetime.combine(items[0].date, time(hour), message.reference.tzinfo))
            again = pointed_at(said, calendar)
            to = (again and again.to) or to
            if not vague or (to.clock or "") >= _EARLIEST:
                break
    read = understand_as(said, facts.kind, calendar)
    if to is None and shift_of(pointed.said) is not None:
        read = replace(read, deadlines=(), events=())  # 宽限一天 is no day
    if to is not None and (said.sent_at != message.sent_at or not (read.events or read.deadlines or read.recurrence)):
        read = replace(read, events=(), deadlines=(limit_at(to, calendar),))
    return said, read


_EARLIEST = "07:00"
_LATELY = timedelta(days=2)


def _asks_for(paper: re.Pattern[str], known: KnownTask, said: str) -> bool:
    facts = known.task.facts
    return bool((facts.deadlines or facts.recurrence) and paper.search(said))


def _at(when: TimeExpression, each: Deadline | Event) -> bool:
    """Whether a meeting or limit lies at the time that says which; of a bare part of the day or hour on any day."""
    if when.start is None:
        return False
    if "day" not in when.implied and when.start.date() != each.date and not _bare_part(when):
        return False
    if when.part is not None:
        part = each.part or (_part_of(each.time) if each.time else None)
        return part is None or part == when.part or {part, when.part} == {Part.AFTERNOON, Part.COB}
    if not when.clock or when.clock == each.time:
        return True
    return bool("meridiem" in when.implied and each.time and int(when.clock[:2]) % 12 == int(each.time[:2]) % 12 and when.clock[2:] == each.time[2:])


def _bare_part(when: TimeExpression) -> bool:
    return when.part is not None and re.fullmatch(r"早上|上午|中午|下午|晚上|傍晚", when.said) is not None


def _part_of(clock: str) -> Part:
    hour = int(clock[:2])
    if hour < 12:
        return Part.MORNING
    return Part.NOON if clock < "12:30" else Part.AFTERNOON if hour < 18 else Part.EVENING


_ENDING_NOUN = re.compile(_ANY_NOUN.pattern + "$")


def _known_in(run: str, said: str) -> bool:
    """Whether a word stands in what is known, whole or in pieces of two characters or more (养老认证 of 养老保险待遇资格认证)."""
    named = _ENDING_NOUN.sub("", run)
    if run in said or (named and named != run and _known_in(named, said)):
        return True
    return any(run[:cut] in said and _known_in(run[cut:], said) for cut in range(len(run) - 2, 1, -1))
