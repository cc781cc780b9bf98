"""The days of one part of a course beside another part of it: 理论段：10月20日至21日，实训楼；实操段：10月22日上午8点，种猪场."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.mentions import Mention
from bot.core.reasons import SESSION, WEIGHED_OUT
from bot.core.roles import DateRole, Verdict
from bot.core.wording import late

_PART = late(r"(?:^|[\n；;。])[^，。；;：:\n]{0,6}(?:[授上]课|教学|理论|实操|实训|面授|培训|集训|讲座|观摩)(?!时间|日期)[^，。；;：:\n时日]{0,4}[:：]\s?$")
_IN_ROOM = late(r"[，, ]\s?(?!各|请|由|报|交|对照|在家)[一-鿿A-Za-z]{2,16}?(?:楼|[室厅堂馆场所]|[院校厂站](?!长)|中心|基地|会议室)[一-鿿A-Z\d]{0,10}(?=[，。；、\s（(]|$)")
_OPEN = frozenset({WEIGHED_OUT, "bare_span", "no_duty_beside_it"})
_LABEL, _NEAR = 24, 120


def with_parts_of_course(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the days of a part in a room as a session, where another part beside it is one."""
    found = list(verdicts)
    for at, v in enumerate(found):
        beside = [each for each in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2]) if each.role is DateRole.EVENT and not each.weak]
        open_ = v.role is DateRole.NEITHER and v.reason in _OPEN and v.mention.is_range and not v.mention.time.before
        if open_ and _is_part(v.mention) and any(_labelled(each.mention) and abs(each.mention.start - v.mention.end) < _NEAR for each in beside):
            found[at] = Verdict(v.mention, DateRole.EVENT, SESSION)
    return found


def _labelled(m: Mention) -> bool:
    return _PART.search(m.text[max(0, m.start - _LABEL) : m.start]) is not None


def _is_part(m: Mention) -> bool:
    return _labelled(m) and _IN_ROOM.match(m.right[:40]) is not None
