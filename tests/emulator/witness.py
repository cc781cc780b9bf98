"""aiogram as an independent witness: its typed models check what the bot asks and what the emulator answers."""

from __future__ import annotations

import functools
import json
from typing import Any

# What python-telegram-bot sends as JSON text inside a form.
_NESTED = frozenset({
    "reply_markup", "entities", "caption_entities", "link_preview_options", "reply_parameters", "allowed_updates",
    "commands", "scope", "media", "permissions", "menu_button",
})  # fmt: skip


def unpack(params: dict[str, Any]) -> dict[str, Any]:
    """Parameters with their nested JSON read; what is already structured stays."""
    return {
        name: json.loads(value) if name in _NESTED and isinstance(value, str) else value
        for name, value in params.items()
    }


@functools.cache
def _methods() -> dict[str, Any]:
    import aiogram.methods

    found = (getattr(aiogram.methods, name) for name in aiogram.methods.__all__)
    return {kind.__api_method__: kind for kind in found if isinstance(getattr(kind, "__api_method__", None), str)}


@functools.cache
def _adapter(kind: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


class WitnessError(AssertionError):
    """Somebody speaks another Bot API than aiogram knows."""


def _strangers(value: Any, where: str) -> list[str]:
    """Paths of fields that aiogram's models do not know."""
    from pydantic import BaseModel

    if isinstance(value, BaseModel):
        found = [f"{where}.{name}" for name in (value.model_extra or {})]
        for name in type(value).model_fields:
            found += _strangers(getattr(value, name), f"{where}.{name}")
        return found
    if isinstance(value, list | tuple):
        return [path for item in value for path in _strangers(item, f"{where}[]")]
    return []


def _check(kind: Any, value: Any, where: str) -> None:
    from pydantic import ValidationError

    try:
        read = _adapter(kind).validate_python(value)
    except ValidationError as error:
        raise WitnessError(f"{where}: {error}") from error
    if strangers := _strangers(read, where):
        raise WitnessError(f"unknown to aiogram: {strangers}")


def check_request(method: str, params: dict[str, Any]) -> None:
    """Raise `WitnessError` unless `params` (nested JSON read, files as bytes) is a valid request of `method`."""
    from aiogram.types import BufferedInputFile

    kind = _methods().get(method)
    if kind is None:
        raise WitnessError(f"no such method: {method}")
    files = {name: BufferedInputFile(value, "file") for name, value in params.items() if isinstance(value, bytes)}
    _check(kind, {**params, **files}, method)


def check_answer(method: str, result: Any) -> None:
    """Raise `WitnessError` unless `result` is what `method` returns."""
    _check(_methods()[method].__returning__, result, f"{method} answer")


def check_update(update: dict[str, Any]) -> None:
    """Raise `WitnessError` unless `update` is an Update."""
    from aiogram.types import Update

    _check(Update, update, "update")
