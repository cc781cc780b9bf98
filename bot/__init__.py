"""jianfu: the bot that meets the world; `bot.core` is the part that thinks."""
