"""Once a day what nobody needs any more is removed, so that the database does not grow for ever."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from handlers.deps import Deps

log = logging.getLogger("jianfu.tick")

EVERY = timedelta(days=1)


async def tidy(deps: Deps, now: datetime) -> None:
    """Purge the store when that was not done for a day; a purge that fails is tried again the next day."""
    last = deps.underway.tidied_at
    if last is not None and timedelta() <= now - last < EVERY:
        return
    deps.underway.tidied_at = now
    try:
        removed = await deps.store.purge(now, deps.rules.keep, deps.rules.keep_files)
    except Exception:
        log.exception("what is old could not be removed")
        return
    if removed:
        log.info("%d old rows removed", removed)
