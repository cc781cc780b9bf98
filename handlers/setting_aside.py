"""A message could not be handled and was set aside: whom it concerns is told that it is kept."""

from __future__ import annotations

import logging
from datetime import datetime

from bot.core.models import Changes, OutboxRow
from handlers.deps import Deps
from storage.errors import StoreError

log = logging.getLogger("jianfu.message")


async def tell_set_aside(deps: Deps, chat: str, now: datetime) -> None:
    """One line to the member of that private chat, once an hour at most; strangers are told nothing."""
    try:
        who = await deps.store.whoami(chat)
        if who is None:
            return
        workspace, member = who
        row = OutboxRow(f"set_aside:{chat}:{now:%Y%m%d%H}", chat, "set_aside", {}, now, member=member.id)
        async with deps.store.work(workspace.id) as work:
            await work.apply(Changes((row,)))
        deps.wake()
    except StoreError as error:
        log.error("%s cannot be told that something was set aside: %s", chat, error)
