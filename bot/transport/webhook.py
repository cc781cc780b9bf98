"""Updates that Telegram pushes: answered with 200 only after they are committed to the inbox.

Tornado serves, because python-telegram-bot's own webhooks use it; its handler is not used, since that answers before
anything is stored and refuses for ever what it cannot read.
"""

from __future__ import annotations

import hmac
import json
import logging
import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from tornado.httpserver import HTTPServer
from tornado.web import Application, HTTPError, RequestHandler

from storage.errors import StoreError

log = logging.getLogger("jianfu.telegram")

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
Take = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram calls (`url`, public) and where that arrives on this machine (`listen`, host:port).

    Without a `secret` a fresh one is agreed with Telegram at every start.
    """

    url: str
    listen: str = "127.0.0.1:8080"
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)


class _Taker(RequestHandler):
    SUPPORTED_METHODS = ("POST",)

    def initialize(self, secret: str, take: Take) -> None:
        self._secret = secret
        self._take = take

    async def post(self) -> None:
        shown = self.request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode(), self._secret.encode()):
            raise HTTPError(403)
        try:
            raw = json.loads(self.request.body)
        except ValueError:
            raw = None
        if not isinstance(raw, dict):
            raise HTTPError(400)
        try:
            await self._take(raw)
        except StoreError as error:
            log.error("pushed update not taken, Telegram will push again: %s", error)
            raise HTTPError(503) from None

    def log_exception(self, *_: object) -> None:
        """Refusals are answers, not crashes; the access log tells them."""


def listen(webhook: Webhook, take: Take) -> HTTPServer:
    """Serve on the running loop; `take` returns when the update is committed. Raises OSError when the port is taken."""
    path = re.escape(urlsplit(webhook.url).path or "/")
    server = HTTPServer(Application([(path, _Taker, {"secret": webhook.secret, "take": take})]))
    host, _, port = webhook.listen.rpartition(":")
    server.listen(int(port), host)
    return server
