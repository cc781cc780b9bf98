"""What an English message says of a known time: that it moves, by how much, that the hour stays — and whether it asks for another matter."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from bot.core.relate.english_places import place_in_english
from bot.core.wording import late

_PUT = r"(?:moved|extended|pushed|put|brought|postponed|shifted|changed|rescheduled|delayed)"
_CHANGES_LIMIT = (
    rf"(?:has|have|is|are|was|were|will be|been) (?:now |therefore |just )?{_PUT} (?:up |back |forward |out |on )?(?:to|until|till|by|for|from|again)?"
    r"|\bmov(?:es|ing) (?:up |back |forward )?to\b|\b(?:moved|pushed|brought|put|shifted) (?:up|back|forward|out)\b|\bpush(?:ed|ing)? (?:it |this |the \w+ )?(?:back |out )?to\b"
    r"|\b(?:is|are|was) now (?:due|on|at|wanted|needed|expected)\b|\bnow due\b|\b(?:deadline|due date|cut-?off)(?: is| are)?:? now\b"
    r"|\b(?:giving|giv(?:e|es|en)|allow(?:ing)?) (?:you|everyone|everybody|all|staff) (?:all )?(?:\w+ )?(?:until|till|more time|an? extra|another)\b"
    r"|\b(?:you|everyone|everybody)(?: all| now| still|'ve| have|'ll have| will have| can have| can take)+ (?:got )?(?:until|till)\b"
    r"|\b(?:days?|weeks?|hours?) (?:earlier|later|longer|more time)\b|\b(?:an? extra|one more|two more|three more|another|a further) (?:\w+ )?(?:days?|weeks?)\b"
    r"|\bno rush\b|\b(?:earlier|sooner|later) than (?:planned|announced|expected|scheduled|first)\b|\bscrap that\b|\btypo\b|\bplans? (?:has |have )?changed\b"
    r"|\b(?:is|are|meets?|place|held) now (?:in|at|on|held)\b|\bwill now (?:be|take place|start|begin|meet)\b|\bnow (?:starts?|begins?|takes place|meets?)\b|\brelocat(?:ed|es|ing|ion)\b|\b(?:venue|room|place|location) (?:has |is |was )?(?:been )?(?:changed|moved)|\bchange of (?:venue|room|place|location)\b"
    r"|\b(?:correction|corrected|change of plan)\b|, not (?:on |by |the )?(?:\d|mon|tue|wed|thu|fri|sat|sun|noon|tomorrow|today)|\binstead of (?:on |by |the )?(?:\d|mon|tue|wed|thu|fri|sat|sun|tomorrow)"
)
CHANGES_IN_ENGLISH = rf"\b(?:(?:{_CHANGES_LIMIT}))"
"""A known time is no more what it was."""
_CHANGE = late(CHANGES_IN_ENGLISH, re.I)
_BROUGHT_FORWARD = late(r"\b(?:brought forward|moved (?:up|forward)|earlier|sooner|already|scrap that|typo|correction|change of plan|now due|instead)\b|\b(?:is|are) now\b|, not \d", re.I)
_LEAVES = late(r"\b(?:not|never|n't|no longer) (?:be |been |being )?(?:extended|moved|postponed|changed|pushed|rescheduled)|\b(?:stays?|remains?|is|are|still) (?:the same|unchanged|as it is|as is)\b", re.I)


def moves_in_english(text: str) -> bool:
    """Whether words say that a known time moves: the deadline is now Friday, you have until noon, moved up to tomorrow."""
    return _CHANGE.search(_LEAVES.sub("", text)) is not None


def comes_earlier(text: str) -> bool:
    """Whether an earlier day takes the place of the known one: moved up to tomorrow, by 16 December, not 18."""
    return _BROUGHT_FORWARD.search(text) is not None


class Workdays(timedelta):
    """So many working days."""


_NUMBERS = {"a": 1, "an": 1, "one": 1, "another": 1, "extra": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "half an": 0.5}
_N = r"(?P<{0}>\d{{1,2}}|half an|an?|one|two|three|four|five|six|seven|ten|another)"
_UNIT = r"(?P<{0}work>working |business |work)?(?P<{0}>days?|weeks?|hours?|minutes?)"
_SHIFT = late(
    rf"\b(?:(?P<put>extended|postponed|delayed|pushed|put|moved|shifted|brought) ?(?P<way>back|forward|up|out)? by (?:another |a further |an extra )?{_N.format('n')} {_UNIT.format('u')}"
    rf"|(?P<lead>push(?:ed|ing)?|put(?:ting)?|mov(?:ed|ing)|bring(?:ing)?|brought|extend(?:ed|ing)?) [^.;!?\n]{{0,40}}? ?(?P<way2>back|forward|up|out)? by {_N.format('n2')} {_UNIT.format('u2')}"
    rf"|{_N.format('n3')} {_UNIT.format('u3')} (?P<way3>earlier|later|longer|sooner)\b"
    rf"|\b(?:take|have|get|gets|gives?|giving|allow(?:ing|ed)?|given|grant(?:ed|ing)?|extension of) (?:you |everyone |everybody |all |us |staff )?(?P<n4>\d{{1,2}}|an?|one|two|three|four|five|another) (?:extra |more |further |additional )?{_UNIT.format('u4')}(?P<more> more| extra)?)",
    re.I,
)
_MORE = late(r"\b(?:extra|more|another|further|additional|extension)\b", re.I)
_SUPPOSED = late(r"\b(?:if|in case|should|unless|could|can|may|might|would)\b[^.;!?\n]*\Z", re.I)
_ASKS = late(r"[^.;!?\n]*\?")
_HOW_EARLY = late(r"\s*(?:to|for|at|than (?!planned|announced|first|expected|scheduled))|\s*(?:each|every)\b", re.I)


def shift_in_english(text: str) -> timedelta | None:
    """By how much an English text says that a known time moves: extended by three working days, a week later, two days earlier; None where it does not say."""
    for found in _SHIFT.finditer(text):
        if _SUPPOSED.search(text, max(0, found.start() - 80), found.start()) and not found["n4"]:
            continue
        if _ASKS.match(text, found.end()) or (found["way3"] and _HOW_EARLY.match(text, found.end())):
            continue
        if found["n4"] and not _MORE.search(found[0]):
            continue
        number = (found["n"] or found["n2"] or found["n3"] or found["n4"]).lower()
        unit = (found["u"] or found["u2"] or found["u3"] or found["u4"]).lower()
        working = found["uwork"] or found["u2work"] or found["u3work"] or found["u4work"]
        count = float(number) if number.isdigit() else _NUMBERS[number]
        way = (found["way"] or found["way2"] or found["way3"] or "").lower()
        sign = -1 if way in ("forward", "up", "earlier", "sooner") else 1
        if unit.startswith(("hour", "minute")):
            return sign * timedelta(hours=count) if unit[0] == "h" else sign * timedelta(minutes=count)
        days = int(count * (7 if unit[0] == "w" else 1))
        if days:
            return Workdays(days=sign * days) if working and unit[0] == "d" else timedelta(days=sign * days)
    return None


_SAME_HOUR = late(r"\b(?:at )?the same (?:time|hour)\b|\bsame (?:time|hour)s?\b|\btimes? (?:(?:is|are|stays?|remains?) )?(?:the same|unchanged)\b", re.I)


def says_same_time(text: str) -> bool:
    """Whether the day moves and the hour stays: now due on the 11th, same time."""
    return _SAME_HOUR.search(text) is not None


_WORD = late(r"[A-Za-z][A-Za-z'’-]+")
_HAN = late(r"[一-鿿]")
_COMMON = frozenset(
    "the and for with from that this these those your our their his her its you all any each every everyone everybody who which what when where how are was were has have had will would shall should can could may "
    "might must not but than then into onto upon over under out off per via also only just still again please kindly dear hi hello hey thanks thank thx best regards cheers colleague colleagues team teams staff folk "
    "folks everyone reminder gentle friendly kind quick heads-up note notice fyi submit send return complete fill upload provide hand bring give confirm share update sign email e-mail mail post reply respond forward "
    "get let know make take use need want ask asked due deadline limit late later latest before after until till noon midnight morning afternoon evening night today tomorrow tonight week weeks day days month months "
    "year hour hours time date monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec cob eod eob close business end working office desk new next last first second one two three four five ten no yes more most soon asap possible "
    "copy copies signed filled form forms list lists file files document documents report reports here there above below attached attachment link per day-to-day it is in on at by to of or as an be me my we us if so do "
    "room rooms hall floor venue place location building meeting meetings takes taking took held hold holding attend attending attended join joined come coming came going goes went starts start begins begin already rush plan planned extended moved pushed postponed brought forward changed change correction new don't doesn't he she they them there's it's we're you're i'm hr admin finance".split()
)


def _stem(word: str) -> str:
    word = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    for end in ("ies", "es", "s", "ing", "ed"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            return word[: -len(end)] + ("y" if end == "ies" else "")
    return word


@lru_cache(maxsize=4096)
def matter_of(text: str) -> frozenset[str]:
    """The words of an English text that say what it is about, one form for each; none for a text that is not English."""
    if _HAN.search(text):
        return frozenset()
    words = (word for whole in _WORD.findall(text) for word in (*whole.split("-"), whole))
    return frozenset(_stem(word) for word in words if len(word) > 2 and word.lower() not in _COMMON)


_MANY, _LITTLE = 6, 0.17


_CLAUSE = late(r"[^,.;:!?\n–—]+")


def speaks_of_another(text: str, known: frozenset[str]) -> bool:
    """Whether an English text names a matter, and hardly a word of it is among those of what is known; where it tells of a change, the matter is what changes."""
    place = place_in_english(text)
    text = text.replace(place, " ") if place else text
    change = _CHANGE.search(text)
    clauses = [each[0] for each in _CLAUSE.finditer(text) if change and each.start() <= change.start() < each.end()]
    mine = matter_of(_CHANGE.sub(" ", clauses[0]) if clauses else text)
    if not mine or not known:
        return False
    near = {word for word in mine if any(word == other or (len(word) > 3 and len(other) > 3 and word[:5] == other[:5]) or (len(word) == 4 and other.startswith(word)) or (len(other) == 4 and word.startswith(other)) for other in known)}
    return not near or (len(mine) >= _MANY and len(near) <= _LITTLE * len(mine))
