"""Whether Telegram can be reached with a token, for `jianfu doctor`."""

from __future__ import annotations

from telegram import Bot, error
from telegram.request import HTTPXRequest

SECONDS = 5.0
"""How long Telegram is waited for: the doctor answers a person."""


async def check_token(token: str, api_url: str) -> str:
    """Ask Telegram who we are: "ok", "wrong_token" or "unreachable"."""
    request = HTTPXRequest(connect_timeout=SECONDS, read_timeout=SECONDS)
    try:
        async with Bot(token, base_url=f"{api_url}/bot", request=request):
            return "ok"
    except error.InvalidToken:
        return "wrong_token"
    except error.TelegramError:
        return "unreachable"
