"""Rhythms of a text beside the one that was read: a list of routine duties has several, a notice one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.duties import is_duty
from bot.core.models import Recurrence
from bot.core.roles import DateRole, Verdict
from bot.core.wording import late

LIKELY = 0.5
"""Below this a rhythm is rather somebody else's."""
_ITEM = late(r"\n|[①-⑳]|[（(]\d{1,2}[)）]|[：:；;。，,][ \t]*(?:[一二三四五六七八九十]{1,3}[、.．是]|\d{1,2}[.、．](?!\d))")
"""What parts the items of a list."""
_MOST_OF_A_WEEK = 4


def differ(one: str, other: str) -> bool:
    """Whether two RFC 5545 rules cannot be the same duty, one of them told more exactly or by some of its days."""
    first, second = _parts(one), _parts(other)
    if (_daily(first) and _daily(second)) or (_of_months(first) and _of_months(second)):
        return False
    if (first["FREQ"], first.get("INTERVAL", "1")) != (second["FREQ"], second.get("INTERVAL", "1")):
        return True
    days, others = _days(first), _days(second)
    return bool(days and others) and not days & others


def _parts(rule: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in rule.split(";") if "=" in part)


def _days(rule: dict[str, str]) -> set[str]:
    said = rule.get("BYDAY") or rule.get("BYMONTHDAY")
    return set(said.split(",")) if said else set()


def _daily(rule: dict[str, str]) -> bool:
    if rule["FREQ"] == "DAILY":
        return rule.get("INTERVAL", "1") == "1"
    return rule["FREQ"] == "WEEKLY" and len(_days(rule)) >= _MOST_OF_A_WEEK


def _of_months(rule: dict[str, str]) -> bool:
    return rule["FREQ"] == "YEARLY" or (rule["FREQ"] == "MONTHLY" and rule.get("INTERVAL", "1") != "1")


def rules_beside(verdicts: Sequence[Verdict], read: Recurrence, used: frozenset[int]) -> tuple[str, ...]:
    """The words of each rhythm of another line or numbered item that binds readers and is not the one that was `read`.

    `used` are the starts of the mentions that one was made of; spans are those of the text of the verdicts.
    """
    found = []
    for v in verdicts:
        m = v.mention
        if v.role is not DateRole.RECURRING or v.likely <= LIKELY or m.start in used or not m.time.rrule:
            continue
        first, last = min(m.start, read.span[0]), max(m.end, read.span[1])
        if _ITEM.search(m.text, first, last) and differ(m.time.rrule, read.rrule) and is_duty(m):
            found.append(m.time.said)
    return tuple(dict.fromkeys(found))
