"""A title that holds a time which no longer holds: 周四下午3点班子会, moved to Friday, is 班子会."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.models import Deadline, Event, Notice

_AROUND = r"(?:[之以]?前|截止|开始|起)?[的，,、：:\s]*"
_BEFORE = r"(?:(?<![一-鿿])[于在定]|\b(?:by|on|at|before|until)\s+)?"
_WORD = re.compile(r"[一-鿿]{2}|[A-Za-z]{3}")
_LEAST = 3
"""Characters that a title must keep to name anything."""


def retitled(before: Notice, after: Notice) -> Notice:
    """The new facts with a title that holds no time of the old ones which moved or fell out."""
    if not after.title or after.title != before.title:
        return after
    old: tuple[Deadline | Event, ...] = (*before.deadlines, *before.events)
    held = {*(each.at for each in after.deadlines), *(each.at for each in after.events)}
    title = after.title
    for said in sorted({each.said for each in old if each.said and each.at not in held}, key=len, reverse=True):
        title = re.sub(_BEFORE + re.escape(said) + _AROUND, "", title, count=1)
    title = title.strip(" ，,、：:·的")
    telling = len(title) >= _LEAST and _WORD.search(title)
    return replace(after, title=title) if telling else after
