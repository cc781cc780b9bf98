"""What a Telegram message holds: its words and its files, in the shared vocabulary."""

from __future__ import annotations

import telegram

from bot.core.models import Attachment

_LINKS = telegram.MessageEntity.TEXT_LINK


def words_of(message: telegram.Message) -> str | None:
    """The message's text with hidden link addresses written out; "" for a bare file, None for a service message.

    Polls, contacts and places are spelled out; a sticker is its emoji.
    """
    if message.text is not None:
        return _with_links(message.text, message.parse_entities([_LINKS]))
    if message.caption is not None:
        return _with_links(message.caption, message.parse_caption_entities([_LINKS]))
    if message.sticker:
        return message.sticker.emoji or ""
    if message.poll:
        return "\n".join([message.poll.question, *(option.text for option in message.poll.options)])
    if message.contact:
        named = (message.contact.first_name, message.contact.last_name, message.contact.phone_number)
        return " ".join(part for part in named if part)
    if message.venue:
        return f"{message.venue.title} {message.venue.address}"
    return "" if message.effective_attachment else None


def _with_links(text: str, links: dict[telegram.MessageEntity, str]) -> str:
    """Addresses that the reader would only see by touching stand in brackets behind their words."""
    for entity, words in sorted(links.items(), key=lambda found: -found[0].offset):
        if entity.url and entity.url.rstrip("/") not in text:
            end = len(text.encode("utf-16-le")[: 2 * (entity.offset + entity.length)].decode("utf-16-le"))
            if words.strip():
                text = f"{text[:end]}（{entity.url}）{text[end:]}"
    return text


def files_of(message: telegram.Message) -> tuple[Attachment, ...]:
    """The file that came with the message, if any; of a picture the largest size. Stickers are words, not files."""
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return (Attachment("photo.jpg", "image/jpeg", largest.file_size or 0, largest.file_id),)
    for held, name, mime in (
        (message.document, "file", "application/octet-stream"),
        (message.voice, "voice.ogg", "audio/ogg"),
        (message.audio, "audio.mp3", "audio/mpeg"),
        (message.video, "video.mp4", "video/mp4"),
        (message.video_note, "video.mp4", "video/mp4"),
    ):
        if held:
            name = getattr(held, "file_name", None) or name
            mime = getattr(held, "mime_type", None) or mime
            return (Attachment(name, mime, held.file_size or 0, held.file_id),)
    return ()
