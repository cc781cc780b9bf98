"""Programmes: 7日上午开幕式，操场；8日下午现场赛；9日至10日展评. What one item of them is, those beside it are too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.reasons import SESSION, WEIGHED_OUT
from bot.core.roles import COARSE, HAND_IN, DateRole, Verdict
from bot.core.wording import late

_OPEN = frozenset({WEIGHED_OUT, "no_duty_beside_it", "bare_span", "act_later", "opening_hours"})
_ANNOUNCED_OPEN = _OPEN | {"act_precedes", "act_follows", "weighed_deadline"}
"""Reasons that an item of a programme outweighs; where the list is announced as gatherings, also words that only sound like a duty."""
_OPENS = late(r"(?:^|[，,。；;：:\n、])[ \t]*(?:[-*•·]|[①-⑳]|[（(]?[\d一二三四五六七八九十]{1,2}[)）.．、])?[ \t]*(?:其中|然后|再)?$")
"""What stands before the day of an item: nothing but its mark."""
_GATHERING = late(
    r"\s?[：:]?\s?[一-鿿A-Za-z“”《》·、（）()\d]{0,14}?"
    r"(?:(?<![委协商学工社][员生])(?<![委协商学工社])会|[竞比初复决预]?赛|[汇会展]演|演出|表演|展[评示览]?|[党团微]?课|仪式|开幕式?|闭幕式?|典礼|颁奖|培训|讲座|演练|考试|测试|抽测|面试|笔试|答辩|辅导|体检|义诊|活动|排练|走台|彩排|合练|联欢|参观|研学|观摩|宣讲|拔河|接力|座谈|游园)"
    r"(?:[（(][^（）()\n]{1,16}[）)])?(?=[，,；;。\n ]|$)"
)
"""What an item names: somewhere people come together, and nothing else."""
_ANNOUNCED = late(
    r"(?:[两二三四五六七八九十\d几]|以下|下列)个?(?:次|场|期|轮|堂|节|天)[一-鿿]{0,6}(?:排练|彩排|合练|培训|例?会|讲座|课|比?赛|活动|演练|演出|走台|宣讲|辅导|体检)(?:的?(?:安排|时间|日程))?(?:如下|分别(?:是|在|为)|是|为)?[：:]\s*$"
)
"""还有两次排练：, behind which all days are those of the rehearsals."""
_UP_TO_MARK = late(r"[，,]?[^，,。；;\n]*")
_NO_ITEM = late(r"截止|公[示布]|通报|之?前(?!往)|不用|取消|已|[我本市县省][局办里委中]")
_HANDED_IN, _REPORTS = late(HAND_IN), late(r"(?:汇报|报告|述职)[^，,。；;]{0,2}会")
_REACH, _MOST = 40, 40


def _item(m: Mention) -> str | None:
    """What the day that opens an item of a list is followed by, None where it opens none."""
    dated = m.has_day and not m.time.before and m.time.start is not None and m.time.kind in (TimeKind.POINT, TimeKind.RANGE)
    if not dated or m.time.grain in COARSE or _OPENS.search(m.text[max(0, m.start - _REACH) : m.start]) is None:
        return None
    return _UP_TO_MARK.match(m.text, m.end, m.end + _REACH)[0]  # type: ignore[index]


def _runs(verdicts: Sequence[Verdict]) -> list[list[int]]:
    """The places of days that open items one behind the other, each within reach of the next."""
    runs: list[list[int]] = []
    for at, v in enumerate(verdicts):
        if v.mention.time.grain in COARSE and v.role is DateRole.NEITHER:
            continue
        if _item(v.mention) is None:
            continue
        if runs and v.mention.start - verdicts[runs[-1][-1]].mention.end <= _REACH and len(runs[-1]) < _MOST:
            runs[-1].append(at)
        else:
            runs.append([at])
    return [run for run in runs if len(run) > 1]


_OPENS_LINE = late(r"(?:^|\n)[ \t　]*(?:[-*•·]|[①-⑳]|[（(]?\d{1,2}[)）.、])?[ \t　]*\Z")
_PART_OF_IT = late(r"[ \t　:：—-]*[^，,。；;\n]{0,10}?(?:到位|就位|讲评|点评|总结|致辞|讲话|发言|合影|解散|散会|结束|示范|演示|签到|入场|集合|警报|疏散|清点|茶歇|提问|讨论|揭牌|剪彩|礼成|返程|转运)")
_FEWEST_STEPS = 3


def with_agenda(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the steps of an agenda no events but the first: 14:30 拉响警报⏎14:33 各班到位⏎15:10 讲评完毕，解散."""
    found = list(verdicts)
    steps: list[int] = []
    for at in (*range(len(found)), None):
        m = found[at].mention if at is not None else None
        opens = m is not None and m.time.clock and not m.has_day and _OPENS_LINE.search(m.text, max(0, m.line[0] - 1), m.start)
        if at is not None and opens:
            steps.append(at)
            continue
        if len(steps) >= _FEWEST_STEPS and sum(_PART_OF_IT.match(found[step].mention.text, found[step].mention.end) is not None for step in steps) >= len(steps) - 1:
            for step in steps[1:]:
                if found[step].role is DateRole.EVENT:
                    found[step] = Verdict(found[step].mention, DateRole.NEITHER, "stop_on_the_way")
        steps = []
    return found


def with_programme(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the undecided days of a programme events, where one of them is or the list is said to be one of gatherings."""
    found = list(verdicts)
    for run in _runs(found):
        held = any(found[at].role is DateRole.EVENT and not found[at].weak for at in run)
        announced = False
        for place, at in enumerate(run):
            v = found[at]
            m, item = v.mention, _item(v.mention) or ""
            goes_on = place > 0 and "。" not in m.text[found[run[place - 1]].mention.end : m.start]
            announced = (announced and goes_on) or _ANNOUNCED.search(m.text[max(0, m.start - _REACH) : m.start]) is not None
            named = _GATHERING.match(item) is not None
            free = announced and v.reason in _ANNOUNCED_OPEN and (named or not _HANDED_IN.search(item))
            free = free or (held and named and (v.reason in _OPEN or (v.reason == "act_follows" and _REPORTS.search(item) is not None)))
            if free and v.role is not DateRole.EVENT and not _NO_ITEM.search(item):
                found[at] = replace(v, role=DateRole.EVENT, reason=SESSION, weak=False)
    return found
