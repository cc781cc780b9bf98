"""What an English message says is not wanted any more: never mind the lease, no travel plan needed, please ignore the survey."""

from __future__ import annotations

import re

from bot.core.wording import late

_THE = r"(?:about )?(?:the|my|our|this|that|those|these|your|all)"
_NOTHING_OF_IT = r"(?:questions?|typos?|mistakes?|confusion|noise|delay|formatting|reminders?|spelling|error|weather|late|last)"
_WITHDRAWS = late(
    rf"\bnever ?mind {_THE} (?!{_NOTHING_OF_IT}\b)|\b(?:please|kindly) (?:ignore|disregard) {_THE} (?!{_NOTHING_OF_IT}\b)|\b(?:you can|you may|please|just) forget {_THE} (?!{_NOTHING_OF_IT}\b)"
    r"|\b(?:no longer|not) (?:be )?(?:needed|required|necessary|wanted|due)(?: any ?more| after all| now)?\b|\b(?:don'?t|do not|doesn'?t|won'?t) (?:need|have|want)\b[^.;!?\n]{2,50}\b(?:any ?more|any longer|after all)"
    r"|\b(?:has|have|had|was|were|is|are)(?: now| just)? (?:been )?(?:dropped|scrapped|called off|shelved|withdrawn|abandoned|cancell?ed)\b|\b(?:is|are) off\b(?! (?:work|duty|sick|limits|to|from|until|site|this|on)\b)"
    r"|\bno (?!(?:later|longer|more|one|fewer|less|need|change|changes|reply|response|answer|action|extension|extensions|exceptions?|rush|problem|worries|matter|idea|doubt|other|further|additional|extra|special|registration|rsvp|ticket|experience|prior)\b)"
    r"[a-z][a-z' -]{2,40}? (?:is |are )?(?:needed|required|necessary)\b",
    re.I,
)
_PARTLY = late(r"\b(?:if|unless|except|only|just|instead|until|this week|this time|this month|next week|today|tomorrow|(?:is|are|will be) (?:fine|enough|ok|okay|sufficient)|will (?:do(?! (?:it|this|that|so|them|the))|suffice)|yet|for now|who)\b|\?", re.I)
"""Never mind the signed form, a scan is fine: what is let off is no more than a part, or not for all."""
_HAN = late(r"[一-鿿]")
_SENTENCE = late(r"[^.!?\n]+(?:\.(?=\w)[^.!?\n]+){0,4}[.!?]?")


def withdrawn_in_english(text: str) -> str:
    """The words that take a duty or an event back as a whole; "" where none do."""
    if _HAN.search(text):
        return ""
    for sentence in _SENTENCE.finditer(text):
        found = _WITHDRAWS.search(sentence[0])
        if found and not _PARTLY.search(sentence[0]):
            return found[0].strip()
    return ""
