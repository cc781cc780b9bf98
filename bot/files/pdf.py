"""PDF with text, by pypdf: pieces with places, put into reading order; pages without words are scans."""

from __future__ import annotations

import logging
from collections.abc import Callable
from io import BytesIO
from typing import Any

from bot.files.layout import Piece, lines_of
from bot.files.pages import MOST_CHARACTERS, MOST_PAGES, Form, Unreadable
from bot.files.tables import forms_in

logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_REACH = 0.7
"""Of the width of a sheet: so far to the right goes a full line at least."""
_SCANNED = 12
"""A page with fewer letters than this, page number and all, is a picture."""


def read_pdf(
    content: bytes, spent: Callable[[], bool] = lambda: False
) -> tuple[list[str], list[int], list[Form], bool]:
    """Pages, the places of those that are scans, forms, and whether something was left out; `spent` says time is up."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PdfReadError

    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("locked")
        every = iter(reader.pages)
    except DependencyError as error:
        raise Unreadable("locked") from error
    except (PdfReadError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Unreadable("damaged") from error
    pages: list[str] = []
    scans: list[int] = []
    forms: list[Form] = []
    letters = 0
    while len(pages) < MOST_PAGES:
        try:
            page = next(every, None)
            if page is None:
                return pages, scans, forms, False
            lines, more = forms_in(lines_of(_pieces(page), _REACH * float(page.mediabox.width)))
            text = "\n".join(lines)
            pictured = len("".join(text.split())) < _SCANNED and _has_picture(page)
        except MemoryError:
            raise
        except Exception as error:
            if not pages and not _has_pages(reader):
                raise Unreadable("damaged") from error
            pages.append("")
            if len(pages) > 3 and not any(pages):
                raise Unreadable("damaged") from error
            continue
        forms += more
        if pictured:
            scans.append(len(pages))
        pages.append(text)
        letters += len(text)
        if letters > MOST_CHARACTERS or spent():
            break
    return pages, scans, forms, True


def _has_picture(page: Any) -> bool:
    """Whether anything but letters is drawn on a page."""
    resources = page.get("/Resources")
    return resources is not None and "/XObject" in resources.get_object()


def _has_pages(reader: Any) -> bool:
    try:
        return len(reader.pages) > 0
    except Exception:
        return False


def _pieces(page: Any) -> list[Piece]:
    """Runs of text with their places; the width is reckoned from the letters, which for Chinese is exact."""
    found: list[Piece] = []
    high = float(page.mediabox.top)

    def take(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        if not text.strip():
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
        height = max(float(size) * scale, 1.0)
        line = text.strip("\n")
        for place, words in enumerate(line.split("\n")):
            wide = sum(1.0 if ord(letter) > 0x2E7F else 0.5 for letter in words.rstrip())
            lead = sum(1.0 if ord(letter) > 0x2E7F else 0.3 for letter in words[: len(words) - len(words.lstrip())])
            top = high - y - height + 1.4 * height * place
            left = x + lead * height
            found.append(Piece(left, top, x + wide * height, top + height, words.strip()))

    page.extract_text(visitor_text=take)
    return found
