"""What a stage of days ends with: 4月6日至20日放线，20日交. The day of handing in is a limit, and the stage itself no event."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.mentions import Mention
from bot.core.reasons import CERTAIN, STAGE_END
from bot.core.roles import DateRole, Verdict
from bot.core.wording import late

_HANDED_IN = late(r"(?:之?前)?(?:统一|再|就|要|得|须|一并|各自|当天)*(?:上?交|上?报|报送|提交|交[表件齐]|报数)(?=[，,；;。、\n]|$)")
_BY_OTHERS = late(r"[省市县区][里级]|上级|我[局办站所中]|由|检查|公示|验收|会议|培训")
_FARTHEST, _LATEST = 24, 3
"""Characters between a stage and the day it is handed in, and days from its end to that day."""


def with_ends_of_stages(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with the day that closes each stage as a limit, where readers hand in then."""
    found = list(verdicts)
    for at in range(1, len(found)):
        stage, day = found[at - 1], found[at]
        if day.reason not in CERTAIN and _closes(stage.mention, day.mention):
            found[at] = Verdict(day.mention, DateRole.DEADLINE, STAGE_END)
            if stage.role is DateRole.EVENT and stage.reason not in CERTAIN:
                found[at - 1] = Verdict(stage.mention, DateRole.NEITHER, STAGE_END)
    return found


def _closes(stage: Mention, m: Mention) -> bool:
    end, day = stage.time.end, m.time.start
    if not stage.is_range or m.is_range or not m.has_day or end is None or day is None or m.sentence != stage.sentence:
        return False
    between = m.text[stage.end : m.start]
    near = len(between) <= _FARTHEST and 0 <= (day.date() - end.date()).days <= _LATEST
    return near and _HANDED_IN.match(m.right) is not None and _BY_OTHERS.search(between) is None
