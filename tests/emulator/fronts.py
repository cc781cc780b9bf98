"""The two fronts over one state: HTTP by aiohttp, and a python-telegram-bot request without sockets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from aiohttp import web
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from tests.emulator.errors import ApiError, ConnectionLost, NoAnswer
from tests.emulator.telegram import Telegram
from tests.emulator.webhook import push_updates

SILENCE = 3600.0


async def _answer(telegram: Telegram, token: str, method: str, params: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    if token != telegram.token:
        return 401, ApiError(401, "Unauthorized").body()
    try:
        return 200, {"ok": True, "result": await telegram.call(method, params)}
    except ApiError as error:
        return error.code, error.body()


@dataclass(frozen=True)
class HttpFront:
    """Where the HTTP front listens, in the form python-telegram-bot wants."""

    root: str

    @property
    def base_url(self) -> str:
        """To be followed by the token."""
        return f"{self.root}/bot"

    @property
    def base_file_url(self) -> str:
        """To be followed by the token."""
        return f"{self.root}/file/bot"


async def _read_params(request: web.Request) -> dict[str, Any]:
    params: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        return params | await request.json()
    form = await request.post()
    attached = {name: value for name, value in form.items() if isinstance(value, web.FileField)}
    params |= {name: value for name, value in form.items() if not isinstance(value, web.FileField)}
    for name, part in attached.items():
        target = next((field for field, value in params.items() if value == f"attach://{name}"), name)
        params[target] = part.file.read()
        params[f"{target}:name"] = part.filename
    return params


def _application(telegram: Telegram) -> web.Application:
    async def method(request: web.Request) -> web.StreamResponse:
        params = await _read_params(request)
        try:
            token, name = request.match_info["token"], request.match_info["method"]
            status, body = await _answer(telegram, token, name, params)
        except ConnectionLost:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        except NoAnswer:
            await asyncio.sleep(SILENCE)
            return web.Response()
        return web.json_response(body, status=status, dumps=lambda value: json.dumps(value, ensure_ascii=False))

    async def download(request: web.Request) -> web.StreamResponse:
        held = dict(telegram.files.values())
        if request.match_info["token"] != telegram.token or request.match_info["path"] not in held:
            return web.json_response(ApiError(404, "Not Found").body(), status=404)
        return web.Response(body=held[request.match_info["path"]])

    application = web.Application(client_max_size=60 * 1024 * 1024)
    application.router.add_route("*", "/bot{token}/{method}", method)
    application.router.add_get("/file/bot{token}/{path:.+}", download)
    return application


@asynccontextmanager
async def serve(telegram: Telegram, port: int = 0) -> AsyncIterator[HttpFront]:
    """Open the HTTP front on this machine, with the pusher of webhook updates, until the block ends."""
    runner = web.AppRunner(_application(telegram), access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    pusher = asyncio.create_task(push_updates(telegram))
    try:
        yield HttpFront(f"http://127.0.0.1:{runner.addresses[0][1]}")
    finally:
        pusher.cancel()
        with suppress(asyncio.CancelledError):
            await pusher
        await runner.cleanup()


class InProcessRequest(BaseRequest):
    """python-telegram-bot's way out, straight into the state; give one to `request` and one to `get_updates_request`."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    @property
    def read_timeout(self) -> float:
        """Seconds the client would wait for an answer."""
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: object, **more: object
    ) -> tuple[int, bytes]:
        """Answer as the HTTP front would."""
        kind, _, rest = unquote(urlsplit(url).path).lstrip("/").partition("/")
        if kind == "file":
            return self._download(rest)
        params: dict[str, Any] = dict(request_data.json_parameters) if request_data else {}
        for name, (filename, content, _mime) in (request_data.multipart_data if request_data else {}).items():
            held = content if isinstance(content, bytes) else content.read()
            target = next((field for field, value in params.items() if value == f"attach://{name}"), name)
            params |= {target: held, f"{target}:name": filename}
        token = kind.removeprefix("bot")
        try:
            status, body = await _answer(self._telegram, token, rest, params)
        except ConnectionLost as error:
            raise NetworkError("connection reset") from error
        except NoAnswer as error:
            raise TimedOut from error
        return status, json.dumps(body).encode()

    def _download(self, rest: str) -> tuple[int, bytes]:
        path = rest.partition("/")[2]
        held = dict(self._telegram.files.values())
        return (200, held[path]) if path in held else (404, b'{"ok": false, "description": "Not Found"}')
