"""Times moved by a length: 今天的课往后顺一天, 明早九点的会推迟半小时开; and those that others have so much later: 东片13日，西片晚一天."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.reasons import LISTED_TURN
from bot.core.roles import DateRole, Verdict
from bot.core.wording import late

_LATER = r"推迟|顺延|延后|延期|推后|延长|往?后(?:推|挪|顺|移|延|拖|靠|调)|(?<=[会课班训议])晚"
_MOVES = late(rf"[^，。；\d]{{0,18}}?(?:[，,](?:因|由于|受)[^，。；\d]{{1,14}}?|[，,]?[^，。；\d]{{0,6}}?)[，,]?(?:(?P<later>{_LATER})|提前|提早|往?前(?:提|挪|赶|移|调))了?个?")
_OTHERS = late(
    rf"(?P<act>[^，。；;\n\d]{{0,6}})[，,；;]\s?(?P<who>[一-鿿]{{1,8}}?)的?(?:可以?|允许|准许|能)?(?:再|则|就|都|统一)?(?:(?P<later>{_LATER}|晚|迟|往?后放|再推)|提前|提早|早|往?前(?:提|挪|赶|移|调))了?个?"
)
"""Whose day is so much later or earlier than the one just said."""
_SAME_MATTER = late(r"时间|日期|期限|时限|截止|[上填]?报送?$|^(?:现|原|因|由于|后来|统一|一律|全部|大家|都|不得|不能|不可|每|会议?|活动|检查|验收|培训|课|班|赛|集合|出发|开[会课班])|[会课班训议]期?$|[不没无]|如|若|逾|凡|谁|每")
_NO_DAY = late(r"[^，。；\n]{0,6}?(?:不行|扣|罚|通报|的(?:有|给|算|不)|以上|以内|做好|通知|准备|告|说|讲|到[岗场位]|订|预[订约定]|约|下单|买|采购|备[料货]|刻|印|租|发货)")
_PERHAPS = late(r"[雨雪遇如若]|天气|要是|万一|的话|不能")
_BECAUSE = late(r"(?:因|由于|受)[^，。；如若]*")
_AND_IS_HELD = late(r"(?:再|才|准时|照)?(?:开|举行|召开|进行|搞|办|上课|走|出发|集合)|[，。；！,!\s]|$")
_AND_IS_DUE = late(r"(?:再|才|统一)?[交报]")
_MINUTES_A_DAY, _NEAR = 1440, 24


def _shift_of_others(one: Mention, length: Mention) -> int | None:
    """By how many days others have their day later than the one before (negative: earlier), None where nothing says so."""
    if length.time.kind is not TimeKind.DURATION or not length.time.minutes or length.time.minutes % _MINUTES_A_DAY or length.start - one.end > _NEAR:
        return None
    said = _OTHERS.fullmatch(one.text, one.end, length.start)
    if said is None or _SAME_MATTER.search(said["who"]) or _NO_DAY.match(one.text, length.end):
        return None
    days = length.time.minutes // _MINUTES_A_DAY
    return days if said["later"] else -days


def with_shifts_of_others(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the days that others have so much later or earlier than the limit just said: 东片13日，西片晚一天."""
    found = list(verdicts)
    for at in range(1, len(found)):
        one, length = found[at - 1], found[at].mention
        time = one.mention.time
        if one.role is not DateRole.DEADLINE or time.kind is not TimeKind.POINT or time.start is None:
            continue
        days = _shift_of_others(one.mention, length)
        if days is not None:
            moved = replace(time, said=length.time.said, span=length.time.span, start=time.start + timedelta(days=days), implied=("day",))
            found[at] = replace(one, mention=replace(length, time=moved), reason=LISTED_TURN)
    return found


def shifted(mentions: Sequence[Mention]) -> tuple[list[Mention], set[int]]:
    """The mentions with those moved whose shift stands behind them, and where these begin."""
    found, moved = list(mentions), set[int]()
    for at in range(len(found) - 1):
        one, by = found[at], found[at + 1].time
        if one.time.kind is not TimeKind.POINT or one.time.start is None or by.kind is not TimeKind.DURATION or not by.minutes:
            continue
        move = _MOVES.fullmatch(one.text[one.end : by.span[0]])
        follows = _AND_IS_HELD.match(one.text, by.span[1]) or (move and move["later"] and _AND_IS_DUE.match(one.text, by.span[1]))
        whole_days = by.minutes % _MINUTES_A_DAY == 0
        if move is None or _shift_of_others(one, found[at + 1]) or _PERHAPS.search(_BECAUSE.sub("", move.group())) or not (one.has_day if whole_days else one.time.clock) or not follows:
            continue
        start = one.time.start + timedelta(minutes=by.minutes if move["later"] else -by.minutes)
        clock = one.time.clock if whole_days or one.time.clock is None else start.strftime("%H:%M")
        found[at] = replace(one, time=replace(one.time, start=start, clock=clock))
        moved.add(one.start)
    return found, moved
