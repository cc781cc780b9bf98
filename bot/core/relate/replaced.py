"""A gathering that is called off while something else with a name and a day of its own is asked for in its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.core.changes import differences
from bot.core.models import Deadline, Event, FactChange, Notice
from bot.core.relate.pieces import grams
from bot.core.relate.waiving import read_waivers
from bot.core.title import find_title
from bot.core.wording import late

_INSTEAD = late(r"(?<![，,。；;]不)(?:改为|改成|换成|换为|改搞|改办|改开|改组织)(?=[^，,。；;]{4})")
_KIND = late(r"(?:活动|比赛|会议|培训|大会|[会赛])$")
"""What any gathering may be called."""
_NAME = 3
"""Characters of a name of its own at least."""


def asked_in_place(text: str, notice: Notice, facts: Notice, asked: str, at: datetime) -> tuple[Notice, tuple[FactChange, ...]] | None:
    """The facts of what takes the place of a task that a message calls off by its name, and what changed; None where
    nothing does, or where the same thing only moves (登山取消，改周日上午9点).

    `asked` is the text that opened the task.
    """
    found = _INSTEAD.search(text)
    dates: list[Deadline | Event] = [*notice.deadlines, *notice.events]
    if found is None or not facts.events or not any(each.at > at for each in dates):
        return None
    gone = [thing for waiver in read_waivers(text[: found.start()]) if waiver.called_off for thing in waiver.things]
    if not any(grams(thing) & grams(asked) for thing in gone):
        return None
    title = find_title(text[found.end() :], notice.kind)
    if len(title) < _NAME or grams(_KIND.sub("", title)) & (grams(asked) | grams("".join(gone))):
        return None
    wanted = replace(notice, title=title, issuer=notice.issuer or facts.issuer, contacts=notice.contacts or facts.contacts)
    return wanted, (FactChange("title", facts.title, title), *differences(facts, wanted))
