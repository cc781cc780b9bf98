"""English rhythms that are surely the readers': calls and meetings of theirs that take place every other Tuesday, papers due on the last Friday of every month."""

from __future__ import annotations

import re

from bot.core.mentions import Mention
from bot.core.wording import late

_GATHERING = r"(?:calls?|meetings?|stand-?ups?|check-?ins?|catch-?ups?|syncs?|briefings?|trainings?|sessions?|workshops?|retros?|huddles?|debriefs?|class(?:es)?|courses?|drills?|webinars?|town halls?|lunch(?:es)?|lessons?|rehearsals?|practices?|clinics?|yoga|choir)"
_TAKES_PLACE = r"(?:(?:will |shall )?(?:now |usually |always |normally )?(?:takes? place|happens?|(?:is|are|be) (?:now )?(?:held|scheduled)|is|are|starts?|begins?)|now)"
_GATHERS = late(rf"(?:^|[.;!?:(\n]\s*|\b(?:that|as|and|so|but) )(?!(?:their|his|her|its)\b)(?:[A-Za-z][\w'’&/-]*,? ){{0,6}}?{_GATHERING} (?:with [\w '’&-]{{2,40}} |for [\w '’&-]{{2,40}} )?{_TAKES_PLACE}(?: (?:on|from|at))?(?: the)? $", re.I)
_OF_OTHERS = late(r"\b(?:board|council|committee|ministry|county|city|their|his|her|its|neighbou?rs?|landlord|school|church|residents?)(?:'s|’s)?\b[^.;!?\n]{0,60}$", re.I)
_DUE = late(
    r"\b(?:is|are|will be|become|falls?|fall) (?:now |always |usually |then |again )?(?:due|to be (?:submitted|sent|uploaded|returned|handed in|filed|filled in)) ?(?:back |in )?(?:(?:on|by|before|at|no later than|to (?:[\w'’]+ ){1,3}(?:on|by|before)) )?(?:the )?$"
    r"|\b(?:is|are|will be|get) (?:now )?(?:collected|gathered|reported|wanted|needed|taken in|picked up|submitted|returned|handed in) $|\bmust (?:be|reach) [\w '’]{3,40} (?:on|by|before)(?: the)? $", re.I
)
_NO_DUTY = late(r"\b(?:trains?|bus(?:es)?|flights?|ferr(?:y|ies)|deliver(?:y|ies)|parcels?|shipments?|salar(?:y|ies)|wages?|visitors?|auditors?|rain|rubbish|waste|interest|rent|baby)\b[^.;!?\n]{0,30}$", re.I)


def gathers_regularly(m: Mention) -> bool:
    """Whether a rhythm says when a call or meeting of the readers takes place."""
    return _GATHERS.search(m.sentence_left[-160:]) is not None and _OF_OTHERS.search(m.sentence_left[-160:]) is None


def is_due_regularly(m: Mention) -> bool:
    """Whether a rhythm says when something is due again and again."""
    return _DUE.search(m.sentence_left[-100:]) is not None and _NO_DUTY.search(m.sentence_left[-100:]) is None
