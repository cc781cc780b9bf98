"""A short English name for a duty or an event: Autumn harvest photos, Update household register."""

from __future__ import annotations

import re

from bot.core.models import Kind
from bot.core.wording import late

LONGEST_ENGLISH = 40
"""Characters an English title may have; it ends at the border of a word."""

_OPENING = late(
    r"^\s*(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|morning|afternoon)\b[^,:.!\n-]{0,40}(?:[,:.!\n]|\s-)"
    r"|\[[^\]\n]{1,30}\]\s?(?:[A-Z][\w ]{0,20}:)?|(?:just )?a?\s?(?:gentle |kind |quick |friendly |final )?reminder\b(?: from [^:,.\n]{0,40})?\s?[:,-]"
    r"|(?:fyi|urgent|notice|heads-up|note|update|correction|important|attention)\b(?: (?:to|from|for) [^:.,\n]{0,40})?\s?[:,-]|fyi (?=the\b)|(?:all|everyone)[,:]|please\b)\s*",
    re.I,
)
_NOUNS = r"(?:[\w'’/&-]+ ){0,4}[\w'’/&-]+"
_EVENT = late(
    r"\b(?P<what>(?:[\w'’/&-]+ ){0,3}(?:meeting|training|workshop|drill|rehearsal|session|inspection|audit|clinic|seminar|briefing|open house|ceremony|orientation))\b",
    re.I,
)
_PHOTOS_OF = late(r"(?<!no )\b(?P<kind>photos?|pictures?|videos?|screenshots?)(?: ?\([^)\n]{0,60}\))? (?:of|from) (?:your |the |each |every |all )?(?P<what>(?:[\w'’-]+ ){0,2}[\w'’-]+)", re.I)
_DUE = late(
    rf"(?:^|[.!?:;,\n]\s{{0,2}}|\bthe |\byour )(?P<what>{_NOUNS}) (?:(?:is|are|was|were) (?:due|needed|wanted|required|missing|still|to (?:be|reach|arrive))|must (?:be|reach)|needs? to (?:be|reach)|go(?:es)? to|reach(?:es)?\b|deadline)",
    re.I,
)
_WANTS = late(rf"\b(?:needs?|wants?|asks? for|requires?|is collecting|requests?|sent) (?:us |all |the |your |an? |\d+ )*(?:updated |signed |complete |full )?(?P<what>{_NOUNS})", re.I)
_ASK = late(
    rf"\b(?P<verb>submit|send|update|complete|fill in|report|provide|upload|e-?mail|register|attend|clear|bring|hand in|check|walk|post|return|sign|list|confirm|run)\s+(?:us |me |them |in )?(?:the |your |their |all |an? |any |\d[\d–-]*\s|one |two )*(?P<what>{_NOUNS})",
    re.I,
)
_STOP = late(
    r"\s(?:by|before|to|via|through|on|at|until|with|and|or|in|into|from|is|are|must|against|for|of|no|that|who|which|as|this|next|every|each|until|please|than|asap|so|if)\b.*$", re.I
)
_HOLLOW = late(r"^(?:to|it|them|this|that|us|me|you|by|on|at|asap|of|in|up|out|one|all|the|not|please|month|account|here|sure|so|same|ones?|queries|may|zero)?\b\W*$", re.I)
_LEADING = late(r"^(?:the|an?|your|our|all|any|hold|attend|join|will|for|one|so|may|extra|and|at|of|to|of all|these|so|next|is|be|in|on|every|each|\d+)\s+", re.I)


def english_title(text: str, kind: Kind) -> str:
    """What to do or to come to, from a text without Chinese characters."""
    text = _opened(text)
    title = _event(text) if kind is Kind.EVENT else ""
    title = title or _photos(text) or _named(_DUE, text) or _asked(text) or _named(_WANTS, text)
    return cut(title or re.split(r"[.!?:;,\n]", text.strip(), maxsplit=1)[0])


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
            return f"{match.group('verb')} {what}"
    return ""


def cut(title: str) -> str:
    """A title at most so long, with a capital first and no word cut in two."""
    title = title.strip(" -,'’\"[](")
    if len(title) > LONGEST_ENGLISH:
        title = title[: LONGEST_ENGLISH - 1].rsplit(" ", 1)[0].rstrip(" ,-") + "…"
    return title[:1].upper() + title[1:]
