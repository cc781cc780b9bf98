"""What can be done from one day to another, said in two breaths: 自4月9日起办到4月30日, 窗口3月2日开，3月9日关. The second day is the limit."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.reasons import ANOTHERS, CALLED_OFF, OPEN_UNTIL, PAST, SHUTS, SUPERSEDED, UPPER_LEVEL
from bot.core.roles import DateRole, Verdict
from bot.core.wording import late

_TAKES = r"(?:办(?:理|证)?|收(?:件|表|费|取|单|稿)?|受理|登记|申报|填报?|报名?|年?审|验|认证?|换|领|缴|交|补|接[收件]|采集|征[集稿]?)"
_RUNS = late(rf"起?(?:开始?)?{_TAKES}?[，,、]?\s?(?:就|可以|能|一?直)*{_TAKES}(?:到|至)")
"""起办到, 开办，办到, 一直收到: what is done from the first day until the second."""
_OPENS = late(r"(?:正式|统一)?开(?:放|通|启|门|窗|始)?(?:[，,、]\s?)?(?:一?直)?(?:[开到]?(?:到|至))?")
_ENDS = late(r"\s?(?:关(?:闭|门|窗|网|停)?|截(?:止)?|停收?|收口|为?止|结束)(?=[，。；、！\s]|$)")
_DOOR = late(r"(?:系统|平台|通道|端口|入口|链接|窗口|问卷|小程序|大厅|服务[点台]|收[件表]点)[”\"』」）)]?(?:[是从自打于在]|统一)*$")
_UNTIL = late(r"(?:到|至)$")
_REPAIRED = late(r"维护|检修|升级|封闭|闭馆|展|游|演出|营业|促销|优惠")
_GONE = frozenset({PAST, SUPERSEDED, CALLED_OFF, ANOTHERS, UPPER_LEVEL})
_REACH = 24


def _day(m: Mention) -> bool:
    return m.has_day and m.time.start is not None and m.time.kind in (TimeKind.POINT, TimeKind.RANGE)


def _runs(one: Mention, two: Mention) -> bool:
    """Whether the words between and beside two days say that something is open from the first to the second."""
    if not (_day(one) and _day(two)) or one.is_range or two.is_range or two.start - one.end > _REACH or one.time.before or "\n" in one.text[one.end : two.start]:
        return False
    if _REPAIRED.search(one.left[-_REACH:]) or two.time.start < one.time.start:  # type: ignore[operator]
        return False
    if _RUNS.fullmatch(one.text, one.end, two.start):
        return True
    opens = _OPENS.fullmatch(one.text, one.end, two.start)
    ends = _ENDS.match(two.right) or two.time.said.endswith(("截", "截止", "止"))
    door = _DOOR.search(one.left[-_REACH:])
    return bool(opens and (ends if not _UNTIL.search(opens[0]) else ends or door) and (door or _UNTIL.search(opens[0])))


def with_open_until(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the first day of what is open no limit, and the last one the limit."""
    found = list(verdicts)
    for at in range(1, len(found)):
        one, two = found[at - 1], found[at]
        if two.reason in _GONE or not _runs(one.mention, two.mention):
            continue
        if one.reason not in _GONE:
            found[at - 1] = Verdict(one.mention, DateRole.NEITHER, OPEN_UNTIL)
        found[at] = Verdict(two.mention, DateRole.DEADLINE, SHUTS)
    return found
