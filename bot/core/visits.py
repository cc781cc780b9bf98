"""What is to be ready when somebody comes to look: 明天下午两点半县里要来检查台账，你把票据准备好. Without a limit of its own it is due by then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.models import TimeKind
from bot.core.reasons import CALLED_OFF, PAST, SUPERSEDED
from bot.core.roles import COARSE, DateRole, Verdict
from bot.core.wording import late

_COME_TO_LOOK = late(r"[^，。；\n]{0,16}?(?:来|到(?!位|账|货|期))[^，。；\n]{0,10}?(?:检查|督[查导]|验收|视察|调研|考核|抽查|暗访|参观|评估|审计|查|看)")
_NO_NEED = late(r"不(?:用|必|需要?)(?:再)?(?:准备|陪|管|另)|来过|(?:检查|验收|督查|看)(?:完|过)?了")
_MADE_READY = late(
    r"(?:把|将)[^，。；\n]{2,40}?(?:准备|备|整理|收拾|打扫|摆|弄|清理?|理|放|送|挂|贴|拿|搬|补|找|打印|装订)(?:好|齐|一下|完|到|出来|干净|整齐)"
    r"|(?:准备|备|整理|收拾|摆|打印|装订|找)(?:好|齐|出)[一-鿿]{2,10}"
)
_REACH = 120
_PAST = frozenset({PAST, SUPERSEDED, CALLED_OFF})


def with_visits(verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """The verdicts with the day on which others come to look a limit, where something is to be ready and nothing else says by when."""
    if any(v.role is not DateRole.NEITHER for v in verdicts):
        return verdicts
    found = list(verdicts)
    for at, v in enumerate(verdicts):
        m = v.mention
        dated = m.has_day and m.time.kind is TimeKind.POINT and m.time.start is not None and m.time.grain not in COARSE and v.reason not in _PAST
        if not dated or _NO_NEED.search(m.text[m.start : m.start + _REACH]):
            continue
        comes = _COME_TO_LOOK.match(m.text, m.end, m.end + 40)
        if comes and _MADE_READY.search(m.text, comes.end(), comes.end() + _REACH):
            found[at] = replace(v, role=DateRole.DEADLINE, reason="visited", weak=False)
            break
    return found
