"""Times moved by a length: 今天的课往后顺一天, 明早九点的会推迟半小时开."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.wording import late

_LATER = r"推迟|顺延|延后|延期|推后|延长|往?后(?:推|挪|顺|移|延|拖|靠|调)|(?<=[会课班训议])晚"
_MOVES = late(rf"[^，。；\d]{{0,18}}?[，,]?[^，。；\d]{{0,6}}?(?:(?P<later>{_LATER})|提前|提早|往?前(?:提|挪|赶|移|调))了?个?")
_PERHAPS = late(r"[雨雪遇如若]|天气|要是|万一|的话|不能")
_AND_IS_HELD = late(r"(?:再|才|准时|照)?(?:开|举行|召开|进行|搞|办|上课|走|出发|集合)|[，。；！,!\s]|$")
_AND_IS_DUE = late(r"(?:再|才|统一)?[交报]")
_MINUTES_A_DAY = 1440


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
        if move is None or _PERHAPS.search(move.group()) or not (one.has_day if whole_days else one.time.clock) or not follows:
            continue
        start = one.time.start + timedelta(minutes=by.minutes if move["later"] else -by.minutes)
        clock = one.time.clock if whole_days or one.time.clock is None else start.strftime("%H:%M")
        found[at] = replace(one, time=replace(one.time, start=start, clock=clock))
        moved.add(one.start)
    return found, moved
