"""Texts made to hurt, and what reading them costs in bytecode instructions: a count that a busy machine does not change."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from types import FrameType
from typing import Any

from bot.core.dates import facts_of, find_dates
from bot.core.models import Kind
from bot.core.normalise import normalise
from bot.core.workdays import default_calendar

SENT = datetime(2026, 3, 9, 9)


def eves(count: int) -> str:
    """Limits that count back from meetings, each of another day and hour."""
    return "".join(f"典礼前一晚拍给我。{k // 12 % 9 + 4}月{k // 108 % 25 + 1}日{8 + k % 12}点{k % 60:02}分开会，" for k in range(count))


def same_eves(count: int) -> str:
    """The same limit and the same meeting again and again."""
    return "典礼前一晚拍给我。3月18日上午9点开会，" * count


def afters(count: int) -> str:
    """Limits that count on from sessions, in one endless sentence."""
    return "".join(f"{k % 9 + 4}月{k // 9 % 25 + 1}日{8 + k % 12}点开会，会后三天内交小结，" for k in range(count))


def ends(count: int) -> str:
    """Sessions whose ends stand apart from their beginnings."""
    return "".join(f"{k % 9 + 4}月{k // 9 % 25 + 1}日上午9点在村部开会，预计11点结束。" for k in range(count))


TEXTS: tuple[Callable[[int], str], ...] = (eves, same_eves, afters, ends)


def operations(call: Callable[[], object]) -> int:
    """How many bytecode instructions a call takes."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def growth(text: Callable[[int], str], count: int, times: int) -> float:
    """How many times the instructions go into the facts of a text so many times as long, once its dates have their roles."""
    calendar = default_calendar()

    def read(length: int) -> int:
        dated = find_dates(normalise(text(length)), SENT, calendar)
        verdicts = dated.verdicts(Kind.EVENT)
        return operations(lambda: facts_of(dated, verdicts, calendar, Kind.EVENT))

    read(count)
    return read(count * times) / read(count)


def main() -> None:
    """Print how the cost of each text grows."""
    for text in TEXTS:
        print(f"{text.__name__:10} eight times the text takes {growth(text, 50, 8):5.1f} times the instructions")


if __name__ == "__main__":
    main()
