"""Days that a text says somewhere to be for others, wherever it names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.models import TimeKind
from bot.core.no_concern import concerns_others
from bot.core.reasons import ANOTHERS
from bot.core.roles import DateRole, Verdict


def with_days_of_others(verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """The verdicts without limits on a day that the text says elsewhere is for others: 文中31日是镇里往县里报的时间，跟各村无关."""
    days = {v.mention.time.start.date() for v in verdicts if v.mention.time.start and v.mention.has_day and v.mention.time.kind is TimeKind.POINT and concerns_others(v.mention)}
    if not days:
        return verdicts
    return [replace(v, role=DateRole.NEITHER, reason=ANOTHERS, weak=False) if v.role is DateRole.DEADLINE and v.mention.time.start and v.mention.time.start.date() in days else v for v in verdicts]
