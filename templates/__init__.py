"""Every sentence the bot can say, in zh and en: same names, same variables."""
