"""Routine duties told in one message, one to a line or number: each with a rhythm of its own is a duty of its own.

A task comes back by one rule. 一、每周一8:30例会；二、每周四下班前报日程；三、每月3日前交台账 are three tasks, or two would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from bot.core.doubts import ANOTHER_RHYTHM
from bot.core.models import Message, Notice
from bot.core.rules_beside import differ
from bot.core.wording import late

Read = tuple[Message, Notice]
"""A message and what it means."""

_STYLES = tuple(
    late(rf"[ \t]*{number}")
    for number in (r"[一二三四五六七八九十]{1,3}[、.．]", r"[一二三四五六七八九十]是", r"[（(][一二三四五六七八九十]{1,3}[)）]", r"\d{1,2}[.、．)）](?!\d)", r"[（(]\d{1,2}[)）]", r"[①-⑳]")
)
"""How items are numbered."""
_PIECE = late(r"\n+|(?=[①-⑳])|(?<=[：:；;。，,])[ \t]*(?=[（(]\d{1,2}[)）]|\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]{1,3}[、.．是])")
"""Where an item may begin: at a line, or at a number within one."""
_CHANGES = late(
    r"(?<![整修])改(?:报|交)?[为成到在作]|[变换][为成到]|恢复[为到成]?[每按]|原(?:来|先|定|为|是|[每按])|(?<![\d日号点天月底末时半前])以前|之前都|过去|往常|不再|取消|作废|停[止用报]|更正|有误|不是|instead|no longer|used to|moved|changed|replac",
    re.I,
)
"""Words of one duty that changes its rhythm: its rules are no list."""
_FIRST_OF = late(r"首[次期报]|第一[次期回]|(?:末|最后一)[次期]")
"""The first date of a rhythm is no duty beside it."""
_CELLS = late(r"[|｜丨\t]|　　|[^\s。；;，,] {2,}[^\s]")
"""What parts the cells of a row, which says little without the heads of its columns."""
_LINES_OF_AN_ITEM = 4
"""The last item may go on for so many lines; what follows belongs to all."""
_NAME = late(r"(?:\W|\d|[①-⑳]|[一二三四五六七八九十]{1,3}[、.．])*(?P<name>(?![各请])[一-鿿]{2,8})[ \t]*[：:。\n]")
"""一、周报。, 2.月报：: an item's heading is what it is called."""
_THIN = late(r"会议|培训|学习|活动|慰问|检查|报送|材料|数据|其[他它]|(?:时间|工作)?要求")
"""Headings that tell less than what follows them."""
_MOST_ITEMS = 40
"""A list longer than this is no list of duties."""


@dataclass(frozen=True, slots=True)
class _Item:
    """Lines that belong together; `opens` is whether they begin with a number of the list."""

    text: str
    opens: bool


def listed_duties(message: Message, notice: Notice, read: Callable[[Message], Notice]) -> tuple[Read, ...]:
    """The duties of a list, as messages `<id>#1`, … of their own; empty where the message is one duty.

    `notice` is what the whole means, `read` tells what a text means. What belongs to no duty (who is spoken to, whom to
    ask, where to hand in) stays with each of them. Only a list of which at least two items, read alone, come back by
    different rules is taken apart, and none that speaks of a change.
    """
    if not any(doubt.code == ANOTHER_RHYTHM for doubt in notice.unsure) or message.attachments:
        return ()
    if _CHANGES.search(message.text) or _CELLS.search(message.text):
        return ()
    alone: dict[str, Notice] = {}

    def read_alone(text: str) -> Notice:
        if text not in alone:
            alone[text] = read(replace(message, text=text))
        return alone[text]

    ways = (_duties(message, items, read_alone) for items in _ways_to_part(message.text))
    return max(ways, key=len, default=())


def _ways_to_part(text: str) -> Iterator[list[_Item]]:
    """The text as items: by each style of numbers that occurs, what follows the last one apart or with it, and line by line."""
    at = 0
    pieces: list[str] = []
    for cut in _PIECE.finditer(text):
        pieces.append(text[at : cut.start()])
        at = cut.end()
    pieces = [piece for piece in (*pieces, text[at:]) if piece.strip()]
    if not 1 < len(pieces) <= _MOST_ITEMS:
        return
    for style in _STYLES:
        if sum(style.match(piece) is not None for piece in pieces) > 1:
            last = max(at for at, piece in enumerate(pieces) if style.match(piece))
            for behind in range(last + 1, min(last + _LINES_OF_AN_ITEM, len(pieces)) + 1):
                yield _numbered(pieces[:behind], style) + [_Item(piece, False) for piece in pieces[behind:]]
    yield [_Item(piece, True) for piece in pieces]


def _numbered(pieces: list[str], style: re.Pattern[str]) -> list[_Item]:
    """Each number with the lines up to the next one."""
    items: list[_Item] = []
    for piece in pieces:
        if style.match(piece) or not (items and items[-1].opens):
            items.append(_Item(piece, style.match(piece) is not None))
        else:
            items[-1] = _Item(f"{items[-1].text}\n{piece}", True)
    return items


def _duties(message: Message, items: list[_Item], read: Callable[[str], Notice]) -> tuple[Read, ...]:
    """The items that are duties when they are read alone, with what belongs to all of them; empty unless rhythms differ."""
    alone = [read(item.text) if item.opens else None for item in items]
    rules = [each.recurrence.rrule for each in alone if each and each.kind.actionable and each.recurrence]
    if not any(differ(*pair) for pair in combinations(rules, 2)):
        return ()
    own = [each is not None and _is_duty(item, each) for item, each in zip(items, alone, strict=True)]
    found: list[Read] = []
    for place, item in enumerate(items):
        if own[place]:
            text = "\n".join(each.text for at, each in enumerate(items) if at == place or not own[at])
            part = replace(message, id=f"{message.id}#{len(found) + 1}", text=text)
            meant = read(text)
            found.append((part, replace(meant, title=_name(item.text, read) or meant.title)))
    return tuple(found) if all(_is_whole(notice) for _, notice in found) else ()


def _name(item: str, read: Callable[[str], Notice]) -> str:
    """What an item is called by its heading, or by what follows a heading that tells little; "" where it has none."""
    heading = _NAME.match(item)
    if heading is None:
        return ""
    return (_THIN.fullmatch(heading["name"]) and read(item[heading.end() :]).title) or heading["name"]


def _is_duty(item: _Item, notice: Notice) -> bool:
    """Whether an item, read alone, is something to do by a day or again and again."""
    if not notice.kind.actionable:
        return False
    return notice.recurrence is not None or (bool(notice.deadlines or notice.events) and not _FIRST_OF.search(item.text))


def _is_whole(notice: Notice) -> bool:
    """Whether a duty is one among the lines that belong to all, too."""
    return notice.kind.actionable and bool(notice.recurrence or notice.deadlines or notice.events)
