"""Which sort of file some bytes are, told by the bytes; a name only tells a table of commas from other plain text."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

PICTURES = frozenset({"jpeg", "png", "gif", "bmp", "webp", "tiff"})
_MAGIC = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gz"),
    (b"{\\rtf", "rtf"),
    (b"OggS", "media"),
    (b"ID3", "media"),
    (b"\x1aE\xdf\xa3", "media"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|p|meta)[\s>]", re.I)
_SAVED = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?Content-Type:\s*multipart/related", re.I)
"""The head of a page that was saved as one file."""


def sort_of(content: bytes, name: str = "") -> str:
    """A short word for the sort: docx, pdf, xlsx, xls, ods, doc, pptx, html, csv, txt, zip, jpeg … or unknown."""
    head = content[:4096]
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zipped(content)
    if head.startswith(_OLE):
        return _compound(content)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head[:4] == b"RIFF":
        return "webp" if head[8:12] == b"WEBP" else "media"
    if head[4:8] == b"ftyp":
        return "heic" if head[8:12] in (b"heic", b"heix", b"mif1", b"msf1") else "media"
    found = next((sort for magic, sort in _MAGIC if head.startswith(magic)), None)
    if found and not (found in ("bmp", "program") and _is_text(content)):
        return found
    if not _is_text(content):
        return "unknown"
    if _SAVED.match(head):
        return "mht"
    if _HTML.search(head):
        return "html"
    return "csv" if name.lower().endswith((".csv", ".tsv")) else "txt"


def _zipped(content: bytes) -> str:
    """What a zip container holds."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            names = {entry.filename for entry in packed.infolist()}
            if "mimetype" in names and packed.getinfo("mimetype").file_size < 200:
                mime = packed.read("mimetype")
                return "ods" if b"spreadsheet" in mime else "odt" if b"text" in mime else "unknown"
    except Exception:
        return "zip"
    if "OFD.xml" in names:
        return "ofd"
    if "[Content_Types].xml" in names:
        for folder, sort in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
            if any(each.startswith(folder) for each in names):
                return sort
    return "zip"


def _compound(content: bytes) -> str:
    """What an old Office container holds, by the names of its streams."""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if has("EncryptedPackage"):
        return "locked"
    for stream, sort in (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"), ("PowerPoint", "ppt")):
        if has(stream):
            return sort
    return "unknown"


def _is_text(content: bytes) -> bool:
    """Whether the bytes are words in some charset: hardly a control character among them."""
    head = content[:65536]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    strange = sum(byte < 32 and byte not in b"\t\n\r\x0c\x1b" for byte in head[:8192])
    return bool(head) and strange * 200 <= len(head[:8192])
