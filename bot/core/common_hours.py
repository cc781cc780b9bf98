"""Hours said once for all limits before them: 初稿4月20日，终稿5月8日，时间均为18:00, or behind them: 都按17点算：初稿4月20日，终稿5月8日; and the hour a moved day keeps: 22号变23号，还是上午."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.mentions import Mention
from bot.core.models import Grain, TimeKind
from bot.core.reasons import LISTED_TURN, WEIGHED_OUT
from bot.core.roles import COARSE, DateRole, Verdict
from bot.core.sessions import HOUR_OF_ALL, at_hour_of, spent
from bot.core.wording import late

_LIMIT_OF_EACH = late(r"截止?(?:时点|时间|时刻|钟点|期限)(?:是|为|到|至|[:：])\s?$")
"""截止时点为当日24时: 当日 is each of the days before."""
_KEPT = late(r"(?:还是|仍然?[是为在]?|依旧[是为在]?|照旧[是为在]?|依然[是为在]?|时间不变|钟点不变)[，,]?(?:仍?是|仍?为|在|到)?$")
"""What says that a moved day keeps the hour of the old one."""
_COMES = late(r"(?:准时|正式|统一)*(?:开[始会班课讲映演赛会场工考训]|举行|进行|集合|集中|出发|到场|签到|参[加会训]|报到|上课|点名|[上下]班|开[门放]|关门|休息|停[水电])")
_ANOTHER_MATTER = late(
    r"会议|[开例]会|答辩|面试|笔试|考试|培训|活动|比赛|演练|检查|验收|宣讲|讲座|集合|上课|上班|办公|营业|值班|接待|开放|食堂|窗口|领取|发放|公[示布]|我[们局中]|评审"
)
"""What has hours of its own: 初稿20日、终稿28日交，答辩都在上午."""
_CLOSES = late(r"截[止至]|最[晚迟]")
_THAT_DAY = late(r"[当同][天日]")
_HEADS_LIST = late(r"(?P<closes>之?前|以前|为?止|截止?|为限|收口?|交|报)?(?:算|为准|开始算)?\s?[）)]?\s?[:：]")
"""都按下午5点算：, （均为当日17:00）：: an hour at the head of the list whose days it is for."""
_ONLY_NAMED = late(r"(?:^|.*[\n，,、；;：:])[^\n，,、；;：:]{1,10}[\s—–-]{0,4}", re.S)
_REACH, _APART, _MOST = 46, 60, 40
_UNKNOWN = frozenset({WEIGHED_OUT, "no_duty_beside_it"})
_SETTLED = (DateRole.EVENT, DateRole.RECURRING)


def _is_hour(v: Verdict) -> bool:
    """Whether a mention is an hour or part of a day that names no day of its own."""
    m = v.mention
    dayless = not m.has_day or _THAT_DAY.match(m.time.said)
    return bool(dayless and m.has_clock and m.time.kind is TimeKind.POINT and m.time.start) and v.role not in _SETTLED and not _COMES.match(m.right)


def _is_bare_limit(v: Verdict, closes: bool) -> bool:
    """Whether a mention is a day without an hour by which something is due; where the hour closes, one that was only weighed out may be."""
    m = v.mention
    return (v.role is DateRole.DEADLINE or (closes and v.reason == WEIGHED_OUT)) and m.has_day and not m.has_clock and m.time.kind is TimeKind.POINT and m.time.grain is Grain.DAY and m.time.start is not None


def _limits_before(verdicts: Sequence[Verdict], at: int) -> list[int]:
    """The bare limits right before an hour, in order, each near the next; what is no limit may not stand between."""
    days: list[int] = []
    later: Mention = verdicts[at].mention
    due = verdicts[at].role is DateRole.DEADLINE
    closes = due or later.time.before or _CLOSES.search(later.left[-_REACH:]) is not None
    for index in range(at - 1, max(-1, at - 1 - _MOST), -1):
        m = verdicts[index].mention
        if m.time.grain in COARSE and verdicts[index].role is DateRole.NEITHER:
            continue
        if not _is_bare_limit(verdicts[index], closes) or later.start - m.end > (_APART if days else _REACH):
            break
        days.insert(0, index)
        later = m
    return days if (due and verdicts[at].mention.time.before) or any(verdicts[day].role is DateRole.DEADLINE for day in days) else []


def _limits_behind(verdicts: Sequence[Verdict], at: int, closes: bool) -> list[int]:
    """The bare limits of the list that an hour heads, in order, each near the one before it; where the hour closes, the days beside bare names too."""
    days: list[int] = []
    end = verdicts[at].mention.end
    for index in range(at + 1, min(len(verdicts), at + 1 + _MOST)):
        v, m = verdicts[index], verdicts[index].mention
        if m.start - end > _APART or v.role in _SETTLED:
            break
        named = closes and v.reason in _UNKNOWN and m.has_day and not m.has_clock and m.time.kind is TimeKind.POINT and m.time.grain is Grain.DAY
        if _is_bare_limit(v, closes) or (named and _ONLY_NAMED.fullmatch(m.text, end, m.start)):
            days.append(index)
        elif v.role is not DateRole.NEITHER:
            break
        end = m.end
    return days


def _with_hour_ahead(found: list[Verdict]) -> list[Verdict]:
    for at, v in enumerate(found):
        m = v.mention
        head = _HEADS_LIST.match(m.text, m.end, m.end + 12) if _is_hour(v) else None
        if head is None or not HOUR_OF_ALL.search(m.text[max(0, m.start - _REACH) : m.start]) or _ANOTHER_MATTER.search(m.sentence_left[-_REACH:]):
            continue
        days = _limits_behind(found, at, closes=m.time.before or head["closes"] is not None)
        if len(days) < 2:
            continue
        for day in days:
            one = found[day].mention
            found[day] = Verdict(replace(one, time=at_hour_of(one.time, m.time)), DateRole.DEADLINE, LISTED_TURN)
        found[at] = spent(v)
    return found


def with_common_hours(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with each limit at the hour that is said for all of them before or behind them, or that it keeps."""
    found = _with_hour_ahead(list(verdicts))
    for at, v in enumerate(found):
        if not _is_hour(v):
            continue
        m = v.mention
        left = m.text[max(0, m.start - _REACH) : m.start]
        days = _limits_before(found, at)
        if not days or _ANOTHER_MATTER.search(m.text, found[days[-1]].mention.end, m.start):
            continue
        if _KEPT.search(left):
            days = days[-1:]
        elif len(days) < 2 or not (HOUR_OF_ALL.search(left) or (_THAT_DAY.match(m.time.said) and _LIMIT_OF_EACH.search(left))):
            continue
        for day in days:
            one = found[day].mention
            found[day] = Verdict(replace(one, time=at_hour_of(one.time, m.time)), DateRole.DEADLINE, LISTED_TURN if len(days) > 1 else found[day].reason)
        found[at] = spent(v)
    return found
