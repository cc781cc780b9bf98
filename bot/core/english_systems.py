"""Named systems in English notices: "log on to ParkWise", 'post it on "MedGas"', "in the VaxTrack system"."""

from __future__ import annotations

from bot.core.names import Span
from bot.core.wording import late

_NAMED = late(r"[a-z] [“\"”'A-Z]")
_CAMEL = late(r"\b(?:in|into|on|onto|to|via|through|using|with|from) (?:the )?([A-Z][a-z]+[A-Z][A-Za-z]{1,12}|[A-Z]{1,2}[A-Z][a-z]{3,10})\b(?<!WhatsApp)(?<!WeChat)(?! (?:office|station|team))")
_QUOTED = late(r"\b(?:in|into|on|onto|to|via|through|using|from) (?:the )?[“\"”']([A-Z][\w-]{2,20}(?: [A-Z][\w-]{2,20}){0,2})[”\"']")
_UNDER = late(r"\b(?:[Uu]pload|[Ll]og|[Ff]ile|[Ss]ubmit|[Pp]ost|[Ee]nter|[Rr]eport|[Rr]ecord|[Ss]ave)\b[^.;\n]{0,40}? (?:under|within) (?:the )?[“\"”']([A-Z][\w-]{2,20}(?: [A-Z][\w-]{1,20}){0,2})[”\"']")
_KIND = late(
    r"\b(?:[Oo]n|[Vv]ia|[Tt]hrough|[Ii]n|[Ii]nto|[Tt]o|[Uu]sing) (?:the )?[“\"']?([A-Z][A-Za-z0-9]+(?: [A-Z][A-Za-z0-9]+){0,4})[”\"']? (?:platform|system|app|portal|mini[- ]?program|website)\b"
)


def find_english_systems(text: str) -> list[Span]:
    """Spans of the names, each once, those in order that most surely are ones."""
    if not _NAMED.search(text):
        return []
    found = (match.span(1) for pattern in (_QUOTED, _UNDER, _KIND, _CAMEL) for match in pattern.finditer(text))
    return list(dict.fromkeys(found))
