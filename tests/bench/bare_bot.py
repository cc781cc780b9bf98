"""The yardstick: a bare python-telegram-bot echo with one durable insert an update, nothing else."""

from __future__ import annotations

import os

import aiosqlite
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def _open(application: Application) -> None:  # type: ignore[type-arg]
    database = await aiosqlite.connect(os.environ["BARE_DATABASE"], isolation_level=None)
    await database.execute("PRAGMA journal_mode=WAL")
    await database.execute("PRAGMA synchronous=FULL")
    await database.execute("CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
    application.bot_data["database"] = database


async def _echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    assert message
    text = message.text or message.caption or ""
    await context.bot_data["database"].execute("INSERT INTO message (text) VALUES (?)", (text,))
    await message.reply_text(text[:1000])


def main() -> None:
    """Run until killed."""
    root = os.environ["JIANFU_API_URL"]
    builder = Application.builder().token(os.environ["JIANFU_TOKEN"]).base_url(f"{root}/bot").post_init(_open)
    application = builder.build()
    application.add_handler(MessageHandler(filters.ALL, _echo))
    application.run_polling()


if __name__ == "__main__":
    main()
