"""What the dates of one text say of each other: a second look at each, in the company of the others."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.core.fields import field_of, fills_readers_field
from bot.core.learned.features import days_ahead
from bot.core.learned.linear import Chances
from bot.core.learned.trees import Jury
from bot.core.models import TimeKind
from bot.core.roles import DateRole, Verdict

_ROLES = tuple(DateRole)


def _named(tag: str) -> tuple[str, ...]:
    return tuple(f"{tag}_{role}" for role in _ROLES)


_OWN, _ANY = _named("own"), _named("any")
_NEIGHBOURS = ((_named("before"), -1), (_named("after"), 1), (_named("before_that"), -2), (_named("after_that"), 2))
_NOBODY = (-1.0,) * len(_ROLES)
_Row = tuple[float, ...]
"""How likely each role is, in their order."""


def company_features(verdicts: Sequence[Verdict], alone: Sequence[Chances], sent_at: datetime, words: Chances) -> list[dict[str, float]]:
    """Features of every date of a text: how likely each role is for it and for those around it when looked at alone."""
    rows = [tuple([each[role] for role in _ROLES]) for each in alone]
    highest = [sorted(column, reverse=True)[:2] for column in zip(*rows, strict=True)]
    return [_among(verdict, place, rows, highest, sent_at, words) for place, verdict in enumerate(verdicts)]


def _among(
    verdict: Verdict, place: int, rows: Sequence[_Row], highest: Sequence[Sequence[float]], sent_at: datetime, words: Chances
) -> dict[str, float]:
    """`highest` are the two highest chances of each role in the text: the higher one that is not its own counts."""
    own = rows[place]
    found = dict(zip(_OWN, own, strict=True))
    for names, step in _NEIGHBOURS:
        found.update(zip(names, rows[place + step] if 0 <= place + step < len(rows) else _NOBODY, strict=True))
    found.update(zip(_ANY, [_highest_other(top, chance) for top, chance in zip(highest, own, strict=True)], strict=True))
    found.update({f"text_{kind}": chance for kind, chance in words.items()})
    found["dates"] = float(len(rows))
    found["place"] = float(place)
    found["share"] = place / len(rows)
    found[f"rule_{verdict.role}"] = 1.0
    found[f"ahead_{days_ahead(verdict, sent_at)}"] = 1.0
    m = verdict.mention
    found[f"field_{field_of(m) or 'none'}"] = 1.0
    for name, holds in (
        ("weak", verdict.weak), ("limit", m.time.before), ("clock", m.time.clock is not None), ("part", m.time.part is not None), ("span", m.is_range),
        ("day", m.has_day), ("last", m.is_last), ("year", "year" not in m.time.implied), ("set", m.time.kind is TimeKind.SET),
        ("field_filled", fills_readers_field(m)),
    ):  # fmt: skip
        found[name] = float(holds)
    return found


def _highest_other(top: Sequence[float], own: float) -> float:
    """The highest of several chances that is not this one; 0 where there is no other."""
    return 0.0 if len(top) < 2 else top[1] if own == top[0] else top[0]


def in_company(models: Jury, features: Mapping[str, float]) -> Chances:
    """How likely each role is, all things considered; `models` has one sum of trees a role."""
    sums = models.totals(features)
    highest = max(sums.values())
    powers = {role: math.exp(each - highest) for role, each in sums.items()}
    whole = sum(powers.values())
    return {role: power / whole for role, power in powers.items()}
