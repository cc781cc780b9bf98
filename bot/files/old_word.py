"""Old Word documents (doc, wps, rtf) by catdoc or LibreOffice where the machine has one; no macro is ever run."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from bot.files.pages import Unreadable

_PATIENCE = 22
_MEMORY = 4 * 1024**3
_CATDOC = ("catdoc", "antiword")
_OFFICE = ("soffice", "libreoffice")


def converter() -> str | None:
    """The program that can read old documents here, None when there is none."""
    return next((found for name in (*_OFFICE, *_CATDOC) if (found := shutil.which(name))), None)


def read_old(content: bytes, sort: str) -> tuple[bytes | None, str]:
    """Either a docx made of it, or its bare words; raises `Unreadable`."""
    program = converter()
    if program is None or (sort != "doc" and Path(program).name in _CATDOC):
        raise Unreadable("old_word")
    with tempfile.TemporaryDirectory(prefix="old-") as folder:
        source = Path(folder) / f"given.{sort}"
        source.write_bytes(content)
        if Path(program).name in _CATDOC:
            flags = ["-d", "utf-8", "-w"] if Path(program).name == "catdoc" else ["-w", "0"]
            words = _run([program, *flags, str(source)], folder).decode("utf-8", "replace")
            if not words.strip():
                raise Unreadable("damaged")
            return None, words
        home = f"-env:UserInstallation=file://{folder}/home"
        _run([program, home, "--headless", "--convert-to", "docx", "--outdir", folder, str(source)], folder)
        made = source.with_suffix(".docx")
        if not made.exists():
            raise Unreadable("damaged")
        return made.read_bytes(), ""


def die_with_parent() -> None:
    """Ask the system to end this process when the one that started it dies, where it can do so (Linux)."""
    with contextlib.suppress(OSError, AttributeError, ImportError, ValueError):
        _system().prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


@cache
def _system() -> Any:
    import ctypes

    return ctypes.CDLL(None)


def _begin() -> None:
    """What a converter does first: bound its memory (an office suite needs more than the worker) and its life."""
    with contextlib.suppress(OSError, ImportError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    die_with_parent()


def _run(command: list[str], folder: str) -> bytes:
    """Run a converter in that folder, within the worker's own limits, without network settings or a shell."""
    with contextlib.suppress(OSError, ImportError):  # so that nothing is left to load after the fork
        import resource  # noqa: F401

        _system()
    surroundings = {"PATH": os.environ.get("PATH", ""), "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8"}
    try:
        done = subprocess.run(
            command, cwd=folder, env=surroundings, capture_output=True, timeout=_PATIENCE,
            check=False, stdin=subprocess.DEVNULL, preexec_fn=_begin if os.name == "posix" else None,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Unreadable("too_slow") from error
    except OSError as error:
        raise Unreadable("old_word") from error
    return done.stdout
