"""What a page, a mail or an editor put around the words: tags, entities, marks of emphasis, keycaps, ends of lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from bot.core.wording import late

FILLER = "\u2060"
"""Stands where a mark stood; invisible, so the reader of the text drops it."""
_ATTRIBUTES = r"(?:\s[^<>]{0,400})?\s?/?>"
_BLOCK = late(rf"</?(?:p|br|div|li|ul|ol|tr|table|thead|tbody|h[1-6]|section|article|blockquote){_ATTRIBUTES}", re.I)
_CELL = late(rf"</t[dh]{_ATTRIBUTES}", re.I)
_INLINE = late(rf"</?(?:span|b|strong|em|i|u|s|font|a|sub|sup|small|mark|code|td|th|img|o:p|label|center){_ATTRIBUTES}", re.I)
_ENTITY = late(r"&(?:amp;)?(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});")
_EMPHASIS = late(r"(?<![A-Za-z0-9_*`])(\*\*|__|`)(?=[^\s*_`，。、；：])([^*`\n]{1,120}?)(?<=[^\s*`，、；：])\1(?![A-Za-z0-9_*`])")
_KEYCAP = late(r"(?:(?<=[0-9#*])|(?<=[0-9#*]\ufe0f))\u20e3")
_NUMBERS_A_LINE = late(r"(?:^|[\n\s：。；，、])(?:\d\ufe0f?\u20e3?){1,2}$")
_SAID_BREAK = late(r"(?<![A-Za-z:])(?:\\r)?\\n")
_ODD_END = late("[\u2028\u2029\u0085\x0b\x0c]")
_ODD_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\x0b": "\n", "\x0c": "\n"})


def without_markup(text: str) -> str:
    """The text with its marks taken for what they show, as long as before: a paragraph's tag is the end of a line,
    an entity its character, and `FILLER` stands where nothing shows."""
    if "<" in text:
        text = _BLOCK.sub(_shown_as("\n"), text)
        text = _CELL.sub(_shown_as("\t"), text)
        text = _INLINE.sub(_shown_as(FILLER), text)
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    if "**" in text or "__" in text or "`" in text:
        text = _EMPHASIS.sub(_bare, text)
    if "\u20e3" in text:
        text = _KEYCAP.sub(_keycap, text)
    if "\\n" in text and "\n" not in text:
        text = _SAID_BREAK.sub(_shown_as("\n"), text)
    if "\r" in text:
        text = text.replace("\r\n", f"{FILLER}\n").replace("\r", "\n")
    return text.translate(_ODD_ENDS) if _ODD_END.search(text) else text


def _shown_as(character: str) -> Callable[[re.Match[str]], str]:
    """Puts one character, filled up, for a mark of any length."""
    return lambda match: character.ljust(len(match[0]), FILLER)


def _character(match: re.Match[str]) -> str:
    """The one character an entity stands for; what names none stays."""
    shown = unescape(unescape(match[0]))
    return shown.ljust(len(match[0]), FILLER) if len(shown) == 1 else match[0]


def _bare(match: re.Match[str]) -> str:
    marks = FILLER * len(match[1])
    return f"{marks}{match[2]}{marks}"


def _keycap(match: re.Match[str]) -> str:
    """Nothing around the digit of a date (9️⃣月), a point behind the number of an item (1️⃣ 请…)."""
    before, after = match.string[max(0, match.start() - 6) : match.start()], match.string[match.end() : match.end() + 3]
    goes_on = re.match(r"[年月日号点时分:：]|\d\ufe0f?\u20e3", after)
    return "、" if not goes_on and _NUMBERS_A_LINE.search(before) else FILLER
