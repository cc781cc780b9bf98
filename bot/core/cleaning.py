"""Text as every database and door can carry it."""

from __future__ import annotations

from dataclasses import replace

from bot.core.models import Message


def carriable(text: str) -> str:
    """`text` without NUL and lone surrogates, which no database takes; length and offsets stay."""
    if text.isascii() and "\x00" not in text:
        return text
    return text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")


def carriable_message(message: Message) -> Message:
    """The message with all that people wrote made carriable."""
    named = tuple(replace(file, name=carriable(file.name)) for file in message.attachments)
    return replace(
        message,
        text=carriable(message.text),
        group=message.group and carriable(message.group),
        sender=message.sender and carriable(message.sender),
        attachments=named,
        origin=replace(
            message.origin,
            chat_title=message.origin.chat_title and carriable(message.origin.chat_title),
            sender_name=message.origin.sender_name and carriable(message.origin.sender_name),
        ),
    )
