"""Tables as people read them: rows as lines, a form by its columns."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from bot.files.marks import mark, plain
from bot.files.pages import Form

Row = Sequence[str]

_LABEL_LENGTH = 16
_SENTENCE = re.compile(r"[。；;！!？?]|，.*，|[:：].{6,}")
_NUMBER = re.compile(r"[\d.,，%\-/ ]+|[一二三四五六七八九十]+")
_DATED = re.compile(
    r"(?:完成|报送|上报|办结|截止|提交|反馈|整改|会议|培训|集合|开始|到场)?(?:时间|时限|期限|截止日期|节点)"
)
_COUNTER = re.compile(r"序号|编号|行号|no\.?|#", re.I)
_SHEET = re.compile(r"sheet\s?\d*|工作表\s?\d*", re.I)
_NOTE = re.compile(r"^(?:填表|填报|填写|备注|说明|注|联系人|报送|要求|单位|填表单位|上报时间|填报时间)")
_ATTACHED = re.compile(r"附件\s?\d*[:：]?")
_UNFILLED_DATE = re.compile(r"^\s*年\s*月\s*日\s*$")


def line_of(row: Row) -> str:
    """A row as one line: a label and its value by a colon, more cells by bars."""
    cells = [" ".join(cell.split()) for cell in row]
    cells = [cell for place, cell in enumerate(cells) if cell and (place == 0 or cell != cells[place - 1])]
    if len(cells) == 2 and len(cells[0]) <= 8 and not re.search(r"[\d：:。，]", cells[0]):
        return f"{cells[0]}：{cells[1]}"
    return " | ".join(cells)


def form_of(rows: Sequence[Row], name: str) -> tuple[Form, int, int] | None:
    """The form that a table is, with where its head begins and ends [first, last]; None when it has no head."""
    for place, row in enumerate(rows[:12]):
        cells = [" ".join(cell.split()) for cell in row]
        if not _is_head(cells):
            continue
        last, columns = _whole_head(rows, place, cells)
        title = _title(rows[:place], name)
        filled = sum(_is_filled(each, columns) for each in rows[last + 1 :])
        return Form(title, tuple(column for column in columns if column), key_of(columns), filled), place, last
    return None


def key_of(columns: Sequence[str]) -> str:
    """The same for the same columns, whatever the form is called, however they are spaced or counted."""
    plain = [_plain(each) for each in columns if each and not _COUNTER.fullmatch(each.strip())]
    return hashlib.sha256("\n".join(each for each in plain if each).encode()).hexdigest()[:24]


def _plain(column: str) -> str:
    return re.sub(r"[（(].*?[）)]|[\W_]+", "", unicodedata.normalize("NFKC", column)).casefold()


def _is_head(cells: Sequence[str]) -> bool:
    said = [cell for cell in cells if cell]
    if len(said) < 3 or len(set(said)) < min(3, len(said)) or len(said) * 2 < len(_trimmed(cells)):
        return False
    return sum(map(_is_label, said)) * 5 >= len(said) * 4


def _is_label(cell: str) -> bool:
    return len(cell) <= _LABEL_LENGTH and not _SENTENCE.search(cell) and not _NUMBER.fullmatch(cell)


def _trimmed(cells: Sequence[str]) -> Sequence[str]:
    last = max((place for place, cell in enumerate(cells) if cell), default=-1)
    return cells[: last + 1]


def _whole_head(rows: Sequence[Row], place: int, cells: list[str]) -> tuple[int, list[str]]:
    """A head of two rows: below a merged cell stand the columns it covers."""
    below = [" ".join(cell.split()) for cell in rows[place + 1]] if place + 1 < len(rows) else []
    gaps = [at for at, cell in enumerate(cells[: len(below)]) if not cell or (at and cell == cells[at - 1])]
    said = [cell for cell in below if cell]
    short = said and all(map(_is_label, said))
    if not gaps or not short or not any(below[at] for at in gaps) or (below and below[0]):
        return place, cells
    width = max(len(cells), len(below))
    top = cells + [""] * (width - len(cells))
    under = below + [""] * (width - len(below))
    return place + 1, [under[at] or top[at] for at in range(width)]


def _title(above: Sequence[Row], name: str) -> str:
    """The title over the table, else the name it was given, "" when that says nothing."""
    for row in above:
        said = [" ".join(cell.split()) for cell in row if cell.strip()]
        if said and 4 <= len(said[0]) <= 60 and not _NOTE.match(said[0]) and not _ATTACHED.fullmatch(said[0]):
            return said[0]
    return "" if _SHEET.fullmatch(name.strip()) else name.strip()


def _is_filled(row: Row, columns: Sequence[str]) -> bool:
    said = [
        cell.strip()
        for column, cell in zip(columns, row, strict=False)
        if column and not _COUNTER.fullmatch(column) and cell.strip() and not _UNFILLED_DATE.match(cell)
    ]
    return len(said) >= 2


def sheet_lines(rows: Sequence[Row], name: str) -> tuple[list[str], Form | None]:
    """A sheet as lines of a notice: what stands around the table, its columns, and its rows where they are dated.

    The rows of a list (names, numbers, birthdays) are data and say nothing of what is to be done by when. Rows that
    are left out are marked, so that those that stay can be told by their number.
    """
    found = form_of(rows, name)
    if found is None:
        return _counted(_said(rows)), None
    form, first, last = found
    lines = _said(rows[:first])
    lines.append((last, asked_line(form)))
    dated = any(_DATED.fullmatch(column) for column in form.columns)
    for place, row in enumerate(rows[last + 1 :], last + 1):
        said = [" ".join(cell.split()) for cell in row if cell.strip()]
        if not said:
            continue
        is_note = len(said) <= 2 and (_NOTE.match(said[0]) or len(said[0]) > _LABEL_LENGTH)
        if is_note or (dated and len(said) > 1):
            lines.append((place, line_of(row)))
    return _counted(lines), form


def _said(rows: Sequence[Row]) -> list[tuple[int, str]]:
    """The rows that say anything, with their places."""
    return [(place, line_of(row)) for place, row in enumerate(rows) if any(cell.strip() for cell in row)]


def _counted(lines: Sequence[tuple[int, str]]) -> list[str]:
    """Lines with a mark where rows between them are left out."""
    before = -1
    found = []
    for place, line in lines:
        found.append(mark(place - before - 1) + line)
        before = place
    return found


def forms_in(lines: Sequence[str], name: str = "") -> tuple[list[str], list[Form]]:
    """Lines of a page where the head of an empty table became a form: below it stand only numbers, if anything."""
    found: list[str] = []
    forms: list[Form] = []
    for place, line in enumerate(lines):
        cells = line.split(" | ")
        below = lines[place + 1 : place + 3]
        in_table = place > 0 and lines[place - 1].count(" | ") >= 2
        empty = all(_NUMBER.fullmatch(each) or _NOTE.match(each) for each in below)
        if len(cells) >= 3 and empty and not in_table and _is_head(cells):
            above = [each for each in found[-2:] if 3 < len(each) <= 40 and not _SENTENCE.search(each)]
            title = plain(above[-1]) if above else name
            forms.append(Form(title, tuple(cells), key_of(cells)))
            found.append(asked_line(forms[-1]))
        else:
            found.append(line)
    return found, forms


def asked_line(form: Form) -> str:
    """What a form asks for, in words that are read like those of a notice."""
    columns = [column for column in form.columns if not _COUNTER.fullmatch(column)]
    return "填报内容：" + "、".join(re.sub(r"[、，,]", "和", column) for column in columns)
