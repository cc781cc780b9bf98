"""What the command line says: the same templates, without Telegram's tags."""

from __future__ import annotations

import html
import re
from datetime import datetime

from bot.render import Renderer

_TAG = re.compile(r"</?[a-z][^<>]*>")


def without_tags(text: str) -> str:
    """Telegram HTML as plain text."""
    return html.unescape(_TAG.sub("", text))


def say(template: str, language: str, data: dict[str, object], now: datetime, timezone: str) -> str:
    """Render a template for a terminal."""
    return "\n".join(without_tags(page) for page in Renderer().render(template, language, data, now, timezone).pages)
