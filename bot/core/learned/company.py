"""What the dates of one text say of each other: a second look at each, in the company of the others."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.core.learned.features import days_ahead
from bot.core.learned.linear import Chances
from bot.core.learned.trees import Model
from bot.core.models import TimeKind
from bot.core.roles import DateRole, Verdict

_NOBODY = -1.0
_NEIGHBOURS = (("before", -1), ("after", 1), ("before_that", -2), ("after_that", 2))


def company_features(
    verdicts: Sequence[Verdict], alone: Sequence[Chances], place: int, sent_at: datetime, words: Chances
) -> dict[str, float]:
    """Features of the date at `place`: how likely each role is for it and for those around it when looked at alone."""
    verdict = verdicts[place]
    found = {f"own_{role}": chance for role, chance in alone[place].items()}
    for tag, step in _NEIGHBOURS:
        other = alone[place + step] if 0 <= place + step < len(alone) else {}
        found.update({f"{tag}_{role}": other.get(role, _NOBODY) for role in DateRole})
    others = [*alone[:place], *alone[place + 1 :]]
    found.update({f"any_{role}": max((each[role] for each in others), default=0.0) for role in DateRole})
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
