"""Files meant to break a reader: over a hundred, each made here."""

import io
import struct
import zipfile
import zlib

from PIL import Image

from tests import documents as make

LINES = ["关于报送台账的通知", "请各村于10月8日17:00前报送，联系人王敏。"] * 10
_LAUGHS = "".join(f'<!ENTITY l{k} "{f"&l{k - 1};" * 10}">' for k in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "{"哈" * 50}">{_LAUGHS}]>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def swapped(content, part, new):
    """A container with one part replaced."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry in old.infolist():
            packed.writestr(entry.filename, new if entry.filename == part else old.read(entry))
    return held.getvalue()


def truncated():
    """Every kilobyte of each sort."""
    whole = {
        "docx": make.docx(LINES), "pdf": make.pdf(LINES, pages=9), "xlsx": make.xlsx([[line] for line in LINES]),
        "xls": make.xls([[line] for line in LINES]), "pptx": make.pptx([LINES]), "jpg": make.photo(LINES),
        "zip": make.packed({"a.docx": make.docx(LINES)}), "mht": make.saved_page(LINES), "ods": make.ods([[line] for line in LINES]),
    }  # fmt: skip
    for sort, content in whole.items():
        for size in range(1024, len(content), 1024):
            yield f"{sort}-cut-at-{size}", content[:size]


def renamed():
    yield "exe.docx", b"MZ" + bytes(range(256)) * 40
    yield "elf.pdf", b"\x7fELF" + bytes(range(256)) * 40
    yield "zip.jpg", make.packed({"a": b"x"})
    yield "jpeg-head-only.png", b"\xff\xd8\xff" + bytes(2000)
    yield "random", zlib.compress(bytes(range(256)) * 999)
    yield "ole-of-zeros.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9000)
    yield "ole-workbook.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 504 + "Workbook".encode("utf-16-le") + b"\xff" * 9000
    yield "pdf-inside-text", b"%PDF-1.4 " + "请于10月8日前报送".encode() * 99
    yield "half-html", b"<html><body>" + b"<div>" * 200_000
    yield "tables-in-tables.html", b"<table><tr><td>" * 60_000 + b"<p>x" * 60_000
    yield "one-row.html", b"<table><tr>" + b"<td>x" * 200_000
    yield "parts-in-parts.mht", b"".join(b'Content-Type: multipart/related; boundary="%d"\n\n--%d\n' % (k, k) for k in range(20_000))
    yield "page-of-zeros.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + b"AAAA" * 2_000_000
    yield "one-long-line.txt", "请".encode() * 3_000_000
    yield "commas.csv", b"," * 3_000_000
    yield "quote.csv", b'"' + b"a,b\n" * 200_000


def _lying():
    """A zip that says of what it holds that it is small."""
    content = bytearray(make.packed({"a.txt": bytes(_LARGE)}))
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 100)
    return bytes(content)


_LARGE = 300 * 1024 * 1024


def bombs():
    yield "zip-of-zeros", lambda: make.packed({"a.txt": bytes(_LARGE)})
    yield "docx-of-zeros", lambda: swapped(make.docx(LINES), "word/document.xml", bytes(_LARGE))
    yield "zip-that-lies-about-its-size", _lying
    yield "zip-in-zip-in-zip", lambda: make.packed({"a.zip": make.packed({"b.zip": make.packed({"c.zip": make.packed({"d": bytes(_LARGE)})})})})
    yield "many-members", lambda: make.packed({f"{k}.txt": b"x" for k in range(4000)})
    yield "many-bombs", lambda: make.packed({f"{k}.txt": bytes(40 * 1024 * 1024) for k in range(4)})
    body = f"<w:document {_W}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
    yield "laughs.docx", swapped(make.docx(LINES), "word/document.xml", BOMB + body)
    yield "laughs-late.docx", swapped(make.docx(LINES), "word/document.xml", "<?xml version='1.0'?>" + " " * 70000 + BOMB[21:] + body)
    yield "laughs.pptx", swapped(make.pptx([LINES]), "ppt/presentation.xml", BOMB + "<a>&l9;</a>")
    yield "laughs.xlsx", swapped(make.xlsx([LINES]), "xl/sharedStrings.xml", BOMB + "<sst><si><t>&l9;</t></si></sst>")
    outside = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    yield "outside.docx", swapped(make.docx(LINES), "word/document.xml", outside + body.replace("l9", "e"))
    nested = "<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000
    yield "nested-tables.docx", swapped(make.docx(LINES), "word/document.xml", f"<w:document {_W}><w:body>{nested}</w:body></w:document>")
    wide = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    yield "corners.xlsx", swapped(make.xlsx([["a"]]), "xl/worksheets/sheet1.xml", wide)
    yield "macro.docm", swapped(make.docx(LINES), "docProps/core.xml", b"Sub AutoOpen() : Shell(\"x\") : End Sub")


def _objects(*bodies):
    """A PDF of these objects, with a true table of where they are."""
    held, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(held))
        held += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return held + f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(bodies) + 1}/Root 1 0 R>>\nstartxref\n{len(held)}\n%%EOF".encode()


def pdfs():
    root = b"<</Type/Catalog/Pages 2 0 R>>"
    yield "says-50000-pages", _objects(root, b"<</Type/Pages/Count 50000/Kids[3 0 R]>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
    kids = b"3 0 R " * 50_000
    yield "has-50000-pages", _objects(root, b"<</Type/Pages/Count 50000/Kids[" + kids + b"]>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
    yield "pages-in-a-ring", _objects(root, b"<</Type/Pages/Count 9/Kids[2 0 R]>>")
    yield "no-pages", _objects(root, b"<</Type/Pages/Count 0/Kids[]>>")
    yield "deep-array", _objects(root, b"<</Type/Pages/Count 1/Kids" + b"[" * 30_000 + b"]" * 30_000 + b">>")

    def of_stream(packed):
        stream = f"<</Length {len(packed)}/Filter/FlateDecode>>stream\n".encode() + packed + b"\nendstream"
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
        return _objects(root, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", page, stream)

    yield "stream-of-zeros", lambda: of_stream(_zeros(400 * 2**20))
    yield "endless-words", lambda: of_stream(zlib.compress(b"BT /F1 9 Tf (a) Tj ET\n" * 2_000_000))
    yield "locked", make.pdf(LINES, password="x")
    yield "wrong-xref", make.pdf(LINES).replace(b"startxref", b"startxxxx")
    yield "null-root", _objects(b"null")


def _png(size, depth, colour, data, *more):
    def chunk(kind, held):
        return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunk(*each) for each in more) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def _zeros(size):
    """So many zeros, compressed, without holding them."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(2**20)) for _ in range(size // 2**20)) + packer.compress(bytes(size % 2**20))
    return packed + packer.flush()


def pictures():
    for side in (50_000, 2**31 - 1):
        yield f"png-of-{side}", _png((side, side), 8, 2, zlib.compress(bytes(9999)))
    yield "png-of-900-megapixels", lambda: _png((30_000, 30_000), 1, 0, _zeros(30_000 * 3_751))
    yield "png-just-small-enough", lambda: _png((42_000, 1_400), 1, 0, _zeros(1_400 * 5_251))
    yield "png-with-a-comment-of-400-MB", lambda: _png((9, 9), 1, 0, zlib.compress(bytes(30)), (b"zTXt", b"Comment\0\0" + _zeros(400 * 2**20)))
    yield "png-with-a-profile-of-400-MB", lambda: _png((9, 9), 1, 0, zlib.compress(bytes(30)), (b"iCCP", b"profile\0\0" + _zeros(400 * 2**20)))
    yield "jpeg-of-108-megapixels", lambda: _flat((12_000, 9_000), "JPEG")
    yield "jpeg-that-says-65535", _lying_jpeg
    yield "gif-of-65535", b"GIF89a" + struct.pack("<HH", 65535, 65535) + bytes(300)
    yield "bmp-of-nothing", b"BM" + bytes(60)
    yield "bmp-of-2-gigapixels", b"BM" + struct.pack("<IIIIiiHHIIiiII", 99, 0, 54, 40, 46_000, 46_000, 1, 24, 0, 0, 0, 0, 0, 0) + bytes(300)
    yield "tiff-in-a-ring", b"II*\0\x08\0\0\0\0\0\x08\0\0\0" + bytes(60)
    yield "webp-of-nothing", b"RIFF\xff\xff\xff\x7fWEBPVP8X" + b"\xff" * 99
    yield "photo-cut-in-half", lambda: make.photo(LINES)[:9000]
    yield "scan-of-900-megapixels.pdf", lambda: _pdf_of_picture(30_000)
    yield "docx-of-a-huge-picture", lambda: _docx_of_picture(_png((50_000, 50_000), 8, 2, zlib.compress(bytes(9999))))
    yield "white", make.photo([""])


def _flat(size, sort):
    held = io.BytesIO()
    Image.new("L", size, 200).save(held, sort, quality=20)
    return held.getvalue()


def _lying_jpeg():
    content = bytearray(make.photo(LINES))
    at = content.index(b"\xff\xc0")
    content[at + 5 : at + 9] = struct.pack(">HH", 65535, 65535)
    return bytes(content)


def _pdf_of_picture(side):
    """A page that is one picture of that many dots a side, which unpacks to a hundred megabytes."""
    packed = _zeros(side * (side // 8 + 1))
    look = f"<</Type/XObject/Subtype/Image/Width {side}/Height {side}/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/FlateDecode/Length {len(packed)}>>stream\n"
    words = b"q 100 0 0 900 0 0 cm /I Do Q"
    return _objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 900]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        f"<</Length {len(words)}>>stream\n".encode() + words + b"\nendstream",
        look.encode() + packed + b"\nendstream",
    )


def _docx_of_picture(picture):
    """A document without words whose one picture is that."""
    from docx import Document

    document = Document()
    document.add_picture(io.BytesIO(make.photo(["x"], format="PNG")))
    content = make.saved(document)
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        name = next(each for each in held.namelist() if each.startswith("word/media/"))
    return swapped(content, name, picture)


def all_of_them(*groups):
    """(name, content) of each, of these groups alone where there are any; what is large is made when its turn comes."""
    for group in groups or (truncated, renamed, bombs, pdfs, pictures):
        for name, content in group():
            yield name, content() if callable(content) else content


def named(*names):
    """Those of these names, no other being made."""
    every = dict(one for group in (renamed, bombs, pdfs, pictures) for one in group())
    return {name: every[name]() if callable(every[name]) else every[name] for name in names}
