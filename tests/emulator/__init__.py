"""Telegram's side of the Bot API, small and strict: one state, an HTTP front and an in-process front.

`Telegram` is the state, `Person` and `Group` are what tests act through (`person.sends("…")`), `serve()` opens the
HTTP front and `InProcessRequest` is the same for a python-telegram-bot `Bot` without sockets. aiogram's typed models
witness every request the bot makes and everything it is answered (`witness.py`).
"""

from tests.emulator.errors import ApiError, Fault
from tests.emulator.fronts import HttpFront, InProcessRequest, serve
from tests.emulator.patience import until
from tests.emulator.people import Group, Person, Shown
from tests.emulator.telegram import Telegram

__all__ = [
    "ApiError",
    "Fault",
    "Group",
    "HttpFront",
    "InProcessRequest",
    "Person",
    "Shown",
    "Telegram",
    "serve",
    "until",
]
