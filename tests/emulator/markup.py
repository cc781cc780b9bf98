"""Telegram's HTML: text and entities, or the refusal that broken markup earns."""

from __future__ import annotations

import re
from typing import Any

from tests.emulator.errors import ApiError

SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote", "a": "text_link", "tg-emoji": "custom_emoji",
}  # fmt: skip
_PIECE = re.compile(
    r"<(?P<close>/?)(?P<tag>[^\s>/]*)(?P<attributes>[^>]*)>|&(?P<entity>#x?[0-9a-fA-F]+|lt|gt|amp|quot);"
)
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024


def units(text: str) -> int:
    """Length in UTF-16 code units, in which Telegram counts offsets."""
    return len(text.encode("utf-16-le")) // 2


def _refuse(reason: str) -> ApiError:
    return ApiError(400, f"Bad Request: can't parse entities: {reason}")


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Read Telegram HTML into plain text and entities; raises `ApiError` 400 as Telegram does."""
    text, at = "", 0
    entities: list[dict[str, Any]] = []
    open_tags: list[tuple[str, int, str]] = []
    for piece in _PIECE.finditer(source):
        text += _plain(source[at : piece.start()], at)
        at = piece.end()
        if piece["entity"]:
            text += _character(piece["entity"])
        elif piece["close"]:
            entities.append(_closed(open_tags, piece, text))
        else:
            open_tags.append(_opened(piece, text))
    text += _plain(source[at:], at)
    if open_tags:
        raise _refuse(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    kept = [entity for entity in entities if entity["length"] > 0]
    return text, sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def _plain(text: str, at: int) -> str:
    if "<" in text:
        raise _refuse(f'Unsupported start tag "" at byte offset {at + text.index("<")}')
    return text


def _character(entity: str) -> str:
    if entity in _NAMED:
        return _NAMED[entity]
    return chr(int(entity[2:], 16) if entity[1] in "xX" else int(entity[1:]))


def _opened(piece: re.Match[str], text: str) -> tuple[str, int, str]:
    tag = piece["tag"].lower()
    if tag not in SIMPLE or (tag == "span" and "tg-spoiler" not in piece["attributes"]):
        raise _refuse(f'Unsupported start tag "{tag}" at byte offset {piece.start()}')
    return tag, units(text), piece["attributes"]


def _closed(open_tags: list[tuple[str, int, str]], piece: re.Match[str], text: str) -> dict[str, Any]:
    tag = piece["tag"].lower()
    if not open_tags:
        raise _refuse(f"Unexpected end tag at byte offset {piece.start()}")
    opened, offset, attributes = open_tags.pop()
    if tag not in (opened, ""):
        where = f"byte offset {piece.start()}"
        raise _refuse(f'Unmatched end tag at {where}, expected "</{opened}>", found "</{tag}>"')
    entity: dict[str, Any] = {"type": SIMPLE[opened], "offset": offset, "length": units(text) - offset}
    if opened == "a":
        href = re.search(r"""href=["']?([^"'\s>]+)""", attributes)
        entity["url"] = href[1] if href else text
    return entity


def read_text(params: dict[str, Any], field: str = "text", limit: int = TEXT_LIMIT) -> dict[str, Any]:
    """The text part of a message (`text`/`entities`, or the caption's), checked for emptiness and length."""
    source = str(params.get(field) or "")
    entities_field = "entities" if field == "text" else "caption_entities"
    mode = params.get("parse_mode")
    if mode and str(mode).upper() != "HTML":
        raise ApiError(400, "Bad Request: unsupported parse_mode")
    text, entities = parse_html(source) if mode else (source, [])
    text = text.strip("\n ") if not entities else text.rstrip("\n ")
    if field == "text" and not text.strip():
        raise ApiError(400, "Bad Request: message text is empty")
    if len(text) > limit:
        what = "message is too long" if field == "text" else "message caption is too long"
        raise ApiError(400, f"Bad Request: {what}")
    read: dict[str, Any] = {field: text} if text else {}
    if entities:
        read[entities_field] = entities
    return read


def read_keyboard(markup: dict[str, Any] | None) -> dict[str, Any] | None:
    """Check an inline keyboard as Telegram does; None when there is none."""
    if not markup or "inline_keyboard" not in markup:
        return None
    for row in markup["inline_keyboard"]:
        for button in row:
            if not str(button.get("text", "")).strip():
                raise ApiError(
                    400, 'Bad Request: can\'t parse inline keyboard button: Field "text" must be of type String'
                )
            data = button.get("callback_data")
            if data is not None and not 1 <= len(data.encode()) <= 64:
                raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
            if data is None and "url" not in button:
                raise ApiError(400, "Bad Request: text buttons are not allowed in the inline keyboard")
    rows = [row for row in markup["inline_keyboard"] if row]
    return {"inline_keyboard": rows} if rows else None
