"""The process that opens files: bounded in memory, killed when it takes too long, told nothing but bytes and a name.

In: a 4-byte length, a JSON head {name, size, pictures, seconds}, then the bytes. Out: JSON lines, `{"page": [3, 8]}`
while at work and `{"read": …}` at the end; over pictures also `{"cpu": 12.3}` now and then, the seconds of processor
time it has had. It ends when its input does, or when its parent dies.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import struct
import sys
import threading
import time
from typing import Any, BinaryIO

from bot.files.old_word import die_with_parent
from bot.files.opening import Job, open_file
from bot.files.pages import Read, as_plain

_PULSE = 3.0
_SAYING = threading.Lock()


def main() -> None:
    """Serve one job after the other."""
    memory = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    _bound(memory)
    given = sys.stdin.buffer
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    while head := _head(given):
        _say(told, {"read": as_plain(_served(given.read(int(head["size"])), head, told))})


def _served(content: bytes, head: dict[str, Any], told: BinaryIO) -> Read:
    until = time.monotonic() + float(head["seconds"])
    job = Job(
        pictures=bool(head["pictures"]),
        spent=lambda: time.monotonic() > until,
        report=lambda page, of: _say(told, {"page": [page, of]}),
    )
    resting = threading.Event()
    if job.pictures:
        threading.Thread(target=_pulse, args=(told, resting), daemon=True).start()
    try:
        return open_file(content, str(head["name"]), job)
    except MemoryError:
        return Read("unknown", trouble="too_heavy")
    finally:
        resting.set()


def _pulse(told: BinaryIO, resting: threading.Event) -> None:
    """Tell how much time the processor gave, so that a busy machine is not taken for an endless picture."""
    while not resting.wait(_PULSE):
        _say(told, {"cpu": time.process_time()})


def _head(given: BinaryIO) -> dict[str, Any] | None:
    size = given.read(4)
    if len(size) < 4:
        return None
    found: dict[str, Any] = json.loads(given.read(struct.unpack(">I", size)[0]))
    return found


def _say(told: BinaryIO, value: dict[str, Any]) -> None:
    with _SAYING:
        told.write(json.dumps(value, ensure_ascii=True).encode() + b"\n")
        told.flush()


def _bound(memory: int) -> None:
    """Take no more memory than that, leave no core behind, and do not outlive the bot, where the system can do so."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    die_with_parent()
    for number in (signal.SIGTERM, signal.SIGINT):  # who stops the bot may tell all its processes; it ends this one
        signal.signal(number, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)


if __name__ == "__main__":
    main()
