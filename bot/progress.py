"""A progress bar for long work, on a terminal's stderr only (tqdm: it costs nothing where nobody looks)."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def progress(items: Iterable[T], total: int | None = None) -> Iterator[T]:
    """Pass `items` on; show how far it is when stderr is a terminal and the work takes longer than a second."""
    if not sys.stderr.isatty():
        yield from items
        return
    from tqdm import tqdm

    yield from tqdm(items, total=total, delay=1.0, unit="msg", leave=False)
