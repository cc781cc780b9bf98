"""Deadlines of the reader out of the dates whose role is known: what day, what time, which of them stand, what about."""

from __future__ import annotations

import calendar as months
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.corrected import without_corrected
from bot.core.due_for import what_each_is_for
from bot.core.limits import with_neighbours
from bot.core.members import Member, member_of
from bot.core.mentions import Mention
from bot.core.models import Deadline, Grain, Part, Span, TimeExpression, TimeKind
from bot.core.neither import surely_over
from bot.core.reasons import READERS_FIELD
from bot.core.roles import COARSE, DateRole, Verdict
from bot.core.wording import late
from bot.core.workdays import Calendar

_BEGINS_LEFT = late(r"(?:开始|起始|启动|开放|开通)(?:时间|日期)?[为是于在:：]?$")
_ENTERS = late(r"(?:网上)?(?:(?:报名|网报|缴费|领取|申报|投稿)(?:时间|日期|期)?|(?:填报|登记|受理|年[检审])期)[为是:：]?$")
_CEILING = late(r"(?:最长|最多|至多|不超过)(?:可以?|能)?(?:放宽|宽限|延长?|延期|推迟|顺延)[到至]$")
"""可申请延期，最长延到15日: how far a limit can move for those who ask."""
_FAINT = frozenset({"act_later", "part_only"})
"""Reasons too faint to stand beside an event."""
_LABELLED = frozenset({"window_label", "from_now_until", READERS_FIELD})
"""Windows the text names as such."""


_STOP, _SENTENCES_ON = late(r"[。！\n]"), 2
"""How many sentences on a stage may still name its own hand-in date."""


def last_day_of(moment: datetime, grain: Grain, calendar: Calendar) -> date:
    """The day a span of this grain ends on: a week's last workday, else the last calendar day."""
    day = moment.date()
    if grain is Grain.WEEK:
        return calendar.last_workday_of_week(day)
    month = {Grain.MONTH: day.month, Grain.QUARTER: (day.month + 2) // 3 * 3, Grain.YEAR: 12}.get(grain)
    return day if month is None else date(day.year, month, months.monthrange(day.year, month)[1])



def day_and_time(m: Mention, calendar: Calendar) -> tuple[date, str | None, Part | None]:
    """The label's day with clock time or part of what is mentioned, its end where it is a span."""
    return day_and_time_of(m.time, calendar)


def day_and_time_of(time: TimeExpression, calendar: Calendar) -> tuple[date, str | None, Part | None]:
    """The label's day with clock time or part of a time expression, its end where it is a span."""
    is_span = time.kind is TimeKind.RANGE and time.end is not None
    moment = time.end if is_span else time.start or time.end
    assert moment is not None
    clock = time.end_clock if is_span else time.clock
    if clock == "24:00" or time.midnight_end:
        return (moment - timedelta(minutes=1)).date(), "24:00", None
    if clock is not None:
        return moment.date(), clock, None
    if time.part is not None:
        return moment.date(), None, time.part
    if time.kind is TimeKind.POINT and time.grain in COARSE:
        return last_day_of(moment, time.grain, calendar), None, None
    return moment.date(), None, None


def _deadline(verdict: Verdict, calendar: Calendar) -> Deadline:
    return limit_at(verdict.mention.time, calendar)


def limit_at(time: TimeExpression, calendar: Calendar) -> Deadline:
    """A limit at the time that is said."""
    day, clock, part = day_and_time_of(time, calendar)
    return Deadline(
        date=day,
        at=calendar.at(day, clock, part),
        time=clock,
        part=part,
        said=time.said,
        span=time.span,
        implied=time.implied,
    )



def _standing(verdicts: Sequence[Verdict], used: Collection[int]) -> list[Verdict]:
    """Strong deadlines and windows; the weak ones only where there is nothing stronger."""
    mine = [v for v in verdicts if v.role in (DateRole.DEADLINE, DateRole.WINDOW) and v.mention.start not in used]
    mine = [v for v in mine if not _only_begins(v, mine)]
    strong = [v for v in mine if not v.weak]
    if not strong:
        weak = [v for v in mine if v.reason not in _FAINT] or mine
        events = any(v.role is DateRole.EVENT and not v.weak for v in verdicts)
        recurring = bool(used)
        return [] if recurring or (events and all(v.reason in _FAINT for v in weak)) else weak
    handed = {v.mention.item: v for v in strong if v.role is DateRole.DEADLINE}
    return [v for v in strong if v.role is DateRole.DEADLINE or not _has_hand_in(v, handed.get(v.mention.item))]



def _only_begins(verdict: Verdict, others: Sequence[Verdict]) -> bool:
    """8月12日开始，9月10日24时结束；开始6月1日，结束6月20日: where a window begins is no limit."""
    m = verdict.mention
    opens = (m.time.kind is TimeKind.RANGE and m.time.end is None) or _BEGINS_LEFT.search(m.left)
    return bool(opens) and any(v.mention.sentence == m.sentence and v.mention.start > m.start for v in others)



_NAMED_STAGE = late(r"第[一二三四五六\d][批步轮期阶次]|[批轮]次?[:：]?$")
_ITS_PAPER = late(r"(?P<act>[一-鿿]{2})(?:工作)?(?:报告|[总小]结|情况|结果)")


def _done_before(window: Mention, due: Mention) -> bool:
    """18日至26日逐户登记，台账28日交: work that is over before what it yields is handed in; a stage by number, or what only its report closes, is one with it."""
    end, day = window.time.end, due.time.start
    if end is None or day is None or day.date() <= end.date() or _NAMED_STAGE.search(window.clause_left[-12:]):
        return False
    stage = window.text[max(window.sentence[0], window.start - 20) : due.start]
    papers = _ITS_PAPER.finditer(f"{due.clause_left[-20:]} {due.clause_right[:20]}")
    return not any(stage.replace(paper[0], "").count(paper["act"]) for paper in papers)


_HANDED_IN_THEN = late(r"(?:[之以]?内|之?间|期间)?(?:统一|分批|集中|全部|一并|陆续|亲自|持[一-鿿]{2,6}|把[一-鿿]{2,8}|将[一-鿿]{2,8}){0,2}(?:上报|报送|上交|提交|交|送|寄|报)(?:到|至|给|往)?[一-鿿\d“《]{2,12}(?:[室科处股办局站所部院心校台口社厅]|[箱柜]|老师|主任)(?=[，,。；;（(\n]|$)")
"""结题报告12月1日至10日交行政楼512室: what is handed to somebody within a window needs no other day for it."""


_MILESTONE = late(r"[^，。；\n]{0,6}?(?:过半|[到达][一二三四五六七八九]成|\d{1,2}\s?[%％]|百分之|完成一半|[一二三四]分之)")
"""8月25日前过半，9月10日前到九成: how far one must be by then, which leaves the end of the window what it is."""


def _has_hand_in(window: Verdict, due: Verdict | None) -> bool:
    """Whether a stage names its own hand-in date behind it; a date before the stage begins is for something else."""
    if due is not None and _done_before(window.mention, due.mention):
        return False
    if due is None or due.mention.start < window.mention.start or len(_STOP.findall(due.mention.text, window.mention.end, due.mention.start)) > _SENTENCES_ON:
        return False
    if _HANDED_IN_THEN.match(window.mention.clause_right):
        return False
    if re.match(r"[^，。；]{0,8}?(?:收(?!集)|报名|缴费|领取|申报(?!表|书))", window.mention.clause_right) or _ENTERS.search(window.mention.left):
        return False
    if _MILESTONE.match(due.mention.right):
        return False
    if re.match(r"[^，。；]{0,6}?整改(?!报告|材料|台账|情况|照片|方案|清单|回执|表)", due.mention.clause_right):
        return False
    begins, day = window.mention.time.start, due.mention.time.start
    return window.reason not in _LABELLED or begins is None or day is None or day.date() >= begins.date()



def _in_other_members(bare: Deadline, timed: Deadline, members: Mapping[Span, Member | None]) -> bool:
    """Whether a day and the same day with an hour are the limits of two members of one list, each of somebody else."""
    one, other = members.get(bare.span), members.get(timed.span)
    return one is not None and other is not None and one.whose != other.whose and one.joint == other.joint


def _part_of(clock: str) -> Part:
    return Part.MORNING if clock <= "12:00" else Part.AFTERNOON if clock < "18:00" else Part.EVENING



def _most_exact(found: Sequence[Deadline], members: Mapping[Span, Member | None]) -> list[Deadline]:
    """Each instant once, and no bare day beside the same day with a time, unless they are those of two members of a list."""
    timed = {d.date for d in found if d.time or d.part}
    covered = {(d.date, _part_of(d.time)) for d in found if d.time}
    kept = {
        (d.at if d.time else d.date, d.part): d
        for d in found
        if d.time
        or (d.part and (d.date, d.part) not in covered)
        or (not d.part and d.date not in timed)
        or all(_in_other_members(d, each, members) for each in found if each.date == d.date and (each.time or (each.part and not d.part)))
    }
    ended = {d.at: d for d in found if d.time == "24:00"}  # 25日24点前填完，平台26日零点关: one instant, the end of the day asked for
    kept = {key: ended.get(d.at, d) if d.time else d for key, d in kept.items()}
    return sorted(kept.values(), key=lambda d: (d.at, d.span))



def read_deadlines(
    verdicts: Sequence[Verdict], calendar: Calendar, used: Collection[int] = ()
) -> tuple[Deadline, ...]:
    """The reader's deadlines, earliest first.

    `used` are the starts of mentions that belong to something else (bounds and clock times of a recurrence).
    """
    # A rhythm or a length has no day of its own, whatever it is taken for.
    dated = (v for v in verdicts if v.mention.time.start or v.mention.time.end)
    decided = [v for v in dated if not (surely_over(v.mention) or _CEILING.search(v.mention.left[-12:]))]
    rhythms = [v.mention for v in verdicts if v.mention.time.kind is TimeKind.SET and v.mention.start in used]
    standing = without_corrected(_standing(with_neighbours(decided, rhythms), used))
    found = [_deadline(v, calendar) for v in standing]
    kept = _most_exact(found, {v.mention.time.span: member_of(v.mention) for v in standing})
    if len(kept) == 1:
        return tuple(kept)
    by_span = {v.mention.time.span: v for v in standing}
    names = what_each_is_for([by_span[d.span] for d in kept])
    return tuple(replace(d, about=name) for d, name in zip(kept, names, strict=True))
