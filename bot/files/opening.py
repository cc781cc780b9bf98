"""One file opened, whatever it is, inside the worker: its sort decides who reads it."""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from bot.core.secrecy import is_classified
from bot.files.marks import mark, plain
from bot.files.pages import MOST_DEPTH, Form, Read, Unreadable, shortened, tidied
from bot.files.sorts import PICTURES, sort_of
from bot.files.tables import forms_in

_MOST_INNER = 50
"""Files of one zip that are read."""
_LARGEST_INNER = 50 * 1024 * 1024
_REFUSED = {"locked": "locked", "media": "media", "heic": "heic", "ppt": "old_slides", "ofd": "ofd"}
_REFUSED |= dict.fromkeys(("rar", "7z", "gz"), "archive")
_PASSED_OVER = ("__MACOSX", "Thumbs.db", ".DS_Store", "desktop.ini")


@dataclass(slots=True)
class Job:
    """How one file is to be read: with pictures or without, until when (`spent`), and who hears of each page."""

    pictures: bool = False
    spent: Callable[[], bool] = lambda: False
    report: Callable[[int, int], None] = lambda page, of: None
    done: int = 0
    of: int = 0
    _inner: int = field(default=0)

    def step(self) -> None:
        """One more picture is read."""
        self.done += 1
        self.report(self.done, max(self.of, self.done))


def open_file(content: bytes, name: str, job: Job, depth: int = 0) -> Read:
    """Read one file; never raises for what is in it, save MemoryError."""
    sort = "unknown"
    try:
        if not content:
            raise Unreadable("empty")
        sort = sort_of(content, name)
        read = _OPENERS[sort](content, name, job, depth) if sort in _OPENERS else _refused(sort)
    except Unreadable as trouble:
        return Read(sort, trouble=trouble.code)
    except (MemoryError, KeyboardInterrupt):
        raise
    except RecursionError:
        return Read(sort, trouble="too_heavy")
    except Exception:
        return Read(sort, trouble="damaged")
    if read.trouble is None and read.level is None and not read.text.strip():
        return replace(read, trouble="empty")
    return read


def _refused(sort: str) -> Read:
    return Read(sort, trouble=_REFUSED.get(sort, "unknown"))


def _made(sort: str, pages: list[str], forms: Sequence[Form] = (), cut: bool = False, **more: Any) -> Read:
    if level := is_classified("\n".join(map(plain, pages))):
        return Read(sort, level=level)
    kept, shorter = shortened(pages)
    return Read(sort, kept, tuple(forms), cut=cut or shorter, **more)


def _text(content: bytes, name: str, job: Job, depth: int) -> Read:
    from bot.files.plain import read_text

    return _made("txt", read_text(content).split("\f"))


def _html(content: bytes, name: str, job: Job, depth: int) -> Read:
    from bot.files.web import read_html

    return _web("html", read_html(content), name)


def _mht(content: bytes, name: str, job: Job, depth: int) -> Read:
    from bot.files.web import read_saved

    return _web("mht", read_saved(content), name)


def _web(sort: str, text: str, name: str) -> Read:
    lines, forms = forms_in([line for line in tidied(text).split("\n") if line], stem_of(name))
    return _made(sort, ["\n".join(lines)], forms)


def _csv(content: bytes, name: str, job: Job, depth: int) -> Read:
    from bot.files.plain import read_table
    from bot.files.tables import sheet_lines

    lines, form = sheet_lines(read_table(content), stem_of(name))
    return _made("csv", ["\n".join(lines)], [form] if form else [])


def _sheets(sort: str) -> Callable[[bytes, str, Job, int], Read]:
    def read(content: bytes, name: str, job: Job, depth: int) -> Read:
        from bot.files.sheets import read_sheets

        pages, forms, cut = read_sheets(content, sort)
        named = [form if form.name else replace(form, name=stem_of(name)) for form in forms]
        return _made(sort, pages, named, cut)

    return read


def _docx(content: bytes, name: str, job: Job, depth: int) -> Read:
    from bot.files.office import read_docx

    pages, forms, pictures = read_docx(content)
    return _with_pictures(_made("docx", pages, forms), pictures, job)


def _pptx(content: bytes, name: str, job: Job, depth: int) -> Read:
    from bot.files.office import read_pptx

    pages, pictures = read_pptx(content)
    return _with_pictures(_made("pptx", pages), pictures, job)


def _with_pictures(read: Read, pictures: Sequence[bytes], job: Job) -> Read:
    """A document that is nothing but pasted pictures is read from them."""
    if not pictures or read.level is not None:
        return read
    if not job.pictures:
        return replace(read, trouble="scan")
    pages = [page for blob in pictures[:20] if sort_of(blob) in PICTURES for page in _picture_pages(blob, job)[0]]
    return _made(read.sort, [*read.pages, *pages], read.forms, read.cut, doubtful=True)


def _pdf(content: bytes, name: str, job: Job, depth: int) -> Read:
    from bot.files.pdf import read_pdf

    pages, scans, forms, cut = read_pdf(content, job.spent)
    read = _made("pdf", pages, forms, cut)
    if not scans or read.level is not None:
        return read
    if not job.pictures:
        return replace(read, trouble="scan")
    from bot.files.pictures import drawn

    job.of += len(scans)
    for place, picture in zip(scans, drawn(content, scans), strict=False):
        lines, more = forms_in(_lines_on(picture, job))
        pages[place] = "\n".join((pages[place], *lines))
        forms += more
        if job.spent():
            cut = True
            break
    return _made("pdf", pages, forms, cut, doubtful=True)


def _picture(content: bytes, name: str, job: Job, depth: int) -> Read:
    if not job.pictures:
        return Read(sort_of(content), trouble="picture")
    pages, forms = _picture_pages(content, job)
    return _made(sort_of(content), pages, forms, doubtful=True)


def _picture_pages(content: bytes, job: Job) -> tuple[list[str], list[Form]]:
    from bot.files.pictures import opened

    found: list[str] = []
    forms: list[Form] = []
    for frame in opened(content):
        lines, more = forms_in(_lines_on(frame, job))
        found.append("\n".join(lines))
        forms += more
        if job.spent():
            break
    return found, forms


def _lines_on(picture: Any, job: Job) -> list[str]:
    """The lines of one picture; of a long screenshot piece by piece, sentences that run over a cut joined."""
    from bot.files.pictures import read_picture
    from bot.files.strips import pieces_of

    pieces = pieces_of(picture)
    job.of = max(job.of, job.done + len(pieces))
    lines: list[str] = []
    for piece in pieces:
        below = read_picture(piece)
        if lines and lines[-1].endswith(mark()) and below:
            lines[-1] += below.pop(0)
        lines += below
        job.step()
        if job.spent():
            break
    return lines


def _old(sort: str) -> Callable[[bytes, str, Job, int], Read]:
    def read(content: bytes, name: str, job: Job, depth: int) -> Read:
        from bot.files.old_word import read_old

        made, words = read_old(content, sort)
        if made is not None:
            return replace(_docx(made, name, job, depth), sort=sort)
        return _made(sort, words.split("\f"))

    return read


def _zip(content: bytes, name: str, job: Job, depth: int) -> Read:
    """What is in a zip, one file after the other; names inside tell nothing but their last part."""
    from bot.files.office import checked_container

    if depth >= MOST_DEPTH:
        raise Unreadable("archive")
    pages: list[str] = []
    forms: list[Form] = []
    troubles: list[str] = []
    cut = doubtful = False
    with checked_container(content, xml=False) as packed:
        entries = [entry for entry in packed.infolist() if not entry.is_dir() and not _hidden(entry.filename)]
        said = (stem_of(part) for entry in entries for part in _whole_name(entry).split("/"))
        if level := next(filter(None, map(is_classified, said)), None):
            return Read("zip", level=level)
        for entry in sorted(entries, key=inner_name):
            job._inner += 1
            if job._inner > _MOST_INNER or entry.file_size > _LARGEST_INNER or job.spent():
                cut = True
                continue
            read = open_file(_unpacked(packed, entry), inner_name(entry), job, depth + 1)
            if read.level is not None:
                return Read("zip", level=read.level)
            pages += read.pages
            forms += read.forms
            troubles += [read.trouble] if read.trouble else []
            cut, doubtful = cut or read.cut, doubtful or read.doubtful
    trouble = next((code for code in troubles if code in ("scan", "picture")), None)
    if not any(pages):
        trouble = trouble or (troubles[0] if troubles else "empty")
    return replace(_made("zip", pages, forms, cut or bool(troubles), doubtful=doubtful), trouble=trouble)


def _unpacked(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        return packed.read(entry)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return b""


def _hidden(path: str) -> bool:
    return any(part in _PASSED_OVER or part.startswith(("._", "~$")) for part in path.replace("\\", "/").split("/"))


def _whole_name(entry: zipfile.ZipInfo) -> str:
    """A name in a zip, in the charset that Windows wrote it in."""
    name = entry.filename
    if not entry.flag_bits & 0x800:
        with contextlib.suppress(UnicodeEncodeError, UnicodeDecodeError):
            name = name.encode("cp437").decode("gb18030")
    return name.replace("\\", "/")


def inner_name(entry: zipfile.ZipInfo) -> str:
    """The last part of a name in a zip."""
    return _whole_name(entry).rsplit("/", 1)[-1]


def stem_of(name: str) -> str:
    """A file's name without its ending, for people to read."""
    return tidied(PurePosixPath(name.replace("\\", "/")).stem)[:80]


_OPENERS: dict[str, Callable[[bytes, str, Job, int], Read]] = {
    "txt": _text,
    "html": _html,
    "mht": _mht,
    "csv": _csv,
    "docx": _docx,
    "pptx": _pptx,
    "pdf": _pdf,
    "zip": _zip,
    "doc": _old("doc"),
    "rtf": _old("rtf"),
    "odt": _old("odt"),
    **{sort: _sheets(sort) for sort in ("xlsx", "xls", "ods")},
    **dict.fromkeys(sorted(PICTURES), _picture),
}
