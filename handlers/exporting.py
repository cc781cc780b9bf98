"""`/export` and `jianfu export`: tasks, sources and groups as a workbook or one table, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO
from zoneinfo import ZoneInfo

from bot.core.models import AssignmentState, Group, KnownTask, Task, TaskState
from bot.render import mask
from storage.store import Look

Cell = str | int | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula, full-width signs and blanks before them included."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name, its column heads, its rows."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def safe(cell: Cell, masked: bool) -> Cell:
    """The cell as text that no spreadsheet takes for a formula; phone and identity numbers hidden when `masked`."""
    if not isinstance(cell, str):
        return cell
    text = mask(cell) if masked else cell
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


Words = Mapping[str, str]
"""Code → the word a reader knows."""


def words_of(words: str) -> Words:
    """The `code=word` lines of the rendered template `export`."""
    lines = (line.strip() for line in words.splitlines() if "=" in line and "|" not in line)
    return {code: word for code, _, word in (line.partition("=") for line in lines)}


async def sheets_of(
    look: Look, words: str, masked: bool, only: Collection[int] | None = None
) -> tuple[Sheet, Sheet, Sheet]:
    """Tasks, sources and groups of one office; `words` are the rendered lines of the template `export`.

    Its lines are the heads of the three sheets, and `code=word` for every code that a cell may hold. With `only` the
    tasks of these numbers and their sources.
    """
    zone = ZoneInfo(look.workspace.timezone)
    heads = [line.split("|") for line in words.splitlines() if "|" in line]
    said = words_of(words)
    tasks = [task for task in await look.tasks(states=tuple(TaskState)) if only is None or task.number in only]
    sources = await look.all_sources(only)
    known = [KnownTask(task, tuple(sources.get(task.number, ()))) for task in tasks]
    names = {member.id: member for member in await look.members()}
    holders: dict[int, list[str]] = {}
    for share in await look.assignments():
        if share.state is not AssignmentState.REMOVED and share.member in names:
            holders.setdefault(share.task, []).append(names[share.member].name)
    groups, tallies = await look.groups(), await look.group_tallies()
    tables: tuple[Iterator[tuple[Cell, ...]], ...] = (
        (_task_row(each, holders.get(each.task.number, []), zone, said) for each in known),
        (row for each in known for row in _source_rows(each, zone, said)),
        (_group_row(group, zone, tallies.get(group.id, (0, 0)), said) for group in groups if group.parent is None),
    )
    made = []
    for (name, *columns), rows in zip(heads, tables, strict=True):
        cells = tuple(tuple(safe(cell, masked) for cell in row) for row in rows)
        made.append(Sheet(name, tuple(columns), cells))
    first, second, third = made
    return first, second, third


def _task_row(known: KnownTask, holders: Sequence[str], zone: ZoneInfo, said: Words) -> tuple[Cell, ...]:
    task, facts = known.task, known.task.facts
    to = facts.submit_to
    return (
        task.number,
        facts.title,
        said.get(facts.kind.value, facts.kind.value),
        said.get(task.state.value, task.state.value),
        "; ".join(day_of(at, zone) for at in _instants(task)) or _rule(task),
        facts.issuer,
        ", ".join(dict.fromkeys(source.group for source in known.sources if source.group)),
        ", ".join(said.get(code, code) for code in sorted(facts.requirements)),
        ", ".join((*to.people, *to.emails, *to.phones, *to.systems, *to.urls)),
        ", ".join(" ".join(part for part in (each.name, each.phone) if part) for each in facts.contacts),
        ", ".join(holders),
        day_of(task.opened_at, zone),
        day_of(task.closed_at, zone) if task.closed_at else None,
    )


def _instants(task: Task) -> list[datetime]:
    return [each.at for each in task.facts.deadlines] + [each.at for each in task.facts.events]


def _rule(task: Task) -> str:
    rule = task.facts.recurrence
    return f"{rule.said or rule.rrule}" if rule else ""


def _source_rows(known: KnownTask, zone: ZoneInfo, said: Words) -> Iterator[tuple[Cell, ...]]:
    for source in known.sources:
        relation = said.get(source.relation.value, source.relation.value)
        yield known.task.number, relation, day_of(source.at, zone), source.group, source.sender, source.text


def _group_row(group: Group, zone: ZoneInfo, counted: tuple[int, int], said: Words) -> tuple[Cell, ...]:
    latest = day_of(group.last_at, zone) if group.last_at else None
    first = day_of(group.first_at, zone) if group.first_at else None
    temporary, muted, kept = ("✓" if each else "" for each in (group.temporary, group.muted, group.exempt))
    platform, state = said.get(group.platform, group.platform), said.get(group.state.value, group.state.value)
    counts = group.messages, group.repeats, group.chatter, *counted
    names = ", ".join(group.aliases)
    return (group.id, group.name, platform, temporary, state, *counts, latest, first, names, muted, kept)


def day_of(instant: datetime, zone: ZoneInfo) -> str:
    """An instant as cells show it."""
    return instant.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def write_xlsx(sheets: Sequence[Sheet], target: Path | IO[bytes]) -> int:
    """Write every sheet into one workbook; returns the number of rows below the heads."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        page.freeze_panes = "A2"
        page.append(sheet.heads)
        for row in sheet.rows:
            page.append([_printable(cell) for cell in row])
    book.save(target)
    return sum(len(sheet.rows) for sheet in sheets)


def _printable(cell: Cell) -> Cell:
    """XML knows no control characters but tab and line ends; 32,767 characters is what a cell holds."""
    if not isinstance(cell, str):
        return cell
    return "".join(char for char in cell if char >= " " or char in "\t\n\r")[:32_767]


def write_csv(sheets: Sequence[Sheet], target: Path | IO[bytes]) -> int:
    """Write the first sheet with a byte-order mark, without which spreadsheets garble Chinese."""
    held = io.StringIO(newline="")
    writer = csv.writer(held)
    writer.writerow(sheets[0].heads)
    writer.writerows(sheets[0].rows)
    content = held.getvalue().encode("utf-8-sig", "replace")
    if isinstance(target, Path):
        target.write_bytes(content)
    else:
        target.write(content)
    return len(sheets[0].rows)


def content_of(sheets: Sequence[Sheet], ending: str) -> bytes:
    """The file itself, `xlsx` with every sheet or `csv` with the first."""
    held = io.BytesIO()
    (write_csv if ending == "csv" else write_xlsx)(sheets, held)
    return held.getvalue()
