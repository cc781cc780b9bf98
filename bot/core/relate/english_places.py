"""Where an English message says that something takes place now: moved to the 5th floor training room, is now in room 4, online via Teams instead."""

from __future__ import annotations

import re

from bot.core.wording import late

_NOUN = (
    r"(?:rooms?|hall|auditorium|canteen|cafeteria|pantry|lounge|office|floor|building|block|tower|wing|theatre|theater|library|lobby|reception|hotel|school|gym|court|studio|gate|campus|annexe?|terrace|garden|park|boardroom"
    r"|classroom|lab(?:oratory)?|workshop space|cent(?:re|er)|basement|headquarters|hq|restaurant|caf[eé]|clubhouse|stadium|church|warehouse|yard|tent|kitchen|foyer|atrium)"
)
_NO_WORD = r"(?!(?:and|or|but|so|at|on|from|by|for|same|instead|please|because|since|as|with|until|this|next|tomorrow|today|tonight|which|who|that|will|is|are)\b)"
_ROOM = rf"(?:{_NO_WORD}[\w'’&-]+ ){{0,5}}?{_NOUN}\b(?: (?:\w+ )?{_NOUN}\b){{0,2}}(?: (?:no\.? ?)?(?:\d{{1,4}}[A-Za-z]?|[A-Z]\d{{0,3}})\b)?(?: (?:on|of) the (?:\d\w{{2}}|ground|first|second|third|fourth|fifth|top|upper|lower) floor)?"
_PLATFORM = r"(?:(?:MS |Microsoft )?Teams|Zoom|Webex|VooV|Tencent Meeting|DingTalk|Feishu|Lark|Google Meet|Skype|Slack|WeChat)"
_MOVED = r"(?:mov(?:ed|es|ing)|relocat(?:ed|es|ing)|shift(?:ed|s)|switch(?:ed|es)|chang(?:ed|es)|transfer(?:red|s))"
_VENUE = r"(?:venue|place|location|room|meeting point|meeting place|assembly point|gathering point)"
_NEW_PLACE = late(
    rf"\b(?i:{_MOVED}) (?i:over )?(?i:to|into) (?:(?i:the|our) )?(?P<a>(?i:{_ROOM})|{_PLATFORM})"
    rf"|\b(?i:{_VENUE})\b(?:(?i: of| for) [\w '’-]{{2,40}}?)?(?i:(?:,| is| has| has been| was| will be| now|:)*)(?i: {_MOVED} to| becomes| is| now|:(?![^.;!?\n]{{0,60}} {_MOVED} to))(?i: now)? ?(?i:the |our |in |at )*(?P<b>(?i:{_ROOM})|{_PLATFORM}|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,3}}(?: \d{{1,4}})?)"
    rf"|\b(?i:(?:is|are|will be|takes? place|be held|meets?|gather)) (?i:now (?:be )?(?:held )?(?:in|at|on)|(?:in|at|on)(?=[^.;!?\n]{{3,60}}\binstead\b)) (?i:the |our )?(?P<c>(?i:{_ROOM})|{_PLATFORM}|(?i:online))(?P<more>(?i: instead)?, (?i:{_ROOM}))?"
    rf"|\b(?i:(?:now|held|be|is|moved|switched|takes? place|instead|meet|join|go|goes)) (?i:now |instead )?(?P<d>(?i:online|virtual(?:ly)?|remote(?:ly)?))\b(?: (?i:via|on|over|by|through|using|in) (?P<e>{_PLATFORM}))?",
)
_HAN = late(r"[一-鿿]")
_SAME = late(r"\b(?:same|usual) (?:room|place|venue|location|hall|link)\b", re.I)


def place_in_english(text: str) -> str | None:
    """The place that an English change names, in the words of the text; None where it names none."""
    if _HAN.search(text):
        return None
    for found in _NEW_PLACE.finditer(text):
        if "?" in re.split(r"(?<=[.!?])\s", text[found.end() :], maxsplit=1)[0]:
            continue
        if found["d"]:
            return found["e"] or "online"
        place = (found["a"] or found["b"] or found["c"]).strip(" ,")
        if _SAME.search(place):
            continue
        more = (found["more"] or "").removeprefix(" instead").strip(" ,")
        return f"{place}, {more}" if more else place
    return None


def is_same_place(place: str) -> bool:
    """Whether a place is only said to be the one that is known: same room."""
    return _SAME.search(place) is not None
