"""Lines that say of somebody no more than his day: 城关、城南——9月15日, ①东片：8月6日."""

from __future__ import annotations

from bot.core.mentions import Mention
from bot.core.models import TimeKind
from bot.core.wording import late

_WHOSE = late(r"\n[ \t]*(?:[①-⑳]|\d{1,2}[.、）)])?[^\n，。；;：:\d—]{1,16}(?:[:：]|—{1,2}|－|-|[ 　|｜])[ 　]?\Z")
_REST = late(r"[ 　]*(?:[（(][^（()）\n]{1,8}[）)])?[ 　]*(?:[；;。，,]?[ 　]*\n|\Z)")


def fills_line(m: Mention) -> bool:
    """Whether a day is all that its line says of who is named before it."""
    dated = m.has_day and not m.time.before and m.time.kind is TimeKind.POINT
    return dated and _WHOSE.search(m.text, max(0, m.line[0] - 1), m.start) is not None and _REST.match(m.text, m.end) is not None
