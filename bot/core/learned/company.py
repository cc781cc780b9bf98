"""What the dates of one text say of each other: a second look at each, in the company of the others."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from heapq import nlargest

from bot.core.learned.features import days_ahead
from bot.core.learned.linear import Chances
from bot.core.learned.trees import Model
from bot.core.models import TimeKind
from bot.core.roles import DateRole, Verdict

_NOBODY = -1.0
_NEIGHBOURS = (("before", -1), ("after", 1), ("before_that", -2), ("after_that", 2))


def company_features(verdicts: Sequence[Verdict], alone: Sequence[Chances], sent_at: datetime, words: Chances) -> list[dict[str, float]]:
    """Features of every date of a text: how likely each role is for it and for those around it when looked at alone."""
    highest = {role: nlargest(2, (each[role] for each in alone)) for role in DateRole}
    return [_among(verdict, place, alone, highest, sent_at, words) for place, verdict in enumerate(verdicts)]


def _among(
    verdict: Verdict, place: int, alone: Sequence[Chances], highest: Mapping[DateRole, Sequence[float]], sent_at: datetime, words: Chances
) -> dict[str, float]:
    """`highest` are the two highest chances of each role in the text: the higher one that is not its own counts."""
    own = alone[place]
    found = {f"own_{role}": chance for role, chance in own.items()}
    for tag, step in _NEIGHBOURS:
        other = alone[place + step] if 0 <= place + step < len(alone) else {}
        found.update({f"{tag}_{role}": other.get(role, _NOBODY) for role in DateRole})
    if len(alone) > 1:
        found.update({f"any_{role}": top[1] if own[role] == top[0] else top[0] for role, top in highest.items()})
    else:
        found.update({f"any_{role}": 0.0 for role in DateRole})
    found.update({f"text_{kind}": chance for kind, chance in words.items()})
    found["dates"] = float(len(alone))
    found["place"] = float(place)
    found["share"] = place / len(alone)
    found[f"rule_{verdict.role}"] = 1.0
    found[f"ahead_{days_ahead(verdict, sent_at)}"] = 1.0
    m = verdict.mention
    for name, holds in (
        ("weak", verdict.weak), ("limit", m.time.before), ("clock", m.time.clock is not None), ("part", m.time.part is not None), ("span", m.is_range),
        ("day", m.has_day), ("last", m.is_last), ("year", "year" not in m.time.implied), ("set", m.time.kind is TimeKind.SET),
    ):  # fmt: skip
        found[name] = float(holds)
    return found


def in_company(models: Mapping[str, Model], features: Mapping[str, float]) -> Chances:
    """How likely each role is, all things considered; `models` has one sum of trees a role."""
    sums = {role: model.total(features) for role, model in models.items()}
    highest = max(sums.values())
    powers = {role: math.exp(each - highest) for role, each in sums.items()}
    whole = sum(powers.values())
    return {role: power / whole for role, power in powers.items()}
