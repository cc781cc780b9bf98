"""The parts of a tick, one module each."""

from __future__ import annotations

from datetime import datetime, timedelta

TOO_LATE = timedelta(hours=12)
"""What should have been said longer ago than this is not made up for: digests, and reminders of what is past."""


TOGETHER = timedelta(minutes=30)
"""What falls due for a person within this time is one message."""

FIRST_LOOK = timedelta(minutes=15)
"""How far back the very first tick of an office looks: what was due before it was there is nobody's loss."""


WRONG_CLOCK = timedelta(days=1)
"""A mark farther ahead than this was made by a clock that ran wrong: it would silence the bot until then."""


def mark_of(text: str | None, now: datetime) -> datetime:
    """The instant up to which a part has done its work, as it noted it; at first, `FIRST_LOOK` before `now`."""
    mark = datetime.fromisoformat(text) if text else now - FIRST_LOOK
    return mark if mark - now <= WRONG_CLOCK else now - FIRST_LOOK
