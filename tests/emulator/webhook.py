"""Pushing updates to the bot's address, in order, with the secret, again and again until they are taken."""

from __future__ import annotations

import asyncio

import aiohttp

from tests.emulator.telegram import Telegram

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
RETRY = 0.1


async def push_updates(telegram: Telegram) -> None:
    """Run beside the HTTP front: while a webhook is set, send the oldest update until it is answered by 2xx."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(5)) as session:
        while True:
            if telegram.webhook and telegram.updates:
                await _push_oldest(telegram, session)
            else:
                await asyncio.sleep(0.02)


async def _push_oldest(telegram: Telegram, session: aiohttp.ClientSession) -> None:
    hook, update = telegram.webhook, telegram.updates[0]
    assert hook is not None
    headers = {SECRET_HEADER: hook.secret} if hook.secret else {}
    try:
        async with session.post(hook.url, json=update, headers=headers) as answer:
            taken, said = (
                200 <= answer.status < 300,
                f"Wrong response from the webhook: {answer.status} {answer.reason}",
            )
    except (aiohttp.ClientError, TimeoutError) as error:
        taken, said = False, f"Connection failed: {type(error).__name__}"
    if taken:
        telegram.forget_before(update["update_id"] + 1)
    else:
        hook.failures, hook.last_error = hook.failures + 1, said
        await asyncio.sleep(RETRY)
