"""The command line: reads arguments, calls the function behind each command, maps trouble to a line and a status."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.config import Settings, SettingsError, load_settings
from bot.trouble import Trouble

if TYPE_CHECKING:
    Action = Callable[[Settings, argparse.Namespace], Coroutine[Any, Any, int]]

WRONG = 2
"""Exit status of a wrong setting, argument or an unusable database; 1 means: done, but some input was bad."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jianfu", description="减负: many groups, one list of tasks.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, text: str, *, reads: bool = False, json: bool = False) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        if reads:
            given = "JSON Lines, plain text or a file such as a .docx; - is standard input"
            sub.add_argument("file", nargs="?", default="-", help=given)
            sub.add_argument("--at", type=_instant, help="when a plain text was received (ISO; default now)")
        if json:
            sub.add_argument("--json", action="store_true", help="one JSON object a line")
        return sub

    command("demo", "play one recorded working day of 22 groups; needs no token and no network")
    command("chat", "talk to the bot in the terminal")
    command("run", "run the Telegram bot")
    command("parse", "understand messages, store nothing", reads=True, json=True)
    command("times", "only the time expressions", reads=True, json=True)
    replay = command("replay", "feed messages, each at its own time, through handlers and store", reads=True, json=True)
    replay.add_argument("--clock", action="store_true", help="let time pass between messages: reminders and digests")
    replay.add_argument("--database-url", help="keep what comes out here; default a temporary database")
    digest = command("digest", "print today's digest of every member")
    digest.add_argument("--at", type=_instant, help="as of this instant (ISO; default now)")
    export = command("export", "write tasks, sources and groups as xlsx or csv")
    export.add_argument("file", help="target; the ending .xlsx or .csv decides")
    export.add_argument("--numbers", action="store_true", help="keep identity-card and phone numbers unmasked")
    command("backup", "copy the database, also while the bot runs").add_argument("file")
    command("restore", "put a backup in place of the database").add_argument("file")
    command("migrate", "bring the database to this version's schema")
    command("doctor", "say what is set, what is reachable, and what is stuck")
    return parser


def _instant(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no ISO time like 2026-09-23T09:30+08:00") from None


def _action(name: str) -> Action:
    """The function behind a command; imported only now, so that each command starts fast."""
    if name in ("parse", "times"):
        from bot import understanding as module
    elif name == "replay":
        from bot import replay as module  # type: ignore[no-redef]
    elif name == "demo":
        from bot import demo as module  # type: ignore[no-redef]
    elif name in ("run", "chat"):
        from bot import app as module  # type: ignore[no-redef]
    else:
        from bot import office as module  # type: ignore[no-redef]
    action: Action = getattr(module, name)
    return action


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    from storage.store import StoreError

    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    settings = None
    try:
        settings = load_settings()
        return asyncio.run(_action(options.command)(settings, options))
    except SettingsError as error:
        return _complain(Trouble("setting", name=error.name, detail=error.detail), settings)
    except Trouble as error:
        return _complain(error, settings)
    except StoreError as error:
        return _complain(Trouble(error.code, detail=error.detail), settings)
    except FileNotFoundError as error:
        return _complain(Trouble("no_file", file=str(error.filename)), settings)
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130


def _complain(trouble: Trouble, settings: Settings | None) -> int:
    """One line on stderr, in the language that is set or, where the settings are what is wrong, in Chinese."""
    from bot.clock import utc_now
    from bot.terminal import say

    language, timezone = (settings.language, settings.timezone) if settings else ("zh", "UTC")
    line = say("trouble", language, {"code": trouble.code, "data": trouble.data}, utc_now(), timezone)
    print(f"jianfu: {line}", file=sys.stderr)
    return WRONG
