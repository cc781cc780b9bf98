"""So much time given from now on: 给大家三天时间把表补齐, 给你们两小时撤完. It ends in a limit like 三天内."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.mentions import Mention
from bot.core.models import Grain, TimeKind
from bot.core.wording import late

_GIVEN = late(r"(?<!不)(?:给|留给|宽限|容)(?:大家|你们|各[一-鿿]{1,4}|每[个家户][一-鿿]?|村里|组里|班里|大伙|诸位)(?:再|留|留出|也|就)?\s?$")
_FOR_WORK = late(
    r"的?(?:(?:时间|期限|工夫|限期)[，,]?[^，,。；;\n]{0,6}?(?=[，,。；;！!\n]|$|把|将|整改|补|完成|弄|做|填|报|交|自?查|清|准备|落实|处理|搬|改|撤|核)"
    r"|[^，,。；;\n]{0,4}?(?:把|将|整改|补[齐交报录]|完成|弄好|做完|填[好完]|报上来|交上来|自查|清[理完]|处理|搬[走完]|改[好完]|撤[走完]))"
)
_LEISURE = late(r"[^，,。；;\n]{0,6}?(?:休息|复习|放松|考虑|适应|体验|试|陪|玩|假|免费)")
_DAYS = late(r"(?:天|日|昼夜|周|星期|礼拜)$")
_DAY, _HALF_DAY = 24 * 60, 12 * 60


def with_time_given(mentions: Sequence[Mention], sent_at: datetime) -> list[Mention]:
    """The mentions with a length that is given to readers as the limit it ends in, unless its sentence names a limit."""
    return [_limit(m, sent_at) if _is_given(m) else m for m in mentions]


def _is_given(m: Mention) -> bool:
    time = m.time
    if time.kind is not TimeKind.DURATION or not time.minutes or time.workdays or not (_DAYS.search(time.said) or time.minutes < _HALF_DAY):
        return False
    named = m.after < m.sentence[1]
    return not named and _GIVEN.search(m.left[-16:]) is not None and _FOR_WORK.match(m.right) is not None and _LEISURE.match(m.right) is None


def _limit(m: Mention, sent_at: datetime) -> Mention:
    time = m.time
    end = sent_at.replace(second=0, microsecond=0) + timedelta(minutes=time.minutes or 0)
    if _DAYS.search(time.said):
        return replace(m, time=replace(time, kind=TimeKind.POINT, start=end.replace(hour=0, minute=0), grain=Grain.DAY, before=True))
    return replace(m, time=replace(time, kind=TimeKind.POINT, start=end, grain=Grain.MINUTE, clock=end.strftime("%H:%M"), before=True))
