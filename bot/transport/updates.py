"""PTB update → Message, Command, GroupEvent or Reach; pure, and the only place that knows Telegram's shapes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import telegram
from telegram.constants import ChatType

from bot.core.models import Command, GroupEvent, GroupEventKind, Message, Origin
from bot.core.words import addressed_to, read_command
from bot.transport.contents import files_of, words_of

WANTED = ("message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "my_chat_member")
"""The kinds of update that are asked for; nothing else is understood."""

_OUTSIDE = (telegram.ChatMember.LEFT, telegram.ChatMember.BANNED)


@dataclass(frozen=True, slots=True)
class Reach:
    """A person shut the bot out of the private chat, or let it in again."""

    chat: str
    reachable: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the bot is on Telegram; `username` without @."""

    id: int
    username: str


Item = Message | Command | GroupEvent | Reach


def reference(number: int) -> str:
    """The door's reference of a chat or a user."""
    return f"tg:{number}"


def chat_of(raw: Mapping[str, Any]) -> str | None:
    """The chat a raw update belongs to, however odd the rest of it is; None when it names none."""
    for part in raw.values():
        if isinstance(part, dict):
            for holder in (part, part.get("message")):
                chat = holder.get("chat") if isinstance(holder, dict) else None
                if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                    return reference(chat["id"])
    return None


def translate(update: telegram.Update, me: Identity, now: datetime) -> tuple[Item, ...]:
    """What an update means to the bot: mostly one item, several when people join together, none when it is nothing.

    `now` stands in where Telegram tells no time, as for a pressed button.
    """
    if update.callback_query:
        return _press(update.callback_query, now)
    if update.my_chat_member:
        return _own_membership(update.my_chat_member, update.update_id)
    message = update.effective_message
    if message is None:
        return ()
    edited = bool(update.edited_message or update.edited_channel_post)
    return _service(message, me) or _posted(message, me, edited)


# ── Messages and commands ────────────────────────────────────────────────────


def _posted(message: telegram.Message, me: Identity, edited: bool) -> tuple[Item, ...]:
    text = words_of(message)
    if text is None:
        return ()
    if message.text is not None and message.forward_origin is None:
        addressee = addressed_to(message.text)
        if addressee and addressee.lower() != me.username.lower():
            return ()
        spoken = read_command(_said_to_bot(message, me))
        if spoken:
            return (_typed(message, spoken, edited),)
    return (_message(message, text, edited),)


def _said_to_bot(message: telegram.Message, me: Identity) -> str:
    """The words that may be a command: all in private, in a group only what is said to the bot."""
    text = message.text or ""
    if message.chat.type == ChatType.PRIVATE or text.startswith("/"):
        return text
    mention = f"@{me.username}".lower()
    at = text.lower().find(mention)
    if at >= 0:
        return f"{text[:at]} {text[at + len(mention) :]}".strip()
    answered = message.reply_to_message
    if answered and answered.from_user and answered.from_user.id == me.id:
        return text
    return ""


def _typed(message: telegram.Message, spoken: tuple[str, str], edited: bool) -> Command:
    user = message.from_user
    author = (message.sender_chat or user or message.chat).id
    changed = f":{int(message.edit_date.timestamp())}" if edited and message.edit_date else ""
    return Command(
        id=f"tg:{message.chat.id}:{message.message_id}{changed}",
        name=spoken[0],
        args=spoken[1],
        chat=reference(message.chat.id),
        user=reference(author),
        user_name=user.full_name if user else message.chat.title or "",
        received_at=message.date,
        private=message.chat.type == ChatType.PRIVATE,
        reply_to=_answered(message),
    )


def _press(query: telegram.CallbackQuery, now: datetime) -> tuple[Item, ...]:
    spoken = read_command(query.data or "") if (query.data or "").startswith("/") else None
    if spoken is None:
        return ()
    place = query.message
    return (
        Command(
            id=f"tg:press:{query.id}",
            name=spoken[0],
            args=spoken[1],
            chat=reference(place.chat.id if place else query.from_user.id),
            user=reference(query.from_user.id),
            user_name=query.from_user.full_name,
            received_at=now,
            private=place is None or place.chat.type == ChatType.PRIVATE,
            card=f"tg:{place.chat.id}:{place.message_id}" if place else None,
        ),
    )


def _message(message: telegram.Message, text: str, edited: bool) -> Message:
    private = message.chat.type == ChatType.PRIVATE
    origin, sender = _origin(message.forward_origin)
    author = message.from_user if message.sender_chat is None else None
    if not private:
        sender = sender or (author.full_name if author else message.author_signature)
        origin = Origin(reference(message.chat.id), message.chat.title, sender)
    return Message(
        id=f"tg:{message.chat.id}:{message.message_id}",
        received_at=message.date,
        text=text,
        sender=sender,
        sent_at=message.forward_origin.date if message.forward_origin else None,
        chat=reference(message.chat.id),
        by=reference(author.id) if author else None,
        private=private,
        origin=origin,
        attachments=files_of(message),
        album=message.media_group_id,
        edited=edited,
        reply_to=_answered(message),
    )


def _answered(message: telegram.Message) -> str | None:
    """The message that this one replies to."""
    answered = message.reply_to_message
    return f"tg:{answered.chat.id}:{answered.message_id}" if answered else None


def _origin(origin: telegram.MessageOrigin | None) -> tuple[Origin, str | None]:
    """Where a forward was first posted, and by whom; a bot (a bridge) is nobody's name."""
    if isinstance(origin, telegram.MessageOriginUser):
        name = None if origin.sender_user.is_bot else origin.sender_user.full_name
        return Origin(sender_name=name), name
    if isinstance(origin, telegram.MessageOriginHiddenUser):
        return Origin(sender_name=origin.sender_user_name), origin.sender_user_name
    if isinstance(origin, telegram.MessageOriginChat):
        chat = origin.sender_chat
        return Origin(reference(chat.id), chat.title, origin.author_signature), origin.author_signature
    if isinstance(origin, telegram.MessageOriginChannel):
        return Origin(reference(origin.chat.id), origin.chat.title, origin.author_signature), origin.author_signature
    return Origin(), None


# ── What happens to groups ───────────────────────────────────────────────────


def _service(message: telegram.Message, me: Identity) -> tuple[GroupEvent, ...]:
    """The group events a service message tells; the bot's own coming and going is told by `my_chat_member`."""
    if message.new_chat_members:
        people = [user for user in message.new_chat_members if user.id != me.id]
        return tuple(_event(message, GroupEventKind.JOINED, user, f":{user.id}") for user in people)
    if message.left_chat_member:
        left = message.left_chat_member
        return () if left.id == me.id else (_event(message, GroupEventKind.LEFT, left),)
    if message.new_chat_title:
        return (_event(message, GroupEventKind.RENAMED, message.from_user, title=message.new_chat_title),)
    if message.migrate_to_chat_id:
        return (_event(message, GroupEventKind.MIGRATED, message.from_user, to_chat=message.migrate_to_chat_id),)
    if message.migrate_from_chat_id:
        old, new = message.migrate_from_chat_id, message.chat.id
        return (_event(message, GroupEventKind.MIGRATED, message.from_user, chat=old, to_chat=new),)
    return ()


def _event(
    message: telegram.Message,
    kind: GroupEventKind,
    user: telegram.User | None,
    suffix: str = "",
    *,
    title: str | None = None,
    chat: int | None = None,
    to_chat: int | None = None,
) -> GroupEvent:
    return GroupEvent(
        id=f"tg:{message.chat.id}:{message.message_id}{suffix}",
        kind=kind,
        chat=reference(chat or message.chat.id),
        received_at=message.date,
        title=title or message.chat.title,
        to_chat=reference(to_chat) if to_chat else None,
        user=reference(user.id) if user else None,
        user_name=user.full_name if user else None,
    )


def _own_membership(change: telegram.ChatMemberUpdated, update_id: int) -> tuple[Item, ...]:
    inside = _is_inside(change.new_chat_member)
    if change.chat.type == ChatType.PRIVATE:
        return (Reach(reference(change.chat.id), inside),)
    if inside == _is_inside(change.old_chat_member):
        return ()
    return (
        GroupEvent(
            id=f"tg:{change.chat.id}:update:{update_id}",
            kind=GroupEventKind.ADDED if inside else GroupEventKind.REMOVED,
            chat=reference(change.chat.id),
            received_at=change.date,
            title=change.chat.title,
            user=reference(change.from_user.id),
            user_name=change.from_user.full_name,
        ),
    )


def _is_inside(member: telegram.ChatMember) -> bool:
    if isinstance(member, telegram.ChatMemberRestricted):
        return member.is_member
    return member.status not in _OUTSIDE
