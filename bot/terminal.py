"""What the command line says: the same templates, without Telegram's tags."""

from __future__ import annotations

from datetime import datetime

from bot.render import Renderer
from bot.transport.console import plain


def say(template: str, language: str, data: dict[str, object], now: datetime, timezone: str) -> str:
    """Render a template for a terminal."""
    return "\n".join(plain(page) for page in Renderer().render(template, language, data, now, timezone).pages)
