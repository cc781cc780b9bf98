"""Spreadsheets of every age by calamine: each sheet a page, its table as a form."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO

from bot.files.office import checked_container
from bot.files.pages import MOST_CELLS, MOST_PAGES, MOST_ROWS, Form, Unreadable
from bot.files.tables import sheet_lines


def read_sheets(content: bytes, sort: str) -> tuple[list[str], list[Form], bool]:
    """Pages, forms, and whether something was left out."""
    if sort != "xls":
        checked_container(content, xml=False).close()
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
    except PasswordError as error:
        raise Unreadable("locked") from error
    except CalamineError as error:
        raise Unreadable("damaged") from error
    pages: list[str] = []
    forms: list[Form] = []
    cells, cut = 0, False
    shown = [each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
    for name in shown[:MOST_PAGES]:
        try:
            sheet = book.get_sheet_by_name(name)
        except CalamineError as error:
            if pages:
                cut = True
                break
            raise Unreadable("damaged") from error
        rows = []
        for row in sheet.iter_rows():
            said = [shown_cell(value) for value in row]
            while said and not said[-1]:
                said.pop()
            cells += len(said)
            rows.append(said)
            if len(rows) >= MOST_ROWS or cells > MOST_CELLS:
                cut = True
                break
        lines, form = sheet_lines(rows, name)
        pages.append("\n".join(lines))
        forms += [form] if form else []
    return pages, forms, cut or len(shown) > MOST_PAGES


def shown_cell(value: object) -> str:
    """A cell as its sheet shows it, near enough: whole numbers without a point, dates in Chinese."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        clock = f" {value:%H:%M}" if (value.hour, value.minute) != (0, 0) else ""
        return f"{value.year}年{value.month}月{value.day}日{clock}"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return str(value)
    return str(value)[:2000].strip()
