"""The Bot API methods the emulator knows, by name; `getUpdates` lives with the state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.emulator.errors import ApiError
from tests.emulator.markup import CAPTION_LIMIT, read_keyboard, read_text
from tests.emulator.telegram import BOT_ID, Chat, Telegram, Webhook

Params = dict[str, Any]
Method = Callable[[Telegram, Params], Any]
METHODS: dict[str, Method] = {}


def _method(name: str) -> Callable[[Method], Method]:
    def register(function: Method) -> Method:
        METHODS[name] = function
        return function

    return register


@_method("getMe")
def get_me(telegram: Telegram, _: Params) -> Any:
    """Who the bot is."""
    return {
        **telegram.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
    }


@_method("setWebhook")
def set_webhook(telegram: Telegram, params: Params) -> Any:
    """Push updates from now on; an empty address goes back to polling."""
    telegram.webhook = Webhook(params["url"], params.get("secret_token")) if params.get("url") else None
    if "allowed_updates" in params:
        telegram.allowed = frozenset(params["allowed_updates"]) or None
    if str(params.get("drop_pending_updates", "")).lower() == "true":
        telegram.updates.clear()
    return True


@_method("deleteWebhook")
def delete_webhook(telegram: Telegram, params: Params) -> Any:
    """Go back to polling."""
    return set_webhook(telegram, {**params, "url": ""})


@_method("getWebhookInfo")
def get_webhook_info(telegram: Telegram, _: Params) -> Any:
    """How pushing fares."""
    hook = telegram.webhook
    info: Params = {"url": hook.url if hook else "", "has_custom_certificate": False}
    info["pending_update_count"] = len(telegram.updates)
    if hook and hook.last_error:
        info |= {"last_error_date": telegram.stamp(), "last_error_message": hook.last_error}
    return info


def _reply(chat: Chat, params: Params) -> Params:
    wanted = params.get("reply_parameters") or {}
    number = wanted.get("message_id")
    if number is None:
        return {}
    if int(number) not in chat.messages:
        if wanted.get("allow_sending_without_reply"):
            return {}
        raise ApiError(400, "Bad Request: message to be replied not found")
    found = chat.messages[int(number)]
    return {"reply_to_message": {name: value for name, value in found.items() if name != "reply_to_message"}}


def _keyboard(params: Params) -> Params:
    keyboard = read_keyboard(params.get("reply_markup"))
    return {"reply_markup": keyboard} if keyboard else {}


@_method("sendMessage")
def send_message(telegram: Telegram, params: Params) -> Any:
    """Say something."""
    chat = telegram.chat_for(params, writing=True)
    content = read_text(params) | _reply(chat, params) | _keyboard(params)
    return telegram.post(chat, telegram.bot, content)


def _send_file(telegram: Telegram, params: Params, kind: str) -> Any:
    chat = telegram.chat_for(params, writing=True)
    given = params[kind]
    if not isinstance(given, bytes) and given not in telegram.files:
        raise ApiError(400, "Bad Request: wrong file identifier/HTTP URL specified")
    if isinstance(given, bytes) and not given:
        raise ApiError(400, "Bad Request: file must be non-empty")
    name = str(params.get(f"{kind}:name", "file"))
    held = telegram.keep_file(name, given) if isinstance(given, bytes) else {"file_id": given, "file_unique_id": given}
    shown: Any = {**held, "file_name": name} if kind == "document" else [{**held, "width": 1280, "height": 720}]
    content = {kind: shown, **read_text(params, "caption", CAPTION_LIMIT), **_reply(chat, params), **_keyboard(params)}
    return telegram.post(chat, telegram.bot, content)


@_method("sendDocument")
def send_document(telegram: Telegram, params: Params) -> Any:
    """Send a file."""
    return _send_file(telegram, params, "document")


@_method("sendPhoto")
def send_photo(telegram: Telegram, params: Params) -> Any:
    """Send a picture."""
    return _send_file(telegram, params, "photo")


def _rewrite(telegram: Telegram, message: Params, content: Params, parts: tuple[str, ...]) -> Any:
    new = {name: value for name, value in message.items() if name not in (*parts, "edit_date")} | content
    if new == {name: value for name, value in message.items() if name != "edit_date"}:
        same = "specified new message content and reply markup are exactly the same as a current content"
        raise ApiError(400, f"Bad Request: message is not modified: {same} and reply markup of the message")
    message.clear()
    message.update(new, edit_date=telegram.stamp())
    return message


@_method("editMessageText")
def edit_message_text(telegram: Telegram, params: Params) -> Any:
    """Say something else in the same place; without a keyboard the old one goes."""
    message = telegram.own_message(params)
    if "text" not in message:
        raise ApiError(400, "Bad Request: there is no text in the message to edit")
    return _rewrite(telegram, message, read_text(params) | _keyboard(params), ("text", "entities", "reply_markup"))


@_method("editMessageReplyMarkup")
def edit_message_reply_markup(telegram: Telegram, params: Params) -> Any:
    """Change or take away the buttons."""
    return _rewrite(telegram, telegram.own_message(params), _keyboard(params), ("reply_markup",))


@_method("deleteMessage")
def delete_message(telegram: Telegram, params: Params) -> Any:
    """Take a message back."""
    message = telegram.own_message(params, "delete")
    del telegram.chat_for(params).messages[message["message_id"]]
    return True


@_method("answerCallbackQuery")
def answer_callback_query(telegram: Telegram, params: Params) -> Any:
    """Stop the button's clock; a query can be answered once."""
    if telegram.answered.get(params["callback_query_id"]) is not False:
        late = "query is too old and response timeout expired or query ID is invalid"
        raise ApiError(400, f"Bad Request: {late}")
    telegram.answered[params["callback_query_id"]] = True
    return True


@_method("getFile")
def get_file(telegram: Telegram, params: Params) -> Any:
    """Where a file can be fetched."""
    if params["file_id"] not in telegram.files:
        raise ApiError(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
    path, content = telegram.files[params["file_id"]]
    if len(content) > 20 * 1024 * 1024:
        raise ApiError(400, "Bad Request: file is too big")
    unique = params["file_id"].removeprefix("file-")
    return {"file_id": params["file_id"], "file_unique_id": unique, "file_size": len(content), "file_path": path}


@_method("setMyCommands")
def set_my_commands(telegram: Telegram, params: Params) -> Any:
    """Fill the menu of one language ("" is everybody else's) and scope."""
    for command in params["commands"]:
        if not command["command"].replace("_", "a").isalnum() or command["command"] != command["command"].lower():
            raise ApiError(400, "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    telegram.commands[params.get("language_code", "")] = params["commands"]
    return True


@_method("getMyCommands")
def get_my_commands(telegram: Telegram, params: Params) -> Any:
    """The menu of one language."""
    return telegram.commands.get(params.get("language_code", ""), [])


def member_shown(chat: Chat, user_id: int) -> Params:
    """A ChatMember as the Bot API writes it."""
    user = chat.users.get(user_id)
    if user is None:
        raise ApiError(400, "Bad Request: user not found")
    status = chat.members.get(user_id, "left")
    shown: Params = {"status": status, "user": user}
    if status == "kicked":
        shown["until_date"] = 0
    if status == "creator":
        shown["is_anonymous"] = False
    if status == "administrator":
        rights = (
            "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
            "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
            "can_edit_stories", "can_delete_stories", "can_send_welcome_messages",
        )  # fmt: skip
        shown |= dict.fromkeys(rights, False)
    return shown


@_method("getChat")
def get_chat(telegram: Telegram, params: Params) -> Any:
    """What is known of a chat."""
    chat = telegram.chat_for(params)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return {
        **chat.info,
        "accent_color_id": 1,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }


@_method("getChatMember")
def get_chat_member(telegram: Telegram, params: Params) -> Any:
    """How somebody belongs to a chat."""
    return member_shown(telegram.chat_for(params), int(params["user_id"]))


@_method("getChatAdministrators")
def get_chat_administrators(telegram: Telegram, params: Params) -> Any:
    """Who runs a group."""
    chat = telegram.chat_for(params)
    found = [user for user, status in chat.members.items() if status in ("creator", "administrator")]
    return [member_shown(chat, user) for user in found]


@_method("getChatMemberCount")
def get_chat_member_count(telegram: Telegram, params: Params) -> Any:
    """How many belong to a chat."""
    return len([status for status in telegram.chat_for(params).members.values() if status not in ("left", "kicked")])


@_method("leaveChat")
def leave_chat(telegram: Telegram, params: Params) -> Any:
    """Leave a group; Telegram tells the bot of its own leaving too."""
    chat = telegram.chat_for(params)
    before = member_shown(chat, BOT_ID)
    chat.members[BOT_ID] = "left"
    change = {"chat": chat.info, "from": telegram.bot, "date": telegram.stamp(), "old_chat_member": before}
    telegram.push("my_chat_member", {**change, "new_chat_member": member_shown(chat, BOT_ID)})
    return True


@_method("sendChatAction")
def send_chat_action(telegram: Telegram, params: Params) -> Any:
    """Show that the bot is busy."""
    return bool(telegram.chat_for(params))


@_method("setMyName")
@_method("setMyDescription")
@_method("setMyShortDescription")
@_method("logOut")
@_method("close")
def accept(telegram: Telegram, params: Params) -> Any:
    """Nothing that shows."""
    return True
