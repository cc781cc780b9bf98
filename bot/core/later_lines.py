"""What later lines of talk make of what earlier ones set: an hour asked for and given, a limit put off, an item dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice, pairwise

from bot.core.answered import AGREES, OFFERS, Turn
from bot.core.mentions import Mention
from bot.core.models import Kind, Part, Span, TimeExpression, TimeKind
from bot.core.reasons import CALLED_OFF, PAST, READERS_FIELD, SAID_LATER, SUPERSEDED, TELLS_OF
from bot.core.roles import HAND_IN, DateRole, Verdict
from bot.core.spanning import Placed
from bot.core.wording import late

_STANDING = frozenset({DateRole.DEADLINE, DateRole.WINDOW, DateRole.EVENT})
_DUE = frozenset({DateRole.DEADLINE, DateRole.WINDOW})
_ASKED_ONLY = "asked_only"
"""Reason of a day that somebody only asks about, or on which it does not suit him."""
_DROPPED = CALLED_OFF
_MOST_BEFORE = 12
"""How many standing dates before a line are looked at; keeps the cost linear."""
_NEAR = 80
"""How many characters around a date are looked at within a line."""

# ── Questions and answers ────────────────────────────────────────────────────

_PARTICLES = r"(?:[啊呢哦哟呀嘛吗么哈噢哩咧撒]|的|了)*[\s~～。！!？?]*"
_PART_NAMED = r"(?:[上下]午|中午|晚上|早上|下班|午饭|一早)前?"
_ASKS_HOUR = late(
    r"(?:@[^\s，。]{1,10}\s)?(?:(?:那|那么|请问|问下|收到|好的?|[今明后]天|[这那当]天|(?:周|星期|礼拜)[一二三四五六日天]|[上下]午|晚上|早上|中午|具体|大概|到底|[是要在到]|最[晚迟]|截[止至]|大家|统一|时间)[，,\s]?)*"
    rf"(?:几点|几时|什么时[间候辰]|啥时[间候辰]?|何时|(?:是|在|要)?{_PART_NAMED}还是{_PART_NAMED})(?:钟|之?前|以前|截[止至]|算(?:数|按时)?|开始|开会|开|到期|为止|到|[报交]|要|集合|出发|来|去|合适|为准)*{_PARTICLES}"
)
"""What asks for an hour and nothing else: 那几点前呢？, 上午还是下午."""
_ASKS_DAYS = late(rf"(?:是|在)?(?:哪几天|哪些天|哪些日子|几号到几号|从几号到几号|哪天到哪天)[^，。？?\n]{{0,6}}{_PARTICLES}")
_PAPER_ASKED = r"[一-鿿]{0,4}(?:报告|材料|回执|名单|表格?|单子|照片|作业|报名)"
ASKS_DAY = late(
    rf"(?:{_PAPER_ASKED})?(?:(?:那|那么|请问|问下|收到|好的?|具体|大概|到底|[是要在]|最[晚迟后]|截[止至]|大家|统一|时间)[，,\s]?)*"
    rf"(?:最[晚迟](?:到|是)?(?:哪[一]?[天日]|几[号日]|什么时[间候]|何时)(?:之?前|以前)?(?:要|得|能)?(?:提交|上报|[交报送填缴补])[^？?。；，\n]{{0,10}}|哪[一]?[天日]|几[号日]|周几|星期几|什么时[间候]|啥时[间候]?|何时)(?:之?前|以前|截[止至]|开始|开会|开|到期|到|搞|办|[报交]|要|去|举行|活动|演练|来|的?事)*(?:(?<=[报交要止])(?:{_PAPER_ASKED}))?{_PARTICLES}"
)
_ASKS_DUE = late(r"前|最[晚迟]|截|[报交]|要")
_OPENS_ANSWER = late(r"(?:(?:[哦嗯恩啊噢那就在到定是为要答A]|还是|时间|最[晚迟]|大概|统一|争取|不急)[:：，,\s]?)*")
_GIVEN = late(
    r"\s?(?:之?前|以前)?(?:都|就|也)?(?:算数?|行|可以|好|成|吧|即可|够了|开始|开会|开|准时|哨响|集合|到|[交报]|钟|整|左右|截[止至]|为止|出发|要)*[吧了的啊呗哈嘛]?(?:[（(，,。！!；;\s~～]|$)"
)
_ASKED_AND_ANSWERED = late(
    r"(?:^|(?<=[\n。；;：:]))[ \t]*(?:\d{1,2}[.、．][ \t]?)?(?:(?:问|Q|q)[ \t]?\d{0,2}[:：][ \t]?)?(?P<asked>[^\s？?。；;:：\n][^？?。；;\n]{0,15})[？?][ \t]*\n?[ \t]*(?:(?:答|A|a)[ \t]?\d{0,2}[:：][ \t]?)?(?P<answer>[^\n？?。]{1,60})"
)
"""几点？下午3点10分; 问：几点？答：…; Q：… / A：…."""
_MOST_PAIRS = 60
_LAST_SENTENCE = late(r"[。！!；;\n，,]")

# ── Changes ──────────────────────────────────────────────────────────────────

_MOVES = late(
    r"(?:(?<![整技])改|挪|(?<!转)移(?![交送])|推|拖|延|缓|宽|展|提(?!交|供|醒|示)|调|换|变(?!动)|顺延|推迟|延期|改期|延后|提前|调整|变更|更改|放宽|宽限|(?<!不)(?<!别)往[前后][放挪推移赶提拖]?)[一-鿿]{0,2}?(?:[到至成为在]了?|(?<=改)|(?<=[推提迟期前后挪延移])|(?<=调整)|(?<=变更)|(?<=顺延))[“\"（(]?\s?$"
    r"|\b(?:you|everybody|everyone|all of you) (?:all )?(?:has|have|can have|gets?) (?:until|till)(?: the)? $|\b(?:extended|pushed(?: it)?|moved(?: it)?) (?:back )?(?:to|until)(?: the)? $"
    r"|放[到在至]\s?$|(?:最终|最后)(?:定[在为于]?|是)?\s?$|就定\s?$|(?:都|统一|一律|全部)[按照以是]\s?$|(?:改|挪|推|提前?|晚|早|往[前后][一-鿿]?)(?:[一两半三二]个?半?(?:小时|钟头|天)|[一二三四五]十?刻?分钟)[，,\s]\s?$"
)
"""A verb of moving that governs the time: 那推到…, 时间也提到…, 推一小时 …."""
_PUTS_OFF_WHAT = late(r"(?:^|[，,。；;\s])(?P<what>[^，,。；;\n]{2,16}?(?:数据|[^代]表|材料|名单|照片|视频|报告|台账|清单|总结|方案))(?:可以?|先|再|就){0,2}(?:缓|推|延|晚|放|拖)")
"""损失面积的数据缓一缓，8月5日…: a paper named for the first time is put off by itself."""
_PUT_RIGHT = late(
    r"(?<![要别免莫勿])(?:[听看记说打写发弄搞算讲报传][错岔漏]|[口笔手]误|手[滑抖]|眼花)了?|(?<!及时)(?:更正|订正|纠正|勘误)|作废|不[算作]数|(?:时间|日期|日子|钟点|期限|地[点方])[一-鿿]{0,5}?(?:[改变调提推]了?|有变|有误|不对|不算)"
    r"|[挪推缓]一?[挪推缓下][，,]|(?<!不)(?<!别)往[前后](?:放|挪|推|移|赶|提|拖)|[缓宽][一两]?[缓宽天]|延[一两三几]天|等一?下[，,]|等等[，,]|[调改变]整?一?下[，,]|不对[，,]|不是[^，。；\n]{1,14}[，,]|改期|刚(?:刚|才|又)?(?:[一-鿿]{0,4}(?:打|来)了?(?:个)?电话|[一-鿿]{0,4}通知|问了|核了|请示)[^。；\n]{0,16}?[，,是说]"
)
"""Words of one who puts right what was said, somewhere before the time in his line."""
_SAYS_OTHERWISE = late(r"[^。；\n]{0,16}?(?:为准|才是|作数|[听看记说打写弄][错岔]了|(?:都|统一|全部)?[按照](?:这个|此|新的)(?:时间)?(?:[来走算]|办(?!法)|执行)|再(?:开|集合|开始))")
_SO = late(
    r"(?:(?:行|好|成|中|可以|要得|嗯|哦|唉|算了|知道了|了解|理解)[吧的了嘛]{0,2}[，,。\s]*)?(?:(?:那|那么|那样|这样|统一|都|一律|全部|就|按|[各大][组村户站家]|再)(?:就|统一|都)?(?:宽|缓|给你们|放|按|改)?[，,\s]?){1,3}(?:最[迟晚]|截[止至]|到)?$"
)
"""那就…: the one who set the limit gives way to what was said."""
_GRANTS = late(r"(?:行|好|成|中|可以|要得|算了)[吧的了嘛]{1,2}[，,]\s?")
"""行吧，下周二上午11点: who set the limit gives in."""
_EASES = late(r"\s?(?:之?前|以前)?(?:都|也)?(?:行|可以|算数?|成)(?=[，,。！吧\s]|$)")
"""周五前都行, said by who had set an earlier limit."""
_DECIDES = late(r"吧(?=[，,。！\s]|$)")
_GONE_BY = late(r"昨|前[天晚日]|上[周个月]|去年|刚才")
_GIVES_WAY = late(r"\s?(?:之?前|以前)?[^，。；\n\d]{0,4}?(?:吧|了|[交报要]|必须|一定|为止|截[止至]|$|[，,。！!\s])")
_PERHAPS = late(r"如果|要是|万一|假如|的话|(?:下雨|不行|赶不[上完及])(?:的话)?就|就好了")
_ASKS = late(
    r"[？?]|能[^，。；\n]{1,10}不(?=[，。！\s]|$)|[行好成可]不[行好成可]|可不可以|能不能|能否|可否|要不要|是不是|[^什怎那这多]么(?=[，。！\s]|$)|吗(?=[，。！\s]|$)|行吧$|(?:咋|怎么|如何)[办算]|谁|算不算|有没有|几时|哪[天个里]"
)
_PLEADS = late(r"(?:能不能|可不可以|(?<!不)能|能否|可否|要不|不如|最好|建议|申请|想|求|拜托|麻烦)[^，。；\n]{0,8}(?:改|推|延|缓|宽|挪|拖|晚)[一-鿿]{0,3}$")
_PLIGHT = late(
    r"[^，。；\n]{0,12}?(?:[赶来弄做报交填回走搞凑够][不没](?:出来|出|及|完|了|齐|成|赢|到)|没[空人法电]|不(?:行|得空|在家)|有事|才(?:能|有|出|到|回|来|上班|开门|忙完)|停[电水]|考试|值班|出差|请假|要去|得去|去不了|下雨|有雨|降温)"
)
"""明天中午赶不出来: a day on which it does not suit somebody."""
_OWN = late(r"(?:我(?![们听看记说打弄请刚跟问把再重这昨前发通宣])|我家|我自己|人家|他们?|她们?)[^，。；\n]{0,8}$")
_SOME = late(
    r"(?:^|[，,。；;\s]|那|就|但|只|给|让|先)(?P<who>你们|[一-鿿\d]{1,5}?(?:组|村|片|栋|幢|户|班|校|站|所|队|网格|店|支部|单元|寨|社区))(?:的|那边|这边|几家|情况特殊|路远|人少|特殊)?[，,]?(?:可以|单独|就|能|也|再|给)?(?:放?宽|延|推|缓|改|晚|拖)?[一-鿿]{0,3}?[，,]?$"
)
_REST_STANDS = late(r"(?:其他|其余|其它|别[的人]|余下|剩下|另外|大家)[^，。；\n]{0,8}?(?:不变|照旧|还是|原来|不许|仍|不动|照常|按原)|单独|就这一家|everyone else|the rest", re.I)
_OTHERS_STAND = late(r"(?:其他|其余|其它|别的|余下的?|剩下的?)(?:各)?(?:小?组|村|片|户|人|家|站|班|栋|校|店|单位|网格)[^，。；\n]{0,8}?(?:不变|不动|照旧|照常|还是|原来|按原)")
"""六组宽到周五，别的组照旧: both limits stand."""
_LIMIT = late(rf"(?:之?前|以前)?[^，。；\n]{{0,5}}?(?:{HAND_IN}|弄[完好齐]|截[止至]|封账)")
_MEETS = late(r"(?<![社委协工商机])会(?![计员费同])|培训|演练|[开上]课|讲座|集合|出发|活动|比赛|体检|开始|再开|到场|见面")
_PAPERS = late(r"名单|表(?!演|扬)|材料|台账|清单|报告|数据|照片|截[止至]|期限|上报|[交报]")
_SAME_HOUR = late(r"[^。；\n]{0,12}?(?:同一?个?时间|时间[一-鿿]{0,2}不变|钟点[一-鿿]{0,2}不变|(?:还是|照旧)?(?:这个|那个|原来?的?|老)(?:点|时间|钟点)|时间照旧)")
_FUNCTION = frozenset("前交报发我各组到的那就改时间上下午不了是都吧要还也和给在把每天号日月点半一二三四五六七八九十周期星请个们")
_DROPS = late(
    r"(?<![一-鿿])(?:刚问了|问了|上面说|镇里说)?(?P<what>[一-鿿]{2,14}?)(?:那个|这个|的事|那份|那项|那块)?(?:就|都|也|先|今年|这次|这回|暂时|目前)*(?:(?:不用|不必|不需要?|甭|别|莫|免予?)再?(?:交|报|填|弄|写|做|准备|统计|搞|管)|不[报交要弄]|免|取消|作废)(?:了|啦|，|,|。|$)"
)
_NOT_A_TIME = frozenset({TimeKind.DURATION, TimeKind.SET})


def with_later_lines(verdicts: Sequence[Verdict], turns: Sequence[Turn], kind: Kind | None = None) -> list[Verdict]:
    """The verdicts as the talk leaves them: hours that are asked for and given, what is put off, what need not be done."""
    if not verdicts:
        return []
    found = list(verdicts)
    placed = Placed(range(len(found)), lambda index: verdicts[index].mention.start)
    text = verdicts[0].mention.text
    if turns and kind is Kind.EVENT:
        _on_the_day_talked_of(found, turns)
    for asked, answer in questions(text, turns):
        question, within = text[slice(*asked)], placed.between(answer[0], answer[1] - 1)
        first = next(iter(within), None)
        if first is None or not _OPENS_ANSWER.fullmatch(text[answer[0] : found[first].mention.start]):
            continue
        if _ASKS_DAYS.fullmatch(question):
            _bound(found, first)
        elif ASKS_DAY.fullmatch(question) and _GIVEN.match(text, found[first].mention.end):
            _set_day(found, first, question, kind)
        elif _ASKS_HOUR.fullmatch(question) and _GIVEN.match(text, found[first].mention.end):
            _lend_hour(found, first, asked[0], placed.between(asked[0], asked[1] - 1))
    host = next((turn.who for turn in turns for index in placed.between(turn.body[0], turn.body[1] - 1) if found[index].role in _STANDING), None)
    for at, turn in enumerate(turns):
        within = placed.between(turn.body[0], turn.body[1] - 1)
        if at == 0 or host is None:
            continue
        agreed = at + 1 < len(turns) and turns[at + 1].who != turn.who and AGREES.match(text[slice(*turns[at + 1].body)]) is not None
        _change(found, text, turn, within, _Line(turn.who in (host, ""), turns[at - 1].who != turn.who, agreed))
        _drop(found, text, turn, host)
    return found


class _Line:
    """How a line stands in the talk: whether its speaker set what is due, whether he answers another, whether it is agreed to."""

    __slots__ = ("agreed", "answers", "by_host")

    def __init__(self, by_host: bool, answers: bool, agreed: bool) -> None:
        self.by_host, self.answers, self.agreed = by_host, answers, agreed


# ── The day that is talked of ────────────────────────────────────────────────


def _on_the_day_talked_of(found: list[Verdict], turns: Sequence[Turn]) -> None:
    """周五消防队来讲…几点合适？行，下午三点: an hour at which something takes place is one of the only day the lines before name."""
    opening, day = turns[0].body[0], None
    for index, v in enumerate(found):
        m = v.mention
        if m.start < opening or m.time.start is None or m.time.kind is not TimeKind.POINT:
            continue
        if v.role is DateRole.EVENT and m.time.clock and not m.has_day and day is not None:
            found[index] = replace(v, mention=replace(m, time=replace(m.time, start=datetime.combine(day, m.time.start.time()))))
        elif m.has_day and v.role is DateRole.EVENT:
            return
        elif m.has_day and not m.time.before and v.role is DateRole.NEITHER and v.reason not in (PAST, SUPERSEDED, TELLS_OF):
            if day is not None and day != m.time.start.date():
                return
            day = m.time.start.date()


# ── An hour that is asked for ────────────────────────────────────────────────


def questions(text: str, turns: Sequence[Turn]) -> Iterator[tuple[Span, Span]]:
    """Where a question stands and where its answer: in the lines of two speakers, or one behind the other."""
    for before, turn in pairwise(turns):
        if before.who != turn.who:
            words = text[slice(*before.body)].rstrip("。！!；;，,~ \n")
            cut = max((found.end() for found in _LAST_SENTENCE.finditer(words)), default=0)
            yield (before.body[0] + cut, before.body[0] + len(words)), turn.body
    for count, pair in enumerate(_ASKED_AND_ANSWERED.finditer(text)):
        if count >= _MOST_PAIRS:
            return
        yield pair.span("asked"), pair.span("answer")


def _bound(found: list[Verdict], index: int) -> None:
    """哪几天？3号到7号, in answers that speak of a daily duty: from when until when it lasts."""
    m = found[index].mention
    if m.is_range and any(v.role is DateRole.RECURRING and v.mention.time.rrule for v in found):
        found[index] = Verdict(m, DateRole.RECURRING, SAID_LATER)


def _set_day(found: list[Verdict], index: int, question: str, kind: Kind | None) -> None:
    """The day that is given to who asks for it: when it takes place, or by when it is due."""
    v = found[index]
    m = v.mention
    open_ = v.role is DateRole.NEITHER and v.reason != PAST and m.has_day and m.time.kind in (TimeKind.POINT, TimeKind.RANGE) and m.time.start is not None
    if not open_ or kind is None:
        return
    due = _ASKS_DUE.search(question) or m.time.before or kind is Kind.TASK
    role = (DateRole.WINDOW if m.is_range else DateRole.DEADLINE) if due else DateRole.EVENT
    found[index] = Verdict(m, role, SAID_LATER)


def _lend_hour(found: list[Verdict], index: int, at: int, asked: Sequence[int]) -> None:
    """Give the hour that answers a question to the day that was said before it."""
    m = found[index].mention
    if m.time.kind in _NOT_A_TIME or m.time.start is None or not m.has_clock:
        return
    old = _day_before(found, at, m.time if m.has_day else None)
    if old is None:
        return
    day = found[old]
    found[old] = replace(day, mention=replace(day.mention, time=_at_hour(day.mention.time, m.time)), reason=SAID_LATER, weak=False)
    for spent in (index, *asked):
        found[spent] = _spent(found[spent])


def _day_before(found: Sequence[Verdict], at: int, same: TimeExpression | None) -> int | None:
    """The day before this place that is due or takes place and whose hour nobody has said."""
    for index in range(len(found) - 1, -1, -1):
        v = found[index]
        time = v.mention.time
        if v.mention.start >= at or v.role not in _STANDING or time.kind is not TimeKind.POINT or time.start is None:
            continue
        fits = v.mention.has_day and time.clock is None and (same is None or same.start is None or same.start.date() == time.start.date())
        return index if fits else None
    return None


def _spent(verdict: Verdict) -> Verdict:
    """An hour that was lent, or asked about, means nothing by itself."""
    time = replace(verdict.mention.time, kind=TimeKind.DURATION, start=None, end=None, rrule=None, clock=None, part=None)
    return Verdict(replace(verdict.mention, time=time), DateRole.NEITHER, "common_hour")


_LATEST_GUESS, _EARLIEST_GUESS, _NOON, _EVENING = "18:59", "07:00", "12:00", "20:59"


def _in_half(clock: str, guessed: bool, part: Part | None) -> str:
    """An hour said without its half of the day, in the half of the one it replaces, else in working hours."""
    hour = int(clock[:2])
    if not guessed or not 0 < hour < 24:
        return clock
    shifted = f"{(hour + 12) % 24:02}{clock[2:]}"
    early, late_ = sorted((clock, shifted))
    if part is Part.MORNING:
        return early if early >= "06:00" else late_
    if part is Part.EVENING:
        return late_
    if part is not None:
        return late_ if late_ <= _EVENING else early
    return late_ if early < _EARLIEST_GUESS else early


def _part_said(time: TimeExpression) -> Part | None:
    """The half of the day an expression speaks of."""
    if time.clock is None:
        return time.part
    return Part.MORNING if time.clock < _NOON else Part.AFTERNOON if time.clock <= _LATEST_GUESS else Part.EVENING


def _at_hour(day: TimeExpression, hour: TimeExpression) -> TimeExpression:
    """The day of one expression with the hour, or the part of the day, of another."""
    assert day.start is not None
    if hour.clock is None:
        return replace(day, clock=None, part=hour.part, end_clock=None)
    guessed = "meridiem" in hour.implied
    part = _part_said(day)
    clock = _in_half(hour.clock, guessed, part)
    end = _in_half(hour.end_clock, guessed, part) if hour.end_clock else None
    at = _instant(day.start, clock)
    kind = TimeKind.RANGE if end else TimeKind.POINT
    return replace(day, kind=kind, start=at, end=_instant(day.start, end) if end else None, clock=clock, end_clock=end, part=None)


def _instant(day: datetime, clock: str) -> datetime:
    return day.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(hours=int(clock[:2]), minutes=int(clock[3:]))


# ── What is put off ──────────────────────────────────────────────────────────


def _change(found: list[Verdict], text: str, turn: Turn, within: Sequence[int], line: _Line) -> None:
    """Put the time of a line in the place of the earlier one that it changes; a day only asked about is nobody's limit."""
    moved = [index for index in within if _MOVES.search(text[max(turn.body[0], found[index].mention.start - _NEAR) : found[index].mention.start])]
    for nth, index in enumerate(within):
        if moved and index < moved[0] and found[index].mention.start - turn.body[0] < _NEAR and line.by_host:
            continue  # 队里三点有会，提到两点: the hour that is why another is moved
        v = found[index]
        m = v.mention
        if m.time.kind in _NOT_A_TIME or m.time.start is None or v.reason in (PAST, SUPERSEDED, TELLS_OF) or _GONE_BY.match(m.time.said):
            continue
        lead = text[max(turn.body[0], m.start - _NEAR) : m.start]
        tail = text[m.end : min(turn.body[1], m.end + _NEAR)]
        if not line.by_host and not line.agreed and _only_asked(v, lead, tail):
            found[index] = Verdict(m, DateRole.NEITHER, _ASKED_ONLY)
            continue
        if not _changes(m, text, turn, lead, tail, line):
            continue
        olds = _replaced(found, index, text, turn, lead, tail)
        if not olds:
            continue
        _take_place(found, olds, index, within[nth + 1 :], lead, text[slice(*turn.body)], line.answers)
        return


def _only_asked(v: Verdict, lead: str, tail: str) -> bool:
    """Whether somebody who sets nothing only asks about a time, or says that it does not suit him."""
    if v.reason == READERS_FIELD:
        return False
    clause = re.split(r"[，,。；;\n]", lead)[-1]
    return bool(_ASKS.search(clause + v.mention.time.said + re.split(r"[，,。；;\n]", tail)[0]) or _ASKS.search(re.split(r"[。；;\n]", tail)[0]) or _PLIGHT.match(tail) or _PLEADS.search(lead))


def _changes(m: Mention, text: str, turn: Turn, lead: str, tail: str, line: _Line) -> bool:
    """Whether a line gives a new time for what an earlier one said."""
    sentence = re.split(r"[。；;\n]", lead)[-1] + re.split(r"[。；;\n]", tail)[0]
    if _PERHAPS.search(sentence) or _OWN.search(re.split(r"[，,。；;\n]", lead)[-1]):
        return False
    if not line.by_host:
        if line.agreed and (_PLEADS.search(lead) or OFFERS.match(text, m.end, turn.body[1])):
            return True
        if _ASKS.search(sentence) or re.search(r"我们|咱们?组", lead):
            return False
    elif re.search(r"[？?]\s*$", tail):
        return False
    if _MOVES.search(lead) or _PUT_RIGHT.search(lead) or _SAYS_OTHERWISE.match(tail):
        return True
    if line.by_host and not lead.strip() and _DECIDES.match(tail) and _SAME_HOUR.match(tail):
        return True
    if not (line.by_host and line.answers):
        return False
    if re.search(r"(?:^|[，,。；;\s])$", lead) and _EASES.match(tail) and m.has_day:
        return True
    if _GRANTS.fullmatch(lead) and m.has_day and _GIVES_WAY.match(tail):
        return True
    return (_SO.fullmatch(lead) is not None and _GIVES_WAY.match(tail) is not None) or (not lead.strip() and _DECIDES.match(tail) is not None)


def _bigrams(text: str) -> set[str]:
    """Pairs of characters that may name what is due."""
    return {text[at : at + 2] for at in range(len(text) - 1) if not _FUNCTION & set(text[at : at + 2]) and "一" <= text[at] <= "鿿" and "一" <= text[at + 1] <= "鿿"}


def _around(m: Mention) -> str:
    """The words of a date's own matter: those of its clause, else those before it."""
    own = m.clause_left[-30:] + re.split(r"[，,。；;\n]", m.right)[0][:20]
    return own if _bigrams(own) else m.left[-30:]


def _replaced(found: Sequence[Verdict], index: int, text: str, turn: Turn, lead: str, tail: str) -> list[int]:
    """Which earlier times a new one takes the place of."""
    m = found[index].mention
    standing = (at for at in range(index - 1, -1, -1) if found[at].role in _STANDING and found[at].mention.start < turn.body[0] and found[at].mention.time.start)
    olds = list(islice(standing, _MOST_BEFORE))
    said = lead + tail
    limit = m.time.before or m.time.part is Part.COB or _LIMIT.match(tail)
    meets, papers = _MEETS.search(said), _PAPERS.search(said)
    due = [at for at in olds if found[at].role in _DUE]
    held = [at for at in olds if found[at].role is DateRole.EVENT]
    if due and held:
        if limit or (papers and not meets):
            olds = due
        elif meets or not m.has_day:
            olds = held
        else:
            olds = due if due[0] > held[0] else held
    elif limit and not meets and not due:
        return []
    own = _PUTS_OFF_WHAT.search(lead)
    if own and not _bigrams(own["what"]) & _bigrams(text[: turn.body[0]]):
        return []
    if not olds:
        return []
    names = _bigrams(lead + re.split(r"[，,。；;\n]", tail)[0])
    named = [at for at in olds if names & _bigrams(_around(found[at].mention))]
    if named and len(named) < len(olds):
        olds = named
    elif not named and names and _PAPERS.search(lead[-16:]) and limit and not _MOVES.search(lead) and not _PUT_RIGHT.search(lead):
        return []
    if re.search(r"统一|一律|全部|都", said) and found[olds[0]].role in _DUE:
        return olds
    first = found[olds[0]]
    day = first.mention.time.start.date() if first.mention.time.start else None
    return [at for at in olds if found[at].role is first.role and found[at].mention.time.start and found[at].mention.time.start.date() == day]  # type: ignore[union-attr]


def _take_place(found: list[Verdict], olds: Sequence[int], index: int, behind: Sequence[int], lead: str, words: str, answers: bool) -> None:
    """Let the new time stand for the old ones; where only some are let off, both stand."""
    new, old = found[index].mention, next((found[at] for at in olds if found[at].mention.has_day), found[olds[0]])
    hours = next((found[at].mention.time for at in olds if found[at].mention.time.clock), old.mention.time)
    part = _part_said(hours)
    assert old.mention.time.start is not None
    assert new.time.start is not None
    time = new.time
    if not new.has_day:
        base = replace(time, start=old.mention.time.start, part=part, clock=None, implied=tuple(each for each in time.implied if each != "day"))
        time = _at_hour(base, time)
    elif time.clock is None and time.part is None:
        hour = next((at for at in behind if _hour_of(new, found[at].mention)), None)
        if hour is not None:
            time = _at_hour(replace(time, part=part), found[hour].mention.time)
            found[hour] = _spent(found[hour])
        elif old.role is DateRole.EVENT or _SAME_HOUR.match(new.text, new.end):
            time = replace(time, start=_instant(time.start, hours.clock), clock=hours.clock) if hours.clock and time.start else replace(time, part=hours.part)
    role = old.role if old.role is not DateRole.WINDOW or new.is_range else DateRole.DEADLINE
    found[index] = Verdict(replace(new, time=time), role, SAID_LATER)
    if _OTHERS_STAND.search(words) or (_SOME.search(lead) and (_REST_STANDS.search(words) or ("你们" in lead and answers))):
        return
    for at in olds:
        found[at] = Verdict(found[at].mention, DateRole.NEITHER, SUPERSEDED)


def _hour_of(day: Mention, m: Mention) -> bool:
    """Whether an hour behind a day in the same line is its hour: 周四吧，还是九点."""
    between = m.text[day.end : m.start]
    bare = not m.has_day and m.has_clock and m.time.kind not in _NOT_A_TIME
    return bare and len(between) <= 10 and not re.search(r"[。；;\n]|不是|原来", between)


# ── What need not be done ────────────────────────────────────────────────────


def _drop(found: list[Verdict], text: str, turn: Turn, host: str) -> None:
    """Drop the limit of what a later line says need not be done, where another limit stays."""
    said = _DROPS.search(text, turn.body[0], turn.body[1])
    if said is None or re.search(r"[？?]|[吗么]\s*$" if turn.who == host else r"[？?]|[吗么吧]\s*$", text[slice(*turn.body)]):
        return
    for at, v in enumerate(found):
        if said.start("what") <= v.mention.start < said.end():
            found[at] = Verdict(v.mention, DateRole.NEITHER, _DROPPED)
    due = [at for at, v in enumerate(found) if v.role in _DUE and v.mention.end <= turn.body[0]][-_MOST_BEFORE:]
    names = _bigrams(said["what"])
    dropped = [at for at in due if names & _bigrams(_around(found[at].mention))]
    shared = max((len(names & _bigrams(_around(found[at].mention))) for at in dropped), default=0)
    dropped = [at for at in dropped if len(names & _bigrams(_around(found[at].mention))) == shared]
    if dropped and len(dropped) < len(due):
        for at in dropped:
            found[at] = Verdict(found[at].mention, DateRole.NEITHER, _DROPPED)
