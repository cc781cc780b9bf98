"""Where in a file a fact stands: its page and the line on it."""

from __future__ import annotations

from bot.core.models import Message, Span


def place_of(message: Message, span: Span) -> tuple[str, int, int] | None:
    """The file's name, the page and the line of words of `message`; None for what was written beside its files."""
    found: tuple[int, str, int] | None = None
    for file in message.attachments:
        for page, start in enumerate(file.pages, 1):
            if start <= span[0] and (found is None or start >= found[0]):
                found = (start, file.name, page)
    if found is None:
        return None
    start, name, page = found
    return name, page, message.text.count("\n", start, span[0]) + 1
