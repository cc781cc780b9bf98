"""Makers of documents for tests: each gives the bytes of a file of that sort with the lines or rows it is given."""

import csv
import io
import quopri
import re
import warnings
import zipfile
from functools import cache
from importlib.resources import files

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

FONT = str(files("pylopdf_fonts_zh_cn") / "NotoSansSC-Regular.otf")
SERIF = str(files("pylopdf_fonts_zh_cn") / "NotoSerifSC-Regular.otf")


def docx(lines, rows=(), after=(), header=""):
    """Paragraphs, then a table, then more paragraphs."""
    from docx import Document

    document = Document()
    if header:
        document.sections[0].header.paragraphs[0].text = header
    for line in lines:
        document.add_paragraph(line)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                table.cell(place, column).text = cell
    for line in after:
        document.add_paragraph(line)
    return saved(document)


def saved(document):
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


@cache
def _song():
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    return "STSong-Light"


def pdf(lines, rows=(), pages=1, password=None, columns=1, folios=False):
    """Wrapped paragraphs and a ruled table; the same on each page, with `folios` its number below."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Table, TableStyle

    style = ParagraphStyle("a", fontName=_song(), fontSize=14, leading=24, wordWrap="CJK")
    story = []
    for _ in range(pages):
        story += [Paragraph(line, style) for line in lines]
        if rows:
            look = [("FONT", (0, 0), (-1, -1), _song(), 12), ("GRID", (0, 0), (-1, -1), 1, "black")]
            story.append(Table([list(row) for row in rows], style=TableStyle(look)))
        story.append(PageBreak())
    held = io.BytesIO()
    lock = StandardEncryption(password, ownerPassword="owner") if password is not None else None
    document = BaseDocTemplate(held, encrypt=lock)
    width = 450 / columns
    frames = [Frame(72 + place * width, 72, width - 12, 690) for place in range(columns)]

    def number(canvas, made):
        canvas.setFont(_song(), 12)
        canvas.drawCentredString(297, 40, f"— {made.page} —")

    document.addPageTemplates(PageTemplate(frames=frames, **({"onPage": number} if folios else {})))
    document.build(story[:-1])
    return held.getvalue()


def xlsx(rows, title="Sheet1", more=()):
    """A sheet, and further ones as (title, rows)."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for name, others in more:
        sheet = book.create_sheet(name)
        for row in others:
            sheet.append(row)
    return saved(book)


def xls(rows, title="Sheet1"):
    """A sheet as Excel wrote it before 2007."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(title)
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(place, column, cell)
    return saved(book)


_MANIFEST = b"""<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>"""


def ods(rows, title="Sheet1"):
    """A sheet as LibreOffice writes it."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'.format
    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="{title}">{body}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    return packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode(), "META-INF/manifest.xml": _MANIFEST})


def comma(rows, charset="utf-8"):
    held = io.StringIO()
    csv.writer(held).writerows(rows)
    return held.getvalue().encode(charset)


def pptx(slides):
    """A slide for each list of lines."""
    from pptx import Presentation

    deck = Presentation()
    for lines in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = lines[0]
        slide.placeholders[1].text = "\n".join(lines[1:])
    return saved(deck)


def page(lines, charset="utf-8", declared=True):
    head = f'<meta charset="{charset}">' if declared else ""
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"<html><head>{head}<style>p{{}}</style></head><body>{body}<script>var a='10月1日前';</script></body></html>".encode(charset)


def saved_page(lines, charset="gb18030"):
    """A page as Word saves it in one file."""
    words = quopri.encodestring(page(lines, "utf-8", declared=False).decode().encode(charset))
    head = f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html; charset="{charset}"\n'
    return head.encode() + b"Content-Transfer-Encoding: quoted-printable\n\n" + words + b"\n--x--\n"


def of_kind(content, kind):
    """A document of today's Office whose main part says that it is of another kind: with macros, a template, a show."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "[Content_Types].xml":
                part = re.sub(rb'"application/vnd[^"]*?\.(?:document|presentation|sheet)\.main\+xml"', f'"application/vnd.{kind}.main+xml"'.encode(), part)
                assert kind.encode() in part
            new.writestr(entry.filename, part)
    return held.getvalue()


def packed(contents):
    """A zip of names and bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return held.getvalue()


def wrapped(line, letters, room):
    """A paragraph as a word processor breaks it: Latin words and numbers stay whole, no line begins with a full stop."""
    drawn = [""]
    for token in re.findall(r"[!-~]+[，。、；：）]?| |[^!-~ ][，。、；：）]?", line):
        if letters.getlength(drawn[-1] + token) > room:
            drawn.append("")
        drawn[-1] += token
    return drawn


def photo(lines, *, size=34, turn=0.0, blur=0.0, shadow=False, stamp=False, shrink=1.0, quality=85, font=FONT, format="JPEG"):
    """A typed page as a camera sees it; `turn` in degrees."""
    letters = ImageFont.truetype(font, size)
    wide, drawn = 1180, []
    for line in lines:
        drawn += wrapped(line, letters, wide - 200)
    image = Image.new("RGB", (wide, max(900, 200 + int(1.8 * size) * len(drawn))), "#f4f2ec")
    brush = ImageDraw.Draw(image)
    for place, line in enumerate(drawn):
        brush.text((100, 90 + place * int(1.8 * size)), line, font=letters, fill="#1a1a1a")
    if stamp:
        low = 90 + (len(drawn) - 2) * int(1.8 * size)
        ink = Image.new("RGB", image.size, "white")
        seal = ImageDraw.Draw(ink)
        seal.ellipse((120, low - 110, 400, low + 170), outline="#e55", width=9)
        seal.text((190, low + 10), "公章专用", font=letters, fill="#e55")
        image = ImageChops.multiply(image, ink)
    if shadow:
        shade = Image.linear_gradient("L").rotate(90).resize(image.size).point(lambda v: 90 + v * 165 // 255)
        image = Image.composite(image, Image.new("RGB", image.size, "#3a3833"), shade)
    if turn:
        image = image.rotate(turn, expand=True, fillcolor="#777", resample=Image.Resampling.BICUBIC)
    if shrink != 1.0:
        image = image.resize((int(image.width * shrink), int(image.height * shrink)))
    if blur:
        image = image.filter(ImageFilter.GaussianBlur(blur))
    held = io.BytesIO()
    image.save(held, format, quality=quality)
    return held.getvalue()


def scan(pictures):
    """A PDF of nothing but pictures."""
    images = [Image.open(io.BytesIO(each)).convert("RGB") for each in pictures]
    held = io.BytesIO()
    images[0].save(held, "PDF", save_all=True, append_images=images[1:], resolution=150)
    return held.getvalue()
