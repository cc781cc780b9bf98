"""Looking after one office from the command line: doctor, migrate, backup, restore, digest, export."""

from __future__ import annotations

import argparse
from datetime import datetime, timedelta
from pathlib import Path

from bot.app import open_office
from bot.calendars import office_calendar
from bot.clock import utc_now
from bot.config import Settings
from bot.files.old_word import converter
from bot.files.pictures import can_draw_pages, can_read_pictures
from bot.render import Renderer
from bot.terminal import say
from bot.transport.console import plain
from bot.trouble import Trouble
from handlers.digesting import digest_data
from handlers.exporting import sheets_of, write_csv, write_xlsx
from storage.care import restore as restore_file
from storage.store import Store, StoreError

WORRYING = timedelta(minutes=10)
"""Who has waited so long for what was due waits for a bot that does not run, or cannot send."""


def _say(settings: Settings, template: str, data: dict[str, object]) -> None:
    print(say(template, settings.language, data, utc_now(), settings.timezone))


async def doctor(settings: Settings, options: argparse.Namespace) -> int:
    """Say what is set, what is reachable, how far the calendar knows, the schema, and what is stuck; 1 when it ails."""
    data: dict[str, object] = {
        "settings": _shown(settings),
        "calendar_until": _known_until(settings),
        "telegram": await _telegram(settings),
        "files": {
            "pictures": can_read_pictures(),
            "scans": can_draw_pages(),
            "converter": Path(found).name if (found := converter()) else None,
        },
        "store": None,
        "error": None,
    }
    try:
        store = await Store.open(settings.database_url, migrate=False)
    except StoreError as error:
        data["error"] = {"code": error.code, "detail": error.detail}
    else:
        try:
            health = await store.health()
            data["store"] = {name: getattr(health, name) for name in health.__slots__} | _overdue(health.oldest)
            await store.check_writing()
        except StoreError as error:
            data["error"] = {"code": error.code, "detail": error.detail}
        finally:
            await store.close()
    _say(settings, "doctor", data)
    ailing = data["error"] is not None or data["telegram"] not in ("ok", "no_token")
    return int(ailing)


def _overdue(oldest: datetime | None) -> dict[str, object]:
    """Since when rows wait that should have been sent; None while that is no reason to worry."""
    late = oldest is not None and utc_now() - oldest > WORRYING
    return {"oldest": oldest.isoformat() if oldest and late else None}


def _shown(settings: Settings) -> list[dict[str, str]]:
    """Every setting with its value; secrets and passwords redacted."""
    shown = []
    for name, field in type(settings).model_fields.items():
        value = getattr(settings, name)
        if name == "database_url":
            value = _without_password(str(value))
        elif isinstance(value, tuple):
            value = "-".join(value) if name == "quiet_hours" else ", ".join(value)
        elif hasattr(value, "get_secret_value"):
            value = "set" if value.get_secret_value() else "empty"
        text = "" if value is None else str(value)
        shown.append({"name": f"JIANFU_{name.upper()}", "value": text, "about": field.description or ""})
    return shown


def _without_password(url: str) -> str:
    from sqlalchemy import make_url

    return make_url(url).render_as_string(hide_password=True)


def _known_until(settings: Settings) -> int | None:
    """The last year of which the working calendar knows the days off."""
    calendar = office_calendar(settings)
    year = utc_now().astimezone(settings.zone).year
    while calendar.knows(year + 1):
        year += 1
    return year if calendar.knows(year) else None


async def _telegram(settings: Settings) -> str:
    """ "ok", "no_token", "wrong_token" or "unreachable"."""
    if settings.token is None:
        return "no_token"
    from bot.transport.checking import check_token

    return await check_token(settings.token.get_secret_value(), settings.api_url)


async def migrate(settings: Settings, options: argparse.Namespace) -> int:
    """Bring the database to this version's schema."""
    store = await Store.open(settings.database_url, migrate=True)
    try:
        health = await store.health()
    finally:
        await store.close()
    _say(settings, "migrated", {"schema": health.schema, "engine": health.engine})
    return 0


async def backup(settings: Settings, options: argparse.Namespace) -> int:
    """Copy the database to a file, also while the bot runs."""
    store = await Store.open(settings.database_url, migrate=False)
    try:
        await store.backup(Path(options.file))
    finally:
        await store.close()
    _say(settings, "backed_up", {"file": options.file, "size": Path(options.file).stat().st_size})
    return 0


async def restore(settings: Settings, options: argparse.Namespace) -> int:
    """Put a backup in place of the database; what was there is kept beside it."""
    source = Path(options.file)
    if not source.is_file():
        raise Trouble("no_file", file=str(source))
    kept = await restore_file(settings.database_url, source)
    _say(settings, "restored", {"file": options.file, "kept": str(kept) if kept else None})
    return 0


async def digest(settings: Settings, options: argparse.Namespace) -> int:
    """Print the digest that each member would get now."""
    now: datetime = options.at or utc_now()
    now = now if now.tzinfo else now.replace(tzinfo=settings.zone)
    renderer = Renderer()
    async with open_office(settings) as office:
        for workspace in await office.deps.store.workspaces():
            async with office.deps.store.look(workspace.id) as look:
                for member in await look.members():
                    since = now - timedelta(days=1)
                    data = await digest_data(look, member, now, office.deps.calendar, office.deps.rules, since)
                    print(f"── {member.name}")
                    if data is None:
                        print(say("nothing", member.language, {}, now, workspace.timezone))
                        continue
                    rendered = renderer.render("digest", member.language, data, now, workspace.timezone)
                    print("\n".join(plain(page) for page in rendered.pages))
    return 0


async def export(settings: Settings, options: argparse.Namespace) -> int:
    """Write an office's tasks, sources and groups to an .xlsx file, or its tasks to a .csv file."""
    target = Path(options.file)
    if target.suffix.lower() not in (".xlsx", ".csv"):
        raise Trouble("ending", file=target.name)
    write = write_xlsx if target.suffix.lower() == ".xlsx" else write_csv
    words = say("export", settings.language, {}, utc_now(), settings.timezone)
    async with open_office(settings) as office:
        offices = await office.deps.store.workspaces()
        if not offices:
            raise Trouble("nothing_yet")
        rows = 0
        for workspace in offices:
            async with office.deps.store.look(workspace.id) as look:
                sheets = await sheets_of(look, words, masked=not options.numbers)
            # One office, one file: nothing crosses its border.
            own = target if len(offices) == 1 else target.with_stem(f"{target.stem}-{workspace.id}")
            rows += write(sheets, own)
    _say(settings, "exported", {"file": str(target), "rows": rows})
    return 0
