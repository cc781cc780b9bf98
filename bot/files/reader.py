"""Files read without the bot waiting for them: one worker for texts, one for pictures, each with its queue."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import shutil
import signal
import struct
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bot.files.pages import Read, from_plain
from bot.files.pictures import can_draw_pages, can_read_pictures

log = logging.getLogger("jianfu.files")

LARGEST = 20 * 1024 * 1024
"""Bytes of a file; Telegram gives no more to a bot."""
_HOME = str(Path(__file__).resolve().parents[2])
_FOLDER = "jianfu-files-"
_IDLE = 90.0
"""Seconds after which a worker nobody needs gives its memory back."""
_MANY = 200
"""Files after which a worker is replaced, since libraries leak."""
_LONGEST_ANSWER = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reading is: `ahead` others before it while it waits, else page `page` of `of` (0: not known)."""

    ahead: int = 0
    page: int = 0
    of: int = 0


class ReaderClosed(Exception):
    """The bot is stopping; the file waits for the next start."""


Report = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one lane may take: `seconds` for a file, `patience` without a sign of life, `memory` in bytes.

    `work` is how many seconds of processor time it may spend on one page.
    """

    seconds: float
    patience: float
    memory: int
    work: float = 60.0


TEXTS = Bounds(seconds=20.0, patience=25.0, memory=1024**3)
PICTURES = Bounds(seconds=240.0, patience=27.0, memory=4 * 1024**3, work=50.0)
"""The engine works on two processors at once: 50 s of their time are half a minute where nothing else runs."""


class FileReader:
    """Reads files in workers. `pictures` overrides whether the extra `ocr` is there; close it at the end."""

    def __init__(self, pictures: bool | None = None, texts: Bounds = TEXTS, scans: Bounds = PICTURES) -> None:
        self._pictures = can_read_pictures() if pictures is None else pictures
        self._folder: Path | None = None
        self._texts = _Lane(texts, self._place)
        self._scans = _Lane(scans, self._place)

    async def read(self, content: bytes, name: str, report: Report = lambda progress: None) -> Read:
        """What is in a file; never raises for what is in it, only `ReaderClosed`."""
        if len(content) > LARGEST:
            return Read("unknown", trouble="too_big")
        read = await self._texts.read(content, name, False, report)
        if read.trouble not in ("picture", "scan"):
            return read
        if self._pictures and (can_draw_pages() or read.sort != "pdf"):
            seen = await self._scans.read(content, name, True, report)
            if seen.trouble != "picture":
                return seen
            log.error("the extra ocr is installed and cannot be loaded; see: python -c 'import rapidocr'")
        # Some pages are words and some are pictures: the words are better than nothing.
        return replace(read, trouble=None, cut=True) if len(read.text.strip()) > 80 else read

    async def close(self) -> None:
        """End the workers, also those at work, and remove their folder."""
        await asyncio.gather(self._texts.close(), self._scans.close())
        if self._folder is not None:
            await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)
            self._folder = None

    def _place(self) -> Path:
        """The folder that the workers use for what they must write; it bears the number of this process."""
        if self._folder is None or not self._folder.exists():
            sweep()
            self._folder = Path(tempfile.mkdtemp(prefix=f"{_FOLDER}{os.getpid()}-"))
        return self._folder


def sweep() -> None:
    """Remove folders that bots which were killed left behind."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*"):
        number = folder.name.removeprefix(_FOLDER).partition("-")[0]
        if number.isdigit() and not _alive(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def _alive(process: int) -> bool:
    if os.name == "nt":  # there a signal of 0 is no question
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


class _Lane:
    """One worker and those who wait for it."""

    def __init__(self, bounds: Bounds, place: Callable[[], Path]) -> None:
        self._bounds, self._place = bounds, place
        self._lock = asyncio.Lock()
        self._waiting: list[Report] = []
        self._process: asyncio.subprocess.Process | None = None
        self._served = 0
        self._rest: asyncio.TimerHandle | None = None
        self._closed = False
        self._ending: asyncio.Task[None] | None = None

    async def read(self, content: bytes, name: str, pictures: bool, report: Report) -> Read:
        """Wait for the turn, then read."""
        if self._lock.locked():
            self._waiting.append(report)
            report(Progress(ahead=len(self._waiting)))
        try:
            await self._lock.acquire()
        finally:
            if report in self._waiting:
                self._waiting.remove(report)
                for place, each in enumerate(self._waiting, 1):
                    each(Progress(ahead=place))
        try:
            return await self._work(content, name, pictures, report)
        finally:
            self._lock.release()

    async def close(self) -> None:
        """End the worker; who is being served or waits hears that it is closed."""
        self._closed = True
        if self._rest is not None:
            self._rest.cancel()
        await self._end()

    async def _work(self, content: bytes, name: str, pictures: bool, report: Report) -> Read:
        if self._closed:
            raise ReaderClosed
        if self._rest is not None:
            self._rest.cancel()
        code = "damaged"
        try:
            process = await self._worker()
            return await self._ask(process, content, name, pictures, report)
        except TimeoutError:
            code = "too_slow"
        except (EOFError, OSError, ValueError) as error:
            code = "too_heavy"
            log.warning("a file broke its worker: %s", type(error).__name__)
        except BaseException:
            await self._end()
            raise
        finally:
            self._rest = None if self._closed else asyncio.get_running_loop().call_later(_IDLE, self._give_back)
        await self._end()
        if self._closed:
            raise ReaderClosed
        return Read("unknown", trouble=code)

    async def _worker(self) -> asyncio.subprocess.Process:
        if self._process is not None and (self._process.returncode is not None or self._served >= _MANY):
            await self._end()
        if self._process is None:
            folder = await asyncio.to_thread(self._place)
            surroundings = {
                "PATH": os.environ.get("PATH", ""),
                "PYTHONPATH": os.pathsep.join([_HOME, os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
                "TMPDIR": str(folder),
                "HOME": str(folder),
                "LANG": "C.UTF-8",
                "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
                "PYTHONDONTWRITEBYTECODE": "1",
                "OMP_NUM_THREADS": str(min(4, os.cpu_count() or 1)),
            }
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot.files.worker", str(self._bounds.memory),
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
                env=surroundings, cwd=folder, start_new_session=True, limit=_LONGEST_ANSWER,
            )  # fmt: skip
            self._served = 0
        self._served += 1
        return self._process

    async def _ask(
        self, process: asyncio.subprocess.Process, content: bytes, name: str, pictures: bool, report: Report
    ) -> Read:
        assert process.stdin is not None and process.stdout is not None
        head = {"name": name, "size": len(content), "pictures": pictures, "seconds": self._bounds.seconds}
        packed = json.dumps(head).encode()
        async with asyncio.timeout(self._bounds.seconds + self._bounds.patience):
            report(Progress())
            process.stdin.write(struct.pack(">I", len(packed)) + packed + content)
            await asyncio.wait_for(process.stdin.drain(), self._bounds.patience)
            begun: float | None = None
            while True:
                line = await asyncio.wait_for(process.stdout.readline(), self._bounds.patience)
                if not line:
                    raise EOFError
                said = json.loads(line)
                if "read" in said:
                    return from_plain(said["read"])
                if "cpu" in said:
                    begun = said["cpu"] if begun is None else begun
                    if said["cpu"] - begun > self._bounds.work:
                        raise TimeoutError
                    continue
                begun = None
                report(Progress(page=int(said["page"][0]), of=int(said["page"][1])))

    def _give_back(self) -> None:
        """Nobody needs the worker any more; the next file gets a new one."""
        if self._process is not None and not self._lock.locked():
            process, self._process = self._process, None
            self._ending = asyncio.get_running_loop().create_task(self._slay(process))

    async def _end(self) -> None:
        """Kill the worker with all that it started, and clear away what it wrote."""
        process, self._process = self._process, None
        if process is not None:
            await self._slay(process)

    async def _slay(self, process: asyncio.subprocess.Process) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        await process.wait()
        folder = await asyncio.to_thread(self._place)
        for left in await asyncio.to_thread(lambda: list(folder.glob("old-*"))):
            await asyncio.to_thread(shutil.rmtree, left, ignore_errors=True)
