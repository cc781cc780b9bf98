"""Nothing secret is written down."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from bot.transport.logs import configure_logging, redact

TOKEN = "7000000001:AAEmulatedTokenOfNoRealBot_0123456789"


@pytest.fixture
def log_text() -> Iterator[StringIO]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    text = StringIO()
    root.handlers[:] = [logging.StreamHandler(text)]
    yield text
    root.handlers[:] = before
    root.setLevel(level)


def test_a_token_is_hidden_in_messages_arguments_and_tracebacks(log_text: StringIO) -> None:
    configure_logging(TOKEN)
    log = logging.getLogger("jianfu.anything")
    log.info("POST https://api.telegram.org/bot%s/sendMessage", TOKEN)
    try:
        raise ValueError(f"bad url bot{TOKEN}/getMe")
    except ValueError:
        log.exception("trouble with %s", {"token": TOKEN})
    assert TOKEN not in log_text.getvalue()
    assert TOKEN.split(":")[1] not in log_text.getvalue()
    assert log_text.getvalue().count("<token>") >= 3


def test_the_library_that_prints_addresses_is_quiet(log_text: StringIO) -> None:
    configure_logging(TOKEN)
    logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot%s/getMe", TOKEN)
    assert log_text.getvalue() == ""


def test_tokens_of_other_bots_and_further_secrets_are_hidden_too() -> None:
    text = redact("bot123456:AAabcdefghijklmnopqrstuvwxyz12345 with s3cret", ("s3cret", ""))
    assert text == "bot<token> with <token>"


def test_times_and_ordinary_numbers_stay_as_they_are() -> None:
    line = "2026-09-23 09:30:11 INFO jianfu: 12:30 update 100123 #12"
    assert redact(line) == line
