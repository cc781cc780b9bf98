"""Reasons of verdicts that the weighing heeds: what language leaves no doubt of, and what it says itself."""

from __future__ import annotations

from bot.core.neither import EXEMPT_ONES, TELLS_OF
from bot.core.roles import (
    ANOTHERS,
    ARRIVES,
    AT_ONCE,
    CARRIED_ON,
    COMES,
    COUNTED,
    DUE_REGULARLY,
    EVENT_FIELD,
    FIELD_WORK,
    GATHERS,
    GIVEN_TO,
    LEAVES,
    MOVED,
    MOVED_FROM,
    OFFICE_ACT,
    OPEN_UNTIL,
    READERS_FIELD,
    REQUESTED,
    ROUGH_LIMIT,
    SAYS_LIMIT,
    SHUTS,
    THEIR_FIELD,
    UNANCHORED,
)
from bot.core.sequence import DAY_OF_SOMETHING, HOURS_OF_WINDOW, INVITED

CALLED_OFF = "cancelled"
"""Reason of the day of what is called off: no event, however it is announced."""
CERTAIN = frozenset({UNANCHORED, COUNTED, READERS_FIELD, EVENT_FIELD, THEIR_FIELD, OFFICE_ACT, ANOTHERS, AT_ONCE, SAYS_LIMIT, REQUESTED, GATHERS, DUE_REGULARLY, MOVED, MOVED_FROM, ARRIVES, COMES, LEAVES, SHUTS, ROUGH_LIMIT, CARRIED_ON, FIELD_WORK, GIVEN_TO, OPEN_UNTIL, EXEMPT_ONES, TELLS_OF, INVITED, HOURS_OF_WINDOW, DAY_OF_SOMETHING, CALLED_OFF})
"""Reasons that language leaves no doubt of."""
LIMIT = "before"
"""Reason of a limit that is said as one (…前)."""
WEIGHED_OUT = "weighed_out"
"""Reason of a date that the rules took for something and that on the whole is neither."""
