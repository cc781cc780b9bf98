"""Word and PowerPoint documents of today's kind: words in the order they are read, tables where they stand."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from bot.files.marks import mark
from bot.files.pages import MOST_CELLS, MOST_MEMBERS, MOST_UNPACKED, Form, Unreadable
from bot.files.tables import asked_line, form_of, line_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ENTITY = re.compile(rb"<!(?:ENTITY|DOCTYPE)|<\0!\0(?:E\0N\0T|D\0O\0C)")
_SKIPPED = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}instrText", f"{_W}delText"))

_WORD_SORTS = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
"""What docm, dotm and dotx call their main part."""
_SLIDE_SORTS = (
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
    "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
)
"""What ppsm and potm call theirs; the others are known."""


def checked_container(content: bytes, *, xml: bool = True) -> zipfile.ZipFile:
    """The zip, when what it says it unpacks to is bearable and its XML declares no entities; raises `Unreadable`."""
    try:
        packed = zipfile.ZipFile(BytesIO(content))
        entries = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Unreadable("damaged") from error
    if len(entries) > MOST_MEMBERS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Unreadable("too_heavy")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("locked")
    if xml and any(_declares(packed, entry) for entry in entries if entry.filename.endswith((".xml", ".rels"))):
        raise Unreadable("too_heavy")
    return packed


def _declares(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether an XML part declares a document type, which Office never does; it stands before the first element."""
    try:
        with packed.open(entry) as part:
            return bool(_ENTITY.search(part.read(65536)))
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError) as error:
        raise Unreadable("damaged") from error


# ── Word ─────────────────────────────────────────────────────────────────────


def read_docx(content: bytes) -> tuple[list[str], list[Form], list[bytes]]:
    """Pages, forms, and the pictures of a document that has hardly any words."""
    checked_container(content).close()
    document = _opened(content)
    pages, forms = _Words().body(document.element.body)
    marks = _secrecy_above(document)
    pages[0] = f"{marks}\n{pages[0]}" if marks else pages[0]
    pictures = []
    if sum(map(len, pages)) < 40:
        parts = document.part.related_parts.values()
        pictures = [part.blob for part in parts if part.content_type.startswith("image/")]
    return pages, forms, pictures


def _opened(content: bytes) -> Any:
    """The document, also one with macros (which nothing here runs) or a template, which python-docx itself refuses."""
    from docx.opc.part import PartFactory
    from docx.package import Package
    from docx.parts.document import DocumentPart

    PartFactory.part_type_for |= dict.fromkeys(_WORD_SORTS, DocumentPart)
    part = Package.open(BytesIO(content)).main_document_part
    if not isinstance(part, DocumentPart):
        raise Unreadable("damaged")
    return part.document


def _secrecy_above(document: Any) -> str:
    """Lines of page heads and feet that may carry a mark of secrecy; others are no words of the notice."""
    found = []
    for section in document.sections[:5]:
        for header in (section.header, section.first_page_header, section.footer, section.first_page_footer):
            words = "".join(node.text or "" for node in header._element.iter(f"{_W}t"))
            if re.search(r"[绝机秘]\s*密|内部(?:资料|文件|材料)", words) and words not in found:
                found.append(words)
    return "\n".join(found)


class _Words:
    """Walks a document's XML; `cells` bounds the work."""

    def __init__(self) -> None:
        self.pages: list[list[str]] = [[]]
        self.forms: list[Form] = []
        self.cells = 0

    def body(self, body: Any) -> tuple[list[str], list[Form]]:
        self._blocks(body)
        return ["\n".join(lines) for lines in self.pages], self.forms

    def _blocks(self, parent: Any) -> None:
        for element in parent.iterchildren():
            tag = element.tag
            if tag == f"{_W}p":
                self._paragraph(element)
            elif tag == f"{_W}tbl":
                self._table(element)
            elif tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
                self._blocks(element)

    def _paragraph(self, paragraph: Any) -> None:
        boxes: list[Any] = []
        parts: list[str] = []
        for kind, value in _runs(paragraph, boxes):
            if kind == "text":
                parts.append(value)
            elif any(parts) or self.pages[-1]:
                self._say("".join(parts) + (mark() if kind == "overleaf" and any(parts) else ""))
                parts = []
                self.pages.append([])
        for box in boxes:
            self._blocks(box)
        self._say("".join(parts))

    def _say(self, text: str) -> None:
        self.pages[-1] += [line for line in text.split("\n") if line.strip()]

    def _table(self, table: Any) -> None:
        rows: list[list[str]] = []
        for row in table.iter(f"{_W}tr"):
            if next(row.iterancestors(f"{_W}tbl")) is not table:
                continue
            cells: list[str] = []
            for cell in row.iterchildren(f"{_W}tc"):
                self.cells += 1
                if self.cells > MOST_CELLS:
                    raise Unreadable("too_heavy")
                cells.append(_cell(cell))
            rows.append(cells)
        found = form_of(rows, _name_above(self.pages[-1]))
        empty = found is not None and found[0].rows * 3 <= max(1, len(rows) - 1 - found[2])
        for place, row in enumerate(rows):
            if found is not None and empty and found[1] <= place <= found[2]:
                if place == found[2]:
                    self._say(asked_line(found[0]))
                continue
            if line := line_of(row):
                self._say(line)
        if found is not None and empty:
            self.forms.append(found[0])


def _name_above(lines: list[str]) -> str:
    """The last line before a table where it can be its title."""
    last = lines[-1].strip() if lines else ""
    return last if 3 < len(last) <= 40 and not last.endswith(("。", "：", ":")) else ""


def _cell(cell: Any) -> str:
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    if merge is not None and merge.get(f"{_W}val") != "restart":
        return ""
    return " ".join("".join(v for k, v in _runs(p, []) if k == "text") for p in cell.iter(f"{_W}p")).strip()


def _runs(element: Any, boxes: list[Any]) -> Iterator[tuple[str, str]]:
    """Text under a paragraph, where a page was broken ("page") and where the last printing ran overleaf ("overleaf").

    What was deleted is left out, text boxes are put aside.
    """
    for child in element.iterchildren():
        tag = child.tag
        if tag in _SKIPPED:
            continue
        if tag == f"{_W}txbxContent":
            boxes.append(child)
        elif tag == f"{_W}t":
            yield "text", child.text or ""
        elif tag == f"{_W}tab":
            if child.get(f"{_W}val") is None:
                yield "text", "\t"
        elif tag in (f"{_W}br", f"{_W}cr"):
            yield ("page", "") if child.get(f"{_W}type") == "page" else ("text", "\n")
        elif tag == f"{_W}lastRenderedPageBreak":
            yield "overleaf", ""
        elif tag == f"{_W}noBreakHyphen":
            yield "text", "-"
        elif isinstance(tag, str):
            yield from _runs(child, boxes)


# ── PowerPoint ───────────────────────────────────────────────────────────────


def read_pptx(content: bytes) -> tuple[list[str], list[bytes]]:
    """A page a slide, from the top left to the bottom right, and the pictures where there are hardly any words."""
    checked_container(content).close()
    from pptx.opc.package import PartFactory
    from pptx.package import Package
    from pptx.parts.presentation import PresentationPart

    PartFactory.part_type_for |= dict.fromkeys(_SLIDE_SORTS, PresentationPart)
    part = Package.open(BytesIO(content)).main_document_part
    if not isinstance(part, PresentationPart):
        raise Unreadable("damaged")
    deck = part.presentation
    pages: list[str] = []
    pictures: list[bytes] = []
    for slide in deck.slides:
        lines: list[str] = []
        _shapes(slide.shapes, lines, pictures, 0)
        pages.append("\n".join(lines))
    return pages, pictures if sum(map(len, pages)) < 40 else []


def _shapes(shapes: Any, lines: list[str], pictures: list[bytes], depth: int) -> None:
    for shape in sorted(shapes, key=lambda each: (each.top or 0, each.left or 0)):
        if shape.shape_type == 6 and depth < 8:
            _shapes(shape.shapes, lines, pictures, depth + 1)
        elif getattr(shape, "has_table", False) and shape.has_table:
            lines += [line_of([cell.text for cell in row.cells]) for row in shape.table.rows]
        elif shape.has_text_frame:
            lines += [text for text in shape.text_frame.text.replace("\v", "\n").split("\n") if text.strip()]
        elif shape.shape_type == 13:
            pictures.append(shape.image.blob)
