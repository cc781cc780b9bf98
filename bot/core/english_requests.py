"""What is asked for in English in the words of a question: could you review the draft by Friday? — and what is only a question."""

from __future__ import annotations

import re

from bot.core.mentions import Mention
from bot.core.wording import late

_HAN = late(r"[一-鿿]")
_SOFTLY = r"(?:(?:please|kindly|also|just|perhaps|maybe|possibly|quickly|each|all|both|at least|then) )*"
_YOU = r"(?:you|u|ya)(?: (?:all|both|each|guys|two|three|folks))?"
_GROUP = r"(?:someone|somebody|everyone|everybody|each|every|all|both|one of you|the)\b[^.?!;,\n]{0,24}?"
_WISH = r"(?:grateful|thankful|obliged|glad|appreciate[ds]?(?: it)?|great|nice|lovely|good|helpful|kind|fantastic|wonderful|wonder(?:ed|ing)?|think|hop(?:e|ing)|chance)"
_OPENS = r"(?:(?:^|[.!?,;:\n–—)-])\s{0,3}|\b(?:please|so|and|but|then|team|all) |@[\w.-]{1,20} )(?:please )?"
_ASKS = (
    rf"(?:{_OPENS}(?:(?:could|can|would|will) (?:{_YOU}|{_GROUP})|would you mind|may (?:i|we) ask (?:you|everyone|all of you) to|would it be possible(?: for you)? to)"
    rf"|\b{_WISH} (?:if|that )?\s?{_YOU} (?:could|can|would|might))"
)
_NO_DUTY = r"(?!(?:not|be(?! able to| so kind| kind enough)|come|join|make it|meet|attend|arrive|leave|get here|go|stay|wait|see|hear|feel|guess|believe|imagine|remember|like|prefer|want|need|have|still|ever|really)\b)"
"""Can you be there by nine? Would you like to join us? The first asks who comes, the second nothing."""
_PLEASE = (
    r"(?:(?:^|[.!?,;:\n–—)-])\s{0,3}|\b(?:so|and|but|then|team|all) )(?:please|kindly) (?:(?:all|each|both|also|kindly|just) ){0,2}"
    r"(?!(?:note|be|see|find|expect|allow|bear|mind|refer|contact|call|ask|don't|do not|feel|refrain|accept|excuse|enjoy|understand|remember|arrive|come|join|attend|gather|meet|leave|wait|stay|use|let)\b)"
)
_WH = r"(?:when|where|what|which|who|whose|why|how|if|whether|by when|until when)"
_WONDERS = rf"(?:(?:tell|remind|show|explain|advise|clarify|say|let|give|help|inform|know|check|see|confirm|find)\b(?: (?:me|us|to|out|again|know|an idea|a hint|understand|of|about|for)){{0,4}} {_WH}\b)"
_ASKED_BY = late(rf"{_ASKS} {_SOFTLY}(?:be able to )?(?!{_WONDERS}){_NO_DUTY}\w[^.?!;\n]{{2,110}}?\b(?:by|before|until|no later than|not later than|prior to)(?: the| this| next)? ?$", re.I)
_ASKED_WITHIN = late(rf"{_ASKS} {_SOFTLY}(?:be able to )?(?!{_WONDERS}){_NO_DUTY}\w[^.?!;\n]{{2,110}}? ?$", re.I)
_PLEASE_BY = late(rf"{_PLEASE}\w[^.?!;\n]{{2,110}}?\b(?:by|before|no later than|not later than|prior to)(?: the| this| next)? ?$", re.I)
_HAVE_BY = late(
    rf"{_OPENS}(?:could|can|may|might) (?:i|we) (?:please |kindly )?(?:have|get) (?!(?:a|the|some|one) (?:day|break|extension|week)|off\b|until\b|more\b)[^.?!;\n]{{3,90}}?\b(?:by|before|no later than)(?: the)? ?$", re.I
)
"""Could we have your slides by …? What is asked for is in the hands of those who read."""

_ON_A_DAY = late(
    r"(?:(?:^|[.!,;:\n–—)-])\s{0,3})(?:please|kindly) (?:hand in|hand over|hand back|give back|return|submit|deliver|drop off|send back)\b"
    r"(?![^.;\n]{0,80}\b(?!need)(?:\w{2,}ed|given|sent|taken|made|held|out|meeting|training|workshop|session|conference)\b)[^.?!;\n]{2,90}?(?:\bi\.e\.,? )?\bon(?: the)? ?$", re.I
)
"""Please return the keys on …: the day to do it on."""


_NOW_DUE = late(r"\b(?:is|are) now due(?: back| in)?(?: on| by)?(?: the)? $", re.I)


_THING_BY, _PLEASE_BEHIND = late(r"(?:^|[.!?:;\n])\s{0,2}(?:(?:so|and|then|all|both) )?(?:your|all|any|the) [\w’' -]{3,50} (?:by|before|no later than)(?: the)? $", re.I), late(r",? (?:please|pls|thanks|thank you)(?=\s{0,2}(?:[.!,;)–—-]|$))", re.I)
"""Your feedback by 14 April, please."""


def is_asked_politely(m: Mention) -> bool:
    """Whether something is asked for by this time in the words of a question that is none (would you mind checking it before …?), or is now due then."""
    left = m.sentence_left[-170:]
    if _NOW_DUE.search(left) or (_THING_BY.search(left) and _PLEASE_BEHIND.match(m.right)):
        return True
    if _HAN.search(left):
        return False
    said = m.time.said.lower()
    if not m.is_range and not m.time.clock and _ON_A_DAY.search(left) and _ENDS.match(m.right):
        return True
    if _PLEASE_BY.search(left):
        return True
    limit = said.startswith(("by ", "within ", "before ", "until ", "no later", "in the next"))
    return (_ASKED_WITHIN if limit else _ASKED_BY).search(left) is not None or (_HAVE_BY.search(f"{left}by" if limit else left) is not None)


_ENDS = late(r"\s*(?:$|[.,;!(])")
_REVIEWS = late(
    rf"{_ASKS} {_SOFTLY}(?!{_WONDERS})(?:review|revise|proofread|comment|feed ?back|sign|countersign|approve|complete|fill|prepare|draft|update|translate|finali[sz]e|submit|return)\b", re.I
)
_ASKS_NICELY = late(r"\b(?:please|kindly|grateful|appreciate|would you mind)\b", re.I)


def asks_for_work(text: str) -> bool:
    """Whether a text without a day still asks its reader in so many words for a piece of work: could you please review the attached contract?"""
    found = _REVIEWS.search(text, 0, 400) if not _HAN.search(text) else None
    return found is not None and _ASKS_NICELY.search(found[0]) is not None


_SENTENCE = late(r"[^.!?\n]+(?:\.(?!\s|$)[^.!?\n]+){0,4}[.!?]{0,3}")
_GREETS = late(r"\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|morning|thanks|thank you|many thanks|cheers|sorry|best|regards|quick question|just wondering)\b[^.!?\n]{0,30}?[,:!.]?)\s*$", re.I)
_LEAD = r"^\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon)|morning|sorry|thanks|thank you|quick question|question|just wondering|just curious|one question)\b[^.?!,:\n]{0,24}[,:!-] ?)?(?:(?:and|or|but|so|by the way,?|btw,?) )?"
_ONLY_ASKS = late(
    rf"{_LEAD}(?:"
    rf"(?:could|can|would|will) (?:you|u|someone|somebody|anyone|anybody)(?: please| kindly)? {_WONDERS}"
    r"|(?:can|could|may|might|shall|should) (?:i|we)\b(?! (?:please )?(?:have(?! until| till| more time| an? extension| longer)|get|ask|see|trouble|request|remind|all|please|make sure|try|aim|finish|wrap|close|agree)\b)"
    r"|would you (?:like|prefer|rather)|do you (?:want|fancy|know|mean|need)|would (?!it be possible)[\w :.]{2,30} (?:work|suit|be (?:ok|okay|fine|possible))\b"
    r"|(?:does|do(?! you think you)|is|are|am|was|were|has|have|did|should|which|what|when|where|whose|who|why|how) (?![^?]{0,120}\b(?:your?|everyone|everybody|each|all|still|yet|missing|hasn't|haven't|please|asap)\b)"
    r")", re.I
)  # fmt: skip
_LIMITS_ANSWER = late(rf"\b(?:by|before|no later than|until) [\w :,.]{{2,24}}? {_WH}\b", re.I)
"""Could you tell me by Wednesday how many will attend? The answer is the duty."""
_TELLS_OWN = late(r"\s*(?:i|we|my|our)(?:'m|'ve|'ll|'d)?\b(?! (?:need|want|require|expect|still need|must have)\b)", re.I)


def only_asks(text: str) -> bool:
    """Whether an English text is somebody's own questions, with no more beside them than greetings and what he says of himself."""
    if len(text) > 300 or "?" not in text or _HAN.search(text):
        return False
    asked = False
    for each in _SENTENCE.finditer(text):
        said = each[0]
        if said.rstrip().endswith("?"):
            if not _ONLY_ASKS.search(said) or _LIMITS_ANSWER.search(said):
                return False
            asked = True
        elif said.strip() and not (_GREETS.match(said) or _TELLS_OWN.match(said)):
            return False
    return asked
