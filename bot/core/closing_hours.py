"""The hour at which a counter shuts on the last day: 最晚哪天？11月20日，窗口16:30收工就不接了. It is the hour of the limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.reasons import SAYS_LIMIT
from bot.core.roles import DateRole, Verdict
from bot.core.sessions import at_hour_of, spent
from bot.core.wording import late

_BESIDE = late(r"[，,。；;、是就（(\s）)]{0,3}(?:最后一?[天日]|截止|为限|那天|当天|(?:统一|来)?[交报送缴](?:来|齐|表)?)?[，,。；;（(\s）)]{0,2}(?:[一-鿿\d]{0,4}?(?:窗口|大厅|柜[台面]|前台|门卫|办公室|收发室|服务台|中心|食堂|仓库|我们?|系统|邮局|[站所室店]里?))?(?:就|到)?\s?")
_SHUTS = late(
    r"(?:整|准时)?(?:就|便|会|要)?(?:(?:收工|下班|关门|打烊|锁门|停止?收件|停止受理|停止办理|关窗)|不(?:再)?(?:接|收|办|受理|候)(?=了|[，。；！\s]|$))"
    r"|(?:之?后|以后|过后)[，,]?(?:送|交|来|报|到)?(?:来|到)?的?[^，。；\n]{0,4}(?:退|不(?:再)?(?:[收接办认候]|受理))"
)
_OPENS, _ENDS = late(r"(?:放学|下班|下课|收工|散会|午饭|晚饭|晚自习|打烊|收摊)?(?:之?[前后])?[（(]"), late(r"(?:之?前)?[）)]")
_MOST_DATES = 3
"""How many times behind the day its hour may be, a length among them (最后一天)."""


def with_closing_hours(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with limits of a bare day at the hour at which what takes it in shuts on that day."""
    found = list(verdicts)
    for at, verdict in enumerate(verdicts):
        m = verdict.mention
        if verdict.role is not DateRole.DEADLINE or m.has_clock or not m.has_day or m.is_range or m.time.start is None:
            continue
        hour = next((each for each in range(at + 1, min(at + 1 + _MOST_DATES, len(found))) if found[each].mention.time.kind is not TimeKind.DURATION), None)
        if hour is not None and _in_brackets(m, found[hour].mention):
            found[at] = replace(verdict, mention=replace(m, time=at_hour_of(m.time, found[hour].mention.time)))
            found[hour] = spent(found[hour])
        elif hour is not None and _closes(m, found[hour].mention):
            found[at] = Verdict(replace(m, time=at_hour_of(m.time, found[hour].mention.time)), DateRole.DEADLINE, SAYS_LIMIT)
            found[hour] = spent(found[hour])
    return found


def _in_brackets(day: Mention, m: Mention) -> bool:
    """周五放学（下午5:20）: whether an hour only says when on a day the limit is."""
    if m.has_day or not m.time.clock or m.time.end_clock or m.time.start is None:
        return False
    return _OPENS.fullmatch(m.text, day.end, m.start) is not None and _ENDS.match(m.right) is not None


def _closes(day: Mention, m: Mention) -> bool:
    if m.has_day or not m.time.clock or m.time.end_clock or m.time.start is None:
        return False
    return _BESIDE.fullmatch(m.text, day.end, m.start) is not None and _SHUTS.match(m.right) is not None
