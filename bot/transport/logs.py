"""Logging for the doors: libraries that print addresses are quiet, and no token ever reaches a log."""

from __future__ import annotations

import logging
import re

_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
_HIDDEN = "<token>"
_TALKATIVE = ("httpx", "httpcore", "telegram", "apscheduler", "asyncio", "tornado", "alembic")


def redact(text: str, secrets: tuple[str, ...] = ()) -> str:
    """`text` without the given secrets and without anything that looks like a bot token."""
    for secret in secrets:
        if secret:
            text = text.replace(secret, _HIDDEN)
    return _TOKEN.sub(_HIDDEN, text)


class RedactingFormatter(logging.Formatter):
    """Formats as its parent does, then hides secrets: in messages, arguments and tracebacks alike."""

    def __init__(self, *secrets: str, fmt: str | None = None) -> None:
        super().__init__(fmt)
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """One record as text that may be kept."""
        return redact(super().format(record), self._secrets)


def configure_logging(*secrets: str, level: int = logging.INFO) -> None:
    """Log to standard error from `level` on, the libraries' talk from WARNING on, with `secrets` hidden."""
    formatter = RedactingFormatter(*secrets, fmt="%(asctime)s %(levelname)s %(name)s: %(message)s")
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.StreamHandler())
    for handler in root.handlers:
        handler.setFormatter(formatter)
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
