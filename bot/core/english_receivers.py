"""Persons that an English notice names as receivers: "names to Deng Li", "drop off with Mr Tan"."""

from __future__ import annotations

import re

from bot.core.names import Span, person_at
from bot.core.wording import late

_CAPITAL = late(r"[A-Z][a-z]")
_TO = late(
    r"\b(?:to|with|reach|reaches|[Tt]ell|[Cc]all|[Tt]ext|[Mm]essage|[Ii]nform|[Nn]otify|[Ee]mail|[Rr]ing|[Pp]hone|[Ll]et|[Gg]ive|[Hh]and|[Ss]end|[Ss]how|[Pp]ing)[ ](?:[A-Z]{2,4} (?=[A-Z][a-z])|(?:the |our |your )?(?:[A-Za-z-]{3,14} ){1,3}(?=(?:Mr|Ms|Mrs|Miss|Dr|Warden|Nurse|Captain|Officer|Coach|Clerk)\b)|(?=[A-Z]))"
)
_ASKED = late(r"(?:questions?|queries|problems?|help|contact|trouble|stuck|unsure|unclear|can't|cannot|unable|doubts?|lost|if)\b[^.\n]{0,30}$|\?\s{0,2}(?:\w+\s){0,3}$", re.I)
_LEAVING = late(r"\b(?:leave|drop(?:ped)?(?: \w+)*? off|drop|put|deposit|lodge|file|hand(?:ed)? in|register|confirm|check in|sign up|book)\b[^.;\n]{0,40}$", re.I)
_HANDING = late(
    r"\b(?:reach(?:es)?|send|sent|submit|submitted|hand(?:ed)?|go(?:es)?|report(?:ed)?|e-?mail(?:ed)?|rsvp|return(?:ed)?|deliver(?:ed)?|give|given|reply|replies|forward(?:ed)?|pass|confirm|listed"
    r"|ring|call|phone|text|tell|inform|let|show|message|notify|bring|ping)\b", re.I
)
_CLAUSE_HEAD = late(r"(?:^|[.;:,!\n(–—-])\s{0,3}(?:(?!(?:bus|road|trip|way|next|close|route|visit|ride|due|open|up)\b)[\w'-]+\s){1,5}to\s(?:[A-Z]{2,4}\s)?$", re.I)
_TITLE = late(r"(?:Mr|Ms|Mrs|Miss|Dr|Prof|Nurse|Doctor|Teacher|Officer|Director|Engineer|Captain|Sister|Auntie|Uncle|Comrade|Warden|Chief|Clerk|Secretary|Manager|Coach|Principal|Steward|Supervisor|Inspector|Sergeant)\b")
_PLACE_NEXT = late(r"[ ](?:village|school|town|township|street|road|county|station|office|centre|center|clinic|hall|community|district|farm|market|[A-Z])")
_IF_TROUBLE = late(r"[^.;\n]{0,24}\bif (?:you|it|stock|there|any|the|your|something|in)\b", re.I)
_ADDRESS_NEXT = late(r"\s?(?:\(|at |on |, ?|: ?)(?:[\w.+-]{1,40}@|\+?\d[\d -]{6,16}\d)")
"""Tell Kenji (kenji@example.com): where whoever is told can be reached."""
_BY_A_TIME = late(r"\s?(?:\([^()\n]{4,60}\)|at [^\s;]{4,60}|on [\d -]{6,16})[^.;\n]{0,24}\b(?:by|before|no later than)\b")
"""If you need child care, tell Kenji (kenji@example.com) before noon: whoever needs it has a limit."""
_LIMIT_NEXT = late(r"[ ,]{1,2}(?:by|before|no later than|not later than|until)\b")
_THINGS = late(r"\b(?:lists?|photos?|pictures?|forms?|reports?|cop(?:y|ies)|figures?|names?|papers?|sheets?|slips?|readings?|counts?|receipts?|both|all|everything|them|it)\b[^.;\n]{0,24}$", re.I)
"""What is handed over, before the one who gets it by a limit (one photo per floor to Gareth by 17 Oct)."""
_SYLLABLE = r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|a|o|e|i|u)"
_FAR = 140
"""How far before an addressed name the words that hand over may stand."""
_PINYIN = late(rf"(?:{_SYLLABLE}){{1,2}}", re.I)


def find_english_receivers(text: str) -> list[Span]:
    """Spans of the persons to whom something is to be handed, told or phoned in."""
    if not _CAPITAL.search(text):
        return []
    return [
        person
        for match in _TO.finditer(text)
        if (person := person_at(text, match.end())) and _receives(text, match, person)
    ]


def _receives(text: str, match: re.Match[str], person: Span) -> bool:
    """A titled or two-word name behind words that hand over, or a Chinese name behind what is handed ("names to Deng Li")."""
    start = match.start()
    if (_ASKED.search(text, max(0, start - 40), start) and not _BY_A_TIME.match(text, person[1])) or text[person[1] : person[1] + 1].isalpha() or _PLACE_NEXT.match(text, person[1]):
        return False
    words = match.group()
    before = text[max(0, start - 60) : start]
    if words.startswith("with") and not (_LEAVING.search(before) or _HANDING.search(before)):
        return False
    if _IF_TROUBLE.match(text, person[1]):
        return False
    name = text[slice(*person)]
    if _TITLE.match(name):
        return True
    if _ADDRESS_NEXT.match(text, person[1]) and _HANDING.search(text, max(0, start - _FAR), person[0]):
        return True
    if _CLAUSE_HEAD.search(before + words) and (_ADDRESS_NEXT.match(text, person[1]) or (_LIMIT_NEXT.match(text, person[1]) and _THINGS.search(before))):
        return True
    if " " not in name:
        return False
    chinese = any(_PINYIN.fullmatch(word) for word in name.split())
    if _HANDING.search(before + words) or (words.startswith("with") and chinese):
        return True
    return chinese and bool(_CLAUSE_HEAD.search(before + words))
