"""Names and numbers in the rows of a pasted table: whose number a cell is, by the head of the columns or by nearness."""

from __future__ import annotations

from bot.core.names import Span, is_surname, person_at
from bot.core.phones import Phone
from bot.core.wording import late

_BAR = late(r"[|｜\t]")
_GAP = late(r"[|｜\t]|[ ]{2,}| (?<=[㐀-鿿] )(?=[㐀-鿿\d])| (?<=\d )(?=[㐀-鿿])")
_NAME_HEAD = late(r"姓\s?名|名字|人员?$|[联负经承填值]\S{0,4}人|员$|[长师]$|^[Nn]ame|[Cc]ontact")
_NUMBER_HEAD = late(r"电话|手机|号码|联系方式|[Tt]el|[Pp]hone|[Mm]obile")
_NAME = late(r"[㐀-鿿](?:[㐀-鿿]|\s(?=[㐀-鿿])){1,3}|[㐀-鿿]{2,6}·[㐀-鿿]{2,6}|[A-Z][a-z]+(?: [A-Z][a-z]+)?")
_FAR_HEAD = 4000
"""How many characters above a row its head may stand."""

Cell = tuple[int, int]


def _cells(text: str, start: int, end: int, edge: str) -> list[Cell]:
    """The cells of a line, without the blanks around them."""
    cuts = list((_BAR if edge == "bar" else _GAP).finditer(text, start, end))
    bounds = [start, *(at for cut in cuts for at in cut.span()), end]
    found: list[Cell] = []
    for low, high in zip(bounds[::2], bounds[1::2], strict=True):
        inner = text[low:high]
        low += len(inner) - len(inner.lstrip())
        found.append((low, low + len(inner.strip())))
    return found


def find_rows(text: str, phones: list[Phone]) -> dict[Phone, Span]:
    """The person each number in a table's row belongs to; numbers outside tables are not in it."""
    owners: dict[Phone, Span] = {}
    heads: dict[int, list[tuple[Cell, str]]] = {}
    for phone in phones:
        start = text.rfind("\n", 0, phone.start) + 1
        end = text.find("\n", phone.end)
        end = len(text) if end < 0 else end
        if end - start > 300:
            continue
        edge = "bar" if _BAR.search(text, start, end) else "gap"
        head = _head(text, start, edge, heads)
        if head is None and edge == "gap":
            continue
        if owner := _owner(text, _cells(text, start, end, edge), head, phone):
            owners[phone] = owner
    return owners


def _head(text: str, row: int, edge: str, known: dict[int, list[tuple[Cell, str]]]) -> list[tuple[Cell, str]] | None:
    """The cells of the line above that names a column of persons and one of numbers; every row above is a row too."""
    at = row
    for _ in range(40):
        if at <= max(0, row - _FAR_HEAD):
            return None
        end = at - 1
        at = text.rfind("\n", 0, end) + 1
        if at in known:
            known[row] = known[at]
            return known[at]
        if end - at > 120:
            return None
        cells = [(cell, text[slice(*cell)]) for cell in _cells(text, at, end, edge)]
        if len(cells) < 2:
            if text[at:end].strip():
                return None
            continue
        if any(_NUMBER_HEAD.search(word) and not any(map(str.isdigit, word)) for _, word in cells):
            known[row] = known[at] = cells
            return cells
    return None


def _owner(text: str, cells: list[Cell], head: list[tuple[Cell, str]] | None, phone: Phone) -> Span | None:
    """The name in the nearest cell to the left that stands under a head for persons, or, without heads, looks like one."""
    place = next((i for i, (low, high) in enumerate(cells) if low <= phone.start < max(high, low + 1)), None)
    if place is None or (place == 0 and head is None):
        return None
    if head is not None and len(head) == len(cells):
        for i in (*range(place, -1, -1), *range(place + 1, len(cells))):
            if _NAME_HEAD.search(head[i][1]) and not _NUMBER_HEAD.search(head[i][1]) and (name := _name_in(text, cells[i], sure=True)):
                return name
        return None
    for i in range(place - 1, -1, -1):
        if name := _name_in(text, cells[i], sure=False):
            return name
    return None


def _name_in(text: str, cell: Cell, *, sure: bool) -> Span | None:
    """The name that fills a cell; where the head says that names stand there, a name of any surname."""
    low, high = cell
    person = person_at(text[low:high], 0, loose=True)
    if person and person[1] == high - low:
        return cell
    named = _NAME.fullmatch(text, low, high)
    return cell if named and (sure or (is_surname(text[low]) and " " in text[low:high])) else None
