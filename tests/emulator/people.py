"""Verbs for tests: what people and groups do, and what they see of the bot."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.emulator.markup import units
from tests.emulator.methods import member_shown
from tests.emulator.telegram import BOT_ID, Chat, Telegram

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
PATIENCE = 60.0
_COMMAND = re.compile(r"/[A-Za-z0-9_]+(@[A-Za-z0-9_]+)?")
_MENTION = re.compile(r"@[A-Za-z0-9_]{5,}")


@dataclass(frozen=True)
class Shown:
    """One message of the bot as a person sees it now."""

    chat: int
    number: int
    text: str
    buttons: tuple[tuple[str, str], ...]
    document: str | None
    edited: bool


def _shown(message: dict[str, Any]) -> Shown:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = tuple((button["text"], button.get("callback_data", "")) for row in rows for button in row)
    text = message.get("text", message.get("caption", ""))
    document = message.get("document", {}).get("file_name")
    return Shown(message["chat"]["id"], message["message_id"], text, buttons, document, "edit_date" in message)


def spoken(text: str) -> dict[str, Any]:
    """A text with the entities that Telegram finds in it by itself."""
    entities = []
    if command := _COMMAND.match(text):
        entities.append({"type": "bot_command", "offset": 0, "length": units(command[0])})
    for mention in _MENTION.finditer(text, command.end() if command else 0):
        entities.append({"type": "mention", "offset": units(text[: mention.start()]), "length": units(mention[0])})
    return {"text": text, "entities": entities} if entities else {"text": text}


@dataclass(frozen=True)
class Place:
    """A chat seen through its bot messages."""

    telegram: Telegram
    chat: Chat

    @property
    def shown(self) -> list[Shown]:
        """Every message of the bot that stands in the chat, oldest first."""
        return [
            _shown(message) for message in self.chat.messages.values() if message.get("from", {}).get("id") == BOT_ID
        ]

    @property
    def last(self) -> Shown:
        """The bot's latest message."""
        return self.shown[-1]

    async def sees(self, *words: str, after: int = 0, within: float = PATIENCE) -> Shown:
        """Wait until one bot message newer than `after` holds all `words`; fails with what is there instead."""
        loop = asyncio.get_running_loop()
        give_up = loop.time() + within
        while True:
            for shown in reversed(self.shown):
                if shown.number > after and all(word in shown.text for word in words):
                    return shown
            if loop.time() > give_up:
                raise AssertionError(f"{words} not seen; there is {[shown.text for shown in self.shown]}")
            await asyncio.sleep(0.01)

    def posts(self, sender: dict[str, Any] | None, content: dict[str, Any], kind: str = "message") -> dict[str, Any]:
        """Put a message into the chat and tell the bot."""
        message = self.telegram.post(self.chat, sender, content)
        self.telegram.push(kind, message)
        return message

    def replying(self, content: dict[str, Any], reply_to: int | None) -> dict[str, Any]:
        """The content as a reply to a message of this chat."""
        if reply_to is None:
            return content
        answered = {name: value for name, value in self.chat.messages[reply_to].items() if name != "reply_to_message"}
        return {**content, "reply_to_message": answered}


class Person(Place):
    """Somebody with a private chat with the bot; `where` sends to a group instead."""

    def __init__(self, telegram: Telegram, name: str, *, language: str = "zh-hans", started: bool = True) -> None:
        user = {"id": telegram.new_user_id(), "is_bot": False, "first_name": name, "language_code": language}
        info = {"id": user["id"], "type": "private", "first_name": name}
        chat = Chat(
            info, {user["id"]: "member", BOT_ID: "member"}, {user["id"]: user, BOT_ID: telegram.bot}, started=started
        )
        telegram.chats[chat.id] = chat
        super().__init__(telegram, chat)
        object.__setattr__(self, "user", user)

    user: dict[str, Any]

    @property
    def ref(self) -> str:
        """The door's reference of this person (and of the private chat)."""
        return f"tg:{self.user['id']}"

    def sends(self, text: str, *, where: Group | None = None, reply_to: int | None = None) -> dict[str, Any]:
        """Type a message."""
        place = where or self
        place.chat.started = True
        return place.posts(self.user, place.replying(spoken(text), reply_to))

    def starts(self, payload: str = "") -> dict[str, Any]:
        """Press Start, perhaps by a link that carries a payload."""
        return self.sends(f"/start {payload}".strip())

    def forwards(
        self,
        text: str = "",
        *,
        from_person: Person | None = None,
        hidden: str | None = None,
        group: Group | None = None,
        channel: Group | None = None,
        signature: str | None = None,
        first_sent: datetime | None = None,
        content: dict[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Forward what was first posted by a person, by a hidden person, anonymously in a group, or in a channel."""
        origin: dict[str, Any] = {"date": int(first_sent.timestamp()) if first_sent else self.telegram.stamp()}
        if from_person:
            origin |= {"type": "user", "sender_user": from_person.user}
        elif group:
            origin |= {"type": "chat", "sender_chat": group.chat.info}
        elif channel:
            origin |= {"type": "channel", "chat": channel.chat.info, "message_id": 7}
        else:
            origin |= {"type": "hidden_user", "sender_user_name": hidden or "王敏"}
        if signature and (group or channel):
            origin["author_signature"] = signature
        return self.posts(self.user, {"forward_origin": origin, **(content or spoken(text))})

    def sends_file(
        self, name: str, content: bytes, *, caption: str = "", mime: str = "application/octet-stream", **more: Any
    ) -> dict[str, Any]:
        """Send a document."""
        document = {**self.telegram.keep_file(name, content), "file_name": name, "mime_type": mime}
        return self.posts(self.user, {"document": document, **({"caption": caption} if caption else {}), **more})

    def photo(self, caption: str = "", content: bytes = b"jpeg") -> dict[str, Any]:
        """The content of a message with a picture in two sizes."""
        sizes = [
            {**self.telegram.keep_file("small.jpg", content[:1]), "width": 90, "height": 90},
            {**self.telegram.keep_file("photo.jpg", content), "width": 1280, "height": 960},
        ]
        return {"photo": sizes, **({"caption": caption} if caption else {})}

    def sends_album(self, *captions: str, forwarded: bool = False) -> list[dict[str, Any]]:
        """Send pictures that belong together, one message each."""
        album = self.telegram.serial()
        origin: dict[str, Any] = {"type": "hidden_user", "sender_user_name": "王敏", "date": self.telegram.stamp()}
        extra = {"media_group_id": album, **({"forward_origin": origin} if forwarded else {})}
        return [self.posts(self.user, {**self.photo(caption), **extra}) for caption in captions]

    def sends_sticker(self, emoji: str = "👍") -> dict[str, Any]:
        """Send a sticker."""
        flags = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"}
        return self.posts(self.user, {"sticker": {**self.telegram.keep_file("s.webp", b"w"), **flags, "emoji": emoji}})

    def sends_voice(self, seconds: int = 3) -> dict[str, Any]:
        """Send a voice message."""
        voice = {**self.telegram.keep_file("voice.ogg", b"ogg"), "duration": seconds, "mime_type": "audio/ogg"}
        return self.posts(self.user, {"voice": voice})

    def edits(self, message: dict[str, Any], text: str) -> dict[str, Any]:
        """Change an own message."""
        field = "caption" if "photo" in message or "document" in message else "text"
        kept = {name: value for name, value in message.items() if name not in ("entities", "text", "caption")}
        new = {
            **kept,
            "edit_date": self.telegram.stamp(),
            **({"caption": text} if field == "caption" else spoken(text)),
        }
        self.telegram.chats[message["chat"]["id"]].messages[message["message_id"]] = new
        self.telegram.push("edited_message", new)
        return new

    def presses(self, button: str, on: Shown | None = None) -> str:
        """Press the button with that label (or a part of it) or that command; returns the query's id."""
        shown = on or next((shown for shown in reversed(self.shown) if _button(shown, button)), None)
        data = _button(shown, button) if shown else None
        if shown is None or data is None:
            raise AssertionError(f"no button {button!r}; there are {[shown.buttons for shown in self.shown]}")
        query = self.telegram.serial()
        self.telegram.answered[query] = False
        message = self.telegram.chats[shown.chat].messages.get(shown.number)
        gone = {"chat": self.telegram.chats[shown.chat].info, "message_id": shown.number, "date": 0}
        press = {
            "id": query,
            "from": self.user,
            "chat_instance": str(shown.chat),
            "data": data,
            "message": message or gone,
        }
        self.telegram.push("callback_query", press)
        return query

    def blocks(self) -> None:
        """Block the bot."""
        self._changes("kicked")
        self.chat.blocked = True

    def unblocks(self) -> None:
        """Let the bot write again."""
        self.chat.blocked = False
        self._changes("member")

    def _changes(self, status: str) -> None:
        _bot_becomes(self, status, self.user)


def _button(shown: Shown, wanted: str) -> str | None:
    exact = [data for label, data in shown.buttons if wanted in (label, data)]
    return next(iter(exact or [data for label, data in shown.buttons if wanted in label]), None)


def _bot_becomes(place: Place, status: str, by: dict[str, Any]) -> None:
    before = member_shown(place.chat, BOT_ID)
    place.chat.members[BOT_ID] = status
    change = {"chat": place.chat.info, "from": by, "date": place.telegram.stamp(), "old_chat_member": before}
    place.telegram.push("my_chat_member", {**change, "new_chat_member": member_shown(place.chat, BOT_ID)})


class Group(Place):
    """A group, a supergroup or a channel; the bot is outside until somebody adds it."""

    def __init__(self, telegram: Telegram, title: str, *people: Person, kind: str = "supergroup") -> None:
        number = telegram.new_group_id()
        chat_id = -number if kind == "group" else -1_000_000_000_000 - number
        users = {person.user["id"]: person.user for person in people} | {BOT_ID: telegram.bot}
        members = dict.fromkeys((person.user["id"] for person in people), "member")
        chat = Chat({"id": chat_id, "type": kind, "title": title}, members, users)
        telegram.chats[chat_id] = chat
        super().__init__(telegram, chat)

    @property
    def ref(self) -> str:
        """The door's reference of this chat."""
        return f"tg:{self.chat.id}"

    def adds_bot(self, by: Person, *, admin: bool = False) -> None:
        """Somebody adds the bot; a group shows it as a service message too."""
        _bot_becomes(self, "administrator" if admin else "member", by.user)
        if self.chat.info["type"] != "channel":
            self.posts(by.user, {"new_chat_members": [self.telegram.bot]})

    def promotes_bot(self, by: Person) -> None:
        """Somebody makes the bot an admin."""
        _bot_becomes(self, "administrator", by.user)

    def removes_bot(self, by: Person) -> None:
        """Somebody throws the bot out."""
        _bot_becomes(self, "kicked", by.user)

    def announces(self, text: str, signature: str | None = None) -> dict[str, Any]:
        """An anonymous admin writes in the group, or the channel posts."""
        signed = {"author_signature": signature} if signature else {}
        content = {**spoken(text), **signed, "sender_chat": self.chat.info}
        channel = self.chat.info["type"] == "channel"
        return self.posts(None if channel else ANONYMOUS, content, "channel_post" if channel else "message")

    def renames(self, title: str, by: Person) -> None:
        """Somebody gives the group another title."""
        self.chat.info["title"] = title
        self.posts(by.user, {"new_chat_title": title})

    def joins(self, *people: Person) -> None:
        """People come in together."""
        for person in people:
            self.chat.users[person.user["id"]] = person.user
            self.chat.members[person.user["id"]] = "member"
        self.posts(people[0].user, {"new_chat_members": [person.user for person in people]})

    def loses(self, person: Person) -> None:
        """Somebody leaves."""
        self.chat.members[person.user["id"]] = "left"
        self.posts(person.user, {"left_chat_member": person.user})

    def migrates(self, by: Person) -> Group:
        """The group becomes a supergroup with another identifier; returns that."""
        new = Group(self.telegram, self.chat.info["title"])
        new.chat.members.update(self.chat.members)
        new.chat.users.update(self.chat.users)
        self.posts(by.user, {"migrate_to_chat_id": new.chat.id})
        self.chat.moved_to = new.chat.id
        new.posts(by.user, {"migrate_from_chat_id": self.chat.id})
        return new
