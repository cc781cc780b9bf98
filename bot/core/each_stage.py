"""Limits said once for every stage: 每个阶段的最后一天17时前, 每轮结束次日交. Each stage whose days the text names has one at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.core.models import Grain, TimeExpression, TimeKind
from bot.core.reasons import COUNTED, PAST, SUPERSEDED, UNANCHORED
from bot.core.roles import HAND_IN, DateRole, Verdict
from bot.core.sessions import at_hour_of
from bot.core.spanning import Placed
from bot.core.times.numbers import number
from bot.core.wording import late

_ENDS = r"(?:工作|任务)?(?:结束|收尾|截止|完成|期满|收官|做完)"
_EACH_END = late(
    r"[每各](?:一个?|个)?(?P<unit>阶段|轮|批|期|环节|步|波|段)次?(?:工作|任务|行动)?[的之]?"
    rf"(?:(?P<last>最后一?[天日]|末[日尾]|收官日|截止[日时])|{_ENDS}(?:之|以)?后?的?(?:(?P<same>当[天日晚]|那[天日]|之日)|(?P<next>次日|第二天|翌日|隔天)|(?P<days>[一二两三四五六七\d])[天日][之以]?内)|{_ENDS}的?前(?P<eve>[一二两三\d])[天日])"
)
_CLAUSE_OF_OTHERS = late(r"(?:[我本][局办站所委中镇县校]|[省市县镇区](?:里|局|[委级])|督[查导]组|专班|领导小组|专家组)[^，。；：:\n]{0,6}$")
_OTHERS_ACT = late(r"[^，。；\n]{0,6}?[，,]?(?:[^，。；\n]{0,4})?(?:我[局办站所委们]|由(?!各|你|本人|专人)|公[布示]|通报|抽查|验收|督查|点评|发布|检查组|组织(?:抽|检|验|交叉))")
_ASKED = late(HAND_IN)
_LOCKED = late(r"[^，。；\n]{0,6}?(?:系统|平台|通道|自动|入口|链接){0,2}(?:将|就|自动|准时|统一){0,2}(?:锁|关|截止|停止)")
"""每步最后一天24点自动锁: what the stage is done in shuts at its end."""
_OTHERS_STAGE = late(r"[^。；\n]{0,30}?[（(](?:由)?(?:[省市县区镇乡][里级局]?|我们|[我本][局办站所])[^（）()]{0,6}[)）]")
"""与综治数据比对（县里做）."""
_SENTENCE = late(r"[^。！\n]{0,80}")
_BESIDE, _FEWEST, _MOST = 20, 2, 12
_FARTHEST = 400


def _stages(verdicts: Sequence[Verdict], places: Sequence[int], unit: str) -> list[int]:
    """The last run of spans of days, each behind the one before, beside which the unit is named."""
    run: list[int] = []
    for index in reversed(places):
        m = verdicts[index].mention
        later = verdicts[run[0]].mention.time.start if run else None
        if later is not None and m.time.end is not None and m.time.end >= later:
            break
        run.insert(0, index)
    named = [index for index in run if unit[0] in (m := verdicts[index].mention).text[max(0, m.start - _BESIDE) : m.end + 4]]
    return run[-_MOST:] if len(named) >= _FEWEST else []


def _on(said: TimeExpression, day: date, hour: TimeExpression | None) -> TimeExpression:
    """A day in the words of the stage it ends, at this hour."""
    found = replace(said, kind=TimeKind.POINT, start=datetime.combine(day, time()), end=None, clock=None, end_clock=None, part=None, grain=Grain.DAY, before=True)
    return at_hour_of(found, hour) if hour else found


def with_each_stage(verdicts: Sequence[Verdict], sent_on: date) -> list[Verdict]:
    """The verdicts with the stages as limits, each at its end, where the text says so of all of them at once."""
    found = list(verdicts)
    text = found[0].mention.text if found else ""
    if not any(word in text for word in ("每", "各")):
        return found
    placed = Placed(range(len(found)), lambda index: found[index].mention.start)
    spans = [index for index, v in enumerate(found) if v.mention.is_range and v.mention.has_day and v.reason not in (PAST, SUPERSEDED)]
    spans_placed = Placed(spans, lambda index: found[index].mention.start)
    for match in _EACH_END.finditer(text) if len(spans) >= _FEWEST else ():
        behind = _SENTENCE.match(text, match.end())
        if _CLAUSE_OF_OTHERS.search(text, max(0, match.start() - _BESIDE), match.start()) or _OTHERS_ACT.match(text, match.end()):
            continue
        if behind is None or not (_ASKED.search(behind[0]) or _LOCKED.match(behind[0])):
            continue
        before = spans_placed.between(match.start() - 4 * _FARTHEST, match.start() - 1)[-_MOST:]
        after = spans_placed.between(match.end(), match.end() + _FARTHEST)
        stages = _stages(found, before, match["unit"]) or _stages(found, after, match["unit"])
        own = [index for index in placed.between(match.start() - 2, match.end() + 1) if found[index].mention.end > match.start()]
        hours = [found[index].mention.time for index in own if found[index].mention.has_clock]
        shift = 1 if match["next"] else int(number(match["days"]) or 0) if match["days"] else -int(number(match["eve"]) or 1) if match["eve"] else 0
        for index in stages:
            m = found[index].mention
            day = m.time.end.date() + timedelta(days=shift)  # type: ignore[union-attr]
            if day >= sent_on and not _OTHERS_STAGE.match(text, m.end):
                found[index] = Verdict(replace(m, time=_on(m.time, day, hours[0] if hours else None)), DateRole.DEADLINE, COUNTED)
        for index in own if stages else ():
            found[index] = Verdict(found[index].mention, DateRole.NEITHER, UNANCHORED)
    return found
