"""Jinja: (template, language, data) → pages of Telegram HTML and rows of buttons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import templates
from bot.core.models import Button

CUT = "\f"
"""Where a page may end; never shown."""

BUTTONS = "\x1e"
"""What follows it are rows of buttons, not text."""

PAGE_LIMIT = 4000
"""Telegram takes 4096 characters after entities are parsed; tags are counted here too, so this is on the safe side."""

_PHONE = re.compile(r"(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)")
_IDENTITY = re.compile(r"(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)")


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a person will see: pages of at most `PAGE_LIMIT` characters, and buttons below the last one."""

    pages: tuple[str, ...]
    buttons: tuple[tuple[Button, ...], ...]


def mask(text: str) -> str:
    """Hide the middle of mobile and identity-card numbers."""
    return _PHONE.sub(r"\1…\2", _IDENTITY.sub(r"\1…\2", text))


def paginate(text: str, limit: int = PAGE_LIMIT) -> tuple[str, ...]:
    """Cut `text` into pages of at most `limit` characters, at `CUT` marks, else at line ends, else anywhere."""
    pages: list[str] = []
    page = ""
    for block in text.split(CUT):
        for piece in _pieces(block, limit):
            if page and len(page) + len(piece) > limit:
                pages.append(page.strip("\n"))
                page = ""
            page += piece
    pages.append(page.strip("\n"))
    return tuple(page for page in pages if page)


def _pieces(block: str, limit: int) -> list[str]:
    if len(block) <= limit:
        return [block]
    pieces: list[str] = []
    for line in block.splitlines(keepends=True):
        while len(line) > limit:
            at = _safe_cut(line, limit)
            pieces.append(line[:at])
            line = line[at:]
        pieces.append(line)
    return pieces


def _safe_cut(line: str, limit: int) -> int:
    """A place to cut an overlong line that is not inside an HTML entity or tag."""
    at = limit
    for opener, closer in (("&", ";"), ("<", ">")):
        start = line.rfind(opener, max(0, at - 64), at)
        if start != -1 and line.find(closer, start, at) == -1:
            at = start or at
    return at


class Renderer:
    """Renders every template of both languages; knows no chat and no store."""

    def __init__(self, folder: Path | None = None) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder or Path(next(iter(templates.__path__)))),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )
        self._environment.filters["mask"] = lambda text: mask(str(text))
        self._environment.filters["split"] = lambda text, mark: str(text).split(mark)
        self._environment.globals |= {
            "a_minute": timedelta(minutes=1),
            "cut": Markup(CUT),
            "buttons": Markup(BUTTONS),
            "date_of": date.fromisoformat,
            "rule_of": lambda rrule: dict(pair.split("=", 1) for pair in str(rrule).split(";") if "=" in pair),
        }

    def render(self, template: str, language: str, data: dict[str, object], now: datetime, timezone: str) -> Rendered:
        """Render `template` in `language`; instants of `data` are ISO text, shown in `timezone`. Raises on a typo."""
        zone = ZoneInfo(timezone)
        found = self._environment.get_template(f"{language}/{template}.j2")
        context = {
            **data,
            "now": now.astimezone(zone),
            "instant": lambda iso: datetime.fromisoformat(iso).astimezone(zone),
        }
        text, _, buttons = found.render(context).partition(BUTTONS)
        return Rendered(paginate(re.sub(r"\n{3,}", "\n\n", text).strip("\n")), _buttons(buttons))


def _buttons(text: str) -> tuple[tuple[Button, ...], ...]:
    rows = []
    for line in text.splitlines():
        entries = [entry.split("→", 1) for entry in line.split("|") if "→" in entry]
        rows.append(tuple(Button(_plain(label), _plain(command)) for label, command in entries))
    return tuple(row for row in rows if row)


def _plain(markup: str) -> str:
    return Markup(markup).unescape().strip()
