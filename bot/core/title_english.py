"""A short English name for a duty or an event: Autumn harvest photos, Update household register."""

from __future__ import annotations

import re

from bot.core.models import Kind
from bot.core.wording import late

LONGEST_ENGLISH = 40
"""Characters an English title may have; it ends at the border of a word."""

_REMINDER = r"(?:this is |just )?(?:an? |one )?(?:last |quick |gentle |kind |friendly |final |short |little )*(?:reminder|heads-up|note|notice|update)\b"
_OPENING = late(
    r"^\s*(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|morning|afternoon)\b[^,:.!\n-]{0,40}(?:[,:.!\n]|\s-)"
    r"|(?:colleagues|team|folks|friends|all|everyone|everybody|guys)\s?[,:!-]"
    rf"|\[[^\]\n]{{1,30}}\]\s?(?:[A-Z][\w ]{{0,20}}:)?|{_REMINDER}(?: from [^:,.\n]{{0,40}})?\s?(?:[:,-]|(?:that|to all that|for (?:all|everyone):?|to)\b)"
    r"|(?:fyi|urgent|important|correction|attention|internal|info|action required)\b(?: (?:to|from|for) [^:.,\n]{0,40})?\s?[:,-]|fyi (?=the\b)"
    r"|(?:to |for )?(?:all |line |our |workshop |course |training )?(?:staff|managers|participants|residents|parents|members|finance|admin|hr|it|procurement|programme|accounts|payroll|operations|security|logistics|reception|facilities|management)(?: (?:team|office|department|staff))?\s?:"
    r"|we (?:would|'d) (?:appreciate|like)(?: receiving| to receive| to have| it if you could)?\b|let (?:me|us) have\b|deadline reminder\s?:|(?:from now on|as discussed|as agreed|as you know|as announced|once again|sorry|folks|also),?(?= [a-z])"
    r"|(?:please|kindly)(?: (?:note|be aware|be reminded|remember)(?: that\b| to\b)?)?\b"
    r"|would you mind|(?:could|can|would|will) (?:you|u|everyone|everybody|someone|each of you|you all)(?: all| both| each)?(?: please| kindly)?(?: be able to)?(?= [a-z])|may i ask you to|do you think you could|would it be possible (?:for you )?to)\s*",
    re.I,
)
_NOUNS = r"(?:[\w'’/&-]+ ){0,4}[\w'’/&-]+"
_EVENT = late(
    r"\b(?P<what>(?:[\w'’/&-]+ ){0,3}(?:meeting|training|workshop|drill|rehearsal|session|inspection|audit|clinic|seminar|briefing|open house|ceremony|orientation|(?<!please )(?<!you )call|retreat|town hall|committee|conference|webinar|stand-?up|dinner|party))\b(?! (?:is |are )?(?:you|me|us|papers?|forms?|files?)\b)",
    re.I,
)
_PHOTOS_OF = late(r"(?<!no )\b(?P<kind>photos?|pictures?|videos?|screenshots?)(?: ?\([^)\n]{0,60}\))? (?:of|from) (?:your |the |each |every |all )?(?P<what>(?:[\w'’-]+ ){0,2}[\w'’-]+)", re.I)
_DUE = late(
    rf"(?:^|[.!?:;,\n]\s{{0,2}}|\bthe |\byour )(?P<what>{_NOUNS}) (?:(?:is|are|was|were) (?:due|needed|wanted|required|missing|still|to (?:be|reach|arrive|be \w+ed)|has to be|have to be)|due\b|has to be\b|have to be\b|must (?:be|reach)|needs? to (?:be|reach)|go(?:es)? to|reach(?:es)?\b|deadline)",
    re.I,
)
_WANTS = late(rf"\b(?:needs?|wants?|asks? for|requires?|is collecting|requests?|sent) (?:us |all |the |your |an? |\d+ )*(?:updated |signed |complete |full )?(?P<what>{_NOUNS})", re.I)
_ASK = late(
    rf"\b(?P<verb>submit|send|update|complete|fill in|report|provide|upload|e-?mail|register|attend|clear|bring|hand in|check|walk|post|return|sign|list|confirm|run|book|review|translate|prepare|draft|renew|approve|proofread(?:ing)?|settle)\s+(?:us |me |them |in )?(?:the |your |their |all |an? |any |\d[\d–-]*\s|one |two )*(?P<what>{_NOUNS})",
    re.I,
)
_STOP = late(
    r"\s(?:by|before|within|to|via|through|on|at|until|with|and|or|in|into|from|is|are|must|against|for|of|no|that|who|which|as|this|next|every|each|until|please|than|asap|so|if)\b.*$", re.I
)
_LIMIT = late(
    r"\s(?:by|before|until|till|no later than|not later than|within|due|on|at)\s(?:the |this |next |early |end of )*(?:\d|noon|midday|midnight|tomorrow|today|tonight|cob|eod|eob|close|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|week|month|year).*$"
    r"|\s(?:please|thanks|thank you)\W*$", re.I | re.S
)
_OF_WHAT = late(r" (?P<by>of|on|to|for) (?:the |your |our |all |this |next )*(?P<of>(?:[\w'’&/-]+ ){0,2}[\w'’&/-]+)")
_ABOUT_SOMETHING = late(r"\b(?:comments?|inputs?|feedback|remarks?|views?|contributions?|suggestions?|applications?|registrations?|questions?|requests?|points)$", re.I)
_HOLLOW = late(r"^(?:to|it|them|this|that|us|me|you|by|on|at|asap|of|in|up|out|one|all|the|not|please|month|account|here|sure|so|same|yours?|mine|ours|ones?|queries|may|zero)?\b\W*$", re.I)
_LEADING = late(r"^(?:the|an?|your|our|all|any|hold|attend|join|will|for|one|so|may|extra|and|at|of|to|of all|these|so|next|is|be|in|on|every|each|\d+)\s+", re.I)


def english_title(text: str, kind: Kind) -> str:
    """What to do or to come to, from a text without Chinese characters."""
    text = _opened(text)
    title = _event(text) if kind is Kind.EVENT else ""
    title = title or _photos(text) or _named(_DUE, text) or _asked(text) or _named(_WANTS, text)
    return cut(title or _LIMIT.sub("", re.split(r"[!?;,\n]|[.:](?!\d)", text.strip(), maxsplit=1)[0]))


def _opened(text: str) -> str:
    """The text behind greetings, reminders and the heads of a record."""
    for _ in range(5):
        match = _OPENING.match(text)
        if not match or match.end() >= len(text) - 3:
            break
        text = text[match.end() :]
    return text


def _trimmed(phrase: str) -> str:
    phrase = _STOP.sub("", f" {phrase}").strip(" -,'’")
    while match := _LEADING.match(phrase):
        phrase = phrase[match.end() :]
    return phrase


def _event(text: str) -> str:
    for match in _EVENT.finditer(text, 0, 600):
        phrase = re.split(r"\b(?:the|an?|hold|attend|join|for|to|of|in|at|your|our|and)\s", match.group("what"), flags=re.I)[-1].strip()
        phrase = _trimmed(phrase)
        if " " in phrase or len(phrase) > 7:
            return phrase
    return ""


def _photos(text: str) -> str:
    match = _PHOTOS_OF.search(text, 0, 600)
    what = _trimmed(match.group("what")) if match else ""
    if not match or len(what) < 4:
        return ""
    kind = match.group("kind").lower()
    return f"{what} {kind if kind.endswith('s') else kind + 's'}"


def _named(pattern: re.Pattern[str], text: str) -> str:
    for match in pattern.finditer(text, 0, 600):
        what = _trimmed(match.group("what"))
        if len(what) >= 4 and not _HOLLOW.match(what) and not re.match(r"(?:it|they|we|you|he|she|i|there|all|everyone|anyone)\b", what, re.I):
            return what
    return ""


def _asked(text: str) -> str:
    for match in _ASK.finditer(text, 0, 600):
        what = _trimmed(match.group("what"))
        if len(what) >= 4 and not _HOLLOW.match(what):
            return f"{match.group('verb')} {what}{_of_what(text, match.start('what'), what)}"
    return ""


def _of_what(text: str, start: int, what: str) -> str:
    """What the thing is of or about (Code of Conduct, comments on the draft), where it stands right behind it and the title has room."""
    at = text.find(what, start)
    match = _OF_WHAT.match(text, at + len(what)) if at >= 0 else None
    if match is None or (match["by"] != "of" and not _ABOUT_SOMETHING.search(what)):
        return ""
    of = _trimmed(match["of"])
    found = f" {match['by']} {of}"
    return found if len(of) >= 3 and len(what) + len(found) <= LONGEST_ENGLISH else ""


def cut(title: str) -> str:
    """A title at most so long, with a capital first and no word cut in two."""
    title = title.strip(" -,'’\"[](")
    if len(title) > LONGEST_ENGLISH:
        title = title[: LONGEST_ENGLISH - 1].rsplit(" ", 1)[0].rstrip(" ,-") + "…"
    return title[:1].upper() + title[1:]
