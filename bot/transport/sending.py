"""Outgoing → Bot API calls; every error of python-telegram-bot becomes one of the three failures here and only here."""

from __future__ import annotations

import html
import logging
import re
from datetime import timedelta

import telegram
from telegram import error as errors
from telegram.constants import ChatAction, MessageLimit, ParseMode

from bot.core.models import Outgoing
from handlers.deps import MovedChat, PermanentFailure, SendFailure, TemporaryFailure

log = logging.getLogger("jianfu.telegram")

_GONE = ("chat not found", "peer_id_invalid", "user not found", "group is deactivated", "bot is not a member")
_EDIT_IN_VAIN = ("message to edit not found", "message can't be edited", "no text in the message to edit")
_SAME = "message is not modified"
_BROKEN_MARKUP = "can't parse entities"
_NO_PREVIEW = telegram.LinkPreviewOptions(is_disabled=True)


def failure_of(error: errors.TelegramError) -> SendFailure:
    """Which of the three failures an error of python-telegram-bot is."""
    detail = f"{type(error).__name__}: {error.message}"
    if isinstance(error, errors.ChatMigrated):
        return MovedChat(detail, f"tg:{error.new_chat_id}")
    if isinstance(error, errors.RetryAfter):
        wait = error.retry_after
        return TemporaryFailure(detail, wait.total_seconds() if isinstance(wait, timedelta) else float(wait))
    if isinstance(error, errors.Forbidden):
        return PermanentFailure(detail, gone=True)
    if isinstance(error, errors.BadRequest):
        return PermanentFailure(detail, gone=any(sign in error.message.lower() for sign in _GONE))
    return TemporaryFailure(detail)


def telegram_id(reference: str) -> int:
    """The number behind a door's reference such as `tg:-100123`; raises `PermanentFailure` for another door's."""
    door, _, number = reference.partition(":")
    if door != "tg" or not re.fullmatch(r"-?\d+", number):
        raise PermanentFailure(f"{reference} is no Telegram chat")
    return int(number)


class TelegramSender:
    """The way out to Telegram."""

    def __init__(self, bot: telegram.Bot) -> None:
        self._bot = bot

    async def send(self, outgoing: Outgoing) -> str:
        """Send or edit one message; returns `tg:<chat>:<message>`. An edit that came too late is sent anew."""
        chat = telegram_id(outgoing.chat)
        try:
            ref = f"tg:{chat}:{await self._deliver(chat, outgoing)}"
        except errors.TelegramError as error:
            raise failure_of(error) from error
        if outgoing.leave:
            await self._leave(chat)
        return ref

    async def _leave(self, chat: int) -> None:
        """Leave a group; when that fails people can still remove the bot, so what was said stays said."""
        try:
            await self._bot.leave_chat(chat)
        except errors.TelegramError as error:
            log.warning("could not leave a group: %s", error.message)

    async def fetch(self, ref: str) -> bytes:
        """The content of an attachment (at most 20 MB, which is all Telegram gives to a bot)."""
        try:
            return bytes(await (await self._bot.get_file(ref)).download_as_bytearray())
        except errors.TelegramError as error:
            raise failure_of(error) from error

    async def typing(self, chat: str) -> None:
        """Show that the bot is at work, for five seconds; when that fails nothing is lost."""
        try:
            await self._bot.send_chat_action(telegram_id(chat), ChatAction.TYPING)
        except (errors.TelegramError, PermanentFailure) as error:
            log.debug("typing not shown: %s", error)

    async def _deliver(self, chat: int, outgoing: Outgoing) -> int:
        if outgoing.document:
            return await self._send_document(chat, outgoing)
        try:
            return await self._say(chat, outgoing, outgoing.text, ParseMode.HTML)
        except errors.BadRequest as error:
            if _BROKEN_MARKUP not in error.message.lower():
                raise
            log.error("markup refused, sent as plain text: %s", error.message)
        return await self._say(chat, outgoing, _plain(outgoing.text), None)

    async def _say(self, chat: int, outgoing: Outgoing, text: str, mode: str | None) -> int:
        if outgoing.edit:
            number = int(outgoing.edit.rpartition(":")[2])
            try:
                await self._bot.edit_message_text(
                    text,
                    chat,
                    number,
                    parse_mode=mode,
                    reply_markup=_keyboard(outgoing),
                    link_preview_options=_NO_PREVIEW,
                )
                return number
            except errors.BadRequest as error:
                said = error.message.lower()
                if _SAME in said:
                    return number
                if not any(sign in said for sign in _EDIT_IN_VAIN):
                    raise
        sent = await self._bot.send_message(
            chat, text, parse_mode=mode, reply_markup=_keyboard(outgoing), link_preview_options=_NO_PREVIEW
        )
        return sent.message_id

    async def _send_document(self, chat: int, outgoing: Outgoing) -> int:
        assert outgoing.document is not None
        name, content = outgoing.document
        fits = len(outgoing.text) <= MessageLimit.CAPTION_LENGTH
        sent = await self._bot.send_document(
            chat,
            content,
            filename=name,
            caption=outgoing.text if fits else None,
            parse_mode=ParseMode.HTML,
            reply_markup=_keyboard(outgoing) if fits else None,
        )
        if fits:
            return sent.message_id
        return await self._say(chat, outgoing, outgoing.text, ParseMode.HTML)


def _keyboard(outgoing: Outgoing) -> telegram.InlineKeyboardMarkup | None:
    if not outgoing.buttons:
        return None
    return telegram.InlineKeyboardMarkup(
        [
            [telegram.InlineKeyboardButton(button.label, callback_data=button.command) for button in row]
            for row in outgoing.buttons
        ]
    )


def _plain(text: str) -> str:
    """Telegram HTML as plain text."""
    return html.unescape(re.sub(r"</?[a-z][^<>]*>", "", text))
